package csvfile

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	ngram "github.com/gogs/chardet"
	prober "github.com/wlynxg/chardet"

	"kycmigrate/internal/text"
)

// What a detector must come to before it has an opinion, and before its opinion
// is enough where the other has none. On the cells of ten names they are above
// the former where they are right.
const (
	leastForeign    = 16 // bytes above ASCII that are worth asking about
	leastAlone      = 48 // of them, where only one detector has an opinion
	leastNgram      = 30 // of 100
	sureNgram       = 75
	leastProber     = 0.4 // of 1
	sureProber      = 0.85
	leastCyrillic   = 500  // letters among which vowels are worth counting
	leastVowels     = 0.37 // of letters
	mostVowels      = 0.48
	leastApart      = 0.06 // between two readings
	leastArabic     = 300  // letters among which those of the article are worth counting
	leastArticle    = 0.18
	mostArticle     = 0.45
	mostMixed       = 0.01 // of the letters, right behind a Latin one
	mostBeside      = 0.3  // Latin letters right beside an eastern character, for each of these
	leastLatin      = 6    // letters above ASCII that an alphabet must explain
	mostForeignPart = 0.45 // of the letters in a word of a Latin script
	mostUnusual     = 0.02 // of the letters beyond ASCII that are in no alphabet of the file's language
	leastUnusual    = 2.0  // of these letters, which a short file may have all the same
	mostNonsense    = 0.2  // of them, from which a reading is no rival any more
	mostStrange     = 0.1  // of the letters beyond ASCII that are of no expected script
)

// script is a way of writing, with the encodings that it has. They differ in
// few characters.
type script struct {
	encodings []string
	letters   []*unicode.RangeTable
}

var (
	korean   = []*unicode.RangeTable{unicode.Hangul}
	japanese = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, wideSigns}
	chinese  = []*unicode.RangeTable{unicode.Han, wideSigns}
	cyrillic = []*unicode.RangeTable{unicode.Cyrillic}
	greek    = script{[]string{"windows-1253", "iso-8859-7"}, []*unicode.RangeTable{unicode.Greek}}
	hebrew   = script{[]string{"windows-1255"}, []*unicode.RangeTable{unicode.Hebrew}}
	arabic   = []*unicode.RangeTable{unicode.Arabic}
	han      = script{[]string{"gb18030"}, chinese}
)

// wideSigns are the signs, digits and Latin letters as wide as a Han character, which
// addresses are full of, and the stroke that lengthens a vowel in Katakana.
var wideSigns = &unicode.RangeTable{R16: []unicode.Range16{{Lo: 0x3000, Hi: 0x303F, Stride: 1}, {Lo: 0x30FB, Hi: 0x30FC, Stride: 1}, {Lo: 0xFF01, Hi: 0xFF5E, Stride: 1}}}

// scripts are what the detectors' names for encodings stand for.
var scripts = map[string]script{
	"euc-kr": {[]string{"euc-kr"}, korean}, "cp949": {[]string{"euc-kr"}, korean},
	"shift_jis": {[]string{"shift_jis"}, japanese}, "cp932": {[]string{"shift_jis"}, japanese}, "euc-jp": {[]string{"euc-jp"}, japanese},
	"gb18030": han, "gb2312": han, "gbk": han, "big5": {[]string{"big5"}, chinese},
	"windows-1251": {[]string{"windows-1251"}, cyrillic}, "koi8-r": {[]string{"koi8-r"}, cyrillic},
	"iso-8859-5": {[]string{"iso-8859-5"}, cyrillic}, "ibm866": {[]string{"ibm866"}, cyrillic},
	"windows-1253": greek, "iso-8859-7": greek,
	"windows-1255": hebrew, "iso-8859-8": hebrew, "iso-8859-8-i": hebrew,
	"windows-1256": {[]string{"windows-1256"}, arabic}, "iso-8859-6": {[]string{"iso-8859-6"}, arabic},
	"tis-620": {[]string{"windows-874"}, []*unicode.RangeTable{unicode.Thai}},
}

// guess is an encoding that the bytes of a sample speak for.
type guess struct {
	name     string
	evidence string
}

// guessEncoding tells the encoding of a sample that is not UTF-8. Without a
// clear answer the guess has no name, and the candidates are what it may be.
func guessEncoding(sample []byte) (g guess, candidates []string) {
	cells := foreignCells(sample)
	if g, candidates = guessScript(cells); g.name != "" {
		return g, nil
	}
	latin, more := guessLatin(cells)
	return latin, inOrder(candidates, more, cells)
}

// foreignCells returns the stretches of a sample that hold bytes above ASCII,
// one a line. They end at characters that are never part of another.
func foreignCells(sample []byte) []byte {
	var cells []byte
	for _, piece := range bytes.FieldsFunc(sample, func(r rune) bool { return strings.ContainsRune(",;\t\"\r\n", r) }) {
		if !text.IsASCII(piece) {
			cells = append(append(cells, piece...), '\n')
		}
	}
	return cells
}

