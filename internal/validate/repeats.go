package validate

import (
	"encoding/binary"
	"errors"
	"io"
	"slices"
	"strings"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/spill"
	"kycmigrate/internal/text"
)

// Values that a program or a clerk filled in where one was missing stand in many rows: a
// birth date of 01/01/1980, a document that expires on 31/12/2030, the address of the branch,
// the IP address of its computer. Each by itself may be somebody's.

// What is told of values that many rows have.
const (
	repeatedBirth = iota
	repeatedIssue
	repeatedExpiry
	repeatedHome
	repeatedIP
	repeatedRun  // numbers of documents that follow one another
	repeatedMail // addresses that are one word with a number behind it

	numRepeats
	numDates = repeatedHome // those before it are dates
)

var repeatRules = [numRepeats]rarityRule{
	repeatedBirth:  {valueRepeated, kyc.BirthDate, ""},
	repeatedIssue:  {valueRepeated, kyc.IssueDate, ""},
	repeatedExpiry: {valueRepeated, kyc.ExpireDate, ""},
	repeatedHome:   {valueRepeated, kyc.AddressStreet, ""},
	repeatedIP:     {valueRepeated, kyc.IPAddress, ""},
	repeatedMail:   {valueRepeated, kyc.Email, "; here it is one word before the number, in one domain, as if they had been counted"},
	repeatedRun:    {valueRepeated, kyc.DocumentNumber, "; here the numbers of documents follow one another, as if they had been counted"},
}

// How many rows must have a value before it is told.
const (
	// A date must be of so many times the rows that a date of the source has on average, and
	// some more: people are not born evenly over the years, nor are documents issued so.
	timesUsual, moreThanUsual = 4, 4

	// Nor is told what is of one row in so many: then the source has nothing else.
	ofAll = 2

	// What else is told is of one row in so many, and of so many rows.
	mostOwners, leastOwnersOf = 400, 8

	// Of what was counted fewer show it.
	mostCounted, leastCounted = 600, 6

	// Less than so many rows show nothing.
	leastRows = 200
)

// repeatLog notes the values of each row that many others may have. It counts them in
// little memory, and what may be too many by the log of all rows once they are read.
type repeatLog struct {
	days   [numDates][1 << 16]uint32
	sketch [numRepeats - numDates]*sketch
	log    *spill.Spill
	rows   int64
	told   [numRepeats]map[uint32]bool // the values; nil until all are noted
}

// rowValues are what a row has: a day, or a hash, 0 for nothing.
type rowValues [numRepeats]uint32

// repeatedSize is that of a row's number and its values.
const repeatedSize = 4 + 2*numDates + 4*(numRepeats-numDates)

func newRepeatLog(dir string) *repeatLog {
	l := &repeatLog{log: spill.New(dir, 1, repeatedSize)}
	for i := range l.sketch {
		l.sketch[i] = &sketch{}
	}
	return l
}

// dayOf numbers the days from 1900 to 2075; 0 is none of them. So are those that are told
// wherever they stand, and the one on which the licences of the European Union end that were
// issued without an end.
func dayOf(d date) uint32 {
	year, month, day := int(d/1_00_00), int(d/1_00%1_00), int(d%1_00)
	if d <= lastFirstDay || d == epoch || d == 2033_01_19 || year > 2075 {
		return 0
	}
	return uint32((year-1900)*372 + (month-1)*31 + day)
}

// valuesOf are the values of a record; home is its homeSum. What is no date is hashed with
// the salt of x.
func (x *Identity) valuesOf(rec *kyc.Record, home uint64) (r rowValues) {
	sub := &rec.Submission
	r[repeatedBirth] = dayOf(readDate(rec, kyc.BirthDate, rec.Days.Birth))
	r[repeatedIssue] = dayOf(readDate(rec, kyc.IssueDate, rec.Days.Issue))
	r[repeatedExpiry] = dayOf(readDate(rec, kyc.ExpireDate, rec.Days.Expire))
	if home != 0 {
		r[repeatedHome] = uint32(mixed(home^x.salt) >> 32)
	}
	if ip := sub[kyc.IPAddress]; ip != "" {
		r[repeatedIP] = uint32(sumOfText(ip, x.salt) >> 32)
	}
	if n := sub[kyc.DocumentNumber]; len(n) >= shortestRun && isDigit(n[len(n)-1]) && isDigit(n[len(n)-2]) {
		r[repeatedRun] = uint32(sumOfText(n[:len(n)-2], sumOfText(sub[kyc.IssuingCountry], x.salt+uint64(len(sub[kyc.IDType])))) >> 32)
	}
	r[repeatedMail] = uint32(countedMail(sub[kyc.Email], x.salt) >> 32)
	return r
}

// sumOfText is a sum of a text on top of another one.
func sumOfText(s string, sum uint64) uint64 {
	sum += uint64(len(s))
	for ; len(s) >= text.OctetSize; s = s[text.OctetSize:] {
		sum = mixed(sum ^ uint64(text.OctetsAt(s, 0)))
	}
	rest := uint64(0)
	for i := range len(s) {
		rest = rest<<8 | uint64(s[i])
	}
	return mixed(sum ^ rest)
}

// countedMail is a sum of an address without the number of three digits or more at the end of
// its first part; 0 for one without.
func countedMail(mail string, salt uint64) uint64 {
	at := strings.LastIndexByte(mail, '@')
	end := at
	for end > 0 && isDigit(mail[end-1]) {
		end--
	}
	if end < 3 || at-end < 3 {
		return 0
	}
	return sumOfText(mail[:end], sumOfText(mail[at:], salt))
}

