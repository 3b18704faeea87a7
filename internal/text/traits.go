package text

// Traits are what a text may have that makes work of it: a text without any is
// printable ASCII in small letters or none, with single spaces between its words.
type Traits uint8

// The traits of a text. Each is there if and only if one of its bytes shows it.
const (
	Upper   Traits = 1 << iota // a capital ASCII letter
	Lower                      // a small ASCII letter
	Loose                      // a space at an end, or two of them together
	Control                    // a control character of ASCII
	Foreign                    // something beyond ASCII
	// Marked: a byte of a character that may take part in composing, so that the
	// text may differ from its NFC. Without it a text of valid UTF-8 does not.
	Marked
	// Spaced: a byte that white space beyond ASCII begins with.
	Spaced
	// Suspect: a byte that a control character beyond ASCII or U+FFFD begins with.
	Suspect
)

// Printable reports whether a text of these traits is printable ASCII.
func (t Traits) Printable() bool { return t&(Control|Foreign) == 0 }

// TraitsOf looks at a text once: byte by byte, which with a table is twice as fast as
// eight bytes at a time with all these questions.
func TraitsOf(s string) (all Traits) {
	before, beside := Loose, Traits(0) // the start counts as a space
	for i := range len(s) {
		t := byteTraits[s[i]]
		all |= t
		beside |= t & before
		before = t
	}
	if s == "" {
		return 0
	}
	return all&^Loose | (beside|before)&Loose
}

// firstMarked is the first byte of U+0300, where combining begins.
const firstMarked = 0xcc

// byteTraits are the traits that single bytes show, and Loose of a space.
var byteTraits = func() (t [256]Traits) {
	in := func(c, low, high int) bool { return c >= low && c <= high }
	for c := range t {
		for trait, shows := range map[Traits]bool{
			Upper:   in(c, 'A', 'Z'),
			Lower:   in(c, 'a', 'z'),
			Loose:   c == ' ',
			Control: c < ' ' || c == 0x7f,
			Foreign: c >= 0x80,
			// Of Cyrillic, of most ideographs and of Hangul nothing takes part in composing.
			Marked:  c >= firstMarked && !in(c, 0xd0, 0xd1) && !in(c, 0xe4, 0xe9) && !in(c, 0xeb, 0xed),
			Spaced:  c == 0xc2 || in(c, 0xe1, 0xe3),
			Suspect: c == 0xc2 || c == 0xef,
		} {
			if shows {
				t[c] |= trait
			}
		}
	}
	return t
}()

// Composable reports whether a text of valid UTF-8 may differ from its NFC. It says so of fewer
// than Marked does: the letters of Vietnamese and the syllables of Korean are composed.
func Composable(s string) bool {
	for i := range len(s) {
		if byteTraits[s[i]]&Marked == 0 {
			continue
		}
		next := byte(0)
		if i+1 < len(s) {
			next = s[i+1]
		}
		switch {
		case s[i] == 0xe1 && next >= 0xb8 && next <= 0xbb: // U+1E00 to U+1EFF
		case s[i] == 0xea && next >= 0xb0: // U+AC00 to U+AFFF
		default:
			return true
		}
	}
	return false
}
