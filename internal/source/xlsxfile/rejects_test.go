package xlsxfile_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
)

// reject writes all rows of r back, each with an issue about a column.
func reject(t testing.TB, r source.Reader, column string) (path string, rows []kyc.Row) {
	t.Helper()
	rows, err := drain(r)
	if err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(t.TempDir(), "rejects"+r.RejectsExt())
	w, err := r.NewRejects(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := range rows {
		issues := []kyc.Issue{{Severity: kyc.Reject, Code: "required_missing", Field: "email", Column: column, Message: "a <b> & \"c\"", Fix: "add it"}}
		if rows[i].Fault != nil {
			issues = []kyc.Issue{*rows[i].Fault}
		}
		if err := w.Write(&rows[i], append(issues, rows[i].Issues...)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return path, rows
}

// everyKind is a workbook with cells of every kind and many formats.
func everyKind(t testing.TB) string {
	codes := []string{"mm-dd-yy", "0.00%", "General", "@", "00000", `#,##0.00 "€"`, "[h]:mm", "yyyy-mm-dd hh:mm"}
	rows := headRow[:len(headRow)-len("</row>")] + text("C1", "c") + text("D1", " d ") + `</row>` +
		`<row r="2">` + num("A2", "1", "11513") + num("B2", "2", "0.12345") + num("C2", "3", "3.14159265358979") + `<c r="D2" s="4" t="inlineStr"><is><t>00123</t></is></c></row>` +
		`<row r="3">` + num("A3", "5", "123") + num("B3", "6", "-1234.5") + num("C3", "7", "1.5") + num("D3", "8", "45351.75") + `</row>` +
		`<row r="4"><c r="A4" t="b"><v>1</v></c><c r="B4" t="e"><v>#DIV/0!</v></c><c r="C4" t="d" s="1"><v>2024-02-29</v></c>` + text("D4", "  &lt;김&amp;_x000D__x005F_x0041_ 1&#10;2  ") + `</row>` +
		`<row r="5"><c r="A5"><v>0.10000000000000001</v></c><c r="B5"><v>1E3</v></c><c r="F5"><v>outside</v></c><c r="G5"><v>8</v></c></row>` +
		`<row r="6">` + text("B6", strings.Repeat("z", 50_000)) + `</row>`
	return book(t, parts{"xl/styles.xml": stylesXML(codes...), "xl/worksheets/sheet1.xml": sheetXML(rows)})
}

// A rejects workbook is a source: the same cells, the same rows within, and no
// reject columns; and its own rejects are the same again.
func TestRejectsAreReadAgain(t *testing.T) {
	r := open(t, everyKind(t))
	columns := r.Columns()
	path, rows := reject(t, r, "b")
	for range 2 {
		again := open(t, path)
		if diff := cmp.Diff(columns, again.Columns()); diff != "" {
			t.Error(diff)
		}
		var back []kyc.Row
		if path, back = reject(t, again, "b"); len(back) != len(rows) {
			t.Fatalf("%d rows of %d", len(back), len(rows))
		}
		for i := range rows {
			if diff := cmp.Diff(rows[i].Cells, back[i].Cells); diff != "" {
				t.Errorf("row %d: %s", i, diff)
			}
			if rows[i].Raw != back[i].Raw {
				t.Errorf("row %d: its Raw is %q, was %q", i, back[i].Raw, rows[i].Raw)
			}
		}
	}
}

// What Excel shows of a rejects workbook, as far as excelize knows.
func TestRejectsInExcel(t *testing.T) {
	path, _ := reject(t, open(t, everyKind(t)), "b")
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	got, err := f.GetRows("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{
		{"a", "b", "c", "d", "_error_code", "_error_field", "_error", "_how_to_fix"},
		{"07-09-31", "12.35%", "3.141592654", "00123", "required_missing", "email", "a <b> & \"c\"", "add it"},
		{"00123", "-1,234.50 €", "36:00", "2024-02-29 18:00", "required_missing", "email", "a <b> & \"c\"", "add it"},
	}
	if diff := cmp.Diff(want, got[:3]); diff != "" {
		t.Error(diff)
	}
	if got[4][8] != "" || got[4][9] != "outside" {
		t.Errorf("the cells right of the header are %q", got[4])
	}
	for cell, coloured := range map[string]bool{"A2": false, "B2": true, "C2": false} {
		id, _ := f.GetCellStyle("Sheet1", cell)
		if style, err := f.GetStyle(id); err != nil || (len(style.Fill.Color) > 0) != coloured {
			t.Errorf("%s has the fill %+v, %v", cell, style.Fill, err)
		}
	}
	if kind, err := f.GetCellType("Sheet1", "D2"); err != nil || kind != excelize.CellTypeInlineString {
		t.Errorf("the text with leading zeros is of type %v, %v", kind, err)
	}
}

// An operator mends a rejects workbook with a spreadsheet program and gives it
// back, with the options of the source.
func TestMendedRejects(t *testing.T) {
	given := parts{
		"xl/workbook.xml":          `<workbook><workbookPr date1904="1"/><sheets><sheet name="Cover" r:id="a"/><sheet name="Kunden [1]" r:id="b"/></sheets></workbook>`,
		"xl/styles.xml":            stylesXML("yyyy/mm/dd"),
		"xl/worksheets/sheet1.xml": sheetXML(""),
		"xl/worksheets/sheet2.xml": sheetXML(strings.ReplaceAll(headRow, `1"`, `3"`) + `<row r="4">` + num("A4", "1", "24107") + `<c r="B4" t="e"><v>#N/A</v></c></row>`),
	}
	options := []string{"sheet", "2", "header", "3"}
	path, _ := reject(t, open(t, book(t, given), options...), "b")
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.SetCellStr(f.GetSheetName(0), "B4", "mended"); err != nil {
		t.Fatal(err)
	}
	if err := errorsOf(f.Save(), f.Close()); err != nil {
		t.Fatal(err)
	}
	if got, want := told(t, open(t, path, options...)), "4 [\"1970-01-01\" \"mended\"]\n"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if _, err := tryOpen(t, path, "sheet", "Kunden [1]", "header", "3"); err != nil {
		t.Error(err)
	}
}

func errorsOf(errs ...error) error {
	if i := slices.IndexFunc(errs, func(err error) bool { return err != nil }); i >= 0 {
		return errs[i]
	}
	return nil
}

// A row that cannot stand in a rejects workbook as it was stays refused until
// its code is cleared, so that a part of it is never taken for the whole.
func TestFaultsStay(t *testing.T) {
	long := `<row r="2">` + text("A2", strings.Repeat("가", source.MaxRecord/2)) + `</row><row r="3"><c r="A3" t="str"><v>` + "\xff" + `</v></c></row>`
	path, rows := reject(t, open(t, sheet(t, headRow+long)), "")
	if rows[0].Fault == nil || rows[1].Fault == nil || len(rows[0].Raw) > 40<<10 {
		t.Fatalf("%v, %v, Raw of %d bytes", rows[0].Fault, rows[1].Fault, len(rows[0].Raw))
	}
	if got, want := told(t, open(t, path)), "2 row_too_long\n3 row_encoding\n"; got != want {
		t.Error(got)
	}
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for cell, value := range map[string]string{"A2": "short", "C2": "", "A3": "ok", "C3": ""} {
		if err := f.SetCellStr("Sheet1", cell, value); err != nil {
			t.Fatal(err)
		}
	}
	if err := errorsOf(f.Save(), f.Close()); err != nil {
		t.Fatal(err)
	}
	if got, want := told(t, open(t, path)), "2 [\"short\" \"\"]\n3 [\"ok\" \"\"]\n"; got != want {
		t.Error(got)
	}
}

// Each cell that is to be mended has its colour and a note, whether something
// stands in it or not; the header stays in sight.
func TestNotesAtFaultyCells(t *testing.T) {
	rows := strings.ReplaceAll(headRow, "</row>", text("C1", "c")+"</row>") + `<row r="2">` + text("A2", "x") + text("C2", "z") + `</row>` + `<row r="3">` + text("B3", "y") + `</row>`
	r := open(t, sheet(t, rows))
	read, err := drain(r)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "rejects.xlsx")
	w, err := r.NewRejects(path)
	if err != nil {
		t.Fatal(err)
	}
	reject := func(code, column, message, fix string) kyc.Issue {
		return kyc.Issue{Severity: kyc.Reject, Code: code, Field: "f", Column: column, Message: message, Fix: fix}
	}
	issues := [][]kyc.Issue{
		{reject("one", "b", "it is <missing> & \"needed\"", "fill it"), reject("two", "c", "it is wrong", ""), {Code: "warn", Column: "a", Message: "only a warning"}},
		{reject("three", "a, c", "the two are empty", "fill one"), reject("four", "b", "first", "one"), reject("five", "b", "second", "two"), reject("six", "", "the row", "x")},
	}
	for i := range read {
		if err := w.Write(&read[i], issues[i]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	comments, err := f.GetComments("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, c := range comments {
		got[c.Cell] = c.Text
		if id, _ := f.GetCellStyle("Sheet1", c.Cell); id == 0 {
			t.Errorf("%s has a note and no colour", c.Cell)
		}
	}
	want := map[string]string{
		"B2": "it is <missing> & \"needed\"\nTo do: fill it", "C2": "it is wrong",
		"A3": "the two are empty\nTo do: fill one", "C3": "the two are empty\nTo do: fill one", "B3": "first\nTo do: one\nsecond\nTo do: two",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if panes, err := f.GetPanes("Sheet1"); err != nil || !panes.Freeze || panes.YSplit != 1 || panes.TopLeftCell != "A2" {
		t.Errorf("%+v, %v", panes, err)
	}
	if got, want := told(t, open(t, path)), "2 [\"x\" \"\" \"z\"]\n3 [\"\" \"y\" \"\"]\n"; got != want {
		t.Errorf("read again it is %s", got)
	}
}

// Notes are bounded; colours are not.
func TestNotesAreBounded(t *testing.T) {
	var rows strings.Builder
	rows.WriteString(headRow)
	for n := 2; n < 5_202; n++ {
		fmt.Fprintf(&rows, `<row r="%d">%s%s</row>`, n, text(fmt.Sprintf("A%d", n), "x"), text(fmt.Sprintf("B%d", n), "y"))
	}
	path, _ := reject(t, open(t, sheet(t, rows.String())), "b")
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	comments, err := f.GetComments("Sheet1")
	if err != nil || len(comments) != 5_000 {
		t.Errorf("%d notes, %v", len(comments), err)
	}
	for _, cell := range []string{"B2", "B5201"} {
		if id, _ := f.GetCellStyle("Sheet1", cell); id == 0 {
			t.Errorf("%s has no colour", cell)
		}
	}
}

func TestRejectsFileIsPrivate(t *testing.T) {
	path, _ := reject(t, open(t, everyKind(t)), "a")
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
}
