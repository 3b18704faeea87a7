package validate

import (
	"strings"
	"unicode/utf8"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/text"
)

// checkName looks for what stands in place of a name, for text that was spoiled, and for
// what no name of a person has. foreign says that it is not all ASCII.
func (v *Validator) checkName(rec *kyc.Record, f kyc.Field, value string, foreign bool) {
	field := fieldTable[f].name
	if r := judgeWord(roleName, f, value); r != none {
		v.add(rec, r, field)
		return
	}
	l := lookAtName(value)
	var of verdict
	var all nameKind
	var signs nameSign
	if l.signs {
		signs = l.read(rec, value)
	}
	if all = l.kinds(value); all != 0 {
		if f == kyc.FullName {
			of = judgeName(rec, value, all)
		} else if signs&signProgram == 0 {
			of = judgePart(rec, f, value, all)
		}
	}
	if of.rule == placeholder || of.rule == testData {
		v.addDetail(rec, of.rule, field, of.detail)
		return
	}
	if found := !judgedInWhole(rec, f, value) && v.checkDamage(rec, f, value, foreign, signs, l.writing); !found {
		if of.rule == none || signs&signProgram != 0 {
			if odd := v.oddName(rec, f, value, &l, all, signs); odd.rule != none {
				of = odd
			}
		}
		switch {
		case of.detail == titleInName:
			noteTitle(rec, f)
		case of.rule != none && (f == kyc.FullName || !saidOfWhole(rec, of)):
			v.addDetail(rec, of.rule, field, of.detail)
		}
	}
	if l.loose {
		v.add(rec, whiteSpace, field)
	}
	if signs&signAccent != 0 && l.writing&text.Strange != 0 && text.Decomposed(value) {
		v.add(rec, decomposed, field)
	}
	if foreign && value[0] >= firstKey && !toldOf(rec.Issues, f) {
		if detail := struckKeys(value); detail != "" {
			v.addDetail(rec, placeholder, field, detail)
		}
	}
}

// noteTitle notes a title in a name, unless the full name has it: Identity tells of it where
// few have one.
func noteTitle(rec *kyc.Record, f kyc.Field) {
	if !rec.Titled.Has(kyc.FullName) {
		rec.Titled = rec.Titled.With(f)
	}
}

// judgedInWhole reports whether a value is the beginning or the end of the full name of a row
// of which there is nothing to tell: then its letters are sound.
func judgedInWhole(rec *kyc.Record, f kyc.Field, value string) bool {
	full := rec.Submission[kyc.FullName]
	return f != kyc.FullName && len(rec.Issues) == 0 && !wornEnds[value[len(value)-1]] && (strings.HasPrefix(full, value) || strings.HasSuffix(full, value))
}

// saidOfWhole reports whether the full name of the row has been told of for the same.
func saidOfWhole(rec *kyc.Record, of verdict) bool {
	for i := range rec.Issues {
		if told := &rec.Issues[i]; told.Field == fieldTable[kyc.FullName].name && told.Code == rules[of.rule].Code && of.detail != "" && strings.HasSuffix(told.Message, of.detail) {
			return true
		}
	}
	return false
}

// noBreak is what is said of spaces that nobody can type.
const noBreak = "; it is a space that does not break, or is of another width"

// strangeSpace reports whether a space is none that is typed: the one of East Asia is.
func strangeSpace(r rune) bool {
	return r == 0xA0 || r >= 0x2000 && r <= 0x200A || r == 0x202F || r == 0x205F
}

