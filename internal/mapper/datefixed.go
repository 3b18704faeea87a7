package mapper

// fixedForm is a layout in which every part has its place, such as DD/MM/YYYY
// or YYYYMMDD: most dates of an export have one, and can be read without
// looking for where a part ends. The zero value is no such form.
type fixedForm struct {
	size             int
	year, month, day int // where each begins
	literals         []fixedByte
}

type fixedByte struct {
	at int
	is byte
}

// fixedOf makes a fixedForm of a layout's parts, zero where a part has no fixed
// size or is not a part of the day.
func fixedOf(parts []layoutPart) fixedForm {
	var f fixedForm
	for i := range parts {
		switch p := &parts[i]; p.part {
		case literal:
			for _, c := range []byte(p.literal) {
				f.literals = append(f.literals, fixedByte{f.size, c})
				f.size++
			}
		case year4:
			f.year = f.size
			f.size += 4
		case month2:
			f.month = f.size
			f.size += 2
		case day2:
			f.day = f.size
			f.size += 2
		default:
			return fixedForm{}
		}
	}
	return f
}

// scan reads s by the form. The day need not exist.
func (f *fixedForm) scan(s string) (day, bool) {
	if len(s) != f.size {
		return day{}, false
	}
	for _, c := range f.literals {
		if s[c.at] != c.is {
			return day{}, false
		}
	}
	century, year := pair(s[f.year:]), pair(s[f.year+2:])
	month, dayOfMonth := pair(s[f.month:]), pair(s[f.day:])
	if min(century, year, month, dayOfMonth) < 0 {
		return day{}, false
	}
	return day{century*100 + year, month, dayOfMonth}, true
}

// pair reads the first two digits of s, -1 where they are none.
func pair(s string) int {
	tens, ones := s[0]-'0', s[1]-'0'
	if tens > 9 || ones > 9 {
		return -1
	}
	return int(tens)*10 + int(ones)
}
