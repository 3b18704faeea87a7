package cli

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/report"
)

// nextCommands are command lines that a summary may tell the operator to type.
type nextCommands struct {
	same      string // the same command again
	retry     string // the same with --retry-refused
	run       string // the real run, after a dry run
	rejects   string // a run over the rejects file
	resolve   string // decisions on records in doubt
	whole     string // a run over the source that the rejects come from, where none has read it yet
	aside     string // a run over what is the source now, where the run over the whole puts it aside
	status    string
	elsewhere string // the run in the directory that has sent what was migrated elsewhere, where that is known
	uncut     string // the dry run over all rows, where a limit ended this one before them
}

// write prints the summary: the accounting, how it ended, where the files are
// and what to type next, always in this order.
func (r *result) write(w io.Writer) {
	say(w, "%s\n", r.heading())
	r.writeCounts(w)
	say(w, "%s\n", r.howItEnded())
	if r.err != nil && r.err.Hint != "" {
		say(w, "  %s\n", r.err.Hint)
	}
	say(w, "%s", r.whatNext())
}

func (r *result) heading() string {
	switch {
	case r.whole:
		return r.title + ": the whole of " + r.dir
	case r.dryRun:
		return r.title + " (dry run: nothing was sent)"
	case r.admin == "":
		return r.title + " → " + r.target
	}
	return r.title + " → " + r.target + " (admin " + r.admin + ")"
}

// countLine is one line of the accounting.
type countLine struct {
	label string
	n     int64
	note  string
}

func (r *result) writeCounts(w io.Writer) {
	lines := r.countLines()
	label, number := 0, 0
	for _, l := range lines {
		label = max(label, len(l.label))
		number = max(number, len(thousands(l.n)))
	}
	for _, l := range lines {
		line := fmt.Sprintf("  %-*s  %*s", label, l.label, number, thousands(l.n))
		if l.note != "" {
			line += "    " + l.note
		}
		say(w, "%s\n", line)
	}
	if r.counts.Balanced() {
		say(w, "  = %s, the books balance\n", thousands(r.counts.Read))
		say(w, "%s%s%s%s", r.takenOver(), r.heldBack(), r.besideArgos(), r.leftOut())
		if r.toDelete > 0 {
			say(w, "  %s there, unless it may stay; the report lists the rows\n",
				countOf(r.toDelete, "record that a rule excludes is in ARGOS: delete it", "records that rules exclude are in ARGOS: delete each"))
		}
		if r.counts.AlreadyChanged > r.counts.ByStatus[kyc.Already] {
			say(w, "  %s records in ARGOS differ from what was sent, which the report lists\n", thousands(r.counts.AlreadyChanged))
		}
		if r.counts.Warnings > 0 {
			say(w, "  %s, which the report lists\n", numbered(r.counts.Warnings, "record has warnings", "records have warnings"))
		}
		if r.unlisted > 0 {
			say(w, "  %s warnings have no line in issues.csv, which lists %s rows of a kind; --all-issues lists all\n", thousands(r.unlisted), thousands(report.MaxListed))
		}
		return
	}
	var total int64
	for _, n := range r.counts.ByStatus {
		total += n
	}
	say(w, "  = %s, but %s were read: THE BOOKS DO NOT BALANCE. This is a bug of migrate; keep %s and report it\n",
		thousands(total), thousands(r.counts.Read), r.dir)
}

// takenOver tells how many of the created records this invocation did not send.
func (r *result) takenOver() string {
	n := r.counts.TakenOver
	if n == 0 {
		return ""
	}
	return "  " + countOf(n, "of the created was", "of the created were") + " sent by an earlier run and found in ARGOS now\n"
}

// besideArgos tells how the rows go together with what is in ARGOS, where that is not plain.
func (r *result) besideArgos() string {
	if r.reconciled == nil || r.whole {
		return ""
	}
	return linesOf(r.reconciled)
}

