package mapper

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"kycmigrate/internal/kyc"
)

// datesOf reads layouts, each with the name of its calendar behind it if it is
// not the Gregorian one: "DD/MM/YYYY buddhist".
func datesOf(t testing.TB, f kyc.Field, texts ...string) *dates {
	t.Helper()
	d := &dates{century: centuryOf(f, testNow)}
	for _, text := range texts {
		var c *calendar
		if i := strings.LastIndexByte(text, ' '); i > 0 && slices.Contains(calendarNames(), text[i+1:]) {
			c, _ = calendarByName(text[i+1:])
			text = text[:i]
		}
		l, problem, fix := parseLayout(text, c)
		if problem != "" {
			t.Fatalf("layout %s: %s; %s", text, problem, fix)
		}
		d.layouts = append(d.layouts, l)
	}
	d.national = anyNational(d.layouts)
	return d
}

func TestReadDates(t *testing.T) {
	tests := []struct {
		layout, in, want string
		verdict          verdict
	}{
		{"DD/MM/YYYY", "31/12/1999", "1999-12-31", accepted},
		{"DDMMMYYYY", "01SEP1961", "1961-09-01", accepted},
		{"DDMMMYYYY:HH:mm:ss", "01sep1961:00:00:00", "1961-09-01", accepted},
		{"DDMMMYYYY", "31SEP1961", "", dateImpossible},
		{"DD-MMM-YYYY", "15-ENE-1985", "1985-01-15", accepted},
		{"DD-MMM-YYYY", "15-fév-1985", "1985-02-15", accepted},
		{"DD-MMM-YYYY", "15-DEZ-1985", "1985-12-15", accepted},
		{"DD-MMM-YYYY", "15-Ağu-1985", "1985-08-15", accepted},
		{"DD-MMM-YYYY", "15-LIP-1985", "", dateUnreadable},
		{"DD-MMM-YYYY", "15-JUI-1985", "", dateUnreadable},
		{"DD-MMM-YYYY", "15-enero-1985", "", dateUnreadable},
		{"D MMMM YYYY", "3 März 1980", "1980-03-03", accepted},
		{"D MMMM YYYY", "3 août 1980", "1980-08-03", accepted},
		{"D MMMM YYYY", "3 janv 1980", "", dateUnreadable},
		{"DDMMMYYYY", "01SEPX1961", "", dateUnreadable},
		{"M/D/YYYY H:mm:ss", "10/21/1960 0:00:00", "1960-10-21", accepted},
		{"M/D/YYYY H:mm:ss", "10/21/1960 13:05:00", "1960-10-21", accepted},
		{"M/D/YYYY H:mm:ss", "10/21/1960 31:05:00", "", dateUnreadable},
		{"M/D/YYYY H:mm:ss A", "1/5/1980 12:00:00 AM", "1980-01-05", accepted},
		{"M/D/YYYY H:mm:ss A", "1/5/1980 12:00:00 pm", "1980-01-05", accepted},
		{"M/D/YYYY H:mm:ss A", "1/5/1980 12:00:00", "", dateUnreadable},
		{"M/D/YYYY H:mm:ss A", "1/5/1980 12:00:00 XM", "", dateUnreadable},
		{"DD/MM/YYYY", "1999-12-31", "1999-12-31", accepted},
		{"DD/MM/YYYY", "29/02/2000", "2000-02-29", accepted},
		{"DD/MM/YYYY", "29/02/1900", "", dateImpossible},
		{"DD/MM/YYYY", "31/02/2001", "", dateImpossible},
		{"DD/MM/YYYY", "31/04/2001", "", dateImpossible},
		{"DD/MM/YYYY", "00/01/2001", "", dateImpossible},
		{"DD/MM/YYYY", "01/13/2001", "", dateImpossible},
		{"DD/MM/YYYY", "01/01/0000", "", dateImpossible},
		{"DD/MM/YYYY", "2001-02-31", "", dateImpossible},
		{"DD/MM/YYYY", "0000-00-00", "", dateImpossible},
		{"DD/MM/YYYY", "1/2/2001", "", dateUnreadable},
		{"DD/MM/YYYY", "01/02/2001 ", "", dateUnreadable},
		{"DD/MM/YYYY", "01/02/20011", "", dateUnreadable},
		{"DD/MM/YYYY", "01-02-2001", "", dateUnreadable},
		{"DD/MM/YYYY", "", "", dateUnreadable},
		{"DD/MM/YYYY", "2001-2-03", "", dateUnreadable},
		{"DD/MM/YYYY", "+1/02/2001", "", dateUnreadable},
		{"DD/MM/YYYY", "０１/02/2001", "", dateUnreadable},
		{"D.M.YYYY", "1.2.2001", "2001-02-01", accepted},
		{"D.M.YYYY", "11.12.2001", "2001-12-11", accepted},
		{"D.M.YYYY", "011.2.2001", "", dateUnreadable},
		{"YYYYMMDD", "20010203", "2001-02-03", accepted},
		{"DD-MMM-YYYY", "03-FEB-2001", "2001-02-03", accepted},
		{"DD-MMM-YYYY", "03-Febr-2001", "", dateUnreadable},
		{"D MMMM YYYY", "3 february 2001", "2001-02-03", accepted},
		{"MMM D, YYYY", "May 3, 2001", "2001-05-03", accepted},
		{"YYYY년 M월 D일", "2001년 2월 3일", "2001-02-03", accepted},
		{"YYYY-MM-DD HH:mm:ss", "2001-02-03 00:00:00", "2001-02-03", accepted},
		{"YYYY-MM-DD HH:mm:ss", "2001-02-03 29:00:00", "", dateUnreadable},
		{"YYYY-MM-DDTHH:mm:ss.SSSZ", "2001-02-03T04:05:06.7Z", "2001-02-03", accepted},
		{"DDMMMYY", "03FEB01", "2001-02-03", accepted},
	}
	for _, tt := range tests {
		got, v := datesOf(t, kyc.BirthDate, tt.layout).read(tt.in)
		if got != tt.want || v != tt.verdict {
			t.Errorf("%s reads %q as %q, verdict %d; want %q, %d", tt.layout, tt.in, got, v, tt.want, tt.verdict)
		}
	}
}