// oddName says what a name has that no person's has. What says it of words is judgeName.
func (v *Validator) oddName(rec *kyc.Record, f kyc.Field, s string, l *nameLook, all nameKind, signs nameSign) verdict {
	whole := f == kyc.FullName
	if detail := typedOdd(rec, f, s, l, all, signs); detail != "" {
		return verdict{nameUnusual, detail}
	}
	if l.thrice {
		if len(s) > 4 && strings.EqualFold(s[:4], "www.") {
			return verdict{nameUnusual, addressed}
		}
		if country := home(rec); strings.Contains(s, "iii") && within(country, twoNames) && thriceWithin(s) || within(country, twoNames) && !within(country, "EST FIN ") && thriceWithin(s) {
			return verdict{nameUnusual, "; a letter is there more often than any language has it"}
		}
		if r, detail := repeats(s); r != none && (whole || r == nameUnusual) {
			return verdict{r, detail}
		}
	}
	switch {
	case !whole:
	case len(s) == 2*len("KOR")+1 && s[:3] == s[4:] && (s[:3] == home(rec) || s[:3] == rec.Submission[kyc.AddressCountry]):
		return verdict{placeholder, "; it is the code of the country, twice"}
	case len(s) <= longestInitials && (len(s) < 2 || s[1] < 'A' || s[1] >= utf8.RuneSelf) && initials(s) && !vowelNames(rec, s):
		if same(s) {
			return verdict{placeholder, ""}
		}
		return verdict{nameUnusual, "; it is nothing but initials"}
	case all&wordMute != 0 && (longMute(s) || within(home(rec), twoNames+moreTwoNames) && muteEnd(s)):
		return verdict{nameUnusual, "; a word of it can be spoken in no language"}
	case s[len(s)/2] == ' ' && len(s)%2 == 1 && l.spaces != 0 && wholeTwice(rec, s):
		return verdict{nameUnusual, "; it has the whole name twice"}
	case len(s) == len(rec.Submission[kyc.AddressCity]) && strings.EqualFold(s, rec.Submission[kyc.AddressCity]):
		return verdict{nameUnusual, "; the row has it as its city as well"}
	case len(s) == len(rec.Submission[kyc.AddressStreet]) && l.spaces != 0 && strings.EqualFold(s, rec.Submission[kyc.AddressStreet]):
		return verdict{nameUnusual, "; the row has it as its street as well"}
	case l.spaces == 0 && l.writing&(text.Cased|text.Strange) != 0 && s[0] < utf8.RuneSelf && runTogether(s) && within(home(rec), twoNames+moreTwoNames):
		return verdict{nameUnusual, "; it is two names without a space between them"}
	case l.spaces == 0 && l.writing&text.Signed != 0 && loginLike(s):
		return verdict{nameUnusual, "; it is written as a userid"}
	case l.spaces == 0 && s[0] < firstIdeograph && signs&(1<<tracesFrom-1)&^(signLatin|signDotless|signQuote) == 0 && bothNamesList.has(home(rec)):
		return verdict{nameUnusual, "; it is one word, and everybody of its country has two names"}
	case l.long && tooLong(s):
		return verdict{nameUnusual, "; it is longer than names are, or has one word again and again"}
	}
	return verdict{}
}

// typedOdd says what is odd in the letters and signs of a name, "" for nothing: of names in
// plain writing little can be.
func typedOdd(rec *kyc.Record, f kyc.Field, s string, l *nameLook, all nameKind, signs nameSign) string {
	plain := l.writing.Plain()
	if !plain {
		if detail := shapeOdd(rec, f, s, l); detail != "" {
			return detail
		}
	} else if lettersApart(rec, f, s, l) {
		return spacedLetters
	}
	if signs &= 1<<tracesFrom - 1; plain {
		signs &= signPicture | signFar
	}
	if signs == 0 {
		return ""
	}
	if detail := signsOdd(rec, f, s, all, signs); detail != "" {
		return detail
	}
	if f != kyc.FullName {
		return partSignsOdd(rec, f, s, signs)
	}
	if detail := endsOdd(rec, s, signs); detail != "" {
		return detail
	}
	if signs&signFar != 0 || s[0] == '(' {
		return farOdd(s)
	}
	return ""
}

// partSignsOdd is what signs in a first or last name tell.
func partSignsOdd(rec *kyc.Record, f kyc.Field, s string, signs nameSign) string {
	if last := s[len(s)-1]; signs&signEdge != 0 && (nameSignOf[s[0]]&signEdge != 0 || nameSignOf[last]&signEdge != 0) {
		return lostSign
	}
	if signs&(signComma|signBracket|signStroke|signFar|signEdge) != 0 {
		return partOdd(rec, f, s, signs)
	}
	return ""
}

const addressed = "; it is an address of mail or of the web"

