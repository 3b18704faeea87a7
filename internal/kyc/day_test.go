package kyc

import (
	"testing"
	"time"
)

func TestDays(t *testing.T) {
	var d Days
	for f := range NumFields {
		d.Set(f, DayOf(1980, 12, int(f)+1))
	}
	want := Days{DayOf(1980, 12, int(BirthDate)+1), DayOf(1980, 12, int(IssueDate)+1), DayOf(1980, 12, int(ExpireDate)+1)}
	for f := range NumFields {
		if got, date := d.Of(f), f.Info().Kind == KindDate; (got != 0) != date || date && got != DayOf(1980, 12, int(f)+1) {
			t.Errorf("%s has the day %d", f, got)
		}
	}
	if d != want {
		t.Errorf("got %v, want %v", d, want)
	}
	if d := DayOf(2001, 2, 3); d != 2001_02_03 || d.Year() != 2001 {
		t.Errorf("got %d of %d", d, d.Year())
	}
}

func TestDaysIn(t *testing.T) {
	for year := 1; year <= 9999; year++ {
		for month := 1; month <= 12; month++ {
			last := time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
			if got := DaysIn(year, month); got != last {
				t.Fatalf("%04d-%02d has %d days, not %d", year, month, last, got)
			}
		}
	}
}
