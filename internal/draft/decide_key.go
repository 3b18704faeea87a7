package draft

import (
	"cmp"
	"slices"

	"kycmigrate/internal/inspect"
)

// key finds the column that tells records apart, and asks where its name says that it has the
// numbers of another thing than the customer: an account, a policy, who changed the record.
func (d *decision) key() (c *candidate, why string, offers []*candidate) {
	c, why, offers = d.likelyKey()
	if c != nil && d.numbersOther(c) {
		return nil, "", append([]*candidate{c}, d.numberedBefore(c)...)
	}
	return c, why, offers
}

// keyConfidence is how sure a column is the key. One whose name says less than those of others
// deny is so because none of those can be it.
func (d *decision) keyConfidence(c *candidate) float64 {
	const onlyOne = 0.7
	v, _ := c.judge(slotUserID, d.now)
	return claim{weight: max(c.claims[slotUserID].weight, onlyOne), verdict: v}.score()
}

// numberedBefore are the columns before another one in which every row has a number of its own
// as well: what identifies a record is written first.
func (d *decision) numberedBefore(c *candidate) []*candidate {
	return slices.DeleteFunc(d.numbered(), func(r *candidate) bool { return r.index >= c.index || r.content.counts })
}

// likelyKey finds the column that tells records apart: the customer's id where that
// is certain, else the one unique column whose name says that it is one, else the
// only one that may be.
func (d *decision) likelyKey() (c *candidate, why string, offers []*candidate) {
	if ch := d.by[slotUserID]; ch != nil && ch.todo == "" && ch.columns[0].claims[slotUserID].verdict >= looks && !ch.columns[0].header.any("login", "external") && !d.idBefore(ch.columns[0]) {
		return ch.columns[0], ch.columns[0].claims[slotUserID].why, nil
	}
	for _, c := range d.columns {
		if x, ok := c.claims[slotUserID]; ok && c.content.unique() && x.weight >= 0.3 {
			offers = append(offers, c)
		}
	}
	slices.SortStableFunc(offers, func(a, b *candidate) int {
		return cmp.Or(b2i(a.header.has["login"])-b2i(b.header.has["login"]), cmp.Compare(b.claims[slotUserID].weight, a.claims[slotUserID].weight))
	})
	others := d.puzzling()
	if len(offers) > 0 && d.idBefore(offers[0]) {
		return nil, "", append(offers[:1:1], d.columns[0])
	}
	if len(offers) > 0 && d.before(offers[0]) != nil {
		return nil, "", append([]*candidate{d.before(offers[0])}, offers...)
	}
	if len(offers) > 0 && offers[0].callsRow() {
		if known := d.repeatedNumber(offers[0]); known != nil {
			return nil, "", append(offers[:1:1], known)
		}
	}
	const plainly = 0.8
	if len(offers) > 0 && d.clientsOwn(offers[0], others) {
		return offers[0], "the client calls the customer so, and other numbers are those of checks", nil
	}
	if len(offers) > 0 && offers[0].strange() {
		others = append(others, d.numbered()...) // what others call a record is rarely what identifies it
	}
	if len(offers) > 0 && (len(offers) == 1 || offers[1].header.has["login"] || offers[0].claims[slotUserID].weight > offers[1].claims[slotUserID].weight+0.05) &&
		(offers[0].claims[slotUserID].weight >= plainly && !offers[0].strange() || len(others) == 0 && !offers[0].content.counts && !offers[0].header.has["login"]) {
		return offers[0], "every row has a value of its own", nil
	}
	if c := d.firstNumber(offers); c != nil {
		return c, "it stands first, and every row has a value of its own", nil
	}
	if accounts := d.numbered(); !d.repeated() && len(offers) > 0 && offers[0].header.has["login"] && len(accounts) == 1 && len(d.puzzling()) == 0 && !accounts[0].header.any("contract", "external") {
		return accounts[0], "every row has a number of its own", nil
	}
	if c := d.onlyNumber(); c != nil {
		return c, "no other one has a number or code of its own in every row that could be the customer's", nil
	}
	if c := d.firstPerson(); c != nil && len(offers)+len(others) == 0 {
		return c, "it stands first, every row has a number of a person of its own, and no column has a number of the customer", nil
	}
	for _, c := range others {
		if !slices.Contains(offers, c) {
			offers = append(offers, c)
		}
	}
	if len(offers) == 0 {
		for _, c := range d.columns {
			if c.content.unique() && c.usable && !c.header.has["amount"] && (!c.header.has["event"] || c.header.any("id", "number")) {
				offers = append(offers, c)
			}
		}
	}
	return nil, "", offers
}

