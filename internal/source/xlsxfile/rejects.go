package xlsxfile

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"

	"github.com/xuri/excelize/v2"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
)

// xlsxRejects writes a rejects workbook: one sheet with the name and the header
// of the source's, each row with the kinds, the formats and the values that its
// cells had, and behind them the reject cells. A cell that an issue names has a
// colour, and a note with what is wrong and what to do.
//
// The rows go into the archive as they come, so that memory does not grow with
// them; excelize makes everything around them when the file is closed.
type xlsxRejects struct {
	first   *sheetFile
	wide    int // the source's own columns
	file    *source.RejectsFile
	archive *zip.Writer
	sheet   io.Writer
	book    *excelize.File
	styles  map[string]int
	notes   []note
	buf     []byte
	line    int64
	rows    int64
}

// RejectsExt implements source.Reader.
func (s *xlsxSource) RejectsExt() string { return ".xlsx" }

// sheetPart is where the only sheet of a workbook of excelize stands.
const sheetPart = "xl/worksheets/sheet1.xml"

// NewRejects implements source.Reader.
func (s *xlsxSource) NewRejects(path string) (source.RejectWriter, error) {
	file, err := source.CreateRejects(path)
	if err != nil {
		return nil, err
	}
	w := &xlsxRejects{first: s.first, wide: len(s.first.layout.Keep), file: file, archive: zip.NewWriter(file), styles: map[string]int{}}
	if err := w.begin(s.opts.header); err != nil {
		return nil, errors.Join(err, w.Abort())
	}
	return w, nil
}

// begin makes the workbook and writes the header, on the row where the option
// header looks for it.
func (w *xlsxRejects) begin(header int64) (err error) {
	w.book = excelize.NewFile()
	sheet := w.book.GetSheetName(0)
	if w.book.SetSheetName(sheet, w.first.sheet) != nil {
		w.book = excelize.NewFile() // a name that Excel does not allow
	}
	if err := w.book.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &w.first.render.from1904}); err != nil {
		return fmt.Errorf("the rejects workbook cannot be made: %w", err)
	}
	if w.sheet, err = w.archive.Create(sheetPart); err != nil {
		return fmt.Errorf("writing the rejects file: %w", err)
	}
	w.line = max(header, 1)
	w.buf = append(w.buf, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`+"\n"+
		`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`+
		` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">`+frozen(w.line)+`<sheetData>`...)
	w.openRow()
	for own, col := range w.first.layout.Keep {
		w.text(own, w.first.layout.Names[col])
	}
	for i, name := range source.RejectColumns() {
		w.text(w.wide+i, name)
	}
	return w.closeRow()
}

// Write implements source.RejectWriter.
func (w *xlsxRejects) Write(row *kyc.Row, issues []kyc.Issue) error {
	if w.rows++; w.line == maxRows {
		return fmt.Errorf("the rejects file is full: a sheet holds %d rows; give fewer rows at once with --limit, or mend the source first", maxRows)
	}
	w.line++
	w.openRow()
	behind, err := w.own(row.Raw, w.blamed(issues))
	if err != nil {
		return err
	}
	for i, text := range w.cells(row, issues) {
		w.text(w.wide+i, text)
	}
	for behind != "" {
		c, next, _ := cutRaw(behind)
		if behind = next; c.own >= w.wide && c.own+source.NumRejectColumns < maxColumns {
			if err := w.cell(c.own+source.NumRejectColumns, c, false); err != nil {
				return err
			}
		}
	}
	return w.closeRow()
}

// own writes the cells of the source's own columns, and those among them that
// are to be filled. It returns what of raw stands behind them.
func (w *xlsxRejects) own(raw string, blamed map[int]string) (behind string, err error) {
	empty := absent(raw, blamed)
	for rest := raw; rest != ""; {
		c, after, ok := cutRaw(rest)
		if !ok {
			return "", errors.New("a row of another source was handed to an XLSX rejects file")
		}
		if c.own >= w.wide {
			behind = rest
			break
		}
		for len(empty) > 0 && empty[0] < c.own {
			if err := w.blank(empty[0], blamed[empty[0]]); err != nil {
				return "", err
			}
			empty = empty[1:]
		}
		text, faulty := blamed[c.own]
		if err := w.cell(c.own, c, faulty); err != nil {
			return "", err
		}
		w.annotate(c.own, text)
		rest = after
	}
	for _, own := range empty {
		if err := w.blank(own, blamed[own]); err != nil {
			return "", err
		}
	}
	return behind, nil
}

// blank writes an empty cell that something is to be put into.
func (w *xlsxRejects) blank(own int, text string) error {
	style, err := w.style("", true)
	if err != nil {
		return err
	}
	w.buf = append(append(w.buf, `<c r="`...), columnName(own)...)
	w.buf = append(strconv.AppendInt(w.buf, w.line, 10), `" s="`...)
	w.buf = append(strconv.AppendInt(w.buf, int64(style), 10), `"/>`...)
	w.annotate(own, text)
	return nil
}

