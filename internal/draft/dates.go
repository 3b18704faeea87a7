package draft

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode"

	"kycmigrate/internal/inspect"
	"kycmigrate/internal/kyc"
	"kycmigrate/internal/mapper"
)

// standIns are the words of a column of dates that stand for no date: that a paper does
// not expire, as 长期 and INDEFINIDO say, or that nothing is known. share is the part of
// the values that they are. Any other word may mean something, or be somebody's: then
// there are none.
func (t *table) standIns(c *candidate) (words []string, share float64) {
	seen, voids := map[string]bool{}, t.voidDays(c)
	filled, other, none := 0, 0, 0
	for i := range t.sample.rows {
		text := t.sample.cell(i, c.index)
		filled += b2i(text != "")
		if voids[text] {
			seen[text] = true
			other++
			none++
			continue
		}
		if text == "" || strings.ContainsFunc(text, unicode.IsDigit) {
			continue
		}
		if !forEver[joined(text)] && inspect.TypeOf(text) != inspect.TypeEmpty && strings.ContainsFunc(text, unicode.IsLetter) {
			return nil, 0
		}
		seen[text] = true
		other++
	}
	if filled == 0 || len(seen) > mostStandIns {
		return nil, 0
	}
	c.voidDays = float64(none) / float64(filled)
	return slices.Sorted(maps.Keys(seen)), float64(other) / float64(filled)
}

// voidDays are the texts of a column that systems write for no day: noughts, and one day
// at the end of time, as 9999-12-31 or 3000-12-31, or before it began, which stands in
// several rows.
func (t *table) voidDays(c *candidate) map[string]bool {
	const often = 2
	if c.content.share(c.content.digited) < 0.5 || c.content.mean() > 30 {
		return nil
	}
	counts := map[string]int{}
	for i := range t.sample.rows {
		if text := t.sample.cell(i, c.index); len(text) >= 6 && digited(text) || text == "0" {
			counts[text]++
		}
	}
	offset := 0
	if inspect.IsBuddhist(c.content.year(0.5)) {
		offset = inspect.BuddhistOffset
	}
	for text, n := range counts {
		if n < often || strings.Trim(text, "0-/.: T") != "" && !voidYear(text, offset) {
			delete(counts, text)
		}
	}
	set := map[string]bool{}
	for text := range counts {
		set[text] = true
	}
	return set
}

// voidYear reports whether a day is of the last year of a century to come, or of the one after
// it, or of a year before the dates of systems begin. offset is how far the years of the column
// are from Gregorian ones: 2559 is a year like others in Thailand.
func voidYear(text string, offset int) bool {
	const latest, earliest = 2090, 1901
	runs := strings.FieldsFunc(text, func(r rune) bool { return r < '0' || r > '9' })
	turns := func(n int) bool { return n%100 == 99 || n%100 == 0 }
	void := func(year string) bool {
		n := number(year)
		return len(year) == 4 && (n-offset >= latest && (turns(n) || turns(n-offset)) || n > 0 && n <= earliest && n%100 <= 1)
	}
	for _, run := range runs {
		switch {
		case len(run) == len("YYYYMMDD"):
			first, last := run[4:] == "1231" || run[4:] == "0101", run[:4] == "3112" || run[:4] == "0101"
			if first && void(run[:4]) || last && void(run[4:]) {
				return true
			}
		case len(runs) > 1 && void(run):
			return true
		}
	}
	return false
}

// mostStandIns is how many ways of writing nothing a column of dates has at most.
const mostStandIns = 8

