package mapper

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"kycmigrate/internal/kyc"
)

// blockReader reads issue dates as a block of date says.
func blockReader(t *testing.T, block string) func(text string) (string, verdict) {
	t.Helper()
	m := load(t, withFields("issueDate: {from: d, date: "+block+"}"))
	for i := range m.rules {
		if r := &m.rules[i]; r.field == kyc.IssueDate {
			d := &dates{layouts: r.layouts, century: centuryOf(r.field, m.today), national: anyNational(r.layouts), almanac: almanac()}
			return d.read
		}
	}
	t.Fatal("no issueDate")
	return nil
}

func TestDaysThatProgramsCount(t *testing.T) {
	for _, test := range []struct {
		block, text, want string
		verdict           verdict
	}{
		{"excel", "45292", "2024-01-01", accepted},
		{"excel", "45292.75", "2024-01-01", accepted},
		{"excel", "1", "1900-01-01", accepted},
		{"excel", "59", "1900-02-28", accepted},
		{"excel", "60", "", dateImpossible},
		{"excel", "61", "1900-03-01", accepted},
		{"excel", "2024-01-01", "2024-01-01", accepted}, // as a cell of a workbook
		{"excel", "-5", "", dateUnreadable},
		{"excel", "20240101", "", dateUnreadable},
		{"excel", "1704067200", "", dateUnreadable},
		{"excel", "45.292", "1900-02-14", accepted},
		{"excel", "45,292", "", dateUnreadable},
		{"excel", "", "", dateUnreadable},
		{"excel", ".5", "", dateUnreadable},
		{"excel-1904", "43830", "2024-01-01", accepted},
		{"excel-1904", "0", "1904-01-01", accepted},
		{"unix", "1704067200", "2024-01-01", accepted},
		{"unix", "-86400", "1969-12-31", accepted},
		{"unix", "0", "1970-01-01", accepted},
		{"unix", "1704067200.0", "2024-01-01", accepted},
		{"unix", "1704110400", "2024-01-01", accepted}, // noon
		{"unix", "1704153599", "2024-01-01", accepted}, // the last second
		{"unix", "1704063600", "", dateZoneUnclear},    // midnight in Berlin
		{"unix", "1704067200.5", "", dateZoneUnclear},  // half a second later
		{"unix", "1704067200000", "", dateUnreadable},  // milliseconds
		{"unix-ms", "1704067200000", "2024-01-01", accepted},
		{"unix-ms", "-2208988800000", "1900-01-01", accepted},
		{"unix-ms", "1704153599999", "2024-01-01", accepted},
		{"unix-ms", "/Date(1704067200000)/", "2024-01-01", accepted},
		{"unix-ms", "/Date(1704067200000", "", dateUnreadable},
		{"unix-ms", "9999999999999", "", dateUnreadable},
		{"{layout: unix, zone: Europe/Berlin}", "1704063600", "2024-01-01", accepted},
		{"{layout: unix, zone: Europe/Berlin}", "1704067200", "", dateZoneUnclear}, // one in the morning there
		{"{layout: unix-ms, zone: Asia/Tokyo}", "482857200000", "1985-04-21", accepted},
		{"{layout: unix, zone: America/Sao_Paulo}", "1541300400", "2018-11-04", accepted}, // a day that began at one
		{"[unix-ms, DD/MM/YYYY]", "31/12/2023", "2023-12-31", accepted},
		{"CYYMMDD", "1240101", "2024-01-01", accepted},
		{"CYYMMDD", "0760229", "1976-02-29", accepted},
		{"CYYMMDD", "760229", "1976-02-29", accepted},
		{"CYYMMDD", "0770229", "", dateImpossible},
		{"CYYMMDD", "2240101", "", dateUnreadable},
		{"CYYMMDD", "40101", "", dateUnreadable},
		{"CYY-MM-DD", "124-01-01", "2024-01-01", accepted},
		{"CYY-MM-DD", "24-01-01", "", dateUnreadable},
		{"DD.MM.CYY", "01.01.124", "2024-01-01", accepted},
	} {
		if got, v := blockReader(t, test.block)(test.text); got != test.want || v != test.verdict {
			t.Errorf("date %s of %q: %q, verdict %d; want %q, verdict %d", test.block, test.text, got, v, test.want, test.verdict)
		}
	}
}

// Every day of 300 years is counted as itself.
func TestEveryDayIsCounted(t *testing.T) {
	read := map[string]func(string) (string, verdict){}
	for _, block := range []string{"excel", "excel-1904", "unix", "unix-ms", "CYYMMDD", "{layout: unix, zone: Europe/Moscow}"} {
		read[block] = blockReader(t, block)
	}
	moscow, err := time.LoadLocation("Europe/Moscow")
	if err != nil {
		t.Fatal(err)
	}
	for d := time.Date(1900, 3, 1, 0, 0, 0, 0, time.UTC); d.Year() < 2100; d = d.AddDate(0, 0, 1) {
		y, m, dd := d.Date()
		texts := map[string]string{
			"excel":                               fmt.Sprint(int(d.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours()) / 24),
			"unix":                                fmt.Sprint(d.Unix()),
			"unix-ms":                             fmt.Sprint(d.UnixMilli()),
			"CYYMMDD":                             fmt.Sprintf("%d%02d%02d%02d", y/100-19, y%100, m, dd),
			"{layout: unix, zone: Europe/Moscow}": fmt.Sprint(time.Date(y, m, dd, 0, 0, 0, 0, moscow).Unix()),
		}
		if y >= 1904 {
			texts["excel-1904"] = fmt.Sprint(int(d.Sub(time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)).Hours()) / 24)
		}
		for block, text := range texts {
			if got, v := read[block](text); got != d.Format(time.DateOnly) || v != accepted {
				t.Fatalf("date %s of %s: %q, verdict %d; want %s", block, text, got, v, d.Format(time.DateOnly))
			}
		}
	}
}

func TestCountingsThatAMappingMayName(t *testing.T) {
	for block, want := range map[string]string{
		"epoch-ms":                                  `did you mean "unix-ms"?`,
		"Timestamp":                                 `did you mean "unix"?`,
		"{layout: excel, calendar: buddhist}":       "take calendar away",
		"{layout: excel, zone: Europe/Berlin}":      "take zone away",
		"{layout: DD/MM/YYYY, zone: Europe/Berlin}": "take zone away",
		"{layout: unix, zone: Berlin}":              "the time zone \"Berlin\" is not known",
		"{layout: unix, zone: Local}":               "is not known",
		"CYYYYMMDD":                                 "not right before YY",
		"YYMMDDC":                                   "not right before YY",
	} {
		_, err := parse("m.yaml", []byte(withFields("issueDate: {from: d, date: "+block+"}")), testOptions())
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("date %s: %v; want %s", block, err, want)
		}
	}
	for block, warned := range map[string]bool{"[excel, unix]": true, "[unix, YYYYMMDD]": true, "[unix, DD/MM/YYYY]": false, "CYYMMDD": false, "[CYYMMDD, excel]": true} {
		m := load(t, withFields("issueDate: {from: d, date: "+block+"}"))
		if got := strings.Contains(strings.Join(m.Warnings, "\n"), "the same dates differently"); got != warned {
			t.Errorf("date %s: warnings %v; want one: %v", block, m.Warnings, warned)
		}
	}
}