// idBefore reports whether the record has an id of its own, and the number of the customer
// stands far behind it, among what else is known of a person: what others call somebody
// stands there as well.
func (d *decision) idBefore(c *candidate) bool {
	const far = 6
	first := d.columns[0]
	return c.index >= far && first.usable && first.header.bare("id") && !first.header.has["user"] && first.content.unique() && !first.content.counts && first.content.identifies()
}

// clientsOwn reports whether a column has what the client calls a customer in the system of
// somebody else, whose own numbers are those of checks and of their parts.
func (d *decision) clientsOwn(c *candidate, others []*candidate) bool {
	const plainly = 0.85
	if !c.header.says("user", "external") || c.header.has["login"] || c.claims[slotUserID].weight < plainly || len(others) > 0 {
		return false
	}
	return !slices.ContainsFunc(d.columns, func(r *candidate) bool {
		_, claims := r.claims[slotUserID]
		return r != c && r.content.unique() && r.content.identifies() && !r.content.counts && claims && !r.paper() && !r.header.any("contract", "event", "document", "idcard", "passport", "other", "staff")
	})
}

// strange reports whether a name says that what it holds is of another system, or what
// somebody signs in with.
func (c *candidate) strange() bool { return c.header.any("login", "external") }

// firstNumber is the first column where its name says that it has numbers, or an id, though
// not whose, and no other column is plainly called the customer's; nil where it does not.
func (d *decision) firstNumber(offers []*candidate) *candidate {
	const plainly = 0.8
	if len(d.columns) == 0 || d.repeated() || slices.ContainsFunc(offers, func(c *candidate) bool { return c.index > 0 && c.claims[slotUserID].weight >= plainly }) {
		return nil
	}
	c := d.columns[0]
	if len(c.header.unknown) > 0 && slices.ContainsFunc(d.puzzling(), func(r *candidate) bool { return r != c && !r.paper() && r.header.any("id", "number", "user", "code") }) {
		return nil // of two numbers of unknown things the second may be the customer's as well
	}
	if !c.usable || !c.content.unique() || !c.content.identifies() || c.content.counts || c.namedElse() || !c.header.bareOf("id", "number", "uuid", "user", "code", "account", "vendor") || !c.header.any("id", "number", "uuid", "user") && !c.header.bare("code") {
		return nil
	}
	return c
}

// repeated reports whether a column is the customer's number by its name, and a few values
// of it repeat.
func (d *decision) repeated() bool {
	const plainly, most = 0.8, 0.8
	return slices.ContainsFunc(d.columns, func(c *candidate) bool {
		return c.claims[slotUserID].weight >= plainly && !c.header.has["login"] && !c.content.unique() && c.content.variety() >= most && c.content.fill() >= most
	})
}

// callsRow reports whether a name says no more than that its column has an id, be it that of the
// row.
func (c *candidate) callsRow() bool {
	return c.header.any("id", "uuid") && c.header.bareOf("id", "uuid") && len(c.header.unknown) == 0
}

// repeatedNumber is the column with the number of the customer that a table knows beside the id
// of its rows, where a few values of it repeat, nil for none: the rows are then more than the
// customers, and somebody decides which of the two a record is.
func (d *decision) repeatedNumber(id *candidate) *candidate {
	const most = 0.8
	for _, c := range d.columns {
		x := c.content
		if c != id && c.usable && c.header.says("user", "number") && c.header.bareOf("user", "number", "code", "id") && !x.unique() && x.variety() >= most && x.fill() >= most && x.identifies() {
			return c
		}
	}
	return nil
}

// onlyNumber is the first column where it may be the customer's number whatever it is
// called: every row has a value of its own, and no other column has that whose name does
// not say what else it is. nil where it may not. What identifies a record is written first.
func (d *decision) onlyNumber() (only *candidate) {
	for _, c := range d.columns {
		if !c.usable || !c.content.unique() || !c.content.identifies() || c.content.counts || c.header.has["login"] || c.namedElse() || c.paper() {
			continue
		}
		if only != nil {
			return nil
		}
		only = c
	}
	if only != nil && (only.index > 0 || only.header.any("contract", "account", "external")) {
		return nil
	}
	return only
}

