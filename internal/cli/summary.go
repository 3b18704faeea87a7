package cli

import (
	"time"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/report"
)

// result is what an invocation came to: what its summary tells.
type result struct {
	title         string // the mapping's name; "" when it did not get that far
	target, admin string // "" in a dry run
	dryRun        bool
	whole         bool // speaks of the whole run directory, not of one invocation
	dir           string
	files         files
	counts        kyc.Counts
	excluded      map[string]int64 // by the rule of the mapping
	reasons       []report.Reason  // what holds records back, what holds the most first
	toDelete      int64            // records in ARGOS that a rule of the mapping excludes now
	reconciled    *report.Reconciliation
	toMend        int64 // incomplete records of which something must be mended first
	unlisted      int64 // warnings that issues.csv has no line for
	openElsewhere int64
	calls         int64
	elapsed       time.Duration
	interrupted   bool
	err           *Error
	exit          int
	testsFail     bool   // tests that stand in the mapping fail, so that a run would refuse to send
	spoilt        bool   // columns of the source are wrong as a whole, with the same effect
	refusal       string // what every record that was sent was refused for, and what to do; "" if they were not
	next          nextCommands
	beside        []string // run directories that may have sent what was migrated elsewhere
}

// files are the files that a summary may point at; "" where there is none.
type files struct {
	Report  string `json:"report,omitempty"`
	Results string `json:"results,omitempty"`
	Rejects string `json:"rejects,omitempty"`
	InDoubt string `json:"in_doubt,omitempty"`
	Issues  string `json:"issues,omitempty"`
	Log     string `json:"log,omitempty"`
}

func (r *result) ending() ending {
	return ending{counts: r.counts, openElsewhere: r.openElsewhere, interrupted: r.interrupted, err: r.err, told: r.whole}
}

// object is what --json prints: every key of the accounting identity is there,
// whatever happened. Keys are added, never renamed.
type object struct {
	report.Numbers
	TakenOver     int64  `json:"taken_over"`
	OpenElsewhere int64  `json:"open_elsewhere"`
	Calls         int64  `json:"calls"`
	DryRun        bool   `json:"dry_run"`
	Interrupted   bool   `json:"interrupted"`
	ExitCode      int    `json:"exit_code"`
	ElapsedMS     int64  `json:"elapsed_ms"`
	Run           string `json:"run,omitempty"`
	// Reconciled is there where the source and what is in ARGOS do not go together by themselves.
	Reconciled *report.Reconciliation `json:"reconciled,omitempty"`
	Files      files                  `json:"files"`
	Error      *errorObject           `json:"error,omitempty"`
}

// errorObject says why an invocation did not finish.
type errorObject struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	Hint    string `json:"hint"`
}

func (r *result) object() object {
	o := object{
		Numbers:       report.NumbersOf(r.counts),
		TakenOver:     r.counts.TakenOver,
		OpenElsewhere: r.openElsewhere,
		Calls:         r.calls,
		DryRun:        r.dryRun,
		Interrupted:   r.interrupted,
		ExitCode:      r.exit,
		ElapsedMS:     r.elapsed.Milliseconds(),
		Run:           r.dir,
		Files:         r.files,
		Reconciled:    r.reconciled,
	}
	if r.err != nil {
		o.Error = &errorObject{Code: r.err.Code, Message: r.err.Message, Hint: r.err.Hint}
	}
	return o
}

// conclude prints the summary to people, and the object to scripts.
func (a *app) conclude() {
	r := a.result
	switch {
	case r.whole: // status and report say it themselves
	case r.title != "":
		r.write(a.err)
	case r.err != nil:
		say(a.err, "migrate: %s\n", r.err.Message)
		if r.err.Hint != "" {
			say(a.err, "  %s\n", r.err.Hint)
		}
	}
	if a.json {
		_ = a.writeObject(r.object())
	}
}
