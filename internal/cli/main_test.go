package cli

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"go.uber.org/goleak"

	"kycmigrate/internal/sandbox"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

const mappingText = `version: 1
name: bank
source: {kind: csv}
key: id
admin: ${ARGOS_ADMIN}
fields:
  email:          {from: email}
  fullName:       {from: name}
  birthDate:      {from: dob, date: DD/MM/YYYY}
  kycStatus:      {from: status, values: {A: approved, R: rejected}}
  idType:         {const: passport}
  issuingCountry: {const: KOR}
  userid:         {from: id}
`

// world is a test's machine: a directory with a mapping and a source, an
// environment, and a sandbox when it is asked for.
type world struct {
	t       *testing.T
	dir     string
	env     map[string]string
	stdin   string
	signals chan os.Signal
	tty     bool
	stdout  io.Writer // in place of what is returned
	box     *sandbox.Sandbox
}

func newWorld(t *testing.T) *world {
	w := &world{t: t, dir: t.TempDir(), env: map[string]string{}}
	write(t, w.path("bank.yaml"), mappingText)
	write(t, w.path("customers.csv"), rows(1, 20)+"21,bad,Nobody Name,01/02/1980,A\n")
	return w
}

func (w *world) path(name string) string { return filepath.Join(w.dir, name) }

// rows makes customers with the ids from first to last.
func rows(first, last int) string {
	var b strings.Builder
	b.WriteString("id,email,name,dob,status\n")
	for i := first; i <= last; i++ {
		fmt.Fprintf(&b, "%d,p%d@bank.example,Person %d,%02d/03/1980,A\n", i, i, i, i%28+1)
	}
	return b.String()
}

// serve starts a sandbox on loopback and points the environment at it.
func (w *world) serve(cfg sandbox.Config, wrap func(http.Handler) http.Handler) {
	w.t.Helper()
	box, err := sandbox.New(cfg)
	if err != nil {
		w.t.Fatal(err)
	}
	var handler http.Handler = box
	if wrap != nil {
		handler = wrap(box)
	}
	server := httptest.NewServer(handler)
	w.t.Cleanup(func() {
		server.Close()
		if err := box.Close(); err != nil {
			w.t.Error(err)
		}
		http.DefaultClient.CloseIdleConnections()
	})
	w.box = box
	w.env["ARGOS_BASE_URL"] = server.URL + "/v3"
	w.env["ARGOS_API_KEY"] = sandbox.DefaultAPIKey
	w.env["ARGOS_ADMIN"] = "ops@bank.example"
}

// said is what a call of Main came to.
type said struct {
	code     int
	out, err string
}

// migrate calls Main. %s in an argument stands for the world's directory.
func (w *world) migrate(args ...string) said {
	w.t.Helper()
	for i := range args {
		args[i] = strings.ReplaceAll(args[i], "%s", w.dir)
	}
	var out, errs safeBuffer
	var stdout io.Writer = &out
	if w.stdout != nil {
		stdout = w.stdout
	}
	code := Main(OS{
		Args:       args,
		Env:        func(name string) (string, bool) { v, ok := w.env[name]; return v, ok },
		Stdin:      strings.NewReader(w.stdin),
		Stdout:     stdout,
		Stderr:     &errs,
		Signals:    w.signals,
		IsTerminal: func(any) bool { return w.tty },
		Now:        time.Now,
	})
	return said{code, out.String(), errs.String()}
}

// object reads the one object of --json and fails on anything beside it.
func (s said) object(t *testing.T) (o object) {
	t.Helper()
	dec := json.NewDecoder(strings.NewReader(s.out))
	if err := dec.Decode(&o); err != nil {
		t.Fatalf("standard output is no object: %v\n%s", err, s.out)
	}
	if err := dec.Decode(new(any)); !errors.Is(err, io.EOF) {
		t.Fatalf("standard output holds more than one object:\n%s", s.out)
	}
	if o.ExitCode != s.code {
		t.Errorf("exit_code %d in the object, %d in truth", o.ExitCode, s.code)
	}
	return o
}