// opinion is what a detector says, as far as the bytes bear it out.
type opinion struct {
	encodings []string
	sure      bool
}

// guessScript asks two detectors that work in different ways. They must not
// contradict each other, and what they say must read as words of its script.
func guessScript(cells []byte) (g guess, candidates []string) {
	if countForeign(cells) < leastForeign {
		return g, nil
	}
	if g = guessByKana(cells); g.name != "" {
		return g, nil
	}
	var opinions []opinion
	ask := func(name string, confidence, least, sure float64) {
		encodings := readable(name, cells)
		candidates = append(candidates, encodings...)
		if len(encodings) > 0 && confidence >= least {
			opinions = append(opinions, opinion{encodings, confidence >= sure})
		}
	}
	second := prober.Detect(cells)
	ask(second.Encoding, second.Confidence, leastProber, sureProber)
	if all, err := ngram.NewTextDetector().DetectAll(cells); err == nil && len(all) > 0 {
		ask(all[0].Charset, float64(all[0].Confidence), leastNgram, sureNgram)
	}
	slices.Sort(candidates)
	candidates = slices.Compact(candidates)
	switch {
	case len(opinions) == 0,
		len(opinions) == 1 && (!opinions[0].sure || countForeign(cells) < leastAlone),
		len(opinions) == 2 && !slices.Equal(opinions[0].encodings, opinions[1].encodings),
		!sameReading(opinions[0].encodings, cells):
		return guessByLetters(candidates, cells), candidates
	}
	g.name = opinions[0].encodings[0]
	who := "two detectors agree on it"
	if len(opinions) == 1 {
		who = "of two detectors one is sure of it and the other cannot tell"
	}
	g.evidence = fmt.Sprintf("%s, and all %d bytes beyond ASCII read as words of its script", who, countForeign(cells))
	return g, nil
}

// readable lists the encodings a detector's name stands for in which the cells
// are words.
func readable(name string, cells []byte) []string {
	s := scripts[strings.ToLower(name)]
	return slices.DeleteFunc(slices.Clone(s.encodings), func(n string) bool {
		text, ok := reading(n, cells)
		return !ok || !s.wrote(text)
	})
}

// wrote reports whether a text is of words in the script: of its letters, and
// where it has capitals with these at the beginning of words or all through. A
// character of Chinese, Japanese or Korean stands right beside a Latin letter now and
// then only: a Latin word of which a few letters were read so has them beside each.
func (s script) wrote(text string) bool {
	foreign, strange, last := 0, 0, ' '
	mixed, eastern := 0, 0
	for _, r := range text {
		east := unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana)
		if east {
			eastern++
		}
		if east && asciiLetter(last) || asciiLetter(r) && unicode.In(last, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana) {
			mixed++
		}
		switch {
		case r < utf8.RuneSelf:
		case !unicode.In(r, s.letters...) || r >= 0xFF61 && r <= 0xFF9F: // half-width kana: any byte is one
			foreign++
			strange++
		default:
			foreign++
			if unicode.IsUpper(r) && unicode.IsLower(last) {
				strange++
			}
		}
		last = r
	}
	return float64(strange) <= mostStrange*float64(foreign) && float64(mixed) <= mostBeside*float64(max(eastern, 1))
}

func asciiLetter(r rune) bool { return r|0x20 >= 'a' && r|0x20 <= 'z' }

func countForeign(b []byte) int {
	n := 0
	for _, c := range b {
		if c >= utf8.RuneSelf {
			n++
		}
	}
	return n
}

// reading returns the text that cells have in an encoding; ok is false where it
// does not know one of the bytes or makes a control character of it.
func reading(name string, cells []byte) (text string, ok bool) {
	cs, err := charsetByName(name)
	if err != nil {
		return "", false
	}
	decoded, ok := cs.decode(cells)
	text = string(decoded)
	return text, ok && strings.IndexFunc(text, func(r rune) bool { return unicode.IsControl(r) && r != '\n' }) < 0
}

// sameReading reports whether it makes no difference which of the encodings it
// is.
func sameReading(names []string, cells []byte) bool {
	first, _ := reading(names[0], cells)
	for _, n := range names[1:] {
		if text, _ := reading(n, cells); text != first {
			return false
		}
	}
	return true
}

// alphabets are the letters beyond ASCII that a file in one encoding may hold.
// The western one is of all languages there, for their names meet in any file, and
// has the signs of their addresses (2º, nº);
// the others are of one language and its German neighbours.
var alphabets = []struct {
	encodings []string
	letters   string
}{
	{[]string{"windows-1252", "iso-8859-15", "cp850", "macintosh"}, "áàâäãåæçéèêëíìîïñóòôöõøœúùûüÿß" + ordinals},
	{[]string{"windows-1252", "macintosh"}, "áéíóúýðþæö"}, // Icelandic
	{[]string{"windows-1250", "iso-8859-2", "cp852"}, "ąćęłńóśźżäöüß"},
	{[]string{"windows-1250", "iso-8859-2", "cp852"}, "áčďéěíňóřšťúůýžäöüß"},
	{[]string{"windows-1250", "iso-8859-2", "cp852"}, "áäčďéíĺľňóôŕšťúýžöüß"},
	{[]string{"windows-1250", "iso-8859-2", "cp852"}, "áéíóöőúüűäß"},
	{[]string{"windows-1250", "iso-8859-2", "cp852"}, "čćđšžäöüß"},
	{[]string{"windows-1250", "iso-8859-2"}, "ăâîşţáéöőüä"},
	{[]string{"windows-1254"}, "çğıİöşüâîûäß"},
	{[]string{"windows-1257"}, "ąčęėįšųūžāēģīķļņäõöüß"},
}

