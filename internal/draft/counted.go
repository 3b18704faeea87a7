package draft

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// Dates that programs count, as the mapping reads them: package mapper has the layouts excel,
// unix, unix-ms and CYYMMDD for them.

// countedDays finds what the numbers of a column of dates count, nil for nothing.
func (t *table) countedDays(c *candidate, texts []string) *nationalDates {
	const least = 3
	if len(texts) < least || c.content.share(c.content.digited) < 0.6 {
		return nil
	}
	for _, find := range []func(*candidate, []string) *nationalDates{t.serialDays, t.moments, t.centuryDays} {
		if d := find(c, texts); d != nil {
			return d
		}
	}
	return nil
}

// calledDay reports whether the name of a column may be that of a day of a person or of a paper.
func (c *candidate) calledDay() bool {
	const may = 0.3
	return slices.ContainsFunc(days, func(s slot) bool { return c.named[s] >= may })
}

// nearlyAll reports whether a count is that of nearly all of some texts.
func nearlyAll(n int, texts []string) bool { return n*100 >= len(texts)*97 }

// serialDays are the day numbers of a spreadsheet, in a column whose name speaks of a day.
func (t *table) serialDays(c *candidate, texts []string) *nationalDates {
	if !c.calledDay() || !serials(texts) {
		return nil
	}
	_, years := readNational("", []string{"excel"}, texts, t.now)
	if !nearlyAll(len(years), texts) {
		return nil
	}
	d := &nationalDates{layouts: []string{"excel"}, years: years, share: c.content.share(len(years))}
	if d.proof = "they are the day numbers of a spreadsheet, and from 1904, as some count, days of the past would lie in the future"; !t.countFrom1900() {
		d.ask = "excel or excel-1904? they are the day numbers of a spreadsheet, and no row proves whether its workbook counts from 1900 or, as on old Macs, from 1904: look at a day that is known"
	}
	return d
}

// serials reports whether nearly all texts are numbers of five digits, with or without a time of day.
func serials(texts []string) bool {
	n := 0
	for _, text := range texts {
		whole, behind, _ := strings.Cut(text, ".")
		n += b2i(len(whole) == 5 && number(whole) >= 10_000 && strings.Trim(behind, "0123456789") == "")
	}
	return len(texts) > 0 && nearlyAll(n, texts)
}

// countFrom1900 reports whether the day numbers of the source can count from nothing but 1900: from
// 1904 a day on which something has happened would lie in the future, or a customer be a child.
func (t *table) countFrom1900() bool {
	const young = 16
	return slices.ContainsFunc(t.columns, func(c *candidate) bool {
		texts := t.texts(c)
		birth := c.named[slotBirthDate] >= 0.3
		if c.header.has["expiry"] || !birth && !c.header.any("date", "event", "issue") || !serials(texts) {
			return false
		}
		latest := func(layout string) int {
			_, years := readNational("", []string{layout}, texts, t.now)
			return yearAt(years, 1)
		}
		last := t.now
		if birth {
			last -= young
		}
		return latest("excel") <= last && latest("excel-1904") > last
	})
}

// moments are seconds or milliseconds since 1970. That nearly all of them are the beginning of a day
// proves it; that they may be moments, only beside a name that speaks of a day.
func (t *table) moments(c *candidate, texts []string) *nationalDates {
	const few, most = 5, 3
	for _, unit := range []struct {
		layout, what string
		second       int64
		least        int // digits that most numbers have at least
	}{
		{"unix", "seconds", 1, 9}, // eight digits are days such as 20291231
		{"unix-ms", "milliseconds", 1000, 11},
	} {
		years, begin := readMoments(texts, unit.second, unit.least)
		aligned := len(begin) <= most && len(texts) >= few
		if !nearlyAll(len(years), texts) || !aligned && !c.calledDay() {
			continue
		}
		d := &nationalDates{layouts: []string{unit.layout}, years: years, share: c.content.share(len(years)), proof: "they are " + unit.what + " since 1970, each the beginning of a day in UTC"}
		if len(begin) != 1 || begin[0] != 0 {
			d.ask = "{layout: " + unit.layout + ", zone: …} with the time zone of the system that wrote them: they are " + unit.what + " since 1970, and in UTC no beginnings of days"
		}
		return d
	}
	return nil
}

// readMoments are the years of moments, and how far behind the beginning of a day they lie in UTC, each
// once. Numbers most of which have fewer digits than least are none.
func readMoments(texts []string, second int64, least int) (years []int, behind []int64) {
	const daySeconds = 24 * 60 * 60
	long := 0
	seen := map[int64]bool{}
	for _, text := range texts {
		text = strings.TrimSuffix(strings.TrimPrefix(text, "/Date("), ")/")
		n, err := strconv.ParseInt(strings.TrimSuffix(text, ".0"), 10, 64)
		if err != nil {
			continue
		}
		year := time.Unix(n/second, 0).UTC().Year()
		if year < earliestNational || year > latestNational {
			continue
		}
		years = append(years, year)
		long += b2i(len(strings.TrimPrefix(text, "-")) >= least)
		day := daySeconds * second
		seen[(n%day+day)%day] = true
	}
	if 2*long < len(texts) {
		return nil, nil
	}
	for n := range seen {
		behind = append(behind, n)
	}
	slices.Sort(years)
	return years, behind
}

// centuryDays are days of seven digits, of which the first is the century, as an AS/400 writes them, or of
// six where it was a nought. In Taiwan such numbers are the years of the Republic.
func (t *table) centuryDays(c *candidate, texts []string) *nationalDates {
	const layout, whole, few = "CYYMMDD", len("CYYMMDD"), 3
	long := 0
	for _, text := range texts {
		long += b2i(len(text) == whole && digited(text))
	}
	if t.han || long < few {
		return nil
	}
	_, years := readNational("", []string{layout}, texts, t.now)
	if !nearlyAll(len(years), texts) {
		return nil
	}
	return &nationalDates{layouts: []string{layout}, years: years, share: c.content.share(len(years)), proof: "the first digit is the century, 0 for 19 and 1 for 20"}
}
