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
		"; 1 row repeats the value of an earlier one, and will be rejected: migrate inspect in.csv --key username tells which\n  userid: {from: username",
		"  # No column was found for issuingCountry, which ARGOS may require: where all documents are of one country, write issuingCountry: {const: its three letters}.\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
}

// The key of which a few values repeat, or are not there, is told with the command that shows which.
func TestKeysThatRepeat(t *testing.T) {
	for _, tt := range []struct {
		repeats, empty int
		want           string
	}{
		{2, 0, "nearly every row has a value of its own; 2 rows repeat the key of an earlier one, and only the first is sent: migrate inspect in.csv --key customer_no tells which.\nkey: customer_no"},
		{1, 2, "nearly every row has a value of its own; 1 row repeats the key of an earlier one, and only the first is sent; 2 rows have none and are rejected: migrate inspect in.csv --key customer_no tells which.\nkey: customer_no"},
		{0, 0, "every row has a value of its own.\nkey: customer_no"},
	} {
		columns, rows := tableOf(200, "customer_no: c-10#5", "name: Ann Lee~|Bo Kim~", "email: u#@bank.example")
		for i := range tt.repeats {
			rows[100+i][0] = rows[i][0]
		}
		for i := range tt.empty {
			rows[150+i][0] = ""
		}
		text := string(drafted(t, columns, rows).Text)
		if !strings.Contains(text, "in the old system: "+tt.want) {
			t.Errorf("%d repeat, %d are empty: want %s\n%s", tt.repeats, tt.empty, tt.want, text[:min(len(text), 1200)])
		}
	}
}

// So is one of two that may be the customer's number.
func TestKeysToDecideThatRepeat(t *testing.T) {
	for _, tt := range []struct {
		repeats, empty int
		want           string
	}{
		{2, 0, `in "COD_PERSONA" a value stands more than once in 2 rows: migrate inspect in.csv --key COD_PERSONA tells which; where these are one customer twice it is the key all the same, and only the first row of each is sent` + "\n"},
		{1, 2, `in "COD_PERSONA" a value stands more than once in 1 row: migrate inspect in.csv --key COD_PERSONA tells which; where these are one customer twice it is the key all the same, and only the first row of each is sent; 2 rows have no "COD_PERSONA" and are rejected where it is the key` + "\n"},
		{0, 2, `2 rows have no "COD_PERSONA" and are rejected where it is the key: migrate inspect in.csv --key COD_PERSONA tells which; all others differ` + "\n"},
	} {
		columns, rows := tableOf(200, "COD_PERSONA: P10#5", "NUM_CLIENTE: 7#3|7#3|9", "name: Ann Lee~|Bo Kim~", "email: u#@bank.example")
		for i := range tt.repeats {
			rows[100+i][0] = rows[i][0]
		}
		for i := range tt.empty {
			rows[150+i][0] = ""
		}
		text := string(drafted(t, columns, rows).Text)
		if !strings.Contains(text, "key: TODO  # "+tt.want) {
			t.Errorf("%d repeat, %d are empty: want %s\n%s", tt.repeats, tt.empty, tt.want, text[:min(len(text), 1200)])
		}
	}
}
