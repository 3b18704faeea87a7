package cli

import (
	"errors"
	"io"
	"os"

	"github.com/spf13/cobra"
)

// previewFlags are the flags of preview, as given.
type previewFlags struct {
	flags
	count      int64
	rows       []string // places that were asked for
	onlyIssues bool
	limitGiven bool
}

const (
	defaultPreviewRows  = 10
	maxPreviewRows      = 10_000
	defaultPreviewLimit = 100_000
)

func (a *app) previewCommand() *cobra.Command {
	v := &previewFlags{}
	cmd := &cobra.Command{
		Use:   "preview",
		Short: "Rows before and after the mapping, and which rule made which change",
		Long: `preview reads, maps and checks rows by the same code as a run, and shows each of
them before and after: the cells as they were read, each rule of the mapping
that changed something with the text after it, and what the checks find.

It shows customers' data, which reports and logs never do: it is for you at this
terminal. It writes no file, sends nothing, and needs no key and no environment.

Keys and userids are held against the rows read before. The exit code says
whether it could answer, not what the rows are like.`,
		Example: `  migrate preview --source customers.csv --mapping mappings/bank-csv.yaml
  migrate preview --source customers.csv --mapping mappings/bank-csv.yaml --only-issues
  migrate preview --source customers.csv --mapping mappings/bank-csv.yaml --row 41
  migrate preview --source 'export/*.csv' --mapping mappings/bank-csv.yaml --row export/b.csv:17
  migrate preview --source customers.csv --mapping mappings/bank-csv.yaml --rows 3 --json`,
		Args: noArgs,
	}
	f := cmd.Flags()
	f.StringVar(&v.source, "source", "", "what to read, as for 'migrate run' (required)")
	f.StringVar(&v.mapping, "mapping", "", "the mapping `file` (required)")
	f.Int64Var(&v.count, "rows", defaultPreviewRows, "show at most this many rows")
	f.StringArrayVar(&v.rows, "row", nil, "show this row: its `number` among all data rows of the source, or its place as reports name it, such as customers.csv:17; may be repeated")
	f.BoolVar(&v.onlyIssues, "only-issues", false, "show rows with issues only: read on until there are --rows of them")
	partFlag(f, &v.part)
	f.Int64Var(&v.limit, "limit", defaultPreviewLimit, "look at no more than this many rows; 0 looks at all. With --row all unless given")
	f.BoolVar(&v.strict, "strict-required", false, "require idType and issuingCountry, as the older API pages do")
	f.StringVar(&v.envFile, "env-file", "", "read environment variables from this `file`; the real environment wins")
	f.BoolVar(&v.quiet, "quiet", false, "no warnings; rows and errors are still printed")
	a.jsonFlag(f)
	cmd.RunE = act(func(cmd *cobra.Command, _ []string) error {
		if err := v.check(cmd); err != nil {
			return err
		}
		return a.preview(v)
	})
	return cmd
}

func (v *previewFlags) check(cmd *cobra.Command) (err error) {
	bad := func(format string, args ...any) error {
		return usage("usage", "see: "+cmd.CommandPath()+" --help", format, args...)
	}
	v.limitGiven = cmd.Flags().Changed("limit")
	v.slice, err = parsePart(v.part)
	switch {
	case v.source == "":
		return bad("--source is missing: what is to be read?")
	case v.mapping == "":
		return bad("--mapping is missing: which mapping file?")
	case v.count < 1 || v.count > maxPreviewRows:
		return bad("--rows %d: must be 1 to %d", v.count, maxPreviewRows)
	case v.limit < 0:
		return bad("--limit %d: must be 0 (all) or more", v.limit)
	case len(v.rows) > 0 && v.onlyIssues:
		return bad("--row and --only-issues do not go together: a row that was asked for is shown in any case")
	case err != nil:
		return bad("--part %q: %s", v.part, err.Error())
	}
	if len(v.rows) > 0 && !v.limitGiven {
		v.limit = 0
	}
	return nil
}

// preview is migrate preview.
func (a *app) preview(v *previewFlags) (err error) {
	if v.quiet {
		said := a.err
		a.err = io.Discard
		defer func() { a.err = said }()
	}
	if err := a.loadEnvFile(v.envFile); err != nil {
		return err
	}
	m, err := a.loadMapping(v.mapping, toCheck, &v.flags)
	if err != nil {
		return err
	}
	path, err := a.locate("--source", m.Source.Kind, &v.source)
	if err != nil {
		return err
	}
	temp, err := os.MkdirTemp("", "migrate-preview-") // private, and gone at the end
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(temp)) }()
	s := &session{app: a, flags: &v.flags, mapping: m, out: runDir{temp}, source: path}
	if v.source == "-" {
		if s.source, err = s.out.spool(a.stop.Soft, a.os.Stdin); err != nil {
			return err
		}
	}
	p, err := s.openPass(a.stop.Soft)
	if err != nil {
		return a.notInterrupted(err)
	}
	defer func() { err = errors.Join(err, p.Close()) }()
	view := newPreview(v, m, p.plan)
	if !a.json {
		view.page = a.page()
		view.page.begin(view)
	}
	if err := view.look(a.stop.Soft, p, v.limit); err != nil {
		return a.notInterrupted(err)
	}
	if missing := view.missing(); missing != "" {
		hint := "count data rows from 1 without the header, or give a place as the report names it"
		if !view.Whole {
			hint += "; --limit 0 looks at all rows"
		}
		return usage("row_missing", hint,
			"%s has no row %s among the %s that were looked at", view.Source, missing, countRows(view.Read))
	}
	if a.json {
		return a.writeObject(view)
	}
	view.page.finish(view, v)
	return nil
}
