package report

import (
	"strings"

	"kycmigrate/internal/kyc"
)

// state says how far a condition of a go is met.
type state string

const (
	met    state = "met"    // nothing is left to do
	accept state = "accept" // somebody has to look at it and accept it
	open   state = "open"   // it stands against a go
)

// need is one line of the list that is gone through before a go.
type need struct {
	Kind  string `json:"kind"` // stable name
	State state  `json:"state"`
	Rows  int64  `json:"rows"`
	Text  string `json:"text"` // in one sentence
	Parts []part `json:"parts"`
}

// part is what a need is made of, by kind and place.
type part struct {
	Code   string `json:"code"`
	Field  string `json:"field"`
	Column string `json:"column"`
	Rows   int64  `json:"rows"`
	// Message says what is wrong, in the words of most rows or in those that all of them share.
	Message string `json:"message,omitempty"`
	// Codes are what is to be decided on, where that may be shown.
	Codes []codeRows `json:"codes,omitempty"`
}

// maxParts bounds the parts of one need on the page.
const maxParts = 8

// needs lists what a go depends on, in the order in which one asks.
func (f *Fold) needs() []need {
	c, end := f.Counts(), f.ending()
	list := []need{balanceNeed(c), f.endNeed(end)}
	if text := f.meta.FailedTests; text != "" {
		list = append(list, need{Kind: "mapping_tests", State: open, Text: text, Parts: []part{}})
	}
	for _, text := range end.Spoilt {
		list = append(list, need{Kind: "source_spoilt", State: open, Text: strings.ToUpper(text[:1]) + text[1:], Parts: []part{}})
	}
	list = append(list, f.mendNeeds(c)...)
	if !f.meta.DryRun {
		list = append(list, loadNeeds(c, end)...)
	}
	if n := c.ByStatus[kyc.InDoubt] + end.OpenElsewhere; n > 0 || !f.meta.DryRun {
		list = append(list, needOf("doubts", open, n, countOf(n, "record is", "records are")+" in doubt: look them up again, or decide in in_doubt.csv", "No record is in doubt"))
	}
	list = append(list, needOf("doubled", open, c.Doubled, countOf(c.Doubled, "record has", "records have")+" more than one submission: delete the others in the ARGOS dashboard", ""))
	list = append(append(list, f.excludedNeed(c)), f.leftNeeds(end)...)
	list = append(list, needOf("changed", accept, c.AlreadyChanged, countOf(c.AlreadyChanged, "record differs", "records differ")+" from what ARGOS was sent before", ""))
	warned := needOf("warnings", accept, c.Warnings, countOf(c.Warnings, "record has", "records have")+" warnings to be looked at and accepted; they hold nothing back", "No record has a warning")
	if f.meta.fromLedger() {
		warned.Text = ""
	}
	warned.Parts = f.partsOf(f.issues.worstFirst(kyc.Warn), func(g *issueGroup) int64 { return g.rows })
	return worded(append(list, warned))
}

// needOf is met where nothing is left.
func needOf(kind string, s state, n int64, text, done string) need {
	if n == 0 {
		s, text = met, done
	}
	return need{Kind: kind, State: s, Rows: n, Text: text, Parts: []part{}}
}

// worded leaves out what has nothing to say.
func worded(list []need) []need {
	said := list[:0]
	for _, n := range list {
		if n.Text != "" {
			said = append(said, n)
		}
	}
	return said
}

func balanceNeed(c kyc.Counts) need {
	off := int64(0)
	if !c.Balanced() {
		off = c.Read
	}
	return needOf("books", open, off, "The books do not balance, which is a bug of this program: keep the run directory and report it",
		"The books balance: each of "+countOf(c.Read, "record", "records")+" has exactly one outcome")
}

func (f *Fold) endNeed(end End) need {
	n := need{Kind: "read_to_end", State: met, Text: "The source was read to its end", Parts: []part{}}
	if f.meta.fromLedger() {
		n.Text = ""
	}
	switch {
	case end.Stopped != "":
		n.State, n.Text = open, "The source was not read to its end: "+strings.TrimSuffix(end.Stopped, ".")
	case end.Cut > 0:
		n.State, n.Text = open, "Only the first "+countOf(end.Cut, "record was", "records were")+" read, as --limit says"
	}
	return n
}

