package draft

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"kycmigrate/internal/inspect"
	"kycmigrate/internal/mapper"
)

// FuzzDraft: whatever the names of the columns and the cells are, the draft is
// a mapping in which nothing is wrong but what is to be decided, each column of
// it is one of the source, and no match that is sure is of content that speaks
// against it.
func FuzzDraft(f *testing.F) {
	f.Add("email\x00dob\x00status", "a@b.example\x001980-01-02\x00A\x01c@d.example\x001981-02-03\x00R")
	f.Add("email\x00e-mail\x00\"x: y\" #\x00TODO", "no\x00a@b.example\x00{}\x00[]")
	f.Add("생년월일\x00성별\x00\u2028\x00 \x00null", "1980년 1월 2일\x00남\x00\ufeff\x00x\x00~")
	f.Add("kyc_status\x00gender\x00doc_type", "approved\x00m\x00: #\x01'rejected'\x00\"f\x00- a\x01yes\x00null\x00TODO")
	f.Add("front_image\x00selfie", "a/b.jpg\x00..\\c.png\x01/etc/x.jpg\x00c:d.png")
	f.Add("a[1].dob\x00a[999].dob\x00a[[2]]", "01/02/80\x0005/06/81\x0020200101")
	f.Fuzz(func(t *testing.T, head, body string) {
		if len(head)+len(body) > 1<<14 {
			return
		}
		columns := unique(strings.Split(head, "\x00"))
		if len(columns) > 64 {
			return
		}
		var rows [][]string
		for row := range strings.SplitSeq(body, "\x01") {
			rows = append(rows, strings.Split(row, "\x00"))
		}
		d := drafted(t, columns, rows)
		checkSafe(t, d, columns)
		checkContent(t, d, columns, rows)
		if again := drafted(t, columns, rows); string(again.Text) != string(d.Text) {
			t.Errorf("two drafts of one source differ:\n%s\n%s", d.Text, again.Text)
		}
	})
}

// unique makes the names of columns different, as every reader does.
func unique(names []string) []string {
	seen := map[string]bool{}
	var list []string
	for _, n := range names {
		if !seen[n] {
			list = append(list, n)
		}
		seen[n] = true
	}
	return list
}

// wants are what most values of a sure match must look like.
var wants = map[string]func(string) bool{
	"email":           func(s string) bool { return strings.Contains(s, "@") },
	"birthDate":       func(s string) bool { return strings.ContainsAny(s, "0123456789") },
	"issueDate":       func(s string) bool { return strings.ContainsAny(s, "0123456789") },
	"expireDate":      func(s string) bool { return strings.ContainsAny(s, "0123456789") },
	"nationality":     mapper.IsCountry,
	"issuingCountry":  mapper.IsCountry,
	"address_country": mapper.IsCountry,
	"idImage":         func(s string) bool { return strings.Contains(s, ".") },
	"firstName":       func(s string) bool { return !strings.ContainsAny(s, "0123456789@") },
}

// checkContent: content never speaks against what is sure.
func checkContent(t *testing.T, d *Draft, columns []string, rows [][]string) {
	t.Helper()
	for _, m := range d.Matches {
		fits := wants[m.Field]
		if m.Todo != "" || fits == nil || len(m.Columns) != 1 {
			continue
		}
		at, good, bad := slices.Index(columns, m.Columns[0]), 0, 0
		for _, row := range rows {
			if at < len(row) && inspect.TypeOf(row[at]) != inspect.TypeEmpty {
				good += b2i(fits(strings.TrimSpace(row[at])))
				bad += b2i(!fits(strings.TrimSpace(row[at])))
			}
		}
		if bad > good || good == 0 {
			t.Errorf("%s from %q is sure, but %d values fit and %d do not", m.Field, m.Columns[0], good, bad)
		}
	}
}

func checkSafe(t *testing.T, d *Draft, columns []string) {
	t.Helper()
	m, err := mapper.Parse("draft.yaml", d.Text, mapper.LoadOptions{Now: now})
	var e *mapper.Error
	switch {
	case errors.As(err, &e):
		for _, p := range e.Problems {
			if !p.Todo {
				t.Errorf("%d: %s\n%s", p.Line, p.What, d.Text)
			}
		}
	case err != nil:
		t.Errorf("%v\n%s", err, d.Text)
	default:
		if _, err := m.Compile(columns); err != nil {
			t.Errorf("%v\n%s", err, d.Text)
		}
	}
}
