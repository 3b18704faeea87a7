package validate

// countsUp reports whether characters count up from A or 1, and behind 9 on from 0.
func countsUp(n string) bool {
	if n[0] != '1' && n[0] != 'A' {
		return false
	}
	for i := 1; i < len(n); i++ {
		if n[i] != n[i-1]+1 && (n[i] != '0' || n[i-1] != '9') {
			return false
		}
	}
	return true
}

// fewestPattern is how many digits of a pattern must follow from those before.
const fewestPattern = 6

// digitSample looks at the digits of a number, n[at:end], that has up to three letters
// before them and one behind them at most.
func digitSample(s, n string, at, end int) sample {
	digits := n[at:end]
	if len(digits) < fewestPattern {
		return noSample
	}
	switch {
	case !isDigits(digits):
	case end < len(n) && len(digits) >= 6 && countsUp(digits) && (len(digits) > 6 || at > 0):
		return sampleCounted
	case len(n) < len(s) && groupsCount(s):
		return sampleCounted
	case (at > 0 || end < len(n)) && alike(digits):
		return samplePattern
	case isPeriodic(digits), isInRuns(digits), isRepeatedCount(digits):
		return samplePattern
	}
	return noSample
}

// tells reports whether digits may have a pattern, by a look at some of them: the first
// ones are the same or count up, or both ends come again.
func tells(n string) bool {
	last := len(n) - 1
	if last < fewestPattern-1 {
		return false
	}
	if n[1] == n[0] && (n[2] == n[0] || n[2] == n[3]) || n[0] == '1' && n[1] == '2' && n[2] == '3' {
		return true
	}
	for period := 2; period <= last-fewestPattern+1; period++ {
		if n[last] == n[last-period] && n[0] == n[period] {
			return true
		}
	}
	return false
}

// alike reports whether all characters of a number are the same.
func alike(n string) bool {
	for i := range len(n) {
		if n[i] != n[0] {
			return false
		}
	}
	return true
}

// isPeriodic reports whether so many digits are those before them again that it is no
// chance: 121212121, 007007007.
func isPeriodic(n string) bool {
	for period := 2; period <= len(n)-fewestPattern; period++ {
		same := true
		for i := period; i < len(n) && same; i++ {
			same = n[i] == n[i-period]
		}
		if same {
			return true
		}
	}
	return false
}

// isInRuns reports whether each digit comes as often as the others, and the next one
// counts on: 11223344, 111222333, 99998888.
func isInRuns(n string) bool {
	size := 1
	for size < len(n) && n[size] == n[0] {
		size++
	}
	runs := len(n) / size
	if size < 2 || runs < 2 || n[0] == '0' && runs < 3 || len(n)%size != 0 || len(n)-runs+runs-1 < fewestPattern {
		return false
	}
	step := int(n[size]) - int(n[0])
	for i := size; i < len(n); i++ {
		if i%size == 0 && int(n[i])-int(n[i-1]) != step || i%size != 0 && n[i] != n[i-1] {
			return false
		}
	}
	return step == 1 || step == -1
}

// isRepeatedCount reports whether a number counts up from one, and does so again or
// back: 12341234, 123123, 12344321, 1234554321.
func isRepeatedCount(n string) bool {
	half := len(n) / 2
	if half < 3 || half > 9 || len(n)%2 != 0 || !countsUp(n[:half]) {
		return false
	}
	again, back := true, true
	for i := range half {
		again = again && n[half+i] == n[i]
		back = back && n[half+i] == n[half-1-i]
	}
	return again || back
}

// groupsCount reports whether each group of a number counts up from one, and there
// are two at least of which one is long: 12345-1234567-1.
func groupsCount(s string) bool {
	groups, longest, at := 0, 0, 0
	for i := 0; i <= len(s); i++ {
		if i < len(s) && s[i] >= '0' && s[i] <= '9' {
			if want := byte('1' + i - at); s[i] != want {
				return false
			}
			continue
		}
		if i < len(s) && isLetter(s[i]) {
			return false
		}
		if i > at {
			groups, longest = groups+1, max(longest, i-at)
		}
		at = i + 1
	}
	return groups >= 2 && longest >= 5
}

// nearlyCounted reports whether a number that is sound was made of digits that count up
// from one, or are all the same, and the check digits that go with them.
func nearlyCounted(s string) sample {
	if !begins(s) {
		return noSample
	}
	var space [24]byte
	compacted, ok := compactCode(space[:0], s)
	if !ok {
		return noSample
	}
	n := string(compacted)
	at, end := 0, len(n)
	for at < end && n[at] > '9' {
		at++
	}
	mostChecks := 2
	if at < end && n[end-1] > '9' {
		end, mostChecks = end-1, 0
	}
	n = n[at:end]
	if len(n) < fewestPattern || n[1] != n[0] && n[1] != n[0]+1 {
		return noSample
	}
	for checks := 0; checks <= mostChecks && len(n)-checks >= fewestPattern; checks++ {
		switch rest := n[:len(n)-checks]; {
		case countsUp(rest):
			return sampleCounted
		case len(rest) > fewestPattern && alike(rest):
			return samplePattern
		}
	}
	return noSample
}

// isCounted reports whether a number is up to three letters and digits that count up
// from one: A12345678. It may be one of a row of such numbers.
func isCounted(s string) bool {
	var space [24]byte
	last := len(s) - 1
	if last < fewestPattern || !isLetter(s[0]) || s[last] != s[last-1]+1 && (s[last] != '0' || s[last-1] != '9') {
		return false
	}
	compacted, ok := compactCode(space[:0], s)
	if !ok {
		return false
	}
	n, at := string(compacted), 0
	for at < len(n) && n[at] > '9' {
		at++
	}
	return at > 0 && at <= mostPrefix && len(n)-at >= fewestPattern && countsUp(n[at:])
}
