package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
)

func TestThousands(t *testing.T) {
	for n, want := range map[int64]string{
		0: "0", 7: "7", 999: "999", 1000: "1,000", 12408: "12,408", 1234567: "1,234,567", -1000: "-1,000", 100000: "100,000",
	} {
		if got := thousands(n); got != want {
			t.Errorf("thousands(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestShort(t *testing.T) {
	for d, want := range map[time.Duration]string{
		400 * time.Millisecond: "0.4s", 12 * time.Second: "12s", 252 * time.Second: "4m12s", 184 * time.Minute: "3h04m",
	} {
		if got := short(d); got != want {
			t.Errorf("short(%s) = %q, want %q", d, got, want)
		}
	}
}

func TestShellLine(t *testing.T) {
	got := shellLine("migrate", "run", "--source", "my file.csv", "--mapping", "it's.yaml", "export/*.csv", "")
	want := `migrate run --source 'my file.csv' --mapping 'it'\''s.yaml' 'export/*.csv' ''`
	if got != want {
		t.Errorf("shellLine = %s, want %s", got, want)
	}
}

// A word that a terminal would obey is one that a shell reads back.
func TestShellWordOfControls(t *testing.T) {
	for word, want := range map[string]string{
		"a\nb.csv": `$'a\012b.csv'`, "it's\t\\x": `$'it\'s\011\\x'`, "c1\u009bm": `$'c1\302\233m'`, "\u202egpj": `$'\342\200\256gpj'`, "\xff1": `$'\3771'`,
		"é김 x": `'é김 x'`, "a\x1b[2J": `$'a\033[2J'`,
	} {
		if got := shellWord(word); got != want {
			t.Errorf("shellWord(%q) = %s, want %s", word, got, want)
		}
		if got := printable(shellWord(word)); got != want {
			t.Errorf("printed it is %s, want %s", got, want)
		}
		out, err := exec.Command("bash", "-c", "printf %s "+shellWord(word)).Output()
		if errors.Is(err, exec.ErrNotFound) {
			continue
		}
		if err != nil || string(out) != word {
			t.Errorf("bash reads %s as %q, %v", shellWord(word), out, err)
		}
	}
}

func TestObjectsCommandNoTerminal(t *testing.T) {
	var out bytes.Buffer
	a := &app{out: &answer{w: &out}}
	give := map[string]string{"x": "a\u0085b\u009bc\x7f\u202e\u2066\u200e\u061c\x1b\"é김", "\u202dkey": "1"}
	if err := a.writeObject(give); err != nil {
		t.Fatal(err)
	}
	if bad := strings.IndexFunc(strings.TrimSuffix(out.String(), "\n"), func(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) }); bad >= 0 {
		t.Errorf("a terminal obeys %q", out.String())
	}
	var got map[string]string
	if err := json.Unmarshal(out.Bytes(), &got); err != nil || !maps.Equal(got, give) {
		t.Errorf("got %q, %v, want %q", got, err, give)
	}
}

// What is said commands no terminal, whatever stands in it; letters of any script, line
// breaks and tabs are what they are.
func TestPrintable(t *testing.T) {
	for text, want := range map[string]string{
		"first\x1b[31m": `first\x1b[31m`, "a\x07\r\x7f\x00": `a\a\r\x7f\x00`, "c1\u009b31m": `c1\u009b31m`, "\u202eexe.gpj": `\u202eexe.gpj`,
		"two\nlines\tand a tab": "two\nlines\tand a tab", "نام\u200cخانوادگی": "نام\u200cخانوادگی", "이름\u3000Ž €": "이름\u3000Ž €",
	} {
		if got := printable(text); got != want {
			t.Errorf("printable(%q) = %q, want %q", text, got, want)
		}
	}
}

// Names come from whoever made the source, in a file that nobody has looked into yet.
func TestNamesCommandNoTerminal(t *testing.T) {
	w := newWorld(t)
	const first, st = "first\x1b[31m\u009b1m", "s\x1b]0;evil\x07t"
	write(t, w.path("customers.csv"), "id,"+first+",mail,dob,"+st+",\x1b[2Jleft\n1,Ann Lee,,1980-01-31,A,\n2,Bob Ray,b@firma.de,1981-02-30,X,y\n2,Bob Ray,b@firma.de,1981-02-30,X,y\n")
	write(t, w.path("bank.yaml"), strings.NewReplacer("from: email", "from: mail", "from: name", `from: "first\e[31m\u009b1m"`,
		"from: status", `from: "s\e]0;evil\at"`, "DD/MM/YYYY", "YYYY-MM-DD").Replace(mappingText))
	write(t, w.path("other.yaml"), strings.ReplaceAll(read(t, w.path("bank.yaml")), "from: mail", "from: firrst"))
	source := []string{"--source", "%s/customers.csv", "--mapping", "%s/bank.yaml"}
	tests := map[string]struct {
		args []string
		want string
	}{
		"a inspect":     {[]string{"inspect", "%s/customers.csv"}, `"first\x1b[31m\u009b1m"`},
		"b inspect key": {[]string{"inspect", "%s/customers.csv", "--key", "none"}, `first\x1b[31m`},
		"c init":        {[]string{"init", "%s/customers.csv", "--out", "%s/draft.yaml"}, "first"},
		"d preview":     {append([]string{"preview"}, source...), `"s\x1b]0;evil\at": X`},
		"e validate":    {append([]string{"validate", "--run", "%s/run", "--log-level", "debug"}, source...), `value_unknown ("s\x1b]0;evil\at") 2`},
		"f mismatch":    {[]string{"validate", "--source", "%s/customers.csv", "--mapping", "%s/other.yaml", "--run", "%s/run2"}, "firrst"},
		"g diff":        {[]string{"diff", "%s/run", "%s/run"}, `kycStatus  ("s\x1b]0;evil\at")`},
		"i json":        {[]string{"inspect", "%s/customers.csv", "--json"}, `\u009b1m`},
		"h status":      {[]string{"status", "--run", "%s/run"}, "dry run of"},
	}
	for _, name := range slices.Sorted(maps.Keys(tests)) {
		got := w.migrate(tests[name].args...)
		if text := got.out + got.err; !strings.Contains(text, tests[name].want) || strings.ContainsAny(text, "\x1b\x07\u009b") {
			t.Errorf("%s: want %q and nothing that a terminal obeys, exit %d:\n%q", name, tests[name].want, got.code, text)
		}
	}
	if log := read(t, w.path("run/run.log")); strings.ContainsAny(log, "\x1b\x07\u009b") {
		t.Errorf("run.log: %q", log)
	}
}
