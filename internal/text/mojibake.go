package text

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"
)

// high1252 are the characters that Windows-1252 has in 0x80 to 0x9F; 0 where it
// has none.
var high1252 = [32]rune{
	'€', 0, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 0, 'Ž', 0,
	0, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', 0, 'ž', 'Ÿ',
}

// byte1252 returns the byte that was read as a character by a program that took
// the text for Windows-1252 or ISO 8859-1.
func byte1252(r rune) (byte, bool) {
	switch {
	case r >= 0x80 && r <= 0xFF:
		return byte(r), true
	case r < 'Œ', r > 'ƒ' && r < 'ˆ', r > '˜' && r < '–', r > '™':
		return 0, false // letters of most scripts
	}
	for i, c := range high1252 {
		if c == r && c != 0 {
			return byte(0x80 + i), true
		}
	}
	return 0, false
}

// lostKorean is U+FFFD read as EUC-KR.
const lostKorean = "占쏙옙"

// lostChinese is the same in GBK, as far as it tells.
const lostChinese = "锟斤"

// traces are what other conversions that went wrong leave behind: a byte order
// mark and U+FFFD read as Windows-1252, and U+FFFD read as EUC-KR.
var traces = [...]string{"ï»¿", "ï¿½", lostKorean, "¿½ï"}

// longestRun is how many characters side by side are judged at once.
const longestRun = 64

// Garbled reports whether s holds text of one encoding that was read as another,
// such as Ã© for é. It says so on evidence only: text that some language could
// be written in is not garbled. It does not allocate.
func Garbled(s string) bool { return mayBeGarbled(s) && garbled(s) }

// mayBeGarbled reports whether s has a trace of Korean, or a character that
// byte1252 may know, by the byte it begins with, before another one beyond ASCII:
// most text has no such.
func mayBeGarbled(s string) bool {
	for i := nextForeign(s, 0); i < len(s); i = nextForeign(s, i+1) {
		size := 2
		switch s[i] {
		case 0xC2, 0xC3, 0xC5, 0xC6, 0xCB:
		case 0xE2:
			size = 3
		case lostKorean[0]:
			if strings.HasPrefix(s[i:], lostKorean) {
				return true
			}
			continue
		default:
			continue
		}
		if i+size < len(s) && s[i+size] >= utf8.RuneSelf {
			return true
		}
	}
	return false
}

// nextForeign is the place of the next character of s beyond ASCII, from i on;
// len(s) if there is none.
func nextForeign(s string, i int) int {
	for ; i+OctetSize <= len(s); i += OctetSize {
		if first := OctetsAt(s, i).Firsts(); first != 0 {
			return i + bits.TrailingZeros64(uint64(first))/8
		}
	}
	for i < len(s) && s[i] < firstOfTwo {
		i++
	}
	return i
}

// firstOfTwo is the least byte that a character beyond ASCII begins with.
const firstOfTwo = 0xC0

func garbled(s string) bool {
	var space [longestRun]byte
	run := space[:0]
	for i, r := range s {
		if r < utf8.RuneSelf && len(run) == 0 {
			continue
		}
		if (r == 'ï' || r == '¿' || r == '占') && leavesTrace(s[i:]) {
			return true
		}
		if b, ok := byte1252(r); ok && len(run) < longestRun {
			run = append(run, b)
			continue
		}
		if garbledRun(run) {
			return true
		}
		run = run[:0]
	}
	return garbledRun(run)
}

func leavesTrace(s string) bool {
	for _, trace := range traces {
		if strings.HasPrefix(s, trace) {
			return true
		}
	}
	return false
}

// garbledRun judges characters beyond ASCII that stand side by side, as the
// bytes they were.
func garbledRun(run []byte) bool {
	return len(run) >= 2 && (wasUTF8(run) || wasKorean(run))
}

// wasUTF8 reports whether bytes are UTF-8 of characters that records hold. Two
// letters with accents side by side never are; a letter and a quotation mark
// may be by chance, but then of a character that no name has.
func wasUTF8(run []byte) bool {
	found := 0
	for len(run) > 0 {
		r, size := utf8.DecodeRune(run)
		run = run[size:]
		switch {
		case r == utf8.RuneError && size == 1:
			continue
		case size >= 3, r >= 0xA0 && r <= 0x17F:
			return true
		case ScriptOf(r) == Greek || ScriptOf(r) == Cyrillic || ScriptOf(r) == Hebrew || ScriptOf(r) == Arabic:
			found++
		}
	}
	return found >= 2
}

// wasKorean reports whether bytes are Hangul in EUC-KR: pairs that begin with
// 0xB0 to 0xC8, some of which no Latin word would hold.
func wasKorean(run []byte) bool {
	if len(run) < 4 || len(run)%2 != 0 {
		return false
	}
	signs := 0
	for i := 0; i < len(run); i += 2 {
		if run[i] < 0xB0 || run[i] > 0xC8 || run[i+1] < 0xA1 {
			return false
		}
		for _, b := range run[i : i+2] {
			if b < 0xC0 {
				signs++
			}
		}
	}
	return signs >= 2
}

// Questioned reports whether letters seem to have become question marks: one
// stands inside a word, or a value has them and no letter.
func Questioned(s string) bool {
	if strings.IndexByte(s, '?') < 0 || strings.ContainsAny(s, "=/") {
		return false
	}
	words := []rune(s)
	marks, letters := 0, 0
	for i, r := range words {
		switch {
		case r == '?':
			marks++
			if before, after := questionedSide(words, i, -1), questionedSide(words, i, 1); before && after {
				return true
			}
		case unicode.IsLetter(r):
			letters++
		}
	}
	return marks >= 4 && letters == 0
}

// questionedSide reports whether a letter stands on one side of a run of
// question marks.
func questionedSide(words []rune, i, step int) bool {
	for i >= 0 && i < len(words) && words[i] == '?' {
		i += step
	}
	return i >= 0 && i < len(words) && unicode.IsLetter(words[i])
}
