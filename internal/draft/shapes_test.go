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
