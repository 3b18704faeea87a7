package xlsxfile

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Limits of what is remembered of rendered numbers.
const (
	maxRendered = 1 << 14
	maxFormats  = 4096
)

// excelText renders what the fast paths do not know, such as fractions,
// currencies, scientific notation and elapsed hours, by a cell of a workbook
// that excelize holds.
type excelText struct {
	book   *excelize.File
	styles map[string]int
	known  map[rendering]string
}

// rendering is a value in a format.
type rendering struct{ key, value string }

const scratchCell = "A1"

// number appends a number as a person sees it.
func (e *excelText) number(dst, value []byte, f *format, from1904 bool) []byte {
	return e.append(dst, value, f, from1904, (*excelize.File).SetCellDefault)
}

// text appends a text in a format that does something to it.
func (e *excelText) text(dst, value []byte, f *format, from1904 bool) []byte {
	return e.append(dst, value, f, from1904, (*excelize.File).SetCellStr)
}

// append renders a value. Where the format hides it, or excelize cannot read
// the format, the value stands as it is.
func (e *excelText) append(dst, value []byte, f *format, from1904 bool, set func(f *excelize.File, sheet, cell, value string) error) []byte {
	at := rendering{f.key, string(value)}
	text, ok := e.known[at]
	if !ok {
		if text = e.render(at, from1904, set); text == "" {
			text = at.value
		}
		if len(e.known) >= maxRendered || e.known == nil {
			e.known = make(map[rendering]string)
		}
		if len(at.value) <= maxFormatCode {
			e.known[at] = text
		}
	}
	return append(dst, text...)
}

// render asks excelize, and takes no answer where it panics over a format.
func (e *excelText) render(at rendering, from1904 bool, set func(f *excelize.File, sheet, cell, value string) error) (text string) {
	defer func() {
		if recover() != nil {
			text, e.book = "", nil
		}
	}()
	if e.book == nil {
		e.book, e.styles = excelize.NewFile(), map[string]int{}
		if e.book.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &from1904}) != nil {
			return ""
		}
	}
	style, ok := e.styles[at.key]
	if !ok {
		if len(e.styles) >= maxFormats {
			return ""
		}
		var err error
		if style, err = e.book.NewStyle(styleOf(at.key)); err != nil {
			return ""
		}
		e.styles[at.key] = style
	}
	sheet := e.book.GetSheetName(0)
	if set(e.book, sheet, scratchCell, at.value) != nil || e.book.SetCellStyle(sheet, scratchCell, scratchCell, style) != nil {
		return ""
	}
	text, err := e.book.GetCellValue(sheet, scratchCell)
	if err != nil {
		return ""
	}
	return text
}

// styleOf is the style that has the format of a key.
func styleOf(key string) *excelize.Style {
	if code, ok := strings.CutPrefix(key, "c"); ok {
		return &excelize.Style{CustomNumFmt: &code}
	}
	if key == keyGeneral {
		code := "General"
		return &excelize.Style{CustomNumFmt: &code}
	}
	id, _ := strconv.Atoi(strings.TrimPrefix(key, "b"))
	return &excelize.Style{NumFmt: id}
}
