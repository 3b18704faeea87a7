package draft

import (
	"fmt"
	"strings"
	"testing"

	"kycmigrate/internal/mapper"
)

// people120 drafts customers with a day of birth and one of issue.
func people120(t *testing.T, birth, issue func(i int) string) *Draft {
	t.Helper()
	columns := []string{"customer_no", "full_name", "email", "birth_date", "passport_no", "issue_date"}
	var rows [][]string
	for i := range 120 {
		rows = append(rows, []string{fmt.Sprint("K-", 1000+i), "Ann Lee", fmt.Sprintf("p%d@bank.example", i), birth(i), fmt.Sprintf("M%08d", 71300317*i%99999999), issue(i)})
	}
	d := drafted(t, columns, rows)
	checkLoads(t, "mixed", d, columns, rows)
	return d
}

// decided is the text of a draft in which somebody has written a date.
func decided(d *Draft, date string) string {
	return strings.ReplaceAll(string(d.Text), "date: TODO", "date: "+date)
}

// A column whose days a spreadsheet program has exchanged is never read by a layout.
func TestExchangedDaysAreToBeDecided(t *testing.T) {
	spoilt := func(year int) func(i int) string {
		return func(i int) string {
			day, month := i%28+1, i%12+1
			if day > 12 {
				return fmt.Sprintf("%02d/%02d/%d", day, month, year+i%20)
			}
			return fmt.Sprintf("%d-%02d-%02d", year+i%20, day, month)
		}
	}
	d := people120(t, spoilt(1960), spoilt(2006))
	for _, field := range []string{"birthDate", "issueDate"} {
		if m := matched(d, field); m == nil || m.Open != 1 {
			t.Errorf("%s: %+v", field, m)
		}
	}
	if n := strings.Count(string(d.Text), "date: TODO}  # a spreadsheet program has exchanged day and month"); n != 2 {
		t.Errorf("%s", d.Text)
	}
}

// A column with years of two calendars is offered with the list that reads both.
func TestYearsOfTwoCalendarsAreOffered(t *testing.T) {
	mixed := func(form string, year int) func(i int) string {
		return func(i int) string { return fmt.Sprintf(form, i%28+1, i%12+1, year+i%18+543*b2i(i%6 == 0)) }
	}
	d := people120(t, mixed("%02d/%02d/%d", 1960), mixed("%02d/%02d/%d", 2008))
	const want = "[{layout: DD/MM/YYYY, calendar: buddhist}, DD/MM/YYYY]"
	for _, field := range []string{"birthDate", "issueDate"} {
		if m := matched(d, field); m == nil || len(m.Columns) != 1 || m.Open != 1 {
			t.Errorf("%s: %+v", field, m)
		}
	}
	if n := strings.Count(string(d.Text), want); n != 2 || !strings.Contains(string(d.Text), "17% of the dates are of the Buddhist Era") {
		t.Fatalf("%s", d.Text)
	}
	if _, err := mapper.Parse("draft.yaml", []byte(decided(d, want)), mapper.LoadOptions{Now: now}); err != nil && strings.Contains(err.Error(), "date layout") {
		t.Error(err)
	}
}
