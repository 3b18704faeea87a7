package mapper

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"kycmigrate/internal/kyc"
)

// lookup translates values by a file beside the mapping. It is not changed
// after it was read.
type lookup struct {
	field    kyc.Field
	file     string
	key      lookupKey
	value    column
	meanings map[string]meaning
}

// lookupKey is what the values of the source are compared with: a column of the
// file, or several in the form of a template.
type lookupKey struct {
	text     string // as the mapping writes it
	at       position
	columns  []column
	literals []string // around the columns; nil where one column is the key
}

var lookupKeys = []string{"file", "key", "value"}

// meaning is what a key of the file stands for, and where.
type meaning struct {
	text string
	line int
}

const lookupExample = "{file: branches.csv, key: COLUMN, value: COLUMN}"

// lookup reads {file: FILE, key: COLUMN, value: COLUMN}.
func (d *decoder) lookup(r *rule, n *yaml.Node) {
	r.lookup = &lookup{field: r.field}
	parts, ok := d.block(n, "lookup", lookupExample, lookupKeys)
	if !ok {
		return
	}
	_, hasFile := d.lookupWord(n, parts, "file")
	key, hasKey := d.lookupKey(n, parts)
	value, hasValue := d.lookupWord(n, parts, "value")
	if !hasFile || !hasKey || !hasValue {
		return
	}
	if c := d.companion(parts["file"].value, "file"); c != nil {
		r.lookup.file, r.lookup.key, r.lookup.value = c.name, key, value
		d.sameForm(r)
		c.lookups = append(c.lookups, r.lookup)
	}
}

func (d *decoder) lookupWord(n *yaml.Node, parts map[string]entry, name string) (column, bool) {
	e, given := parts[name]
	if !given || isNull(e.value) || follow(e.value).Kind == yaml.ScalarNode && strings.TrimSpace(follow(e.value).Value) == "" {
		d.add(positionOf(n), "lookup has no "+name, "write "+lookupExample)
		return column{}, false
	}
	s, ok := d.word(e.value, name)
	return column{s, positionOf(e.value)}, ok
}

// lookupKey reads the key: COLUMN, or a template of columns.
func (d *decoder) lookupKey(n *yaml.Node, parts map[string]entry) (lookupKey, bool) {
	if e, given := parts["key"]; given && follow(e.value).Kind == yaml.SequenceNode {
		d.add(positionOf(e.value), "key of lookup is a list", `write key: "{COLUMN}-{COLUMN}", and in the field a template of the same form`)
		return lookupKey{}, false
	}
	word, ok := d.lookupWord(n, parts, "key")
	if !ok {
		return lookupKey{}, false
	}
	k := lookupKey{text: word.text, at: word.at}
	if k.columns, k.literals, ok = d.braces(parts["key"].value, "key of lookup", word.text); ok && len(k.columns) == 0 {
		k.columns, k.literals = []column{{k.literals[0], k.at}}, nil
	}
	return k, ok
}

// inBraces is a key that is no column of a file as a template of the columns that stand
// in it, "" where there are not several.
func (k *lookupKey) inBraces(header []string) string {
	if k.literals != nil || placesOf(header, []string{k.text}) != nil {
		return ""
	}
	names := slices.DeleteFunc(slices.Clone(header), func(name string) bool { return strings.TrimSpace(name) == "" })
	slices.SortFunc(names, func(a, b string) int { return len(b) - len(a) }) // of two that begin alike the longer one is meant
	pairs := make([]string, 0, 2*len(names))
	for _, name := range names {
		pairs = append(pairs, name, "{"+name+"}")
	}
	joined := strings.NewReplacer(pairs...).Replace(k.text)
	names = slices.DeleteFunc(names, func(name string) bool { return !strings.Contains(joined, "{"+name+"}") })
	if len(names) < 2 {
		return ""
	}
	return joined
}

// sameForm warns of a key and a template with other texts around as many columns, which
// are never the same unless the columns have those texts in them.
func (d *decoder) sameForm(r *rule) {
	k := &r.lookup.key
	if r.form != templateForm || k.literals == nil || len(r.transforms) > 0 || len(k.literals) != len(r.literals) || slices.Equal(k.literals, r.literals) {
		return
	}
	d.warn(k.at, "key of lookup "+quote(k.text)+" has other signs around its columns than the template of "+r.field.String()+", so hardly a value will be found", "write both in one form: what stands between the columns, spaces too, must be the same")
}

