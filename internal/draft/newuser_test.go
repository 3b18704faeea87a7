package draft

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"kycmigrate/internal/mapper"
)

// stated drafts a mapping of customers and one more column with the given values in turn.
func stated(t *testing.T, name string, values ...string) *Draft {
	t.Helper()
	columns := []string{"customer_no", "full_name", "email", name}
	var rows [][]string
	for i := range 120 {
		rows = append(rows, []string{fmt.Sprint("K-", 1000+i), "Ann Lee", fmt.Sprintf("p%d@bank.example", i), values[i%len(values)]})
	}
	d := drafted(t, columns, rows)
	checkLoads(t, name, d, columns, rows)
	return d
}

// The mark is set, as no draft maps a custom field.
func TestDraftHasMarker(t *testing.T) {
	if d := stated(t, "note", "a"); !strings.Contains(string(d.Text), "\nmarker: cf3\n") {
		t.Errorf("%s", d.Text)
	}
}

// M and V are man and vrouw, or mujer and varón: the language of the name tells, or nobody does.
func TestGendersOfTwoLanguages(t *testing.T) {
	for name, values := range map[string]string{
		"geslacht": "V: female, M: male", "gesl_klant": "V: female, M: male", "sexo": "V: male, M: female", "COD_SEXO": "V: male, M: female", "género": "V: male, M: female",
		"gender": "", "sex": "", "SEX_CD": "",
	} {
		d := stated(t, name, "M", "V", "V")
		switch m := matched(d, "gender"); {
		case values == "" && m != nil && m.Todo == "" && m.Open == 0:
			t.Errorf("%s is sure:\n%s", name, d.Text)
		case values != "" && (m == nil || m.Todo != "" || m.Open > 0 || !strings.Contains(string(d.Text), values)):
			t.Errorf("%s: %+v\n%s", name, m, d.Text)
		}
	}
	if m := matched(stated(t, "sexo", "M", "V", "F"), "gender"); m != nil && m.Todo == "" && m.Open == 0 {
		t.Errorf("sexo with M, V and F is sure: %+v", m)
	}
}

var excludeLine = regexp.MustCompile(`(?m)^#   (exclude: .*)$`)

// A column with the states of accounts is told at the end, with a rule that loads, and is no
// outcome of a check.
func TestStatesOfAccounts(t *testing.T) {
	for name, c := range map[string]struct {
		values []string
		when   string
	}{
		"KAYIT_DRM":          {[]string{"A", "A", "P"}, `"row['KAYIT_DRM'] == 'CODE'"`},
		"situacaoCadastral":  {[]string{"ATIVO", "ATIVO", "ENCERRADO"}, `"row['situacaoCadastral'] == 'ENCERRADO'"`},
		"status":             {[]string{"ACTIVE", "DORMANT", "BLOCKED"}, `"row['status'] == 'DORMANT'"`},
		"A/C Status":         {[]string{"Blocked", "Open", "Closed"}, `"row['A/C Status'] == 'Closed'"`},
		"acct status":        {[]string{"'active'", "'closed'"}, `"row['acct status'] == 'CODE'"`},
		"acc status":         {[]string{"active", `"closed"`}, `"row['acc status'] == 'CODE'"`},
		"client status":      {[]string{"active", "written\noff"}, `"row['client status'] == 'CODE'"`},
		"account's status":   {[]string{"active", "closed"}, `"row['COLUMN'] == 'closed'"`},
		"客户状态":               {[]string{"正常", "销户"}, `"row['客户状态'] == '销户'"`},
		"counterparty state": {[]string{"live", "dormant"}, `"row['counterparty state'] == 'dormant'"`},
	} {
		d := stated(t, name, c.values...)
		line := excludeLine.FindStringSubmatch(string(d.Text))
		if m := matched(d, "kycStatus"); line == nil || !strings.Contains(line[1], "when: "+c.when) || m.Todo == "" {
			t.Errorf("%s: %q %+v", name, line, m)
			continue
		}
		if _, err := mapper.Parse("draft.yaml", append(d.Text, line[1]...), mapper.LoadOptions{Now: now}); err != nil {
			var e *mapper.Error
			for _, p := range map[bool][]mapper.Problem{errors.As(err, &e): e.Problems}[true] {
				if !p.Todo {
					t.Errorf("%s: %s", name, p.What)
				}
			}
		}
	}
	for name, values := range map[string][]string{"kyc_status": {"approved", "rejected", "closed"}, "riesgo": {"Alta", "Baja"}, "marital_status": {"single", "deceased"}} {
		if d := stated(t, name, values...); excludeLine.Match(d.Text) {
			t.Errorf("%s: %s", name, d.Text)
		}
	}
}

// What is offered for a field of codes comes with the table of its codes, or says that one is
// wanted: an answer without would reject each row.
func TestOffersOfCodes(t *testing.T) {
	columns := []string{"customer_no", "full_name", "email", "resultadoKyc", "estadoValidacion"}
	var rows [][]string
	for i := range 120 {
		rows = append(rows, []string{fmt.Sprint("K-", 1000+i), "Ann Lee", fmt.Sprintf("p%d@bank.example", i), []string{"APROBADO", "RECHAZADO"}[i%2], []string{"APROBADO", "RECHAZADO", "ZZ"}[i%3]})
	}
	d := drafted(t, columns, rows)
	checkLoads(t, "offers", d, columns, rows)
	if m := matched(d, "kycStatus"); m.Todo == "" || !strings.Contains(string(d.Text), "{from: TODO, values: {APROBADO: approved, RECHAZADO: rejected") || !strings.Contains(string(d.Text), "another column needs its own: approved or rejected?") {
		t.Errorf("%s", d.Text)
	}
}

// Days of the Hijra are read in no layout.
func TestDaysOfTheHijra(t *testing.T) {
	for _, form := range []string{"%d/%02d/%02d", "%02[3]d/%02[2]d/%[1]d", "%02[3]d-%02[2]d-%[1]d", "%d-%02d-%02d"} {
		var rows [][]string
		for i := range 120 {
			rows = append(rows, []string{fmt.Sprint("K-", 1000+i), "Ann Lee", fmt.Sprintf("p%d@bank.example", i), fmt.Sprintf(form, 1370+i%50, i%12+1, i%28+1)})
		}
		columns := []string{"customer_no", "full_name", "email", "birth_date"}
		d := drafted(t, columns, rows)
		checkLoads(t, form, d, columns, rows)
		if text := string(d.Text); !strings.Contains(text, "birthDate: {from: birth_date, date: TODO}  # the years are of the Hijri calendar, which migrate cannot convert") {
			t.Errorf("%s: %s", form, text)
		}
	}
}
