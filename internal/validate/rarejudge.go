package validate

import (
	"net/netip"
	"strings"
	"unicode/utf8"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/text"
)

// mayBeRareMail reports whether an address may be one for examples, or of an inner
// network, by its end and by the label before that, which may be the "example" or stand
// behind it, as in example.co.uk.
func mayBeRareMail(s string) bool {
	end := endOf(s)
	dot := len(s) - len(end) - 1
	return len(end) > 3 || dot < 4 || s[dot-1] == 'e' || len(end) == 2 && (s[dot-3] == '.' || s[dot-4] == '.')
}

// mayBeOther reports whether a userid may be an IP address or the number of a payment card, by
// its length and its signs.
func mayBeOther(s string, signs bool) bool {
	return staffUsers.begins(s) || len(s) == len("531-44-9012") && s[3] == '-' || len(s) == len("03/11/2000") && isDigit(s[0]) ||
		len(s) == 15 || len(s) == 16 || len(s) == len("4539 1488 0343 6467") ||
		signs && (strings.IndexByte(s, '\\') > 0 || len(s) >= len("1.2.3.4") && (strings.IndexByte(s, '.') > 0 || strings.IndexByte(s, ':') > 0))
}

// signed reports whether a text has a space, or one of the signs of addresses of computers.
func signed(s string) bool {
	for at := 0; at < len(s); at += text.OctetSize {
		o, _ := octetsFrom(s, at)
		if hasOctet(o, ' ')|hasOctet(o, '.')|hasOctet(o, ':')|hasOctet(o, '\\') != 0 {
			return true
		}
	}
	return false
}

// otherThanUser reports whether a userid is an IP address or the number of a payment card.
func otherThanUser(s string) bool {
	if staffUsers.begins(s) && staffUser(s) || strings.IndexByte(s, '\\') > 0 || socialLooks(s) || len(s) == len("03/11/2000") && (s[2] == s[5] || s[4] == s[7]) && dated(s) {
		return true
	}
	if strings.IndexByte(s, '.') > 0 && strings.Count(s, ".") == 3 || strings.IndexByte(s, ':') > 0 {
		if _, err := netip.ParseAddr(s); err == nil {
			return true
		}
	}
	var space [16]byte
	n, ok := compactCode(space[:0], s)
	return ok && (len(n) == 15 || len(n) == 16) && isCard(n)
}

// staffUser reports whether a userid is a word for who works for the bank, alone or with what
// stands behind a stroke.
func staffUser(s string) bool {
	if listed, _ := staffUsers.has(s); listed {
		return true
	}
	at := strings.IndexAny(s, "_-.")
	if at < 0 {
		return false
	}
	listed, _ := staffUsers.has(s[:at])
	return listed && at >= len("svc") && (staffUsers.words[strings.ToLower(s[at+1:])] || isDigits(s[at+1:]))
}

// socialLooks reports whether a text is written as a US social security number.
func socialLooks(s string) bool {
	return len(s) == len("531-44-9012") && s[3] == '-' && s[6] == '-' && isDigits(s[:3]) && isDigits(s[4:6]) && isDigits(s[7:])
}

// lastless reports whether a person of a country where everybody has two names lacks the
// last one, of which nothing is said yet.
func lastless(rec *kyc.Record) bool {
	return rec.Submission[kyc.LastName] == "" && within(home(rec), twoNames+moreTwoNames) && !toldOf(rec.Issues, kyc.LastName) && !toldOf(rec.Issues, kyc.FirstName) && !toldOf(rec.Issues, kyc.FullName)
}

// cityless reports whether an address has no town where its country is more than one, and
// is not written in one field.
func cityless(rec *kyc.Record) bool {
	sub := &rec.Submission
	return sub[kyc.AddressFull] == "" && !within(sub[kyc.AddressCountry], oneTown) && !toldOf(rec.Issues, kyc.AddressCity)
}

// oneTown are the countries that are one town, or so small that addresses have none.
const oneTown = "HKG MAC SGP MCO VAT GIB SMR DJI NRU PLW TUV CYM BMU KWT BHR AND AIA VGB MSR FLK SHN PCN NIU TKL NFK CCK CXR"

// numberless reports whether a document has no number where it must have one of its own:
// that of a card may be its holder's.
func numberless(rec *kyc.Record) bool {
	sub := &rec.Submission
	switch sub[kyc.IDType] {
	case "passport", "drivers_license":
	case "government_id":
		if sub[kyc.IdentityNumber] != "" {
			return false
		}
	default:
		return false
	}
	return !toldOf(rec.Issues, kyc.DocumentNumber)
}

