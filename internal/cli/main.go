package cli

import (
	"context"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"
)

// app is one invocation of the program.
type app struct {
	os      OS
	started time.Time
	out     *answer   // what was asked for; one object and nothing else with --json
	err     io.Writer // everything said to people
	env     func(name string) (string, bool)
	stop    *interrupt
	json    bool
	result  *result // what a command that reads records came to; nil for the others
	ender   ender   // says how a command of its own kind ended; nil for the others
}

// ender tells people and scripts how its command ended, and gives the exit
// code. err is what stopped it, nil if it finished.
type ender interface {
	end(a *app, err *Error) int
}

// Main runs the program and returns its exit code.
func Main(o OS) int {
	a := &app{os: o, started: o.Now(), env: o.Env}
	a.out, a.err = &answer{w: o.Stdout, screen: screen{width: o.widthOf(o.Stdout)}}, &lossy{w: o.Stderr, screen: screen{width: o.widthOf(o.Stderr)}}
	a.json = asksJSON(o.Args)
	a.stop = watch(o.Signals, a.saySignal, a.leave)
	defer a.stop.Close()

	root := a.root()
	root.SetArgs(args(o.Args))
	err := mistyped(root, o.Args)
	if err == nil {
		err = root.ExecuteContext(context.Background())
	}
	return a.delivered(a.end(typed(err)))
}

// delivered is the exit code, unless the answer got lost on its way.
func (a *app) delivered(code int) int {
	if a.out.lost == nil {
		return code
	}
	say(a.err, "migrate: standard output cannot be written, so the answer is lost: %v\n"+
		"  what was done stands; a run keeps the object of --json in its run.json, as summary\n", a.out.lost)
	return ExitInternal
}

// args keeps cobra from falling back to the process's own arguments.
func args(given []string) []string {
	if given == nil {
		return []string{}
	}
	return given
}

// root is the command tree, as an explicit table.
func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "migrate",
		Short: "Move KYC records from a legacy system into ARGOS ID check, each exactly once",
		Long: `migrate reads a legacy export, maps and checks each record by a mapping file,
and posts it to ARGOS ID check with its pictures. It can be killed at any
moment and started again: nothing is lost, and nothing is posted twice.

Start with 'migrate validate': it sends nothing and needs no key.`,
		Example: `  migrate validate --source customers.csv --mapping mappings/bank-csv.yaml
  migrate run --source customers.csv --mapping mappings/bank-csv.yaml
  migrate status --run runs/bank-csv`,
		SilenceErrors:     true,
		SilenceUsage:      true,
		DisableAutoGenTag: true,
		Args:              noArgs,
		RunE:              func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetOut(a.out)
	root.SetErr(a.err)
	root.SetFlagErrorFunc(flagError)
	root.SuggestionsMinimumDistance = 2
	a.jsonFlag(root.Flags()) // so that a mistyped command is answered in JSON as well
	_ = root.Flags().MarkHidden("json")
	root.AddCommand(
		a.runCommand(), a.validateCommand(), a.imagesCommand(), a.inspectCommand(), a.initCommand(), a.previewCommand(), a.statusCommand(), a.reportCommand(), a.resolveCommand(),
		a.diffCommand(), a.mappingCommand(), a.pullCommand(), a.sandboxCommand(), a.schemaCommand(), a.versionCommand(), exitCodesTopic(), environmentTopic(),
	)
	root.InitDefaultCompletionCmd()
	root.InitDefaultHelpCmd()
	return root
}

// act makes a command's function the kind that cobra runs: its errors are
// typed, so that those of cobra's own can be told apart, and no flag of it is
// given without a value.
func act(f func(cmd *cobra.Command, args []string) error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		if err := checkGiven(cmd); err != nil {
			return err
		}
		if err := f(cmd, args); err != nil {
			return asError(err)
		}
		return nil
	}
}

// typed returns err as an *Error. What is not one by now was said by cobra
// about the command line.
func typed(err error) *Error {
	if err == nil {
		return nil
	}
	if e, ok := err.(*Error); ok { //nolint:errorlint // act returns it bare
		return e
	}
	message, _, _ := strings.Cut(err.Error(), "\n")
	return usage("usage", "see: migrate help", "%s", message)
}

// asksJSON looks for --json before the flags are parsed, so that a mistake in
// them is answered in JSON as well.
func asksJSON(given []string) bool {
	asks := false
	for _, arg := range given {
		switch arg {
		case "--":
			return asks
		case "--json", "--json=true":
			asks = true
		case "--json=false":
			asks = false
		}
	}
	return asks
}

// end says how it ended and returns the exit code.
func (a *app) end(err *Error) int {
	if a.ender != nil {
		return a.ender.end(a, err)
	}
	if a.result == nil {
		a.result = &result{}
		if err == nil {
			return ExitOK
		}
	}
	a.result.err = err
	a.result.exit = exitCode(a.result.ending())
	a.result.elapsed = a.os.Now().Sub(a.started)
	a.conclude()
	return a.result.exit
}

// saySignal tells what the first signal does.
func (a *app) saySignal(sig os.Signal) {
	say(a.err, "\n%s: reading no more, finishing what is in flight. Again to leave at once; nothing is lost either way.\n", sig)
}

// leave ends the process after a second signal that was not obeyed in time.
func (a *app) leave() {
	if a.os.Exit != nil {
		a.os.Exit(ExitInterrupted)
	}
}
