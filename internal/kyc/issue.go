package kyc

// Severity says what an issue does to its record.
type Severity uint8

// Warn changes neither outcome nor exit code. Reject keeps the record from
// being sent. Off is the operator's word on a rule that is not to be applied;
// no issue has it.
const (
	Warn Severity = iota
	Reject
	Off
)

// String returns "warning", "reject" or "off".
func (s Severity) String() string {
	switch s {
	case Reject:
		return "reject"
	case Off:
		return "off"
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
	// Message says what is wrong, in one plain sentence without a final stop. It is
	// the same for all records of which the same is wrong.
	Message string
	// Beside names what else of this record's own the message speaks of, as the row
	// that had a value first; "" where there is nothing.
	Beside string
	// Fix says what to do about it, in one plain sentence without a final stop.
	Fix string
}

// Text is the message with what it speaks of beside the record.
func (i *Issue) Text() string {
	if i.Beside == "" {
		return i.Message
	}
	return i.Message + ": " + i.Beside
}
