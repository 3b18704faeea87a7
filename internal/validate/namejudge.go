package validate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kycmigrate/internal/kyc"
)

// verdict is what is wrong with a name: the rule, and what it has to say behind its
// sentence.
type verdict struct {
	rule   ruleID
	detail string
}

// nameWord is a word of a name that is judged.
type nameWord struct {
	raw  string // as it stands there
	text string // without the signs at its ends
	kind nameKind
}

// is reports whether the word is of one of some kinds.
func (w *nameWord) is(k nameKind) bool { return w.kind&k != 0 }

// stop reports whether a full stop is behind the word.
func (w *nameWord) stop() bool { return strings.HasSuffix(w.raw, ".") }

// letters tells in what letters a word is written.
func (w *nameWord) letters() nameLetters {
	small, capital := false, false
	for _, r := range w.text {
		small, capital = small || unicode.IsLower(r), capital || unicode.IsUpper(r)
	}
	switch {
	case small && !capital:
		return allSmall
	case capital && !small:
		return allCapital
	}
	return asNames
}

type nameLetters uint8

const (
	asNames nameLetters = iota
	allSmall
	allCapital
)

// nameInRow is a full name with the row that it stands in, which decides what some of
// its words are.
type nameInRow struct {
	rec   *kyc.Record
	s     string
	words []nameWord
	all   nameKind  // of all words together
	caps  bool      // all words are in capitals
	part  kyc.Field // FirstName or LastName, where it is this and no full name
}

// judgeName weighs the words of a full name of which some are in nameWords.
func judgeName(rec *kyc.Record, s string, all nameKind) verdict {
	var space [16]nameWord
	n := readName(rec, s, all, space[:0])
	return n.judge()
}

// readName parts a name into its words, for which there is room.
func readName(rec *kyc.Record, s string, all nameKind, words []nameWord) nameInRow {
	n := nameInRow{rec: rec, s: s, words: words, all: all, caps: strings.ToUpper(s) == s, part: kyc.FullName}
	for raw := range strings.SplitSeq(s, " ") {
		if raw == "" {
			continue
		}
		w := nameWord{raw: raw, text: bare(raw)}
		if w.text == "" {
			w.text = raw
		}
		w.kind = kind(raw)
		n.words = append(n.words, w)
	}
	return n
}

func (n *nameInRow) judge() verdict {
	for _, judge := range [...]func(*nameInRow) verdict{
		(*nameInRow).nobody, (*nameInRow).made, (*nameInRow).body, (*nameInRow).pair, (*nameInRow).titled, (*nameInRow).remarked, (*nameInRow).struck,
	} {
		if v := judge(n); v.rule != none {
			return v
		}
	}
	return verdict{}
}

func (n *nameInRow) first() *nameWord { return &n.words[0] }
func (n *nameInRow) last() *nameWord  { return &n.words[len(n.words)-1] }

// every reports whether there are two words or more, all of one of some kinds.
func (n *nameInRow) every(k nameKind) bool {
	for i := range n.words {
		if !n.words[i].is(k) {
			return false
		}
	}
	return len(n.words) > 1
}

// find is the place of a word that is of a kind and for which holds is true, -1 if there
// is none.
func (n *nameInRow) find(k nameKind, holds func(i int, w *nameWord) bool) int {
	for i := range n.words {
		if n.words[i].is(k) && (holds == nil || holds(i, &n.words[i])) {
			return i
		}
	}
	return -1
}

// inner reports whether a word has others on both sides.
func (n *nameInRow) inner(i int) bool { return i > 0 && i < len(n.words)-1 }

// own reports whether a word is the first name or the last name of the row: then it is a
// name.
func (n *nameInRow) own(w *nameWord) bool {
	sub := &n.rec.Submission
	return w.text != "" && (strings.EqualFold(sub[kyc.FirstName], w.text) || strings.EqualFold(sub[kyc.LastName], w.text))
}

// of reports whether the person, or the document, is of one of some countries.
func (n *nameInRow) of(countries string) bool {
	sub := &n.rec.Submission
	return within(sub[kyc.Nationality], countries) || within(sub[kyc.IssuingCountry], countries) || within(sub[kyc.AddressCountry], countries)
}

// from reports whether the person is known to be of one of some countries.
func (n *nameInRow) from(countries string) bool { return within(home(n.rec), countries) }

// home is the country that a person is of, or else that of the document.
func home(rec *kyc.Record) string {
	if c := rec.Submission[kyc.Nationality]; c != "" {
		return c
	}
	return rec.Submission[kyc.IssuingCountry]
}

