package draft

import (
	"slices"
	"strings"
	"sync"
)

// slot is what a column may be for: a field or picture of ARGOS by its name, or
// one of those below, which help others or are told as known and of no use.
type slot string

const (
	slotEmail          slot = "email"
	slotFullName       slot = "fullName"
	slotFirstName      slot = "firstName"
	slotLastName       slot = "lastName"
	slotBirthDate      slot = "birthDate"
	slotStatus         slot = "kycStatus"
	slotIDType         slot = "idType"
	slotIssuing        slot = "issuingCountry"
	slotNationality    slot = "nationality"
	slotGender         slot = "gender"
	slotIssueDate      slot = "issueDate"
	slotExpireDate     slot = "expireDate"
	slotIP             slot = "ipAddress"
	slotIdentity       slot = "identityNumber"
	slotDocument       slot = "documentNumber"
	slotCity           slot = "address_city"
	slotAddressCountry slot = "address_country"
	slotState          slot = "address_state"
	slotStreet         slot = "address_street"
	slotAddress        slot = "address_full"
	slotUserID         slot = "userid"
	slotFront          slot = "idImage"
	slotBack           slot = "idBackImage"
	slotSelfie         slot = "selfieImage"
	slotProof          slot = "addressImage"

	slotMiddle slot = "middle name"
	slotInfix  slot = "part of the last name"
	slotHouse  slot = "house number"
	slotPhone  slot = "telephone"
	slotZip    slot = "postal code"
)

// helpers are the slots that ARGOS has no field for.
var helpers = []slot{slotMiddle, slotInfix, slotHouse, slotPhone, slotZip}

// pattern is a set of concepts that a name must have for a slot, and those that
// it may have besides.
type pattern struct {
	slot   slot
	weight float64 // how surely these words alone mean the slot
	need   []concept
	may    []concept
}

// patternList is the table of the patterns: slot, weight, what is needed, and
// behind the stroke what may be there.
const patternList = `
email 1 email | address id login
fullName 1 full name | document title legal national idcard
fullName 0.85 name | document legal
fullName 0.6 login
fullName 0.6 short name
firstName 1 first name | document legal full id
firstName 0.65 call name | legal
lastName 1 last name | document legal full id
middleName 1 middle name | document legal full id
middleName 0.9 second last name
infixName 1 infix name
birthDate 1 birth date | document passport time id
birthDate 0.9 birth | document
birthDate 0.75 birth date year
kycStatus 1 kyc status | code result id flag
kycStatus 0.75 kyc status document | code result id
kycStatus 1 kyc result | code type document identity
kycStatus 0.9 kyc result event | code
kycStatus 0.9 kyc status event | code
kycStatus 0.9 status result | code
kycStatus 0.75 status | code
kycStatus 0.65 result | code type
kycStatus 1 kyc condition | code result id
kycStatus 0.65 id status | code
kycStatus 0.8 condition | code
kycStatus 0.8 kyc identity | code
kycStatus 0.85 kyc state | code
kycStatus 0.7 kyc | flag code
kycStatus 0.65 register | flag code result status kyc identity
idType 1 document type | id idcard code user identity state
idType 0.95 id type | code
idType 0.95 identity type | code
idType 0.85 id number type | code
idType 0.95 idcard type | code id
idType 0.75 document name | legal
idType 0.75 document code | id
idType 0.7 document
idType 0.6 type | code
issuingCountry 1 issue country | document passport idcard license id code nationality name legal
issuingCountry 0.95 document country | code id idcard identity
issuingCountry 0.9 passport country | code
issuingCountry 0.9 idcard country | code
issuingCountry 0.85 license country | code
issuingCountry 0.8 issue state | document passport code
issuingCountry 0.75 id country | code
issuingCountry 0.7 issue authority country | document
issuingCountry 0.7 issue authority | document passport id license idcard
issuingCountry 0.55 issue | document place
issuingCountry 0.5 country | code name
nationality 1 nationality | country code document name id
nationality 0.5 country | code name
nationality 0.6 country birth | code
nationality 0.55 code birth
gender 1 gender | code document flag id
issueDate 1 issue date | legal document passport idcard license id time national identity
issueDate 0.6 issue date visa
issueDate 0.6 issue date permit
issueDate 0.85 issue | legal document passport idcard license time national identity
issueDate 0.9 idcard number issue date
issueDate 0.9 document number issue date
issueDate 0.95 valid from document | date
issueDate 0.85 valid from | date idcard passport license
issueDate 0.85 document date from
issueDate 0.95 valid from id | date
expireDate 1 expiry date | legal document passport idcard license id time valid until national permit identity
expireDate 0.6 expiry visa | date
expireDate 0.6 expiry permit | date
expireDate 0.95 expiry | legal document passport idcard license id national identity
expireDate 0.9 idcard number expiry | date
expireDate 0.9 document number expiry | date
expireDate 0.95 valid until | date document passport idcard license id expiry
expireDate 0.75 expiry year | document passport idcard license id national
expireDate 0.8 valid | date document passport idcard license
ipAddress 1 ip | address code event
identityNumber 1 national | number id code document idcard
identityNumber 0.85 national permit number | document id
identityNumber 0.85 national tax | number id code
identityNumber 0.7 idcard number
identityNumber 0.65 id number
identityNumber 0.5 tax | number id code
documentNumber 1 document number | id idcard user identity legal series state
documentNumber 0.95 passport number | document id series
documentNumber 0.9 license number | document id series
documentNumber 0.9 license passport number | document id
documentNumber 0.9 national passport | number document id idcard license permit
documentNumber 0.9 idcard passport | number document id
documentNumber 0.9 identity passport number | document id
documentNumber 0.85 document id
documentNumber 0.85 passport | document
documentNumber 0.8 permit number | document
documentNumber 0.75 document external | id
documentNumber 0.75 license
documentNumber 0.9 idcard number series
documentNumber 0.7 idcard number
documentNumber 0.65 id number
documentNumber 0.6 document
documentNumber 0.6 idcard
documentNumber 0.6 visa number
documentNumber 0.55 permit
address_city 0.95 city | address residence name document national idcard district
address_city 0.9 city id address | name
address_city 0.5 district | address residence
address_city 0.5 city code | address
address_state 1 state address | code residence name document id
address_state 0.85 state | code residence name national idcard
address_state 0.7 region | code residence name address
address_state 0.8 condition | address residence
address_country 1 address country | code residence name document id
address_country 0.95 residence country | code name
address_country 0.7 country | code name
address_country 0.75 residence
address_country 0.85 residence code
address_street 1 street | address line name number residence document
address_street 0.95 address line | residence document id
address_street 0.85 address house street | line name number
address_street 0.95 house street | number
address_full 1 full address | name residence legal
address_full 0.85 address | residence legal
address_full 0.8 address | residence legal national idcard
userid 1 user id | external code uuid
userid 0.6 user id number
userid 0.95 user number | external code
userid 0.85 user code | external
userid 0.9 external user
userid 0.85 external id | number
userid 0.65 external | number code contract
userid 0.65 id
userid 0.7 login | user id
userid 0.6 uuid | id number
userid 0.55 account number | user id
userid 0.55 account id | user
userid 0.5 number
idImage 1 front image | document idcard passport id license national
idImage 0.9 front | document idcard passport id license kyc national
idImage 0.85 document image | id idcard
idImage 0.85 passport image | document
idImage 0.85 idcard image | document id
idImage 0.8 license image
idImage 0.8 national image
idImage 0.75 id image
idBackImage 1 back image | document idcard passport id license national
idBackImage 0.9 back | document idcard passport id license kyc national
selfieImage 1 selfie image | kyc document id
selfieImage 0.95 selfie | id document
selfieImage 0.55 image | user photo
selfieImage 0.6 image photo | user
addressImage 1 address proof | document image residence
addressImage 0.95 proof image | address document residence
addressImage 0.9 proof residence | document image
addressImage 0.85 proof | document
addressImage 0.85 address image | document
houseNumber 0.95 house | number address name
telephone 1 phone | number home secondary contact code
postalCode 1 zip | code address
`

