package checkpoint

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"kycmigrate/internal/sqlite"
)

// checkFound holds that the finder is exact: each record is found by its key and
// by the submission it is bound to, and nothing else is. Nobody may change the ledger
// meanwhile.
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
	err = errors.Join(err, l.read(ctx, func(c *sqlite.Conn) error {
		exact, err := l.finder.check(c)
		if err == nil && !exact {
			err = errors.New("the ledger's tally is not that of its records")
		}
		return err
	}))
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
		bindNew(t, l, i)
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
	if waiting == 0 || waiting > buckets {
		t.Errorf("%d of %d wait", waiting, 4*buckets)
	}
	if behind := l.writer.seq - l.finder.listed; behind != buckets {
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
		t.leads(key, 99)
		return nil
	}})
	if err := l.Close(); err == nil || !strings.Contains(err.Error(), "records 1 and 99 for one key") {
		t.Errorf("close: %v", err)
	}
}

// TestFinderIsChecked refuses a ledger in which a record cannot be found, after a
// process that did not close it: whether what is not listed yet could make up for it
// or not.
func TestFinderIsChecked(t *testing.T) {
	for name, end := range map[string]func(testing.TB, string, *Ledger) int64{"all is listed": shut, "much is not": crash} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			l := quick(t, dir, Options{})
			for i := range 2 * buckets {
				bindNew(t, l, i)
			}
			first := find(t, l, 0)
			end(t, dir, l)
			c, err := connect(filepath.Join(dir, ledgerName), sqlite.Write)
			ok(t, err)
			defer func() { ok(t, c.Close()) }()
			ok(t, checkWhole(c, l.finder))
			for _, harm := range []string{
				"DELETE FROM found_by WHERE mac = ?1",
				"UPDATE found_by SET record = record + 1 WHERE mac = ?1",
				"INSERT INTO found_by (mac, record) VALUES (randomblob(16), length(?1))",
				"UPDATE record SET submission_id = NULL WHERE key_mac = ?1",
			} {
				_, err := c.Exec("SAVEPOINT harm")
				ok(t, err)
				if n, err := c.Exec(harm, first.Prints.Key[:]); err != nil || n != 1 {
					t.Fatal(n, err)
				}
				if err := checkWhole(c, l.finder); !errors.Is(err, ErrGuard) {
					t.Errorf("%s: %v", harm, err)
				}
				_, err = c.Exec("ROLLBACK TO harm")
				ok(t, err)
				_, err = c.Exec("RELEASE harm")
				ok(t, err)
			}
		})
	}
}

func shut(t testing.TB, _ string, l *Ledger) int64 {
	ok(t, l.Close())
	return l.writer.seq
}

// bindNew sends record i and binds a submission to it.
func bindNew(t testing.TB, l *Ledger, i int) Ref {
	t.Helper()
	ref := intend(t, l, New, i)
	ok(t, l.Post(t.Context(), ref, fmt.Sprint("sub-", i), ByAnswer, end, nil, nil))
	return ref
}

// TestMixedFiles puts an older ledger.db beside a newer ledger.db-wal, of two moments
// that have the same number of records and the same commit number, as a restore in
// part may: what differs from what was committed is refused.
func TestMixedFiles(t *testing.T) {
	for seed := range uint64(12) {
		random := rand.New(rand.NewPCG(seed, 7))
		dir := t.TempDir()
		l := quick(t, dir, Options{})
		next, open := 0, []Ref{}
		change := func(intents, posts int) {
			for range intents {
				open = append(open, intend(t, l, New, next))
				next++
			}
			for range min(posts, len(open)) {
				ok(t, l.Post(t.Context(), open[0], fmt.Sprint("s", open[0].Record), ByAnswer, end, nil, nil))
				open = open[1:]
			}
			for range random.IntN(buckets) {
				ok(t, l.SetMeta(t.Context(), "x", "y"))
			}
		}
		change(100+random.IntN(300), 50+random.IntN(100))
		ok(t, l.writer.c.Checkpoint(true))
		old, err := os.ReadFile(filepath.Join(dir, ledgerName))
		ok(t, err)
		change(random.IntN(3), random.IntN(20))
		ok(t, l.writer.c.Checkpoint(true))
		change(1+random.IntN(3), random.IntN(10))
		if err := checkWhole(l.writer.c, l.finder); err != nil {
			t.Errorf("seed %d: %v", seed, err)
		}
		want := rows(t, l.writer.c)
		crash(t, dir, l)
		put(t, dir, ledgerName, string(old))
		c, err := connect(filepath.Join(dir, ledgerName), sqlite.Write)
		ok(t, err)
		if err := checkWhole(c, l.finder); err == nil && !slices.Equal(rows(t, c), want) {
			t.Errorf("seed %d: another ledger than was committed is accepted", seed)
		}
		ok(t, c.Close())
	}
}

