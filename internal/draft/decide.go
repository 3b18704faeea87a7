package draft

import (
	"cmp"
	"fmt"
	"slices"

	"kycmigrate/internal/kyc"
)

// choice is what a slot is filled from.
type choice struct {
	slot     slot
	form     string // from, join or first
	columns  []*candidate
	with     string // between the parts of a join
	score    float64
	evidence []string
	todo     string       // why somebody must decide; "" where it is certain
	offers   []*candidate // what it may be, where it is not certain
}

// slots lists what a draft may fill, in the order of the fields, and then what
// helps others.
func slots() []slot {
	var list []slot
	for _, name := range kyc.FieldNames() {
		list = append(list, slot(name))
	}
	for k := range kyc.NumImages {
		list = append(list, slot(k.String()))
	}
	return append(list, helpers...)
}

// decision is what all slots came to.
type decision struct {
	*table
	by     map[slot]*choice
	chosen map[int]slot // by the column's index: the slot it was given

	peopleFound []*candidate // see people
}

// decide gives each slot its column, by the best total, and then asks of each
// whether anything speaks against it.
func (t *table) decide() *decision {
	d := &decision{table: t, by: map[slot]*choice{}, chosen: map[int]slot{}}
	all := slots()
	worth := make([][]float64, len(all))
	for i, s := range all {
		worth[i] = make([]float64, len(t.columns))
		for j, c := range t.columns {
			if x, ok := c.claims[s]; ok && x.weight >= 0.25 {
				// Of equals the first stands, and certainty counts more than
				// two halves of it.
				worth[i][j] = x.score()*x.score() + 0.0001*float64(len(t.columns)-j)/float64(len(t.columns))
			}
		}
	}
	for i, j := range assign(worth) {
		if j >= 0 {
			d.chosen[j] = all[i]
		}
	}
	for j, s := range d.chosen {
		d.by[s] = d.judged(s, t.columns[j])
	}
	d.dateParts()
	d.ownName()
	d.signsIn()
	d.repeatedName()
	d.outcome()
	d.otherCheck()
	d.lawfulCheck()
	d.whichPicture()
	d.samePerson()
	d.documents()
	d.checkDigit()
	d.onePaper()
	d.taxNumber()
	d.street()
	d.cityBeside()
	d.oneAddress()
	d.livedAt()
	d.seldomWritten()
	d.farOff()
	d.farFromPaper()
	d.postBoxes()
	d.sameAddress()
	d.whichCountry()
	d.countryOfPaper()
	d.stateOfIssue()
	d.lowestLevel()
	d.areaOrCity()
	d.askSubstitutes()
	d.loneName()
	d.infix()
	d.twoLastNames()
	d.threeNames()
	d.fullName()
	d.keyAsUser()
	d.suggest()
	d.cityInLines()
	d.whereDrifted()
	return d
}

// judged is the choice of a column for a slot, and what is to be decided of it.
func (d *decision) judged(s slot, c *candidate) *choice {
	x := c.claims[s]
	ch := &choice{slot: s, form: "from", columns: []*candidate{c}, score: x.score(), evidence: []string{c.nameEvidence(x.weight), x.why}}
	if rivals := d.rivals(s, c); len(rivals) > 0 {
		ch.offers = append([]*candidate{c}, rivals...)
		ch.todo = "more than one column may be it"
		return ch
	}
	if other := d.alternative(s, c); other != "" {
		ch.offers = []*candidate{c}
		ch.todo = fmt.Sprintf("it may as well be %s", other)
		return ch
	}
	if !x.certain(s) {
		ch.offers = []*candidate{c}
		ch.todo = x.doubt()
	}
	return ch
}

// certain reports whether name and content agree so far that nobody need be
// asked. Codes that nobody knows are asked for one by one.
func (x claim) certain(s slot) bool {
	switch s {
	case slotStatus, slotGender, slotIDType:
		if x.weight >= 0.95 && x.verdict >= allows {
			return true
		}
	}
	return x.weight >= 0.8 && x.verdict >= looks || x.weight >= 0.7 && x.verdict == proves
}

// doubt says what keeps a claim from being certain.
func (x claim) doubt() string {
	switch {
	case x.weight < 0.3:
		return "the name of the column says nothing, only its content"
	case x.verdict == silent:
		return "the column has no value to judge by"
	case x.verdict == allows:
		return "the name may mean it, but " + x.why
	case x.verdict == proves && x.why != "":
		return "the name does not say it plainly, though " + x.why
	}
	return "the name does not say it plainly"
}

// nameEvidence says what the name of a column told, or that its values did alone: see emailContext and
// provenContext.
func (c *candidate) nameEvidence(weight float64) string {
	switch {
	case len(c.header.order) == 0 && weight >= 0.3:
		return "the name says nothing, and no other column has such values"
	case weight >= 0.8:
		return "the name says so"
	case weight >= 0.3:
		return "the name may mean it"
	}
	return "the name says nothing"
}

