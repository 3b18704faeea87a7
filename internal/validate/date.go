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
	epoch         date = 1970_01_01 // the day that computers count from
)

func dateOf(t time.Time) date {
	y, m, d := t.Date()
	return date(y*1_00_00 + int(m)*1_00 + d)
}

// parseDate reads a real calendar date of the years 0001 to 9999 written
// YYYY-MM-DD.
func parseDate(s string) (date, bool) {
	if len(s) != len("YYYY-MM-DD") || s[4] != '-' || s[7] != '-' {
		return 0, false
	}
	century, year, month, day := pair(s), pair(s[2:]), pair(s[5:]), pair(s[8:])
	if min(century, year, month, day) < 0 {
		return 0, false
	}
	if year += century * 100; year < 1 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month) {
		return 0, false
	}
	return date(year*1_00_00 + month*1_00 + day), true
}

// pair reads the first two digits of s, -1 where they are none.
func pair(s string) int {
	tens, ones := s[0]-'0', s[1]-'0'
	if tens > 9 || ones > 9 {
		return -1
	}
	return int(tens)*10 + int(ones)
}

func daysIn(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	default:
		return 31
	}
}

// dates are a record's dates, each 0 where it is absent or none.
type dates struct{ birth, issued, expires date }

// readDates reads the dates that have not been read before.
func readDates(rec *kyc.Record) dates {
	read := func(f kyc.Field, known kyc.Day) date {
		if known != 0 {
			return date(known)
		}
		d, _ := parseDate(rec.Submission[f])
		return d
	}
	return dates{
		birth:   read(kyc.BirthDate, rec.Days.Birth),
		issued:  read(kyc.IssueDate, rec.Days.Issue),
		expires: read(kyc.ExpireDate, rec.Days.Expire),
	}
}

// sound are the fields that hold a date which is not one of those that stand for
// none: nothing can be said about it as a value.
func (d dates) sound() (s kyc.FieldSet) {
	if d.birth > earliestBirth {
		s = s.With(kyc.BirthDate)
	}
	if d.issued > earliestBirth && d.issued != epoch {
		s = s.With(kyc.IssueDate)
	}
	if d.expires > earliestBirth && d.expires != epoch {
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

	if d.birth != 0 && (d.birth < earliestBirth || d.birth > v.today) {
		v.add(rec, birthDateImplausible, fieldTable[kyc.BirthDate].name)
	}
	if d.issued != 0 {
		v.checkIssued(rec, d.birth, d.issued)
	}
	if d.expires != 0 {
		v.checkExpiry(rec, max(d.birth, d.issued), d.expires)
	}
}

func (v *Validator) checkIssued(rec *kyc.Record, birth, issued date) {
	name := fieldTable[kyc.IssueDate].name
	if issued > v.today {
		v.add(rec, issueDateFuture, name)
	}
	if issued < birth {
		v.add(rec, dateOrder, name)
	}
}

func (v *Validator) checkExpiry(rec *kyc.Record, earlier, expires date) {
	name := fieldTable[kyc.ExpireDate].name
	if expires <= earlier {
		v.add(rec, dateOrder, name)
	}
	if expires < v.today {
		v.add(rec, documentExpired, name)
	}
}

// checkReal wants a date in a field that has a value, unless it is no text,
// which is said already.
func (v *Validator) checkReal(rec *kyc.Record, f kyc.Field, d date) {
	value := rec.Submission[f]
	if d == 0 && value != "" && scanText(value, text.TraitsOf(value))&unsendable == 0 {
		v.add(rec, dateInvalid, fieldTable[f].name)
	}
}
