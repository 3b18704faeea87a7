package draft

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"kycmigrate/internal/inspect"
	"kycmigrate/internal/kyc"
	"kycmigrate/internal/mapper"
)

// ended drafts a mapping of lines behind which others stand.
func ended(t *testing.T, columns []string, last ...string) *Draft {
	t.Helper()
	p, err := inspect.New(columns, inspect.Options{Country: mapper.IsCountry, Lines: true})
	if err != nil {
		t.Fatal(err)
	}
	s := NewSample()
	add := func(i int, line string) {
		row := &kyc.Row{Seq: int64(i), Origin: kyc.Origin{File: "in.csv", Line: int64(i) + 2, Row: int64(i) + 1}, Cells: strings.Split(line, ";"), Raw: line}
		if strings.Trim(line, ";") == "" {
			row.Fault = &kyc.Issue{Code: "row_blank"}
		} else if len(row.Cells) != len(columns) {
			row.Fault = &kyc.Issue{Code: "row_ragged"}
		}
		p.Add(row)
		s.Add(row)
	}
	for i := range 60 {
		add(i, fmt.Sprintf("K-%d;Ann Lee;p%d@bank.example;%s", 1000+i, i, []string{"ACTIVE", "CLOSED"}[i%2]))
	}
	for i, line := range last {
		add(60+i, line)
	}
	return Make(p, p.Result(), s, Options{Name: "draft", Source: "in.csv", Kind: "csv", Now: now})
}

// Rows that are no records are proposed to be left out, in lines that only lose their strokes.
func TestRowsToLeaveOut(t *testing.T) {
	columns := []string{"customer_no", "full_name", "email", "account_status"}
	if d := ended(t, columns); strings.Contains(string(d.Text), "#exclude:") || !excludeLine.Match(d.Text) {
		t.Errorf("%s", d.Text)
	}
	d := ended(t, columns, ";;;", "TOTAL REGISTROS;60")
	text := string(d.Text)
	for _, line := range []string{`#  - {code: trailer, line: "^TOTAL REGISTROS;"}  # 1 row, in.csv:63`, `#  - {code: blank_line, line: "^;+$"}  # 1 row, in.csv:62`, `#   - {code: closed_account, when: "row['account_status'] == 'CLOSED'"}`} {
		if !strings.Contains(text, line+"\n") {
			t.Errorf("%s is not in\n%s", line, text)
		}
	}
	open := strings.NewReplacer("#exclude:", "exclude:", "#  - {code", "  - {code").Replace(text)
	_, err := mapper.Parse("draft.yaml", []byte(open), mapper.LoadOptions{Now: now})
	var e *mapper.Error
	if !errors.As(err, &e) {
		t.Fatal(err)
	}
	for _, p := range e.Problems {
		if !p.Todo {
			t.Errorf("%s", p.What)
		}
	}
	if d := ended(t, columns, "Ann Lee;3"); strings.Contains(string(d.Text), "Ann") || !strings.Contains(string(d.Text), "BEGINNING") {
		t.Errorf("%s", d.Text)
	}
}

// What may be the key, and the state of a relation, are no names that nobody knows.
func TestWhyColumnsAreNotRead(t *testing.T) {
	columns, rows := tableOf(60, "CLIENTE: #", "FOLIO: 7#3", "NOMBRE: Ana~", "PATERNO: Rojas~", "EMAIL: u#@bank.example", "SIT_RELACION: A|A|C|B|I|F", "SEXO: HEMBRA|VARON")
	d := drafted(t, columns, rows)
	text := string(d.Text)
	for _, want := range []string{"#   CLIENTE: may be the key: see its TODO", "#   SIT_RELACION: a state of the record or the account: see below", `#   exclude: [{code: closed_account, when: "row['SIT_RELACION'] == 'CODE'"}]`, "lastName: {from: PATERNO", "values: {HEMBRA: female, VARON: male}"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
}

// What happened to the values of one of several columns is told with its name.
func TestDamageOfJoins(t *testing.T) {
	columns, rows := tableOf(60, "customer_no: c-10#5", "first_name: Ana~", "last_name: NuÃ±ez~|Rojas~", "email: u#@bank.example")
	if text := string(drafted(t, columns, rows).Text); !strings.Contains(text, "; last_name: 30 values have text of one encoding") {
		t.Errorf("%s", text)
	}
}
