package verifime

import (
	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
)

// Codes of rows of this kind of source. They are stable.
const (
	CodeNoEvent      = "verifime_no_event"          // the archive has no event of the customer
	CodeNotAssessed  = "verifime_not_assessed"      // no assessment is finished, or it has no level
	CodeNoDecision   = "verifime_no_decision"       // decisions does not name the level
	CodeHeld         = "verifime_held"              // decisions says hold
	CodeRepeated     = "verifime_customer_repeated" // two customers have one reference
	CodeNoCustomer   = "verifime_no_customer"       // an event without a customer
	CodeBadSignature = "verifime_bad_signature"     // an event whose signature is missing or wrong
	CodeBadEvent     = "verifime_bad_event"         // not an event that can be read
)

func badEvent(why string) *kyc.Issue {
	return source.Fault(CodeBadEvent, "the archive holds something that cannot be used as an event: "+why,
		"take it out of the archive, or have the event sent again from the VerifiMe portal")
}

func badSignature(missing bool) *kyc.Issue {
	what := "the signature of the event is wrong"
	if missing {
		what = "the event was stored without its signature"
	}
	return source.Fault(CodeBadSignature, what+"; the event is not used",
		"check that secret is that of the registration which sent it, and that the body was stored byte by byte; otherwise somebody else wrote it")
}

func noCustomer() *kyc.Issue {
	return source.Fault(CodeNoCustomer, "the event has a reference that no customer has",
		"add the customer to the table, or state unmatched: ignore; the event stands beside the rejects file, in the one that ends in .events.jsonl")
}

// issue is something that keeps a customer from being sent.
func (r *reader) issue(code, message, fix string) kyc.Issue {
	return kyc.Issue{Severity: kyc.Reject, Code: code, Column: r.joinName, Message: message, Fix: fix}
}
