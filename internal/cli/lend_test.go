package cli

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const lendMapping = `version: 1
name: bank
source: {kind: csv, csv: {encoding: utf-8, delimiter: ","}}
key: [branch, id]
admin: a@bank.example
fields:
  email:          {from: email, transform: [trim, lower]}
  fullName:       {join: [first, last], with: " ", transform: [collapse-spaces, nfc]}
  firstName:      {from: first}
  birthDate:      {from: dob, date: DD/MM/YYYY}
  kycStatus:      {from: status, values: {A: approved, R: rejected}}
  idType:         {const: passport}
  issuingCountry: {from: country, country: alpha3}
  documentNumber: {from: number, transform: upper}
  userid:         {expr: "row['branch'] + '-' + row['id']"}
  address_street: {from: street}
  address_city:   {from: city}
exclude:
  - {code: closed, when: "row['street'] == 'closed'"}
rules:
  own:
    - {code: far_away, when: "record['address_city'] == 'Ulan Bator'", message: nobody goes there, field: address_city}
`

// lendRows is a file of many batches, with every kind of row: good ones, rows that
// cannot be read, rejects, warnings, doubles near and far, text over two lines.
func lendRows(n int) string {
	var b strings.Builder
	b.WriteString("branch,id,email,first,last,dob,status,country,number,street,city\n")
	for i := range n {
		id, email, first, status, country, street, city := i, fmt.Sprintf(" P%d@Bank.kr", i), "Zo\u0065\u0301", "A", "Korea", "12 High Street", "Seoul"
		switch i % 97 {
		case 3:
			id = i / 2
		case 5:
			email = "nobody"
		case 7:
			email = fmt.Sprintf("p%d@bank.kr", i-2000)
		case 11:
			first = "Zo\u00c3\u00ab"
		case 13:
			status = "X"
		case 17:
			country = "Atlantis"
		case 19:
			street = "\"12 High Street\nFlat 3\""
		case 23:
			street = "closed"
		case 29:
			city = "Ulan Bator"
		case 31:
			b.WriteString("1,2,3\n")
		case 37:
			b.WriteString("\"1,never closed\n")
		case 41:
			first = "N/A"
		}
		fmt.Fprintf(&b, "%d,%06d,%s,%s,Kim %d,%02d/%02d/19%02d,%s,%s,m%07d,%s,%s\n", i%7, id, email, first, i%500, i%30+1, i%13, i%50+40, status, country, i%3000, street, city)
	}
	return b.String()
}

// TestADryRunKeepsNoText: all that a dry run writes is the same whether rows own
// their texts or have them in memory that is used again, many times in this file.
func TestADryRunKeepsNoText(t *testing.T) {
	w := newWorld(t)
	write(t, w.path("bank.yaml"), lendMapping)
	write(t, w.path("customers.csv"), lendRows(12_000))
	files := []string{"report.json", "report.html", fileIssues, "rejects.csv"}
	seen := map[int]map[string][]byte{}
	for _, lend := range []int{0, lentTexts, lentTexts / 8} {
		run := w.path("run") // of one name, which reports tell
		if err := os.RemoveAll(run); err != nil {
			t.Fatal(err)
		}
		a := quietApp(t)
		v := &flags{source: w.path("customers.csv"), mapping: w.path("bank.yaml"), run: run, quiet: true, logLevel: "info"}
		v.showValues, v.allIssues = true, true
		s, err := a.openSession(v, true)
		if err != nil {
			t.Fatal(err)
		}
		s.lend = lend
		if err := s.start(); err != nil {
			t.Fatal(err)
		}
		judge, closeJudge, err := s.judge()
		if err != nil {
			t.Fatal(err)
		}
		if err := s.finish(s.judgeAll(judge)); err != nil {
			t.Fatal(err)
		}
		if err := closeJudge(); err != nil {
			t.Fatal(err)
		}
		seen[lend] = map[string][]byte{}
		for _, name := range files {
			data, err := os.ReadFile(filepath.Join(run, name))
			if err != nil {
				t.Fatal(err)
			}
			if seen[lend][name] = data; lend > 0 && !bytes.Equal(data, seen[0][name]) {
				t.Errorf("%s differs with %d bytes lent a batch", name, lend)
			}
		}
	}
	if text := string(seen[0]["report.json"]); !strings.Contains(text, "key_duplicate") || !strings.Contains(text, "far_away") || !strings.Contains(text, "mojibake") {
		t.Error("the file does not have what it should")
	}
}
