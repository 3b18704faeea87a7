package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"

	"kycmigrate/internal/checkpoint"
)

// The files of a run directory. Scripts hold on to these names.
const (
	fileLedger     = "ledger.db"
	fileSecret     = "secret.key"
	fileRun        = "run.json"
	fileLog        = "run.log"
	fileLogBefore  = "run.log.1"
	fileResults    = "results.csv"
	fileDoubts     = "in_doubt.csv"
	fileIssues     = "issues.csv"
	fileReportHTML = "report.html"
	fileReportJSON = "report.json"
	fileKeptHTML   = "report.run.html"
	fileKeptJSON   = "report.run.json"
	dirDryRun      = "dry-run"
	tempPrefix     = "tmp-"
	spoolPrefix    = "stdin-"
	spoolSuffix    = ".spool"
	spoolName      = "stdin" // what places call it
)

// runDir is a run directory. It is 0700, its files 0600.
type runDir struct{ path string }

// defaultRunDir is where a mapping's runs go unless --run says otherwise.
func defaultRunDir(mappingName string) string { return filepath.Join("runs", mappingName) }

// openRunDir makes the directory, or takes the one that is there: it must be
// empty, or hold a run or the beginning of one, so that a slip of the keyboard does not spread files
// over somebody's home.
func openRunDir(path string) (runDir, error) {
	d := runDir{path}
	entries, err := os.ReadDir(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if err := os.MkdirAll(path, 0o700); err != nil {
			return d, usage("run_dir", "choose another directory with --run", "the run directory %s cannot be made: %w", path, err)
		}
		return d, nil
	case err != nil:
		return d, usage("run_dir", "choose another directory with --run", "the run directory %s cannot be read: %w", path, err)
	case !d.isRun() && !checkpoint.Unborn(entries):
		return d, usage("run_dir", "name a directory that is empty or not there yet, or one of an earlier run",
			"%s holds files but no run", path)
	}
	if err := os.Chmod(path, 0o700); err != nil { //nolint:gosec // a directory needs its x
		if errors.Is(err, syscall.EROFS) {
			return d, d.readOnly()
		}
		return d, usage("run_dir", "choose a directory of your own with --run", "the run directory %s cannot be made private: %w", path, err)
	}
	return d, nil
}

// readOnly says that the directory stands where nothing can be written.
func (d runDir) readOnly() error {
	return usage("run_dir", "migrate status works there; for the rest copy the whole directory to where it can be written, and name the copy with --run",
		"the run directory %s is on a file system that cannot be written", d.path)
}

// existingRunDir takes a directory that must hold a run.
func existingRunDir(path string) (runDir, error) {
	d := runDir{path}
	if path == "" {
		return d, usage("usage", runsIn("runs", "name the run directory with --run, for example --run runs/bank-csv"), "--run is missing: which run?")
	}
	if !d.isRun() {
		start := "start one with: migrate run --run " + shellWord(path) + " --source FILE --mapping FILE"
		return d, usage("run_dir", runsIn(filepath.Dir(path), start), "%s holds no run", path)
	}
	return d, nil
}

// runsIn is a hint that names the runs in a folder, another hint where there is none.
func runsIn(folder, otherwise string) string {
	const most = 8
	var there []string
	entries, _ := os.ReadDir(folder)
	for _, e := range entries {
		if path := filepath.Join(folder, e.Name()); (runDir{path}).isRun() {
			there = append(there, shellWord(path))
		}
	}
	switch {
	case len(there) == 0:
		return otherwise
	case len(there) > most:
		there = append(there[:most], "…")
	}
	return "runs here: " + strings.Join(there, ", ")
}

func (d runDir) file(name string) string { return filepath.Join(d.path, name) }

func (d runDir) has(name string) bool {
	_, err := os.Lstat(d.file(name))
	return err == nil
}

// isRun reports whether a run or a dry run has worked here.
func (d runDir) isRun() bool {
	return d.has(fileRun) || d.has(fileLedger) || d.has(fileSecret) || d.has(fileLog)
}

