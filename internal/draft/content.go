package draft

import (
	"net/netip"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kycmigrate/internal/inspect"
	"kycmigrate/internal/mapper"
)

// content is what the values of a column have in common, as far as the sample
// tells; placeholders do not count.
type content struct {
	n        int // values in the sample
	types    map[string]int
	country  int
	ip       int
	picture  int // files that ARGOS takes
	path     int // file names or addresses of any kind
	voids    int // stand for no value, as N/A
	lettered int // two letters or more
	digited  int
	plain    int // digits only
	words    int // two words or more
	commas   int // one comma with words on both sides, as between a family name and what is given
	mailless int // words for nothing that stand where an address of e-mail would
	codes    int // digits, and letters in short runs only
	brief    int // one to four letters or digits, as of a region
	eastern  int // letters of a script without spaces
	// letters of the scripts in which the family name stands first, with nothing
	// between
	familyFirst int
	length      int // characters of all values
	dated       int
	timed       int
	years4      int   // years of this time, and nothing else
	shortYear   int   // dates with a year of two digits
	moments     int   // of a day and a time, in digits: 20230114123055
	era         int   // days with a year of an era: S55.02.01, 昭和55年2月1日, 民國77/05/12
	hijri       int   // days whose last number is a year of the Hijri calendar
	eraYear     int   // of these, days whose first number is no day: the name of an era stands before it, or it is too high
	years       []int // of the dates, in order
	counts      bool  // the values number the rows, one by one

	rows     int64 // of the whole source
	empty    int64 // rows without a value
	filled   int64
	distinct int64
	exact    bool
}

func (c *content) share(n int) float64 {
	if c.n == 0 {
		return 0
	}
	return float64(n) / float64(c.n)
}

// fill is the share of the rows that have a value.
func (c *content) fill() float64 {
	if c.rows == 0 {
		return 0
	}
	return float64(c.filled) / float64(c.rows)
}

// variety is the share of the filled cells that hold a value of their own.
func (c *content) variety() float64 {
	if c.filled == 0 {
		return 0
	}
	return float64(c.distinct) / float64(c.filled)
}

// unique reports whether every row has a value of its own.
func (c *content) unique() bool {
	return c.exact && c.rows > 0 && c.filled == c.rows && c.distinct == c.rows
}

// mean is the mean length in characters.
func (c *content) mean() float64 {
	if c.n == 0 {
		return 0
	}
	return float64(c.length) / float64(c.n)
}

// year returns the year that a share of the dates is not after.
func (c *content) year(share float64) int { return yearAt(c.years, share) }

// contentOf looks at a column of the sample.
func contentOf(s *Sample, column int, r *inspect.Column) *content {
	c := &content{types: map[string]int{}, rows: r.Filled + r.Empty, filled: r.Filled, empty: r.Empty, distinct: r.Distinct, exact: r.DistinctExact}
	for i := range s.rows {
		if text := s.cell(i, column); text != "" {
			c.add(text)
		}
	}
	slices.Sort(c.years)
	c.counts = s.counts(column)
	c.forgetVoids(s, column)
	return c
}

// forgetVoids counts values that stand for none among the empty cells, as many of all rows
// as of the sample.
func (c *content) forgetVoids(s *Sample, column int) {
	if c.voids == 0 || c.n == 0 {
		return
	}
	kinds := map[string]bool{}
	for i := range s.rows {
		if text := s.cell(i, column); text != "" && isVoid(text) {
			kinds[text] = true
		}
	}
	c.filled = c.filled * int64(c.n) / int64(c.n+c.voids)
	c.distinct = max(1, c.distinct-int64(len(kinds)))
}

// isVoid reports whether a text stands for no value.
func isVoid(text string) bool {
	return inspect.TypeOf(text) == inspect.TypeEmpty || noName[joined(text)]
}

// noMail are words for an address of e-mail that somebody does not have, of which some mean
// something else in other columns.
var noMail = wordSet("na no none nil notiene sincorreo sinemail noposee ninguno noregistra noaplica x nomail noemail nema brak neni zadny keine keiner aucun nessuna nessuno naotem naopossui naoinformado geen nincs niciunul нет немае няма yok bulunmuyor tidakada tiada takada khong khongco koco 無 无 なし 없음 لايوجد אין δενεχει")

// noName are short forms for a name that somebody does not have.
var noName = map[string]bool{"nmn": true, "nmi": true, "fnu": true, "lnu": true, "": true}

