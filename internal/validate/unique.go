package validate

import (
	"encoding/binary"
	"hash/maphash"
	"math"
	"strconv"

	"kycmigrate/internal/kyc"
)

// Unique holds every key and userid to one row of a run. Of the rows with the
// same value the first read stands, whatever its verdict; later ones are
// rejected. Values are compared as they are, the key as the mapper normalised
// it and the userid as it would be sent.
//
// It remembers a seeded 64-bit hash of each value, and of the few hundred
// greatest the value as well (see ascent). A row is
// wrongly rejected only when two different values have the same hash: with n
// values remembered, about n²/2^65, which is 1 in 37 million for a million
// and 1 in 370,000 for ten million. Such a row is reported like any duplicate
// and passes in the next run, whose seed is another.
//
// An excluded record holds its key, though it is not sent: an earlier run may
// have sent it, and then what the ledger knows of the key is about that record.
// Its userid it leaves to the account that the person has now; what ARGOS has
// under that userid, the ledger knows.
//
// Values that are another's but for capitals or leading zeros are told where that is
// asked for (TellAlikes), and stand.
//
// Memory is some 15 bytes a row where key and userid are the same value, and
// twice that where they differ. Values that come sorted or nearly so, as most
// exports have them, are known to be new without a search. A Unique is for one goroutine.
type Unique struct {
	seed    maphash.Seed
	values  multimap
	keys    ascent
	userids *ascent // nil while each userid was its record's key, which keys knows
	buffer  maphash.Hash
	batch   []hashedKey
	warmth  uint32 // keeps warm from being optimised away

	keyColumn, userIDColumn string // for issues

	keyAlikes, userAlikes *alikes // nil where they are not looked for
}

// hashedKey is the key of a record.
type hashedKey struct {
	hash  uint64
	fresh bool // no record before has it
}

// NewUnique returns a Unique that has seen nothing.
func NewUnique() *Unique {
	u := &Unique{seed: maphash.MakeSeed()}
	u.buffer.SetSeed(u.seed)
	return u
}

// Name states the columns that the key and the userid come from, for issues.
func (u *Unique) Name(key, userID string) { u.keyColumn, u.userIDColumn = key, userID }

// TellAlikes says that values are told that are an earlier row's but for capitals or
// leading zeros, unless the operator's words, as in Options, are that they are not.
func (u *Unique) TellAlikes(changed map[string]kyc.Severity) {
	severity := severitiesOf(false, changed)
	if severity[keyAlike] != kyc.Off {
		u.keyAlikes = newAlikes(keyAlike, severity[keyAlike])
	}
	if severity[useridAlike] != kyc.Off {
		u.userAlikes = newAlikes(useridAlike, severity[useridAlike])
	}
}

// Check rejects each record of which an earlier one had the key or the userid,
// naming that row. It must be called in read order, with every record, and keeps no
// text of them.
func (u *Unique) Check(recs []*kyc.Record) {
	u.warm(recs)
	for i, rec := range recs {
		u.check(rec, u.batch[i])
	}
}

// warm hashes the keys and has a look at the place of each that is not known to
// be new, so that the memory fetches many of them at once: one after the other,
// these places, scattered over all the values there are, would cost more than
// everything else here.
func (u *Unique) warm(recs []*kyc.Record) {
	u.batch = u.batch[:0]
	for _, rec := range recs {
		var key hashedKey
		if rec.Key.Known() {
			key = hashedKey{hash: u.hashKey(rec.Key), fresh: len(rec.Key.Parts) == 1 && u.keys.passes(rec.Key.Parts[0])}
		}
		if !key.fresh {
			u.warmth += u.values.glance(key.hash)
		}
		u.batch = append(u.batch, key)
	}
}

