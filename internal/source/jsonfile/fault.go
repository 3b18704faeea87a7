package jsonfile

import (
	"fmt"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
)

// Codes of the Fault of a record that could not be read, beside those that
// package source has for every kind.
const (
	CodeSyntax    = "json_syntax"         // not JSON
	CodeDuplicate = "json_duplicate_name" // a name stands twice in one object
	CodeNotObject = "json_not_object"     // a value that is no object stands where a record should
	CodeTooDeep   = "json_too_deep"       // nested deeper than maxDepth
)

// maxDepth is how deep the values of a record may be nested.
const maxDepth = 100

// problem is what a scan found wrong, at an offset within the record.
type problem struct {
	code, what string
	at         int
}

// fixes say what to do about each code.
var fixes = map[string]string{
	CodeSyntax:          "mend the JSON of the record; a rejects file holds it whole as the text of _raw",
	CodeDuplicate:       "keep one of the two members",
	CodeNotObject:       "make each record an object, or name the array of the records with the option records",
	CodeTooDeep:         fmt.Sprintf("flatten the record to at most %d levels", maxDepth),
	source.CodeEncoding: "export the source as UTF-8, or mend the record",
}

// issue is the Fault of a record.
func (p *problem) issue() *kyc.Issue {
	return source.Fault(p.code, fmt.Sprintf("%s, at byte %d of the record", p.what, p.at+1), fixes[p.code])
}

func faultTooLong() *kyc.Issue {
	return source.Fault(source.CodeTooLong, fmt.Sprintf("the record is longer than %d bytes", source.MaxRecord),
		"look for a missing quote or bracket, or for pictures inside the record; a rejects file holds only the beginning of it")
}
