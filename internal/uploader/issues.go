package uploader

import (
	"errors"
	"fmt"

	"kycmigrate/internal/argos"
	"kycmigrate/internal/kyc"
)

// Codes of the issues that this package finds. Codes of ARGOS's refusals are
// its own error codes.
const (
	codeKeyConflict    = "key_conflict"
	codeAlreadyChanged = "already_changed"
	codePictureLate    = "picture_late"
	codeUnreachable    = "unreachable"
	codeImageRefused   = "image_refused"
	codeImageFailed    = "image_failed"
	codeUnseen         = "operator_id_unread"
	codeExcluded       = "excluded_in_argos"
)

// reasonBehindExcluded is the reason for which a key is noted as rejected that an excluded
// row has, and a later row as well.
const reasonBehindExcluded = "key_of_excluded"

// Codes of argos.Error that decide something here.
const (
	faultBadCall           = "bad_call"           // not made: its arguments cannot be sent
	faultUnknownSubmission = "invalid_submission" // ARGOS does not know it, or not yet
	faultTooLarge          = "too_large"          // 413
)

func conflictIssue(what string) kyc.Issue {
	return kyc.Issue{
		Severity: kyc.Reject, Code: codeKeyConflict, Message: what,
		Fix: "find out which record is right; a person who is not in ARGOS yet needs a key and a userid of their own",
	}
}

// clashIssue is for a record that has what another one is told by, which was sent from a place.
func clashIssue(from kyc.Origin) kyc.Issue {
	return conflictIssue("another record, sent from " + from.String() + ", has the same userid or the same key in another spelling")
}

// unnamedIssue is for a row that lacks half of what a person is told by, as one that
// was mended elsewhere and sent from there.
func unnamedIssue(origin string) kyc.Issue {
	return kyc.Issue{
		Severity: kyc.Reject, Code: codeKeyConflict,
		Message: "the row lacks the name or the birth date, so nobody can say whether it is of the person sent earlier under the same key from " + origin,
		Fix:     "where it is the same person nothing is to be done: the record is in ARGOS; somebody else needs a key and a userid of their own",
	}
}

// behindExcludedIssue is for a row that comes back with the key of one that is left out: of
// which of the two the key is, their source alone says.
func behindExcludedIssue() kyc.Issue {
	return kyc.Issue{
		Severity: kyc.Reject, Code: codeKeyConflict,
		Message: "the key is that of a row of the source which a rule of the mapping leaves out",
		Fix:     "a person of their own needs a key and a userid of their own; where the row that is left out is the wrong one, take it out of the source and run that",
	}
}

func excludedIssue(rule string) kyc.Issue {
	return kyc.Issue{
		Severity: kyc.Warn, Code: codeExcluded,
		Message: "the rule " + rule + " of the mapping excludes the record, but it is in ARGOS already",
		Fix:     "delete the submission in ARGOS if it must not be there; nothing was sent",
	}
}

func changedIssue() kyc.Issue {
	return kyc.Issue{
		Severity: kyc.Warn, Code: codeAlreadyChanged,
		Message: "the record is in ARGOS already, and differs now from what was sent",
		Fix:     "correct the submission in ARGOS if the difference matters; nothing was sent",
	}
}

// lateIssues tell of pictures that came after their record was complete.
func lateIssues(late kyc.ImageSet) (issues []kyc.Issue) {
	for kind := range kyc.NumImages {
		if late.Has(kind) {
			issues = append(issues, kyc.Issue{
				Severity: kyc.Warn, Code: codePictureLate, Field: kind.String(),
				Message: "the record is in ARGOS already, and this picture came since: it is not there yet",
				Fix:     "run migrate run over this source; it puts what is missing",
			})
		}
	}
	return issues
}

// refusedIssue explains a refusal by ARGOS; field is "" where the answer named
// none that we know.
func refusedIssue(code, field string) kyc.Issue {
	message, fix := "ARGOS refused the record", "mend the row, or the mapping if many rows are refused alike"
	if text, ok := refusals[code]; ok {
		message += ": " + text
	}
	return kyc.Issue{Severity: kyc.Reject, Code: code, Field: field, Message: message, Fix: fix}
}

// refusals says in a sentence what a refusal means (contracts.md A1.1).
var refusals = map[string]string{
	"invalid_payload":   "it could not read the body (or could not decrypt it)",
	"missing_data":      "a field that it requires is missing",
	"invalid_parameter": "a field that it does not expect was sent",
	"invalid_format":    "a field is not in the form that it expects",
}

func failedIssue(why string) kyc.Issue {
	return kyc.Issue{
		Severity: kyc.Reject, Code: codeUnreachable,
		Message: "the record could not be sent: " + why + "; nothing was done in ARGOS",
		Fix:     "run the same command again; the record is taken up by itself",
	}
}

