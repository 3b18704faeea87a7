package validate

import (
	"io/fs"
	"slices"
	"time"

	"kycmigrate/internal/kyc"
)

const (
	// DefaultImageMaxBytes is the limit of one picture where none is given:
	// Base64 makes it 10 MB, the most that can pass (contracts.md A0.3).
	DefaultImageMaxBytes = 7_500_000

	// longField is the length in bytes over which a value is suspect. ARGOS
	// documents no limit.
	longField = 4096

	// maxFields is the most the fields of one record may hold together. The
	// call's ceiling is 6 MB after JSON and, with encryption, Base64
	// (contracts.md A0.3).
	maxFields = 4_000_000
)

// Options says how strict to be and where the pictures are.
type Options struct {
	// Strict rejects records without the fields whose need is disputed,
	// instead of warning (kyc.Disputed).
	Strict bool
	// ExtraIDTypes are idType codes accepted beside the documented ones.
	ExtraIDTypes []string
	// Pictures is where the pictures are, by the paths that records name. A
	// folder's must not let a path lead out of it (os.Root). nil is right only
	// for a mapping without pictures.
	Pictures fs.FS
	// Unseen says that pictures are not looked at, as in a test of a mapping,
	// which has none.
	Unseen bool
	// ImageMaxBytes is the most one picture may have; DefaultImageMaxBytes if
	// it is not above zero.
	ImageMaxBytes int64
	// DropBadImages takes a bad picture off its record, with a warning,
	// instead of rejecting the record.
	DropBadImages bool
	// Today is the day of the cutover, by which documents have expired and
	// persons are of age; only its date counts. The zero Time stands for the
	// current day in UTC.
	Today time.Time
	// Severities changes what rules do, by their codes; CheckSeverity says what
	// may be changed. It wins over Strict.
	Severities map[string]kyc.Severity
	// Column names the source column a field or picture is mapped from, in
	// the API's spelling, or returns "". It fills kyc.Issue.Column, may be nil
	// and must be safe for concurrent use.
	Column func(field string) string
}

// Validator judges records one by one. It is safe for concurrent use.
type Validator struct {
	severity   *severities
	words      bool // a rule about placeholders and spoiled text is on
	numbers    bool // a rule about what numbers say is on
	holders    bool // a rule about documents and the age of who has them is on
	extraTypes []string
	pictures   fs.FS // nil where there are none
	maxBytes   int64
	dropBad    bool
	unseen     bool
	today      date
	column     func(string) string
	headers    [kyc.NumFields]string // of the source columns, for those fields that have one
	domains    domainMemo
}

// New returns a Validator. What Options.Pictures stands on is the caller's to
// close, after the last Check.
func New(o Options) *Validator {
	severity := severitiesOf(o.Strict, o.Severities)
	v := &Validator{
		severity:   severity,
		words:      severity.any(placeholder, testData, mojibake, mixedScripts, invisibleCharacter, whiteSpace, decomposed, nameUnusual, addressUnusual, emailTypo, ipInvalid),
		numbers:    severity.any(placeholder, testData, mixedScripts, invisibleCharacter, mrzCheckDigit, mrzMismatch, numberInvalid, documentBirthMismatch, documentGenderMismatch),
		holders:    severity.any(minor, licenceHolderTooYoung, placeholder, validityTooLong, validityUnusual),
		pictures:   o.Pictures,
		extraTypes: slices.Clone(o.ExtraIDTypes),
		maxBytes:   o.ImageMaxBytes,
		dropBad:    o.DropBadImages,
		unseen:     o.Unseen,
		column:     o.Column,
	}
	if v.maxBytes <= 0 {
		v.maxBytes = DefaultImageMaxBytes
	}
	if o.Today.IsZero() {
		o.Today = time.Now().UTC()
	}
	v.today = dateOf(o.Today)
	for f := range kyc.NumFields {
		if kind := roles[f]; v.column != nil && kind != noWord && kind != roleNumber && kind != roleDate {
			v.headers[f] = v.column(fieldTable[f].name)
		}
	}
	return v
}

// Check appends what is wrong with rec to its issues, fills in the sizes of
// its pictures and takes bad ones off where the options say so. A row that
// could not be read has its issue already and is left alone, and so is a record
// that a rule excludes: nobody has anything to mend in it.
func (v *Validator) Check(rec *kyc.Record) {
	if rec.Row.Fault != nil || rec.Excluded != "" {
		return
	}
	if !rec.Key.Known() && !rec.Rejected() {
		v.add(rec, keyMissing, "")
	}
	// What the mapper found stands here already; the checks ask it what to
	// leave unsaid.
	mapped := rec.Issues
	dates := readDates(rec)
	v.checkFields(rec, dates, mapped)
	v.checkDates(rec, dates)
	v.checkHolder(rec, dates)
	v.checkTurkey(rec)
	if v.words && rec.Submission[kyc.FirstName] != "" {
		v.checkExchanged(rec)
	}
	if v.numbers {
		v.checkNumbers(rec, dates)
	}
	v.checkPictures(rec)
	v.checkDocumentType(rec, mapped)
}

// add appends the issue of a rule, unless the rule is off.
func (v *Validator) add(rec *kyc.Record, r ruleID, field string) {
	v.addDetail(rec, r, field, "")
}

// addDetail appends the issue of a rule, unless the rule is off, with more to
// say behind the rule's sentence.
func (v *Validator) addDetail(rec *kyc.Record, r ruleID, field, detail string) {
	if v.severity[r] == kyc.Off {
		return
	}
	issue := v.severity.issue(r, field)
	issue.Message += detail
	v.append(rec, issue)
}

// append appends an issue with its source column.
func (v *Validator) append(rec *kyc.Record, issue kyc.Issue) {
	if v.column != nil && issue.Field != "" {
		issue.Column = v.column(issue.Field)
	}
	rec.Add(issue)
}

// rejectedIn reports whether issues reject the named field.
func rejectedIn(issues []kyc.Issue, field string) bool {
	for i := range issues {
		if issues[i].Severity == kyc.Reject && issues[i].Field == field {
			return true
		}
	}
	return false
}

// checkDocumentType wants an idType where a picture of the document goes along
// (contracts.md A2). It runs after bad pictures were dropped.
func (v *Validator) checkDocumentType(rec *kyc.Record, mapped []kyc.Issue) {
	if rec.Submission[kyc.IDType] != "" {
		return
	}
	wanted := rec.Pictures[kyc.IDImage].Path != "" || rec.Pictures[kyc.IDBackImage].Path != ""
	name := fieldTable[kyc.IDType].name
	if wanted && !rejectedIn(mapped, name) {
		v.add(rec, idTypeRequired, name)
	}
}
