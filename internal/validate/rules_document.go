package validate

// documentRules look at the document: its dates, its number, and what that
// number says of its holder. They warn, because a document is sound or not by
// the word of who issued it, and ours is arithmetic.
var documentRules = map[ruleID]Rule{
	validityTooLong: {
		Code:     "validity_too_long",
		Sentence: "the passport is valid for nearly 11 years or more, or the visa for over 20, longer than any country issues them for",
		Fix:      "check both dates; a two-digit year may have been put into the wrong century",
	},
	validityUnusual: {
		Code:     "validity_unusual",
		Sentence: "the document is valid for a time that its country does not issue such documents for, or not to somebody of that age",
		Fix:      "compare both dates with the document; day and month of one may be exchanged, or a year mistyped",
	},
	licenceHolderTooYoung: {
		Code:     "licence_holder_too_young",
		Sentence: "the driver's licence was issued to somebody under 14, or younger than its country licenses drivers",
		Fix:      "check the birth date and the issue date; they may be exchanged, or belong to different persons",
	},
	minor: {
		Code:     "minor",
		Sentence: "the person is under 18 on the day of the cutover",
		Fix:      "check the birth date; where it is right, ask who is responsible whether minors may be moved",
	},
	mrzCheckDigit: {
		Code:     "mrz_check_digit",
		Sentence: "a check digit of the machine-readable zone (ICAO 9303) does not fit",
		Fix:      "read the document again; a letter was taken for a digit, or a digit for a letter",
	},
	mrzMismatch: {
		Code:     "mrz_mismatch",
		Sentence: "the machine-readable zone says something else than the field",
		Fix:      "compare both with the document; one of the two is of another document, or was copied into the wrong row",
	},
	numberInvalid: {
		Code:     "number_invalid",
		Sentence: "the number is none that its country issues: its check digit or its form is wrong",
		Fix:      "compare it with the document; mostly one digit was mistyped, or two change places",
	},
	documentBirthMismatch: {
		Code:     "document_birth_mismatch",
		Sentence: "the birth date is not the one that the number says",
		Fix:      "compare both with the document; one of the two is wrong, or they belong to different persons",
	},
	documentGenderMismatch: {
		Code:     "document_gender_mismatch",
		Sentence: "the gender is not the one that the number says",
		Fix:      "compare both with the document; a value table of the mapping may be the wrong way round",
	},
	nationalityOther: {
		Code:     "document_nationality_mismatch",
		Sentence: "the country of the document does not go with the nationality: passports are issued to citizens, identity cards to citizens and residents, or to citizens alone, and residence permits to foreigners",
		Fix:      "compare both with the document; one country may have been taken for another (AUS, AUT), or for that of the residence; leave the row if the person is a citizen of both, or it is a travel document for a refugee",
	},
	documentIncomplete: {
		Code:     "document_incomplete",
		Sentence: "the document lacks its number or one of its dates, which nearly all other rows have",
		Fix:      "fill it in from the document, or leave the row if the source does not know it",
	},
}
