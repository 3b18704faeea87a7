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
		Sentence: "the value has letters of two alphabets that look alike, such as Latin and Cyrillic",
		Fix:      "type the word again in one alphabet; a search for the name would not find it",
	},
	invisibleCharacter: {
		Code:     "invisible_character",
		Sentence: "the value has a character that nobody sees, such as a zero-width space or a mark of the writing direction",
		Fix:      "type the value again, or export it without them; a search for it would not find it",
	},
	whiteSpace: {
		Code:     "white_space",
		Sentence: "a space is where none belongs: at an end of a name, a number or a part of an address, beside another one in a name, or in a userid",
		Fix:      "use transform: [collapse-spaces] in the mapping; a search may not find it",
	},
	decomposed: {
		Code:     "text_decomposed",
		Sentence: "letters and their accents stand apart (Unicode NFD), as file names of macOS have them",
		Fix:      "use transform: [nfc] in the mapping; a search for the value may not find it",
	},
	nameUnusual: {
		Code:     "name_unusual",
		Sentence: "this is hardly the name of one person",
		Fix:      "put the name as the document has it, and what else stands there where it belongs; leave the row if it is right",
	},
	addressUnusual: {
		Code:     "address_unusual",
		Sentence: "this is hardly that part of an address",
		Fix:      "put the part that belongs here, and what stands here where it belongs; two columns may have changed places",
	},
	valueRepeated: {
		Code:     "value_repeated",
		Sentence: "many rows have the same, where nearly all others have one of their own",
		Fix:      "look whether a program or a clerk filled it in, as the address of a branch or a date for one that was not known; have the real values put in",
	},
	valueMissing: {
		Code:     "value_missing",
		Sentence: "it is empty, while nearly all other rows have a value",
		Fix:      "fill it in, or leave the row if the source does not know it; a row that ends there may have been cut off",
	},
	customUnusual: {
		Code:     "custom_unusual",
		Sentence: "the value of a custom field is not written as those of nearly all other rows",
		Fix:      "compare it with others; it may have been changed on the way, or belong to another field",
	},
	addressIncomplete: {
		Code:     "address_incomplete",
		Sentence: "the address has no country or no town, while nearly all other rows have one",
		Fix:      "fill it in, or leave the row if the source does not know it",
	},
	emailTypo: {
		Code:     "email_typo",
		Sentence: "the address is most likely mistyped, like gmial.com, .con, or www. in front of a name",
		Fix:      "ask the customer, or put the address that was meant; mail to this one goes astray",
	},
	ipInvalid: {
		Code:     "ip_invalid",
		Sentence: "the value is no IP address, or one that nobody comes from over the Internet",
		Fix:      "map the column that holds the customer's address alone, without a port or a name, or leave the field out",
	},
	useridUnusual: {
		Code:     "userid_unusual",
		Sentence: "the userid is hardly one: it is an IP address or the number of a payment card, as few others are",
		Fix:      "look whether the right column is mapped, and whether cells of the row have moved; the number of a card should not be kept here",
	},
	keyUnusual: {
		Code:     "key_unusual",
		Sentence: "the key is not written as those of nearly all other rows, or is none",
		Fix:      "put the key that the source system has; by it a later run knows the record again",
	},
	keyAlike: {
		Code:     "key_alike",
		Sentence: "an earlier row has the same key but for capitals or leading zeros",
		Fix:      "look whether it is one record twice; if so keep one of the rows, with the key that the source system has",
	},
	useridAlike: {
		Code:     "userid_alike",
		Sentence: "an earlier row has the same userid but for capitals or leading zeros",
		Fix:      "look whether it is one customer twice; where capitals do not count in the source, say so: transform: [trim, upper]",
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
		Sentence: "an earlier row under another key has the same e-mail address, or one of the same mailbox",
		Fix:      "look whether it is one person twice, a family, or an address that a clerk put for customers without one",
	},
}
