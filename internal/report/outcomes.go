package report

import (
	"cmp"
	"slices"
	"strings"

	"kycmigrate/internal/kyc"
)

// barWidth is the length of a full bar in the units of its SVG.
const barWidth = 1000

// term is one term of the accounting identity.
type term struct {
	Key     string
	Meaning string
	N       int64
}

// segment is one stretch of a bar.
type segment struct {
	Key  string
	N    int64
	X, W int64
}

var meanings = [kyc.NumStatuses]string{
	kyc.Created:      "sent by this run, with all their images",
	kyc.Already:      "in ARGOS before this run; not sent again",
	kyc.Updated:      "in ARGOS before this run, which put images that came since",
	kyc.Rejected:     "not sent: the data needs mending first",
	kyc.Refused:      "sent, and refused by ARGOS",
	kyc.Failed:       "nothing was done; the next run tries again",
	kyc.Incomplete:   "in ARGOS, but an image is missing",
	kyc.InDoubt:      "nobody can say yet whether ARGOS has them",
	kyc.Excluded:     "left out by rule",
	kyc.NotAttempted: "the run ended before them",
	kyc.Ready:        "can be sent as they are",
}

// identity lists the terms that a run of this sort can have. A term that it
// should not have is listed all the same if it is not zero.
func identity(m Meta, c kyc.Counts) []term {
	order := []kyc.Status{kyc.Ready}
	for s := kyc.Created; s < kyc.Ready; s++ {
		order = append(order, s)
	}
	var terms []term
	for _, s := range order {
		sending := s == kyc.Created || s == kyc.Updated || s == kyc.Failed || s == kyc.Incomplete || s == kyc.NotAttempted
		foreign := m.DryRun && sending || !m.DryRun && s == kyc.Ready
		if n := c.ByStatus[s]; n > 0 || !foreign {
			terms = append(terms, term{s.String(), meanings[s], n})
		}
	}
	return terms
}

// identity is the terms with what left records out.
func (f *Fold) identity(c kyc.Counts) []term {
	terms := identity(f.meta, c)
	for i := range terms {
		if meaning := f.meaningHere(terms[i].Key); meaning != "" {
			terms[i].Meaning = meaning
		}
		if terms[i].Key != kyc.Excluded.String() || terms[i].N == 0 {
			continue
		}
		var rules []string
		for _, x := range f.sortedExclusions() {
			rules = append(rules, x.code+" "+thousands(x.rows))
		}
		if n := f.skipped(c); n > 0 {
			rules = append(rules, "skipped by decision "+thousands(n))
		}
		terms[i].Meaning = f.leftOutBy(c)
		terms[i].Meaning += ": " + strings.Join(rules, ", ")
	}
	return terms
}

// meaningHere is what an outcome means in a report of all runs, or of a source whose rows were
// mended elsewhere; "" where it means the usual.
func (f *Fold) meaningHere(status string) string {
	switch {
	case f.meta.WholeDir && status == kyc.Created.String():
		return "in ARGOS, with all their images, by a run of this directory"
	case f.Reconciliation().Settled() && status == kyc.Rejected.String():
		return "held back as their rows stand in the source; see below what is in ARGOS"
	}
	return ""
}

// segments divides the bar among the statuses, the good ones first.
func segments(c kyc.Counts) []segment {
	order := []kyc.Status{
		kyc.Ready, kyc.Created, kyc.Updated, kyc.Already, kyc.Excluded, kyc.NotAttempted,
		kyc.Incomplete, kyc.Failed, kyc.Rejected, kyc.Refused, kyc.InDoubt,
	}
	var list []segment
	for _, s := range order {
		list = append(list, segment{Key: s.String(), N: c.ByStatus[s]})
	}
	return stack(list)
}

// stack puts segments side by side into one full bar, those of nothing left
// out. Each that is left is wide enough to be seen.
func stack(list []segment) []segment {
	const least = 6
	var sum, width int64
	for _, s := range list {
		sum += s.N
	}
	list = slices.DeleteFunc(list, func(s segment) bool { return s.N == 0 })
	for i := range list {
		list[i].W = max(least, list[i].N*barWidth/sum)
		width += list[i].W
	}
	fit(list, width)
	return list
}

// fit makes the segments fill the bar exactly, at the cost of the widest, and
// puts them side by side.
func fit(list []segment, width int64) {
	if len(list) == 0 {
		return
	}
	widest := slices.MaxFunc(list, func(a, b segment) int { return cmp.Compare(a.W, b.W) })
	var x int64
	for i := range list {
		if list[i].Key == widest.Key {
			list[i].W += barWidth - width
		}
		list[i].X = x
		x += list[i].W
	}
}
