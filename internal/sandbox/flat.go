package sandbox

import (
	"encoding/json"
	"errors"
	"unicode/utf8"
)

// member is one name and value of a flat JSON object. text says that the value
// was a JSON string.
type member struct {
	name  string
	value string
	text  bool
}

var errNotFlat = errors.New("not one JSON object with distinct names")

// flatten reads one JSON object without building a tree: encoding/json judges
// the syntax, and what it has judged valid can be walked without fear. A name
// that stands twice is refused, since no reader agrees with another on which
// one counts.
func flatten(body []byte) ([]member, error) {
	if !utf8.Valid(body) || !json.Valid(body) {
		return nil, errNotFlat
	}
	src := string(body)
	i := skipSpace(src, 0)
	if src[i] != '{' {
		return nil, errNotFlat
	}
	members := make([]member, 0, 16)
	for i = skipSpace(src, i+1); src[i] != '}'; i = skipSpace(src, i) {
		if src[i] == ',' {
			i = skipSpace(src, i+1)
		}
		var m member
		m.name, i = readString(src, i)
		i = skipSpace(src, skipSpace(src, i)+1) // the colon
		if m.text = src[i] == '"'; m.text {
			m.value, i = readString(src, i)
		} else {
			i = skipValue(src, i)
		}
		if has(members, m.name) {
			return nil, errNotFlat
		}
		members = append(members, m)
	}
	return members, nil
}

func has(members []member, name string) bool {
	for i := range members {
		if members[i].name == name {
			return true
		}
	}
	return false
}

func skipSpace(src string, i int) int {
	for src[i] == ' ' || src[i] == '\t' || src[i] == '\n' || src[i] == '\r' {
		i++
	}
	return i
}

// readString reads the string whose opening quote is at i and returns the
// position after its closing quote.
func readString(src string, i int) (string, int) {
	escaped := false
	j := i + 1
	for ; src[j] != '"'; j++ {
		if src[j] == '\\' {
			escaped = true
			j++
		}
	}
	if !escaped {
		return src[i+1 : j], j + 1
	}
	var s string
	_ = json.Unmarshal([]byte(src[i:j+1]), &s) // judged valid with the rest
	return s, j + 1
}

// skipValue returns the position after the value at i, which is no string.
func skipValue(src string, i int) int {
	for depth := 0; ; {
		switch src[i] {
		case '{', '[':
			depth++
			i++
		case '"':
			_, i = readString(src, i)
		case '}', ']':
			if depth == 0 {
				return i
			}
			depth--
			i++
		case ',':
			if depth == 0 {
				return i
			}
			i++
		default:
			i++
		}
	}
}