func within(country, countries string) bool {
	return len(country) == 3 && strings.Contains(countries, country)
}

// nobody looks for words that stand for no name.
func (n *nameInRow) nobody() verdict {
	switch {
	case len(n.words) > 1 && (n.first().is(wordNothing) || n.last().is(wordNothing)):
		return verdict{placeholder, "; a part of the name is missing"}
	case n.every(wordProgram) && n.find(wordCased, func(_ int, w *nameWord) bool { return properly(w) }) < 0:
		return verdict{placeholder, ""}
	case n.find(wordCased, func(_ int, w *nameWord) bool { return w.text == "NaN" }) >= 0:
		return verdict{placeholder, "; a part of the name is missing"}
	case n.from(twoNames) && n.find(wordAbsent, func(_ int, w *nameWord) bool { return w.letters() == allCapital }) >= 0 && len(n.words) > 1:
		return verdict{placeholder, "; a part of the name is missing"}
	}
	i := n.find(wordCased, func(i int, w *nameWord) bool { return n.strange(w) && n.others(i, asNames) })
	switch {
	case i < 0 || strings.EqualFold(n.words[i].text, "na"):
		return verdict{}
	case n.words[i].is(wordTest):
		return verdict{testData, ""}
	}
	return verdict{placeholder, "; a part of the name is missing"}
}

// strange reports whether a word is in other letters than a name: one that is a name in
// capitals, too, is told in small ones only.
func (n *nameInRow) strange(w *nameWord) bool {
	return w.letters() == allSmall || w.letters() == allCapital && !shoutedNames.has(w.text)
}

// shoutedNames are names of families in capitals, as some countries write them.
var shoutedNames = newWordSet("same|ditto|idem")

// properly reports whether a word may be the name Nan or Nil.
func properly(w *nameWord) bool {
	return w.text == "Nan" || w.text == "Nil" || w.text == "NAN" || w.text == "NIL"
}

// others reports whether there are other words than one, all in some letters.
func (n *nameInRow) others(but int, l nameLetters) bool {
	for i := range n.words {
		if i != but && (n.words[i].letters() != l || !unicode.IsLetter(rune(n.words[i].text[0])) && n.words[i].text[0] < utf8.RuneSelf) {
			return false
		}
	}
	return len(n.words) > 1
}

// made looks for what was made up for a test.
func (n *nameInRow) made() verdict {
	if n.find(wordSureTest, nil) >= 0 && len(n.words) > 1 {
		return verdict{testData, ""}
	}
	if n.all&wordTest != 0 && (n.every(wordTest|wordAnyone) || len(n.words) > 1 && (n.testIn(n.first()) || n.testIn(n.last()))) {
		return verdict{testData, ""}
	}
	return verdict{}
}

// testIn reports whether a word says that the record is for a test in the country of the
// person, where no family has it for a name as in others.
func (n *nameInRow) testIn(w *nameWord) bool {
	switch strings.ToLower(w.text) {
	case "teste":
		return n.from("PRT BRA AGO MOZ CPV")
	case "minta":
		return n.from("HUN")
	case "deneme":
		return n.from("TUR CYP AZE")
	}
	return false
}

// pair looks for two people.
func (n *nameInRow) pair() verdict {
	if n.all&(wordAnd|wordAndLow|wordAndMaybe) == 0 || n.find(wordAnd|wordAndLow|wordAndMaybe, n.joins) < 0 {
		return verdict{}
	}
	return verdict{nameUnusual, "; it seems to name more than one person"}
}

// joins reports whether a word is an and between two people.
func (n *nameInRow) joins(i int, w *nameWord) bool {
	if !n.inner(i) || w.stop() {
		return false
	}
	before, behind := &n.words[i-1], &n.words[i+1]
	switch {
	case n.couple(i, w):
		return true
	case w.text == "&":
		return true
	case strings.IndexByte(w.text, '/') > 0:
		return true
	case nobles.has(before.text) || nobles.has(behind.text):
		return false
	case w.is(wordAnd) && w.text[0] >= utf8.RuneSelf:
		return w.letters() == allSmall
	case w.is(wordAnd):
		return w.letters() == allSmall || len(n.words) > 3 || n.caps
	case w.is(wordAndLow) && w.letters() == allSmall && n.first().letters() != allSmall && len(w.text) > 1:
		return len(before.text) > 2 && len(behind.text) > 2
	}
	between := i == 1 && givenNames.has(before.text) && givenNames.has(behind.text)
	return w.is(wordAndMaybe) && between && (w.letters() == allSmall && before.letters() != allSmall || w.text == "Y" && n.caps && len(n.words) > 3)
}

