package csvfile

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	ngram "github.com/gogs/chardet"
	prober "github.com/wlynxg/chardet"
)

// What two detectors must both come to before their answer is believed. On the
// cells of ten names they are at 36 and 0.41 or above where they are right.
const (
	leastForeign    = 16   // bytes above ASCII that are worth asking about
	leastNgram      = 30   // of 100
	leastProber     = 0.4  // of 1
	leastLatin      = 6    // letters above ASCII that an alphabet must explain
	mostForeignPart = 0.45 // of the letters in a word of a Latin script
)

// scripts lists, for what the detectors call an encoding, the encodings it may
// be; they differ in few characters.
var scripts = map[string][]string{
	"euc-kr": {"euc-kr"}, "cp949": {"euc-kr"}, "shift_jis": {"shift_jis"}, "euc-jp": {"euc-jp"},
	"gb18030": {"gb18030"}, "gb2312": {"gb18030"}, "gbk": {"gb18030"}, "big5": {"big5"},
	"windows-1251": {"windows-1251"}, "koi8-r": {"koi8-r"}, "iso-8859-5": {"iso-8859-5"}, "ibm866": {"ibm866"},
	"windows-1253": {"windows-1253", "iso-8859-7"}, "iso-8859-7": {"windows-1253", "iso-8859-7"},
	"windows-1255": {"windows-1255"}, "iso-8859-8": {"windows-1255"}, "iso-8859-8-i": {"windows-1255"},
	"windows-1256": {"windows-1256"}, "iso-8859-6": {"iso-8859-6"}, "tis-620": {"windows-874"},
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
	return latin, append(candidates, more...)
}

// foreignCells returns the stretches of a sample that hold bytes above ASCII,
// one a line. They end at characters that are never part of another.
func foreignCells(sample []byte) []byte {
	var cells []byte
	for _, piece := range bytes.FieldsFunc(sample, func(r rune) bool { return strings.ContainsRune(",;\t\"\r\n", r) }) {
		if !isASCII(piece) {
			cells = append(append(cells, piece...), '\n')
		}
	}
	return cells
}

// guessScript asks two detectors that work in different ways.
func guessScript(cells []byte) (guess, []string) {
	var candidates []string
	ours := func(name string) []string {
		names := slices.DeleteFunc(slices.Clone(scripts[strings.ToLower(name)]), func(n string) bool { return !decodes(n, cells) })
		for _, n := range names {
			if !slices.Contains(candidates, n) {
				candidates = append(candidates, n)
			}
		}
		return names
	}
	second := prober.Detect(cells)
	b := ours(second.Encoding)
	all, err := ngram.NewTextDetector().DetectAll(cells)
	if err != nil || len(all) == 0 {
		return guess{}, candidates
	}
	first := all[0]
	a := ours(first.Charset)
	clear := first.Confidence >= leastNgram && second.Confidence >= leastProber && countForeign(cells) >= leastForeign
	if !clear || len(a) == 0 || !slices.Equal(a, b) || !sameReading(a, cells) {
		return guess{}, candidates
	}
	return guess{a[0], fmt.Sprintf("two detectors agree on it over %d bytes beyond ASCII, and all of them can be decoded", countForeign(cells))}, nil
}

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

func decodes(name string, cells []byte) bool {
	_, ok := reading(name, cells)
	return ok
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
// The western one is of all languages there, for their names meet in any file;
// the others are of one language and its German neighbours.
var alphabets = []struct {
	encodings []string
	letters   string
}{
	{[]string{"windows-1252", "iso-8859-15", "cp850", "macintosh"}, "áàâäãåæçéèêëíìîïñóòôöõøœúùûüÿß"},
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

// neutral are signs that say nothing about the language.
const neutral = "’‘“”„–—…€\u00a0\n"

// guessLatin looks which alphabets explain every letter of the cells. Where all
// that do come to the same text, that text is the file's.
func guessLatin(cells []byte) (guess, []string) {
	var names, texts []string
	for _, a := range alphabets {
		for _, name := range a.encodings {
			text, ok := reading(name, cells)
			if !ok || slices.Contains(names, name) || !explained(text, a.letters) {
				continue
			}
			names = append(names, name)
			if !slices.Contains(texts, text) {
				texts = append(texts, text)
			}
		}
	}
	if len(texts) != 1 || countForeign(cells) < leastLatin {
		return guess{}, names
	}
	return guess{names[0], "of the encodings of Latin scripts, no other makes only letters of one alphabet of its bytes beyond ASCII"}, nil
}

// explained reports whether a text is of words in an alphabet.
func explained(text, letters string) bool {
	known := letters + strings.ToUpper(letters) + neutral
	plain, foreign := 0, 0
	for _, r := range text {
		switch {
		case r >= utf8.RuneSelf && !strings.ContainsRune(known, r):
			return false
		case r >= utf8.RuneSelf:
			foreign++
		case unicode.IsLetter(r):
			plain++
		}
	}
	return float64(foreign) <= mostForeignPart*float64(plain+foreign)
}