// readJSON reads a file of ours into v.
func readJSON(t *testing.T, path string, v any) {
	t.Helper()
	if err := json.Unmarshal([]byte(read(t, path)), v); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}

type safeBuffer struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (b *safeBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.Write(p)
}

func (b *safeBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.String()
}

var recordArgs = []string{"--source", "%s/customers.csv", "--mapping", "%s/bank.yaml", "--run", "%s/run", "--quiet"}

func with(command string, more ...string) []string {
	return append(append([]string{command}, recordArgs...), more...)
}

func TestValidateNeedsNoEnvironment(t *testing.T) {
	w := newWorld(t)
	got := w.migrate(with("validate", "--json")...)
	o := got.object(t)
	if got.code != ExitRejects || o.Read != 21 || o.Ready != 20 || o.Rejected != 1 || !o.Balanced || !o.DryRun {
		t.Errorf("exit %d, %+v\n%s", got.code, o, got.err)
	}
	for _, name := range []string{"report.html", "report.json", "rejects.csv", "run.json", "run.log"} {
		if info, err := os.Stat(w.path("run/" + name)); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, want a file of mode 0600", name, err)
		}
	}
	if !strings.Contains(got.err, "= 21, the books balance") || !strings.Contains(got.err, "Next: mend the source") {
		t.Errorf("the summary lacks its last lines:\n%s", got.err)
	}
}

func TestRunThenNothingLeft(t *testing.T) {
	w := newWorld(t)
	w.serve(sandbox.Config{}, nil)
	first := w.migrate(with("run", "--json", "--rate", "0")...)
	o := first.object(t)
	if first.code != ExitRejects || o.Created != 20 || o.Rejected != 1 || !o.Balanced {
		t.Fatalf("exit %d, %+v\n%s", first.code, o, first.err)
	}
	again := w.migrate(with("run", "--json", "--rate", "0")...).object(t)
	if again.Already != 20 || again.Calls != 0 {
		t.Errorf("the second run: %+v", again)
	}
	status := w.migrate("status", "--run", "%s/run", "--json").object(t)
	if status.Created != 20 || status.Rejected != 1 || status.ExitCode != ExitOK {
		t.Errorf("status: %+v", status)
	}
	dry := w.migrate(with("validate", "--json")...).object(t)
	if dry.Already != 20 || dry.Run != w.path("run/dry-run") {
		t.Errorf("a dry run beside real outcomes: %+v", dry)
	}
}

// A row without a key is in no ledger: status knows all the same that it was held back.
func TestStatusKnowsRowsWithoutAKey(t *testing.T) {
	w := newWorld(t)
	w.serve(sandbox.Config{}, nil)
	write(t, w.path("customers.csv"), rows(1, 3)+"4,cut short\n")
	status := func() string { return w.migrate("status", "--run", "%s/run").out }
	w.migrate(with("validate")...)
	if got := status(); !strings.Contains(got, "exit 3: of 4 read, 3 ready, 1 rejected") || !strings.Contains(got, "mend the source or the mapping, then\n  migrate validate --source ") {
		t.Errorf("after a dry run\n%s", got)
	}
	w.migrate(with("run", "--rate", "0")...)
	again := []string{"run", "--source", w.path("run/rejects.csv"), "--mapping", "%s/bank.yaml", "--run", "%s/run", "--quiet", "--rate", "0"}
	for range 2 {
		got := status()
		if !strings.Contains(got, "1 rejected") || !strings.Contains(got, "mend "+w.path("run/rejects.csv")+", then\n  migrate run --source "+w.path("run/rejects.csv")) || strings.Contains(got, "Nothing is left") {
			t.Errorf("while a row is held back\n%s", got)
		}
		if e := w.migrate(again...); e.code != ExitRejects {
			t.Fatalf("exit %d\n%s", e.code, e.err)
		}
	}
	write(t, w.path("run/rejects.csv"), rows(4, 4))
	if e := w.migrate(again...); e.code != ExitOK {
		t.Fatalf("exit %d\n%s", e.code, e.err)
	}
	if got := status(); !strings.Contains(got, "Nothing is left to do") {
		t.Errorf("when all is through\n%s", got)
	}
}