// missing says that a value is not in a file, and what to do.
func (l *lookup) missing() (what, fix string) {
	const otherwise = ", set otherwise, or mend the source"
	if l.key.literals == nil {
		return "is not in the column " + l.key.columns[0].text + " of the lookup file " + l.file, "add the value to that file as it stands (capitals count)" + otherwise
	}
	return "is in no row of the lookup file " + l.file + " as " + l.key.text, "add such a row to that file (capitals count, and the signs between the columns)" + otherwise
}

// of is the key of a row of the file, "" where a part of it is empty.
func (k *lookupKey) of(cells []string) string {
	switch {
	case k.literals == nil:
		return cells[0]
	case contains(cells, ""):
		return ""
	}
	var b strings.Builder
	for i, s := range cells {
		b.WriteString(k.literals[i])
		b.WriteString(s)
	}
	b.WriteString(k.literals[len(cells)])
	return nfc(b.String())
}

// readLookup fills a lookup from its file. Of a key that stands twice both
// must mean the same.
func (d *decoder) readLookup(c *companion, l *lookup, data []byte) {
	wanted := append(slices.Clone(l.key.columns), l.value)
	rows, columns, header := sheetOf(data, textsOf(wanted))
	if rows == nil {
		if joined := l.key.inBraces(header); joined != "" {
			d.add(l.key.at, "the file "+quote(c.name)+" has no column "+quote(l.key.text), "where it takes several columns, write each in braces, key: "+quote(joined)+", and in the field a template of the same form")
			wanted = []column{l.value}
		}
		d.noColumn(c, wanted, header, data)
		return
	}
	l.meanings = map[string]meaning{}
	d.eachRow(c, rows, columns, func(line int, cells []string) {
		last := len(cells) - 1
		key, text := l.key.of(cells[:last]), strings.Clone(cells[last]) // a part of the row would keep it all
		if key == "" {
			return
		}
		if before, twice := l.meanings[key]; twice {
			if before.text != text {
				d.lookupTwice(c, l, before.line, line)
			}
			return
		}
		if text != "" && !takes(l.field, text) {
			d.add(l.value.at, fmt.Sprintf("%s:%d has a value that %s cannot take", c.name, line, l.field),
				whatItTakes(l.field)+"; where the file has codes of its own, add a column with what they mean, and name it as value")
		}
		l.meanings[strings.Clone(key)] = meaning{text, line}
	})
	if len(l.meanings) == 0 && len(d.list) == 0 {
		d.add(c.at, "the lookup file "+quote(c.name)+" has no rows", "fill it, or use values")
	}
}

// lookupTwice tells of two lines with one key. They may both be right: then
// the key lacks a column.
func (d *decoder) lookupTwice(c *companion, l *lookup, before, line int) {
	form := l.key.text
	if l.key.literals == nil {
		form = "{" + form + "}"
	}
	d.add(l.key.at, fmt.Sprintf("%s:%d and %s:%d have the same %s with another %s", c.name, before, c.name, line, l.key.text, l.value.text),
		`if one of them is wrong, remove it; if another column tells them apart, write key: "`+form+`-{THAT COLUMN}", and in the field a template of the same form in place of from`)
}

// find returns what a value stands for.
func (l *lookup) find(s string) (string, verdict) {
	m, ok := l.meanings[nfc(s)]
	if !ok {
		return "", notInFile
	}
	return m.text, accepted
}

// takes reports whether a value stated outside the rows is one that the field
// can have.
func takes(f kyc.Field, s string) bool {
	switch f.Info().Kind {
	case kyc.KindDecision:
		return contains(decisions, s)
	case kyc.KindGender:
		return contains(genders, s)
	case kyc.KindCountry:
		return kyc.IsAlpha3(s)
	case kyc.KindDate:
		_, v := readISO(s)
		return v == accepted
	}
	return true
}

// whatItTakes says in words what takes checks.
func whatItTakes(f kyc.Field) string {
	switch f.Info().Kind {
	case kyc.KindDecision:
		return "write " + strings.Join(decisions, " or ")
	case kyc.KindGender:
		return "write " + strings.Join(genders, " or ")
	case kyc.KindCountry:
		return "write an ISO 3166-1 alpha-3 code in capitals, such as KOR"
	}
	return "write a day of the calendar as YYYY-MM-DD"
}
