package mapper

import (
	"fmt"
	"strings"
	"sync/atomic"

	"go.yaml.in/yaml/v4"

	"kycmigrate/internal/kyc"
)

// exclusion is one rule by which records are left out: by a condition over
// the row, or by a list of keys.
type exclusion struct {
	code string
	when *expression
	keys *keyList
}

// keyList is the keys of a file, each as kyc.Key writes it.
type keyList struct {
	columns []column
	file    string
	keys    map[string]int // the place of each in the list
}

var excludeKeys = []string{"code", "when", "keys"}

// exclusions reads the block exclude.
func (d *decoder) exclusions(e entry) {
	const example = `- {code: closed_account, when: "row['state'] == 'CLOSED'"}`
	list := follow(e.value)
	if list.Kind != yaml.SequenceNode || len(list.Content) == 0 {
		d.add(positionOf(e.value), "exclude must be a list of rules", "write each on a line of its own: "+example)
		return
	}
	for _, n := range list.Content {
		parts, ok := d.block(n, "a rule of exclude", "{code: closed_account, when: …}", excludeKeys)
		if ok {
			d.exclusion(n, parts)
		}
	}
}

func (d *decoder) exclusion(n *yaml.Node, parts map[string]entry) {
	x := exclusion{code: d.ruleCode(n, parts, "a rule of exclude")}
	when, byWhen := parts["when"]
	keys, byKeys := parts["keys"]
	switch {
	case byWhen == byKeys:
		d.add(positionOf(n), "a rule of exclude needs either when or keys", `write when: "row['COLUMN'] == 'VALUE'", or keys: FILE`)
		return
	case byWhen:
		x.when = d.expression(when.value, "when of exclude", aTruth, ofRow)
	default:
		x.keys = &keyList{columns: d.m.keys}
		if c := d.companion(keys.value, "keys"); c != nil {
			x.keys.file = c.name
			c.lists = append(c.lists, x.keys)
		}
	}
	d.m.exclusions = append(d.m.exclusions, x)
}

// readKeys reads a list of keys: a CSV file with the key columns, or, where
// the key is a single column, one key a line.
func (d *decoder) readKeys(c *companion, k *keyList, data []byte) {
	k.keys = map[string]int{}
	wanted := textsOf(k.columns)
	rows, columns, header := sheetOf(data, wanted)
	switch {
	case rows != nil:
		d.eachRow(c, rows, columns, func(line int, cells []string) { d.listKey(c, k, line, cells) })
	case len(wanted) == 1:
		d.eachLine(c, data, func(line int, text string) { d.listKey(c, k, line, []string{text}) })
	default:
		for i := range k.columns {
			d.noColumn(c, []column{{wanted[i], c.at}}, header)
		}
	}
	if len(k.keys) == 0 {
		d.warn(c.at, "the list of keys "+quote(c.name)+" is empty", "check that it is the right file")
	}
}

// eachLine hands every line that is not blank to fn, trimmed and in NFC.
func (d *decoder) eachLine(c *companion, data []byte, fn func(line int, text string)) {
	n := 0
	for line := range strings.Lines(string(data)) {
		if n++; n > maxRows {
			d.add(c.at, "the file "+quote(c.name)+" has more than 500,000 lines", "make a column of it in the source, and exclude by that")
			return
		}
		if text := nfc(strings.TrimSpace(line)); text != "" {
			fn(n, text)
		}
	}
}

// listKey adds a key to the list. One that lacks a part would exclude nobody.
func (d *decoder) listKey(c *companion, k *keyList, line int, parts []string) {
	if contains(parts, "") {
		d.add(c.at, fmt.Sprintf("%s:%d lacks a part of the key", c.name, line), "fill every key column, or remove the line")
		return
	}
	key := strings.Clone(kyc.Key{Parts: parts}.String())
	if _, twice := k.keys[key]; !twice {
		k.keys[key] = len(k.keys)
	}
}

// exclude is an exclusion tied to the columns of a source.
type exclude struct {
	code string
	when *bound
	list *keyList
	seen []atomic.Bool // of each key of the list
	fits *atomic.Bool  // some row
}

func (c *compiler) exclusions(list []exclusion) {
	for _, x := range list {
		e := exclude{code: x.code, when: c.bind(x.when), fits: new(atomic.Bool)}
		if x.keys != nil {
			e.list, e.seen = x.keys, make([]atomic.Bool, len(x.keys.keys))
		}
		c.plan.excludes = append(c.plan.excludes, e)
	}
}

// exclude leaves the record out where a rule says so; the first of them gives
// the reason. What is wrong with an excluded record is nobody's to mend, so its
// issues go. A rule that cannot be evaluated rejects the record: it might have
// been one to leave out.
func (p *Plan) exclude(rec *kyc.Record) {
	for i := range p.excludes {
		e := &p.excludes[i]
		out, err := e.covers(rec)
		switch {
		case err != nil:
			rec.Add(notEvaluated(e.when.columnNames(), "the rule "+e.code+" of exclude"))
		case out:
			rec.Excluded, rec.Issues = e.code, nil
			if !e.fits.Load() {
				e.fits.Store(true)
			}
			return
		}
	}
}

func (e *exclude) covers(rec *kyc.Record) (bool, error) {
	if e.when != nil {
		return e.when.holds(rec.Row.Cells, nil)
	}
	if !rec.Key.Known() {
		return false, nil
	}
	at, listed := e.list.keys[rec.Key.String()]
	if listed && !e.seen[at].Load() {
		e.seen[at].Store(true)
	}
	return listed, nil
}

// Unseen tells of every rule of exclude that fitted no row that was mapped so far,
// and of every list of keys of which some were in none: they may be written in
// another way than the source has them.
func (p *Plan) Unseen() []string {
	var notes []string
	for i := range p.excludes {
		e := &p.excludes[i]
		if e.when != nil && !e.fits.Load() {
			notes = append(notes, "the rule "+e.code+" of exclude leaves no row out: check its condition against the values that the source has")
		}
		unseen := 0
		for k := range e.seen {
			if !e.seen[k].Load() {
				unseen++
			}
		}
		if unseen > 0 {
			notes = append(notes, fmt.Sprintf("keys in %s that stand in no row: %d of %d; they exclude nobody, so check that they are written as the source writes them",
				e.list.file, unseen, len(e.seen)))
		}
	}
	return notes
}
