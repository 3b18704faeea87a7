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
	peekRows  = 1000 // rows of a sheet that are looked at to see whether it holds anything
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
func (w *workbook) choose(option string, rejects func(*sheetInfo) bool) (*sheetInfo, []string, error) {
	if option == "" {
		return w.obvious()
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

// obvious is the visible sheet that holds something, or the first of several.
func (w *workbook) obvious() (*sheetInfo, []string, error) {
	filled := map[*sheetInfo]bool{}
	var chosen *sheetInfo
	for i := range w.sheets {
		s := &w.sheets[i]
		if !s.cells {
			continue
		}
		var err error
		if filled[s], err = w.holds(s); err != nil {
			return nil, nil, err
		}
		if chosen == nil && filled[s] && !s.hidden {
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
	var notes []string
	if others := w.names(func(s *sheetInfo) bool { return filled[s] && !s.hidden && s != chosen }); others != "" {
		notes = append(notes, "the sheet "+strconv.Quote(chosen.name)+" is read; the workbook also has "+others+": choose with the option sheet")
	}
	if hidden := w.names(func(s *sheetInfo) bool { return filled[s] && s.hidden }); hidden != "" {
		notes = append(notes, "hidden sheets hold something and are not read: "+hidden)
	}
	return chosen, notes, nil
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

// holds reports whether a sheet has a cell with a value near its beginning.
func (w *workbook) holds(s *sheetInfo) (bool, error) {
	part, err := w.open(s.part)
	if err != nil {
		return false, err
	}
	defer part.Close()
	scan, err := newSheetScanner(part)
	var row sheetRow
	for n := 0; err == nil && n < peekRows; n++ {
		if err = scan.next(&row); err == nil && !row.blank() {
			return true, nil
		}
	}
	if err == nil || err == io.EOF {
		return false, nil
	}
	return false, fmt.Errorf("the sheet %q: %w", s.name, err)
}