// What a limit left unread is no part of a go.
func TestLimitIsNoEnd(t *testing.T) {
	w := newWorld(t)
	w.serve(sandbox.Config{}, nil)
	var r struct {
		Verdict struct{ Headline string }
		Needs   []struct{ Kind, State, Text string } `json:"before_go"`
	}
	for _, command := range []string{"validate", "run"} {
		w.migrate(with(command, "--limit", "5")...)
		readJSON(t, w.path("run/report.json"), &r)
		if len(r.Needs) == 0 {
			t.Fatal("the report lists nothing before a go")
		}
		for _, n := range r.Needs {
			if n.Kind == "read_to_end" && (n.State != "open" || !strings.Contains(n.Text, "Only the first 5 records were read")) || strings.Contains(n.Text, "No record is left") {
				t.Errorf("%s: %+v", command, n)
			}
		}
		if !strings.Contains(r.Verdict.Headline, "first 5 records") {
			t.Errorf("%s: the verdict is %q", command, r.Verdict.Headline)
		}
	}
}

// The next command keeps the guards of this one, and rows that nobody looked at are looked
// at before they are sent.
func TestNextKeepsTheGuards(t *testing.T) {
	w := newWorld(t)
	flags := " --source " + w.path("customers.csv") + " --mapping " + w.path("bank.yaml") + " --run " + w.path("run")
	tests := map[string]struct {
		args []string
		want []string
		none string
	}{
		"max-rejects": {[]string{"--max-rejects", "23"}, []string{"can go first:\n  migrate run" + flags + " --max-rejects 23\n"}, "migrate run" + flags + "\n"},
		"a share, a part and a day": {
			[]string{"--max-rejects", "60%", "--part", "2/2", "--as-of", "2026-01-01"},
			[]string{"migrate run" + flags + " --as-of 2026-01-01 --max-rejects 60% --part 2/2\n"}, "",
		},
		"limit": {
			[]string{"--limit", "5", "--max-rejects", "1%"},
			[]string{"Next: only the first 5 records were looked at; the whole is checked by\n  migrate validate" + flags + " --max-rejects 1%\n"}, "migrate run",
		},
		"limit with rejects": {
			[]string{"--limit", "21"},
			[]string{"Next: mend the source or the mapping, then\n  migrate validate", "first 21 records were looked at, the whole:\n  migrate validate" + flags + "\n"}, "migrate run",
		},
		"limit that ends nothing": {[]string{"--limit", "22"}, []string{"can go first:\n  migrate run" + flags + "\n"}, "looked at"},
	}
	write(t, w.path("customers.csv"), read(t, w.path("customers.csv"))+"22,e22@bank.example,Last Name,01/02/1980,A\n")
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got := w.migrate(with("validate", tt.args...)...)
			for _, want := range tt.want {
				if !strings.Contains(got.err, want) {
					t.Errorf("exit %d, no %q in\n%s", got.code, want, got.err)
				}
			}
			if tt.none != "" && strings.Contains(got.err, tt.none) {
				t.Errorf("%q in\n%s", tt.none, got.err)
			}
			page := read(t, w.path("run/report.html"))
			if strings.Contains(page, "migrate run") != strings.Contains(got.err, "migrate run") || strings.Contains(page, "the whole") != strings.Contains(got.err, "the whole") {
				t.Error("the report says another next command than the summary")
			}
		})
	}
}

// A limit that leaves nothing unread is none.
func TestLimitOfAllRows(t *testing.T) {
	w := newWorld(t)
	var r struct {
		Verdict struct{ Headline string }
	}
	write(t, w.path("customers.csv"), rows(1, 5))
	for limit, want := range map[string]string{"5": "Every record is ready", "6": "Every record is ready", "4": "The first 4 records are ready"} {
		w.migrate(with("validate", "--limit", limit)...)
		if readJSON(t, w.path("run/report.json"), &r); r.Verdict.Headline != want {
			t.Errorf("--limit %s of 5: %q, want %q", limit, r.Verdict.Headline, want)
		}
	}
}