// shortestRun is how long a number is at least whose last two digits are not most of it.
const shortestRun = 7

// note notes what a row has.
func (l *repeatLog) note(r *rowValues, row uint32) error {
	entry, err := l.log.Next(0)
	if err != nil {
		return err
	}
	l.rows++
	binary.LittleEndian.PutUint32(entry, row)
	rest := entry[4:]
	for i := range numDates {
		l.days[i][r[i]]++
		binary.LittleEndian.PutUint16(rest[2*i:], uint16(r[i]))
	}
	rest = rest[2*numDates:]
	for i := range l.sketch {
		h := r[numDates+i]
		if h != 0 {
			l.sketch[i].add(h)
		}
		binary.LittleEndian.PutUint32(rest[4*i:], h)
	}
	return nil
}

// read calls each with what every row has.
func (l *repeatLog) read(each func(row uint32, r *rowValues) error) error {
	in := l.log.Stream(0)
	var entry [repeatedSize]byte
	var r rowValues
	for {
		if _, err := io.ReadFull(in, entry[:]); err != nil {
			if errors.Is(err, io.EOF) {
				return nil
			}
			return err
		}
		rest := entry[4:]
		for i := range numDates {
			r[i] = uint32(binary.LittleEndian.Uint16(rest[2*i:]))
		}
		rest = rest[2*numDates:]
		for i := range l.sketch {
			r[numDates+i] = binary.LittleEndian.Uint32(rest[4*i:])
		}
		if err := each(binary.LittleEndian.Uint32(entry[:]), &r); err != nil {
			return err
		}
	}
}

// tell finds the rows whose values are those of many. crowded says that the addresses of the
// source are those of crowds anyhow.
func (l *repeatLog) tell(x *Identity, crowded bool) error {
	for i := range l.told {
		l.told[i] = map[uint32]bool{}
	}
	if l.rows < leastRows || x.severity[valueRepeated] == kyc.Off {
		return nil
	}
	found := false
	for i := range numDates {
		found = l.tellDays(i) || found
	}
	maybe, err := l.counted(crowded)
	if err != nil {
		return err
	}
	for i, values := range maybe {
		for h, n := range values {
			if n >= leastOf(numDates+i, l.rows) && n*ofAll < l.rows {
				l.told[numDates+i][h], found = true, true
			}
		}
	}
	if !found {
		return nil
	}
	return l.read(func(row uint32, r *rowValues) error {
		for i := range r {
			if l.told[i][r[i]] {
				if err := x.find(finding{row: row, mark: repeatMarks + uint64(i)}); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// tellDays finds the days that too many rows have, and reports whether there are any. Where
// only the year of a birth is known the first day of it stands for all, and some documents end
// with the year: many may have such a day, but not of one year more than of others.
func (l *repeatLog) tellDays(i int) (found bool) {
	var rows, days int64
	var ends, years [2]int64 // of the first days of years, and of the last ones
	for day, n := range l.days[i] {
		if n > 0 && day > 0 {
			rows, days = rows+int64(n), days+1
			if end := endOfYear(day); end >= 0 {
				ends[end], years[end] = ends[end]+int64(n), years[end]+1
			}
		}
	}
	for day, n := range l.days[i] {
		most := timesUsual*rows/max(days, 1) + moreThanUsual
		if end := endOfYear(day); end >= 0 && years[end] > 1 {
			most = max(most, timesUsual*(ends[end]-int64(n))/(years[end]-1)+moreThanUsual)
		}
		if day > 0 && int64(n) > most && int64(n)*ofAll < rows {
			l.told[i][uint32(day)], found = true, true
		}
	}
	return found
}

// endOfYear is 0 for a first of January, 1 for a last of December, and -1 for other days.
func endOfYear(day int) int {
	switch day % 372 {
	case 1:
		return 0
	case 0:
		return 1
	}
	return -1
}

// counted counts the values that are not days and that many rows may have.
func (l *repeatLog) counted(crowded bool) (maybe [numRepeats - numDates]map[uint32]int64, err error) {
	possible := false
	for i, s := range l.sketch {
		maybe[i] = map[uint32]int64{}
		possible = possible || s.most() >= leastOf(numDates+i, l.rows)
	}
	if !possible {
		return maybe, nil
	}
	return maybe, l.read(func(_ uint32, r *rowValues) error {
		for i, s := range l.sketch {
			h := r[numDates+i]
			if h != 0 && !(crowded && numDates+i == repeatedHome) && s.atMost(h) >= leastOf(numDates+i, l.rows) {
				maybe[i][h]++
			}
		}
		return nil
	})
}

// leastOf is how many rows must have a value that is no date, of so many.
func leastOf(i int, rows int64) int64 {
	if i >= repeatedRun {
		return max(leastCounted, rows/mostCounted+1)
	}
	return max(leastOwnersOf, rows/mostOwners+1)
}

// has reports whether a record has a value that is told.
func (l *repeatLog) has(x *Identity, i int, rec *kyc.Record) bool {
	r := x.valuesOf(rec, homeSum(&rec.Submission))
	return l.told[i][r[i]]
}

// sketch counts hashes in counters that others may have as well: it tells how often one was
// there at most.
type sketch [1 << sketchBits]uint32

const sketchBits = 12

func (s *sketch) add(h uint32) { s[h>>(32-sketchBits)]++ }

func (s *sketch) atMost(h uint32) int64 { return int64(s[h>>(32-sketchBits)]) }

// most is how often any was there at most.
func (s *sketch) most() int64 { return int64(slices.Max(s[:])) }
