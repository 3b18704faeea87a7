package validate

import (
	"slices"
	"strings"
	"unicode/utf8"

	"kycmigrate/internal/kyc"
)

// moreTwoNames are countries where nearly everybody has a first name and a family name.
const moreTwoNames = "USA CAN AUS NZL ZAF ISL "

// checkFirst looks at the first name beside an empty last one, and for one that is a family
// name where the last name is none.
func (v *Validator) checkFirst(rec *kyc.Record) {
	sub := &rec.Submission
	first, last := sub[kyc.FirstName], sub[kyc.LastName]
	switch {
	case last != "":
		if first == last && wholeOrLast(rec, first) {
			v.addDetail(rec, nameUnusual, fieldTable[kyc.FirstName].name, "; it is the last name as well, or each of them has both")
		} else if familyName(rec, first) && !familyIn(rec, last) {
			v.addDetail(rec, nameUnusual, fieldTable[kyc.FirstName].name, "; it is a family name: first and last name may have been exchanged")
		} else if lonely(rec, first) {
			v.add(rec, placeholder, fieldTable[kyc.FirstName].name)
		} else {
			v.checkTyped(rec, first, last)
		}
	case v.column == nil || v.column(fieldTable[kyc.LastName].name) == "" || !within(sub[kyc.Nationality], twoNames+moreTwoNames):
	case strings.IndexByte(sub[kyc.FullName], ' ') > 0 && !strings.EqualFold(sub[kyc.FullName], first):
		v.addDetail(rec, nameUnusual, fieldTable[kyc.LastName].name, "; the last name is empty, and the full name has one")
	case strings.IndexByte(first, ' ') > 0:
		v.addDetail(rec, nameUnusual, fieldTable[kyc.FirstName].name, "; it has the whole name, and the last name is empty")
	}
}

// wholeOrLast reports whether what is a first and a last name alike is no first one: it has
// several words, or several in one, or is a family name of the country.
func wholeOrLast(rec *kyc.Record, s string) bool {
	return (strings.IndexByte(s, ' ') > 0 || runTogether(s)) && within(home(rec), twoNames+moreTwoNames) || familyName(rec, s)
}

// runTogether reports whether a name is two in one word: JohnSmith. Short ones, and those of
// what is written together elsewhere, are one: McDonald, LaToya, AnnMarie, VanDyke.
func runTogether(s string) bool {
	from := 0
	for at := 1; at < len(s); at++ {
		if !isCapital(s[at]) {
			continue
		}
		if !isSmall(s[at-1]) {
			return false
		}
		if at-from > 3 && len(s)-at > 3 && !prefixes.has(s[from:at]) {
			return true
		}
		from = at
	}
	return false
}

// checkFirstless looks at an empty first name where the full name has one.
func (v *Validator) checkFirstless(rec *kyc.Record) {
	sub := &rec.Submission
	full, last := sub[kyc.FullName], sub[kyc.LastName]
	if len(full) < len(last)+2 || v.column == nil || v.column(fieldTable[kyc.FirstName].name) == "" || !within(sub[kyc.Nationality], twoNames+moreTwoNames+"PHL") {
		return
	}
	if strings.HasSuffix(full, " "+last) || strings.HasPrefix(full, last+" ") {
		v.addDetail(rec, nameUnusual, fieldTable[kyc.FirstName].name, "; the first name is empty, and the full name has one")
	}
}

// lonely reports whether a first name is an X that stands for none. It is an initial where
// the full name has what it is short for, where people are known by initials, and before a
// name of Chinese, in which many first names begin so.
func lonely(rec *kyc.Record, first string) bool {
	return len(first) == 1 && first[0]|0x20 == 'x' && !within(home(rec), initialLands) && !startsAs(rec.Submission[kyc.FullName], first) && !pinyin.has(rec.Submission[kyc.LastName])
}

// pinyin are the most common family names of Chinese in Latin letters.
var pinyin = newWordSet("wang|li|zhang|liu|chen|yang|zhao|huang|zhou|wu|xu|sun|hu|zhu|gao|lin|he|guo|ma|luo|liang|song|zheng|xie|han|tang|feng|yu|dong|xiao|cheng|cao|yuan|deng|fu|shen|zeng|peng|lu|su|jiang|cai|jia|ding|wei|xue|ye|yan|pan|du|dai|xia|zhong|tian|ren|fan|fang|shi|yao|tan|liao|zou|xiong|jin|hao|kong|bai|cui|kang|mao|qiu|qin|gu|hou|shao|meng|long|wan|duan|qian|yin|yi|chang|qiao|lai|gong|wen|ouyang|situ")

// pruned reports whether the first or the last name ends within a word of the full name
// that has more of it.
func pruned(full, first, last string) bool {
	if rest, found := strings.CutPrefix(full, first+" "); found && goesOn(rest, last) {
		return true
	}
	rest, found := strings.CutSuffix(full, " "+last)
	return found && goesOn(rest, first)
}

// leastPruned is the length from which on a part that ends within a word was cut off: a
// short one is a pet name.
const leastPruned = 10

// goesOn reports whether a name goes on within the word with which a part of it ends, by
// two letters or more.
func goesOn(name, part string) bool {
	if len(part) < leastPruned && !hyphened(part) || len(name) < len(part)+2 || !strings.HasPrefix(name, part) {
		return false
	}
	rest, _, _ := strings.Cut(name[len(part):], " ")
	return len(rest) > 1 && rest[0] != '-' && (rest[0]|0x20 >= 'a' && rest[0]|0x20 <= 'z' || rest[0] >= utf8.RuneSelf)
}