func signsOdd(rec *kyc.Record, f kyc.Field, s string, all nameKind, signs nameSign) string {
	const programs = "; it has digits or signs that no name has"
	switch {
	case signs&signPicture != 0 && daggered(s):
		return saysDead
	case signs&signProgram != 0 && (!onlyCounted(s) || all&wordStreet != 0 || numberedByRow(rec, f, s)):
		return programs
	case signs&signPicture != 0 && text.Pictured(s):
		return programs
	}
	if at := strings.IndexByte(s, '@'); signs&signAt != 0 && strings.IndexByte(s[at:], '.') > 1 && strings.IndexByte(s, ' ') < 0 {
		return addressed
	}
	return ""
}

const lostSign = "; it begins or ends with a sign that is no part of it"

// endsOdd looks at brackets, quotation marks, strokes, and at what stands at both ends of a
// full name.
func endsOdd(rec *kyc.Record, s string, signs nameSign) string {
	first, last := s[0], s[len(s)-1]
	switch {
	case signs&signEdge != 0 && (nameSignOf[first]&signEdge != 0 || nameSignOf[last]&signEdge != 0):
		return lostSign
	case signs&signBracket != 0 && (strings.Count(s, "(") != strings.Count(s, ")") || strings.Contains(s, "()") || strings.Contains(s, "( )")):
		return "; its brackets are empty, or one is missing"
	case signs&signBracket != 0 && noted(rec, s), signs&signComma != 0 && commaRemark(rec, kyc.FullName, s), signs&signEdge != 0 && dashRemark(rec, s):
		return "; a remark is no part of it"
	case signs&signQuote != 0 && (first == '"' || last == '"' || first == '\'' && last == '\'' && len(s) > 2):
		return "; it is in quotation marks"
	case signs&signColon != 0 && strings.Contains(s, ": "):
		return lostSign
	case signs&signStroke != 0 && stroked(s):
		return "; a stroke parts it, as two names in one cell"
	case signs&signAt != 0 && rec.Submission[kyc.Nationality] != "" && !within(rec.Submission[kyc.Nationality], strokeLands+"IDN PHL THA") && !strings.Contains(s, "/"):
		return "; it has what else the person is called"
	}
	return ""
}

// relatives say in brackets who somebody is to the customer. Some are names, which few have
// there.
var relatives = newWordSet("m|f|w|kind|kid|baby|sohn|tochter|ehefrau|ehemann|mutter|vater|bruder|schwester|enfant|fils|fille|épouse|époux|mère|père|niño|niña|hijo|hija|esposa|esposo|madre|padre|hermano|hermana|menor de edad|filho|filha|mãe|pai|criança|figlio|figlia|bambino|moglie|marito|minore|" +
	"dziecko|syn|córka|żona|mąż|matka|ojciec|małoletni|małoletnia|dítě|nezletilý|nezletilá|manželka|manžel|dieťa|dcera|gyermek|gyerek|kiskorú|feleség|férj|anyja|copil|fiică|soție|soț|dijete|dete|kći|supruga|suprug|maloljetnik|çocuk|eşi|oğlu|kızı|barn|barnet|dotter|datter|hustru|make|maka|lapsi|vaimo|poika|tytär|alaikäinen|" +
	"zoon|dochter|echtgenoot|echtgenote|minderjarig|minderjarige|moeder|vader|anak|istri|suami|ребёнок|ребенок|сын|дочь|жена|муж|мать|отец|несовершеннолетний|дитина|дружина|чоловік|дочка|неповнолітній|дете|детето|съпруга|παιδί|σύζυγος|γιος|κόρη|ανήλικος|طفل|ابن|زوجة|قاصر|ילד|ילדה|אשתו|קטין|未成年|妻|배우자|아들|딸|미성년")

// stroked reports whether a stroke stands between two words, and neither of them is a
// letter alone, as in A/L.
func stroked(s string) bool {
	for at := range len(s) {
		if s[at] != '/' {
			continue
		}
		before, behind := strings.TrimRight(s[:at], " "), strings.TrimLeft(s[at+1:], " ")
		before = before[strings.LastIndexByte(before, ' ')+1:]
		behind, _, _ = strings.Cut(behind, " ")
		known := nameWords.of(before+"/"+behind)&(wordRelation|wordAlias|wordForm) != 0 || strings.HasPrefix(strings.ToLower(before), "bin")
		if utf8.RuneCountInString(before) > 1 && utf8.RuneCountInString(behind) > 1 && !known {
			return true
		}
	}
	return false
}
