package mapper

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"kycmigrate/internal/kyc"
)

// tested is a mapping with tests; the lines of a test are counted from its
// dash in line 11.
const tested = `version: 1
source: {kind: csv}
key: id
fields:
  email: {from: e_mail, transform: lower}
  gender: {from: sex, values: {F: female}}
  cf1: {const: x}
images: {idImage: {from: front}}
exclude: [{code: closed, when: "row['sex'] == 'C'"}, {code: test_customer, when: "row['e_mail'] == 'T'"}]
tests:
`

// failures runs the tests of a mapping and tells what differs.
func failures(t *testing.T, text string, check func(*kyc.Record)) []string {
	t.Helper()
	m := load(t, tested+text)
	p, err := m.TestPlan(testDay)
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	tests := m.Tests()
	for i := range tests {
		for _, w := range tests[i].Run(p, check) {
			told = append(told, strings.Join([]string{tests[i].Name, w.Place, w.What, w.Want, w.Got}, "|"))
		}
	}
	return told
}

// testDay is today for tests of mappings.
var testDay = time.Date(2026, 11, 30, 0, 0, 0, 0, time.UTC)

// The day that a test is judged by stands in it, or in the one that it is like; it decides
// two-digit years as well.
func TestDaysOfTests(t *testing.T) {
	m := load(t, strings.Replace(tested, "  cf1: {const: x}", "  birthDate: {from: dob, date: DD/MM/YY}", 1)+`  - {name: a, row: {dob: 01/06/27}, as_of: 2028-01-31, want: {birthDate: 2027-06-01}}
  - {name: b, like: a, want: {birthDate: 2027-06-01}}
  - {name: c, like: a, as_of: "2026-12-31", want: {birthDate: 1927-06-01}}
  - {name: d, row: {dob: 01/06/27}, want: {birthDate: 1927-06-01}}
`)
	days := []string{"2028-01-31", "2028-01-31", "2026-12-31", "0001-01-01"}
	for i, test := range m.Tests() {
		if got := test.AsOf.Format(time.DateOnly); got != days[i] {
			t.Errorf("%s is judged by %s", test.Name, got)
		}
		today := testDay
		if !test.AsOf.IsZero() {
			today = test.AsOf
		}
		p, err := m.TestPlan(today)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range test.Run(p, nothing) {
			if w.What == "birthDate" {
				t.Errorf("%s: %+v", test.Name, w)
			}
		}
	}
}

func nothing(*kyc.Record) {}

// warns and rejects stand for checks that find something.
func warns(rec *kyc.Record)   { rec.Add(kyc.Issue{Code: "odd", Field: "email"}) }
func rejects(rec *kyc.Record) { rec.Add(kyc.Issue{Severity: kyc.Reject, Code: "bad"}) }

func TestMappingTests(t *testing.T) {
	const plain = "  - name: p\n    row: {id: 1, e_mail: A@b, sex: F, front: ./a.jpg}\n"
	const excluded = "  - {name: x, row: {id: 1, e_mail: C, sex: C}, "
	tests := []struct {
		name, text string
		check      func(*kyc.Record)
		want       []string
	}{
		{"as wanted", plain + "    want: {email: a@b, gender: female, cf1: x, cf2: '', idImage: a.jpg}", nothing, nil},
		{"another value", plain + "    want: {email: A@b}", nothing, []string{"p|m.yaml:13:12|email|A@b|a@b"}},
		{"left out", plain + "    want: {cf2: x, gender: }", nothing, []string{"p|m.yaml:13:12|cf2|x|", "p|m.yaml:13:20|gender||female"}},
		{"a warning is no matter", plain + "    want: {email: a@b}", warns, nil},
		{"unless none is wanted", plain + "    issues: []", warns, []string{"p|m.yaml:13:13|issues||odd (email)"}},
		{"a warning that is wanted", plain + "    issues: odd", warns, nil},
		{"a reject nobody wants", plain + "    want: {email: a@b}", rejects, []string{"p|m.yaml:11:5|issues|none that rejects|bad"}},
		{"one of two issues", plain + "    issues: [bad, value_unknown]", rejects, []string{"p|m.yaml:13:13|issues|bad, value_unknown|bad"}},
		{"excluded", excluded + "excluded: closed, want: {email: c}}", nothing, nil},
		{"excluded by another rule", excluded + "excluded: test_customer}", nothing, []string{"x|m.yaml:11:58|excluded|test_customer|closed"}},
		{"excluded, and nobody wants it", excluded + "issues: []}", nothing, []string{"x|m.yaml:11:5|excluded|by no rule|closed"}},
		{"not excluded", plain + "    excluded: closed", nothing, []string{"p|m.yaml:13:15|excluded|closed|by no rule"}},
		{"like another", plain + "    issues: []\n  - {name: q, like: p, row: {sex: X}, issues: [value_unknown], want: {gender: '', email: a@b}}", nothing, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, failures(t, tt.text, tt.check)); diff != "" {
				t.Errorf("mismatches (-want +got):\n%s", diff)
			}
		})
	}
}

// A test finds out when the mapping is changed under it.
func TestMappingTestsCanFail(t *testing.T) {
	const text = "  - {name: p, row: {id: 1, e_mail: A@b}, want: {email: a@b}}"
	m := load(t, strings.Replace(tested, "transform: lower", "transform: upper", 1)+text)
	p, err := m.TestPlan(testDay)
	if err != nil {
		t.Fatal(err)
	}
	if wrong := m.Tests()[0].Run(p, nothing); len(wrong) != 1 || wrong[0].Got != "A@B" {
		t.Errorf("got %v", wrong)
	}
}

// A column of a test that the mapping does not read is told by the plan of the tests,
// and not by the mapping: the slip may be in a field, which the source then tells.
func TestTestsOfOtherColumns(t *testing.T) {
	m := load(t, tested+`  - {name: a, row: {id: "1", email: A@B.example}, want: {email: a@b.example}}
`)
	if _, err := m.Compile(m.Columns()); err != nil {
		t.Errorf("the mapping itself is refused: %v", err)
	}
	if _, err := m.TestPlan(testDay); err == nil || !strings.Contains(err.Error(), `m.yaml:11:30: the mapping reads no column "email"; did you mean "e_mail"?`) {
		t.Errorf("%v", err)
	}
}

func TestMismatchesThatLookAlike(t *testing.T) {
	for _, tt := range []struct {
		want, got string
		alike     bool
	}{
		{"\u00c9", "E\u0301", true}, {"Ann Lee", "Ann\u00a0Lee", true}, {"Ann", "A\u200bnn", true}, {"ＡB", "AB", true}, {"Ann", "\u0410nn", true},
		{"Ann", "Bnn", false}, {"É", "E", false}, {"", "\u200b", true}, {"", "x", false}, {"김", "金", false},
	} {
		if m := (Mismatch{Want: tt.want, Got: tt.got}); m.LookAlike() != tt.alike {
			t.Errorf("%q and %q look alike: %v, want %v", tt.want, tt.got, m.LookAlike(), tt.alike)
		}
	}
}
