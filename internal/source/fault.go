package source

import (
	"fmt"
	"strings"

	"kycmigrate/internal/kyc"
)

// Fault is what is wrong with a row that could not be read into cells. The
// texts follow the rules of kyc.Issue: one sentence, no value of the row.
func Fault(code, message, fix string) *kyc.Issue {
	return &kyc.Issue{Severity: kyc.Reject, Code: code, Message: message, Fix: fix}
}

// EncodingError says that the bytes of a text that is not UTF-8 do not tell for
// certain how its characters are encoded.
type EncodingError struct {
	Line       int      // the first that is not UTF-8
	Candidates []string // what it may be, as the option encoding states it; nil where nothing is known
}

// Error implements error.
func (e *EncodingError) Error() string {
	maybe := "windows-1252, cp949, shift_jis or gb18030"
	if len(e.Candidates) > 0 {
		maybe = strings.Join(e.Candidates, " or ")
	}
	return fmt.Sprintf("the file is not UTF-8, first on line %d; state its encoding with the option encoding: its bytes do not tell for certain, it may be %s", e.Line, maybe)
}
