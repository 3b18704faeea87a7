package mapper

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// maxProblems bounds how many problems one Error lists.
const maxProblems = 200

// Problem is one thing wrong with a mapping file.
type Problem struct {
	Line   int    // from 1
	Column int    // from 1
	What   string // what is wrong
	Fix    string // what to do about it
	Todo   bool   // nothing is wrong, but somebody must decide: the value is TODO
}

// Error lists everything wrong with a mapping file, in the order of its lines.
// It holds no secret: values expanded from the environment are never shown.
type Error struct {
	Path     string
	Problems []Problem
	More     int // problems found beyond those listed
}

// Error writes one line for each problem: "file:line:col: what; fix".
func (e *Error) Error() string {
	var b strings.Builder
	for i, p := range e.Problems {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(p.in(e.Path))
	}
	if e.More > 0 {
		b.WriteString("\n" + e.Path + ": " + strconv.Itoa(e.More) + " more problems are not listed; mend these first")
	}
	return b.String()
}

// position is a place in the mapping file, both parts from 1.
type position struct{ line, column int }

func positionOf(n *yaml.Node) position { return position{max(n.Line, 1), max(n.Column, 1)} }

func (p position) in(path string) string {
	return path + ":" + strconv.Itoa(p.line) + ":" + strconv.Itoa(p.column)
}

func (p Problem) in(path string) string {
	return position{p.Line, p.Column}.in(path) + ": " + p.What + "; " + p.Fix
}

// problems collects what is wrong, so that all of it is told at once.
type problems struct {
	path string
	list []Problem
	left int // not kept: the file is no mapping
}

func (p *problems) add(at position, what, fix string) {
	const mostKept = 50 * maxProblems
	if len(p.list) >= mostKept {
		p.left++
		return
	}
	p.list = append(p.list, Problem{Line: at.line, Column: at.column, What: what, Fix: fix})
}

// sorted returns what was collected by its place, each once.
func (p *problems) sorted() []Problem {
	slices.SortStableFunc(p.list, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return slices.Compact(p.list)
}

// err returns what was collected, or nil.
func (p *problems) err() error {
	listed := p.sorted()
	if len(listed) == 0 {
		return nil
	}
	e := &Error{Path: p.path, Problems: listed}
	if len(listed) > maxProblems {
		e.Problems, e.More = listed[:maxProblems], len(listed)-maxProblems+p.left
	}
	return e
}

// quote shows a word of the mapping file. What is long or not printable is cut
// short: it is no word, and may be a secret in the wrong place.
func quote(word string) string { return `"` + printableOnly(word, 48) + `"` }

// printableOnly keeps a text to one line of at most so many characters.
func printableOnly(word string, most int) string {
	if utf8.RuneCountInString(word) > most {
		runes := []rune(word)
		word = string(runes[:most]) + "…"
	}
	return strings.Map(func(r rune) rune {
		if r == utf8.RuneError || !unicode.IsPrint(r) {
			return '?'
		}
		return r
	}, word)
}