// rows are what a ledger says of its records.
func rows(t testing.TB, c *sqlite.Conn) (rows []string) {
	t.Helper()
	ok(t, c.Query("SELECT id, hex(key_mac), state, submission_id FROM record ORDER BY id", func(row []sqlite.Value) error {
		rows = append(rows, fmt.Sprint(row...))
		return nil
	}))
	return rows
}

// TestReadersSeeWhatIsCommitted asks while a commit is under way: a submission that it
// takes away still has its owner.
func TestReadersSeeWhatIsCommitted(t *testing.T) {
	var hold atomic.Bool
	at, goOn := make(chan struct{}), make(chan struct{})
	l := quick(t, t.TempDir(), Options{hook: func(step string) error {
		if step == "commit" && hold.CompareAndSwap(true, false) {
			close(at)
			<-goOn
		}
		return nil
	}})
	a, b := bindNew(t, l, 1), bring(t, l, 2, Doubt)
	hold.Store(true)
	done := make(chan error)
	go func() { done <- l.Disown(t.Context(), a.Record, "sub-1", ByAnswer, "x", b.Record) }()
	<-at
	before, err := l.Owners(t.Context(), []string{"sub-1"})
	close(goOn)
	ok(t, errors.Join(err, <-done))
	after, err := l.Owners(t.Context(), []string{"sub-1"})
	ok(t, err)
	if before["sub-1"].ID != a.Record || after["sub-1"].ID != b.Record {
		t.Errorf("the owner was %d and is %d", before["sub-1"].ID, after["sub-1"].ID)
	}
}

// TestFoundBesideARun finds what a run stored after the ledger was opened for reading.
func TestFoundBesideARun(t *testing.T) {
	dir := t.TempDir()
	l := quick(t, dir, Options{})
	bring(t, l, 1, Done)
	beside := quick(t, dir, Options{ReadOnly: true})
	for i := 2; i < 4; i++ {
		bring(t, l, i, Done)
		if r := find(t, beside, i); r.State != Done {
			t.Errorf("record %d is %q", i, r.State)
		}
	}
}

// TestNoRoomToList closes a ledger on a full disk: everything is durable, and the next
// start lists it.
func TestNoRoomToList(t *testing.T) {
	dir := t.TempDir()
	l := quick(t, dir, Options{})
	for i := range 100 {
		bindNew(t, l, i)
	}
	pages, err := l.writer.c.Number("PRAGMA page_count")
	ok(t, err)
	_, err = l.writer.c.Number(fmt.Sprintf("PRAGMA max_page_count = %d", pages))
	ok(t, err)
	if err := l.Close(); err != nil || l.finder.empty() {
		t.Errorf("close: %v; everything is listed: %v", err, l.finder.empty())
	}
	checkFound(t, quick(t, dir, Options{}))
}

// TestToAndFro disowns a submission and binds it again within a commit, one that is
// listed and one that is not.
func TestToAndFro(t *testing.T) {
	for _, commits := range []int{0, buckets + 1} {
		t.Run(fmt.Sprint(commits), func(t *testing.T) { toAndFro(t, commits) })
	}
}

func toAndFro(t *testing.T, commits int) {
	dir := t.TempDir()
	l := quick(t, dir, Options{})
	a, b := bindNew(t, l, 1), intend(t, l, New, 2)
	for range commits {
		ok(t, l.SetMeta(t.Context(), "x", "y"))
	}
	var errs []error
	ok(t, l.submit(t.Context(), &op{do: func(tx *tx) error {
		errs = append(errs[:0], tx.disown(a.Record, "sub-1", ByAnswer, "w", 0),
			tx.post(b, "sub-1", ByMarker, &end, nil, nil),
			tx.disown(b.Record, "sub-1", ByMarker, "w", 0),
			tx.post(a, "sub-1", ByMarker, &end, nil, nil),
			tx.disown(a.Record, "sub-1", ByMarker, "w", 0),
			tx.post(b, "sub-1", ByMarker, &end, nil, nil))
		return nil
	}}))
	ok(t, errors.Join(errs...))
	checkFound(t, l)
	crash(t, dir, l)
	l = quick(t, dir, Options{})
	for range buckets + 1 {
		ok(t, l.SetMeta(t.Context(), "x", "y"))
	}
	checkFound(t, l)
}

