package cli

import (
	"context"
	"errors"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kycmigrate/internal/draft"
	"kycmigrate/internal/inspect"
	"kycmigrate/internal/kyc"
	"kycmigrate/internal/mapper"
	"kycmigrate/internal/source"
	"kycmigrate/internal/source/all"
)

// inspectFlags are the flags of inspect, as given.
type inspectFlags struct {
	source, mapping, kind, envFile string
	part                           string
	slice                          part // the same, parsed
	key, options                   []string
	limit                          int64
	quiet                          bool
	see                            string // where to read about the command
}

func (a *app) inspectCommand() *cobra.Command {
	v := &inspectFlags{}
	cmd := &cobra.Command{
		Use:   "inspect SOURCE",
		Short: "What a source is: its form, columns, samples and traps",
		Long: `inspect reads a source from its first row to its last and tells what is in it:
how it is written and how that is known, how many rows there are and which
cannot be read, what each column holds, and the traps: dates that can be read
in two ways, lost noughts, broken characters, keys that repeat and the like.

It needs no mapping; with one it reads the source as a run would. It shows no
value of a customer: samples have their letters and digits hidden, and only
codes that many rows share are told as they are. It sends nothing and writes
no file. The exit code says whether it could answer, not what it found.`,
		Example: `  migrate inspect customers.csv
  migrate inspect 'export/*.csv' --key customer_id
  migrate inspect customers.txt --kind csv --option encoding=cp949 --option delimiter=tab
  migrate inspect customers.csv --mapping mappings/bank-csv.yaml --json
  migrate inspect book.xlsx --option sheet=Customers
  migrate inspect 'postgres://me:${DB_PASSWORD}@host/db' --option table=kyc.customers`,
	}
	f := cmd.Flags()
	f.StringVar(&v.mapping, "mapping", "", "read the source as this mapping `file` states, and take its key")
	f.StringSliceVar(&v.key, "key", nil, "the `column` that identifies a record, or several separated by commas")
	partFlag(f, &v.part)
	a.sourceFlags(cmd, v, all.Kinds())
	cmd.RunE = act(func(_ *cobra.Command, args []string) error {
		v.source = args[0]
		return a.inspect(v)
	})
	return cmd
}

// sourceFlags gives a command what it takes to read a source that no mapping
// describes: the source itself as its argument, and flags.
func (a *app) sourceFlags(cmd *cobra.Command, v *inspectFlags, kinds []string) {
	v.see = "see: migrate " + cmd.Name() + " --help"
	cmd.Args = oneSource
	f := cmd.Flags()
	f.StringVar(&v.kind, "kind", "", "the kind of source: "+strings.Join(kinds, ", ")+" (default: by the name)")
	f.StringArrayVar(&v.options, "option", nil, "how to read it, as in the mapping's source block: `name=value`; may be repeated")
	f.Int64Var(&v.limit, "limit", 0, "read at most this many records; 0 reads all, which proves more")
	f.StringVar(&v.envFile, "env-file", "", "read environment variables from this `file`; the real environment wins")
	f.BoolVar(&v.quiet, "quiet", false, "no progress")
	a.jsonFlag(f)
}

// oneSource is the rule for the argument of inspect and init.
func oneSource(cmd *cobra.Command, given []string) error {
	switch len(given) {
	case 1:
		return nil
	case 0:
		return usage("usage", "for example: "+cmd.CommandPath()+" customers.csv", "SOURCE is missing: what is to be read?")
	}
	return usage("usage", "quote a pattern, so that the shell leaves it alone: "+cmd.CommandPath()+" 'export/*.csv'",
		"%s takes one source, found %d", cmd.CommandPath(), len(given))
}

// inspect is migrate inspect.
func (a *app) inspect(v *inspectFlags) error {
	found, _, err := a.explore(v, func(*kyc.Row) {})
	if err != nil {
		return err
	}
	if a.json {
		return a.writeObject(found)
	}
	found.write(a.out)
	return nil
}

