package idngo

import (
	"slices"
	"strings"

	"kycmigrate/internal/kyc"
)

// The columns of an applicant, in their order.
var columns = []string{
	"id", "externalUserId", "email", "phone", "createdAt",
	"fullName", "firstName", "middleName", "lastName", "dob", "gender", "nationality",
	"status", "reviewAnswer", "rejectType", "reviewDate", "kycStatus",
	"docType", "idType", "docCountry", "docNumber", "docIssued", "docValidUntil",
	"addressFull", "addressStreet", "addressCity", "addressState", "addressCountry",
	colFront, colBack, colSelfie, colAddress,
}

// The columns that name picture files.
const (
	colFront   = "idFront"
	colBack    = "idBack"
	colSelfie  = "selfie"
	colAddress = "addressProof"
)

// idTypes are the documents of IDnGO that ARGOS has a type for (contracts.md
// D1).
var idTypes = map[string]string{
	"PASSPORT": "passport", "ID_CARD": "government_id", "DRIVERS": "drivers_license", "RESIDENCE_PERMIT": "residence_permit",
	"VEHICLE_REGISTRATION_CERTIFICATE": "vehicle_registration_certificate", "VISA": "visa",
}

// The beginnings of the names of the verification steps.
const (
	stepIdentity = "IDENTITY"
	stepSelfie   = "SELFIE"
	stepAddress  = "PROOF_OF_" // RESIDENCE or ADDRESS
)

// fill appends the cells of an applicant to cells, and lists what was found.
// wants reports whether somebody reads a column.
func (p *policy) fill(a *applicant, cells []string, wants func(string) bool) ([]string, []kyc.Issue) {
	var found []kyc.Issue
	status, undecided := p.status(&a.Review)
	switch {
	case strings.EqualFold(string(a.Type), "company"):
		found = append(found, issueCompany)
	case undecided != nil:
		found = append(found, *undecided)
	}
	if a.Email == "" {
		found = append(found, issueEmail)
	}
	name, latin := a.name(p.latin)
	if p.latin && !latin && wants("fullName") {
		found = append(found, issueLatin)
	}
	doc, problem := a.document()
	if problem != nil {
		found = append(found, *problem)
	}
	lives := a.lives()
	cells = append(cells,
		string(a.ID), string(a.ExternalUserID), string(a.Email), string(a.Phone), string(a.CreatedAt),
		joined(" ", name.FirstName, name.MiddleName, name.LastName), string(name.FirstName), string(name.MiddleName), string(name.LastName),
		string(first(a.Info.Dob, doc.Dob, a.Fixed.Dob)), gender(first(a.Info.Gender, a.Fixed.Gender)), string(first(a.Info.Nationality, a.Fixed.Nationality)),
		string(a.Review.Status), string(a.Review.Result.Answer), string(a.Review.Result.RejectType), string(a.Review.ReviewDate), status,
		string(doc.Type), idTypes[string(doc.Type)], string(doc.Country), string(doc.Number), string(doc.IssuedDate), string(doc.ValidUntil),
		joined(", ", lives.street(), lives.Town, lives.State, lives.PostCode, lives.Country), string(lives.street()), string(lives.Town), string(lives.State), string(lives.Country),
	)
	for _, picture := range []struct{ column, file string }{
		{colFront, p.picture(a, a.identity(), 0)},
		{colBack, p.picture(a, a.identity(), 1)},
		{colSelfie, p.anyPicture(a, a.stepNamed(stepSelfie, nil))},
		{colAddress, p.anyPicture(a, a.stepNamed(stepAddress, nil))},
	} {
		if !taken(picture.file) && wants(picture.column) {
			found = append(found, issueFormat(picture.column))
			picture.file = "" // said once is enough
		}
		cells = append(cells, picture.file)
	}
	return cells, found
}

// name is the applicant's name in one script: the recognised one, or the one
// that was supplied. latin tells that it is in Latin letters.
func (a *applicant) name(wantLatin bool) (name person, latin bool) {
	for _, who := range []*person{&a.Info, &a.Fixed} {
		if wantLatin && (who.FirstNameEn != "" || who.LastNameEn != "") {
			return person{FirstName: who.FirstNameEn, MiddleName: who.MiddleNameEn, LastName: who.LastNameEn}, true
		}
	}
	for _, who := range []*person{&a.Info, &a.Fixed} {
		if who.FirstName != "" || who.LastName != "" {
			return *who, inASCII(who.FirstName + who.MiddleName + who.LastName)
		}
	}
	return person{}, true
}

