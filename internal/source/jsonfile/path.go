package jsonfile

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// step leads from a value to one inside it: to a member by its name, or to an
// element by its place.
type step struct {
	name  string
	index int // -1 for a member
}

// maxIndex bounds the elements that a path can name.
const maxIndex = 9999

// parsePath reads a path such as info.idDocs[0].number. A name that holds dots
// or brackets is written in brackets and quotes: ["a.b"].
func parsePath(text string) ([]step, error) {
	var steps []step
	for rest, first := text, true; rest != "" || first; first = false {
		s, after, err := parseStep(rest, first)
		if err != nil {
			return nil, fmt.Errorf("%q is no path in a JSON record: %w", text, err)
		}
		steps, rest = append(steps, s), after
	}
	return steps, nil
}

func parseStep(rest string, first bool) (s step, after string, err error) {
	if strings.HasPrefix(rest, "[") {
		return parseBracket(rest)
	}
	if !first {
		dot := strings.HasPrefix(rest, ".")
		if !dot {
			return s, "", fmt.Errorf("a dot or a bracket is missing before %q", rest)
		}
		rest = rest[1:]
	}
	end := strings.IndexAny(rest, ".[")
	if end < 0 {
		end = len(rest)
	}
	name := rest[:end]
	if name == "" || strings.ContainsAny(name, `]"`) {
		return s, "", fmt.Errorf(`write names with a dot between them, and a name that holds . [ ] or " as ["name"]`)
	}
	return step{name, -1}, rest[end:], nil
}

// parseBracket reads [0] or ["name"].
func parseBracket(rest string) (s step, after string, err error) {
	if strings.HasPrefix(rest, `["`) {
		dec := json.NewDecoder(strings.NewReader(rest[1:]))
		if err := dec.Decode(&s.name); err != nil {
			return s, "", fmt.Errorf(`a name in brackets is not closed; write ["name"]`)
		}
		s.index = -1
		after, closed := strings.CutPrefix(rest[1+dec.InputOffset():], "]")
		if !closed {
			return s, "", fmt.Errorf(`a name in brackets is not closed; write ["name"]`)
		}
		return s, after, nil
	}
	number, after, closed := strings.Cut(rest[1:], "]")
	n, err := strconv.Atoi(number)
	if !closed || err != nil || n < 0 || n > maxIndex || strconv.Itoa(n) != number {
		return s, "", fmt.Errorf("in brackets stands an element's place from 0 to %d, or a name in quotes", maxIndex)
	}
	return step{index: n}, after, nil
}

// join adds a step to the text of a path.
func join(path string, s step) string {
	switch {
	case s.index >= 0:
		return path + "[" + strconv.Itoa(s.index) + "]"
	case !plainName(s.name):
		quoted, _ := json.Marshal(s.name) // a string always can be
		return path + "[" + string(quoted) + "]"
	case path == "":
		return s.name
	}
	return path + "." + s.name
}

// plainName reports whether a name stands in a path without quotes.
func plainName(name string) bool {
	return name != "" && strings.TrimSpace(name) == name && !strings.ContainsAny(name, ".[]\"{}\n\r\t")
}
