package cli

import (
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"
)

// display is what people read on a terminal: it knows how many columns that has, 0 where
// nobody does or where what was written last is no whole line.
type display interface {
	columns() int
	whole() int // how wide it is for a text that begins a line of its own
}

// narrowest is a width in which lines are still broken between words.
const narrowest = 30

// hanging is how much further in a line goes on.
const hanging = 2

// wrapped breaks the lines of a text that are longer than a terminal is wide, between words:
// it would break them within. A command stays in one line, so that it can be copied, and
// what a colon introduces stands behind it.
func wrapped(s string, columns int) string {
	var out strings.Builder
	for line := range strings.Lines(s) {
		body := strings.TrimLeft(line, " ")
		lead := len(line) - len(body)
		if text.StringWidth(line) <= columns || columns-lead-hanging < narrowest || isCommand(body) {
			out.WriteString(line)
			continue
		}
		wrapLine(&out, line, lead, columns)
	}
	return out.String()
}

// isCommand reports whether a line is one to be copied into a shell.
func isCommand(line string) bool {
	return strings.HasPrefix(line, "migrate ") || strings.HasPrefix(line, "export ")
}

// wrapLine writes a line that is too long as several.
func wrapLine(out *strings.Builder, line string, lead, columns int) {
	further := strings.Repeat(" ", lead+hanging)
	for from := lead; text.StringWidth(strings.TrimRight(line, "\n")) > columns; from = len(further) {
		at := breakAt(line, from, columns)
		if at < 0 {
			break
		}
		out.WriteString(strings.TrimRight(line[:at], " ") + "\n")
		line = further + strings.TrimLeft(line[at:], " ")
	}
	out.WriteString(line)
}

// breakAt is the place of the last space behind from up to which a line fits, else of the
// first one; -1 where there is none. One behind a colon is none: a label keeps its value.
func breakAt(line string, from, columns int) int {
	last, width := -1, text.StringWidth(line[:from])
	for at, r := range line[from:] {
		if r == ' ' && at > 0 && !strings.HasSuffix(line[:from+at], ":") {
			if width <= columns || last < 0 {
				last = from + at
			}
			if width > columns {
				break
			}
		}
		width += text.RuneWidth(r)
	}
	return last
}
