package validate

import (
	"encoding/binary"
	"errors"
	"hash/maphash"
	"math"

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
	// Key names the source columns of the key, for issues.
	Key string
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
	shorter  uint64       // see personHash
	rare     [numRarities]rarity
	numbers  numberLog
	keys     keyLog
	key      string // the columns of the key
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
//
// A person of more names than two has a second note, of the name without those in the
// middle. It is the same as that of a person who has just this name only if the gender
// is known of both, and is the same, and so is the nationality, as far as three bits
// tell.
//
// Birth dates of which day and month may be exchanged have the same note, and a bit of the
// trace says which is meant. Two that differ in it are one person's only under the same
// conditions, and if the address is the same: the trace of somebody without a number is of
// that, where it may be needed.
type note struct {
	mark  uint64
	row   uint32 // from 1
	trace uint16
}

const noteSize = 14

// The bits of a mark's last byte.
const (
	markGender = 3 << 0
	markShort  = 1 << 2 // of a name without those in the middle
	markNation = 7 << 3
	markShare  = 6 // where the share begins

	// Of a finding: the names are the same but for those in the middle or at the end, or
	// the birth dates are but for the order of day and month.
	markMiddle = 1 << 3
	markTurned = 1 << 4
)

func (n note) share() share { return share(n.mark >> markShare & 3) }

// same reports whether two notes are of the same thing. Gender and trace, where
// both have one, must not differ.
func (n note) same(other note) bool {
	if n.mark>>markShare != other.mark>>markShare {
		return false
	}
	a, b := n.mark&markGender, other.mark&markGender
	known := a != 0 && b != 0 && n.mark&markNation != 0 && (n.mark^other.mark)&markNation == 0
	short, turned := (n.mark|other.mark)&markShort != 0, n.turned(other)
	if (short || turned) && !known || short && (turned || n.mark&other.mark&markShort != 0) {
		return false
	}
	if a != 0 && b != 0 && a != b {
		return false
	}
	mine, others := n.trace&^traceTurned, other.trace&^traceTurned
	switch {
	case turned:
		return mine == others && mine != 0
	case mine == 0 || others == 0, (mine|others)&traceHome != 0:
		return true
	}
	return mine == others
}

// turned reports whether the birth dates of two persons differ in the order of day and
// month.
func (n note) turned(other note) bool { return (n.trace^other.trace)&traceTurned != 0 }

// traceTurned is the bit of a trace that says that the month of a birth date is greater
// than its day.
const traceTurned = 1 << 15

// traceHome is the bit of a trace that says that it is of the address.
const traceHome = 1 << 14

// NewIdentity returns an Identity that has noted nothing.
func NewIdentity(o IdentityOptions) *Identity {
	severity := severitiesOf(false, o.Severities)
	return &Identity{
		severity: severity,
		idle:     !looksAcross(severity),
		column:   o.Column,
		key:      o.Key,
		seed:     maphash.MakeSeed(),
		buffer:   make([]byte, 0, 256),
		notes:    spill.New(o.Temp, notePartitions, noteSize),
		places:   newPlaceLog(o.Temp),
	}
}

// acrossRules are the rules that look across records.
func acrossRules(yield func(ruleID) bool) {
	for i := range shareRules {
		if !yield(shareRules[i].rule) {
			return
		}
	}
	for mark := range uint64(keyMarks + numKeyRules) {
		if !yield(rarityOf(mark).rule) {
			return
		}
	}
}

// looksAcross reports whether a rule that looks across records is applied. One of the
// contract's, which looks for addresses of inner networks, is not worth notes by itself:
// without the others it is not applied.
func looksAcross(s *severities) bool {
	for r := range acrossRules {
		if r != emailUnusual && s[r] != kyc.Off {
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
	for r := range acrossRules {
		if s[r] == kyc.Reject {
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
	key := keyOf(rec)
	x.numbers.note(rec, key, row)
	x.keys.note(key, row)
	if err := x.places.add(rec.Row, warned(o.Issues)); err != nil {
		return err
	}
	for s := range numShares {
		if x.severity[shareRules[s].rule] == kyc.Off {
			continue
		}
		if err := x.noteShare(rec, s, row); err != nil {
			return err
		}
	}
	return nil
}

// noteShare notes what a record has of a share: of a person also the name without the
// words in the middle, of the number also that of a card.
func (x *Identity) noteShare(rec *kyc.Record, s share, row uint32) error {
	mark := uint64(s) << markShare
	if hash, tells, trace := x.hash(rec, s); hash != 0 {
		mark |= tells
		if err := x.add(hash, note{mark, row, trace}); err != nil {
			return err
		}
		if s == sharePerson && x.shorter != 0 {
			return x.add(x.shorter, note{mark | markShort, row, trace})
		}
	}
	if s != shareNumber {
		return nil
	}
	if hash, trace := x.cardHash(rec); hash != 0 {
		return x.add(hash, note{mark, row, trace})
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

// hash is what a record has of a share; 0 if it has nothing. tells, which are bits of
// the mark, and trace tell persons apart.
func (x *Identity) hash(rec *kyc.Record, s share) (hash, tells uint64, trace uint16) {
	sub := &rec.Submission
	switch s {
	case sharePerson:
		return x.personHash(rec)
	case shareDocument:
		if number := sub[kyc.DocumentNumber]; number != "" {
			return x.codeHash(number, s, sub[kyc.IssuingCountry], sub[kyc.IDType], sub[kyc.IssuingCountry]), 0, 0
		}
	case shareNumber:
		if number := sub[kyc.IdentityNumber]; number != "" {
			return x.codeHash(number, s, "", "", ownCountry(sub)), 0, x.countryTrace(sub, number)
		}
	case shareEmail:
		if address := sub[kyc.Email]; address != "" {
			x.buffer = foldAddress(append(x.buffer[:0], byte(s)), address)
			return maphash.Bytes(x.seed, x.buffer), 0, 0
		}
	}
	return 0, 0, 0
}

// Close gives up the notes and removes their files.
func (x *Identity) Close() error {
	err := errors.Join(x.notes.Close(), x.places.close())
	if x.found != nil {
		err = errors.Join(err, x.found.Close())
	}
	return err
}
