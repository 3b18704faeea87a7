package inspect

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kycmigrate/internal/kyc"
)

// LineRule is a rule of the mapping's exclude that leaves out rows which are no records, by how
// they stand in the source.
type LineRule struct {
	Code string `json:"code"` // a proposal for that of the rule
	Line string `json:"line"` // the expression; "" where nothing of the row may be shown
	// When is a condition over the row in the place of Line, where rows are no lines of text.
	When string `json:"when,omitempty"`
	Rows int64  `json:"rows"`
	At   string `json:"at"` // the first of them

	fault string // the code of what is wrong with it, "" where it can be read
}

// Codes of the rules.
const (
	LineTrailer = "trailer"
	LineBlank   = "blank_line"
)

const (
	mostTail     = 3   // rows at the end of a file that may be none
	mostTailLine = 200 // bytes of such a row that are looked at
	mostFiles    = 50  // of which the ends are looked at
)

// lineCheck watches for rows that are no records: at the end of each file, and those of nothing
// but delimiters.
type lineCheck struct {
	on    bool
	file  string
	tail  []tailRow
	ends  []tailRow // that may be no records, of the files before
	files int
	blank finding
	marks map[rune]bool // of which blank rows are made
}

// tailRow is one of the last rows of a file.
type tailRow struct {
	raw    string
	cut    bool   // the row goes on behind raw
	fault  string // its code, "" for a row that was read
	filled int
	at     string
}

// note looks at a row, of which so many cells have a value.
func (l *lineCheck) note(row *kyc.Row, filled int, at *kyc.Origin) {
	if !l.on {
		return
	}
	if at.File != l.file {
		l.endFile()
		l.file = at.File
	}
	t := tailRow{filled: filled}
	if row.Fault != nil {
		t.fault = row.Fault.Code
	}
	if t.fault == CodeBlankRow {
		l.noteBlank(row.Raw, at)
	}
	if odd := t.fault == CodeBlankRow || t.fault == codeRagged || t.fault == "" && filled <= fewCells(len(row.Cells)); !odd {
		l.tail = l.tail[:0]
		return
	}
	t.cut = len(row.Raw) > mostTailLine
	t.raw, t.at = strings.Clone(row.Raw[:min(len(row.Raw), mostTailLine)]), at.String()
	l.tail = append(l.tail, t)
	if more := len(l.tail) - mostTail; more > 0 {
		l.tail = slices.Delete(l.tail, 0, more)
	}
}

// fewCells is how many cells of a row that counts the others have a value at most.
func fewCells(cells int) int { return min(3, (cells-1)/2) }

// noteBlank counts a row of nothing but delimiters.
func (l *lineCheck) noteBlank(raw string, at *kyc.Origin) {
	l.blank.note(at)
	if l.marks == nil {
		l.marks = map[rune]bool{}
	}
	for _, r := range raw {
		l.marks[r] = true
	}
}

// endFile keeps what stands at the end of the file that was read.
func (l *lineCheck) endFile() {
	if l.files++; l.files <= mostFiles {
		l.ends = append(l.ends, l.tail...)
	}
	l.tail = l.tail[:0]
}

// rules are the rules that leave these rows out.
func (l *lineCheck) rules() []LineRule {
	list := []LineRule{}
	unknown := LineRule{Code: LineTrailer, fault: codeRagged}
	for _, t := range slices.Concat(l.ends, l.tail) {
		line := trailerPattern(t.raw, t.cut)
		switch at := slices.IndexFunc(list, func(r LineRule) bool { return r.Line == line }); {
		case line != "" && at >= 0:
			list[at].Rows++
		case line != "":
			list = append(list, LineRule{Code: LineTrailer, Line: line, Rows: 1, At: t.at, fault: t.fault})
		case t.fault == codeRagged:
			if unknown.Rows++; unknown.Rows == 1 {
				unknown.At = t.at
			}
		}
	}
	if unknown.Rows > 0 && len(list) == 0 {
		list = append(list, unknown)
	}
	if line := l.blankPattern(); line != "" {
		list = append(list, LineRule{Code: LineBlank, Line: line, Rows: l.blank.count, At: l.blank.places()[0], fault: CodeBlankRow})
	}
	return list
}

// blankPattern is the expression for rows of nothing but delimiters, "" where there is none.
func (l *lineCheck) blankPattern() string {
	const most = 6
	if l.blank.count == 0 || len(l.marks) == 0 || len(l.marks) > most || l.marks[utf8.RuneError] {
		return ""
	}
	marks := make([]rune, 0, len(l.marks))
	for r := range l.marks {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == 0 {
			return ""
		}
		marks = append(marks, r)
	}
	slices.Sort(marks)
	if len(marks) == 1 && marks[0] > ' ' {
		return "^" + regexp.QuoteMeta(string(marks)) + "+$"
	}
	class := ""
	for _, r := range marks {
		if r == '-' { // between others it would be a range
			class += `\-`
			continue
		}
		class += literal(string(r))
	}
	return "^[" + class + "]+$"
}

