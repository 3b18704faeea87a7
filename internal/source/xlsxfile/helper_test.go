package xlsxfile_test

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
	"kycmigrate/internal/source/xlsxfile"
)

var bg = context.Background()

// drain reads all rows of r.
func drain(r source.Reader) ([]kyc.Row, error) {
	var all []kyc.Row
	rows := make([]kyc.Row, 7)
	for {
		n, err := r.Read(bg, rows)
		for _, row := range rows[:n] {
			row.Cells = slices.Clone(row.Cells) // their array is used again
			all = append(all, row)
		}
		if err == io.EOF {
			return all, nil
		}
		if err != nil {
			return all, err
		}
	}
}

// open opens a workbook with pairs of option and value.
func open(t testing.TB, path string, options ...string) source.Reader {
	t.Helper()
	r, err := tryOpen(t, path, options...)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func tryOpen(t testing.TB, path string, options ...string) (source.Reader, error) {
	t.Helper()
	spec := source.Spec{Path: path, Options: map[string]string{}, Temp: filepath.Join(t.TempDir(), "private")}
	for i := 0; i < len(options); i += 2 {
		spec.Options[options[i]] = options[i+1]
	}
	return openSpec(t, spec)
}

func openSpec(t testing.TB, spec source.Spec) (source.Reader, error) {
	t.Helper()
	r, err := xlsxfile.Open(bg, spec)
	if err == nil {
		t.Cleanup(func() { r.Close() })
	}
	return r, err
}

// told is what a reader says of its rows: line, cells, fault and issues.
func told(t testing.TB, r source.Reader) string {
	t.Helper()
	rows, err := drain(r)
	var b strings.Builder
	for i := range rows {
		fmt.Fprintf(&b, "%d", rows[i].Origin.Line)
		if rows[i].Fault != nil {
			fmt.Fprintf(&b, " %s", rows[i].Fault.Code)
		} else {
			fmt.Fprintf(&b, " %q", rows[i].Cells)
		}
		for _, is := range rows[i].Issues {
			fmt.Fprintf(&b, " %s:%s(%s)", is.Severity, is.Code, is.Column)
		}
		b.WriteByte('\n')
	}
	if err != nil {
		fmt.Fprintf(&b, "error: %v\n", err)
	}
	return b.String()
}

// excel saves a workbook that excelize makes.
func excel(t testing.TB, fill func(f *excelize.File)) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	fill(f)
	path := filepath.Join(t.TempDir(), "book.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return path
}

// parts of a workbook that other programs write, by name.
type parts map[string]string

const (
	relsText = `<?xml version="1.0"?><Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	bookText = `<workbook xmlns:r="x"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`
	bookRels = `<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>` +
		`<Relationship Id="rId2" Type="http://x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="http://x/styles" Target="styles.xml"/></Relationships>`
)

// sheetXML wraps rows into a sheet.
func sheetXML(rows string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><worksheet><sheetData>` + rows + `</sheetData></worksheet>`
}

// text is a cell with a text of its own.
func text(ref, value string) string {
	return `<c r="` + ref + `" t="inlineStr"><is><t>` + value + `</t></is></c>`
}

// headRow is a header of two columns, a and b.
var headRow = `<row r="1">` + text("A1", "a") + text("B1", "b") + `</row>`

// zipped makes a workbook of the given parts, beside those that each has.
func zipped(given parts) []byte {
	all := parts{"_rels/.rels": relsText, "xl/workbook.xml": bookText, "xl/_rels/workbook.xml.rels": bookRels}
	for name, body := range given {
		all[name] = body
	}
	var names []string
	for name, body := range all {
		if body != "" {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range names {
		part, err := w.Create(name)
		if err == nil {
			_, err = io.WriteString(part, all[name])
		}
		if err != nil {
			panic(err)
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// book saves a workbook of the given parts.
func book(t testing.TB, given parts) string {
	t.Helper()
	return saved(t, "book.xlsx", zipped(given))
}

// sheet saves a workbook with one sheet of these rows.
func sheet(t testing.TB, rows string) string {
	t.Helper()
	return book(t, parts{"xl/worksheets/sheet1.xml": sheetXML(rows)})
}

func saved(t testing.TB, name string, body []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, body, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
