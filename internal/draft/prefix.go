package draft

import (
	"strings"
	"unicode/utf8"
)

// typeWords are what programmers of Access, Visual Basic, Delphi and SQL Server put before
// the names of fields, for the type of their values or for the control that shows them:
// strSurname, dtmDOB, cboIDType.
var typeWords = wordSet("str lng dtm dat dte dt cbo cmb chk bln bol bool bit int txt cur ccy dbl sng sgl mem mmo num nbr opt lst img fk pk tbl nvc vch vchr nvch nvchr vc chr nch ntx sdt sint tin mny dec flt uid guid gid ole hyp att lkp byt byte rdo ddl lbl dtp edt sz b i s n d c l")

// telling are those that say as well what the values are: numDoc, datNaiss, curAddress.
var telling = wordSet("num nbr dt dat dte img cur opt n d c")

// leastTypes is how many different words for types make a habit of them, and leastTyped
// how many columns have one.
const (
	leastTypes = 3
	leastTyped = 6
)

// dropTypeWords forgets the words for types that most names of a table begin with. In
// names of one case, where nothing parts such a word from the next, the names must be
// understood better without them.
func (t *table) dropTypeWords() {
	const most, nearly = 6, 8 // of ten columns
	if inside := t.typed(partedType); len(inside)*10 >= len(t.columns)*most {
		for c, h := range inside {
			c.header = h
		}
		return
	}
	inside, better := t.typed(joinedType), 0
	for c, h := range inside {
		better += b2i(len(h.unknown) == 0 && len(c.header.unknown) > 0) - b2i(len(c.header.unknown) == 0 && len(h.unknown) > 0)
	}
	if len(inside)*10 < len(t.columns)*nearly || better*3 < len(inside) {
		return
	}
	for c, h := range inside {
		c.header = h
	}
}

// typed are the columns whose names begin with a word for a type, as cut finds it, and
// how they read without it; none where there are too few, or one word only.
func (t *table) typed(cut func(name string) (word, rest string)) map[*candidate]header {
	inside, words := map[*candidate]header{}, map[string]bool{}
	for _, c := range t.columns {
		if word, rest := cut(c.name); word != "" {
			h := readHeader(rest)
			if word == "pk" && !h.any("id", "number") {
				h.add("uuid") // it numbers the rows of the table
			}
			if telling[word] && len(c.header.unknown) == 0 && len(c.header.order) > 0 {
				h = c.header
			}
			inside[c], words[word] = h, true
		}
	}
	if len(words) < leastTypes || len(inside) < leastTyped {
		return nil
	}
	return inside
}

// partedType cuts a word for a type off a name in which a capital or a stroke follows it.
func partedType(name string) (word, rest string) {
	at := strings.IndexFunc(name, func(r rune) bool { return r < 'a' || r > 'z' })
	if at < 1 || !typeWords[name[:at]] {
		return "", ""
	}
	rest = strings.TrimLeft(name[at:], "_")
	if len(rest) < 2 || name[at] != '_' && (name[at] < 'A' || name[at] > 'Z') {
		return "", ""
	}
	return name[:at], rest
}

// joinedType cuts one off a name of small letters, or of capitals, only.
func joinedType(name string) (word, rest string) {
	const short, long = 3, 4
	low := strings.ToLower(name)
	if low != name && strings.ToUpper(name) != name || !asciiLetters(low) {
		return "", ""
	}
	for n := min(long, len(low)-2); n >= short; n-- {
		if typeWords[low[:n]] {
			return low[:n], low[n:]
		}
	}
	return "", ""
}

// asciiLetters reports whether a text has small letters and digits of ASCII only.
func asciiLetters(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') })
}

// silentEnds are the last elements of paths that say nothing, in what forms and stores of
// documents write: dob.value, born.$date.
var silentEnds = wordSet("value values val text #text _text $t $date $oid $numberlong $numberdecimal")

// cutSilent cuts the last elements off a path that say nothing.
func cutSilent(path string) string {
	for {
		at := strings.LastIndexByte(path, '.')
		if at < 1 || !silentEnds[strings.ToLower(path[at+1:])] {
			return path
		}
		path = path[:at]
	}
}

// ofStore marks the number that MongoDB gives each document.
func (t *table) ofStore() {
	for _, c := range t.columns {
		if cutSilent(c.name) == "_id" {
			c.header.add("uuid")
		}
	}
}

// storeTypes are what DynamoDB writes behind the name of each value for its type.
var storeTypes = map[string]bool{"S": true, "N": true, "B": true, "BOOL": true, "NULL": true, "SS": true, "NS": true}

// dropCommonEnds forgets the last element that most paths of a table end in, whatever it
// is, or a type in its place: first_name.answer, dob.S.
func (t *table) dropCommonEnds() {
	const least, most = 6, 6 // columns, and of ten
	ends := map[string][]*candidate{}
	for _, c := range t.columns {
		if at := strings.LastIndexByte(c.name, '.'); at > 0 {
			end := c.name[at+1:]
			if storeTypes[end] {
				end = ""
			}
			ends[end] = append(ends[end], c)
		}
	}
	for _, group := range ends {
		if len(group) < least || len(group)*10 < len(t.columns)*most {
			continue
		}
		for _, c := range group {
			c.header = readHeader(strings.ReplaceAll(c.name[:strings.LastIndexByte(c.name, '.')], ".M.", "."))
		}
	}
}

// codelike reports whether a text is a code rather than words: it has digits, and its
// letters stand in short runs.
func codelike(text string) bool {
	const longest = 3
	run, digits := 0, 0
	for _, r := range text {
		switch {
		case r >= '0' && r <= '9':
			digits++
			run = 0
		case r == ' ' || r >= utf8.RuneSelf:
			return false
		case r|0x20 >= 'a' && r|0x20 <= 'z':
			if run++; run > longest {
				return false
			}
		default:
			run = 0
		}
	}
	return digits > 0
}

// coded reports whether nearly all values of a column are codes of their own.
func (c *content) coded() bool {
	const nearly, own = 0.9, 0.9
	return c.n >= 10 && c.share(c.codes) >= nearly && c.variety() >= own
}

// length reports whether a number behind a concept is how long the number of a person is:
// AHVN13, CPF11.
func length(of concept, digits string) bool {
	const least = 8
	return number(digits) >= least && (of == "national" || of == "tax")
}
