package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"
)

const (
	numCustomers = 300
	firstNumber  = 100001           // of the first customer
	seed         = 0x6b79636d696772 // any number; changing it changes every file
)

// customer is one row of the export: the text of its cells, and what its
// pictures show.
type customer struct {
	id, email, firstName, lastName, born, status string
	docType, docCountry, docNumber               string
	issued, expires                              string
	nationality, sex                             string
	city, country, street                        string
	caseNumber, passportNumber, licenceNumber    string
	front, back, selfie                          string

	number  int      // the customer number without its prefix
	extra   []string // cells too many, standing after street
	content []byte   // stands for the front picture, when not nil
	lost    bool     // the front picture has no file
}

// header names the columns, in the order of cells.
var header = []string{
	"customer_id", "email", "first_name", "last_name", "dob", "status",
	"doc_type", "doc_country", "doc_no", "issue_date", "expiry_date",
	"nationality", "sex", "city", "country", "street",
	"case_no", "passport_no", "licence_no", "id_front", "id_back", "selfie",
}

func (c *customer) cells() []string {
	cells := []string{
		c.id, c.email, c.firstName, c.lastName, c.born, c.status,
		c.docType, c.docCountry, c.docNumber, c.issued, c.expires,
		c.nationality, c.sex, c.city, c.country, c.street,
	}
	cells = append(cells, c.extra...)
	return append(cells, c.caseNumber, c.passportNumber, c.licenceNumber, c.front, c.back, c.selfie)
}

// random gives each customer a sequence of its own, so that a change to one
// leaves the others as they are.
func random(number int, purpose uint64) *rand.Rand {
	return rand.New(rand.NewPCG(seed+purpose, uint64(number)))
}

func makeCustomers() []*customer {
	customers := make([]*customer, numCustomers)
	for i := range customers {
		customers[i] = makeCustomer(firstNumber + i)
	}
	return customers
}

func makeCustomer(number int) *customer {
	r := random(number, 1)
	place := &locales[r.IntN(len(locales))]
	c := &customer{number: number, id: fmt.Sprintf("BK-%d", number)}
	c.fillPerson(r, place)
	c.fillDocument(r, place)
	c.fillPictures(r)
	return c
}

func (c *customer) fillPerson(r *rand.Rand, place *locale) {
	given, sex := place.men, "M"
	if r.IntN(2) == 0 {
		given, sex = place.women, "F"
	}
	first, latinFirst := name(pick(r, given))
	last, latinLast := name(pick(r, place.families))
	c.firstName, c.lastName, c.sex = first, last, sex
	if n := r.IntN(40); n < 2 {
		c.sex = []string{"", "X"}[n]
	}
	domain := []string{"example.com", "example.org", "example.net"}[r.IntN(3)]
	c.email = fmt.Sprintf("%s.%s%d@%s", latinFirst, latinLast, c.number%1000, domain)
	c.born = dayBetween(r, 1941, 2006)
	c.status = "A"
	if r.IntN(12) == 0 {
		c.status = "R"
	}
	c.city = pick(r, place.cities)
	c.street = fmt.Sprintf(pick(r, place.streets), 1+r.IntN(180))
	c.country = place.spell(r)
	c.nationality = place.alpha3
	if r.IntN(3) > 0 {
		c.caseNumber = fmt.Sprintf("%d-%05d", 2015+r.IntN(11), r.IntN(100_000))
	}
}

// fillDocument gives a document that stays valid for years, whenever the
// samples are used; expired ones are planted.
func (c *customer) fillDocument(r *rand.Rand, place *locale) {
	c.docCountry = place.spell(r)
	years := 10
	switch n := r.IntN(20); {
	case n < 9:
		c.docType = "PP"
		c.passportNumber = fmt.Sprintf("%c%08d", 'A'+rune(r.IntN(26)), r.IntN(100_000_000))
	case n < 16:
		c.docType = "ID"
		c.docNumber = fmt.Sprintf("%06d-%06d", r.IntN(1_000_000), r.IntN(1_000_000))
	default:
		c.docType, years = "DL", 15
		c.licenceNumber = strings.ToUpper(fmt.Sprintf("%c%c%09x", 'a'+rune(r.IntN(26)), 'a'+rune(r.IntN(26)), r.IntN(1<<36)))
	}
	c.issued = dayBetween(r, 2023, 2025)
	if c.docType == "PP" && isBefore(c.issued, yearsAfter(c.born, 18)) {
		years = 5 // as children have them
	}
	c.expires = yearsAfter(c.issued, years)
}

func (c *customer) fillPictures(r *rand.Rand) {
	ending := []string{"jpg", "jpg", "png"}[r.IntN(3)]
	if r.IntN(9) < 5 {
		c.front = fmt.Sprintf("front/%d.%s", c.number, ending)
		if c.docType != "PP" {
			c.back = fmt.Sprintf("back/%d.%s", c.number, ending)
		}
	}
	if r.IntN(3) == 0 {
		c.selfie = fmt.Sprintf("selfie/%d.jpg", c.number)
	}
}

// layout is how the bank writes dates: DD/MM/YYYY.
const layout = "02/01/2006"

func dayBetween(r *rand.Rand, first, last int) string {
	start := time.Date(first, 1, 1, 0, 0, 0, 0, time.UTC)
	days := int(time.Date(last+1, 1, 1, 0, 0, 0, 0, time.UTC).Sub(start).Hours()) / 24
	return start.AddDate(0, 0, r.IntN(days)).Format(layout)
}

func yearsAfter(day string, years int) string { return read(day).AddDate(years, 0, 0).Format(layout) }

func isBefore(day, other string) bool { return read(day).Before(read(other)) }

func read(day string) time.Time {
	t, err := time.Parse(layout, day)
	if err != nil {
		panic("gen: " + day + " is no date")
	}
	return t
}

func pick(r *rand.Rand, list []string) string { return list[r.IntN(len(list))] }

// name splits "native/latin" into both; a name without a slash is both.
func name(s string) (native, latin string) {
	native, latin, found := strings.Cut(s, "/")
	if !found {
		latin = native
	}
	return native, strings.ToLower(latin)
}
