package validate

import (
	"kycmigrate/internal/idnumber"
	"kycmigrate/internal/kyc"
)

// sameNumber gives the part of a folded number, n of code, by which it is the same as one that is
// written in another way: noughts before digits are left out, in Sweden the century, and
// in Spain the letter that checks.
func sameNumber(n []byte, code, home string) (from, to int) {
	to = len(n)
	switch {
	case to == 12 && home == "SWE" && (string(n[:2]) == "19" || string(n[:2]) == "20") && isDigits(string(n)):
		return 2, to
	case to == 9 && home == "ESP" && isLetter(code[len(code)-1]) && isDigits(string(n[:8])):
		to = 8
	}
	if n[0] != '0' || !isDigits(string(n[:to])) {
		return 0, to
	}
	for from < to-shortestCode && n[from] == '0' {
		from++
	}
	return from, to
}

// cardHash is what a card has that another person may have for the identity number: a
// card with the number of its owner, which is not in the other field. 0 for none.
func (x *Identity) cardHash(rec *kyc.Record, known *recordSums) (hash uint64, trace uint16) {
	s := &rec.Submission
	number := s[kyc.DocumentNumber]
	if len(number) < leastOwners || s[kyc.IDType] != "government_id" || number == s[kyc.IdentityNumber] {
		return 0, 0
	}
	country := s[kyc.IssuingCountry]
	if len(number) == leastOwners && !idnumber.OnCards(country) || idnumber.Read(country, number, idnumber.OfPerson).Verdict != idnumber.Sound {
		return 0, 0
	}
	own := uint64(0)
	if s[kyc.IdentityNumber] != "" {
		own = x.ofNumber(s, s[kyc.IdentityNumber], known)
	}
	if hash = x.ofNumber(s, number, known); s[kyc.IdentityNumber] != "" && hash == own {
		return 0, 0
	}
	return hash, x.countryTrace(s, number)
}

// leastOwners is how long the number of a card is at least that is taken for that of its
// owner.
const leastOwners = 9
