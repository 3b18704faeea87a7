package validate

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"kycmigrate/internal/kyc"
)

// hostileText draws a text of words and signs that names and addresses have, and of what
// makes trouble in them.
func hostileText() *rapid.Generator[string] {
	words := rapid.SampledFrom([]string{"Anna", "ANNA", "anna", "McDonald", "SmITH", "jOHN", "O'Connor", "Müller", "KRüGER", "JosÉ", "João", "Søren", "Işık", "Nguyễn", "Thị", "Иванов", "ИВАНОВ", "иВАНОВ", "Ророа", "김민수", "山田", "佐々木", "ÍõÎ°", "ëäï", "Mu¨ller", "???",
		"שרה", "ןהכ", "ةمطاف", "นาย", "MÃ¼ller", "Å", "Dr.", "von", "e", "I", "III", "Aaaa", "Müllerrr", "Test", "null", "-", "–", "'", "''", "\"A\"", "(old)", "12", "5a", "A/L", "@", "K.", "...", "\u00a0", "", "Mill", "Lane", "PO", "Box", "0", "moved", "deceased:", "3:", "12-May", "03.", "Mai", "1.2.2020", "c/o", "&", "%20", "Flat", "apt", "1' OR '1'='1"})
	letters := rapid.SampledFrom([]rune("abzABZéÉŁşıøÅã абРСЁі Ηή김中 ย-'’.,;:/()?&%\u0301\u200b\ufeffＡ1"))
	return rapid.Custom(func(t *rapid.T) string {
		s := ""
		for i := range rapid.IntRange(1, 4).Draw(t, "words") {
			if i > 0 {
				s += rapid.SampledFrom([]string{" ", " ", " ", "  ", "-", "'", ", ", ""}).Draw(t, "between")
			}
			if rapid.IntRange(0, 3).Draw(t, "kind") == 0 {
				s += string(rapid.SliceOfN(rapid.OneOf(letters, letters, rapid.Rune()), 1, 6).Draw(t, "letters"))
			} else {
				s += words.Draw(t, "word")
			}
		}
		return s
	})
}

// hostileRecord draws a record whose countries decide what is odd in it.
func hostileRecord(t *rapid.T) *kyc.Record {
	country := rapid.SampledFrom([]string{"", "DEU", "CZE", "POL", "HUN", "TUR", "VNM", "CHN", "JPN", "ISR", "HRV", "ROU", "LTU", "USA", "IND", "GBR", "RUS", "EGY", "BR ", "XXX"})
	rec := &kyc.Record{}
	rec.Submission[kyc.Nationality], rec.Submission[kyc.AddressCountry] = country.Draw(t, "nationality"), country.Draw(t, "address")
	return rec
}

// A name whose writing is plain is judged as if nothing were known of its writing.
func TestPlainNamesHideNothing(t *testing.T) {
	v := newValidator(t, Options{})
	rapid.Check(t, func(t *rapid.T) {
		rec, name := hostileRecord(t), hostileText().Draw(t, "name")
		f := rapid.SampledFrom([]kyc.Field{kyc.FullName, kyc.FirstName, kyc.LastName}).Draw(t, "field")
		foreign, faults := scanText(name)
		if name == "" || faults&unsendable != 0 {
			return
		}
		rec.Submission[f] = name
		l, signs, each := lookAtName(name), nameSign(0), nameSign(0)
		if l.signs {
			signs, each = l.read(rec, name), signsIn(name)
		}
		slow := l
		slow.writing = unread
		other := *rec
		if got, want := v.checkDamage(rec, f, name, foreign, signs, l.writing), v.checkDamage(&other, f, name, foreign, each, slow.writing); got != want || !slices.Equal(rec.Issues, other.Issues) {
			t.Fatalf("%q of %q: damage is %v %v, want %v %v", name, home(rec), got, rec.Issues, want, other.Issues)
		}
		all := slow.kinds(name)
		if got := l.kinds(name); got != all {
			t.Fatalf("%q has the kinds %x, want %x", name, got, all)
		}
		if got, want := v.oddName(rec, f, name, &l, all, signs), v.oddName(rec, f, name, &slow, all, each); got != want {
			t.Fatalf("%q of %q: %v, want %v", name, home(rec), got, want)
		}
	})
}