func (c *content) add(text string) {
	kind := inspect.TypeOf(text)
	if isVoid(text) {
		c.voids++
		return
	}
	c.n++
	c.types[kind]++
	c.length += utf8.RuneCountInString(text)
	letters, digits := 0, 0
	for _, r := range text {
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLetter(r):
			letters++
		}
	}
	count := func(n *int, is bool) {
		if is {
			*n++
		}
	}
	count(&c.lettered, letters >= 2 || letters == 1 && !spaced(text))
	count(&c.digited, digits > 0)
	count(&c.plain, digits == utf8.RuneCountInString(text))
	count(&c.codes, codelike(text))
	count(&c.mailless, noMail[joined(text)])
	count(&c.brief, len(text) <= 4 && letters+digits == len(text))
	count(&c.words, strings.ContainsAny(text, " ,・·　"))
	count(&c.commas, commaName(text))
	count(&c.eastern, !spaced(text))
	count(&c.familyFirst, strings.ContainsFunc(text, func(r rune) bool {
		return unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana)
	}))
	known := mapper.IsCountry(text)
	count(&c.country, known)
	_, err := netip.ParseAddr(text)
	count(&c.ip, err == nil)
	c.addPath(text, kind)
	if year, ok := yearOf(text, kind); ok {
		c.dated++
		c.years = append(c.years, year)
		count(&c.shortYear, kind == inspect.TypeDate && !fourDigits.MatchString(text))
		count(&c.timed, strings.ContainsRune(text, ':'))
	}
	count(&c.years4, len(text) == 4 && number(text) >= 1990 && number(text) <= 2070)
	era := eraDay.MatchString(text)
	count(&c.era, era)
	count(&c.hijri, hijriDay.MatchString(text))
	count(&c.eraYear, era && number(strings.FieldsFunc(text, func(r rune) bool { return r < '0' || r > '9' })[0]) > 31 || era && (text[0] < '0' || text[0] > '9'))
	count(&c.moments, moment.MatchString(text))
}

// commaName reports whether a text may be a family name, a comma and the given names: no
// title, and no mark of a generation, stands behind the comma.
func commaName(text string) bool {
	before, behind, found := strings.Cut(text, ",")
	if !found || strings.ContainsRune(behind, ',') || !strings.ContainsFunc(before, unicode.IsLetter) || !strings.ContainsFunc(behind, unicode.IsLetter) {
		return false
	}
	return !behindNames[joined(behind)]
}

// behindNames are what stands behind a whole name and a comma, and of companies as well.
var behindNames = wordSet("jr sr ii iii iv v jnr snr phd md mba esq dds cpa dr inc llc ltd co corp sa gmbh plc lp")

// moment is a day and a time as databases write them in digits.
var moment = regexp.MustCompile(`^(19|20)\d\d-?[01]\d-?[0-3]\d[- T]?[0-2]\d[.:]?[0-5]\d[.:]?[0-5]\d`)

// monthBefore is a day with the name of its month and without signs between, as SAS has it.
var monthBefore = regexp.MustCompile(`^\d{1,2}\pL{3}(\d{2}|\d{4})$`)

// fourDigits is a year in full.
var fourDigits = regexp.MustCompile(`[0-9]{4}`)

// hijriDay is a day in numbers that ends with a year in which nobody lived whose papers a bank has.
var hijriDay = regexp.MustCompile(`^[0-9]{1,2}[-/. ][0-9]{1,2}[-/. ]1[345][0-9]{2}$`)

// eraDay is a day whose year counts from the beginning of an era. A year of the
// Republic of China may stand without its name, in two or three digits.
var eraDay = regexp.MustCompile(`^(?:[MTSHRmtshr明大昭平令][治正和成]? ?|民國|民国)?\d{1,3} ?[年./-] ?\d{1,2} ?[月./-] ?\d{1,2}日?$`)

// webAddress is the beginning of an address of a server, as that of a store in a cloud.
var webAddress = regexp.MustCompile(`^(?i)(https?|ftp|sftp|s3|s3a|gs|gcs|oss|cos|obs|azure|wasbs?|abfss?|minio|blob)://`)

// addPath counts what may name a file.
func (c *content) addPath(text, kind string) {
	low := strings.ToLower(text)
	if webAddress.MatchString(low) {
		c.path++
		return
	}
	if kind != inspect.TypeImage {
		return
	}
	c.path++
	if strings.HasPrefix(low, "/") || strings.HasPrefix(low, `\`) || strings.ContainsRune(low, ':') {
		return // no path within a folder
	}
	for _, end := range []string{".jpg", ".jpeg", ".png"} {
		if strings.HasSuffix(low, end) {
			c.picture++
			return
		}
	}
}

// yearOf returns the year of a date as it stands, of two digits in the past
// century or this one. Eight digits are a date where the calendar has it.
func yearOf(text, kind string) (int, bool) {
	if kind == inspect.TypeInteger && len(text) == 8 {
		y, m, d := number(text[:4]), number(text[4:6]), number(text[6:])
		return y, y >= 1880 && y <= 2650 && m >= 1 && m <= 12 && d >= 1 && d <= 31
	}
	if kind != inspect.TypeDate {
		return 0, false
	}
	day := text
	if i := strings.IndexByte(text, ':'); i > 0 && monthBefore.MatchString(text[:i]) {
		day = text[:i] // 01SEP1961:00:00:00
	} else if i > 2 {
		day = strings.TrimRight(text[:i-2], " T")
	}
	runs := strings.FieldsFunc(day, func(r rune) bool { return !unicode.IsDigit(r) })
	for _, run := range runs {
		if len(run) == 4 {
			return number(run), true
		}
	}
	if len(runs) < 2 {
		return 0, false
	}
	year := number(runs[len(runs)-1])
	if first := number(runs[0]); first > 31 {
		year = first
	}
	return 1900 + year + 100*b2i(year < 30), true
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// number reads digits; anything else is -1.
func number(s string) int {
	n := 0
	for _, r := range s {
		if r < '0' || r > '9' || n > 1<<20 {
			return -1
		}
		n = n*10 + int(r-'0')
	}
	return n
}
