package checkpoint

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/sqlite"
)

var end = End{SrvEnd: noon.Add(time.Second), Status: 504, Code: "gateway", RequestIDs: "r1 r2"}

// steps are the changes that bring a fresh record into a state.
var steps = map[State][]func(ctx context.Context, l *Ledger, i int, ref *Ref) error{
	Sending:    {doIntend},
	Doubt:      {doIntend, doDoubt},
	Posted:     {doIntend, doPost},
	Done:       {doIntend, doPost, doDone},
	Incomplete: {doIntend, doPost, doIncomplete},
	Refused:    {doIntend, doRefuse},
	Unsent:     {doIntend, doUnsend},
	Absent:     {doIntend, doDoubt, doAbsent},
	Abandoned:  {doIntend, doDoubt, doSkip},
	Rejected:   {doReject},
}

func doIntend(ctx context.Context, l *Ledger, i int, ref *Ref) (err error) {
	*ref, err = l.Intend(ctx, New, sampleIntent(l, i))
	return err
}

func doDoubt(ctx context.Context, l *Ledger, _ int, ref *Ref) error {
	return l.Doubt(ctx, *ref, end, "timeout")
}

func doPost(ctx context.Context, l *Ledger, i int, ref *Ref) error {
	images := []Image{{Kind: kyc.SelfieImage, Digest: l.Print("image", "x"), State: ImageWanted}}
	return l.Post(ctx, *ref, subID(i), ByAnswer, end, images, nil)
}

func doDone(ctx context.Context, l *Ledger, _ int, ref *Ref) error {
	return l.Complete(ctx, ref.Record, Done, "")
}

func doIncomplete(ctx context.Context, l *Ledger, _ int, ref *Ref) error {
	return l.Complete(ctx, ref.Record, Incomplete, "image_missing")
}

func doRefuse(ctx context.Context, l *Ledger, _ int, ref *Ref) error { return l.Refuse(ctx, *ref, end) }
func doUnsend(ctx context.Context, l *Ledger, _ int, ref *Ref) error { return l.Unsend(ctx, *ref, end) }
func doAbsent(ctx context.Context, l *Ledger, _ int, ref *Ref) error { return l.Absent(ctx, *ref) }

func doSkip(ctx context.Context, l *Ledger, i int, _ *Ref) error {
	return l.Decide(ctx, sampleIntent(l, i).Prints.Key, DecideSkip, "", "ops")
}

func doReject(ctx context.Context, l *Ledger, i int, ref *Ref) error {
	in := sampleIntent(l, i)
	if err := l.Reject(ctx, in.Prints, in.Origin, "required_missing"); err != nil {
		return err
	}
	if err := l.SetMeta(ctx, "flush", ""); err != nil { // a note does not wait; this does
		return err
	}
	rs, err := l.Find(ctx, []MAC{in.Prints.Key})
	*ref = Ref{Record: rs[0].ID}
	return err
}

func subID(i int) string { return "sub-" + string(rune('a'+i)) }

// bring brings record i into a state.
func bring(t *testing.T, l *Ledger, i int, to State) (ref Ref) {
	t.Helper()
	for _, step := range steps[to] {
		ok(t, step(t.Context(), l, i, &ref))
	}
	return ref
}

