package mapper

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"kycmigrate/internal/kyc"
)

func TestNationalDates(t *testing.T) {
	tests := []struct {
		layouts, in, want string
		verdict           verdict
	}{
		{"DD/MM/YYYY buddhist", "05/01/2567", "2024-01-05", accepted},
		{"DD/MM/YYYY buddhist", "29/02/2567", "2024-02-29", accepted},
		{"DD/MM/YYYY buddhist", "29/02/2566", "", dateImpossible},
		{"DD/MM/YYYY buddhist", "31/04/2567", "", dateImpossible},
		{"DD/MM/YYYY buddhist", "05/01/2024", "", dateCalendar},
		{"DD/MM/YYYY buddhist", "31/12/9999", "", dateCalendar},
		{"DD/MM/YYYY buddhist", "soon", "", dateUnreadable},
		// 2484 began on 1 January 1941; before, a year began on 1 April.
		{"DD/MM/YYYY buddhist", "01/01/2484", "1941-01-01", accepted},
		{"DD/MM/YYYY buddhist", "31/12/2483", "1940-12-31", accepted},
		{"DD/MM/YYYY buddhist", "01/04/2483", "1940-04-01", accepted},
		{"DD/MM/YYYY buddhist", "31/03/2483", "", dateYearUnclear},
		{"DD/MM/YYYY buddhist", "15/02/2480", "", dateYearUnclear},
		{"D MMM YY buddhist", "5 Jan 67", "2024-01-05", accepted},
		{"D MMM YY buddhist", "5 Jan 84", "1941-01-05", accepted},
		{"D MMM YY buddhist", "5 Jan 83", "", dateYearUnclear},

		{"D MMM YYYY buddhist", "5 ม.ค. 2567", "2024-01-05", accepted},
		{"D MMM YYYY buddhist", "5 JAN 2567", "2024-01-05", accepted},
		{"D MMMM YYYY buddhist", "29 กุมภาพันธ์ 2567", "2024-02-29", accepted},
		{"D MMM YYYY buddhist", "5 มค. 2567", "", dateUnreadable},

		// What stands as YYYY-MM-DD is Gregorian, whatever the calendar...
		{"DD/MM/YYYY buddhist", "2024-01-05", "2024-01-05", accepted},
		{"DD/MM/YYYY buddhist", "1938-02-15", "1938-02-15", accepted},
		{"DD/MM/YYYY buddhist", "2567-01-05", "", dateCalendar},
		{"DD/MM/YYYY buddhist", "2024-02-30", "", dateImpossible},
		{"Ey.M.D japanese", "2024-01-05", "2024-01-05", accepted},
		{"Ey.M.D japanese", "2567-01-05", "", dateCalendar},
		// ... unless the mapping says so: then the year tells.
		{"YYYY-MM-DD buddhist", "2567-01-05", "2024-01-05", accepted},
		{"YYYY-MM-DD buddhist", "2024-01-05", "2024-01-05", accepted},
		{"YYYY-MM-DD buddhist", "2480-02-15", "", dateYearUnclear},
		{"YYYY-MM-DD buddhist", "2600-02-30", "", dateImpossible},
		{"YYYY-MM-DD persian", "1403-01-01", "2024-03-20", accepted},
		{"YYYY-MM-DD persian", "2024-03-20", "2024-03-20", accepted},

		{"DD/MM/YYYY buddhist|DD/MM/YYYY", "05/01/2567", "2024-01-05", accepted},
		{"DD/MM/YYYY buddhist|DD/MM/YYYY", "05/01/2024", "2024-01-05", accepted},
		{"DD/MM/YYYY|DD/MM/YYYY buddhist", "05/01/2567", "2024-01-05", accepted},
		{"DD/MM/YYYY|DD/MM/YYYY buddhist", "05/01/2024", "2024-01-05", accepted},
		{"DD/MM/YYYY|DD/MM/YYYY buddhist", "31/04/2567", "", dateImpossible},
		{"DD/MM/YYYY|DD/MM/YYYY buddhist", "05/01/1403", "", dateCalendar},

		{"y/MM/DD minguo", "113/01/05", "2024-01-05", accepted},
		{"y/M/D minguo", "99/1/5", "2010-01-05", accepted},
		{"y/MM/DD minguo", "1/01/05", "1912-01-05", accepted},
		{"y/MM/DD minguo", "0/01/05", "", dateImpossible},
		{"y/MM/DD minguo", "900/01/05", "", dateCalendar},
		{"y/MM/DD minguo", "2024/01/05", "", dateUnreadable},
		{"y/MM/DD minguo", "101/02/29", "2012-02-29", accepted},
		{"y/MM/DD minguo", "102/02/29", "", dateImpossible},
		{"yyyMMDD minguo", "0990105", "2010-01-05", accepted},
		{"yyyMMDD minguo|yyMMDD minguo", "990105", "2010-01-05", accepted},
		{"民國y年M月D日 minguo", "民國113年1月5日", "2024-01-05", accepted},
		{"民國y年M月D日 minguo", "民國元年1月5日", "1912-01-05", accepted},
		{"民國y年M月D日 minguo", "民國前5年1月5日", "", dateUnreadable},

		{"Ey年M月D日 japanese", "令和6年1月5日", "2024-01-05", accepted},
		{"Ey年M月D日 japanese", "令和元年5月1日", "2019-05-01", accepted},
		{"Ey年M月D日 japanese", "令和1年4月30日", "", dateOutsideEra},
		{"Ey年M月D日 japanese", "平成31年4月30日", "2019-04-30", accepted},
		{"Ey年M月D日 japanese", "平成31年5月1日", "", dateOutsideEra},
		{"Ey年M月D日 japanese", "昭和64年1月7日", "1989-01-07", accepted},
		{"Ey年M月D日 japanese", "昭和64年1月8日", "", dateOutsideEra},
		{"Ey年M月D日 japanese", "平成元年1月8日", "1989-01-08", accepted},
		{"Ey年M月D日 japanese", "平成元年1月7日", "", dateOutsideEra},
		{"Ey年M月D日 japanese", "大正15年12月24日", "1926-12-24", accepted},
		{"Ey年M月D日 japanese", "大正15年12月25日", "", dateOutsideEra},
		{"Ey年M月D日 japanese", "昭和元年12月25日", "1926-12-25", accepted},
		{"Ey年M月D日 japanese", "明治45年7月29日", "1912-07-29", accepted},
		{"Ey年M月D日 japanese", "明治45年7月30日", "", dateOutsideEra},
		{"Ey年M月D日 japanese", "大正元年7月30日", "1912-07-30", accepted},
		{"Ey年M月D日 japanese", "明治6年1月1日", "1873-01-01", accepted},
		{"Ey年M月D日 japanese", "明治5年12月3日", "", dateOutsideEra},
		{"Ey年M月D日 japanese", "令和6年2月30日", "", dateImpossible},
		{"Ey年M月D日 japanese", "令和0年5月1日", "", dateImpossible},
		{"Ey年M月D日 japanese", "令和999年5月1日", "", dateImpossible},
		{"Ey年M月D日 japanese", "慶応3年5月1日", "", dateUnreadable},
		{"Ey.M.D japanese", "H3.1.5", "1991-01-05", accepted},
		{"Ey.M.D japanese", "s64.1.7", "1989-01-07", accepted},
		{"Ey/MM/DD japanese", "㋿6/01/05", "2024-01-05", accepted},
		{"EyyMMDD japanese", "S640107", "1989-01-07", accepted},
		{"EyyMMDD japanese", "昭640107", "1989-01-07", accepted},
		{"EyyMMDD japanese|YYYYMMDD", "19890107", "1989-01-07", accepted},

		{"YYYY/MM/DD persian", "1403/12/30", "2025-03-20", accepted},
		{"YYYY/MM/DD persian", "1404/12/30", "", dateImpossible},
		{"YYYY/MM/DD persian", "1357/11/22", "1979-02-11", accepted},
		{"YYYY/MM/DD persian", "1403/13/01", "", dateImpossible},
		{"YYYY/MM/DD persian", "1403/00/01", "", dateImpossible},
		{"D MMMM YYYY persian", "22 بهمن 1357", "1979-02-11", accepted},
		{"D MMMM YYYY persian", "1 January 1357", "", dateUnreadable},
		{"YYYY/MM/DD persian", "2024/03/20", "", dateCalendar},
		{"YYYY/MM/DD persian", "9999/03/20", "", dateCalendar},
	}
	for _, tt := range tests {
		got, v := datesOf(t, kyc.BirthDate, strings.Split(tt.layouts, "|")...).read(tt.in)
		if got != tt.want || v != tt.verdict {
			t.Errorf("%s reads %q as %q, verdict %d; want %q, %d", tt.layouts, tt.in, got, v, tt.want, tt.verdict)
		}
	}
}

