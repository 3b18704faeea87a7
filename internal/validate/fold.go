package validate

import (
	"bytes"
	"encoding/binary"
	"strings"
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
	case r == 'ё' || r == 'Ё':
		return 'е'
	case r >= firstHan && r <= lastHan:
		if oldHan[(r-firstHan)/64]>>(r%64)&1 != 0 {
			return newHan[r]
		}
		return r
	case r >= 0xAC00 && r < 0xD7A4, r >= 0x430 && r < 0x460:
		return r // Hangul and small Cyrillic letters, which are frequent
	case r >= 'А' && r <= 'Я':
		return r + 'а' - 'А'
	case r >= 0xC0 && r < 0xC0+rune(len(latinC0)) && latinC0[r-0xC0] != '.':
		return rune(latinC0[r-0xC0])
	case r >= 0x1E00 && r < 0x1E00+rune(len(latin1E)) && latin1E[r-0x1E00] != '.':
		return rune(latin1E[r-0x1E00])
	case r >= 0x300 && r < 0x370, r == 0x2019, r == 0x2BC, r == 0x2BB, r == 0xB4, r == 0xAD, r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x2069, r == 0xFEFF:
		return 0 // accents that stand alone, apostrophes, and what nobody sees
	case r >= 0x370 && r < 0x400, r >= 0x1F00 && r < 0x2000:
		return foldGreek(r)
	case r >= 0x5B0 && r < 0x700:
		return foldSemitic(r)
	case r >= 0xFF01 && r <= 0xFF5E:
		return unicode.ToLower(r - 0xFF01 + '!')
	case unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r):
		return unicode.ToLower(r)
	}
	return ' '
}

// The ideographs that most texts have.
const firstHan, lastHan = 0x4E00, 0x9FFF

// newHan are the ideographs that are written for older ones in names: first those of Japan,
// with the variants of which family registers are full, then those of China.
var newHan = func() map[rune]rune {
	m := make(map[rune]rune)
	for pair := range strings.FieldsSeq("邊辺 邉辺 齋斎 齊斉 澤沢 濱浜 濵浜 櫻桜 廣広 髙高 嶋島 嶌島 龍竜 眞真 惠恵 榮栄 壽寿 德徳 瀨瀬 條条 學学 黑黒 彌弥 豐豊 藏蔵 莊荘 圓円 會会 與与 淺浅 瀧滝 鐵鉄 實実 靜静 寬寛 緖緒 曾曽 團団 增増 應応 冨富 桒桑 舘館 槇槙 祿禄 萬万 戶戸 吳呉 郞郎 嶽岳 藝芸 顯顕 亞亜 " +
		"陳陈 張张 劉刘 黃黄 楊杨 趙赵 孫孙 馬马 羅罗 鄭郑 謝谢 許许 鄧邓 馮冯 蔣蒋 葉叶 盧卢 蘇苏 呂吕 賈贾 鍾钟 譚谭 陸陆 韓韩 錢钱 湯汤 嚴严 顧顾 賴赖 華华 偉伟 麗丽 強强 軍军 國国 關关 倫伦 傑杰 儀仪 鳳凤 慶庆 東东 達达 輝辉 飛飞 貴贵 紅红 蘭兰 蓮莲 雲云 風风 遠远 義义 誠诚 賢贤 銘铭 鋒锋 駿骏 麥麦 聰聪 寶宝 瑩莹 瓊琼 潔洁 濤涛 鵬鹏") {
		old, size := utf8.DecodeRuneInString(pair)
		m[old], _ = utf8.DecodeRuneInString(pair[size:])
	}
	return m
}()

// oldHan has a bit for each of the older ones.
var oldHan = func() (t [(lastHan-firstHan)/64 + 1]uint64) {
	for r := range newHan {
		t[(r-firstHan)/64] |= 1 << (r % 64)
	}
	return t
}()