// TestFoundAfterAnyEnd ends ledgers in every way and starts them in every way: what was
// acknowledged is found.
func TestFoundAfterAnyEnd(t *testing.T) {
	const seed = 11
	random := rand.New(rand.NewPCG(seed, 1))
	dir, i := t.TempDir(), 0
	l := quick(t, dir, Options{})
	for range 20 {
		for range random.IntN(200) {
			i++
			ref := bindNew(t, l, i)
			if i%7 == 0 {
				ok(t, l.Disown(t.Context(), ref.Record, fmt.Sprint("sub-", i), ByAnswer, "w", 0))
			}
			if i%14 == 0 {
				ok(t, l.Post(t.Context(), ref, fmt.Sprint("sub-", i), ByMarker, end, nil, nil))
			}
		}
		if random.IntN(4) == 0 {
			ok(t, l.Close())
		} else {
			crash(t, dir, l)
		}
		o := Options{}
		switch random.IntN(5) {
		case 0: // the mark is ahead
			m, _, err := readMark(&disk{dir: dir})
			ok(t, err)
			m.Seq += int64(random.IntN(3 * buckets))
			put(t, dir, markName, string(m.encode()))
			o.Recover = true
		case 1:
			o.Aside = true
		case 2: // it dies while it starts
			step := []string{"guarded", "marked", "commit", "committed", "begun"}[random.IntN(5)]
			if _, err := Open(t.Context(), dir, Options{Unsynced: true, hook: failing(step, 1, always, syscall.EIO)}); err == nil {
				t.Fatalf("seed %d: it started although it failed at %q", seed, step)
			}
		case 3: // the disk is full
			l = quick(t, dir, Options{hook: failing("commit", 2+random.IntN(100), 1, syscall.ENOSPC)})
			var err error
			for err == nil {
				i++
				var ref Ref
				if ref, err = l.Intend(t.Context(), New, sampleIntent(l, i)); err == nil {
					ok(t, l.Post(t.Context(), ref, fmt.Sprint("sub-", i), ByAnswer, end, nil, nil))
				}
			}
			checkFound(t, l)
			_ = l.Close()
		}
		l = quick(t, dir, o)
		checkFound(t, l)
	}
}

// TestFoundByMany has many at work at once, with readers beside them, and crashes.
func TestFoundByMany(t *testing.T) {
	dir := t.TempDir()
	var next atomic.Int64
	for range 3 {
		l := quick(t, dir, Options{Gather: 100 * time.Microsecond})
		checkFound(t, l)
		ctx, stop := context.WithTimeout(t.Context(), 150*time.Millisecond)
		var wg sync.WaitGroup
		for w := range 16 {
			wg.Go(func() {
				for n := 0; ctx.Err() == nil; n++ {
					i := int(next.Add(1))
					if err := sendAndLook(t.Context(), l, i, (w+n)%3); err != nil {
						t.Error(err)
						return
					}
				}
			})
		}
		wg.Wait()
		stop()
		checkFound(t, l)
		crash(t, dir, l)
	}
}

// sendAndLook sends record i, binds it, takes the submission away and binds it again,
// as far as steps says, and looks for it after each.
func sendAndLook(ctx context.Context, l *Ledger, i, steps int) error {
	id, in := fmt.Sprint("s", i), sampleIntent(l, i)
	ref, err := l.Intend(ctx, New, in)
	look := func(want int64) {
		found, e := l.Find(ctx, []MAC{in.Prints.Key})
		owners, e2 := l.Owners(ctx, []string{id})
		if err = errors.Join(err, e, e2); err == nil && (found[0].ID != ref.Record || owners[id].ID != want) {
			err = fmt.Errorf("record %d is found as %d, and by its submission as %d", ref.Record, found[0].ID, owners[id].ID)
		}
	}
	look(0)
	if err == nil {
		err = l.Post(ctx, ref, id, ByAnswer, end, nil, nil)
		look(ref.Record)
	}
	if err == nil && steps > 0 {
		err = l.Disown(ctx, ref.Record, id, ByAnswer, "w", 0)
		look(0)
		if rivals, e := l.Rivals(ctx, in.Attempt.LookupMAC, 0); err == nil && (e != nil || len(rivals) != 1) {
			err = fmt.Errorf("record %d has %d open attempts: %w", ref.Record, len(rivals), e)
		}
	}
	if err == nil && steps > 1 {
		err = l.Post(ctx, ref, id, ByMarker, end, nil, nil)
		look(ref.Record)
	}
	return err
}

// crash is a restart after a kill.
func (r *modelRun) crash(t *testing.T, dir string) {
	crash(t, dir, r.l)
	r.reopen(t, dir)
}
