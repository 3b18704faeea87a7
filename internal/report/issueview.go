package report

import (
	"cmp"
	"slices"
	"strings"

	"kycmigrate/internal/kyc"
)

// issueLine is one line of the table of issues.
type issueLine struct {
	Severity, Pack                    string
	Code, Field, Column, Message, Fix string
	Messages                          []wordedRows // where there are several
	Unworded                          int64        // rows with further ones
	Codes                             []codeRows   // values to decide on
	Rows, Bar                         int64
	Examples                          []example
	Open                              []example // of these, what is shown at once
	More                              int64     // rows beyond the examples
	Where                             string    // which file has them, and how many; "" if none
	Search                            string    // what a search looks through, in small letters
}

// openExamples is how many examples are shown without a click.
const openExamples = 3

// issueLines lists what holds records back before what does not, each with the
// most frequent first.
func (f *Fold) issueLines() (lines []issueLine) {
	for _, severity := range []kyc.Severity{kyc.Reject, kyc.Warn} {
		groups := f.issues.worstFirst(severity)
		for _, g := range groups {
			lines = append(lines, f.issueLine(g, groups[0].rows))
		}
	}
	return lines
}

// wordedRows is one of several messages of a line.
type wordedRows struct {
	Message string
	Rows    int64
	First   example
}

func (f *Fold) issueLine(g *issueGroup, most int64) issueLine {
	told := g.told()
	l := issueLine{
		Severity: g.key.severity.String(), Pack: f.pack(g.key.code),
		Code: g.key.code, Field: g.key.field, Column: g.key.column, Message: capital(told[0].message), Fix: capital(told[0].fix),
		Unworded: g.unworded,
		Rows:     g.rows, Bar: bar(g.rows, most),
		More:  g.rows - int64(len(g.places.list)),
		Where: f.listedIn(g),
	}
	l.Examples, l.Codes = f.examples(g, f.place), f.codesOf(g)
	words := []string{l.Code, l.Pack, l.Field, l.Column, l.Message, l.Fix}
	for _, c := range l.Codes {
		words = append(words, c.Code)
	}
	if len(told) > 1 {
		lead := sharedLead(told)
		l.Message = capital(strings.TrimRight(lead, " ;:"))
		for _, s := range told {
			rest := strings.TrimPrefix(s.message, lead)
			l.Messages = append(l.Messages, wordedRows{capital(cmp.Or(rest, "nothing more is said")), s.rows, example{Row: f.place(s.first.origin)}})
			words = append(words, s.message)
		}
	}
	l.Open = l.Examples[:min(len(l.Examples), openExamples)]
	l.Search = strings.ToLower(strings.Join(words, " "))
	return l
}

// sharedLead is what messages begin with alike, up to a stop within the sentence; ""
// where they share no part of one.
func sharedLead(told []saying) string {
	lead := told[0].message
	for {
		stop := max(strings.LastIndex(lead, "; "), strings.LastIndex(lead, ": "))
		if stop < 0 {
			return ""
		}
		lead = lead[:stop]
		begins := func(s saying) bool { return strings.HasPrefix(s.message, told[0].message[:stop+2]) }
		if !slices.ContainsFunc(told, func(s saying) bool { return !begins(s) }) {
			return told[0].message[:stop+2]
		}
	}
}

// listedIn says which file beside the report has the rows of a group.
func (f *Fold) listedIn(g *issueGroup) string {
	end := f.ending()
	files := end.Files
	switch {
	case files.Rejects != "" && g.held == g.rows:
		return "all of them are in " + files.Rejects
	case files.Issues == "":
		return ""
	case end.Unlisted > 0 && g.key.severity == kyc.Warn && g.rows > MaxListed:
		return "the first " + thousands(MaxListed) + " are in " + files.Issues + ", and all of them with --all-issues"
	}
	return "all of them are in " + files.Issues
}

// OpenMessages are the messages that are shown at once.
func (l issueLine) OpenMessages() []wordedRows {
	return l.Messages[:min(len(l.Messages), openMessages)]
}

// RestMessages are those that are shown with a click.
func (l issueLine) RestMessages() []wordedRows { return l.Messages[len(l.OpenMessages()):] }

// openMessages is how many messages of one line are shown without a click.
const openMessages = 5

// Rest is what is shown with a click.
func (l issueLine) Rest() []example { return l.Examples[len(l.Open):] }

// filters lists what the table of issues can be narrowed to.
type filters struct{ Severities, Codes, Columns, Packs []string }

func filtersOf(lines []issueLine) filters {
	var f filters
	for _, l := range lines {
		f.Severities = append(f.Severities, l.Severity)
		f.Codes = append(f.Codes, l.Code)
		f.Columns = append(f.Columns, l.Column)
		f.Packs = append(f.Packs, l.Pack)
	}
	return filters{distinct(f.Severities), distinct(f.Codes), distinct(f.Columns), distinct(f.Packs)}
}

// distinct sorts a list, and drops what stands twice or is empty.
func distinct(list []string) []string {
	slices.Sort(list)
	list = slices.Compact(list)
	return slices.DeleteFunc(list, func(s string) bool { return s == "" })
}

// maxBars bounds the bars of one chart.
const maxBars = 12

// issueBar is one bar of the charts of issues: so many rows that are rejected
// for it, and so many that are warned about.
type issueBar struct {
	Name  string
	Parts []segment
	Rows  int64
	Bar   int64 // width of the whole
}

// issueBars sums the issues up by a name, the most frequent first. Rows of
// several lines of one name count in each.
func issueBars(lines []issueLine, name func(*issueLine) string) (bars []issueBar, cut int) {
	type sum struct{ reject, warn int64 }
	sums := map[string]*sum{}
	for i := range lines {
		l := &lines[i]
		s := sums[name(l)]
		if s == nil {
			s = new(sum)
			sums[name(l)] = s
		}
		if l.Severity == kyc.Reject.String() {
			s.reject += l.Rows
		} else {
			s.warn += l.Rows
		}
	}
	for key, s := range sums {
		bars = append(bars, issueBar{Name: key, Rows: s.reject + s.warn, Parts: []segment{{Key: "reject", N: s.reject}, {Key: "warning", N: s.warn}}})
	}
	slices.SortFunc(bars, func(a, b issueBar) int { return cmp.Or(cmp.Compare(b.Rows, a.Rows), cmp.Compare(a.Name, b.Name)) })
	cut = max(0, len(bars)-maxBars)
	bars = bars[:len(bars)-cut]
	for i := range bars {
		bars[i].Bar = bar(bars[i].Rows, bars[0].Rows)
		bars[i].Parts = within(stack(bars[i].Parts), bars[i].Bar)
	}
	return bars, cut
}

// within shrinks a full bar to a width.
func within(parts []segment, width int64) []segment {
	for i := range parts {
		end := (parts[i].X + parts[i].W) * width / barWidth
		parts[i].X = parts[i].X * width / barWidth
		parts[i].W = end - parts[i].X
	}
	return parts
}
