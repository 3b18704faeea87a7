package validate

import (
	"cmp"
	"encoding/binary"
	"math/bits"
	"slices"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/spill"
)

// Finding is an issue found when all records were noted.
type Finding struct {
	Row   kyc.Row // its Seq and Origin
	Issue kyc.Issue
	// First reports whether the row had no warning before this one.
	First bool
}

// finding is a note that has been told: of a share with an earlier row, or, with
// no such row, of a rarity whose number is the mark.
type finding struct {
	row, first uint32
	mark       uint64
}

const (
	findingSize       = 16
	findingPartitions = 64
)

// Seal ends the noting and finds what records share. A second Seal does nothing.
func (x *Identity) Seal() error {
	if x.found != nil {
		return nil
	}
	if err := x.distribute(); err != nil {
		return err
	}
	x.found = spill.New(x.notes.Dir(), findingPartitions, findingSize)
	var buf []byte
	var table []uint32
	crowded := x.homes.crowded()
	for p := range x.notes.Partitions() {
		var err error
		if buf, err = x.notes.Read(p, buf); err != nil {
			return err
		}
		if table, err = x.pair(buf, table, crowded); err != nil {
			return err
		}
	}
	for i := range x.rare {
		x.rare[i].of = x.counts[countOf[i]]
		if i >= rareNoNation && i < rareNoNation+len(missingFields) {
			x.rare[i].of = x.rows
		}
		if !x.rare[i].told(i) || x.severity[rarityRules[i].rule] == kyc.Off {
			continue
		}
		for _, row := range x.rare[i].rows {
			if err := x.find(finding{row: row, mark: uint64(i)}); err != nil {
				return err
			}
		}
	}
	if err := x.numbers.tell(x); err != nil {
		return err
	}
	if err := x.tellKeys(); err != nil {
		return err
	}
	if err := x.repeats.tell(x, crowded); err != nil {
		return err
	}
	return x.notes.Close()
}

// tellKeys finds the keys, and the values of custom fields, that are unlike all others.
func (x *Identity) tellKeys() error {
	tell := func(of *keyLog, r ruleID, marks int) error {
		if x.severity[r] == kyc.Off {
			return nil
		}
		return of.find(func(rule int, row uint32) error {
			return x.find(finding{row: row, mark: uint64(marks + rule)})
		})
	}
	err := tell(&x.keys, keyUnusual, keyMarks)
	for i := range x.custom {
		if err == nil {
			err = tell(&x.custom[i], customUnusual, customMarks+i*numKeyRules)
		}
	}
	return err
}

// Sealed reports whether the noting has ended.
func (x *Identity) Sealed() bool { return x.found != nil }

// pair finds the notes of a partition that are of the same thing. They lie in
// read order, so that the first one met is the first read. Those of an address are passed
// over where addresses are crowded.
func (x *Identity) pair(buf []byte, table []uint32, crowded bool) ([]uint32, error) {
	n := len(buf) / noteSize
	if n == 0 {
		return table, nil
	}
	size := 1 << bits.Len(uint(n+n/2))
	table = slices.Grow(table[:0], size)[:size]
	clear(table)
	shift := 64 - bits.Len(uint(size-1))
	for i := range n {
		at := noteAt(buf, i)
		if crowded && at.share().ofHome() {
			continue
		}
		slot := int(at.mark >> 8 * 0x9e3779b97f4a7c15 >> shift)
		told, met, how := finding{row: at.row}, 0, unlike
		for ; table[slot] != 0 && how != likeAll && met < mostAlike; slot = (slot + 1) & (size - 1) {
			first := noteAt(buf, int(table[slot]-1))
			if first.mark>>8 == at.mark>>8 {
				met++
			}
			// Somebody may be the same in everything as well.
			if like := first.like(at); like != unlike && (how == unlike || like == likeAll) {
				how, told.first = like, first.row
			}
		}
		if how != likeAll && met < mostAlike {
			table[slot] = uint32(i + 1)
		}
		if how != unlike {
			told.mark = at.mark&^markTells | uint64(how)
			if err := x.find(told); err != nil {
				return table, err
			}
		}
	}
	return table, nil
}

// mostAlike is with how many notes of one hash another is compared: those of records that
// all have the same name and address are of nobody.
const mostAlike = 16

func noteAt(buf []byte, i int) note {
	b := buf[i*noteSize : (i+1)*noteSize]
	return note{binary.LittleEndian.Uint64(b), binary.LittleEndian.Uint32(b[8:]), binary.LittleEndian.Uint16(b[12:])}
}

// find keeps a finding with others of near rows.
func (x *Identity) find(f finding) error {
	entry, err := x.found.Next(int(uint64(f.row) * findingPartitions / (uint64(x.last) + 1)))
	if err != nil {
		return err
	}
	binary.LittleEndian.PutUint32(entry, f.row)
	binary.LittleEndian.PutUint32(entry[4:], f.first)
	binary.LittleEndian.PutUint64(entry[8:], f.mark)
	return nil
}

// cursor goes through the findings by row.
type cursor struct {
	x    *Identity
	part int
	buf  []byte
	list []finding // of the part, what is not passed yet
	all  []finding // of the part
}

