package cli

import (
	"bytes"
	"strings"
	"testing"

	"github.com/jedib0t/go-pretty/v6/text"
	"pgregory.net/rapid"
)

func TestLinesAreBrokenBetweenWords(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"short", "  as it is\n", "  as it is\n"},
		{"long", "    at customers.csv:29, customers.csv:35, customers.csv:212\n", "    at customers.csv:29, customers.csv:35,\n      customers.csv:212\n"},
		{"twice", "note: " + strings.Repeat("word ", 18) + "end\n", "note: word word word word word word word\n  word word word word word word word word\n  word word word end\n"},
		{"a word that is longer", "see /srv/" + strings.Repeat("x", 60) + " there\n", "see\n  /srv/" + strings.Repeat("x", 60) + "\n  there\n"},
		{"a command", "  migrate validate --source customers.csv --mapping bank.yaml --run runs/bank\n", "  migrate validate --source customers.csv --mapping bank.yaml --run runs/bank\n"},
		{"an export", "  export ARGOS_BASE_URL=http://127.0.0.1:8787/v3 ARGOS_API_KEY=key\n", "  export ARGOS_BASE_URL=http://127.0.0.1:8787/v3 ARGOS_API_KEY=key\n"},
		{"a label", "Finished after 1s (exit 0). Report: runs/live/report.html  Results: runs/r.csv\n", "Finished after 1s (exit 0).\n  Report: runs/live/report.html\n  Results: runs/r.csv\n"},
		{"wide characters", "고객 명부의 열 가운데 다음 것들은 읽히지 않습니다 입니다\n", "고객 명부의 열 가운데 다음 것들은 읽히지\n  않습니다 입니다\n"},
		{"several", "one\n" + strings.Repeat("a ", 25) + "\nlast", "one\n" + strings.TrimRight(strings.Repeat("a ", 21), " ") + "\n  a a a a \nlast"},
	} {
		if got := wrapped(tt.in, 42); got != tt.want {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}

// No word is lost, none is broken, and no line is too long but for one word or a command.
func TestWrappingLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.StringMatching(`[a-z가-힣,]{1,24}`), 0, 40)
		var lines []string
		for range rapid.IntRange(1, 4).Draw(t, "lines") {
			lines = append(lines, strings.Repeat(" ", rapid.IntRange(0, 6).Draw(t, "lead"))+strings.Join(words.Draw(t, "words"), rapid.SampledFrom([]string{" ", "  "}).Draw(t, "gap")))
		}
		in, columns := strings.Join(lines, "\n")+"\n", rapid.IntRange(1, 90).Draw(t, "columns")
		out := wrapped(in, columns)
		if got, want := strings.Fields(out), strings.Fields(in); strings.Join(got, " ") != strings.Join(want, " ") {
			t.Fatalf("%q became %q", in, out)
		}
		for line := range strings.Lines(out) {
			line = strings.TrimRight(line, "\n")
			if columns >= narrowest+6+hanging && text.StringWidth(line) > columns && len(strings.Fields(line)) > 1 {
				t.Fatalf("%d columns: %q is too long", columns, line)
			}
		}
	})
}

// Only whole lines for a terminal are wrapped.
func TestWhatIsWrapped(t *testing.T) {
	long := strings.Repeat("word ", 20) + "end"
	for name, tt := range map[string]struct {
		width       func() int
		first, lead string
		want        bool
	}{
		"terminal":            {func() int { return 40 }, "", "", true},
		"no terminal":         {nil, "", "", false},
		"of unknown width":    {func() int { return 0 }, "", "", false},
		"behind a progress":   {func() int { return 40 }, "50% ", "", false},
		"below a progress":    {func() int { return 40 }, "50% ", "\n", true},
		"in place of a bar":   {func() int { return 40 }, "50% " + clearLine, "", true},
		"below, no terminal":  {nil, "50% ", "\n", false},
		"behind a whole line": {func() int { return 40 }, "done\n", "", true},
	} {
		var b bytes.Buffer
		l := &lossy{w: &b, screen: screen{width: tt.width}}
		paint(l, "%s", tt.first)
		say(l, "%s%s\n", tt.lead, long)
		if got := strings.Count(strings.TrimPrefix(b.String(), tt.first+tt.lead), "\n") > 1; got != tt.want {
			t.Errorf("%s: wrapped %t\n%s", name, got, b.String())
		}
	}
}
