package xlsxfile

import (
	"errors"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"
)

const (
	maxSheets = 4096
	peekRows  = 1000 // rows of a sheet that are looked at to see what it holds
)

// sheetInfo is a sheet as the workbook lists it.
type sheetInfo struct {
	name   string
	part   string
	hidden bool
	cells  bool // it is made of cells, and no chart
}

// workbook is what a workbook says about itself.
type workbook struct {
	*pack
	sheets   []sheetInfo
	strings  string // part of the shared strings, "" where there is none
	styles   string
	from1904 bool

	likeliest bool // the sheet was chosen by its looks, and is not the first
}

// openWorkbook reads the list of the sheets.
func openWorkbook(p *pack) (*workbook, error) {
	root, err := p.relations("")
	if err != nil {
		return nil, err
	}
	main := "xl/workbook.xml"
	for _, r := range root {
		if r.kind == "officeDocument" {
			main = r.target
		}
	}
	if err := p.recognise(main); err != nil {
		return nil, err
	}
	w := &workbook{pack: p}
	parts, err := p.relations(main)
	if err != nil {
		return nil, err
	}
	dir := path.Dir(main)
	if err := p.elements(main, func(x *xmlScanner) { w.element(x, parts, dir) }); err != nil {
		return nil, err
	}
	for _, r := range parts {
		switch r.kind {
		case "sharedStrings":
			w.strings = r.target
		case "styles":
			w.styles = r.target
		}
	}
	if len(w.sheets) == 0 {
		return nil, errors.New("it lists no sheets; open it in Excel and save it again")
	}
	return w, nil
}

// recognise says what an archive is that is no workbook as Excel saves it now.
func (p *pack) recognise(main string) error {
	switch {
	case strings.HasSuffix(strings.ToLower(main), ".bin") || p.has("xl/workbook.bin"):
		return errors.New("it is a binary workbook (.xlsb), which is not read; open it in Excel and save it as .xlsx")
	case p.has("content.xml") && p.has("mimetype"):
		return errors.New("it is an OpenDocument file (.ods), which is not read; open it and save it as .xlsx")
	case p.has("index/document.iwa") || p.has("index.zip"):
		return errors.New("it is a Numbers file, which is not read; export it as .xlsx")
	case p.has(main):
		return nil
	case p.has("word/document.xml") || p.has("ppt/presentation.xml"):
		return errors.New("it is a document or a presentation and no workbook")
	}
	return errors.New("it is a ZIP archive, but no workbook is in it; if a workbook or a CSV file is packed in it, unpack it first")
}

func (w *workbook) element(x *xmlScanner, parts map[string]relation, dir string) {
	switch string(x.name) {
	case "workbookPr":
		w.from1904 = x.flag("date1904")
	case "sheet":
		if len(w.sheets) >= maxSheets {
			return
		}
		s := sheetInfo{name: x.attr("name"), part: path.Join(dir, "worksheets", "sheet"+strconv.Itoa(len(w.sheets)+1)+".xml"), cells: true}
		s.hidden = x.attr("state") == "hidden" || x.attr("state") == "veryHidden"
		if r, ok := parts[x.attr("id")]; ok {
			s.part, s.cells = r.target, r.kind == "worksheet"
		}
		w.sheets = append(w.sheets, s)
	}
}

// choose finds the sheet that an option means, and what an operator should
// know of the others. rejects reports whether the sheet is that of a rejects
// file, which is read whatever the option says.
func (w *workbook) choose(option string, likeliest bool, rejects func(*sheetInfo) bool) (*sheetInfo, []string, error) {
	if option == "" {
		return w.obvious(likeliest)
	}
	if s, err := w.named(option); err == nil || len(w.sheets) > 1 || !rejects(&w.sheets[0]) {
		return s, w.note(s), err
	}
	return &w.sheets[0], nil, nil
}

// note tells that a sheet is hidden.
func (w *workbook) note(s *sheetInfo) []string {
	if s == nil || !s.hidden {
		return nil
	}
	return []string{"the sheet " + strconv.Quote(s.name) + " is hidden in Excel"}
}

// named finds a sheet by its name or else its number.
func (w *workbook) named(option string) (*sheetInfo, error) {
	var found *sheetInfo
	for i := range w.sheets {
		if w.sheets[i].name == option {
			found = &w.sheets[i]
		}
	}
	for i := range w.sheets {
		if found == nil && strings.EqualFold(strings.TrimSpace(w.sheets[i].name), strings.TrimSpace(option)) {
			found = &w.sheets[i]
		}
	}
	if n, err := strconv.Atoi(option); found == nil && err == nil && n >= 1 && n <= len(w.sheets) {
		found = &w.sheets[n-1]
	}
	switch {
	case found == nil:
		return nil, fmt.Errorf("it has no sheet %q; it has %s", option, w.names(func(*sheetInfo) bool { return true }))
	case !found.cells:
		return nil, fmt.Errorf("the sheet %q is a chart and has no cells; choose another with the option sheet", found.name)
	}
	return found, nil
}

