package validate

import (
	"strings"
	"unicode/utf8"

	"kycmigrate/internal/kyc"
)

// body looks for the names of companies and of bodies like them.
func (n *nameInRow) body() verdict {
	long := len(n.words) > 1
	switch {
	case !long:
	case n.last().is(wordCompanyEnd), n.begins(), n.all&(wordForm|wordBusiness) != 0 && n.company(), n.all&wordHouse != 0 && n.house():
		return verdict{nameUnusual, ofCompany}
	case n.last().is(wordTrust) && (len(n.words) > 2 || n.all&(wordFamily|wordAccount) != 0), n.all&wordTrust != 0 && n.all&wordFamily != 0:
		return verdict{nameUnusual, "; it seems to be a trust's"}
	case n.first().is(wordFamily) && !n.from("DOM"), strings.EqualFold(n.last().text, "family"):
		return verdict{nameUnusual, "; it seems to be a family's"}
	case n.every(wordAccount), n.every(wordOffice):
		return verdict{nameUnusual, "; it names an account or an office, and no person"}
	case n.first().is(wordGender) && n.gender():
		return verdict{nameUnusual, "; it has the gender in it"}
	}
	return verdict{}
}

// begins reports whether the name begins with the form of a company. Short ones of
// Cyrillic are names where they are not in capitals: Ип, Пат.
func (n *nameInRow) begins() bool {
	w := n.first()
	if !w.is(wordCompanyBegin) {
		return false
	}
	return utf8.RuneCountInString(w.text) > 4 || w.text[0] < utf8.RuneSelf || w.text[0] > lastByteCyrillic || w.letters() == allCapital && (!n.caps || len(n.words) > 2 || utf8.RuneCountInString(w.text) > 3)
}

// The least and the greatest byte that Cyrillic letters begin with.
const firstByteCyrillic, lastByteCyrillic = 0xD0, 0xD4

// company weighs forms that are names or initials as well, by where the person is of and
// what else the name has.
func (n *nameInRow) company() bool {
	trade := n.find(wordBusiness, func(_ int, w *nameWord) bool { return !n.own(w) }) >= 0
	form := n.find(wordForm, func(i int, w *nameWord) bool {
		low := strings.ToLower(w.text)
		first, last := i == 0, i == len(n.words)-1
		if front := formsInFront.has(low); front && !first || !front && !last && !(first && formsAnywhere.has(low)) || n.own(w) && !trade && !sureForms.has(low) {
			return false
		}
		switch before := strings.ToLower(n.words[max(i-1, 0)].text); low {
		case "o.o": // sp. z o.o.
			return before == "z"
		case "k": // sp. k.
			return before == "sp"
		}
		if last && exactForms[w.text] {
			return true
		}
		dotted := strings.IndexByte(low, '.') > 0 || strings.IndexByte(low, '/') > 0
		return trade || n.of(formCountries[low]) && (dotted || w.letters() == allCapital && !n.caps || low == "lda" || low == "oyj" || (w.text == "Oy" || w.text == "Tmi") && len(n.words) > 2 || w.text == "GbR" || w.text == "ApS" || low == "kv" && w.stop() || low == "bt" && w.stop())
	})
	return trade || form >= 0
}

// exactForms are forms that are no initials, whatever the country, by their capitals.
var exactForms = map[string]bool{"S.p.A": true, "S.p.a": true, "S.r.l": true, "S.r.l.s": true, "S.n.c": true, "S.a.s": true, "S.à.r.l": true, "e.K": true, "e.V": true, "GbR": true, "ApS": true, "Sp.k": true, "d.o.o": true, "s.r.o": true}

// sureForms are forms that are a first or a last name of nobody in their countries, where
// they are in capitals.
var sureForms = newWordSet("pt|cv|ud|pd|huf|pfa|oyj|aps|gbr")

// house reports whether the name ends with the word for a house of many, as a school, and
// what kind of one it is. Each alone may be a name.
func (n *nameInRow) house() bool {
	return n.last().is(wordHouse) && houseKinds.has(n.words[len(n.words)-2].text)
}

var houseKinds = newWordSet("parish|baptist|methodist|catholic|anglican|orthodox|lutheran|evangelical|presbyterian|pentecostal|apostolic|adventist|congregational|community|reformed|gospel|primary|secondary|high|grammar|elementary|nursery|middle|boarding|preparatory|prep|public|international|technical|vocational|" +
	"state|national|regional|district|provincial|medical|teaching|general|memorial|maternity|teachers|training|polytechnic|golf|football|sports|rotary|lions|tennis|yacht|cricket|rugby|social|country|village|hindu|sikh|buddhist|islamic|jewish|средняя|начальная|музыкальная|спортивная|районная|городская|областная")

// gender reports whether the name begins with a gender: the person's, or one that is no
// name.
func (n *nameInRow) gender() bool {
	return n.rec.Submission[kyc.Gender] != "" && n.agrees(n.first()) || sureGenders.has(n.first().text)
}

// agrees reports whether the word of a gender is that of the person.
func (n *nameInRow) agrees(w *nameWord) bool {
	return maleWords.has(w.text) == (n.rec.Submission[kyc.Gender] == "male") || strings.EqualFold(w.text, "female") // no man's name
}

var maleWords = newWordSet("male|masculino|masculin|maschio|männlich|mężczyzna|muško|мужской|мужчина|чоловіча")

// sureGenders are words for a gender that are no names of anybody.
var sureGenders = newWordSet("femenino|feminino|masculino|féminin|masculin|weiblich|männlich|kobieta|mężczyzna|žensko|женский|мужской|женщина|мужчина|жіноча|чоловіча")
