package draft

import (
	"fmt"

	"kycmigrate/internal/inspect"
	"kycmigrate/internal/mapper"
)

// A header may have drifted against its data: a column was added to the one and not to the
// other, and from there on each name stands beside the values that it means. One column
// whose values contradict its name proves nothing; three in a row of which each has its
// values in the same direction do.

// leastDrifted is how many headers must have their data in the same direction.
const leastDrifted = 3

// expected are the slots whose values tell themselves.
var expected = []slot{slotBirthDate, slotIssueDate, slotExpireDate, slotEmail, slotGender, slotNationality, slotAddressCountry, slotIP}

// Drifted finds the run of columns whose headers stand beside their data, the longest first;
// nil where there is none.
func Drifted(p *inspect.Profile, columns []inspect.Column) *inspect.Drift {
	kinds := make([]string, len(columns))
	for i := range columns {
		kinds[i] = kindNamed(columns[i].Name)
	}
	fits := func(kind string, i int) bool {
		return i >= 0 && i < len(columns) && columns[i].Filled > 0 && ofKind(kind, &columns[i], p.Detail(i, mostCodes).Values)
	}
	var best *inspect.Drift
	for _, by := range []int{1, -1, 2, -2} {
		if d := longestDrift(kinds, fits, by); d != nil && (best == nil || d.Proof > best.Proof) {
			best = d
		}
	}
	return best
}

// longestDrift is the longest run in one direction, nil for none.
func longestDrift(kinds []string, fits func(kind string, i int) bool, by int) (best *inspect.Drift) {
	const sound = 2 // headers that stand where they belong end a run; one may by chance
	var run []int
	in := 0
	end := func() {
		if len(run) >= leastDrifted && (best == nil || len(run) > best.Proof) {
			first, last := run[0], run[len(run)-1]
			best = &inspect.Drift{From: min(first, first+by), To: max(last, last+by), By: by, Proof: len(run)}
		}
		run, in = nil, 0
	}
	for i, kind := range kinds {
		switch {
		case kind == "":
		case fits(kind, i):
			if in++; in >= sound {
				end()
			}
		case fits(kind, i+by) && kinds[i+by] != kind:
			run, in = append(run, i), 0
		}
	}
	end()
	return best
}

// kindNamed is the kind of values that a name plainly says, "" where it says none that
// tells itself.
func kindNamed(name string) string {
	const plainly = 0.9
	h := readHeader(name)
	named := h.named()
	for _, s := range expected {
		if named[s] < plainly {
			continue
		}
		switch s {
		case slotBirthDate, slotIssueDate, slotExpireDate:
			return inspect.TypeDate
		case slotNationality, slotAddressCountry:
			return inspect.TypeCountry
		}
		return string(s)
	}
	return ""
}

// ofKind reports whether the values of a column are of a kind.
func ofKind(kind string, c *inspect.Column, values []inspect.Value) bool {
	const nearly = 0.9
	x := candidate{detail: inspect.Detail{Values: values}, known: map[slot]float64{}}
	switch kind {
	case string(slotGender):
		return len(values) > 0 && len(values) <= mostCodes && x.knownShare(slotGender) >= nearly
	case string(slotEmail):
		return c.Type == inspect.TypeEmail
	case inspect.TypeCountry:
		return c.Type == inspect.TypeCountry || countries(values) >= nearly
	case inspect.TypeDate:
		return c.Type == inspect.TypeDate
	}
	return false
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

// forgetDrifted forgets what the names of drifted columns say: each says it of another one.
func (t *table) forgetDrifted() {
	if t.drift == nil {
		return
	}
	for _, c := range t.columns[t.drift.From : t.drift.To+1] {
		c.named = map[slot]float64{}
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
