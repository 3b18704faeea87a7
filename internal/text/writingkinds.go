package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// letterKinds are the kinds of the characters of one byte and of two.
var letterKinds = func() (t [0x800]letterKind) {
	for r := range rune(len(t)) {
		t[r] = kindOfLetter(r)
	}
	return t
}()

func kindOfLetter(r rune) letterKind {
	switch {
	case r < utf8.RuneSelf:
		return kindOfASCII(byte(r))
	case r >= 0xC0 && r < 0x180, strings.ContainsRune("ƠơƯưȘșȚț", r):
		return kindOfLatin(r)
	case r >= 0x386 && r < 0x3D0 && unicode.IsLetter(r):
		return greekLetter
	case r == 'Р' || r == 'С':
		return cyrHalf
	case r >= 'А' && r <= 'Я':
		return cyrCapital
	case r > 0x400 && r < 'А':
		return cyrOther
	case r >= 'а' && r < 0x460:
		return cyrSmall
	case r >= 0x5D0 && r <= 0x5EA, r >= 0x621 && r <= 0x63A, r >= 0x641 && r <= 0x64A, strings.ContainsRune("پچکگی", r):
		return farLetter
	}
	return strangeLetter
}

func kindOfASCII(c byte) letterKind {
	switch {
	case c == ' ':
		return wordSpace
	case c == '\'' || c == '-':
		return joinSign
	case c >= 'A' && c <= 'Z':
		return capital
	case c >= 'a' && c <= 'z':
		return small
	}
	return otherSign
}

// localLetters are those that become letters of other languages in a wrong encoding.
const localLetters = "øØæÆõûÕÛþÞãÃðÐýÝœŸÈè"

func kindOfLatin(r rune) letterKind {
	kind := small
	if unicode.IsUpper(r) {
		kind = capital
	}
	switch _, western := byte1252(r); {
	case r == 'ı':
		return dotlessSmall
	case !unicode.IsLetter(r) || r == 'ĸ' || r == 'ŉ' || r == 'ſ':
		return strangeLetter
	case strings.ContainsRune(localLetters, r):
		return kind - capital + localCapital
	case western:
		return kind - capital + accentCapital
	}
	return kind
}

// block is what is known of 64 characters side by side, by a bit for each: the kind of some,
// and which others are capitals of Latin. The rest are strange.
type block struct {
	kind           letterKind
	some, capitals uint64
}

// of is the kind of the character of a block that ends with a byte.
func (b *block) of(last byte) letterKind {
	switch bit := uint64(1) << (last & 0x3F); {
	case b.some&bit != 0:
		return b.kind
	case b.capitals&bit != 0:
		return capital
	}
	return strangeLetter
}

// blockKinds are the blocks of the characters of three bytes.
var blockKinds = func() (t [1 << 16 / 64]block) {
	for _, of := range [...]struct {
		from, to rune
		kind     letterKind
	}{
		{0x900, 0xDFF, farLetter}, {0xE00, 0xEFF, farLetter}, {0x10D0, 0x10FA, farLetter}, // of India, Thailand, Georgia
		{'々', '々', hanLetter}, {0x3041, 0x3096, hanLetter}, {0x30A1, 0x30FA, hanLetter}, {0x30FC, 0x30FE, hanLetter},
		{0x4E00, 0x9FFF, hanLetter}, {0xAC00, 0xD7A3, hangulSyllable},
	} {
		for r := of.from; r <= of.to; r++ {
			b := &t[r>>6]
			b.kind = of.kind
			if r != firstLost {
				b.some |= 1 << (r & 0x3F)
			}
		}
	}
	for r := rune(0x1E00); r < 0x1F00; r++ {
		switch b := &t[r>>6]; {
		case r >= 'ẖ' && r <= 'ẟ': // between those that are capitals and small letters by turns
		case r&1 == 0:
			b.capitals |= 1 << (r & 0x3F)
		default:
			b.kind = small
			b.some |= 1 << (r & 0x3F)
		}
	}
	return t
}()

// firstLost is the first character of lostChinese.
const firstLost = '锟'
