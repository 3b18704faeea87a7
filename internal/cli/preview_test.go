package cli

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/jedib0t/go-pretty/v6/text"

	"kycmigrate/internal/sandbox"
)

// previewWorld is a machine that stands in the directory of the test data.
func previewWorld(t *testing.T) *world {
	t.Helper()
	w := newWorld(t)
	t.Chdir(filepath.Join("testdata", "preview"))
	return w
}

func (w *world) preview(args ...string) said {
	return w.migrate(append([]string{"preview", "--source", "customers.csv", "--mapping", "mapping.yaml"}, args...)...)
}

func TestPreviewShowsPeople(t *testing.T) {
	w := previewWorld(t)
	for _, columns := range []string{"80", "160"} {
		w.env["COLUMNS"] = columns
		got := w.preview()
		if got.code != ExitOK {
			t.Fatalf("exit %d\n%s", got.code, got.err)
		}
		golden(t, columns+".txt", got.out)
		if !strings.Contains(got.err, "ARGOS_ADMIN") || strings.Contains(got.err, "error") {
			t.Errorf("standard error: %s", got.err)
		}
	}
	if _, err := os.Stat("runs"); err == nil {
		t.Error("preview made a run directory")
	}
}

func TestPreviewShowsScripts(t *testing.T) {
	got := previewWorld(t).preview("--json")
	var pretty bytes.Buffer
	if err := json.Indent(&pretty, []byte(got.out), "", "  "); err != nil {
		t.Fatalf("standard output is no object: %v\n%s", err, got.out)
	}
	golden(t, "preview.json", pretty.String())
}

// A terminal gets colours, unless it is asked for none, and never what a value
// would make it do.
func TestPreviewColours(t *testing.T) {
	tests := []struct {
		name     string
		tty      bool
		env      map[string]string
		coloured bool
	}{
		{"a file", false, nil, false},
		{"a terminal", true, nil, true},
		{"a terminal with NO_COLOR", true, map[string]string{"NO_COLOR": "1"}, false},
		{"a dumb terminal", true, map[string]string{"TERM": "dumb"}, false},
	}
	w := previewWorld(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w.tty, w.env = tt.tty, tt.env
			out := w.preview().out
			if strings.Contains(out, "\x1b[32m") != tt.coloured {
				t.Errorf("coloured is not %v:\n%q", tt.coloured, out)
			}
			if strings.Contains(out, "\x1b[31mred") || !strings.Contains(out, `\x1b[31mred`) {
				t.Error("a value of the source reached the terminal as it is")
			}
		})
	}
}

// Colours are all that a terminal has more.
func TestPreviewIsTheSameInColour(t *testing.T) {
	w := previewWorld(t)
	for _, columns := range []string{"60", "80", "100"} {
		w.env["COLUMNS"], w.tty = columns, false
		plain := w.preview().out
		w.tty = true
		if diff := cmp.Diff(plain, text.StripEscape(w.preview().out)); diff != "" {
			t.Errorf("%s columns (-plain +coloured):\n%s", columns, diff)
		}
	}
}

// Whatever the width of the page, no line is longer.
func TestPreviewKeepsToThePage(t *testing.T) {
	w := previewWorld(t)
	for _, columns := range []int{60, 80, 100, 160} {
		w.env["COLUMNS"] = strconv.Itoa(columns)
		for line := range strings.Lines(w.preview().out) {
			if width := text.StringWidth(strings.TrimSuffix(line, "\n")); width > columns && !strings.Contains(line, "migrate validate") {
				t.Errorf("%d columns on a page of %d: %s", width, columns, line)
			}
		}
	}
}

func TestPageIsAsWideAsTheTerminal(t *testing.T) {
	tests := []struct {
		name     string
		tty      bool
		terminal int
		columns  string
		want     int
	}{
		{"a terminal", true, 72, "", 72},
		{"a terminal of unknown width", true, 0, "", pageColumns},
		{"a narrow terminal", true, 20, "", leastColumns},
		{"a file", false, 72, "", pageColumns},
		{"COLUMNS", true, 72, "120", 120},
		{"COLUMNS that is no number", true, 72, "wide", 72},
		{"a very wide one", true, 1000, "", mostColumns},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := &app{env: func(name string) (string, bool) { return tt.columns, name == "COLUMNS" }}
			a.os = OS{IsTerminal: func(any) bool { return tt.tty }, Columns: func() int { return tt.terminal }}
			if got := a.page().columns; got != tt.want {
				t.Errorf("got %d, want %d", got, tt.want)
			}
		})
	}
}

// places are the places of the rows that were shown.
func (s said) places(t *testing.T) (places string, view preview) {
	t.Helper()
	if err := json.Unmarshal([]byte(s.out), &view); err != nil {
		t.Fatalf("exit %d: %v\n%s%s", s.code, err, s.out, s.err)
	}
	list := make([]string, len(view.Rows))
	for i := range view.Rows {
		list[i] = view.Rows[i].Place + " " + view.Rows[i].Status
	}
	return strings.Join(list, ", "), view
}