// rivals lists the other columns that may be for a slot: their names say it
// nearly as surely, their content no less, they hold something else, and they
// are wanted nowhere else.
func (d *decision) rivals(s slot, c *candidate) []*candidate {
	near := 0.3
	switch {
	case s == slotIP: // of several, the names hardly tell which is wanted
		near = 0.5
	case c.header.has["permanent"], c.variant(): // it may be another one that is in use
		near = 0.5
	}
	x := c.claims[s]
	var list []*candidate
	for _, r := range d.columns {
		y, claims := r.claims[s]
		if r != c && claims && s == slotUserID && r.callsUser() && !c.header.has["login"] && !c.calledBefore(r) {
			list = append(list, r)
			continue
		}
		if s == slotIdentity && r != c && c.social() && r.header.has["tax"] && claims {
			list = append(list, r) // of the two one is as good as the other, and the client says which
			continue
		}
		if s == slotIdentity && r != c && c.before(r) {
			continue
		}
		if r == c || !claims || y.weight < x.weight-near || y.weight < 0.3 && x.weight >= 0.8 || y.verdict < x.verdict && y.verdict < looks && y.weight <= x.weight {
			continue
		}
		if y.verdict == silent || y.weight < x.weight && y.verdict < x.verdict {
			continue
		}
		if g, taken := d.chosen[r.index]; taken && g != s && r.claims[g].weight > y.weight {
			continue
		}
		if s == slotIdentity && c.tellsBirth && !r.tellsBirth && !r.header.has["passport"] {
			continue // it is of somebody who was born on that day, and of the other that is not known
		}
		if (s == slotIssueDate || s == slotExpireDate || s == slotIssuing) && d.ofOtherPaper(c, r) {
			continue
		}
		if s == slotNationality && x.verdict == proves && y.verdict < proves && r.content.share(r.content.lettered) < 0.5 {
			continue // codes of peoples, as states of the Soviet Union had, beside those of countries
		}
		if s == slotIssuing && c.header.has["country"] && !r.header.has["country"] && r.header.has["authority"] {
			continue // an embassy is where it is
		}
		if d.same(c, r, s) || r.variant() && !c.variant() || c.header.plainer(s, r.header) {
			continue
		}
		list = append(list, r)
	}
	slices.SortStableFunc(list, func(a, b *candidate) int { return cmp.Compare(b.claims[s].score(), a.claims[s].score()) })
	return list
}

// socials are numbers of a person's insurance, in countries in which a number for the
// tax is used as much.
var socials = []string{"αμκα", "amka", "sss", "gsis", "sssgsis", "nss", "niss", "imss", "cuil", "pis", "nis", "ssnit", "nssf", "nhif", "bpjs", "epf", "kwsp", "socso", "снилс", "snils", "oasi", "avs", "ahv"}

// outranked are numbers of a person, and behind each the numbers beside which it is the one
// that a country knows its people by.
var outranked = map[string][]string{
	"curp": {"rfc", "nss", "imss"}, "рнокпп": {"унзр"}, "oib": {"jmbg", "mbg"}, "cpf": {"rg", "pis", "cnh", "nis"}, "tckn": {"ykn", "vkn", "sgk"}, "nik": {"npwp", "bpjs", "sim"}, "pesel": {"nip", "regon"},
	"dni": {"cuit", "cuil", "nss", "ruc"}, "nif": {"niss", "nss"}, "adoazonosito": {"taj"}, "adoazon": {"taj"}, "cnp": {"cui", "cif"}, "egn": {"eik", "bulstat"}, "егн": {"еик", "булстат"}, "bsn": {"btw"}, "nric": {"fin", "uen"}, "jmbg": {"pib"}, "rut": {"nss"}, "cccd": {"cmnd", "mst"}, "cedula": {"rnc", "rif", "ruc"},
	"aadhaar": {"voter"}, "emirates": {"uid", "unified"}, "rrn": {"arn"}, "personnummer": {"orgnr"}, "ppsn": {"vat"}, "nino": {"utr"},
}

// before reports whether a number is the one that a country knows its people by, beside
// another one.
func (c *candidate) before(r *candidate) bool {
	others := tokens(r.name)
	return slices.ContainsFunc(tokens(c.name), func(t token) bool {
		return slices.ContainsFunc(others, func(o token) bool { return slices.Contains(outranked[t.text], o.text) })
	})
}

// social reports whether the name of a column is that of a number of insurance.
func (c *candidate) social() bool {
	return slices.ContainsFunc(tokens(c.name), func(t token) bool { return slices.Contains(socials, t.text) })
}

// sure reports whether a slot is filled and nobody need be asked.
func (d *decision) sure(s slot) bool { return d.by[s] != nil && d.by[s].todo == "" }

