package draft

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// pesel is a Polish number of somebody born in the 1900s, with its check digit.
func pesel(i int) string {
	n := fmt.Sprintf("%02d%02d%02d%04d", 50+i%49, i%12+1, i%28+1, (i*7919)%10000)
	sum := 0
	for k, w := range []int{1, 3, 7, 9, 1, 3, 7, 9, 1, 3} {
		sum += w * int(n[k]-'0')
	}
	return n + fmt.Sprint((10-sum%10)%10)
}

// silentRows are rows of customers under names that only count the columns.
func silentRows(prefix string) (columns []string, rows [][]string) {
	first, last := strings.Fields("Anna Piotr Maria Jan Ewa Adam Zofia Marek Olga Pawel"), strings.Fields("Nowak Kowalski Mazur Krawczyk Zajac Wilk Dudek Sikora Baran Lis Duda")
	towns, streets := strings.Fields("Warszawa Gdansk Lublin Torun Poznan"), strings.Fields("Polna Lesna Krotka Sloneczna")
	for i := range 90 {
		f, l := first[i%len(first)], last[i%len(last)]
		day := fmt.Sprintf("%02d.%02d", i%28+1, i%12+1)
		rows = append(rows, []string{
			fmt.Sprintf("KL%06d", 200+i*7), l, f, pesel(i), fmt.Sprintf("%s.%d", day, 1950+i%50), []string{"PASZPORT", "DOWOD OSOBISTY"}[i%2], fmt.Sprintf("AB%07d", i*31+17),
			fmt.Sprintf("%s.%d", day, 2016+i%8), fmt.Sprintf("%s.%d", day, 2026+i%8), fmt.Sprintf("%s %d", streets[i%4], i+3), towns[i%5], "PL",
			strings.ToLower(f+"."+l) + fmt.Sprintf("%d@poczta.example", i), []string{"KYC PASSED", "KYC PASSED", "KYC FAILED"}[i%3],
		})
	}
	for i := range rows[0] {
		columns = append(columns, fmt.Sprintf("%s%02d", prefix, i+1))
	}
	return columns, rows
}

// Where no name says anything, the columns are offered by their values, and only what looks
// like nothing else is taken.
func TestColumnsThatSayNothing(t *testing.T) {
	for _, prefix := range []string{"C", "FIELD_VAL_", "ATTR_", "Поле", "kolumna_", "필드"} {
		columns, rows := silentRows(prefix)
		d := drafted(t, columns, rows)
		for field, at := range map[string]int{
			"userid": 1, "lastName": 2, "firstName": 3, "identityNumber": 4, "birthDate": 5, "idType": 6, "documentNumber": 7, "issueDate": 8, "expireDate": 9,
			"address_street": 10, "address_city": 11, "address_country": 12, "nationality": 12, "email": 13, "kycStatus": 14, "fullName": 2,
		} {
			m := matched(d, field)
			if m == nil || !slices.Contains(m.Columns, columns[at-1]) || field == "identityNumber" && len(m.Columns) != 1 || len(m.Columns) > mostSuggested {
				t.Errorf("%s of %s: %+v", field, prefix, m)
			}
			if alone := []string{"email", "birthDate", "idType"}; m != nil && m.Todo == "" && !slices.Contains(alone, field) {
				t.Errorf("%s of %s is taken: %+v", field, prefix, m)
			}
		}
		checkLoads(t, prefix, d, columns, rows)
	}
}

// A number that is none of people, as it has no check digit that holds, is no number of one.
func TestNumbersWithoutCheckDigits(t *testing.T) {
	columns, rows := silentRows("C")
	for i := range rows {
		rows[i][3] = fmt.Sprintf("%011d", i*104729+31)
	}
	if m := matched(drafted(t, columns, rows), "identityNumber"); m != nil && slices.Contains(m.Columns, "C04") {
		t.Errorf("%+v", m)
	}
}

// What stands beside a word for an outcome changes nothing of what it means; a word that
// denies it does.
func TestOutcomesOfSeveralWords(t *testing.T) {
	for text, want := range map[string]string{
		"KYC PASSED": "approved", "IDENTIFIKACIJA PRIHVAĆENA": "approved", "Verification failed": "rejected", "identifikacija odbijena": "rejected", "KYC on hold": leftOut, "status: rejected": "rejected",
		"KYC": "", "not verified yet": "", "kyc x": "", "": "", "passed the exam": "",
	} {
		if got := outcomeOf(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
