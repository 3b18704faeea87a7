package validate

import (
	"encoding/binary"
	"errors"
	"hash/maphash"
	"math"
	"strings"
	"unicode/utf8"

	"kycmigrate/internal/idnumber"
	"kycmigrate/internal/kyc"
	"kycmigrate/internal/spill"
)

// IdentityOptions says which rules look across records, and where their notes
// may lie.
type IdentityOptions struct {
	// Temp is a private directory for notes that do not fit into memory: some 50
	// bytes a record. It is made when first needed.
	Temp string
	// Severities is as in Options.
	Severities map[string]kyc.Severity
	// Column is as in Options.
	Column func(field string) string
}

// Identity finds what shows across records only: the same person, document,
// number or e-mail address under two keys, and addresses and birth dates that
// are real or made up depending on how common they are in the source.
//
// It is a sink: Add notes each record once, in read order. When all are noted,
// what was found comes out in read order as well, whatever the number of
// workers: by Findings, to be told of beside the records, or by Attach, to be
// put on the records when they are read once more.
//
// It remembers seeded 64-bit hashes, in a Spill. Two different values are taken
// for the same with the probability that Unique states. Its memory stays under
// 10 MiB however many records there are. An Identity is for one goroutine.
type Identity struct {
	severity *severities
	column   func(string) string
	seed     maphash.Seed
	buffer   []byte
	waiting  []hashed
	notes    *spill.Spill // what records have, by hash
	places   *placeLog
	found    *spill.Spill // by row; nil until all are noted
	last     uint32       // row noted last
	idle     bool         // none of the rules is to be applied
	rare     [numRarities]rarity
}

// share is what two records may have in common.
type share uint8

const (
	sharePerson share = iota
	shareDocument
	shareNumber
	shareEmail

	numShares
)

var shareRules = [numShares]struct {
	rule  ruleID
	field kyc.Field
}{
	sharePerson:   {personRepeated, kyc.FullName},
	shareDocument: {documentNumberShared, kyc.DocumentNumber},
	shareNumber:   {identityNumberShared, kyc.IdentityNumber},
	shareEmail:    {emailShared, kyc.Email},
}

// notePartitions divides the notes by the top byte of their hash.
const notePartitions = 256

// note is what a record has that another may have: the lower 56 bits of a hash,
// and in the last byte what it is of. Of a person it also says what tells two
// people of one name and birthday apart: the gender, in the lowest bits, and a
// trace of the identity number, 0 where there is none. Of a short number the trace
// is that of the country.
type note struct {
	mark  uint64
	row   uint32 // from 1
	trace uint16
}

const noteSize = 14

func (n note) share() share { return share(n.mark >> 6 & 3) }

// same reports whether two notes are of the same thing. Gender and trace, where
// both have one, must not differ.
func (n note) same(other note) bool {
	if n.mark>>6 != other.mark>>6 {
		return false
	}
	a, b := n.mark&3, other.mark&3
	return (a == 0 || b == 0 || a == b) && (n.trace == 0 || other.trace == 0 || n.trace == other.trace)
}

// NewIdentity returns an Identity that has noted nothing.
func NewIdentity(o IdentityOptions) *Identity {
	severity := severitiesOf(false, o.Severities)
	return &Identity{
		severity: severity,
		idle:     !looksAcross(severity),
		column:   o.Column,
		seed:     maphash.MakeSeed(),
		buffer:   make([]byte, 0, 256),
		notes:    spill.New(o.Temp, notePartitions, noteSize),
		places:   newPlaceLog(o.Temp),
	}
}

// looksAcross reports whether a rule that looks across records is applied.
func looksAcross(s *severities) bool {
	for i := range shareRules {
		if s[shareRules[i].rule] != kyc.Off {
			return true
		}
	}
	for i := range rarityRules {
		if s[rarityRules[i].rule] != kyc.Off {
			return true
		}
	}
	return false
}

// RejectsAcross reports whether a rule that looks across records rejects, by
// what the operator says of rules: then all records must be noted in a pass of
// their own, before the first is judged.
func RejectsAcross(changed map[string]kyc.Severity) bool {
	s := severitiesOf(false, changed)
	for i := range shareRules {
		if s[shareRules[i].rule] == kyc.Reject {
			return true
		}
	}
	for i := range rarityRules {
		if s[rarityRules[i].rule] == kyc.Reject {
			return true
		}
	}
	return false
}

// Add notes the record of an outcome. It implements the sink of a survey.
func (x *Identity) Add(o *kyc.Outcome) error {
	rec := o.Record
	row := rowNumber(rec.Row.Seq)
	if x.idle || rec.Row.Fault != nil || o.Status == kyc.Excluded || row == math.MaxUint32 || repeated(rec) {
		return nil
	}
	x.last = max(x.last, row)
	x.noteRare(rec, row)
	if err := x.places.add(rec.Row, warned(o.Issues)); err != nil {
		return err
	}
	for s := range numShares {
		if x.severity[shareRules[s].rule] == kyc.Off {
			continue
		}
		if hash, gender, trace := x.hash(rec, s); hash != 0 {
			if err := x.add(hash, note{uint64(s)<<6 | gender, row, trace}); err != nil {
				return err
			}
		}
	}
	return nil
}

// repeated reports whether a row is another's again by key or userid, which is
// said already.
func repeated(rec *kyc.Record) bool {
	for i := range rec.Issues {
		switch rec.Issues[i].Code {
		case rules[keyDuplicate].Code, rules[useridDuplicate].Code:
			return true
		}
	}
	return false
}

func warned(issues []kyc.Issue) bool {
	for i := range issues {
		if issues[i].Severity == kyc.Warn {
			return true
		}
	}
	return false
}

