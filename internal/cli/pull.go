package cli

import (
	"errors"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kycmigrate/internal/idngo"
	"kycmigrate/internal/kyc"
)

// The environment variables of migrate pull idngo.
const (
	envIDnGOToken  = "IDNGO_APP_TOKEN"
	envIDnGOSecret = "IDNGO_SECRET_KEY"
	envIDnGOBase   = "IDNGO_BASE_URL"
)

// pullFlags are the flags of migrate pull idngo, as given.
type pullFlags struct {
	ids, column, by, out string
	baseURL, envFile     string
	rate                 float64
	concurrency          int
	quiet                bool
}

func (a *app) pullCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "pull",
		Short: "Fetch an export from another vendor's API",
		Long: `pull fetches what is to be migrated from the API of the vendor that has it, into
a directory that 'migrate validate' and 'migrate run' read as a source.`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(a.pullIDnGOCommand())
	return cmd
}

func (a *app) pullIDnGOCommand() *cobra.Command {
	v := &pullFlags{}
	cmd := &cobra.Command{
		Use:   "idngo",
		Short: "Fetch applicants from IDnGO or Sumsub, with their steps and pictures",
		Long: `pull idngo fetches the applicants whose ids stand in a file: the applicant, how
the verification steps stand, and the pictures. The directory it writes is its
memory: the same command fetches what is missing and nothing twice, whatever
ended the one before. What could not be fetched is listed in failed.csv, and is
tried again by the next pull.

The file of ids has one id a line, or is a CSV file with a column id (the
vendor's) or externalUserId (yours).

  IDNGO_APP_TOKEN, IDNGO_SECRET_KEY   of the same environment; never a flag
  IDNGO_BASE_URL                      default https://api.idngo.kz`,
		Example: `  migrate pull idngo --ids customers.csv --out idngo-export
  migrate pull idngo --ids ids.txt --by id --out idngo-export --rate 2`,
		Args: noArgs,
		RunE: act(func(cmd *cobra.Command, _ []string) error {
			if err := v.check(cmd); err != nil {
				return err
			}
			return a.pullIDnGO(v)
		}),
	}
	v.register(cmd.Flags())
	a.jsonFlag(cmd.Flags())
	return cmd
}

func (v *pullFlags) register(f *pflag.FlagSet) {
	f.StringVar(&v.ids, "ids", "", "the `file` of ids (required)")
	f.StringVar(&v.column, "column", "", "the column of the ids, where the file is CSV")
	f.StringVar(&v.by, "by", "", "what the ids are: id (the vendor's) or external (yours; the default for a plain list)")
	f.StringVar(&v.out, "out", "", "the `directory` to write to (required)")
	f.StringVar(&v.baseURL, "base-url", "", "where the API is; wins over IDNGO_BASE_URL")
	f.Float64Var(&v.rate, "rate", 5, "calls per second; 0 for no limit, on this machine only")
	f.IntVar(&v.concurrency, "concurrency", 4, "applicants at once")
	f.StringVar(&v.envFile, "env-file", "", "read environment variables from this `file`; the real environment wins")
	f.BoolVar(&v.quiet, "quiet", false, "no progress while it works; the summary is still printed")
}

func (v *pullFlags) check(cmd *cobra.Command) error {
	bad := func(format string, args ...any) error {
		return usage("usage", "see: "+cmd.CommandPath()+" --help", format, args...)
	}
	switch {
	case v.ids == "":
		return bad("--ids is missing: whom is to be fetched?")
	case v.out == "":
		return bad("--out is missing: where is it to be written?")
	case v.by != "" && v.by != string(idngo.ByID) && v.by != string(idngo.ByExternal):
		return bad("--by %q: must be id or external", v.by)
	case v.rate < 0:
		return bad("--rate %g: must be 0 (no limit) or more", v.rate)
	case v.concurrency < 1 || v.concurrency > maxConcurrency:
		return bad("--concurrency %d: must be 1 to %d", v.concurrency, maxConcurrency)
	}
	return nil
}

