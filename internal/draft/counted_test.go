package draft

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"
)

// Dates as programs count them are drafted where the rows prove what they count, and asked about where not.
func TestDaysThatProgramsCount(t *testing.T) {
	midnight := func(i int) time.Time {
		return time.Date(1950+i%50, time.Month(1+i%12), 1+i%28, 0, 0, 0, 0, time.UTC)
	}
	serial := func(d time.Time) string {
		return fmt.Sprint(int(d.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours()) / 24)
	}
	zone, err := time.LoadLocation("Europe/Tallinn")
	if err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		column string
		value  func(i int) string
		want   string // in the line of birthDate
	}{
		"milliseconds":      {"birth_date", func(i int) string { return fmt.Sprint(midnight(i).UnixMilli()) }, "date: unix-ms}"},
		"of .NET":           {"birth_date", func(i int) string { return fmt.Sprintf("/Date(%d)/", midnight(i).UnixMilli()) }, "date: unix-ms}"},
		"seconds":           {"birth_date", func(i int) string { return fmt.Sprint(midnight(i).Unix()) }, "date: unix}"},
		"seconds of floats": {"birth_date", func(i int) string { return fmt.Sprintf("%d.0", midnight(i).Unix()) }, "date: unix}"},
		"seconds of a zone": {"birth_date", func(i int) string {
			d := midnight(i)
			return fmt.Sprint(time.Date(d.Year(), d.Month(), d.Day(), 0, 0, 0, 0, zone).Unix())
		}, "date: TODO}  # {layout: unix, zone: "},
		"moments":              {"birth_date", func(i int) string { return fmt.Sprint(midnight(i).UnixMilli() + int64(i)*7_654_321) }, "date: TODO}  # {layout: unix-ms, zone: "},
		"a spreadsheet":        {"birth_date", func(i int) string { return serial(midnight(i).AddDate(10, 0, 0)) }, "date: excel}"},
		"an older spreadsheet": {"birth_date", func(i int) string { return serial(midnight(i)) }, "date: TODO}  # excel or excel-1904?"},
		"an AS/400": {"DOBCYM", func(i int) string {
			d := midnight(i).AddDate(8, 0, 0)
			return fmt.Sprintf("%d%s", d.Year()/100-19, d.Format("060102"))
		}, "date: CYYMMDD}"},
		"an AS/400, as numbers": {"birth_date", func(i int) string {
			d := midnight(i).AddDate(8, 0, 0)
			return strings.TrimPrefix(fmt.Sprintf("%d%s", d.Year()/100-19, d.Format("060102")), "0")
		}, "date: CYYMMDD}"},
	} {
		var rows [][]string
		for i := range 200 {
			rows = append(rows, []string{fmt.Sprint("C", 1000+i), fmt.Sprint("c", i, "@mail.example"), test.value(i)})
		}
		text := string(drafted(t, []string{"customer_id", "email", test.column}, rows).Text)
		if line := regexp.MustCompile(`(?m)^ *birthDate: .*$`).FindString(text); !strings.Contains(line, test.want) {
			t.Errorf("%s: drafted %q, want %q", name, line, test.want)
		}
	}
}

// Numbers that count no days are taken for none.
func TestNumbersThatCountNoDays(t *testing.T) {
	for name, test := range map[string]struct {
		column string
		value  func(i int) string
	}{
		"accounts":           {"account_no", func(i int) string { return fmt.Sprint(1_700_000_000_000 + int64(i)*7_919_317) }},
		"a postal code":      {"zip", func(i int) string { return fmt.Sprint(20_000 + i*37) }},
		"numbers":            {"customer_no", func(i int) string { return fmt.Sprint(1_240_000 + i) }},
		"days in one number": {"expiry", func(i int) string { return fmt.Sprintf("20%02d%02d%02d", 27+i%9, 1+i%12, 1+i%28) }},
	} {
		var rows [][]string
		for i := range 200 {
			rows = append(rows, []string{fmt.Sprint("C", 1000+i), test.value(i)})
		}
		text := string(drafted(t, []string{"customer_id", test.column}, rows).Text)
		if found := regexp.MustCompile(`date: .*(excel|unix|CYYMMDD)`).FindString(text); found != "" {
			t.Errorf("%s: drafted %q", name, found)
		}
	}
}
