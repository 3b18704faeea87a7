package validate

import (
	"net/netip"
	"strings"
	"unicode/utf8"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/text"
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
	rareSystemMail // an address such as kunde0001@
	rareBox        // a box at a post office for a street
	rareNation     // a passport of another country than the nationality
	rareCard       // an identity card of neither the nationality nor the country of the address
	rareLicence    // a licence whose number tells the birth date of the person, and another gender
	rareTown       // a great town of another country
	rareAlphabets  // a first and a last name in two alphabets
	rareFirstOrder // the first name before the last one, where most have it behind

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
	rareSystemMail:   {emailUnusual, kyc.Email, "; it is a word for any customer with a number behind it, as few others are"},
	rareBox:          {addressUnusual, kyc.AddressStreet, "; it is a box at a post office, where nobody lives, as few others are"},
	rareNation:       {nationalityOther, kyc.Nationality, ""},
	rareCard:         {nationalityOther, kyc.IssuingCountry, ""},
	rareLicence:      {documentGenderMismatch, kyc.Gender, ": the number of the licence, which has gender and birth date in it"},
	rareTown:         {addressUnusual, kyc.AddressCity, "; it is a great town of another country than the row's, as those of few others are"},
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

// What the rarities are counted of: records that have a field, or of which something is known.
const (
	countMail = iota
	countBirth
	countIP
	countName
	countFirst
	countLast
	countForm
	countOrder
	countEast
	countPlace
	countTown
	countStreet
	countDocument
	countPassport
	countNation
	countCard
	countLicence
	countUser
	countShortUser

	numCounts
)

// countOf says of what the rarities are counted that not all records may have: those of
// missingFields are counted of all.
var countOf = [numRarities]uint8{
	rareReservedMail: countMail, rareInnerMail: countMail, rareTestMail: countMail, rareSystemMail: countMail, rareEpochBirth: countBirth, rareInnerIP: countIP, rareNobodyIP: countIP,
	rareCount: countName, rareTitle: countName, rareAlphabets: countName, rareFirstTitle: countFirst, rareNoLast: countFirst, rareLastTitle: countLast,
	rareForm: countForm, rareOrder: countOrder, rareFirstOrder: countEast, rareNoCountry: countPlace, rareTown: countTown, rareNoCity: countStreet, rareBox: countStreet,
	rareNoNumber: countDocument, rareNoIssue: countPassport, rareNoExpiry: countPassport, rareNation: countNation, rareCard: countCard, rareLicence: countLicence,
	rareSystemUser: countUser, rareTestUser: countUser, rareOtherUser: countUser, rareBlankUser: countUser, rareNoughtUser: countShortUser,
}

// noteRare counts what a record has of each.
func (x *Identity) noteRare(rec *kyc.Record, row uint32) {
	sub := &rec.Submission
	x.noteRareMail(rec, row)
	if sub[kyc.BirthDate] != "" {
		x.counts[countBirth]++
		if rec.Days.Birth == 0 || rec.Days.Birth == kyc.Day(epoch) {
			x.noteSuspect(rareEpochBirth, rec, row)
		}
	}
	x.noteRareIP(rec, row)
	x.noteRareName(rec, row)
	for i, f := range missingFields {
		if sub[f] == "" {
			x.noteMissing(rareNoNation+i, rec, row)
		}
	}
	x.noteRarePlace(rec, row)
	if kind := sub[kyc.IDType]; kind != "" {
		x.noteDocument(rec, kind, row)
	}
	x.noteRareUser(rec, row)
}

func (x *Identity) noteRareMail(rec *kyc.Record, row uint32) {
	mail := rec.Submission[kyc.Email]
	if mail == "" {
		return
	}
	x.counts[countMail]++
	if mayBeRareMail(mail) {
		x.noteSuspect(rareReservedMail, rec, row)
		x.noteSuspect(rareInnerMail, rec, row)
	}
	if numbered.begins(mail) {
		x.noteSuspect(rareTestMail, rec, row)
	}
	if systemUsers.begins(mail) {
		x.noteSuspect(rareSystemMail, rec, row)
	}
}

func (x *Identity) noteRareIP(rec *kyc.Record, row uint32) {
	ip := rec.Submission[kyc.IPAddress]
	if ip == "" {
		return
	}
	x.counts[countIP]++
	if nobodysIP(ip) || exampleIP(ip) {
		x.rare[rareInnerIP].against++
		x.noteSuspect(rareNobodyIP, rec, row)
	}
	if innerIPBegins(ip) {
		x.noteSuspect(rareInnerIP, rec, row)
	}
}

func (x *Identity) noteRareName(rec *kyc.Record, row uint32) {
	sub := &rec.Submission
	full, first, last := sub[kyc.FullName], sub[kyc.FirstName], sub[kyc.LastName]
	if full != "" {
		x.counts[countName]++
		if isDigit(full[len(full)-1]) {
			x.noteSuspect(rareCount, rec, row)
		}
		if first != "" && last != "" || !rec.Plain.Has(kyc.FullName) {
			if _, _, may := mayBeTwoAlphabets(sub); may {
				x.noteSuspect(rareAlphabets, rec, row)
			}
		}
	}
	if first != "" {
		x.counts[countFirst]++
		if last == "" {
			x.noteSuspect(rareNoLast, rec, row)
		}
	}
	if last != "" {
		x.counts[countLast]++
	}
	if rec.Titled != 0 {
		for i := rareTitle; i <= rareLastTitle; i++ {
			if sub[rarityRules[i].field] != "" {
				x.noteSuspect(i, rec, row)
			}
		}
	}
	if tells, against := tellsGender(rec); tells {
		x.counts[countForm]++
		if against {
			x.noteSuspect(rareForm, rec, row)
		}
	}
	if first != "" && last != "" {
		x.noteOrder(sub, row)
	}
}

// noteOrder notes in which order a whole name has the first and the last one, where it is
// made of them.
func (x *Identity) noteOrder(sub *kyc.Submission, row uint32) {
	full, first, last := sub[kyc.FullName], sub[kyc.FirstName], sub[kyc.LastName]
	straight := joined(full, first, last)
	if !straight && !joined(full, last, first) {
		return
	}
	x.counts[countOrder]++
	x.noteJudged(rareOrder, row, !straight && turnedAbout(sub))
	if eastFamilies.of(sub[kyc.Nationality]) != nil {
		x.counts[countEast]++
		x.noteJudged(rareFirstOrder, row, straight && turnedInEast(sub))
	}
}

func (x *Identity) noteRarePlace(rec *kyc.Record, row uint32) {
	sub := &rec.Submission
	street, city, country := sub[kyc.AddressStreet], sub[kyc.AddressCity], sub[kyc.AddressCountry]
	if city != "" || street != "" {
		x.counts[countPlace]++
		if country == "" && !toldOf(rec.Issues, kyc.AddressCountry) {
			x.noteSuspect(rareNoCountry, rec, row)
		}
	}
	if city != "" && country != "" {
		x.counts[countTown]++
		if x.towns.elsewhere(sub) {
			x.noteJudged(rareTown, row, true)
		}
	}
	if street != "" {
		x.counts[countStreet]++
		if city == "" {
			x.noteSuspect(rareNoCity, rec, row)
		}
		if boxBegins[street[0]] {
			x.noteSuspect(rareBox, rec, row)
		}
	}
}

func (x *Identity) noteRareUser(rec *kyc.Record, row uint32) {
	user := rec.Submission[kyc.UserID]
	if user == "" {
		return
	}
	x.counts[countUser]++
	if systemUsers.begins(user) && !isDigit(user[len(user)-4]) { // three digits at most
		x.noteSuspect(rareSystemUser, rec, row)
	}
	if numbered.begins(user) {
		x.noteSuspect(rareTestUser, rec, row)
	}
	signs := signed(user)
	if mayBeOther(user, signs) {
		x.noteSuspect(rareOtherUser, rec, row)
	}
	if signs && strings.IndexByte(user, ' ') >= 0 {
		x.noteSuspect(rareBlankUser, rec, row)
	}
	if len(user) == 1 {
		x.counts[countShortUser]++
		if user == "1" {
			x.rare[rareNoughtUser].against++
		}
		x.noteSuspect(rareNoughtUser, rec, row)
	}
}

// missingFields are those that nearly all rows have or none, in the order of their rarities.
var missingFields = [...]kyc.Field{kyc.Nationality, kyc.UserID, kyc.IPAddress, kyc.AddressStreet, kyc.CF1, kyc.CF2, kyc.CF3}

// noteMissing notes that a row lacks a value of missingFields.
func (x *Identity) noteMissing(i int, rec *kyc.Record, row uint32) {
	r := &x.rare[i]
	if r.of = x.rows; !r.common() && hasRare(i, rec) {
		r.note(row)
	}
}

// noteSuspect notes a row whose value may be the rare one.
func (x *Identity) noteSuspect(i int, rec *kyc.Record, row uint32) {
	r := &x.rare[i]
	if r.of = x.counts[countOf[i]]; (i == rareEpochBirth || !r.common()) && hasRare(i, rec) {
		r.note(row)
	}
}

// noteJudged is noteSuspect for a value of which it is known whether it is the rare one.
func (x *Identity) noteJudged(i int, row uint32, has bool) {
	r := &x.rare[i]
	if r.of = x.counts[countOf[i]]; !r.common() && has {
		r.note(row)
	}
}

// note notes a row that has the value.
func (r *rarity) note(row uint32) {
	if r.n++; len(r.rows) < mostRare {
		r.rows = append(r.rows, row)
	}
}

// mayBeRareMail reports whether an address may be one for examples, or of an inner
// network, by its end and by the label before that, which may be the "example" or stand
// behind it, as in example.co.uk.
func mayBeRareMail(s string) bool {
	end := endOf(s)
	dot := len(s) - len(end) - 1
	return len(end) > 3 || dot < 4 || s[dot-1] == 'e' || len(end) == 2 && (s[dot-3] == '.' || s[dot-4] == '.')
}

// mayBeOther reports whether a userid may be an IP address or the number of a payment card, by
// its length and its signs.
func mayBeOther(s string, signs bool) bool {
	return staffUsers.begins(s) || len(s) == len("531-44-9012") && s[3] == '-' || len(s) == len("03/11/2000") && isDigit(s[0]) ||
		len(s) == 15 || len(s) == 16 || len(s) == len("4539 1488 0343 6467") ||
		signs && (strings.IndexByte(s, '\\') > 0 || len(s) >= len("1.2.3.4") && (strings.IndexByte(s, '.') > 0 || strings.IndexByte(s, ':') > 0))
}

// signed reports whether a text has a space, or one of the signs of addresses of computers.
func signed(s string) bool {
	for at := 0; at < len(s); at += text.OctetSize {
		o, _ := octetsFrom(s, at)
		if hasOctet(o, ' ')|hasOctet(o, '.')|hasOctet(o, ':')|hasOctet(o, '\\') != 0 {
			return true
		}
	}
	return false
}

// otherThanUser reports whether a userid is an IP address or the number of a payment card.
func otherThanUser(s string) bool {
	if staffUsers.begins(s) && staffUser(s) || strings.IndexByte(s, '\\') > 0 || socialLooks(s) || len(s) == len("03/11/2000") && (s[2] == s[5] || s[4] == s[7]) && dated(s) {
		return true
	}
	if strings.IndexByte(s, '.') > 0 && strings.Count(s, ".") == 3 || strings.IndexByte(s, ':') > 0 {
		if _, err := netip.ParseAddr(s); err == nil {
			return true
		}
	}
	var space [16]byte
	n, ok := compactCode(space[:0], s)
	return ok && (len(n) == 15 || len(n) == 16) && isCard(n)
}

// staffUser reports whether a userid is a word for who works for the bank, alone or with what
// stands behind a stroke.
func staffUser(s string) bool {
	if listed, _ := staffUsers.has(s); listed {
		return true
	}
	at := strings.IndexAny(s, "_-.")
	if at < 0 {
		return false
	}
	listed, _ := staffUsers.has(s[:at])
	return listed && at >= len("svc") && (staffUsers.words[strings.ToLower(s[at+1:])] || isDigits(s[at+1:]))
}

// socialLooks reports whether a text is written as a US social security number.
func socialLooks(s string) bool {
	return len(s) == len("531-44-9012") && s[3] == '-' && s[6] == '-' && isDigits(s[:3]) && isDigits(s[4:6]) && isDigits(s[7:])
}

// lastless reports whether a person of a country where everybody has two names lacks the
// last one, of which nothing is said yet.
func lastless(rec *kyc.Record) bool {
	return rec.Submission[kyc.LastName] == "" && within(home(rec), twoNames+moreTwoNames) && !toldOf(rec.Issues, kyc.LastName) && !toldOf(rec.Issues, kyc.FirstName) && !toldOf(rec.Issues, kyc.FullName)
}

// cityless reports whether an address has no town where its country is more than one, and
// is not written in one field.
func cityless(rec *kyc.Record) bool {
	sub := &rec.Submission
	return sub[kyc.AddressFull] == "" && !within(sub[kyc.AddressCountry], oneTown) && !toldOf(rec.Issues, kyc.AddressCity)
}

// oneTown are the countries that are one town, or so small that addresses have none.
const oneTown = "HKG MAC SGP MCO VAT GIB SMR DJI NRU PLW TUV CYM BMU KWT BHR AND AIA VGB MSR FLK SHN PCN NIU TKL NFK CCK CXR"

// numberless reports whether a document has no number where it must have one of its own:
// that of a card may be its holder's.
func numberless(rec *kyc.Record) bool {
	sub := &rec.Submission
	switch sub[kyc.IDType] {
	case "passport", "drivers_license":
	case "government_id":
		if sub[kyc.IdentityNumber] != "" {
			return false
		}
	default:
		return false
	}
	return !toldOf(rec.Issues, kyc.DocumentNumber)
}

// hasRare reports whether a record has the value of a rarity.
func hasRare(i int, rec *kyc.Record) bool {
	switch i {
	case rareReservedMail:
		return reserved(rec.Submission[kyc.Email])
	case rareEpochBirth:
		if rec.Days.Birth != 0 {
			return rec.Days.Birth == kyc.Day(epoch)
		}
		return rec.Submission[kyc.BirthDate] == "1970-01-01"
	case rareInnerMail:
		return inner(rec.Submission[kyc.Email])
	case rareInnerIP:
		return innerIP(rec.Submission[kyc.IPAddress])
	case rareNobodyIP:
		return !toldOf(rec.Issues, kyc.IPAddress)
	case rareBlankUser:
		return strings.IndexByte(rec.Submission[kyc.UserID], ' ') >= 0
	case rareOtherUser:
		return otherThanUser(rec.Submission[kyc.UserID])
	case rareNoLast:
		return lastless(rec)
	case rareNoughtUser:
		return rec.Submission[kyc.UserID] == "0"
	case rareTestMail:
		return countedLocal(numbered, rec.Submission[kyc.Email])
	case rareTestUser:
		user := rec.Submission[kyc.UserID]
		return endsCounted(user) && numbered.numbers(user)
	case rareSystemUser:
		user := rec.Submission[kyc.UserID]
		return endsCounted(user) && systemUsers.numbers(user) && !isDigit(user[len(user)-4])
	case rareNoCountry:
		return rec.Submission[kyc.AddressCountry] == ""
	case rareNoCity:
		return cityless(rec)
	case rareNoNumber:
		return numberless(rec)
	case rareNoUser:
		return rec.Key.Known() && !toldOf(rec.Issues, kyc.UserID) // else the row lacks more than that, which is said
	case rareNoStreet:
		return rec.Submission[kyc.AddressFull] == "" && !toldOf(rec.Issues, kyc.AddressStreet)
	case rareBox:
		return mayBeBox(rec.Submission[kyc.AddressStreet]) && boxAlone(rec.Submission[kyc.AddressStreet]) && !within(rec.Submission[kyc.AddressCountry], boxLands)
	case rareSystemMail:
		return countedLocal(systemUsers, rec.Submission[kyc.Email])
	case rareNoIssue, rareNoExpiry, rareNoNation, rareNoIP, rareNoCF1, rareNoCF2, rareNoCF3:
		return !toldOf(rec.Issues, rarityRules[i].field)
	case rareNation:
		return otherNation(rec)
	case rareCard:
		return otherNation(rec) && !toldOf(rec.Issues, kyc.AddressCountry)
	case rareLicence:
		_, other := licenceGender(rec)
		return other
	case rareOrder:
		return turnedAbout(&rec.Submission)
	case rareTown:
		return townElsewhere(&rec.Submission)
	case rareAlphabets:
		return twoAlphabets(rec)
	case rareFirstOrder:
		return turnedInEast(&rec.Submission)
	case rareCount:
		return countedName(rec.Submission[kyc.FullName])
	case rareTitle, rareFirstTitle, rareLastTitle:
		return rec.Titled.Has(rarityRules[i].field)
	case rareForm:
		_, against := tellsGender(rec)
		return against
	}
	return false
}

// countedLocal reports whether an address begins with a word of a set and a number.
func countedLocal(words *squeezed, mail string) bool {
	local, _, _ := cutAddress(mail)
	return endsCounted(local) && words.numbers(local)
}

// endsCounted reports whether a text may end with a number, or with a sign behind one that
// does not count.
func endsCounted(s string) bool {
	if s == "" {
		return false
	}
	c := s[len(s)-1]
	return isDigit(c) || c == '.' || c == '-' || c == '_'
}

// mayBeBox reports whether a street may be a box at a post office, by the two letters that it
// begins with. One beyond ASCII may be that of a small letter of ASCII.
func mayBeBox(street string) bool {
	return len(street) > 1 && (street[1] >= utf8.RuneSelf || boxBeginnings[street[0]][street[1]/64]>>(street[1]%64)&1 != 0)
}

// boxBeginnings has, by the byte that words for a box begin with, a bit for each that is the
// second one.
var boxBeginnings = func() (t [256][4]uint64) {
	for _, set := range [...]*wordSet{boxes, boxesWithout} {
		for w := range strings.SplitSeq(set.list, "|") {
			for _, w := range [...]string{w, strings.ToUpper(w), strings.ToUpper(w[:1]) + w[1:], w[:1] + strings.ToUpper(w[1:])} {
				t[w[0]][w[1]/64] |= 1 << (w[1] % 64)
			}
		}
	}
	return t
}()

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
	case rareForm, rareLicence:
		return r.n*fewForms < r.of
	case rareFirstOrder:
		return r.n*fewInEast < r.of
	case rareTitle, rareFirstTitle, rareLastTitle:
		return r.n*fewTitles < r.of
	case rareNobodyIP:
		return r.n*madeUp < r.of
	case rareOrder, rareCount, rareSystemUser, rareOtherUser, rareNoCountry, rareBlankUser, rareNoLast, rareNoCity, rareNoNumber, rareNoIssue, rareNoExpiry, rareNoNation, rareNation, rareCard, rareNoUser, rareNoIP, rareNoStreet, rareNoCF1, rareNoCF2, rareNoCF3, rareSystemMail, rareBox, rareAlphabets, rareTown:
		return r.n*fewNames < r.of
	}
	return r.n*2 < r.of && r.against*madeUp < r.of // else the whole source is an example
}