// TestChanges holds every change against every state: it is made from the
// states of the protocol, and refused without a trace from all others.
func TestChanges(t *testing.T) {
	states := []State{New, Sending, Doubt, Posted, Done, Incomplete, Refused, Unsent, Absent, Abandoned, Rejected}
	bound := []State{Posted, Done, Incomplete}
	changes := []struct {
		name string
		from []State
		do   func(ctx context.Context, l *Ledger, i int, ref *Ref) error
		to   State
	}{
		{"post", []State{Sending, Doubt}, doPost, Posted},
		{"refuse", []State{Sending}, doRefuse, Refused},
		{"unsend", []State{Sending}, doUnsend, Unsent},
		{"doubt", []State{Sending}, doDoubt, Doubt},
		{"absent", []State{Doubt}, doAbsent, Absent},
		{"skip", []State{Doubt}, doSkip, Abandoned},
		{"done", bound, doDone, Done},
		{"incomplete", bound, doIncomplete, Incomplete},
		{"looked", []State{Doubt}, func(ctx context.Context, l *Ledger, _ int, ref *Ref) error {
			return l.Looked(ctx, *ref, Maybe, []string{"other"}, "possible_candidate")
		}, Doubt},
		{"restamp", []State{Sending}, func(ctx context.Context, l *Ledger, _ int, ref *Ref) error {
			return l.Restamp(ctx, *ref, noon.Add(time.Minute))
		}, Sending},
		{"operator absent", []State{Doubt}, func(ctx context.Context, l *Ledger, i int, _ *Ref) error {
			return l.Decide(ctx, sampleIntent(l, i).Prints.Key, DecideAbsent, "", "ops")
		}, Doubt},
		{"operator adopt", []State{Doubt}, func(ctx context.Context, l *Ledger, i int, _ *Ref) error {
			return l.Decide(ctx, sampleIntent(l, i).Prints.Key, DecideAdopt, subID(i), "ops")
		}, Posted},
		{"disown", bound, func(ctx context.Context, l *Ledger, i int, ref *Ref) error {
			return l.Disown(ctx, ref.Record, subID(i), ByAnswer, "id_already_bound", 0)
		}, Doubt},
	}
	for _, from := range []State{New, Rejected, Refused, Unsent, Absent} {
		changes = append(changes, struct {
			name string
			from []State
			do   func(ctx context.Context, l *Ledger, i int, ref *Ref) error
			to   State
		}{"intend from " + named(from), []State{from}, func(ctx context.Context, l *Ledger, i int, _ *Ref) error {
			_, err := l.Intend(ctx, from, sampleIntent(l, i))
			return err
		}, Sending}, struct {
			name string
			from []State
			do   func(ctx context.Context, l *Ledger, i int, ref *Ref) error
			to   State
		}{"adopt from " + named(from), []State{from}, func(ctx context.Context, l *Ledger, i int, _ *Ref) error {
			in := sampleIntent(l, i)
			_, err := l.Adopt(ctx, from, in.Prints, in.Origin, subID(i), ByFields, nil, nil)
			return err
		}, Done})
	}
	for _, c := range changes {
		t.Run(c.name, func(t *testing.T) {
			l := quick(t, t.TempDir(), Options{})
			for i, s := range states {
				ref := bring(t, l, i, s)
				before := find(t, l, i)
				err := c.do(t.Context(), l, i, &ref)
				after := find(t, l, i)
				switch {
				case slices.Contains(c.from, s):
					if err != nil || after.State != c.to {
						t.Errorf("from %s: %v, state %q, want %q", named(s), err, after.State, c.to)
					}
				case !errors.Is(err, ErrConflict):
					t.Errorf("from %s: %v, want ErrConflict", named(s), err)
				case after != before:
					t.Errorf("from %s: refused, yet the record changed: %s", named(s), cmp.Diff(before, after))
				}
			}
			if n, _ := l.OpenCount(t.Context()); n != scanOpen(t, l) {
				t.Errorf("OpenCount is %d, the ledger holds %d", n, scanOpen(t, l))
			}
		})
	}
}

// scanOpen counts the open records by reading all, whatever OpenCount says.
func scanOpen(t *testing.T, l *Ledger) int64 {
	t.Helper()
	rs, err := l.all(t.Context(), andOpen)
	ok(t, err)
	return int64(len(rs))
}

// TestStaleAttempt refuses the outcome of an attempt that is not the last.
func TestStaleAttempt(t *testing.T) {
	l := quick(t, t.TempDir(), Options{})
	old := bring(t, l, 1, Unsent)
	last := intend(t, l, Unsent, 1)
	if last.Attempt != 2 || last.Record != old.Record {
		t.Fatalf("second attempt is %+v", last)
	}
	for name, err := range map[string]error{
		"post":   l.Post(t.Context(), old, "id", ByAnswer, end, nil, nil),
		"doubt":  l.Doubt(t.Context(), old, end, "x"),
		"refuse": l.Refuse(t.Context(), old, end),
	} {
		if !errors.Is(err, ErrConflict) {
			t.Errorf("%s: %v", name, err)
		}
	}
	ok(t, l.Post(t.Context(), last, "id", ByAnswer, end, nil, nil))
}

// again sends record 1 a second time while its first attempt is open.
func again(t *testing.T, l *Ledger) Ref {
	t.Helper()
	bring(t, l, 1, Unsent)
	ref := intend(t, l, Unsent, 1)
	ok(t, l.submit(t.Context(), &op{do: func(x *tx) error {
		_, err := x.c.Exec("UPDATE attempt SET closed = 0 WHERE n = 1")
		return err
	}}))
	return ref
}

