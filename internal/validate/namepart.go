package validate

import (
	"strings"
	"unicode/utf8"

	"kycmigrate/internal/kyc"
)

// partNothings stand for no name in the column of a first or a last name, in any letters.
var partNothings = newWordSet(anyNothings, nameLines["part nothing"])

// judgePart weighs the words of a first or a last name of which some are in nameWords.
func judgePart(rec *kyc.Record, f kyc.Field, s string, all nameKind) verdict {
	var space [16]nameWord
	n := readName(rec, s, all, space[:0])
	n.part = f
	if len(n.words) == 0 {
		return verdict{}
	}
	if len(n.words) == 1 {
		return n.alone()
	}
	return n.judge()
}

// alone judges a first or a last name of one word. Where it may be a name its letters
// tell: nobody writes Ann null who writes names as names.
func (n *nameInRow) alone() verdict {
	w := n.first()
	other := n.other()
	switch {
	case w.is(wordNothingIn) && (w.letters() != allCapital || strings.IndexByte(w.text, '.') < 0) && n.from(nothingCountries[strings.ToLower(w.text)]) && !startsAs(n.rec.Submission[kyc.FullName], w.raw):
		return verdict{placeholder, ""}
	case !startsWithLetter(other):
		return verdict{}
	case w.is(wordSureTest):
		return verdict{testData, ""}
	case w.is(wordGender) && (n.part == kyc.FirstName && n.gender() || w.letters() == allCapital && properName(other)):
		return verdict{nameUnusual, "; it has the gender in it"}
	case n.part == kyc.FirstName && w.is(wordKin) && (sureKin.has(w.text) || w.letters() == allSmall && properName(other)):
		return verdict{nameUnusual, "; it says who somebody is to another, and is no name"}
	case w.is(wordTest) && n.testIn(w):
		return verdict{testData, ""}
	case n.part == kyc.FirstName && soleTitles.has(w.text) && n.from(twoNames+moreTwoNames):
		return verdict{nameUnusual, titleInName}
	case n.part == kyc.FirstName && (w.text == "Mr" || w.text == "Ms" || w.text == "Dr") && n.from(twoNames+moreTwoNames):
		return verdict{nameUnusual, titleInName}
	case w.text == "NaN", n.part == kyc.FirstName && noFirst.has(w.text):
		return verdict{placeholder, ""}
	case w.letters() == asNames || !n.strange(w) || !properName(other):
		return verdict{}
	case w.is(wordCased) && w.is(wordTest):
		return verdict{testData, ""}
	case w.is(wordCased|wordProgram) && !strings.EqualFold(w.text, "na"), w.is(wordRemark) && w.letters() == allSmall:
		return verdict{placeholder, ""}
	}
	return verdict{}
}

// noFirst are what programs write for no value, and families are called, but nobody has for a
// first name.
var noFirst = newWordSet("none|null|undefined")

// soleTitles are titles that stand for a first name where somebody knew none.
var soleTitles = newWordSet("mister|mrs|herr|frau|fräulein|monsieur|madame|mademoiselle|mlle|mme|señor|señora|señorita|signor|signora|signorina|senhor|senhora|mevrouw|dhr|mevr|господин|госпожа|gospodin|gospođa|kyrios|κύριος|κυρία")

// other is the last name of the row for its first name, and the first for the last.
func (n *nameInRow) other() string {
	if n.part == kyc.FirstName {
		return n.rec.Submission[kyc.LastName]
	}
	return n.rec.Submission[kyc.FirstName]
}

// startsWithLetter reports whether a text begins with a letter, of any script.
func startsWithLetter(s string) bool {
	return s != "" && (s[0]|0x20 >= 'a' && s[0]|0x20 <= 'z' || s[0] >= utf8.RuneSelf)
}

// properName reports whether each word of a name begins with a capital and goes on with
// small letters.
func properName(s string) bool {
	for word := range strings.SplitSeq(s, " ") {
		w := nameWord{text: word}
		if word == "" || w.letters() != asNames {
			return false
		}
	}
	return true
}

// startsAs reports whether a name has a word that goes on where another word ends: then
// that is short for it.
func startsAs(full, short string) bool {
	for word := range strings.SplitSeq(full, " ") {
		if len(word) > len(short) && strings.EqualFold(word[:len(short)], short) {
			return true
		}
	}
	return false
}

// couple reports whether a first name is those of two people: two names with a small and
// between them.
func (n *nameInRow) couple(i int, w *nameWord) bool {
	return n.part == kyc.FirstName && len(n.words) == 3 && i == 1 && w.letters() == allSmall &&
		n.words[0].letters() == asNames && n.words[2].letters() == asNames && utf8.RuneCountInString(n.words[0].text) > 2 && utf8.RuneCountInString(n.words[2].text) > 2
}

// firstCommas are the countries whose registers put commas between the first names of one
// person.
const firstCommas = "FRA BEL LUX MCO CIV SEN CMR MLI BEN TGO COD COG GAB MDG MAR DZA TUN "

// partOdd says what a first or last name has that none has, "" for nothing.
func partOdd(rec *kyc.Record, f kyc.Field, s string, signs nameSign) string {
	if signs&signFar != 0 && farCompany(s) {
		return ofCompany
	}
	if signs&signComma != 0 {
		before, behind, found := strings.Cut(s, ",")
		if before != "" && isLetter(before[len(before)-1]) && behind != "" && isSmall(behind[0]) && !isSuffix(behind) {
			return "; a comma stands within a word, as for an m on another keyboard"
		}
		behind = strings.TrimSpace(behind)
		if found && f == kyc.FirstName && before != "" && behind != "" && !within(home(rec), firstCommas) && !isSuffix(behind) {
			return "; a comma parts it, as two names in one cell"
		}
	}
	switch {
	case signs&signBracket != 0 && noted(rec, s), signs&signComma != 0 && f == kyc.LastName && commaRemark(rec, f, s), signs&signEdge != 0 && dashRemark(rec, s):
		return remarkInName
	case signs&signStroke != 0 && stroked(s):
		return "; a stroke parts it, as two names in one cell"
	case signs&signFar != 0 && honoured(s):
		return titleInName
	}
	return ""
}

// honoured reports whether a first or last name of East Asia ends with what people are
// called by.
func honoured(s string) bool {
	for _, t := range [...]string{"様", "さま", "さん", "先生", "女士", "小姐", "太太", "씨", "님"} {
		if name, found := strings.CutSuffix(s, t); found && name != "" && (t != "さん" || name[0] >= 0xE4) {
			return true
		}
	}
	return false
}
