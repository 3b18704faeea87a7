package report

import (
	"cmp"
	_ "embed" // the page's template and style
	"html/template"
	"io"
	"slices"
	"strings"
	"time"

	"kycmigrate/internal/kyc"
)

//go:embed page.css
var pageCSS string

//go:embed page.html
var pageHTML string

var page = template.Must(template.New("page").Funcs(template.FuncMap{
	"n":   thousands,
	"pct": percent,
}).Parse(strings.Replace(pageHTML, "/* page.css */", pageCSS, 1)))

// barWidth is the length of a full bar in the units of its SVG.
const barWidth = 1000

// maxKindsShown bounds the table of kinds on the page; report.json has all.
const maxKindsShown = 40

// view is what the page's template sees.
type view struct {
	Meta     Meta
	End      End
	Finished string
	Verdict  verdict
	Counts   kyc.Counts
	Identity []term
	Segments []segment
	Rejects  []issueLine
	Warns    []issueLine
	Over     int64
	Fields   []fieldLine
	Empty    []string // optional fields that no record has
	Kinds    []kindLine
	KindsCut int
	Changed  []string
	Doubled  []string
}

// term is one term of the accounting identity.
type term struct {
	Key     string
	Meaning string
	N       int64
}

// segment is one stretch of the identity's bar.
type segment struct {
	Key  string
	N    int64
	X, W int64
}

type issueLine struct {
	Code, Field, Column, Message, Fix string
	Rows, Bar                         int64
	Samples                           []string
	More                              bool // there are rows beyond the samples
}

type fieldLine struct {
	Name        string
	Need        string
	Filled, Bar int64
}

type kindLine struct {
	Decision, IDType, Country string
	Rows, Rejected, Bar       int64
}

// WriteHTML writes report.html: one page that needs no network and no script.
func (f *Fold) WriteHTML(w io.Writer) error { return page.Execute(w, f.view()) }

func (f *Fold) view() *view {
	c, end := f.Counts(), f.ending()
	v := &view{
		Meta: f.meta, End: end, Counts: c,
		Verdict: verdictOf(f.meta, end, c), Identity: identity(f.meta, c), Segments: segments(c),
		Rejects: issueLines(f.issues.worstFirst(kyc.Reject)), Warns: issueLines(f.issues.worstFirst(kyc.Warn)),
		Over: f.issues.over, Changed: f.changed.strings(), Doubled: f.doubled.strings(),
	}
	v.Fields, v.Empty = f.fieldLines(c.Read)
	v.Kinds, v.KindsCut = f.kindLines(c.Read)
	if !end.Finished.IsZero() {
		v.Finished = end.Finished.UTC().Format(time.DateTime) + " UTC"
	}
	return v
}

var meanings = [kyc.NumStatuses]string{
	kyc.Created:      "sent by this run, with all their images",
	kyc.Already:      "in ARGOS before this run; not sent again",
	kyc.Updated:      "changed in ARGOS by this run",
	kyc.Rejected:     "not sent: the data needs mending first",
	kyc.Refused:      "sent, and refused by ARGOS",
	kyc.Failed:       "nothing was done; the next run tries again",
	kyc.Incomplete:   "in ARGOS, but an image is missing",
	kyc.InDoubt:      "nobody can say yet whether ARGOS has them",
	kyc.Excluded:     "left out by rule",
	kyc.NotAttempted: "the run ended before them",
	kyc.Ready:        "can be sent as they are",
}

// identity lists the terms that a run of this sort can have. A term that it
// should not have is listed all the same if it is not zero.
func identity(m Meta, c kyc.Counts) []term {
	order := []kyc.Status{kyc.Ready}
	for s := kyc.Created; s < kyc.Ready; s++ {
		order = append(order, s)
	}
	var terms []term
	for _, s := range order {
		sending := s == kyc.Created || s == kyc.Updated || s == kyc.Failed || s == kyc.Incomplete || s == kyc.NotAttempted
		foreign := m.DryRun && sending || !m.DryRun && s == kyc.Ready
		if n := c.ByStatus[s]; n > 0 || !foreign {
			terms = append(terms, term{s.String(), meanings[s], n})
		}
	}
	return terms
}

// segments divides the bar among the statuses, the good ones first. Each that
// has a row is wide enough to be seen.
func segments(c kyc.Counts) []segment {
	const least = 6
	order := []kyc.Status{
		kyc.Ready, kyc.Created, kyc.Updated, kyc.Already, kyc.Excluded, kyc.NotAttempted,
		kyc.Incomplete, kyc.Failed, kyc.Rejected, kyc.Refused, kyc.InDoubt,
	}
	var list []segment
	var sum, width int64
	for _, s := range order {
		sum += c.ByStatus[s]
	}
	for _, s := range order {
		if n := c.ByStatus[s]; n > 0 {
			w := max(least, n*barWidth/sum)
			list = append(list, segment{s.String(), n, 0, w})
			width += w
		}
	}
	fit(list, width)
	return list
}

// fit makes the segments fill the bar exactly, at the cost of the widest, and
// puts them side by side.
func fit(list []segment, width int64) {
	if len(list) == 0 {
		return
	}
	widest := slices.MaxFunc(list, func(a, b segment) int { return cmp.Compare(a.W, b.W) })
	var x int64
	for i := range list {
		if list[i].Key == widest.Key {
			list[i].W += barWidth - width
		}
		list[i].X = x
		x += list[i].W
	}
}

// bar is the length of a bar for n of all, at least visible if n is not zero.
func bar(n, all int64) int64 {
	if n <= 0 || all <= 0 {
		return 0
	}
	return min(barWidth, max(4, n*barWidth/all))
}

func issueLines(groups []*issueGroup) []issueLine {
	lines := make([]issueLine, len(groups))
	for i, g := range groups {
		lines[i] = issueLine{
			Code: g.key.code, Field: g.key.field, Column: g.key.column, Message: g.message, Fix: g.fix,
			Rows: g.rows, Bar: bar(g.rows, groups[0].rows),
			Samples: g.places.strings(), More: g.rows > int64(g.places.n),
		}
	}
	return lines
}

var needs = map[kyc.Need]string{kyc.Required: "required", kyc.Disputed: "required by some versions", kyc.Optional: "optional"}

// fieldLines lists the fields that a record has or must have, and the names of
// the others. There are none where no record came with values.
func (f *Fold) fieldLines(read int64) (lines []fieldLine, empty []string) {
	if len(f.kinds) == 0 {
		return nil, nil
	}
	for field := range kyc.NumFields {
		n, need := f.filled[field], field.Info().Need
		if n == 0 && need == kyc.Optional {
			empty = append(empty, field.String())
			continue
		}
		lines = append(lines, fieldLine{field.String(), needs[need], n, bar(n, read)})
	}
	return lines, empty
}

// kindLines lists the commonest kinds, and says how many more there are.
func (f *Fold) kindLines(read int64) (lines []kindLine, cut int) {
	kinds := f.sortedKinds()
	slices.SortStableFunc(kinds, func(a, b kindTally) int { return cmp.Compare(b.rows, a.rows) })
	shown := kinds[:min(len(kinds), maxKindsShown)]
	for _, k := range shown {
		lines = append(lines, kindLine{none(k.decision), none(k.idType), none(k.country), k.rows, k.rejected, bar(k.rows, read)})
	}
	return lines, len(kinds) - len(shown)
}

// none names what is not there.
func none(s string) string {
	if s == "" {
		return "(none)"
	}
	return s
}