// next is the finding at hand; nil at the end.
func (c *cursor) next() (*finding, error) {
	for len(c.list) == 0 && c.part < findingPartitions {
		var err error
		if c.buf, err = c.x.found.Read(c.part, c.buf); err != nil {
			return nil, err
		}
		c.part++
		c.decode()
	}
	if len(c.list) == 0 {
		return nil, nil //nolint:nilnil // there are no more
	}
	return &c.list[0], nil
}

func (c *cursor) pass() { c.list = c.list[1:] }

func (c *cursor) decode() {
	c.all = slices.Grow(c.all[:0], len(c.buf)/findingSize)
	for b := c.buf; len(b) > 0; b = b[findingSize:] {
		c.all = append(c.all, finding{
			binary.LittleEndian.Uint32(b), binary.LittleEndian.Uint32(b[4:]), binary.LittleEndian.Uint64(b[8:]),
		})
	}
	slices.SortFunc(c.all, func(a, b finding) int {
		return cmp.Or(cmp.Compare(a.place(), b.place()), cmp.Compare(a.likeness(), b.likeness()), cmp.Compare(a.first, b.first))
	})
	// A person may have been found by several notes.
	c.all = slices.CompactFunc(c.all, func(a, b finding) bool { return a.first != 0 && b.first != 0 && a.place() == b.place() })
	c.list = c.all
}

// place orders findings by row, and those of a row by rule.
func (f *finding) place() uint64 { return uint64(f.row)<<8 | uint64(f.rule()) }

// likeness is how the two rows of a finding are alike.
func (f *finding) likeness() likeness { return likeness(f.mark & markLikeness) }

// rule is what the finding says.
func (f *finding) rule() ruleID {
	if f.first == 0 {
		return rarityOf(f.mark).rule
	}
	return shareRules[note{mark: f.mark}.share()].rule
}

// issue is the finding in words.
func (x *Identity) issue(f *finding) kyc.Issue {
	var issue kyc.Issue
	if f.first == 0 {
		r := rarityOf(f.mark)
		issue = x.severity.issue(r.rule, r.fieldOf())
		issue.Message += r.detail
		if r.field == theKey {
			issue.Column = x.key
			return issue
		}
	} else {
		s := &shareRules[note{mark: f.mark}.share()]
		issue = x.severity.issue(s.rule, fieldTable[s.field].name)
		issue.Beside = dataRow(f.first)
		issue.Message += details[f.likeness()]
	}
	if x.column != nil {
		issue.Column = x.column(issue.Field)
	}
	return issue
}

// Findings yields what was found, in read order. It seals the Identity. A Finding
// is good until the next one is yielded.
func (x *Identity) Findings(yield func(*Finding) error) error {
	if err := x.Seal(); err != nil {
		return err
	}
	c, places, last := cursor{x: x}, x.places.read(), uint32(0)
	var told Finding
	for {
		f, err := c.next()
		if err != nil || f == nil {
			return err
		}
		place, err := places.seek(f.row)
		if err != nil {
			return err
		}
		told = Finding{Row: kyc.Row{Seq: int64(f.row) - 1, Origin: place.origin}, Issue: x.issue(f)}
		told.First = !place.warned && f.row != last && told.Issue.Severity == kyc.Warn
		last = f.row
		c.pass()
		if err := yield(&told); err != nil {
			return err
		}
	}
}

// Attach puts findings on records that are read again. It is for one goroutine.
type Attach struct {
	c   cursor
	err error
}

// Attach returns what puts the findings of x on the records of one more pass. x
// must be sealed.
func (x *Identity) Attach() *Attach { return &Attach{c: cursor{x: x}} }

// Check appends what was found on the row of each record that still has it. It
// must be called in read order, with every record.
func (a *Attach) Check(recs []*kyc.Record) {
	for _, rec := range recs {
		a.check(rec)
	}
}

func (a *Attach) check(rec *kyc.Record) {
	row := rowNumber(rec.Row.Seq)
	for a.err == nil {
		var f *finding
		if f, a.err = a.c.next(); a.err != nil || f == nil || f.row > row {
			return
		}
		if f.row == row && a.c.x.has(rec, f) {
			rec.Add(a.c.x.issue(f))
		}
		a.c.pass()
	}
}

// Err is the error that ended the attaching, if one did: findings are missing.
func (a *Attach) Err() error { return a.err }

// has reports whether a record has what was found on its row: the source may
// have changed since.
func (x *Identity) has(rec *kyc.Record, f *finding) bool {
	if rec.Row.Fault != nil {
		return false
	}
	switch {
	case f.first != 0:
	case f.mark < numberMarks:
		return hasRare(int(f.mark), rec)
	case f.mark < repeatMarks:
		return rec.Submission[numberRules[f.mark-numberMarks].field] != ""
	case f.mark < keyMarks:
		return x.repeats.has(x, int(f.mark-repeatMarks), rec)
	case f.mark >= customMarks:
		return rec.Submission[customRules[f.mark-customMarks].field] != ""
	default:
		return rec.Key.Known()
	}
	x.own = x.own[:0]
	x.noteOwn(rec, f.rule(), &recordSums{home: homeSum(&rec.Submission)})
	for _, own := range x.own {
		if own.mark>>markShare == f.mark>>markShare {
			return true
		}
	}
	return false
}
