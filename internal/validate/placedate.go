package validate

import (
	"strconv"
	"strings"
)

// longestDate is the length of the longest date that is looked for.
const longestDate = len("2026-11-30 00:00:00")

// dated reports whether a text is a date: of three numbers, or of one and the short name
// of a month, as spreadsheets write it.
func dated(s string) bool {
	day, _, timed := strings.Cut(s, " 00:00")
	if !timed {
		day = s
	}
	at := 0
	for at < len(day) && isDigit(day[at]) {
		at++
	}
	if at == 0 || at > 4 || at == len(day) {
		return at == 0 && monthFirst(day)
	}
	sign, rest := day[at], day[at+1:]
	if sign != '-' && sign != '/' && sign != '.' {
		return false
	}
	if at <= 2 && shortMonths.has(strings.TrimRight(strings.TrimLeft(rest, " "), ".")) {
		return true
	}
	return threeNumbers(day[:at], rest, sign)
}

// datedEnd reports whether behind a street there is a date as spreadsheets write it: Kramgasse
// 03. Mai, Mill Lane 12-May. Streets that are called after a day have a preposition before
// it, as the Chemin du 26-Mars and the Straße des 17. Juni.
func datedEnd(s string) bool {
	if n := len(s); n < len("1 1-May") || isDigit(s[n-1]) && s[n-3] != '-' {
		return false
	}
	last := strings.LastIndexByte(s, ' ')
	if last < 0 {
		return false
	}
	before := s[strings.LastIndexByte(s[:last], ' ')+1 : last]
	if day, month, ok := strings.Cut(s[last+1:], "-"); ok {
		return (len(day) <= 2 && isDigits(day) && shortMonths.has(month) || len(month) == 2 && isDigits(month) && shortMonths.has(day)) && !ofDay.has(before)
	}
	return len(before) == len("03.") && before[0] == '0' && isDigit(before[1]) && before[2] == '.' && shortMonths.has(s[last+1:])
}

// datedStart reports whether a text begins with a day and a month, as a spreadsheet makes of the
// number of a house: 03-Dec Mill Lane.
func datedStart(s string) bool {
	first, rest, found := strings.Cut(s, " ")
	day, month, ok := strings.Cut(first, "-")
	return found && ok && rest != "" && (len(day) <= 2 && isDigits(day) && shortMonths.has(month) || len(month) == 2 && isDigits(month) && shortMonths.has(day))
}

// ofDay are the prepositions of dates.
var ofDay = newWordSet("du|de|des|del|della|do|of|vom|van|am|den|le|el|the")

// monthFirst reports whether a text is the short name of a month and a number, with a
// stroke between them.
func monthFirst(s string) bool {
	month, number, ok := strings.Cut(s, "-")
	if !ok {
		month, number, ok = strings.Cut(s, ".")
	}
	return ok && len(number) <= 4 && isDigits(number) && shortMonths.has(strings.TrimRight(month, "."))
}

// threeNumbers reports whether a number and what stands behind it are a day, a month and
// a year of our time in full, or the other way round.
func threeNumbers(first, rest string, sign byte) bool {
	second, third, ok := strings.Cut(rest, string(sign))
	if !ok || !isDigits(second) || !isDigits(third) || len(second) > 2 {
		return false
	}
	year, day := third, first
	if len(first) == 4 {
		year, day = first, third
	}
	if len(year) != 4 || len(day) > 2 || year[:2] != "19" && year[:2] != "20" {
		return false
	}
	d, _ := strconv.Atoi(day) // what is no number is 0
	m, _ := strconv.Atoi(second)
	return d >= 1 && m >= 1 && min(d, m) <= 12 && max(d, m) <= 31
}

// shortMonths are the names of months as spreadsheets write them in dates.
var shortMonths = newWordSet("jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|mär|mrz|mai|okt|dez|janv|févr|fév|mars|avr|juin|juil|août|déc|ene|abr|ago|dic|fev|set|out|gen|mag|giu|lug|ott|" +
	"mrt|mei|maj|cze|lip|sie|wrz|paź|lis|gru|sty|lut|kwi|led|úno|bře|dub|kvě|čvn|čvc|srp|zář|říj|pro|ápr|máj|jún|júl|szept|ian|iun|iul|noi|velj|ožu|tra|svi|lip|kol|ruj|stu|oca|şub|nis|haz|tem|ağu|eyl|eki|kas|ara|" +
	"янв|фев|мар|апр|май|июн|июл|авг|сен|сент|окт|ноя|нояб|дек|січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|лис|гру|янв|юни|юли|ιαν|φεβ|μαρ|απρ|μαϊ|ιουν|ιουλ|αυγ|σεπ|οκτ|νοε|δεκ|tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu|" +
	"january|february|march|april|june|july|august|september|october|november|december")
