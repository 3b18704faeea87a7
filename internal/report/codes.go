package report

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kycmigrate/internal/kyc"
)

// What lets a value that a closed list does not know be shown: it is a code that somebody
// has to decide on, and no personal data. All of this must hold (docs/OPERATING.md, "The
// report").
const (
	maxCodes      = 12 // different unknown values of a column; more are no codes
	leastCodeRows = 10 // rows that must have the value
	maxCodeLength = 12 // characters of it, and one word
	maxLandLength = 32 // characters of one that stands for a country, of one word or more
	maxCodeDigits = 4  // of these, digits: five may be a number of somebody
	leastKnown    = 10 // percent of the column's values that the mapping does know
	leastRepeated = 75 // percent of the unknown ones that are in values which repeat so often
)

// codeOf is the value that no closed list of the mapping knows, where an issue says so of a
// field that takes few words, or a country; "" otherwise.
func (f *Fold) codeOf(rec *kyc.Record, i *kyc.Issue) string {
	if i.Code != "value_unknown" && i.Code != "country_unknown" {
		return ""
	}
	field, ok := kyc.FieldByName(i.Field)
	at, one := f.column[i.Column]
	if !ok || !one || at >= len(rec.Row.Cells) || rec.Submission[field] != "" || !closed(field) {
		return ""
	}
	return strings.TrimSpace(rec.Row.Cells[at])
}

// closed reports whether a field takes few words, or countries.
func closed(f kyc.Field) bool {
	switch f.Info().Kind {
	case kyc.KindDecision, kyc.KindGender, kyc.KindDocument, kyc.KindCountry:
		return true
	}
	return false
}

// unknownCodes counts the unknown values of one column, as long as they are few. What it
// counts does not depend on their order.
type unknownCodes struct {
	rows  map[string]*int64 // an assignment would put the text at hand in the place of the copy
	total int64
	many  bool // more than maxCodes: they are no codes, and none is kept
}

// add counts the value of a row. It keeps a copy.
func (u *unknownCodes) add(value string) {
	u.total++
	if u.many {
		return
	}
	if u.rows == nil {
		u.rows = make(map[string]*int64, maxCodes)
	}
	n := u.rows[value]
	switch {
	case n != nil:
	case len(u.rows) == maxCodes:
		u.rows, u.many = nil, true
		return
	default:
		n = new(int64)
		u.rows[strings.Clone(value)] = n
	}
	*n++
}

// codeRows is an unknown code and how many rows have it.
type codeRows struct {
	Code string `json:"code"`
	Rows int64  `json:"rows"`
}

// shown lists the values that may be shown, those of most rows first. known counts the
// values of the column that the mapping knows: a column of which it knows none may hold
// anything, the names of the clerks for one.
func (u *unknownCodes) shown(known int64, land bool) (list []codeRows) {
	var repeated int64
	for value, n := range u.rows {
		if *n < leastCodeRows {
			continue
		}
		repeated += *n
		if codeLike(value, land) {
			list = append(list, codeRows{value, *n})
		}
	}
	if known*100 < leastKnown*(known+u.total) || repeated*100 < leastRepeated*u.total {
		return nil
	}
	slices.SortFunc(list, func(a, b codeRows) int { return cmp.Or(cmp.Compare(b.Rows, a.Rows), cmp.Compare(a.Code, b.Code)) })
	return list
}

// codeLike reports whether a value is written as a code is, or a country: short, of letters,
// few digits and what joins them. A code is one word, so that it is no first and last name.
func codeLike(value string, land bool) bool {
	signs, longest := "_-./+?", maxCodeLength
	if land {
		signs, longest = signs+" ,&()'", maxLandLength
	}
	if value == "" || utf8.RuneCountInString(value) > longest {
		return false
	}
	digits := 0
	for _, r := range value {
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLetter(r), strings.ContainsRune(signs, r):
		default:
			return false
		}
	}
	return digits <= maxCodeDigits
}

// known counts the records whose value of a field came through its closed list: those that
// have one, but for what the mapping puts in place of others and of none.
func (f *Fold) known(name string) int64 {
	field, ok := kyc.FieldByName(name)
	if !ok || f.end == nil {
		return 0
	}
	n := f.census.filled[field]
	for _, c := range f.end.Changes {
		if c.Field == name && (c.Step == "otherwise" || c.Step == "default") {
			n -= c.Values
		}
	}
	return max(0, n)
}

// codesOf lists the unknown codes of a group that may be shown.
func (f *Fold) codesOf(g *issueGroup) []codeRows {
	if g.codes == nil {
		return nil
	}
	field, _ := kyc.FieldByName(g.key.field)
	return g.codes.shown(f.known(g.key.field), field.Info().Kind == kyc.KindCountry)
}
