package validate

import (
	"strings"
	"unicode/utf8"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/text"
)

// checkDamage says what happened to a name on its way, and reports whether the letters of
// it are not what they were.
func (v *Validator) checkDamage(rec *kyc.Record, f kyc.Field, value string, foreign bool, signs nameSign, writing text.Writing) bool {
	if signs == 0 || writing.Plain() && writing&(text.Local|text.Dotless) == 0 && !mayBeMisread(rec, value, writing) && (signs&signFar == 0 || !backwards(value)) {
		return false
	}
	field := fieldTable[f].name
	hidden, spoilt := false, false
	if foreign {
		hidden, spoilt = text.DamageBy(value, text.Trace(signs>>tracesFrom))
	}
	switch {
	case hidden:
		v.add(rec, invisibleCharacter, field)
	case signs&signBlank != 0 && strings.IndexFunc(value, strangeSpace) >= 0:
		v.addDetail(rec, invisibleCharacter, field, noBreak)
	}
	detail := ""
	switch {
	case signs&signPrivate != 0 && isWide(value) && (!within(home(rec), wideLands) || narrowBeside(&rec.Submission)):
		v.addDetail(rec, mixedScripts, field, "; here letters of full width, as of an East Asian keyboard")
		return true
	case spoilt, foreign && signs&(signLatin|signDotless) != 0 && halved(value):
	case signs&signAccent != 0 && heaped(value):
		detail = "; marks are heaped on its letters, or strike them out"
	case signs&(signBlank|signPrivate) != 0 && looseAccent(value):
		detail = "; an accent stands for itself within a word, or a sign in place of a letter"
	case foreign && text.Trace(signs>>tracesFrom).MayMix() && text.Mixed(value):
		if !text.Misread(value) {
			v.add(rec, mixedScripts, field)
			return true
		}
	case signs&signPrivate != 0 && text.Private(value):
		detail = "; it has a character for private use, which only the program that wrote it can show"
	case signs&(signLatin|signDotless) != 0 && capitalInside(rec, value):
		detail = "; an accented capital stands among small letters"
	case signs&(signLatin|signDotless|signAccent) != 0 && smallInside(value):
		detail = "; an accented small letter stands among capitals"
	case signs&signFar != 0 && backwards(value):
		detail = "; its letters are in reverse order: a word begins with what only ends words"
	case signs&(signLatin|signDotless|signBlank) != 0 && foreignLatin(rec, value):
		detail = "; letters are none of the language of its country"
	case signs&signDotless != 0 && dotless(rec, value):
		detail = "; it has the ı of Turkish, which stands for an i"
	case signs&signMark == 0 && signs&signQuote == 0:
		return false
	case signs&signMark != 0 && text.Questioned(value):
		detail = "; letters have become question marks"
	case signs&signMark != 0 && questionedEdge(value):
		detail = "; a question mark stands where a letter was, or where somebody was not sure of one"
	case signs&signMark != 0 && text.Escaped(value):
		detail = "; letters are written as a page or an address of the web has them, like &eacute; or %C3%A9"
	case signs&signQuote != 0 && (strings.Contains(value, "''") && len(value) > 2 || strings.Contains(value, `\'`)):
		detail = "; an apostrophe is written as a program has it"
	case signs&signQuote != 0 && printedBytes(value):
		detail = "; it is written as a program prints bytes: b'…'"
	default:
		return false
	}
	v.addDetail(rec, mojibake, field, detail)
	return true
}

// printedBytes reports whether a text, or its last word, is between the signs by which Python prints
// bytes.
func printedBytes(s string) bool {
	last := s[len(s)-1]
	if last != '\'' && last != '"' {
		return false
	}
	at := strings.IndexByte(s, last)
	return at > 0 && at+1 < len(s)-1 && (s[at-1] == 'b' || s[at-1] == 'u') && (at == 1 || s[at-2] == ' ')
}

// halved reports whether a word is the first half of a letter in another encoding, of which
// the second one has become a space: Å tefan, for Štefan, and à between two words.
func halved(s string) bool {
	at := strings.Index(s, "Å ")
	if at < 0 {
		at = strings.Index(s, "Ã ")
	}
	rest := at + len("Å ")
	return at >= 0 && rest+2 < len(s) && isSmall(s[rest]) && isSmall(s[rest+1]) && isSmall(s[rest+2]) && (at == 0 || s[at-1] == ' ')
}

