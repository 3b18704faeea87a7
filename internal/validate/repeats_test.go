package validate

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"kycmigrate/internal/kyc"
)

// Values that many rows have where nearly all others have one of their own.
func TestRepeatedValues(t *testing.T) {
	const rows = 3000
	own := func(seq int) values {
		r := rand.New(rand.NewPCG(uint64(seq), 1))
		day := func(from, years int) string {
			return fmt.Sprintf("%d-%02d-%02d", from+r.IntN(years), 1+r.IntN(12), 2+r.IntN(27))
		}
		return values{
			kyc.FullName:       fmt.Sprintf("Ann %c%c%c", 'a'+seq%26, 'a'+seq/26%26, 'a'+seq/676),
			kyc.BirthDate:      day(1940, 60),
			kyc.IssueDate:      day(2016, 10),
			kyc.ExpireDate:     day(2027, 9),
			kyc.AddressStreet:  fmt.Sprintf("%d %c Road", seq, 'a'+seq%26),
			kyc.IPAddress:      fmt.Sprintf("81.%d.%d.7", seq/250, seq%250),
			kyc.Email:          fmt.Sprintf("ann%c%c%c%d@mail%d.kr", 'a'+seq%26, 'a'+seq/26%26, 'a'+seq/676, 100+seq%900, seq%40),
			kyc.DocumentNumber: fmt.Sprintf("M%08d", seq*7919),
			kyc.IssuingCountry: "KOR", kyc.IDType: "passport",
		}
	}
	for name, test := range map[string]struct {
		n      int
		change func(i int) values
		told   int
		field  string
	}{
		"a birth date for all that have none":       {14, func(int) values { return values{kyc.BirthDate: "1980-01-01"} }, 14, "birthDate"},
		"people of one day":                         {6, func(int) values { return values{kyc.BirthDate: "1980-05-01"} }, 0, ""},
		"years of birth alone":                      {240, func(i int) values { return values{kyc.BirthDate: fmt.Sprintf("%d-01-01", 1940+i%60)} }, 0, ""},
		"one year of birth among many":              {240, func(i int) values { return values{kyc.BirthDate: fmt.Sprintf("%d-01-01", min(1940+i, 1999))} }, 181, "birthDate"},
		"cards that end with the year":              {240, func(i int) values { return values{kyc.ExpireDate: fmt.Sprintf("%d-12-31", 2027+i%9)} }, 0, ""},
		"a date of issue":                           {40, func(int) values { return values{kyc.IssueDate: "2020-07-01"} }, 40, "issueDate"},
		"a date of expiry":                          {40, func(int) values { return values{kyc.ExpireDate: "2030-12-31"} }, 40, "expireDate"},
		"the end of European licences":              {40, func(int) values { return values{kyc.ExpireDate: "2033-01-19"} }, 0, ""},
		"the address of a branch":                   {12, func(int) values { return values{kyc.AddressStreet: "1 Bank Plaza"} }, 12, "address_street"},
		"a large family":                            {7, func(int) values { return values{kyc.AddressStreet: "1 Mill Lane"} }, 0, ""},
		"the computer of a branch":                  {14, func(int) values { return values{kyc.IPAddress: "81.144.20.7"} }, 14, "ipAddress"},
		"a computer for all":                        {rows, func(int) values { return values{kyc.IPAddress: "81.144.20.7"} }, 0, ""},
		"addresses that were counted":               {8, func(i int) values { return values{kyc.Email: fmt.Sprintf("kx7user%d@outlook.com", 101+i)} }, 8, "email"},
		"addresses with years":                      {3, func(i int) values { return values{kyc.Email: fmt.Sprintf("maria%d@gmail.com", 1970+i)} }, 0, ""},
		"numbers that were counted":                 {10, func(i int) values { return values{kyc.DocumentNumber: fmt.Sprintf("X533018%03d", 420+i)} }, 10, "documentNumber"},
		"a family that went for passports together": {5, func(i int) values { return values{kyc.DocumentNumber: fmt.Sprintf("X533018%03d", 420+i)} }, 0, ""},
	} {
		t.Run(name, func(t *testing.T) {
			x := newTestIdentity(t, map[string]kyc.Severity{"person_repeated": kyc.Off, "number_invalid": kyc.Off, "placeholder": kyc.Off})
			changed, recs := 0, make([]*kyc.Record, rows)
			for seq := range rows {
				v := own(seq)
				if seq%(rows/test.n) == 0 && changed < test.n {
					for f, value := range test.change(changed) {
						v[f] = value
					}
					changed++
				}
				recs[seq] = person(seq, v)
				note1(t, x, recs[seq])
			}
			list := told(t, x)
			for _, line := range list {
				if !strings.Contains(line, "value_repeated "+test.field) {
					t.Fatal(line)
				}
			}
			if len(list) != test.told {
				t.Errorf("%d rows were told, want %d", len(list), test.told)
			}
			attach := x.Attach()
			attach.Check(recs)
			again := 0
			for _, rec := range recs {
				again += len(rec.Issues)
			}
			if again != len(list) || attach.Err() != nil {
				t.Errorf("%d rows have it when they are read again: %v", again, attach.Err())
			}
		})
	}
	if !RejectsAcross(map[string]kyc.Severity{"value_repeated": kyc.Reject}) {
		t.Error("it needs no pass of its own")
	}
}