// firstPerson is the first column where it has the number that a state knows its people by,
// another one in every row; nil where it has not.
func (d *decision) firstPerson() *candidate {
	const plainly = 0.85
	if len(d.columns) == 0 || d.repeated() {
		return nil
	}
	c := d.columns[0]
	if !c.usable || c.named[slotIdentity] < plainly || len(c.header.unknown) > 0 || !c.content.unique() || !c.content.identifies() || len(d.numbered()) > 0 {
		return nil
	}
	return c
}

// paper reports whether a column has the numbers of papers or of persons, by its name and
// by what stands beside it.
func (c *candidate) paper() bool {
	const plainly = 0.85
	return c.named[slotDocument] >= plainly || c.named[slotIdentity] >= plainly
}

// namedElse reports whether a name says plainly that the numbers in a column are those of
// something else than the customer.
func (c *candidate) namedElse() bool {
	if c.header.any("event", "amount", "other", "staff", "organisation", "phone", "email", "tax", "national", "document", "passport", "idcard", "license", "ip", "image", "name", "address", "zip", "street", "flag", "reason", "risk") {
		return true
	}
	return c.content.share(c.content.types[inspect.TypePhone]) >= 0.9
}

// before is a column before the one of the customer's number, in which every row has a
// value of its own and whose name nobody understands, nil for none: what identifies a
// record is written first.
func (d *decision) before(c *candidate) *candidate {
	for _, r := range d.puzzling() {
		if r.index < c.index && d.unread(r) && !r.content.counts && !d.numbersRows(r) {
			return r
		}
	}
	return nil
}

// numbersRows reports whether the values of a column number the rows, of which some were
// taken out since: they rise from the first ones, by one or a little more.
func (t *table) numbersRows(c *candidate) bool {
	const few, first, step, gaps = 10, 10, 10, 1.3
	last := 0
	for i := range t.sample.rows {
		n := number(t.sample.cell(i, c.index))
		if n <= last || i == 0 && n > first || i > 0 && int64(n-last) > step*t.sample.step {
			return false
		}
		last = n
	}
	return len(t.sample.rows) >= few && float64(last) <= gaps*float64(int64(len(t.sample.rows))*t.sample.step)
}

// numbered lists the columns in which every row has a number of its own, by their names
// of the record, an account or a contract, which may be the customer's as well.
func (d *decision) numbered() (list []*candidate) {
	for _, c := range d.columns {
		paper := c.named[slotDocument] >= 0.5 || c.named[slotIdentity] >= 0.5
		if c.usable && !paper && c.content.unique() && c.content.identifies() && c.header.any("id", "uuid", "account", "contract", "external", "number") && !c.header.any("event", "amount", "other", "staff", "document", "login") {
			list = append(list, c)
		}
	}
	return list
}

// signsIn takes what the customer signs in with for what the client calls the user, where
// one column is plainly called so: the number of the customer is the key beside it.
func (d *decision) signsIn() {
	var login *candidate
	for _, c := range d.columns {
		if c.named[slotUserID] >= 0.95 && c.header.says("user", "id") && !c.header.has["login"] && c.ofUsers() && !d.usersOwn(c) {
			return // the client's own number of a user, and the question is asked
		}
		if !d.plainLogin(c) {
			continue
		}
		if login != nil {
			return
		}
		login = c
	}
	if login == nil {
		return
	}
	if ch := d.by[slotUserID]; ch != nil && ch.columns[0] != login {
		delete(d.chosen, ch.columns[0].index)
	}
	ch := &choice{slot: slotUserID, form: "from", columns: []*candidate{login}, score: max(login.claims[slotUserID].score(), 0.8)}
	ch.evidence = []string{"the name says that the customer signs in with it"}
	if fill := login.content.fill(); fill < 0.95 {
		ch.evidence = append(ch.evidence, inspect.Percent(1-fill)+" of the rows have none")
	}
	d.by[slotUserID], d.chosen[login.index] = ch, slotUserID
}

// sharedLogin reports whether a column is called what a customer signs in with and nothing else,
// and has words that look so, though several rows share some: an account that was closed, or
// opened twice, leaves its login behind.
func (d *decision) sharedLogin(c *candidate) bool {
	const some = 0.5
	return c.content.variety() >= some && c.content.variety() < ownLogin && c.header.bareOf("login", "user", "id") && d.calledLogin(c)
}

// unknownWord reports whether the last part of a name has a word that nobody knows: whose
// login it is, or of what.
func (c *candidate) unknownWord() bool {
	_, last := cutPath(c.name)
	h := readHeader(last)
	return len(c.header.unknown) > 0 && len(h.unknown) > 0
}

