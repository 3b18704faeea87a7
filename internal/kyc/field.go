package kyc

import (
	"math/bits"
	"slices"
)

// Field names one field of the body of POST /v3/submission/migration
// (contracts.md A1). The zero value is the first field; NoField is none.
type Field uint8

// The allow-list: these fields and no others are ever sent for a record. The
// run-wide field admin is not among them; the client adds it.
const (
	Email Field = iota
	FullName
	BirthDate
	KYCStatus
	IDType
	IssuingCountry
	FirstName
	LastName
	Nationality
	Gender
	IssueDate
	ExpireDate
	IPAddress
	IdentityNumber
	DocumentNumber
	AddressCity
	AddressCountry
	AddressState
	AddressStreet
	AddressFull
	CF1
	CF2
	CF3
	UserID

	// NumFields is the number of fields, and the length of a Submission.
	NumFields

	// NoField stands where no field is meant.
	NoField Field = 255
)

// FieldKind says what a field's value must look like.
type FieldKind uint8

// The kinds of field value (contracts.md A1).
const (
	KindText     FieldKind = iota // any text
	KindEmail                     // an e-mail address
	KindDate                      // a calendar date, YYYY-MM-DD
	KindCountry                   // ISO 3166-1 alpha-3, upper case
	KindDecision                  // approved or rejected
	KindGender                    // female or male
	KindDocument                  // an ARGOS idType code
)

// Need says whether the API wants a field to be there.
type Need uint8

// Optional may be absent. Required is refused when absent. Disputed is
// required by the older API pages and optional in the newer ones
// (contracts.md A1, conflict): warned about, or required in strict mode.
const (
	Optional Need = iota
	Required
	Disputed
)

// FieldInfo describes one Field.
type FieldInfo struct {
	Name string    // spelling in the POST body
	Kind FieldKind // what its value must look like
	Need Need      // whether it must be there
	// Echo is where GET returns the value: a key under "data" of an item, or,
	// with a leading dot, a path from the item's root. Empty: not returned, as
	// far as is known (contracts.md A1, last column).
	Echo string
	// Fixed fields say who the person is and are not altered by review or a
	// later status change; they can serve to recognise a submission.
	Fixed bool
}

var fieldTable = [NumFields]FieldInfo{
	Email:          {"email", KindEmail, Required, ".email", true},
	FullName:       {"fullName", KindText, Required, "full_name", true},
	BirthDate:      {"birthDate", KindDate, Required, "date_of_birth", true},
	KYCStatus:      {"kycStatus", KindDecision, Required, ".kyc.result", false},
	IDType:         {"idType", KindDocument, Disputed, "idType", false},
	IssuingCountry: {"issuingCountry", KindCountry, Disputed, "idcard_issuingCountry", true},
	FirstName:      {"firstName", KindText, Optional, "first_name", true},
	LastName:       {"lastName", KindText, Optional, "last_name", true},
	Nationality:    {"nationality", KindCountry, Optional, "nationality", true},
	Gender:         {"gender", KindGender, Optional, "gender", true},
	IssueDate:      {"issueDate", KindDate, Optional, "idcard_issueDate", true},
	ExpireDate:     {"expireDate", KindDate, Optional, "idcard_expireDate", true},
	IPAddress:      {"ipAddress", KindText, Optional, "ip_address", true},
	IdentityNumber: {"identityNumber", KindText, Optional, "", true},
	DocumentNumber: {"documentNumber", KindText, Optional, "documentNumber", true},
	AddressCity:    {"address_city", KindText, Optional, "address_city", true},
	AddressCountry: {"address_country", KindCountry, Optional, "address_country", true},
	AddressState:   {"address_state", KindText, Optional, "address_state", true},
	AddressStreet:  {"address_street", KindText, Optional, "address_street", true},
	AddressFull:    {"address_full", KindText, Optional, "", true},
	CF1:            {"cf1", KindText, Optional, "cf1", true},
	CF2:            {"cf2", KindText, Optional, "cf2", true},
	CF3:            {"cf3", KindText, Optional, "cf3", true},
	UserID:         {"userid", KindText, Optional, ".userid", true},
}

// Info returns the description of f, which must be below NumFields.
func (f Field) Info() FieldInfo { return fieldTable[f] }

// String returns the field's spelling in the POST body, or "" for no field.
func (f Field) String() string {
	if f >= NumFields {
		return ""
	}
	return fieldTable[f].Name
}

var fieldByName = func() map[string]Field {
	m := make(map[string]Field, NumFields)
	for f := range NumFields {
		m[fieldTable[f].Name] = f
	}
	return m
}()

// FieldByName finds a field by its exact spelling in the POST body.
func FieldByName(name string) (Field, bool) {
	f, ok := fieldByName[name]
	return f, ok
}

// FieldNames lists every field's spelling, in the order of the constants.
func FieldNames() []string {
	names := make([]string, NumFields)
	for f := range NumFields {
		names[f] = fieldTable[f].Name
	}
	return names
}

// Submission is the body of one POST: a value for each Field, "" where the
// field is absent. Absent fields are never sent.
type Submission [NumFields]string

// Present lists the fields that have a value, in order.
func (s *Submission) Present() []Field {
	fields := make([]Field, 0, NumFields)
	for f := range NumFields {
		if s[f] != "" {
			fields = append(fields, f)
		}
	}
	return fields
}

// ImageKind names one of the four pictures of a submission (contracts.md A2).
type ImageKind uint8

// The pictures that PUT /v3/submission/image takes.
const (
	IDImage ImageKind = iota
	IDBackImage
	SelfieImage
	AddressImage

	// NumImages is the number of picture kinds.
	NumImages
)

var imageNames = [NumImages]string{"idImage", "idBackImage", "selfieImage", "addressImage"}

// String returns the picture's form field name.
func (k ImageKind) String() string {
	if k >= NumImages {
		return ""
	}
	return imageNames[k]
}

// ImageSet is a set of kinds of pictures.
type ImageSet uint8

// With returns the set with a kind in it.
func (s ImageSet) With(k ImageKind) ImageSet { return s | 1<<k }

// Has reports whether a kind is in the set.
func (s ImageSet) Has(k ImageKind) bool { return s&(1<<k) != 0 }

// Len is how many kinds are in the set.
func (s ImageSet) Len() int { return bits.OnesCount8(uint8(s)) }

// ImageByName finds a picture kind by its form field name.
func ImageByName(name string) (ImageKind, bool) {
	for k, n := range imageNames {
		if n == name {
			return ImageKind(k), true
		}
	}
	return 0, false
}

var idTypes = [...]string{
	"drivers_license", "government_id", "passport", "residence_permit",
	"vehicle_registration_certificate", "visa", "aadhaar", "pancard",
}

// IDTypes lists the idType codes that the API documents (contracts.md A1.2).
func IDTypes() []string { return slices.Clone(idTypes[:]) }

// IsIDType reports whether s is a documented idType code.
func IsIDType(s string) bool { return slices.Contains(idTypes[:], s) }
