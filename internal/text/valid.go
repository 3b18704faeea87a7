package text

import (
	"github.com/segmentio/asm/ascii"
	"github.com/segmentio/asm/utf8"
)

// Valid reports whether b is UTF-8, as unicode/utf8 has it, at a few times its
// speed where much of b is not ASCII.
func Valid(b []byte) bool { return utf8.Valid(b) }

// IsASCII reports whether b holds no byte above 0x7F.
func IsASCII(b []byte) bool { return ascii.Valid(b) }

// IsASCIIString reports whether s holds no byte above 0x7F.
func IsASCIIString(s string) bool { return ascii.ValidString(s) }
