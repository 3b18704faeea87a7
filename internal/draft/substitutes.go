package draft

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Where the column that is meant is not there, another one is the next best, and nothing in
// its name or its values need speak against it: the second line of an address, a suburb, the
// holder of a bank account, the passport of somebody who showed a card. What may be such a
// substitute is offered, and never taken.

// substitute is a question that is asked of a column which is sure else.
type substitute struct {
	of   []slot
	is   func(d *decision, s slot, ch *choice) bool
	todo string
}

// paperSlots are the slots that say something of a document, and the picture of it.
var paperSlots = []slot{slotIDType, slotIssuing, slotDocument, slotIdentity, slotIssueDate, slotExpireDate, slotFront}

var substitutes = []substitute{
	{[]slot{slotStreet, slotAddress}, (*decision).laterLine, "the first line of the address is not there, and a later one need not be the street"},
	{[]slot{slotStreet}, (*decision).wholeElsewhere, "most of its values name a town themselves, and seldom the one in the column of the city"},
	{[]slot{slotAddress}, (*decision).streetOnly, "it may be the street alone, as no column has the city"},
	{[]slot{slotCity, slotState}, (*decision).partOfTown, "by its name it may be a part of the town, or what the town lies in"},
	{[]slot{slotCity}, (*decision).countyAndTown, "its places are counties as well as towns, and another column has what lies in them"},
	{[]slot{slotFullName, slotFirstName, slotLastName}, (*decision).accountHolder, "it is the holder of an account that the customer named, and may be somebody else"},
	{[]slot{slotStatus}, (*decision).stateOfAccount, "it looks like the state of the account, and not like the outcome of a check"},
	{[]slot{slotDocument, slotIdentity, slotIDType}, (*decision).ofRegister, "by its name it is of a check, of a contract or of a register"},
	{paperSlots, (*decision).secondPaper, "by its name it is of a second document"},
	{[]slot{slotDocument, slotIdentity}, (*decision).oneKindOnly, "it is the number of one kind of document, and the types say that others showed another"},
	{[]slot{slotUserID}, (*decision).ofOtherThing, "by its name it is the number of something else than the customer"},
	{ofPapers, (*decision).ofNumberedPaper, "it is of a document whose number stands in another column than the one taken"},
}

// askSubstitutes makes unsure what may be taken only because something else is not there.
func (d *decision) askSubstitutes() {
	for _, q := range substitutes {
		for _, s := range q.of {
			if ch := d.by[s]; d.sure(s) && q.is(d, s, ch) {
				ch.todo, ch.offers = q.todo, ch.columns
			}
		}
	}
}

// laterLine reports whether what is taken begins with a later line of an address than the
// first.
func (d *decision) laterLine(_ slot, ch *choice) bool {
	first := ch.columns[0]
	return first.header.has["line"] && first.header.ordinal > 1 && !slices.ContainsFunc(d.columns, func(c *candidate) bool {
		return c != first && joined(c.name) == strings.ReplaceAll(joined(first.name), strconv.Itoa(first.header.ordinal), "1") // which is something else by its system
	})
}

// wholeElsewhere reports whether what is taken for a street has whole addresses, most of them
// in another town than the column of the city says.
func (d *decision) wholeElsewhere(_ slot, ch *choice) bool {
	const seldom, most, least, longest = 0.6, 0.5, 3, 200
	c, city := ch.columns[0], d.by[slotCity]
	if ch.form != "from" || city == nil || d.holds(c, city.columns[0]) >= seldom {
		return false
	}
	places := map[string]bool{}
	for _, text := range d.texts(city.columns[0]) {
		if name := fold(text); len(name) >= least && len(places) < longest {
			places[name] = true
		}
	}
	listed := slices.Collect(maps.Keys(places))
	n, within := 0, 0
	for _, text := range d.texts(c) {
		whole := fold(text)
		n++
		within += b2i(slices.ContainsFunc(listed, func(p string) bool { return strings.Contains(whole, p) }))
	}
	return n >= 10 && float64(within) >= most*float64(n)
}

// streetOnly reports whether a column that is called just an address names no city that
// others name as well, where the region has a column of its own and the city has none.
func (d *decision) streetOnly(_ slot, ch *choice) bool {
	c := ch.columns[0]
	return ch.form == "from" && !c.header.has["full"] && d.by[slotCity] == nil && d.by[slotState] != nil && c.content.n >= 10
}

// partsOfTowns are words for parts of a town, and for what several of them lie in, none of
// which the post calls the town.
var partsOfTowns = wordSet("suburb suburbs subburb voorstad district districts distr county comarca concelho okrug okres powiat gmina opstina opcina obcina општина општини община район района районы раион jarás járás rayon rajon rajonas savivaldybe savivaldybė wilaya wilayat qada kazası landkreis bezirk kreis arrondissement canton partido")

// partOfTown reports whether the name of a column says that its places are parts of towns, or
// have several of them, and not towns.
func (d *decision) partOfTown(s slot, ch *choice) bool {
	c := ch.columns[0]
	if s == slotState {
		return c.header.has["district"] || c.called(partsOfStates) || c.called(wilayas) && d.inSwahili()
	}
	part := c.header.has["district"] && !c.header.has["city"] || c.called(partsOfTowns) || c.called(wards)
	return part && !c.called(towns)
}

// Counties and the great towns beside them, in one column as Taiwan has them, and what lies in both.
var (
	countiesAndTowns = wordSet("縣市 縣市別 县市 縣/市 縣市名 縣市名稱")
	withinCounties   = wordSet("區 区 鄉鎮市區 鄉鎮區 鄉鎮市 鄉鎮 鄉鎮別 行政區 市區鄉鎮 區鄉鎮 鄉鎮市區別")
)

