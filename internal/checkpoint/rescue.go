package checkpoint

import (
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"sync"
)

const (
	reserveName = "reserve"
	reserveSize = 16 << 20
	rescueName  = "rescue.log"
	// rescueSize has room for more ids than calls can be in flight.
	rescueSize  = 256 << 10
	rescueLimit = 2 * rescueSize
	idLimit     = 256
)

// prepareReserve sets space aside that a full disk gives back (L1).
func prepareReserve(d *disk) error {
	size := int64(reserveSize)
	if !d.sync {
		size = 4 << 10
	}
	if st, err := os.Stat(d.path(reserveName)); err == nil && st.Size() == size {
		return nil
	}
	err := d.remove(reserveName)
	if err == nil {
		err = d.fill(reserveName, size)
	}
	if err != nil { // a part of it would fill the disk for nothing
		return fmt.Errorf("set %d MiB aside in %s for the outcomes of a full disk: %w", reserveSize>>20, d.dir, errors.Join(err, d.remove(reserveName)))
	}
	return nil
}

// rescueLine is a submission id that ARGOS answered and the ledger could not
// store.
type rescueLine struct {
	ref Ref
	id  string
}

// String is the line in rescue.log and in the error's text. An id is no
// personal data.
func (r rescueLine) String() string {
	return fmt.Sprintf("record %d attempt %d submission %s", r.ref.Record, r.ref.Attempt, strconv.QuoteToASCII(r.id))
}

func (r rescueLine) encode() string {
	s := r.String()
	return fmt.Sprintf("%s check %08x\n", s, crc32.ChecksumIEEE([]byte(s)))
}

// parseRescue reads one line; a line that is not exactly what encode writes is
// refused.
func parseRescue(line string) (r rescueLine, ok bool) {
	if _, err := fmt.Sscanf(line, "record %d attempt %d submission %q", &r.ref.Record, &r.ref.Attempt, &r.id); err != nil {
		return r, false
	}
	return r, checkID(r.id) == nil && r.encode() == line+"\n"
}

// readRescue reads the ids that an earlier process could not store, and how
// many lines cannot be understood.
func readRescue(d *disk) (lines []rescueLine, damaged int, err error) {
	b, err := readLimited(d.path(rescueName), rescueLimit)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, 0, nil
	}
	if err != nil {
		return nil, 0, fmt.Errorf("read rescue.log: %w", err)
	}
	for s := range strings.SplitSeq(string(b), "\n") {
		if s = strings.TrimRight(s, " \r"); s == "" {
			continue
		}
		if r, ok := parseRescue(s); ok {
			lines = append(lines, r)
		} else {
			damaged++
		}
	}
	return lines, damaged, nil
}

// rescue is rescue.log, open and preallocated: writing to it needs no space.
type rescue struct {
	mu   sync.Mutex
	disk *disk
	f    *os.File
	at   int64
}

// newRescue makes an empty rescue.log. What an earlier one held is in the
// ledger by then.
func newRescue(d *disk) (*rescue, error) {
	blank := bytes.Repeat([]byte("\n"), rescueSize)
	if b, err := readLimited(d.path(rescueName), rescueLimit); err != nil || !bytes.Equal(b, blank) {
		if err := d.replace(rescueName, blank); err != nil {
			return nil, fmt.Errorf("prepare rescue.log: %w", err)
		}
	}
	f, err := os.OpenFile(d.path(rescueName), os.O_WRONLY, 0)
	if err != nil {
		return nil, fmt.Errorf("open rescue.log: %w", err)
	}
	return &rescue{disk: d, f: f}, nil
}

// save writes a line and says for people where the id is.
func (r *rescue) save(line rescueLine) string {
	r.mu.Lock()
	defer r.mu.Unlock()
	b := line.encode()
	if _, err := r.f.WriteAt([]byte(b), r.at); err != nil {
		return fmt.Sprintf("NOT STORED ANYWHERE, keep it: %s (%v)", line, err)
	}
	r.at += int64(len(b))
	if err := r.disk.fsync(r.f); err != nil {
		return fmt.Sprintf("keep it, rescue.log may not hold it: %s (%v)", line, err)
	}
	return fmt.Sprintf("kept in rescue.log for the next start: %s", line)
}

func (r *rescue) close() error { return r.f.Close() }