// nobles are what an and may stand beside within the name of one person.
var nobles = newWordSet("von|zu|zum|zur|vom|auf|edler|edle|ritter|freiherr|freifrau|graf|gräfin|herr|baron|fürst|van|de")

// titled looks for titles before and behind the name.
func (n *nameInRow) titled() verdict {
	if len(n.words) < 2 {
		return verdict{}
	}
	w := n.first()
	switch {
	case w.is(wordTitle) && !n.own(w) && (w.stop() || !n.from("KHM")) && (len(n.words) > 2 || !strings.EqualFold(w.text, "professor")), w.is(wordTitleStop) && w.stop() && !n.hungarian(w) && !n.shortened(w), w.is(wordInitials) && n.addresses(w):
		return verdict{nameUnusual, titleInName}
	case w.is(wordTitleIn) && n.from(titleCountries[strings.ToLower(w.text)]) && !n.own(w) && (len(n.words) > 2 || n.part != kyc.FullName), n.find(wordTitleStop, n.doctor) >= 0:
		return verdict{nameUnusual, titleInName}
	case n.last().is(wordTitleEnd) && (n.last().letters() == allCapital && !n.caps || len(n.last().text) > 3 || strings.EqualFold(n.last().text, "phd") || strings.EqualFold(n.last().text, "esq")):
		return verdict{nameUnusual, titleInName}
	case n.all&wordRank != 0 && n.find(wordRank, n.ranked) >= 0:
		return verdict{nameUnusual, titleInName}
	case w.is(wordLate) && !n.own(w) && !n.from("TON WSM FJI") && (w.letters() == allSmall || !lateNames.has(w.text)):
		return verdict{nameUnusual, saysDead}
	}
	return verdict{}
}

// ranked reports whether an office stands before the first name of the row in the full one:
// H.E. Minister Gillian Hargreaves. Abbreviations that are names have a stop behind them.
func (n *nameInRow) ranked(i int, w *nameWord) bool {
	sub := &n.rec.Submission
	first, _, _ := strings.Cut(sub[kyc.FirstName], " ")
	if n.part != kyc.FullName || first == "" || i == len(n.words)-1 || n.own(w) || strings.HasPrefix(n.s, sub[kyc.LastName]) || rankStops.has(w.text) && !w.stop() {
		return false
	}
	for at := range i + 1 {
		if n.words[at].raw == first {
			return false
		}
	}
	for at := i + 1; at < len(n.words); at++ {
		if n.words[at].raw == first {
			return true
		}
	}
	return false
}

// rankStops are abbreviations of offices that are names without a stop.
var rankStops = newWordSet("min|sen|gov|pres|rep|on|dep|dip|exc|amb|hon|mons|tun|td|yb")

// lateNames are words for the dead that are names, too, unless they are in small letters.
var lateNames = newWordSet("feu|feue|finado|finada|zaliger|pokojni|pokojna|покойни|покойна")

// doctor reports whether a word within a name is the title of a doctor.
func (n *nameInRow) doctor(i int, w *nameWord) bool {
	return n.inner(i) && w.stop() && strings.EqualFold(w.text, "dr") && !n.from("HUN")
}

// hungarian reports whether a title is that of a doctor, which is a part of the names of
// Hungarians.
func (n *nameInRow) hungarian(w *nameWord) bool {
	return n.from("HUN") && strings.EqualFold(w.text, "dr")
}

// shortened reports whether a title of one letter, or of two in Russian, may be the
// beginning of a first name.
func (n *nameInRow) shortened(w *nameWord) bool {
	letters := utf8.RuneCountInString(w.text)
	return (letters == 1 || letters == 2 && w.text[0] >= firstByteCyrillic) && w.letters() != allSmall && (w.text[0] <= lastByteCyrillic || len(n.words) < 3)
}

// addresses reports whether Mr, Ms, Dr or Sr before a name is no pair of initials.
func (n *nameInRow) addresses(w *nameWord) bool {
	senior := strings.EqualFold(w.text, "sr") || strings.EqualFold(w.text, "ms")
	switch capitals := w.letters() == allCapital; {
	case n.hungarian(w) || n.own(w):
		return false
	case w.stop():
		return true
	case !capitals:
		return w.letters() == asNames && (len(n.words) > 2 || !strings.EqualFold(w.text, "sr"))
	case n.of(initialLands) || n.rec.Submission[kyc.Nationality] == "":
		return len(n.words) > 2 && !senior
	}
	return len(n.words) > 2 || n.caps && !strings.EqualFold(w.text, "sr")
}
