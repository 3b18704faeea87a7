package cli

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode"
)

// writeObject writes the one object of --json. What a terminal would obey in it
// is escaped: names of columns and files come from whoever made the source, and
// JSON by itself escapes no more than the first controls. An error is one of
// the object; out keeps those of writing in mind.
func (a *app) writeObject(v any) error {
	data, err := json.Marshal(v)
	if err != nil {
		return err
	}
	_, err = a.out.Write(append(plainJSON(data), '\n'))
	return err
}

// plainJSON escapes the characters that a terminal obeys, and those that turn the
// direction of what follows. Outside of texts JSON has none of them.
func plainJSON(data []byte) []byte {
	unsafe := func(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) }
	text := string(data)
	if strings.IndexFunc(text, unsafe) < 0 {
		return data
	}
	var b strings.Builder
	for _, r := range text {
		if unsafe(r) {
			fmt.Fprintf(&b, `\u%04x`, r)
			continue
		}
		b.WriteRune(r)
	}
	return []byte(b.String())
}
