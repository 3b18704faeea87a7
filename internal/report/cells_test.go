package report

import (
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestDefuse(t *testing.T) {
	for in, want := range map[string]string{
		"":            "",
		"1001":        "1001",
		"O'Brien":     "O'Brien",
		"'quoted":     "'quoted",
		"=1+1":        "'=1+1",
		"+82":         "'+82",
		"-5":          "'-5",
		"@cmd":        "'@cmd",
		"\tx":         "'\tx",
		"\rx":         "'\rx",
		"'=1":         "''=1",
		"''@":         "'''@",
		"a=1":         "a=1",
		"김=":          "김=",
		" =not first": " =not first",
	} {
		if got := defuse(in); got != want {
			t.Errorf("defuse(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestDefuseIsUndone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.SampledFrom([]rune("'=+-@\t\ra1김"))).Draw(t, "cell")
		safe := defuse(s)
		if got := fuse(safe); got != s {
			t.Fatalf("%q became %q and then %q", s, safe, got)
		}
		if safe != "" && strings.IndexByte(formulaStart, safe[0]) >= 0 {
			t.Fatalf("%q became %q, which a spreadsheet runs", s, safe)
		}
	})
}

type pair struct {
	A string `csv:"a"`
	B string `csv:"b"`
}

// readPairs reads every record, with the lines that they begin on.
func readPairs(text string) (recs []pair, lines []int, err error) {
	t, err := readTable[pair]("x.csv", strings.NewReader(text), "a")
	if err != nil {
		return nil, nil, err
	}
	for {
		rec, line, err := t.next()
		if errors.Is(err, io.EOF) {
			return recs, lines, nil
		}
		if err != nil {
			return recs, lines, err
		}
		recs, lines = append(recs, rec), append(lines, line)
	}
}

func TestReadTable(t *testing.T) {
	want := []pair{{"1", "x"}, {"2", "y"}}
	for name, text := range map[string]string{
		"ours":            "a,b\n1,x\n2,y\n",
		"windows":         "a,b\r\n1,x\r\n2,y\r\n",
		"byte order mark": "\ufeffa,b\n1,x\n2,y\n",
		"semicolons":      "a;b\n1;x\n2;y\n",
		"tabs":            "a\tb\n1\tx\n2\ty\n",
		"other order":     "b,a\nx,1\ny,2\n",
		"more columns":    "a,c,b\n1,,x\n2,,y\n",
		"no last newline": "a,b\n1,x\n2,y",
	} {
		recs, lines, err := readPairs(text)
		if diff := cmp.Diff(want, recs); diff != "" || err != nil {
			t.Errorf("%s: %v\n%s", name, err, diff)
		}
		if diff := cmp.Diff([]int{2, 3}, lines); diff != "" {
			t.Errorf("%s: lines %s", name, diff)
		}
	}
	if recs, _, err := readPairs(""); len(recs) != 0 || err != nil {
		t.Errorf("empty file: %v, %v", recs, err)
	}
}

func TestReadTableErrors(t *testing.T) {
	for name, text := range map[string]string{
		"no such column":  "b,c\n1,2\n",
		"ragged":          "a,b\n1\n",
		"stray quote":     "a,b\n1,\"x\n" + strings.Repeat("y,z\n", maxLine/2),
		"one long header": strings.Repeat("a", 3*maxLine),
	} {
		if _, _, err := readPairs(text); err == nil || !strings.Contains(err.Error(), "x.csv") {
			t.Errorf("%s: error %v, want one that names the file", name, err)
		}
	}
}

// The bound is on one record, not on the file.
func TestReadTableTakesLongFiles(t *testing.T) {
	const rows = 300_000
	recs, _, err := readPairs("a,b\n" + strings.Repeat("12345,67890\n", rows))
	if err != nil || len(recs) != rows {
		t.Errorf("%d records, %v", len(recs), err)
	}
}

func FuzzReadTable(f *testing.F) {
	f.Add("a,b\n1,x\n")
	f.Add("\ufeffa;b\n\"1\n2\";x")
	f.Fuzz(func(t *testing.T, text string) {
		recs, lines, _ := readPairs(text)
		if len(recs) != len(lines) {
			t.Errorf("%d records on %d lines", len(recs), len(lines))
		}
	})
}
