package validate

import (
	"hash/maphash"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kycmigrate/internal/kyc"
)

// Names that are one, as files of different systems have them, and others that are two.
func TestNamesInOtherLetters(t *testing.T) {
	seed := maphash.MakeSeed()
	hash := func(name string) uint64 {
		sum, _ := nameHash(seed, name, nil)
		return sum
	}
	for _, same := range [][]string{
		{"Jürgen Müller", "Juergen Mueller", "JURGEN MULLER", "Mueller, Jürgen", "Ju\u0308rgen Mu\u0308ller"}, {"Jörg Köhler", "Joerg Koehler"}, {"Käthe Bär", "Kaethe Baer"},
		{"Đurđa Babić", "Djurdja Babic", "Durda Babic", "Ђурђа Бабић"}, {"Søren Kjærgård", "Soeren Kjaergaard", "SOREN KJAERGARD"}, {"Åse Aagård", "Aase Aagaard"}, {"Þórunn Guðmundsdóttir", "Thorunn Gudmundsdottir"},
		{"Драган Петровић", "Dragan Petrović", "PETROVIC DRAGAN"}, {"Љиљана Његош", "Ljiljana Njegoš"}, {"Џејн Ћосић", "Džejn Ćosić"},
		{"Георги Желязков", "Georgi Zhelyazkov"}, {"Ангел Въжаров", "Angel Vazharov"}, {"Юлия Щукина", "YULIYA SHCHUKINA"}, {"Михаил Кузнецов", "Mikhail Kuznetsov"}, {"Юлія Ігорівна", "Yuliia Ihorivna"}, {"Євген Яценко", "Yevhen Yatsenko"},
		{"Manoj Kumar Singh", "Mr. Manoj Kumar Singh"}, {"Anna Nowak", "Dr. Anna Nowak", "Frau Anna Nowak"}, {"John Smith", "Mr John Smith Jr.", "JOHN SMITH III"}, {"Eva Novak", "Eva Novak, Ph.D."},
		{"Giulia Bellucci", "Giulia Belluci", "GIULIA BELUCCI"}, {"Fiona MacDonald", "Fiona McDonald", "FIONA MCDONALD"}, {"Robert Ashdown", "Bob Ashdown", "Ashdown, Bobby", "ROB ASHDOWN"}, {"Catherine Miller", "Cathy Miller"}, {"Jennifer Lee", "Jenny Lee"}, {"Matthew Lee", "Matt Lee"}, {"Joséphine Müllner", "Josephine Muelner"},
		{"Анна Филиппова", "Анна Филипова", "Anna Filipova"},
	} {
		for _, name := range same[1:] {
			if hash(name) != hash(same[0]) || hash(name) == 0 {
				t.Errorf("%s and %s are two", same[0], name)
			}
		}
	}
	for _, two := range [][2]string{
		{"Anh Lee", "Anh Le"}, {"Anna Lee", "Ana Lee"}, {"Jack Lee", "John Lee"}, {"Max Bauer", "Maximilian Bauer"}, {"Ann Ebbbbe", "Ann Ebbe"}, {"Steve Lee", "Stephen Lee"}, {"Mac Lee", "Mc Lee"}, {"Sue Lee", "Su Lee"}, {"Joe Lee", "Jo Lee"}, {"Li Xuefeng", "Li Xufeng"}, {"Li Yueming", "Li Yuming"}, {"Иван Петров", "Иван Петрова"}, {"Иван", "Иванъ"}, {"Zhang Wei", "Zang Wei"}, {"Shen Li", "Sen Li"},
		{"Pan Wei Ming", "Wei Ming"}, {"Md Rahim Khan", "Rahim Khan"}, {"Don John Smith", "John Smith"}, {"Adé Noël", "Adé Noé"}, {"é", "e"},
	} {
		if hash(two[0]) == hash(two[1]) && hash(two[0]) != 0 {
			t.Errorf("%s and %s are one", two[0], two[1])
		}
	}
}

