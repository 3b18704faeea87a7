package idngo

import (
	"encoding/json"
	"slices"
	"strings"
)

// text is a text, a number or a word of the answer; what else may stand in its
// place counts as absent.
type text string

// UnmarshalJSON implements json.Unmarshaler. It never fails.
func (t *text) UnmarshalJSON(b []byte) error {
	*t = ""
	switch b[0] {
	case '{', '[', 'n':
	case '"':
		var s string
		_ = json.Unmarshal(b, &s) // the reader of the line has checked it
		*t = text(strings.TrimSpace(s))
	default:
		*t = text(b)
	}
	return nil
}

// applicant is what is read of an applicant (contracts.md B3).
type applicant struct {
	ID             text            `json:"id"`
	ExternalUserID text            `json:"externalUserId"`
	InspectionID   text            `json:"inspectionId"`
	Type           text            `json:"type"`
	CreatedAt      text            `json:"createdAt"`
	Email          text            `json:"email"`
	Phone          text            `json:"phone"`
	Info           person          `json:"info"`      // recognised in the documents
	Fixed          person          `json:"fixedInfo"` // supplied by the client or the applicant
	Review         review          `json:"review"`
	Steps          map[string]step `json:"requiredIdDocsStatus"`
	Pull           pulled          `json:"_pull"`
}

type person struct {
	FirstName    text      `json:"firstName"`
	FirstNameEn  text      `json:"firstNameEn"`
	MiddleName   text      `json:"middleName"`
	MiddleNameEn text      `json:"middleNameEn"`
	LastName     text      `json:"lastName"`
	LastNameEn   text      `json:"lastNameEn"`
	Dob          text      `json:"dob"`
	Gender       text      `json:"gender"`
	Nationality  text      `json:"nationality"`
	Addresses    []address `json:"addresses"`
	IDDocs       []idDoc   `json:"idDocs"`
}

type address struct {
	Street    text `json:"street"`
	SubStreet text `json:"subStreet"`
	Town      text `json:"town"`
	State     text `json:"state"`
	PostCode  text `json:"postCode"`
	Country   text `json:"country"`
}

type idDoc struct {
	Type        text    `json:"idDocType"`
	Country     text    `json:"country"`
	Number      text    `json:"number"`
	IssuedDate  text    `json:"issuedDate"`
	ValidUntil  text    `json:"validUntil"`
	Dob         text    `json:"dob"`
	Address     address `json:"address"`
	Deactivated bool    `json:"deactivated"`
}

type review struct {
	Status     text   `json:"reviewStatus"`
	ReviewDate text   `json:"reviewDate"`
	Result     result `json:"reviewResult"`
}

type result struct {
	Answer     text `json:"reviewAnswer"`
	RejectType text `json:"reviewRejectType"`
}

// step is how one verification step stands (contracts.md B2).
type step struct {
	Result   result `json:"reviewResult"`
	Type     text   `json:"idDocType"`
	Country  text   `json:"country"`
	ImageIDs []text `json:"imageIds"` // the first is the front
}

// pulled is what migrate pull adds to an applicant.
type pulled struct {
	Steps  map[string]step `json:"steps"`
	Images map[string]text `json:"images"` // image id to path below the folder of the pictures
}

// green is the answer of a review that was passed.
const green = "GREEN"

func (s *step) approved() bool { return strings.EqualFold(string(s.Result.Answer), green) }

// parse reads an applicant from a line that is known to be JSON. Members of
// other types than expected are left out.
func parse(line string) *applicant {
	a := &applicant{}
	_ = json.Unmarshal([]byte(line), a)
	if a.Pull.Steps != nil {
		a.Steps = a.Pull.Steps
	}
	return a
}

// stepNamed finds a step by the beginning of its name: the one with that very
// name first, then as they sort. accept, where it is given, passes over others.
func (a *applicant) stepNamed(prefix string, accept func(*step) bool) *step {
	var names []string
	for name := range a.Steps {
		if strings.HasPrefix(name, prefix) {
			names = append(names, name)
		}
	}
	slices.Sort(names) // a name is less than those that begin with it
	for _, name := range names {
		if s := a.Steps[name]; accept == nil || accept(&s) {
			return &s
		}
	}
	return nil
}
