package sqldb

import (
	"strings"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
)

// keptOfLongRow is how much of a row over source.MaxRecord is kept as its Raw.
const keptOfLongRow = 4 << 10

// fault says why a row cannot be read into cells, nil where it can.
func (r *record) fault() *kyc.Issue {
	switch {
	case len(r.line) > source.MaxRecord:
		return source.Fault(source.CodeTooLong, "the row is longer than 1 MiB as text",
			"leave the long column out by stating a query, or mend the row in the database")
	case r.marks&markInvalid != 0:
		return source.Fault(source.CodeEncoding, "a value of the row is not text in the encoding that its column declares",
			"mend the row in the database, or convert the column in a query")
	case r.marks&markNUL != 0:
		return source.Fault(source.CodeEncoding, "a value of the row holds the byte NUL, which no text has",
			"mend the row in the database, or read the column as hexadecimal digits in a query")
	}
	return nil
}

// raw is the line of a row that is not read into cells.
func (r *record) raw() string {
	if len(r.line) > source.MaxRecord {
		return strings.ToValidUTF8(string(r.line[:keptOfLongRow]), "")
	}
	return string(r.line)
}