func linesOf(r *report.Reconciliation) (text string) {
	for _, line := range r.Lines() {
		text += "  " + line + "\n"
	}
	return text
}

// heldBack tells in a line what most of the records are held back for.
func (r *result) heldBack() string {
	most := 3
	if len(r.reasons) == 0 {
		return ""
	}
	if len(r.reasons) == most+1 {
		most++ // "and 1 other reason" is as long as the reason
	}
	parts := make([]string, 0, most)
	for _, why := range r.reasons[:min(len(r.reasons), most)] {
		part := why.Code
		if why.Column != "" {
			part += " (" + shown(why.Column) + ")"
		}
		parts = append(parts, part+" "+thousands(why.Rows))
	}
	text := "  held back for " + strings.Join(parts, ", ")
	if more := int64(len(r.reasons) - most); more > 0 {
		text += " and " + numbered(more, "other reason", "other reasons")
	}
	if first := r.reasons[0].Rows; first >= leastAlike && first*10 >= r.counts.Read*9 {
		text += ": nearly all for one, which looks like the mapping"
	}
	return text + "\n"
}

// leastAlike is how many records must be held back for one reason before it looks
// like a mistake of the mapping.
const leastAlike = 20

// countLines are the terms of the identity that are worth a line: what was
// read, what one hopes for, and everything that is not nothing.
func (r *result) countLines() []countLine {
	label := "read"
	if r.whole {
		label = "known"
	}
	lines := []countLine{{label, r.counts.Read, ""}}
	for s := range kyc.NumStatuses {
		n := r.counts.ByStatus[s]
		if n == 0 && s != r.hoped() {
			continue
		}
		lines = append(lines, countLine{strings.ReplaceAll(s.String(), "_", " "), n, r.note(s)})
	}
	return lines
}

// hoped is the status that a run is made for.
func (r *result) hoped() kyc.Status {
	if r.dryRun {
		return kyc.Ready
	}
	return kyc.Created
}

func (r *result) note(s kyc.Status) string {
	switch s {
	case kyc.Created:
		if r.counts.Images > 0 {
			return "images " + thousands(r.counts.Images)
		}
	case kyc.Already:
		if n := r.counts.AlreadyChanged; n > 0 && n <= r.counts.ByStatus[s] {
			return thousands(r.counts.AlreadyChanged) + " of them differ from what was sent"
		}
	case kyc.Rejected, kyc.Refused:
		return r.files.Rejects
	case kyc.Failed:
		return triedAgain
	case kyc.Incomplete:
		return r.noteIncomplete()
	case kyc.InDoubt:
		return r.files.InDoubt
	case kyc.Excluded:
		return r.noteExcluded()
	}
	return ""
}

// leftOut tells of a dry run that rules leave records out: it ends as if all were well.
func (r *result) leftOut() string {
	n := r.counts.ByStatus[kyc.Excluded]
	if n == 0 || !r.dryRun || r.whole {
		return ""
	}
	text := numbered(n, "record is", "records are") + " left out by rule, which is for somebody to accept"
	if r.files.Issues != "" {
		text += "; see " + r.files.Issues
	}
	return "  " + text + "\n"
}

// noteExcluded tells how many each rule of the mapping left out, the one of most first, and
// how many a person did: what it names sums up to all that is excluded.
func (r *result) noteExcluded() string {
	const most = 4
	skipped := r.counts.ByStatus[kyc.Excluded]
	codes := slices.SortedFunc(maps.Keys(r.excluded), func(a, b string) int {
		return cmp.Or(cmp.Compare(r.excluded[b], r.excluded[a]), cmp.Compare(a, b))
	})
	parts := make([]string, 0, most)
	var others int64
	for i, code := range codes {
		n := r.excluded[code]
		skipped -= n
		if i < most {
			parts = append(parts, code+" "+thousands(n))
		} else {
			others += n
		}
	}
	if others > 0 {
		parts = append(parts, "others "+thousands(others))
	}
	if skipped > 0 {
		parts = append(parts, "skipped by decision "+thousands(skipped))
	}
	return strings.Join(parts, ", ")
}

