package validate

import (
	"testing"

	"kycmigrate/internal/kyc"
)

// wideRecord has sixteen fields, as a bank's export has them.
func wideRecord() *kyc.Record {
	rec := goodRecord()
	s := &rec.Submission
	s[kyc.IDType], s[kyc.DocumentNumber], s[kyc.IdentityNumber] = "government_id", "AB12045678", "880229-2123450"
	s[kyc.FirstName], s[kyc.LastName], s[kyc.AddressStreet], s[kyc.Email] = "Ann", "Lee", "12 High Street", "ann.lee@mail.kr"
	return rec
}

// BenchmarkPacks measures the packs that judge a record by itself, beside the
// contract alone.
func BenchmarkPacks(b *testing.B) {
	off := map[string]kyc.Severity{}
	for _, rule := range Rules() {
		if rule.Pack == PackDocument || rule.Pack == PackIdentity {
			off[rule.Code] = kyc.Off
		}
	}
	for name, changed := range map[string]map[string]kyc.Severity{"contract": off, "all": nil} {
		v, rec := newValidator(b, Options{Severities: changed}), wideRecord()
		rec.Submission[kyc.IdentityNumber] = "880229-2123451"
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				rec.Issues = rec.Issues[:0]
				v.Check(rec)
			}
		})
	}
}
