package cli

import (
	"errors"
	"os"

	"github.com/spf13/cobra"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/report"
)

// diffFlags are the flags of diff, as given.
type diffFlags struct {
	before, after string
	failOnNew     bool
}

func (a *app) diffCommand() *cobra.Command {
	v := &diffFlags{}
	cmd := &cobra.Command{
		Use:   "diff RUN-A RUN-B",
		Short: "What got better between two dry runs, and what is new",
		Long: `diff compares two runs, most often dry runs of an export before and after it was
mended, by what their run directories hold: which issues are gone, which are
new, and what stays, by rule and column. Give each check a directory of its own:

  migrate validate --source monday.csv --mapping bank.yaml --run runs/monday
  migrate validate --source tuesday.csv --mapping bank.yaml --run runs/tuesday
  migrate diff runs/monday runs/tuesday

Records are followed by their keys, so it does not matter in which order or in
which file they stand; where both runs read the same source, row by row. A row
that a rule leaves out now is excluded, and what was wrong with it no better. It
shows no value of a row, changes nothing and needs neither the source nor the
mapping. A difference is no failure: the exit code is 0, with --fail-on-new 3
where something is rejected now that was not before.

What 'migrate report' wrote without --source knows too little to be held against
what was read from a source, and is refused.`,
		Example: `  migrate diff runs/monday runs/tuesday
  migrate diff runs/bank-csv runs/bank-csv/dry-run --json
  migrate diff runs/main runs/branch --fail-on-new`,
		Args: twoRuns,
	}
	cmd.Flags().BoolVar(&v.failOnNew, "fail-on-new", false, "exit with 3 where RUN-B rejects what RUN-A did not")
	a.jsonFlag(cmd.Flags())
	cmd.RunE = act(func(_ *cobra.Command, args []string) error {
		v.before, v.after = args[0], args[1]
		return a.diff(v)
	})
	return cmd
}

func twoRuns(cmd *cobra.Command, given []string) error {
	if len(given) == 2 {
		return nil
	}
	return usage("usage", "for example: migrate diff runs/monday runs/tuesday", "%s compares two run directories, found %d", cmd.CommandPath(), len(given))
}

// diff is migrate diff.
func (a *app) diff(v *diffFlags) error {
	d := &difference{failOnNew: v.failOnNew}
	var err error
	if d.A, err = comparedRun(v.before); err != nil {
		return err
	}
	if d.B, err = comparedRun(v.after); err != nil {
		return err
	}
	before, after := report.Run{Name: v.before, Files: os.DirFS(v.before)}, report.Run{Name: v.after, Files: os.DirFS(v.after)}
	d.Difference, err = report.Diff(before, after)
	var ledgerOnly *report.LedgerOnly
	switch {
	case errors.As(err, &ledgerOnly):
		last := d.A.last
		if ledgerOnly.Run != v.before {
			last = d.B.last
		}
		return usage("report", "write it anew from what the run has read, then compare: "+rewriting(ledgerOnly.Run, last), "%w", err)
	case err != nil:
		return usage("report", "name run directories that hold a report; migrate validate writes one", "%w", err)
	}
	d.fill()
	a.ender = d
	return nil
}

// difference is the object of migrate diff --json. Keys are added, never
// renamed.
type difference struct {
	A           compared `json:"a"`
	B           compared `json:"b"`
	SameSource  bool     `json:"same_source"`
	SameMapping bool     `json:"same_mapping"`
	*report.Difference
	ExitCode int `json:"exit_code"`

	failOnNew bool
}

// compared is one of the runs, by its run.json.
type compared struct {
	Run     string      `json:"run"`
	DryRun  bool        `json:"dry_run"`
	Started string      `json:"started"`
	Source  sourceFile  `json:"source"`
	Mapping mappingFile `json:"mapping"`

	last *runFile // run.json; nil where there is none
}

// comparedRun reads what a run worked on.
func comparedRun(path string) (compared, error) {
	dir, err := existingRunDir(path)
	if err != nil {
		return compared{}, err
	}
	c := compared{Run: path}
	file, err := dir.readRunFile()
	if err != nil {
		return c, usage("run_dir", "mend or remove the file; the run itself is not touched by it", "%w", err)
	}
	if file != nil {
		c.DryRun, c.Source, c.Mapping, c.last = file.DryRun, file.Source, file.Mapping, file
		c.Started = file.Started.UTC().Format("2006-01-02 15:04 UTC")
	}
	return c, nil
}

// fill tells whether the inputs are the same, and what a reader must know of
// them.
func (d *difference) fill() {
	d.SameSource = d.A.Source.SHA256 != "" && d.A.Source.SHA256 == d.B.Source.SHA256 && d.A.Source.Part == d.B.Source.Part
	d.SameMapping = d.A.Mapping.SHA256 != "" && d.A.Mapping.SHA256 == d.B.Mapping.SHA256
	for _, side := range []struct {
		name string
		*compared
	}{{"A", &d.A}, {"B", &d.B}} {
		if !side.Source.Whole {
			d.Notes = append(d.Notes, side.name+" did not read the whole of its source")
		}
	}
}

// end implements ender. What is newly rejected decides as rejects do, where
// that was asked for.
func (d *difference) end(a *app, err *Error) int {
	e := ending{err: err}
	if d.failOnNew && d.NewRejects() {
		e.counts.Read, e.counts.ByStatus[kyc.Rejected] = 1, 1
	}
	d.ExitCode = exitCode(e)
	if a.json {
		_ = a.writeObject(d)
	} else {
		d.write(a.page())
	}
	return d.ExitCode
}
