package archtest

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kycmigrate/internal/validate"
)

// An option that a fix names is one that the mapping has.
func TestEveryFixNamesWhatThereIs(t *testing.T) {
	var known string
	files, _ := filepath.Glob(filepath.Join(root, "internal", "mapper", "*.go"))
	for _, name := range files {
		if !strings.HasSuffix(name, "_test.go") {
			b, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			known += string(b)
		}
	}
	option := regexp.MustCompile(`\b[a-z]+(_[a-z]+)+\b`)
	for _, rule := range validate.Rules() {
		for _, word := range option.FindAllString(rule.Fix, -1) {
			if !strings.Contains(known, `"`+word+`"`) {
				t.Errorf("the fix of %s names %s, which the mapping does not have", rule.Code, word)
			}
		}
	}
}

// planned are commands of the design that this version does not have: nothing
// that an operator reads may send them there.
var planned = regexp.MustCompile(`\bmigrate (doctor|evidence|plan|reverify|rollback|verify)\b`)

func TestNoTextNamesACommandThatIsMissing(t *testing.T) {
	seen := 0
	for _, top := range []string{"cmd", "docs", "internal", "mappings", "samples", "scripts", readme} {
		err := filepath.WalkDir(filepath.Join(root, top), func(p string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || strings.HasSuffix(p, "_test.go") || !slices.Contains([]string{".go", ".md", ".yaml", ".sh"}, filepath.Ext(p)) {
				return err
			}
			b, err := os.ReadFile(p)
			if m := planned.Find(b); m != nil {
				t.Errorf("%s: there is no %s", p, m)
			}
			seen++
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if seen < 100 {
		t.Errorf("looked at %d files only", seen)
	}
}
