package mapper

import "strings"

// unknown returns what to say about a word that is none of known.
func unknown(what, word string, known []string) (problem, fix string) {
	problem = "unknown " + what + " " + quote(word)
	near := nearest(word, known)
	switch {
	case near != "":
		return problem, `did you mean "` + near + `"?`
	case len(known) > 0 && len(known) <= 30:
		return problem, "known: " + strings.Join(known, ", ")
	}
	return problem, "remove it"
}

// Nearest finds the known word that was probably meant, or "", as messages about a mapping
// do.
func Nearest(word string, known []string) string { return nearest(word, known) }

// nearest finds the known word that was probably meant, or "". Case, spaces
// and punctuation are no difference.
func nearest(word string, known []string) string {
	const longest = 64 // nobody mistypes more; bounds the work
	folded := foldWord(word)
	if folded == "" || len(folded) > longest {
		return ""
	}
	best, bestDistance := "", 1+min(3, max(1, len(folded)/3))
	for _, candidate := range known {
		c := foldWord(candidate)
		if len(c) > longest {
			continue
		}
		if d := distance(folded, c); d < bestDistance {
			best, bestDistance = candidate, d
		}
	}
	return best
}

// foldWord lowers the case and drops what separates words, so that birth_date
// and birthDate are one.
func foldWord(s string) string {
	return strings.ToLower(strings.NewReplacer("_", "", "-", "", " ", "", ".", "").Replace(s))
}

// distance counts the letters to insert, delete, replace or swap with their
// neighbour to make b of a.
func distance(a, b string) int {
	s, t := []rune(a), []rune(b)
	before, last, row := make([]int, len(t)+1), make([]int, len(t)+1), make([]int, len(t)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(s); i++ {
		row[0] = i
		for j := 1; j <= len(t); j++ {
			cost := 1
			if s[i-1] == t[j-1] {
				cost = 0
			}
			row[j] = min(row[j-1]+1, last[j]+1, last[j-1]+cost)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(t)]
}
