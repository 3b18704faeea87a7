package draft

import (
	"cmp"
	"slices"
	"strings"
)

// about is what a name is about that has a concept.
type about struct{ concept, text string }

// whose says what a name is about that has one of these concepts.
var whose = []about{
	{"other", "somebody else's than the customer's, or another name or place"},
	{"former", "a former one, as of an older system"},
	{"organisation", "an organisation's"},
	{"staff", "of the staff"},
	{"signature", "a signature: ARGOS has no picture of that kind"},
	{"reason", "a remark"},
	{"risk", "a grade of risk"},
	{"marital", "about the person, but ARGOS has no field for it"},
	{"amount", "an amount"},
	{"account", "of an account or card"},
	{"contract", "of a contract, a case or a check"},
	{"event", "of the record itself, when it was made or changed"},
	{"flag", "a setting or a technical detail"},
	{"thing", "about a thing, as a vehicle or what was pledged"},
	{"kana", "how the name is read"},
	{"title", "a form of address"},
	{"tax", "for the tax"},
	{"age", "an age"},
	{"uuid", "a number of the row"},
}

// unmatched lists the columns that nothing reads.
func (w *writer) unmatched() {
	read := w.read()
	for _, c := range w.columns {
		if !read[c] {
			w.draft.Unmatched = append(w.draft.Unmatched, Column{c.name, w.why(c)})
		}
	}
	if len(w.draft.Unmatched) == 0 {
		return
	}
	w.line("# Columns that nothing above reads. What is wanted all the same can go into a")
	w.line("# custom field: cf1: {from: COLUMN}")
	for _, u := range w.draft.Unmatched[:min(len(w.draft.Unmatched), mostUnread)] {
		w.line("#   %s: %s", Shown(u.Column), u.Why)
	}
	if more := len(w.draft.Unmatched) - mostUnread; more > 0 {
		w.line("#   and %s", counted(more, "more column", "more columns"))
	}
}

// mostUnread is how many columns a draft lists that nothing reads: a mapping may not be long.
const mostUnread = 1000

// read is the set of the columns that the text names as certain.
func (w *writer) read() map[*candidate]bool {
	read := map[*candidate]bool{}
	for s, ch := range w.by {
		if ch.todo == "" && !slices.Contains(helpers, s) {
			for _, c := range ch.columns {
				read[c] = true
			}
		}
	}
	for _, c := range w.columns {
		if len(w.draft.Key) > 0 && c.name == w.draft.Key[0] {
			read[c] = true
		}
	}
	return read
}

// why says why a column is not read.
func (w *writer) why(c *candidate) string {
	for _, m := range w.draft.Matches {
		if m.Todo != "" && slices.Contains(m.Columns, c.name) {
			return "may be " + m.Field + ": see its TODO"
		}
	}
	if slices.Contains(w.keyOffers, c) {
		return "may be the key: see its TODO"
	}
	if _, is := c.accountState(); is {
		return "a state of the record or the account: see below"
	}
	for _, x := range whose {
		if c.header.has[x.concept] {
			return x.text
		}
	}
	if s, taken := w.chosen[c.index]; taken && slices.Contains(helpers, s) {
		return string(s) + ": ARGOS has no field for it"
	}
	if c.content.n == 0 {
		return "it has no value in the rows that were looked at"
	}
	if s := c.best(); s != "" {
		return "its name may mean " + string(s) + ", which is taken or too unsure"
	}
	for _, s := range slots() {
		if v, why := c.judge(s, w.now); c.named[s] >= 0.7 && v == contradicts {
			return "its name may mean " + string(s) + ", but " + why
		}
	}
	return "its name is not known"
}

// best is the slot that a column most likely is for, "" for none.
func (c *candidate) best() slot {
	var all []slot
	for s := range c.claims {
		all = append(all, s)
	}
	if len(all) == 0 {
		return ""
	}
	return slices.MaxFunc(all, func(a, b slot) int {
		return cmp.Or(cmp.Compare(c.claims[a].score(), c.claims[b].score()), strings.Compare(string(b), string(a)))
	})
}
