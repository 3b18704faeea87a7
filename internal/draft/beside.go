package draft

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"kycmigrate/internal/inspect"
)

// What a column is by itself another one beside it may unsettle: a general status beside a
// check's, the least of several levels of places, a number beside the type of its paper.

// checkPieces are what the words for the checks that the law asks for begin or end with, as
// names of columns have them, also run together with another word: AMLOK, StKyc, ISPEP.
var checkPieces = []string{"aml", "kyc", "cdd", "pep", "peps"}

// noChecks are words that begin or end so by chance: an e-mail in Swahili, property.
var noChecks = wordSet("pepe pepper pepsi amlak dapep")

// ofCheck reports whether the name of a column speaks of a check that the law asks for,
// and its values may tell what came out of it: few words or codes, and no days.
func (c *candidate) ofCheck() bool {
	if x := c.content; x.n == 0 || len(c.detail.Values) == 0 || len(c.detail.Values) > mostCodes || x.share(x.dated+x.moments) >= 0.5 || c.header.any("staff", "reason", "organisation", "type", "contract") {
		return false
	}
	return slices.ContainsFunc(tokens(c.name), func(t token) bool {
		return !noChecks[t.text] && slices.ContainsFunc(checkPieces, func(p string) bool {
			return strings.HasPrefix(t.text, p) || strings.HasSuffix(t.text, p)
		})
	})
}

// saysOutcomes reports whether whole words for good outcomes of a check and for bad or open
// ones stand in nearly all rows that have a value.
func (c *candidate) saysOutcomes() bool {
	const word = 4
	_, both := c.outcomeShare()
	return both && c.knownShare(slotStatus) >= 0.9 && !slices.ContainsFunc(c.detail.Values, func(v inspect.Value) bool {
		return v.Value != "" && spaced(v.Value) && utf8.RuneCountInString(v.Value) < word
	})
}

// otherCheck makes a status unsure that no word of its name makes a check's, where another
// column speaks of one: the general status may be the account's. A mark of those who hold
// an office, or a grade of risk, is no outcome where the status has words for some.
func (d *decision) otherCheck() {
	if !d.sure(slotStatus) {
		return
	}
	ch := d.by[slotStatus]
	c := ch.columns[0]
	if c.ofCheck() || c.header.any("kyc", "register") {
		return
	}
	for _, r := range d.columns {
		if r != c && r.ofCheck() && !(r.header.has["risk"] && c.saysOutcomes()) {
			ch.todo, ch.offers = "another column speaks of a check", []*candidate{r, c}
			return
		}
	}
}

// lawfulCheck offers the only column that speaks of a check that the law asks for and has words
// for outcomes, where no other one is the outcome of that of the person: it may be of something else.
func (d *decision) lawfulCheck() {
	const least = 0.5
	if d.by[slotStatus] != nil {
		return
	}
	var found []*candidate
	for _, c := range d.columns {
		if share, both := c.outcomes(); both && share >= least && c.ofCheck() && c.header.any("kyc", "status", "result") {
			found = append(found, c)
		}
	}
	if len(found) == 1 {
		d.by[slotStatus] = &choice{slot: slotStatus, form: "from", columns: found, offers: found, score: least, todo: "it speaks of a check that the law asks for, and may be of something else than who somebody is"}
	}
}

// lowest are words for the least of several levels of places, of which one may as well be
// the city where it stands alone; levels are those for what is between them and a region.
var (
	lowest = wordSet("village vill villages hamlet cell ward umudugudu akagari kijiji mtaa kampung desa dusun kelurahan gaon gram grama mouza aldea caserio poblado vereda koy mahalle phum ban село аул аил қишлоқ кишлак القريه قريه गांव गाँव ग्राम গ্রাম")
	levels = wordSet("district dist cell sector ward parish subcounty subdistrict county commune constituency division woreda kebele zone tehsil taluk taluka tahsil mandal block thana upazila union chiefdom ta kecamatan kabupaten kab kota municipality municipio municipalite comuna mukim daerah ilce rayon raion район аудан ауданы туман сельсовет umurenge akarere srok khan khum commune wilaya kata wilayah upzila zila zilla जिला জেলা উপজেলা ইউনিয়ন المركز القضاء المحافظه الناحيه")
)

// towns are words that make more of a name than a village: of what somebody lives in, be it
// one or the other.
var towns = wordSet("town towns city cities shahar shahr nagar nagara ville mji ciudad pueblo cidade stadt город қала шаҳар مدينه المدينه शहर नगर শহর")

// wordSet is the set of the words of a list.
func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(list) {
		set[fold(word)] = true
	}
	return set
}

// called reports whether a word of a name is in a set, or two that stand together are.
func (c *candidate) called(set map[string]bool) bool {
	list := tokens(c.name)
	for i, t := range list {
		if set[t.text] || i > 0 && set[list[i-1].text+t.text] {
			return true
		}
	}
	return false
}

// lowestLevel makes a city unsure that is called a village, or another least level of
// places, where a column close to it has a level above: an address may call that the city.
func (d *decision) lowestLevel() {
	const near = 4
	if !d.sure(slotCity) {
		return
	}
	ch := d.by[slotCity]
	c := ch.columns[0]
	if !c.called(lowest) || c.called(towns) {
		return
	}
	for _, r := range d.columns[max(0, c.index-near):min(len(d.columns), c.index+near+1)] {
		if r != c && r.content.n > 0 && d.object(r) == d.object(c) && r.called(levels) && r.content.share(r.content.digited) < 0.5 && !r.header.any("other", "staff", "email", "image") {
			ch.todo, ch.offers = "a level of places above it stands in "+Shown(r.name)+", and may be the city", []*candidate{c, r}
			return
		}
	}
}

