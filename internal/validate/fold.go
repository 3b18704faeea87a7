package validate

import (
	"encoding/binary"
	"hash/maphash"
	"unicode"
	"unicode/utf8"

	"kycmigrate/internal/text"
)

// Base letters of the Latin letters from U+00C0 and from U+1E00 on; a full stop
// where a letter has none.
const (
	latinC0 = "" +
		"aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuytyaaaaaaccccccccdd" +
		"ddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkkllllll..llnnnnnnnnnoooooooorrrrrrssssss" +
		"ssttttttuuuuuuuuuuuuwwyyyzzzzzzsb...............................oo.............u" +
		"u............................aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa...." +
		"aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............................"
	latin1E = "" +
		"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooo" +
		"oooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy....s." +
		"aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuu" +
		"uuyyyyyyyy......"
)

// foldRune makes letters equal that a person takes for the same: case, accents
// and width do not count. It returns 0 for what is passed over, and a space for
// what separates words.
func foldRune(r rune) rune {
	switch {
	case r >= 0xAC00 && r < 0xD7A4, r >= 0x4E00 && r < 0xA000, r >= 0x430 && r < 0x460:
		return r // Hangul, Han and small Cyrillic letters, which are frequent
	case r >= 'А' && r <= 'Я':
		return r + 'а' - 'А'
	case r >= 0xC0 && r < 0xC0+rune(len(latinC0)) && latinC0[r-0xC0] != '.':
		return rune(latinC0[r-0xC0])
	case r >= 0x1E00 && r < 0x1E00+rune(len(latin1E)) && latin1E[r-0x1E00] != '.':
		return rune(latin1E[r-0x1E00])
	case r >= 0x300 && r < 0x370, r == 0x2019, r == 0x2BC, r == 0x2BB, r == 0xB4, r == 0xAD, r == 0x200B:
		return 0 // accents that stand alone, apostrophes, and what nobody sees
	case r >= 0xFF01 && r <= 0xFF5E:
		return unicode.ToLower(r - 0xFF01 + '!')
	case unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r):
		return unicode.ToLower(r)
	}
	return ' '
}

// foldASCII is foldRune for ASCII.
var foldASCII = func() (t [utf8.RuneSelf]byte) {
	for c := range t {
		b := byte(c)
		switch {
		case b >= 'A' && b <= 'Z':
			t[c] = b + 'a' - 'A'
		case b >= 'a' && b <= 'z', b >= '0' && b <= '9':
			t[c] = b
		case b == '\'' || b == '`' || b == '.':
			t[c] = 0
		default:
			t[c] = ' '
		}
	}
	return t
}()

// ideographs is where the scripts begin whose words are not set apart: space
// between such characters counts for nothing.
const ideographs = 0x2E80

// nameHash hashes a name so that the order of its words does not count; 0 for a
// name of fewer than two letters. buf is used for the words.
func nameHash(seed maphash.Seed, name string, buf []byte) (hash uint64) {
	word, letters, last := buf[:0], 0, rune(0)
	for i := 0; i < len(name); {
		r, size := rune(name[i]), 1
		if r < utf8.RuneSelf {
			r = rune(foldASCII[r])
		} else {
			r, size = utf8.DecodeRuneInString(name[i:])
			r = foldRune(r)
		}
		i += size
		switch {
		case r == 0 || r == ' ' && last >= ideographs:
		case r == ' ':
			hash, word = addWord(hash, seed, word), word[:0]
		case r < utf8.RuneSelf:
			word, letters, last = append(word, byte(r)), letters+1, r
		default:
			word, letters, last = utf8.AppendRune(word, r), letters+1, r
		}
	}
	if letters < 2 {
		return 0
	}
	return addWord(hash, seed, word)
}

func addWord(sum uint64, seed maphash.Seed, word []byte) uint64 {
	if len(word) == 0 {
		return sum
	}
	return sum + maphash.Bytes(seed, word)
}

// foldCode appends the letters and digits of a number, in lower case.
func foldCode(into []byte, s string) []byte {
	for i := range len(s) {
		c := s[i]
		if c >= utf8.RuneSelf {
			into = append(into, c)
		} else if c = foldASCII[c]; c != 0 && c != ' ' {
			into = append(into, c)
		}
	}
	return into
}

// foldAddress appends an e-mail address in lower case.
func foldAddress(into []byte, s string) []byte {
	i := 0
	for ; i+text.OctetSize <= len(s); i += text.OctetSize {
		into = binary.LittleEndian.AppendUint64(into, uint64(text.OctetsAt(s, i).Lower()))
	}
	for ; i < len(s); i++ {
		c := s[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		into = append(into, c)
	}
	return into
}