// narrowBeside reports whether a row whose names have letters of full width has some of ASCII in
// them as well: then that is not how the source writes names.
func narrowBeside(sub *kyc.Submission) bool {
	for _, f := range [...]kyc.Field{kyc.FullName, kyc.FirstName, kyc.LastName} {
		for i := range len(sub[f]) {
			if isLetter(sub[f][i]) {
				return true
			}
		}
	}
	return false
}

// wideLands are countries where systems write letters of Latin as wide as their own.
const wideLands = "JPN CHN TWN HKG MAC KOR"

// capitalInside reports whether a word has a small letter before a capital one with an
// accent, as José has in the encoding of a Macintosh, and NUÑEZ where a program makes small
// letters of ASCII alone. A short word before it may be a part of the name: McÉ, DeÁ.
// Where Š and Ž are letters of the country two family names may have lost what stood between
// them.
func capitalInside(rec *kyc.Record, s string) bool {
	for at := 1; at+1 < len(s); at++ {
		if !capitalBegins[s[at]] || s[at-1] < 'a' || s[at-1] > 'z' || !accentedCapital(s[at:]) || s[at] == 0xC5 && within(home(rec), balkan+"CZE SVK LTU LVA EST POL") {
			continue
		}
		from := at
		for from > 0 && s[from-1]|0x20 >= 'a' && s[from-1]|0x20 <= 'z' {
			from--
		}
		end := at+2 == len(s) || s[at+2] == ' '
		if end || !prefixes.has(s[from:at]) {
			return true
		}
	}
	return false
}

// capitalBegins are the bytes that the letters of accentedCapital begin with.
var capitalBegins = [256]bool{0xC3: true, 0xC5: true}

// accentedCapital reports whether a text begins with a capital of Latin-1 or Windows-1252
// with an accent.
func accentedCapital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r >= 'À' && r <= 'Þ' && r != '×' || r == 'Š' || r == 'Ž' || r == 'Œ' || r == 'Ÿ'
}

// prefixes are what a capital may stand behind within a name.
var prefixes = newWordSet("mc|mac|de|di|la|le|lo|du|da|do|des|del|della|dos|van|von|san|st|al|el|fitz|o|d|l|ter|ten|ap|h|t|n|m|b|g|nic|mhic|abd|abu|bin|ibn")

// foreignLatin reports whether a name has letters of Latin-1 that the language of its
// country has not: the Icelandic ones in a Turkish name, and nothing else in a word of one of
// another script.
func foreignLatin(rec *kyc.Record, s string) bool {
	country := home(rec)
	if letters := alienLetters.of(country); letters != "" && alien(s, letters) || country == "VNM" && vni(s) {
		return true
	}
	if country == "TUR" || country == "AZE" {
		return (strings.ContainsAny(s, "ÞþÐð") || strings.Count(s, "ý")+strings.Count(s, "Ý") > 1) && !strings.ContainsAny(s, "áéíóúæÁÉÍÓÚÆ") // nor is somebody of Iceland by birth
	}
	return otherScripts.has(country) && accentsAlone(s)
}

// mayBeMisread reports whether a name whose writing is plain may be one of foreignLatin all the
// same: one of Vietnam, or one with two letters of Latin-1 side by side.
func mayBeMisread(rec *kyc.Record, s string, writing text.Writing) bool {
	country := home(rec)
	return country == "VNM" || writing&text.WithLatin != 0 && otherScripts.has(country) && accentsTogether(s)
}

// accentsTogether reports whether two letters of Latin-1 beyond ASCII stand side by side.
func accentsTogether(s string) bool {
	for at := strings.IndexByte(s, 0xC3); at >= 0 && at+2 < len(s); at++ {
		if s[at] == 0xC3 && s[at+2] == 0xC3 {
			return true
		}
	}
	return false
}

// otherScripts are countries that write in other letters than those of Latin. In these they
// write names as documents do, with few accents.
var otherScripts = newCountrySet("CHN TWN HKG MAC KOR PRK JPN THA RUS UKR BLR BGR SRB MKD KAZ KGZ TJK MNG GRC CYP ISR GEO ARM IRN AFG PAK " +
	"EGY SAU ARE QAT KWT BHR OMN YEM JOR LBN IRQ SYR PSE LBY SDN DZA MAR TUN ")

// accentsAlone reports whether a word of two letters or more has those of Latin-1 beyond ASCII
// alone, as what is written in other letters becomes in its encoding.
func accentsAlone(s string) bool {
	letters, other := 0, false
	for _, r := range s {
		switch {
		case r == ' ':
			if letters > 1 && !other {
				return true
			}
			letters, other = 0, false
		case r < 0xA0 || r > 0xFF:
			other = true
		case r >= 0xC0 || r == 'ª' || r == 'º':
			letters++
		}
	}
	return letters > 1 && !other
}

