package checkpoint

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kycmigrate/internal/sqlite"
)

// checkFound holds that the finder is exact: each record is found by its key and
// by the submission it is bound to, and nothing else is.
func checkFound(t interface {
	Helper()
	Fatal(args ...any)
}, l *Ledger) {
	t.Helper()
	ctx, want := context.Background(), int64(0)
	err := l.Each(ctx, func(r Record) error {
		want++
		found, err := l.Find(ctx, []MAC{r.Prints.Key})
		if err == nil && found[0].ID != r.ID {
			err = fmt.Errorf("record %d is found as %d by its key", r.ID, found[0].ID)
		}
		if err != nil || r.SubmissionID == "" {
			return err
		}
		want++
		owners, err := l.Owners(ctx, []string{r.SubmissionID})
		if err == nil && owners[r.SubmissionID].ID != r.ID {
			err = fmt.Errorf("record %d is found as %d by its submission", r.ID, owners[r.SubmissionID].ID)
		}
		return err
	})
	var have int64
	err = errors.Join(err, l.read(ctx, func(c *sqlite.Conn) (err error) {
		have, err = c.Number("SELECT count(*) FROM found_by")
		for _, b := range l.finder.tail {
			for m := range b { // which may be listed by now, where another process writes
				n, e := c.Number("SELECT count(*) FROM found_by WHERE mac = ?", m[:])
				have, err = have+1-n, errors.Join(err, e)
			}
		}
		return err
	}))
	if err == nil && have != want {
		err = fmt.Errorf("%d fingerprints lead to records that have %d", have, want)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// TestListedInTurn makes more commits than there are buckets: what waits is never
// more than they brought, and after a close nothing waits.
func TestListedInTurn(t *testing.T) {
	dir := t.TempDir()
	l := quick(t, dir, Options{})
	for i := range 2 * buckets {
		ref := intend(t, l, New, i)
		ok(t, l.Post(t.Context(), ref, fmt.Sprint("sub-", i), ByAnswer, end, nil, nil))
	}
	waiting := 0
	for b, macs := range l.finder.tail {
		waiting += len(macs)
		for m := range macs {
			if bucketOf(m) != b {
				t.Errorf("a fingerprint of bucket %d waits in %d", bucketOf(m), b)
			}
		}
	}
	if waiting == 0 || waiting >= buckets {
		t.Errorf("%d of %d wait", waiting, 4*buckets)
	}
	if behind := l.writer.seq - l.finder.listed; behind != buckets-1 {
		t.Errorf("the list is %d commits behind", behind)
	}
	checkFound(t, l)
	if _, err := l.Intend(t.Context(), New, sampleIntent(l, 0)); !errors.Is(err, ErrConflict) {
		t.Errorf("a record that is listed is new: %v", err)
	}
	ref := intend(t, l, New, -1)
	if err := l.Post(t.Context(), ref, "sub-0", ByAnswer, end, nil, nil); !errors.Is(err, ErrBound) {
		t.Errorf("a submission that is listed is free: %v", err)
	}
	ok(t, l.Close())
	l = quick(t, dir, Options{ReadOnly: true})
	if !l.finder.empty() {
		t.Error("a ledger that was closed has a tail")
	}
	checkFound(t, l)
}

// TestUnlistedIsRead opens ledgers beside their run and after its end without a
// close: what was not listed is found all the same.
func TestUnlistedIsRead(t *testing.T) {
	dir := t.TempDir()
	l := quick(t, dir, Options{})
	for i := range 5 {
		bring(t, l, i, Done)
	}
	if l.finder.empty() {
		t.Fatal("nothing waits")
	}
	beside := quick(t, dir, Options{ReadOnly: true})
	checkFound(t, beside)
	ok(t, beside.Close())
	end := crash(t, dir, l)
	l = quick(t, dir, Options{})
	if !l.finder.empty() || l.writer.seq <= end {
		t.Error("what was not listed is not listed at the start")
	}
	checkFound(t, l)
	if _, err := l.Intend(t.Context(), New, sampleIntent(l, 3)); !errors.Is(err, ErrConflict) {
		t.Errorf("a record from before the crash is new: %v", err)
	}
	ref := intend(t, l, New, 9)
	if err := l.Post(t.Context(), ref, subID(3), ByAnswer, End{}, nil, nil); !errors.Is(err, ErrBound) {
		t.Errorf("a submission from before the crash is free: %v", err)
	}
}

// crash ends a ledger as a kill does: its files are what they were before Close.
func crash(t testing.TB, dir string, l *Ledger) (seq int64) {
	t.Helper()
	seq = l.writer.seq
	saved := map[string][]byte{}
	for _, name := range []string{ledgerName, ledgerName + "-wal", markName} {
		b, err := os.ReadFile(filepath.Join(dir, name))
		ok(t, err)
		saved[name] = b
	}
	ok(t, l.Close())
	for name, b := range saved {
		put(t, dir, name, string(b))
	}
	return seq
}

// TestSameGroup refuses the second change of one commit that takes what the first
// has taken.
func TestSameGroup(t *testing.T) {
	l := quick(t, t.TempDir(), Options{})
	a, b, in := intend(t, l, New, 1), intend(t, l, New, 2), sampleIntent(l, 3)
	var errs [4]error
	ok(t, l.submit(t.Context(), &op{do: func(tx *tx) error {
		errs[0] = tx.bind(a, Done, "one", ByAnswer, nil, false)
		errs[1] = tx.bind(b, Done, "one", ByAnswer, nil, false)
		_, errs[2] = tx.intend(New, &in)
		_, errs[3] = tx.intend(New, &in)
		return nil
	}}))
	if errs[0] != nil || errs[2] != nil || !errors.Is(errs[1], ErrBound) || !errors.Is(errs[3], ErrConflict) {
		t.Errorf("the changes of one commit: %v", errs)
	}
	checkFound(t, l)
}

// TestTwoOfOneKey fails the commit that would list another record for a key.
func TestTwoOfOneKey(t *testing.T) {
	dir := t.TempDir()
	l := quick(t, dir, Options{})
	intend(t, l, New, 1)
	ok(t, l.Close())
	l = quick(t, dir, Options{})
	key := sampleIntent(l, 1).Prints.Key
	_ = l.submit(t.Context(), &op{do: func(t *tx) error {
		t.f.set(key, 99)
		return nil
	}})
	if err := l.Close(); err == nil || !strings.Contains(err.Error(), "records 1 and 99 for one key") {
		t.Errorf("close: %v", err)
	}
}

// TestFinderIsChecked refuses a ledger in which a record cannot be found, after a
// process that did not close it.
func TestFinderIsChecked(t *testing.T) {
	dir := used(t)
	c, err := connect(filepath.Join(dir, ledgerName), sqlite.Write)
	ok(t, err)
	defer func() { ok(t, c.Close()) }()
	ok(t, checkWhole(c))
	_, err = c.Exec("DELETE FROM found_by WHERE mac = (SELECT min(mac) FROM found_by)")
	ok(t, err)
	if err := checkWhole(c); !errors.Is(err, ErrGuard) {
		t.Errorf("a record that cannot be found: %v", err)
	}
}

// crash is a restart after a kill.
func (r *modelRun) crash(t *testing.T, dir string) {
	crash(t, dir, r.l)
	r.reopen(t, dir)
}
