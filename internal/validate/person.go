package validate

import (
	"encoding/binary"
	"hash/maphash"
	"math/bits"
	"strings"
	"unicode/utf8"

	"kycmigrate/internal/idnumber"
	"kycmigrate/internal/kyc"
)

// What tells two persons of one hash apart, in the bits of a mark before the share.
const (
	noteGender = 3 << 0 // 0 where it is not known, or is none of two
	noteNation = 7 << 2 // three bits of the nationality
	noteNumber = 7 << 2 // three bits of the identity number, where a note has no trace of it
)

// ownPerson notes the name and birth date of a person, and where it is known well enough
// who that is, what else shows the same one under another key:
//   - The name without those in the middle: it is the same as that of a person who has just
//     this name only if the gender is known of both, and is the same, and so is the
//     nationality, as far as three bits tell.
//   - The letters of the name, where names are written in Latin in one word or syllable by
//     syllable: Kim Min-jun, Kim Minjun.
//   - The name and home, with the birth date as the trace: see likeNamesake.
//   - The home and birth date, with the letters of the first name as the trace: see
//     likeAtHome.
func (x *Identity) ownPerson(rec *kyc.Record, known *recordSums) {
	sub, home := &rec.Submission, known.home
	full := x.names.sum(sub[kyc.FullName])
	name, words := full.hash, full.words
	particles := (*wordSet)(nil)
	if words > 2 {
		particles = particlesOf(sub[kyc.Nationality])
		if full.kinds&kindParticle != 0 {
			name, words = withoutParticles(particles, &x.octets, sub[kyc.FullName], 2, name, words)
		}
	}
	if sub[kyc.BirthDate] == "" || name == 0 {
		return
	}
	gender := uint64(0)
	switch sub[kyc.Gender] {
	case "female":
		gender = 1
	case "male":
		gender = 2
	}
	nation := uint64(0)
	if country := sub[kyc.Nationality]; len(country) == 3 {
		nation = uint64((int(country[0])*31+int(country[1])*7+int(country[2]))%7+1) << 2
	}
	number, own := uint64(0), ownNumber(sub)
	if own != "" {
		number = x.ofNumber(sub, own, known)
	}
	born := readDate(rec, kyc.BirthDate, rec.Days.Birth)
	x.note(known.row, sharePerson, x.bornHash(name, born, sub), gender|nation, traceOf(number))
	if words > 2 && gender != 0 && nation != 0 && strings.Count(sub[kyc.FullName], " ") > 1 {
		if short := x.shortName(sub, words, particles); short != 0 && short != name {
			x.note(known.row, shareShort, x.bornHash(short, born, sub), gender|nation, traceOf(number))
		}
	}
	if within(sub[kyc.Nationality], syllableLands) {
		if letters := lettersSum(sub[kyc.FullName]); letters != 0 {
			x.note(known.row, shareLetters, x.bornHash(letters^x.salt, born, sub), gender|nation, traceOf(number))
		}
	}
	if home != 0 && born != 0 {
		if number != 0 {
			gender |= lastDigits(own) << 2
		}
		x.note(known.row, shareNamesake, sumHash(name, home), gender, traceOfDate(born))
		x.ownHome(sub, born, known, gender)
	}
}

// syllableLands are countries whose names of two syllables are written in Latin as one word,
// as two or with a hyphen.
const syllableLands = "KOR CHN TWN HKG MAC SGP MYS PRK "

// lettersSum sums up the letters of a name in Latin ones, in any order; 0 for other names,
// and for short ones, whose letters others have as well.
func lettersSum(name string) (sum uint64) {
	letters := 0
	for i := range len(name) {
		switch c := name[i] | 0x20; {
		case name[i] >= utf8.RuneSelf:
			return 0
		case c >= 'a' && c <= 'z':
			sum += mixed(uint64(c))
			letters++
		}
	}
	if letters < leastSyllables {
		return 0
	}
	return sum
}

