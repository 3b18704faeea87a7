package mapper

import (
	"fmt"
	"strconv"
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

var excludeKeys = []string{"code", "when", "keys", "column"}

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
		x.keys = d.keyList(keys, parts)
	}
	if e, given := parts["column"]; given && byWhen {
		d.add(positionOf(e.key), "column belongs to keys", "remove it")
	}
	d.m.exclusions = append(d.m.exclusions, x)
}

// exclude is an exclusion tied to the columns of a source.
type exclude struct {
	code string
	when *bound
	list *keyList
	seen []atomic.Bool // of each key of the list
	near []atomic.Bool // of each: a row has it but for what folding takes away
	fits *atomic.Bool  // some row
}

func (c *compiler) exclusions(list []exclusion) {
	for _, x := range list {
		e := exclude{code: x.code, when: c.bind(x.when), fits: new(atomic.Bool)}
		if x.keys != nil {
			e.list, e.seen, e.near = x.keys, make([]atomic.Bool, len(x.keys.keys)), make([]atomic.Bool, len(x.keys.keys))
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
	key := rec.Key.String()
	at, listed := e.list.keys[key]
	switch {
	case !listed:
		e.noteNear(key)
	case !e.seen[at].Load():
		e.seen[at].Store(true)
	}
	return listed, nil
}

// noteNear marks the keys of the list that a key of a row is like.
func (e *exclude) noteNear(key string) {
	var space [64]byte
	for _, at := range e.list.folded[string(foldKey(space[:0], key))] {
		if !e.near[at].Load() {
			e.near[at].Store(true)
		}
	}
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
		if note := e.unseen(); note != "" {
			notes = append(notes, note)
		}
	}
	return notes
}

// unseen tells which keys of the list were in no row, "" where all were.
func (e *exclude) unseen() string {
	var lines []int
	near := 0
	for k := range e.seen {
		if e.seen[k].Load() {
			continue
		}
		lines = append(lines, e.list.lines[k])
		if e.near[k].Load() {
			near++
		}
	}
	if len(lines) == 0 {
		return ""
	}
	note := fmt.Sprintf("keys in %s that stand in no row: %d of %d, in %s; they exclude nobody, so check that they are written as the source writes them",
		e.list.file, len(lines), len(e.seen), linesText(lines))
	if near > 0 {
		note += fmt.Sprintf("; %d of them would fit a row but for capitals or leading noughts", near)
	}
	return note
}

// linesText names the first of some lines: lines 2, 5 and 9.
func linesText(lines []int) string {
	const most = 5
	words := make([]string, 0, most+1)
	for _, line := range lines[:min(len(lines), most)] {
		words = append(words, strconv.Itoa(line))
	}
	if more := len(lines) - most; more > 0 {
		words = append(words, strconv.Itoa(more)+" more")
	}
	last := len(words) - 1
	if last == 0 {
		return "line " + words[0]
	}
	return "lines " + strings.Join(words[:last], ", ") + " and " + words[last]
}