// scratch gives a command without a run directory a private one for what its
// source needs for a while, and spools standard input there. drop removes it.
func (a *app) scratch(typed string, spec *source.Spec) (drop func() error, err error) {
	temp, err := os.MkdirTemp("", "migrate-")
	if err != nil {
		return nil, err
	}
	drop = func() error { return os.RemoveAll(temp) }
	dir := runDir{temp}
	spec.Temp = dir.temp()
	if typed == "-" {
		spec.Name = spoolName
		if spec.Path, err = dir.spool(a.stop.Soft, a.os.Stdin); err != nil {
			return nil, errors.Join(err, drop())
		}
	}
	return drop, nil
}

// explore reads a source to its end, without a run directory, and hands every
// row to also.
func (a *app) explore(v *inspectFlags, also func(*kyc.Row)) (found *inspection, profile *inspect.Profile, err error) {
	if v.limit < 0 {
		return nil, nil, usage("usage", v.see, "--limit %d: must be 0 (all) or more", v.limit)
	}
	if v.slice, err = parsePart(v.part); err != nil {
		return nil, nil, usage("usage", v.see, "--part %q: %s", v.part, err.Error())
	}
	if err := a.loadEnvFile(v.envFile); err != nil {
		return nil, nil, err
	}
	spec, err := a.inspectSpec(v)
	if err != nil {
		return nil, nil, err
	}
	drop, err := a.scratch(v.source, &spec)
	if err != nil {
		return nil, nil, err
	}
	defer func() { err = errors.Join(err, drop()) }()
	found, profile, err = a.lookAt(v, spec, also)
	var open *source.EncodingError
	if errors.As(err, &open) && len(open.Candidates) > 0 {
		found, profile, err = a.lookAtAs(v, spec, open, also)
	}
	if err != nil {
		return nil, nil, a.notInterrupted(err)
	}
	return found, profile, headed(found)
}

// lookAtAs reads the source in the likeliest encoding where its bytes prove none,
// and says so: a look sends nothing, so it may go on where a run must stop.
func (a *app) lookAtAs(v *inspectFlags, spec source.Spec, open *source.EncodingError, also func(*kyc.Row)) (*inspection, *inspect.Profile, error) {
	spec.Options = maps.Clone(spec.Options)
	spec.Options["encoding"] = open.Candidates[0]
	found, profile, err := a.lookAt(v, spec, also)
	if err != nil {
		return nil, nil, err
	}
	found.open = open
	found.Warnings = append(found.Warnings, "the bytes do not prove the encoding: the file was read "+asIf(open)+"; state it with --option encoding=NAME")
	return found, profile, nil
}

// asIf names the encoding that was assumed, and what else it may be.
func asIf(open *source.EncodingError) string {
	said := "as if it were " + open.Candidates[0]
	if others := open.Candidates[1:]; len(others) > 0 {
		said += " (it may be " + strings.Join(others, " or ") + ")"
	}
	return said
}

// notInterrupted tells an interrupt from an error.
func (a *app) notInterrupted(err error) error {
	if a.stop.Interrupted() && errors.Is(err, context.Canceled) {
		return &Error{Code: "interrupted", Message: "interrupted by a signal before the end of the source", Hint: "--limit reads the beginning only", Exit: ExitInterrupted}
	}
	return err
}

// inspectSpec says what to read: what the flags state, and the mapping behind
// them.
func (a *app) inspectSpec(v *inspectFlags) (source.Spec, error) {
	spec := source.Spec{Kind: v.kind, Options: map[string]string{}, Key: v.key, Likeliest: v.mapping == ""}
	if v.mapping != "" {
		m, err := a.loadMapping(v.mapping, toLook, &flags{})
		if err != nil {
			return spec, err
		}
		if spec.Kind == "" || spec.Kind == m.Source.Kind {
			spec.Kind, spec.Options = m.Source.Kind, maps.Clone(m.Source.Options)
		}
		if len(spec.Key) == 0 {
			spec.Key = m.Key
		}
		spec.Columns, spec.Pictures = m.Columns(), m.PictureColumns()
	}
	for _, option := range v.options {
		name, value, found := strings.Cut(option, "=")
		if !found || name == "" {
			return spec, usage("usage", "for example: --option encoding=cp949", "--option must be name=value")
		}
		spec.Options[name] = value
	}
	var err error
	spec.Path, err = a.locate("SOURCE", spec.Kind, &v.source)
	spec.AsSource = writtenAs(spec.Path)
	return spec, err
}

