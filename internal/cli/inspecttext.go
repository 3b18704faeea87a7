package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"

	"kycmigrate/internal/inspect"
)

// write tells people what a source is.
func (i *inspection) write(w io.Writer) {
	how := "read to its end"
	switch {
	case i.Part != "":
		how = "only its part " + i.Part
	case !i.Whole:
		how = "only its beginning, as --limit says"
	}
	say(w, "%s (%s): %s rows, %s columns, %s bytes; %s\n\n", i.Source, i.Kind, thousands(i.Rows), thousands(int64(len(i.Columns))), thousands(i.Bytes), how)
	i.writeFacts(w)
	i.writeUnreadable(w)
	i.writeExclude(w)
	i.writeColumns(w)
	i.writeTraps(w)
	for _, note := range i.Notes {
		say(w, "note: %s\n", note)
	}
}

// plainTable is a table without lines, two spaces between its columns.
func plainTable() table.Writer {
	t := table.NewWriter()
	style := table.StyleDefault
	style.Box = table.BoxStyle{PaddingLeft: "", PaddingRight: "  "}
	style.Options = table.OptionsNoBordersAndSeparators
	style.Format.Header = text.FormatDefault
	t.SetStyle(style)
	t.SuppressTrailingSpaces()
	return t
}

// render writes a table, each line moved in by two spaces.
func render(w io.Writer, t table.Writer) {
	for line := range strings.Lines(t.Render() + "\n") {
		say(w, "  %s", line)
	}
	say(w, "\n")
}

func (i *inspection) writeFacts(w io.Writer) {
	for _, warning := range i.Warnings {
		say(w, "  warning: %s\n", warning)
	}
	if len(i.Facts) == 0 {
		return
	}
	t := plainTable()
	for _, f := range i.Facts {
		t.AppendRow(table.Row{f.Name, f.Value, f.Evidence})
	}
	render(w, t)
}

func (i *inspection) writeUnreadable(w io.Writer) {
	if len(i.Unreadable) == 0 {
		return
	}
	say(w, "Rows that cannot be read:\n")
	t := plainTable()
	for _, f := range i.Unreadable {
		t.AppendRow(table.Row{f.Code, thousands(f.Rows), places(f.Places, f.Rows)})
	}
	render(w, t)
}

// writeExclude says how rows are left out that are no records.
func (i *inspection) writeExclude(w io.Writer) {
	for n := range i.Exclude {
		say(w, "  → %s\n", i.Exclude[n].Advice())
	}
	if len(i.Exclude) > 0 {
		say(w, "\n")
	}
}

func (i *inspection) writeColumns(w io.Writer) {
	t := plainTable()
	t.AppendHeader(table.Row{"column", "filled", "distinct", "length", "type", "values or samples"})
	right := text.AlignRight
	t.SetColumnConfigs([]table.ColumnConfig{{Number: 2, Align: right, AlignHeader: right}, {Number: 3, Align: right, AlignHeader: right}})
	for n := range i.Columns {
		c := &i.Columns[n]
		t.AppendRow(table.Row{shown(c.Name), inspect.Percent(c.FillRate), howMany(c), lengths(c), typeText(c), holds(c)})
	}
	render(w, t)
}

func howMany(c *inspect.Column) string {
	if c.DistinctExact {
		return thousands(c.Distinct)
	}
	return "about " + thousands(c.Distinct)
}

func lengths(c *inspect.Column) string {
	if c.MinLength == c.MaxLength {
		return fmt.Sprint(c.MaxLength)
	}
	return fmt.Sprintf("%d-%d", c.MinLength, c.MaxLength)
}

func typeText(c *inspect.Column) string {
	name := strings.ReplaceAll(c.Type, "_", " ")
	if c.Share < 1 && c.Type != inspect.TypeEmpty {
		name += " (" + inspect.Percent(c.Share) + ")"
	}
	layouts := make([]string, len(c.Layouts))
	for i, l := range c.Layouts {
		layouts[i] = l.Layout
		if l.Proof != "" {
			layouts[i] += " (proof " + l.Proof + ")"
		}
	}
	return strings.TrimSpace(name + " " + strings.Join(layouts, ", "))
}

// widest is how much room the last cell of a column's line has.
const widest = 60

// holds tells the codes of a column, or masks of some values.
func holds(c *inspect.Column) string {
	var words []string
	for _, v := range c.Values {
		words = append(words, oneLine(v.Value)+" "+thousands(v.Rows))
	}
	if len(words) > 0 {
		return fitting(words, int64(len(words)) < c.Distinct)
	}
	for _, s := range c.Samples {
		mask := s.Mask
		if s.Script != "" && s.Script != "Latin" {
			mask += " [" + s.Script + "]"
		}
		words = append(words, mask)
	}
	return fitting(words, false)
}

// fitting joins as many words as there is room for, the first in any case.
func fitting(words []string, more bool) string {
	line := ""
	for i, word := range words {
		longer := strings.TrimPrefix(line+" | "+word, " | ")
		if i > 0 && text.StringWidth(longer) > widest {
			more = true
			break
		}
		line = longer
	}
	if more {
		line += " | …"
	}
	return line
}

func (i *inspection) writeTraps(w io.Writer) {
	if len(i.Traps) == 0 {
		say(w, "Traps: none found.\n")
		return
	}
	say(w, "Traps: %s\n", thousands(int64(len(i.Traps))))
	for n := range i.Traps {
		t := &i.Traps[n]
		where := t.Code
		if t.Column != "" {
			where += "  " + shown(t.Column)
		}
		say(w, "\n  %s\n    %s\n", where, oneLine(t.Message))
		if len(t.Places) > 0 {
			say(w, "    at %s\n", places(t.Places, t.Count))
		}
		say(w, "    → %s\n", t.Fix)
	}
}

// places lists the first places of something that was met n times.
func places(list []string, n int64) string {
	s := strings.Join(list, ", ")
	if more := n - int64(len(list)); more > 0 && len(list) > 0 {
		s += " and " + thousands(more) + " more"
	}
	return s
}