// A rejects file that is the source is replaced by what is still to be done.
func TestRejectsAsSource(t *testing.T) {
	w := newWorld(t)
	w.serve(sandbox.Config{}, nil)
	w.migrate(with("run", "--rate", "0")...)
	rejects := w.path("run/rejects.csv")
	mended := strings.ReplaceAll(read(t, rejects), "bad", "good@bank.example")
	write(t, rejects, mended)
	args := []string{"run", "--source", rejects, "--mapping", "%s/bank.yaml", "--run", "%s/run", "--quiet", "--json"}
	got := w.migrate(args...)
	if o := got.object(t); o.Created != 1 || got.code != ExitOK {
		t.Fatalf("exit %d, %+v\n%s", got.code, o, got.err)
	}
	if exists(rejects) || !exists(w.path("run/rejects.1.csv")) {
		t.Error("the mended rejects file was not put aside")
	}
}

// In a dry run as well: what is wrong now stands in it, what is ready stays in it to be
// sent, and the file that was read is kept.
func TestRejectsAsSourceOfADryRun(t *testing.T) {
	w := newWorld(t)
	write(t, w.path("customers.csv"), rows(1, 3)+"4,bad,Nobody Name,01/02/1980,A\n5,e5@bank.example,Other Name,01/02/1980,X\n")
	w.migrate(with("validate")...)
	rejects := w.path("run/rejects.csv")
	mended := strings.ReplaceAll(strings.Replace(read(t, rejects), "bad", "good@bank.example", 1), "01/02/1980,X", "31/02/1980,A")
	write(t, rejects, mended)
	validate := func(more ...string) said {
		return w.migrate(append([]string{"validate", "--source", rejects, "--mapping", "%s/bank.yaml", "--run", "%s/run", "--quiet", "--json"}, more...)...)
	}
	got := validate("--limit", "1")
	if read(t, rejects) != mended || !strings.Contains(got.err, rejects+" is left as it was") {
		t.Errorf("a source that was not read to its end was replaced, or nothing is said:\n%s", got.err)
	}
	for range 2 { // the second finds nothing new to say
		got = validate()
		if o := got.object(t); o.Rejected != 1 || o.Ready != 1 || o.Files.Rejects != rejects || !strings.Contains(got.err, "rejected  1    "+rejects) {
			t.Errorf("exit %d, %+v\n%s", got.code, o, got.err)
		}
		now := strings.Split(strings.TrimSpace(read(t, rejects)), "\n")
		if len(now) != 3 || !strings.HasSuffix(now[1], "01/02/1980,A,,,,") || !strings.Contains(now[2], "31/02/1980,A,date_impossible,birthDate,") {
			t.Errorf("the rejects file is\n%s", strings.Join(now, "\n"))
		}
		if read(t, w.path("run/rejects.1.csv")) != mended || exists(w.path("run/rejects.2.csv")) {
			t.Error("the file that was read is not kept, once")
		}
	}
	w.mustLink("run", "rejects.csv", "issues.csv")
	write(t, rejects, strings.Replace(read(t, rejects), "31/02", "28/02", 1))
	got = validate()
	if o := got.object(t); got.code != ExitOK || o.Ready != 2 || o.Files.Rejects != "" || strings.Count(read(t, rejects), "\n") != 3 {
		t.Errorf("exit %d, %+v, and the next command reads\n%s", got.code, o, read(t, rejects))
	}
	w.mustLink("run")
}

