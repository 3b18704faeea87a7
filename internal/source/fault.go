package source

import "kycmigrate/internal/kyc"

// Fault is what is wrong with a row that could not be read into cells. The
// texts follow the rules of kyc.Issue: one sentence, no value of the row.
func Fault(code, message, fix string) *kyc.Issue {
	return &kyc.Issue{Severity: kyc.Reject, Code: code, Message: message, Fix: fix}
}
