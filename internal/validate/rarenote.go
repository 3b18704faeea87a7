package validate

import (
	"strings"

	"kycmigrate/internal/kyc"
)

// What the rarities are counted of: records that have a field, or of which something is known.
const (
	countMail = iota
	countBirth
	countIP
	countName
	countFirst
	countLast
	countForm
	countOrder
	countEast
	countSurnames
	countGiven
	countPlace
	countTown
	countStreet
	countDocument
	countPassport
	countNation
	countCard
	countLicence
	countTerm
	countUser
	countShortUser

	numCounts
)

// countOf says of what the rarities are counted that not all records may have: those of
// missingFields are counted of all.
var countOf = [numRarities]uint8{
	rareReservedMail: countMail, rareInnerMail: countMail, rareTestMail: countMail, rareSystemMail: countMail, rareEpochBirth: countBirth, rareInnerIP: countIP, rareNobodyIP: countIP,
	rareCount: countName, rareTitle: countName, rareAlphabets: countName, rareFirstTitle: countFirst, rareNoLast: countFirst, rareLastTitle: countLast,
	rareForm: countForm, rareOrder: countOrder, rareFirstOrder: countEast, rareSecondLast: countSurnames, rareGiven: countGiven, rareNoCountry: countPlace, rareTown: countTown, rareNoCity: countStreet, rareBox: countStreet,
	rareNoNumber: countDocument, rareNoIssue: countPassport, rareNoExpiry: countPassport, rareNation: countNation, rareCard: countCard, rarePermit: countDocument, rareCitizenCard: countDocument, rarePassportCard: countDocument, rareLicence: countLicence, rareUneven: countTerm,
	rareSystemUser: countUser, rareTestUser: countUser, rareOtherUser: countUser, rareBlankUser: countUser, rareNoughtUser: countShortUser,
}

// noteRare counts what a record has of each.
func (x *Identity) noteRare(rec *kyc.Record, row uint32) {
	sub := &rec.Submission
	x.noteRareMail(rec, row)
	if sub[kyc.BirthDate] != "" {
		x.counts[countBirth]++
		if rec.Days.Birth == 0 || rec.Days.Birth == kyc.Day(epoch) {
			x.noteSuspect(rareEpochBirth, rec, row)
		}
	}
	x.noteRareIP(rec, row)
	x.noteRareName(rec, row)
	for i, f := range missingFields {
		if sub[f] == "" {
			x.noteMissing(rareNoNation+i, rec, row)
		}
	}
	x.noteRarePlace(rec, row)
	if kind := sub[kyc.IDType]; kind != "" {
		x.noteDocument(rec, kind, row)
	}
	x.noteRareUser(rec, row)
}

func (x *Identity) noteRareMail(rec *kyc.Record, row uint32) {
	mail := rec.Submission[kyc.Email]
	if mail == "" {
		return
	}
	x.counts[countMail]++
	if mayBeRareMail(mail) {
		x.noteSuspect(rareReservedMail, rec, row)
		x.noteSuspect(rareInnerMail, rec, row)
	}
	if numbered.begins(mail) {
		x.noteSuspect(rareTestMail, rec, row)
	}
	if systemUsers.begins(mail) {
		x.noteSuspect(rareSystemMail, rec, row)
	}
}

func (x *Identity) noteRareIP(rec *kyc.Record, row uint32) {
	ip := rec.Submission[kyc.IPAddress]
	if ip == "" {
		return
	}
	x.counts[countIP]++
	if nobodysIP(ip) || exampleIP(ip) {
		x.rare[rareInnerIP].against++
		x.noteSuspect(rareNobodyIP, rec, row)
	}
	if innerIPBegins(ip) {
		x.noteSuspect(rareInnerIP, rec, row)
	}
}

func (x *Identity) noteRareName(rec *kyc.Record, row uint32) {
	sub := &rec.Submission
	full, first, last := sub[kyc.FullName], sub[kyc.FirstName], sub[kyc.LastName]
	if full != "" {
		x.counts[countName]++
		if isDigit(full[len(full)-1]) {
			x.noteSuspect(rareCount, rec, row)
		}
		if !rec.Plain.Has(kyc.FullName) || first != "" && last != "" && (beyondLatin(first) || beyondLatin(last)) {
			if _, _, may := mayBeTwoAlphabets(sub); may {
				x.noteSuspect(rareAlphabets, rec, row)
			}
		}
	}
	if first != "" {
		x.counts[countFirst]++
		if last == "" {
			x.noteSuspect(rareNoLast, rec, row)
		}
	}
	if last != "" {
		x.counts[countLast]++
	}
	if rec.Titled != 0 {
		for i := rareTitle; i <= rareLastTitle; i++ {
			if sub[rarityRules[i].field] != "" {
				x.noteSuspect(i, rec, row)
			}
		}
	}
	if tells, against := tellsGender(rec); tells {
		x.counts[countForm]++
		if against {
			x.noteSuspect(rareForm, rec, row)
		}
	}
	if first != "" && last != "" {
		x.noteOrder(sub, row)
		x.noteGiven(rec, row)
		if full != "" && twoSurnames(sub[kyc.Nationality]) {
			x.counts[countSurnames]++
			x.noteJudged(rareSecondLast, row, secondLost(full, first, last))
		}
	}
}

