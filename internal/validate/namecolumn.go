package validate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/text"
)

// columnsOdd says what is odd in a first and a last name that stand beside each other, and in
// which of them; "" for nothing. Neither is empty.
func columnsOdd(rec *kyc.Record) (f kyc.Field, detail string) {
	sub := &rec.Submission
	full, first, last := sub[kyc.FullName], sub[kyc.FirstName], sub[kyc.LastName]
	if strings.IndexByte(first, ' ') > 0 {
		switch {
		case holdsWhole(rec, full, first, last):
			return kyc.FirstName, "; it has the whole name, and the last name stands in its own field as well"
		case torn(rec, first, last):
			return kyc.FirstName, "; it ends with the beginning of the last name"
		case parted(rec, full, first, last):
			return kyc.FirstName, "; it has a word that stands behind the last name in the full name"
		}
	}
	if strings.IndexByte(last, ' ') > 0 {
		switch {
		case holdsWhole(rec, full, last, first):
			return kyc.LastName, "; it has the whole name, and the first name stands in its own field as well"
		case placeBehind(rec, last):
			return kyc.LastName, "; the town or the country of the row stands behind it"
		}
	}
	switch {
	case maybeTwice[first[len(first)/2]] && givenTwice(rec, doubled(first)):
		return kyc.FirstName, wordTwice
	case maybeTwice[last[len(last)/2]] && familyTwice(rec, doubled(last)):
		return kyc.LastName, wordTwice
	case len(first) == len(last) && repeatsFirst(rec, first, last):
		return kyc.LastName, "; it is the first name as well"
	case len(last) <= longestLone && loneInitial(rec, full, last):
		return kyc.LastName, "; it is nothing but initials"
	case len(last) <= len("esq.") && loneSuffixes.has(last) && within(home(rec), twoNames+moreTwoNames):
		return kyc.LastName, "; it is what stands beside a last name, and no name"
	case fathersNames.lasts[last[len(last)-1]] && fatherAlone(rec, last) && familyBeside(full, first, last):
		return kyc.LastName, "; it is the name by the father, and no family name"
	case fathersNames.lasts[first[len(first)-1]] && fathersName(rec, first) && strings.IndexByte(first, ' ') < 0:
		return kyc.FirstName, "; it is the name by the father, and no first name"
	case full != "" && full[0] >= firstIdeograph && last[0] < utf8.RuneSelf && readOtherwise(rec, full, first, last):
		return kyc.FullName, "; the first and the last name of the row are another's"
	}
	return 0, ""
}

// wholeOdd says what is odd in a full name of a row that has no parts of it, "" for nothing.
func wholeOdd(rec *kyc.Record, full string) string {
	end := strings.IndexByte(full, ' ')
	if end < 0 || strings.IndexByte(full[end+1:], ' ') < 0 {
		return "" // as most have two words
	}
	at := strings.LastIndexByte(full, ' ')
	if at < 1 || at == len(full)-1 || at-end < 4 {
		return ""
	}
	first, middle, last := full[:end], full[end+1:at], full[at+1:]
	if first != last && (middle == first && givenTwice(rec, first) || middle == last && familyTwice(rec, last)) {
		return wordTwice
	}
	return ""
}

const wordTwice = "; it has one word twice"

// firstBeyondLatin is the least byte that letters beyond those of Latin begin with, but for
// the rare ones of Latin.
const firstBeyondLatin = 0xCD

// oneFamilyName are the countries where everybody has a first name and one family name.
const oneFamilyName = balkan + "AUT BEL BGR CHE CYP CZE DEU DNK EST FIN FRA GBR GRC HUN IRL ITA LIE LTU LUX LVA MDA MLT NLD NOR POL ROU RUS BLR UKR SVK SWE TUR ALB ARM GEO CAN AUS NZL ZAF ISL "

// holdsWhole reports whether one part of a name is the whole of it, with the other part at an
// end. A father may be called as his child, and each may have two names of one word.
func holdsWhole(rec *kyc.Record, full, part, other string) bool {
	n := len(part) - len(other)
	if n < 2 {
		return false
	}
	behind, before := part[n-1] == ' ' && part[n:] == other, part[len(other)] == ' ' && part[:len(other)] == other
	if full == part {
		return behind || before
	}
	inOrder := behind
	if other == rec.Submission[kyc.FirstName] {
		inOrder = before
	}
	return inOrder && behind != before && !twiceGiven.has(other) && within(home(rec), oneFamilyName+"USA ")
}

// repeatsFirst reports whether a last name is the first name again, and no name of a family: it
// is one of those that women have and families have not, or the address of mail has another
// name beside it.
func repeatsFirst(rec *kyc.Record, first, last string) bool {
	if !strings.EqualFold(first, last) || strings.IndexByte(first, ' ') >= 0 || !within(home(rec), twoNames+moreTwoNames) {
		return false
	}
	return sureGiven.has(first) || mailsOther(rec.Submission[kyc.Email], first)
}

