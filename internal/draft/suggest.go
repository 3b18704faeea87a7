package draft

import (
	"slices"
	"strings"

	"kycmigrate/internal/inspect"
)

// Where the names of columns say nothing (C01, FIELD_VAL_2) only their values tell what they
// may be. That makes nothing sure, but whoever fills in the draft need not look through the
// whole file: what fits is offered.

// generics are words that the names of columns are numbered by, in many languages.
var generics = wordSet("c col column fld field fieldval fieldvalue val value attr attribute att udf uda uf var variable custom cf userfield data text txt char f x a v k p kolona kolonna kolumna kolumn sloupec stlpec spalte feld feldwert merkmal campo champ colonne colonna coloana kolom lajur oszlop mezo polje pole поле колонка столбец графа кол alan sutun kolon στηλη πεδιο cot truong 字段 欄位 栏位 列 項目 カラム 필드 컬럼 항목 free libre extra misc atributo attribut")

// generic reports whether a name is one of those that only count the columns.
func generic(name string) bool {
	list := tokens(name)
	numbers := 0
	for _, t := range list {
		numbers += b2i(t.number)
		if !t.number && !generics[t.text] {
			return false
		}
	}
	return numbers > 0 && len(list) > 1
}

// forgetGeneric empties the headers that only count the columns.
func (t *table) forgetGeneric() {
	for _, c := range t.columns {
		if generic(c.name) {
			c.header = header{has: map[concept]bool{}, first: c.header.first}
		}
	}
}

// mostSuggested is how many columns are offered for what no name says.
const mostSuggested = 5

// suggest offers the columns whose names say nothing for the fields that their values fit.
func (d *decision) suggest() {
	var silent []*candidate
	for _, c := range d.columns {
		if c.usable && c.content.n > 0 && len(c.header.order) == 0 && len(c.header.unknown) == 0 && !d.taken(c) {
			silent = append(silent, c)
		}
	}
	if len(silent) == 0 {
		return
	}
	s := &suggestions{decision: d, silent: silent, mostly: 2*len(silent) >= len(d.columns)}
	s.look()
	for _, of := range []slot{slotUserID, slotFullName, slotFirstName, slotLastName, slotIdentity, slotIDType, slotDocument, slotIssueDate, slotExpireDate, slotStreet, slotCity, slotState, slotAddressCountry, slotNationality} {
		s.offer(of)
	}
}

// taken reports whether something is surely made of a column.
func (d *decision) taken(c *candidate) bool {
	for _, ch := range d.by {
		if ch.todo == "" && slices.Contains(ch.columns, c) {
			return true
		}
	}
	return false
}

// suggestions are the silent columns by what their values look like.
type suggestions struct {
	*decision
	silent []*candidate
	mostly bool // most columns of the source are silent
	by     map[slot][]*candidate
	proven map[slot]bool // the values look like nothing else
}

// add notes a column for a slot.
func (s *suggestions) add(of slot, list ...*candidate) {
	for _, c := range list {
		if !slices.Contains(s.by[of], c) && len(s.by[of]) < mostSuggested {
			s.by[of] = append(s.by[of], c)
		}
	}
}

// look sorts the silent columns by what they may be.
func (s *suggestions) look() {
	s.by, s.proven = map[slot][]*candidate{}, map[slot]bool{}
	s.numbers()
	s.papers()
	s.terms()
	s.names()
	s.places()
}

// numbers finds the numbers that a state knows its people by, and those of the customers.
func (s *suggestions) numbers() {
	for _, c := range s.silent {
		switch {
		case s.checked(c):
			s.add(slotIdentity, c)
			s.proven[slotIdentity] = true
		case c.content.share(c.content.words) < 0.5 && c.content.unique() && c.content.identifies() && !c.content.counts && c.content.share(c.content.types[inspect.TypePhone]) < 0.5 && c.content.share(c.content.dated) < 0.5:
			s.add(slotUserID, c)
		}
	}
}