// obvious is the visible sheet that holds something, the first of several; with likeliest the
// one that looks like a table where the first does not.
func (w *workbook) obvious(likeliest bool) (*sheetInfo, []string, error) {
	sizes := map[*sheetInfo]extent{}
	var chosen *sheetInfo
	for i := range w.sheets {
		s := &w.sheets[i]
		if !s.cells {
			continue
		}
		var err error
		if sizes[s], err = w.peek(s); err != nil {
			return nil, nil, err
		}
		if chosen == nil && sizes[s].rows > 0 && !s.hidden {
			chosen = s
		}
	}
	for i := range w.sheets {
		if s := &w.sheets[i]; chosen == nil && s.cells && !s.hidden {
			chosen = s
		}
	}
	if chosen == nil {
		return nil, nil, errors.New("it has no sheet that can be seen; name one with the option sheet, or show it in Excel")
	}
	table := w.table(chosen, sizes)
	if table == nil {
		return chosen, w.unreadNotes(chosen, sizes), nil
	}
	first := chosen
	if w.likeliest = likeliest; likeliest {
		chosen = table
	}
	notes := w.unreadNotes(chosen, sizes)
	notes[0] += "; " + w.told(table, first, sizes)
	return chosen, notes, nil
}

// unreadNotes name the sheets that hold something and are not the chosen one.
func (w *workbook) unreadNotes(chosen *sheetInfo, sizes map[*sheetInfo]extent) (notes []string) {
	if others := w.names(func(s *sheetInfo) bool { return sizes[s].rows > 0 && !s.hidden && s != chosen }); others != "" {
		notes = append(notes, "the sheet "+strconv.Quote(chosen.name)+" is read; the workbook also has "+others+": choose with the option sheet")
	}
	if hidden := w.names(func(s *sheetInfo) bool { return sizes[s].rows > 0 && s.hidden }); hidden != "" {
		notes = append(notes, "hidden sheets hold something and are not read: "+hidden)
	}
	return notes
}

// extent is how much a sheet holds, as far as it is looked at.
type extent struct {
	rows  int // with a value
	width int // cells with a value in the row that has most
}

// table is the sheet that looks like a table of records beside a first one that looks like its
// cover: it has many times the rows, and more columns. Nil is none.
func (w *workbook) table(first *sheetInfo, sizes map[*sheetInfo]extent) *sheetInfo {
	const times, leastRows, leastWidth = 5, 10, 3
	var best *sheetInfo
	for i := range w.sheets {
		s := &w.sheets[i]
		x, cover := sizes[s], sizes[first]
		if s.hidden || x.rows < max(leastRows, times*cover.rows) || x.width < max(leastWidth, cover.width+1) {
			continue
		}
		if best == nil || x.rows*x.width > sizes[best].rows*sizes[best].width {
			best = s
		}
	}
	return best
}

// told says why a sheet looks like the table, and what a run reads.
func (w *workbook) told(table, first *sheetInfo, sizes map[*sheetInfo]extent) string {
	x, cover := sizes[table], sizes[first]
	rows := strconv.Itoa(x.rows) + " rows"
	if x.rows >= peekRows {
		rows += " or more"
	}
	said := fmt.Sprintf("%s looks like the table, with %s in %d columns, where %s has %d in %d", strconv.Quote(table.name), rows, x.width, strconv.Quote(first.name), cover.rows, cover.width)
	if w.likeliest {
		said += "; a run reads the first sheet unless its mapping states another"
	}
	return said
}

// names lists the sheets that fit.
func (w *workbook) names(fits func(*sheetInfo) bool) string {
	const most = 12
	var names []string
	for i := range w.sheets {
		if !fits(&w.sheets[i]) {
			continue
		}
		if len(names) == most {
			names = append(names, "more")
			break
		}
		names = append(names, strconv.Quote(w.sheets[i].name))
	}
	return strings.Join(names, ", ")
}

// peek measures the beginning of a sheet.
func (w *workbook) peek(s *sheetInfo) (x extent, err error) {
	part, err := w.open(s.part)
	if err != nil {
		return x, err
	}
	defer part.Close()
	scan, err := newSheetScanner(part)
	var row sheetRow
	for n := 0; err == nil && n < peekRows; n++ {
		if err = scan.next(&row); err == nil && !row.blank() {
			x.rows++
			x.width = max(x.width, row.filled())
		}
	}
	if err == nil || err == io.EOF || x.rows > 0 { // a fault further down is told where the sheet is read
		return x, nil
	}
	return x, fmt.Errorf("the sheet %q: %w", s.name, err)
}
