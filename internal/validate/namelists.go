package validate

import (
	_ "embed"
	"strings"
)

// The words that stand where a name should, or beside one, and are no part of it: in
// small letters and without the stops at their ends, a line of them for each kind. Words
// that many people are called by (Don, Sir, Prince, Major, Doctor, Pan, Bay, Bank, King)
// are in none of the lines.
//
//go:embed namewords.txt
var nameText string

// nameLines are the lines of nameText by their heads.
var nameLines = func() map[string]string {
	lines := make(map[string]string)
	for line := range strings.Lines(nameText) {
		head, list, _ := strings.Cut(strings.TrimSuffix(line, "\n"), ": ")
		lines[head] = list
	}
	return lines
}()

// nameWords are the words by what they say.
var nameWords = func() *nameTable {
	lists := make(map[nameKind]string)
	for kind, head := range nameHeads {
		lists[kind] = nameLines[head]
	}
	for kind, countries := range map[nameKind]map[string]string{wordForm: formCountries, wordTitleIn: titleCountries, wordNothingIn: nothingCountries} {
		for word := range countries {
			lists[kind] += "|" + word
		}
	}
	for phrase := range strings.SplitSeq(nameLines["phrase"], "|") {
		first, _, _ := strings.Cut(phrase, " ")
		lists[wordPhrase] += "|" + first
	}
	return newNameTable(lists)
}()

// nameHeads are the heads of the lines of words.
var nameHeads = map[nameKind]string{
	wordTitle: "title", wordTitleStop: "title with a stop", wordInitials: "title or initials", wordTitleEnd: "title behind", wordLate: "of the dead",
	wordCompanyEnd: "company behind", wordCompanyBegin: "company in front", wordForm: "company behind another", wordBusiness: "trade", wordHouse: "house of many",
	wordAnd: "and", wordAndLow: "and in small letters", wordAndMaybe: "and between first names", wordRelation: "relation", wordMaiden: "maiden", wordAlias: "alias",
	wordRemark: "remark", wordNot: "not", wordBracketed: "remark in brackets", wordNothing: "nothing", wordProgram: "program", wordCased: "program by its case", wordAbsent: "absent",
	wordTest: "test", wordSureTest: "sure test", wordAnyone: "beside a test", wordGender: "gender", wordFamily: "family", wordTrust: "trust", wordAccount: "account", wordOffice: "office", wordStreet: "street", wordKin: "kin", wordNoted: "noted", wordRank: "rank",
}

// Where words that may be names or initials are the forms of companies, titles, or what
// stands for nothing.
var (
	formCountries    = wordCountries("form in ")
	titleCountries   = wordCountries("title in ")
	nothingCountries = wordCountries("nothing in ")
)

// wordCountries are the countries of the words in the lines whose heads begin so and go
// on with them.
func wordCountries(head string) map[string]string {
	countries := make(map[string]string)
	for line, list := range nameLines {
		if in, found := strings.CutPrefix(line, head); found {
			for word := range strings.SplitSeq(list, "|") {
				countries[word] += in + " "
			}
		}
	}
	return countries
}

var bothNamesList = newCountrySet(bothNames)

// formsInFront are those of them that stand before the name.
var formsInFront = newWordSet("pt|cv|ud|toko|qsc|asc|mmc|kkb|pd|perum")

// formsAnywhere are those that stand before it or behind.
var formsAnywhere = newWordSet("sia|αε|επε|οε|εε|ικε|αβεε")

// givenNames are first names that are known to be ones, where a word between two of them
// may be an and or a part of the name.
var givenNames = newWordSet(nameLines["first name"])

// Where people are called what decides what a word in their name may be.
const (
	latinLands = "ESP ARG CHL MEX COL PER URY PRY BOL ECU VEN CRI PAN GTM DOM SLV HND NIC CUB PRT BRA "
	balkan     = "HRV SVN BIH SRB MNE MKD "
	// twoNames are the countries where everybody has a first name and a family name.
	twoNames = latinLands + balkan + "AUT BEL BGR CHE CYP CZE DEU DNK EST FIN FRA GBR GRC HUN IRL ITA LIE LTU LUX LVA MDA MLT NLD NOR POL ROU RUS BLR UKR SVK SWE TUR ALB ARM GEO "
	// bothNames are those of them where nobody is known by one name to the authorities:
	// not Brazil, nor countries that many of another one have come to.
	bothNames = balkan + "BGR CZE EST GRC HUN ITA LTU LVA POL ROU RUS BLR UKR SVK PRT ESP CHL ARG URY COL PER MEX ARM GEO "
	// strokeLands are those where a stroke in a name tells whose child somebody is, and
	// an @ what else somebody is called.
	strokeLands = "MYS SGP BRN"
	// initialLands are those where many have initials for a name.
	initialLands = "IND LKA PAK BGD NPL MMR"
	// lastFirst are those where the family name comes first.
	lastFirst = "CHN TWN HKG MAC KOR PRK JPN VNM HUN KHM MNG SGP MYS"
	// registersLastFirst are others where it comes first in all that an office writes:
	// the family name, the first name, the father's.
	registersLastFirst = " RUS UKR BLR KAZ KGZ UZB TJK TKM AZE ARM"
)
