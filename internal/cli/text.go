package cli

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// say writes to people. Whatever stands in args, it commands no terminal: names of
// columns, sheets and files come from whoever made the source. w drops what it cannot
// write.
func say(w io.Writer, format string, args ...any) {
	text := printable(fmt.Sprintf(format, args...))
	if p, ok := w.(display); ok {
		text = fitted(text, p)
	}
	paint(w, "%s", text)
}

// fitted breaks the lines of a text for a display. One that begins with the end of a line
// stands on lines of its own, whatever was written before.
func fitted(text string, p display) string {
	columns := p.columns()
	if strings.HasPrefix(text, "\n") {
		columns = p.whole()
	}
	if columns == 0 {
		return text
	}
	return wrapped(text, columns)
}

// paint is say for a text with colours, of which the caller has made the rest printable.
func paint(w io.Writer, format string, args ...any) {
	_, _ = fmt.Fprintf(w, format, args...)
}

// printable escapes the characters of a text that a terminal obeys, and those that turn
// the direction of what follows. Line breaks and tabs stay.
func printable(text string) string {
	if strings.IndexFunc(text, commands) < 0 {
		return text
	}
	var safe strings.Builder
	for _, r := range text {
		if commands(r) {
			safe.WriteString(strings.Trim(strconv.QuoteRuneToASCII(r), "'"))
			continue
		}
		safe.WriteRune(r)
	}
	return safe.String()
}

// oneLine is printable for what belongs on one line.
func oneLine(text string) string {
	return strings.NewReplacer("\n", `\n`, "\t", `\t`).Replace(printable(text))
}

func commands(r rune) bool {
	return unicode.IsControl(r) && r != '\n' && r != '\t' || unicode.Is(unicode.Bidi_Control, r) && r != '\u200e' && r != '\u200f' && r != '\u061c' ||
		r == '\u2028' || r == '\u2029'
}

// countOf writes a number with what there is of it, one or several.
func countOf(n int64, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return thousands(n) + " " + many
}

// thousands writes a number with a comma between each three digits.
func thousands(n int64) string {
	s := strconv.FormatInt(n, 10)
	sign := ""
	if n < 0 {
		sign, s = "-", s[1:]
	}
	for at := len(s) - 3; at > 0; at -= 3 {
		s = s[:at] + "," + s[at:]
	}
	return sign + s
}

// short writes a duration as people say it: 0.4s, 12s, 4m12s, 3h04m.
func short(d time.Duration) string {
	switch {
	case d < 10*time.Second:
		return fmt.Sprintf("%.1fs", d.Seconds())
	case d < time.Minute:
		return fmt.Sprintf("%.0fs", d.Seconds())
	case d < time.Hour:
		return fmt.Sprintf("%dm%02ds", int(d.Minutes()), int(d.Seconds())%60)
	default:
		return fmt.Sprintf("%dh%02dm", int(d.Hours()), int(d.Minutes())%60)
	}
}

// numbered is a number with its noun.
func numbered(n int64, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return thousands(n) + " " + many
}

// shellWord quotes a word for a command line that the operator is to copy. One
// with characters that would not be printed as they are stands in the quotes
// that shells read escapes in.
func shellWord(s string) string {
	plain := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("-_./:=,@%+", r)
	}
	switch {
	case s != "" && strings.IndexFunc(s, func(r rune) bool { return !plain(r) }) < 0:
		return s
	case strings.ContainsFunc(s, unprinted):
		return dollarQuoted(s)
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}

// unprinted are the characters that say changes, or that break the line.
func unprinted(r rune) bool { return commands(r) || r == '\n' || r == '\t' || r == utf8.RuneError }

// dollarQuoted writes every byte of what is not printed in three octal digits,
// which all shells read alike.
func dollarQuoted(s string) string {
	var b strings.Builder
	b.WriteString("$'")
	for i, r := range s {
		switch {
		case unprinted(r):
			_, size := utf8.DecodeRuneInString(s[i:])
			for _, c := range []byte(s[i : i+size]) {
				fmt.Fprintf(&b, `\%03o`, c)
			}
		case r == '\'' || r == '\\':
			b.WriteString(`\` + string(r))
		default:
			b.WriteRune(r)
		}
	}
	b.WriteString("'")
	return b.String()
}

// shellLine joins words to a command line.
func shellLine(words ...string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = shellWord(w)
	}
	return strings.Join(quoted, " ")
}

// shown is a value as a terminal may have it: what is empty, has white space
// at an end or holds characters that do not print stands in quotes, with these
// escaped.
func shown(value string) string {
	visible := func(r rune) bool { return unicode.IsPrint(r) && r != utf8.RuneError }
	if value == "" || value != strings.TrimSpace(value) || value[0] == '"' || strings.ContainsFunc(value, func(r rune) bool { return !visible(r) }) {
		return strconv.Quote(value)
	}
	return value
}

// sentence ends s with a full stop, unless it has an end.
func sentence(s string) string {
	if s != "" && strings.IndexByte(".?!", s[len(s)-1]) >= 0 {
		return s
	}
	return s + "."
}
