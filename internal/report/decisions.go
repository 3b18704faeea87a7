package report

import (
	"encoding/hex"
	"fmt"
	"strings"
)

// Action is what an operator decided on a record in doubt.
type Action string

// The decisions (exactly-once.md O8).
const (
	Adopt  Action = "adopt"  // the submission named is this record
	Absent Action = "absent" // ARGOS does not have the record
	Skip   Action = "skip"   // neither: leave it alone
)

// Decision is one line of in_doubt.csv that an operator has decided on.
type Decision struct {
	Record       string // hex of the key's MAC
	Action       Action
	SubmissionID string // with Adopt
	Line         int    // in the file, for messages
}

// DecisionError lists everything that is wrong with a file of decisions.
type DecisionError struct {
	Path     string
	Problems []Problem
}

// Problem is one thing wrong in a line. It quotes no cell.
type Problem struct {
	Line int
	Text string
}

// Error has a line for each problem.
func (e *DecisionError) Error() string {
	lines := make([]string, len(e.Problems))
	for i, p := range e.Problems {
		lines[i] = fmt.Sprintf("%s:%d: %s", e.Path, p.Line, p.Text)
	}
	return strings.Join(lines, "\n")
}

// ReadDecisions reads the decisions in an in_doubt.csv: adopt:ID, absent or
// skip in the column _decision, in any case of letters. Lines without one are
// left out. If anything is wrong nothing is returned but a *DecisionError with
// all of it, or the error that ended the reading.
func ReadDecisions(path string) ([]Decision, error) {
	r := decisionReader{records: map[string]Decision{}, adopted: map[string]Decision{}}
	if err := eachDoubt(path, r.read); err != nil {
		return nil, err
	}
	if len(r.problems) > 0 {
		return nil, &DecisionError{Path: path, Problems: r.problems}
	}
	return r.decisions, nil
}

type decisionReader struct {
	decisions []Decision
	records   map[string]Decision // by record
	adopted   map[string]Decision // by submission id
	problems  []Problem
}

func (r *decisionReader) problem(line int, format string, args ...any) {
	r.problems = append(r.problems, Problem{line, fmt.Sprintf(format, args...)})
}

func (r *decisionReader) read(l doubtLine, line int) {
	text := strings.TrimSpace(l.Decision)
	if text == "" {
		return
	}
	d := Decision{Record: strings.ToLower(strings.TrimSpace(l.Record)), Line: line}
	if _, err := hex.DecodeString(d.Record); err != nil || d.Record == "" {
		r.problem(line, "_record is not as we wrote it; a spreadsheet may have changed it: edit a copy of in_doubt.csv as text")
		return
	}
	if problem := d.parse(text); problem != "" {
		r.problem(line, "%s", problem)
		return
	}
	r.add(d)
}

// add keeps a decision that contradicts no other.
func (r *decisionReader) add(d Decision) {
	if first, ok := r.records[d.Record]; ok {
		r.problem(d.Line, "line %d decides on the same record; keep one of the two", first.Line)
		return
	}
	r.records[d.Record] = d
	if d.Action == Adopt {
		if first, ok := r.adopted[d.SubmissionID]; ok {
			r.problem(d.Line, "line %d adopts the same submission for another record; one submission belongs to one record", first.Line)
			return
		}
		r.adopted[d.SubmissionID] = d
	}
	r.decisions = append(r.decisions, d)
}

// parse reads the cell _decision and returns what is wrong with it.
func (d *Decision) parse(text string) (problem string) {
	action, id, hasID := strings.Cut(text, ":")
	d.Action = Action(strings.ToLower(strings.TrimSpace(action)))
	d.SubmissionID = strings.TrimSpace(id)
	switch d.Action {
	case Adopt:
		if !isSubmissionID(d.SubmissionID) {
			return "adopt needs the id of a submission after a colon, as in adopt:ID"
		}
	case Absent, Skip:
		if hasID {
			return string(d.Action) + " takes no submission id; to adopt one write adopt:ID"
		}
	default:
		return "_decision must be adopt:ID, absent or skip, or empty to decide later"
	}
	return ""
}

// maxIDLength bounds a submission id; those of ARGOS are some 30 bytes long.
const maxIDLength = 128

// isSubmissionID reports whether s can be an id: printable ASCII without space
// and without what a CSV file or a careless copy leaves behind.
func isSubmissionID(s string) bool {
	if s == "" || len(s) > maxIDLength {
		return false
	}
	for _, c := range []byte(s) {
		if c <= ' ' || c > '~' || strings.IndexByte(`,;"'<>`, c) >= 0 {
			return false
		}
	}
	return true
}
