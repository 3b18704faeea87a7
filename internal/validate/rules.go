package validate

import "kycmigrate/internal/kyc"

// Rule describes one rule, for the report and the documentation.
type Rule struct {
	Code     string       // as in kyc.Issue.Code
	Severity kyc.Severity // what it does to the record
	Strict   bool         // rejects when Options.Strict is set
	Pack     Pack         // what it looks at
	Fixed    bool         // Options.Severities cannot change it
	Sentence string       // what is wrong; kyc.Issue.Message begins with it
	Fix      string       // what to do about it
}

// Rules lists every rule of this package, in the order they are documented.
// The caller owns the slice.
func Rules() []Rule {
	list := make([]Rule, 0, numRules)
	return append(list, rules[1:]...)
}

// ruleID numbers the rules; none is the verdict that nothing is wrong.
type ruleID uint8

const (
	none ruleID = iota

	keyMissing
	keyDuplicate
	useridDuplicate

	requiredMissing
	disputedMissing
	idTypeRequired
	recordTooBig

	invalidUTF8
	nulCharacter
	controlCharacter
	replacementCharacter
	fieldTooLong

	emailInvalid
	emailUnusual
	kycStatusInvalid
	genderInvalid
	idTypeUnknown
	countryUnknown
	countryKosovo
	countryTurkey
	addressCountryUnknown

	dateInvalid
	dateOrder
	birthDateImplausible
	issueDateFuture
	documentExpired
	validityTooLong
	validityUnusual
	licenceHolderTooYoung
	minor
	mrzCheckDigit
	mrzMismatch
	numberInvalid
	documentBirthMismatch
	documentGenderMismatch
	nationalityOther
	documentIncomplete

	placeholder
	testData
	mojibake
	mixedScripts
	invisibleCharacter
	whiteSpace
	decomposed
	nameUnusual
	valueRepeated
	valueMissing
	customUnusual
	addressUnusual
	addressIncomplete
	emailTypo
	ipInvalid
	useridUnusual
	keyUnusual
	keyAlike
	useridAlike
	personRepeated
	documentNumberShared
	identityNumberShared
	emailShared

	imageMissing
	imageOutside
	imageUnreadable
	imageEmpty
	imageTooBig
	imageType
	imageTruncated
	imageExtension
	imageDropped

	imageCorrupt
	imageUnexamined
	imageTiny
	imageRotated
	imageBlank
	imageUnclear
	imageRepeated
	imageShared
	imageAlike
	imageOrphan

	numRules = iota - 1
)

