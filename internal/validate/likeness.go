package validate

import (
	"crypto/sha256"
	"fmt"
	"hash/maphash"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/picture"
)

// Likeness finds pictures that serve twice: for two people, or for one person
// as two pictures. The first read stands, and later ones name its row. Of a picture that
// is both, both are told.
//
// Pictures are the same where the first half of their SHA-256 is; whether they
// look the same is asked for separately, and is a weaker word. People are told
// apart by a seeded 64-bit hash of their key; a row without a key is a person
// of its own. Memory is some 70 bytes a picture, and 500 where looks are
// compared too. A Likeness is for one goroutine.
type Likeness struct {
	keys   *Unique // for its hash
	column func(field string) string
	sums   map[[sha256.Size / 2]byte]spot
	prints *prints // nil where looks are not compared
}

// spot is where a picture was read first.
type spot struct {
	person uint64
	row    uint32
	kind   kyc.ImageKind
}

// NewLikeness returns a Likeness that has seen nothing. looks says that
// pictures are compared by their looks as well. column is that of Options.
func NewLikeness(looks bool, column func(field string) string) *Likeness {
	l := &Likeness{keys: NewUnique(), column: column, sums: map[[sha256.Size / 2]byte]spot{}}
	if looks {
		l.prints = &prints{}
	}
	return l
}

// Check appends to rec what its pictures have in common with those before. It
// must be called in read order. facts are those of the record's pictures, nil
// where one was not looked into.
func (l *Likeness) Check(rec *kyc.Record, facts *[kyc.NumImages]*picture.Facts) {
	person := maphash.Comparable(l.keys.seed, rec.Row.Seq)
	if rec.Key.Known() {
		person = l.keys.hashKey(rec.Key)
	}
	for kind, f := range facts {
		if f == nil || f.Size == 0 {
			continue
		}
		at := spot{person: person, row: rowNumber(rec.Row.Seq), kind: kyc.ImageKind(kind)}
		own := l.ofRecord(facts, kind)
		if own != nil {
			l.tell(rec, at, imageRepeated, "its "+own.String())
		}
		first, code, found := l.before(f, at)
		switch {
		case !found:
		case first.person != at.person:
			l.tell(rec, at, code, fmt.Sprintf("the %s of data row %d, counted from 1 without the header", first.kind, first.row))
		case first.kind != at.kind && own == nil: // in an earlier row of the same person; the same kind of picture in two rows is no news
			l.tell(rec, at, imageRepeated, "its "+first.kind.String())
		}
	}
}

// ofRecord is an earlier picture of the record that is the same as one of it, nil where
// there is none. That others have it as well is another matter, and is told beside it.
func (l *Likeness) ofRecord(facts *[kyc.NumImages]*picture.Facts, kind int) *kyc.ImageKind {
	f := facts[kind]
	for k, g := range facts[:kind] {
		if g != nil && g.Size > 0 && (g.Sum == f.Sum || l.looks(g) && l.looks(f) && g.Print.Alike(f.Print)) {
			earlier := kyc.ImageKind(k)
			return &earlier
		}
	}
	return nil
}

// before returns where the same picture, or with another code one with the same looks,
// was read first, or enters this one.
func (l *Likeness) before(f *picture.Facts, at spot) (first spot, code ruleID, found bool) {
	key := [sha256.Size / 2]byte(f.Sum[:])
	if first, found = l.sums[key]; found {
		return first, imageShared, true
	}
	l.sums[key] = at
	if l.looks(f) {
		first, found = l.prints.claim(f.Print, at)
	}
	return first, imageAlike, found
}

// looks reports whether a picture is compared by its looks.
func (l *Likeness) looks(f *picture.Facts) bool { return l.prints != nil && f.Looked() && !f.Blank }

// tell appends the issue of a picture that was seen before.
func (l *Likeness) tell(rec *kyc.Record, at spot, code ruleID, beside string) {
	issue := code.issue(at.kind.String())
	issue.Beside = beside
	if l.column != nil {
		issue.Column = l.column(issue.Field)
	}
	rec.Add(issue)
}

// prints finds a print that differs from another in at most MaxApart bits:
// that one has a word in common with it. Of words that very many prints have
// only the first prints are compared, which bounds the work.
type prints struct {
	list  []printed
	words [picture.MaxApart + 1]map[uint32][]uint32 // places in list
}

type printed struct {
	print picture.Print
	at    spot
}

// maxFellows is how many prints with one word in common are compared.
const maxFellows = 64

// claim returns where a print that is alike was first, or enters this one.
func (p *prints) claim(print picture.Print, at spot) (spot, bool) {
	words := print.Words()
	for i, word := range words {
		for _, n := range p.words[i][word] {
			if p.list[n].print.Alike(print) {
				return p.list[n].at, true
			}
		}
	}
	p.list = append(p.list, printed{print, at})
	for i, word := range words {
		if p.words[i] == nil {
			p.words[i] = map[uint32][]uint32{}
		}
		if fellows := p.words[i][word]; len(fellows) < maxFellows {
			p.words[i][word] = append(fellows, uint32(len(p.list)-1))
		}
	}
	return spot{}, false
}
