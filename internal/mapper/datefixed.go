package mapper

import "kycmigrate/internal/text"

// fixedForm is a layout in which every part has its place, such as DD/MM/YYYY
// or YYYYMMDD: most dates of an export have one, and can be read without
// looking for where a part ends. The zero value is no such form.
type fixedForm struct {
	size              int
	century, year     twoDigits
	month, day        twoDigits
	firstEnd, lastEnd form8 // the first and the last eight bytes, which overlap
}

// form8 is what must stand in eight bytes.
type form8 struct {
	shape text.Octets // the literals, and '0' for each digit
	over  text.Octets // what makes a byte that differs from the shape by more than it may reach its top bit
}

// twoDigits says where two digits begin: how many bits behind the start of an end.
type twoDigits struct {
	last  bool // of the last eight bytes
	shift uint8
}

// fixedOf makes a fixedForm of a layout's parts, zero where a part has no fixed
// size or is not a part of the day, and where the whole is not covered by its
// first and last eight bytes, in ASCII, or two digits lie in both.
func fixedOf(parts []layoutPart) fixedForm {
	var shape []byte // the literals, and 0 for each digit
	var year, month, day int
	for i := range parts {
		at := len(shape)
		switch p := &parts[i]; p.part {
		case literal:
			shape = append(shape, p.literal...)
			continue
		case year4:
			year = at
			shape = append(shape, 0, 0, 0, 0)
			continue
		case month2:
			month = at
		case day2:
			day = at
		default:
			return fixedForm{}
		}
		shape = append(shape, 0, 0)
	}
	f := fixedForm{size: len(shape)}
	if f.size < text.OctetSize || f.size > 2*text.OctetSize || !text.IsASCIIString(string(shape)) {
		return fixedForm{}
	}
	f.firstEnd, f.lastEnd = formOf(shape[:text.OctetSize]), formOf(shape[f.size-text.OctetSize:])
	whole := true
	place := func(at int) twoDigits {
		last := at+2 > text.OctetSize
		if last {
			at -= f.size - text.OctetSize
		}
		whole = whole && at >= 0
		return twoDigits{last, uint8(8 * max(at, 0))}
	}
	f.century, f.year, f.month, f.day = place(year), place(year+2), place(month), place(day)
	if !whole {
		return fixedForm{}
	}
	return f
}

func formOf(shape []byte) (f form8) {
	var bytes, over [text.OctetSize]byte
	for i, c := range shape {
		bytes[i], over[i] = c, 0x7f
		if c == 0 {
			bytes[i], over[i] = '0', 0x7f-9
		}
	}
	return form8{text.OctetsAt(string(bytes[:]), 0), text.OctetsAt(string(over[:]), 0)}
}

// read returns what the digits of the bytes are worth, and whether the bytes have the form.
func (f *form8) read(o text.Octets) (digits text.Octets, fits bool) {
	digits = o ^ f.shape
	return digits, ((digits+f.over)|digits)&text.All == 0
}

// scan reads s by the form. The day need not exist.
func (f *fixedForm) scan(s string) (day, bool) {
	if len(s) != f.size || f.size == 0 {
		return day{}, false
	}
	first, fits := f.firstEnd.read(text.OctetsAt(s, 0))
	last, fit := f.lastEnd.read(text.OctetsAt(s, f.size-text.OctetSize))
	if !fits || !fit {
		return day{}, false
	}
	return day{f.century.of(first, last)*100 + f.year.of(first, last), f.month.of(first, last), f.day.of(first, last)}, true
}

// of is the number that the two digits are.
func (d twoDigits) of(first, last text.Octets) int {
	if d.last {
		first = last
	}
	first >>= d.shift & 63
	return int(first&0xff)*10 + int(first>>8&0xff)
}
