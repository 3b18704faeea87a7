package draft

import (
	"regexp"
	"strings"
)

// dataverse is the table of contacts in Microsoft's Dynamics 365: each row has a GUID, its state
// is that of the row, and the fields that a client added begin with letters of who made them.
var dataverse = system{own: []string{"contactid", "statecode", "statuscode"}, least: 6, names: map[string]string{
	"contactid": "user id", "fullname": "full name", "yomifullname": "kana name", "firstname": "first name", "middlename": "middle name", "lastname": "last name", "nickname": "call name", "salutation": "title", "suffix": "title", "birthdate": "birth date", "gendercode": "gender", "governmentid": "national",
	"emailaddress1": "email", "emailaddress2": "secondary email", "emailaddress3": "secondary email", "mobilephone": "phone", "telephone1": "phone", "telephone2": "phone", "fax": "phone",
	"address1_composite": "full address", "address1_line1": "address line", "address1_line2": "address line", "address1_line3": "address line", "address1_city": "address city", "address1_stateorprovince": "address state", "address1_county": "flag", "address1_postalcode": "address zip", "address1_country": "address country",
	"address1_latitude": "flag", "address1_longitude": "flag", "address2_composite": "secondary full address", "familystatuscode": "marital", "spousesname": "other name", "managername": "other name", "assistantname": "other name", "jobtitle": "organisation", "department": "organisation", "employeeid": "organisation number", "externaluseridentifier": "external user id",
	"statecode": "flag", "statecodename": "flag", "statuscode": "flag", "statuscodename": "flag", "_ownerid_value": "staff", "ownerid": "staff", "owneridname": "staff", "createdby": "staff", "createdbyname": "staff", "modifiedby": "staff", "modifiedbyname": "staff", "createdon": "event date", "modifiedon": "event date", "overriddencreatedon": "event date",
	"versionnumber": "flag", "importsequencenumber": "flag", "timezoneruleversionnumber": "flag", "parentcustomerid": "organisation", "parentcustomeridname": "organisation", "transactioncurrencyid": "flag", "donotemail": "flag", "donotphone": "flag",
}}

// publisher is what stands before the names of fields that a client added: the letters of who
// made them, and a stroke.
var publisher = regexp.MustCompile(`^[a-z][a-z0-9]{1,7}_`)

// dataverseNames reads the names of that table, and of the fields that were added to it.
func (t *table) dataverseNames() {
	plain := func(c *candidate) string { return strings.ToLower(c.name) }
	if !t.readAs(&dataverse, plain) {
		return
	}
	for _, c := range t.columns {
		name := plain(c)
		if _, standard := dataverse.names[name]; standard {
			continue
		}
		if by := publisher.FindString(name); by != "" && len(readHeader(by).order) == 0 {
			c.header = readHeader(name[len(by):])
		}
		c.header.forgetLabel(name)
	}
}

// labelled are the concepts of choices, of which Dataverse writes the words in a column of
// their own, called as that of the codes with "name" behind it.
var labelled = []concept{"status", "result", "kyc", "type", "gender", "country", "nationality"}

// forgetLabel takes the word for a name away that says of a choice that its words stand there.
func (h *header) forgetLabel(name string) {
	if !strings.HasSuffix(name, "name") || !h.any(labelled...) || h.any("first", "last", "full", "staff", "other") {
		return
	}
	h.drop("name")
}
