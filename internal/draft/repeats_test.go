package draft

import (
	"fmt"
	"strings"
	"testing"
)

// What the customer signs in with is taken where a few values repeat, and the rows that will
// be rejected for it are counted. What no column was found for is said, where ARGOS may
// require it.
func TestUserIDsThatRepeat(t *testing.T) {
	columns := []string{"_id", "username", "email", "firstName", "lastName", "birthDate", "gender"}
	var rows [][]string
	for i := range 80 {
		n := i
		if i == 79 {
			n = 3
		}
		rows = append(rows, []string{
			fmt.Sprintf("63de%020x", 7919*i), fmt.Sprintf("folake%d", 100+7*n), fmt.Sprintf("folake%d@mail.ng", i), []string{"Folake", "Kehinde", "Amara", "Tunde"}[i%4], []string{"Balogun", "Afolabi", "Okafor"}[i%3],
			fmt.Sprintf("%d-0%d-1%d", 1960+i%40, 1+i%9, i%10), []string{"female", "male"}[i%2],
		})
	}
	text := string(drafted(t, columns, rows).Text)
	for _, want := range []string{
		"; 1 row repeats the value of an earlier one, and will be rejected: migrate inspect --key tells which\n  userid: {from: username",
		"  # No column was found for issuingCountry, which ARGOS may require: where all documents are of one country, write issuingCountry: {const: its three letters}.\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
}