// countyAndTown reports whether a column has counties and towns alike, and another one what lies in them:
// of a county that is the town, and of a town its quarter.
func (d *decision) countyAndTown(_ slot, ch *choice) bool {
	return ch.columns[0].called(countiesAndTowns) && slices.ContainsFunc(d.columns, func(c *candidate) bool { return c.called(withinCounties) })
}

// partsOfStates are what a state has several of, and the area of a telephone.
var partsOfStates = wordSet("suburb comarca areacode areacd")

// wilayas are states in Arabic, and districts in Swahili, of which columns with the other
// words tell.
var (
	wilayas = wordSet("wilaya")
	swahili = wordSet("jina namba mkoa tarehe simu kata anwani")
)

// inSwahili reports whether columns have names in Swahili.
func (d *decision) inSwahili() bool {
	return slices.ContainsFunc(d.columns, func(c *candidate) bool { return c.called(swahili) })
}

// holders are words for the holder of an account, as joined has them.
var holders = []string{
	"accountholder", "acctholder", "accholder", "acholder", "accountname", "acctname", "beneficiaryname", "nameonaccount", "chutk", "chutaikhoan", "kontoinhaber", "titulardelacuenta", "titularcuenta", "titulardaconta", "titularconta",
	"titulaircompte", "titulaireducompte", "titulairecompte", "intestatarioconto", "intestatariodelconto", "rekeninghouder", "posiadaczrachunku", "wlascicielrachunku", "wlascicielkonta", "владелецсчета", "владельцасчета", "власникрахунку",
	"титулярнасметка", "hesapsahibi", "口座名義", "预留户名", "户名", "戶名", "예금주", "계좌주", "pemilikrekening", "namarekening", "صاحبالحساب", "اسمالحساب", "ชื่อบัญชี", "เจ้าของบัญชี", "kontohavare", "kontoinnehavare", "kontoindehaver", "kontohaver",
	"tilinomistaja", "szamlatulajdonos", "majiteluctu", "majitelluctu", "vlasnikracuna", "власникрачуна", "titularcont", "titularuldecont", "δικαιουχοσλογαριασμου", "בעלהחשבון", "खाताधारक",
}

// accountHolder reports whether a column has the holders of accounts that stand as somebody
// else wrote them: beside an account or a bank that does not identify the record.
func (d *decision) accountHolder(_ slot, ch *choice) bool {
	const near, first = 2, 3
	c := ch.columns[0]
	name := joined(c.name)
	if !slices.ContainsFunc(holders, func(w string) bool { return strings.Contains(name, w) }) {
		return false
	}
	return slices.ContainsFunc(d.columns[max(0, c.index-near):min(len(d.columns), c.index+near+1)], func(r *candidate) bool {
		return r != c && r.index >= first && r.header.any("account", "organisation") && !r.header.any("name", "status")
	})
}

// ofRegister reports whether a number is called that of a check or of a register, or stands, as
// its type does, for a policy.
func (d *decision) ofRegister(s slot, ch *choice) bool {
	if s != slotIDType && slices.ContainsFunc(ch.columns, (*candidate).numbersCheck) {
		return true
	}
	return ch.columns[0].called(policies) && slices.ContainsFunc(d.columns, func(c *candidate) bool { return c.called(insurance) })
}

// numbersCheck reports whether the last part of a name says that a number is that of a check, of
// a contract or of a register of people, and of no document.
func (c *candidate) numbersCheck() bool {
	_, last := cutPath(c.name)
	h := readHeader(last)
	if c.system {
		h = c.header
	}
	return h.any("kyc", "contract", "event", "register", "account") && !h.any("document", "national", "tax", "identity") && !h.any(kindsOfPaper...) || c.called(registers)
}

// policies are words for a document that are those for a policy among those of insurance.
var (
	policies  = wordSet("الوثيقة وثيقة polis police polizze")
	insurance = wordSet("التأمين تأمين القسط قسط premium insurance insured assurance versicherung asuransi premi")
)

// registers are words for registers in which most people of a country have a number that no
// document is known by.
var registers = wordSet("ckyc kin elector electoral")

// secondPaper reports whether a name counts the document that it speaks of, and it is not the
// first.
func (d *decision) secondPaper(_ slot, ch *choice) bool {
	c := ch.columns[0]
	return ch.form == "from" && c.header.ordinal > 1 && !c.called(storage)
}

// storage is a word with a number that counts nothing.
var storage = wordSet("s3")

// ofOtherThing reports whether the number of the customer is called that of another thing.
func (d *decision) ofOtherThing(_ slot, ch *choice) bool { return d.numbersOther(ch.columns[0]) }

// ofNumberedPaper reports whether what is known of a document is of one kind whose number has
// a column of its own, beside the one that was taken.
func (d *decision) ofNumberedPaper(_ slot, ch *choice) bool {
	number := d.by[slotDocument]
	if number == nil || len(ch.columns) == 0 {
		return false
	}
	const perhaps = 0.5
	taken := slices.Concat(number.columns, number.offers)
	for _, k := range kindsOfPaper {
		of := func(c *candidate) bool { return c.header.has[k] }
		if !of(ch.columns[0]) || !slices.ContainsFunc(taken, func(c *candidate) bool { return !of(c) }) || number.todo == "" && slices.ContainsFunc(taken, of) {
			continue
		}
		if slices.ContainsFunc(d.columns, func(r *candidate) bool {
			return of(r) && r.header.has["number"] && r.named[slotDocument] >= perhaps && r.content.n > 0
		}) {
			return true
		}
	}
	return false
}
