package draft

import (
	"fmt"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// plainScalar are texts that YAML takes as they stand, wherever they stand.
// Most commands need none.
var plainScalar = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[\p{L}_][\p{L}\p{Nd}_/-]*(\.[\p{L}\p{Nd}_/-]+)*$|^[0-9]{1,18}$`)
})

// reserved are words that YAML, or the mapping, takes for something else.
var reserved = map[string]bool{"true": true, "false": true, "null": true, "yes": true, "no": true, "on": true, "off": true, "y": true, "n": true, "todo": true}

// scalar writes a text so that YAML reads the same text, on one line.
func scalar(s string) string {
	if plainScalar().MatchString(s) && !reserved[strings.ToLower(s)] {
		return s
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == ' ' || unicode.IsPrint(r) && r != utf8.RuneError:
			b.WriteRune(r)
		case r <= 0xFFFF:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			fmt.Fprintf(&b, `\U%08X`, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// list writes several texts as a list, or one as itself.
func list(texts []string) string {
	if len(texts) == 1 {
		return scalar(texts[0])
	}
	return many(texts)
}

func many(texts []string) string { return "[" + inList(texts) + "]" }

// inList are texts as they stand within a list.
func inList(texts []string) string {
	quoted := make([]string, len(texts))
	for i, s := range texts {
		quoted[i] = scalar(s)
	}
	return strings.Join(quoted, ", ")
}

// Shown is a column's name as it stands in a comment or a table: on one line,
// and not too long.
func Shown(name string) string {
	const most = 48
	runes := []rune(oneLine(name))
	if len(runes) > most {
		runes = append(runes[:most:most], '…')
	}
	return string(runes)
}

// oneLine makes a text one that may stand in a comment.
func oneLine(text string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) || r == utf8.RuneError {
			return '?'
		}
		return r
	}, text)
}

// names lists columns for a comment, with the confidence in each for a slot where they are
// several to choose from.
func names(offers []*candidate, s slot) string {
	const most = 4
	var words []string
	for _, c := range offers[:min(most, len(offers))] {
		word := `"` + Shown(c.name) + `"`
		if x, claims := c.claims[s]; claims && len(offers) > 1 {
			word += fmt.Sprintf(" %.2f", x.score())
		}
		words = append(words, word)
	}
	if len(offers) > most {
		words = append(words, fmt.Sprintf("and %d more", len(offers)-most))
	}
	return strings.Join(words, ", ")
}