// hyphened reports whether a name ends in a letter or two behind a hyphen, which are the
// beginning of a name: Marie-T.
func hyphened(s string) bool {
	at := strings.LastIndexByte(s, '-')
	return at > 1 && at < len(s)-1 && at+1+2*utf8.UTFMax > len(s) && utf8.RuneCountInString(s[at+1:]) <= 2 && s[len(s)-1] != '.'
}

// misspelt reports whether the words of a full name are those of its parts but for one, which
// is spelled otherwise.
func misspelt(country string, f, a, b []string) bool {
	if len(f) != len(a)+len(b) {
		return false
	}
	for _, parts := range [...][2][]string{{a, b}, {b, a}} {
		if one, other := oneApart(f, parts[0], parts[1]); other != "" && otherwise(country, one, other) {
			return true
		}
	}
	return false
}

// leastMissed is the length of the shortest word in which a slip is told.
const leastMissed = 5

// missed reports whether one word is another in which a key was missed: two letters
// changed places, one is missing, or one is another. The last letter does not count, which
// is a woman's or a man's, and neither do letters that are written for one another.
func missed(one, other string) bool {
	x, y := []rune(one), []rune(other)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) < leastMissed || len(y)-len(x) > 1 {
		return false
	}
	at := 0
	for at < len(x) && x[at] == y[at] {
		at++
	}
	switch {
	case at+1 >= len(x):
		return false
	case len(x) < len(y):
		return slices.Equal(x[at:], y[at+1:]) && !strings.ContainsRune("hejywuьъй", y[at]) && (at == 0 || y[at-1] != y[at])
	case slices.Equal(x[at+1:], y[at+1:]):
		return at > 0 && !swappable(x[at], y[at])
	}
	return x[at] == y[at+1] && x[at+1] == y[at] && slices.Equal(x[at+2:], y[at+2:])
}

// swappable reports whether two letters are written for one another, by language: vowels,
// and c for k.
func swappable(a, b rune) bool {
	for _, set := range [...]string{"aeiouyjw", "ckqgxsz", "vwfbp", "dt", "аеёиоуыэюяйі"} {
		if strings.ContainsRune(set, a) && strings.ContainsRune(set, b) {
			return true
		}
	}
	return false
}

// shortNames are names that are short for others, which are listed with commas behind
// them.
type shortNames map[string]string

// pair reports whether one name is short for the other.
func (p shortNames) pair(a, b string) bool {
	return strings.Contains(p[a], b) && p[a] != "" || strings.Contains(p[b], a) && p[b] != ""
}

// nicknames are those of petNames, and others that are too ambiguous to be compared by.
var nicknames = func() shortNames {
	p := make(shortNames)
	for pair := range strings.FieldsSeq(petPairs + " " + morePetPairs) {
		short, whole, _ := strings.Cut(pair, ":")
		p[short] += whole + ","
	}
	return p
}()

const morePetPairs = "bill:william,wilhelm liam:william jack:john,jackson harry:henry,harold peg:margaret daisy:margaret polly:mary molly:mary mamie:mary ted:edward,theodore teddy:edward,theodore ned:edward,edmund nell:helen,eleanor,ellen nellie:helen,eleanor,ellen nan:anne nancy:anne hal:henry,harold sally:sarah sadie:sarah bess:elizabeth " +
	"libby:elizabeth lisa:elizabeth trudy:gertrude tina:christina,martina tony:anthony,antonio,anton toni:anton,antonia,antonio seppi:josef jupp:josef pepe:jose,josef pepi:josef,josip pino:giuseppe gigi:luigi gino:luigi pancho:francisco curro:francisco xesc:francesc kiko:francisco lola:dolores chelo:consuelo quique:enrique " +
	"chema:jose charo:rosario concha:concepcion conchita:concepcion memo:guillermo beto:alberto,roberto lalo:eduardo chucho:jesus chuy:jesus ze:jose zeca:jose sasha:alexander,aleksandr,alexandra,aleksandra,oleksandr shura:aleksandr zhenya:evgeny misha:mikhail mitya:dmitry gosha:georgy kuba:jakub jasiek:jan zosia:sofia ola:aleksandra " +
	"hans:johannes,johann hannes:johannes jan:johannes kees:cornelis bram:abraham bas:sebastian lex:alexander sander:alexander xander:alexander henk:hendrik rik:hendrik,frederik dirk:hendrik thijs:matthijs tijs:matthijs klaas:nicolaas claas:nicolaas klaus:nikolaus nico:nicolaas kalle:karl,carl olle:olof lasse:lars nisse:nils " +
	"pelle:per pekka:petri jussi:juhani,johannes laci:laszlo pista:istvan feri:ferenc jozsi:jozsef gyuri:gyorgy pali:pal kati:katalin nelu:ion gigel:gheorghe ghita:gheorghe nea:ion mimmo:domenico mimi:domenico,maria enzo:vincenzo,lorenzo renzo:lorenzo nino:antonino,giovanni nando:ferdinando,fernando sandro:alessandro " +
	"sandra:alessandra,alexandra quim:joaquim cesc:francesc pep:josep nofre:onofre ferdl:ferdinand wastl:sebastian basti:sebastian resi:theresia lisl:elisabeth liesl:elisabeth sissi:elisabeth bine:sabine heiner:heinrich heinz:heinrich hinnerk:heinrich fritz:friedrich loisl:alois xaver:franz"