// everyDay calls f for each day of the years given.
func everyDay(first, last int, f func(at time.Time)) {
	for at := time.Date(first, 1, 1, 0, 0, 0, 0, time.UTC); at.Year() <= last; at = at.AddDate(0, 0, 1) {
		f(at)
	}
}

// eraOf writes a day by the table of eras that the Cabinet Office publishes,
// apart from ours: newest first, by day.
func eraOf(at time.Time) (letter, name string, year int) {
	for _, e := range []struct{ since, letter, name string }{
		{"2019-05-01", "R", "令和"}, {"1989-01-08", "H", "平成"}, {"1926-12-25", "S", "昭和"}, {"1912-07-30", "T", "大正"}, {"1868-01-01", "M", "明治"},
	} {
		since, _ := time.Parse(time.DateOnly, e.since)
		if !at.Before(since) {
			return e.letter, e.name, at.Year() - since.Year() + 1
		}
	}
	return "", "", 0
}

func TestEveryDayComesBackFromItsEra(t *testing.T) {
	long, short, compact := datesOf(t, kyc.BirthDate, "Ey年M月D日 japanese"), datesOf(t, kyc.BirthDate, "Ey.MM.DD japanese"), datesOf(t, kyc.BirthDate, "EyyMMDD japanese")
	check := func(d *dates, text string, at time.Time) {
		if got, v := d.read(text); v != accepted || got != at.Format(time.DateOnly) {
			t.Fatalf("%s is %q, verdict %d; want %s", text, got, v, at.Format(time.DateOnly))
		}
	}
	everyDay(1873, 2100, func(at time.Time) {
		letter, name, year := eraOf(at)
		text := fmt.Sprintf("%s%d年%d月%d日", name, year, at.Month(), at.Day())
		check(long, text, at)
		check(long, strings.Replace(text, name+"1年", name+"元年", 1), at)
		check(short, fmt.Sprintf("%s%d.%02d.%02d", letter, year, at.Month(), at.Day()), at)
		check(compact, fmt.Sprintf("%s%02d%02d%02d", letter, year, at.Month(), at.Day()), at)
	})
}

