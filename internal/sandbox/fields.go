package sandbox

import (
	"strings"
	"time"
)

// kind says which format a field's value is checked for (contracts.md part F).
type kind uint8

const (
	kindText kind = iota
	kindEmail
	kindDate
	kindCountry
	kindDecision
	kindGender
	kindDocument
)

// need says whether a field must be there. contested fields are required by
// the older documents only; named ones are known to the newest only.
type need uint8

const (
	optional need = iota
	required
	contested
	named
)

// field is one row of the table in contracts.md A1. echo is the key under
// "data" by which GET returns it; top-level and unreturned fields have none.
type field struct {
	name string
	kind kind
	need need
	echo string
}

// Positions in fieldTable of the fields the code speaks of. Zero is unused so
// that fieldIndex answers 0 for an unknown name.
const (
	fAdmin = 1 + iota
	fEmail
	fFullName
	fBirthDate
	fKYCStatus
	fIDType
	fIssuingCountry
	fFirstName
	fLastName
	fNationality
	fGender
	fIssueDate
	fExpireDate
	fIPAddress
	fIdentityNumber
	fDocumentNumber
	fAddressCity
	fAddressCountry
	fAddressState
	fAddressStreet
	fAddressFull
	fCF1
	fCF2
	fCF3
	fUserID
	numFields
)

var fieldTable = [numFields]field{
	fAdmin:          {"admin", kindText, required, ""},
	fEmail:          {"email", kindEmail, required, ""},
	fFullName:       {"fullName", kindText, required, "full_name"},
	fBirthDate:      {"birthDate", kindDate, required, "date_of_birth"},
	fKYCStatus:      {"kycStatus", kindDecision, required, ""},
	fIDType:         {"idType", kindDocument, contested, "idType"},
	fIssuingCountry: {"issuingCountry", kindCountry, contested, "idcard_issuingCountry"},
	fFirstName:      {"firstName", kindText, named, "first_name"},
	fLastName:       {"lastName", kindText, named, "last_name"},
	fNationality:    {"nationality", kindCountry, optional, "nationality"},
	fGender:         {"gender", kindGender, optional, "gender"},
	fIssueDate:      {"issueDate", kindDate, optional, "idcard_issueDate"},
	fExpireDate:     {"expireDate", kindDate, optional, "idcard_expireDate"},
	fIPAddress:      {"ipAddress", kindText, optional, "ip_address"},
	fIdentityNumber: {"identityNumber", kindText, optional, ""},
	fDocumentNumber: {"documentNumber", kindText, optional, "documentNumber"},
	fAddressCity:    {"address_city", kindText, optional, "address_city"},
	fAddressCountry: {"address_country", kindCountry, optional, "address_country"},
	fAddressState:   {"address_state", kindText, optional, "address_state"},
	fAddressStreet:  {"address_street", kindText, optional, "address_street"},
	fAddressFull:    {"address_full", kindText, optional, ""},
	fCF1:            {"cf1", kindText, optional, "cf1"},
	fCF2:            {"cf2", kindText, optional, "cf2"},
	fCF3:            {"cf3", kindText, optional, "cf3"},
	fUserID:         {"userid", kindText, optional, ""},
}

// fieldIndex finds a field by its name; 0 is none.
var fieldIndex = func() map[string]int {
	m := make(map[string]int, numFields)
	for i := 1; i < numFields; i++ {
		m[fieldTable[i].name] = i
	}
	return m
}()

// values holds one submission's fields, "" where absent.
type values [numFields]string

func (v *values) named() map[string]string {
	m := make(map[string]string)
	for i := 1; i < numFields; i++ {
		if v[i] != "" {
			m[fieldTable[i].name] = v[i]
		}
	}
	return m
}

// idTypes is the documented closed list (contracts.md A1.2).
var idTypes = []string{
	"drivers_license", "government_id", "passport", "residence_permit",
	"vehicle_registration_certificate", "visa", "aadhaar", "pancard",
}

func (s *Sandbox) wellFormed(k kind, value string) bool {
	switch k {
	case kindEmail:
		return isEmail(value)
	case kindDate:
		return isDate(value)
	case kindCountry:
		return isAlpha3(value)
	case kindDecision:
		return value == "approved" || value == "rejected"
	case kindGender:
		return value == "female" || value == "male"
	case kindDocument:
		return s.idTypes[value]
	default:
		return value != ""
	}
}

// isEmail wants one @, something before it, and a dotted domain after it.
func isEmail(v string) bool {
	local, domain, found := strings.Cut(v, "@")
	dot := strings.LastIndexByte(domain, '.')
	return found && local != "" && !strings.ContainsAny(v, " \t\r\n") &&
		!strings.Contains(domain, "@") && dot > 0 && dot < len(domain)-1
}

func isDate(v string) bool {
	if len(v) != len(time.DateOnly) {
		return false
	}
	_, err := time.Parse(time.DateOnly, v)
	return err == nil
}
