package report

import (
	"cmp"
	"slices"
	"strings"

	"kycmigrate/internal/kyc"
)

// maxGroups bounds the groups of issues. A mapping of 24 fields makes some
// hundred at most; what is over the bound is only counted.
const maxGroups = 2000

// issueKey is what makes two issues the same for a report.
type issueKey struct {
	code, field, column string
	severity            kyc.Severity
}

// issueGroup is one line of the table of issues.
type issueGroup struct {
	key      issueKey
	rows     int64
	held     int64 // of these, rows that are rejected or refused
	lastSeq  int64 // row counted last: it counts once
	sayings  []saying
	unworded int64 // rows whose message found no room among the sayings
	places   places
	codes    *unknownCodes // nil where the issue is not about a closed list
}

// maxSayings bounds the messages of one group that are told apart: what is wrong
// with a number has some hundred forms.
const maxSayings = 200

// saying is one message of a group, and the rows that have it.
type saying struct {
	message, fix string
	rows         int64
	first        place
}

// say counts a row under its message.
func (g *issueGroup) say(seq int64, origin kyc.Origin, i *kyc.Issue) {
	at := slices.IndexFunc(g.sayings, func(s saying) bool { return s.message == i.Message })
	if at < 0 {
		if len(g.sayings) == maxSayings {
			g.unworded++
			return
		}
		at = len(g.sayings)
		g.sayings = append(g.sayings, saying{message: i.Message, fix: i.Fix, first: place{seq: seq, origin: origin}})
	}
	s := &g.sayings[at]
	s.rows++
	if seq < s.first.seq {
		s.first = place{seq: seq, origin: origin}
	}
}

// code counts a value that no list knows.
func (g *issueGroup) code(value string) {
	if g.codes == nil {
		g.codes = &unknownCodes{}
	}
	g.codes.add(value)
}

// told lists the messages, those of most rows first.
func (g *issueGroup) told() []saying {
	list := slices.Clone(g.sayings)
	slices.SortFunc(list, func(a, b saying) int {
		return cmp.Or(cmp.Compare(b.rows, a.rows), cmp.Compare(a.first.seq, b.first.seq))
	})
	return list
}

// summary says in one sentence what the messages have in common, and where that is nothing what
// most rows have, or one of them.
func (g *issueGroup) summary() string {
	told := g.told()
	if len(told) == 1 {
		return told[0].message
	}
	lead := "for example: "
	if told[0].rows*2 > g.rows {
		lead = "in most of these rows: "
	}
	return cmp.Or(strings.TrimRight(sharedLead(told), " ;:"), lead+told[0].message)
}

type issueGroups struct {
	byKey   map[issueKey]*issueGroup
	over    int64 // issues that found no group
	reasons map[reasonKey]*reasonRows
}

// reasonKey is what a reason is shown by: a column that feeds several fields is
// one reason.
type reasonKey struct{ code, column string }

// reasonRows are the rows that a reason holds back.
type reasonRows struct{ rows, lastSeq int64 }

func newIssueGroups() issueGroups {
	return issueGroups{byKey: map[issueKey]*issueGroup{}, reasons: map[reasonKey]*reasonRows{}}
}

// add counts an issue of a row, which is held back or not, and the value that no list
// knows, "" for none. It returns the row's place among the examples of the group, for the
// caller to say what was there, or nil if it is not kept.
func (g *issueGroups) add(seq int64, origin kyc.Origin, i *kyc.Issue, held bool, code string) *place {
	key := issueKey{i.Code, i.Field, i.Column, i.Severity}
	group := g.byKey[key]
	if group == nil {
		if len(g.byKey) >= maxGroups {
			g.over++
			return nil
		}
		group = &issueGroup{key: key, lastSeq: -1}
		g.byKey[key] = group
	}
	if group.lastSeq == seq {
		return nil
	}
	group.lastSeq = seq
	group.rows++
	group.say(seq, origin, i)
	if code != "" {
		group.code(code)
	}
	if held {
		group.held++
		g.hold(seq, i)
	}
	at, kept := group.places.add(seq, origin)
	if !kept {
		return nil
	}
	return &group.places.list[at]
}

// hold counts a row that an issue holds back under its reason, once.
func (g *issueGroups) hold(seq int64, i *kyc.Issue) {
	if i.Severity != kyc.Reject {
		return
	}
	key := reasonKey{i.Code, cmp.Or(i.Column, i.Field)}
	held := g.reasons[key]
	if held == nil { // there are no more of them than groups
		held = &reasonRows{lastSeq: -1}
		g.reasons[key] = held
	}
	if held.lastSeq != seq {
		held.lastSeq = seq
		held.rows++
	}
}

// sorted lists the groups by code, field, column and severity.
func (g *issueGroups) sorted() []*issueGroup {
	list := make([]*issueGroup, 0, len(g.byKey))
	for _, group := range g.byKey {
		list = append(list, group)
	}
	slices.SortFunc(list, func(a, b *issueGroup) int { return compareKeys(a.key, b.key) })
	return list
}

func compareKeys(a, b issueKey) int {
	return cmp.Or(
		cmp.Compare(a.code, b.code), cmp.Compare(a.field, b.field),
		cmp.Compare(a.column, b.column), cmp.Compare(b.severity, a.severity))
}

// Reason is a kind of issue that holds records back.
type Reason struct {
	Code   string
	Column string // or the field where no column is known; "" where it is of neither
	Rows   int64  // records that it holds back
}

// Reasons lists what holds records back, what holds the most first, and the
// others by code and column.
func (f *Fold) Reasons() []Reason {
	list := make([]Reason, 0, len(f.issues.reasons))
	for key, held := range f.issues.reasons {
		list = append(list, Reason{key.code, key.column, held.rows})
	}
	slices.SortFunc(list, func(a, b Reason) int {
		return cmp.Or(cmp.Compare(b.Rows, a.Rows), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Column, b.Column))
	})
	return list
}

// worstFirst lists the groups of one severity, those of most rows first.
func (g *issueGroups) worstFirst(s kyc.Severity) []*issueGroup {
	list := slices.DeleteFunc(g.sorted(), func(group *issueGroup) bool { return group.key.severity != s })
	slices.SortStableFunc(list, func(a, b *issueGroup) int { return cmp.Compare(b.rows, a.rows) })
	return list
}
