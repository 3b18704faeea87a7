package xlsxfile_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"kycmigrate/internal/source"
)

// A workbook that a program of another order made of 25/12/1980 is warned of once its rows are
// read, and one whose date cells have all days is not.
func TestExchangedDaysAreWarnedOf(t *testing.T) {
	for name, c := range map[string]struct {
		cell  func(i int) any
		asked []string
		want  bool
	}{
		"exchanged": {func(i int) any {
			if day, month := i%28+1, i%12+1; day > 12 {
				return fmt.Sprintf("%02d/%02d/1980", day, month)
			} else {
				return time.Date(1980, time.Month(day), month, 0, 0, 0, 0, time.UTC)
			}
		}, nil, true},
		"in a column that nobody reads": {func(i int) any {
			if day := i%28 + 1; day > 12 {
				return fmt.Sprintf("%02d/05/1980", day)
			} else {
				return time.Date(1980, time.Month(day), 5, 0, 0, 0, 0, time.UTC)
			}
		}, []string{"id"}, false},
		"all date cells": {func(i int) any { return time.Date(1980, 5, i%28+1, 0, 0, 0, 0, time.UTC) }, nil, false},
		"all days of both": {func(i int) any {
			if i%2 == 0 {
				return fmt.Sprintf("%02d/05/1980", i%28+1)
			}
			return time.Date(1980, 5, i%28+1, 0, 0, 0, 0, time.UTC)
		}, nil, false},
	} {
		path := excel(t, func(f *excelize.File) {
			row := func(i int, cells ...any) {
				if err := f.SetSheetRow("Sheet1", fmt.Sprint("A", i), &cells); err != nil {
					t.Fatal(err)
				}
			}
			row(1, "id", "born")
			for i := range 200 {
				row(i+2, fmt.Sprint("K", i), c.cell(i))
			}
		})
		r, err := openSpec(t, source.Spec{Path: path, Temp: t.TempDir() + "/private", Columns: c.asked})
		if err != nil {
			t.Fatal(err)
		}
		if before := r.Warnings(); len(before) > 0 {
			t.Errorf("%s: %q before a row was read", name, before)
		}
		if _, err := drain(r); err != nil {
			t.Fatal(err)
		}
		got := strings.Join(r.Warnings(), "\n")
		if strings.Contains(got, `column "born" of the sheet "Sheet1"`) != c.want || c.want && !strings.Contains(got, "(first Sheet1!B2)") {
			t.Errorf("%s: %q", name, got)
		}
		if spoilt := strings.Join(source.SpoiltOf(r), "\n"); strings.HasPrefix(spoilt, `column "born" of the sheet "Sheet1": day and month of its `) != c.want || !c.want && spoilt != "" {
			t.Errorf("%s: spoilt %q", name, spoilt)
		}
		stated, err := openSpec(t, source.Spec{Path: path, Temp: t.TempDir() + "/private", Columns: c.asked, Options: map[string]string{"swapped_dates": "accept"}})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := drain(stated); err != nil {
			t.Fatal(err)
		}
		if source.SpoiltOf(stated) != nil || !slices.Equal(stated.Warnings(), r.Warnings()) {
			t.Errorf("%s, accepted: %q, %q", name, source.SpoiltOf(stated), stated.Warnings())
		}
	}
}