const triedAgain = "tried again next time"

// noteIncomplete tells whether another try is enough.
func (r *result) noteIncomplete() string {
	switch r.toMend {
	case 0:
		return triedAgain
	case r.counts.ByStatus[kyc.Incomplete]:
		return "to be mended first, see the report"
	}
	return triedAgain + "; " + thousands(r.toMend) + " of them to be mended first, see the report"
}

func (r *result) howItEnded() string {
	text := fmt.Sprintf("%s after %s (exit %d)", r.verdict(), short(r.elapsed), r.exit)
	if r.err != nil && r.exit != ExitInterrupted {
		text += ": " + r.err.Message
	}
	text = sentence(text)
	if r.counts.Doubled > 0 {
		text += fmt.Sprintf(" %s more than once in ARGOS.", countOf(r.counts.Doubled, "record exists", "records exist"))
	}
	if r.openElsewhere > 0 {
		text += fmt.Sprintf(" %s not in this source.", countOf(r.openElsewhere, "record in doubt is", "records in doubt are"))
	}
	if r.files.Report != "" {
		text += " Report: " + r.files.Report
	}
	if r.files.Results != "" {
		text += "  Results: " + r.files.Results
	}
	return text
}

func (r *result) verdict() string {
	switch {
	case r.exit == ExitInterrupted:
		return "Interrupted"
	case r.exit == ExitQuota:
		return "Paused for the daily quota"
	case r.err != nil:
		return "Stopped"
	case r.exit == ExitDoubt && r.open() == 0:
		return "Finished with records that exist twice"
	case r.exit == ExitDoubt:
		return "Finished with records in doubt"
	case r.exit == ExitRejects && r.counts.ByStatus[kyc.Rejected]+r.counts.ByStatus[kyc.Refused] > 0:
		return "Finished with rejects"
	case r.exit == ExitRejects:
		return "Finished with records that did not get through"
	}
	return "Finished"
}

// whatNext tells the next command to type.
func (r *result) whatNext() string {
	c := r.next
	rejects := r.counts.ByStatus[kyc.Rejected] + r.counts.ByStatus[kyc.Refused]
	switch {
	case r.exit == ExitInternal || r.exit == ExitInterrupted || r.exit == ExitQuota:
		return next("", c.same)
	case r.err != nil && r.err.Code == codeElsewhere:
		return r.whereElse()
	case r.err != nil && r.err.Code == "same_refusal":
		return next("when that is mended, ", c.retry)
	case r.err != nil:
		return next("when that is mended, ", c.same)
	case r.dryRun && r.counts.Read == 0:
		return "The source has no rows: is it the right file?\n"
	case r.dryRun && r.testsFail:
		return next("mend the mapping, or correct or remove its tests that fail: a run sends nothing until then; then", c.same)
	case r.dryRun && r.spoilt:
		return next("have the source exported anew, as the warning says: a run sends nothing of it until then; then", c.same)
	case r.dryRun && c.uncut != "" && rejects > 0:
		return next("mend the source or the mapping, then", c.same) + or("and, as only its first "+numbered(r.counts.Read, "record was", "records were")+" looked at, the whole:", c.uncut)
	case r.dryRun && c.uncut != "":
		return next("only the first "+numbered(r.counts.Read, "record was", "records were")+" looked at; the whole is checked by", c.uncut)
	case r.dryRun && rejects > 0:
		return next("mend the source or the mapping, then ", c.same) + r.readyFirst(rejects)
	case r.dryRun && c.whole != "":
		return r.sourceFirst()
	case r.dryRun:
		return next("", c.run)
	case r.open() > 0:
		return next("", c.same) + or("decide in "+r.files.InDoubt+", then", c.resolve) + r.undouble("and ")
	case r.counts.Doubled > 0 && rejects > 0:
		return r.undouble("Next: ") + or("then mend "+r.files.Rejects+", and", c.rejects)
	case r.counts.Doubled > 0:
		return r.undouble("Next: ")
	case r.refusal != "" && r.exit == ExitRejects:
		return r.refusal + "\n" + next("when that is mended,", c.retry) + or("if it is the rows, mend "+r.files.Rejects+", then", c.rejects)
	case rejects > 0 && r.toMend == 0 && r.counts.ByStatus[kyc.Failed] > 0:
		return next("what was not sent is tried again by", c.same) + or("mend "+r.files.Rejects+", then", c.rejects)
	case rejects > 0 && r.toMend == 0 && r.reconciled.Settled():
		return next(settledLead(r.reconciled), c.status)
	case rejects > 0 && r.toMend == 0 && r.reconciled.OnlyForeign():
		return next(foreignLead(r.reconciled, r.files.Rejects), c.rejects)
	case rejects > 0 && r.toMend > 0:
		return next("mend "+r.files.Rejects+", then", c.rejects) + or(mendFirst, c.same)
	case rejects > 0:
		return next("mend "+r.files.Rejects+", then", c.rejects) + r.again()
	case r.toMend > 0:
		return next(mendFirst, c.same)
	case r.exit == ExitRejects:
		return next("", c.same)
	}
	if c.whole != "" {
		return next("that was what had been rejected; the rest of its source is sent by", c.whole)
	}
	return next("", c.status)
}

