package checkpoint

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// failing is a hook that fails a step from its nth time on, times times.
func failing(step string, nth, times int, err error) func(string) error {
	var mu sync.Mutex
	return func(at string) error {
		mu.Lock()
		defer mu.Unlock()
		if at != step {
			return nil
		}
		if nth--; nth > 0 || times == 0 {
			return nil
		}
		times--
		return err
	}
}

const always = 1 << 30

// TestFaults fails each commit of a record's life in turn. Nothing that was
// refused counts, an id that was answered is never lost, and the next start
// goes on.
func TestFaults(t *testing.T) {
	for _, fault := range []error{syscall.EIO, syscall.ENOSPC} {
		for _, step := range []string{"commit", "committed"} {
			for nth := 2; nth <= 4; nth++ {
				for _, times := range []int{1, always} {
					t.Run(fmt.Sprintf("%v at %s %d, %d times", fault, step, nth, times), func(t *testing.T) {
						t.Parallel()
						checkFault(t, failing(step, nth, times, fault))
					})
				}
			}
		}
	}
}

func checkFault(t *testing.T, hook func(string) error) {
	dir := t.TempDir()
	l := quick(t, dir, Options{hook: hook})
	in := sampleIntent(l, 1)
	ref, err := l.Intend(t.Context(), New, in)
	var posted error
	if err == nil {
		posted = l.Post(t.Context(), ref, "the-id", ByAnswer, end, nil, nil)
		if posted != nil && !strings.Contains(posted.Error(), "the-id") {
			t.Errorf("the error does not tell the id: %v", posted)
		}
	} else if !errors.Is(err, ErrClosed) {
		t.Errorf("intend: %v", err)
	}
	_, third := l.Intend(t.Context(), New, sampleIntent(l, 2))
	if (err != nil || posted != nil) && !errors.Is(third, ErrClosed) {
		t.Errorf("after a fault an intent was taken: %v", third)
	}
	if closed := l.Close(); closed == nil && (err != nil || posted != nil || third != nil) {
		t.Error("Close hides the fault")
	}

	l = quick(t, dir, Options{})
	r := find(t, l, 1)
	switch {
	case err == nil && (r.State != Done || r.SubmissionID != "the-id" || r.Proof != ByAnswer):
		t.Errorf("the answer is lost: %+v", r)
	case err != nil && r.State != New && r.State != Doubt:
		t.Errorf("after a failed intent: %+v", r)
	}
	if n, _ := l.OpenCount(t.Context()); n != scanOpen(t, l) {
		t.Errorf("OpenCount is %d, the ledger holds %d", n, scanOpen(t, l))
	}
	ok(t, l.Close())
}

// TestDiskFull takes outcomes, and nothing else, once the disk was full.
func TestDiskFull(t *testing.T) {
	dir := t.TempDir()
	l := quick(t, dir, Options{hook: failing("commit", 5, 1, syscall.ENOSPC)})
	var refs []Ref
	for i := range 3 {
		refs = append(refs, intend(t, l, New, i))
	}
	if _, err := l.Intend(t.Context(), New, sampleIntent(l, 9)); !errors.Is(err, ErrClosed) || !strings.Contains(err.Error(), "free some space") {
		t.Errorf("intend on a full disk: %v", err)
	}
	ok(t, l.Post(t.Context(), refs[0], "id0", ByAnswer, end, nil, nil))
	ok(t, l.Refuse(t.Context(), refs[1], end))
	ok(t, l.Doubt(t.Context(), refs[2], end, "timeout"))
	if err := l.SetMeta(t.Context(), "x", "y"); !errors.Is(err, ErrClosed) {
		t.Errorf("set a value on a full disk: %v", err)
	}
	if st, err := os.Stat(filepath.Join(dir, reserveName)); err != nil || st.Size() != 0 {
		t.Errorf("the reserve was not given back: %v, %v", st, err)
	}
	if err := l.Close(); !errors.Is(err, ErrClosed) || !DiskFull(err) {
		t.Errorf("close: %v", err)
	}
	l = quick(t, dir, Options{})
	for i, want := range []State{Done, Refused, Doubt} {
		if r := find(t, l, i); r.State != want {
			t.Errorf("record %d is %s, not %s", i, r.State, want)
		}
	}
	if st, err := os.Stat(filepath.Join(dir, reserveName)); err != nil || st.Size() == 0 {
		t.Errorf("the reserve was not set aside again: %v, %v", st, err)
	}
	checkFound(t, l)
}

