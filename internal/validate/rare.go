package validate

import "kycmigrate/internal/kyc"

// Some values are real where they are common, and made up where they are not:
// or the other way round. They are counted.
type rarity struct {
	of   int64 // records that have the field
	n    int64 // of them with the value
	rows []uint32
}

// The values that are counted.
const (
	rareReservedMail = iota // an address in a domain that exists for examples only
	rareEpochBirth          // 1970-01-01, the day that computers count from

	numRarities
)

const (
	// mostRare bounds the rows of one rarity that are kept. What is more common
	// than that is not told.
	mostRare = 1 << 18

	// birthdays is how many records there must be for each born on one day at
	// most: a tenth of what is usual, so that nobody's birthday is suspect.
	birthdays = 2500
)

// leastEpoch is how many must be born on the day that computers count from before
// that is too many: one may be.
const leastEpoch = 3

var rarityRules = [numRarities]struct {
	rule   ruleID
	field  kyc.Field
	detail string
}{
	rareReservedMail: {testData, kyc.Email, "; the domain is reserved for examples (RFC 2606)"},
	rareEpochBirth:   {placeholder, kyc.BirthDate, "; 1970-01-01 is the day that computers count from, and too many have it"},
}

// noteRare counts what a record has of each.
func (x *Identity) noteRare(rec *kyc.Record, row uint32) {
	for i := range x.rare {
		r := &x.rare[i]
		if rec.Submission[rarityRules[i].field] != "" {
			r.of++
		}
		if hasRare(i, rec) {
			if r.n++; len(r.rows) < mostRare {
				r.rows = append(r.rows, row)
			}
		}
	}
}

// hasRare reports whether a record has the value of a rarity.
func hasRare(i int, rec *kyc.Record) bool {
	switch i {
	case rareReservedMail:
		return reserved(rec.Submission[kyc.Email])
	case rareEpochBirth:
		if rec.Days.Birth != 0 {
			return rec.Days.Birth == kyc.Day(epoch)
		}
		return rec.Submission[kyc.BirthDate] == "1970-01-01"
	}
	return false
}

// told reports whether a rarity is suspect in this source.
func (r *rarity) told(i int) bool {
	if r.n == 0 || r.n > mostRare {
		return false
	}
	if i == rareReservedMail {
		return r.n*2 < r.of // else the whole source is an example
	}
	return r.n >= leastEpoch && r.n*birthdays > r.of
}
