package validate

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kycmigrate/internal/kyc"
)

// pieces are what values are made of that rules part at, and what they look for.
var pieces = strings.Split("Ann|ann|ANN|José|Иван|Ивановна|김|王|of|old|OLD|see|file|tel|Tel.|12|0|9999|1990|May|12-May|03.|Mai|x|X|test|null|N/A|bin|van|de|Mac|PO Box|Leeds|Wien|USA|GBR|passport|female|approved|teller|deleted|kunde|http|www|@|.|,|;|:|-|–|_|/|\\|(|)|[|]|<|>|'|\"|`|=|+|*|#|?|!|&|%|†|Å|Ã|\u0301|\u00a0|\u200b|\ufffd|\xff|\n|\t| |  ", "|")

// Whatever stands in the fields of a row is judged, by itself and across rows, and what is
// found is found again.
func TestAnyRecord(t *testing.T) {
	piece := rapid.SampledFrom(pieces)
	written := rapid.OneOf(rapid.StringOfN(rapid.SampledFrom([]rune(" ,.-/()'+0123456789ABCDKPXZabdeo<é王")), 0, 24, -1), rapid.StringMatching(`[ ,(]?[A-Z]{0,5}[0-9]{0,14}[A-Za-z]?[ ,)]?`))
	country := rapid.SampledFrom(strings.Fields(longPersons + boxLands))
	rapid.Check(t, func(rt *rapid.T) {
		v := newValidator(t, Options{Column: mappedNames})
		x := NewIdentity(IdentityOptions{Temp: t.TempDir()})
		defer x.Close()
		var recs []*kyc.Record
		for seq := range rapid.IntRange(1, 12).Draw(rt, "rows") {
			rec := goodRecord()
			rec.Row, rec.Key = person(seq, nil).Row, person(seq, nil).Key
			for f := range kyc.NumFields {
				if rapid.IntRange(0, 2).Draw(rt, "keep") > 0 {
					continue
				}
				if fieldTable[f].kind == kyc.KindCountry && rapid.Bool().Draw(rt, "a country") {
					rec.Submission[f] = country.Draw(rt, f.String())
					continue
				}
				if rapid.Bool().Draw(rt, "as written") {
					rec.Submission[f] = written.Draw(rt, f.String())
					continue
				}
				rec.Submission[f] = strings.Join(rapid.SliceOfN(piece, 0, 6).Draw(rt, f.String()), rapid.SampledFrom([]string{"", " "}).Draw(rt, "between"))
			}
			v.Check(rec)
			if err := x.Add(&kyc.Outcome{Record: rec, Issues: rec.Issues}); err != nil {
				rt.Fatal(err)
			}
			recs = append(recs, rec)
		}
		before, n := 0, 0
		for _, rec := range recs {
			before += len(rec.Issues)
		}
		if err := x.Findings(func(*Finding) error { n++; return nil }); err != nil {
			rt.Fatal(err)
		}
		attach := x.Attach()
		attach.Check(recs)
		for _, rec := range recs {
			n -= len(rec.Issues)
		}
		if n+before != 0 || attach.Err() != nil {
			rt.Fatalf("%d more were found than are found again: %v", n+before, attach.Err())
		}
	})
}
