package validate

import (
	"encoding/binary"
	"hash/maphash"
	"strings"

	"kycmigrate/internal/idnumber"
	"kycmigrate/internal/kyc"
	"kycmigrate/internal/text"
)

// personHash is hash for a person. It sets x.shorter to that of the name without those
// in the middle, 0 where there are none or too little is known of the person.
func (x *Identity) personHash(rec *kyc.Record) (hash, tells uint64, trace uint16) {
	sub := &rec.Submission
	x.shorter = 0
	name, words := nameHash(x.seed, sub[kyc.FullName], x.buffer)
	particles := (*wordSet)(nil)
	if words > 2 {
		particles = particlesOf(sub[kyc.Nationality])
		name, words = withoutParticles(particles, x.seed, sub[kyc.FullName], 2, name, words)
	}
	if sub[kyc.BirthDate] == "" || name == 0 {
		return 0, 0, 0
	}
	switch sub[kyc.Gender] {
	case "female":
		tells = 1
	case "male":
		tells = 2
	}
	if country := sub[kyc.Nationality]; len(country) == 3 {
		tells |= uint64((int(country[0])*31+int(country[1])*7+int(country[2]))%7+1) << 3
	}
	if number := ownNumber(sub); number != "" {
		trace = traceOf(x.codeHash(number, shareNumber, "", "", ownCountry(sub)))
	}
	day, open, turned := bornOf(rec)
	if open && trace == 0 && tells&markGender != 0 {
		trace = homeTrace(sub)
	}
	if turned {
		trace |= traceTurned
	}
	if words > 2 && tells&markGender != 0 && tells&markNation != 0 && strings.Count(sub[kyc.FullName], " ") > 1 {
		if short := x.shortName(sub, words, particles); short != 0 && short != name {
			x.shorter = x.bornHash(short, day, sub)
		}
	}
	return x.bornHash(name, day, sub), tells, trace
}

// bornOf is the birth date of a person, 0 for none that is known. Where day and month may
// be exchanged, which open says, it is the earlier one of the two, and turned says that it
// is not the person's.
func bornOf(rec *kyc.Record) (born date, open, turned bool) {
	born = readDate(rec, kyc.BirthDate, rec.Days.Birth)
	month, day := born/1_00%1_00, born%1_00
	switch {
	case day > 12 || month == day:
		return born, false, false
	case month > day:
		return born - month*1_00 - day + day*1_00 + month, true, true
	}
	return born, true, false
}

// homeTrace is a trace of where a person lives, by both ends of the street in small
// letters; 0 where that is not known.
func homeTrace(sub *kyc.Submission) uint16 {
	street := sub[kyc.AddressStreet]
	if street == "" {
		street = sub[kyc.AddressFull]
	}
	if len(street) < text.OctetSize {
		return 0
	}
	first, last := text.OctetsAt(street, 0).Lower(), text.OctetsAt(street, len(street)-text.OctetSize).Lower()
	sum := (uint64(first)*0x9e3779b97f4a7c15 ^ uint64(last)) * 0x9e3779b97f4a7c15
	return traceOf(sum>>32|1) | traceHome
}

// bornHash hashes a name together with the birth date.
func (x *Identity) bornHash(name uint64, born date, sub *kyc.Submission) uint64 {
	var pair [24]byte
	binary.LittleEndian.PutUint64(pair[:], name)
	if born != 0 {
		binary.LittleEndian.PutUint32(pair[8:], uint32(born))
	} else {
		copy(pair[8:], sub[kyc.BirthDate])
	}
	return maphash.Bytes(x.seed, pair[:])
}

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
	a, _ := nameHash(x.seed, first, x.buffer)
	b, _ := x.familyHash(last, particles)
	if a == 0 || b == 0 {
		return 0
	}
	return a + b
}

// familyHash is the hash of a family name without its particles, of so many words.
func (x *Identity) familyHash(name string, particles *wordSet) (hash uint64, words int) {
	hash, words = nameHash(x.seed, name, x.buffer)
	return withoutParticles(particles, x.seed, name, 1, hash, words)
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