var rules = complete([numRules + 1]Rule{
	keyMissing: {
		Code: "key_missing", Severity: kyc.Reject,
		Sentence: "the row has no key, so it could not be recognised in a later run",
		Fix:      "fill every key column, or choose other key columns in the mapping",
	},
	keyDuplicate: {
		Code: "key_duplicate", Severity: kyc.Reject,
		Sentence: "an earlier row has the same key",
		Fix:      "keep one of the rows, or add a column to the mapping's key if they are different records",
	},
	useridDuplicate: {
		Code: "userid_duplicate", Severity: kyc.Reject,
		Sentence: "an earlier row has the same userid under another key",
		Fix:      "keep one of the rows, or map userid from a column that differs between them",
	},
	requiredMissing: {
		Code: "required_missing", Severity: kyc.Reject,
		Sentence: "the field is required and has no value",
		Fix:      "fill the source column; a default in the mapping only helps where one value is true for all who lack it",
	},
	disputedMissing: {
		Code: "disputed_missing", Severity: kyc.Warn, Strict: true,
		Sentence: "the field has no value; older versions of the API require it",
		Fix:      "fill it where you can; --strict-required rejects such rows",
	},
	idTypeRequired: {
		Code: "id_type_required", Severity: kyc.Reject,
		Sentence: "the record has a picture of an ID document but no idType, which that upload requires",
		Fix:      "fill the document type, or leave the document's pictures out",
	},
	recordTooBig: {
		Code: "record_too_big", Severity: kyc.Reject,
		Sentence: "the record's fields together are over 4,000,000 bytes, more than ARGOS takes in one call",
		Fix:      "look for a column that swallowed other rows, usually an unclosed quote",
	},
	invalidUTF8: {
		Code: "invalid_utf8", Severity: kyc.Reject,
		Sentence: "the value is not valid UTF-8",
		Fix:      "state the source's encoding in the mapping (source block, encoding)",
	},
	nulCharacter: {
		Code: "nul_character", Severity: kyc.Reject,
		Sentence: "the value contains a NUL character",
		Fix:      "remove it in the source; NULs often mean the file is UTF-16 read as another encoding",
	},
	controlCharacter: {
		Code: "control_character", Severity: kyc.Warn,
		Sentence: "the value contains a control character, tab or line break",
		Fix:      "remove it in the source, or use transform: [collapse-spaces] for tabs and line breaks",
	},
	replacementCharacter: {
		Code: "replacement_character", Severity: kyc.Warn,
		Sentence: "the value contains U+FFFD, the mark of a character lost in an earlier conversion",
		Fix:      "export the data again with the right encoding, or correct the value by hand",
	},
	fieldTooLong: {
		Code: "field_too_long", Severity: kyc.Warn,
		Sentence: "the value is over 4,096 bytes; ARGOS documents no limit, but this is rarely meant",
		Fix:      "look whether the column swallowed its neighbours, usually by an unclosed quote",
	},
	emailInvalid: {
		Code: "email_invalid", Severity: kyc.Reject,
		Sentence: "the value is not one plain e-mail address of the form name@domain.tld",
		Fix:      "correct the address; transform: [trim] removes surrounding space",
	},
	emailUnusual: {
		Code: "email_unusual", Severity: kyc.Warn,
		Sentence: "the e-mail address is valid but unusual (non-ASCII, over-long, or an odd domain), and ARGOS may refuse it",
		Fix:      "check the address with its owner",
	},
	kycStatusInvalid: {
		Code: "kyc_status_invalid", Severity: kyc.Reject,
		Sentence: "ARGOS takes only approved or rejected, no pending or other status",
		Fix:      "map the source's codes with values; hold undecided records back until they are decided",
	},
	genderInvalid: {
		Code: "gender_invalid", Severity: kyc.Reject,
		Sentence: "ARGOS takes only female or male",
		Fix:      "map the source's codes with values, and everything else with otherwise: omit",
	},
	idTypeUnknown: {
		Code: "id_type_unknown", Severity: kyc.Reject,
		Sentence: "the value is not one of the document types that ARGOS documents",
		Fix:      "map the source's codes with values to one of the documented types",
	},
	countryUnknown: {
		Code: "country_unknown", Severity: kyc.Reject,
		Sentence: "the value is not an ISO 3166-1 alpha-3 country code in upper case",
		Fix:      "use country: alpha3 in the mapping, which knows names and other codes, or correct the value",
	},
	countryKosovo: {
		Code: "country_kosovo", Severity: kyc.Warn,
		Sentence: "XKX (Kosovo) is in wide use but is no ISO 3166-1 code, and ARGOS may refuse it",
		Fix:      "ask ARGOS which code it takes for Kosovo and map it with values",
	},
	countryTurkey: {
		Code: "country_turkey", Severity: kyc.Warn,
		Sentence: "TCA are the Turks and Caicos Islands, in a record of Turkey, which many systems write TC: the ISO code of the islands",
		Fix:      "map TC with values: {TC: TUR} where the source means Turkey",
	},
	addressCountryUnknown: {
		Code: "address_country_unknown", Severity: kyc.Warn,
		Sentence: "the country of the address is not an alpha-3 code; ARGOS states no rule, its examples are alpha-3",
		Fix:      "use country: alpha3 in the mapping, or correct the value",
	},
	dateInvalid: {
		Code: "date_invalid", Severity: kyc.Reject,
		Sentence: "the value is not a real calendar date in the form YYYY-MM-DD",
		Fix:      "correct the date, or state the source's layout with date in the mapping",
	},
	dateOrder: {
		Code: "date_order", Severity: kyc.Warn,
		Sentence: "the date is not after the one it must follow: birth, then issue, then expiry",
		Fix:      "check the dates; day and month may be exchanged",
	},
	birthDateImplausible: {
		Code: "birth_date_implausible", Severity: kyc.Warn,
		Sentence: "the birth date lies in the future, or as far back as nobody alive was born",
		Fix:      "check the date; a two-digit year may have been put into the wrong century",
	},
	issueDateFuture: {
		Code: "issue_date_future", Severity: kyc.Warn,
		Sentence: "the document's issue date lies in the future",
		Fix:      "check the date; day and month may be exchanged",
	},
	documentExpired: {
		Code: "document_expired", Severity: kyc.Warn,
		Sentence: "the document has expired",
		Fix:      "migrate it as it is, or ask the customer for a valid document",
	},
	imageMissing: {
		Code: "image_missing", Severity: kyc.Reject,
		Sentence: "the picture's file does not exist under the image root",
		Fix:      "supply the file, correct its path (upper and lower case count), or empty the column",
	},
	imageOutside: {
		Code: "image_outside", Severity: kyc.Reject,
		Sentence: "the picture's path leaves the image root, by itself or through a symbolic link",
		Fix:      "put the file under images.root and name it relative to that folder",
	},
	imageUnreadable: {
		Code: "image_unreadable", Severity: kyc.Reject,
		Sentence: "the picture could not be read as a regular file",
		Fix:      "check that the path names a file, its permissions, and the disk it is on",
	},
	imageEmpty: {
		Code: "image_empty", Severity: kyc.Reject,
		Sentence: "the picture's file is empty",
		Fix:      "export the file again, or empty the column",
	},
	imageTooBig: {
		Code: "image_too_big", Severity: kyc.Reject,
		Sentence: "the picture's file is over the size limit",
		Fix:      "make the picture smaller: migrate images --repair does; images.max_bytes is the limit, and ARGOS takes less than 8 MB in a call",
	},
	imageType: {
		Code: "image_type", Severity: kyc.Reject,
		Sentence: "the file is neither JPEG nor PNG, whatever its name says",
		Fix:      "convert it to JPEG or PNG; ARGOS takes no PDF, HEIC, TIFF or WebP",
	},
	imageTruncated: {
		Code: "image_truncated", Severity: kyc.Reject,
		Sentence: "the file ends before the picture does, so a part of it is missing",
		Fix:      "copy or export the file again",
	},
	imageExtension: {
		Code: "image_extension", Severity: kyc.Warn,
		Sentence: "the file's name promises another type than the file has",
		Fix:      "nothing needs to be done for ARGOS, which goes by the content; look whether the right file was exported",
	},
	imageDropped: {
		Code: "image_dropped", Severity: kyc.Warn,
		Sentence: "the picture was left out",
		Fix:      "mend the picture before its record is sent, or after: a later run puts what is missing; or set images.on_problem to reject",
	},
	imageCorrupt: {
		Code: "image_corrupt", Severity: kyc.Warn,
		Sentence: "the picture cannot be decoded; viewers may show a part of it, or nothing",
		Fix:      "look at it, and copy or export the file again",
	},
	imageUnexamined: {
		Code: "image_unexamined", Severity: kyc.Warn,
		Sentence: "the picture could not be looked into",
		Fix:      "look at it by eye",
	},
	imageTiny: {
		Code: "image_tiny", Severity: kyc.Warn,
		Sentence: "the picture is too small for anybody to read it",
		Fix:      "look whether a thumbnail was exported in place of the picture",
	},
	imageRotated: {
		Code: "image_rotated", Severity: kyc.Warn,
		Sentence: "the picture lies on its side, or is mirrored, for a viewer that does not turn it by its EXIF data",
		Fix:      "turn it: migrate images --repair does",
	},
	imageBlank: {
		Code: "image_blank", Severity: kyc.Warn,
		Sentence: "the picture is nearly one colour, so nothing can be seen on it",
		Fix:      "look at it, and find the real one or empty the column",
	},
	imageUnclear: {
		Code: "image_unclear", Severity: kyc.Warn,
		Sentence: "nothing can be read on the picture",
		Fix:      "look at it, and find a better one, or ask the customer for it",
	},
	imageRepeated: {
		Code: "image_repeated", Severity: kyc.Warn,
		Sentence: "the record has the same picture as another of its pictures",
		Fix:      "map or export the right picture for each, or empty one of the columns",
	},
	imageShared: {
		Code: "image_shared", Severity: kyc.Warn,
		Sentence: "another person has the same picture",
		Fix:      "find out whose it is; a stand-in such as no-photo.jpg is better left out",
	},
	imageAlike: {
		Code: "image_alike", Severity: kyc.Warn,
		Sentence: "another person has a picture that looks the same",
		Fix:      "compare the two by eye: they may be one picture, saved twice",
	},
	imageOrphan: {
		Code: "image_orphan", Severity: kyc.Warn,
		Sentence: "no row names this file",
		Fix:      "look whether rows are missing or name it in another way (upper and lower case count); else leave it behind",
	},
})

// issue makes the issue that r finds on a field, picture or, with "", the row.
func (r ruleID) issue(field string) kyc.Issue {
	rule := &rules[r]
	return kyc.Issue{Severity: rule.Severity, Code: rule.Code, Field: field, Message: rule.Sentence, Fix: rule.Fix}
}