// vendor makes the client of the vendor's API.
func (a *app) vendor(v *pullFlags) (*idngo.Client, string, error) {
	base := v.baseURL
	if base == "" {
		base = a.variable(envIDnGOBase)
	}
	if base == "" {
		base = idngo.DefaultBaseURL
	}
	cfg := idngo.Config{BaseURL: base, AppToken: a.variable(envIDnGOToken), SecretKey: a.variable(envIDnGOSecret), Conns: v.concurrency}
	switch {
	case cfg.AppToken == "" || cfg.SecretKey == "":
		return nil, "", usage("api_key_missing", "set both in the environment, or name a file that holds them with --env-file",
			"%s or %s is not set", envIDnGOToken, envIDnGOSecret)
	case v.rate == 0 && !idngo.Loopback(base):
		return nil, "", usage("usage", "choose a rate that the vendor has agreed to; the default is 5", "--rate 0 (no limit) is only for an API on this machine")
	}
	client, err := idngo.NewClient(cfg)
	if err != nil {
		return nil, "", usage("base_url", "check --base-url and "+envIDnGOBase+", normally "+idngo.DefaultBaseURL, "%w", err)
	}
	return client, base, nil
}

// pullIDnGO is migrate pull idngo.
func (a *app) pullIDnGO(v *pullFlags) (err error) {
	if err := a.loadEnvFile(v.envFile); err != nil {
		return err
	}
	client, base, err := a.vendor(v)
	if err != nil {
		return err
	}
	if err := mustExist("ids", "--ids", v.ids); err != nil {
		return err
	}
	ids, err := idngo.OpenIDs(v.ids, v.column, idngo.By(v.by))
	if err != nil {
		return usage("ids", "give one id a line, or a CSV file with a header", "%w", err)
	}
	export, err := idngo.OpenExport(v.out)
	if err != nil {
		return usage("export", "name another directory with --out, or mend what is said", "%s: %w", v.out, err)
	}
	p := &pulled{dir: v.out, base: base, same: shellLine(append([]string{"migrate"}, a.os.Args...)...)}
	a.ender = p
	err = a.fetch(v, client, export, ids, p)
	p.calls = client.Calls()
	return errors.Join(err, export.Close())
}

// fetch pulls, with a display of how far it is, and counts in p.
func (a *app) fetch(v *pullFlags, client *idngo.Client, export *idngo.Export, ids *idngo.IDs, p *pulled) error {
	var total int64
	if err := ids.Each(func(string, int) error { total++; return nil }); err != nil {
		return usage("ids", "give one id a line, or a CSV file with a header", "%w", err)
	}
	progress := a.newProgress("pull", extent{records: total}, v.quiet)
	defer progress.Close()
	outcomes := map[bool]*kyc.Outcome{true: {Status: kyc.Created}, false: {Status: kyc.Failed}}
	counts, err := idngo.Pull(a.stop.Soft, a.stop.Hard, idngo.Options{
		Client: client, Export: export, IDs: ids, Rate: v.rate, Concurrency: v.concurrency,
		Progress: func(ok bool) { _ = progress.Add(outcomes[ok]) }, // it only counts
		Notice:   func(text string) { say(a.err, "%s\n", text) },
	})
	p.counts = counts
	var stop *idngo.Stop
	if errors.As(err, &stop) {
		return &Error{Code: stop.Code, Message: stop.Message, Hint: stop.Hint, Exit: ExitTarget, Err: err}
	}
	return err
}

// insideExport is the file to read where the source is the directory that a
// pull wrote.
func insideExport(kind, source string) string {
	if info, err := os.Stat(source); kind == "idngo" && err == nil && info.IsDir() {
		return filepath.Join(source, idngo.FileApplicants)
	}
	return source
}