// papers finds the kinds of documents, and the numbers close to them or to their days.
func (s *suggestions) papers() {
	const some, near = 0.3, 2
	for _, c := range s.silent {
		if len(c.detail.Values) > 0 && len(c.detail.Values) <= mostCodes && c.knownShare(slotIDType) >= some {
			s.add(slotIDType, c)
		}
	}
	for _, c := range s.silent {
		v, _ := c.judge(slotDocument, s.now)
		if v != looks || c.content.share(c.content.words) >= 0.5 || slices.Contains(s.by[slotIdentity], c) || c.content.counts || c.content.share(c.content.types[inspect.TypePhone]) >= 0.5 || c.content.share(c.content.types[inspect.TypeDecimal]) > 0.1 {
			continue
		}
		if beside := slices.ContainsFunc(s.by[slotIDType], func(k *candidate) bool { return c.index > k.index-near && c.index <= k.index+near }); beside {
			s.by[slotDocument] = append([]*candidate{c}, s.by[slotDocument]...)
			continue
		}
		s.add(slotDocument, c)
	}
	s.by[slotDocument] = s.by[slotDocument][:min(mostSuggested, len(s.by[slotDocument]))]
}

// terms finds two columns of days, of which the later is the same day as the earlier some
// years on, as papers are issued and expire; beside those others with such years.
func (s *suggestions) terms() {
	var days []*candidate
	for _, c := range s.silent {
		if c.content.share(c.content.dated) >= 0.9 && c.content.share(c.content.timed) < 0.5 {
			days = append(days, c)
		}
	}
	for _, a := range days {
		for _, b := range days {
			if a != b && s.mayBelong(a, b) && s.termOf(a, b) {
				s.add(slotIssueDate, a)
				s.add(slotExpireDate, b)
				s.proven[slotIssueDate], s.proven[slotExpireDate] = true, true
			}
		}
	}
	for _, of := range []slot{slotIssueDate, slotExpireDate} {
		for _, c := range days {
			if v, _ := c.judge(of, s.now); v == looks && !s.looksAs(c, slotBirthDate) {
				s.add(of, c)
			}
		}
	}
}

// wide is how many columns a table has at least of which only those close to each other are
// compared: each with each would take hours.
const wide = 500

// mayBelong reports whether two columns may be of the same thing by where they stand.
func (t *table) mayBelong(a, b *candidate) bool {
	const near = 8
	return len(t.columns) < wide || max(a.index-b.index, b.index-a.index) <= near
}

// termOf reports whether the days of a column are those of another one some years on, by
// terms that documents have.
func (s *suggestions) termOf(from, until *candidate) bool {
	const least, shortest, longest = 0.8, 2, 20
	share, n := s.both(from, until, func(x, y string) bool {
		a, first := yearOf(x, inspect.TypeOf(x))
		b, second := yearOf(y, inspect.TypeOf(y))
		return first && second && b-a >= shortest && b-a <= longest && sameDay(x, y)
	})
	return n >= 10 && share >= least
}

// sameDay reports whether two days differ in their years only, or by a day.
func sameDay(x, y string) bool {
	a, b := tokens(x), tokens(y)
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		switch {
		case !a[i].number || !b[i].number:
			if a[i].text != b[i].text {
				return false
			}
		case len(a[i].text) == 8 && len(b[i].text) == 8: // 20240131
			m, n := number(a[i].text[4:]), number(b[i].text[4:])
			if m-n > 1 || n-m > 1 {
				return false
			}
		case len(a[i].text) != 4:
			if m, n := number(a[i].text), number(b[i].text); m-n > 1 || n-m > 1 {
				return false
			}
		}
	}
	return true
}

