package mapper

import (
	"strings"
	"unicode"
)

// scripts is a set of what the letters of a text are.
type scripts uint8

const (
	hasLatin scripts = 1 << iota
	hasNative
)

func scriptByName(name string) scripts {
	if name == latinScript {
		return hasLatin
	}
	return hasNative
}

// scriptsOf looks at letters alone: digits and signs belong to every script.
func scriptsOf(s string) scripts {
	var have scripts
	for _, r := range s {
		switch {
		case !unicode.IsLetter(r):
		case unicode.Is(unicode.Latin, r):
			have |= hasLatin
		default:
			have |= hasNative
		}
	}
	return have
}

// cjk are the scripts whose names are written without a space.
var cjk = []*unicode.RangeTable{unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana, japaneseMarks}

// japaneseMarks are the letters that Unicode counts to several scripts: the
// mark of a long vowel.
var japaneseMarks = &unicode.RangeTable{R16: []unicode.Range16{{Lo: 'ー', Hi: 'ー', Stride: 1}}}

func hasCJK(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.In(r, cjk...) })
}

// allIn reports whether every letter of s is of one of the scripts.
func allIn(s string, tables ...*unicode.RangeTable) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) && !unicode.In(r, tables...) })
}

const (
	nameBrackets   = "()[]{}<>〔〕【】《》〈〉「」"
	nameSeparators = nameBrackets + " /|;:,、="
)

// pickScript takes the form in one script out of a text that holds a name in
// two, such as "홍길동 (HONG GILDONG)". A text in one script is that name,
// whichever it is. Where the two cannot be told apart, s comes back.
func pickScript(s, want string) (string, doubt) {
	if scriptsOf(s) != hasLatin|hasNative {
		return s, noDoubt
	}
	runs, ok := scriptRuns(s)
	if !ok || len(runs) != 2 {
		return s, scriptUnclear
	}
	for _, run := range runs {
		text := s[run.from:run.to]
		if run.have == hasLatin && lettersIn(text) < 2 || strings.ContainsAny(text, nameBrackets) {
			return s, scriptUnclear
		}
	}
	if runs[0].have == scriptByName(want) {
		return s[runs[0].from:runs[0].to], noDoubt
	}
	return s[runs[1].from:runs[1].to], noDoubt
}

// scriptRun is a stretch of words in one script.
type scriptRun struct {
	have     scripts
	from, to int
}

// scriptRuns cuts a text where the script changes between two words. It
// reports false where one word has both, or one has digits, which may belong
// to either.
func scriptRuns(s string) ([]scriptRun, bool) {
	var runs []scriptRun
	for at := 0; at < len(s); {
		size := strings.IndexAny(s[at:], nameSeparators)
		if size < 0 {
			size = len(s) - at
		}
		if size == 0 {
			at += len(firstRune(s[at:]))
			continue
		}
		word := s[at : at+size]
		have := scriptsOf(word)
		switch {
		case have == hasLatin|hasNative, strings.ContainsFunc(word, unicode.IsDigit):
			return nil, false
		case have == 0: // a dash or the like
		case len(runs) > 0 && runs[len(runs)-1].have == have:
			runs[len(runs)-1].to = at + size
		default:
			runs = append(runs, scriptRun{have, at, at + size})
		}
		at += size
	}
	return runs, true
}

func firstRune(s string) string {
	for i := range s {
		if i > 0 {
			return s[:i]
		}
	}
	return s
}

func lettersIn(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}
