package main

import (
	"fmt"
	"strings"
)

// flaw is one thing planted in one row, and what migrate should say about it
// with samples/mapping.yaml.
type flaw struct {
	row     int    // data row, from 1
	column  string // "" for the row as a whole
	what    string // for FLAWS.md
	verdict string // rejected, warning or fine
	codes   string // of the issues
	apply   func(c *customer, all []*customer)
}

const (
	rejected = "rejected"
	warning  = "warning"
	fine     = "fine"
)

// The rows that later ones repeat.
const (
	rowRepeated = 9
	rowRekeyed  = 12
)

// What stands in place of a picture. The PDF and the HEIC have only as much as
// names their type.
var (
	pdfContent  = []byte("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n")
	heicContent = []byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic\x00\x00\x00\x08mdat")
)

var flaws = []flaw{
	{14, "street", "a line break inside quotes", fine, "", func(c *customer, _ []*customer) {
		c.street += "\nc/o Reception"
	}},
	{21, "email", "capitals and surrounding space, which the mapping mends", fine, "", func(c *customer, _ []*customer) {
		c.email = " " + strings.ToUpper(c.email) + " "
	}},
	{27, "customer_id", fmt.Sprintf("exported twice: the customer of data row %d again, with another street", rowRepeated), rejected, "key_duplicate", func(c *customer, all []*customer) {
		*c = *all[rowRepeated-1]
		c.street = "1 Forwarding Lane"
	}},
	{33, "customer_id", fmt.Sprintf("the customer of data row %d in small letters: another key, the same userid", rowRekeyed), rejected, "userid_duplicate", func(c *customer, all []*customer) {
		*c = *all[rowRekeyed-1]
		c.id = strings.ToLower(c.id)
	}},
	{41, "email", "no e-mail address", rejected, "required_missing", func(c *customer, _ []*customer) { c.email = "" }},
	{48, "customer_id", "no key", rejected, "key_empty", func(c *customer, _ []*customer) { c.id = "" }},
	{55, "dob", "31 February", rejected, "date_impossible", func(c *customer, _ []*customer) { c.born = "31/02/1987" }},
	{62, "dob", "a word for a date", rejected, "date_unreadable", func(c *customer, _ []*customer) { c.born = "unknown" }},
	{70, "status", "a status code that nobody remembers", rejected, "value_unknown", func(c *customer, _ []*customer) { c.status = "Z" }},
	{77, "status", "pending: ARGOS takes decided records only", rejected, "value_unknown", func(c *customer, _ []*customer) { c.status = "P" }},
	{84, "doc_country", "a country that does not exist", rejected, "country_unknown", func(c *customer, _ []*customer) { c.docCountry = "Ruritania" }},
	{91, "doc_country", "Kosovo, whose code XKX is not in ISO 3166-1", rejected, "country_unknown", func(c *customer, _ []*customer) { c.docCountry = "XKX" }},
	{95, "nationality", "a state that no longer exists", rejected, "country_unknown", func(c *customer, _ []*customer) { c.nationality = "Yugoslavia" }},
	{98, "id_front", "a picture that was never exported", rejected, "image_missing", func(c *customer, _ []*customer) {
		c.setFront("jpg")
		c.lost = true
	}},
	{105, "id_front", "a PDF named .jpg", rejected, "image_type", func(c *customer, _ []*customer) {
		c.setFront("jpg")
		c.content = pdfContent
	}},
	{108, "id_front", "a HEIC photograph named .jpg", rejected, "image_type", func(c *customer, _ []*customer) {
		c.setFront("jpg")
		c.content = heicContent
	}},
	{112, "id_front", "an empty file", rejected, "image_empty", func(c *customer, _ []*customer) {
		c.setFront("png")
		c.content = []byte{}
	}},
	{119, "id_front", "a path that leaves the image folder", rejected, "image_path", func(c *customer, _ []*customer) {
		c.front, c.lost = fmt.Sprintf("../../archive/%d.jpg", c.number), true
	}},
	{122, "id_front", "a path on the drive of the old machine", rejected, "image_path", func(c *customer, _ []*customer) {
		c.front, c.lost = fmt.Sprintf(`D:\kyc\front\%d.jpg`, c.number), true
	}},
	{126, "", "one cell too many: a comma in the street without quotes", rejected, "row_ragged", func(c *customer, _ []*customer) {
		c.street, c.extra = "7 Mill Court", []string{" rear building"}
	}},
	{133, "city", "a control character", warning, "control_character", func(c *customer, _ []*customer) { c.city += "\x02" }},
	{140, "expiry_date", "an expired document", warning, "document_expired", func(c *customer, _ []*customer) {
		c.issued, c.expires = "14/06/2009", "13/06/2019"
	}},
	{147, "issue_date", "a document older than its holder", warning, "date_order", func(c *customer, _ []*customer) {
		c.born, c.issued, c.expires = "19/03/1984", "12/09/1975", "12/09/2035"
	}},
	{154, "email", "no e-mail address in spite of the column's name", rejected, "email_invalid", func(c *customer, _ []*customer) {
		c.email = strings.Replace(c.email, "@", "(at)", 1)
	}},
	{158, "email", "an address with an umlaut", warning, "email_unusual", func(c *customer, _ []*customer) {
		c.email = fmt.Sprintf("jörg%d@example.com", c.number)
	}},
	{161, "dob", "born in 1889", warning, "birth_date_implausible", func(c *customer, _ []*customer) { c.born = "05/07/1889" }},
	{168, "doc_type", "a document type that ARGOS does not know", rejected, "value_unknown", func(c *customer, _ []*customer) { c.docType = "MIL" }},
	{175, "doc_type", "a picture of the document, but no document type", rejected, "disputed_missing, id_type_required", func(c *customer, _ []*customer) {
		c.docType = ""
		c.setFront("jpg")
	}},
	{182, "doc_type", "no document at all, no pictures", warning, "disputed_missing", func(c *customer, _ []*customer) {
		c.docType, c.docCountry, c.docNumber, c.issued, c.expires = "", "", "", "", ""
		c.passportNumber, c.licenceNumber, c.front, c.back, c.selfie = "", "", "", "", ""
	}},
	{189, "first_name", "a letter lost in an earlier conversion (U+FFFD)", warning, "replacement_character", func(c *customer, _ []*customer) {
		c.firstName, c.lastName = "J\ufffdrgen", "Fuchs"
	}},
	{196, "first_name", "no name", rejected, "required_missing", func(c *customer, _ []*customer) { c.firstName, c.lastName = "", "" }},
	{203, "sex", "X, which the mapping leaves out", fine, "", func(c *customer, _ []*customer) { c.sex = "X" }},
	{210, "customer_id", fmt.Sprintf("the customer of data row %d a third time", rowRepeated), rejected, "key_duplicate", func(c *customer, all []*customer) {
		*c = *all[rowRepeated-1]
		c.status = "R"
	}},
}

// setFront gives the customer a picture of a document's front and nothing else
// that could fail.
func (c *customer) setFront(ending string) {
	c.front, c.back = fmt.Sprintf("front/%d.%s", c.number, ending), ""
}

// plant puts every flaw into its row.
func plant(customers []*customer) {
	for i := range flaws {
		f := &flaws[i]
		f.apply(customers[f.row-1], customers)
	}
}
