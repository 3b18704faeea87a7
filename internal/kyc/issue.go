package kyc

// Severity says what an issue does to its record.
type Severity uint8

// Warn changes neither outcome nor exit code. Reject keeps the record from
// being sent.
const (
	Warn Severity = iota
	Reject
)

// String returns "warning" or "reject".
func (s Severity) String() string {
	if s == Reject {
		return "reject"
	}
	return "warning"
}

// Issue is one thing wrong with a record, told to the person who must act.
// No text of an Issue contains a value of the record: it may be logged.
type Issue struct {
	Severity Severity
	// Code is the stable name of the rule, lower_snake_case, e.g.
	// "required_missing". Codes are documented in docs/OPERATING.md.
	Code string
	// Field is the ARGOS field or picture concerned, in the API's spelling;
	// "" when the row as a whole is meant.
	Field string
	// Column is the source column the value came from, "" when not one column.
	Column string
	// Message says what is wrong, in one plain sentence without a final stop.
	Message string
	// Fix says what to do about it, in one plain sentence without a final stop.
	Fix string
}
