package draft

import (
	"strings"
	"testing"
)

// The days of one kind of document, which few have, are not taken beside the number of any.
func TestPapersThatFewHave(t *testing.T) {
	for values, sure := range map[string]bool{"2031-01-##||||": false, "2031-01-##": true} {
		columns, rows := tableOf(90, "customer_no: c-10#5", "name: Ann Lee~|Bo Kim~", "email: u#@bank.example", "document_type: Passport|National ID|Driver License", "document_number: D1#7754", "passport_expiry: "+values)
		if m := matched(drafted(t, columns, rows), "expireDate"); m == nil || (m.Todo == "") != sure {
			t.Errorf("%s: %+v", values, m)
		}
	}
}

// An address that ends in a postal code of its own, behind the city, is whole.
func TestPostalCodeBehindTheCity(t *testing.T) {
	columns, rows := tableOf(60, "customer_no: c-10#5", "name: Ann Lee~|Bo Kim~", "email: u#@bank.example", "address: High St. #, Leeds, LS-75#|Mill Rd. #, York, YO-12#", "purpose_x: Travel|Salary|Family|Gifts|Study")
	d := drafted(t, columns, rows)
	if m := matched(d, "address_full"); m == nil || m.Todo != "" {
		t.Errorf("%+v\n%s", m, strings.TrimSpace(string(d.Text)))
	}
}

// A place is of the address that it stands behind, unless another one stands before that.
func TestPlacesBehindAnAddress(t *testing.T) {
	place := "city: Leeds|York|Bath|Hull|Ely|Ripon"
	for _, tt := range []struct {
		columns []string
		sure    bool
	}{
		{[]string{"present_address: # High St|# Mill Rd", place, "office_address: # Low St"}, true},
		{[]string{"present_address: # High St|# Mill Rd", place, "previous_address: # Low St, York"}, true},
		{[]string{"permanent_address: # Low St", "present_address: # High St|# Mill Rd", place}, false},
		{[]string{"present_address: # High St|# Mill Rd", "mobile: +4477009#", place, "permanent_address: # Low St"}, false},
	} {
		columns, rows := tableOf(60, append([]string{"customer_no: c-10#5", "name: Ann Lee~|Bo Kim~", "email: u#@bank.example"}, tt.columns...)...)
		d := drafted(t, columns, rows)
		if m := matched(d, "address_city"); m == nil || (m.Todo == "") != tt.sure {
			t.Errorf("%v: %+v", tt.columns, m)
		}
	}
}

// EXP is the issue beside the place of it, unless days are yet to come.
func TestExpBesideItsPlace(t *testing.T) {
	for values, want := range map[string]string{"2015-03-##|2019-05-##": "issueDate", "2035-03-##|2031-05-##": "expireDate"} {
		columns, rows := tableOf(60, "COD_ASOC: 10#5", "NUM_DOC: 5#7754", "FEC_EXP: "+values, "LUG_EXP: PASTO|CALI|TUNJA|NEIVA", "APELLIDO1: Rojas~", "NOMBRE1: Ana~", "CORREO: u#@bank.example")
		d := drafted(t, columns, rows)
		if m := matched(d, want); m == nil || m.Todo != "" || m.Columns[0] != "FEC_EXP" {
			t.Errorf("%s: %+v\n%s", values, m, d.Text)
		}
	}
}

// A column of e-mail addresses of which many say that there is none is that, and one of words
// is not.
func TestWordsForNoMail(t *testing.T) {
	for values, sure := range map[string]bool{"NA|NA|NA|u#@bank.example": true, "NOTIENE|u#@bank.example|NOTIENE": true, "yes|maybe|u#@bank.example|no": false} {
		columns, rows := tableOf(80, "customer_no: c-10#5", "name: Ann Lee~|Bo Kim~", "email: "+values)
		if m := matched(drafted(t, columns, rows), "email"); m == nil || (m.Todo == "") != sure {
			t.Errorf("%s: %+v", values, m)
		}
	}
}

// A division among the parts of an address is a region, and one beside a job is none.
func TestDivisions(t *testing.T) {
	for _, tt := range []struct {
		before, behind string
		sure           bool
	}{
		{"city: Savar|Tongi|Feni|Bogra|Natore", "country: Bangladesh", true},
		{"job: clerk|driver|cook", "manager: Ann Ek|Bo Ro", false},
	} {
		columns, rows := tableOf(60, "customer_no: c-10#5", "name: Ann Lee~|Bo Kim~", "email: u#@bank.example", tt.before, "division: Dhaka|Khulna|Sylhet|Barishal|Rangpur", tt.behind, "x: 1", "address: # Mill Rd")
		if m := matched(drafted(t, columns, rows), "address_state"); (m != nil && m.Todo == "") != tt.sure {
			t.Errorf("%s: %+v", tt.before, m)
		}
	}
}
