package mapper

import (
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/text"
)

// keyList is the keys of a file, each as kyc.Key writes it.
type keyList struct {
	columns []column // of the file, one for each part of the key
	named   bool     // the mapping says which columns they are
	file    string
	keys    map[string]int   // the place of each in the list
	lines   []int            // of the file, by place
	folded  map[string][]int // the places of those that are alike
}

// keyList reads which file holds keys, and which of its columns: those of the
// key unless column says others.
func (d *decoder) keyList(keys entry, parts map[string]entry) *keyList {
	k := &keyList{columns: d.m.keys}
	if e, given := parts["column"]; given {
		k.columns, k.named = d.words(e.value, "column"), true
		if len(k.columns) != len(d.m.keys) && len(d.m.keys) > 0 {
			d.add(positionOf(e.value), fmt.Sprintf("column names %d of the %d columns of the key", len(k.columns), len(d.m.keys)),
				"name a column of the file for each column of key, in the same order")
		}
	}
	if c := d.companion(keys.value, "keys"); c != nil {
		k.file = c.name
		c.lists = append(c.lists, k)
	}
	return k
}

// readKeys reads a list of keys: a CSV file with the key columns, or, where
// the key is a single column, one key a line.
func (d *decoder) readKeys(c *companion, k *keyList, data []byte) {
	k.keys, k.folded = map[string]int{}, map[string][]int{}
	rows, columns, header := sheetOf(data, textsOf(k.columns))
	switch {
	case rows != nil:
		d.eachRow(c, rows, columns, func(line int, cells []string) { d.listKey(c, k, line, cells) })
	case k.named:
		d.noColumn(c, k.columns, header, data)
		return
	case len(k.columns) > 1:
		for _, part := range k.columns {
			d.noColumn(c, []column{{part.text, c.at}}, header, data)
		}
		return
	case isTable(data):
		d.unnamedKey(c, k.columns[0].text, data)
		return
	default:
		d.eachLine(c, data, func(line int, text string) { d.listKey(c, k, line, []string{text}) })
	}
	if len(k.keys) == 0 {
		d.warn(c.at, "the list of keys "+quote(c.name)+" is empty", "check that it is the right file")
	}
}

// delimiters are those that may stand between the columns of a file beside the
// mapping.
const delimiters = ",;\t|"

// delimiterOf is the delimiter that stands in nearly all lines that are not
// blank, 0 if none does.
func delimiterOf(data []byte) rune {
	var with [len(delimiters)]int
	lines := 0
	for line := range strings.Lines(string(data)) {
		if strings.TrimSpace(line) == "" {
			continue
		}
		lines++
		for i := range delimiters {
			if strings.IndexByte(line, delimiters[i]) >= 0 {
				with[i]++
			}
		}
	}
	best := slices.Index(with[:], slices.Max(with[:]))
	if lines == 0 || with[best]*10 < lines*9 {
		return 0
	}
	return rune(delimiters[best])
}

// isTable reports whether a file looks like one of several columns. Read as
// one key a line it would exclude nobody.
func isTable(data []byte) bool { return delimiterOf(data) != 0 }

// unnamedKey tells of a table of which no column is known to hold the keys.
func (d *decoder) unnamedKey(c *companion, key string, data []byte) {
	what := "the list of keys " + quote(c.name) + " has several columns, and its first line does not name " + quote(key)
	if names := headerOf(data); names != nil {
		what += "; it has " + strings.Join(names, ", ")
	}
	d.add(c.at, what, "name the one that holds the keys, as in column: COLUMN, beside keys; a file of one key a line has no delimiter in it, unless its first line is "+
		quote(key)+" and each key stands in quotes")
}

// headerOf lists the names in the first line of a table; nil where they may be
// values: only names have no digit in any column, and stand above digits.
func headerOf(data []byte) (names []string) {
	r := csv.NewReader(strings.NewReader(string(data)))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = delimiterOf(data), -1, true
	first, err := r.Read()
	if err != nil || hasDigit(first) {
		return nil
	}
	second, err := r.Read()
	if err != nil || !hasDigit(second) {
		return nil
	}
	const longest = 40
	for _, name := range first {
		names = append(names, quote(printableOnly(strings.TrimSpace(name), longest)))
	}
	return names
}

func hasDigit(cells []string) bool {
	return slices.ContainsFunc(cells, func(s string) bool { return strings.ContainsFunc(s, unicode.IsDigit) || strings.Contains(s, "@") })
}

// eachLine hands every line that is not blank to fn, trimmed and in NFC.
func (d *decoder) eachLine(c *companion, data []byte, fn func(line int, text string)) {
	n := 0
	for line := range strings.Lines(string(data)) {
		if n++; n > maxRows {
			d.add(c.at, "the file "+quote(c.name)+" has more than 500,000 lines", "make a column of it in the source, and exclude by that")
			return
		}
		if text := nfc(strings.TrimSpace(line)); text != "" {
			fn(n, text)
		}
	}
}

// listKey adds a key to the list. One that lacks a part would exclude nobody.
func (d *decoder) listKey(c *companion, k *keyList, line int, parts []string) {
	if contains(parts, "") {
		d.add(c.at, fmt.Sprintf("%s:%d lacks a part of the key", c.name, line), "fill every key column, or remove the line")
		return
	}
	key := strings.Clone(kyc.Key{Parts: parts}.String())
	if _, twice := k.keys[key]; twice {
		return
	}
	at := len(k.keys)
	k.keys[key], k.lines = at, append(k.lines, line)
	folded := string(foldKey(nil, key))
	k.folded[folded] = append(k.folded[folded], at)
}

// foldKey appends what keys have in common that differ in nothing but capitals
// of ASCII and leading noughts. It is for the few keys of a list, each by
// itself. The rule key_alike is for all keys of a source: it goes by how most of
// them are written, and keeps no folded form of each.
func foldKey(out []byte, key string) []byte {
	from, to := text.Noughts(key)
	out = append(append(out, key[:from]...), key[to:]...)
	for i, c := range out {
		if c >= 'A' && c <= 'Z' {
			out[i] = c + 'a' - 'A'
		}
	}
	return out
}
