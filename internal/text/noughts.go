package text

// Noughts returns where the leading noughts of a text's first digits begin and
// end: those that a program may put there or take away, of which the last digit
// is never one. Where there are none the two are equal.
func Noughts(s string) (from, to int) {
	for from < len(s) && !digit(s[from]) {
		from++
	}
	to = from
	for to+1 < len(s) && s[to] == '0' && digit(s[to+1]) {
		to++
	}
	return from, to
}

func digit(c byte) bool { return c >= '0' && c <= '9' }
