package idnumber

import (
	"strings"
	"testing"
)

func TestWritten(t *testing.T) {
	for _, test := range []struct {
		country string
		paper   Paper
		want    Verdict
		numbers string
	}{
		{"TUR", Passport, Sound, "U13253987 u13253987"},
		{"TUR", Passport, Unsound, "U44719 U132539871 132539871 UU3253987"},
		{"ESP", Passport, Sound, "PAA447190 XDD-447190 AE447190"},
		{"ESP", Passport, Unsound, "PAA4471 44719026"},
		{"FRA", Passport, Sound, "22AB12345"},
		{"FRA", Passport, Unsound, "22JM792 AB2212345"},
		{"CAN", Passport, Sound, "AB447190 P123456AB"},
		{"CAN", Passport, Unsound, "447190 AB44719"},
		{"KOR", Passport, Sound, "M44171902 M441A7190"},
		{"KOR", Passport, Unsound, "M44I71902"},
		{"DEU", Passport, Sound, "C01H96F19 C01H96F197 CFGHJKLMN A1234567"},
		{"DEU", Passport, Unsound, "CO1H96F19 C01H96FI9 C01H96F1"},
		{"DEU", Passport, Unsound, "T0R9VFYF5 l01x00t47"},
		{"DEU", Card, Sound, "T0R9VFYF5 L01X00T471 1234567890"},
		{"DEU", Card, Unsound, "C01H96F19 K01H96F197"},
		{"NLD", Card, Sound, "NZLLM9477 SPECI2021"},
		{"NLD", Card, Unsound, "NZLOM9477 NZLLM947"},
		{"USA", Passport, Sound, "483190712 A48319071"},
		{"USA", Passport, Unsound, "4831907"},
		{"CHE", Passport, Sound, "X1234567 S0A00A00"},
		{"BGR", Card, Sound, "644719026 AB4471902"},
		{"BGR", Card, Unsound, "6447190263"},
		{"KEN", Card, Unsound, "K44719X"},
		{"MAR", Card, Sound, "AB123456 A123456 BE12345"},
		{"MAR", Card, Unsound, "447190"},
		{"MEX", Card, Sound, "GLSNGN65060609H400 1234567890123"},
		{"MEX", Card, Unsound, "GLSNGN6506062"},
		{"GBR", Licence, Sound, "MORRI658217A99BC MORGA657054SM9IJ MORGA657054SM9IJ35 12345678"},
		{"GBR", Licence, Unsound, "MORRI658217A 198576386"},
		{"GBR", Passport, Unsound, "MORRI909142S97NL"},
		{"NGA", Person, Unsound, "A63125374"},
		{"NGA", Person, Sound, "12345678901"},
		{"TUV", Passport, Other, "1 A"},
		{"", Passport, Other, "1"},
		{"POL", Person, Other, "A"},
		{"TUR", Passport, Other, "U1325398*7 \xff U1<"},
		{"TUR", Passport, Unsound, "U12345678901234567890123456789012345678901234567890"},
	} {
		for number := range strings.FieldsSeq(test.numbers) {
			if got := Written(test.country, number, test.paper); got != test.want {
				t.Errorf("%s %s: %d, want %d", test.country, number, got, test.want)
			}
		}
	}
}

func TestHolderOf(t *testing.T) {
	for _, test := range []struct {
		country, number string
		paper           Paper
		facts           Facts
		head            string
	}{
		{"GBR", "MORGA657054SM9IJ", Licence, Facts{64, 7, 5, false, Female}, "MORGA"},
		{"GBR", "FOX99 208210 A99BC", Licence, Facts{20, 8, 21, false, Male}, "FOX"},
		{"MEX", "GLSNGN65060609H400", Card, Facts{65, 6, 6, false, Male}, "G"},
		{"GBR", "MORGA699054SM9IJ", Licence, Facts{}, ""}, // no month
		{"GBR", "MORGA657054SM9IJ", Card, Facts{}, ""},
		{"CAN", "T8833-27788-80926", Licence, Facts{88, 9, 26, false, Male}, "T"},
		{"CAN", "T8833-27788-85926", Licence, Facts{88, 9, 26, false, Female}, "T"},
		{"CAN", "T8833-27788-81326", Licence, Facts{}, ""}, // no month
		{"CAN", "T8833-260988-01", Licence, Facts{88, 9, 26, false, Unknown}, "T"},
		{"CAN", "TREMB260988123", Licence, Facts{88, 9, 26, false, Unknown}, "TREMB"},
		{"CAN", "T880926123", Licence, Facts{88, 9, 26, false, Unknown}, "T"},
		{"CAN", "1234567", Licence, Facts{}, ""}, // of British Columbia
		{"CAN", "T8833-27788-80926", Card, Facts{}, ""},
		{"MEX", "GLSNGN65060609X400", Card, Facts{}, ""},
		{"MEX", "GAPL850112HDFRRN09", Card, Facts{}, ""}, // a CURP
		{"FRA", "MORGA657054SM9IJ", Licence, Facts{}, ""},
	} {
		h := HolderOf(test.country, test.number, test.paper)
		if h.Facts != test.facts || string(h.Head[:h.Known]) != test.head || (h.Name == "") != (test.head == "") {
			t.Errorf("%s: %+v", test.number, h)
		}
	}
}

// Identity cards of some countries have letters, or a number of digits.
func TestOfNoCard(t *testing.T) {
	for number, want := range map[string]bool{
		"ITA 904417238": true, "ITA CA00000AA": false, "BEL 59212345": true, "BEL 591-0123456-77": false, "BEL B123456789": false,
		"POL 88022912341": true, "CZE 123456789": false, "CZE 12345678": true, "DEU 123456789": false, "ITA ": false, "ITA \xff": false,
	} {
		if got := OfNoCard(number[:3], number[4:]); got != want {
			t.Errorf("%s: %v", number, got)
		}
	}
}

// How many characters a number has too many, or too few.
func TestOff(t *testing.T) {
	for number, want := range map[string]int{"NOR C0284615": 0, "NOR CC02846": -1, "NOR FHA0284615733": 5, "LKA N0284": -3, "LKA N 0284615": 0, "LKA N0284#": 0, "TUV 12": 0} {
		if s := ShapeOf(number[:3], number[4:]); s.Off(Passport) != want {
			t.Errorf("%s: %d", number, s.Off(Passport))
		}
	}
}