// What the last line of an export is made of that counts its rows or says that it ends.
const (
	// countWords make the line one of that kind.
	countWords = "total|totals|totales|totais|totaux|totale|totali|totaal|gesamt|gesamtzahl|summe|summen|anzahl|suma|razem|liczba|celkem|celkom|pocet|osszesen|összesen|" +
		"toplam|ukupno|итого|всего|разом|всього|общо|합계|총계|총|合计|合計|总计|總計|总数|總數|รวม|المجموع|الاجمالي|סהכ|trl|trailer|trailr|trlr|tlr|footer|eof|eod|count|cnt|" +
		"rows|records|recs|registros|lineas|linhas|filas|enregistrements|lignes|datensaetze|datensätze|zeilen|rekordow|rekordów|wierszy|записей|строк|записів|" +
		"рядків|件|건|笔|筆"

	// endWords do so where they stand first: elsewhere they are names.
	endWords = "end|fin|fim|ende|fine|koniec|конец|кінець"

	// besideWords stand beside them.
	besideWords = "foot|of|file|fichero|archivo|arquivo|fichier|datei|pliku|data|datos|dados|daten|report|reporte|relatorio|listado|extraccion|export|row|record|registro|" + //nolint:misspell // words of other languages
		"reg|regs|lines|saetze|sätze|zaznamu|kayit|kayıt|条|exportados|procesados|generados|exportiert|selected|affected|returned|exported|written|number|numero|" +
		"número|nro|num|no|de|do|da|del|des|der|du|di|clientes|customers|clients|kunden|clienti|clienci|клиентов" //nolint:misspell // words of other languages
)

var (
	counting     = words(countWords)
	ending       = words(endWords)
	trailerWords = words(countWords + "|" + endWords + "|" + besideWords)
)

// trailerPattern is an expression for the beginning of a line that counts the rows or ends the
// file, "" for any other line: of that nothing may be shown.
// cut says that the line goes on behind raw.
func trailerPattern(raw string, cut bool) string {
	if !utf8.ValidString(raw) {
		return ""
	}
	const sure = 2 // words beside which another one may stand
	pattern, kept, is, behind, known := "^", "", false, false, 0
	for rest := raw; rest != ""; {
		n := runOf(rest)
		part := rest[:n]
		rest = rest[n:]
		first, _ := utf8.DecodeRuneInString(part)
		switch {
		case unicode.IsDigit(first):
			pattern += "[0-9]+"
		case !unicode.IsLetter(first):
			if behind { // so that no longer word is meant
				kept += literal(string(first))
			}
			pattern, behind = pattern+literal(part), false
			continue
		case trailerWords[strings.ToLower(part)]:
			pattern += part
			is = is || saysCount(part, known == 0)
			kept, behind, known = pattern, true, known+1
			if rest == "" && !cut {
				kept += "$"
			}
			continue
		default:
			rest, is = "", is && known >= sure
		}
		behind = false
	}
	if !is {
		return ""
	}
	return kept
}

// saysCount reports whether a word makes a line one that counts the rows or ends the file. first says that no
// word stands before it.
func saysCount(word string, first bool) bool {
	word = strings.ToLower(word)
	return counting[word] || first && ending[word]
}

// literal is an expression for a text as it stands, on one line and with nothing that cannot be seen.
func literal(text string) string {
	var b strings.Builder
	for _, r := range text {
		if unicode.IsControl(r) || unicode.Is(unicode.Zl, r) || unicode.Is(unicode.Zp, r) || unicode.Is(unicode.Cf, r) {
			fmt.Fprintf(&b, `\x{%X}`, r)
			continue
		}
		b.WriteString(regexp.QuoteMeta(string(r)))
	}
	return b.String()
}

// runOf is how many bytes a text begins with of one kind: letters, digits or neither.
func runOf(text string) int {
	kind := func(r rune) int {
		switch {
		case unicode.IsLetter(r) || unicode.IsMark(r):
			return 1
		case unicode.IsDigit(r):
			return 2
		}
		return 0
	}
	first, _ := utf8.DecodeRuneInString(text)
	for i, r := range text {
		if kind(r) != kind(first) {
			return i
		}
	}
	return len(text)
}

// Rule is how a mapping states the rule; where nothing of the row may be shown, somebody is to
// write how the line begins.
func (r *LineRule) Rule() string {
	if r.When != "" {
		return "{code: " + r.Code + ", when: \"" + r.When + "\"}"
	}
	line := r.Line
	if line == "" {
		line = "^BEGINNING"
	}
	quoted := `"` + line + `"`
	if strings.ContainsAny(line, `"\\`) {
		quoted = "'" + strings.ReplaceAll(line, "'", "''") + "'"
	}
	return "{code: " + r.Code + ", line: " + quoted + "}"
}

// Advice says what the rule is for.
func (r *LineRule) Advice() string {
	rule := "exclude: [" + r.Rule() + "]"
	switch {
	case r.Line == "" && r.When == "":
		return "where the last row (" + r.At + ") counts the others and is no record, leave it out in the mapping by how it begins: " + rule
	case r.Code == LineTrailer:
		return "the row at " + r.At + " counts the others or ends the file: leave it out in the mapping with " + rule
	}
	return "rows of nothing but delimiters can be left out in the mapping: " + rule
}

// adviseExclude says of rows that cannot be read and are no records which rule leaves them out.
func (r *Result) adviseExclude() {
	for i := range r.Exclude {
		for k := range r.Unreadable {
			if rule, f := &r.Exclude[i], &r.Unreadable[k]; f.Code == rule.fault {
				f.Fix += "; " + rule.Advice()
			}
		}
	}
}