func TestPreviewChoosesRows(t *testing.T) {
	tests := []struct {
		name  string
		args  []string
		want  string
		read  int64
		whole bool
	}{
		{"the first", []string{"--rows", "2"}, "customers.csv:2 ready, customers.csv:3 rejected", 2, false},
		{"those with issues", []string{"--only-issues", "--rows", "2"}, "customers.csv:3 rejected, customers.csv:4 rejected", 3, false},
		{"those with issues, within a limit", []string{"--only-issues", "--limit", "1"}, "", 1, false},
		{"all with issues", []string{"--only-issues", "--limit", "0"}, "customers.csv:3 rejected, customers.csv:4 rejected, customers.csv:5 rejected, customers.csv:6 ready", 5, true},
		{"the last", []string{"--row", "5"}, "customers.csv:6 ready", 5, true},
		{"by number", []string{"--row", "4"}, "customers.csv:5 rejected", 4, false},
		{"by the place that reports name", []string{"--row", "customers.csv:4"}, "customers.csv:4 rejected", 3, false},
		{"by file and row", []string{"--row", "customers.csv row 1", "--row", "2"}, "customers.csv:2 ready, customers.csv:3 rejected", 2, false},
	}
	w := previewWorld(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			places, view := w.preview(append(tt.args, "--json")...).places(t)
			if places != tt.want || view.Read != tt.read || view.Whole != tt.whole {
				t.Errorf("got %q after %d rows, whole %v", places, view.Read, view.Whole)
			}
		})
	}
}

// A row that repeats a key is told even if it alone is asked for.
// A row that a rule leaves out says which.
func TestPreviewNamesTheRuleThatExcludes(t *testing.T) {
	w := newWorld(t)
	write(t, w.path("bank.yaml"), mappingText+"exclude:\n  - {when: \"row['status'] == 'Z'\", code: closed_account}\n  - {when: \"row['id'] == '2'\", code: test_row}\n")
	write(t, w.path("customers.csv"), rows(1, 2)+"3,c@bank.example,Cid Poe,01/02/1980,Z\n")
	args := []string{"preview", "--source", "%s/customers.csv", "--mapping", "%s/bank.yaml"}
	got := w.migrate(append(slices.Clone(args), "--row", "3")...)
	if !strings.Contains(got.out, "row 3  excluded by closed_account\n") {
		t.Errorf("exit %d\n%s%s", got.code, got.out, got.err)
	}
	var told struct{ Rows []map[string]any }
	if err := json.Unmarshal([]byte(w.migrate(append(slices.Clone(args), "--json")...).out), &told); err != nil || len(told.Rows) != 3 {
		t.Fatal(err, told)
	}
	for i, want := range []any{nil, "test_row", "closed_account"} {
		if got := told.Rows[i]["excluded"]; got != want {
			t.Errorf("row %d: excluded is %v, want %v", i+1, got, want)
		}
	}
}

func TestPreviewHandsItsFlagsOn(t *testing.T) {
	w := newWorld(t)
	write(t, w.path("env"), "ARGOS_ADMIN=a@b.example\n")
	got := w.migrate("preview", "--source", "%s/customers.csv", "--mapping", "%s/bank.yaml", "--rows", "1", "--strict-required", "--env-file", "%s/env")
	if !strings.HasSuffix(got.out, " --mapping "+w.path("bank.yaml")+" --strict-required --env-file "+w.path("env")+"\n") {
		t.Errorf("exit %d\n%s%s", got.code, got.out, got.err)
	}
}

func TestPreviewHoldsKeysAgainstTheRowsBefore(t *testing.T) {
	_, view := previewWorld(t).preview("--row", "4", "--json").places(t)
	if issues := view.Rows[0].Issues; len(issues) != 1 || issues[0].Code != "key_duplicate" {
		t.Errorf("got %+v", issues)
	}
}

func TestPreviewRefuses(t *testing.T) {
	tests := []struct {
		name string
		args []string
		want string
	}{
		{"a row that is not there", []string{"--row", "6"}, "has no row 6 among the 5 rows that were looked at"},
		{"a row behind the limit", []string{"--row", "4", "--limit", "2"}, "has no row 4 among the 2 rows"},
		{"row and only-issues", []string{"--row", "4", "--only-issues"}, "do not go together"},
		{"no rows", []string{"--rows", "0"}, "--rows 0"},
	}
	w := previewWorld(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := w.preview(tt.args...)
			if got.code != ExitUsage || !strings.Contains(got.err, tt.want) {
				t.Errorf("exit %d: %s", got.code, got.err)
			}
		})
	}
}

// A source with something to note is shown, and reported on, like any other.
func TestCommandsWithoutALogNoteTheSource(t *testing.T) {
	w := newWorld(t)
	write(t, w.path("customers.csv"), strings.Replace(rows(1, 3), "status\n", "status,x,x\n", 1))
	table := strings.ReplaceAll(read(t, w.path("customers.csv")), ",A\n", ",A,1,2\n")
	write(t, w.path("customers.csv"), table)
	w.serve(sandbox.Config{}, nil)
	if got := w.migrate(with("run", "--rate", "0")...); got.code != ExitOK {
		t.Fatalf("exit %d\n%s", got.code, got.err)
	}
	for _, args := range [][]string{slices.Clone(reportArgs), {"preview", "--source", "%s/customers.csv", "--mapping", "%s/bank.yaml"}} {
		if got := w.migrate(args...); got.code != ExitOK || !strings.Contains(got.err, "warning: ") {
			t.Errorf("exit %d\n%s", got.code, got.err)
		}
	}
}