// TestAttemptsStay: the attempt before the last is kept as it was, is found by
// what it would be looked up by while it is open, and is closed with the record;
// an outcome that the last one has by then stays its own.
func TestAttemptsStay(t *testing.T) {
	l := quick(t, t.TempDir(), Options{})
	ref := again(t, l)
	ok(t, l.Refuse(t.Context(), ref, End{Status: 400, Code: "no_such_country"}))
	rivals, err := l.Rivals(t.Context(), sampleIntent(l, 1).Attempt.LookupMAC, 0)
	ok(t, err)
	if len(rivals) != 1 || rivals[0].Attempt.N != 1 || rivals[0].State != Doubt {
		t.Errorf("open attempts: %+v", rivals)
	}
	ok(t, l.Absent(t.Context(), ref))
	attempts, err := l.Attempts(t.Context(), ref.Record)
	ok(t, err)
	if len(attempts) != 2 {
		t.Fatalf("attempts: %+v", attempts)
	}
	want := []string{"1 absent gateway true", "2 refused no_such_country true"}
	for i, a := range attempts {
		if got := fmt.Sprintln(a.N, a.Effect, a.Code, a.Closed); got != want[i]+"\n" {
			t.Errorf("attempt is %swant %s", got, want[i])
		}
		if a.FieldMACs != nil {
			t.Errorf("attempt %d is closed and keeps its fields", a.N)
		}
	}
	if rivals, err := l.Rivals(t.Context(), attempts[0].LookupMAC, 0); len(rivals) != 0 || err != nil {
		t.Errorf("still open: %+v, %v", rivals, err)
	}
}

// TestEarlierAttempt keeps a record in doubt whose earlier attempt is open.
func TestEarlierAttempt(t *testing.T) {
	for _, to := range []State{Refused, Unsent} {
		l := quick(t, t.TempDir(), Options{})
		ref := again(t, l)
		if to == Refused {
			ok(t, l.Refuse(t.Context(), ref, end))
		} else {
			ok(t, l.Unsend(t.Context(), ref, end))
		}
		if r := find(t, l, 1); r.State != Doubt || r.Reason != reasonEarlier {
			t.Errorf("%s: %+v", to, r)
		}
		if n, _ := l.OpenCount(t.Context()); n != 1 {
			t.Errorf("%s: OpenCount is %d", to, n)
		}
	}
}

// TestRoundTrip reads an attempt back as it was written.
func TestRoundTrip(t *testing.T) {
	l := quick(t, t.TempDir(), Options{})
	in := sampleIntent(l, 7)
	in.Attempt.MarkerField, in.Attempt.Marker, in.Attempt.ImagesMAC = kyc.CF3, "m1.abc", l.Print("images", "x")
	ref, err := l.Intend(t.Context(), New, in)
	ok(t, err)
	want := in.Attempt
	want.Record, want.N, want.Epoch = ref.Record, 1, l.Epoch()
	check := func() {
		t.Helper()
		got, err := l.Attempts(t.Context(), ref.Record)
		ok(t, err)
		if diff := cmp.Diff([]Attempt{want}, got); diff != "" {
			t.Error(diff)
		}
	}
	check()
	e := End{SrvEnd: noon.Add(1234567890), Status: 500, Code: "processing_error", AppAnswer: true, RequestIDs: "a b"}
	ok(t, l.Doubt(t.Context(), ref, e, "processing_error"))
	want.SrvEnd, want.Status, want.Code, want.AppAnswer, want.RequestIDs, want.Effect = e.SrvEnd, 500, e.Code, true, "a b", effectUnknown
	check()
	ok(t, l.Looked(t.Context(), ref, Maybe, []string{"x", "y z"}, "possible_candidate"))
	want.Lookups, want.LastClass, want.Candidates = 1, Maybe, []string{"x", "y z"}
	check()
	ok(t, l.Post(t.Context(), ref, "found", ByMarker, End{}, nil, []string{"twin", "found"}))
	want.Closed, want.Effect, want.FieldMACs = true, effectPosted, nil
	check()
	r := find(t, l, 7)
	wantRecord := Record{
		ID: ref.Record, Prints: in.Prints, State: Done, SubmissionID: "found", Proof: ByMarker,
		Attempts: 1, Epoch: 1, Doubled: true, Origin: in.Origin,
	}
	if diff := cmp.Diff(wantRecord, r); diff != "" {
		t.Error(diff)
	}
}

