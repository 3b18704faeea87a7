package cli

import (
	"cmp"
	"io"
	"strconv"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"

	"kycmigrate/internal/mapper"
)

// page is where rows are shown to people: a terminal, or a file that one was
// replaced by.
type page struct {
	w       io.Writer
	columns int
	colour  bool
}

// The widths that a page is laid out for.
const (
	pageColumns    = 100 // where nobody says how wide the page is
	leastColumns   = 60
	mostColumns    = 200 // further, the eye does not follow a line
	longestValue   = 600 // characters of a value that are shown
	mostNames      = 20  // of columns that are left behind
	indent         = 2
	betweenColumns = 2
)

// page finds out about standard output.
func (a *app) page() *page {
	tty := a.os.IsTerminal(a.os.Stdout)
	p := &page{w: a.out, columns: pageColumns, colour: tty && a.variable("NO_COLOR") == "" && a.variable("TERM") != "dumb"}
	if tty && a.os.Columns != nil {
		p.columns = cmp.Or(a.os.Columns(), pageColumns)
	}
	if n, err := strconv.Atoi(a.variable("COLUMNS")); err == nil {
		p.columns = n
	}
	p.columns = min(max(p.columns, leastColumns), mostColumns)
	return p
}

// in colours a text, where the page has colours.
func (p *page) in(c text.Color, s string) string {
	if !p.colour || s == "" {
		return s
	}
	return text.Escape(s, c.EscapeSeq())
}

// statusColours are those of what a dry run makes of a row.
var statusColours = map[string]text.Color{"ready": text.FgGreen, "rejected": text.FgRed}

// begin says what is shown.
func (p *page) begin(view *preview) {
	say(p.w, "%s through %s\n", view.Source, view.Mapping)
}

// row shows one row.
func (p *page) row(r *previewRow) {
	status, coloured := statusColours[r.Status]
	if !coloured {
		status = text.FgYellow
	}
	said := r.Status
	if r.Excluded != "" {
		said += " by " + r.Excluded
	}
	paint(p.w, "\n%s  row %s  %s\n", p.in(text.Bold, oneLine(r.Place)), thousands(r.Number), p.in(status, said))
	p.fields(r)
	if r.Raw != "" {
		p.paragraph("as it stands: "+clipped(r.Raw), "  ", "    ")
	}
	for i := range r.Issues {
		p.issue(&r.Issues[i])
	}
}

// fields shows what became of which cell, a line for each cell or step. What
// has nothing to show is named in one line.
func (p *page) fields(r *previewRow) {
	if len(r.Fields) == 0 {
		return
	}
	lines := []table.Row{{p.in(text.Faint, "field"), p.in(text.Faint, "before"), p.in(text.Faint, "rule"), p.in(text.Faint, "after")}}
	var left []string
	for i := range r.Fields {
		trace := &r.Fields[i]
		if trace.Value == "" && len(trace.Steps) == 0 && allBlank(trace.Cells) {
			left = append(left, trace.Name)
			continue
		}
		lines = append(lines, p.field(trace)...)
	}
	t := plainTable()
	t.AppendRows(lines)
	p.layout(t, lines)
	for line := range strings.Lines(t.Render() + "\n") {
		paint(p.w, "  %s", line)
	}
	if len(left) > 0 {
		p.paragraph("left out: "+strings.Join(left, ", "), "  ", "    ")
	}
}

// layout shares the width of the page out among the columns: before and after
// get what the others leave, and the longer of the two is wrapped first.
func (p *page) layout(t table.Writer, lines []table.Row) {
	var widest [4]int
	for _, line := range lines {
		for i, cell := range line {
			widest[i] = max(widest[i], text.StringWidthWithoutEscSequences(cell.(string)))
		}
	}
	rule := min(widest[2], p.columns/5)
	rest := p.columns - indent - 3*betweenColumns - widest[0] - rule
	before := min(widest[1], max(rest-widest[3], rest*11/20))
	configs := []table.ColumnConfig{{Number: 1}, {Number: 2, WidthMax: before}, {Number: 3, WidthMax: rule}, {Number: 4, WidthMax: rest - before}}
	for i := range configs {
		configs[i].WidthMaxEnforcer = text.WrapSoft
	}
	t.SetColumnConfigs(configs)
}

func allBlank(cells []mapper.Cell) bool {
	for _, c := range cells {
		if strings.TrimSpace(c.Text) != "" {
			return false
		}
	}
	return true
}

