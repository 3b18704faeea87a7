package cli

import (
	"path/filepath"
	"time"

	"kycmigrate/internal/idngo"
	"kycmigrate/internal/kyc"
)

// pulled is what migrate pull came to.
type pulled struct {
	dir, base string
	same      string // the same command again
	counts    idngo.Counts
	calls     int64
}

// pullObject is what --json prints for migrate pull. Keys are added, never
// renamed.
type pullObject struct {
	Asked       int64             `json:"asked"`
	Fetched     int64             `json:"fetched"`
	Already     int64             `json:"already"`
	Failed      int64             `json:"failed"`
	Left        int64             `json:"left"`
	Repeated    int64             `json:"repeated"`
	Images      int64             `json:"images"`
	Missing     int64             `json:"images_missing"`
	Calls       int64             `json:"calls"`
	Interrupted bool              `json:"interrupted"`
	ExitCode    int               `json:"exit_code"`
	ElapsedMS   int64             `json:"elapsed_ms"`
	Files       map[string]string `json:"files"`
	Error       *errorObject      `json:"error,omitempty"`
}

// ending is what decides the exit code: an applicant counts as a record does.
func (p *pulled) ending(interrupted bool, err *Error) ending {
	e := ending{interrupted: interrupted, err: err}
	e.counts.Read = p.counts.Asked
	by := &e.counts.ByStatus
	by[kyc.Created], by[kyc.Already], by[kyc.Failed], by[kyc.NotAttempted] = p.counts.Fetched, p.counts.Already, p.counts.Failed, p.counts.Left
	if p.counts.Missing > 0 && p.counts.Fetched > 0 { // each has its line, but not all of its pictures
		by[kyc.Created]--
		by[kyc.Incomplete]++
	}
	return e
}

// end tells how it ended and returns the exit code.
func (p *pulled) end(a *app, err *Error) int {
	stopped := a.stop.Interrupted()
	if stopped && err == nil {
		err = interrupted()
	}
	exit := exitCode(p.ending(stopped, err))
	elapsed := a.os.Now().Sub(a.started)
	p.write(a, err, exit, elapsed)
	if a.json {
		o := pullObject{
			Asked: p.counts.Asked, Fetched: p.counts.Fetched, Already: p.counts.Already, Failed: p.counts.Failed, Left: p.counts.Left,
			Repeated: p.counts.Repeated, Images: p.counts.Pictures, Missing: p.counts.Missing, Calls: p.calls,
			Interrupted: stopped, ExitCode: exit, ElapsedMS: elapsed.Milliseconds(),
			Files: map[string]string{"applicants": p.file(idngo.FileApplicants), "images": p.file(idngo.DirImages)},
		}
		if p.listed() {
			o.Files["failed"] = p.file(idngo.FileFailed)
		}
		if err != nil {
			o.Error = &errorObject{err.Code, err.Message, err.Hint}
		}
		_ = a.writeObject(o)
	}
	return exit
}

func (p *pulled) file(name string) string { return filepath.Join(p.dir, name) }

// listed reports whether there is a failed.csv.
func (p *pulled) listed() bool { return p.counts.Failed+p.counts.Missing > 0 }

// write says how it ended, where the files are and what to type next.
func (p *pulled) write(a *app, err *Error, exit int, elapsed time.Duration) {
	c := &p.counts
	say(a.err, "%s → %s\n", p.base, p.dir)
	for _, line := range []struct {
		label string
		n     int64
		note  string
	}{
		{"asked", c.Asked, ""},
		{"fetched", c.Fetched, "pictures " + thousands(c.Pictures)},
		{"already", c.Already, "by an earlier pull"},
		{"failed", c.Failed, "see " + p.file(idngo.FileFailed)},
		{"left", c.Left, "not reached"},
		{"missing", c.Missing, "pictures that the vendor does not give; see " + p.file(idngo.FileFailed)},
		{"repeated", c.Repeated, "ids that stand in the file more than once"},
	} {
		if line.n > 0 || line.label == "asked" || line.label == "fetched" {
			say(a.err, "  %-8s %9s  %s\n", line.label, thousands(line.n), line.note)
		}
	}
	how := "Finished"
	switch {
	case err != nil:
		say(a.err, "Stopped: %s\n", sentence(err.Message))
		how = "It ended"
	case exit != ExitOK:
		how = "Finished, but not with everything,"
	}
	say(a.err, "%s after %s (exit %d). Files: %s and %s\n", how, short(elapsed), exit, p.file(idngo.FileApplicants), p.file(idngo.DirImages))
	if err != nil && err.Hint != "" {
		say(a.err, "  %s\n", err.Hint)
	}
	p.next(a, err)
}

func (p *pulled) next(a *app, err *Error) {
	switch {
	case err != nil || p.counts.Left > 0:
		say(a.err, "Next: the same command; it fetches what is missing\n  %s\n", p.same)
		return
	case p.counts.Failed > 0:
		say(a.err, "Next: look at %s; the same command tries what failed again\n  %s\nwhat is there can be looked at:\n", p.file(idngo.FileFailed), p.same)
	default:
		say(a.err, "Next: set images.root of the mapping to %s, then\n", absolute(p.file(idngo.DirImages)))
	}
	say(a.err, "  %s\n", shellLine("migrate", "validate", "--source", p.file(idngo.FileApplicants), "--mapping", "mappings/idngo.yaml"))
}

// absolute is a path from the root, or as it is where that cannot be told.
func absolute(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return path
}
