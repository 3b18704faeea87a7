package idnumber

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

type sample struct {
	country, number  string
	year, month, day int
	gender           Gender
}

func samples(t testing.TB) []sample {
	t.Helper()
	b, err := os.ReadFile("testdata/sound.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var list []sample
	for line := range strings.Lines(string(b)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		s := sample{country: f[0], number: f[1], gender: map[string]Gender{"-": Unknown, "M": Male, "F": Female}[f[3]]}
		if f[2] != "-" {
			if _, err := fmt.Sscanf(f[2], "%d-%d-%d", &s.year, &s.month, &s.day); err != nil {
				t.Fatal(err)
			}
		}
		list = append(list, s)
	}
	return list
}

func TestSound(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range samples(t) {
		r := Read(s.country, s.number, OfCardOwner)
		if r.Verdict != Sound || r.Name == "" {
			t.Errorf("%s %s: %+v", s.country, s.number, r)
			continue
		}
		seen[r.Name] = true
		if s.year != 0 && (r.Facts.Month == 0 || r.Facts.Contradicts(s.year, s.month, s.day) || !r.Facts.Contradicts(s.year, s.month%12+1, s.day)) {
			t.Errorf("%s %s: born %d-%d-%d, read %+v", s.country, s.number, s.year, s.month, s.day, r.Facts)
		}
		if s.gender != Unknown && r.Facts.Gender != s.gender {
			t.Errorf("%s %s: gender %d, read %d", s.country, s.number, s.gender, r.Facts.Gender)
		}
	}
	apart := []string{"Indian PAN", "German identity card number", "German passport number", "Bulgarian number of a foreigner", "Macedonian EMBG", "Bosnian JMBG", "Montenegrin JMBG", "Croatian JMBG", "Slovak birth number"}
	for _, kind := range Kinds() {
		if !seen[kind.Name] && !slices.Contains(apart, kind.Name) {
			t.Errorf("no sample of the %s", kind.Name)
		}
		if kind.Source == "" {
			t.Errorf("the %s has no source", kind.Name)
		}
	}
}

// A last character that was mistyped is found by each kind that has a check
// digit there.
func TestAnotherLastCharacter(t *testing.T) {
	unchecked := []string{"MYS", "IDN", "VNM", "PAK", "LKA", "UZB", "DNK", "EGY", "USA", "BGR", "ISL", "GBR", "IRL", "FIN", "SEN", "ALB", "CUB"}
	for _, s := range samples(t) {
		digit := strings.LastIndexAny(s.number, "0123456789")
		if slices.Contains(unchecked, s.country) || strings.TrimRight(s.number[digit+1:], ")") != "" {
			continue
		}
		for d := '0'; d <= '9'; d++ {
			other := s.number[:digit] + string(d) + s.number[digit+1:]
			if r := Read(s.country, other, OfCardOwner); other != s.number && r.Verdict == Sound {
				t.Errorf("%s %s passes, as does %s", s.country, other, s.number)
			}
		}
	}
}

func TestRead(t *testing.T) {
	for _, test := range []struct {
		country, number string
		place           Place
		want            Verdict
	}{
		{"POL", "", OfPerson, Other},
		{"POL", "AB1234567", OfPerson, Other},               // a passport's
		{"POL", "44051401459", OfPerson, Unsound},           // the check digit
		{"POL", "44053201359", OfPerson, Unsound},           // no such day
		{"POL", "440514 01359", OfPerson, Sound},            // grouped
		{"POL", "44051401359", OnCard, Other},               // the card has a number of its own
		{"POL", "４４０５１４０１３５９", OfPerson, Sound},             // digits of full width
		{"POL", "44051401358\u200b", OfPerson, Unsound},     // what nobody sees
		{"POL", "440514–01358", OfPerson, Unsound},          // a long stroke
		{"EGY", "٢٨٥١١٢٣٢٦٢٧٥٥٨", OfPerson, Sound},          // Arabic digits
		{"EGY", "28511239927558", OfPerson, Unsound},        // no such governorate
		{"CUB", "85112302354", OfPerson, Sound},             //
		{"CUB", "85133102354", OfPerson, Unsound},           // no such month
		{"CUB", "8511230235", OfPerson, Other},              // too short
		{"CHL", "24.063.679-0", OnCard, Unsound},            // grouped as a RUN
		{"CHL", "240636790", OnCard, Other},                 // of the card itself
		{"DEU", "306/6338/3279", OfPerson, Other},           // a tax office's
		{"IDN", "0589769363436256", OfPerson, Other},        // a taxpayer's
		{"LKA", "432864852X", OfPerson, Sound},              // of 1943
		{"LKA", "439004852V", OfPerson, Unsound},            // no such day
		{"BGR", "1524069192", OfPerson, Unsound},            //
		{"XXX", "44051401359", OfPerson, Other},             // no such country
		{"KOR", "850101-1234567", OfPerson, Unsound},        // the check digit
		{"KOR", "201101-3123456", OfPerson, Sound},          // born when check digits had ended
		{"KOR", "850101-5123456", OfPerson, Sound},          // a foreigner's
		{"KOR", "851301-1234567", OfPerson, Unsound},        // no such month
		{"KOR", "11-22-333333-44", OfPerson, Other},         // a driver's licence's
		{"JPN", "123456789012", OfPerson, Other},            // may be a licence's
		{"JPN", "123456789012", OfCardOwner, Unsound},       //
		{"SWE", "850126-3341", OfPerson, Unsound},           //
		{"SWE", "19850126-3340", OfPerson, Sound},           //
		{"SWE", "850186-3344", OfPerson, Unsound},           // a coordination number's day
		{"FIN", "131052-308T", OfPerson, Sound},             //
		{"FIN", "131052-308U", OfPerson, Unsound},           //
		{"FIN", "010594Y9032", OfPerson, Sound},             // a sign of 2023
		{"USA", "666-12-3456", OfPerson, Unsound},           //
		{"USA", "912-70-1234", OfPerson, Other},             // a taxpayer number
		{"FRA", "286110010751690", OfPerson, Unsound},       // no such department
		{"FRA", "104133538010723", OfPerson, Unsound},       // no such month
		{"FRA", "104203538010738", OfPerson, Sound},         // the month is not known
		{"FRA", "104533538010781", OfPerson, Sound},         //
		{"FRA", "104453538010750", OfPerson, Unsound},       //
		{"ROU", "1780423682339", OfPerson, Unsound},         // no such county
		{"ROU", "1780423472332", OfPerson, Sound},           // a part of Bucharest once
		{"ROU", "1780423702335", OfPerson, Sound},           // of nobody's county
		{"ROU", "7780423682331", OfPerson, Sound},           // a foreigner's
		{"ROU", "1780423002333", OfPerson, Unsound},         //
		{"SEN", "3542198496775", OfPerson, Other},           //
		{"SEN", "2542189896775", OfPerson, Other},           // no such year
		{"GBR", "QQ123456C", OfPerson, Unsound},             // in examples only
		{"GBR", "TN031258M", OfPerson, Unsound},             // an employer's
		{"GBR", "TN 03 12 58 F", OfPerson, Unsound},         //
		{"GBR", "TP031258M", OfPerson, Other},               //
		{"GBR", "AB123456", OfPerson, Other},                // without the last letter
		{"MYS", "680620-00-7958", OfPerson, Unsound},        // no such place
		{"MYS", "680620-97-7958", OfPerson, Unsound},        //
		{"MYS", "680620-98-7958", OfPerson, Sound},          // of no state
		{"MYS", "680620-14-7958", OfPerson, Sound},          //
		{"MYS", "680620-71-7958", OfPerson, Sound},          // born abroad
		{"IND", "XXXX XXXX 1234", OnAadhaar, Other},         // masked
		{"IND", "2234 5678 9012", OnAadhaar, Unsound},       //
		{"IND", "ABCPE1234F", OnPAN, Sound},                 //
		{"IND", "ABCZE1234F", OnPAN, Unsound},               // no such holder
		{"IND", "A1234567", OnPAN, Unsound},                 // nothing like it
		{"IND", "A1234567", OfPerson, Other},                //
		{"JPN", "123456-789012", OnCard, Other},             // grouped in another way
		{"JPN", "1234 5678 9012", OnCard, Unsound},          //
		{"PRT", "237376261", OfPerson, Sound},               //
		{"PRT", "237376260", OfPerson, Unsound},             //
		{"PRT", "501964843", OfPerson, Other},               // a company's
		{"KWT", "288020122597", OfPerson, Unsound},          //
		{"LVA", "161175-19996", OfPerson, Unsound},          //
		{"DEU", "T220001293", OnCard, Sound},                // BSI's specimen
		{"DEU", "T220001294", OnCard, Unsound},              //
		{"DEU", "C01X00T47", OnPassport, Other},             // without its check digit
		{"DEU", "M012345679", OnPassport, Other},            // no passport begins like that
		{"DEU", "C01X00T478", OnPassport, Sound},            //
		{"DEU", "1220001297D", OnCard, Other},               // an old card's
		{"CHN", "11010519491231002X", OfPerson, Sound},      // of the standard
		{"CHN", "110105194912310021", OfPerson, Unsound},    //
		{"CHN", "990105194912310025", OfPerson, Unsound},    // no such province
		{"CHN", "E12345678", OfPerson, Other},               // a passport's
		{"BEL", "00012556777", OfPerson, Sound},             // born in 2000
		{"SVK", "7103192745", OfPerson, Sound},              //
		{"BRA", "111.111.111-11", OfPerson, Unsound},        //
		{"ESP", "AAA123456", OnCard, Other},                 // the card's support number
		{"MEX", "GODE561231GR8", OfPerson, Other},           // a taxpayer number
		{"HRV", "0101990300002", OfPerson, Unsound},         // of the older kind
		{"LVA", "321234-56789", OfPerson, Other},            // of the new kind
		{"ITA", "RSSMRA85T10A562S", OfPerson, Sound},        //
		{"ITA", "RSSMRA85T10A562T", OfPerson, Unsound},      //
		{"ITA", "RSSMRAURT10A562D", OfPerson, Unsound},      // letters for digits
		{"FRA", "255081416802538", OfPerson, Sound},         // of INSEE
		{"FRA", "2 55 08 14 168 025 39", OfPerson, Unsound}, //
	} {
		if got := Read(test.country, test.number, test.place); got.Verdict != test.want {
			t.Errorf("%s %q in %b: %+v, want %d", test.country, test.number, test.place, got, test.want)
		}
	}
}

// Noughts that are put back make a number of the kinds that can begin with one.
func TestRestore(t *testing.T) {
	for _, test := range []struct {
		country, number string
		place           Place
		want            string
	}{
		{"POL", "3260513110", OfPerson, "Polish PESEL"},
		{"POL", "03260513110", OfPerson, ""},                                   // nothing was lost
		{"POL", "3260513111", OfPerson, ""},                                    // the check digit
		{"POL", "3260513110", OnCard, ""},                                      // no card has it
		{"POL", "32605-13110", OfPerson, ""},                                   // no spreadsheet leaves signs
		{"KOR", "1053000002", OfPerson, "Korean resident registration number"}, // three noughts
		{"NLD", "51530223", OfPerson, "Dutch BSN"},
		{"NLD", "1234566", OfPerson, ""},                             // no date confirms two noughts
		{"VNM", "1085012345", OfPerson, "Vietnamese citizen number"}, // the year does
		{"VNM", "1085012345", OnCard, "Vietnamese citizen number"},
		{"VNM", "108501234", OfPerson, ""}, // no province is 000
		{"ECU", "116903972", OnCard, "Ecuadorian cédula"},
		{"BRA", "1234554054", OfPerson, "Brazilian CPF"},
		{"BRA", "1234554054", OnCard, ""}, // ungrouped it is no CPF there
		{"USA", "11223344", OfPerson, ""}, // nothing tells
		{"XXX", "3260513110", OfPerson, ""},
		{"POL", "", OfPerson, ""},
		{"POL", "326051311032605131103260513110", OfPerson, ""},
	} {
		got := Restore(test.country, test.number, test.place)
		if got.Name != test.want || (got.Verdict == Sound) != (test.want != "") {
			t.Errorf("%s %s: %+v, want %q", test.country, test.number, got, test.want)
		}
	}
}

// More noughts than one are put back where nothing tells a birth date, for other rows to
// confirm.
func TestRestoreUndated(t *testing.T) {
	for _, test := range []struct {
		country, number string
		place           Place
		want            string
	}{
		{"DOM", "113918254", OfPerson, "Dominican cédula"},
		{"DOM", "113918254", OnCard, "Dominican cédula"},
		{"DOM", "113918253", OfPerson, ""}, // the check digit
		{"NLD", "1234560", OfPerson, "Dutch BSN"},
		{"VNM", "1085012345", OfPerson, ""}, // it tells the year
		{"KOR", "1053000002", OfPerson, ""}, // it tells the birth date
	} {
		if got := RestoreUndated(test.country, test.number, test.place); got.Name != test.want {
			t.Errorf("%s %s: %+v, want %q", test.country, test.number, got, test.want)
		}
	}
}

func TestDistinct(t *testing.T) {
	for number, want := range map[string]bool{
		"ESP X2688000A": true, "BRA 710.433.845-46": true, "BRA 71043384546": false, "ESP 12345678A": false, "POL 44051401358": false, "CHE 7566975072272": true,
	} {
		country, n, _ := strings.Cut(number, " ")
		if got := Read(country, n, OfPerson); got.Verdict != Unsound || got.Distinct != want {
			t.Errorf("%s: %+v", number, got)
		}
	}
}

// TestOldFrenchCard reads the published specimen of the card that is no TD2.
func TestOldFrenchCard(t *testing.T) {
	const zone = "IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<8806923102858CORINNE<<<<<<<6512068F6"
	want := Facts{Year: 65, Month: 12, Day: 6, Gender: Female}
	for _, s := range []string{zone, strings.ToLower(zone)} {
		if got := ReadZone(s); got.Verdict != Sound || got.Facts != want {
			t.Errorf("%+v", got)
		}
	}
	for _, spoiled := range []string{"8806923102868", "6512078F6", "6512068F7"} {
		z := strings.Replace(strings.Replace(zone, "8806923102858", spoiled, b2i(len(spoiled) == 13)), "6512068F6", spoiled, b2i(len(spoiled) == 9))
		if got := ReadZone(z); got.Verdict != Unsound {
			t.Errorf("%s: %+v", spoiled, got)
		}
	}
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// The specimens of ICAO 9303, parts 4 to 6.
const (
	specimen3 = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"
	specimen2 = "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\r\nD231458907UTO7408122F1204159<<<<<<<6"
	specimen1 = "I<UTOD231458907<<<<<<<<<<<<<<< 7408122F1204159UTO<<<<<<<<<<<6 ERIKSSON<<ANNA<MARIA<<<<<<<<<<"
)

func TestReadZone(t *testing.T) {
	anna := Facts{Year: 74, Month: 8, Day: 12, Gender: Female}
	for name, zone := range map[string]string{"TD3": specimen3, "TD2": specimen2, "TD1": specimen1, "a line": specimen3[45:]} {
		if got := ReadZone(zone); got.Verdict != Sound || got.Facts != anna {
			t.Errorf("%s: %+v", name, got)
		}
		for _, digit := range []string{"7408122", "1204159"} {
			spoiled := strings.Replace(zone, digit, digit[:6]+"0", 1)
			if got := ReadZone(spoiled); got.Verdict != Unsound {
				t.Errorf("%s with another %s: %+v", name, digit, got)
			}
		}
		if got := ReadZone(strings.Replace(zone, "ZE184226B<<<<<10", "ZE184226B<<<<<11", 1)); got.Verdict == Sound && strings.Contains(zone, "ZE1") {
			t.Errorf("%s with another composite digit passes", name)
		}
	}
	for _, s := range []string{"", "M1234567", strings.Repeat("<", 44), strings.Repeat("A", 88), strings.Repeat("\xff", 90), specimen1[:70], strings.Repeat("P<", 44)} {
		if got := ReadZone(s); got.Verdict != Other && !strings.HasPrefix(s, "P<P") {
			t.Errorf("%q: %+v", s, got)
		}
	}
}

// A zone names the number of its document, and when it expires.
func TestZoneNames(t *testing.T) {
	for _, test := range []struct {
		zone, number string
		expiry       int
		want         bool
	}{
		{specimen3, "L898902C3", 120415, true},
		{specimen3, "l898902c", 120415, true},
		{specimen3, "L898902C36", 120415, true}, // with its check digit
		{specimen3, "ZE 184226 B", 120415, true},
		{specimen3, "L898902D", 120415, false},
		{specimen3, "№ 7", 120415, true}, // which no zone has
		{specimen1, "D23145890", 120415, true},
		{specimen1, "D23145891", 120415, false},
		{specimen2, "D23145890", 120415, true},
		{"IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<8806923102858CORINNE<<<<<<<6512068F6", "880692310285", 0, true},
		{"IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<8806923102858CORINNE<<<<<<<6512068F6", "880692310286", 0, false},
	} {
		zone := ReadZone(test.zone)
		if got := zone.Names(test.number); got != test.want || zone.Expiry != test.expiry || zone.Booklet != (test.zone == specimen3) {
			t.Errorf("%s: %v, %d", test.number, got, zone.Expiry)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range samples(f) {
		f.Add(s.country, s.number)
	}
	f.Add("DEU", specimen3)
	f.Fuzz(func(t *testing.T, country, s string) {
		for _, place := range []Place{OfPerson, OfCardOwner, OnCard, OnPassport, OnAadhaar, OnPAN} {
			r := Read(country, s, place)
			if back := Restore(country, s, place); back.Verdict == Unsound || (back.Verdict == Other) != (back == Reading{}) {
				t.Fatalf("%+v", back)
			}
			if (r.Verdict == Other) != (r.Name == "") || r.Verdict == Other && r != (Reading{}) {
				t.Fatalf("%+v", r)
			}
		}
		ReadZone(s)
	})
}

func BenchmarkRead(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Read("POL", "44051401359", OfPerson)
	}
}
