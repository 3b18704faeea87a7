package xlsxfile_test

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"
)

// codes are number formats that are met in workbooks, dates apart.
var codes = []string{
	"General", "0", "0.0", "0.00", "0.000", "00000", "000000000", "00.00", "#,##0", "#,##0.00", "0%", "0.00%", "0.00E+00", "##0.0E+0", "@",
	"# ?/?", "# ??/??", "#,##0 ;(#,##0)", "#,##0 ;[red](#,##0)", "#,##0.00 ;[red](#,##0.00)", `_(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_)`,
	`_-* #,##0.00\ "€"_-;\-* #,##0.00\ "€"_-;_-* "-"??\ "€"_-;_-@_-`, `"No. "0`, `000\-0000\-0000`, "0.0#", "#", "#.##", "0;-0;;@", "0,", `0.00" kg"`, `[$$-409]#,##0.00`,
	`[>=1000]0.0," k";0`, `;;;`, "0_ ", `"Mr "@`, "[Blue]0.0", "0.00;[Red]-0.00",
}

// formatID is the style of a code in a workbook.
func formatID(t rapid.TB, f *excelize.File, code string) int {
	id, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// drawNumber is the text of a number as a program would write it.
func drawNumber(t *rapid.T) string {
	switch rapid.IntRange(0, 5).Draw(t, "kind of number") {
	case 0:
		return strconv.Itoa(rapid.IntRange(-100000, 100000).Draw(t, "whole"))
	case 1:
		return strconv.FormatInt(rapid.Int64Range(-999999999999, 999999999999).Draw(t, "long"), 10)
	case 2:
		return strconv.FormatFloat(float64(rapid.IntRange(-10000000, 10000000).Draw(t, "cents"))/100, 'f', -1, 64)
	case 3:
		return strconv.FormatFloat(rapid.Float64Range(-1000, 1000).Draw(t, "any"), 'g', 17, 64)
	case 4:
		return rapid.SampledFrom([]string{"0", "-0", "1.0", "1E+3", "0.1", "0.30000000000000004", "1e-7", "0.5", "1.5", "2.5", "0.005", "1.005", "99.995", "0.999", "-0.001", "1E+20", "-1.5"}).Draw(t, "odd")
	}
	return strconv.FormatFloat(math.Ldexp(rapid.Float64Range(-1, 1).Draw(t, "mantissa"), rapid.IntRange(-40, 40).Draw(t, "exponent")), 'g', -1, 64)
}

// sameAsExcel reports whether two texts of a cell agree, or the one of
// excelize loses digits of a whole number without a format, hides a value, or
// dresses up an empty text.
func sameAsExcel(raw, code, ours, excel string) bool {
	if ours == excel || ours == "" && raw == "" {
		return true
	}
	n, err := strconv.ParseFloat(raw, 64)
	whole := err == nil && n == math.Trunc(n) && math.Abs(n) < 1e15
	return whole && code == "General" && strings.Contains(excel, "E+") && ours == strconv.FormatFloat(n, 'f', -1, 64) || excel == "" && ours == raw
}

// TestCellsAreExcelizes: whatever the numbers and their formats, our texts are
// those of excelize, but for whole numbers that it would show as 1.23E+11.
func TestCellsAreExcelizes(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(rt *rapid.T) {
		f := excelize.NewFile()
		defer f.Close()
		const wide = 6
		var raw, used [][]string
		_ = f.SetSheetRow("Sheet1", "A1", &[]string{"a", "b", "c", "d", "e", "f"})
		for r := range rapid.IntRange(1, 6).Draw(rt, "rows") {
			raws, code := make([]string, wide), make([]string, wide)
			for c := range wide {
				name, _ := excelize.CoordinatesToCellName(c+1, r+2)
				switch rapid.IntRange(0, 4).Draw(rt, "kind") {
				case 0:
					raws[c] = rapid.StringMatching(`[ a-zA-Z0-9<>&"'가-힣\n_x]{0,12}`).Draw(rt, "text")
					_ = f.SetCellStr("Sheet1", name, raws[c])
				case 1:
					_ = f.SetCellBool("Sheet1", name, rapid.Bool().Draw(rt, "bool"))
				default:
					raws[c] = drawNumber(rt)
					_ = f.SetCellDefault("Sheet1", name, raws[c])
				}
				if rapid.Bool().Draw(rt, "styled") {
					code[c] = rapid.SampledFrom(codes).Draw(rt, "code")
					_ = f.SetCellStyle("Sheet1", name, name, formatID(rt, f, code[c]))
				}
			}
			raw, used = append(raw, raws), append(used, code)
		}
		path := filepath.Join(dir, "book.xlsx")
		if err := f.SaveAs(path); err != nil {
			rt.Fatal(err)
		}
		compare(t, rt, path, raw, used)
	})
}

