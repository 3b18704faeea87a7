package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Every mapping that is shipped passes the tests that stand in it.
func TestShippedMappingsPassTheirTests(t *testing.T) {
	w := newWorld(t)
	t.Chdir(filepath.Join("..", ".."))
	got := w.migrate("mapping", "test")
	if got.code != ExitOK || strings.Count(got.out, "ok    mappings/") < 3 {
		t.Errorf("exit %d\n%s%s", got.code, got.out, got.err)
	}
}

// Every whole mapping of the reference can be used as it stands there, and
// passes the tests that stand in it.
func TestMappingsOfTheReferencePassTheirTests(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", "docs", "MAPPING.md"))
	if err != nil {
		t.Fatal(err)
	}
	w := newWorld(t)
	t.Chdir(w.dir)
	write(t, "erased.txt", "C-1\n")
	examples := regexp.MustCompile("(?s)```yaml mapping\n(.*?)```").FindAllStringSubmatch(string(text), -1)
	args, tested := []string{"mapping", "test"}, 0
	for i, example := range examples {
		name := fmt.Sprintf("example%d.yaml", i+1)
		write(t, name, example[1])
		if args = append(args, name); strings.Contains(example[1], "\ntests:") {
			tested++
		}
	}
	got := w.migrate(args...)
	if got.code != ExitOK || tested == 0 || strings.Count(got.out, "ok    example") != tested || strings.Count(got.out, "no tests") != len(examples)-tested {
		t.Errorf("exit %d\n%s%s", got.code, got.out, got.err)
	}
}
