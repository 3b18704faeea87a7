package csvfile

import (
	"fmt"
	"unicode"
	"unicode/utf8"
)

// guessByKana finds Shift_JIS by its half-width kana, of which any byte makes one, so that
// no detector is sure of them. In words the marks that voice a sound stand behind those
// sounds only that have another voice, and small letters and strokes begin none; the
// bytes of other encodings keep no such rule.
func guessByKana(cells []byte) (g guess) {
	const voiced, halfVoiced, least, leastMarks, most = 'ﾞ', 'ﾟ', 60, 8, 0.02
	text, ok := reading("shift_jis", cells)
	if !ok {
		return g
	}
	kana, marks, wrong, strange := 0, 0, 0, 0
	before := ' '
	for _, r := range text {
		half := r >= 'ｦ' && r <= halfVoiced
		switch {
		case !half:
			strange += b2i(r >= utf8.RuneSelf && r != '･' && !unicode.In(r, japanese...))
		case r == voiced:
			marks++
			wrong += b2i(before != 'ｳ' && (before < 'ｶ' || before > 'ﾄ') && (before < 'ﾊ' || before > 'ﾎ'))
		case r == halfVoiced:
			marks++
			wrong += b2i(before < 'ﾊ' || before > 'ﾎ')
		case r >= 'ｧ' && r <= 'ｰ':
			marks++
			wrong += b2i(before < 'ｦ' || before > halfVoiced)
		}
		kana += b2i(half)
		before = r
	}
	if kana < least || marks < leastMarks || float64(wrong) > most*float64(marks) || float64(strange) > most*float64(countForeign(cells)) {
		return g
	}
	return guess{"shift_jis", fmt.Sprintf("in its %d half-width kana the marks stand where they do in words", kana)}
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
