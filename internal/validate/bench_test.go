package validate

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/text"
)

// What the fields of generated records are drawn from.
var (
	benchFirst   = strings.Split("Margaret|Jürgen|Михаил|Anne-Sophie|小百合|José Antonio|김민수|Oluwaseun|Katarzyna|William|Ángela|Nguyễn Thị", "|")
	benchLast    = strings.Split("Featherstonehaugh|Müller-Lüdenscheidt|Кузнецов|de la Fuente|山田|Papadopoulos|박|O'Connor|Wiśniewska|Anderson|Søndergaard|Fernández García", "|")
	benchStreets = strings.Split("Station Road|Königin-Luise-Straße|Avenue du Général Leclerc|Calle de Alcalá|Teheran-ro, Gangnam-gu|улица Льва Толстого", "|")
	benchCities  = strings.Split("Edinburgh|Düsseldorf|Saint-Étienne|Madrid|Seoul|Екатеринбург", "|")
	benchNations = strings.Split("GBR|DEU|FRA|ESP|KOR|KAZ", "|")
	benchTypes   = []string{"passport", "drivers_license", "government_id"}
)

// benchRecords are records as a bank's export gives them.
func benchRecords(n int) []*kyc.Record {
	r := rand.New(rand.NewPCG(1, 2))
	day := func(from, to int) string {
		return fmt.Sprintf("%d-%02d-%02d", from+r.IntN(to-from), 1+r.IntN(12), 1+r.IntN(28))
	}
	recs := make([]*kyc.Record, n)
	for i := range recs {
		key, home := fmt.Sprintf("CUST-%09d", i), r.IntN(len(benchNations))
		rec := &kyc.Record{
			Row: &kyc.Row{Seq: int64(i), Origin: kyc.Origin{File: "e.csv", Line: int64(i + 2), Row: int64(i + 1)}},
			Key: kyc.Key{Parts: []string{key}},
		}
		rec.Submission = kyc.Submission{
			kyc.Email: fmt.Sprintf("customer.%09d@mail.bank.kr", i), kyc.UserID: key,
			kyc.FullName:  benchFirst[r.IntN(len(benchFirst))] + " " + benchLast[r.IntN(len(benchLast))],
			kyc.BirthDate: day(1935, 2005), kyc.IssueDate: day(2017, 2025), kyc.ExpireDate: day(2027, 2036),
			kyc.KYCStatus: "approved", kyc.IDType: benchTypes[r.IntN(3)], kyc.Gender: []string{"male", "female"}[i%2],
			kyc.IssuingCountry: benchNations[home], kyc.Nationality: benchNations[home], kyc.AddressCountry: benchNations[home],
			kyc.DocumentNumber: fmt.Sprintf("%c%08d", 'A'+rune(r.IntN(26)), r.IntN(100_000_000)), kyc.CF1: "legacy-2026",
			kyc.AddressStreet: fmt.Sprintf("%d %s Staircase A Apartment %d", 1+r.IntN(400), benchStreets[home], 1+r.IntN(90)),
			kyc.AddressCity:   benchCities[home],
		}
		recs[i] = rec
	}
	return recs
}

// know sets what a mapper knows of the values of a record.
func know(v *Validator, rec *kyc.Record) {
	for f, value := range rec.Submission {
		switch f := kyc.Field(f); {
		case value == "" || f == kyc.Email || f == kyc.FullName || f == kyc.DocumentNumber || f == kyc.UserID || f == kyc.AddressStreet:
		case v.Sound(f, value):
			rec.Sound = rec.Sound.With(f)
		}
		if text.TraitsOf(value).Printable() {
			rec.Plain = rec.Plain.With(kyc.Field(f))
		}
	}
}

// BenchmarkCheck measures the contract alone and all packs, of records of which
// nothing is known and as a mapper hands them on.
func BenchmarkCheck(b *testing.B) {
	off := map[string]kyc.Severity{}
	for _, rule := range Rules() {
		if rule.Pack == PackDocument || rule.Pack == PackIdentity {
			off[rule.Code] = kyc.Off
		}
	}
	for _, rules := range []struct {
		name    string
		changed map[string]kyc.Severity
	}{{"contract", off}, {"all", nil}} {
		for _, known := range []bool{false, true} {
			v, recs := newValidator(b, Options{Severities: rules.changed}), benchRecords(1024)
			for _, rec := range recs {
				if known {
					know(v, rec)
				}
			}
			b.Run(fmt.Sprintf("%s/known=%v", rules.name, known), func(b *testing.B) {
				b.ReportAllocs()
				for i := 0; b.Loop(); i++ {
					rec := recs[i%len(recs)]
					rec.Issues = rec.Issues[:0]
					v.Check(rec)
				}
			})
		}
	}
}

// BenchmarkUnique measures keys that come sorted and keys that come in no order.
func BenchmarkUnique(b *testing.B) {
	const n, batch = 1_000_000, 256
	recs := make([]*kyc.Record, batch)
	for i := range recs {
		recs[i] = rowOf(0, "", "")
	}
	for name, step := range map[string]int{"sorted": 1, "unsorted": 611_953} { // prime to n
		values := make([]string, n)
		for i := range values {
			values[i] = "C-" + strconv.Itoa(i*step%n)
		}
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				u := NewUnique()
				for at := 0; at+batch <= n; at += batch {
					for i, rec := range recs {
						value := values[at+i]
						rec.Row.Seq, rec.Key.Parts[0], rec.Submission[kyc.UserID] = int64(at+i), value, value
					}
					u.Check(recs)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/n, "ns/row")
		})
	}
}

// BenchmarkIdentity measures the noting of a million records, and the telling of
// what they share.
func BenchmarkIdentity(b *testing.B) {
	const n = 1_000_000
	recs, years := benchRecords(1<<14), make([]string, n>>14+1)
	for i := range years {
		years[i] = strconv.Itoa(1930 + i)
	}
	for b.Loop() {
		x := NewIdentity(IdentityOptions{Temp: b.TempDir()})
		var address, number []byte
		for i := range n {
			rec := recs[i%len(recs)]
			rec.Row.Seq, rec.Row.Origin.Line, rec.Row.Origin.Row = int64(i), int64(i+2), int64(i+1)
			address = fmt.Appendf(address[:0], "customer.%09d@mail.bank.kr", i)
			number = fmt.Appendf(number[:0], "K%08d", i)
			sub := rec.Submission
			rec.Submission[kyc.Email], rec.Submission[kyc.DocumentNumber] = string(address), string(number)
			rec.Submission[kyc.BirthDate] = years[i/len(recs)] + sub[kyc.BirthDate][len("YYYY"):]
			if err := x.Add(&kyc.Outcome{Record: rec}); err != nil {
				b.Fatal(err)
			}
			rec.Submission = sub
		}
		if err := x.Findings(func(*Finding) error { return nil }); err != nil {
			b.Fatal(err)
		}
		if err := x.Close(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/n, "ns/row")
}