// sureGiven are first names that are those of no family, or of very few.
var sureGiven = newWordSet("charlotte|emily|olivia|sophie|sophia|hannah|rebecca|jessica|amelia|isabella|chloe|megan|katie|elizabeth|katherine|kathryn|jennifer|stephanie|samantha|amanda|melissa|michelle|danielle|natalie|deborah|eleanor|gillian|jacqueline|bethany|lauren|heather|pamela|brenda|cynthia|kimberly|ashley|nicola|zoe|yvonne|" +
	"katharina|brigitte|monika|ursula|gisela|renate|sabine|stefanie|annika|birgit|heike|angelika|jürgen|wolfgang|helmut|manfred|uwe|nathalie|isabelle|véronique|françoise|monique|jacqueline|sandrine|céline|aurélie|francesca|chiara|giulia|federica|alessandra|valentina|martina|silvia|paola|simona|elisabetta|" +
	"agnieszka|małgorzata|katarzyna|magdalena|joanna|aleksandra|krzysztof|grzegorz|kateřina|zuzana|markéta|jaroslava|ivana|snežana|dragana|jelena|katalin|zsuzsanna|erzsébet|ildikó|mihaela|ioana|elena|cristina|svetlana|tatiana|natalia|ekaterina|oksana|наталья|светлана|татьяна|екатерина|елена|ольга|оксана|ayşe|fatma|zeynep|elif|mehmet|mustafa|" +
	"annika|ingrid|margareta|kristina|birgitta|anneli|päivi|sanna|mercedes|guadalupe|alejandra|fernanda|gabriela|claudia|mónica|verónica|beatriz|patrícia|joão|annelies|marijke|sjoerd|wouter")

// mailsOther reports whether the address of mail has a name, and another word of letters
// beside it.
func mailsOther(mail, name string) bool {
	local, _, _ := strings.Cut(strings.ToLower(mail), "@")
	words := foldWords(name)
	if len(words) != 1 || len(words[0]) < 4 {
		return false
	}
	before, behind, found := strings.Cut(local, words[0])
	if !found {
		return false
	}
	const rest = "0123456789._-+"
	before, behind = strings.Trim(before, rest), strings.Trim(behind, rest)
	if before != "" && behind != "" {
		return false
	}
	other := before + behind
	return len(other) > 3 && strings.Trim(other, "abcdefghijklmnopqrstuvwxyz") == "" && !mailWords.has(other)
}

// mailWords are words that stand in addresses of mail beside a name.
var mailWords = newWordSet("mail|email|info|home|work|office|private|privat|kontakt|contact|official|real|love|family|post|inbox|personal|hello|shop|store|music|photo|junior|senior")

// loneSuffixes are what stands behind a last name, or before one, and is none.
var loneSuffixes = newWordSet("jr|jr.|sr.|ii|iii|esq|esq.|phd|mc|o'|o’")

// maybeTwice are the bytes in the middle of what is one word twice.
var maybeTwice = func() (t [256]bool) {
	t[' '], t['-'] = true, true
	for c := 'A'; c <= 'Z'; c++ {
		t[c] = true
	}
	return t
}()

// doubled is the half of a name that is one word twice, with a space or a hyphen between the two
// or without; "" where it is not.
func doubled(s string) string {
	half := len(s) / 2
	switch {
	case len(s) < 8:
		return ""
	case len(s)%2 == 1 && s[half] == '-' && s[:half] == s[half+1:], len(s)%2 == 0 && isCapital(s[half]) && s[:half] == s[half:]:
		return s[:half]
	}
	return doubledHalf(s)
}

// givenTwice reports whether a first name that is there twice is that of nobody. Pet names are
// so, and those of one syllable: Jay Jay, Ting Ting, Lulu Lulu.
func givenTwice(rec *kyc.Record, name string) bool {
	if len(name) < 4 || !within(home(rec), twoNames+moreTwoNames) || twiceGiven.has(name) || strings.EqualFold(name[:len(name)/2], name[len(name)/2:]) {
		return false
	}
	return givenNames.has(name) || vowelGroups(name) > 1
}

// familyTwice reports whether a last name that is there twice has it from one parent alone. In
// the countries of Spanish it may be that of both, as in the North, and of people from there in
// the United States.
func familyTwice(rec *kyc.Record, name string) bool {
	switch {
	case len(name) < 4 || twiceGiven.has(name):
		return false
	case within(home(rec), oneFamilyName):
		return !within(home(rec), "NOR SWE DNK ISL ") && len(name) > 4
	}
	return home(rec) == "USA" && strings.IndexByte("aeiouznrld", name[len(name)-1]) < 0 && !strings.HasSuffix(name, "es") && !strings.HasSuffix(name, "os") && len(name) > 4
}

