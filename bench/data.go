package main

import (
	"bufio"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
)

// columns are the 16 columns of the generated export.
var columns = []string{
	"customer_id", "email", "first_name", "last_name", "dob", "status", "doc_type", "doc_country",
	"doc_no", "issue_date", "expiry_date", "nationality", "sex", "street", "city", "country",
}

// Positions of columns that the flaws need.
const (
	colID = iota
	colEmail
	colFirst
	colLast
	colBirth
	colStatus
	colType
	colIssuing
	colNumber
	colIssued
	colExpires
	colNationality
	colSex
	colStreet
	colCity
	colCountry
)

// mappingText reads such an export as a bank's mapping would.
const mappingText = `version: 1
name: bench
source:
  kind: csv
  csv: {delimiter: ",", encoding: utf-8}
key: customer_id
marker: cf3
admin: ops@bank.example
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
  cf1:             {const: legacy-2026}
`

// mappingWithImage adds a picture for each record.
const mappingWithImage = mappingText + `  cf2:             {template: "picture of {customer_id}"}
images:
  root: .
  idImage:         {from: picture}
`

var (
	firstNames = []string{"Margaret", "Jürgen", "Михаил", "Anne-Sophie", "小百合", "José Antonio", "김민수", "Oluwaseun", "Katarzyna", "William", "Ángela", "Nguyễn Thị"}
	lastNames  = []string{"Featherstonehaugh", "Müller-Lüdenscheidt", "Кузнецов", "de la Fuente", "山田", "Papadopoulos", "박", "O'Connor", "Wiśniewska", "Anderson", "Søndergaard", "Fernández García"}
	streets    = []string{"Station Road", "Königin-Luise-Straße", "Avenue du Général Leclerc", "Calle de Alcalá", "Teheran-ro, Gangnam-gu", "улица Льва Толстого", "Rue de la République", "Via Giuseppe Garibaldi"}
	cities     = []string{"Edinburgh", "Düsseldorf", "Saint-Étienne", "Madrid", "Seoul", "Екатеринбург", "Wolverhampton", "San Giovanni Rotondo"}
	nations    = []string{"GBR", "DEU", "FRA", "ESP", "KOR", "KAZ", "ITA", "POL"}
	nationName = []string{"United Kingdom", "Germany", "France", "Spain", "South Korea", "Kazakhstan", "Italy", "Poland"}
	kinds      = []string{"PASSPORT", "LICENCE", "ID CARD"}
)

// flaws spoil a row, each in its own way.
var flaws = []func(row []string){
	func(row []string) { row[colBirth] = "31/02/1980" },
	func(row []string) { row[colBirth] = "unknown" },
	func(row []string) { row[colBirth] = "" },
	func(row []string) { row[colEmail] = "" },
	func(row []string) { row[colEmail] = strings.Replace(row[colEmail], "@", " at ", 1) },
	func(row []string) { row[colStatus] = "PENDING" },
	func(row []string) { row[colIssuing] = "Yugoslavia" },
	func(row []string) { row[colNationality] = "Atlantis" },
	func(row []string) { row[colType] = "LIBRARY CARD" },
	func(row []string) { row[colID] = "" },
	func(row []string) { row[colID] = "CUST-000000001" }, // a second time
	func(row []string) { row[colCity] = "Lon\x01don" },
}

const (
	badShare   = 0.03
	breakShare = 0.02
)

// export describes a generated file.
type export struct {
	path    string
	rows    int
	clean   bool   // no flaws
	picture string // path in a column of its own; "" for none
}

// write generates the file. The same description gives the same bytes.
func (e export) write() (err error) {
	file, err := os.OpenFile(e.path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	w := bufio.NewWriterSize(file, 1<<18)
	header := strings.Join(columns, ",")
	if e.picture != "" {
		header += ",picture"
	}
	fmt.Fprintln(w, header)
	random := rand.New(rand.NewPCG(1, 2))
	row := make([]string, len(columns))
	for i := range e.rows {
		person(row, i, random)
		if bad := random.Float64() < badShare; bad && !e.clean {
			flaws[random.IntN(len(flaws))](row)
		}
		for c, cell := range row {
			if c > 0 {
				w.WriteByte(',')
			}
			writeCell(w, cell)
		}
		if e.picture != "" {
			w.WriteString("," + e.picture)
		}
		w.WriteByte('\n')
	}
	return w.Flush()
}

// person fills a row with one customer.
func person(row []string, i int, random *rand.Rand) {
	home := random.IntN(len(nations))
	row[colID] = fmt.Sprintf("CUST-%09d", i)
	row[colEmail] = fmt.Sprintf("customer.%09d@mail.bank.example", i)
	row[colFirst] = firstNames[random.IntN(len(firstNames))]
	row[colLast] = lastNames[random.IntN(len(lastNames))]
	row[colBirth] = dayIn(random, 1935, 2005)
	row[colStatus] = "APPROVED"
	if random.IntN(20) == 0 {
		row[colStatus] = "REJECTED"
	}
	row[colType] = kinds[random.IntN(len(kinds))]
	row[colIssuing] = nations[home]
	row[colNumber] = fmt.Sprintf("%c%08d", 'A'+rune(random.IntN(26)), random.IntN(100_000_000))
	row[colIssued] = dayIn(random, 2017, 2025)
	row[colExpires] = dayIn(random, 2027, 2036)
	row[colNationality] = nations[home]
	row[colSex] = "MF"[i%2 : i%2+1]
	row[colStreet] = fmt.Sprintf("%d %s Staircase %c Apartment %d",
		1+random.IntN(400), streets[home], 'A'+rune(random.IntN(6)), 1+random.IntN(90))
	if random.Float64() < breakShare {
		row[colStreet] += "\nc/o \"The Old Mill\""
	}
	row[colCity] = cities[home]
	row[colCountry] = nationName[home]
}

func dayIn(random *rand.Rand, from, to int) string {
	return fmt.Sprintf("%02d/%02d/%d", 1+random.IntN(28), 1+random.IntN(12), from+random.IntN(to-from))
}

// writeCell writes a cell, in quotes where it needs them.
func writeCell(w *bufio.Writer, cell string) {
	if !strings.ContainsAny(cell, ",\"\n") {
		w.WriteString(cell)
		return
	}
	w.WriteByte('"')
	w.WriteString(strings.ReplaceAll(cell, `"`, `""`))
	w.WriteByte('"')
}
