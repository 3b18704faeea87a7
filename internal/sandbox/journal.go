package sandbox

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

const (
	journalName = "journal.jsonl"
	imagesName  = "images"
	maxLine     = 16 << 20 // longer than any body that is let in by default
)

// The operations of the journal.
const (
	opPost   = "post"
	opPut    = "put"
	opDelete = "delete"
	opReset  = "reset"
)

// entry is one line of the journal. At is when the change takes effect.
type entry struct {
	Op       string            `json:"op"`
	Seq      uint64            `json:"seq,omitempty"`
	ID       string            `json:"id,omitempty"`
	Project  string            `json:"project,omitempty"`
	Fields   map[string]string `json:"fields,omitempty"`
	Received time.Time         `json:"received,omitzero"`
	At       time.Time         `json:"at,omitzero"`
	Planted  bool              `json:"planted,omitempty"`
	Kind     string            `json:"kind,omitempty"`
	SHA256   string            `json:"sha256,omitempty"`
	Size     int64             `json:"size,omitempty"`
}

func (r *record) entry() entry {
	return entry{
		Op: opPost, Seq: r.seq, ID: r.id, Project: r.project, Fields: r.values.named(),
		Received: r.received, At: r.commit, Planted: r.planted,
	}
}

// journal appends to a file of JSON lines. Each change is one write, so it
// outlives a killed process; it is not synced against a power cut, which the
// sandbox has no need to survive. A nil journal takes everything and keeps
// nothing.
type journal struct{ file *os.File }

func (j *journal) write(lines ...[]byte) error {
	if j == nil || len(lines) == 0 {
		return nil
	}
	if _, err := j.file.Write(bytes.Join(lines, nil)); err != nil {
		return fmt.Errorf("sandbox journal: %w", err)
	}
	return nil
}

func (j *journal) close() error {
	if j == nil {
		return nil
	}
	return j.file.Close()
}

// line is e as the journal wants it; nil when there is no journal.
func (st *store) line(e entry) []byte {
	if st.journal == nil {
		return nil
	}
	return append(encode(e), '\n')
}

// load replays the journal of dir and opens it for more. A last line that was
// not written to its end belongs to a change that nobody was told of; it is
// cut off.
func (st *store) load(dir string) error {
	if err := os.MkdirAll(filepath.Join(dir, imagesName), 0o700); err != nil {
		return fmt.Errorf("sandbox data directory: %w", err)
	}
	path := filepath.Join(dir, journalName)
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return fmt.Errorf("sandbox journal: %w", err)
	}
	whole, err := st.replay(file)
	if err == nil {
		err = file.Truncate(whole)
	}
	if err == nil {
		_, err = file.Seek(whole, io.SeekStart)
	}
	if err != nil {
		_ = file.Close()
		return fmt.Errorf("sandbox journal %s: %w; move the directory away to start empty", path, err)
	}
	st.journal = &journal{file}
	return nil
}

// replay returns how many bytes of whole lines there are.
func (st *store) replay(r io.Reader) (whole int64, err error) {
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 0, 64<<10), maxLine)
	lines.Split(scanWhole)
	for n := 1; lines.Scan(); n++ {
		var e entry
		if err := json.Unmarshal(lines.Bytes(), &e); err != nil {
			return 0, fmt.Errorf("line %d is no JSON object", n)
		}
		if err := st.apply(e); err != nil {
			return 0, fmt.Errorf("line %d: %w", n, err)
		}
		whole += int64(len(lines.Bytes()))
	}
	return whole, lines.Err()
}

// scanWhole yields lines with their ends and drops a last one without.
func scanWhole(data []byte, atEOF bool) (int, []byte, error) {
	if i := bytes.IndexByte(data, '\n'); i >= 0 {
		return i + 1, data[:i+1], nil
	}
	if atEOF {
		return len(data), nil, nil
	}
	return 0, nil, nil
}

func (st *store) apply(e entry) error {
	st.next.Store(max(st.next.Load(), e.Seq))
	switch e.Op {
	case opPost:
		rec := &record{seq: e.Seq, id: e.ID, project: e.Project, received: e.Received, commit: e.At, planted: e.Planted}
		if err := rec.values.fill(e.Fields); err != nil {
			return err
		}
		st.insert(rec)
	case opPut:
		rec, kind := st.byID[e.ID], imageIndex(e.Kind)
		if rec == nil || kind < 0 {
			return errNoRecord
		}
		rec.pics[kind] = append(rec.pics[kind], picture{sha256: e.SHA256, size: e.Size, due: e.At})
	case opDelete:
		rec := st.byID[e.ID]
		if rec == nil {
			return errNoRecord
		}
		rec.deleted = e.At
	case opReset:
		st.empty()
	default:
		return errors.New("unknown operation")
	}
	return nil
}

// fill sets the fields named in m.
func (v *values) fill(m map[string]string) error {
	for name, value := range m {
		i := fieldIndex[name]
		if i == 0 {
			return fmt.Errorf("%q is no field of a submission", name)
		}
		v[i] = value
	}
	return nil
}

// imagePath is where a picture's bytes are kept.
func imagePath(dir, sha256 string) string { return filepath.Join(dir, imagesName, sha256) }

// keepImage moves a finished temporary file to its place.
func keepImage(temp, dir, sha256 string) error {
	path := imagePath(dir, sha256)
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return os.Rename(temp, path)
}
