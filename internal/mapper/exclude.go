package mapper

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"

	"go.yaml.in/yaml/v4"

	"kycmigrate/internal/kyc"
)

// exclusion is one rule by which records are left out: by a condition over
// the row, by a list of keys, or by how the row stands in the source, which is all
// that there is of one that cannot be read.
type exclusion struct {
	code string
	when *expression
	keys *keyList
	line *regexp.Regexp
}

var excludeKeys = []string{"code", "when", "keys", "column", "line"}

// linedKinds are the sources whose rows stand in it as text.
var linedKinds = []string{"csv", "jsonl"}

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
	line, byLine := parts["line"]
	ways := 0
	for _, given := range []bool{byWhen, byKeys, byLine} {
		if given {
			ways++
		}
	}
	switch {
	case ways != 1:
		d.add(positionOf(n), "a rule of exclude needs one of when, keys and line", `write when: "row['COLUMN'] == 'VALUE'", or keys: FILE, or line: "^TOTAL"`)
		return
	case byWhen:
		x.when = d.expression(when.value, "when of exclude", aTruth, ofRow)
	case byLine:
		x.line = d.linePattern(line.value)
	default:
		x.keys = d.keyList(keys, parts)
	}
	if e, given := parts["column"]; given && !byKeys {
		d.add(positionOf(e.key), "column belongs to keys", "remove it")
	}
	d.m.exclusions = append(d.m.exclusions, x)
}

// linePattern reads the expression that rows are to match as they stand in the source.
func (d *decoder) linePattern(n *yaml.Node) *regexp.Regexp {
	text, ok := d.word(n, "line of exclude")
	if !ok {
		return nil
	}
	if kind := d.m.Source.Kind; kind != "" && !slices.Contains(linedKinds, kind) {
		d.add(positionOf(n), "line is for sources whose rows are lines of text: "+strings.Join(linedKinds, ", "), "write when: with a condition over the columns instead")
		return nil
	}
	pattern, err := regexp.Compile(text)
	switch {
	case err != nil:
		d.add(positionOf(n), "line is no regular expression: "+err.Error(), `write the beginning of the line behind ^, such as "^TOTAL"`)
		return nil
	case pattern.MatchString(""):
		d.add(positionOf(n), "line fits every row, or would fit an empty one", `write what the line has, such as "^TOTAL" or "^;+$"`)
		return nil
	}
	return pattern
}

// exclude is an exclusion tied to the columns of a source.
type exclude struct {
	code string
	when *bound
	line *regexp.Regexp
	list *keyList
	seen []atomic.Bool // of each key of the list
	near []atomic.Bool // of each: a row has it but for what folding takes away
	fits *atomic.Bool  // some row
}

func (c *compiler) exclusions(list []exclusion) {
	for _, x := range list {
		e := exclude{code: x.code, when: c.bind(x.when), line: x.line, fits: new(atomic.Bool)}
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
			e.leaveOut(rec)
			return
		}
	}
}

func (e *exclude) leaveOut(rec *kyc.Record) {
	rec.Excluded, rec.Issues = e.code, nil
	if !e.fits.Load() {
		e.fits.Store(true)
	}
}

// excludeUnread leaves a record out whose row cannot be read, where a rule says so of
// how the row stands in the source.
func (p *Plan) excludeUnread(rec *kyc.Record) bool {
	for i := range p.excludes {
		if e := &p.excludes[i]; e.line != nil && e.line.MatchString(rec.Row.Raw) {
			e.leaveOut(rec)
			return true
		}
	}
	return false
}

func (e *exclude) covers(rec *kyc.Record) (bool, error) {
	switch {
	case e.when != nil:
		return e.when.holds(rec.Row.Cells, nil)
	case e.line != nil:
		return e.line.MatchString(rec.Row.Raw), nil
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
		if e.list == nil && !e.fits.Load() {
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
