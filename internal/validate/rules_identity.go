package validate

// identityRules look at who the person is: whether there is one, whether the
// name came through whole, and whether another row has the same person.
var identityRules = map[ruleID]Rule{
	placeholder: {
		Code:     "placeholder",
		Sentence: "the value stands for nothing, like N/A, XXX, 1900-01-01 or 11111111",
		Fix:      "fill in the real value, or empty the column so that the field is left out",
	},
	testData: {
		Code:     "test_data",
		Sentence: "the value looks made up for a test, like John Doe or test@test.com",
		Fix:      "take test records out of the export; leave the row if the person is real",
	},
	mojibake: {
		Code:     "mojibake",
		Sentence: "the text was read in a wrong encoding on its way, like Ã© for é",
		Fix:      "export the data again with the right encoding, or state the source's encoding in the mapping",
	},
	mixedScripts: {
		Code:     "mixed_scripts",
		Sentence: "one word has letters of two alphabets that look alike, such as Latin and Cyrillic",
		Fix:      "type the word again in one alphabet; a search for the name would not find it",
	},
	invisibleCharacter: {
		Code:     "invisible_character",
		Sentence: "the value has a character that nobody sees, such as a zero-width space or a mark of the writing direction",
		Fix:      "type the value again, or export it without them; a search for it would not find it",
	},
	nameUnusual: {
		Code:     "name_unusual",
		Sentence: "this is hardly the name of one person",
		Fix:      "put the name as the document has it, and what else stands there where it belongs; leave the row if it is right",
	},
	emailTypo: {
		Code:     "email_typo",
		Sentence: "the domain of the address is most likely mistyped, like gmial.com or .con",
		Fix:      "ask the customer, or put the domain that was meant; mail to this one goes astray",
	},
	ipInvalid: {
		Code:     "ip_invalid",
		Sentence: "the value is no IP address, or the one that a computer calls itself by",
		Fix:      "map the column that holds the address alone, without a port or a name, or leave the field out",
	},
	personRepeated: {
		Code:     "person_repeated",
		Sentence: "an earlier row under another key has the same name and birth date",
		Fix:      "look whether it is one person twice; if so keep one of the rows",
	},
	documentNumberShared: {
		Code:     "document_number_shared",
		Sentence: "an earlier row under another key has the same document number, type and country",
		Fix:      "look whose document it is; it may be one person twice, or a number copied into the wrong row",
	},
	identityNumberShared: {
		Code:     "identity_number_shared",
		Sentence: "an earlier row under another key has the same identity number",
		Fix:      "look whose number it is; it may be one person twice, or a number copied into the wrong row",
	},
	emailShared: {
		Code:     "email_shared",
		Sentence: "an earlier row under another key has the same e-mail address",
		Fix:      "look whether it is one person twice, a family, or an address that a clerk put for customers without one",
	},
}
