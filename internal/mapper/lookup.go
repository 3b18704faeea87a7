package mapper

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v4"

	"kycmigrate/internal/kyc"
)

// lookup translates values by a file beside the mapping. It is not changed
// after it was read.
type lookup struct {
	field      kyc.Field
	file       string
	key, value column
	meanings   map[string]meaning
}

var lookupKeys = []string{"file", "key", "value"}

// meaning is what a key of the file stands for, and where.
type meaning struct {
	text string
	line int
}

// lookup reads {file: FILE, key: COLUMN, value: COLUMN}.
func (d *decoder) lookup(r *rule, n *yaml.Node) {
	const example = "{file: branches.csv, key: COLUMN, value: COLUMN}"
	r.lookup = &lookup{field: r.field}
	parts, ok := d.block(n, "lookup", example, lookupKeys)
	if !ok {
		return
	}
	word := func(name string) (column, bool) {
		e, given := parts[name]
		if !given {
			d.add(positionOf(n), "lookup has no "+name, "write "+example)
			return column{}, false
		}
		s, ok := d.word(e.value, name)
		return column{s, positionOf(e.value)}, ok
	}
	_, hasFile := word("file")
	key, hasKey := word("key")
	value, hasValue := word("value")
	if !hasFile || !hasKey || !hasValue {
		return
	}
	if c := d.companion(parts["file"].value, "file"); c != nil {
		r.lookup.file, r.lookup.key, r.lookup.value = c.name, key, value
		c.lookups = append(c.lookups, r.lookup)
	}
}

// readLookup fills a lookup from its file. Of a key that stands twice both
// must mean the same.
func (d *decoder) readLookup(c *companion, l *lookup, data []byte) {
	rows, columns, header := sheetOf(data, []string{l.key.text, l.value.text})
	if rows == nil {
		d.noColumn(c, []column{l.key, l.value}, header)
		return
	}
	l.meanings = map[string]meaning{}
	d.eachRow(c, rows, columns, func(line int, cells []string) {
		key, text := cells[0], strings.Clone(cells[1]) // a part of the row would keep it all
		if key == "" {
			return
		}
		if before, twice := l.meanings[key]; twice {
			if before.text != text {
				d.add(l.key.at, fmt.Sprintf("%s:%d and %s:%d have the same %s with another %s", c.name, before.line, c.name, line, l.key.text, l.value.text),
					"keep the line that is right")
			}
			return
		}
		if text != "" && !takes(l.field, text) {
			d.add(l.value.at, fmt.Sprintf("%s:%d has a value that %s cannot take", c.name, line, l.field), whatItTakes(l.field))
		}
		l.meanings[strings.Clone(key)] = meaning{text, line}
	})
	if len(l.meanings) == 0 && len(d.list) == 0 {
		d.add(c.at, "the lookup file "+quote(c.name)+" has no rows", "fill it, or use values")
	}
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