// leastSyllables is how many letters a name has at least that is known by them.
const leastSyllables = 7

// lastDigits is a sum of the last digits of a number, 1 to 7: it is the same for one that
// lacks its noughts or its century, and in every run.
func lastDigits(number string) (sum uint64) {
	weight := uint64(1)
	for i := len(number) - 1; i >= 0 && weight < 1_000_000; i-- {
		if isDigit(number[i]) {
			sum += uint64(number[i]-'0') * weight
			weight *= 10
		}
	}
	return sum%7 + 1
}

// likePerson is like for notes of a name and birth date.
func (n note) likePerson(other note) likeness {
	a, b := n.mark&noteGender, other.mark&noteGender
	if a != 0 && b != 0 && a != b || n.trace != 0 && other.trace != 0 && n.trace != other.trace {
		return unlike
	}
	switch {
	case n.share() == sharePerson && other.share() == sharePerson:
		return likeAll
	case n.share() == other.share() || a == 0 || b == 0 || n.mark&noteNation == 0 || (n.mark^other.mark)&noteNation != 0:
		return unlike
	}
	return likeMiddle
}

// bornHash hashes a name together with the birth date.
func (x *Identity) bornHash(name uint64, born date, sub *kyc.Submission) uint64 {
	if born != 0 {
		return sumHash(name, uint64(born))
	}
	var pair [24]byte
	binary.LittleEndian.PutUint64(pair[:], name)
	copy(pair[8:], sub[kyc.BirthDate])
	return maphash.Bytes(x.seed, pair[:])
}

// sumHash makes one hash of two, of which the first is of a name and spread already.
func sumHash(a, b uint64) uint64 { return mixed(bits.RotateLeft64(a, 29) ^ mixed(b)) }

// shortName is the hash of a name of so many words, particles aside, without those in the
// middle; 0 where it is not known which they are. In a name of more than three words that
// is not known without its parts.
func (x *Identity) shortName(sub *kyc.Submission, words int, particles *wordSet) uint64 {
	first, last := sub[kyc.FirstName], sub[kyc.LastName]
	switch {
	case first != "" && last != "":
		var more bool
		if first, _, more = strings.Cut(first, " "); more {
			break
		}
		family := strings.Count(last, " ") + 1
		if particles != nil && family > 1 {
			_, family = x.familyHash(last, particles)
		}
		if 1+family == words {
			if words != 3 || !twoSurnames(sub[kyc.Nationality]) {
				return 0 // more family names
			}
			// The second one is left out by many.
			if last, _, _ = strings.Cut(last, " "); particles.has(last) {
				return 0
			}
		}
	case words == 3:
		full := sub[kyc.FullName]
		first, last = full[:strings.IndexByte(full, ' ')], full[strings.LastIndexByte(full, ' ')+1:]
		if isTitle(first) || isSuffix(last) {
			return 0
		}
	default:
		return 0
	}
	given := x.names.sum(first)
	family, _ := x.familyHash(last, particles)
	if given.hash == 0 || family == 0 {
		return 0
	}
	return given.hash + family
}

// familyHash is the hash of a family name without its particles, of so many words.
func (x *Identity) familyHash(name string, particles *wordSet) (hash uint64, words int) {
	s := x.names.sum(name)
	if s.kinds&kindParticle == 0 {
		return s.hash, s.words
	}
	return withoutParticles(particles, &x.octets, name, 1, s.hash, s.words)
}

// twoSurnames reports whether people of a country have a name of their father's and one of
// their mother's, and many systems only the first.
func twoSurnames(country string) bool {
	switch country {
	case "ESP", "MEX", "PER", "COL", "CHL", "ECU", "VEN", "GTM", "CRI", "PAN", "HND", "SLV", "NIC", "DOM", "CUB", "BOL", "PRY", "PRI":
		return true
	}
	return false
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
