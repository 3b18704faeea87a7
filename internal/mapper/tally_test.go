package mapper

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kycmigrate/internal/kyc"
)

// told writes changes as lines of "field (columns) step detail: n".
func told(list []Change) string {
	var b strings.Builder
	for _, c := range list {
		fmt.Fprintf(&b, "%s (%s) %s %s: %d\n", c.Field, strings.Join(c.Columns, ","), c.Step, c.Detail, c.Values)
	}
	return b.String()
}

func TestTallyCountsEachStep(t *testing.T) {
	m := load(t, withFields(`
email: {from: email, transform: [trim, lower]}
fullName: {join: [first, last], with: " ", transform: collapse-spaces}
birthDate: {from: dob, date: [DD/MM/YYYY, DD.MM.YYYY]}
kycStatus: {from: status, values: {A: approved, R: rejected}}
idType: {from: doc, values: {P: passport, D: drivers_license, I: government_id, V: visa, N: pancard, H: aadhaar, passport: passport}, otherwise: omit}
issuingCountry: {from: country, country: alpha3, default: KOR}
documentNumber: {first: [no1, no2]}
cf2: {template: "case-{no1}"}`))
	p, err := m.Compile(strings.Split("id,email,first,last,dob,status,doc,country,no1,no2", ","))
	if err != nil {
		t.Fatal(err)
	}
	rows := []string{
		"1,a@b.example,Ann,Lee,31/12/1980,A,P,KOR,x,",
		"2, A@b.example ,Ann,  Lee,31.12.1980,R,D,kr,,y",
		"3,A@b.example,Ann,,1980-12-31,A,passport,South Korea,x,y",
		"4,,,,,A,?,,,",
		"5,a@b.example,,,never,?,V,Atlantis,,",
	}
	one, two := p.Tally(nil), p.Tally(nil)
	for i, text := range rows {
		plain, counted := &kyc.Record{Row: &kyc.Row{Cells: strings.Split(text, ",")}}, &kyc.Record{}
		counted.Row = plain.Row
		p.Map(plain)
		[]*Tally{one, two}[i%2].Map(counted)
		if diff := cmp.Diff(plain, counted, whatIsMade); diff != "" {
			t.Errorf("counting changes the record (-plan +tally):\n%s", diff)
		}
	}
	want := `email (email) trim : 1
email (email) lower : 2
fullName (first,last) join first + last: 2
fullName (first,last) collapse-spaces : 1
birthDate (dob) date DD/MM/YYYY → YYYY-MM-DD: 1
birthDate (dob) date DD.MM.YYYY → YYYY-MM-DD: 1
kycStatus (status) values A → approved: 3
kycStatus (status) values R → rejected: 1
idType (doc) values D → drivers_license: 1
idType (doc) values P → passport: 1
idType (doc) values V → visa: 1
idType (doc) otherwise any other is left out: 1
issuingCountry (country) country another spelling → alpha-3 code: 2
issuingCountry (country) default no value → KOR: 1
documentNumber (no1,no2) first from no2: 1
cf2 (no1) template no1: 2
`
	if diff := cmp.Diff(want, told(Changes(one, two))); diff != "" {
		t.Errorf("changes (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(Changes(one, two), Changes(two, one)); diff != "" {
		t.Errorf("changes depend on the order of the tallies:\n%s", diff)
	}
	if got := Changes(); got != nil {
		t.Errorf("no tally counted %v", got)
	}
}

// Cells that have no value by the mapping are counted, and what otherwise: omit takes away is
// told where it is more than it leaves.
func TestTallyTellsWhatIsOmitted(t *testing.T) {
	m := load(t, withFields(`
email: {from: email}
birthDate: {from: dob}
kycStatus: {const: approved}
fullName: {join: [first, last], empty: [N/A, "-"]}
gender: {from: sex, values: {M: male, F: female}, otherwise: omit}
documentNumber: {from: no, values: {N/A: ""}, otherwise: omit}`))
	p, err := m.Compile(strings.Split("id,email,dob,first,last,sex,no", ","))
	if err != nil {
		t.Fatal(err)
	}
	one, two := p.Tally(nil), p.Tally(nil)
	for i, rest := range []string{"Ann,-,M,A1", "N/A,Lee,F,N/A", "Ann,Lee,X,A2", "Ann,Lee,M,A2", "Ann,-,M,"} {
		tally := []*Tally{one, two}[i%2]
		tally.Map(&kyc.Record{Row: &kyc.Row{Cells: append([]string{fmt.Sprint(i), "a@b.example", "1980-12-31"}, strings.Split(rest, ",")...)}})
	}
	if got, want := told(Changes(one, two)), "fullName (first,last) empty N/A, - → no value: 3\n"; !strings.HasPrefix(got, want) {
		t.Errorf("%s\nwant %s", got, want)
	}
	notes := Omitted(one, two)
	if len(notes) != 1 || !strings.HasPrefix(notes[0], "otherwise: omit of the field documentNumber leaves out 3 of the 4 values that no has: ") {
		t.Errorf("%q", notes)
	}
	if got := Omitted(); got != nil {
		t.Errorf("no tally told %q", got)
	}
}

// A name that is made of one text is a change of the mapping like any other.
func TestTallyCountsNames(t *testing.T) {
	m := load(t, withFields(`
email: {from: email}
birthDate: {from: dob}
kycStatus: {const: approved}
fullName: {first: [name, alias], name: {written: given-first, case: title}}
firstName: {from: name, name: {written: given-first, case: title}}`))
	p, err := m.Compile(strings.Split("id,email,dob,name,alias", ","))
	if err != nil {
		t.Fatal(err)
	}
	tally := p.Tally(nil)
	for i, name := range []string{"ÁNGELA", "Ángela", "ana", "", "ÁNGELA"} {
		tally.Map(&kyc.Record{Row: &kyc.Row{Cells: []string{fmt.Sprint(i), "a@b.example", "1980-12-31", name, "ANA LEE"}}})
	}
	want := `fullName (name,alias) first from alias: 1
fullName (name,alias) name : 3
firstName (name) name : 2
`
	if diff := cmp.Diff(want, told(Changes(tally))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
