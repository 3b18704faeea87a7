package mapper

import (
	"fmt"
	"testing"

	"kycmigrate/internal/kyc"
)

const benchMapping = `version: 1
source: {kind: csv}
key: customer_id
fields:
  email:           {from: email, transform: [trim, lower]}
  fullName:        {join: [first_name, last_name], with: " ", transform: [collapse-spaces, nfc]}
  birthDate:       {from: dob, date: DD/MM/YYYY}
  kycStatus:       {from: status, values: {APPROVED: approved, REJECTED: rejected}}
  idType:          {from: doc_type, values: {PASSPORT: passport, LICENCE: drivers_license, ID CARD: government_id}}
  issuingCountry:  {from: doc_country, country: alpha3}
  documentNumber:  {from: doc_no, transform: [trim, upper]}
  issueDate:       {from: issue_date, date: DD/MM/YYYY}
  expireDate:      {from: expiry_date, date: DD/MM/YYYY}
  nationality:     {from: nationality, country: alpha3}
  gender:          {from: sex, values: {M: male, F: female}, otherwise: omit}
  userid:          {from: customer_id, transform: trim}
  address_street:  {from: street, transform: collapse-spaces}
  address_city:    {from: city, transform: collapse-spaces}
  address_country: {from: country, country: alpha3}
`

// BenchmarkTally maps the rows of a bank, as a dry run does: some columns have few values,
// others one for each row.
func BenchmarkTally(b *testing.B) {
	columns := []string{"customer_id", "email", "first_name", "last_name", "dob", "status", "doc_type", "doc_country", "doc_no", "issue_date", "expiry_date", "nationality", "sex", "street", "city", "country"}
	first, last := []string{"Margaret", "Jürgen", "Михаил", "김민수", "José Antonio"}, []string{"Featherstone", "Müller-Lüdenscheidt", "Кузнецов", "박", "O'Connor", "de la Fuente", "Søndergaard"}
	streets, cities := []string{"Station Road", "Königin-Luise-Straße", "улица Льва Толстого", "Via Giuseppe Garibaldi"}, []string{"Edinburgh", "Düsseldorf", "Seoul", "San Giovanni Rotondo"}
	lands, countries, kinds := []string{"GBR", "DEU", "KOR", "ITA"}, []string{"United Kingdom", "Germany", "South Korea", "Italy"}, []string{"PASSPORT", "LICENCE", "ID CARD"}
	day := func(i, from, years int) string {
		return fmt.Sprintf("%02d/%02d/%d", i%28+1, i*7%12+1, from+i*13%years)
	}
	rows := make([]kyc.Row, 4096)
	for i := range rows {
		land := i * 31 % len(lands)
		rows[i] = kyc.Row{Valid: true, Cells: []string{
			fmt.Sprintf("CUST-%09d", i), fmt.Sprintf("customer.%09d@mail.bank.example", i), first[i%len(first)], last[i*3%len(last)], day(i, 1940, 60), "APPROVED", kinds[i%3], lands[land],
			fmt.Sprintf("%c%08d", 'A'+i%26, i*7919%100_000_000), day(i+5, 2012, 10), day(i+9, 2027, 9), lands[land], "MF"[i%2 : i%2+1],
			fmt.Sprintf("%d %s Apartment %d", i%400+1, streets[land], i%90), cities[land], countries[land],
		}}
	}
	plan, err := load(b, benchMapping).Compile(columns)
	if err != nil {
		b.Fatal(err)
	}
	tally := plan.Tally(nil)
	recs := make([]kyc.Record, len(rows))
	for b.Loop() {
		for i := range rows {
			recs[i] = kyc.Record{Row: &rows[i]}
			tally.Map(&recs[i])
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(rows)), "ns/row")
	for i := range recs {
		if len(recs[i].Issues) > 0 {
			b.Fatalf("row %d: %+v", i, recs[i].Issues)
		}
	}
}