// vowelGroups is how many groups of vowels a name has.
func vowelGroups(name string) (n int) {
	before := false
	for _, r := range name {
		vowel := isVowel(r) || r >= utf8.RuneSelf && strings.ContainsRune("äëïöüâêîôûàèìòùãõåæøőűąęąěůýаеёиіїоуыэюяєАЕЁИІЇОУЫЭЮЯЄαεηιουωάέήίόύώ", unicode.ToLower(r))
		if vowel && !before {
			n++
		}
		before = vowel
	}
	return n
}

// longestLone is the length of the longest initial: a letter of two bytes and a stop.
const longestLone = 3

// loneInitial reports whether a last name is one letter that stands for more: with a stop
// behind it, or a consonant. Å is a name.
func loneInitial(rec *kyc.Record, full, last string) bool {
	letter := strings.TrimSuffix(last, ".")
	r, size := utf8.DecodeRuneInString(letter)
	switch {
	case size != len(letter) || !unicode.IsLetter(r) || r > lastCyrillic || !within(home(rec), twoNames+moreTwoNames):
		return false
	case letter != last || familyFrom(full, rec.Submission[kyc.FirstName], letter):
		return true
	}
	return r < utf8.RuneSelf && !isVowel(r) && within(home(rec), twoNames) && home(rec) != "GBR"
}

// familyFrom reports whether a full name has a word that begins with a letter, goes on, and is
// not in the first name.
func familyFrom(full, first, letter string) bool {
	for word := range strings.FieldsSeq(full) {
		if len(word) > len(letter)+1 && strings.HasPrefix(word, letter) && !strings.Contains(first, word) {
			return true
		}
	}
	return false
}

// torn reports whether a first name ends with what the last name begins with: Jan van and
// Dijk, Daniel Mac and Donald.
func torn(rec *kyc.Record, first, last string) bool {
	at := strings.LastIndexByte(first, ' ')
	if at < 1 || at == len(first)-1 || len(first)-at > longestTorn {
		return false
	}
	switch word := first[at+1:]; {
	case word == "Mc" || word == "O'" || word == "O’":
		return true
	case word == "Mac":
		return clans.has(last) || mailsTogether(rec.Submission[kyc.Email], "mac", last)
	case word == "Van" || word == "Vanden" || word == "De":
		return within(home(rec), "BEL NLD ")
	case isSmall(word[0]) && isCapital(first[0]):
		return tornWords.has(word) && particlesOf(home(rec)) != nil
	}
	return false
}

// longestTorn is the length of the longest of tornWords, and of the space before it.
const longestTorn = len(" della")

// tornWords begin family names, and end no first name.
var tornWords = newWordSet("van|von|vom|zum|zur|der|den|ter|ten|de|del|della|di|da|do|dos|das|du|des|de'|bin|binti|ibn")

// clans are what stands behind Mac in the most common names of Scotland and Ireland.
var clans = newWordSet("donald|dougall|kenzie|leod|lean|gregor|kay|intyre|intosh|millan|pherson|arthur|aulay|kinnon|neil|neill|rae|farlane|lachlan|laren|alister|allister|askill|bride|callum|cormack|culloch|dermott|diarmid|duff|fadyen|gillivray|innes|iver|kinlay|lennan|manus|naughton|phail|quarrie|queen|taggart|tavish|vicar|carthy|mahon|namara|sweeney|guire")

// mailsTogether reports whether the address of mail has two words as one.
func mailsTogether(mail, a, b string) bool {
	at := strings.Index(strings.ToLower(mail), a)
	return at >= 0 && len(mail) >= at+len(a)+len(b) && strings.EqualFold(mail[at+len(a):][:len(b)], b)
}

// mayBeTwoAlphabets reports whether the first and the last name, or the ends of the full one, may
// be in two alphabets, and gives them.
func mayBeTwoAlphabets(sub *kyc.Submission) (a, b string, may bool) {
	a, b = sub[kyc.FirstName], sub[kyc.LastName]
	full := sub[kyc.FullName]
	if a != "" && b != "" {
		differ := beyondLatin(a) != beyondLatin(b)
		if differ || full == "" || beyondLatin(full) == beyondLatin(a) && strings.HasSuffix(full, b) {
			return a, b, differ
		}
	}
	a = full
	b = a[strings.LastIndexByte(a, ' ')+1:]
	return a, b, a != "" && b != "" && beyondLatin(a) != beyondLatin(b)
}

// beyondLatin reports whether a text begins with a letter of another alphabet than Latin.
func beyondLatin(s string) bool { return s[0] >= firstBeyondLatin }

