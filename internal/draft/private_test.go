package draft

import (
	"fmt"
	"strings"
	"testing"
)

// Nothing of a person is in a draft, wherever it stands in the source: in a
// column of codes, once among codes, or in every other column.
func TestNoValueOfAPerson(t *testing.T) {
	columns := []string{"customer_id", "kyc_status", "gender", "doc_type", "full_name", "email", "dob", "passport_no", "address"}
	var rows [][]string
	for i := range 60 {
		status, gender := []string{"Grace Hopper", "Alan Turing"}[i%2], []string{"M", "F"}[i%2]
		kind := []string{"PP", "DL"}[i%2]
		if i == 7 {
			gender, kind = "Kim", "ZX998877"
		}
		rows = append(rows, []string{
			fmt.Sprintf("C-%04d", i), status, gender, kind, fmt.Sprintf("Ada Lovelace%c", 'a'+i%20), fmt.Sprintf("ada%d@bank.example", i),
			fmt.Sprintf("%02d/%02d/19%02d", 1+i%28, 1+i%12, 40+i%50), fmt.Sprintf("M%08d", 12345678+i), fmt.Sprintf("%d Elm Street, Leeds", i),
		})
	}
	d := drafted(t, columns, rows)
	text := fmt.Sprintf("%s %+v", d.Text, d)
	for _, secret := range []string{"Hopper", "Turing", "Kim", "ZX99", "Lovelace", "ada1", "@bank", "M123", "Elm", "Leeds", "C-00"} {
		if strings.Contains(text, secret) {
			t.Errorf("the draft tells %q:\n%s", secret, d.Text)
		}
	}
	checkLoads(t, "private", d, columns, rows)
}
