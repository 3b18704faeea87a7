package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"text/tabwriter"
	"time"
)

// line is one measurement in the table.
type line struct {
	what    string
	ours    string
	beside  string // what it is compared with; "" where with nothing
	figure  string // the ratio, or what is judged
	goal    string // "" where nothing is judged
	reached bool
}

type table struct{ lines []line }

func (t *table) add(l line) { t.lines = append(t.lines, l) }

// print writes the lines, aligned.
func (t *table) print(out io.Writer) {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "measured\tmigrate\tbeside it\tfigure\tgoal\tverdict")
	for _, l := range t.lines {
		verdict := ""
		switch {
		case l.goal == "":
		case l.reached:
			verdict = "reached"
		default:
			verdict = "MISSED"
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\n", l.what, l.ours, dash(l.beside), l.figure, dash(l.goal), dash(verdict))
	}
	_ = w.Flush()
}

func dash(s string) string { return cmp.Or(s, "-") }

// series is one figure of every pair.
type series []float64

// median is the middle figure, 0 of none.
func (s series) median() float64 {
	if len(s) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(s))
	middle := len(sorted) / 2
	if len(sorted)%2 == 0 {
		return (sorted[middle-1] + sorted[middle]) / 2
	}
	return sorted[middle]
}

// versus gathers the figures of two sides, pair by pair.
type versus struct{ ours, bare, ratio series }

func (v *versus) add(ours, bare float64) {
	v.ours, v.bare = append(v.ours, ours), append(v.bare, bare)
	v.ratio = append(v.ratio, ours/bare)
}

// line tells the medians of both sides and of the ratios of the pairs. A goal
// of 0 is none; atLeast says which way it goes.
func (v *versus) line(what, unit string, goal float64, atLeast bool) line {
	ratio := v.ratio.median()
	l := line{
		what: what, ours: figure(v.ours.median(), unit), beside: figure(v.bare.median(), unit),
		figure: fmt.Sprintf("%.2fx  (%.2f..%.2f)", ratio, slices.Min(v.ratio), slices.Max(v.ratio)),
	}
	switch {
	case goal == 0:
	case atLeast:
		l.goal, l.reached = fmt.Sprintf(">= %.2fx", goal), ratio >= goal
	default:
		l.goal, l.reached = fmt.Sprintf("<= %.2fx", goal), ratio <= goal
	}
	return l
}

func figure(n float64, unit string) string {
	if n >= 100 {
		return fmt.Sprintf("%.0f %s", n, unit)
	}
	return fmt.Sprintf("%.2f %s", n, unit)
}

func seconds(d time.Duration) float64 { return d.Seconds() }

const mebibyte = 1 << 20

func mebibytes(n float64) string { return fmt.Sprintf("%.1f MiB", n/mebibyte) }