// twoAlphabets reports whether the first and the last name, or the ends of the full one, are in
// letters of two alphabets. In East Asia the first name of somebody from elsewhere may be so, and
// Serbian has two alphabets.
func twoAlphabets(rec *kyc.Record) bool {
	a, b, may := mayBeTwoAlphabets(&rec.Submission)
	if !may || a[0] >= firstOfEast || b[0] >= firstOfEast {
		return false
	}
	x, y := scriptOf(a), scriptOf(b)
	return x != y && lettered(x) && lettered(y) && !within(home(rec), "SRB MNE BIH ")
}

// firstOfEast is the least byte that letters of East Asia begin with.
const firstOfEast = 0xE3

func lettered(s text.Script) bool {
	return s != text.NoScript && s != text.Han && s != text.Kana && s != text.Hangul
}

// fatherLands are countries where people have a name by their father beside the family name.
const fatherLands = "RUS UKR BLR KAZ KGZ "

// fathersNames are how such names end.
var fathersNames = endings("ович евич йович ьич овна евна ївна івна їчна ична ovich evich ovych yovych iovych ovna evna ivna yivna ОВИЧ ЕВИЧ ОВНА ЕВНА ІВНА OVICH EVICH OVYCH OVNA EVNA IVNA")

// fatherAlone reports whether a name is one by the father that no family has: a woman's, or a
// man's by one of the names that most fathers have. Others are family names as well, as
// Abramovich and Lukashevich.
func fatherAlone(rec *kyc.Record, name string) bool {
	return fathersName(rec, name) && (daughtersNames.ends(name) || sonsNames.has(name))
}

var (
	daughtersNames = endings("овна евна ївна івна їчна ична ovna evna ivna yivna ОВНА ЕВНА ІВНА OVNA EVNA IVNA")
	sonsNames      = newWordSet("иванович|николаевич|сергеевич|александрович|алексеевич|владимирович|михайлович|андреевич|дмитриевич|викторович|васильевич|анатольевич|юрьевич|евгеньевич|геннадьевич|валерьевич|вячеславович|игоревич|олегович|петрович|григорьевич|константинович|" +
		"миколайович|сергійович|олександрович|олексійович|володимирович|михайлович|андрійович|дмитрович|вікторович|васильович|анатолійович|юрійович|євгенович|ігорович|іванович|" +
		"ivanovich|nikolaevich|nikolayevich|sergeevich|sergeyevich|aleksandrovich|alexandrovich|alekseevich|alekseyevich|vladimirovich|mikhailovich|mikhaylovich|andreevich|andreyevich|dmitrievich|viktorovich|vasilievich|anatolievich|yurievich|evgenievich|igorevich|olegovich|" +
		"ivanovych|mykolaiovych|serhiiovych|oleksandrovych|oleksiiovych|volodymyrovych|mykhailovych|andriiovych|dmytrovych|viktorovych|vasylovych|yuriiovych|ihorovych|olehovych")
)

// fathersName reports whether a name is one by the father, where people have them.
func fathersName(rec *kyc.Record, name string) bool {
	return within(home(rec), fatherLands) && fathersNames.ends(name)
}

// familyBeside reports whether a full name has a word that is neither in the first nor in the
// last name, nor a name by the father.
func familyBeside(full, first, last string) bool {
	for word := range strings.FieldsSeq(full) {
		if word != last && !strings.Contains(first, word) && len(word) > 3 && !fathersNames.ends(word) {
			return true
		}
	}
	return false
}

// parted reports whether the full name has the last name between the words of the first.
func parted(rec *kyc.Record, full, first, last string) bool {
	if len(full) != len(first)+1+len(last) || full[:len(first)] == first {
		return false
	}
	for at := 1; at+1 < len(first); at++ {
		if first[at] != ' ' {
			continue
		}
		if behind := full[at:]; full[:at] == first[:at] && behind[0] == ' ' && strings.HasPrefix(behind[1:], last) && behind[1+len(last):] == first[at:] {
			return first[:at] != last && first[at+1:] != last && !within(home(rec), lastFirst+registersLastFirst)
		}
	}
	return false
}

// placeBehind reports whether the town or the country of the row stands behind a last name,
// and no particle before it that makes a name of it.
func placeBehind(rec *kyc.Record, last string) bool {
	sub := &rec.Submission
	at := len(last) - len(sub[kyc.AddressCity])
	if at < 2 || last[at-1] != ' ' || !strings.EqualFold(last[at:], sub[kyc.AddressCity]) {
		at = strings.LastIndexByte(last, ' ') + 1
		if !ownLand(rec, last[at:]) {
			return false
		}
	}
	before := last[:at-1]
	before = before[strings.LastIndexByte(before, ' ')+1:]
	return len(before) > 2 && within(home(rec), oneFamilyName+"USA ") && !particles.has(before) && !prefixes.has(before) && len(last)-at > 3
}
