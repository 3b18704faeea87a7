package draft

import (
	"strings"
	"testing"
)

// Where the names of several columns stand beside their data, none of them is taken, and the
// columns that have the data are offered.
func TestDriftedHeaders(t *testing.T) {
	dates, sexes, lands := "1980-01-##|1971-02-##|1994-03-##", "M|F|F", "Filipino|Korean|Filipino|Japanese"
	columns, rows := tableOf(80, "customer_no: c-10#5", "name: Ann Lee~|Bo Kim~", "birth_date: ", "birth_place: "+dates, "sex: Leeds|York|Bath|Hull|Ely|Dover|Goole", "civil_status: "+sexes,
		"citizenship: SINGLE|MARRIED", "occupation: "+lands, "employer: teacher|nurse|baker", "email: u#@bank.example")
	d := drafted(t, columns, rows)
	for field, want := range map[string]string{"birthDate": "birth_place", "gender": "civil_status", "nationality": "occupation"} {
		m := matched(d, field)
		if m == nil || len(m.Columns) != 1 || m.Columns[0] != want || !strings.Contains(m.Todo, "the headers from birth_date to employer seem to stand one column before their data") {
			t.Errorf("%s: %+v", field, m)
		}
	}
	for _, field := range []string{"email", "fullName"} {
		if m := matched(d, field); m == nil || m.Todo != "" {
			t.Errorf("%s: %+v", field, m)
		}
	}
}

// Two names beside their data prove nothing, nor do columns that are called alike.
func TestHeadersInPlace(t *testing.T) {
	for _, list := range [][]string{
		{"birth_date: ", "birth_place: 1980-01-##", "sex: M|F", "citizenship: ", "country_of_birth: Japan|France"},
		{"issue_date: ", "expiry_date: 2031-01-##", "gender: ", "sex: M|F", "nationality: ", "citizenship: Japan|France"},
		{"birth_date: 1980-01-##", "birth_place: York", "sex: M|F", "civil_status: S|M", "citizenship: Japan|France", "occupation: nurse", "email: u#@bank.example"},
	} {
		columns, rows := tableOf(60, append([]string{"customer_no: c-10#5"}, list...)...)
		if text := string(drafted(t, columns, rows).Text); strings.Contains(text, "seem to stand") {
			t.Errorf("%v:\n%s", list, text)
		}
	}
}

// Names that stand two columns behind their data are found as well.
func TestHeadersBehind(t *testing.T) {
	columns, rows := tableOf(60, "a1: 1980-01-##|1971-02-##", "b2: M|F", "birth_date: u#@bank.example", "gender: Japan|France|Peru", "email: High St #", "citizenship: Mill Rd #")
	m := matched(drafted(t, columns, rows), "email")
	if m == nil || len(m.Columns) != 1 || m.Columns[0] != "birth_date" || !strings.Contains(m.Todo, "seem to stand 2 columns behind their data") {
		t.Errorf("%+v", m)
	}
}

// Headers that stand beside their data up to the end of the file, of whatever kind they are,
// are found by what is left of their order; what stands before them is taken.
func TestHeadersDriftedToTheEnd(t *testing.T) {
	data := []string{"Leeds|York|Bath|Hull|Ely", "GB|FR|DE|PL|ES", "+4477009#", "u#@bank.example", "1985-02-##|1962-03-##", "M|F", "P1#4475", "2031-04-##", "approved|rejected", "10.0.0.##"}
	names := []string{"city", "country", "phone", "email", "birth_date", "gender", "passport_no", "passport_expiry", "kyc_status", "ip_address"}
	list := []string{"customer_no: c-10#5", "name: Ann Lee~|Bo Kim~", "address: # High St"}
	for i, name := range append(names[1:], "remark") { // the header has lost its city
		list = append(list, name+": "+data[i])
	}
	columns, rows := tableOf(80, list...)
	d := drafted(t, columns, rows)
	for _, m := range d.Matches {
		if before := m.Field == "userid" || m.Field == "fullName"; (m.Todo == "") != before && m.Field != "address_street" && m.Field != "address_full" {
			t.Errorf("%+v", m)
		}
	}
	if m := matched(d, "email"); m == nil || len(m.Columns) != 1 || m.Columns[0] != "birth_date" || !strings.Contains(m.Todo, "one column before their data") {
		t.Errorf("%+v", m)
	}
}