// TestBound binds no id twice, whether it is a record's own or one of its
// further ones, and leaves the other changes of the group alone.
func TestBound(t *testing.T) {
	l := quick(t, t.TempDir(), Options{})
	ok(t, l.Post(t.Context(), intend(t, l, New, 1), "one", ByAnswer, end, nil, []string{"extra"}))
	ref := intend(t, l, New, 2)
	for _, id := range []string{"one", "extra"} {
		if err := l.Post(t.Context(), ref, id, ByAnswer, end, nil, nil); !errors.Is(err, ErrBound) {
			t.Errorf("post %s: %v", id, err)
		}
		if err := l.Post(t.Context(), ref, "two", ByAnswer, end, nil, []string{id}); !errors.Is(err, ErrBound) {
			t.Errorf("post with %s beside it: %v", id, err)
		}
		in := sampleIntent(l, 3)
		if _, err := l.Adopt(t.Context(), New, in.Prints, in.Origin, id, ByMarker, nil, nil); !errors.Is(err, ErrBound) {
			t.Errorf("adopt %s: %v", id, err)
		}
	}
	if r := find(t, l, 2); r.State != Sending {
		t.Errorf("the record is %s", r.State)
	}
	if r := find(t, l, 3); r.ID != 0 {
		t.Errorf("a refused adoption left %+v", r)
	}
	ok(t, l.Audited(t.Context(), 1, []string{"late"}))
	ok(t, l.Post(t.Context(), ref, "two", ByAnswer, end, nil, nil))
	if diff := cmp.Diff(map[string]int64{"one": 1, "extra": 1, "late": 1, "two": 2}, owners(t, l, "one", "extra", "late", "two", "unknown")); diff != "" {
		t.Error(diff)
	}
}

// owners are the records that the ids are known of.
func owners(t *testing.T, l *Ledger, ids ...string) map[string]int64 {
	t.Helper()
	found, err := l.Owners(t.Context(), ids)
	ok(t, err)
	got := map[string]int64{}
	for id, r := range found {
		got[id] = r.ID
	}
	return got
}

// TestEnded: when an attempt of a killed process had ended is noted once.
func TestEnded(t *testing.T) {
	dir := t.TempDir()
	l := quick(t, dir, Options{})
	killed, bound := bring(t, l, 1, Sending), bring(t, l, 2, Posted)
	ok(t, l.Close())
	l = quick(t, dir, Options{})
	ok(t, l.Ended(t.Context(), killed, noon))
	attempts, err := l.Attempts(t.Context(), killed.Record)
	ok(t, err)
	if a := attempts[0]; !a.SrvEnd.Equal(noon) || a.Closed {
		t.Errorf("its attempt is %+v", a)
	}
	for _, ref := range []Ref{killed, bound} {
		if err := l.Ended(t.Context(), ref, noon.Add(time.Hour)); !errors.Is(err, ErrConflict) {
			t.Errorf("%+v: %v", ref, err)
		}
	}
}

// TestDisown: a binding that was shown to be wrong ends, and what hung on it.
func TestDisown(t *testing.T) {
	l := quick(t, t.TempDir(), Options{})
	wrong, heir := bring(t, l, 1, Posted), bring(t, l, 2, Doubt)
	ok(t, l.PutImages(t.Context(), wrong.Record, []Image{{Kind: kyc.SelfieImage, Digest: l.Print("image", "x"), State: ImageDone, At: noon, Reason: "x"}}))
	for name, err := range map[string]error{
		"another proof":      l.Disown(t.Context(), wrong.Record, subID(1), ByMarker, "r", heir.Record),
		"another submission": l.Disown(t.Context(), wrong.Record, "other", ByAnswer, "r", heir.Record),
		"not bound":          l.Disown(t.Context(), heir.Record, subID(1), ByAnswer, "r", heir.Record),
	} {
		if !errors.Is(err, ErrConflict) {
			t.Errorf("%s: %v", name, err)
		}
	}
	ok(t, l.Disown(t.Context(), wrong.Record, subID(1), ByAnswer, "id_already_bound", heir.Record))
	if r := find(t, l, 1); r.State != Doubt || r.Reason != "id_already_bound" || r.SubmissionID != "" || r.Proof != "" {
		t.Errorf("the record is %+v", r)
	}
	attempts, err := l.Attempts(t.Context(), wrong.Record)
	ok(t, err)
	if a := attempts[0]; a.Closed || a.Effect != effectUnknown || !slices.Equal(a.Candidates, []string{subID(1)}) {
		t.Errorf("its attempt is %+v", a)
	}
	images, err := l.Images(t.Context(), wrong.Record)
	ok(t, err)
	if diff := cmp.Diff([]Image{{Kind: kyc.SelfieImage, Digest: l.Print("image", "x"), State: ImageWanted}}, images); diff != "" {
		t.Error(diff)
	}
	if n, _ := l.OpenCount(t.Context()); n != 2 {
		t.Errorf("%d records are open", n)
	}
	if diff := cmp.Diff(map[string]int64{subID(1): 2}, owners(t, l, subID(1))); diff != "" {
		t.Error(diff)
	}
	if err := l.Post(t.Context(), wrong, subID(1), ByAnswer, end, nil, nil); !errors.Is(err, ErrBound) {
		t.Errorf("bound again: %v", err)
	}
}

