package main

import (
	"archive/zip"
	"bufio"
	"errors"
	"fmt"
	"html"
	"io"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"time"
)

// workbook writes an export as an Excel workbook: dates are dates, numbers are
// texts, and texts stand in their cells or are shared, as Excel saves them.
type workbook struct {
	path   string
	rows   int
	shared bool
}

// workbookParts are what a workbook has beside its rows and its strings.
var workbookParts = map[string]string{
	"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>` +
		`<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>` +
		`<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>` +
		`<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
	"_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + officeRelation + `officeDocument" Target="xl/workbook.xml"/></Relationships>`,
	"xl/workbook.xml": `<workbook xmlns="` + mainSpace + `" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
		`<sheets><sheet name="Customers" sheetId="1" r:id="rId1"/></sheets></workbook>`,
	"xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + officeRelation + `worksheet" Target="worksheets/sheet1.xml"/>` +
		`<Relationship Id="rId2" Type="` + officeRelation + `styles" Target="styles.xml"/><Relationship Id="rId3" Type="` + officeRelation + `sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
	"xl/styles.xml": `<styleSheet xmlns="` + mainSpace + `"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>` +
		`<cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
}

const (
	mainSpace      = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	officeRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

// write generates the file. The same description gives the same bytes.
func (wb workbook) write() (err error) {
	file, err := os.OpenFile(wb.path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	archive := zip.NewWriter(file)
	strings := &stringTable{numbers: map[string]int{}}
	if err := wb.writeSheet(archive, strings); err != nil {
		return err
	}
	if err := strings.write(archive); err != nil {
		return err
	}
	for name, body := range workbookParts {
		part, err := archive.Create(name)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(part, body); err != nil {
			return err
		}
	}
	return archive.Close()
}

func (wb workbook) writeSheet(archive *zip.Writer, table *stringTable) error {
	part, err := archive.Create("xl/worksheets/sheet1.xml")
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(part, 1<<16)
	fmt.Fprintf(w, `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="%s"><sheetData>`, mainSpace)
	wb.writeRow(w, 1, columns, table)
	random := rand.New(rand.NewPCG(1, 2))
	row := make([]string, len(columns))
	for i := range wb.rows {
		person(row, i, random)
		if random.Float64() < badShare {
			flaws[random.IntN(len(flaws)-1)](row) // the last one puts in what XML cannot hold
		}
		wb.writeRow(w, i+2, row, table)
	}
	fmt.Fprint(w, `</sheetData></worksheet>`)
	return w.Flush()
}

func (wb workbook) writeRow(w *bufio.Writer, n int, row []string, table *stringTable) {
	fmt.Fprintf(w, `<row r="%d">`, n)
	for c, cell := range row {
		ref := string(rune('A'+c)) + strconv.Itoa(n)
		day, err := time.Parse("02/01/2006", cell)
		switch {
		case cell == "":
		case err == nil:
			fmt.Fprintf(w, `<c r="%s" s="1"><v>%d</v></c>`, ref, day.Unix()/86400+25569)
		case wb.shared:
			fmt.Fprintf(w, `<c r="%s" t="s"><v>%d</v></c>`, ref, table.number(cell))
		default:
			fmt.Fprintf(w, `<c r="%s" t="inlineStr"><is><t>%s</t></is></c>`, ref, html.EscapeString(cell))
		}
	}
	w.WriteString(`</row>`)
}

// stringTable are the strings that are shared.
type stringTable struct {
	numbers map[string]int
	texts   strings.Builder
}

func (t *stringTable) number(text string) int {
	n, ok := t.numbers[text]
	if !ok {
		n = len(t.numbers)
		t.numbers[text] = n
		t.texts.WriteString(`<si><t xml:space="preserve">` + html.EscapeString(text) + `</t></si>`)
	}
	return n
}

func (t *stringTable) write(archive *zip.Writer) error {
	part, err := archive.Create("xl/sharedStrings.xml")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(part, `<sst xmlns="%s" uniqueCount="%d">%s</sst>`, mainSpace, len(t.numbers), t.texts.String())
	return err
}
