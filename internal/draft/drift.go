package draft

import (
	"fmt"
	"strings"

	"kycmigrate/internal/inspect"
	"kycmigrate/internal/mapper"
)

// A header may have drifted against its data: a column was added to the one and not to the
// other, and from there on each name stands beside the values that it means. One column
// whose values contradict its name proves nothing; several of which each has its
// values in the same direction do.

// What is asked before headers are said to have drifted.
const (
	leastDrifted = 2.0 // the weight of the headers whose data is beside them, less that of those whose data is their own
	leastMoved   = 3   // of these headers
	leastPlain   = 1   // of them one whose values tell themselves
)

// kind is what a header says of the values below it, and how much it tells where they are.
type kind struct {
	name   string
	weight float64
	fits   func(c *inspect.Column, values []inspect.Value) bool
}

// plain is the weight of kinds whose values tell themselves, and vague that of the others.
const plain, vague = 1.0, 0.5

// kindList are the kinds, by the concepts of which a name has one and none of those that
// stand behind the stroke.
var kindList = []struct {
	says string
	kind
}{
	{"email | status flag type event", kind{"email", plain, ofType(inspect.TypeEmail)}},
	{"ip | country status", kind{"ip", plain, isAddressOfComputer}},
	{"image front back selfie | type status name flag number date external", kind{"image", plain, ofType(inspect.TypeImage)}},
	{"gender | name", kind{"gender", plain, isGender}},
	{"phone | type status country code flag", kind{"phone", vague, isPhone}},
	{"date | status type flag result time place number age year code", kind{"date", plain, ofType(inspect.TypeDate)}},
	{"nationality country | status type flag birth tax document issue phone region state city number", kind{"country", plain, isCountry}},
	{"zip | ", kind{"zip", vague, isShortNumber}},
	{"amount | status type flag name code", kind{"amount", vague, isNumber}},
	{"status result marital risk flag type | id number date email name document reason contract address time code", kind{"codes", vague, isCodes}},
	{"street line address | number type code house name email ip image proof status city state country zip", kind{"street", vague, isMixed}},
	{"city state | code id number birth issue document status", kind{"words", vague, isWords}},
	{"name | document type status code user number login file", kind{"names", vague, isWords}},
	{"number | house name date status type flag street phone", kind{"number", vague, isNumber}},
}

// Drifted finds the run of columns whose headers stand beside their data, the surest first;
// nil where there is none.
func Drifted(p *inspect.Profile, columns []inspect.Column) *inspect.Drift {
	f := &drifting{columns: columns}
	for i := range columns {
		f.kinds = append(f.kinds, kindNamed(columns[i].Name))
		f.values = append(f.values, p.Detail(i, mostCodes).Values)
	}
	var best *inspect.Drift
	most := 0.0
	for _, by := range []int{1, -1, 2, -2} {
		if d, sum := f.longest(by); d != nil && sum > most {
			best, most = d, sum
		}
	}
	return best
}

// drifting is the columns of a source while a drift is looked for.
type drifting struct {
	columns []inspect.Column
	kinds   []*kind
	values  [][]inspect.Value
}

// fits reports whether the values of a column are what a header says.
func (f *drifting) fits(k *kind, i int) bool {
	return i >= 0 && i < len(f.columns) && f.columns[i].Filled > 0 && k.fits(&f.columns[i], f.values[i])
}

// speaks is what a header says for a drift, or against it where it is less than nought.
func (f *drifting) speaks(i, by int) float64 {
	k := f.kinds[i]
	if k == nil {
		return 0
	}
	own, beside := f.fits(k, i), f.fits(k, i+by)
	switch {
	case own && !beside:
		return -k.weight
	case !own && beside && (f.kinds[i+by] == nil || f.kinds[i+by].name != k.name):
		return k.weight
	}
	return 0
}

// longest is the run for which most speaks in one direction, and how much; nil for none.
func (f *drifting) longest(by int) (best *inspect.Drift, most float64) {
	sum, from, moved, plainly := 0.0, 0, 0, 0
	for i := range f.columns {
		x := f.speaks(i, by)
		if sum+x <= 0 {
			sum, from, moved, plainly = 0, i+1, 0, 0
			continue
		}
		if sum == 0 {
			from = i
		}
		sum += x
		if x > 0 {
			moved++
			plainly += b2i(x >= plain)
		}
		if x > 0 && sum >= leastDrifted && moved >= leastMoved && plainly >= leastPlain && sum > most {
			most = sum
			best = &inspect.Drift{From: from, To: i, By: by, Proof: moved}
		}
	}
	if best != nil {
		f.widen(best)
	}
	return best, most
}

// inPlace is how much must speak for headers that stand where they belong again.
const inPlace = -1.0

// widen takes in what stands around a run, up to where headers stand in their place for sure:
// one by itself may do so by chance.
func (f *drifting) widen(d *inspect.Drift) {
	from, to := max(0, min(d.From, d.From+d.By)), min(len(f.columns)-1, max(d.To, d.To+d.By))
	d.From, d.To = f.edge(from, -1, d.By), f.edge(to, 1, d.By)
	for d.From > 0 && f.ofPlace(d.From-1) {
		d.From-- // the parts of an address look like each other
	}
}

// ofPlace reports whether a header names a part of an address.
func (f *drifting) ofPlace(i int) bool {
	return f.kinds[i] != nil && (f.kinds[i].name == "street" || f.kinds[i].name == "words" || f.kinds[i].name == "zip")
}

