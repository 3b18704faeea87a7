package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"

	"kycmigrate/internal/draft"
	"kycmigrate/internal/inspect"
	"kycmigrate/internal/mapper"
)

// drafted is what migrate init came to.
type drafted struct {
	Source, Kind, Out string
	Rows              int64
	Draft             *draft.Draft
	Todos             []mapper.Problem
	Warnings          []string
}

// draftedObject is the object of migrate init --json. Keys are added, never
// renamed.
type draftedObject struct {
	Source        string             `json:"source"`
	Kind          string             `json:"kind"`
	Rows          int64              `json:"rows"`
	Out           string             `json:"out"`
	Key           []string           `json:"key"`
	KeyTodo       string             `json:"key_todo"`
	KeyConfidence float64            `json:"key_confidence"`
	Fields        []draft.Match      `json:"fields"`
	Unmatched     []draft.Column     `json:"unmatched"`
	Exclude       []inspect.LineRule `json:"exclude"` // proposed for rows that are no records, in a comment
	Todos         []draftedTodo      `json:"todos"`
	Warnings      []string           `json:"warnings"`
	ExitCode      int                `json:"exit_code"`
}

// draftedTodo is a place in the draft where somebody must decide.
type draftedTodo struct {
	Line   int    `json:"line"`
	Decide string `json:"decide"`
	Hint   string `json:"hint"`
}

func (d *drafted) object() draftedObject {
	o := draftedObject{
		Source: d.Source, Kind: d.Kind, Rows: d.Rows, Out: d.Out, Key: d.Draft.Key, KeyTodo: d.Draft.KeyTodo, KeyConfidence: d.Draft.KeyConfidence, Fields: d.Draft.Matches, Unmatched: d.Draft.Unmatched, Exclude: d.Draft.Exclude,
		Todos: []draftedTodo{}, Warnings: d.Warnings,
	}
	if o.Key == nil {
		o.Key = []string{}
	}
	if o.Warnings == nil {
		o.Warnings = []string{}
	}
	for _, p := range d.Todos {
		o.Todos = append(o.Todos, draftedTodo{Line: p.Line, Decide: strings.TrimPrefix(p.What, "decide this: "), Hint: p.Fix})
	}
	return o
}

// notice adds a warning where a vendor's form is known under another kind.
func (d *drafted) notice(found *inspection) {
	for i := range found.Columns {
		if found.Kind == "jsonl" && slices.Contains([]string{"inspectionId", "review.reviewResult.reviewAnswer"}, found.Columns[i].Name) {
			d.Warnings = append(d.Warnings, "this looks like an export of IDnGO or Sumsub: mappings/idngo.yaml, with kind: idngo, knows its form better than a draft can")
			return
		}
	}
}

// write tells people what was drafted, and what they are to do.
func (d *drafted) write(p *page, v *initFlags) {
	w := p.w
	say(w, "%s (%s): %s rows; drafted %s\n\n", d.Source, d.Kind, thousands(d.Rows), d.Out)
	for _, warning := range d.Warnings {
		say(w, "  warning: %s\n", warning)
	}
	lines := []table.Row{{"column", "field", "sure", "because"}}
	lines = append(lines, keyRow(d.Draft))
	for i := range d.Draft.Matches {
		lines = append(lines, matchRow(&d.Draft.Matches[i]))
	}
	t := plainTable()
	t.AppendRows(lines)
	p.layoutMatches(t, lines)
	render(w, t)
	if n := len(d.Draft.Unmatched); n > 0 {
		say(w, "%s read by no field; the end of the file says why.\n", unread(n))
	}
	d.writeNoRecords(w)
	d.writeNext(w, v)
}