// forEver are words for a paper that does not expire, as joined writes them.
var forEver = func() map[string]bool {
	set := map[string]bool{}
	const words = "长期|長期|永久|无限期|무기한|영구|無期限|ตลอดชีพ|indefinido|indefinida|indefinite|indeterminado|permanent|permanente|perpetual|lifetime|life time|for life|life|" +
		"vitalicio|vitalicia|no vence|sin vencimiento|no expira|illimitata|illimitato|illimite|illimitee|no expiry|no expiration|does not expire|never|never expires|" +
		"бессрочно|бессрочный|безстроково|безстроковий|безсрочно|трајно|trajno|trajna|không thời hạn|vô thời hạn|không xác định thời hạn|seumur hidup|" +
		"unbefristet|unbegrenzt|dauerhaft|onbepaald|bezterminowo|bezterminowy|neomezeno|bez obmedzenia|doživotně|határozatlan|határozatlan idejű|nedeterminat|nelimitat|permanentă|süresiz|sürekli|" +
		"αόριστη|αορίστου|tidsubegränsad|toistaiseksi|neribota|neterminuotai|tähtajatu|beztermiņa|دائم|مدى الحياة|לצמיתות|haina|haina mwisho|უვადო|უვადოდ|անժամկետ|անորոշ|müddətsiz|muddatsiz|мерзімсіз|мөөнөтсүз|ไม่มีวันหมดอายุ|អចិន្ត្រៃយ៍|आजीवन|আজীবন|indefinit|indefinida"
	for w := range strings.SplitSeq(words, "|") {
		set[joined(w)] = true
	}
	return set
}()

// timeForms are what may stand behind a date, as a layout states it.
var timeForms = []string{"", ":HH:mm:ss", ":HH:mm:ss.SSS", " HH:mm:ss", " HH:mm", "THH:mm:ss", "THH:mm:ssZ", "THH:mm:ss.SSSZ", "THH:mm:ss.SSS", " HH:mm:ss.SSS", "THH:mm", " H:mm:ss", " H:mm", " H:mm:ss A", " H:mm A", " H:mm:ss.SSS"}

// layoutsOf finds the layouts that read the dates of a column for a field. todo
// says what is to be decided where the rows prove none, and notes what is worth
// knowing all the same.
func (t *table) layoutsOf(c *candidate, s slot) (layouts, notes []string, todo string) {
	if c.national != nil && c.national.ask != "" {
		return nil, nil, c.national.ask
	}
	if c.national != nil {
		return c.national.layouts, []string{c.national.proof}, ""
	}
	if t.hijri(c) {
		return nil, nil, hijriDays
	}
	if c.detail.Exchanged {
		return nil, nil, daysExchanged
	}
	if c.detail.Contradictory {
		return nil, nil, "some rows can only be DD/MM and some only MM/DD: have the column exported anew, as YYYY-MM-DD"
	}
	if len(c.detail.Layouts) == 0 {
		return nil, nil, "the dates are written in no way that is known: have the column exported anew, as YYYY-MM-DD"
	}
	texts := slices.DeleteFunc(t.texts(c), func(s string) bool { return slices.Contains(c.standIns, s) })
	if c.detail.Buddhist > 0 {
		return nil, nil, t.twoCalendars(c, s, texts)
	}
	if yearAt(yearsOf(texts), 0.5) > 2400 {
		return nil, nil, "the years are of another calendar: have the column exported anew, as YYYY-MM-DD"
	}
	layouts, notes, open := t.proven(c, s, texts)
	switch {
	case open != "" && len(layouts) > 0:
		return nil, nil, open + "? no row proves which; write it beside what others have: [" + inList(layouts) + ", …]"
	case open != "":
		return nil, nil, open + "? no row proves which"
	}
	if read := readBy(layouts, texts, s, t.now); len(layouts) == 0 || read*100 < len(texts)*97 {
		return nil, nil, fmt.Sprintf("no layout is known that reads all of the dates (%s); have the column exported anew, as YYYY-MM-DD", layoutList(c.detail.Layouts))
	}
	if todo := centuryDoubt(c, s, t.now); todo != "" {
		return nil, nil, todo
	}
	return layouts, notes, ""
}

// hijriDays says what to do with days of the Hijra.
const hijriDays = "the years are of the Hijri calendar, which migrate cannot convert: have Gregorian dates exported, or remove the field; of the solar one of Iran and Afghanistan write {layout: YYYY/MM/DD, calendar: persian}"

// hijri reports whether the years of a column are those of a Hijri calendar, in which nobody who
// lives now, and no paper, has one of the Gregorian.
func (t *table) hijri(c *candidate) bool {
	const first, last = 1300, 1520
	years := yearsOf(t.texts(c))
	return len(years) > 0 && yearAt(years, 0.05) > first && yearAt(years, 0.95) < last || c.content.share(c.content.hijri) >= 0.9
}

// lostNought says what to do with days in digits of which some have lost the nought before them.
func lostNought(c *candidate, layout string) string {
	cell := cell(c)
	return layout + ", of which some have lost the nought before them: have them exported anew, or write " + layout + " and, in the place of from, expr: \"len(" + cell + ") == 7 ? '0' + " + cell + " : " + cell + "\""
}