// edge is the last column from one on, in steps of a direction, behind which headers stand in
// their place.
func (f *drifting) edge(from, step, by int) int {
	sum, last := 0.0, from
	for i := from + step; i >= 0 && i < len(f.columns); i += step {
		switch x := f.speaks(i, by); {
		case x > 0:
			sum = 0
		case x < 0:
			if sum == 0 {
				last = i - step
			}
			if sum += x; sum <= inPlace {
				return last
			}
		}
	}
	if step < 0 {
		return 0
	}
	return len(f.columns) - 1
}

// kindNamed is the kind of values that a name says, nil where it says none.
func kindNamed(name string) *kind {
	h := readHeader(name)
	if len(h.unknown) > 0 {
		return nil
	}
	if h.has["birth"] && !h.any("other", "place", "country", "city", "state", "name") || h.any("issue", "expiry") && h.any("document", "passport", "idcard", "license") && !h.any("country", "place", "authority", "state", "number") {
		h.has["date"] = true
	}
	for i := range kindList {
		says, never, _ := strings.Cut(kindList[i].says, "|")
		if h.any(strings.Fields(says)...) && !h.any(strings.Fields(never)...) {
			return &kindList[i].kind
		}
	}
	return nil
}

func ofType(name string) func(*inspect.Column, []inspect.Value) bool {
	return func(c *inspect.Column, _ []inspect.Value) bool { return c.Type == name }
}

func isGender(_ *inspect.Column, values []inspect.Value) bool {
	const nearly = 0.9
	x := candidate{detail: inspect.Detail{Values: values}, known: map[slot]float64{}}
	return len(values) > 0 && len(values) <= mostCodes && x.knownShare(slotGender) >= nearly
}

func isCountry(c *inspect.Column, values []inspect.Value) bool {
	const nearly = 0.9
	return c.Type == inspect.TypeCountry || countries(values) >= nearly
}

func isCodes(c *inspect.Column, values []inspect.Value) bool {
	const few = 12
	return c.Type == inspect.TypeCodeList || c.Type == inspect.TypeYesNo || c.Distinct <= few && len(values) > 0 && c.Type != inspect.TypeDate && c.Type != inspect.TypeEmail
}

// lettered and hasDigits report whether the forms of a column's values have letters, and digits.
func lettered(c *inspect.Column) bool { return inForms(c, "aA") }

func hasDigits(c *inspect.Column) bool { return inForms(c, "9") }

// inForms reports whether most of the forms that are shown of a column have one of some signs.
func inForms(c *inspect.Column, signs string) bool {
	n := 0
	for _, s := range c.Samples {
		n += b2i(strings.ContainsAny(s.Mask, signs))
	}
	return 2*n > len(c.Samples)
}

// otherForm reports whether values are of a form that no word, street or number has.
func otherForm(c *inspect.Column) bool {
	return c.Type == inspect.TypeEmail || c.Type == inspect.TypeImage || c.Type == inspect.TypeDate
}

func isWords(c *inspect.Column, _ []inspect.Value) bool {
	return lettered(c) && !hasDigits(c) && !otherForm(c) && c.MaxLength > 3
}

func isMixed(c *inspect.Column, _ []inspect.Value) bool {
	return lettered(c) && hasDigits(c) && !otherForm(c) && c.Type == inspect.TypeText
}

func isNumber(c *inspect.Column, _ []inspect.Value) bool {
	return hasDigits(c) && !otherForm(c) && c.Type != inspect.TypeText
}

func isShortNumber(c *inspect.Column, _ []inspect.Value) bool {
	const longest = 10
	return isNumber(c, nil) && c.MaxLength <= longest
}

func isPhone(c *inspect.Column, _ []inspect.Value) bool {
	const shortest, longest = 7, 24
	return hasDigits(c) && !lettered(c) && !otherForm(c) && c.MaxLength >= shortest && c.MaxLength <= longest && c.Type != inspect.TypeDecimal
}

// isAddressOfComputer reports whether the forms of values are those of IP addresses.
func isAddressOfComputer(c *inspect.Column, _ []inspect.Value) bool {
	n := 0
	for _, s := range c.Samples {
		n += b2i(!strings.ContainsAny(s.Mask, "A ") && (strings.Count(s.Mask, ".") == 3 || strings.Count(s.Mask, ":") > 2))
	}
	return n > 0 && 2*n > len(c.Samples)
}

// countries is the share of the rows whose value names a country.
func countries(values []inspect.Value) float64 {
	known, all := int64(0), int64(0)
	for _, v := range values {
		all += v.Rows
		if mapper.IsCountry(v.Value) {
			known += v.Rows
		}
	}
	return float64(known) / float64(max(all, 1))
}

// forgetDrifted forgets what the names of drifted columns say: each says it of another one,
// and nothing is made of them.
func (t *table) forgetDrifted() {
	if t.drift == nil {
		return
	}
	for _, c := range t.columns[t.drift.From : t.drift.To+1] {
		c.named, c.usable = map[slot]float64{}, false
	}
}

// whereDrifted offers, for what a drifted header names, the column beside it.
func (d *decision) whereDrifted() {
	const plainly, asked = 0.8, 0.5
	if d.drift == nil {
		return
	}
	first, last := d.columns[d.drift.From], d.columns[d.drift.To]
	for _, c := range d.columns[d.drift.From : d.drift.To+1] {
		at := c.index + d.drift.By
		if at < 0 || at >= len(d.columns) {
			continue
		}
		for s, w := range c.header.named() {
			if w < plainly || d.sure(s) {
				continue
			}
			d.by[s] = &choice{slot: s, form: "from", columns: []*candidate{d.columns[at]}, offers: []*candidate{d.columns[at]}, score: asked,
				todo: fmt.Sprintf("the headers from %s to %s seem to stand %s: what %s names may be in", Shown(first.name), Shown(last.name), d.drift.Where(), Shown(c.name))}
		}
	}
}