// greekBases are the letters of which others are the accented ones, by the order
// that Unicode has them in.
var greekBases = map[rune]rune{
	'ά': 'α', 'έ': 'ε', 'ή': 'η', 'ί': 'ι', 'ϊ': 'ι', 'ΐ': 'ι', 'ό': 'ο', 'ύ': 'υ', 'ϋ': 'υ', 'ΰ': 'υ', 'ώ': 'ω', 'ς': 'σ',
}

// foldGreek drops the accents of a Greek letter.
func foldGreek(r rune) rune {
	r = unicode.ToLower(r)
	if base, known := greekBases[r]; known {
		return base
	}
	return r
}

// foldSemitic drops the vowel signs of Hebrew and Arabic, and makes letters equal that
// are written in two ways: alef with hamza or without, the Persian yeh and kaf.
func foldSemitic(r rune) rune {
	switch {
	case unicode.IsMark(r), r == 0x640:
		return 0
	case r == 'أ' || r == 'إ' || r == 'آ' || r == 'ٱ':
		return 'ا'
	case r == 'ى' || r == 'ی' || r == 'ئ':
		return 'ي'
	case r == 'ک':
		return 'ك'
	case r == 'ة':
		return 'ه'
	case !unicode.IsLetter(r) && !unicode.IsDigit(r):
		return ' '
	}
	return r
}

// runeAt is the character beyond ASCII that stands at a place of a text. Most are of two
// bytes.
func runeAt(s string, i int) (r rune, size int) {
	if c := s[i]; c >= 0xC2 && c < 0xE0 && i+1 < len(s) && s[i+1]&0xC0 == 0x80 {
		return rune(c&0x1F)<<6 | rune(s[i+1]&0x3F), 2
	}
	return utf8.DecodeRuneInString(s[i:])
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

// secondLetter is the second of the two letters that one Latin letter is written as
// where it is not at hand, 0 for none; foldRune gives the first.
func secondLetter(r rune) rune {
	switch r {
	case 'ß', 'ẞ':
		return 's'
	case 'æ', 'Æ', 'œ', 'Œ':
		return 'e'
	case 'þ', 'Þ':
		return 'h'
	}
	return 0
}

// loose reports whether a character is a part of one that is written whole as a
// rule: letters of a Hangul syllable, as files of macOS have them, katakana of half
// the width, and the signs that voice kana.
func loose(r rune) bool {
	return r >= hangulLead && r < 0x1200 || r >= 0xFF66 && r <= 0xFF9F || r == 0x3099 || r == 0x309A
}

// The parts of a Hangul syllable (Unicode 3.12).
const (
	hangulLead, hangulVowel, hangulTail = 0x1100, 0x1161, 0x11A7
	hangulVowels, hangulTails           = 21, 28
	hangulBase, hangulLast              = 0xAC00, 0xD7A3
)

// fullKana are katakana of the usual width, by those of half of it from U+FF66 on.
var fullKana = []rune("ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン")

// compose writes a name without loose parts.
func compose(name string) string {
	var out []rune
	for _, r := range name {
		last := rune(0)
		if len(out) > 0 {
			last = out[len(out)-1]
		}
		switch {
		case r >= hangulVowel && r < hangulVowel+hangulVowels && last >= hangulLead && last < hangulLead+19:
			out[len(out)-1] = hangulBase + ((last-hangulLead)*hangulVowels+r-hangulVowel)*hangulTails
		case r > hangulTail && r < hangulTail+hangulTails && last >= hangulBase && last <= hangulLast && (last-hangulBase)%hangulTails == 0:
			out[len(out)-1] = last + r - hangulTail
		case r >= 0xFF66 && r <= 0xFF9D:
			out = append(out, fullKana[r-0xFF66])
		case (r == 0xFF9E || r == 0x3099) && last == 'ウ':
			out[len(out)-1] = 'ヴ'
		case (r == 0xFF9E || r == 0x3099) && last >= 0x3041:
			out[len(out)-1] = last + 1
		case (r == 0xFF9F || r == 0x309A) && last >= 0x3041:
			out[len(out)-1] = last + 2
		case !loose(r):
			out = append(out, r)
		case r >= hangulLead && r < hangulVowel:
			out = append(out, r)
		}
	}
	return strings.Map(func(r rune) rune {
		if loose(r) {
			return -1
		}
		return r
	}, string(out))
}

// foldCodeASCII is foldASCII for numbers: letters that are taken for digits are those
// digits.
var foldCodeASCII = func() (t [utf8.RuneSelf]byte) {
	t = foldASCII
	for _, c := range "oO" {
		t[c] = '0'
	}
	for _, c := range "iIlL" {
		t[c] = '1'
	}
	return t
}()

// foldCode appends the letters and digits of a number, in lower case; O, I and L as the
// digits that they are taken for.
func foldCode(into []byte, s string) []byte {
	for i := 0; i < len(s); {
		c := s[i]
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(s[i:])
			if r = foldRune(r); r != 0 && r != ' ' {
				into = utf8.AppendRune(into, r)
			}
			i += size
			continue
		}
		if c = foldCodeASCII[c]; c != 0 && c != ' ' {
			into = append(into, c)
		}
		i++
	}
	return into
}

