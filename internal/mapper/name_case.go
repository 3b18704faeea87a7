package mapper

import (
	"strings"
	"unicode"

	"kycmigrate/internal/text"
)

// titleName gives small letters to the words of a name that stand in capitals.
// Other words, and texts whose capitals cannot be lowered for sure, stay.
func titleName(s string) string {
	if !hasCapitalWord(s) || mayBeTurkish(s) {
		return s
	}
	words := strings.Fields(s)
	all := !strings.ContainsFunc(s, unicode.IsLower)
	for i, word := range words {
		if !inCapitals(word) || !all && lettersIn(word) < 3 {
			continue
		}
		if i > 0 && i < len(words)-1 && isParticle(words, i) {
			words[i] = strings.ToLower(word)
			continue
		}
		words[i] = titleWord(word, i > 0, i > 0 && i == len(words)-1)
	}
	return strings.Join(words, " ")
}

func hasCapitalWord(s string) bool {
	for word := range strings.FieldsSeq(s) {
		if inCapitals(word) {
			return true
		}
	}
	return false
}

// inCapitals reports whether a word has two letters or more, and no small one.
func inCapitals(word string) bool {
	capitals := 0
	for _, r := range word {
		switch {
		case unicode.IsLower(r), unicode.IsTitle(r):
			return false
		case unicode.IsUpper(r):
			capitals++
		}
	}
	return capitals > 1
}

// mayBeTurkish: in a Turkish or Azerbaijani text the small letter of I is ı.
func mayBeTurkish(s string) bool {
	return strings.ContainsRune(s, 'I') && strings.ContainsAny(s, "İĞŞƏ")
}

// titleWord writes a word in capitals with small letters.
func titleWord(word string, inside, last bool) string {
	plain := strings.TrimRight(word, ".,")
	switch {
	case last && romanGenerations[plain]:
		return word
	case last && isSuffix(word):
		return title(word)
	case lettersIn(word) == 2 && !strings.ContainsAny(plain, "AEIOUYÄÖÜ") && text.IsASCIIString(plain) && !vowelless[plain]:
		return word // initials, such as JD
	}
	parts := strings.Split(word, "-")
	for i, part := range parts {
		if i == 0 && part == "AL" && len(parts) > 1 && inside {
			parts[i] = "al"
			continue
		}
		parts[i] = titlePart(part)
	}
	return strings.Join(parts, "-")
}

// titlePart writes a word, or a part of one between hyphens.
func titlePart(s string) string {
	if strings.Contains(s, ".") {
		parts := strings.Split(s, ".")
		for i := range parts {
			parts[i] = titlePart(parts[i])
		}
		return strings.Join(parts, ".")
	}
	if rest, ok := strings.CutPrefix(s, "MC"); ok && lettersIn(rest) > 2 {
		return "Mc" + title(rest)
	}
	for _, apostrophe := range []string{"'", "’"} {
		if before, after, ok := strings.Cut(s, apostrophe); ok && (before == "O" || before == "D") && lettersIn(after) > 1 {
			return before + apostrophe + title(after)
		}
	}
	return title(s)
}
