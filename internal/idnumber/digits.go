package idnumber

// sound gives a verdict on a number whose form is that of its kind.
func sound(ok bool) Verdict {
	if ok {
		return Sound
	}
	return Unsound
}

// digits reports whether n is so many decimal digits and nothing else.
func digits(n []byte, length int) bool { return len(n) == length && number(n) >= 0 }

// number reads up to 18 digits; -1 if there is anything else.
func number(n []byte) int {
	v := 0
	for _, c := range n {
		if c < '0' || c > '9' {
			return -1
		}
		v = v*10 + int(c-'0')
	}
	return v
}

// letter reports whether c is A to Z.
func letter(c byte) bool { return c >= 'A' && c <= 'Z' }

// weigh adds up digits, each times the digit of weights at its place. A weight
// above 9 is written as the character that far behind '0'.
func weigh(n []byte, weights string) int {
	sum := 0
	for i := range len(weights) {
		sum += int(n[i]-'0') * int(weights[i]-'0')
	}
	return sum
}

// Luhn reports whether digits, of ASCII, have the check digit of ISO/IEC 7812-1.
func Luhn(n []byte) bool {
	sum := 0
	for i := range n {
		d := int(n[len(n)-1-i] - '0')
		if i%2 == 1 {
			d *= 2
			d = d/10 + d%10
		}
		sum += d
	}
	return sum%10 == 0
}

// mod11and10 reports whether digits have the check digit of ISO/IEC 7064 MOD 11,10.
func mod11and10(n []byte) bool {
	check := 5
	for _, c := range n {
		if check == 0 {
			check = 10
		}
		check = (check*2%11 + int(c-'0')) % 10
	}
	return check == 1
}

// verhoeff reports whether digits have Verhoeff's check digit: the dihedral
// group of order ten, and a permutation for each place.
func verhoeff(n []byte) bool {
	const permutation = "1576283094"
	check := 0
	for i := range n {
		d := int(n[len(n)-1-i] - '0')
		for range i % 8 {
			d = int(permutation[d] - '0')
		}
		check = dihedral(check, d)
	}
	return check == 0
}

// dihedral multiplies in the dihedral group of order ten.
func dihedral(a, b int) int {
	switch {
	case a < 5 && b < 5:
		return (a + b) % 5
	case a < 5:
		return 5 + (a+b-5)%5
	case b < 5:
		return 5 + (a-5-b+5)%5
	}
	return (a - b + 5) % 5
}

// born gives the facts of a birth date with its century; false if the calendar
// has no such day.
func born(year, month, day int) (Facts, bool) {
	return Facts{Year: year, Month: month, Day: day, Century: true}, real(year, month, day)
}

// bornShort gives the facts of a birth date without its century. 29 February
// passes where either century has it.
func bornShort(year, month, day int) (Facts, bool) {
	return Facts{Year: year, Month: month, Day: day}, real(1900+year, month, day) || real(2000+year, month, day)
}

// real reports whether the calendar has a day.
func real(year, month, day int) bool {
	if month < 1 || month > 12 || day < 1 {
		return false
	}
	days := [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[month-1]
	if month == 2 && year%4 == 0 && (year%100 != 0 || year%400 == 0) {
		days = 29
	}
	return day <= days
}

// oddMale is the gender of a number whose digit is odd for men.
func oddMale(digit byte) Gender {
	if digit%2 == 1 {
		return Male
	}
	return Female
}

// evenMale is the gender of a number whose digit is even for men.
func evenMale(digit byte) Gender { return oddMale(digit + 1) }