// alienLetters are letters and signs that the language of a country has not, and that its
// own become where its names are read in the encoding of Western Europe. No name of East
// Asia has its signs, of whatever else.
var alienLetters = newByCountry(map[string]string{
	"CZE SVK":             "øØ¹¾Èè", // ř š ž Č č
	"POL":                 "æœŸ¹¿",  // ć ś ź ą ż
	"HUN":                 "õûÕÛ",   // ő ű
	"ROU MDA":             "þÞãÃºª", // ț ă ș
	"HRV SVN BIH SRB MNE": "æÆðÐÈ",  // ć đ Č
	"LTU LVA":             "ðþÐÞæ",  // š ž ę
	wideLands:             "‚„…†‡‰‹›•™“¡¢£¤¥¦§©«¬®±²³µ¶¹»¼½¾¿",
})

// alien reports whether a name has one of the letters that are none of its country's. Some
// are those of people who came from elsewhere: Søren, Kjær, Þórunn, João, Hélène.
func alien(s, letters string) bool {
	last := ' '
	for i, r := range s {
		if r >= utf8.RuneSelf && strings.ContainsRune(letters, r) {
			next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
			switch r {
			case 'ø', 'Ø':
				if isVowel(last) || isVowel(next) {
					return true
				}
			case 'æ', 'Æ':
				if isVowel(last) {
					return true
				}
			case 'þ', 'ð', 'Þ', 'Ð':
				if !strings.ContainsAny(s, "áéíóúÁÉÍÓÚ") {
					return true
				}
			case 'ã', 'Ã':
				if next|0x20 != 'o' && next|0x20 != 'e' {
					return true
				}
			case 'è': // of French names, too
				word, _, _ := strings.Cut(s[strings.LastIndexByte(s[:i], ' ')+1:], " ")
				if strings.ContainsAny(word, "áíý") {
					return true
				}
			case '“': // which may be a quotation mark
				if !strings.Contains(s, "”") {
					return true
				}
			default:
				return true
			}
		}
		last = r
	}
	return false
}

func isVowel(r rune) bool { return strings.ContainsRune("aeiouyáéíóúýAEIOUYÁÉÍÓÚÝ", r) }

// vni reports whether a name of Vietnamese has accents behind its vowels, as VNI has them:
// Nguyeãn. Vietnamese itself has some of the pairs.
func vni(s string) bool {
	last := rune(0)
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf:
		case (last == 'a' || last == 'e') && strings.ContainsRune("âêäåãáàùøûõ", r), last == 'o' && strings.ContainsRune("äåùøûõ", r),
			last == 'u' && strings.ContainsRune("ùøû", r), last == 'ö' && strings.ContainsRune("ôùøûõï", r), last == 'ô' && strings.ContainsRune("ùøûõï", r), last == 'y' && strings.ContainsRune("ùøûõ", r):
			return true
		}
		last = r
		if r >= 'A' && r <= 'Z' {
			last = r | 0x20
		}
	}
	return false
}

// plainLands are countries whose own documents have letters of ASCII alone.
const plainLands = "USA CAN AUS NZL IRL ZAF IND PAK LKA BGD PHL NGA KEN GHA UGA TZA ZWE SGP MYS HKG JAM TTO "

// dotless reports whether a name has an ı for an i, where it is none of Turkish: a first
// name that is known with an i, a word with a letter that Turkish has not, or a name without
// any other letter of Turkish in a country that writes none.
func dotless(rec *kyc.Record, s string) bool {
	if !strings.Contains(s, "ı") || within(home(rec), "TUR AZE CYP KAZ UZB TKM GEO") {
		return false
	}
	for word := range strings.SplitSeq(s, " ") {
		if strings.Contains(word, "ı") && (strings.ContainsAny(word, "wqxWQX") || givenNames.has(strings.ReplaceAll(word, "ı", "i"))) {
			return true
		}
	}
	return within(home(rec), plainLands) && !strings.ContainsAny(s, "ğşçöüİĞŞÇÖÜ") && unharmonic(s)
}

// unharmonic reports whether a vowel of the front follows an ı in one word, which few words
// of Turkish have.
func unharmonic(s string) bool {
	_, rest, _ := strings.Cut(s, "ı")
	rest, _, _ = strings.Cut(rest, " ")
	return strings.ContainsAny(rest, "eiEI")
}
