package cli

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"
	"time"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/report"
)

// imagesResult is what migrate images came to.
type imagesResult struct {
	title, root        string
	flags              *imageFlags
	all                bool  // the whole source was to be read
	rows, unread       int64 // rows, and those that could not be read into cells
	pictures, distinct int64 // pictures that rows name, and files among them
	mendable           int64 // pictures that a repair would change
	found              map[string]*foundCode
	actions            map[string]int64 // copies by what was done
	files              map[string]string
}

// foundCode is how often a finding was made.
type foundCode struct {
	severity kyc.Severity
	count    int64
	first    string // where it was made first; "" where no row names it
}

// add counts a finding.
func (r *imagesResult) add(issue *kyc.Issue, place string) {
	if r.found == nil {
		r.found = map[string]*foundCode{}
	}
	if r.found[issue.Code] == nil {
		r.found[issue.Code] = &foundCode{severity: issue.Severity, first: place}
	}
	r.found[issue.Code].count++
}

// copied counts a copy.
func (r *imagesResult) copied(line *report.PictureCopy) {
	if r.actions == nil {
		r.actions = map[string]int64{}
	}
	for action := range strings.SplitSeq(line.Action, "+") {
		r.actions[action]++
	}
}

// sum is how many findings of a severity there are.
func (r *imagesResult) sum(severity kyc.Severity) (n int64) {
	for _, f := range r.found {
		if f.severity == severity {
			n += f.count
		}
	}
	return n
}

// imagesObject is what --json prints for migrate images. Keys are added, never
// renamed.
type imagesObject struct {
	Read        int64             `json:"read"`
	Pictures    int64             `json:"pictures"`
	Distinct    int64             `json:"distinct"`
	Unusable    int64             `json:"unusable"`
	Warnings    int64             `json:"warnings"`
	Findings    map[string]int64  `json:"findings"`
	Actions     map[string]int64  `json:"actions"`
	Interrupted bool              `json:"interrupted"`
	ExitCode    int               `json:"exit_code"`
	ElapsedMS   int64             `json:"elapsed_ms"`
	Files       map[string]string `json:"files"`
	Error       *errorObject      `json:"error,omitempty"`
}

// end tells how it ended and returns the exit code.
func (r *imagesResult) end(a *app, err *Error) int {
	stopped := a.stop.Interrupted()
	if stopped && (err == nil || errors.Is(err, context.Canceled)) {
		err = interrupted()
	}
	e := ending{interrupted: stopped, err: err}
	e.counts.Read = r.sum(kyc.Reject)
	e.counts.ByStatus[kyc.Rejected] = e.counts.Read
	exit, elapsed := exitCode(e), a.os.Now().Sub(a.started)
	r.write(a, err, exit, elapsed)
	if a.json {
		o := imagesObject{
			Read: r.rows, Pictures: r.pictures, Distinct: r.distinct, Unusable: r.sum(kyc.Reject), Warnings: r.sum(kyc.Warn),
			Findings: map[string]int64{}, Actions: map[string]int64{}, Interrupted: stopped, ExitCode: exit,
			ElapsedMS: elapsed.Milliseconds(), Files: map[string]string{},
		}
		for code, f := range r.found {
			o.Findings[code] = f.count
		}
		maps.Copy(o.Actions, r.actions)
		maps.Copy(o.Files, r.files)
		if err != nil {
			o.Error = &errorObject{err.Code, err.Message, err.Hint}
		}
		_ = a.writeObject(o)
	}
	return exit
}

// write says what was found, where the files are and what to type next.
func (r *imagesResult) write(a *app, err *Error, exit int, elapsed time.Duration) {
	where := r.root
	if where == "" {
		where = "pictures in the source"
	}
	say(a.err, "%s: %s\n", r.title, where)
	say(a.err, "  %-18s %9s\n", "rows", thousands(r.rows))
	say(a.err, "  %-18s %9s  %s\n", "pictures", thousands(r.pictures), countOf(r.distinct, "different path", "different paths"))
	for _, code := range r.inOrder() {
		f := r.found[code]
		line := f.severity.String()
		if f.first != "" {
			line += "  first at " + f.first
		}
		say(a.err, "  %-18s %9s  %s\n", code, thousands(f.count), line)
	}
	for _, action := range slices.Sorted(maps.Keys(r.actions)) {
		say(a.err, "  → %-16s %9s\n", action, thousands(r.actions[action]))
	}
	if n := r.actions[actionKept]; n > 0 {
		say(a.err, "  %s not what was made before: taken for a person's and kept. Delete one to have it made anew\n", countOf(n, "copy is", "copies are"))
	}
	if r.unread > 0 {
		say(a.err, "  rows that could not be read: %s; pictures that only they name count as image_orphan\n", thousands(r.unread))
	}
	r.close(a, err, exit, elapsed)
}

// inOrder are the codes found: those that make a picture unusable first, and
// the most frequent of them.
func (r *imagesResult) inOrder() []string {
	return slices.SortedFunc(maps.Keys(r.found), func(x, y string) int {
		a, b := r.found[x], r.found[y]
		switch {
		case a.severity != b.severity:
			return int(b.severity) - int(a.severity)
		case a.count != b.count:
			return int(b.count - a.count)
		}
		return strings.Compare(x, y)
	})
}

// close writes the last lines.
func (r *imagesResult) close(a *app, err *Error, exit int, elapsed time.Duration) {
	if err != nil {
		say(a.err, "Stopped: %s (after %s, exit %d)\n", err.Message, short(elapsed), exit)
		if err.Hint != "" {
			say(a.err, "  %s\n", err.Hint)
		}
		return
	}
	how := "Finished"
	if exit != ExitOK {
		how = "Finished with unusable pictures"
	}
	say(a.err, "%s after %s (exit %d). Findings: %s", how, short(elapsed), exit, r.files["findings"])
	if list := r.files["list"]; list != "" {
		say(a.err, "  Copies: %s", list)
	}
	say(a.err, "\n")
	same := []string{"--source", r.flags.source, "--mapping", r.flags.mapping}
	line := func(command string, more ...string) string {
		return shellLine(append(append([]string{"migrate", command}, same...), more...)...)
	}
	switch {
	case r.files["images"] != "" && r.actions[actionUnmended] > 0:
		say(a.err, "Next: replace in %s what is unmended (see reason in %s), set images.root of the mapping to\n  %s\nthen\n  %s\n",
			r.files["images"], r.files["list"], absolute(r.files["images"]), line("validate"))
	case r.files["images"] != "":
		say(a.err, "Next: set images.root of the mapping to\n  %s\nthen\n  %s\n", absolute(r.files["images"]), line("validate"))
	case r.mendable > 0:
		say(a.err, "Next: look at the findings; what can be mended, mend in copies with\n  %s\n", line("images", "--repair", "--out", r.flags.copies))
	case exit != ExitOK:
		say(a.err, "Next: mend or replace what %s names, then\n  %s\n", r.files["findings"], line("validate"))
	default:
		say(a.err, "Next:\n  %s\n", line("validate"))
	}
}