// lined are the kinds of which a mapping can leave out rows by how they stand in the source, and
// of which they may be no records.
var lined = []string{"csv", "tsv"}

// lookAt reads the source and tells what it found.
func (a *app) lookAt(v *inspectFlags, spec source.Spec, also func(*kyc.Row)) (*inspection, *inspect.Profile, error) {
	spec, err := v.slice.narrow(a.stop.Soft, spec)
	if err != nil {
		return nil, nil, err
	}
	reader, err := all.Open(a.stop.Soft, spec)
	if err != nil {
		return nil, nil, usage("source", inspectHint(spec), "%w", err)
	}
	defer func() { _ = reader.Close() }()
	profile, err := inspect.New(reader.Columns(), inspect.Options{Key: spec.Key, Country: mapper.IsCountry, Person: draft.IsPersonal, Drift: draft.Drifted, Lines: slices.Contains(lined, all.KindFor(spec))})
	if err != nil {
		return nil, nil, usage("source", "name columns as they stand in the header", "%w", err)
	}
	extent := extent{}
	if v.limit == 0 {
		extent.size, extent.read = reader.Size(), reader.Bytes
	}
	progress := a.newProgress("inspecting", extent, v.quiet)
	ended, err := readInto(a.stop.Soft, reader, func(row *kyc.Row) { profile.Add(row); also(row) }, progress, v.limit)
	progress.Close()
	if err != nil {
		return nil, nil, err
	}
	found := &inspection{
		Source: v.source, Kind: all.KindFor(spec), Key: spec.Key, Part: v.part, Bytes: reader.Bytes(), Whole: ended && v.slice.whole(),
		Facts: []source.Fact{}, Warnings: reader.Warnings(), Result: profile.Result(),
	}
	if d, ok := reader.(source.Describer); ok {
		found.Facts = d.Describe()
	}
	if p, ok := reader.(source.Prefaced); ok {
		found.preface = p.Preface()
	}
	found.fill()
	return found, profile, nil
}

// inspectHint says how to state what could not be told.
func inspectHint(spec source.Spec) string {
	hint := "check SOURCE, --kind and --option; the options are those of the mapping's source block"
	if spec.Options["table"]+spec.Options["query"] == "" && all.KindFor(spec) == "sql" {
		hint = "name what is read: --option table=NAME, or --option 'query=select ...'"
	}
	return hint
}

// readInto hands every row over, and reports whether the source was read to its
// end.
func readInto(ctx context.Context, reader source.Reader, take func(*kyc.Row), progress Progress, limit int64) (ended bool, err error) {
	const batch = 256
	buf, seen := make([]kyc.Row, batch), int64(0)
	good, bad := kyc.Outcome{Status: kyc.Ready}, kyc.Outcome{Status: kyc.Rejected}
	for limit == 0 || seen < limit {
		rows := buf
		if limit > 0 {
			rows = buf[:min(batch, limit-seen)]
		}
		n, err := reader.Read(ctx, rows)
		for i := range rows[:n] {
			outcome := &good
			if rows[i].Fault != nil {
				outcome = &bad
			}
			take(&rows[i])
			if err := progress.Add(outcome); err != nil {
				return false, err
			}
		}
		seen += int64(n)
		if err == io.EOF {
			return true, nil
		}
		if err != nil {
			return false, unreadable(ctx, err)
		}
	}
	return false, nil
}

// inspection is the object of migrate inspect --json. Keys are added, never
// renamed.
type inspection struct {
	Source   string        `json:"source"`
	Kind     string        `json:"kind"`
	Key      []string      `json:"key"`
	Part     string        `json:"part,omitempty"` // K/N, as stated
	Bytes    int64         `json:"bytes"`
	Whole    bool          `json:"whole"` // all of it, read to its end
	Facts    []source.Fact `json:"facts"`
	Warnings []string      `json:"warnings"`
	*inspect.Result
	ExitCode int `json:"exit_code"`

	preface []string // the lines above the header

	open *source.EncodingError // what the encoding may be, where the bytes prove none
}

// fill makes empty lists of those that are not there, so that a script finds
// lists.
func (i *inspection) fill() {
	if i.Key == nil {
		i.Key = []string{}
	}
	i.Key = slices.Clone(i.Key)
	if i.Warnings == nil {
		i.Warnings = []string{}
	}
}