// settledLead says that no row is left to mend, as far as keys tell.
func settledLead(r *report.Reconciliation) string {
	if see := r.LeftToSee(); see != "" {
		return "no key is known to be open; " + see
	}
	return "no row is left to mend that is known by its key; what was mended elsewhere than in the source is in ARGOS"
}

// foreignLead says what to do about keys that stand in ARGOS for somebody else.
func foreignLead(r *report.Reconciliation, rejects string) string {
	return "look at the " + numbered(r.Foreign, "row whose key stands", "rows whose keys stand") +
		" in ARGOS for somebody else: who is not there yet needs a key and a userid of their own in " + rejects + "; then"
}

// sourceFirst tells to send the source of rejects that were mended before any of it was sent.
func (r *result) sourceFirst() string {
	first := next("nothing of the source that these rows come from was sent, and of a key that stands twice its first row counts: send the source first, then these", r.next.whole)
	if r.next.aside == "" {
		return first + or("", r.next.run)
	}
	return first + or("which keeps these rows under another name, as it writes a rejects file of its own:", r.next.aside)
}

// readyFirst offers to send what is ready before the rest is mended, unless most is
// not: then it is rather the mapping that is wrong, and with it what is ready.
func (r *result) readyFirst(rejects int64) string {
	if ready := r.counts.ByStatus[kyc.Ready]; ready == 0 || rejects > ready {
		return ""
	}
	return or("what is ready can go first:", r.next.run)
}

const mendFirst = "mend what the report names of the incomplete records, then"

// again tells how what was refused before is sent once more where nothing in it
// changed: it was not the rows that were mended.
func (r *result) again() string {
	if r.counts.ByStatus[kyc.Refused] == 0 || r.calls > 0 {
		return ""
	}
	return or("where a setting was mended and not the rows:", r.next.retry)
}

// open counts the records in doubt, whether this source holds them or not.
func (r *result) open() int64 { return r.counts.ByStatus[kyc.InDoubt] + r.openElsewhere }

// undouble tells what only a person can do: no call of ours deletes a record.
func (r *result) undouble(lead string) string {
	if r.counts.Doubled == 0 {
		return ""
	}
	return lead + "in the ARGOS dashboard keep the submission named in " + r.files.Results + " and delete the other\n"
}

func next(lead, command string) string {
	if command == "" {
		return ""
	}
	return strings.TrimRight("Next: "+lead, " ") + "\n  " + command + "\n"
}

func or(lead, command string) string {
	switch {
	case command == "":
		return ""
	case lead == "":
		return "  " + command + "\n"
	}
	return lead + "\n  " + command + "\n"
}
