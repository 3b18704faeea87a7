package idngo

import "kycmigrate/internal/kyc"

// Codes of what is found about an applicant.
const (
	CodeCompany           = "idngo_company"            // a company, which ARGOS has no place for
	CodeNotDecided        = "idngo_not_decided"        // no final answer
	CodeHeld              = "idngo_held"               // held back by the mapping's decisions
	CodeDecisionMissing   = "idngo_decision_missing"   // the mapping decides nothing for such an answer
	CodeEmailMissing      = "idngo_email_missing"      // no e-mail address
	CodeDocumentAmbiguous = "idngo_document_ambiguous" // which document counts cannot be told
	CodeDocumentUnmapped  = "idngo_document_unmapped"  // a document type that ARGOS does not have
	CodeDocumentFormat    = "idngo_document_format"    // a PDF or a video where ARGOS wants a picture
	CodeNameNotLatin      = "idngo_name_not_latin"     // no name in Latin letters, although they are asked for
)

func issue(severity kyc.Severity, code, column, message, fix string) kyc.Issue {
	return kyc.Issue{Severity: severity, Code: code, Column: column, Message: message, Fix: fix}
}

func reject(code, column, message, fix string) kyc.Issue {
	return issue(kyc.Reject, code, column, message, fix)
}

var (
	issueCompany = reject(CodeCompany, "", "the applicant is a company, and ARGOS takes persons only",
		"leave companies out of the export, or migrate their persons as records of their own")
	issueEmail = reject(CodeEmailMissing, "email", "the applicant has no e-mail address, and ARGOS wants one",
		"fill the member email from the system that the applicant came from")
	issueHeld = reject(CodeHeld, "kycStatus", "the mapping's decisions hold such applicants back",
		"have the person verified again in ARGOS, or change source.idngo.decisions")
	issueAmbiguous = reject(CodeDocumentAmbiguous, "docType", "the applicant has several documents and no approved identity step tells which of them counts",
		"pull the applicant with its steps, or leave only the right document in info.idDocs")
	issueElsewhere = reject(CodeDocumentAmbiguous, "docType", "the approved identity step names a document that is not the only such one in info.idDocs",
		"look at the applicant in IDnGO, and leave only the right document in info.idDocs")
	issueUnmapped = issue(kyc.Warn, CodeDocumentUnmapped, "idType", "ARGOS has no document type for the one the applicant was verified with; idType is left empty",
		"map docType with values if another type may stand for it")
	issueLatin = issue(kyc.Warn, CodeNameNotLatin, "fullName", "the applicant has no name in Latin letters; the native one is used",
		"state names: native, or fill firstNameEn and lastNameEn")
)

func issueNotDecided(what string) kyc.Issue {
	return reject(CodeNotDecided, "status", "the review of the applicant "+what+", and ARGOS takes decided ones only",
		"wait for the review and export the applicant again, or have the person verified in ARGOS")
}

func issueUndecided(answer string) kyc.Issue {
	return reject(CodeDecisionMissing, "kycStatus", "the mapping does not say what becomes of applicants answered "+answer,
		"add "+answer+": approved, rejected or hold to source.idngo.decisions")
}

func issueFormat(column string) kyc.Issue {
	return reject(CodeDocumentFormat, column, "the file for "+column+" is a PDF, a video or of another format that ARGOS does not take",
		"convert it to JPEG or PNG, put it beside the original and name it in _pull.images, or map no picture from "+column)
}