// A person whose family name lacks a particle or the second of two, or of whose birth date
// day and month are exchanged.
func TestNamesAndDatesThatLackLittle(t *testing.T) {
	of := func(nation, full string, more ...string) values {
		v := values{kyc.FullName: full, kyc.Gender: "female", kyc.Nationality: nation, kyc.AddressStreet: "12 Mill Lane", kyc.AddressCity: "Perth"}
		for i, f := range []kyc.Field{kyc.BirthDate, kyc.Gender, kyc.FirstName, kyc.LastName, kyc.AddressStreet, kyc.IdentityNumber} {
			if i < len(more) && more[i] != "" {
				v[f] = more[i]
			}
		}
		return v
	}
	const none, one = "", "person_repeated"
	for name, test := range map[string]struct {
		a, b values
		want string
	}{
		"a Dutch particle":          {of("NLD", "Femke van der Laan"), of("NLD", "Femke Laan"), one},
		"one behind the name":       {of("NLD", "Laan, Femke van der"), of("NLD", "FEMKE LAAN"), one},
		"a German one":              {of("DEU", "Ute von Bülow"), of("DEU", "Ute Buelow"), one},
		"an Arab one":               {of("ARE", "Fatima Al-Mansoori"), of("ARE", "Fatima Mansoori"), one},
		"a Portuguese one":          {of("PRT", "Ana da Silva"), of("PRT", "Ana Silva"), one},
		"one and a second name":     {of("NLD", "Femke Anna van Dijk"), of("NLD", "Femke Dijk"), one},
		"no particle there":         {of("VNM", "Nguyen Van An"), of("VNM", "Nguyen An"), one}, // a name in the middle
		"another name":              {of("VNM", "Le Van"), of("VNM", "An Van"), none},
		"a name of two words":       {of("BRA", "Da Silva"), of("BRA", "De Silva"), none},
		"other particles":           {of("DEU", "Ute La Roche"), of("DEU", "Ute Roche"), one}, // a name in the middle
		"the second family name":    {of("PER", "Lucía Carrasco Ibáñez", "", "", "Lucía", "Carrasco Ibáñez"), of("PER", "Lucia Carrasco", "", "", "Lucia", "Carrasco"), one},
		"the first family name":     {of("PER", "Lucía Carrasco Ibáñez", "", "", "Lucía", "Carrasco Ibáñez"), of("PER", "Lucia Ibáñez", "", "", "Lucia", "Ibáñez"), none},
		"another second one":        {of("PER", "Lucía Carrasco Ibáñez", "", "", "Lucía", "Carrasco Ibáñez"), of("PER", "Lucia Carrasco Ruiz", "", "", "Lucia", "Carrasco Ruiz"), none},
		"a second one elsewhere":    {of("BRA", "Lucía Carrasco Ibáñez", "", "", "Lucía", "Carrasco Ibáñez"), of("BRA", "Lucia Carrasco", "", "", "Lucia", "Carrasco"), none},
		"day and month":             {of("CAN", "Isabella Martin", "1979-11-04"), of("CAN", "Isabella Martin", "1979-04-11"), one},
		"day and month, again":      {of("CAN", "Isabella Martin", "1979-04-11"), of("CAN", "Isabella Martin", "1979-11-04"), one},
		"another street":            {of("CAN", "Isabella Martin", "1979-11-04"), of("CAN", "Isabella Martin", "1979-04-11", "", "", "", "5 High Street"), none},
		"the same date, elsewhere":  {of("CAN", "Isabella Martin", "1979-11-04"), of("CAN", "Isabella Martin", "1979-11-04", "", "", "", "5 High Street"), one},
		"a number of one of them":   {of("CAN", "Isabella Martin", "1979-11-04"), of("CAN", "Isabella Martin", "1979-04-11", "", "", "", "", "046454286"), none},
		"the same date, one number": {of("CAN", "Isabella Martin", "1979-11-04"), of("CAN", "Isabella Martin", "1979-11-04", "", "", "", "", "046454286"), one},
		"another year":              {of("CAN", "Isabella Martin", "1979-04-11"), of("CAN", "Isabella Martin", "1978-11-04"), none},
		"another day":               {of("CAN", "Isabella Martin", "1979-04-11"), of("CAN", "Isabella Martin", "1979-11-05"), none},
		"a day that is no month":    {of("CAN", "Isabella Martin", "1979-04-13"), of("CAN", "Isabella Martin", "1979-05-13"), none},
		"another nation":            {of("CAN", "Isabella Martin", "1979-11-04"), of("USA", "Isabella Martin", "1979-04-11"), none},
		"another gender":            {of("CAN", "Isabella Martin", "1979-11-04"), of("CAN", "Isabella Martin", "1979-04-11", "male"), none},
		"no gender":                 {of("CAN", "Isabella Martin", "1979-11-04"), of("CAN", "Isabella Martin", "1979-04-11", "unknown"), none},
		"both a date and a name":    {of("CAN", "Isabella Ann Martin", "1979-11-04"), of("CAN", "Isabella Martin", "1979-04-11"), none},
		"the same date, and nation": {of("CAN", "Isabella Martin", "1979-11-04"), of("USA", "Isabella Martin", "1979-11-04"), one},
	} {
		x := newTestIdentity(t, nil)
		note1(t, x, person(0, test.a))
		note1(t, x, person(1, test.b))
		got := ""
		for _, line := range told(t, x) {
			got += strings.Fields(line)[2]
		}
		if got != test.want {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
}

// What is told of an exchanged date says so, and somebody with the same date goes before.
func TestExchangedBirthDates(t *testing.T) {
	x := newTestIdentity(t, nil)
	for seq, born := range []string{"1979-11-04", "1979-04-11", "1979-11-04", "1979-04-11"} {
		note1(t, x, person(seq, values{kyc.FullName: "Isabella Martin", kyc.Gender: "female", kyc.Nationality: "CAN", kyc.BirthDate: born, kyc.AddressStreet: "12 Mill Lane"}))
	}
	same := rules[personRepeated].Sentence
	want := []string{same + "; day and month of the two dates are exchanged", same, same}
	var got []string
	if err := x.Findings(func(f *Finding) error { got = append(got, f.Issue.Message); return nil }); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// A name more in the middle is told where little else can be meant.
func TestNamesInTheMiddle(t *testing.T) {
	man := func(full string, more ...string) values {
		v := values{kyc.FullName: full, kyc.Gender: "male", kyc.Nationality: "NLD"}
		for i, f := range []kyc.Field{kyc.FirstName, kyc.LastName, kyc.IdentityNumber} {
			if i < len(more) {
				v[f] = more[i]
			}
		}
		return v
	}
	with := func(v values, f kyc.Field, value string) values {
		v[f] = value
		return v
	}
	one := []string{"people.csv:4 warning person_repeated fullName: 1 first"}
	tests := map[string]struct {
		rows []values
		want []string
	}{
		"in the later row":                   {[]values{man("Jeroen Smit"), man("Jeroen Maria Smit")}, one},
		"in the earlier row":                 {[]values{man("Jeroen Maria Smit"), man("Jeroen Smit")}, one},
		"two of them, by the parts":          {[]values{man("Jeroen Smit"), man("Jeroen Jan Maria Smit", "Jeroen Jan Maria", "Smit")}, one},
		"a family name of two words":         {[]values{man("Jeroen de Smit"), man("Jeroen Jan de Smit", "Jeroen Jan", "de Smit")}, one},
		"one before a family name":           {[]values{man("Jeroen Smit"), man("Jeroen Maria Smit", "Jeroen", "Smit")}, one},
		"more family names":                  {[]values{man("María Romero"), man("María Iglesias Romero", "María", "Iglesias Romero")}, nil},
		"others in the middle":               {[]values{man("Jeroen Maria Smit"), man("Jeroen Pieter Smit")}, nil},
		"another gender":                     {[]values{man("Jeroen Smit"), with(man("Jeroen Maria Smit"), kyc.Gender, "female")}, nil},
		"no gender":                          {[]values{with(man("Jeroen Smit"), kyc.Gender, ""), man("Jeroen Maria Smit")}, nil},
		"another nationality":                {[]values{with(man("Jeroen Smit"), kyc.Nationality, "FRA"), man("Jeroen Maria Smit")}, nil},
		"another birth date":                 {[]values{man("Jeroen Smit"), with(man("Jeroen Maria Smit"), kyc.BirthDate, "1988-03-01")}, nil},
		"another identity number":            {[]values{man("Jeroen Smit", "", "", "123456782"), man("Jeroen Maria Smit", "", "", "111222333")}, nil},
		"a hyphen":                           {[]values{man("Jean Dupont"), man("Jean-Pierre Dupont")}, nil},
		"found twice and told once":          {[]values{man("Jeroen Maria Smit"), man("Jeroen Smit"), man("Jeroen Maria Smit")}, append(slices.Clone(one), "people.csv:6 warning person_repeated fullName: 1 first")},
		"the same name behind a similar one": {[]values{man("Jeroen Maria Smit"), man("Jeroen Smit"), with(man("Jeroen Smit"), kyc.Gender, "")}, append(slices.Clone(one), "people.csv:6 warning person_repeated fullName: 2 first")},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			x := newTestIdentity(t, nil)
			for seq, v := range test.rows {
				note1(t, x, person(seq, v))
			}
			if diff := cmp.Diff(test.want, told(t, x)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// What is told of a name in the middle says so, and is found on its record again.
func TestNamesInTheMiddleAreAttached(t *testing.T) {
	x := newTestIdentity(t, map[string]kyc.Severity{"person_repeated": kyc.Reject})
	var recs []*kyc.Record
	for seq, name := range []string{"Jeroen Smit", "Jeroen Maria Smit", "Anna Maria Vos", "Anna Vos", "Jeroen Smit"} {
		rec := person(seq, values{kyc.FullName: name, kyc.Gender: "male", kyc.Nationality: "NLD"})
		note1(t, x, rec)
		recs = append(recs, rec)
	}
	if err := x.Seal(); err != nil {
		t.Fatal(err)
	}
	attach := x.Attach()
	attach.Check(recs)
	if err := attach.Err(); err != nil {
		t.Fatal(err)
	}
	middle := rules[personRepeated].Sentence + "; one of the two has a name more in the middle, or at the end"
	for i, want := range []string{"", middle, "", middle, rules[personRepeated].Sentence} {
		got := ""
		if len(recs[i].Issues) > 0 {
			got = recs[i].Issues[0].Message
		}
		if got != want {
			t.Errorf("row %d: %q, want %q", i+1, got, want)
		}
	}
}

// Addresses of one mailbox, and of others.
func TestMailboxes(t *testing.T) {
	for _, pair := range [][2]string{
		{"z.perkovic@gmail.com", "ZPerkovic@Gmail.com"}, {"zp@gmail.com", "z.p+2@googlemail.com"}, {"ann+a@outlook.com", "ann+b@outlook.com"}, {"ann@icloud.com", "ANN+x@ICLOUD.COM"},
	} {
		x := newTestIdentity(t, nil)
		note1(t, x, person(0, values{kyc.Email: pair[0]}))
		note1(t, x, person(1, values{kyc.Email: pair[1]}))
		if got := told(t, x); len(got) != 1 {
			t.Errorf("%v are two: %v", pair, got)
		}
	}
	for _, pair := range [][2]string{
		{"z.perkovic@bank.hr", "zperkovic@bank.hr"}, {"ann+a@bank.hr", "ann+b@bank.hr"}, {"z.p@outlook.com", "zp@outlook.com"}, {"ann@gmail.com", "ann@gmail.hr"}, {"+a@outlook.com", "+b@outlook.com"}, {"a.b@gmail.com.br", "ab@gmail.com.br"},
	} {
		x := newTestIdentity(t, nil)
		note1(t, x, person(0, values{kyc.Email: pair[0]}))
		note1(t, x, person(1, values{kyc.Email: pair[1]}))
		if got := told(t, x); got != nil {
			t.Errorf("%v are one: %v", pair, got)
		}
	}
}
