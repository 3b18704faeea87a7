package validate

import (
	"time"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/text"
)

// date is a calendar date as the number YYYYMMDD, so that dates compare as
// numbers; 0 is none.
type date int32

const (
	earliestBirth date = 1900_01_01 // the first birth date that is believed
	lastFirstDay  date = 1911_11_11 // the last of the days in firstDays
	epoch         date = 1970_01_01 // the day that computers count from
)

func dateOf(t time.Time) date {
	y, m, d := t.Date()
	return date(y*1_00_00 + int(m)*1_00 + d)
}

// parseDate reads a real calendar date of the years 0001 to 9999 written
// YYYY-MM-DD.
func parseDate(s string) (date, bool) {
	const (
		form   = "0000-00-"
		signs  = 0xff_00_00_ff_00_00_00_00 // where its signs stand
		high   = 0xf0_f0_f0_f0_f0_f0_f0_f0
		sixes  = 0x06_06_06_06_06_06_06_06
		inForm = signs | high
	)
	if len(s) != len("YYYY-MM-DD") {
		return 0, false
	}
	// Less its form a date is the values of its digits, and 0 where it has signs;
	// a digit over 9 shows in the high half of its byte when 6 is added.
	x := text.OctetsAt(s, 0) ^ text.OctetsAt(form, 0)
	tens, ones := s[8]-'0', s[9]-'0'
	if (x|(x+sixes&^signs))&inForm != 0 || tens > 9 || ones > 9 {
		return 0, false
	}
	x = x*10 + x>>8 // each digit with the one behind it
	year, month, day := int(x&0xff*100+x>>16&0xff), int(x>>40&0xff), int(tens)*10+int(ones)
	if year < 1 || month < 1 || month > 12 || day < 1 || day > 28 && day > kyc.DaysIn(year, month) {
		return 0, false
	}
	return date(year*1_00_00 + month*1_00 + day), true
}

// dates are a record's dates, each 0 where it is absent or none.
type dates struct{ birth, issued, expires date }

func readDates(rec *kyc.Record) dates {
	return dates{
		birth:   readDate(rec, kyc.BirthDate, rec.Days.Birth),
		issued:  readDate(rec, kyc.IssueDate, rec.Days.Issue),
		expires: readDate(rec, kyc.ExpireDate, rec.Days.Expire),
	}
}

// readDate reads a date that is not known to be a day yet; 0 if it is none.
func readDate(rec *kyc.Record, f kyc.Field, known kyc.Day) date {
	if known != 0 {
		return date(known)
	}
	d, _ := parseDate(rec.Submission[f])
	return d
}

// sound are the fields that hold a date which is not one of those that stand for
// none: nothing can be said about it as a value.
func (d dates) sound() (s kyc.FieldSet) {
	if d.birth > lastFirstDay {
		s = s.With(kyc.BirthDate)
	}
	if d.issued > lastFirstDay && d.issued != epoch {
		s = s.With(kyc.IssueDate)
	}
	if d.expires > lastFirstDay && d.expires != epoch {
		s = s.With(kyc.ExpireDate)
	}
	return s
}

// checkDates judges the three dates, alone and against each other. Only a
// date that is none rejects: whether a document is sound is for ARGOS and the
// data's owner to say.
func (v *Validator) checkDates(rec *kyc.Record, d dates) {
	v.checkReal(rec, kyc.BirthDate, d.birth)
	v.checkReal(rec, kyc.IssueDate, d.issued)
	v.checkReal(rec, kyc.ExpireDate, d.expires)

	if d.birth != 0 && (d.birth < earliestBirth || d.birth > v.today || d.birth+longestLife*year <= v.today && !firstDays[rec.Submission[kyc.BirthDate]]) {
		v.add(rec, birthDateImplausible, fieldTable[kyc.BirthDate].name)
	}
	if d.issued != 0 {
		v.checkIssued(rec, d.birth, d.issued)
	}
	if d.expires != 0 {
		v.checkExpiry(rec, d)
	}
}

func (v *Validator) checkIssued(rec *kyc.Record, birth, issued date) {
	name := fieldTable[kyc.IssueDate].name
	if issued > v.today {
		v.add(rec, issueDateFuture, name)
	}
	if issued < birth {
		v.addDetail(rec, dateOrder, name, "; it is issued before the birth date")
	}
}

func (v *Validator) checkExpiry(rec *kyc.Record, d dates) {
	name := fieldTable[kyc.ExpireDate].name
	switch {
	case d.expires == d.issued:
		v.addDetail(rec, dateOrder, name, "; it expires on the day of issue")
	case d.expires < d.issued:
		v.addDetail(rec, dateOrder, name, "; it expires before the issue date")
	case d.expires <= d.birth:
		v.addDetail(rec, dateOrder, name, "; it expires before the birth date or on that day")
	}
	if d.expires < v.today {
		v.add(rec, documentExpired, name)
	}
}

// checkReal wants a date in a field that has a value, unless it is no text,
// which is said already.
func (v *Validator) checkReal(rec *kyc.Record, f kyc.Field, d date) {
	value := rec.Submission[f]
	if d != 0 || value == "" {
		return
	}
	if _, faults := scanText(value); faults&unsendable == 0 {
		v.add(rec, dateInvalid, fieldTable[f].name)
	}
}
