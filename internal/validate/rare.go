package validate

import (
	"kycmigrate/internal/kyc"
)

// Some values are real where they are common, and made up where they are not:
// or the other way round. They are counted.
type rarity struct {
	of      int64 // records that have the field, when that was last asked for: see counts
	n       int64 // of them with the value
	against int64 // of them with one that shows it to be no worse than others: IP addresses that were drawn by lot, userids that are counted
	rows    []uint32
	usual   bool // see common
}

// The values that are counted.
const (
	rareReservedMail = iota // an address in a domain that exists for examples only
	rareEpochBirth          // 1970-01-01, the day that computers count from
	rareInnerMail           // an address in a domain of an inner network
	rareInnerIP             // an IP address of an inner network
	rareNobodyIP            // an IP address that no computer has
	rareNoughtUser          // the userid 0
	rareTestMail            // an address such as test.user7@
	rareTestUser            // a userid such as testuser7
	rareOrder               // the last name before the first one
	rareCount               // a number behind the name
	rareForm                // a name whose form is that of the other gender
	rareTitle               // a title in the full name, the first or the last one
	rareFirstTitle
	rareLastTitle
	rareSystemUser // a userid such as user1
	rareNoCountry  // an address without a country
	rareOtherUser  // a userid that is an IP address, a number of a payment card or of a person, a date, the staff's or a domain's
	rareBlankUser  // a userid with a space in it
	rareNoLast     // no last name where everybody has one
	rareNoCity     // a street without a town
	rareNoNumber   // a document without a number
	rareNoIssue    // a passport without the day of its issue
	rareNoExpiry   // a passport without the day of its expiry
	rareNoNation   // no nationality, and so on: these are told of each field that few lack
	rareNoUser
	rareNoIP
	rareNoStreet
	rareNoCF1
	rareNoCF2
	rareNoCF3
	rareNoGender
	rareSystemMail   // an address such as kunde0001@
	rareBox          // a box at a post office for a street
	rareNation       // a passport of another country than the nationality
	rareCard         // an identity card of neither the nationality nor the country of the address
	rareLicence      // a licence whose number tells the birth date of the person, and another gender
	rareTown         // a great town of another country
	rareAlphabets    // a first and a last name in two alphabets
	rareFirstOrder   // the first name before the last one, where most have it behind
	rareGiven        // a first name of the other gender
	rareSecondLast   // a last name without the second of two that the full name has
	rarePermit       // a residence permit of the country of the nationality
	rareCitizenCard  // an identity card of citizens alone, of a foreigner who lives there
	rarePassportCard // an identity card with the number of a passport
	rareUneven       // a document that is not valid for whole years

	numRarities
)

const (
	// mostRare bounds the rows of one rarity that are kept. What is more common
	// than that is not told.
	mostRare = 1 << 18

	// birthdays is how many records there must be for each born on one day at
	// most: a tenth of what is usual, so that nobody's birthday is suspect.
	birthdays = 2500
)

// leastEpoch is how many must be born on the day that computers count from before
// that is too many: one may be.
const leastEpoch = 3

// madeUp is of how many IP addresses one that nobody has shows that all are made up.
const madeUp = 50

// fewTitles is how many names there must be for each with a title in it: where there are
// more, the source writes names so, and the mapping has to part them.
const fewTitles = 40

// fewForms is how many names that tell the gender there must be for each that tells the
// other one: where there are more, genders and names do not belong together.
const fewForms = 8

// fewInEast is how many names of East Asia there must be for each with the first name before
// the last one.
const fewInEast = 30

// fewNames is how many records there must be for each whose name is as those of the few.
const fewNames = 100