// ownName makes the number of the customer unsure as what the client calls the user,
// where another column may be what the customer signs in with.
func (d *decision) ownName() {
	ch := d.by[slotUserID]
	if ch == nil || ch.todo != "" || ch.columns[0].header.has["login"] {
		return
	}
	before := d.before(ch.columns[0])
	for _, c := range d.columns {
		if c != ch.columns[0] && (d.mayBeLogin(c) || d.sharedLogin(c) || c == before) {
			ch.offers = append(ch.offers, c)
		}
	}
	if len(ch.offers) > 0 {
		ch.todo, ch.offers = "another column may be what the customer signs in with", append([]*candidate{ch.columns[0]}, ch.offers...)
	}
}

// repeatedName says of a column that is surely what the client calls the user how many rows
// will be rejected for the value of another one.
func (d *decision) repeatedName() {
	if !d.sure(slotUserID) {
		return
	}
	ch := d.by[slotUserID]
	if x := ch.columns[0].content; x.exact && x.distinct < x.filled {
		ch.evidence = append(ch.evidence, counted(int(x.filled-x.distinct), "row repeats", "rows repeat")+" the value of an earlier one, and will be rejected: "+d.lookAt(ch.columns[0].name)+" tells which")
	}
}

// outcome makes a status unsure of which only the name tells that it is that of the check,
// where another column has words for an outcome: it may tell how far the check has come.
func (d *decision) outcome() {
	if !d.sure(slotStatus) {
		return
	}
	ch := d.by[slotStatus]
	c := ch.columns[0]
	for _, r := range d.columns {
		if r == c || !d.unread(r) || r.detail.Values == nil || r.knownShare(slotGender) >= 0.9 || r.header.has["selfie"] && c.header.says("kyc", "status") {
			continue
		}
		own, _ := c.outcomeShare()
		if known, _ := r.outcomeShare(); known >= 0.5 && known > own {
			ch.todo, ch.offers = "another column has words for an outcome", []*candidate{c, r}
			return
		}
	}
}

// whichPicture makes a picture unsure whose name leaves open which one it is, where nobody
// knows what another one is of.
func (d *decision) whichPicture() {
	const plain = 0.95
	for _, s := range []slot{slotFront, slotBack, slotSelfie, slotProof} {
		ch := d.by[s]
		if ch == nil || ch.todo != "" || ch.columns[0].claims[s].weight >= plain {
			continue
		}
		for _, r := range d.columns {
			if v, _ := r.judge(s, d.now); r != ch.columns[0] && v >= allows && d.unread(r) && (d.pages(ch.columns[0]) || !d.pages(r)) {
				ch.todo, ch.offers = "another column has pictures as well", []*candidate{ch.columns[0], r}
				break
			}
		}
	}
}

// callsUser reports whether a column holds what customers call themselves, or what a
// client of the system calls them, each something else: what they are called there is
// for the operator to say, if they have a number as well.
func (c *candidate) callsUser() bool {
	return (c.header.any("login", "external") || c.header.says("user", "id") || c.header.says("user", "code") && c.ofUsers()) && c.header.any("login", "user") &&
		len(c.header.unknown) <= 1 && c.content.n > 0 && c.content.variety() >= 0.75 && !c.means(slotIdentity)
}

// calledBefore reports whether a column has what the client calls each user, and another one an
// id of users that most rows lack.
func (c *candidate) calledBefore(r *candidate) bool {
	const most = 0.5
	return c.header.says("user", "external") && c.content.unique() && !r.header.has["login"] && r.content.fill() < most
}

// plainer reports whether a name says what another one leaves open, or denies: that
// this is the address of today, or the status of the check.
func (h *header) plainer(s slot, other header) bool {
	return h.has["now"] && other.has["permanent"] || h.has["contact"] && other.has["secondary"] && !other.has["contact"] ||
		s == slotStatus && h.has["kyc"] && !h.any("document", "id", "idcard") && !other.has["kyc"] ||
		slices.Contains(homely, s) && s != slotEmail && !h.any("contact", "permanent") && other.has["contact"]
}

// variant reports whether a name says that its column holds another writing of
// what a plain one holds.
func (c *candidate) variant() bool { return c.header.any("latin", "native") }

// alternative names the slot that a column may be for as well, "" for none: its
// name says both, and no better column is there for the other.
func (d *decision) alternative(s slot, c *candidate) slot {
	const near = 0.15
	x := c.claims[s]
	var others []slot
	for g, y := range c.claims {
		if g == s || y.weight < x.weight-near || y.verdict < x.verdict || y.weight < 0.3 {
			continue
		}
		if d.better(g, y.weight) {
			continue
		}
		others = append(others, g)
	}
	if len(others) == 0 {
		return ""
	}
	return slices.Min(others)
}

// better reports whether a slot has a column of its own whose name says more.
func (d *decision) better(s slot, weight float64) bool {
	for j, g := range d.chosen {
		if g == s && d.columns[j].claims[s].weight > weight {
			return true
		}
	}
	return false
}
