package report

import "strings"

// sameRows reports whether two runs read the same source, or the same part of it.
func sameRows(a, b *saved) bool {
	const part = " (part " // as Meta.Source tells of a part
	inParts := strings.Contains(a.Source, part) || strings.Contains(b.Source, part)
	return a.SourceDigest != "" && a.SourceDigest == b.SourceDigest && a.Read == b.Read && (!inParts || a.Source == b.Source)
}

// keyColumns names the columns of the key.
func (s *saved) keyColumns() string { return factOf(s.Options, KeyOption) }

// excludedByRule counts the rows that the rules of a run's mapping left out.
func (s *saved) excludedByRule() (n int64) {
	for i := range s.ExcludedBy {
		n += s.ExcludedBy[i].Rows
	}
	return n
}

// OnlyExcluded reports whether a kind of issue has fewer rows for no other reason than that
// a rule leaves them out now: nothing was mended.
func (k *KindChange) OnlyExcluded() bool {
	return k.After < k.Before && k.Excluded > 0 && k.Excluded >= k.Before-k.After
}

// verdict is the difference in one line.
func (d *Difference) verdict() string {
	before, after := d.Before.Rejected+d.Before.Refused, d.After.Rejected+d.After.Refused
	var moved int64
	if d.Records != nil {
		moved = min(d.Records.NowExcluded, before)
	}
	said := rejectsText(before, after)
	if moved > 0 {
		said = movedText(moved, before, after)
	}
	var gone, fresh, otherwise int64
	for i := range d.Kinds {
		switch k := &d.Kinds[i]; {
		case k.SeverityBefore != "":
			otherwise++
		case k.State == StateGone && !k.OnlyExcluded():
			gone++
		case k.State == StateNew:
			fresh++
		}
	}
	if otherwise > 0 {
		said += ", " + countOf(otherwise, "kind", "kinds") + " of issue judged otherwise"
	}
	if gone > 0 {
		said += ", " + countOf(gone, "kind", "kinds") + " of issue gone"
	}
	if fresh > 0 {
		return said + ", " + countOf(fresh, "new kind", "new kinds") + " of issue"
	}
	return said + ", no new kind of issue"
}

// rejectsText compares the rejects of two runs.
func rejectsText(before, after int64) string {
	counts := " (" + thousands(before) + " → " + thousands(after) + ")"
	switch {
	case after < before:
		return thousands(before-after) + " fewer " + plural(before-after, "reject", "rejects") + counts
	case after > before:
		return thousands(after-before) + " more " + plural(after-before, "reject", "rejects") + counts
	case after == 0:
		return "nothing is rejected, before or after"
	}
	return "as many rejects as before (" + thousands(after) + ")"
}

// movedText compares the rejects of two runs of which some are left out in the later one.
func movedText(moved, before, after int64) string {
	said := thousands(moved) + " moved from rejected to excluded"
	switch mended := before - moved - after; {
	case mended > 0:
		said += ", " + thousands(mended) + " fewer " + plural(mended, "reject", "rejects") + " besides"
	case mended < 0:
		said += ", " + thousands(-mended) + " more " + plural(-mended, "reject", "rejects") + " besides"
	}
	return said + " (" + thousands(before) + " → " + thousands(after) + " rejected)"
}
