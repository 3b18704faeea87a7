package validate

import (
	"encoding/binary"
	"errors"
	"hash/maphash"
	"slices"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/spill"
)

// IdentityOptions says which rules look across records, and where their notes
// may lie.
type IdentityOptions struct {
	// Temp is a private directory for notes that do not fit into memory: some 90
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
	salt     uint64 // the same, for sums that are no maphash
	buffer   []byte
	own      []hashed     // notes of the record at hand, and of those before that wait
	block    []taken      // records that are noted together
	notes    *spill.Spill // what records have, by hash
	places   *placeLog
	found    *spill.Spill // by row; nil until all are noted
	last     uint32       // row noted last
	rows     int64        // noted
	idle     bool         // none of the rules is to be applied
	rare     [numRarities]rarity
	counts   [numCounts]int64 // what rarities are counted of
	homes    homes
	octets   octetHash
	names    *nameMemo
	towns    townMemo
	repeats  *repeatLog
	numbers  numberLog
	keys     keyLog
	custom   [len(customFields)]keyLog
	key      string // the columns of the key
}

// share is what two records may have in common.
type share uint8

const (
	sharePerson   share = iota // a name and birth date
	shareShort                 // the same of the name without those in the middle
	shareNamesake              // a name and home
	shareHome                  // a home and birth date, and what a first name begins with
	shareLetters               // the letters of a name and birth date
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
	shareShort:    {personRepeated, kyc.FullName},
	shareNamesake: {personRepeated, kyc.FullName},
	shareHome:     {personRepeated, kyc.FullName},
	shareLetters:  {personRepeated, kyc.FullName},
	shareDocument: {documentNumberShared, kyc.DocumentNumber},
	shareNumber:   {identityNumberShared, kyc.IdentityNumber},
	shareEmail:    {emailShared, kyc.Email},
}

// notePartitions divides the notes by the top byte of their hash.
const notePartitions = 256

// note is what a record has that another may have: the lower 56 bits of a hash, and in
// the last byte the share, and what tells two of the same hash apart. A trace does that
// as well.
type note struct {
	mark  uint64
	row   uint32 // from 1
	trace uint16
}

const (
	noteSize = 14

	markShare = 5                // where the share begins, in a mark
	markTells = 1<<markShare - 1 // the bits before it
)

func (n note) share() share { return share(n.mark >> markShare & 7) }

// likeness is how two notes are alike.
type likeness uint8

const (
	unlike       likeness = iota
	likeAll               // they are of the same thing
	likeMiddle            // the names are the same but for those in the middle or at the end
	likeTurned            // the birth dates are but for the order of day and month
	likeDate              // the birth dates are but for the day, the month or the year
	likeHome              // the family names are others, or the first name is written otherwise
	markLikeness = markTells
)

// details say after the rule's sentence how two persons are alike.
var details = [...]string{
	likeMiddle: "; one of the two has a name more in the middle, or at the end",
	likeTurned: "; day and month of the two dates are exchanged",
	likeDate:   " but for one part of the date; the address is the same",
	likeHome:   " but for the family name or a spelling; the address is the same",
}

// ofHome reports whether the share is one of two persons at one address.
func (s share) ofHome() bool { return s == shareNamesake || s == shareHome }

// like tells how two notes are alike.
func (n note) like(other note) likeness {
	a, b := n.share(), other.share()
	switch {
	case n.mark>>8 != other.mark>>8:
		return unlike
	case a <= shareShort && b <= shareShort:
		return n.likePerson(other)
	case a != b:
		return unlike
	case a == shareNamesake:
		return n.likeNamesake(other)
	case a == shareHome:
		return n.likeAtHome(other)
	case a == shareLetters && n.otherPerson(other, noteGender):
		return unlike
	case n.trace != 0 && other.trace != 0 && n.trace != other.trace:
		return unlike
	}
	return likeAll
}

// NewIdentity returns an Identity that has noted nothing.
func NewIdentity(o IdentityOptions) *Identity {
	severity := severitiesOf(false, o.Severities)
	seed := maphash.MakeSeed()
	octets := newOctetHash(seed)
	return &Identity{
		severity: severity,
		idle:     !looksAcross(severity),
		column:   o.Column,
		key:      o.Key,
		seed:     seed,
		salt:     maphash.String(seed, ""),
		buffer:   make([]byte, 0, 256),
		notes:    spill.New(o.Temp, notePartitions, noteSize),
		octets:   octets,
		names:    newNameMemo(octets),
		towns:    townMemo{octets: octets},
		places:   newPlaceLog(o.Temp),
		repeats:  newRepeatLog(o.Temp),
	}
}