// foldAddress appends an e-mail address in lower case, without what does not count for
// the mailbox that it leads to.
func foldAddress(into []byte, s string) []byte {
	from := len(into)
	into = foldCase(into, s)
	if s == "" || mailboxEnds>>(s[len(s)-1]&31)&1 == 0 {
		return into
	}
	return into[:from+len(mailbox(into[from:]))]
}

// foldCase appends a text in lower case.
func foldCase(into []byte, s string) []byte {
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

// mailboxEnds has a bit for each letter that ends a domain that mailbox knows.
const mailboxEnds = 1<<('m'&31) | 1<<('e'&31) | 1<<('u'&31) | 1<<('y'&31) | 1<<('z'&31)

// mailbox makes equal the addresses, in lower case, of one mailbox with a great
// provider, in place: what follows a plus does not count there, nor do the stops of
// Gmail's, a stroke is a stop with Yandex, and some have several domains.
func mailbox(address []byte) []byte {
	at := bytes.LastIndexByte(address, '@')
	if at < 1 {
		return address
	}
	of := mailboxesOf(string(address[at:]))
	if of == mailboxesAsWritten {
		return address
	}
	end := 0
	for i, c := range address[:at] {
		switch {
		case c == '+' && i > 0:
			return append(address[:end], mailboxDomain(of, address[at:])...)
		case c == '.' && of == mailboxesOfGmail:
			continue
		case c == '-' && of == mailboxesOfYandex:
			c = '.'
		}
		address[end] = c
		end++
	}
	return append(address[:end], mailboxDomain(of, address[at:])...)
}

// mailboxes say which addresses of a domain are of one mailbox.
type mailboxes uint8

const (
	mailboxesAsWritten mailboxes = iota
	mailboxesWithPlus
	mailboxesOfGmail
	mailboxesOfProton
	mailboxesOfApple
	mailboxesOfYandex
)

// mailboxDomains stand for all domains of a provider; "" where the mailboxes of each are others'.
var mailboxDomains = [...]string{mailboxesWithPlus: "", mailboxesOfGmail: "@g", mailboxesOfProton: "@p", mailboxesOfApple: "@i", mailboxesOfYandex: "@y"}

// mailboxDomain puts what stands for a domain in its place.
func mailboxDomain(of mailboxes, domain []byte) []byte {
	if mailboxDomains[of] == "" {
		return domain
	}
	return append(domain[:0], mailboxDomains[of]...)
}

// mailboxesOf says that of a domain with its sign, in lower case.
func mailboxesOf(domain string) mailboxes {
	switch domain {
	case "@gmail.com", "@googlemail.com":
		return mailboxesOfGmail
	case "@outlook.com", "@hotmail.com", "@live.com", "@fastmail.com":
		return mailboxesWithPlus
	case "@protonmail.com", "@proton.me", "@pm.me":
		return mailboxesOfProton
	case "@icloud.com", "@me.com", "@mac.com":
		return mailboxesOfApple
	case "@yandex.ru", "@ya.ru", "@yandex.com", "@yandex.by", "@yandex.kz":
		return mailboxesOfYandex
	}
	return mailboxesAsWritten
}