// names finds the names of people: words without digits, of which many are within the
// e-mail addresses of their rows.
func (s *suggestions) names() {
	const many, within, whole = 8, 0.2, 0.8
	var others []*candidate
	for _, c := range s.silent {
		if v, _ := c.judge(slotLastName, s.now); v != looks || c.content.distinct < many || c.knownShare(slotStatus) > 0 {
			continue
		}
		switch inside := s.inEmail(c); {
		case inside >= within && c.content.share(c.content.words) >= whole:
			s.add(slotFullName, c)
		case inside >= within:
			s.add(slotLastName, c)
			s.add(slotFirstName, c)
		default:
			others = append(others, c)
		}
	}
	if len(s.by[slotFullName])+len(s.by[slotLastName]) == 0 && s.mostly {
		for _, c := range others {
			if c.content.share(c.content.words) >= whole {
				s.add(slotFullName, c)
			} else if !c.placeLike() {
				s.add(slotLastName, c)
				s.add(slotFirstName, c)
			}
		}
	}
	if len(s.by[slotFullName]) == 0 && len(s.by[slotLastName]) > 1 {
		s.add(slotFullName, s.by[slotLastName]...)
	}
}

// inEmail is the share of the values of which a word is within the e-mail address of the row.
func (s *suggestions) inEmail(c *candidate) float64 {
	best := 0.0
	for _, r := range s.columns {
		if r == c || r.content.share(r.content.types[inspect.TypeEmail]) < 0.5 {
			continue
		}
		share, n := s.both(c, r, func(name, email string) bool {
			local, _, _ := strings.Cut(email, "@")
			return partlyIn(joined(local), name)
		})
		if n >= 10 {
			best = max(best, share)
		}
	}
	return best
}

// places finds streets, and close to them towns, regions and countries.
func (s *suggestions) places() {
	const near = 4
	for _, c := range s.silent {
		x := c.content
		if v, _ := c.judge(slotStreet, s.now); v >= allows && x.share(x.digited) >= 0.6 && x.share(x.words) >= 0.8 && x.share(x.lettered) >= 0.9 && x.mean() >= 8 && x.variety() >= 0.5 && x.share(x.dated+x.types[inspect.TypeImage]) < 0.1 {
			s.add(slotStreet, c)
		}
	}
	close := func(c *candidate) bool {
		return slices.ContainsFunc(s.columns[max(0, c.index-near):min(len(s.columns), c.index+near+1)], func(r *candidate) bool {
			return r != c && (slices.Contains(s.by[slotStreet], r) || r.named[slotStreet] >= 0.8 || r.named[slotZip] >= 0.8)
		})
	}
	for _, c := range s.silent {
		if (close(c) || s.mostly) && c.placeLike() && !slices.Contains(s.by[slotFirstName], c) && !slices.Contains(s.by[slotFullName], c) {
			s.add(slotCity, c)
			s.add(slotState, c)
		}
		if x := c.content; x.share(x.country) >= 0.9 && c.knownShare(slotGender) < 0.9 && c.knownShare(slotIDType) < 0.9 && (close(c) || s.mostly) {
			s.add(slotAddressCountry, c)
			s.add(slotNationality, c)
		}
	}
	slices.SortStableFunc(s.by[slotCity], func(a, b *candidate) int { return b2i(close(b)) - b2i(close(a)) })
}

// offer adds what was found for a slot to its question, where one is open.
func (s *suggestions) offer(of slot) {
	const asked, named = 0.5, 0.5
	list := s.by[of]
	ch := s.decision.by[of]
	if len(list) == 0 || s.sure(of) {
		return
	}
	if ch == nil || ch.columns == nil {
		s.decision.by[of] = &choice{slot: of, form: "from", columns: list[:1], offers: list, score: asked, todo: "no name says it, and by their values these may be it"}
		return
	}
	if ch.columns[0].named[of] >= named && !s.proven[of] {
		return
	}
	offers := slices.Clone(ch.offers)
	if len(offers) == 0 {
		offers = slices.Clone(ch.columns)
	}
	for _, c := range list {
		if !slices.Contains(offers, c) {
			offers = append(offers, c)
		}
	}
	if len(offers) > len(ch.offers) {
		ch.offers, ch.score = offers, max(ch.score, asked)
	}
}
