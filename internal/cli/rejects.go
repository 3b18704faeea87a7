package cli

import (
	"os"
	"path/filepath"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
)

// rejectsFile writes the rows that we or ARGOS refused, as they were read and in
// the order of the source. It may be the source of the same run: then it is
// replaced only when that was read to its end, and carries over every row that is
// not through yet (exactly-once.md L3).
type rejectsFile struct {
	path     string
	isSource bool
	writer   source.RejectWriter
	rows     int64
	toMend   int64             // rows of it that are not ready: those that a dry run carries over are
	left     bool              // it was not put in its place
	dialect  map[string]string // how it is written, nil where nothing tells
	inPlace  bool              // it was put in its place
}

// openRejects starts the rejects file of the directory. nil where migrate report
// finds one: somebody may be mending it, and no run has judged its rows anew.
func (s *session) openRejects(reader source.Reader) (*rejectsFile, error) {
	name := rejectsName(reader)
	f := &rejectsFile{path: s.out.file(name)}
	f.isSource = reads(s.source, f.path)
	if s.retells && s.out.has(name) {
		say(s.app.err, "%s is left as it is; to have it written anew, move it away first\n", f.path)
		return nil, nil //nolint:nilnil // nothing to write is no error
	}
	if d, ok := reader.(source.Dialected); ok {
		f.dialect = d.Dialect()
	}
	w, err := reader.NewRejects(f.path)
	if err != nil {
		return nil, err
	}
	if f.writer = w; !s.result.dryRun { // whose outcomes come as their answers do
		f.writer = source.InOrder(w, s.out.temp())
	}
	return f, nil
}

// rejectsName is the name of a source's rejects file: rejects.csv for CSV.
func rejectsName(reader source.Reader) string { return "rejects" + reader.RejectsExt() }

// reads reports whether a source, a path or a pattern, takes in a file.
func reads(sourcePath, file string) bool {
	a, errA := os.Stat(sourcePath)
	b, errB := os.Stat(file)
	if errA == nil && errB == nil && os.SameFile(a, b) {
		return true
	}
	pattern, err1 := filepath.Abs(sourcePath)
	name, err2 := filepath.Abs(file)
	if err1 != nil || err2 != nil {
		return false
	}
	matched, err := filepath.Match(pattern, name)
	return err == nil && matched
}

// Add implements pipeline.Sink.
func (f *rejectsFile) Add(o *kyc.Outcome) error {
	if f == nil || !f.belongs(o.Status) {
		return nil
	}
	f.rows++
	if o.Status != kyc.Ready {
		f.toMend++
	}
	return f.writer.Write(o.Record.Row, o.Issues)
}

func (f *rejectsFile) belongs(s kyc.Status) bool {
	switch s {
	case kyc.Rejected, kyc.Refused:
		return true
	case kyc.Ready, kyc.Failed, kyc.InDoubt, kyc.Incomplete, kyc.NotAttempted:
		return f.isSource
	}
	return false
}

// Close puts the file in its place, the one before it kept beside it. Where
// the source was not read to its end, an earlier file is left as it was unless
// there is something to replace it with; a source never is.
func (f *rejectsFile) Close(readToEnd bool) error {
	switch {
	case f == nil:
		return nil
	case !readToEnd && (f.isSource || f.rows == 0):
		f.left = f.isSource
		return f.writer.Abort()
	case f.isSource && f.rows > 0 && f.toMend == 0: // all of it is ready to be sent, as it stands
		return f.writer.Abort()
	}
	f.inPlace = true
	return f.writer.Close()
}

// abort leaves the file that was there before as it was.
func (f *rejectsFile) abort() error {
	if f == nil {
		return nil
	}
	return f.writer.Abort()
}

// place is the file to point at, "" when there is none.
func (f *rejectsFile) place() string {
	if f == nil || f.toMend == 0 {
		return ""
	}
	return f.path
}
