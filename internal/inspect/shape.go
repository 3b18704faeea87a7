package inspect

import "slices"

// shapeTraps judges a column as a whole.
func (c *column) shapeTraps(l *trapList, t *Column) {
	const few = 10 // rows that say nothing about a column
	all := t.Filled + t.Empty
	switch {
	case t.Filled == 0 && all > 0:
		l.add(CodeEmptyColumn, c.name, &finding{count: all}, "the column is empty")
	case t.Filled >= few && t.Distinct == 1 && t.DistinctExact:
		l.add(CodeConstant, c.name, &finding{count: t.Filled}, "all filled cells of the column hold the same value")
	case c.isCut(t):
		n := int64(c.lengths[c.max])
		l.add(CodeCut, c.name, &finding{count: n}, "%s exactly %d characters long, and none is longer", values(n, "is", "are"), c.max)
	}
}

// limits are the widths that fields of old systems have.
var limits = []int{15, 16, 20, 24, 25, 30, 32, 35, 40, 45, 50, 60, 64, 70, 80, 100, 120, 127, 128, 150, 160, 200, 250, 254, 255, 256, 500, 512, 1000, 1024, 2000, 4000}

// isCut reports whether so many texts end at the same length that a field was
// full: more than three times as many as of each of the lengths below. Texts of
// few lengths, or mostly of this one, have a form of their own.
func (c *column) isCut(t *Column) bool {
	const least, below = 15, 5
	if t.Type != TypeText && t.Type != TypeName && t.Type != TypeEmail || c.max < least || c.max >= len(c.lengths) || c.min == c.max {
		return false
	}
	different := 0
	for _, n := range c.lengths {
		if n > 0 {
			different++
		}
	}
	full := int64(c.lengths[c.max])
	if different < below+3 || 2*full > t.Filled {
		return false
	}
	var before int64
	for n := c.max - below; n < c.max; n++ {
		before += int64(c.lengths[n])
	}
	if full < 3 || full*below <= 3*before || 2*int64(len(c.longest)) < min(full, 2*manyLongest) {
		return false
	}
	return full*100 >= t.Filled || slices.Contains(limits, c.max) && full*1000 >= t.Filled
}

// mayIdentify reports whether a column could tell records apart: its name says
// so, or it is the first and looks it.
func (c *column) mayIdentify(at int, typeName string) bool {
	switch typeName {
	case TypeEmail, TypeDocument:
		return true
	case TypeInteger, TypeIdentifier, TypeText:
		return c.hints.key && !c.hints.contact || at == 0 && typeName != TypeText
	}
	return false
}

// uniqueTraps finds columns that would be a key but for a few rows.
func (p *Profile) uniqueTraps(l *trapList, at int, t *Column) {
	const few, percent = 20, 2
	c := p.columns[at]
	if slices.Contains(p.key.columns, at) {
		return // judged as the key
	}
	if n := c.repeats.count; c.distinct.over || n == 0 || t.Filled < few || n*100 > max(t.Filled*percent, 200) || !c.mayIdentify(at, t.Type) {
		return
	}
	none := ""
	if c.empty > 0 {
		none = ", and " + rows(c.empty, "has none", "have none")
	}
	l.add(CodeNearlyUnique, c.name, &c.repeats, "%s the value of an earlier row, while all others differ%s", rows(c.repeats.count, "repeats", "repeat"), none)
}

// alikeTraps finds columns with the same content, and names that look the same,
// each beside the first of its kind.
func (p *Profile) alikeTraps(l *trapList) {
	type content struct{ hash, filled uint64 }
	contents, names := map[content]*column{}, map[string]*column{}
	for _, c := range p.columns {
		held := content{c.content, uint64(c.filled())}
		if n, _ := c.distinct.count(); n > 1 {
			if d, twice := contents[held]; twice {
				l.add(CodeSameContent, c.name, &finding{count: c.filled()}, "the column holds the same as %q in every row", d.name)
			} else {
				contents[held] = c
			}
		}
		name := foldName(c.name)
		if d, twice := names[name]; twice && name != "" {
			l.add(CodeSameName, c.name, &finding{count: 2}, "the name looks the same as %q", d.name)
		} else {
			names[name] = c
		}
	}
}
