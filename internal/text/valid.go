package text

import "github.com/segmentio/asm/utf8"

// Valid reports whether b is UTF-8, as unicode/utf8 has it, at a few times its
// speed where much of b is not ASCII.
func Valid(b []byte) bool { return utf8.Valid(b) }
