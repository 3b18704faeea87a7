package report

import "kycmigrate/internal/kyc"

// AddLate takes in a warning that was found on a row when its outcome had been
// taken in already: the row shares something with another. Only the row's Seq
// and Origin are read. first says that the row had no warning before. Of one
// code, rows come in read order.
func (f *Fold) AddLate(row *kyc.Row, issue *kyc.Issue, first bool) {
	f.issues.add(row, issue)
	if first {
		f.counts.Warnings++
	}
}