// TestOperatorDecidesBetweenTwo: a submission that two records in doubt could
// be goes to the one that a person names, and to no other after that.
func TestOperatorDecidesBetweenTwo(t *testing.T) {
	for adopter := 1; adopter <= 2; adopter++ {
		l := quick(t, t.TempDir(), Options{})
		wrong, heir := bring(t, l, 1, Posted), bring(t, l, 2, Doubt)
		ok(t, l.Disown(t.Context(), wrong.Record, subID(1), ByAnswer, "id_already_bound", heir.Record))
		decide := func(i int) error {
			return l.Decide(t.Context(), sampleIntent(l, i).Prints.Key, DecideAdopt, subID(1), "ops")
		}
		ok(t, decide(adopter))
		if r := find(t, l, adopter); r.State != Posted || r.SubmissionID != subID(1) || r.Proof != ByOperator || r.Doubled {
			t.Errorf("the record is %+v", r)
		}
		if err := decide(3 - adopter); !errors.Is(err, ErrBound) {
			t.Errorf("adopted twice: %v", err)
		}
		if diff := cmp.Diff(map[string]int64{subID(1): int64(adopter)}, owners(t, l, subID(1))); diff != "" {
			t.Error(diff)
		}
	}
}

// TestAnsweredIDStays: what an answer named is a candidate before any lookup.
func TestAnsweredIDStays(t *testing.T) {
	l := quick(t, t.TempDir(), Options{})
	ref := bring(t, l, 1, Sending)
	ok(t, l.Doubt(t.Context(), ref, end, "id_already_bound", "other"))
	attempts, err := l.Attempts(t.Context(), ref.Record)
	ok(t, err)
	if !slices.Equal(attempts[0].Candidates, []string{"other"}) {
		t.Errorf("the candidates are %q", attempts[0].Candidates)
	}
}

// TestClash finds another record by its folded key and its userid, whether it is
// listed yet or not and whether they are its key, but no rejected one and not the
// record itself.
func TestClash(t *testing.T) {
	dir := t.TempDir()
	l := quick(t, dir, Options{})
	bring(t, l, 1, Done)
	bring(t, l, 2, Rejected)
	in := sampleIntent(l, 3)
	in.Prints.Folded, in.Prints.UserID = in.Prints.Key, in.Prints.Key
	_, err := l.Intend(t.Context(), New, in)
	ok(t, err)
	t.Run("waiting", func(t *testing.T) { checkClash(t, l) })
	ok(t, l.Close())
	t.Run("listed", func(t *testing.T) { checkClash(t, quick(t, dir, Options{})) })
}

func checkClash(t *testing.T, l *Ledger) {
	p1, p2, p3 := sampleIntent(l, 1).Prints, sampleIntent(l, 2).Prints, sampleIntent(l, 3).Prints
	other := l.Print("key", "other")
	for name, c := range map[string]struct {
		p    Prints
		want int64
	}{
		"folded":          {Prints{Key: other, Folded: p1.Folded}, 1},
		"userid":          {Prints{Key: other, UserID: p1.UserID}, 1},
		"folded is a key": {Prints{Key: other, Folded: p3.Key}, 3},
		"userid is a key": {Prints{Key: other, UserID: p3.Key}, 3},
		"only its key":    {Prints{Key: other, Folded: p1.Key, UserID: p1.Key}, 0},
		"itself":          {p1, 0},
		"rejected":        {Prints{Key: other, Folded: p2.Folded, UserID: p2.UserID}, 0},
		"neither":         {Prints{Key: other}, 0},
	} {
		r, err := l.Clash(t.Context(), c.p)
		if err != nil || r.ID != c.want {
			t.Errorf("%s: record %d, %v; want %d", name, r.ID, err, c.want)
		}
		if name == "itself" || c.want == 0 && l.Epoch() == 1 {
			continue // what does not clash is stored, once
		}
		in := sampleIntent(l, 1)
		in.Prints = c.p
		in.Prints.Key = l.Print("key", name)
		if _, err := l.Intend(t.Context(), New, in); errors.Is(err, ErrClash) != (c.want != 0) {
			t.Errorf("%s: Intend says %v", name, err)
		}
	}
}

