package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"kycmigrate/internal/sandbox"
	"kycmigrate/internal/source/sqldb/sqldbtest"
)

// The exit codes as docs/OPERATING.md gives them; written out, so that the
// tests hold the program to the document and not to itself.
const (
	exitOK          = 0
	exitInternal    = 1
	exitUsage       = 2
	exitRejects     = 3
	exitDoubt       = 4
	exitTarget      = 5
	exitInterrupted = 130
)

// canaryKey is the API key of these tests; nothing the program writes may
// hold it.
const canaryKey = "sandbox-key-9f1c77canary"

// patience bounds every wait for a child.
const patience = 2 * time.Minute

// built runs the tests with room for the program, which is built when the
// first test needs it.
type built struct{ m *testing.M }

var binDir string

func (b built) Run() int {
	dir, err := os.MkdirTemp("", "migrate-test-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	binDir = dir
	waitTogether()
	defer sqldbtest.Stop()
	return b.m.Run()
}

// waitTogether lets more tests run at once than there are processors, unless
// -parallel says otherwise: what they do most is wait for a child that waits.
func waitTogether() {
	flag.Parse()
	given := false
	flag.Visit(func(f *flag.Flag) { given = given || f.Name == "test.parallel" })
	if !given {
		_ = flag.Set("test.parallel", strconv.Itoa(2*runtime.GOMAXPROCS(0)))
	}
}

// program builds the program once and returns its path. Under the race
// detector it is built with it, so that its children are watched as well.
var program = sync.OnceValues(func() (string, error) {
	path := filepath.Join(binDir, "migrate")
	args := []string{"build", "-pgo=off", "-o", path} // it does the same, and is built in less time
	if raced {
		args = append(args, "-race")
	}
	out, err := exec.Command("go", append(args, ".")...).CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("build the program: %w\n%s", err, out)
	}
	return path, nil
})

// world is a sandbox, a source with its mapping, and a run directory.
type world struct {
	t    *testing.T
	box  *sandbox.Sandbox
	url  string
	dir  string // of the source, the mapping and the images
	run  string // the run directory
	env  []string
	args []string // added to every run; a later flag of the same name wins
}

// newWorld starts a sandbox on a free port of this machine.
func newWorld(t *testing.T, cfg sandbox.Config) *world {
	t.Helper()
	if cfg.APIKeys == nil {
		cfg.APIKeys = []string{canaryKey}
	}
	box, err := sandbox.New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	server, err := box.Listen(t.Context(), "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = server.Close()
		_ = box.Close()
	})
	dir := t.TempDir()
	w := &world{t: t, box: box, url: server.URL(), dir: dir, run: filepath.Join(dir, "run")}
	w.env = []string{
		"ARGOS_BASE_URL=" + w.url, "ARGOS_API_KEY=" + canaryKey, "ARGOS_ADMIN=ops@bank.example",
		"HOME=" + dir, "USER=operator", "TMPDIR=" + dir, "GORACE=halt_on_error=1 exitcode=66",
	}
	w.args = []string{"--rate", "0", "--settle", "150ms,150ms,300ms"}
	return w
}

// path is a file beside the source.
func (w *world) path(name string) string { return filepath.Join(w.dir, name) }

// inRun is a file of the run directory.
func (w *world) inRun(name string) string { return filepath.Join(w.run, name) }

// command is migrate with these arguments, not started yet.
func (w *world) command(args ...string) *exec.Cmd {
	w.t.Helper()
	path, err := program()
	if err != nil {
		w.t.Fatal(err)
	}
	cmd := exec.Command(path, args...)
	cmd.Dir, cmd.Env = w.dir, w.env
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	return cmd
}

// runArgs are the arguments of migrate run --json over the source, or over
// another one named by the extra arguments.
func (w *world) runArgs(extra ...string) []string {
	args := []string{"run", "--json", "--mapping", "mapping.yaml", "--source", "customers.csv", "--run", w.run}
	return append(append(args, w.args...), extra...)
}

// child is a running migrate.
type child struct {
	w              *world
	cmd            *exec.Cmd
	stdout, stderr *capture
	ended          chan struct{}
}

// capture collects what a child writes, and can be read meanwhile.
type capture struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (c *capture) Write(p []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.b.Write(p)
}

func (c *capture) String() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.b.String()
}

// start starts migrate with these arguments.
func (w *world) start(args ...string) *child {
	w.t.Helper()
	c := &child{w: w, cmd: w.command(args...), stdout: &capture{}, stderr: &capture{}, ended: make(chan struct{})}
	c.cmd.Stdout, c.cmd.Stderr = c.stdout, c.stderr
	c.begin()
	return c
}