// cells are the reject cells. The code of a fault that the row itself does not
// show is always among them, because the reader goes by it.
func (w *xlsxRejects) cells(row *kyc.Row, issues []kyc.Issue) []string {
	cells := source.RejectCells(issues)
	if row.Fault != nil && stickyCode(cells[source.RejectCode]) == "" {
		cells[source.RejectCode] = row.Fault.Code + source.Joint + cells[source.RejectCode]
	}
	return cells
}

func (w *xlsxRejects) openRow() {
	w.buf = append(w.buf, `<row r="`...)
	w.buf = strconv.AppendInt(w.buf, w.line, 10)
	w.buf = append(w.buf, `">`...)
}

func (w *xlsxRejects) closeRow() error {
	w.buf = append(w.buf, `</row>`...)
	_, err := w.sheet.Write(w.buf)
	w.buf = w.buf[:0]
	if err != nil {
		return fmt.Errorf("writing the rejects file: %w", err)
	}
	return nil
}

// text writes a cell of ours.
func (w *xlsxRejects) text(col int, text string) {
	if text != "" {
		w.put(col, 0, kindText, text)
	}
}

// cell writes a cell of the source.
func (w *xlsxRejects) cell(col int, c rawCell, faulty bool) error {
	plain := c.kind == kindNumber && c.format == "" // a style would take digits off it
	style, err := w.style(c.format, faulty && !plain)
	if err != nil {
		return err
	}
	w.put(col, style, c.kind, c.value)
	return nil
}

// typeOf are the types of cells in XML.
var typeOf = map[kind]string{kindText: "inlineStr", kindBool: "b", kindError: "e", kindISO: "d"}

func (w *xlsxRejects) put(col, style int, k kind, value string) {
	w.buf = append(append(w.buf, `<c r="`...), columnName(col)...)
	w.buf = append(strconv.AppendInt(w.buf, w.line, 10), '"')
	if style > 0 {
		w.buf = append(strconv.AppendInt(append(w.buf, ` s="`...), int64(style), 10), '"')
	}
	if t := typeOf[k]; t != "" {
		w.buf = append(append(append(w.buf, ` t="`...), t...), '"')
	}
	if k == kindText {
		w.buf = appendXML(append(w.buf, `><is><t xml:space="preserve">`...), value)
		w.buf = append(w.buf, `</t></is></c>`...)
		return
	}
	w.buf = appendPlain(append(w.buf, `><v>`...), value)
	w.buf = append(w.buf, `</v></c>`...)
}

// style is the number of the style of a format.
func (w *xlsxRejects) style(key string, blamed bool) (int, error) {
	if key == "" && !blamed {
		return 0, nil
	}
	name := key
	if blamed {
		name = "!" + key
	}
	if n, ok := w.styles[name]; ok {
		return n, nil
	}
	style := styleOf(key)
	if blamed {
		style.Fill = blame
	}
	n, err := w.book.NewStyle(style)
	if err != nil {
		return 0, fmt.Errorf("the rejects file cannot have one more number format: %w", err)
	}
	w.styles[name] = n
	return n, nil
}

// Close implements source.RejectWriter.
func (w *xlsxRejects) Close() error {
	if w.book == nil {
		return nil
	}
	err := w.finish()
	w.book = nil
	if err != nil {
		return errors.Join(err, w.file.Abort())
	}
	return w.file.Close(w.rows)
}

// finish ends the sheet and writes everything else of the workbook.
func (w *xlsxRejects) finish() error {
	if err := w.addNotes(); err != nil {
		return err
	}
	around, err := w.book.WriteToBuffer()
	if err != nil {
		return fmt.Errorf("the rejects workbook cannot be made: %w", err)
	}
	made, err := zip.NewReader(bytes.NewReader(around.Bytes()), int64(around.Len()))
	if err != nil {
		return fmt.Errorf("the rejects workbook cannot be made: %w", err)
	}
	drawing, err := drawingOf(made)
	if err != nil {
		return fmt.Errorf("the rejects workbook cannot be made: %w", err)
	}
	if _, err := io.WriteString(w.sheet, `</sheetData>`+drawing+`</worksheet>`); err != nil {
		return fmt.Errorf("writing the rejects file: %w", err)
	}
	for _, part := range made.File {
		if part.Name == sheetPart {
			continue
		}
		if err := w.archive.Copy(part); err != nil {
			return fmt.Errorf("writing the rejects file: %w", err)
		}
	}
	if err := w.archive.Close(); err != nil {
		return fmt.Errorf("writing the rejects file: %w", err)
	}
	return nil
}

// Abort implements source.RejectWriter.
func (w *xlsxRejects) Abort() error {
	w.book = nil
	return w.file.Abort()
}
