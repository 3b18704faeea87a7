package validate

import (
	"hash/maphash"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"kycmigrate/internal/kyc"
)

// Names that are one, as files of different systems have them, and others that are two.
func TestNamesInOtherLetters(t *testing.T) {
	seed := newOctetHash(maphash.MakeSeed())
	hash := func(name string) uint64 {
		sum, _ := nameHash(&seed, name, nil)
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
		"the first family name":     {of("PER", "Lucía Carrasco Ibáñez", "", "", "Lucía", "Carrasco Ibáñez"), of("PER", "Lucia Ibáñez", "", "", "Lucia", "Ibáñez", "5 High Street"), none},
		"another second one":        {of("PER", "Lucía Carrasco Ibáñez", "", "", "Lucía", "Carrasco Ibáñez"), of("PER", "Lucia Carrasco Ruiz", "", "", "Lucia", "Carrasco Ruiz", "5 High Street"), none},
		"a second one elsewhere":    {of("BRA", "Lucía Carrasco Ibáñez", "", "", "Lucía", "Carrasco Ibáñez"), of("BRA", "Lucia Carrasco", "", "", "Lucia", "Carrasco", "5 High Street"), none},
		"day and month":             {of("CAN", "Isabella Martin", "1979-11-04"), of("CAN", "Isabella Martin", "1979-04-11"), one},
		"day and month, again":      {of("CAN", "Isabella Martin", "1979-04-11"), of("CAN", "Isabella Martin", "1979-11-04"), one},
		"another street":            {of("CAN", "Isabella Martin", "1979-11-04"), of("CAN", "Isabella Martin", "1979-04-11", "", "", "", "5 High Street"), none},
		"the same date, elsewhere":  {of("CAN", "Isabella Martin", "1979-11-04"), of("CAN", "Isabella Martin", "1979-11-04", "", "", "", "5 High Street"), one},
		"a number of one of them":   {of("CAN", "Isabella Martin", "1979-11-04"), of("CAN", "Isabella Martin", "1979-04-11", "", "", "", "", "046454286"), one},
		"the same date, one number": {of("CAN", "Isabella Martin", "1979-11-04"), of("CAN", "Isabella Martin", "1979-11-04", "", "", "", "", "046454286"), one},
		"another year":              {of("CAN", "Isabella Martin", "1979-04-11"), of("CAN", "Isabella Martin", "1978-11-04"), none},
		"another day":               {of("CAN", "Isabella Martin", "1979-04-11"), of("CAN", "Isabella Martin", "1979-11-05"), none},
		"a day that is no month":    {of("CAN", "Isabella Martin", "1979-04-13"), of("CAN", "Isabella Martin", "1979-05-13"), one},
		"another nation":            {of("CAN", "Isabella Martin", "1979-11-04"), of("USA", "Isabella Martin", "1979-04-11"), one},
		"another gender":            {of("CAN", "Isabella Martin", "1979-11-04"), of("CAN", "Isabella Martin", "1979-04-11", "male"), none},
		"no gender":                 {of("CAN", "Isabella Martin", "1979-11-04"), of("CAN", "Isabella Martin", "1979-04-11", "unknown"), one},
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

// Persons at one address of whom the name, the birth date or the spelling is another.
func TestPersonsAtOneAddress(t *testing.T) {
	of := func(first, last, born, street string, more ...string) values {
		v := values{kyc.FullName: first + " " + last, kyc.FirstName: first, kyc.LastName: last, kyc.BirthDate: born, kyc.AddressStreet: street, kyc.Gender: "male"}
		for i, f := range []kyc.Field{kyc.Gender, kyc.IdentityNumber} {
			if i < len(more) {
				v[f] = more[i]
			}
		}
		return v
	}
	const born, mill = "1984-06-17", "12 Mill Lane"
	peter := of("Peter", "Hallström", born, mill)
	same := rules[personRepeated].Sentence
	for name, test := range map[string]struct {
		a, b values
		want string
	}{
		"another day":                    {peter, of("Peter", "Hallström", "1984-06-11", mill), same + details[likeDate]},
		"another month":                  {peter, of("Peter", "Hallstrom", "1984-05-17", mill), same + details[likeDate]},
		"another year":                   {peter, of("PETER", "HALLSTROM", "1985-06-17", mill), same + details[likeDate]},
		"day and month exchanged":        {of("Peter", "Dahl", "1984-06-07", mill), of("Peter", "Dahl", "1984-07-06", mill), same + details[likeTurned]},
		"the address in another way":     {peter, of("Peter", "Hallström", "1985-06-17", "Mill Ln. 12"), same + details[likeDate]},
		"a father and his son":           {peter, of("Peter", "Hallström", "2006-06-17", mill), ""},
		"another day and year":           {peter, of("Peter", "Hallström", "1985-06-18", mill), ""},
		"another house":                  {peter, of("Peter", "Hallström", "1985-06-17", "14 Mill Lane"), ""},
		"numbers of two":                 {of("Peter", "Dahl", born, mill, "male", "19840617-2384"), of("Peter", "Dahl", "1984-06-18", mill, "male", "19840618-2397"), ""},
		"numbers of two on one day":      {of("Peter", "Dahl", born, mill, "male", "19840617-2384"), of("Peter", "Dahl", born, mill, "male", "19840617-2392"), same},
		"a name after marriage":          {peter, of("Peter", "Ekdahl", born, mill), same + details[likeHome]},
		"a slip in the family name":      {peter, of("Peter", "Hallstorm", born, mill), same + details[likeHome]},
		"a first name as it sounds":      {of("Catherine", "Dahl", born, mill), of("Katharine", "Dahl", born, mill), same + details[likeHome]},
		"letters exchanged":              {of("Michael", "Dahl", born, mill), of("Micheal", "Dahl", born, mill), same + details[likeHome]},
		"another transcription":          {of("Muhammad", "Al Khateeb", born, mill), of("Mohamed", "Alkhatib", born, mill), same + details[likeHome]},
		"twins of one sound":             {of("Elena", "Dahl", born, mill), of("Alena", "Dahl", born, mill), ""},
		"a letter less":                  {of("Alexander", "Dahl", born, mill), of("Alexnder", "Dahl", born, mill), same + details[likeHome]},
		"twins":                          {of("Michael", "Dahl", born, mill), of("Martin", "Dahl", born, mill), ""},
		"twins of like names":            {of("Rajesh", "Rao", born, mill), of("Rakesh", "Rao", born, mill), ""},
		"twins with one name in common":  {of("María Teresa", "Ruiz", born, mill), of("María Luisa", "Ruiz", born, mill), ""},
		"twins whose names have letters": {of("Muhammad Ahmad", "Khan", born, mill), of("Muhammad Hammad", "Khan", born, mill), ""},
		"short names":                    {of("Eva", "Dahl", born, mill), of("Ava", "Dahl", born, mill), ""},
		"a boy and a girl":               {of("Daniel", "Dahl", born, mill), of("Daniela", "Dahl", born, mill, "female"), ""},
		"names in other letters":         {of("明華", "陳", born, mill), of("明華", "李", born, mill), same + details[likeHome]},
		"others in other letters":        {of("明華", "陳", born, mill), of("明輝", "陳", born, mill), ""},
		"a year alone":                   {of("Peter", "Dahl", "1984-01-01", mill), of("Peter", "Ekdahl", "1984-01-01", mill), ""},
		"a street without more":          {of("Peter", "Dahl", born, "Dorfplatz"), of("Peter", "Ekdahl", born, "Dorfplatz"), ""},
	} {
		t.Run(name, func(t *testing.T) {
			x := newTestIdentity(t, nil)
			note1(t, x, person(0, test.a))
			note1(t, x, person(1, test.b))
			got := ""
			if err := x.Findings(func(f *Finding) error {
				if f.Issue.Field == fieldTable[kyc.FullName].name {
					got += f.Issue.Message
				}
				return nil
			}); err != nil {
				t.Fatal(err)
			}
			if got != test.want {
				t.Errorf("%q, want %q", got, test.want)
			}
		})
	}
}

// Names of two syllables are written in one word, in two or with a hyphen.
func TestNamesOfSyllables(t *testing.T) {
	for _, test := range []struct {
		nation, a, b string
		one          bool
	}{
		{"KOR", "Hwangbo Min-jun", "Hwangbo Minjun", true}, {"KOR", "KIM MIN JUN", "Minjun Kim", true}, {"TWN", "Chen, Mei-Ling", "CHEN MEILING", true}, {"CHN", "Ouyang Xiuying", "Ou Yang Xiuying", true},
		{"KOR", "Kim Min-jun", "Kim Min-jung", false}, {"FRA", "Jean-Marc Petit", "Jeanmarc Petit", false},
	} {
		x := newTestIdentity(t, nil)
		note1(t, x, person(0, values{kyc.FullName: test.a, kyc.Nationality: test.nation}))
		note1(t, x, person(1, values{kyc.FullName: test.b, kyc.Nationality: test.nation}))
		if got := len(told(t, x)) > 0; got != test.one {
			t.Errorf("%s and %s are one: %t", test.a, test.b, got)
		}
	}
}

// Where crowds have one address it shows nobody, and many of one name do not take long.
func TestCrowdedAddresses(t *testing.T) {
	x := newTestIdentity(t, nil)
	for seq := range 19_000 {
		born := time.Date(1950, 1, 2, 0, 0, 0, 0, time.UTC).AddDate(0, 0, seq%20_000).Format(time.DateOnly)
		note1(t, x, person(seq, values{kyc.FullName: "Peter Dahl", kyc.FirstName: "Peter", kyc.LastName: "Dahl " + strconv.Itoa(seq), kyc.BirthDate: born, kyc.AddressStreet: strconv.Itoa(seq%50) + " Mill Lane", kyc.IdentityNumber: "7" + strconv.Itoa(1_000_000+seq)}))
	}
	if got := told(t, x); len(got) != 0 {
		t.Errorf("%d were told, as %s", len(got), got[0])
	}
}

// A sample tells whether addresses are homes, however many there are.
func TestHomes(t *testing.T) {
	for name, test := range map[string]struct {
		rows, homes int
		crowded     bool
	}{"none": {0, 1, false}, "families": {60_000, 30_000, false}, "crowds": {60_000, 5_000, true}, "one": {60_000, 1, true}} {
		var h homes
		for i := range test.rows {
			h.note(uint64(i % test.homes))
		}
		if h.crowded() != test.crowded || len(h.rows) > mostHomes {
			t.Errorf("%s: %v, of %d", name, !test.crowded, len(h.rows))
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
		{"o.petrova@ya.ru", "o-petrova@yandex.com"}, {"petrova@yandex.kz", "Petrova+x@yandex.by"}, {"jroe@pm.me", "JRoe+x@protonmail.com"}, {"jroe@mac.com", "jroe@icloud.com"},
	} {
		x := newTestIdentity(t, nil)
		note1(t, x, person(0, values{kyc.Email: pair[0]}))
		note1(t, x, person(1, values{kyc.Email: pair[1]}))
		if got := told(t, x); len(got) != 1 {
			t.Errorf("%v are two: %v", pair, got)
		}
	}
	for _, pair := range [][2]string{
		{"z.perkovic@bank.hr", "zperkovic@bank.hr"}, {"ann+a@bank.hr", "ann+b@bank.hr"}, {"z.p@outlook.com", "zp@outlook.com"}, {"ann@gmail.com", "ann@gmail.hr"}, {"+a@outlook.com", "+b@outlook.com"}, {"a.b@gmail.com.br", "ab@gmail.com.br"}, {"o.petrova@ya.ru", "opetrova@ya.ru"}, {"petrova@ya.ru", "petrova@mail.ru"}, {"jroe@outlook.com", "jroe@live.com"}, {"j.roe@me.com", "jroe@me.com"}, {"j.roe@pm.me", "jroe@pm.me"},
	} {
		x := newTestIdentity(t, nil)
		note1(t, x, person(0, values{kyc.Email: pair[0]}))
		note1(t, x, person(1, values{kyc.Email: pair[1]}))
		if got := told(t, x); got != nil {
			t.Errorf("%v are one: %v", pair, got)
		}
	}
}
