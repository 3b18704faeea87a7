package cli

import (
	"os"
	"path/filepath"
	"strings"

	"kycmigrate/internal/kyc"
)

// codeElsewhere says that records were migrated from another run directory.
const codeElsewhere = "migrated_elsewhere"

// pointElsewhere finds where a run that may not go on here can go on: in the one run
// directory beside this one that has sent to the same target. Of several nobody knows
// which it was, and of none where it is: then no command is told.
func (s *session) pointElsewhere() {
	beside := s.app.beside(s.dir, s.record.Target)
	s.result.next.elsewhere, s.result.beside = "", beside
	if len(beside) == 1 {
		s.result.next.elsewhere = s.continuingIn(beside[0])
	}
}

// continuingIn is the command that goes on with the same source in another run directory.
func (s *session) continuingIn(dir string) string {
	words := append([]string{"migrate", "run", "--source", s.flags.source, "--mapping", s.flags.mapping, "--run", dir}, s.flags.lasting...)
	if s.flags.maxRejects != "" {
		words = append(words, "--max-rejects", s.flags.maxRejects)
	}
	return s.flags.slice.command(shellLine(words...))
}

// beside are the run directories in the same folder that have sent to a target.
func (a *app) beside(d runDir, target string) (paths []string) {
	folder := filepath.Dir(d.path)
	entries, _ := os.ReadDir(folder) // what cannot be read, nothing is known of
	for _, e := range entries {
		other := runDir{filepath.Join(folder, e.Name())}
		if absolute(other.path) == absolute(d.path) || !other.hasOutcomes() {
			continue
		}
		if last, err := other.readRunFile(); err == nil && last != nil && last.Target == target && a.hasSent(other) {
			paths = append(paths, other.path)
		}
	}
	return paths
}

// hasSent reports whether the ledger of a run directory has a record that is in ARGOS, or
// may be.
func (a *app) hasSent(d runDir) bool {
	sum, err := a.readSummary(d)
	if err != nil {
		return false
	}
	for state, n := range sum.ByState {
		switch statusOf(state) {
		case kyc.Created, kyc.Incomplete, kyc.InDoubt:
			if n > 0 {
				return true
			}
		}
	}
	return false
}

// whereElse tells what to do where records were migrated from another run directory.
func (r *result) whereElse() string {
	switch {
	case r.next.elsewhere != "":
		return next("continue where they were sent from; beside this directory "+r.beside[0]+" has sent to this target:", r.next.elsewhere)
	case len(r.beside) > 0:
		return "Next: continue in the run directory they were sent from; beside this one these have sent to this target: " + strings.Join(r.beside, ", ") + "\n"
	}
	return ""
}