// TestRivals lists open attempts of other records with the same lookup value.
func TestRivals(t *testing.T) {
	l := quick(t, t.TempDir(), Options{})
	same := l.Print("lookup", "shared")
	var refs []Ref
	for i := range 4 {
		in := sampleIntent(l, i)
		in.Attempt.LookupMAC = same
		ref, err := l.Intend(t.Context(), New, in)
		ok(t, err)
		refs = append(refs, ref)
	}
	ok(t, l.Doubt(t.Context(), refs[1], end, "timeout"))
	ok(t, l.Post(t.Context(), refs[2], "x", ByAnswer, end, nil, nil))
	ok(t, l.Refuse(t.Context(), refs[3], end))
	rivals, err := l.Rivals(t.Context(), same, refs[0].Record)
	ok(t, err)
	ok(t, l.Absent(t.Context(), refs[1]))
	if left, err := l.Rivals(t.Context(), same, refs[0].Record); err != nil || len(left) != 0 {
		t.Errorf("rivals that are settled: %+v, %v", left, err)
	}
	if len(rivals) != 1 || rivals[0].Attempt.Record != refs[1].Record || rivals[0].State != Doubt || rivals[0].Prints != sampleIntent(l, 1).Prints {
		t.Errorf("rivals: %+v", rivals)
	}
}

