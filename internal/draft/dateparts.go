package draft

import (
	"strconv"
	"strings"
)

// Some systems keep a date in three columns: BirthYear, BirthMonth and BirthDay.

// dateUnit is which part of a date a column holds.
type dateUnit int

const (
	yearPart dateUnit = iota
	monthPart
	dayPart

	numDateUnits
)

// dateWords are what the parts are called, and dateEnds what words for them end in where a
// language writes such as one: Geburtsjahr.
var (
	dateWords = [numDateUnits]map[string]bool{
		yearPart:  wordSet("year yr y yy yyyy yyy ano anio año annee année an anno jahr jaar rok ev év yil yıl god година рік год nam năm ar år vuosi metai gads aasta etos έτος tahun ปี سنة عام שנה 年 년 년도 连 aaaa jj jjjj"),
		monthPart: wordSet("month mth mon mm mes mês mois monat mese maand miesiac miesiąc mesic měsíc mesiac ho hó honap hónap ay mesec мјесец месец місяць месяц thang tháng manad månad måned kuukausi menuo menesis kuu luna lună minas μήνας bulan เดือน شهر חודש 月 월"),
		dayPart:   wordSet("day dy d dd dia día jour giorno dag tag dzien dzień den deň nap zi gun gün dan дан день ngay ngày dag paiva päivä diena paev päev mera μέρα ημέρα hari วัน يوم יום 日 일 jj tt"),
	}
	dateEnds = [numDateUnits][]string{yearPart: {"jahr", "jaar", "ar", "vuosi"}, monthPart: {"monat", "maand", "maned", "manad", "kuukausi"}, dayPart: {"tag", "dag", "paiva"}}
	ofParts  = wordSet("of de da do del di du der des van von the no")
)

// dateParts makes a date of three columns where no column has it whole. Each name must say the
// same but for the part, and each value be one of a year, a month or a day.
func (d *decision) dateParts() {
	groups := map[string]*[numDateUnits]*candidate{}
	twice := map[string]bool{}
	for _, c := range d.columns {
		unit, of := partOf(c.name)
		if unit == numDateUnits || !c.usable || !d.holdsUnit(c, unit) {
			continue
		}
		if groups[of] == nil {
			groups[of] = new([numDateUnits]*candidate)
		}
		twice[of] = twice[of] || groups[of][unit] != nil
		groups[of][unit] = c
	}
	for of, group := range groups {
		if twice[of] || group[yearPart] == nil || group[monthPart] == nil || group[dayPart] == nil {
			continue
		}
		h := readHeader(of + " date")
		for _, s := range []slot{slotBirthDate, slotIssueDate, slotExpireDate} {
			d.joinDate(s, h.named()[s], group)
		}
	}
}

// joinDate takes the three columns for a date that no other column has, if their names say
// surely that they are it.
func (d *decision) joinDate(s slot, weight float64, group *[numDateUnits]*candidate) {
	const sure, certain = 0.8, 0.95
	if whole := d.by[s]; weight < sure || whole != nil && whole.todo == "" {
		return
	}
	for _, c := range group {
		if other, taken := d.chosen[c.index]; taken && other != s {
			delete(d.by, other)
		}
		d.chosen[c.index] = s
	}
	d.by[s] = &choice{
		slot: s, form: "join", with: "-", columns: group[:], score: certain,
		evidence: []string{"joined: no column has the whole date", "the names say so; the values are years, months and days"},
	}
}

// partOf is which part of a date a name says that its column holds, and what else it says;
// numDateUnits for none.
func partOf(name string) (unit dateUnit, of string) {
	unit = numDateUnits
	var rest []string
	for _, t := range tokens(name) {
		if ofParts[t.text] {
			continue
		}
		if u, before := unitIn(t.text); u != numDateUnits && unit == numDateUnits {
			if unit = u; before != "" {
				rest = append(rest, before)
			}
			continue
		}
		rest = append(rest, t.text)
	}
	return unit, strings.Join(rest, " ")
}

// unitIn is the part of a date that a word is for, and what stands before that in it.
func unitIn(word string) (unit dateUnit, before string) {
	for u := range numDateUnits {
		if dateWords[u][word] {
			return u, ""
		}
	}
	for u := range numDateUnits {
		for _, end := range dateEnds[u] {
			if before, found := strings.CutSuffix(word, end); found && vocabulary()[before].concepts != nil {
				return u, before
			}
		}
	}
	return numDateUnits, ""
}

// holdsUnit reports whether nearly all values of a column are a part of a date.
func (t *table) holdsUnit(c *candidate, unit dateUnit) bool {
	const least, nearly = 10, 0.95
	bounds := [numDateUnits][2]int{yearPart: {1900, t.now + 80}, monthPart: {1, 12}, dayPart: {1, 31}}[unit]
	n, fit := 0, 0
	for i := range t.sample.rows {
		text := t.sample.cell(i, c.index)
		if text == "" {
			continue
		}
		n++
		if v, err := strconv.Atoi(text); err == nil && v >= bounds[0] && v <= bounds[1] {
			fit++
		}
	}
	return n >= least && float64(fit) >= nearly*float64(n)
}
