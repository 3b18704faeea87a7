package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"

	"kycmigrate/internal/report"
	"kycmigrate/internal/validate"
)

// write tells people what changed, the verdict first.
func (d *difference) write(p *page) {
	p.marked(text.Bold, d.Verdict, d.Verdict, "", "  ")
	d.writeRun(p, "A", &d.A)
	d.writeRun(p, "B", &d.B)
	p.paragraph("The source "+sameOrNot(d.SameSource)+", the mapping "+sameOrNot(d.SameMapping)+".", "  ", "  ")
	d.writeNumbers(p)
	d.writeRecords(p)
	d.writeKinds(p, "Judged otherwise: the severity was changed", judgedOtherwise)
	d.writeKinds(p, "Better", func(k *report.KindChange) bool {
		return !judgedOtherwise(k) && (k.State == report.StateGone || k.State == report.StateFewer) && !k.OnlyExcluded()
	})
	d.writeKinds(p, "No better: the rows are left out now", func(k *report.KindChange) bool { return !judgedOtherwise(k) && k.OnlyExcluded() })
	d.writeKinds(p, "Worse", func(k *report.KindChange) bool {
		return !judgedOtherwise(k) && (k.State == report.StateNew || k.State == report.StateMore)
	})
	d.writeKinds(p, "As many as before", func(k *report.KindChange) bool { return !judgedOtherwise(k) && k.State == report.StateSame })
	if len(d.Notes) > 0 {
		say(p.w, "\n")
	}
	for _, note := range d.Notes {
		p.paragraph("note: "+note, "", "  ")
	}
}

// judgedOtherwise reports whether a kind has another severity than before: neither
// better nor worse is said of what the mapping only calls otherwise.
func judgedOtherwise(k *report.KindChange) bool { return k.SeverityBefore != "" }

func (d *difference) writeRun(p *page, name string, c *compared) {
	kind := "run"
	if c.DryRun {
		kind = "dry run"
	}
	p.paragraph(fmt.Sprintf("%s  %s: %s of %s with %s, %s", name, c.Run, kind, c.Source.Path, c.Mapping.Path, c.Started), "  ", "     ")
}

// writeRecords tells what became of the records that something rejects.
func (d *difference) writeRecords(p *page) {
	r := d.Records
	if r == nil {
		return
	}
	by := "By key"
	if d.ByPlace {
		by = "Row by row"
	}
	p.paragraph(fmt.Sprintf("%s: %s no longer rejected%s, %s newly rejected%s, %s still.", by,
		countRecords(r.NoLonger), ofThem(r.NowExcluded, "excluded now"), thousands(r.Newly), ofThem(r.WereExcluded, "excluded before"), thousands(r.Still)), "", "  ")
}

// ofThem tells of a part of a number, in brackets.
func ofThem(n int64, what string) string {
	if n == 0 {
		return ""
	}
	return " (" + thousands(n) + " of them " + what + ")"
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

// writeKinds lists the kinds of issue that are meant.
func (d *difference) writeKinds(p *page, title string, meant func(*report.KindChange) bool) {
	heading := "\n" + title + "\n"
	for i := range d.Kinds {
		k := &d.Kinds[i]
		if !meant(k) {
			continue
		}
		say(p.w, "%s", heading)
		heading = ""
		p.kind(k, d.acrossText(k))
	}
}

// acrossText says why rows have an issue that they did not have, or have it no more, where
// a rule looks at all rows together: the row itself need not have changed.
func (d *difference) acrossText(k *report.KindChange) string {
	switch {
	case k.Gone+k.New == 0 || k.OnlyExcluded() || !slices.Contains(validate.AcrossCodes(), k.Code):
		return ""
	case d.SameSource:
		return "the rows are as they were: this rule judges a row by the other rows, and another mapping makes others of them or leaves others out"
	}
	return "this rule judges a row by the other rows: it may be they that have changed"
}

// kind tells of one kind of issue. across explains it where a rule looks across rows.
func (p *page) kind(k *report.KindChange, across string) {
	title := k.Severity + " " + k.Code
	if judgedOtherwise(k) {
		title = k.SeverityBefore + " → " + title
	}
	line := fmt.Sprintf("%s → %s  %s", thousands(k.Before), thousands(k.After), title)
	if k.Field != "" {
		line += "  " + k.Field
	}
	if k.Column != "" && k.Column != k.Field {
		line += "  (" + shown(k.Column) + ")"
	}
	line += movesOf(k)
	p.marked(severityColour(k.Severity), title, line, "  ", "    ")
	if judgedOtherwise(k) {
		return
	}
	if across != "" {
		p.paragraph(across, "      ", "      ")
	}
	if k.New > 0 {
		p.paragraph(oneLine(k.Message), "      ", "      ")
		if len(k.NewIn) > 0 {
			p.paragraph("new at "+places(k.NewIn, k.New), "      ", "      ")
		}
		p.paragraph("→ "+oneLine(k.Fix), "      ", "      ")
	}
}

// movesOf tells how many rows of a kind are gone and new, where the two numbers do not say
// it, and how many of them only by a rule that leaves rows out.
func movesOf(k *report.KindChange) string {
	if !k.ByKey || (k.Gone == 0 || k.New == 0) && k.Excluded+k.Included == 0 {
		return ""
	}
	var words []string
	if k.Gone > 0 {
		words = append(words, thousands(k.Gone)+" gone"+ofThem(k.Excluded, "excluded now"))
	}
	if k.New > 0 {
		words = append(words, thousands(k.New)+" new"+ofThem(k.Included, "excluded before"))
	}
	return ": " + strings.Join(words, ", ")
}