func TestStandardInputIsSpooledAndRemoved(t *testing.T) {
	w := newWorld(t)
	w.serve(sandbox.Config{}, nil)
	w.stdin = rows(1, 3)
	got := w.migrate("run", "--source", "-", "--mapping", "%s/bank.yaml", "--run", "%s/run", "--quiet", "--json")
	if o := got.object(t); o.Created != 3 || got.code != ExitOK {
		t.Fatalf("exit %d, %+v\n%s", got.code, o, got.err)
	}
	left, err := filepath.Glob(w.path("run/stdin-*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// What was piped in is called stdin wherever a place is told: the copy of it has a
// name that nobody can look up, and that differs every time.
func TestStandardInputIsCalledSo(t *testing.T) {
	w := newWorld(t)
	w.stdin = "id,email,name,dob,status\n" + "1,e1@bank.example,Ann Lee,31/01/1980,A\n2,bad,Bob Ray,13/02/1985,A\n3\n"
	tests := map[string]struct {
		args []string
		want string
	}{
		"init":     {[]string{"init", "-", "--out", "%s/st.yaml"}, "stdin:2"},
		"inspect":  {[]string{"inspect", "-"}, "stdin:4"},
		"preview":  {[]string{"preview", "--source", "-", "--mapping", "%s/bank.yaml"}, "stdin:3  row 2"},
		"--row":    {[]string{"preview", "--source", "-", "--mapping", "%s/bank.yaml", "--row", "stdin:3"}, "stdin:3  row 2"},
		"validate": {[]string{"validate", "--source", "-", "--mapping", "%s/bank.yaml", "--run", "%s/run"}, ""},
		"packed":   {[]string{"inspect", "-", "--option", "header=none"}, "stdin!in.csv:4"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if name == "packed" {
				defer func(was string) { w.stdin = was }(w.stdin)
				w.stdin = zipped(t, "in.csv", w.stdin)
			}
			got := w.migrate(tt.args...)
			text := got.out + got.err
			if name == "init" {
				text += read(t, w.path("st.yaml"))
			}
			if !strings.Contains(text, tt.want) || strings.Contains(text, ".spool") {
				t.Errorf("exit %d, want %q:\n%s", got.code, tt.want, text)
			}
		})
	}
	written := func() string {
		w.migrate(slices.Clone(tests["validate"].args)...)
		return read(t, w.path("run/issues.csv")) + read(t, w.path("run/report.json")) + read(t, w.path("run/report.html"))
	}
	first := written()
	if !strings.Contains(first, "\nstdin,3,2,2,reject,email_invalid,") || strings.Contains(first, ".spool") {
		t.Errorf("the files of a dry run do not say stdin:\n%s", first)
	}
	if strings.Contains(read(t, w.path("run/run.log")), ".spool") {
		t.Error("run.log names the copy")
	}
}

// zipped is an archive of one file.
func zipped(t *testing.T, name, content string) string {
	t.Helper()
	var archive bytes.Buffer
	z := zip.NewWriter(&archive)
	f, err := z.Create(name)
	if err == nil {
		_, err = io.WriteString(f, content)
	}
	if err := errors.Join(err, z.Close()); err != nil {
		t.Fatal(err)
	}
	return archive.String()
}

// Every mistake is one clear sentence, exit 2, nothing sent, and one object.
func TestMistakes(t *testing.T) {
	tests := map[string]struct {
		args []string
		env  map[string]string
		code string
		want string
	}{
		"unknown flag":               {args: []string{"run", "--sorce", "x"}, code: "usage", want: "--sorce"},
		"unknown command with flags": {args: []string{"vaildate", "--source", "x.csv"}, code: "usage", want: `there is no command "vaildate"`},
		"unknown command":            {args: []string{"validat"}, code: "usage", want: `"validat"`},
		"no source":                  {args: []string{"validate"}, code: "usage", want: "--source is missing"},
		"stray argument":             {args: []string{"validate", "x.csv"}, code: "usage", want: "no arguments"},
		"missing source":             {args: []string{"validate", "--source", "%s/no.csv", "--mapping", "%s/bank.yaml"}, code: "source_missing", want: "no.csv does not exist"},
		"missing mapping":            {args: []string{"validate", "--source", "%s/customers.csv", "--mapping", "%s/no.yaml"}, code: "mapping_missing", want: "no.yaml does not exist"},
		"bad rejects":                {args: with("validate", "--max-rejects", "x"), code: "usage", want: "--max-rejects"},
		"no limit of rejects":        {args: with("run", "--max-rejects", ""), code: "usage", want: "--max-rejects is given without a value"},
		"no row":                     {args: []string{"preview", "--source", "%s/customers.csv", "--mapping", "%s/bank.yaml", "--row", ""}, code: "usage", want: "--row is given without a value"},
		"no file of variables":       {args: with("validate", "--env-file="), code: "usage", want: "--env-file is given without a value"},
		"no part":                    {args: with("validate", "--part", " "), code: "usage", want: "--part is given without a value"},
		"no key of two":              {args: []string{"inspect", "%s/customers.csv", "--key", "id,,x"}, code: "usage", want: "--key is given without a value"},
		"too many rejects":           {args: with("validate", "--max-rejects", "0"), code: "max_rejects", want: "1 of 21 records are rejected"},
		"bad level":                  {args: with("validate", "--log-level", "loud"), code: "usage", want: "loud"},
		"missing env file":           {args: with("validate", "--env-file", "%s/none"), code: "env_file", want: "does not exist"},
		"no key":                     {args: with("run"), env: map[string]string{"ARGOS_ADMIN": "a@b.example"}, code: "api_key_missing", want: "ARGOS_API_KEY"},
		"plain http":                 {args: with("run"), env: map[string]string{"ARGOS_BASE_URL": "http://argos.example/v3"}, code: "base_url", want: "ARGOS_BASE_URL"},
		"remote and too fast":        {args: with("run", "--rate", "9999"), code: "usage", want: "--rate 9999"},
		"remote and hasty":           {args: with("run", "--settle", "1s"), code: "usage", want: "at least 1m0s"},
		"nobody to ask":              {args: with("run"), code: "confirmation_needed", want: "20 records"},
		"a limit in letters":         {args: with("validate", "--limit", "abc"), code: "usage", want: `--limit "abc": must be a whole number, such as 1000`},
		"a limit with a fraction":    {args: with("validate", "--limit", "1.5"), code: "usage", want: `--limit "1.5": must be a whole number, such as 1000`},
		"a limit without end":        {args: with("validate", "--limit", "99999999999999999999"), code: "usage", want: `--limit "99999999999999999999": is out of range`},
		"a budget in letters":        {args: []string{"images", "--budget", "abc"}, code: "usage", want: `--budget "abc": must be a whole number, such as 1000`},
		"a rate in letters":          {args: with("run", "--rate", "fast"), code: "usage", want: `--rate "fast": must be a number, such as 50 or 0.5`},
		"waits without a unit":       {args: with("run", "--settle", "5"), code: "usage", want: `--settle "5": must be times with their units, such as 5s,10s,15s`},
		"a window without a unit":    {args: with("run", "--commit-window", "45"), code: "usage", want: `--commit-window "45": must be a time with its unit, such as 45s or 5m`},
		"perhaps":                    {args: with("run", "--yes=perhaps"), code: "usage", want: `--yes "perhaps": takes true or false, or no value at all`},
		"no day":                     {args: with("validate", "--as-of", "today"), code: "usage", want: `--as-of "today": must be a day such as 2026-12-31`},
		"no run":                     {args: []string{"status", "--run", "%s/none"}, code: "run_dir", want: "holds no run"},
		"nothing to resolve":         {args: []string{"resolve", "%s/none.csv", "--by", "me"}, code: "decisions_missing", want: "does not exist"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			w.env = map[string]string{"ARGOS_API_KEY": "k", "ARGOS_ADMIN": "a@b.example", "ARGOS_BASE_URL": "https://argos.invalid/v3"}
			if tt.env != nil {
				w.env = map[string]string{"ARGOS_ADMIN": "a@b.example"}
				for k, v := range tt.env {
					w.env[k] = v
				}
			}
			got := w.migrate(append(tt.args[:len(tt.args):len(tt.args)], "--json")...)
			o := got.object(t)
			if got.code != ExitUsage || o.Error == nil || o.Error.Code != tt.code || !strings.Contains(o.Error.Message, tt.want) {
				t.Errorf("exit %d, error %+v; want code %s and %q", got.code, o.Error, tt.code, tt.want)
			}
			if !strings.Contains(got.err, tt.want) {
				t.Errorf("standard error does not say %q:\n%s", tt.want, got.err)
			}
		})
	}
}

func TestTheQuestion(t *testing.T) {
	for answer, want := range map[string]string{"n\n": "declined", "": "declined", "yes\n": "", "Y": ""} {
		a := &app{err: io.Discard, stop: watch(nil, nil, nil), os: OS{
			Stdin: strings.NewReader(answer), IsTerminal: func(any) bool { return true },
		}}
		s := &session{app: a, flags: &flags{}}
		err := s.confirm(target{baseURL: "https://argos.invalid/v3"}, 5)
		a.stop.Close()
		var e *Error
		if got := errors.As(err, &e); got != (want != "") || got && e.Code != want {
			t.Errorf("answer %q: %v, want %q", answer, err, want)
		}
	}
}

// A signal while standard input is waited for ends the wait.
func TestSignalWhileSpooling(t *testing.T) {
	w := newWorld(t)
	pipe, hold := io.Pipe()
	t.Cleanup(func() { hold.Close() })
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(10*time.Millisecond, cancel)
	dir := runDir{w.dir}
	if _, err := dir.spool(ctx, pipe); !errors.Is(err, context.Canceled) {
		t.Errorf("spool = %v, want %v", err, context.Canceled)
	}
	if left, _ := filepath.Glob(w.path("stdin-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestEnvFileDoesNotOverride(t *testing.T) {
	w := newWorld(t)
	w.serve(sandbox.Config{}, nil)
	delete(w.env, "ARGOS_API_KEY")
	write(t, w.path("env"), "ARGOS_API_KEY="+sandbox.DefaultAPIKey+"\nARGOS_ADMIN=nobody@nowhere.example\n")
	got := w.migrate(with("run", "--env-file", "%s/env", "--json")...)
	if o := got.object(t); o.Created != 20 {
		t.Errorf("exit %d, %+v\n%s", got.code, o, got.err)
	}
}

func TestWrongKeyStopsEverything(t *testing.T) {
	w := newWorld(t)
	w.serve(sandbox.Config{}, nil)
	w.env["ARGOS_API_KEY"] = "canary-wrong-key"
	got := w.migrate(with("run", "--json")...)
	o := got.object(t)
	if got.code != ExitTarget || o.Created != 0 || o.NotAttempted != 20 || o.Error == nil {
		t.Errorf("exit %d, %+v", got.code, o)
	}
	if strings.Contains(got.err+got.out+read(t, w.path("run/run.log")), "canary-wrong-key") {
		t.Error("the key was written somewhere")
	}
}

// The first signal reads no more and finishes; the same command continues.
func TestSignal(t *testing.T) {
	w := newWorld(t)
	w.signals = make(chan os.Signal, 1)
	var once sync.Once
	w.serve(sandbox.Config{Latency: 10 * time.Millisecond}, func(h http.Handler) http.Handler {
		return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
			if r.Method == http.MethodPost {
				once.Do(func() { w.signals <- syscall.SIGTERM })
			}
			h.ServeHTTP(rw, r)
		})
	})
	got := w.migrate(with("run", "--json", "--rate", "50", "--concurrency", "1")...)
	o := got.object(t)
	if got.code != ExitInterrupted || !o.Balanced || !o.Interrupted || o.NotAttempted == 0 || o.Error == nil || o.Error.Code != "interrupted" {
		t.Fatalf("exit %d, %+v\n%s", got.code, o, got.err)
	}
	if !strings.Contains(got.err, "reading no more") {
		t.Errorf("it was not said what the signal does:\n%s", got.err)
	}
	w.signals = nil
	rest := w.migrate(with("run", "--json", "--rate", "0", "--settle", "50ms,50ms")...)
	if o := rest.object(t); rest.code != ExitRejects || o.Created+o.Already != 20 {
		t.Errorf("the same command: exit %d, %+v\n%s", rest.code, o, rest.err)
	}
}

// A closed terminal or a full disk behind standard output ends nothing.
func TestOutputThatFails(t *testing.T) {
	w := newWorld(t)
	args := with("validate")
	for i := range args {
		args[i] = strings.ReplaceAll(args[i], "%s", w.dir)
	}
	code := Main(OS{
		Args: args, Env: func(string) (string, bool) { return "", false }, Stdin: strings.NewReader(""),
		Stdout: broken{}, Stderr: broken{}, IsTerminal: func(any) bool { return false }, Now: time.Now,
	})
	if code != ExitRejects {
		t.Errorf("exit %d, want %d", code, ExitRejects)
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, syscall.EPIPE }

// A message that ends with a question has one mark at its end, wherever it is
// told.
func TestAQuestionEndsWithOneMark(t *testing.T) {
	w := newWorld(t)
	write(t, w.path("bank.yaml"), strings.Replace(mappingText, "from: status", "from: statu", 1))
	for command, args := range map[string][]string{"validate": with("validate"), "images": images()} {
		got := w.migrate(args...)
		if got.code != ExitUsage || !strings.Contains(got.err, `did you mean "status"?`) || strings.Contains(got.err, "?.") || strings.Contains(got.err, "?;") {
			t.Errorf("%s: exit %d\n%s", command, got.code, got.err)
		}
	}
	for in, want := range map[string]string{"": ".", "it is so": "it is so.", "it is so.": "it is so.", "is it?": "is it?", "it is!": "it is!"} {
		if got := sentence(in); got != want {
			t.Errorf("%q becomes %q", in, got)
		}
	}
}

// After a stop the same number stands wherever the same is counted: the rows rejected on the
// screen and in rejects.csv, and the rejected keys in results.csv and in the ledger.
func TestAfterAStopRejectsAreCountedAlike(t *testing.T) {
	w := newWorld(t)
	bad := strings.NewReplacer("p2@", "p2 ", "p9@", "p9 ", "p17@", "p17 ", "p19@", "p19 ").Replace(rows(1, 20))
	write(t, w.path("customers.csv"), bad+"3,p3@bank.example,Person Three,03/03/1980,A\n,p21@bank.example,Person None,03/03/1980,A\n")
	w.signals = make(chan os.Signal, 1)
	var once sync.Once
	w.serve(sandbox.Config{Latency: 10 * time.Millisecond}, func(h http.Handler) http.Handler {
		return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
			if r.Method == http.MethodPost {
				once.Do(func() { w.signals <- syscall.SIGTERM })
			}
			h.ServeHTTP(rw, r)
		})
	})
	got := w.migrate(with("run", "--json", "--rate", "50", "--concurrency", "1")...)
	o := got.object(t)
	w.signals = nil
	const keyed, noKey, repeated = 4, 1, 1
	if got.code != ExitInterrupted || o.Rejected != keyed+noKey+repeated || o.NotAttempted == 0 {
		t.Fatalf("exit %d, %+v\n%s", got.code, o, got.err)
	}
	if n := strings.Count(read(t, w.path("run/rejects.csv")), "\n") - 1; n != keyed+noKey+repeated {
		t.Errorf("rejects.csv has %d rows", n)
	}
	if n := strings.Count(read(t, w.path("run/results.csv")), ",rejected,"); n != keyed {
		t.Errorf("results.csv has %d rejected keys, want %d", n, keyed)
	}
	if o := w.migrate("status", "--run", "%s/run", "--json").object(t); o.Rejected != keyed {
		t.Errorf("status knows %d rejected keys, want %d", o.Rejected, keyed)
	}
}

// A picture folder that is not there is told with the place that names it.
func TestAMissingImageRootHasItsPlace(t *testing.T) {
	w := newWorld(t)
	write(t, w.path("bank.yaml"), mappingText+"images:\n  root: pictures\n  idImage: {from: email}\n")
	got := w.migrate(with("validate")...)
	if got.code != ExitUsage || !strings.Contains(got.err, "bank.yaml:15:9: image root: ") {
		t.Errorf("exit %d\n%s", got.code, got.err)
	}
}
