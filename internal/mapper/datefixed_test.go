package mapper

import (
	"testing"

	"pgregory.net/rapid"
)

// TestFixedForms: the short way to read a date comes to what the long one does.
func TestFixedForms(t *testing.T) {
	layouts := []string{"DD/MM/YYYY", "YYYYMMDD", "YYYY-MM-DD", "MM.DD.YYYY", "YYYY - MM - DD", "DDMMYYYY"}
	rapid.Check(t, func(t *rapid.T) {
		l, problem, _ := parseLayout(rapid.SampledFrom(layouts).Draw(t, "layout"), nil)
		if problem != "" || l.fixed.size == 0 {
			t.Fatalf("layout %s: %s, fixed %+v", l.text, problem, l.fixed)
		}
		text := []rune(rapid.OneOf(rapid.SampledFrom([]string{
			"31/12/1999", "19991231", "1999-12-31", "12.31.1999", "1999 - 12 - 31", "31121999", "",
		}), rapid.String()).Draw(t, "text"))
		for range rapid.IntRange(0, 2).Draw(t, "changes") {
			if len(text) > 0 {
				text[rapid.IntRange(0, len(text)-1).Draw(t, "at")] = rapid.SampledFrom([]rune("0159/-.é:٣ ")).Draw(t, "by")
			}
		}
		gotDay, got := l.scan(string(text))
		wantDay, want := l.scanParts(string(text))
		if got != want || got && gotDay != wantDay {
			t.Errorf("%s of %q: %v %v, want %v %v", l.text, string(text), gotDay, got, wantDay, want)
		}
	})
}

func TestOpenFormsAreNotFixed(t *testing.T) {
	for _, text := range []string{"D/M/YYYY", "DD/MM/YY", "DD MMM YYYY", "YYYY年MM月DD日", "YYYY-MM-DD HH:mm:ss", "YYYY---MM-----DD"} {
		if l, problem, _ := parseLayout(text, nil); problem != "" || l.fixed.size != 0 {
			t.Errorf("%s: %s, %+v", text, problem, l.fixed)
		}
	}
}
