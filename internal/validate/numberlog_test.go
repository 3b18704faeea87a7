package validate

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kycmigrate/internal/kyc"
)

// A number is one and the same however it is written.
func TestSharedNumbersWrittenInOtherWays(t *testing.T) {
	const shared = "people.csv:4 warning identity_number_shared identityNumber: 1 first"
	card := func(country, number, own string) values {
		return values{kyc.IDType: "government_id", kyc.IssuingCountry: country, kyc.Nationality: country, kyc.DocumentNumber: number, kyc.IdentityNumber: own}
	}
	of := func(country, number string) values {
		return values{kyc.Nationality: country, kyc.IdentityNumber: number}
	}
	for name, test := range map[string]struct {
		a, b values
		want []string
	}{
		"a lost nought": {of("POL", "03240653110"), of("POL", "3240653110"), []string{shared}},
		"O for nought":  {of("BRA", "005.509.713-00"), of("BRA", "O05.5O9.713-00"), []string{shared}},
		"a document": {
			values{kyc.IDType: "passport", kyc.IssuingCountry: "SRB", kyc.DocumentNumber: "087712006"}, values{kyc.IDType: "passport", kyc.IssuingCountry: "SRB", kyc.DocumentNumber: "87712006"},
			[]string{"people.csv:4 warning document_number_shared documentNumber: 1 first"},
		},
		"with the century":        {of("SWE", "19641112-5187"), of("SWE", "641112-5187"), []string{shared}},
		"without its letter":      {of("ESP", "12016241Q"), of("ESP", "12016241"), []string{shared}},
		"on a card":               {of("HRV", "73795068589"), card("HRV", "73795068589", "59925748547"), []string{shared}},
		"on a card alone":         {of("ESP", "19777937F"), card("ESP", "19777937F", ""), []string{shared}},
		"on a card, first":        {card("ESP", "19777937F", ""), of("ESP", "19777937F"), []string{shared}},
		"on a card in both":       {card("ESP", "19777937F", "19777937F"), of("ESP", "12016241Q"), nil},
		"in both, in other ways":  {card("THA", "2-9034-55318-58-2", "2903455318582"), of("THA", "4-2064-06960-59-0"), nil},
		"the number of a card":    {of("HRV", "115948138"), card("HRV", "115948138", ""), nil},
		"another century":         {of("SWE", "19641112-5187"), of("SWE", "19651112-5187"), nil},
		"a century elsewhere":     {of("NOR", "194111251870"), of("NOR", "4111251870"), nil},
		"a letter that tells all": {of("ESP", "X1201624Q"), of("ESP", "Y1201624Q"), nil},
		"short ones":              {of("POL", "0012"), of("POL", "12"), nil},
	} {
		t.Run(name, func(t *testing.T) {
			x := newTestIdentity(t, nil)
			note1(t, x, person(0, test.a))
			test.b[kyc.FullName] = "Bo Ek"
			note1(t, x, person(1, test.b))
			if diff := cmp.Diff(test.want, told(t, x)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// atHomeIn is somebody of a country with a passport and an identity number.
func atHomeIn(country, passport, number string) values {
	return values{
		kyc.Nationality: country, kyc.IssuingCountry: country, kyc.AddressCountry: country, kyc.IDType: "passport",
		kyc.DocumentNumber: passport, kyc.IdentityNumber: number,
	}
}

// Numbers are held against those of the other rows.
func TestNumbersAmongOthers(t *testing.T) {
	oib := []string{"92570554906", "71254583603", "90119293390", "20294616691", "59978001092", "54244858156", "13910041472", "72808820852", "73795068589", "59925748547", "27859777615", "78534703423", "50746737436", "81821252286", "44218892256", "28056934450", "96827894772", "31593129663"}
	doc := func(i int) string { return fmt.Sprint(231_000_456 + i*7919) }
	with := func(rows []values, more ...values) []values { return append(rows, more...) }
	croats := func() (rows []values) {
		for i, n := range oib {
			rows = append(rows, atHomeIn("HRV", doc(i), n))
		}
		return rows
	}
	cardOf := func(country, number string) values {
		row := atHomeIn(country, number, "")
		row[kyc.IDType] = "government_id"
		return row
	}
	spaniards := func() (rows []values) {
		for i := range 9 {
			n := 20_180_123 + i*71_993
			rows = append(rows, cardOf("ESP", fmt.Sprintf("%d%c", n, "TRWAGMYFPDXBNJZSQVHLCKE"[n%23])))
		}
		return rows
	}
	papersOf := func(n int, country, idType string, number func(i int) string) (rows []values) {
		for i := range n {
			row := atHomeIn(country, number(i), "")
			row[kyc.IDType], row[kyc.BirthDate] = idType, "1967-08-21"
			rows = append(rows, row)
		}
		return rows
	}
	paper := func(country, idType, number string) values {
		row := atHomeIn(country, number, "")
		row[kyc.IDType] = idType
		return row
	}
	turks := func() []values {
		return papersOf(14, "TUR", "passport", func(i int) string { return fmt.Sprint("U", 13_253_987+i*7919) })
	}
	drivers := func() []values {
		return papersOf(14, "GBR", "drivers_license", func(i int) string { return fmt.Sprintf("MORRI658217%c9%dBC", "AC"[i%2], i/2) })
	}
	britons := func() []values {
		return papersOf(14, "GBR", "passport", func(i int) string { return fmt.Sprint(198_576_386 + i*7919) })
	}
	nigerians := func() (rows []values) {
		for i := range 9 {
			rows = append(rows, atHomeIn("NGA", fmt.Sprint("A", 13_253_987+i*7919), fmt.Sprint(43_125_398_711+i*7919)))
		}
		return rows
	}
	taxpayers := func() (rows []values) {
		for i, n := range []string{"647070340", "574718486", "103441725", "560040064", "217463984"} {
			rows = append(rows, atHomeIn("AUS", fmt.Sprint("PA", 1_253_987+i*7919), n))
		}
		return rows
	}
	romanians := func(n int) []values {
		return papersOf(n, "ROU", "government_id", func(i int) string { return fmt.Sprint("RX", 253_987+i*7919) })
	}
	japanese := func() (rows []values) {
		for i := range 9 {
			number := checkedNumber(12_345_678_901 + i*7919)
			rows = append(rows, cardOf("JPN", number))
			rows[i][kyc.IdentityNumber] = number
		}
		return rows
	}
	driver := func(number string) values {
		row := atHomeIn("JPN", "303012345670", number)
		row[kyc.IDType] = "drivers_license"
		return row
	}
	dominicans := func() (rows []values) {
		for i := range 9 {
			rows = append(rows, atHomeIn("DOM", fmt.Sprint("RD", 3_253_987+i*7919), luhned(4_021_391_825+i*7919)))
		}
		return rows
	}
	belgians := func() []values {
		return papersOf(8, "BEL", "government_id", func(i int) string {
			n := 5_916_663_460 + i*7919
			return fmt.Sprintf("%d%02d", n, n%97)
		})
	}
	for name, test := range map[string]struct {
		rows []values
		want string // part of the message about the last row; "" for none
		from string // the field
	}{
		"a tax number with a slip":          {with(taxpayers(), atHomeIn("AUS", "PA3058721", "670298891")), "its check digit is wrong", "identityNumber"},
		"a tax number among few":            {with(taxpayers()[:2], atHomeIn("AUS", "PA3058721", "670298891")), "", ""},
		"a number of an insurance":          {with(taxpayers(), atHomeIn("AUS", "PA3058721", "2428778132")), "", ""},
		"a card beside checked ones":        {with(belgians(), paper("BEL", "government_id", "EX12345")), "number of such cards", "documentNumber"},
		"a card of digits alone":            {with(append(romanians(25), belgians()...), paper("ITA", "government_id", "904417238")), "letters in their numbers", "documentNumber"},
		"a card of fewer digits":            {with(append(romanians(25), belgians()[:1]...), paper("BEL", "government_id", "59212345")), "another number of digits", "documentNumber"},
		"a card of digits alone among few":  {with(romanians(9), paper("ITA", "government_id", "904417238")), "", ""},
		"a number of no known kind":         {with(croats(), atHomeIn("HRV", "238111222", "HR4455667")), "not written as a number of its country", "identityNumber"},
		"the number of the passport":        {with(croats(), atHomeIn("HRV", "238111222", "238111222")), "number of the passport", "identityNumber"},
		"a passport with that of its owner": {with(croats(), atHomeIn("HRV", "12340987656", "12340987656")), "", ""},
		"a masked number":                   {with(croats(), atHomeIn("HRV", "238111222", "92570******")), "", ""},
		"a foreigner":                       {with(croats(), values{kyc.Nationality: "BIH", kyc.IssuingCountry: "BIH", kyc.AddressCountry: "HRV", kyc.DocumentNumber: "A1232454", kyc.IdentityNumber: "A1232454", kyc.IDType: "passport"}), "", ""},
		"one row of a country":              {with(croats(), atHomeIn("POL", "EA1232454", "ABS223457")), "", ""},
		"a number that counts":              {with(croats(), values{kyc.DocumentNumber: "A12345678", kyc.IDType: "passport"}), "count up", "documentNumber"},
		"a number of a row of numbers":      {with(croats(), values{kyc.DocumentNumber: "A12345677", kyc.IDType: "passport"}, values{kyc.FullName: "Bo Ek", kyc.DocumentNumber: "A12345678", kyc.IDType: "passport"}), "", ""},
		"the first of a row of numbers": {
			with(croats(), values{kyc.DocumentNumber: "P1234567", kyc.IDType: "passport"}, values{kyc.FullName: "Bo Ek", kyc.DocumentNumber: "P1234568", kyc.IDType: "passport"}), "", "",
		},
		"a card without its letter":        {with(spaniards(), cardOf("ESP", "19518035")), "not written as a number of such cards", "documentNumber"},
		"a card with its support number":   {with(spaniards(), cardOf("ESP", "BAX518035")), "", ""},
		"cards without letters, mostly":    {with(spaniards()[:4], cardOf("ESP", "19518035")), "", ""},
		"a number of a company":            {with(croats(), atHomeIn("HRV", "238111222", "B83271627")), "not written as a number of its country", "identityNumber"},
		"a passport that is cut off":       {with(turks(), paper("TUR", "passport", "U44719")), "number of such passports", "documentNumber"},
		"a passport of few":                {with(turks()[:6], paper("TUR", "passport", "U44719")), "", ""},
		"a passport of many like it":       {with(turks(), paper("TUR", "passport", "U44719"), paper("TUR", "passport", "U44819")), "", ""},
		"a passport of another country":    {with(turks(), paper("ITA", "passport", "U44719")), "", ""},
		"a licence that is cut off":        {with(drivers(), paper("GBR", "drivers_license", "MORRI65821")), "number of such licences", "documentNumber"},
		"a passport as licence":            {with(drivers(), paper("GBR", "drivers_license", "F98576386")), "number of such licences", "documentNumber"},
		"a licence of Northern Ireland":    {with(drivers(), paper("GBR", "drivers_license", "19857638")), "", ""},
		"a licence as passport":            {with(britons(), paper("GBR", "passport", "MORRI658217A99BC")), "number of such passports", "documentNumber"},
		"a passport as card":               {with(britons(), paper("GBR", "government_id", "298576386")), "has no identity cards", "documentNumber"},
		"a card of another kind":           {with(britons(), paper("GBR", "government_id", "ZR1934567")), "", ""},
		"a passport as identity number":    {with(nigerians(), atHomeIn("NGA", "A63125374", "A63125374")), "number of the passport", "identityNumber"},
		"an identity number of a new kind": {with(nigerians(), atHomeIn("NGA", "A63125374", "44471902")), "not written as a number of its country", "identityNumber"},
		"a number beside a licence":        {with(japanese(), driver(checkedNumber(34_345_678_905))), "", ""},
		"a wrong one beside a licence":     {with(japanese(), driver("343456789059")), "", ""},
		"two noughts lost":                 {with(dominicans(), atHomeIn("DOM", "RD4451982", "113918254")), "noughts at its beginning were lost", "identityNumber"},
		"two noughts lost among few":       {with(dominicans()[:4], atHomeIn("DOM", "RD4451982", "113918254")), "", ""},
		"two noughts and another digit":    {with(dominicans(), atHomeIn("DOM", "RD4451982", "113918253")), "not written as a number of its country", "identityNumber"},
		"the row's own key":                {with(croats(), values{kyc.DocumentNumber: fmt.Sprint("K", len(oib)), kyc.IDType: "passport"}), "a key of this source", "documentNumber"},
		"the row's userid":                 {with(croats(), values{kyc.IdentityNumber: "u-77123.x", kyc.UserID: "u-77123.x"}), "a key of this source", "identityNumber"},
	} {
		t.Run(name, func(t *testing.T) {
			x, v := newTestIdentity(t, nil), newValidator(t, Options{})
			for seq, row := range test.rows {
				rec := person(seq, row)
				rec.Submission[kyc.FullName] = "Ann " + strings.Repeat("b", seq+1)
				v.Check(rec)
				rec.Issues = nil
				note1(t, x, rec)
			}
			var got []string
			err := x.Findings(func(f *Finding) error {
				got = append(got, fmt.Sprint(f.Row.Seq, f.Issue.Field, " ", f.Issue.Message))
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
			switch {
			case test.want == "" && got != nil:
				t.Error(got)
			case test.want != "" && (len(got) != 1 || !strings.Contains(got[0], test.want) || !strings.HasPrefix(got[0], fmt.Sprint(len(test.rows)-1, test.from))):
				t.Errorf("%q, want %q", got, test.want)
			}
		})
	}
}

// checkedNumber is a Japanese number of these eleven digits.
func checkedNumber(n int) string {
	sum, rest := 0, n
	for i := 1; i <= 11; i++ {
		weight := i + 1
		if i > 6 {
			weight = i - 5
		}
		sum += rest % 10 * weight
		rest /= 10
	}
	check := 0
	if sum%11 > 1 {
		check = 11 - sum%11
	}
	return fmt.Sprintf("%011d%d", n, check)
}

// luhned is a number of eleven digits of which the last is the one of Luhn.
func luhned(n int) string {
	sum := 0
	for i, rest := 0, n; rest > 0; i, rest = i+1, rest/10 {
		digit := rest % 10
		if i%2 == 0 {
			digit = digit*2/10 + digit*2%10
		}
		sum += digit
	}
	return fmt.Sprintf("%010d%d", n, (10-sum%10)%10)
}

// Where the document's number is the key as a rule, it is none by mistake.
func TestKeysThatAreNumbers(t *testing.T) {
	x := newTestIdentity(t, nil)
	for seq := range 30 {
		rec := person(seq, values{kyc.DocumentNumber: fmt.Sprint("DK", 7_700_123+seq*31), kyc.FullName: "Ann " + strings.Repeat("b", seq+1)})
		rec.Key.Parts[0] = rec.Submission[kyc.DocumentNumber]
		note1(t, x, rec)
	}
	if got := told(t, x); got != nil {
		t.Error(got)
	}
}

// A key and a number that have changed places are seen by how the other keys are written.
func TestSwappedKey(t *testing.T) {
	x := newTestIdentity(t, nil)
	for seq := range 30 {
		rec := person(seq, values{kyc.DocumentNumber: fmt.Sprint(231_000_456 + seq*7919), kyc.FullName: "Ann " + strings.Repeat("b", seq+1)})
		rec.Key.Parts[0] = fmt.Sprint("CU", 700_123+seq*3)
		if seq == 20 {
			rec.Key.Parts[0], rec.Submission[kyc.DocumentNumber] = rec.Submission[kyc.DocumentNumber], rec.Key.Parts[0]
		}
		note1(t, x, rec)
	}
	if diff := cmp.Diff([]string{"people.csv:42 warning number_invalid documentNumber first"}, told(t, x)); diff != "" {
		t.Error(diff)
	}
}

// The check digit of a Polish card counts where others have it.
func TestCheckDigitsOfCards(t *testing.T) {
	right := []string{"BNR710216", "COA719825"}
	letters := "ABCDEFGHIJKLMNOPQRST"
	for i := range letters { // of each letter one that is right
		for d := range 10 {
			s := fmt.Sprintf("A%cX%d12%03d", letters[i], d, i*37)
			rec := numberOfRow(kyc.DocumentNumber, s, "POL", "government_id")
			newValidator(t, Options{}).Check(rec)
			if rec.Usual.Has(kyc.DocumentNumber) {
				right = append(right, s)
			}
		}
	}
	for name, test := range map[string]struct {
		numbers []string
		want    []string
	}{
		"one that is wrong": {append(right, "DFI117257"), []string{fmt.Sprintf("people.csv:%d warning number_invalid documentNumber first", 2*len(right)+2)}},
		"random ones":       {[]string{"DFI117257", "DFI217257", "BNR710217", "COA719826", "ABX912345", "DFI117258"}, nil},
	} {
		x, v := newTestIdentity(t, nil), newValidator(t, Options{})
		for seq, number := range test.numbers {
			row := atHomeIn("POL", number, "")
			row[kyc.IDType] = "government_id"
			rec := person(seq, row)
			rec.Submission[kyc.FullName] = "Ann " + strings.Repeat("b", seq+1)
			v.Check(rec)
			rec.Issues = nil
			note1(t, x, rec)
		}
		if diff := cmp.Diff(test.want, told(t, x)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// Keys of digits that have changed places with a number are told where they begin as others
// do, and the number is none of digits.
func TestSwappedKeyOfDigits(t *testing.T) {
	for number, want := range map[string][]string{
		"P0745411A":  {"people.csv:42 warning number_invalid documentNumber first"},
		"0074541177": nil,
	} {
		x := newTestIdentity(t, nil)
		for seq := range 30 {
			rec := person(seq, values{kyc.DocumentNumber: fmt.Sprint("P", 231_000_456+seq*7919), kyc.FullName: "Ann " + strings.Repeat("b", seq+1)})
			rec.Key.Parts[0] = fmt.Sprintf("000%d", 4_711_001+seq*7)
			if seq == 20 {
				rec.Key.Parts[0], rec.Submission[kyc.DocumentNumber] = number, rec.Key.Parts[0]
			}
			note1(t, x, rec)
		}
		if diff := cmp.Diff(want, told(t, x)); diff != "" {
			t.Errorf("%s: %s", number, diff)
		}
	}
}

// The check digits of licences count where others have them, and the sign for the century
// in a Finnish number where others have it.
func TestNumbersOfOneKind(t *testing.T) {
	const finn = "131052-308T"
	for name, test := range map[string]struct {
		field           kyc.Field
		country, idType string
		want            [2]bool
		number          string
	}{
		"a licence":          {kyc.DocumentNumber, "BRA", "drivers_license", [2]bool{true, false}, "02650306461"},
		"a card":             {kyc.DocumentNumber, "BEL", "government_id", [2]bool{true, false}, "591-0123456-77"},
		"a wrong card":       {kyc.DocumentNumber, "BEL", "government_id", [2]bool{false, true}, "593-3034864-20"},
		"a Finn":             {kyc.IdentityNumber, "FIN", "passport", [2]bool{true, false}, finn},
		"a Finn without":     {kyc.IdentityNumber, "FIN", "passport", [2]bool{false, true}, strings.Replace(finn, "-", " ", 1)},
		"a Finn without any": {kyc.IdentityNumber, "FIN", "passport", [2]bool{false, true}, strings.Replace(finn, "-", "", 1)},
	} {
		rec := numberOfRow(test.field, test.number, test.country, test.idType)
		if test.country == "FIN" {
			rec.Submission[kyc.BirthDate] = "1952-10-13"
		}
		newValidator(t, Options{}).Check(rec)
		if got := [2]bool{rec.Usual.Has(test.field), rec.Odd.Has(test.field)}; got != test.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
