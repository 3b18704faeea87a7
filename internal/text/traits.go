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

// TraitsOf looks at a text once.
func TraitsOf(s string) Traits {
	if len(s) < OctetSize {
		return traitsOfShort(s)
	}
	return traitsOfLong(s)
}

// traitsOfLong looks at a text of eight bytes or more.
func traitsOfLong(s string) (t Traits) {
	var control, upper, lower, loose Octets
	before := Octets(0x80) // whether the byte before is a space; the start counts as one
	for at, last := 0, len(s)-OctetSize; ; {
		o := OctetsAt(s, at)
		if foreign := o.Foreign(); foreign != 0 {
			t |= traitsOfForeign(o, foreign)
			o = o&^(foreign>>7*0xff) | foreign>>7*'-' // which has no trait
		}
		control |= o.Below(' ') | o.Is(0x7f)
		upper |= o.In('A', 'Z')
		lower |= o.In('a', 'z')
		spaces := o.Is(' ')
		loose |= spaces & (spaces<<8 | before)
		if at == last {
			break
		}
		before = spaces >> 56
		if at += OctetSize; at > last { // some bytes are looked at twice, which changes no answer
			at, before = last, 0
		}
	}
	if loose != 0 || s[len(s)-1] == ' ' {
		t |= Loose
	}
	return t | told(control, Control) | told(upper, Upper) | told(lower, Lower)
}

// told is a trait if some byte shows it.
func told(found Octets, t Traits) Traits {
	if found == 0 {
		return 0
	}
	return t
}

// traitsOfForeign looks at the bytes that are not ASCII.
func traitsOfForeign(o, foreign Octets) Traits {
	t := Foreign
	low := o &^ topBits
	if low.In(firstMarked&0x7f, 0x7f)&^(low.In(0xd0&0x7f, 0xd1&0x7f)|low.In(0xe4&0x7f, 0xe9&0x7f)|low.In(0xeb&0x7f, 0xed&0x7f))&foreign != 0 {
		t |= Marked
	}
	if (low.Is(0xc2&0x7f)|low.In(0xe1&0x7f, 0xe3&0x7f))&foreign != 0 {
		t |= Spaced
	}
	if (low.Is(0xc2&0x7f)|low.Is(0xef&0x7f))&foreign != 0 {
		t |= Suspect
	}
	return t
}

// firstMarked is the first byte of U+0300, where combining begins.
const firstMarked = 0xcc

// octetTraits are the traits that single bytes show.
var octetTraits = func() (t [256]Traits) {
	for c := range t {
		t[c] = traitsOfLong("-------" + string([]byte{byte(c)}) + "-")
	}
	return t
}()

func traitsOfShort(s string) (t Traits) {
	space := true
	for i := range len(s) {
		t |= octetTraits[s[i]]
		if s[i] == ' ' && space {
			t |= Loose
		}
		space = s[i] == ' '
	}
	if space && s != "" {
		t |= Loose
	}
	return t
}
