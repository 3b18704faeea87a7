package cli

import (
	"fmt"
	"slices"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"

	"kycmigrate/internal/report"
)

// write tells people what changed, the verdict first.
func (d *difference) write(p *page) {
	p.marked(text.Bold, d.Verdict, d.Verdict, "", "  ")
	d.writeRun(p, "A", &d.A)
	d.writeRun(p, "B", &d.B)
	p.paragraph("The source "+sameOrNot(d.SameSource)+", the mapping "+sameOrNot(d.SameMapping)+".", "  ", "  ")
	d.writeNumbers(p)
	if r := d.Records; r != nil {
		p.paragraph(fmt.Sprintf("By key: %s no longer rejected, %s newly rejected, %s still.",
			countRecords(r.NoLonger), thousands(r.Newly), thousands(r.Still)), "", "  ")
	}
	d.writeKinds(p, "Better", report.StateGone, report.StateFewer)
	d.writeKinds(p, "Worse", report.StateNew, report.StateMore)
	d.writeKinds(p, "As many as before", report.StateSame)
	if len(d.Notes) > 0 {
		say(p.w, "\n")
	}
	for _, note := range d.Notes {
		p.paragraph("note: "+note, "", "  ")
	}
}

func (d *difference) writeRun(p *page, name string, c *compared) {
	kind := "run"
	if c.DryRun {
		kind = "dry run"
	}
	p.paragraph(fmt.Sprintf("%s  %s: %s of %s with %s, %s", name, c.Run, kind, c.Source.Path, c.Mapping.Path, c.Started), "  ", "     ")
}

func sameOrNot(same bool) string {
	if same {
		return "is the same"
	}
	return "differs"
}

func countRecords(n int64) string {
	if n == 1 {
		return "1 record is"
	}
	return thousands(n) + " records are"
}

// writeNumbers sets the account of both runs side by side.
func (d *difference) writeNumbers(p *page) {
	t := plainTable()
	t.AppendHeader(table.Row{"", "A", "B", "change"})
	right := text.AlignRight
	t.SetColumnConfigs([]table.ColumnConfig{
		{Number: 2, Align: right, AlignHeader: right}, {Number: 3, Align: right, AlignHeader: right}, {Number: 4, Align: right, AlignHeader: right},
	})
	a, b := &d.Before, &d.After
	for _, line := range []struct {
		label         string
		before, after int64
	}{
		{"read", a.Read, b.Read}, {"ready", a.Ready, b.Ready}, {"created", a.Created, b.Created}, {"already", a.Already, b.Already},
		{"updated", a.Updated, b.Updated}, {"rejected", a.Rejected, b.Rejected}, {"refused", a.Refused, b.Refused}, {"failed", a.Failed, b.Failed},
		{"incomplete", a.Incomplete, b.Incomplete}, {"in doubt", a.InDoubt, b.InDoubt}, {"excluded", a.Excluded, b.Excluded},
		{"not attempted", a.NotAttempted, b.NotAttempted}, {"with warnings", a.Warnings, b.Warnings},
	} {
		if line.before != 0 || line.after != 0 || line.label == "read" {
			t.AppendRow(table.Row{line.label, thousands(line.before), thousands(line.after), signed(line.after - line.before)})
		}
	}
	say(p.w, "\n")
	render(p.w, t)
}

// signed is a number with its sign, and a dash for none.
func signed(n int64) string {
	switch {
	case n == 0:
		return "–"
	case n > 0:
		return "+" + thousands(n)
	}
	return thousands(n)
}

// writeKinds lists the kinds of issue that are in one of the states.
func (d *difference) writeKinds(p *page, title string, states ...string) {
	heading := "\n" + title + "\n"
	for i := range d.Kinds {
		k := &d.Kinds[i]
		if !slices.Contains(states, k.State) {
			continue
		}
		say(p.w, "%s", heading)
		heading = ""
		p.kind(k)
	}
}

// kind tells of one kind of issue.
func (p *page) kind(k *report.KindChange) {
	title := k.Severity + " " + k.Code
	line := fmt.Sprintf("%s → %s  %s", thousands(k.Before), thousands(k.After), title)
	if k.Field != "" {
		line += "  " + k.Field
	}
	if k.Column != "" && k.Column != k.Field {
		line += "  (" + shown(k.Column) + ")"
	}
	if k.ByKey && k.Gone > 0 && k.New > 0 {
		line += fmt.Sprintf(": %s gone, %s new", thousands(k.Gone), thousands(k.New))
	}
	p.marked(severityColour(k.Severity), title, line, "  ", "    ")
	if k.New > 0 {
		p.paragraph(oneLine(k.Message), "      ", "      ")
		if len(k.NewIn) > 0 {
			p.paragraph("new at "+places(k.NewIn, k.New), "      ", "      ")
		}
		p.paragraph("→ "+oneLine(k.Fix), "      ", "      ")
	}
}
