package validate

import (
	"strings"

	"kycmigrate/internal/idnumber"
	"kycmigrate/internal/kyc"
)

// checkNumbers judges the numbers of the person and of the document by what
// their country publishes, and holds what they say against the record.
func (v *Validator) checkNumbers(rec *kyc.Record, d dates) {
	s := &rec.Submission
	for _, f := range [...]kyc.Field{kyc.IdentityNumber, kyc.DocumentNumber, kyc.CF1, kyc.CF2, kyc.CF3} {
		if len(s[f]) >= shortestZone && strings.IndexByte(s[f], '<') >= 0 {
			v.checkZone(rec, f, d)
		}
	}
	if s[kyc.DocumentNumber] != "" {
		v.checkDocumentNumber(rec, d)
	}
	if s[kyc.IdentityNumber] != "" && s[kyc.IdentityNumber] != s[kyc.DocumentNumber] {
		v.checkIdentityNumber(rec, d)
	}
}

// shortestZone is the length of the shortest thing that is read as a
// machine-readable zone.
const shortestZone = 44

func (v *Validator) checkZone(rec *kyc.Record, f kyc.Field, d dates) {
	zone := idnumber.ReadZone(rec.Submission[f])
	switch zone.Verdict {
	case idnumber.Unsound:
		v.add(rec, mrzCheckDigit, fieldTable[f].name)
	case idnumber.Sound:
		v.compareFacts(rec, zone.Facts, d, "machine-readable zone")
	case idnumber.Other:
	}
}

// checkDocumentNumber judges the document's number where its type says what it
// must be. Only numbers that stand on the document itself are asked for.
func (v *Validator) checkDocumentNumber(rec *kyc.Record, d dates) {
	s := &rec.Submission
	country, place := s[kyc.IssuingCountry], idnumber.Place(0)
	switch s[kyc.IDType] {
	case "government_id", "residence_permit":
		place = idnumber.OnCard
	case "passport":
		place = idnumber.OnPassport
	case "aadhaar":
		country, place = "IND", idnumber.OnAadhaar
	case "pancard":
		country, place = "IND", idnumber.OnPAN
	default:
		return
	}
	v.judge(rec, kyc.DocumentNumber, idnumber.Read(country, s[kyc.DocumentNumber], place), d)
}

// checkIdentityNumber judges the person's number as one of the country that
// issued the document or of the person's own. Where the two differ, and the
// number could be of either, it must be sound in neither to be wrong.
func (v *Validator) checkIdentityNumber(rec *kyc.Record, d dates) {
	s := &rec.Submission
	place := idnumber.OfPerson
	if s[kyc.IDType] == "government_id" {
		place = idnumber.OfCardOwner
	}
	issuing, own := s[kyc.IssuingCountry], s[kyc.Nationality]
	if issuing == "" {
		issuing = own
	}
	reading := idnumber.Read(issuing, s[kyc.IdentityNumber], place)
	if own != "" && own != issuing && reading.Verdict != idnumber.Sound {
		second := idnumber.Read(own, s[kyc.IdentityNumber], place)
		if second.Verdict == idnumber.Sound || reading.Verdict == idnumber.Other {
			reading = second
		}
	}
	v.judge(rec, kyc.IdentityNumber, reading, d)
}

// judge says what a reading came to.
func (v *Validator) judge(rec *kyc.Record, f kyc.Field, r idnumber.Reading, d dates) {
	switch r.Verdict {
	case idnumber.Unsound:
		if !v.issuedSince(rec, d, r.Until) {
			v.addDetail(rec, numberInvalid, fieldTable[f].name, "; it has the form of a "+r.Name)
		}
	case idnumber.Sound:
		v.compareFacts(rec, r.Facts, d, r.Name)
	case idnumber.Other:
	}
}

// issuedSince reports whether the number may have been given out from a day on:
// the document that it came with was, or one that is not known.
func (v *Validator) issuedSince(rec *kyc.Record, d dates, day int) bool {
	if day == 0 {
		return false
	}
	switch rec.Submission[kyc.IDType] {
	case "government_id", "residence_permit":
		return d.issued >= date(day)
	}
	return false
}

// compareFacts holds what a number says of its holder against the record.
func (v *Validator) compareFacts(rec *kyc.Record, f idnumber.Facts, d dates, name string) {
	if d.birth != 0 && f.Contradicts(int(d.birth/year), int(d.birth/1_00%1_00), int(d.birth%1_00)) {
		v.addDetail(rec, documentBirthMismatch, fieldTable[kyc.BirthDate].name, ": "+name)
	}
	gender := rec.Submission[kyc.Gender]
	if f.Gender == idnumber.Male && gender == "female" || f.Gender == idnumber.Female && gender == "male" {
		v.addDetail(rec, documentGenderMismatch, fieldTable[kyc.Gender].name, ": "+name)
	}
}
