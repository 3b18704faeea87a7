package xlsxfile_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
)

// FuzzSheet: whatever stands in a sheet, nothing panics, reading ends, a row
// without a fault has as many cells as there are columns, and what is written
// into a rejects file is read from it again.
func FuzzSheet(f *testing.F) {
	for _, rows := range []string{
		headRow + `<row r="2">` + num("A2", "1", "45351.5") + text("B2", "x_x000D_") + `</row>`,
		`<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row><c><f>1</f></c><c t="d"><v>2024-01-01</v></c></row>`,
		headRow + `<row r="9" hidden="1"><c r="B9" s="3"><v>1e300</v></c><c r="A9" t="e"><v>#N/A</v></c></row><row r="3"/>`,
		headRow + "<row><c t='inlineStr'><is><r><t><![CDATA[\xff]]></t></r><rPh><t>x</t></rPh></is></c><c r='XFD2' t='b'><v>1</v></c></row>",
		`<row>` + text("A1", "_error_code") + text("B1", "id") + `</row><row>` + text("A2", "row_too_long") + `</row>`,
		`</sheetData><mergeCells><mergeCell ref="A1:B9"/></mergeCells><sheetData><row/>`, `&#0;&amp;<!-- --><?x?><row r="1048576"><c r="XFD1048576"/></row>`,
	} {
		f.Add(rows, "0.00;@", `<sst><si><t>a</t></si><si><t>b</t></si></sst>`)
	}
	f.Add(headRow+`<row><c s="1"><v>-12.5</v></c><c s="1" t="str"><v>z</v></c></row>`, `_(* #,##0.0_);[h]:mm "x`, "")
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, rows, code, strings string) {
		body := zipped(parts{"xl/worksheets/sheet1.xml": sheetXML(rows), "xl/styles.xml": stylesXML(code), "xl/sharedStrings.xml": strings})
		path := filepath.Join(dir, "book.xlsx")
		if err := os.WriteFile(path, body, 0o600); err != nil {
			t.Fatal(err)
		}
		readAndReject(t, path)
	})
}

// FuzzWorkbook: whatever the file, nothing panics and reading ends.
func FuzzWorkbook(f *testing.F) {
	f.Add(zipped(parts{"xl/worksheets/sheet1.xml": sheetXML(headRow + `<row><c><v>1</v></c></row>`)}))
	whole, err := os.ReadFile(everyKind(f))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole)
	f.Add([]byte("PK\x05\x06" + strings.Repeat("\x00", 18)))
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, data []byte) {
		path := filepath.Join(dir, "book.xlsx")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		readAndReject(t, path)
	})
}

func readAndReject(t *testing.T, path string) {
	r, err := tryOpen(t, path)
	if err != nil {
		return
	}
	rows, err := drain(r)
	if err != nil {
		return
	}
	for i := range rows {
		if rows[i].Fault == nil && len(rows[i].Cells) != len(r.Columns()) || rows[i].Fault != nil && rows[i].Cells != nil {
			t.Fatalf("row %d has %d cells, fault %v, and there are %d columns", i, len(rows[i].Cells), rows[i].Fault, len(r.Columns()))
		}
	}
	if len(rows) > 0 {
		comesBack(t, r, path)
	}
}

// comesBack checks that rejects hold what the rows did.
func comesBack(t *testing.T, r source.Reader, path string) {
	fresh, err := tryOpen(t, path)
	if err != nil {
		t.Fatal(err)
	}
	rejects, rows := reject(t, fresh, r.Columns()[0])
	again, err := tryOpen(t, rejects, "header", "1")
	if err != nil {
		t.Fatal(err)
	}
	back, err := drain(again)
	if err != nil {
		t.Fatal(err)
	}
	if len(back) != len(rows) {
		t.Fatalf("%d rows came back of %d", len(back), len(rows))
	}
	for i := range rows {
		if (rows[i].Fault == nil) != (back[i].Fault == nil) {
			t.Fatalf("row %d: the fault was %v and is %v", i, rows[i].Fault, back[i].Fault)
		}
		for c := range rows[i].Cells {
			if rows[i].Cells[c] != back[i].Cells[c] && !broken(rows[i].Issues) {
				t.Fatalf("row %d, cell %d: %q came back as %q", i, c, rows[i].Cells[c], back[i].Cells[c])
			}
		}
	}
}

// broken reports whether a row has a cell that cannot be as it was: a formula
// without a value, or a value that the workbook does not state.
func broken(issues []kyc.Issue) bool {
	return slices.ContainsFunc(issues, func(is kyc.Issue) bool { return is.Severity == kyc.Reject })
}