// hashed is a note on the way to its partition.
type hashed struct {
	note
	partition uint8
}

// mostWaiting is how many notes go to their partitions at once: so the memory
// fetches the ends of several partitions at a time, which lie all over it.
const mostWaiting = 1024

// add keeps a note, whose mark lacks its hash yet.
func (x *Identity) add(hash uint64, n note) error {
	n.mark |= hash << 8
	x.waiting = append(x.waiting, hashed{n, uint8(hash >> 56)})
	if len(x.waiting) < mostWaiting {
		return nil
	}
	return x.distribute()
}

// distribute puts the notes that wait into their partitions.
func (x *Identity) distribute() error {
	for i := range x.waiting {
		n := &x.waiting[i]
		entry, err := x.notes.Next(int(n.partition))
		if err != nil {
			return err
		}
		_ = entry[noteSize-1]
		binary.LittleEndian.PutUint64(entry, n.mark)
		binary.LittleEndian.PutUint32(entry[8:], n.row)
		binary.LittleEndian.PutUint16(entry[12:], n.trace)
	}
	x.waiting = x.waiting[:0]
	return nil
}

// hash is what a record has of a share; 0 if it has nothing. gender and trace
// tell persons apart.
func (x *Identity) hash(rec *kyc.Record, s share) (hash, gender uint64, trace uint16) {
	sub := &rec.Submission
	switch s {
	case sharePerson:
		return x.personHash(rec)
	case shareDocument:
		if number := sub[kyc.DocumentNumber]; number != "" {
			return x.codeHash(number, s, sub[kyc.IssuingCountry], sub[kyc.IDType]), 0, 0
		}
	case shareNumber:
		if number := sub[kyc.IdentityNumber]; number != "" {
			return x.codeHash(number, s, "", ""), 0, x.countryTrace(sub, number)
		}
	case shareEmail:
		if address := sub[kyc.Email]; address != "" {
			x.buffer = foldAddress(append(x.buffer[:0], byte(s)), address)
			return maphash.Bytes(x.seed, x.buffer), 0, 0
		}
	}
	return 0, 0, 0
}

func (x *Identity) personHash(rec *kyc.Record) (hash, gender uint64, trace uint16) {
	sub := &rec.Submission
	name := nameHash(x.seed, sub[kyc.FullName], x.buffer)
	if sub[kyc.BirthDate] == "" || name == 0 {
		return 0, 0, 0
	}
	var pair [24]byte
	binary.LittleEndian.PutUint64(pair[:], name)
	if born := readDate(rec, kyc.BirthDate, rec.Days.Birth); born != 0 {
		binary.LittleEndian.PutUint32(pair[8:], uint32(born))
	} else {
		copy(pair[8:], sub[kyc.BirthDate])
	}
	switch sub[kyc.Gender] {
	case "female":
		gender = 1
	case "male":
		gender = 2
	}
	if number := ownNumber(sub); number != "" {
		trace = traceOf(x.codeHash(number, shareNumber, "", ""))
	}
	return maphash.Bytes(x.seed, pair[:]), gender, trace
}

// ownNumber is the number that the person has and nobody else: where no field has
// it, that of a card which is the person's own.
func ownNumber(sub *kyc.Submission) string {
	number := sub[kyc.IdentityNumber]
	if number == "" && sub[kyc.IDType] == "government_id" && sub[kyc.DocumentNumber] != "" && idnumber.OnCards(sub[kyc.IssuingCountry]) &&
		idnumber.Read(sub[kyc.IssuingCountry], sub[kyc.DocumentNumber], idnumber.OfCardOwner).Verdict == idnumber.Sound {
		return sub[kyc.DocumentNumber]
	}
	return number
}

// traceOf is 16 bits of a hash, 0 for none.
func traceOf(hash uint64) uint16 {
	if hash == 0 {
		return 0
	}
	return uint16(hash%math.MaxUint16) + 1
}

// countryTrace tells short numbers of two countries apart, which are the same by
// chance; 0 where the number is long, or no country is known.
func (x *Identity) countryTrace(sub *kyc.Submission, number string) uint16 {
	country := sub[kyc.Nationality]
	if country == "" {
		country = sub[kyc.IssuingCountry]
	}
	if len(number) > longestShared || country == "" {
		return 0
	}
	return traceOf(maphash.String(x.seed, country))
}

// longestShared is the length, with its signs, up to which a number of one country
// often is one of another as well.
const longestShared = 12

// shortestCode is the length of the shortest number that says who somebody is.
const shortestCode = 4

// codeHash hashes a number within a country and type; 0 for what is none.
func (x *Identity) codeHash(code string, s share, country, kind string) uint64 {
	b := append(x.buffer[:0], byte(s))
	b = append(append(b, country...), kind...)
	head := len(b)
	b = foldCode(b, code)
	x.buffer = b
	if len(b)-head < shortestCode || monotone(code) || masked(code) {
		return 0
	}
	return maphash.Bytes(x.seed, b)
}

// masked reports whether characters of a number are hidden: what is left of it is
// that of many.
func masked(code string) bool {
	run := 0
	for i := range len(code) {
		switch c := code[i]; {
		case c == '*':
			return true
		case c == 'X' || c == 'x' || c == '#':
			if run++; run == 3 {
				return true
			}
		case c >= utf8.RuneSelf:
			return strings.ContainsAny(code, "*＊•●")
		case c >= '0':
			run = 0
		}
	}
	return false
}

// Close gives up the notes and removes their files.
func (x *Identity) Close() error {
	err := errors.Join(x.notes.Close(), x.places.close())
	if x.found != nil {
		err = errors.Join(err, x.found.Close())
	}
	return err
}