// neverTaken tells of a record that was posted as often as a run may, and that ARGOS
// has not got: because answers were lost, or because of what it answered.
func neverTaken(last error) kyc.Issue {
	var fault *argos.Error
	if !errors.As(last, &fault) || fault.Status == 0 {
		return failedIssue("six POSTs of this run were lost, and ARGOS has none of them")
	}
	issue := failedIssue(fmt.Sprintf("ARGOS answered its POSTs with %s (HTTP %d), and has none of them", fault.Code, fault.Status))
	issue.Fix = "ask ARGOS support what that answer means, and mend the row or the setting; then run the same command again"
	if fault.RequestID != "" {
		issue.Fix = "ask ARGOS support what that answer means, by its request id, and mend the row or the setting; then run the same command again"
		issue.Beside = "request " + fault.RequestID
	}
	return issue
}

func imageIssue(code string, kind kyc.ImageKind, what string) kyc.Issue {
	return kyc.Issue{
		Severity: kyc.Reject, Code: code, Field: kind.String(),
		Message: "the record is in ARGOS, but this picture is not: " + what,
		Fix:     "mend the picture and run again; only what is missing is put",
	}
}

// refusedImage tells of a picture that ARGOS refused, now or before; code is
// why.
func refusedImage(kind kyc.ImageKind, code string) kyc.Issue {
	issue := imageIssue(codeImageRefused, kind, "ARGOS refused it ("+code+")")
	switch code {
	case faultUnknownSubmission:
		issue.Fix = "run again later; if ARGOS still does not know the submission, look for it in the dashboard"
	case faultTooLarge:
		issue.Fix = "make the picture smaller, and run again. As it is it is not put again, unless --retry-refused is given"
	default:
		issue.Fix = "mend or replace the picture (or its idType), and run again. As it is it is not put again, unless --retry-refused is given"
	}
	return issue
}

func unseenIssue() kyc.Issue {
	return kyc.Issue{
		Severity: kyc.Reject, Code: codeUnseen,
		Message: "an operator named the record's submission, and ARGOS gave no clear answer when it was read",
		Fix:     "run the same command again; its pictures are put once the submission was seen",
	}
}

func doubtIssue(reason string) kyc.Issue {
	text, ok := doubts[reason]
	if !ok {
		text = "nobody could say whether ARGOS has the record"
	}
	return kyc.Issue{
		Severity: kyc.Reject, Code: reason, Message: text,
		Fix: "run again to look it up once more, or decide in in_doubt.csv and give it to migrate resolve",
	}
}

// Reasons for which a record is in doubt.
const (
	reasonUnanswered       = "no_answer"
	reasonServerError      = "server_error"
	reasonUnreadable       = "unreadable_answer"
	reasonKilled           = "interrupted"
	reasonIDBound          = "id_already_bound"
	reasonCandidate        = "possible_candidate"
	reasonBadID            = "candidate_id_unusable"
	reasonInconclusive     = "lookup_inconclusive"
	reasonNoControl        = "lookup_unproven"
	reasonValueChanged     = "lookup_value_changed"
	reasonNoLookup         = "nothing_to_look_up_by"
	reasonTooSoon          = "too_soon_to_say"
	reasonOperatorGone     = "operator_absent"
	reasonOperatorUnknown  = "operator_id_unknown"
	reasonOperatorMistaken = "operator_id_of_another"
	reasonTwins            = "twin_record"
)

var doubts = map[string]string{
	reasonUnanswered:       "the answer to the POST was lost",
	reasonServerError:      "ARGOS answered the POST with an error that does not say whether it was stored",
	reasonUnreadable:       "the answer to the POST could not be read",
	reasonKilled:           "an earlier run ended while the POST was on its way",
	reasonIDBound:          "ARGOS answered a POST with a submission id that belongs to another record",
	reasonCandidate:        "ARGOS has a submission that could be this record, without proof that it is",
	reasonBadID:            "ARGOS has a submission that could be this record, and it has no id that a call can name",
	reasonInconclusive:     "the lookups gave no answer that proves anything",
	reasonNoControl:        "the lookups found nothing, but a record known to be there was not found either",
	reasonValueChanged:     "the row's userid or e-mail is not the one that was sent, so it cannot be looked up",
	reasonNoLookup:         "neither userid nor e-mail was sent, so it cannot be looked up",
	reasonTooSoon:          "the run ended before the lookups could be believed",
	reasonOperatorUnknown:  "ARGOS does not have the submission that an operator named",
	reasonOperatorMistaken: "an operator named a submission for one record that carries the mark of another",
	reasonTwins:            "another record with the same content is in doubt as well",
}
