package validate

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kycmigrate/internal/kyc"
)

// fieldTable is the part of kyc's table that every record needs, without the
// copying of kyc.FieldInfo.
var fieldTable = func() (t [kyc.NumFields]struct {
	name string
	kind kyc.FieldKind
	need kyc.Need
}) {
	for f := range kyc.NumFields {
		info := f.Info()
		t[f].name, t[f].kind, t[f].need = info.Name, info.Kind, info.Need
	}
	return t
}()

// wanted are the fields of which it is told that they are absent.
var wanted = func() (s kyc.FieldSet) {
	for f := range kyc.NumFields {
		if fieldTable[f].need != kyc.Optional {
			s = s.With(f)
		}
	}
	return s
}()

// Sound reports whether the rules that look at one value alone have nothing to
// say about a field that has this value, so that kyc.Record.Sound may hold the
// field. An absent value is not sound, and neither is a date, which is judged
// together with others.
func (v *Validator) Sound(f kyc.Field, value string) bool {
	if value == "" || fieldTable[f].kind == kyc.KindDate {
		return false
	}
	var rec kyc.Record
	rec.Submission[f] = value
	v.checkField(&rec, f)
	if f == kyc.Email {
		v.checkAddress(&rec)
	}
	if f == kyc.IPAddress {
		v.checkIP(&rec)
	}
	return len(rec.Issues) == 0
}

// checkFields judges each field by itself, in order. It looks at those only of
// which it is not known yet that there is nothing to say.
func (v *Validator) checkFields(rec *kyc.Record, d dates, mapped []kyc.Issue) {
	present, total := measure(&rec.Submission)
	sound := rec.Sound
	if v.words {
		sound &^= inRow &^ (rec.Plain & numbersInRow)
	}
	unknown := present &^ (sound | d.sound())
	if !v.words && total <= longField {
		unknown &^= (rec.Plain | rec.Clean) & freeTexts
	}
	for look := unknown | wanted&^present; look != 0; {
		var f kyc.Field
		if f, look = look.First(); present.Has(f) {
			v.checkField(rec, f)
		} else {
			v.checkAbsent(rec, f, mapped)
		}
	}
	if v.words {
		v.checkParts(rec)
		v.checkTown(rec)
		v.checkPostal(rec)
	}
	if v.words && unknown.Has(kyc.Email) {
		v.checkAddress(rec)
	}
	if v.words && unknown.Has(kyc.IPAddress) {
		v.checkIP(rec)
	}
	if total > maxFields {
		v.add(rec, recordTooBig, "")
	}
}

// The other fields of the row decide what is said of these as well, of numbers where they
// are not printable ASCII.
var (
	numbersInRow = kyc.FieldsOf(kyc.IdentityNumber, kyc.DocumentNumber)
	inRow        = numbersInRow.With(kyc.FullName).With(kyc.FirstName).With(kyc.LastName)
)

// measure returns which fields have a value, and the length of all values
// together.
func measure(s *kyc.Submission) (present kyc.FieldSet, total int) {
	for f := kyc.NumFields; f > 0; f-- {
		length := len(s[f-1])
		total += length
		present = present<<1 | kyc.FieldSet(min(length, 1))
	}
	return present, total
}

// freeTexts are the fields that may hold any text, or none.
var freeTexts = func() (s kyc.FieldSet) {
	for f := range kyc.NumFields {
		if fieldTable[f].kind == kyc.KindText && fieldTable[f].need == kyc.Optional {
			s = s.With(f)
		}
	}
	return s
}()

// checkAbsent says that a field is missing, unless the mapper has said why.
func (v *Validator) checkAbsent(rec *kyc.Record, f kyc.Field, mapped []kyc.Issue) {
	field := &fieldTable[f]
	switch {
	case rejectedIn(mapped, field.name):
	case field.need == kyc.Required:
		v.add(rec, requiredMissing, field.name)
	case field.need == kyc.Disputed:
		v.add(rec, disputedMissing, field.name)
	}
}

// checkField judges the value of a field that has one.
func (v *Validator) checkField(rec *kyc.Record, f kyc.Field) {
	value, field := rec.Submission[f], &fieldTable[f]
	fault := v.judgeKind(f, value)
	if fault == none && plain(field.kind) {
		return
	}
	foreign, sendable := v.checkText(rec, f, value)
	switch {
	case !sendable:
	case fault != none:
		v.add(rec, fault, field.name)
	case v.words && (len(value) != len(v.headers[f]) || !v.tellHeader(rec, f, value)):
		v.checkWords(rec, f, value, foreign)
	}
}

// checkText judges a value as text. It reports whether the value has anything
// beyond ASCII, and whether it is worth judging further.
func (v *Validator) checkText(rec *kyc.Record, f kyc.Field, value string) (foreign, sendable bool) {
	if len(value) > longField {
		v.add(rec, fieldTooLong, fieldTable[f].name)
	}
	switch {
	case rec.Plain.Has(f):
		return false, true
	case rec.Clean.Has(f):
		return true, true
	}
	foreign, faults := scanText(value)
	if faults == 0 {
		return foreign, true
	}
	for i, rule := range textRules {
		if faults&(1<<i) != 0 {
			v.add(rec, rule, fieldTable[f].name)
		}
	}
	return foreign, faults&unsendable == 0
}

// plain reports whether what judgeKind finds nothing wrong with is short and
// printable ASCII by that: it needs no look at it as a text.
func plain(k kyc.FieldKind) bool {
	switch k {
	case kyc.KindEmail, kyc.KindCountry, kyc.KindDecision, kyc.KindGender, kyc.KindDocument:
		return true
	}
	return false
}

// judgeKind judges a value by what its field must hold. Dates are judged
// together, by checkDates.
func (v *Validator) judgeKind(f kyc.Field, value string) ruleID {
	switch fieldTable[f].kind {
	case kyc.KindEmail:
		return judgeEmail(value)
	case kyc.KindCountry:
		return judgeCountry(f, value)
	case kyc.KindDecision:
		return unless(value == "approved" || value == "rejected", kycStatusInvalid)
	case kyc.KindGender:
		return unless(value == "female" || value == "male", genderInvalid)
	case kyc.KindDocument:
		return unless(kyc.IsIDType(value) || slices.Contains(v.extraTypes, value), idTypeUnknown)
	case kyc.KindText:
		return unless(fieldTable[f].need != kyc.Required || !blank(value), requiredMissing)
	case kyc.KindDate:
	}
	return none
}

func unless(ok bool, r ruleID) ruleID {
	if ok {
		return none
	}
	return r
}

// blank reports whether s is nothing but space. Its first character tells that it
// is not, as a rule.
func blank(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsSpace(first) && strings.TrimSpace(s) == "" || s == ""
}
