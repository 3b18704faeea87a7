package report

import (
	"cmp"
	"slices"

	"kycmigrate/internal/kyc"
)

// exclusion counts what one rule of the mapping left out.
type exclusion struct {
	code   string
	rows   int64
	places places
}

func (f *Fold) addExcluded(code string, row *kyc.Row) {
	x := f.excluded[code]
	if x == nil {
		x = &exclusion{code: code}
		f.excluded[code] = x
	}
	x.rows++
	x.places.add(row.Seq, row.Origin)
}

// sortedExclusions lists the rules that left something out, by code.
func (f *Fold) sortedExclusions() []*exclusion {
	list := make([]*exclusion, 0, len(f.excluded))
	for _, x := range f.excluded {
		list = append(list, x)
	}
	slices.SortFunc(list, func(a, b *exclusion) int { return cmp.Compare(a.code, b.code) })
	return list
}

// skipped counts the records that no rule left out but a person did, by migrate resolve.
func (f *Fold) skipped(c kyc.Counts) int64 {
	n := c.ByStatus[kyc.Excluded]
	for _, x := range f.excluded {
		n -= x.rows
	}
	return n
}

// leftOutBy says who leaves records out.
func (f *Fold) leftOutBy(c kyc.Counts) string {
	switch skipped := f.skipped(c); {
	case skipped == 0:
		return "left out by rule"
	case skipped == c.ByStatus[kyc.Excluded]:
		return "left out by decision"
	}
	return "left out by rule or decision"
}

// excludedNeed is for somebody to accept what the rules leave out: it looks like a success,
// and is one only where the rules are right.
func (f *Fold) excludedNeed(c kyc.Counts) need {
	all := c.ByStatus[kyc.Excluded]
	n := needOf("excluded", accept, all, countOf(all, "record is", "records are")+" left out, by rule or by a person", "")
	if f.meta.fromLedger() || all == 0 {
		return n
	}
	for _, x := range f.sortedExclusions() {
		n.Parts = append(n.Parts, part{Code: x.code, Rows: x.rows})
	}
	slices.SortStableFunc(n.Parts, func(a, b part) int { return cmp.Compare(b.Rows, a.Rows) })
	n.Text = countOf(all, "record is", "records are") + " left out by the rules of the mapping"
	switch skipped := f.skipped(c); {
	case skipped == all:
		n.Text = countOf(all, "record is", "records are") + " left out by a person's decision"
	case skipped > 0:
		n.Text = countOf(all, "record is", "records are") + " left out: " + thousands(all-skipped) + " by the rules of the mapping, " + thousands(skipped) + " by a person's decision"
	}
	return n
}

// leftNeeds are what the rules that leave records out ask of a person besides: records that
// were sent before they were excluded, which nothing deletes by itself, and keys on lists that
// exclude nobody.
func (f *Fold) leftNeeds(end End) []need {
	list := []need{needOf("delete", accept, f.toDelete, countOf(f.toDelete, "record that a rule excludes is in ARGOS: delete it there, unless it may stay",
		"records that rules exclude are in ARGOS: delete them there, unless they may stay")+"; migrate deletes nothing, and "+ExcludedInArgos+" in issues.csv names the rows", "")}
	for _, note := range end.Unseen {
		list = append(list, need{Kind: "exclude_unseen", State: accept, Text: capital(note), Parts: []part{}})
	}
	return list
}

type jsonExclusion struct {
	Code    string   `json:"code"`
	Rows    int64    `json:"rows"`
	Samples []string `json:"samples"`
}

func (f *Fold) jsonExclusions() []jsonExclusion {
	list := make([]jsonExclusion, 0, len(f.excluded))
	for _, x := range f.sortedExclusions() {
		list = append(list, jsonExclusion{x.code, x.rows, x.places.strings()})
	}
	return list
}