// check holds one record to the rule.
func (u *Unique) check(rec *kyc.Record, key hashedKey) {
	row := rowNumber(rec.Row.Seq)
	userid, flags := rec.Submission[kyc.UserID], uint8(flagKey)
	if rec.Excluded != "" {
		userid, flags = "", flagKey|flagExcluded
	}
	if !rec.Key.Known() {
		u.checkUserID(rec, userid, row)
		return
	}
	if len(rec.Key.Parts) == 1 && rec.Key.Parts[0] == userid {
		// The usual case: one entry serves both.
		fresh := key.fresh
		if u.userids != nil {
			fresh = u.userids.passes(userid) && fresh
		}
		had := u.enter(key.hash, flagKey|flagUserID, fresh, row)
		u.reject(rec, had)
		if had.asKey|had.asUserID == 0 {
			u.tellAlike(u.keyAlikes, rec, userid, key.hash, flagKey, row)
		}
		return
	}
	had := u.enter(key.hash, flags, key.fresh, row)
	u.reject(rec, had)
	sameUser := u.checkUserID(rec, userid, row)
	if had.asKey == 0 && !sameUser && len(rec.Key.Parts) == 1 {
		u.tellAlike(u.keyAlikes, rec, rec.Key.Parts[0], key.hash, flagKey, row)
	}
}

// checkUserID reports whether an earlier row has the userid.
func (u *Unique) checkUserID(rec *kyc.Record, userid string, row uint32) bool {
	if userid == "" {
		return false
	}
	if u.userids == nil {
		u.userids = u.keys.clone()
	}
	hash := maphash.String(u.seed, userid)
	had := u.enter(hash, flagUserID, u.userids.passes(userid), row)
	u.reject(rec, had)
	if had.asUserID == 0 {
		u.tellAlike(u.userAlikes, rec, userid, hash, flagUserID, row)
	}
	return had.asUserID != 0
}

// tellAlike appends the issue of a value that no earlier row has, and one has but for
// capitals or leading zeros.
func (u *Unique) tellAlike(a *alikes, rec *kyc.Record, value string, hash uint64, flag uint8, row uint32) {
	if a == nil {
		return
	}
	first := a.check(u, value, hash, flag, row)
	if first == 0 || rec.Excluded != "" {
		return
	}
	field, column := "", u.keyColumn
	if flag == flagUserID {
		field, column = fieldTable[kyc.UserID].name, u.userIDColumn
	}
	issue := duplicate(a.rule, field, column, first)
	issue.Severity = a.severity
	rec.Add(issue)
}

// enter is claim, without a search where the value is known to be new.
func (u *Unique) enter(hash uint64, flags uint8, fresh bool, row uint32) holders {
	if fresh {
		u.values.add(hash, flags, row)
		return holders{}
	}
	return u.values.claim(hash, flags, row)
}

// reject appends the issues of a record whose key or userid an earlier row
// has. Where the same row has both the userid adds nothing.
func (u *Unique) reject(rec *kyc.Record, had holders) {
	if had.asKey != 0 {
		issue := duplicate(keyDuplicate, "", u.keyColumn, had.asKey)
		if rec.BehindExcluded = had.excluded; had.excluded {
			issue.Beside += ", which a rule of the mapping leaves out"
		}
		rec.Add(issue)
	}
	if had.asUserID != 0 && had.asUserID != had.asKey {
		rec.Add(duplicate(useridDuplicate, fieldTable[kyc.UserID].name, u.userIDColumn, had.asUserID))
	}
}

func duplicate(r ruleID, field, column string, first uint32) kyc.Issue {
	issue := r.issue(field)
	issue.Column = column
	issue.Beside = dataRow(first)
	return issue
}

// dataRow names the row that had a value first, "" where that is not known.
func dataRow(first uint32) string {
	if first == math.MaxUint32 {
		return ""
	}
	return "data row " + strconv.FormatUint(uint64(first), 10) + ", counted from 1 without the header"
}

// rowNumber is the data row of a position in the source, from 1. Beyond what
// fits it is the largest number, which duplicate knows not to name.
func rowNumber(seq int64) uint32 {
	return uint32(min(seq+1, math.MaxUint32))
}

// hashKey hashes the parts of a key so that ("ab","c") and ("a","bc") differ.
// A key of one part has the hash of that string.
func (u *Unique) hashKey(key kyc.Key) uint64 {
	if len(key.Parts) == 1 {
		return maphash.String(u.seed, key.Parts[0])
	}
	u.buffer.Reset()
	var length [8]byte
	for _, part := range key.Parts {
		binary.LittleEndian.PutUint64(length[:], uint64(len(part)))
		u.buffer.Write(length[:])
		u.buffer.WriteString(part)
	}
	return u.buffer.Sum64()
}