func TestFirstLayoutThatFitsWins(t *testing.T) {
	d := datesOf(t, kyc.BirthDate, "DD/MM/YYYY", "MM/DD/YYYY")
	for in, want := range map[string]string{"03/04/1980": "1980-04-03", "04/13/1980": "1980-04-13"} {
		if got, v := d.read(in); got != want || v != accepted {
			t.Errorf("read(%s) = %s, %d; want %s", in, got, v, want)
		}
	}
	if _, v := d.read("32/13/1980"); v != dateImpossible {
		t.Errorf("a day of no calendar has verdict %d", v)
	}
}

// testNow is 22 November 2026.
func TestTwoDigitYears(t *testing.T) {
	tests := []struct {
		field    kyc.Field
		in, want string
	}{
		{kyc.BirthDate, "09/07/31", "1931-07-09"},
		{kyc.BirthDate, "22/11/26", "2026-11-22"},
		{kyc.BirthDate, "23/11/26", "1926-11-23"},
		{kyc.BirthDate, "29/02/00", "2000-02-29"},
		{kyc.IssueDate, "01/01/27", "1927-01-01"},
		{kyc.IssueDate, "01/01/19", "2019-01-01"},
		{kyc.ExpireDate, "01/01/31", "2031-01-01"},
		{kyc.ExpireDate, "01/01/76", "2076-01-01"},
		{kyc.ExpireDate, "01/01/77", "1977-01-01"},
	}
	for _, tt := range tests {
		if got, _ := datesOf(t, tt.field, "DD/MM/YY").read(tt.in); got != tt.want {
			t.Errorf("%s reads %s as %s, want %s", tt.field, tt.in, got, tt.want)
		}
	}
}

func TestPastNeverEndsInTheFuture(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		now := time.Date(rapid.IntRange(1990, 2110).Draw(t, "year"), 1, rapid.IntRange(1, 366).Draw(t, "day"), 0, 0, 0, 0, time.UTC)
		d := day{rapid.IntRange(0, 99).Draw(t, "yy"), rapid.IntRange(1, 12).Draw(t, "m"), rapid.IntRange(1, 28).Draw(t, "d")}
		d.year = centuryOf(kyc.BirthDate, now).complete(d)
		got := time.Date(d.year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC)
		if got.After(now) || !got.AddDate(100, 0, 0).After(now) {
			t.Fatalf("%v was taken for %v", now, got)
		}
	})
}

// The standard library decides what the calendar has.
func TestDatesAgreeWithTheStandardLibrary(t *testing.T) {
	d := datesOf(t, kyc.BirthDate, "DD.MM.YYYY")
	rapid.Check(t, func(t *rapid.T) {
		s := fmt.Sprintf("%02d.%02d.%04d", rapid.IntRange(0, 33).Draw(t, "d"), rapid.IntRange(0, 13).Draw(t, "m"), rapid.IntRange(1, 9999).Draw(t, "y"))
		got, v := d.read(s)
		want, err := time.Parse("02.01.2006", s)
		if err == nil && (day{year: want.Year()}).elsewhere() {
			err = errors.New("of another calendar")
		}
		if (err == nil) != (v == accepted) || err == nil && got != want.Format(time.DateOnly) {
			t.Fatalf("read(%s) = %s, %d; the library says %v, %v", s, got, v, want, err)
		}
	})
}

// TestAlmanac holds every day that the almanac has, and those beside it,
// against package time.
func TestAlmanac(t *testing.T) {
	dates := dates{almanac: almanac()}
	end := time.Date(firstYear+years+1, 1, 1, 0, 0, 0, 0, time.UTC)
	for at := time.Date(firstYear-1, 1, 1, 0, 0, 0, 0, time.UTC); at.Before(end); at = at.AddDate(0, 0, 1) {
		y, m, d := at.Date()
		if got, want := dates.canonical(day{y, int(m), d}, ""), at.Format(time.DateOnly); got != want {
			t.Fatalf("%q, want %q", got, want)
		}
	}
}
