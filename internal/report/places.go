package report

import (
	"slices"
	"strings"

	"kycmigrate/internal/kyc"
)

// Bounds of the rows that are kept as examples of one thing.
const (
	maxPlaces  = 20 // on the page
	maxSamples = 5  // among samples in report.json
)

// places keeps the first few rows, in read order, that something was seen in.
type places struct{ list []place }

type place struct {
	seq    int64
	origin kyc.Origin
	value  string // as it may be shown; "" where there is none to show
	beside string // what else the issue speaks of, such as the row that had the value first
	code   string // the value itself where no closed list knows it; it may be shown only if codesOf says so
}

// add keeps the row if it is among the first, and tells where it stands then. A
// row that is there already is not kept twice.
func (p *places) add(seq int64, origin kyc.Origin) (at int, kept bool) {
	n := len(p.list)
	if n == maxPlaces && seq >= p.list[n-1].seq {
		return 0, false
	}
	at = n
	for at > 0 && p.list[at-1].seq >= seq {
		at--
	}
	if at < n && p.list[at].seq == seq {
		return 0, false
	}
	if n == maxPlaces {
		p.list = p.list[:n-1]
	}
	p.list = slices.Insert(p.list, at, place{seq: seq, origin: origin})
	return at, true
}

// strings writes the first places out; never nil, so that JSON has an array.
func (p *places) strings() []string {
	out := make([]string, min(len(p.list), maxSamples))
	for i := range out {
		out[i] = p.list[i].origin.String()
	}
	return out
}

// valueOf is what a report shows of the value that an issue is about, "" where
// it is about none. Cells are looked at first: a value that could not be read
// stands nowhere else.
func (f *Fold) valueOf(rec *kyc.Record, i *kyc.Issue) string {
	names := []string{i.Column}
	if _, one := f.column[i.Column]; !one {
		names = strings.Split(i.Column, ", ")
	}
	var values []string
	for _, name := range names {
		if at, ok := f.column[name]; ok && at < len(rec.Row.Cells) && rec.Row.Cells[at] != "" {
			values = append(values, f.show(rec.Row.Cells[at]))
		}
	}
	if field, ok := kyc.FieldByName(i.Field); ok && len(values) == 0 && rec.Submission[field] != "" {
		values = append(values, f.show(rec.Submission[field]))
	}
	return strings.Join(values, " | ")
}

// show is the one way from a value of a row into a report.
func (f *Fold) show(value string) string {
	if f.meta.ShowValues {
		return shorten(value)
	}
	return shape(value)
}

// seqSet remembers rows by their place in the source in one bit each: little
// over a MiB for ten million rows, and only where there are any to remember.
type seqSet struct {
	pages map[uint64]*[pageRows / 64]uint64
}

const pageRows = 1 << 15

// add remembers a row, and reports whether it is new.
func (r *seqSet) add(seq int64) bool {
	if r.pages == nil {
		r.pages = map[uint64]*[pageRows / 64]uint64{}
	}
	row := uint64(seq)
	page := r.pages[row/pageRows]
	if page == nil {
		page = new([pageRows / 64]uint64)
		r.pages[row/pageRows] = page
	}
	word, bit := row%pageRows/64, uint64(1)<<(row%64)
	if page[word]&bit != 0 {
		return false
	}
	page[word] |= bit
	return true
}

// has reports whether a row is remembered.
func (r *seqSet) has(seq int64) bool {
	row := uint64(seq)
	page := r.pages[row/pageRows]
	return page != nil && page[row%pageRows/64]&(1<<(row%64)) != 0
}