// TestAgain reopens a ledger: what was sending is in doubt, counts are kept,
// and rejects that nobody saw again are stale.
func TestAgain(t *testing.T) {
	dir := t.TempDir()
	l := quick(t, dir, Options{})
	bring(t, l, 1, Sending)
	bring(t, l, 2, Rejected)
	bring(t, l, 3, Rejected)
	bring(t, l, 4, Posted)
	absent := bring(t, l, 5, Absent)
	l.CountCalls("2026-11-22", 5)
	l.CountCalls("2026-11-22", 2)
	ok(t, l.SetMeta(t.Context(), "target", "x"))
	ok(t, l.Close())

	aside := quick(t, dir, Options{Aside: true})
	if aside.Epoch() != 1 {
		t.Errorf("a process aside is epoch %d", aside.Epoch())
	}
	ok(t, aside.Close())

	l = quick(t, dir, Options{})
	if l.Epoch() != 2 || l.Cautious() || len(l.Notes()) != 0 {
		t.Errorf("epoch %d, cautious %v, notes %v", l.Epoch(), l.Cautious(), l.Notes())
	}
	if r := find(t, l, 1); r.State != Doubt || r.Reason != reasonKilled {
		t.Errorf("sending became %s (%s)", r.State, r.Reason)
	}
	ok(t, doReject(t.Context(), l, 3, new(Ref)))
	again := intend(t, l, Absent, 5)
	if again != (Ref{absent.Record, 2}) {
		t.Errorf("second attempt: %+v", again)
	}
	if n, err := l.Calls(t.Context(), "2026-11-22"); err != nil || n != 7 {
		t.Errorf("calls: %d, %v", n, err)
	}
	got, err := l.Summary(t.Context())
	ok(t, err)
	got.CallsToday = 0
	want := Summary{
		ByState:  map[State]int64{Doubt: 1, Rejected: 2, Posted: 1, Sending: 1},
		AuditDue: 1, StaleRejects: 1, ImagesOpen: 1, Epoch: 2,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	due, err := l.AuditDue(t.Context())
	if err != nil || len(due) != 1 || due[0].ID != absent.Record {
		t.Errorf("audit due: %+v, %v", due, err)
	}
	if v, err := l.Meta(t.Context(), "target"); err != nil || v != "x" {
		t.Errorf("meta: %q, %v", v, err)
	}
}

// TestReject changes neither what is open nor what was settled.
func TestReject(t *testing.T) {
	l := quick(t, t.TempDir(), Options{})
	for i, s := range []State{Sending, Doubt, Posted, Done, Incomplete, Refused, Absent, Abandoned} {
		bring(t, l, i, s)
		bring(t, l, i, Rejected)
		if r := find(t, l, i); r.State != s {
			t.Errorf("%s became %s", s, r.State)
		}
	}
	for i, s := range []State{Unsent, Rejected} {
		bring(t, l, 20+i, s)
		bring(t, l, 20+i, Rejected)
		if r := find(t, l, 20+i); r.State != Rejected || r.Reason != "required_missing" {
			t.Errorf("%s became %s (%s)", s, r.State, r.Reason)
		}
	}
}

// TestImages keeps one line for each kind of picture.
func TestImages(t *testing.T) {
	l := quick(t, t.TempDir(), Options{})
	ref := bring(t, l, 1, Posted)
	want := []Image{
		{Kind: kyc.IDImage, Digest: l.Print("image", "a"), State: ImageSending, At: noon},
		{Kind: kyc.SelfieImage, Digest: l.Print("image", "b"), State: ImageFailed, Reason: "too_large"},
	}
	ok(t, l.PutImages(t.Context(), ref.Record, want))
	got, err := l.Images(t.Context(), ref.Record)
	ok(t, err)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if err := l.PutImages(t.Context(), bring(t, l, 2, Doubt).Record, want); !errors.Is(err, ErrConflict) {
		t.Errorf("pictures without proof: %v", err)
	}
}

// TestImagesPut counts what is put, and nothing else, of many records at once.
func TestImagesPut(t *testing.T) {
	l := quick(t, t.TempDir(), Options{})
	records := make([]int64, 0, 2*findBatch+2)
	for i := range 2 * findBatch {
		records = append(records, int64(1000+i)) // not there
	}
	for i, images := range [][]Image{
		{{Kind: kyc.IDImage, State: ImageDone}, {Kind: kyc.SelfieImage, State: ImageDone}},
		{{Kind: kyc.IDImage, State: ImageFailed}, {Kind: kyc.SelfieImage, State: ImageSending}},
	} {
		ref := bring(t, l, i, Posted)
		ok(t, l.PutImages(t.Context(), ref.Record, images))
		records = append(records, ref.Record)
	}
	got, err := l.ImagesPut(t.Context(), records)
	ok(t, err)
	if diff := cmp.Diff(map[int64]int{records[2*findBatch]: 2}, got); diff != "" {
		t.Error(diff)
	}
}

// TestReaderLeavesNoCheck: the whole ledger is checked after a process that was
// killed, and not after one that only read.
func TestReaderLeavesNoCheck(t *testing.T) {
	checks := 0
	count := Options{hook: func(step string) error {
		if step == "check" {
			checks++
		}
		return nil
	}}
	dir := used(t)
	r := quick(t, dir, Options{ReadOnly: true})
	find(t, r, 1)
	ok(t, r.Close())
	l := quick(t, dir, count)
	bring(t, l, 2, Done)
	if checks != 0 {
		t.Error("the ledger was checked whole after a reader")
	}
	killed := filepath.Join(t.TempDir(), "copy")
	copyDir(t, dir, killed)
	ok(t, l.Close())
	count.Recover = true // it is a copy
	ok(t, quick(t, killed, count).Close())
	if checks != 1 {
		t.Errorf("the ledger was checked whole %d times after a kill, want once", checks)
	}
}

// TestReadOnly reads beside a run, changes nothing and creates nothing.
func TestReadOnly(t *testing.T) {
	dir := t.TempDir()
	if _, err := Open(t.Context(), dir, Options{ReadOnly: true}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("an empty directory: %v", err)
	}
	if names, _ := os.ReadDir(dir); len(names) != 0 {
		t.Errorf("reading created %v", names)
	}
	l := quick(t, dir, Options{})
	bring(t, l, 1, Doubt)
	r := quick(t, dir, Options{ReadOnly: true})
	bring(t, l, 2, Done)
	n := 0
	ok(t, r.Each(t.Context(), func(Record) error { n++; return nil }))
	if n != 2 || r.Epoch() != 1 {
		t.Errorf("read %d records of epoch %d", n, r.Epoch())
	}
	if _, err := r.Intend(t.Context(), New, sampleIntent(r, 3)); !errors.Is(err, ErrClosed) {
		t.Errorf("a change: %v", err)
	}
	ok(t, l.Close())
	r2 := quick(t, dir, Options{ReadOnly: true})
	if find(t, r2, 2).State != Done {
		t.Error("after the run its records are not there")
	}
}

// TestClosed refuses everything after Close, and closes twice without harm.
func TestClosed(t *testing.T) {
	l := quick(t, t.TempDir(), Options{})
	ref := intend(t, l, New, 1)
	ok(t, l.Close())
	ok(t, l.Close())
	if err := l.Doubt(t.Context(), ref, end, "x"); !errors.Is(err, ErrClosed) {
		t.Errorf("write: %v", err)
	}
	if _, err := l.Find(t.Context(), nil); !errors.Is(err, ErrClosed) {
		t.Errorf("read: %v", err)
	}
}

// TestCancelled makes no new intent, but keeps outcomes.
func TestCancelled(t *testing.T) {
	l := quick(t, t.TempDir(), Options{})
	ref := intend(t, l, New, 1)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := l.Intend(ctx, New, sampleIntent(l, 2)); !errors.Is(err, context.Canceled) {
		t.Errorf("intend: %v", err)
	}
	ok(t, l.Post(ctx, ref, "id", ByAnswer, end, nil, nil))
}

// TestModes keeps other users out.
func TestModes(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "runs", "a?b#c%20 d")
	l := quick(t, dir, Options{})
	intend(t, l, New, 1)
	st, err := os.Stat(dir)
	ok(t, err)
	if st.Mode().Perm() != 0o700 {
		t.Errorf("directory: %v", st.Mode())
	}
	files, err := os.ReadDir(dir)
	ok(t, err)
	names := []string{}
	for _, f := range files {
		i, err := f.Info()
		ok(t, err)
		if i.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v", f.Name(), i.Mode())
		}
		names = append(names, f.Name())
	}
	want := []string{"ledger.db", "ledger.db-shm", "ledger.db-wal", "ledger.mark", "lock", "rescue.log", "reserve", "secret.key"}
	if diff := cmp.Diff(want, names); diff != "" {
		t.Error(diff)
	}
}

