package checkpoint

import (
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"os"
	"strconv"
)

const (
	markName  = "ledger.mark"
	markLimit = 16 << 10
	// markHead and the 20 digits after it stand at a fixed place, so that a
	// commit rewrites only the digits, within one sector.
	markHead = "migrate ledger mark 1\ncommit "
)

// identity tells one ledger in one place from its copies.
type identity struct {
	ID   string // the ledger's own
	Host string
	Path string // absolute, symbolic links resolved
}

// mark is what ledger.mark holds: how far the ledger came, and where.
type mark struct {
	Seq int64
	identity
}

// encode writes the mark for people and for parseMark. The checksum leaves the
// commit number out, which is rewritten in place.
func (m mark) encode() []byte {
	who := fmt.Sprintf("ledger %s\nhost %q\npath %q\n", m.ID, m.Host, m.Path)
	return fmt.Appendf(nil, "%s%020d\n%scheck %08x\n", markHead, m.Seq, who, crc32.ChecksumIEEE([]byte(who)))
}

var errMark = errors.New("it is damaged")

// parseMark reads what encode wrote.
func parseMark(b []byte) (m mark, err error) {
	rest, ok := bytes.CutPrefix(b, []byte(markHead))
	if !ok || len(rest) < 21 || rest[20] != '\n' {
		return mark{}, errMark
	}
	seq, err := strconv.ParseUint(string(rest[:20]), 10, 63)
	if err != nil {
		return mark{}, errMark
	}
	m.Seq = int64(seq)
	lines := bytes.Split(rest[21:], []byte("\n"))
	if len(lines) != 5 {
		return mark{}, errMark
	}
	m.ID = string(bytes.TrimPrefix(lines[0], []byte("ledger ")))
	m.Host, err = strconv.Unquote(string(bytes.TrimPrefix(lines[1], []byte("host "))))
	if err != nil {
		return mark{}, errMark
	}
	m.Path, err = strconv.Unquote(string(bytes.TrimPrefix(lines[2], []byte("path "))))
	if err != nil || !bytes.Equal(m.encode(), b) {
		return mark{}, errMark
	}
	return m, nil
}

// readMark reads ledger.mark. there is false without the file; a file that
// cannot be understood is errMark.
func readMark(d *disk) (m mark, there bool, err error) {
	b, err := readLimited(d.path(markName), markLimit)
	if errors.Is(err, fs.ErrNotExist) {
		return mark{}, false, nil
	}
	if err != nil {
		return mark{}, true, err
	}
	m, err = parseMark(b)
	return m, true, err
}

// findings lists how the ledger's place and history differ from its mark
// (O2). A ledger in which no process ever worked has no history to miss.
func findings(d *disk, id identity, seq, epoch int64) (found []string, ahead int64) {
	m, there, err := readMark(d)
	switch {
	case !there && epoch == 0:
		return nil, 0
	case !there:
		return []string{"ledger.mark is missing"}, 0
	case err != nil:
		return []string{fmt.Sprintf("ledger.mark cannot be read: %v", err)}, 0
	}
	if m.ID != id.ID {
		found = append(found, "ledger.mark belongs to another ledger")
	}
	if m.Host != id.Host {
		found = append(found, fmt.Sprintf("it was written on host %q, this is %q", m.Host, id.Host))
	}
	if m.Path != id.Path {
		found = append(found, fmt.Sprintf("it was written in %q, this is %q", m.Path, id.Path))
	}
	if m.Seq > seq {
		found = append(found, fmt.Sprintf("ledger.db holds %d commits, but %d were made: it is older than ledger.mark, or ledger.db-wal is missing", seq, m.Seq))
	}
	return found, m.Seq
}

// markFile rewrites the commit number after each commit. It is not synced:
// after a power cut it may be behind the ledger, never ahead of it.
type markFile struct{ f *os.File }

// newMarkFile makes ledger.mark say m, durably, and keeps it open.
func newMarkFile(d *disk, m mark) (*markFile, error) {
	if old, there, err := readMark(d); !there || err != nil || old != m {
		if err := d.replace(markName, m.encode()); err != nil {
			return nil, fmt.Errorf("write ledger.mark: %w", err)
		}
	}
	f, err := os.OpenFile(d.path(markName), os.O_WRONLY, 0)
	if err != nil {
		return nil, fmt.Errorf("open ledger.mark: %w", err)
	}
	return &markFile{f: f}, nil
}

func (m *markFile) set(seq int64) error {
	if _, err := m.f.WriteAt(fmt.Appendf(nil, "%020d", seq), int64(len(markHead))); err != nil {
		return fmt.Errorf("write ledger.mark: %w", err)
	}
	return nil
}

func (m *markFile) close() error { return m.f.Close() }