func compare(t *testing.T, rt *rapid.T, path string, raw, used [][]string) {
	r, err := tryOpen(t, path, "header", "1")
	if err != nil {
		rt.Fatal(err)
	}
	defer r.Close()
	rows, err := drain(r)
	if err != nil {
		rt.Fatal(err)
	}
	f, err := excelize.OpenFile(path)
	if err != nil {
		rt.Fatal(err)
	}
	defer f.Close()
	for i := range rows {
		at := int(rows[i].Origin.Line)
		for c, ours := range rows[i].Cells {
			name, _ := excelize.CoordinatesToCellName(c+1, at)
			excel, err := f.GetCellValue("Sheet1", name)
			if err != nil {
				rt.Fatal(err)
			}
			if !sameAsExcel(raw[at-2][c], used[at-2][c], ours, excel) {
				rt.Errorf("%s holds %q in format %q: we read %q, excelize %q", name, raw[at-2][c], used[at-2][c], ours, excel)
			}
		}
	}
}

// TestCorpus compares whole workbooks with excelize, where there is a folder of
// them: XLSX_CORPUS=folder go test.
func TestCorpus(t *testing.T) {
	dir := os.Getenv("XLSX_CORPUS")
	if dir == "" {
		t.Skip("XLSX_CORPUS names no folder of workbooks to compare with excelize")
	}
	paths, _ := filepath.Glob(filepath.Join(dir, "*.xls[xm]"))
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) { compareBook(t, path) })
	}
}

func compareBook(t *testing.T, path string) {
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Logf("excelize: %v", err)
		_, err := tryOpen(t, path)
		t.Logf("ours: %v", err)
		return
	}
	defer f.Close()
	for _, sheet := range f.GetSheetList() {
		theirs, err := f.GetRows(sheet)
		raws, _ := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil || len(theirs) == 0 {
			continue
		}
		r, err := tryOpen(t, path, "sheet", sheet, "header", strconv.Itoa(firstFilled(theirs)))
		if err != nil {
			t.Errorf("%s: %v", sheet, err)
			continue
		}
		rows, err := drain(r)
		if err != nil {
			t.Errorf("%s: %v", sheet, err)
		}
		for i := range rows {
			at := int(rows[i].Origin.Line) - 1
			for c, ours := range rows[i].Cells {
				excel, raw := at2(theirs, at, c), at2(raws, at, c)
				if rows[i].Fault == nil && !sameAsExcel(raw, "General", ours, excel) && !sameDate(raw, ours) {
					t.Errorf("%s %s", sheet, fmt.Sprintf("row %d column %d raw %q: we read %q, excelize %q", at+1, c+1, raw, ours, excel))
				}
			}
		}
	}
}

// sameDate reports whether a text is the date or the time of a serial number.
func sameDate(raw, ours string) bool {
	serial, err := strconv.ParseFloat(raw, 64)
	if err != nil {
		at, err := time.Parse("2006-01-02T15:04:05", raw)
		return err == nil && ours == at.Format(time.DateTime)
	}
	for _, from1904 := range []bool{false, true} {
		at, err := excelize.ExcelDateToTime(serial, from1904)
		if err == nil && (ours == at.Format(time.DateOnly) || ours == at.Format(time.DateTime) || ours == at.Format(time.TimeOnly)) {
			return true
		}
	}
	return false
}

func firstFilled(rows [][]string) int {
	for i, row := range rows {
		if strings.TrimSpace(strings.Join(row, "")) != "" {
			return i + 1
		}
	}
	return 1
}

func at2(rows [][]string, r, c int) string {
	if r < len(rows) && c < len(rows[r]) {
		return rows[r][c]
	}
	return ""
}