// TestTidy empties the WAL behind the next commit, and loses nothing.
func TestTidy(t *testing.T) {
	dir := t.TempDir()
	l := quick(t, dir, Options{})
	wal := func() int64 {
		st, err := os.Stat(filepath.Join(dir, "ledger.db-wal"))
		ok(t, err)
		return st.Size()
	}
	first := intend(t, l, New, 1)
	l.Tidy()
	second := intend(t, l, New, 2)
	for try := 0; wal() > 0; try++ { // the caller is answered first
		if try == 500 {
			t.Fatalf("%d bytes are left in the WAL", wal())
		}
		time.Sleep(10 * time.Millisecond)
	}
	third := intend(t, l, New, 3)
	if wal() == 0 {
		t.Error("the WAL is emptied behind every commit")
	}
	for i, ref := range []Ref{first, second, third} {
		if r := find(t, l, i+1); r.State != Sending || r.ID != ref.Record {
			t.Errorf("record %d: %+v", i+1, r)
		}
	}
}

// TestPrint separates domains and parts.
func TestPrint(t *testing.T) {
	p := newPrinter([]byte("secret"))
	seen := map[MAC]string{}
	for name, m := range map[string]MAC{
		"a,b":      p.print("key", []string{"a,b"}),
		"a and b":  p.print("key", []string{"a", "b"}),
		"ab":       p.print("key", []string{"ab"}),
		"ab, none": p.print("key", []string{"ab", ""}),
		"none, ab": p.print("key", []string{"", "ab"}),
		"domain":   p.print("keya", []string{"b"}),
		"secret":   newPrinter([]byte("other")).print("key", []string{"ab"}),
	} {
		if old, there := seen[m]; there || m.IsZero() {
			t.Errorf("%s and %s make %x", name, old, m)
		}
		seen[m] = name
	}
	if m := p.print("key", []string{"", ""}); !m.IsZero() {
		t.Errorf("nothing makes %x", m)
	}
}

// TestViews shows an operator what is there.
func TestViews(t *testing.T) {
	dir := t.TempDir()
	l := quick(t, dir, Options{})
	bring(t, l, 1, Doubt)
	err := l.read(t.Context(), func(c *sqlite.Conn) error {
		line, err := c.Text("SELECT record || ' ' || state || ' ' || reason || ' ' || file || ' ' || row || ' ' || last_sent || ' ' || http_status FROM records")
		if want := sampleKeyHex(l, 1) + " doubt timeout customers.csv 1 2026-11-22 12:00:00 504"; line != want {
			t.Errorf("records: %q, want %q", line, want)
		}
		if err != nil {
			return err
		}
		n, err := c.Number("SELECT records FROM status WHERE state = 'doubt'")
		if n != 1 {
			t.Errorf("status: %d in doubt", n)
		}
		return err
	})
	ok(t, err)
}

// TestIntentsNeedNoTemporaryTable reads SQLite's programs for the statements that
// each record needs: a table opened and dropped for each would cost more than the
// record itself.
func TestIntentsNeedNoTemporaryTable(t *testing.T) {
	l := quick(t, t.TempDir(), Options{})
	c := l.writer.c
	for _, sql := range []string{firstAttemptSQL, bindAnsweredSQL, listSQL[listBatch]} {
		steps := 0
		ok(t, c.Query("EXPLAIN "+sql, func(row []sqlite.Value) error {
			steps++
			if op := asText(row[1]); op == "OpenEphemeral" || op == "OpenAutoindex" {
				t.Errorf("%s in the program of %s", op, sql)
			}
			return nil
		}))
		if steps < 20 {
			t.Errorf("%d steps for %s", steps, sql)
		}
	}
}
