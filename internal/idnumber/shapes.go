package idnumber

import "strings"

// shape is how the numbers of a country are written that have letters: A for one, 9
// for a digit, ? for either.
type shape struct {
	country, name string
	in            Place
	form          string
	first         string // letters that one can begin with; "" for any
}

var shapes = []shape{
	{"ESP", "Spanish DNI", anyPerson | OnCard, "99999999A", ""},
	{"ESP", "Spanish NIE", anyPerson | OnCard, "A9999999A", "XYZ"},
	{"ITA", "Italian codice fiscale", anyPerson, "AAAAAA99A99A999A", ""},
	{"IND", "Indian PAN", anyPerson, "AAAAA9999A", ""},
	{"GBR", "British national insurance number", anyPerson, "AA999999A", ""},
	{"IRL", "Irish PPS number", anyPerson, "9999999A", ""},
	{"MEX", "Mexican CURP", anyPerson | OnCard, "AAAA999999AAAAAA?9", ""},
	{"SGP", "Singaporean NRIC or FIN", anyPerson | OnCard, "A9999999A", "STFGM"},
	{"TWN", "Taiwanese identity number", anyPerson | OnCard, "A999999999", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
}

// misses reports whether a number is written like those of this shape but for one
// character that is missing, too many, or a letter for a digit.
func (s *shape) misses(n []byte) bool {
	if s.first != "" && strings.IndexByte(s.first, n[0]) < 0 {
		return false
	}
	switch len(n) - len(s.form) {
	case 0:
		return s.misfits(n)
	case -1:
		return s.skips(string(n), s.form)
	case 1:
		return s.skips(s.form, string(n))
	}
	return false
}

// misfits is misses for numbers of the right length. Where all characters fit, what
// one of them says is not what the country writes there.
func (s *shape) misfits(n []byte) bool {
	wrong := 0
	for i, c := range n {
		if !fitsForm(s.form[i], c) {
			wrong++
		}
	}
	switch s.country {
	case "ESP", "IRL", "SGP": // of one letter less many other numbers are
		return false
	case "GBR", "IND":
		return wrong == 1
	case "TWN": // a second letter is that of an older number of foreigners
		return wrong == 0 || wrong == 1 && !letter(n[1])
	}
	return wrong <= 1
}

// skips reports whether the longer of a form and a number is the other with one
// character more.
func (s *shape) skips(short, long string) bool {
	same := func(i, j int) bool {
		a, b := short[i], long[j]
		if len(short) == len(s.form) {
			return fitsForm(a, b)
		}
		return fitsForm(b, a)
	}
	at := 0
	for at < len(short) && same(at, at) {
		at++
	}
	for i := at; i < len(short); i++ {
		if !same(i, i+1) {
			return false
		}
	}
	return true
}

// fitsForm reports whether a character stands where a form has another.
func fitsForm(form, c byte) bool {
	switch form {
	case 'A':
		return letter(c)
	case '9':
		return c >= '0' && c <= '9'
	}
	return letter(c) || c >= '0' && c <= '9'
}
