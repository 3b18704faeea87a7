package mapper

import "kycmigrate/internal/text"

// fixedForm is a layout in which every part has its place, such as DD/MM/YYYY
// or YYYYMMDD: most dates of an export have one, and can be read without
// looking for where a part ends. The zero value is no such form.
type fixedForm struct {
	size             int
	year, month, day int      // where each begins
	ends             [2]form8 // the first and the last eight bytes, which overlap
}

// form8 is what must stand in eight bytes.
type form8 struct {
	literals text.Octets // the bytes of literals, 0 elsewhere
	where    text.Octets // all bits of each byte of a literal
	digits   text.Octets // the top bit of each byte of a number
}

// fixedOf makes a fixedForm of a layout's parts, zero where a part has no fixed
// size or is not a part of the day, and where the whole is not covered by its
// first and last eight bytes, in ASCII.
func fixedOf(parts []layoutPart) fixedForm {
	var f fixedForm
	var shape []byte // the literals, and 0 for each digit
	for i := range parts {
		at := len(shape)
		switch p := &parts[i]; p.part {
		case literal:
			shape = append(shape, p.literal...)
			continue
		case year4:
			f.year = at
			shape = append(shape, 0, 0, 0, 0)
			continue
		case month2:
			f.month = at
		case day2:
			f.day = at
		default:
			return fixedForm{}
		}
		shape = append(shape, 0, 0)
	}
	f.size = len(shape)
	if f.size < text.OctetSize || f.size > 2*text.OctetSize || !text.IsASCIIString(string(shape)) {
		return fixedForm{}
	}
	f.ends = [2]form8{formOf(shape[:text.OctetSize]), formOf(shape[f.size-text.OctetSize:])}
	return f
}

func formOf(shape []byte) (f form8) {
	f.literals = text.OctetsAt(string(shape), 0)
	f.digits = f.literals.Is(0)
	f.where = ^(f.digits >> 7 * 0xff)
	return f
}

// fits reports whether the bytes have the form.
func (f *form8) fits(o text.Octets) bool {
	return o&f.where == f.literals && o.Foreign() == 0 && o.In('0', '9')&f.digits == f.digits
}

// scan reads s by the form. The day need not exist.
func (f *fixedForm) scan(s string) (day, bool) {
	if len(s) != f.size || !f.ends[0].fits(text.OctetsAt(s, 0)) || !f.ends[1].fits(text.OctetsAt(s, f.size-text.OctetSize)) {
		return day{}, false
	}
	return day{pair(s[f.year:])*100 + pair(s[f.year+2:]), pair(s[f.month:]), pair(s[f.day:])}, true
}

// pair reads the two digits that s begins with.
func pair(s string) int { return int(s[0])*10 + int(s[1]) - '0'*11 }
