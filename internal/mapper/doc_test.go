package mapper

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestTheReferenceLoads loads every example of docs/MAPPING.md: those called
// mapping are whole files, those called fields stand below that key, and of
// those called each every line is a field of a mapping of its own.
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
		switch example[1] {
		case " mapping":
			loads(t, example[2])
		case " fields":
			loads(t, withFields(example[2]))
		case " each":
			for line := range strings.Lines(example[2]) {
				if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
					loads(t, withFields(line))
				}
			}
		default:
			t.Errorf("an example is called neither mapping, fields nor each:\n%s", example[2])
		}
	}
}

// loads loads a mapping as it stands in the reference, and compiles it.
func loads(t *testing.T, text string) {
	t.Helper()
	m, err := inFolder(t, text, map[string]string{
		"erased.txt":    "C-1\n",
		"branches.csv":  "code,name\n001,Mapo\n",
		"products.csv":  "BRANCH,PRODUCT,name\n001,A,Mapo\n",
		"decisions.csv": "risk,argos\nlow,approved\n",
	})
	if err == nil {
		_, err = m.Compile(m.Columns())
	}
	if err != nil {
		t.Errorf("%v\n%s", err, text)
	}
}

// What can be written stands in the reference.
func TestTheReferenceIsWhole(t *testing.T) {
	data, err := os.ReadFile("../../docs/MAPPING.md")
	if err != nil {
		t.Fatal(err)
	}
	words := append(functionNames(), transformNames()...)
	for _, keys := range [][]string{fieldKeys, topKeys, imageSettings, pictureKeys, testKeys} {
		words = append(words, keys...)
	}
	for _, p := range layoutParts {
		words = append(words, p.token)
	}
	for _, word := range words {
		if !strings.Contains(string(data), "`"+word+"`") {
			t.Errorf("docs/MAPPING.md does not tell of `%s`", word)
		}
	}
}