// hasOutcomes reports whether records were sent from here.
func (d runDir) hasOutcomes() bool { return d.has(fileLedger) || d.has(fileSecret) }

// forDryRun is the directory a dry run writes to: this one, or a directory
// within when this one holds real outcomes.
func (d runDir) forDryRun() (runDir, error) {
	if !d.hasOutcomes() {
		return d, nil
	}
	inner := runDir{d.file(dirDryRun)}
	if err := os.MkdirAll(inner.path, 0o700); err != nil {
		return inner, fmt.Errorf("make the directory of the dry run: %w", err)
	}
	return inner, nil
}

// spool copies standard input to a private file, because a run reads its
// source twice. The caller removes it at the end. A read that waits for input
// cannot be interrupted: when ctx is done first, it ends with the process.
func (d runDir) spool(ctx context.Context, in io.Reader) (path string, err error) {
	path = d.file(spoolPrefix + strconv.Itoa(os.Getpid()) + spoolSuffix)
	f, err := os.OpenFile(path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return "", fmt.Errorf("spool standard input: %w", err)
	}
	copied := make(chan error, 1)
	go func() {
		_, err := io.Copy(f, in)
		copied <- errors.Join(err, f.Close())
	}()
	select {
	case err = <-copied:
	case <-ctx.Done():
		err = ctx.Err()
	}
	if err != nil {
		_ = os.Remove(path)
		return "", fmt.Errorf("spool standard input: %w", err)
	}
	return path, nil
}

// temp is the private directory of this process for files that a source needs
// for a while. Who needs it makes it; sweep and dropTemp remove it.
func (d runDir) temp() string { return d.file(tempPrefix + strconv.Itoa(os.Getpid())) }

// dropTemp removes the files that a source needed for a while.
func (d runDir) dropTemp() error { return os.RemoveAll(d.temp()) }

// sweep removes what killed processes left behind: spooled input and unpacked
// sources are personal data. Those of a process still alive are left alone.
func (d runDir) sweep() {
	for _, form := range [][2]string{{spoolPrefix, spoolSuffix}, {tempPrefix, ""}} {
		paths, _ := filepath.Glob(filepath.Join(globEscape(d.path), form[0]+"*"+form[1]))
		for _, path := range paths {
			id := strings.TrimSuffix(strings.TrimPrefix(filepath.Base(path), form[0]), form[1])
			pid, err := strconv.Atoi(id)
			if err != nil && form[1] == "" || err == nil && pid != os.Getpid() && alive(pid) {
				continue
			}
			_ = os.RemoveAll(path)
		}
	}
}

func alive(pid int) bool {
	p, err := os.FindProcess(pid)
	return err == nil && p.Signal(syscall.Signal(0)) == nil
}

// globEscape makes a path stand for itself in a pattern.
func globEscape(path string) string {
	return strings.NewReplacer("*", `\*`, "?", `\?`, "[", `\[`, `\`, `\\`).Replace(path)
}

// writeAtomic replaces a file so that a reader, and a machine that loses its
// power, sees the whole of the old one or the whole of the new one.
func writeAtomic(path string, write func(io.Writer) error) error {
	tmp := path + ".tmp"
	f, err := os.OpenFile(tmp, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	if err := errors.Join(write(f), f.Sync(), f.Close()); err != nil {
		_ = os.Remove(tmp)
		return fmt.Errorf("write %s: %w", path, err)
	}
	if err := os.Rename(tmp, path); err != nil {
		return err
	}
	return syncDir(filepath.Dir(path))
}

// syncDir makes a rename durable, where the system can.
func syncDir(path string) error {
	dir, err := os.Open(path)
	if err != nil {
		return err
	}
	defer dir.Close()
	if err := dir.Sync(); err != nil && !errors.Is(err, errors.ErrUnsupported) && !errors.Is(err, syscall.EINVAL) {
		return fmt.Errorf("sync %s: %w", path, err)
	}
	return nil
}
