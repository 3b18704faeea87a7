package mapper

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v4"

	"kycmigrate/internal/kyc"
)

// FuzzLoad: whatever the file holds, there is a mapping that compiles, or an
// error whose every line has a place.
func FuzzLoad(f *testing.F) {
	files, err := filepath.Glob("testdata/errors/*.yaml")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range append(files, "testdata/warnings.yaml", "testdata/language.yaml", "../../mappings/bank-csv.yaml") {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	for _, fields := range goodFields {
		f.Add([]byte(withFields(fields)))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<16 {
			return
		}
		m, err := parse("m.yaml", data, testOptions())
		if err != nil {
			checkPlaces(t, err)
			return
		}
		runTests(t, m)
		p, err := m.Compile(strings.Split(bankColumns+",id,a,b,c", ","))
		if err != nil {
			checkPlaces(t, err)
			return
		}
		recordOf(p, &kyc.Row{Cells: append(bankRow().Cells, "1", "Dr. 홍길동 (HONG GILDONG)", "令和6年1月5日", "DOE, John")})
	})
}

// runTests: the tests of a mapping that loads can be run.
func runTests(t *testing.T, m *Mapping) {
	p, err := m.TestPlan(testDay)
	if err != nil {
		t.Fatalf("a mapping does not fit its own columns: %v", err)
	}
	for _, test := range m.Tests() {
		test.Run(p, func(*kyc.Record) {})
	}
}

func checkPlaces(t *testing.T, err error) {
	var e *Error
	if !errors.As(err, &e) || len(e.Problems) == 0 {
		t.Fatalf("error %T has no problems: %v", err, err)
	}
	for i, p := range e.Problems {
		if p.Line < 1 || p.Column < 1 || p.What == "" || p.Fix == "" {
			t.Errorf("problem without place or words: %+v", p)
		}
		if i > 0 && p.Line < e.Problems[i-1].Line {
			t.Errorf("problems are not in order: line %d after %d", p.Line, e.Problems[i-1].Line)
		}
	}
	if n := strings.Count(err.Error(), "\n"); n > len(e.Problems) {
		t.Errorf("%d line breaks in %d problems", n, len(e.Problems))
	}
}

// scalar is a text as it stands in a mapping file.
func scalar(text string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: text, Line: 1, Column: 1}
}

// equateNaNs: a result that is no number is the same result again.
var equateNaNs = cmp.Comparer(func(a, b float64) bool { return a == b || a != a && b != b })
