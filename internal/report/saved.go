package report

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
)

// maxReport bounds what is read of a report.json.
const maxReport = 64 << 20

// Run is the directory of a run, to be compared with another.
type Run struct {
	Name  string // as the operator gave it, for messages
	Files fs.FS
}

// saved is what is known of an earlier run: its report.json, and its
// issues.csv where there is one that belongs to it.
type saved struct {
	document
	run Run
}

// LedgerOnly says that two runs cannot be compared: the report of one was made from
// its ledger alone, which knows neither columns nor rows without a key, and that of the
// other from a source.
type LedgerOnly struct{ Run string } // its name, as the operator gave it

// Error implements error.
func (e *LedgerOnly) Error() string {
	return "the report of " + e.Run + " was made from its ledger alone, which knows neither columns nor rows without a key: the difference to a report that knows them would be none of the data"
}

// comparableRuns refuses what would be told as a difference of the data and is one of the
// reports.
func comparableRuns(a, b *saved) error {
	for _, pair := range [][2]*saved{{a, b}, {b, a}} {
		if one, other := pair[0], pair[1]; one.fromLedger() && !other.fromLedger() {
			return &LedgerOnly{Run: one.run.Name}
		}
	}
	return nil
}

// fromLedger is what Meta.fromLedger was when the report was made.
func (s *saved) fromLedger() bool { return s.WholeDir && len(s.Columns) == 0 }

// readSaved reads the report.json of a run.
func readSaved(run Run) (*saved, error) {
	f, err := run.Files.Open("report.json")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s has no report.json: a run that was killed, or has read nothing, leaves none; run it again: %w", run.Name, fs.ErrNotExist)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", run.Name, err)
	}
	defer func() { _ = f.Close() }() // only read
	s := &saved{run: run}
	if err := json.NewDecoder(io.LimitReader(f, maxReport)).Decode(&s.document); err != nil {
		return nil, fmt.Errorf("the report.json of %s cannot be read: %w", run.Name, err)
	}
	if s.Version != 1 {
		return nil, fmt.Errorf("the report.json of %s is of version %d, which this program does not know", run.Name, s.Version)
	}
	return s, nil
}

// eachIssue reads the issues.csv of the run. It reports false where there is
// none.
func (s *saved) eachIssue(fn func(*listedIssue)) (bool, error) {
	f, err := s.run.Files.Open("issues.csv")
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("%s: %w", s.run.Name, err)
	}
	defer func() { _ = f.Close() }() // only read
	t, err := readTable[listedIssue]("the issues.csv of "+s.run.Name, f, "file", "row", "legacy_key", "severity", "code")
	if err != nil {
		return false, err
	}
	err = t.each(func(line *listedIssue, _ int) error {
		line.each(fuse)
		fn(line)
		return nil
	})
	return err == nil, err
}
