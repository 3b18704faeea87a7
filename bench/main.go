// Command bench measures the built migrate beside the least that any program
// could do for the same work, and prints both side by side.
//
// Absolute figures say more about the machine and its other users than about
// the program. So every figure that is judged is a ratio of two processes that
// ran in turn, over the same file or against the same server, and the median
// of several such pairs is reported. CPU ratios are the robust ones; ratios of
// wall time and calls/s mean little while the load is above the number of
// cores, which is why the load is printed.
//
// It drives bin/migrate as a child process, so that it measures what an operator
// runs. The readers alone are no command of migrate: they are loops of this
// program, over the packages of migrate. It is no gate: its exit code is 0
// whatever the verdicts are, unless something broke.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	err := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
	case err != nil:
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// run does what the arguments say: one of the bare loops, or the benchmark.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	if len(args) > 0 {
		if loop, ok := bareLoops[args[0]]; ok {
			return loop(ctx, args[1:])
		}
	}
	b, err := newBench(args, stdout, stderr)
	if err != nil {
		return err
	}
	defer os.RemoveAll(b.dir)
	if b.profileTo != "" {
		return b.profile(ctx)
	}
	return b.measure(ctx)
}

// sections are the parts of the benchmark, in the order they run.
var sections = []struct {
	name string
	run  func(*bench, context.Context) error
}{
	{"dryrun", (*bench).dryRun},
	{"xlsx", (*bench).xlsx},
	{"csv", (*bench).csvReading},
	{"sql", (*bench).sql},
	{"memory", (*bench).memory},
	{"images", (*bench).images},
	{"upload", (*bench).upload},
	{"resume", (*bench).resume},
}

// bench is one run of the benchmark.
type bench struct {
	migrate   string   // the binary that is measured
	command   []string // what runs it: the binary, or what profiles it
	self      string   // this program, for the bare loops
	dir       string   // scratch, removed at the end
	pairs     int
	only      []string
	quick     bool
	profileTo string // where the profile goes, if that is what is asked for
	table     table
	stdout    io.Writer
	stderr    io.Writer
}

func newBench(args []string, stdout, stderr io.Writer) (*bench, error) {
	b := &bench{stdout: stdout, stderr: stderr}
	var only, scratch string
	f := flag.NewFlagSet("bench", flag.ContinueOnError)
	f.SetOutput(stderr)
	f.StringVar(&b.migrate, "migrate", filepath.Join("bin", "migrate"), "the binary to measure")
	f.IntVar(&b.pairs, "pairs", 5, "pairs of runs a figure is the median of")
	f.StringVar(&only, "only", "", "sections to run, of "+strings.Join(sectionNames(), ",")+"; all by default")
	f.BoolVar(&b.quick, "quick", false, "a tenth of the work: shows that all of it runs, judges nothing well")
	f.StringVar(&b.profileTo, "profile", "", "measure nothing, and write the profile that the compiler optimizes migrate by to this file")
	f.StringVar(&scratch, "dir", "", "where to make the scratch folder, which needs 500 MB")
	if err := f.Parse(args); err != nil {
		return nil, err
	}
	if b.pairs < 1 || f.NArg() > 0 {
		return nil, errors.New("-pairs is 1 or more, and there are no arguments; see -help")
	}
	if only != "" {
		b.only = strings.Split(only, ",")
	}
	for _, name := range b.only {
		if !slices.Contains(sectionNames(), name) {
			return nil, fmt.Errorf("-only: there is no section %q; there are %s", name, strings.Join(sectionNames(), ", "))
		}
	}
	return b, b.prepare(scratch)
}

func sectionNames() []string {
	names := make([]string, len(sections))
	for i := range sections {
		names[i] = sections[i].name
	}
	return names
}

// prepare finds the binaries and makes the scratch folder.
func (b *bench) prepare(scratch string) (err error) {
	if b.migrate, err = filepath.Abs(b.migrate); err != nil {
		return err
	}
	if _, err = os.Stat(b.migrate); err != nil {
		return fmt.Errorf("%w; build it first, with make build", err)
	}
	b.command = []string{b.migrate}
	if b.self, err = os.Executable(); err != nil {
		return err
	}
	b.dir, err = os.MkdirTemp(scratch, "migrate-bench-")
	return err
}

// measure runs the sections and prints the table, with what was measured
// before an error.
func (b *bench) measure(ctx context.Context) error {
	fmt.Fprintf(b.stderr, "%d cores, load %s; medians of %d pairs\n", runtime.NumCPU(), loadAverage(), b.pairs)
	var err error
	for _, section := range sections {
		if err == nil && (len(b.only) == 0 || slices.Contains(b.only, section.name)) {
			err = section.run(b, ctx)
		}
	}
	b.table.print(b.stdout)
	fmt.Fprintf(b.stdout, "\n%d cores, load %s at the end. Figures by themselves are this machine's; the ratios are the program's.\n", runtime.NumCPU(), loadAverage())
	return err
}

// size is n, or a tenth of it in a quick run.
func (b *bench) size(n int) int {
	if b.quick {
		return n / 10
	}
	return n
}

// say tells of progress.
func (b *bench) say(format string, a ...any) { fmt.Fprintf(b.stderr, format+"\n", a...) }

// loadAverage is the machine's load over 1, 5 and 15 minutes, where it tells.
func loadAverage() string {
	text, err := os.ReadFile("/proc/loadavg")
	fields := strings.Fields(string(text))
	if err != nil || len(fields) < 3 {
		return "unknown"
	}
	return strings.Join(fields[:3], " ")
}
