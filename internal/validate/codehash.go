package validate

import (
	"math"
	"strings"
	"unicode/utf8"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/text"
)

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
	country := ownCountry(sub)
	if len(number) > longestShared || country == "" {
		return 0
	}
	return traceOf(x.octets.of(country))
}

// longestShared is the length, with its signs, up to which a number of one country
// often is one of another as well.
const longestShared = 12

// shortestCode is the length of the shortest number that says who somebody is.
const shortestCode = 4

// ownCountry is the country that the numbers of a person are of.
func ownCountry(sub *kyc.Submission) string {
	if country := sub[kyc.Nationality]; country != "" {
		return country
	}
	return sub[kyc.IssuingCountry]
}

// codeHash hashes a number within a country and type; 0 for what is none. home is the
// country by whose ways of writing numbers two of them are one.
func (x *Identity) codeHash(code string, s share, country, kind, home string) uint64 {
	hash := x.octets.add(x.octets.start, text.Octets(s))
	if country != "" || kind != "" {
		hash = x.octets.onto(x.octets.onto(hash, country), kind)
	}
	if sum, plain := x.octets.plainCode(hash, code); plain && home != "SWE" && home != "ESP" {
		if monotone(code) {
			return 0
		}
		return sum
	}
	x.buffer = foldCode(x.buffer[:0], code)
	if len(x.buffer) < shortestCode || monotone(code) || masked(code) {
		return 0
	}
	first, end := sameNumber(x.buffer, code, home)
	return x.octets.bytesOnto(hash, x.buffer[first:end])
}

// plainCode hashes a number as foldCode has it, if it has letters and digits alone, does not
// begin with a nought and cannot be masked.
func (h *octetHash) plainCode(hash uint64, code string) (sum uint64, plain bool) {
	if len(code) < shortestCode || foldCodeASCII[code[0]&0x7F] == '0' {
		return 0, false
	}
	sum = hash
	for at := 0; at < len(code); at += text.OctetSize {
		o, n := octetsFrom(code, at)
		whole := wholeOctets(n)
		low := o.Lower() & whole
		if (o.Alphanumeric()^text.All)&whole != 0 || hasOctet(low, 'x') != 0 {
			return 0, false
		}
		const o0, i1, l1 = 'o' ^ '0', 'i' ^ '1', 'l' ^ '1'
		low ^= low.Is('o')>>7*o0 | low.Is('i')>>7*i1 | low.Is('l')>>7*l1
		sum = h.add(sum, low)
	}
	return h.end(sum, len(code)), true
}

// addressHash hashes an e-mail address as foldAddress has it.
func (x *Identity) addressHash(address string) uint64 {
	begin := x.octets.add(x.octets.start, text.Octets(shareEmail))
	hash, low := x.octets.lowerOnto(begin, address)
	if mailboxEnds>>(address[len(address)-1]&31)&1 == 0 {
		return hash
	}
	if at := strings.LastIndexByte(address, '@'); low && at > 0 {
		local := address[:at]
		switch mailboxesOf(address[at:]) {
		case mailboxesAsWritten:
			return hash
		case mailboxesWithPlus:
			if strings.IndexByte(local, '+') < 0 {
				return hash
			}
		case mailboxesOfGmail:
			if strings.IndexByte(local, '+') < 0 && strings.IndexByte(local, '.') < 0 {
				hash, _ = x.octets.lowerOnto(begin, address[:at+2])
				return hash
			}
		case mailboxesOfProton, mailboxesOfApple, mailboxesOfYandex:
		}
	}
	x.buffer = foldAddress(x.buffer[:0], address)
	return x.octets.bytesOnto(begin, x.buffer)
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