// mendNeeds are what holds records back: data, and pictures.
func (f *Fold) mendNeeds(c kyc.Counts) []need {
	held, beside := c.ByStatus[kyc.Rejected]+c.ByStatus[kyc.Refused], f.Reconciliation()
	if beside != nil {
		held = beside.Rejected
	}
	mend := needOf("mend", open, held, countOf(held, "record", "records")+" to mend: "+plural(held, "it is", "they are")+" held back until then", "No record is held back by its data")
	if beside != nil && held > 0 {
		mend.Text = countOf(held, "row", "rows") + " rejected as the source stands, of which " + beside.openText() + "; see how they go together with what is in ARGOS"
		if beside.Settled() {
			mend.State = accept
		}
	}
	mend.Parts = f.partsOf(f.issues.worstFirst(kyc.Reject), func(g *issueGroup) int64 { return g.held })
	var pictures int64
	for _, p := range mend.Parts {
		if isImage(p.Code) {
			pictures += p.Rows
		}
	}
	done := "No picture that a row names is missing or unusable"
	if f.mapsNoPicture() {
		done = "The mapping maps no pictures: none is looked for, and none is sent"
	}
	images := needOf("images", open, pictures, countOf(pictures, "picture is", "pictures are")+" missing or cannot be used", done)
	if beside.Settled() && pictures > 0 {
		images.State = accept
	}
	images.Parts = images.Parts[:0]
	data := mend.Parts[:0:0]
	for _, p := range mend.Parts {
		if isImage(p.Code) {
			images.Parts = append(images.Parts, p)
		} else {
			data = append(data, p)
		}
	}
	mend.Parts = append(data, []part{}...)
	return []need{mend, images}
}

// mapsNoPicture reports whether it is known that the mapping has no column for a picture.
func (f *Fold) mapsNoPicture() bool {
	if f.meta.FieldColumns == nil {
		return false
	}
	for k := range kyc.NumImages {
		if f.meta.FieldColumns(k.String()) != nil {
			return false
		}
	}
	return true
}

// isImage reports whether a code is about a picture.
func isImage(code string) bool { return strings.HasPrefix(code, "image_") }

// loadNeeds are what a load has left undone.
func loadNeeds(c kyc.Counts, end End) []need {
	by := c.ByStatus
	undone := by[kyc.Failed] + by[kyc.NotAttempted]
	done := "No record is left to send"
	if end.Cut > 0 {
		done = "No record of those that were read is left to send"
	}
	return []need{
		needOf("unsent", open, undone, countOf(undone, "record was", "records were")+" not sent; the next run takes them up", done),
		needOf("incomplete", open, by[kyc.Incomplete], countOf(by[kyc.Incomplete], "record lacks", "records lack")+" a picture in ARGOS", ""),
	}
}

// partsOf writes groups out as parts, each with as many rows as count says.
func (f *Fold) partsOf(groups []*issueGroup, count func(*issueGroup) int64) []part {
	parts := []part{}
	for _, g := range groups {
		if n := count(g); n > 0 {
			parts = append(parts, part{g.key.code, g.key.field, g.key.column, n, g.summary(), f.codesOf(g)})
		}
	}
	return parts
}

// decision is the list in one word: before a load a go or none, after it
// whether it is done. Where before a load only some rows are to be mended the others can go
// first, which is no go for all.
func decision(list []need, c kyc.Counts, dryRun bool) (word string, t tone) {
	words := map[tone]string{good: "Done", fair: "Done, once the rest is accepted", bad: "Not done yet"}
	if dryRun {
		words = map[tone]string{good: "Go", fair: "Go, once the rest is accepted", bad: "No go yet"}
		if onlyToMend(list) && mostlyReady(c) {
			words[bad] = "No go for all yet: " + thousands(c.ByStatus[kyc.Ready]) + " of " + countOf(c.Read, "record is", "records are") + " ready"
		}
	}
	t = good
	for _, n := range list {
		switch {
		case n.State == open:
			t = bad
		case n.State == accept && t == good:
			t = fair
		}
	}
	return words[t], t
}

// onlyToMend reports whether nothing stands against a go but rows to mend.
func onlyToMend(list []need) bool {
	for _, n := range list {
		if n.State == open && n.Kind != "mend" && n.Kind != "images" {
			return false
		}
	}
	return true
}

// mostlyReady reports whether more can be sent than is held back: else it is rather the
// mapping that is wrong, and with it what is ready. The commands to type next go by the same.
func mostlyReady(c kyc.Counts) bool {
	by := c.ByStatus
	return by[kyc.Ready] > 0 && by[kyc.Ready] >= by[kyc.Rejected]+by[kyc.Refused]
}