// yearsOf are the years of the dates among texts, in order.
func yearsOf(texts []string) (years []int) {
	for _, text := range texts {
		if year, ok := yearOf(text, inspect.TypeOf(text)); ok {
			years = append(years, year)
		}
	}
	slices.Sort(years)
	return years
}

// proven spells out the layouts of a column whose order the rows show, and tells
// of the first whose order they don't.
func (t *table) proven(c *candidate, s slot, texts []string) (layouts, notes []string, open string) {
	for _, l := range c.detail.Layouts {
		if strings.Contains(l.Layout, " or ") {
			open = cmp.Or(open, l.Layout)
			continue
		}
		form := bestForm(l, texts, s, t.now)
		if form == "" {
			continue
		}
		layouts = append(layouts, form)
		if l.Proof != "" {
			notes = append(notes, l.Layout+" is proven by "+oneLine(l.Proof))
		}
	}
	return layouts, notes, open
}

func layoutList(list []inspect.Layout) string {
	var names []string
	for _, l := range list[:min(3, len(list))] {
		names = append(names, l.Layout)
	}
	return strings.Join(names, ", ")
}

// texts are the values of a column in the sample that are no placeholders.
func (t *table) texts(c *candidate) []string {
	var list []string
	for i := range t.sample.rows {
		if text := t.sample.cell(i, c.index); inspect.TypeOf(text) != inspect.TypeEmpty {
			list = append(list, text)
		}
	}
	return list
}

// bestForm spells a layout out as the values have it: with the time behind the
// day, and with spaces between its parts. It is "" where no spelling reads
// anything.
func bestForm(l inspect.Layout, texts []string, s slot, now int) string {
	plain, timed := strings.CutSuffix(l.Layout, " and a time")
	best, most := "", 0
	for _, base := range spellings(plain) {
		for i, form := range timeForms {
			if timed == (i == 0) {
				continue
			}
			if n := readBy([]string{base + form}, texts, s, now); n > most {
				best, most = base+form, n
			}
		}
	}
	return best
}

// spellings are the ways in which people space the parts of a date.
func spellings(layout string) []string {
	list := []string{layout}
	if strings.Contains(layout, ".") {
		spaced := strings.ReplaceAll(layout, ".", ". ")
		list = append(list, layout+".", spaced, spaced+".")
		for _, word := range inspect.YearWords {
			list = append(list, layout+word)
		}
	}
	if strings.ContainsAny(layout, "년年") {
		list = append(list, strings.ReplaceAll(layout, " ", ""))
	}
	return list
}

// dateReader reads the dates of a slot as YYYY-MM-DD by layouts of a calendar, "" for the Gregorian one; nil
// where there is no layout, or one that is none. now is the year of today.
func dateReader(s slot, layouts []string, calendar string, now int) func(text string) (iso string, known bool) {
	f, _ := kyc.FieldByName(string(s))
	read, err := mapper.DateReader(f, layouts, calendar, time.Date(now, 12, 31, 0, 0, 0, 0, time.UTC))
	if err != nil || len(layouts) == 0 {
		return nil
	}
	return read
}

// readBy counts the texts that a list of layouts reads.
func readBy(layouts, texts []string, s slot, now int) int {
	read := dateReader(s, layouts, "", now)
	if read == nil {
		return 0
	}
	isISO := slices.Contains(layouts, "YYYY-MM-DD")
	n := 0
	for _, text := range texts {
		// YYYY-MM-DD is always read, but then it is not this layout's doing.
		if _, known := read(text); known && (isISO || len(text) != 10 || text[4] != '-') {
			n++
		}
	}
	return n
}

// centuryDoubt says where years of two digits may be of either century.
func centuryDoubt(c *candidate, s slot, now int) string {
	short := slices.ContainsFunc(c.detail.Layouts, func(l inspect.Layout) bool {
		return strings.Contains(l.Layout, "YY") && !strings.Contains(l.Layout, "YYYY")
	})
	if !short || s != slotBirthDate {
		return ""
	}
	return fmt.Sprintf("%s? years of two digits leave the century open: births of 1910 and 2010 look the same", layoutList(c.detail.Layouts))
}
