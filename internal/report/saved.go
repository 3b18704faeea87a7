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
	for {
		line, _, err := t.next()
		if errors.Is(err, io.EOF) {
			return true, nil
		}
		if err != nil {
			return false, err
		}
		line.each(fuse)
		fn(&line)
	}
}