// hasRare reports whether a record has the value of a rarity.
func hasRare(i int, rec *kyc.Record) bool {
	switch i {
	case rareReservedMail:
		return reserved(rec.Submission[kyc.Email])
	case rareEpochBirth:
		if rec.Days.Birth != 0 {
			return rec.Days.Birth == kyc.Day(epoch)
		}
		return rec.Submission[kyc.BirthDate] == "1970-01-01"
	case rareInnerMail:
		return inner(rec.Submission[kyc.Email])
	case rareInnerIP:
		return innerIP(rec.Submission[kyc.IPAddress])
	case rareNobodyIP:
		return !toldOf(rec.Issues, kyc.IPAddress)
	case rareBlankUser:
		return strings.IndexByte(rec.Submission[kyc.UserID], ' ') >= 0
	case rareOtherUser:
		return otherThanUser(rec.Submission[kyc.UserID])
	case rareNoLast:
		return lastless(rec)
	case rareNoughtUser:
		return rec.Submission[kyc.UserID] == "0"
	case rareTestMail:
		return countedLocal(numbered, rec.Submission[kyc.Email])
	case rareTestUser:
		user := rec.Submission[kyc.UserID]
		return endsCounted(user) && numbered.numbers(user)
	case rareSystemUser:
		user := rec.Submission[kyc.UserID]
		return endsCounted(user) && systemUsers.numbers(user) && !isDigit(user[len(user)-4])
	case rareNoCountry:
		return rec.Submission[kyc.AddressCountry] == ""
	case rareNoCity:
		return cityless(rec)
	case rareNoNumber:
		return numberless(rec)
	case rareNoUser:
		return rec.Key.Known() && !toldOf(rec.Issues, kyc.UserID) // else the row lacks more than that, which is said
	case rareNoStreet:
		return rec.Submission[kyc.AddressFull] == "" && !toldOf(rec.Issues, kyc.AddressStreet)
	case rareBox:
		return mayBeBox(rec.Submission[kyc.AddressStreet]) && boxAlone(rec.Submission[kyc.AddressStreet]) && !within(rec.Submission[kyc.AddressCountry], boxLands)
	case rareSystemMail:
		return countedLocal(systemUsers, rec.Submission[kyc.Email])
	case rareNoIssue, rareNoExpiry, rareNoNation, rareNoIP, rareNoCF1, rareNoCF2, rareNoCF3, rareNoGender:
		return !toldOf(rec.Issues, rarityRules[i].field)
	case rareNation:
		return otherNation(rec)
	case rareCard, rareCitizenCard:
		return otherNation(rec) && !toldOf(rec.Issues, kyc.AddressCountry)
	case rarePassportCard:
		return passportOnCard(rec)
	case rarePermit:
		return kyc.IsAlpha3(rec.Submission[kyc.Nationality]) && !toldOf(rec.Issues, kyc.Nationality) && !toldOf(rec.Issues, kyc.IssuingCountry)
	case rareLicence:
		_, other := licenceGender(rec)
		return other
	case rareOrder:
		return turnedAbout(&rec.Submission)
	case rareTown:
		return townElsewhere(&rec.Submission)
	case rareAlphabets:
		return twoAlphabets(rec)
	case rareGiven:
		_, against := givenGender(rec)
		return against && !toldOf(rec.Issues, kyc.FullName)
	case rareSecondLast:
		return secondLost(rec.Submission[kyc.FullName], rec.Submission[kyc.FirstName], rec.Submission[kyc.LastName])
	case rareFirstOrder:
		return turnedInEast(&rec.Submission)
	case rareCount:
		return countedName(rec.Submission[kyc.FullName])
	case rareTitle, rareFirstTitle, rareLastTitle:
		return rec.Titled.Has(rarityRules[i].field)
	case rareForm:
		_, against := tellsGender(rec)
		return against
	}
	return false
}

// countedLocal reports whether an address begins with a word of a set and a number.
func countedLocal(words *squeezed, mail string) bool {
	local, _, _ := cutAddress(mail)
	return endsCounted(local) && words.numbers(local)
}

// endsCounted reports whether a text may end with a number, or with a sign behind one that
// does not count.
func endsCounted(s string) bool {
	if s == "" {
		return false
	}
	c := s[len(s)-1]
	return isDigit(c) || c == '.' || c == '-' || c == '_'
}

// mayBeBox reports whether a street may be a box at a post office, by the two letters that it
// begins with. One beyond ASCII may be that of a small letter of ASCII.
func mayBeBox(street string) bool {
	return len(street) > 1 && (street[1] >= utf8.RuneSelf || boxBeginnings[street[0]][street[1]/64]>>(street[1]%64)&1 != 0)
}

// boxBeginnings has, by the byte that words for a box begin with, a bit for each that is the
// second one.
var boxBeginnings = func() (t [256][4]uint64) {
	for _, set := range [...]*wordSet{boxes, boxesWithout} {
		for w := range strings.SplitSeq(set.list, "|") {
			for _, w := range [...]string{w, strings.ToUpper(w), strings.ToUpper(w[:1]) + w[1:], w[:1] + strings.ToUpper(w[1:])} {
				t[w[0]][w[1]/64] |= 1 << (w[1] % 64)
			}
		}
	}
	return t
}()
