package inspect

import (
	"slices"
	"strings"
	"unicode"

	"kycmigrate/internal/kyc"
)

// totalCheck watches for rows at the end of a file or a sheet that count or sum up the others, in
// sources whose rows are no lines of text: lineCheck has those that are.
type totalCheck struct {
	file  string
	files int
	tail  []totalRow
	found []totalRow
}

// totalRow is a row that says of itself that it counts or sums up.
type totalRow struct {
	column int    // whose cell says so
	text   string // what it says: words of that kind and numbers, and nothing of a person
	at     kyc.Origin
}

// note looks at a row, of which so many cells have a value, of a table with so many columns.
func (t *totalCheck) note(row *kyc.Row, filled, columns int, at *kyc.Origin) {
	if at.File != t.file {
		t.endFile()
		t.file = at.File
	}
	if row.Fault != nil || filled > fewCells(len(row.Cells)) {
		t.tail = t.tail[:0]
		return
	}
	column := totalCell(row.Cells[:min(len(row.Cells), columns)])
	if column < 0 { // as a remark below the total
		return
	}
	if t.tail = append(t.tail, totalRow{column, strings.Clone(strings.TrimSpace(row.Cells[column])), *at}); len(t.tail) > mostTail {
		t.tail = slices.Delete(t.tail, 0, 1)
	}
}

// endFile keeps what stands at the end of the file, or the sheet, that was read.
func (t *totalCheck) endFile() {
	if t.files++; t.files <= mostFiles {
		t.found = append(t.found, t.tail...)
	}
	t.tail = t.tail[:0]
}

// totalCell is the cell that says that its row counts or sums up others, -1 for none. All other
// cells with a value must be numbers, and one at least must be there: a row with one word and no
// number may be a person of whom little is known.
func totalCell(cells []string) int {
	at, numbers := -1, 0
	for i, cell := range cells {
		v := look(cell)
		if v.text == "" {
			continue
		}
		kind, _, _ := kindOf(&v)
		switch {
		case kind == kindInteger || kind == kindDecimal:
			numbers++
		case at < 0 && saysTotal(v.text):
			at = i
			if v.count[classDigit] > 0 {
				numbers++
			}
		default:
			return -1
		}
	}
	if numbers == 0 {
		return -1
	}
	return at
}

// saysTotal reports whether a text is made of words for counts and ends, and numbers, only.
func saysTotal(text string) bool {
	const longest = 60
	if len(text) > longest || endsRule(text) {
		return false
	}
	counts, first := false, true
	for rest := text; rest != ""; {
		n := runOf(rest)
		word := strings.ToLower(rest[:n])
		if strings.ContainsFunc(word, unicode.IsLetter) {
			if !trailerWords[word] {
				return false
			}
			counts, first = counts || saysCount(word, first), false
		}
		rest = rest[n:]
	}
	return counts
}

// endsRule reports whether a text would end the expression that it is to stand in, or its line.
func endsRule(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool {
		return strings.ContainsRune(`'"\`, r) || unicode.IsControl(r) || unicode.In(r, unicode.Zl, unicode.Zp, unicode.Cf)
	})
}

// saying is the condition for a column to say what a text says, whatever its numbers: the next export has
// others.
func saying(column, text string) string {
	if endsRule(column) {
		column = "COLUMN"
	}
	cell := "trim(row['" + column + "'])"
	if !strings.ContainsFunc(text, unicode.IsDigit) {
		return cell + " == '" + text + "'"
	}
	pattern, number := "", false
	for _, r := range text {
		inNumber := unicode.IsDigit(r) || number && (r == '.' || r == ',')
		switch {
		case inNumber && !number:
			pattern += "[0-9.,]+"
		case inNumber:
		case r == '^':
			pattern += "."
		case strings.ContainsRune(".+*?()|[]{}$", r): // in a class nothing need be escaped
			pattern += "[" + string(r) + "]"
		default:
			pattern += string(r)
		}
		number = inNumber
	}
	return cell + " matches '^" + pattern + "$'"
}

// all are the rows that were found.
func (t *totalCheck) all() []totalRow { return slices.Concat(t.found, t.tail) }

// rules are the rules that leave these rows out.
func (t *totalCheck) rules(columns []*column) []LineRule {
	list := []LineRule{}
	for _, row := range t.all() {
		when := saying(columns[row.column].name, row.text)
		if at := slices.IndexFunc(list, func(r LineRule) bool { return r.When == when }); at >= 0 {
			list[at].Rows++
			continue
		}
		list = append(list, LineRule{Code: LineTrailer, When: when, Rows: 1, At: row.at.String()})
	}
	return list
}

// trap tells of the rows.
func (t *totalCheck) trap(l *trapList) {
	f := finding{}
	for _, row := range t.all() {
		f.note(&row.at)
	}
	if f.count > 0 {
		l.add(CodeTotalRow, "", &f, "%s at the end with a number and a word such as total, and hardly anything else: no record, but the count or the sum of the others", rows(f.count, "stands", "stand"))
	}
}
