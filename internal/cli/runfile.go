package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"kycmigrate/internal/mapper"
	"kycmigrate/internal/report"
)

// runFile is run.json: what the last invocation in a run directory worked on,
// with what, and what it came to.
type runFile struct {
	Version int         `json:"version"`
	Tool    string      `json:"tool"`
	Go      string      `json:"go"`
	DryRun  bool        `json:"dry_run"`
	Started time.Time   `json:"started"`
	Ended   *time.Time  `json:"ended,omitempty"` // absent while it runs, and after a kill
	Mapping mappingFile `json:"mapping"`
	Source  sourceFile  `json:"source"`
	Target  string      `json:"target,omitempty"`
	Admin   string      `json:"admin,omitempty"`
	Project string      `json:"project,omitempty"`
	Flags   []string    `json:"flags,omitempty"` // given besides source, mapping and directory, that the next invocation needs as well
	// MaxRejects is --max-rejects as it was stated for this source, "" where it was not.
	MaxRejects string  `json:"max_rejects,omitempty"`
	Summary    *object `json:"summary,omitempty"`
	// ExcludedBy counts the rows that rules of the mapping left out, by their codes: the
	// ledger does not know them.
	ExcludedBy map[string]int64 `json:"excluded_by,omitempty"`
	// Beside is how the rows of the whole source stood beside what is in ARGOS.
	Beside *report.Reconciliation `json:"beside_argos,omitempty"`
}

type mappingFile struct {
	Path   string `json:"path"`
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
	// Files are those beside the mapping that it names: lookups, lists of keys.
	Files []companionFile `json:"files,omitempty"`
}

type companionFile struct {
	Path   string `json:"path"` // relative to the folder of the mapping
	SHA256 string `json:"sha256"`
}

func mappingOf(m *mapper.Mapping) mappingFile {
	f := mappingFile{Path: m.Path, Name: m.Name, SHA256: m.Hash}
	for _, c := range m.Files {
		f.Files = append(f.Files, companionFile{c.Path, c.Hash})
	}
	return f
}

type sourceFile struct {
	Path   string `json:"path"`
	Part   string `json:"part,omitempty"`   // K/N, as stated
	SHA256 string `json:"sha256,omitempty"` // of what was read
	Bytes  int64  `json:"bytes,omitempty"`
	Whole  bool   `json:"whole"` // all of it, read to its end
	// PartRead: the part was read to its end.
	PartRead bool `json:"part_read,omitempty"`
	// Of is the source that the rejects come from, where the source is a rejects
	// file of this directory, and OfSent whether a run has come to the end of that.
	Of     string `json:"of,omitempty"`
	OfPart string `json:"of_part,omitempty"` // the part of it, as stated
	OfSent bool   `json:"of_sent,omitempty"`
	// Dialect is how the source was written that the rejects file of the directory is of,
	// by option: the file itself may be too short to tell.
	Dialect map[string]string `json:"dialect,omitempty"`
}

// writtenAs is how the source was written that a rejects file is of, by the run.json that
// stands beside it; nil where none says so.
func writtenAs(path string) map[string]string {
	if !strings.HasPrefix(filepath.Base(path), "rejects.") {
		return nil
	}
	f, err := runDir{filepath.Dir(path)}.readRunFile()
	if err != nil || f == nil {
		return nil
	}
	return f.Source.Dialect
}

// descend notes where the rows of a rejects file come from, by what the directory
// did last.
func (f *sourceFile) descend(dir runDir, last *runFile) {
	if last == nil || !dir.keepsRejects(f.Path) {
		return
	}
	if dir.keepsRejects(last.Source.Path) {
		f.Of, f.OfPart, f.OfSent = last.Source.Of, last.Source.OfPart, last.Source.OfSent
		return
	}
	f.Of, f.OfPart, f.OfSent = last.Source.Path, last.Source.Part, last.cameThrough()
}

// cameThrough reports whether a run that sends came to the end of its whole source, or
// of its part. That it has read it is not enough: it reads it once before the first call.
func (f *runFile) cameThrough() bool {
	return !f.DryRun && (f.Source.Whole || f.Source.PartRead) && f.Summary != nil && (f.Summary.ExitCode == ExitOK || f.Summary.ExitCode == ExitRejects)
}

// keepsRejects reports whether a path is that of a rejects file of the directory, the
// last one or an earlier one, of its runs or of its dry runs.
func (d runDir) keepsRejects(path string) bool {
	folder, err := filepath.Abs(filepath.Dir(path))
	runs, err1 := filepath.Abs(d.path)
	dry, err2 := filepath.Abs(d.file(dirDryRun))
	return errors.Join(err, err1, err2) == nil && (folder == runs || folder == dry) && strings.HasPrefix(filepath.Base(path), "rejects.")
}

func (d runDir) writeRunFile(f *runFile) error {
	return writeAtomic(d.file(fileRun), func(w io.Writer) error {
		enc := json.NewEncoder(w)
		enc.SetIndent("", "  ")
		return enc.Encode(f)
	})
}

// maxRunFile bounds what is read of a run.json.
const maxRunFile = 1 << 20

// readRunFile returns the run.json of the directory, nil if it has none.
func (d runDir) readRunFile() (*runFile, error) {
	file, err := os.Open(d.file(fileRun))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil //nolint:nilnil // a directory whose first run was killed early has none
	}
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var f runFile
	if err := json.NewDecoder(io.LimitReader(file, maxRunFile)).Decode(&f); err != nil {
		return nil, fmt.Errorf("%s cannot be read: %w", d.file(fileRun), err)
	}
	return &f, nil
}

// reportKnowsRows reports whether the report of the directory was made from a source: one
// that was made from the ledger alone names no columns.
func (d runDir) reportKnowsRows() bool {
	file, err := os.Open(d.file(fileReportJSON))
	if err != nil {
		return false
	}
	defer file.Close()
	var known struct {
		Columns []any `json:"columns"`
	}
	err = json.NewDecoder(io.LimitReader(file, maxReportFile)).Decode(&known)
	return err == nil && len(known.Columns) > 0
}

// keepReport keeps a report that was made from a source under another name, before one of
// the ledger takes its place, and returns where; "" where there is none.
func (d runDir) keepReport() (kept string, err error) {
	if !d.reportKnowsRows() {
		return "", nil
	}
	return d.file(fileKeptHTML), errors.Join(keepFile(d.file(fileReportJSON), d.file(fileKeptJSON)), keepFile(d.file(fileReportHTML), d.file(fileKeptHTML)))
}

// keepFile gives a file, if it is there, another name as well: it stands until it is
// replaced. Where files cannot have two names it has only the other.
func keepFile(from, to string) error {
	if err := os.Remove(to); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	err := os.Link(from, to)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		err = os.Rename(from, to)
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// maxReportFile bounds what is read of a report.json.
const maxReportFile = 64 << 20
