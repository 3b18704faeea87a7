package mapper

import (
	"strings"
	"unicode"
)

// split tells the family name of a text from the given names, as far as that
// is sure: a comma, two words, a particle before the family name, a Korean
// name in Hangul, or the mapping's word that family names have one word.
func (n *naming) split(s string) (family, given string, ok bool) {
	if n.written == familyComma {
		return n.splitComma(s)
	}
	words := strings.Fields(n.cleaned(s))
	if len(words) == 1 && n.written == familyFirst {
		return splitHangul(words[0])
	}
	if len(words) < 2 || isSuffix(words[len(words)-1]) {
		return "", "", false
	}
	at := n.familyEnd(words)
	if at == 0 {
		return "", "", false
	}
	front, back := strings.Join(words[:at], " "), strings.Join(words[at:], " ")
	if n.written == familyFirst {
		return front, back, true
	}
	return back, front, true
}

// familyEnd is the place where the family name ends (or, where it stands last,
// begins); 0 means that nobody can say.
func (n *naming) familyEnd(words []string) int {
	count := len(words)
	if n.written == familyFirst {
		particles := 0
		for particles < count && isParticle(words, particles) {
			particles++
		}
		if particles+2 == count || n.oneWord && particles+2 < count {
			return particles + 1
		}
		return 0
	}
	first := count - 1
	for first > 0 && isParticle(words, first-1) {
		first--
	}
	if first == 1 || n.oneWord && first > 1 {
		return first
	}
	return 0
}

// splitComma takes "Doe, John" apart. A generation behind the given names
// belongs to neither part.
func (n *naming) splitComma(s string) (family, given string, ok bool) {
	parts := strings.Split(s, ",")
	kept := parts[:0]
	for i, part := range parts {
		part = strings.TrimSpace(part)
		if i > 0 && n.drop && len(parts) > 2 && onlyHonorifics(part) {
			continue
		}
		kept = append(kept, n.cleaned(part))
	}
	if len(kept) != 2 || kept[0] == "" || kept[1] == "" {
		return "", "", false
	}
	if words := strings.Fields(kept[1]); isSuffix(words[len(words)-1]) {
		return "", "", false
	}
	return kept[0], kept[1], true
}

// splitHangul takes a Korean name apart that is written without a space. Two
// syllables in front may be a family name of two or of one; only with four
// altogether is that sure.
func splitHangul(s string) (family, given string, ok bool) {
	r := []rune(s)
	if len(r) < 2 || len(r) > 4 || !allIn(s, unicode.Hangul) {
		return "", "", false
	}
	long := koreanSurnames[string(r[:2])]
	switch {
	case long && len(r) == 4:
		return string(r[:2]), string(r[2:]), true
	case long, len(r) == 4, !koreanSurnames[string(r[:1])]:
		return "", "", false
	}
	return string(r[:1]), string(r[1:]), true
}

// orderOf is the order that names of a script have at home: in Chinese
// characters, kana and Hangul the family name comes first, elsewhere last.
// Names that came from elsewhere keep theirs, so it is unclear for family
// names in Katakana, for those in Hangul that no Korean has, and where the
// parts differ.
func orderOf(family, given string) (order string, d doubt) {
	switch {
	case !hasCJK(family) && !hasCJK(given):
		return givenFirst, noDoubt
	case family == "" || given == "":
		return familyFirst, noDoubt
	case !allIn(given, cjk...) || !allIn(family, unicode.Han, unicode.Hiragana, unicode.Hangul):
		return givenFirst, orderUnclear
	case allIn(family, unicode.Hangul) && !koreanSurnames[family]:
		return givenFirst, orderUnclear
	}
	return familyFirst, noDoubt
}