func TestEveryDayComesBackFromMinguo(t *testing.T) {
	open, fixed := datesOf(t, kyc.BirthDate, "y/M/D minguo"), datesOf(t, kyc.BirthDate, "yyyMMDD minguo")
	everyDay(1912, 2100, func(at time.Time) {
		year, want := at.Year()-1911, at.Format(time.DateOnly)
		a, _ := open.read(fmt.Sprintf("%d/%d/%d", year, at.Month(), at.Day()))
		b, _ := fixed.read(fmt.Sprintf("%03d%02d%02d", year, at.Month(), at.Day()))
		if a != want || b != want {
			t.Fatalf("%s came back as %q and %q", want, a, b)
		}
	})
}

// Each day comes back, or is refused because its year is not sure: never as
// another day. The Gregorian text beside it always reads as itself.
func TestEveryDayComesBackFromTheBuddhistEra(t *testing.T) {
	d := datesOf(t, kyc.BirthDate, "YYYY-MM-DD buddhist")
	everyDay(1873, 2100, func(at time.Time) {
		want := at.Format(time.DateOnly)
		got, v := d.read(fmt.Sprintf("%04d-%02d-%02d", at.Year()+543, at.Month(), at.Day()))
		unclear := at.Year() <= 1940 && at.Month() <= 3
		if unclear && v != dateYearUnclear || !unclear && got != want {
			t.Fatalf("%s came back as %q, verdict %d", want, got, v)
		}
		if same, v := d.read(want); same != want || v != accepted {
			t.Fatalf("the Gregorian %s is %q, verdict %d", want, same, v)
		}
	})
}

// persianLeapYears are those of the official calendar of Iran (University of
// Tehran, Institute of Geophysics), from 1304, when it became law.
var persianLeapYears = []int{
	1304, 1309, 1313, 1317, 1321, 1325, 1329, 1333, 1337, 1342, 1346, 1350, 1354, 1358, 1362, 1366, 1370, 1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408,
}