// nicknames are words for what customers call themselves before others, and need not sign
// in with.
var nicknames = map[string]bool{
	"nickname": true, "nick": true, "alias": true, "screen": true, "닉네임": true, "昵称": true, "暱稱": true, "ニックネーム": true, "apodo": true, "apelido": true, "surnom": true, "spitzname": true, "прозвище": true, "takma": true,
}

// anyMarks are words for whatever somebody is known by, a name to sign in with or a number.
var anyMarks = map[string]bool{"tunnus": true}

// usersWords are words for those who use a service, of whom each has an account to sign in
// with: a number that is called theirs may be what the service knows them by.
var usersWords = map[string]bool{
	"user": true, "users": true, "userid": true, "usr": true, "uid": true, "usuario": true, "utilisateur": true, "utente": true, "benutzer": true, "nutzer": true, "gebruiker": true, "kullanici": true,
	"player": true, "playerid": true, "joueur": true, "jugador": true, "jogador": true, "spieler": true, "giocatore": true, "gamer": true, "игрок": true, "member": true, "account": true,
	"пользователь": true, "пользователя": true, "用户": true, "用戶": true, "会员": true, "會員": true, "ユーザー": true, "ユーザ": true, "회원": true, "사용자": true, "이용자": true, "משתמש": true,
}

// ofUsers reports whether a name speaks of users.
func (c *candidate) ofUsers() bool {
	return slices.ContainsFunc(tokens(c.name), func(t token) bool { return usersWords[t.text] })
}

// usersOwn reports whether what is called the id of a user is a name that users gave
// themselves, beside the number that a customer has.
func (d *decision) usersOwn(c *candidate) bool {
	const plainly, madeOf = 0.95, 0.3
	if !c.header.has["user"] || !c.header.any("id", "code") || !c.ofUsers() || c.content.unique() || d.madeOfName(c) < madeOf && !d.handles(c) {
		return false
	}
	return slices.ContainsFunc(d.columns, func(r *candidate) bool {
		return r != c && r.content.unique() && r.named[slotUserID] >= plainly && r.header.bare("user", "number") && !r.ofUsers()
	})
}

// keyAsUser takes the number that identifies a record for what the client calls the user,
// where no other column may be that: a record is found again by it.
func (d *decision) keyAsUser() {
	ch := d.by[slotUserID]
	if ch != nil && ch.todo == "" {
		return
	}
	key, _, _ := d.key()
	if key == nil || key.content.counts || ch != nil && slices.ContainsFunc(ch.offers, func(c *candidate) bool { return c != key }) {
		return
	}
	for _, c := range d.columns {
		if _, claims := c.claims[slotUserID]; c != key && (claims && c.claims[slotUserID].weight >= 0.3 && !c.header.bare("number") && !c.header.any("contract") || d.mayBeLogin(c)) {
			return
		}
	}
	if g, taken := d.chosen[key.index]; taken && g != slotUserID {
		return
	}
	d.by[slotUserID] = &choice{slot: slotUserID, form: "from", columns: []*candidate{key}, score: 0.8, evidence: []string{"the key, as no column has another name for the customer"}}
	d.chosen[key.index] = slotUserID
}

// ownLogin is the share of the rows from which a login is each row's own.
const ownLogin = 0.95

// plainLogin reports whether a column is called what a customer signs in with, and holds a
// word of its own in nearly every row that has one.
func (d *decision) plainLogin(c *candidate) bool {
	return c.content.variety() >= ownLogin && d.calledLogin(c)
}

// calledLogin reports whether a column is called what a customer signs in with, and holds
// words that may be that.
func (d *decision) calledLogin(c *candidate) bool {
	const longest, often = 40, 0.3
	x := c.content
	if !c.usable || !c.header.has["login"] && !d.usersOwn(c) || c.unknownWord() || c.header.any("event", "staff", "other", "organisation", "ip", "flag", "risk", "email", "phone", "contract", "secondary") {
		return false
	}
	if slices.ContainsFunc(tokens(c.name), func(t token) bool { return nicknames[t.text] || anyMarks[t.text] && x.share(x.plain) >= often }) {
		return false // somebody may have two, and change them
	}
	email := x.share(x.types[inspect.TypeEmail])
	date := x.share(x.types[inspect.TypeDate] + x.types[inspect.TypeDecimal] + x.types[inspect.TypeImage] + x.moments + x.ip)
	return x.n > 0 && x.fill() >= often && x.mean() <= longest && x.share(x.words) < 0.1 && email < 0.5 && date < 0.1
}
