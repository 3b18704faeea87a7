package checkpoint

import (
	"errors"
	"fmt"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// TestBubble runs a ledger under a fake clock: a lone change costs no time,
// and many share commits without waiting more than one gather.
func TestBubble(t *testing.T) {
	dir := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		l := quick(t, dir, Options{})
		start := time.Now()
		for i := range 5 {
			ref := intend(t, l, New, i)
			ok(t, l.Post(t.Context(), ref, fmt.Sprint("lone", i), ByAnswer, end, nil, nil))
		}
		if took := time.Since(start); took != 0 {
			t.Errorf("lone changes waited %v", took)
		}
		before := l.writer.seq
		const n = 100
		var wg sync.WaitGroup
		for i := range n {
			wg.Go(func() {
				time.Sleep(time.Second)
				ref := intend(t, l, New, 100+i)
				ok(t, l.Post(t.Context(), ref, fmt.Sprint("many", i), ByAnswer, end, nil, nil))
			})
		}
		wg.Wait()
		if commits := l.writer.seq - before; commits > n {
			t.Errorf("%d changes took %d commits", 2*n, commits)
		}
		if took := time.Since(start); took > time.Second+time.Duration(2*n)*2*time.Millisecond {
			t.Errorf("many changes took %v", took)
		}
		ok(t, l.Close())
	})
}

// TestSlowTarget lets changes wait for company in step with the target's calls:
// the slower they are, the fewer commits, within maxGather each.
func TestSlowTarget(t *testing.T) {
	commits := func(callTime time.Duration) (n int64) {
		dir := t.TempDir()
		synctest.Test(t, func(t *testing.T) {
			l := quick(t, dir, Options{Gather: time.Millisecond})
			l.SetCallTime(callTime)
			before := l.writer.seq
			var wg sync.WaitGroup
			for i := range 400 {
				wg.Go(func() {
					time.Sleep(time.Duration(i/5) * time.Millisecond) // five at a time
					intend(t, l, New, i)
				})
			}
			wg.Wait()
			n = l.writer.seq - before
			ok(t, l.Close())
		})
		return n
	}
	fast, slow, slowest := commits(0), commits(50*time.Millisecond), commits(time.Hour)
	if slow > fast/3 || slowest > slow || slowest < 2 {
		t.Errorf("%d commits for a fast target, %d for a slow one, %d for one that hardly answers", fast, slow, slowest)
	}
}

// TestGroupKeepsOthers lets a change fail alone in the middle of its group.
func TestGroupKeepsOthers(t *testing.T) {
	l := quick(t, t.TempDir(), Options{})
	ref := bring(t, l, 1, Doubt)
	group := []*op{
		{do: func(x *tx) error { return putMeta(x.c, "before", "1") }},
		{do: func(x *tx) error { return x.settle(ref, Refused, effectRefused, &End{}) }},
		{do: func(x *tx) error { return putMeta(x.c, "after", "1") }},
	}
	for _, o := range group {
		o.done = make(chan struct{})
		ok(t, l.hand(t.Context(), o))
	}
	for i, o := range group {
		<-o.done
		if errors.Is(o.err, ErrConflict) != (i == 1) {
			t.Errorf("change %d: %v", i, o.err)
		}
	}
	for _, name := range []string{"before", "after"} {
		if v, err := l.Meta(t.Context(), name); v != "1" || err != nil {
			t.Errorf("%s: %q, %v", name, v, err)
		}
	}
}
