package report

import "kycmigrate/internal/kyc"

// changedSeverities are the kinds of issue, with the severity of the later run,
// that the earlier one has with the other severity alone. Told as a kind that is
// gone and one that is new, nothing would look as it is: the rows are as they
// were, and are judged otherwise.
type changedSeverities map[issueKey]bool

func severitiesChanged(before, after []jsonIssue) changedSeverities {
	hadBefore, hasNow := keysOf(before), keysOf(after)
	changed := changedSeverities{}
	for key := range hasNow {
		if was := flipped(key); hadBefore[was] && !hadBefore[key] && !hasNow[was] {
			changed[key] = true
		}
	}
	return changed
}

func keysOf(issues []jsonIssue) map[issueKey]bool {
	keys := make(map[issueKey]bool, len(issues))
	for i := range issues {
		keys[issues[i].key()] = true
	}
	return keys
}

// flipped is the same kind with the other severity.
func flipped(key issueKey) issueKey {
	if key.severity == kyc.Reject {
		key.severity = kyc.Warn
	} else {
		key.severity = kyc.Reject
	}
	return key
}

// now is a kind of the earlier run as the later one judges it.
func (c changedSeverities) now(key issueKey) issueKey {
	if c[flipped(key)] {
		return flipped(key)
	}
	return key
}

// judgeAnew puts rows of the earlier run under the severity that their kind has
// in the later one. Which rows were rejected stays.
func (r *rowSets) judgeAnew(changed changedSeverities) {
	if r == nil {
		return
	}
	for key := range changed {
		if set, known := r.kinds[flipped(key)]; known {
			r.kinds[key] = set
			delete(r.kinds, flipped(key))
		}
	}
}