// begin starts the process and sees to it that it is gone when the test is.
func (c *child) begin() {
	c.w.t.Helper()
	if err := c.cmd.Start(); err != nil {
		c.w.t.Fatal(err)
	}
	go func() {
		defer close(c.ended)
		_ = c.cmd.Wait() // the state is in cmd.ProcessState
	}()
	c.w.t.Cleanup(func() {
		_ = c.cmd.Process.Kill()
		<-c.ended
	})
}

func (c *child) signal(sig os.Signal) {
	c.w.t.Helper()
	if err := c.cmd.Process.Signal(sig); err != nil && !errors.Is(err, os.ErrProcessDone) {
		c.w.t.Fatal(err)
	}
}

// running reports whether the child has not ended yet.
func (c *child) running() bool {
	select {
	case <-c.ended:
		return false
	default:
		return true
	}
}

// kill ends the child by SIGKILL and reports whether that is what ended it.
func (c *child) kill() bool {
	c.signal(os.Kill)
	<-c.ended
	status, ok := c.cmd.ProcessState.Sys().(syscall.WaitStatus)
	return ok && status.Signaled() && status.Signal() == syscall.SIGKILL
}

// wait waits for the end of the child.
func (c *child) wait() ending {
	c.w.t.Helper()
	select {
	case <-c.ended:
	case <-time.After(patience):
		c.signal(syscall.SIGQUIT)
		<-c.ended
		c.w.t.Fatalf("migrate did not end within %s:\n%s\nthe end of its log:\n%s",
			patience, ownGoroutines(c.stderr.String()), tail(c.w.log()))
	}
	return ending{exit: c.cmd.ProcessState.ExitCode(), stdout: c.stdout.String(), stderr: c.stderr.String()}
}

// ownGoroutines is what a dump by SIGQUIT tells of the program's own code: the
// network's goroutines are many, and say little.
func ownGoroutines(dump string) string {
	var own []string
	for _, goroutine := range strings.Split(dump, "\n\n") {
		if strings.Contains(goroutine, "kycmigrate/") {
			own = append(own, goroutine)
		}
	}
	return strings.Join(own, "\n\n")
}

// ending is how a child ended and what it said.
type ending struct {
	exit           int
	stdout, stderr string
	summary        summary
}

// summary is the object that --json prints, as docs/OPERATING.md has it.
type summary struct {
	Read         int64 `json:"read"`
	Created      int64 `json:"created"`
	Already      int64 `json:"already"`
	Updated      int64 `json:"updated"`
	Rejected     int64 `json:"rejected"`
	Refused      int64 `json:"refused"`
	Failed       int64 `json:"failed"`
	Incomplete   int64 `json:"incomplete"`
	InDoubt      int64 `json:"in_doubt"`
	Excluded     int64 `json:"excluded"`
	NotAttempted int64 `json:"not_attempted"`
	Ready        int64 `json:"ready"`

	AlreadyChanged int64 `json:"already_changed"`
	OpenElsewhere  int64 `json:"open_elsewhere"`
	Doubled        int64 `json:"doubled"`
	Images         int64 `json:"images"`
	Calls          int64 `json:"calls"`
	Balanced       bool  `json:"balanced"`
	ExitCode       int   `json:"exit_code"`
	Error          *struct {
		Code    string `json:"code"`
		Message string `json:"message"`
		Hint    string `json:"hint"`
	} `json:"error"`
}

// accounted is the right side of the accounting identity.
func (s *summary) accounted() int64 {
	return s.Created + s.Already + s.Updated + s.Rejected + s.Refused + s.Failed +
		s.Incomplete + s.InDoubt + s.Excluded + s.NotAttempted + s.Ready
}

// code is the code of the error, "" without one.
func (s *summary) code() string {
	if s.Error == nil {
		return ""
	}
	return s.Error.Code
}

// check parses the object of --json and holds it to its promises: exactly one
// object, the books balance, the exit code is the process's.
func (e *ending) check(t *testing.T) {
	t.Helper()
	dec := json.NewDecoder(strings.NewReader(e.stdout))
	if err := dec.Decode(&e.summary); err != nil {
		t.Fatalf("exit %d: stdout is no JSON object: %v\nstdout: %q\nstderr: %s", e.exit, err, e.stdout, tail(e.stderr))
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		t.Errorf("stdout holds more than one object: %q", e.stdout)
	}
	s := &e.summary
	if s.Read != s.accounted() || !s.Balanced {
		t.Errorf("the books do not balance: read %d, accounted for %d, balanced %v: %s", s.Read, s.accounted(), s.Balanced, e.stdout)
	}
	if s.ExitCode != e.exit {
		t.Errorf("exit_code %d in --json, the process ended with %d", s.ExitCode, e.exit)
	}
}

