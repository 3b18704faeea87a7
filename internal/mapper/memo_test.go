package mapper

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/text"
)

// forgetful is a tally without memos.
func forgetful(p *Plan) *Tally {
	t := p.Tally(nil)
	for i := range t.fields {
		t.fields[i].memo = nil
	}
	return t
}

// Whatever was remembered, records and counts are what they are without.
func TestRememberingChangesNothing(t *testing.T) {
	m := load(t, withFields(`
email: {from: a, transform: [trim, lower]}
fullName: {from: b, transform: [collapse-spaces, nfc, title]}
birthDate: {from: c, date: [DD/MM/YYYY, MM.DD.YYYY]}
kycStatus: {from: d, values: {A: approved, R: rejected, approved: approved}, otherwise: omit}
idType: {from: d, values: {A: passport}, otherwise: visa}
issuingCountry: {from: e, country: alpha3, default: KOR}
nationality: {from: e, country: alpha3, when: "row['a'] != ''"}
documentNumber: {first: [a, b], transform: upper}
cf1: {const: k}`))
	p, err := m.Compile(strings.Split("id,a,b,c,d,e", ","))
	if err != nil {
		t.Fatal(err)
	}
	cells := rapid.SampledFrom([]string{
		"", " ", "A", "R", "approved", " A", "kr", "Korea, Republic of", "Atlantis", "31/12/1980", "02.03.1990", "31/02/1980", "x@Y.z", "e\u0301", "ß  ß", "Żółw\u0085", "\ufffd 김", "김 민수",
	})
	rapid.Check(t, func(t *rapid.T) {
		memory, none := p.Tally(func(f kyc.Field, value string) bool { return f == kyc.Email && value == "a" }), forgetful(p)
		for i := range rapid.IntRange(1, 30).Draw(t, "rows") {
			row := &kyc.Row{Valid: i%2 == 0, Cells: append([]string{fmt.Sprint(i)}, rapid.SliceOfN(cells, 5, 5).Draw(t, "cells")...)}
			one, two := &kyc.Record{Row: row}, &kyc.Record{Row: row}
			memory.Map(one)
			none.Map(two)
			if want := one.Submission[kyc.Email] == "a"; one.Sound.Has(kyc.Email) && !want {
				t.Fatalf("%q is sound", one.Submission[kyc.Email])
			}
			for f := range kyc.NumFields {
				if one.Plain.Has(f) && !text.TraitsOf(one.Submission[f]).Printable() {
					t.Fatalf("%q is plain", one.Submission[f])
				}
				if value := one.Submission[f]; one.Clean.Has(f) && strings.ContainsFunc(value, unclean) {
					t.Fatalf("%q is clean", value)
				}
			}
			if d := one.Days.Birth; d != 0 && one.Submission[kyc.BirthDate] != fmt.Sprintf("%04d-%02d-%02d", d.Year(), d/100%100, d%100) {
				t.Fatalf("%q is said to be the day %d", one.Submission[kyc.BirthDate], d)
			}
			if one.Days != two.Days {
				t.Fatalf("days are %v, without a memo %v", one.Days, two.Days)
			}
			if diff := cmp.Diff(two, one, whatIsMade); diff != "" {
				t.Fatalf("row %q (-without +with):\n%s", row.Cells, diff)
			}
		}
		if diff := cmp.Diff(Changes(none), Changes(memory)); diff != "" {
			t.Fatalf("changes (-without +with):\n%s", diff)
		}
	})
}

func unclean(r rune) bool { return unicode.IsControl(r) || r == unicode.ReplacementChar }

func tallyOf(t *testing.T, sound func(kyc.Field, string) bool) *Tally {
	t.Helper()
	m := load(t, withFields("email: {from: a, transform: lower}\ncf1: {const: k}\ncf2: {const: other}"))
	p, err := m.Compile([]string{"id", "a"})
	if err != nil {
		t.Fatal(err)
	}
	return p.Tally(sound)
}

func TestSoundIsAskedOnce(t *testing.T) {
	var asked []string
	tally := tallyOf(t, func(_ kyc.Field, value string) bool {
		asked = append(asked, value)
		return value != "other"
	})
	for i := range 3 {
		rec := &kyc.Record{Row: &kyc.Row{Cells: []string{"1", "A@b.example"}}}
		tally.Map(rec)
		if want := kyc.FieldsOf(kyc.Email, kyc.CF1); i > 0 && rec.Sound != want {
			t.Errorf("sound are %b, want %b", rec.Sound, want)
		}
	}
	if want := []string{"k", "other", "a@b.example"}; !slices.Equal(asked, want) {
		t.Errorf("asked %v, want %v", asked, want)
	}
}

// A column in which hardly a value comes twice is not remembered any more.
func TestMemoIsGivenUp(t *testing.T) {
	few, many := tallyOf(t, nil), tallyOf(t, nil)
	for i := range 2 * memoTrial {
		few.Map(&kyc.Record{Row: &kyc.Row{Cells: []string{"1", fmt.Sprint(i % 9)}}})
		many.Map(&kyc.Record{Row: &kyc.Row{Cells: []string{"1", fmt.Sprint(i)}}})
	}
	if few.fields[0].memo == nil || many.fields[0].memo != nil {
		t.Errorf("few values are remembered: %t, many: %t", few.fields[0].memo != nil, many.fields[0].memo != nil)
	}
}

// What is remembered stands apart from the row that it came from, and is short.
func TestMemoHoldsNoRow(t *testing.T) {
	tally := tallyOf(t, nil)
	long := strings.Repeat("x", longestRemembered+1)
	for _, cell := range []string{long, "short"} {
		tally.Map(&kyc.Record{Row: &kyc.Row{Cells: []string{"1", cell}}})
	}
	var kept []string
	for _, r := range tally.fields[0].memo.places {
		if r != nil {
			kept = append(kept, r.cell)
		}
	}
	if !slices.Equal(kept, []string{"short"}) {
		t.Errorf("%d values are kept", len(kept))
	}
}

// Two values that fall on the same place do not drive each other out.
func TestMemoHasTwoPlaces(t *testing.T) {
	tally := tallyOf(t, nil)
	one, two := "", ""
	for i := 0; two == ""; i++ {
		switch s := fmt.Sprint(i); {
		case one == "":
			one = s
		case placeOf(text.EndsOf(s)) == placeOf(text.EndsOf(one)):
			two = s
		}
	}
	for _, cell := range []string{one, two, one, two} {
		tally.Map(&kyc.Record{Row: &kyc.Row{Cells: []string{"1", cell}}})
	}
	if m := tally.fields[0].memo; m.asked != 4 || m.missed != 2 {
		t.Errorf("%s and %s: asked %d times, missed %d", one, two, m.asked, m.missed)
	}
}
