package validate

import (
	"hash/maphash"
	"math"
	"strings"
	"unicode/utf8"

	"kycmigrate/internal/kyc"
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
	return traceOf(maphash.String(x.seed, country))
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
	b := append(x.buffer[:0], byte(s))
	b = append(append(b, country...), kind...)
	head := len(b)
	b = foldCode(b, code)
	x.buffer = b
	if len(b)-head < shortestCode || monotone(code) || masked(code) {
		return 0
	}
	first, end := sameNumber(b[head:], code, home)
	b = append(b[:head], b[head+first:head+end]...)
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
