package mapper

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestTheReferenceLoads loads every example of docs/MAPPING.md: those called
// mapping are whole files, those called fields stand below that key.
func TestTheReferenceLoads(t *testing.T) {
	text, err := os.ReadFile("../../docs/MAPPING.md")
	if err != nil {
		t.Fatal(err)
	}
	examples := regexp.MustCompile("(?s)```yaml( \\w+)?\n(.*?)```").FindAllStringSubmatch(string(text), -1)
	if len(examples) < 10 {
		t.Fatalf("found only %d examples", len(examples))
	}
	for _, example := range examples {
		whole := example[2]
		switch example[1] {
		case " mapping":
		case " fields":
			whole = withFields(example[2])
		default:
			t.Errorf("an example is called neither mapping nor fields:\n%s", example[2])
			continue
		}
		m, err := inFolder(t, whole, map[string]string{
			"erased.txt":    "C-1\n",
			"branches.csv":  "code,name\n001,Mapo\n",
			"decisions.csv": "risk,argos\nlow,approved\n",
		})
		if err != nil {
			t.Errorf("%v\n%s", err, whole)
			continue
		}
		if _, err := m.Compile(m.Columns()); err != nil {
			t.Errorf("%v\n%s", err, whole)
		}
	}
}

// What can be written stands in the reference.
func TestTheReferenceIsWhole(t *testing.T) {
	data, err := os.ReadFile("../../docs/MAPPING.md")
	if err != nil {
		t.Fatal(err)
	}
	words := append(functionNames(), transformNames()...)
	words = append(append(append(words, fieldKeys...), topKeys...), imageSettings...)
	for _, p := range layoutParts {
		words = append(words, p.token)
	}
	for _, word := range words {
		if !strings.Contains(string(data), "`"+word+"`") {
			t.Errorf("docs/MAPPING.md does not tell of `%s`", word)
		}
	}
}
