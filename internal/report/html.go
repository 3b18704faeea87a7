package report

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"io"
	"path"
	"strings"
	"sync"
	"time"

	"kycmigrate/internal/kyc"
)

// The page's templates, its style and its one script.
var (
	//go:embed page/*.html
	pageFiles embed.FS
	//go:embed page/style.css
	pageCSS string
	//go:embed page/search.js
	pageJS string
)

// page is parsed when it is first needed, which most commands never do.
var page = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("page.html").Funcs(template.FuncMap{
		"n":        thousands,
		"pct":      percent,
		"css":      func() template.CSS { return template.CSS(pageCSS) }, //nolint:gosec // our own file
		"js":       func() template.JS { return template.JS(pageJS) },    //nolint:gosec // our own file
		"csp":      contentPolicy,
		"words":    func(name string) []string { return strings.Split(name, "_") },
		"upper":    capital,
		"sentence": sentence,
		"choice":   func(id, label string, values []string) choice { return choice{id, label, values} },
	}).ParseFS(pageFiles, "page/*.html"))
})

// contentPolicy allows a browser the style and the script that the page comes
// with, by their hashes, and nothing else: whatever a report should hold, it
// loads nothing and runs nothing.
func contentPolicy() string {
	return "default-src 'none'; style-src '" + hashOf(pageCSS) + "'; script-src '" + hashOf(pageJS) + "'; base-uri 'none'; form-action 'none'"
}

func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// capital begins a sentence.
func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// view is what the page's templates see.
type view struct {
	Meta     Meta
	Source   string // by its name, without folders
	End      End
	Started  string
	Finished string
	AsOf     string
	Cutover  string
	Verdict  verdict
	Go       goList
	Counts   kyc.Counts
	Tiles    []tile
	Identity []term
	Segments []segment
	// Beside tells how the rows and what is in ARGOS go together, where that is not plain.
	Beside []string

	Charts   charts
	Of       population
	Issues   []issueLine
	Filters  filters
	Over     int64
	Mapping  []fieldChanges
	Excludes bool // some rule leaves rows out, which issues.csv lists
	Changed  []string
	Doubled  []string
}

// choice is one list to narrow the table of issues by.
type choice struct {
	ID, Label string
	Values    []string
}

// goList is the list that is gone through before a go.
type goList struct {
	Word  string
	Tone  tone
	Needs []needLine
}

type needLine struct {
	need
	More    int  // parts that there is no room for
	Nothing bool // it is met because there is nothing of the kind
}

// tile is one of the few numbers that are read first.
type tile struct {
	N     int64
	Label string
	Tone  tone
}

// WriteHTML writes report.html: one page that needs no network, and a script
// only to search in it and to unfold what is printed.
func (f *Fold) WriteHTML(w io.Writer) error { return page().Execute(w, f.view()) }

func (f *Fold) view() *view {
	c, end := f.Counts(), f.ending()
	v := &view{
		Meta: f.meta, Source: sourceName(f.meta.Source), End: end, Counts: c, Cutover: f.census.expiry.marks[0],
		Verdict: f.verdict(c), Go: f.goList(), Tiles: f.tiles(c),
		Identity: f.identity(c), Segments: segments(c),
		Of: f.population(c), Charts: f.charts(c.Read - c.ByStatus[kyc.Excluded]), Issues: f.issueLines(), Over: f.issues.over, Mapping: fieldsChanged(end.Changes),
		Excludes: len(f.excluded) > 0, Changed: f.near(&f.changed), Doubled: f.near(&f.doubled),
	}
	if r := f.Reconciliation(); r != nil {
		v.Beside = r.Lines()
	}
	v.Filters = filtersOf(v.Issues)
	v.Started, v.Finished, v.AsOf = momentOf(end.Started), momentOf(end.Finished), dayOf(f.meta.AsOf)
	return v
}

// momentOf writes a time, "" for none.
func momentOf(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.DateTime) + " UTC"
}

func (f *Fold) goList() goList {
	needs, c := f.needs(), f.Counts()
	g := goList{}
	g.Word, g.Tone = decision(needs, c, f.meta.DryRun)
	for _, n := range needs {
		cut := max(0, len(n.Parts)-maxParts)
		n.Parts = n.Parts[:len(n.Parts)-cut]
		g.Needs = append(g.Needs, needLine{n, cut, n.State == met && n.Kind == "images" && f.mapsNoPicture()})
	}
	return g
}

// tiles are the few numbers that a reader looks for.
func (f *Fold) tiles(c kyc.Counts) []tile {
	m, by := &f.meta, c.ByStatus
	list := []tile{{c.Read, "records read", ""}}
	if m.DryRun {
		list = append(list, tile{by[kyc.Ready], "can be sent", good})
	} else {
		list = append(list, tile{by[kyc.Created] + by[kyc.Already] + by[kyc.Updated], "are in ARGOS", good})
	}
	held := tile{by[kyc.Rejected] + by[kyc.Refused], "to mend", ""}
	switch {
	case f.Reconciliation().Settled():
		held.Label, held.Tone = "rejected as the source stands", fair
	case held.N > 0:
		held.Tone = bad
	}
	list = append(list, held)
	if by[kyc.Excluded] > 0 {
		list = append(list, tile{by[kyc.Excluded], f.leftOutBy(c), fair})
	}
	if m.fromLedger() {
		return list
	}
	warned := tile{c.Warnings, "with warnings", ""}
	if warned.N > 0 {
		warned.Tone = fair
	}
	return append(list, warned)
}

// sourceName is how a source is called near the title: a file by its name, a database as it
// was given.
func sourceName(given string) string {
	switch {
	case given == "":
		return ""
	case strings.Contains(given, "://"), strings.HasPrefix(given, "sqlite:"):
		return given
	}
	return path.Base(strings.ReplaceAll(given, `\`, "/"))
}

// place writes an origin as people look for it: without the folders of the one
// file that was read.
func (f *Fold) place(o kyc.Origin) string {
	if o.File == f.meta.Source {
		o.File = path.Base(strings.ReplaceAll(o.File, `\`, "/"))
	}
	return o.String()
}

// near lists the first places of what is told of in passing.
func (f *Fold) near(p *places) []string {
	var list []string
	for _, at := range p.list[:min(len(p.list), maxSamples)] {
		list = append(list, f.place(at.origin))
	}
	return list
}