// shortNames are slots as the table of the patterns spells them.
var shortNames = map[string]slot{"middleName": slotMiddle, "infixName": slotInfix, "houseNumber": slotHouse, "telephone": slotPhone, "postalCode": slotZip}

// patterns parses the table.
var patterns = sync.OnceValue(func() []pattern {
	var list []pattern
	for line := range strings.Lines(strings.TrimSpace(patternList)) {
		need, may, _ := strings.Cut(line, "|")
		words := strings.Fields(need)
		p := pattern{slot: slot(words[0]), need: words[2:], may: strings.Fields(may)}
		if s, short := shortNames[words[0]]; short {
			p.slot = s
		}
		p.weight = weightOf(words[1])
		list = append(list, p)
	}
	return list
})

// weightOf reads a weight of at most two decimals.
func weightOf(s string) float64 {
	whole, fraction, _ := strings.Cut(s, ".")
	n := 0
	for _, c := range whole + (fraction + "00")[:2] {
		n = n*10 + int(c-'0')
	}
	return float64(n) / 100
}

// anywhere may stand in a name of any slot: whose it is, and where it came from.
var anywhere = []concept{"user", "kyc", "home", "now", "permanent", "contact", "secondary", "latin", "native", "data", "vendor"}

// contactDoubt is what the name of an address to write to loses: nobody need live there.
const contactDoubt = 0.85

// doubts make a name less sure of what it says otherwise.
var doubts = []struct {
	concept concept
	factor  float64
}{{"contact", contactDoubt}, {"permanent", 0.95}, {"secondary", 0.6}, {"latin", 0.9}, {"native", 0.9}}

// matches reports whether a name has what the pattern needs, and nothing that
// it may not.
func (p *pattern) matches(h *header) bool {
	if !h.says(p.need...) {
		return false
	}
	for _, c := range h.order {
		if !slices.Contains(p.need, c) && !slices.Contains(p.may, c) && !slices.Contains(anywhere, c) {
			return false
		}
	}
	return true
}

// papers are the concepts of which one makes a date or a country a document's.
var papers = []concept{"document", "passport", "license", "idcard", "permit", "visa", "id", "national"}

// named tells which slots a name may mean, and how surely.
func (h *header) named() map[slot]float64 {
	found := map[slot]float64{}
	for i := range patterns() {
		p := &patterns()[i]
		if !p.matches(h) {
			continue
		}
		w := p.weight
		for _, d := range doubts {
			if h.has[d.concept] && !slices.Contains(p.need, d.concept) && !slices.Contains(p.may, d.concept) {
				w *= d.factor
			}
		}
		if h.ordinal > 1 && p.slot != slotStreet {
			w *= 0.6
		}
		if len(h.unknown) > 0 {
			w *= 0.55
		}
		if (p.slot == slotIssueDate || p.slot == slotExpireDate) && h.has["kyc"] && !h.any(papers...) {
			w *= 0.55
		}
		if p.slot == slotUserID && h.has["vendor"] {
			w *= 0.5 // a number of those who check
		}
		found[p.slot] = max(found[p.slot], w)
	}
	return found
}