var rarityRules = [numRarities]rarityRule{
	rareReservedMail: {testData, kyc.Email, "; the domain is one of those for examples (RFC 2606)"},
	rareEpochBirth:   {placeholder, kyc.BirthDate, "; 1970-01-01 is the day that computers count from, and too many have it"},
	rareInnerMail:    {emailUnusual, kyc.Email, "; its end is one of inner networks, and nobody outside can write to it"},
	rareInnerIP:      {ipInvalid, kyc.IPAddress, "; it is one of an inner network"},
	rareNobodyIP:     {ipInvalid, kyc.IPAddress, "; it is one for examples, or for groups of computers, and nobody comes from there"},
	rareNoughtUser:   {placeholder, kyc.UserID, ""},
	rareTestMail:     {testData, kyc.Email, ""},
	rareOrder:        {nameUnusual, kyc.FullName, "; first and last name are exchanged in the row, or in it: other rows have them the other way round"},
	rareCount:        {nameUnusual, kyc.FullName, "; a number is behind it, as behind few other names"},
	rareForm:         {nameUnusual, kyc.FullName, "; its form is that of the other gender than the row's, as that of few others"},
	rareTitle:        {nameUnusual, kyc.FullName, titleInName},
	rareFirstTitle:   {nameUnusual, kyc.FirstName, titleInName},
	rareLastTitle:    {nameUnusual, kyc.LastName, titleInName},
	rareSystemUser:   {placeholder, kyc.UserID, "; it is a word for any user with a number behind it, as few others are"},
	rareNoCountry:    {addressIncomplete, kyc.AddressCountry, ""},
	rareTestUser:     {testData, kyc.UserID, ""},
	rareOtherUser:    {useridUnusual, kyc.UserID, ""},
	rareBlankUser:    {whiteSpace, kyc.UserID, "; few other userids have one"},
	rareNoLast:       {nameUnusual, kyc.LastName, "; it is empty, as few others are"},
	rareNoCity:       {addressIncomplete, kyc.AddressCity, "; there is a street and no town"},
	rareNoNumber:     {documentIncomplete, kyc.DocumentNumber, "; there is no number"},
	rareNoIssue:      {documentIncomplete, kyc.IssueDate, "; there is no day of issue, as every passport has"},
	rareNoExpiry:     {documentIncomplete, kyc.ExpireDate, "; there is no day of expiry, as every passport has"},
	rareNoNation:     {valueMissing, kyc.Nationality, ""},
	rareNoUser:       {valueMissing, kyc.UserID, ""},
	rareNoIP:         {valueMissing, kyc.IPAddress, ""},
	rareNoStreet:     {valueMissing, kyc.AddressStreet, ""},
	rareNoCF1:        {valueMissing, kyc.CF1, ""},
	rareNoCF2:        {valueMissing, kyc.CF2, ""},
	rareNoCF3:        {valueMissing, kyc.CF3, ""},
	rareNoGender:     {valueMissing, kyc.Gender, ""},
	rareSystemMail:   {emailUnusual, kyc.Email, "; it is a word for any customer with a number behind it, as few others are"},
	rareBox:          {addressUnusual, kyc.AddressStreet, "; it is a box at a post office, where nobody lives, as few others are"},
	rareNation:       {nationalityOther, kyc.Nationality, ""},
	rareCard:         {nationalityOther, kyc.IssuingCountry, ""},
	rarePassportCard: {numberInvalid, kyc.DocumentNumber, "; it is written as the number of a passport of its country, and not of an identity card, as those of few others are"},
	rareCitizenCard:  {nationalityOther, kyc.IssuingCountry, "; by its number it is a card that citizens alone have, as that of few others is"},
	rareUneven:       {validityUnusual, kyc.ExpireDate, "; it is not whole years, as it is of nearly all others of such countries"},
	rarePermit:       {nationalityOther, kyc.IDType, "; it is a permit that the country of the nationality has issued, as few others are"},
	rareLicence:      {documentGenderMismatch, kyc.Gender, ": the number of the licence, which has gender and birth date in it"},
	rareTown:         {addressUnusual, kyc.AddressCity, "; it is a great town of another country than the row's, as those of few others are"},
	rareGiven:        {nameUnusual, kyc.FullName, "; its first name is that of the other gender than the row's, or than the last name's, as that of few others"},
	rareSecondLast:   {nameUnusual, kyc.LastName, "; it lacks the second last name, which the full name has, as few others do"},
	rareAlphabets:    {nameUnusual, kyc.FullName, "; first and last name are in two alphabets, as those of few others are"},
	rareFirstOrder:   {nameUnusual, kyc.FullName, "; first and last name are exchanged in the row, or in it: other rows have them the other way round"},
}

// rarityRule is what is said of a rarity.
type rarityRule struct {
	rule   ruleID
	field  kyc.Field
	detail string
}

// The marks of what is found: of rare values, behind them of numbers, of repeated values,
// of keys and of custom fields.
const (
	numberMarks = numRarities
	repeatMarks = numberMarks + numNumberRules
	keyMarks    = repeatMarks + numRepeats
	customMarks = keyMarks + numKeyRules
)

// rarityOf is what is said of the rarity of a mark.
func rarityOf(mark uint64) *rarityRule {
	switch {
	case mark < numberMarks:
		return &rarityRules[mark]
	case mark < repeatMarks:
		return &numberRules[mark-numberMarks]
	case mark < keyMarks:
		return &repeatRules[mark-repeatMarks]
	case mark < customMarks:
		return &keyRules[mark-keyMarks]
	}
	return &customRules[mark-customMarks]
}

// fieldOf is the name of the field of a rarity, "" for the key.
func (r *rarityRule) fieldOf() string {
	if r.field == theKey {
		return ""
	}
	return fieldTable[r.field].name
}

// common reports whether so many of the first rows have a value that it is none: it is not
// looked for any more, nor told.
func (r *rarity) common() bool {
	r.usual = r.usual || r.n >= leastCommon && r.n*4 > r.of
	return r.usual
}

// leastCommon is how many rows show that.
const leastCommon = 4096

// told reports whether a rarity is suspect in this source.
func (r *rarity) told(i int) bool {
	if r.n == 0 || r.n > mostRare || r.usual {
		return false
	}
	switch i {
	case rareEpochBirth:
		return r.n >= leastEpoch && r.n*birthdays > r.of
	case rareNoughtUser:
		return r.against == 0
	case rareLicence:
		return r.n == 1 || r.n*fewForms < r.of // name and birth date fit, which is no chance
	case rareForm, rareGiven:
		return r.n*fewForms < r.of
	case rareFirstOrder:
		return r.n*fewInEast < r.of
	case rareTitle, rareFirstTitle, rareLastTitle, rareSecondLast, rareUneven:
		return r.n*fewTitles < r.of
	case rareNobodyIP:
		return r.n*madeUp < r.of
	case rareOrder, rareCount, rareSystemUser, rareOtherUser, rareNoCountry, rareBlankUser, rareNoLast, rareNoCity, rareNoNumber, rareNoIssue, rareNoExpiry, rareNoNation, rareNation, rareCard, rarePermit, rareCitizenCard, rarePassportCard, rareNoUser, rareNoIP, rareNoStreet, rareNoCF1, rareNoCF2, rareNoCF3, rareNoGender, rareSystemMail, rareBox, rareAlphabets, rareTown:
		return r.n*fewNames < r.of
	}
	return r.n*2 < r.of && r.against*madeUp < r.of // else the whole source is an example
}