// inASCII tells names as a passport has them from those in another script.
func inASCII(t text) bool {
	return !strings.ContainsFunc(string(t), func(r rune) bool { return r > '~' })
}

// gender is what ARGOS takes (contracts.md D3); others are left out.
func gender(t text) string {
	switch strings.ToLower(string(t)) {
	case "m", "male":
		return "male"
	case "f", "female":
		return "female"
	}
	return ""
}

// lives is the address: the recognised one, the one that was supplied, or that
// of the proof of address.
func (a *applicant) lives() address {
	for _, who := range []*person{&a.Info, &a.Fixed} {
		if len(who.Addresses) > 0 && who.Addresses[0] != (address{}) {
			return who.Addresses[0]
		}
	}
	for i := range a.Info.IDDocs {
		if doc := &a.Info.IDDocs[i]; doc.Type == "UTILITY_BILL" && !doc.Deactivated {
			return doc.Address
		}
	}
	return address{}
}

func (a *address) street() text { return text(joined(", ", a.Street, a.SubStreet)) }

// document is the one that the applicant was verified with: that of the
// approved identity step, else the only one.
func (a *applicant) document() (idDoc, *kyc.Issue) {
	var docs []idDoc
	for _, doc := range a.Info.IDDocs {
		if idTypes[string(doc.Type)] != "" && !doc.Deactivated {
			docs = append(docs, doc)
		}
	}
	if s := a.stepNamed(stepIdentity, (*step).approved); s != nil && s.Type != "" {
		return s.document(docs)
	}
	switch len(docs) {
	case 0:
		return a.other()
	case 1:
		return docs[0], nil
	}
	return idDoc{}, &issueAmbiguous
}

// document is the one of docs that the step was approved with. Where there are
// none, the step itself says enough.
func (s *step) document(docs []idDoc) (idDoc, *kyc.Issue) {
	bare := idDoc{Type: s.Type, Country: s.Country}
	if idTypes[string(s.Type)] == "" {
		return bare, &issueUnmapped
	}
	if len(docs) == 0 {
		return bare, nil
	}
	fits := slices.DeleteFunc(slices.Clone(docs), func(d idDoc) bool {
		return d.Type != s.Type || d.Country != "" && s.Country != "" && d.Country != s.Country
	})
	if len(fits) != 1 {
		return idDoc{}, &issueElsewhere
	}
	fits[0].Country = first(fits[0].Country, s.Country)
	return fits[0], nil
}

// other is the only document of a type that ARGOS does not have, those that
// prove no identity aside.
func (a *applicant) other() (idDoc, *kyc.Issue) {
	var docs []idDoc
	for _, doc := range a.Info.IDDocs {
		switch doc.Type {
		case "UTILITY_BILL", "SELFIE", "PROFILE_IMAGE", "":
		default:
			docs = append(docs, doc)
		}
	}
	switch len(docs) {
	case 0:
		return idDoc{}, nil
	case 1:
		return docs[0], &issueUnmapped
	}
	return idDoc{}, &issueUnmapped
}

// identity is the identity step whose pictures are taken: the approved one, or
// where none is, the first.
func (a *applicant) identity() *step {
	if s := a.stepNamed(stepIdentity, (*step).approved); s != nil {
		return s
	}
	return a.stepNamed(stepIdentity, nil)
}

// picture is the file of the i-th picture of a step, "" where there is none.
func (p *policy) picture(a *applicant, s *step, i int) string {
	if s == nil || i >= len(s.ImageIDs) || s.ImageIDs[i] == "" {
		return ""
	}
	return p.file(a, s.ImageIDs[i])
}

// anyPicture is the file of the first picture of a step that ARGOS takes, or of
// the first there is.
func (p *policy) anyPicture(a *applicant, s *step) string {
	if s == nil {
		return ""
	}
	for i := range s.ImageIDs {
		if file := p.picture(a, s, i); file != "" && taken(file) {
			return file
		}
	}
	return p.picture(a, s, 0)
}

func first(texts ...text) text {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}

// joined joins the texts that are not empty.
func joined(with string, texts ...text) string {
	var b strings.Builder
	for _, t := range texts {
		if t == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString(with)
		}
		b.WriteString(string(t))
	}
	return b.String()
}