// must runs migrate run with --json and expects an exit code.
func (w *world) must(exit int, extra ...string) ending {
	w.t.Helper()
	return w.expect(exit, w.start(w.runArgs(extra...)...))
}

// expect waits for a child started with --json and expects its exit code.
func (w *world) expect(exit int, c *child) ending {
	w.t.Helper()
	e := c.wait()
	e.check(w.t)
	if e.exit != exit {
		w.t.Fatalf("exit %d, want %d: %s\n%s", e.exit, exit, e.stdout, tail(e.stderr))
	}
	return e
}

// mustBeSilent runs again and expects that no call is made.
func (w *world) mustBeSilent(exit int, extra ...string) ending {
	w.t.Helper()
	before := w.calls()
	e := w.must(exit, extra...)
	if n := w.calls() - before; n != 0 || e.summary.Calls != 0 {
		w.t.Errorf("a run with nothing to send made %d calls (and says %d)", n, e.summary.Calls)
	}
	return e
}

// calls is how many calls the sandbox has received.
func (w *world) calls() int64 {
	w.box.Wait()
	return int64(w.box.State().Calls)
}

// log is what run.log holds by now.
func (w *world) log() string {
	text, err := os.ReadFile(w.inRun("run.log"))
	if err != nil {
		return err.Error()
	}
	return string(text)
}

// received is how many calls the sandbox has answered up to this moment.
func (w *world) received() uint64 { return w.box.State().Calls }

// arrived waits until the sandbox has done with every call that a killed process
// had sent: some may still lie unread in its sockets.
func (w *world) arrived() {
	const quiet = 100 * time.Millisecond
	for n := int64(-1); n != w.calls(); time.Sleep(quiet) {
		n = w.calls()
	}
}

// waitFor waits until cond holds, while the child runs.
func (c *child) waitFor(what string, cond func() bool) {
	c.w.t.Helper()
	for deadline := time.Now().Add(patience); !cond(); time.Sleep(2 * time.Millisecond) {
		if !c.running() {
			c.w.t.Fatalf("migrate ended before %s: %s\n%s", what, c.stdout, tail(c.stderr.String()))
		}
		if time.Now().After(deadline) {
			c.w.t.Fatalf("waited in vain for %s:\n%s", what, tail(c.stderr.String()))
		}
	}
}

// faults sets what goes wrong from now on.
func (w *world) faults(specs ...string) {
	w.t.Helper()
	var list []sandbox.Fault
	for _, spec := range specs {
		f, err := sandbox.ParseFault(spec)
		if err != nil {
			w.t.Fatal(err)
		}
		list = append(list, f)
	}
	if err := w.box.SetFaults(list); err != nil {
		w.t.Fatal(err)
	}
}

// rows reads a CSV file as maps from column to cell.
func (w *world) rows(path string) []map[string]string {
	w.t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		w.t.Fatal(err)
	}
	cells, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(b, []byte("\ufeff")))).ReadAll()
	if err != nil || len(cells) == 0 {
		w.t.Fatalf("%s: %d rows, %v", path, len(cells), err)
	}
	var rows []map[string]string
	for _, line := range cells[1:] {
		row := map[string]string{}
		for i, name := range cells[0] {
			row[name] = line[i]
		}
		rows = append(rows, row)
	}
	return rows
}

// copyDir copies the files of a directory, as an operator's cp -a would.
func copyDir(t *testing.T, from, to string) {
	t.Helper()
	if err := os.CopyFS(to, os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
}

func remove(t *testing.T, paths ...string) {
	t.Helper()
	for _, p := range paths {
		if err := os.RemoveAll(p); err != nil {
			t.Fatal(err)
		}
	}
}

// tail is the end of a long text.
func tail(s string) string {
	const most = 3000
	if len(s) > most {
		return "..." + s[len(s)-most:]
	}
	return s
}

// sleep waits, but not beyond the end of the test.
func sleep(ctx context.Context, d time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
}

// unixOnly skips where the test's means are missing.
func unixOnly(t *testing.T) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("signals and modes of Unix are needed")
	}
}
