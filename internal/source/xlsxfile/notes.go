package xlsxfile

import (
	"archive/zip"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"kycmigrate/internal/kyc"
)

// maxNotes is how many cells of a rejects workbook get a note. Notes are held
// until the file is closed, and spreadsheet programs open a sheet with many
// more slowly; the cells beyond have their colour, and the reject columns say
// the same of every row.
const maxNotes = 5000

// The size of a note, in pixels: room for two sentences.
const (
	noteWidth  = 320
	noteHeight = 110
)

// note says at a cell what is wrong with it.
type note struct {
	cell, text string
}

// blame is the colour of a cell that has to be mended.
var blame = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFC7CE"}}

// blamed is what issues reject a row for, by the places of their columns: the
// sentences and fixes, which hold no value of the row.
func (w *xlsxRejects) blamed(issues []kyc.Issue) map[int]string {
	var texts map[int]string
	for i := range issues {
		issue := &issues[i]
		if issue.Severity != kyc.Reject || issue.Column == "" {
			continue
		}
		for _, own := range w.places(issue.Column) {
			if texts == nil {
				texts = map[int]string{}
			}
			texts[own] = strings.TrimPrefix(texts[own]+"\n"+noteText(issue), "\n")
		}
	}
	return texts
}

func noteText(issue *kyc.Issue) string {
	if issue.Fix == "" {
		return issue.Message
	}
	return issue.Message + "\nTo do: " + issue.Fix
}

// places are where a column is, or, where it is not one but a list of several
// as of a field that is joined, all of them.
func (w *xlsxRejects) places(column string) (places []int) {
	columns := w.first.layout.Columns
	if own := slices.Index(columns, column); own >= 0 {
		return []int{own}
	}
	for name := range strings.SplitSeq(column, ", ") {
		if own := slices.Index(columns, name); own >= 0 && !slices.Contains(places, own) {
			places = append(places, own)
		}
	}
	return places
}

// absent are the places that are blamed and have no cell in raw, in order.
func absent(raw string, blamed map[int]string) []int {
	if len(blamed) == 0 {
		return nil
	}
	empty := maps.Clone(blamed)
	for rest := raw; rest != ""; {
		c, after, ok := cutRaw(rest)
		if !ok {
			break
		}
		delete(empty, c.own)
		rest = after
	}
	return slices.Sorted(maps.Keys(empty))
}

// annotate gives a cell of the row at hand its note, unless the row has the
// cell twice.
func (w *xlsxRejects) annotate(own int, text string) {
	cell := columnName(own) + strconv.FormatInt(w.line, 10)
	if text == "" || len(w.notes) == maxNotes || len(w.notes) > 0 && w.notes[len(w.notes)-1].cell == cell {
		return
	}
	w.notes = append(w.notes, note{cell, text})
}

// addNotes puts the notes into the workbook that excelize makes.
func (w *xlsxRejects) addNotes() error {
	sheet := w.book.GetSheetName(0)
	for i := range w.notes {
		err := w.book.AddComment(sheet, excelize.Comment{
			Author: "migrate", Cell: w.notes[i].cell, Text: w.notes[i].text, Width: noteWidth, Height: noteHeight,
		})
		if err != nil {
			return fmt.Errorf("the notes of the rejects workbook cannot be made: %w", err)
		}
	}
	return nil
}

var drawingRef = regexp.MustCompile(`<legacyDrawing [^>]*id="([^"]+)"`)

// drawingOf is the element that ties the notes to their sheet, as it stands in
// the sheet that excelize made; "" where there are none.
func drawingOf(made *zip.Reader) (string, error) {
	part, err := made.Open(sheetPart)
	if err != nil {
		return "", err
	}
	body, err := io.ReadAll(part) // a sheet without rows
	if closeErr := part.Close(); err == nil {
		err = closeErr
	}
	if m := drawingRef.FindSubmatch(body); m != nil {
		return `<legacyDrawing r:id="` + string(m[1]) + `"/>`, err
	}
	return "", err
}

// frozen keeps the rows as far as the header in sight.
func frozen(header int64) string {
	return fmt.Sprintf(`<sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="%d" topLeftCell="A%d" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
		header, header+1)
}
