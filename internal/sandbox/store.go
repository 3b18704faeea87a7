package sandbox

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// store holds the submissions in memory and, where asked, tells a journal of
// every change before it makes it.
type store struct {
	seed uint64
	next atomic.Uint64 // last sequence number given out

	mu      sync.RWMutex
	byID    map[string]*record
	byUser  map[string][]*record // project, NUL, value
	byEmail map[string][]*record
	all     []*record // ordered by commit, then seq
	journal *journal  // nil: memory only
}

var (
	errDuplicate = errors.New("a submission with this userid or email exists")
	errNoRecord  = errors.New("no such submission")
)

func openStore(seed uint64, dir string) (*store, error) {
	st := &store{seed: seed}
	st.empty()
	if dir == "" {
		return st, nil
	}
	return st, st.load(dir)
}

func (st *store) close() error {
	st.mu.Lock()
	defer st.mu.Unlock()
	return st.journal.close()
}

func (st *store) empty() {
	st.byID = make(map[string]*record)
	st.byUser = make(map[string][]*record)
	st.byEmail = make(map[string][]*record)
	st.all = nil
}

// newID gives out an id that was never given out before: 13 lower-case
// alphanumerics, as in the samples. Mixing is one to one, so distinct numbers
// give distinct ids.
func (st *store) newID() (uint64, string) {
	seq := st.next.Add(1)
	x := st.seed + seq*0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	id := strconv.FormatUint(x^x>>31, 36)
	return seq, strings.Repeat("0", 13-len(id)) + id
}

func userKey(project, value string) string { return project + "\x00" + value }

// add stores rec. With unique it refuses what is already there for the same
// userid, or for the same email without one.
func (st *store) add(rec *record, unique bool) error {
	var line []byte
	if st.journal != nil {
		line = st.line(rec.entry())
	}
	st.mu.Lock()
	defer st.mu.Unlock()
	if st.byID[rec.id] != nil {
		return errDuplicate
	}
	if unique && st.twin(rec) {
		return errDuplicate
	}
	if err := st.journal.write(line); err != nil {
		return err
	}
	st.insert(rec)
	return nil
}

func (st *store) twin(rec *record) bool {
	same := st.byUser[userKey(rec.project, rec.values[fUserID])]
	if rec.values[fUserID] == "" {
		same = st.byEmail[userKey(rec.project, rec.values[fEmail])]
	}
	return slices.ContainsFunc(same, func(r *record) bool {
		return r.deleted.IsZero() && !r.commit.After(rec.commit)
	})
}

func (st *store) insert(rec *record) {
	st.byID[rec.id] = rec
	if v := rec.values[fUserID]; v != "" {
		k := userKey(rec.project, v)
		st.byUser[k] = append(st.byUser[k], rec)
	}
	if v := rec.values[fEmail]; v != "" {
		k := userKey(rec.project, v)
		st.byEmail[k] = append(st.byEmail[k], rec)
	}
	// Nearly always the newest: look for the place from the end.
	i := len(st.all)
	for i > 0 && byCommit(st.all[i-1], rec) > 0 {
		i--
	}
	st.all = slices.Insert(st.all, i, rec)
}

func byCommit(a, b *record) int {
	if c := a.commit.Compare(b.commit); c != 0 {
		return c
	}
	return cmp.Compare(a.seq, b.seq)
}

// upload is one image of a PUT.
type upload struct {
	kind int
	picture
}

// put adds pictures to a submission that exists.
func (st *store) put(id string, uploads []upload) error {
	lines := make([][]byte, len(uploads))
	for i, u := range uploads {
		lines[i] = st.line(entry{Op: opPut, ID: id, Kind: imageKinds[u.kind], SHA256: u.sha256, Size: u.size, At: u.due})
	}
	st.mu.Lock()
	defer st.mu.Unlock()
	rec := st.byID[id]
	if rec == nil {
		return errNoRecord
	}
	if err := st.journal.write(lines...); err != nil {
		return err
	}
	for _, u := range uploads {
		rec.pics[u.kind] = append(rec.pics[u.kind], u.picture)
	}
	return nil
}

// remove marks a submission as deleted.
func (st *store) remove(project, id string, now, due time.Time) error {
	line := st.line(entry{Op: opDelete, ID: id, At: due})
	st.mu.Lock()
	defer st.mu.Unlock()
	rec := st.byID[id]
	if rec == nil || rec.project != project || rec.commit.After(now) || !rec.deleted.IsZero() {
		return errNoRecord
	}
	if err := st.journal.write(line); err != nil {
		return err
	}
	rec.deleted = due
	return nil
}

// wipe forgets every submission. Ids are never given out twice.
func (st *store) wipe() error {
	line := st.line(entry{Op: opReset, Seq: st.next.Load()})
	st.mu.Lock()
	defer st.mu.Unlock()
	if err := st.journal.write(line); err != nil {
		return err
	}
	st.empty()
	return nil
}

// one returns a submission of the project (or of any, if "") that exists by
// horizon.
func (st *store) one(project, id string, now, horizon time.Time) (view, bool) {
	st.mu.RLock()
	defer st.mu.RUnlock()
	rec := st.byID[id]
	if rec == nil || project != "" && rec.project != project || rec.commit.After(horizon) {
		return view{}, false
	}
	return rec.at(now), true
}

// views walks over everything that exists at now, in order of creation.
func (st *store) views(now time.Time) []view {
	st.mu.RLock()
	defer st.mu.RUnlock()
	end := st.from(now)
	views := make([]view, 0, end)
	for _, rec := range st.all[:end] {
		views = append(views, rec.at(now))
	}
	return views
}

// from is the position of the first record that commits after t.
func (st *store) from(t time.Time) int {
	i, _ := slices.BinarySearchFunc(st.all, t, func(r *record, t time.Time) int {
		if r.commit.After(t) {
			return 1
		}
		return -1
	})
	return i
}