// TestReallyFull lets SQLite itself run out of pages.
func TestReallyFull(t *testing.T) {
	l := quick(t, t.TempDir(), Options{})
	ref := intend(t, l, New, 0)
	pages, err := l.writer.c.Number("PRAGMA page_count")
	ok(t, err)
	_, err = l.writer.c.Number(fmt.Sprintf("PRAGMA max_page_count = %d", pages))
	ok(t, err)
	for i := 1; err == nil && i < 10_000; i++ {
		_, err = l.Intend(t.Context(), New, sampleIntent(l, i))
	}
	if !errors.Is(err, ErrClosed) || !strings.Contains(err.Error(), "is full") {
		t.Fatalf("a full database: %v", err)
	}
	ok(t, l.Post(t.Context(), ref, "the-id", ByAnswer, end, nil, nil))
	if r := find(t, l, 0); r.State != Done {
		t.Errorf("the outcome is %s", r.State)
	}
	checkFound(t, l)
}

// TestGroupFails fails every change of a group with its commit, and keeps
// every id.
func TestGroupFails(t *testing.T) {
	const n = 20
	dir := t.TempDir()
	fail := make(chan struct{})
	l := quick(t, dir, Options{Gather: 20 * time.Millisecond, hook: func(at string) error {
		select {
		case <-fail:
			if at == "commit" {
				return syscall.EIO
			}
		default:
		}
		return nil
	}})
	refs := make([]Ref, n)
	for i := range refs {
		in := sampleIntent(l, i)
		if i%2 == 0 {
			in.Attempt.ImagesMAC = l.Print("images", "x")
		}
		ref, err := l.Intend(t.Context(), New, in)
		ok(t, err)
		refs[i] = ref
	}
	close(fail)
	var wg sync.WaitGroup
	for i, ref := range refs {
		wg.Go(func() {
			if err := l.Post(t.Context(), ref, fmt.Sprint("id", i), ByAnswer, end, nil, nil); !errors.Is(err, ErrClosed) {
				t.Errorf("post %d: %v", i, err)
			}
		})
	}
	wg.Wait()
	if err := l.Close(); !errors.Is(err, syscall.EIO) {
		t.Errorf("close: %v", err)
	}
	l = quick(t, dir, Options{})
	for i := range refs {
		want := Done
		if i%2 == 0 {
			want = Posted
		}
		if r := find(t, l, i); r.State != want || r.SubmissionID != fmt.Sprint("id", i) {
			t.Errorf("record %d: %+v", i, r)
		}
	}
	if len(l.Notes()) != 1 || !strings.Contains(l.Notes()[0], "20 submission ids") {
		t.Errorf("notes: %v", l.Notes())
	}
	checkFound(t, l)
	ok(t, l.Close())
	if l = quick(t, dir, Options{}); len(l.Notes()) != 0 {
		t.Errorf("rescued twice: %v", l.Notes())
	}
}

// TestRescueKnows leaves alone what was resolved since, and ids that belong to
// another record.
func TestRescueKnows(t *testing.T) {
	dir := t.TempDir()
	l := quick(t, dir, Options{})
	done := bring(t, l, 1, Done)
	refused := bring(t, l, 2, Refused)
	doubt := bring(t, l, 3, Doubt)
	ok(t, l.Close())
	lines := ""
	for _, r := range []rescueLine{{done, "other"}, {refused, "x"}, {doubt, subID(1)}, {Ref{99, 1}, "y"}, {Ref{doubt.Record, 7}, "z"}} {
		lines += r.encode()
	}
	put(t, dir, rescueName, lines+"record 3 attempt 1 submission \"cut")
	l = quick(t, dir, Options{})
	for i, want := range map[int]State{1: Done, 2: Refused, 3: Doubt} {
		if r := find(t, l, i); r.State != want || (i == 1 && r.SubmissionID != subID(1)) {
			t.Errorf("record %d: %+v", i, r)
		}
	}
	if len(l.Notes()) != 1 || !strings.Contains(l.Notes()[0], "1 of its lines were damaged") {
		t.Errorf("notes: %v", l.Notes())
	}
	checkFound(t, l)
}
