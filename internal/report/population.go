package report

import "kycmigrate/internal/kyc"

// population says which of the records read a table counts, and reconciles them: a record is
// excluded, or has no value, or is counted.
type population struct {
	Read     int64 `json:"read"`
	Excluded int64 `json:"excluded"`
	// Empty counts the others that came without any value, as rows do that cannot be read.
	Empty   int64 `json:"without_values"`
	Counted int64 `json:"counted"`
}

func (f *Fold) population(c kyc.Counts) population {
	p := population{Read: c.Read, Excluded: c.ByStatus[kyc.Excluded], Counted: f.census.records}
	p.Empty = max(0, p.Read-p.Excluded-p.Counted)
	return p
}

// Kept counts the records that are not excluded.
func (p population) Kept() int64 { return p.Read - p.Excluded }

// Mapped counts the records that the mapping had values of, excluded ones included.
func (p population) Mapped() int64 { return p.Read - p.Empty }

// Text reconciles them in a sentence without an end; "" where every record is counted.
func (p population) Text() string {
	excluded := countOf(p.Excluded, "is excluded", "are excluded")
	empty := countOf(p.Empty, "has no value, as a row has that cannot be read", "have no value, as rows have that cannot be read")
	of := "Of " + countOf(p.Read, "record", "records") + " read "
	rest := ". Documents, countries and dates are those of the other " + thousands(p.Counted) + "; issues are those of all " + thousands(p.Kept()) + " that are not excluded"
	switch {
	case p.Excluded == 0 && p.Empty == 0:
		return ""
	case p.Empty == 0:
		return of + excluded + rest
	case p.Excluded == 0:
		return of + empty + rest
	}
	return of + excluded + ", and " + empty + rest
}