// noteGiven notes whose first name is of the other gender, unless so many are that it is not told.
func (x *Identity) noteGiven(rec *kyc.Record, row uint32) {
	if x.rare[rareGiven].usual {
		return
	}
	tells, against := givenGender(rec)
	if !tells {
		return
	}
	x.counts[countGiven]++
	if against {
		x.noteSuspect(rareGiven, rec, row)
	}
}

// noteOrder notes in which order a whole name has the first and the last one, where it is
// made of them.
func (x *Identity) noteOrder(sub *kyc.Submission, row uint32) {
	full, first, last := sub[kyc.FullName], sub[kyc.FirstName], sub[kyc.LastName]
	straight := joined(full, first, last)
	if !straight && !joined(full, last, first) {
		return
	}
	x.counts[countOrder]++
	x.noteJudged(rareOrder, row, !straight && turnedAbout(sub))
	if eastFamilies.of(sub[kyc.Nationality]) != nil {
		x.counts[countEast]++
		x.noteJudged(rareFirstOrder, row, straight && turnedInEast(sub))
	}
}

func (x *Identity) noteRarePlace(rec *kyc.Record, row uint32) {
	sub := &rec.Submission
	street, city, country := sub[kyc.AddressStreet], sub[kyc.AddressCity], sub[kyc.AddressCountry]
	if city != "" || street != "" {
		x.counts[countPlace]++
		if country == "" && !toldOf(rec.Issues, kyc.AddressCountry) {
			x.noteSuspect(rareNoCountry, rec, row)
		}
	}
	if city != "" && country != "" {
		x.counts[countTown]++
		if x.towns.elsewhere(sub) {
			x.noteJudged(rareTown, row, true)
		}
	}
	if street != "" {
		x.counts[countStreet]++
		if city == "" {
			x.noteSuspect(rareNoCity, rec, row)
		}
		if boxBegins[street[0]] {
			x.noteSuspect(rareBox, rec, row)
		}
	}
}

func (x *Identity) noteRareUser(rec *kyc.Record, row uint32) {
	user := rec.Submission[kyc.UserID]
	if user == "" {
		return
	}
	x.counts[countUser]++
	if systemUsers.begins(user) && !isDigit(user[len(user)-4]) { // three digits at most
		x.noteSuspect(rareSystemUser, rec, row)
	}
	if numbered.begins(user) {
		x.noteSuspect(rareTestUser, rec, row)
	}
	signs := signed(user)
	if mayBeOther(user, signs) {
		x.noteSuspect(rareOtherUser, rec, row)
	}
	if signs && strings.IndexByte(user, ' ') >= 0 {
		x.noteSuspect(rareBlankUser, rec, row)
	}
	if len(user) == 1 {
		x.counts[countShortUser]++
		if user == "1" {
			x.rare[rareNoughtUser].against++
		}
		x.noteSuspect(rareNoughtUser, rec, row)
	}
}

// missingFields are those that nearly all rows have or none, in the order of their rarities.
var missingFields = [...]kyc.Field{kyc.Nationality, kyc.UserID, kyc.IPAddress, kyc.AddressStreet, kyc.CF1, kyc.CF2, kyc.CF3, kyc.Gender}

// noteMissing notes that a row lacks a value of missingFields.
func (x *Identity) noteMissing(i int, rec *kyc.Record, row uint32) {
	r := &x.rare[i]
	if r.of = x.rows; !r.common() && hasRare(i, rec) {
		r.note(row)
	}
}

// noteSuspect notes a row whose value may be the rare one.
func (x *Identity) noteSuspect(i int, rec *kyc.Record, row uint32) {
	r := &x.rare[i]
	if r.of = x.counts[countOf[i]]; (i == rareEpochBirth || !r.common()) && hasRare(i, rec) {
		r.note(row)
	}
}

// noteJudged is noteSuspect for a value of which it is known whether it is the rare one.
func (x *Identity) noteJudged(i int, row uint32, has bool) {
	r := &x.rare[i]
	if r.of = x.counts[countOf[i]]; !r.common() && has {
		r.note(row)
	}
}

// note notes a row that has the value.
func (r *rarity) note(row uint32) {
	if r.n++; len(r.rows) < mostRare {
		r.rows = append(r.rows, row)
	}
}
