package validate

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// What is passed over at a glance is none of what is counted.
func TestGlancesMissNothing(t *testing.T) {
	boxWords := rapid.SampledFrom(append(strings.Split(boxes.list+"|"+boxesWithout.list, "|"), "hauptstraße", "p", ""))
	letters := rapid.StringOfN(rapid.SampledFrom([]rune("pPbBoOkK\u212ai\u0130.: 0aTестxu12_-@\\")), 0, 12, -1)
	rapid.Check(t, func(t *rapid.T) {
		word := boxWords.Draw(t, "word")
		switch rapid.IntRange(0, 2).Draw(t, "case") {
		case 1:
			word = strings.ToUpper(word)
		case 2:
			word = strings.Replace(strings.ToUpper(word[:min(1, len(word))])+word[min(1, len(word)):], "k", "\u212a", 1)
		}
		street := rapid.SampledFrom([]string{word, word + " 12", word + letters.Draw(t, "letters"), letters.Draw(t, "letters")}).Draw(t, "street")
		if street != "" && boxBegins[street[0]] && boxAlone(street) && !mayBeBox(street) {
			t.Fatalf("%q is a box", street)
		}
		user := letters.Draw(t, "user")
		if user == "" {
			return
		}
		if signed(user) != strings.ContainsAny(user, " .:\\") {
			t.Fatalf("%q", user)
		}
		for _, words := range []*squeezed{numbered, systemUsers} {
			if words.numbers(user) && !endsCounted(user) {
				t.Fatalf("%q ends with a number", user)
			}
		}
	})
}