// areas are words that mean a region in some countries, and in others a part of a town or
// the town.
var areas = wordSet("area areas المنطقه منطقه zone zona")

// areaOrCity makes a region unsure that is called an area, where no column is the city.
func (d *decision) areaOrCity() {
	if !d.sure(slotState) || d.sure(slotCity) {
		return
	}
	if ch := d.by[slotState]; ch.columns[0].called(areas) {
		ch.todo, ch.offers = "it may be the city, which no column is called", ch.columns
	}
}

// besidePlace lists the columns with parts of a place that stand right behind the lines of
// an address, and in the same object.
func (d *decision) besidePlace(lines []*candidate) (list []*candidate) {
	const near = 3
	last := lines[len(lines)-1]
	for _, c := range d.columns[last.index+1 : min(len(d.columns), last.index+near+1)] {
		place := c.header.any("city", "state", "region", "district") && !c.header.any("line", "status", "other", "staff", "organisation", "birth", "code", "issue", "document")
		if place && c.content.n > 0 && c.content.share(c.content.lettered) >= 0.5 && d.object(c) == d.object(last) && whichAddress(c) == whichAddress(last) {
			list = append(list, c)
		}
	}
	return list
}

// paperFamily makes less of a number of a person whose short name differs in its first
// letter only from those of a paper's type and of its days: NID beside TID, DID and VID is
// the number of that paper.
func (t *table) paperFamily() {
	const least, longest, unsure = 2, 5, 0.6
	for _, c := range t.with(slotIdentity, 0.8) {
		if len(c.name) < 3 || len(c.name) > longest || strings.ContainsFunc(c.name, func(r rune) bool { return r > 'z' || r < '0' }) {
			continue
		}
		days, others := 0, 0
		for _, r := range t.columns {
			if r == c || len(r.name) != len(c.name) || !strings.EqualFold(r.name[1:], c.name[1:]) {
				continue
			}
			others++
			days += b2i(r.content.share(r.content.dated) >= 0.5)
		}
		if others >= least && days > 0 {
			c.named[slotIdentity] = min(c.named[slotIdentity], unsure)
			c.named[slotDocument] = max(c.named[slotDocument], unsure)
		}
	}
}

// A system whose names are too short for anybody to understand alone is told by the many
// of them that a table has.
const leastAmplitude = 9

// amplitude are the columns of the table of customers in Sopra's system for banks, of which
// each has a name of a few letters, and what those mean that say something of a person.
var amplitude = map[string]string{
	"CLI": "user number", "NOM": "last name", "PRE": "first name", "SEXT": "gender", "DNA": "birth date", "NAT": "nationality", "RES": "residence country", "TID": "document type", "NID": "document number",
	"DID": "issue date document", "VID": "expiry date document", "LID": "issue place document", "OID": "issue authority document", "NJF": "other last name", "VILN": "birth other place", "PAYN": "birth other country", "NMER": "other name",
	"AGE": "organisation", "TCLI": "risk", "LIB": "title", "SIT": "marital", "NBENF": "other", "GES": "staff", "QUA": "flag", "SEG": "risk", "CATN": "flag", "LTER": "flag", "DOU": "event date", "DMO": "event date", "UTI": "staff",
}

// amplitudeNames reads the names of that table.
func (t *table) amplitudeNames() {
	n, own := 0, false
	for _, c := range t.columns {
		_, known := amplitude[c.name]
		n += b2i(known)
		own = own || c.name == "TCLI"
	}
	if n < leastAmplitude || !own {
		return
	}
	for _, c := range t.columns {
		if meaning, known := amplitude[c.name]; known {
			c.header = header{has: map[concept]bool{}, first: fold(c.name)}
			for _, m := range strings.Fields(meaning) {
				c.header.add(m)
			}
		}
	}
}

// temenos are names of the table of customers in Temenos Transact that say less alone than
// they mean there, and temenosOwn those by which the table is told.
var (
	temenos    = map[string]string{"@ID": "user number", "NAME.1": "full name", "SHORT.NAME": "short name"}
	temenosOwn = []string{"MNEMONIC", "SHORT.NAME", "NAME.1", "ACCOUNT.OFFICER", "SECTOR", "INDUSTRY", "CO.CODE", "CURR.NO", "INPUTTER", "AUTHORISER", "LEGAL.ID", "TOWN.COUNTRY"}
)

// temenosNames reads the names of that table.
func (t *table) temenosNames() {
	const least = 5
	plain := strings.NewReplacer("_", ".", " ", ".")
	own, id := 0, false
	for _, c := range t.columns {
		name := plain.Replace(strings.ToUpper(c.name))
		own += b2i(slices.Contains(temenosOwn, name))
		id = id || name == "@ID"
	}
	if own < least || !id {
		return
	}
	more := slices.ContainsFunc(t.columns, func(c *candidate) bool { return plain.Replace(strings.ToUpper(c.name)) == "NAME.2" && c.content.n > 0 })
	for _, c := range t.columns {
		if more && c.header.has["name"] {
			continue // the name goes on, or has parts
		}
		if meaning, known := temenos[plain.Replace(strings.ToUpper(c.name))]; known {
			c.header = header{has: map[concept]bool{}, first: fold(c.name)}
			for _, m := range strings.Fields(meaning) {
				c.header.add(m)
			}
		}
	}
}

// nameObject is the object of a name in that of a user, which is no name of a user.
var nameObject = regexp.MustCompile(`(?i)\buser[._]?names?[.:](\pL)`)

// outOfName takes the name of a person's parts out of a path: of user.name.given_name
// remains user.given_name.
func outOfName(path string) string { return nameObject.ReplaceAllString(path, "user.$1") }