// field is one field: its cells down the left, its steps down the right.
func (p *page) field(trace *mapper.Trace) (lines []table.Row) {
	steps := trace.Steps
	if len(steps) == 0 {
		steps = []mapper.Step{{Text: trace.Value}}
	}
	for i := range max(len(trace.Cells), len(steps)) {
		name, before, rule, after := "", "", "", ""
		if i == 0 {
			name = oneLine(trace.Name)
		}
		if i < len(trace.Cells) {
			before = p.in(text.Faint, shown(trace.Cells[i].Column)+":") + " " + clipped(trace.Cells[i].Text)
		}
		if i < len(steps) {
			rule, after = oneLine(steps[i].Rule), p.after(&steps[i])
		}
		lines = append(lines, table.Row{name, before, rule, after})
	}
	return lines
}

// after is what a step made of a value.
func (p *page) after(s *mapper.Step) string {
	switch {
	case s.Failed:
		return p.in(text.FgRed, "(not known)")
	case s.Text == "":
		return p.in(text.FgYellow, "(left out)")
	case s.Rule == "":
		return clipped(s.Text)
	}
	return p.in(text.FgGreen, clipped(s.Text))
}

// clipped is a value as it is shown, cut short where it is long.
func clipped(value string) string {
	runes := []rune(value)
	if len(runes) <= longestValue {
		return shown(value)
	}
	return shown(string(runes[:longestValue])) + "… (" + thousands(int64(len(runes))) + " characters)"
}

// issue shows one thing that is wrong.
func (p *page) issue(i *previewIssue) {
	title, where := i.Severity+" "+i.Code, ""
	if i.Field != "" {
		where = " " + i.Field
	}
	p.marked(severityColour(i.Severity), title, title+where+": "+oneLine(i.Message), "  ", "    ")
	if i.Fix != "" {
		p.paragraph("→ "+oneLine(i.Fix), "    ", "      ")
	}
}

func severityColour(severity string) text.Color {
	if severity == "reject" {
		return text.FgRed
	}
	return text.FgYellow
}

// paragraph writes a text within the width of the page, moved in.
func (p *page) paragraph(s, first, others string) { p.marked(text.Reset, "", s, first, others) }

// marked is paragraph with some words of its first line in colour. They are
// coloured after the text is wrapped, which would go on with the colour.
func (p *page) marked(c text.Color, words, s, first, others string) {
	lead, s := first, printable(s)
	for line := range strings.Lines(text.WrapSoft(s, p.columns-len(others))) {
		line = strings.TrimRight(line, " \n")
		if words != "" {
			line = strings.Replace(line, words, p.in(c, words), 1)
			words = ""
		}
		paint(p.w, "%s%s\n", lead, line)
		lead = others
	}
}

// finish says how far it looked, and what to do next.
func (p *page) finish(view *preview, v *previewFlags) {
	how := "; the source goes on"
	if view.Whole {
		how = ", to the end of the source"
	}
	say(p.w, "\n")
	p.paragraph(countRows(view.Shown)+" shown, "+thousands(view.WithIssues)+" with issues; looked at "+countRows(view.Read)+how+
		". Nothing was written or sent.", "", "  ")
	if v.onlyIssues && !view.Whole && view.Shown < v.count {
		say(p.w, "--limit 0 looks at all rows.\n")
	}
	if v.onlyIssues {
		p.paragraph("Checks across rows are left out, such as one person under two keys, but for keys and userids that repeat; migrate validate makes them.", "", "  ")
	}
	if len(view.UnusedColumns) > 0 {
		var names []string
		for _, name := range view.UnusedColumns[:min(len(view.UnusedColumns), mostNames)] {
			names = append(names, shown(name))
		}
		p.paragraph("The mapping leaves these columns behind: "+places(names, int64(len(view.UnusedColumns))), "", "  ")
	}
	words := []string{"migrate", "validate", "--source", v.source, "--mapping", v.mapping}
	if v.strict {
		words = append(words, "--strict-required")
	}
	if v.envFile != "" {
		words = append(words, "--env-file", v.envFile)
	}
	say(p.w, "Next:\n  %s\n", v.slice.command(shellLine(words...)))
}

func countRows(n int64) string {
	if n == 1 {
		return "1 row"
	}
	return thousands(n) + " rows"
}