// writeNoRecords tells of the rows that the draft proposes to leave out.
func (d *drafted) writeNoRecords(w io.Writer) {
	rows := int64(0)
	for i := range d.Draft.Exclude {
		rows += d.Draft.Exclude[i].Rows
	}
	switch {
	case rows == 1:
		say(w, "1 row looks like no record: exclude in the draft, a comment, leaves it out once the # is gone.\n")
	case rows > 1:
		say(w, "%s rows look like no records: exclude in the draft, a comment, leaves them out once the # is gone.\n", thousands(rows))
	}
}

// layoutMatches keeps the table of matches to the width of the page: the columns get half
// of what the short cells leave at most, and the reasons the rest.
func (p *page) layoutMatches(t table.Writer, lines []table.Row) {
	var widest [4]int
	for _, line := range lines {
		for i, cell := range line {
			widest[i] = max(widest[i], text.StringWidth(cell.(string)))
		}
	}
	rest := p.columns - indent - 3*betweenColumns - widest[1] - widest[2]
	first := min(widest[0], rest/2)
	rest -= first
	t.SetColumnConfigs([]table.ColumnConfig{
		{Number: 1, WidthMax: first, WidthMaxEnforcer: text.WrapSoft}, {Number: 4, WidthMax: rest, WidthMaxEnforcer: text.WrapSoft},
	})
}

func unread(n int) string {
	if n == 1 {
		return "1 column is"
	}
	return fmt.Sprintf("%d columns are", n)
}

// mostOffered is how many columns are named that may all be the same field; the draft
// names more of them.
const mostOffered = 4

// keyRow is the line of the key.
func keyRow(d *draft.Draft) table.Row {
	if len(d.Key) == 0 {
		return table.Row{"-", "key", "", "TODO: " + d.KeyTodo}
	}
	return table.Row{draft.Shown(strings.Join(d.Key, ", ")), "key", fmt.Sprintf("%.2f", d.KeyConfidence), "it identifies a record"}
}

// matchRow is a line of the table: a column, its field and how sure that is.
func matchRow(m *draft.Match) table.Row {
	shown := make([]string, len(m.Columns))
	for i, c := range m.Columns {
		shown[i] = draft.Shown(c)
	}
	sure, because := fmt.Sprintf("%.2f", m.Confidence), strings.Join(m.Evidence, "; ")
	switch {
	case m.Todo != "":
		because, sure = "TODO: "+m.Todo, ""
		if len(m.Columns) == 0 {
			shown = []string{"-"}
		}
	case m.Open > 0:
		because += fmt.Sprintf("; %d TODO", m.Open)
	}
	join := " + "
	if m.Todo != "" {
		join = " or "
		if more := len(shown) - mostOffered; more > 1 {
			shown = append(shown[:mostOffered], thousands(int64(more))+" more")
		}
	}
	return table.Row{strings.Join(shown, join), m.Field, sure, because}
}

// writeNext says what is to be decided where, and the next commands.
func (d *drafted) writeNext(w io.Writer, v *initFlags) {
	if len(d.Todos) > 0 {
		say(w, "\nTo be decided: %d\n", len(d.Todos))
		for _, p := range d.Todos {
			say(w, "  %s:%d  %s\n", d.Out, p.Line, strings.TrimSuffix(strings.TrimPrefix(p.What, "decide this: "), " is TODO"))
		}
		say(w, "\nNext: open %s, decide what is TODO and read the rest. Then see what it makes of\nsome rows, and check them all:\n", d.Out)
	} else {
		say(w, "\nNothing is left to be decided. Next: read %s. Then see what it makes of\nsome rows, and check them all:\n", d.Out)
	}
	for _, command := range []string{"preview", "validate"} {
		line := []string{"migrate", command, "--source", v.source, "--mapping", d.Out}
		if v.envFile != "" {
			line = append(line, "--env-file", v.envFile)
		}
		say(w, "  %s\n", shellLine(line...))
	}
	say(w, "\nThe draft has marker: %s, a mark in that custom field: finding a submission again\nafter a crash is proof only with it. Take another of cf1, cf2 and cf3 if it is in use.\n", draft.Marker)
}