// The days of the Persian calendar are counted here by the official leap
// years, from 1 Farvardin 1304 on.
func TestEveryDayComesBackFromThePersianCalendar(t *testing.T) {
	d := datesOf(t, kyc.BirthDate, "YYYY/MM/DD persian")
	leap := make(map[int]bool)
	for _, year := range persianLeapYears {
		leap[year] = true
	}
	at := time.Date(1925, 3, 21, 0, 0, 0, 0, time.UTC)
	for year := 1304; year <= 1408; year++ {
		for month := 1; month <= 12; month++ {
			length := 31
			if month > 6 {
				length = 30
			}
			if month == 12 && !leap[year] {
				length = 29
			}
			for n := 1; n <= length; n++ {
				text := fmt.Sprintf("%d/%02d/%02d", year, month, n)
				if got, v := d.read(text); got != at.Format(time.DateOnly) {
					t.Fatalf("%s is %q, verdict %d; want %s", text, got, v, at.Format(time.DateOnly))
				}
				at = at.AddDate(0, 0, 1)
			}
			if _, v := d.read(fmt.Sprintf("%d/%02d/%02d", year, month, length+1)); v != dateImpossible {
				t.Fatalf("%d/%d has a day %d", year, month, length+1)
			}
		}
	}
}

func TestCalendarsOfAMapping(t *testing.T) {
	const field = "birthDate: {from: a, date: [DD/MM/YYYY, {layout: [DD/MM/YYYY, YYYYMMDD], calendar: buddhist}, {layout: D MMM YYYY}]}"
	for in, want := range map[string]string{"05/01/2024": "2024-01-05", "05/01/2567": "2024-01-05", "25670105": "2024-01-05", "5 Jan 2024": "2024-01-05"} {
		if got := mapped(t, field, "a", in).Submission[kyc.BirthDate]; got != want {
			t.Errorf("%s is %q", in, got)
		}
	}
	for in, want := range map[string]string{"20240105": CodeDateCalendar, "15/02/2480": CodeDateYearUnclear, "31/04/2567": CodeDateImpossible} {
		issues := mapped(t, field, "a", in).Issues
		if len(issues) != 1 || issues[0].Code != want || strings.Contains(issues[0].Message+issues[0].Fix, in) {
			t.Errorf("%s has issues %+v, want %s", in, issues, want)
		}
	}
}

// Without a calendar a date is what it was, but for years that papers show in other
// calendars only: 1442 is one of the Hijri calendar, and 2567 a Buddhist one.
func TestNoCalendarRefusesYearsOfOthers(t *testing.T) {
	for year, want := range map[string]verdict{
		"0001": accepted, "0113": accepted, "1299": accepted, "1300": dateCalendar, "1442": dateCalendar, "1499": dateCalendar, "1500": accepted, "1753": accepted,
		"2399": accepted, "2400": dateCalendar, "2567": dateCalendar, "2699": dateCalendar, "2700": accepted, "2999": accepted, "9999": accepted,
	} {
		for _, text := range []string{"05/01/" + year, "5 Jan " + year, year + "-01-05"} {
			if _, v := datesOf(t, kyc.BirthDate, "DD/MM/YYYY", "D MMM YYYY").read(text); v != want {
				t.Errorf("%s has verdict %d, want %d", text, v, want)
			}
		}
	}
}

func FuzzNationalDates(f *testing.F) {
	layouts := []string{
		"DD/MM/YYYY buddhist", "YYYY-MM-DD buddhist", "D MMM YY buddhist", "y/M/D minguo", "yyyMMDD minguo", "民國y年M月D日 minguo",
		"Ey年M月D日 japanese", "Ey.M.D japanese", "EyyMMDD japanese", "YYYY/MM/DD persian",
	}
	var all []*dates
	for _, l := range layouts {
		all = append(all, datesOf(f, kyc.BirthDate, l))
	}
	for _, s := range []string{"05/01/2567", "2567-01-05", "113/1/5", "民國元年1月5日", "令和元年5月1日", "H3.1.5", "S640107", "1403/12/30", "元元", "令"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for i, d := range all {
			got, v := d.read(s)
			at, err := time.Parse(time.DateOnly, got)
			if v == accepted && (err != nil || at.Year() < earliestYear || at.Year() > latestYear) {
				t.Fatalf("%s makes %q of %q", layouts[i], got, s)
			}
			if v != accepted && got != "" {
				t.Fatalf("%s refuses %q and still gives %q", layouts[i], s, got)
			}
		}
	})
}
