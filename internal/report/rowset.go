package report

import (
	"hash/maphash"
	"path"
	"slices"

	"kycmigrate/internal/kyc"
)

// rowSet is the rows of one kind: the keys as 64-bit hashes, and how many have
// no key. That two of a million keys share a hash has a chance of 1 in 37
// million. A nil rowSet is empty.
type rowSet struct {
	keys    []uint64 // sorted once all are in
	keyless int64
	newIn   []string // the first places that an earlier set does not have
}

// lines is how many lines of issues.csv the set was made of.
func (s *rowSet) lines() int64 {
	if s == nil {
		return 0
	}
	return int64(len(s.keys)) + s.keyless
}

// has reports whether the sorted set has a key.
func (s *rowSet) has(key uint64) bool {
	if s == nil {
		return false
	}
	_, found := slices.BinarySearch(s.keys, key)
	return found
}

// against compares a sorted set with a later one: what only this one has, what
// both have, and what only the later one has. Rows without a key have nothing
// to be known by again, so they are set off against each other. A key that
// stands in several rows counts in each of them.
func (s *rowSet) against(later *rowSet) (gone, both, added int64) {
	var none rowSet
	if s == nil {
		s = &none
	}
	if later == nil {
		later = &none
	}
	i, j := 0, 0
	for i < len(s.keys) && j < len(later.keys) {
		switch a, b := s.keys[i], later.keys[j]; {
		case a < b:
			gone++
			i++
		case a > b:
			added++
			j++
		default:
			both++
			i++
			j++
		}
	}
	gone += int64(len(s.keys) - i)
	added += int64(len(later.keys) - j)
	both += min(s.keyless, later.keyless)
	gone += max(0, s.keyless-later.keyless)
	added += max(0, later.keyless-s.keyless)
	return gone, both, added
}

// within counts the keys of a sorted set that later does not have, and among has.
func (s *rowSet) within(later, among *rowSet) (n int64) {
	if s == nil || among.lines() == 0 {
		return 0
	}
	for _, key := range s.keys {
		if !later.has(key) && among.has(key) {
			n++
		}
	}
	return n
}

// rowSets are the rows of a run by kind of issue, those that something rejects, and those
// that a rule leaves out.
type rowSets struct {
	seed     maphash.Seed
	byPlace  bool   // rows are known by their place in the source, which both runs read; else by their key
	source   string // the name of that source, without its folder: the other run may have it under another one
	kinds    map[issueKey]*rowSet
	rejected rowSet
	excluded rowSet
	last     listedIssue // that rejects, with its place alone
}

func newRowSets(seed maphash.Seed) *rowSets {
	return &rowSets{seed: seed, kinds: map[issueKey]*rowSet{}}
}

// readRows reads the issues.csv of a run, and notes what an earlier run does
// not have. It returns nil where there is none that belongs to the report: one
// that was left by another invocation tells of other rows.
func readRows(s *saved, seed maphash.Seed, byPlace bool, earlier *rowSets) (*rowSets, error) {
	if s.WholeDir {
		return nil, nil //nolint:nilnil // nothing to read is no error
	}
	sets := newRowSets(seed)
	sets.byPlace, sets.source = byPlace, path.Base(s.Source)
	found, err := s.eachIssue(func(l *listedIssue) { sets.add(l, earlier) })
	if err != nil || !found {
		return nil, err
	}
	for i := range s.Issues {
		key := s.Issues[i].key()
		if key.severity == kyc.Reject && sets.kinds[key].lines() != s.Issues[i].Rows {
			return nil, nil //nolint:nilnil // as above
		}
	}
	for _, set := range sets.kinds {
		slices.Sort(set.keys)
	}
	slices.Sort(sets.excluded.keys)
	slices.Sort(sets.rejected.keys)
	sets.rejected.keys = slices.Compact(sets.rejected.keys)
	return sets, nil
}

// add takes in one line.
func (r *rowSets) add(l *listedIssue, earlier *rowSets) {
	if l.Severity == severityExcluded {
		r.enter(&r.excluded, l)
		return
	}
	issue := jsonIssue{Code: l.Code, Severity: l.Severity, Field: l.Field, Column: l.Column}
	key := issue.key()
	set := r.kinds[key]
	if set == nil {
		if len(r.kinds) >= maxGroups {
			return
		}
		set = &rowSet{}
		r.kinds[key] = set
	}
	r.enter(set, l)
	if earlier != nil && len(set.newIn) < maxPlaces && !earlier.knows(key, r.nameOf(l)) {
		set.newIn = append(set.newIn, placeOf(l))
	}
	if key.severity == kyc.Reject {
		r.reject(l)
	}
}

// knows reports whether the row of a name had the issue before, as far as that can be told.
func (r *rowSets) knows(key issueKey, name string) bool {
	set := r.kinds[key]
	if name == "" {
		return set != nil && set.keyless > 0
	}
	return set.has(maphash.String(r.seed, name))
}

// enter adds the row of a line to a set.
func (r *rowSets) enter(set *rowSet, l *listedIssue) {
	if name := r.nameOf(l); name != "" {
		set.keys = append(set.keys, maphash.String(r.seed, name))
	} else {
		set.keyless++
	}
}

// nameOf is what a row is known by in the other run; "" for nothing.
func (r *rowSets) nameOf(l *listedIssue) string {
	if !r.byPlace {
		return l.LegacyKey
	}
	file := path.Base(l.File)
	if file == r.source { // it is the one file of the source
		file = ""
	}
	return l.Row + " " + file
}

// reject notes a row that something rejects, once: its lines follow each other.
func (r *rowSets) reject(l *listedIssue) {
	if r.nameOf(l) != "" {
		r.enter(&r.rejected, l)
		return
	}
	if at := (listedIssue{File: l.File, Row: l.Row}); at != r.last {
		r.last = at
		r.rejected.keyless++
	}
}

func recordDiff(a, b *rowSets) *RecordDiff {
	gone, both, added := a.rejected.against(&b.rejected)
	return &RecordDiff{
		NoLonger: gone, Still: both, Newly: added,
		NowExcluded: a.rejected.within(&b.rejected, &b.excluded), WereExcluded: b.rejected.within(&a.rejected, &a.excluded),
	}
}