// acrossRules are the rules that look across records.
func acrossRules(yield func(ruleID) bool) {
	for _, rule := range sharedRules {
		if !yield(rule) {
			return
		}
	}
	for mark := range uint64(customMarks + len(customRules)) {
		if !yield(rarityOf(mark).rule) {
			return
		}
	}
}

// LateCodes are the codes of the rules that tell what they find when all records were read.
func LateCodes() map[string]bool {
	codes := make(map[string]bool)
	for r := range acrossRules {
		codes[rules[r].Code] = true
	}
	return codes
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

// AcrossCodes are the codes of the rules that look across records: whether a record breaks
// one of them depends on which others there are.
func AcrossCodes() []string {
	var codes []string
	for _, r := range []ruleID{keyDuplicate, useridDuplicate, keyAlike, useridAlike} {
		codes = append(codes, rules[r].Code)
	}
	for r := range acrossRules {
		codes = append(codes, rules[r].Code)
	}
	slices.Sort(codes)
	return slices.Compact(codes)
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

// sharedRules are the rules of what records share.
var sharedRules = [...]ruleID{personRepeated, documentNumberShared, identityNumberShared, emailShared}

// recordSums are sums of a record that several rules ask for.
type recordSums struct {
	row    uint32
	home   uint64 // its homeSum
	number string // of a person
	hash   uint64 // its codeHash
}

// ofNumber is the codeHash of a number of the person.
func (x *Identity) ofNumber(sub *kyc.Submission, number string, known *recordSums) uint64 {
	if number != known.number {
		known.number, known.hash = number, x.codeHash(number, shareNumber, "", "", ownCountry(sub))
	}
	return known.hash
}

// noteOwn notes what a record has that a rule looks for.
func (x *Identity) noteOwn(rec *kyc.Record, rule ruleID, known *recordSums) {
	sub := &rec.Submission
	switch rule {
	case personRepeated:
		x.ownPerson(rec, known)
	case documentNumberShared:
		if number := sub[kyc.DocumentNumber]; number != "" {
			x.note(known.row, shareDocument, x.codeHash(number, shareDocument, sub[kyc.IssuingCountry], sub[kyc.IDType], sub[kyc.IssuingCountry]), 0, 0)
		}
	case identityNumberShared:
		if number := sub[kyc.IdentityNumber]; number != "" {
			x.note(known.row, shareNumber, x.ofNumber(sub, number, known), 0, x.countryTrace(sub, number))
		}
		hash, trace := x.cardHash(rec, known)
		x.note(known.row, shareNumber, hash, 0, trace)
	case emailShared:
		if address := sub[kyc.Email]; address != "" {
			x.note(known.row, shareEmail, x.addressHash(address), 0, 0)
		}
	}
}

// note notes that the record of a row has something; a hash of 0 is nothing.
func (x *Identity) note(row uint32, s share, hash, tells uint64, trace uint16) {
	if hash != 0 {
		mark := hash<<8 | uint64(s)<<markShare | tells
		x.own = append(x.own, hashed{note{mark: mark, row: row, trace: trace}, uint8(hash >> 56)})
	}
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

// distribute puts the notes that wait into their partitions.
func (x *Identity) distribute() error {
	for i := range x.own {
		n := &x.own[i]
		entry, err := x.notes.Next(int(n.partition))
		if err != nil {
			return err
		}
		_ = entry[noteSize-1]
		binary.LittleEndian.PutUint64(entry, n.mark)
		binary.LittleEndian.PutUint32(entry[8:], n.row)
		binary.LittleEndian.PutUint16(entry[12:], n.trace)
	}
	x.own = x.own[:0]
	return nil
}

// Close gives up the notes and removes their files.
func (x *Identity) Close() error {
	err := errors.Join(x.notes.Close(), x.places.close(), x.repeats.log.Close())
	if x.found != nil {
		err = errors.Join(err, x.found.Close())
	}
	return err
}