// ordinals are the signs of the western alphabet that stand behind a number, or a short
// form, and nowhere else: in other encodings they are letters.
const ordinals = "ºª°"

// neutral are signs that say nothing about the language.
const neutral = "’‘“”„«»–—…€\u00a0\n"

// latinReading is a text that cells may be in an encoding of Latin scripts, and which
// part of its letters beyond ASCII the best alphabet does not have.
type latinReading struct {
	name, text string
	strange    float64
	odd        float64 // the part of them that the best alphabet of one language does not have
}

// guessLatin looks which alphabets explain the letters of the cells. Where all
// readings that they explain are the same text, that text is the file's. A file may
// have names of other countries: of a rival a few letters may be strange, and of the
// best reading only where any other makes nonsense.
func guessLatin(cells []byte) (guess, []string) {
	readings := latinReadings(cells)
	if len(readings) == 0 || countForeign(cells) < leastLatin {
		return guess{}, namesOf(readings, mostUnusual)
	}
	best, nearly := readings[0], ""
	most := max(mostUnusual, leastUnusual/float64(countForeign(cells)))
	if best.strange > 0 {
		most, nearly = mostNonsense, "nearly "
		if best.strange > mostUnusual {
			return guess{}, namesOf(readings, mostStrange)
		}
	}
	readings = slices.DeleteFunc(readings, func(r latinReading) bool { return r.strange > most })
	for _, r := range readings[1:] {
		if r.text != best.text {
			return guess{}, namesOf(readings, most)
		}
	}
	if western, ok := reading("windows-1252", cells); ok && western == best.text {
		best.name = "windows-1252" // where it makes no difference, the usual one
	}
	return guess{best.name, "of the encodings of Latin scripts, it alone makes letters of one alphabet of " + nearly + "all bytes beyond ASCII"}, nil
}

// latinReadings lists how each encoding reads the cells, the best first. One that
// does not know all bytes, or makes no words of them, is left out.
func latinReadings(cells []byte) (list []latinReading) {
	for _, a := range alphabets {
		for _, name := range a.encodings {
			text, ok := reading(name, cells)
			if !ok {
				continue
			}
			strange, words := unexplained(text, a.letters)
			if !words {
				continue
			}
			if i := slices.IndexFunc(list, func(r latinReading) bool { return r.name == name }); i >= 0 {
				list[i].strange, list[i].odd = min(list[i].strange, strange), min(list[i].odd, oddness(text, a.letters, strange))
			} else {
				list = append(list, latinReading{name, text, strange, oddness(text, a.letters, strange)})
			}
		}
	}
	slices.SortStableFunc(list, func(a, b latinReading) int { return cmp.Compare(a.strange, b.strange) })
	return list
}

// namesOf lists the encodings of readings of which at most so much is strange, those
// first that one language explains best.
func namesOf(readings []latinReading, most float64) (list []string) {
	readings = slices.Clone(readings)
	slices.SortStableFunc(readings, func(a, b latinReading) int { return cmp.Compare(int(a.odd/plainlyOdd), int(b.odd/plainlyOdd)) })
	for _, r := range readings {
		if r.strange <= most {
			list = append(list, r.name)
		}
	}
	return list
}

// unexplained is the part of the letters beyond ASCII that an alphabet does not
// have, or not there, and whether the text is of words in a Latin script.
func unexplained(text, letters string) (part float64, words bool) {
	known := letters + strings.ToUpper(letters) + neutral
	plain, foreign, strange, before := 0, 0, 0, ' '
	for _, r := range text {
		switch {
		case r >= utf8.RuneSelf:
			foreign++
			if !strings.ContainsRune(known, r) || misplaced(before, r) {
				strange++
			}
		case unicode.IsLetter(r):
			plain++
		}
		before = r
	}
	return float64(strange) / float64(max(foreign, 1)), float64(foreign) <= mostForeignPart*float64(plain+foreign)
}

// misplaced reports whether a character does not stand so in words: a capital behind
// a small letter, but for the MěÚ that Czech cards are issued by, or an ordinal sign
// behind anything but a number or a short form.
func misplaced(before, r rune) bool {
	if before == 'ě' && r == 'Ú' {
		return false
	}
	if strings.ContainsRune(ordinals, r) {
		return !unicode.IsDigit(before) && !strings.ContainsRune(".nN", before)
	}
	return unicode.IsUpper(r) && unicode.IsLower(before)
}
