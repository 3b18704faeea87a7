package checkpoint

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// model is the ledger as a plain map: what TestModel holds the real one
// against.
type model struct {
	records map[int]*modelRecord
	owners  map[string]int
}

type modelRecord struct {
	state    State
	id       string
	proof    Proof
	attempts int
	audit    bool
	doubled  bool
	reason   string
}

func (m *model) get(i int) modelRecord {
	if r := m.records[i]; r != nil {
		return *r
	}
	return modelRecord{}
}

// move applies a change that needs one of the states from and, where ref is
// meant, the last attempt.
func (m *model) move(i, attempt int, from []State, do func(r *modelRecord)) error {
	r := m.records[i]
	if r == nil || r.attempts != attempt || !slices.Contains(from, r.state) {
		return ErrConflict
	}
	do(r)
	return nil
}

func (m *model) owned(i int, ids ...string) bool {
	return slices.ContainsFunc(ids, func(id string) bool {
		o, there := m.owners[id]
		return there && o != i
	})
}

func (m *model) bind(i int, to State, proof Proof, ids ...string) func(r *modelRecord) {
	return func(r *modelRecord) {
		r.state, r.reason, r.id, r.proof = to, "", ids[0], proof
		r.doubled = r.doubled || len(ids) > 1
		for _, id := range ids {
			m.owners[id] = i
		}
	}
}

// hasOther reports that a record has a submission beside the one given.
func (m *model) hasOther(i int, id string) bool {
	for other, o := range m.owners {
		if o == i && other != id {
			return true
		}
	}
	return false
}

// TestModel makes random changes, with restarts, to the ledger and to the
// model, and compares the two.
func TestModel(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		dir := t.TempDir()
		run := &modelRun{rt: rt, model: model{records: map[int]*modelRecord{}, owners: map[string]int{}}}
		run.open(t, dir)
		defer func() { _ = run.l.Close() }()
		rt.Repeat(map[string]func(*rapid.T){
			"intend":  run.intend,
			"post":    run.post,
			"end":     run.end,
			"absent":  run.absent,
			"looked":  run.looked,
			"reject":  run.reject,
			"adopt":   run.adopt,
			"decide":  run.decide,
			"disown":  run.disown,
			"audited": run.audited,
			"restart": func(*rapid.T) { run.restart(t, dir) },
			"crash":   func(*rapid.T) { run.crash(t, dir) },
			"":        run.check,
		})
	})
}

type modelRun struct {
	model
	rt *rapid.T
	l  *Ledger
}

func (r *modelRun) open(t *testing.T, dir string) {
	l, err := Open(t.Context(), dir, Options{Unsynced: true})
	if err != nil {
		r.rt.Fatal(err)
	}
	r.l = l
}

func (r *modelRun) restart(t *testing.T, dir string) {
	if err := r.l.Close(); err != nil {
		r.rt.Fatal(err)
	}
	r.reopen(t, dir)
}

// reopen opens the ledger for another process.
func (r *modelRun) reopen(t *testing.T, dir string) {
	r.open(t, dir)
	for _, m := range r.records {
		if m.state == Sending {
			m.state, m.reason = Doubt, reasonKilled
		}
	}
}

// same holds that the ledger refused what the model refused.
func (r *modelRun) same(t *rapid.T, got, want error) {
	t.Helper()
	for _, e := range []error{ErrConflict, ErrBound} {
		if errors.Is(got, e) != errors.Is(want, e) {
			t.Fatalf("the ledger says %v, the model %v", got, want)
		}
	}
	if want == nil && got != nil {
		t.Fatal(got)
	}
}

var (
	someRecord  = rapid.IntRange(0, 4)
	someID      = rapid.SampledFrom([]string{"A", "B", "C", "D", "E", "F"})
	someIDs     = rapid.SliceOfNDistinct(someID, 1, 3, rapid.ID[string])
	someAttempt = rapid.IntRange(-1, 0) // added to the last one
	startable   = []State{New, Rejected, Refused, Unsent, Absent}
)

func (r *modelRun) pick(t *rapid.T) (i int, ref Ref) {
	i = someRecord.Draw(t, "record")
	ref = Ref{Record: int64(99), Attempt: r.get(i).attempts + someAttempt.Draw(t, "attempt")}
	if rec := r.read(t, i); rec.ID != 0 {
		ref.Record = rec.ID
	}
	return i, ref
}

func (r *modelRun) read(t *rapid.T, i int) Record {
	rs, err := r.l.Find(t.Context(), []MAC{sampleIntent(r.l, i).Prints.Key})
	if err != nil {
		t.Fatal(err)
	}
	return rs[0]
}

func (r *modelRun) intend(t *rapid.T) {
	i, from := someRecord.Draw(t, "record"), rapid.SampledFrom(startable).Draw(t, "from")
	_, err := r.l.Intend(t.Context(), from, sampleIntent(r.l, i))
	var want error
	if m := r.get(i); m.state != from {
		want = ErrConflict
	} else {
		r.records[i] = &modelRecord{
			state: Sending, attempts: m.attempts + 1, audit: m.audit || from == Absent, doubled: m.doubled,
		}
	}
	r.same(t, err, want)
}

func (r *modelRun) post(t *rapid.T) {
	i, ref := r.pick(t)
	ids := someIDs.Draw(t, "ids")
	var images []Image
	to := Done
	if rapid.Bool().Draw(t, "images") {
		to, images = Posted, []Image{{State: ImageWanted}}
	}
	err := r.l.Post(t.Context(), ref, ids[0], ByAnswer, end, images, ids[1:])
	if r.owned(i, ids...) {
		// Both refusals may be right; what counts is that nothing changed.
		if !errors.Is(err, ErrBound) && !errors.Is(err, ErrConflict) {
			t.Fatalf("an id of another record was bound: %v", err)
		}
		return
	}
	r.same(t, err, r.move(i, ref.Attempt, []State{Sending, Doubt}, r.bind(i, to, ByAnswer, ids...)))
}

func (r *modelRun) end(t *rapid.T) {
	i, ref := r.pick(t)
	to := rapid.SampledFrom([]State{Refused, Unsent, Doubt}).Draw(t, "to")
	var err error
	switch to {
	case Refused:
		err = r.l.Refuse(t.Context(), ref, end)
	case Unsent:
		err = r.l.Unsend(t.Context(), ref, end)
	default:
		err = r.l.Doubt(t.Context(), ref, end, end.Code)
	}
	r.same(t, err, r.move(i, ref.Attempt, []State{Sending}, func(m *modelRecord) { m.state, m.reason = to, end.Code }))
}

func (r *modelRun) absent(t *rapid.T) {
	i, ref := r.pick(t)
	r.same(t, r.l.Absent(t.Context(), ref),
		r.move(i, ref.Attempt, []State{Doubt}, func(m *modelRecord) { m.state, m.reason = Absent, "" }))
}

func (r *modelRun) looked(t *rapid.T) {
	i, ref := r.pick(t)
	r.same(t, r.l.Looked(t.Context(), ref, Maybe, []string{"x"}, "maybe"),
		r.move(i, ref.Attempt, []State{Doubt}, func(m *modelRecord) { m.reason = "maybe" }))
}

func (r *modelRun) reject(t *rapid.T) {
	i := someRecord.Draw(t, "record")
	in := sampleIntent(r.l, i)
	err := errors.Join(r.l.Reject(t.Context(), in.Prints, in.Origin, "bad"), r.l.SetMeta(t.Context(), "flush", ""))
	m := r.get(i)
	if slices.Contains([]State{New, Rejected, Unsent}, m.state) {
		m.state, m.reason = Rejected, "bad"
		r.records[i] = &m
	}
	r.same(t, err, nil)
}

func (r *modelRun) adopt(t *rapid.T) {
	i, from := someRecord.Draw(t, "record"), rapid.SampledFrom(startable).Draw(t, "from")
	ids := someIDs.Draw(t, "ids")
	in := sampleIntent(r.l, i)
	_, err := r.l.Adopt(t.Context(), from, in.Prints, in.Origin, ids[0], ByMarker, nil, ids[1:])
	m := r.get(i)
	switch {
	case m.state != from:
		r.same(t, err, ErrConflict)
	case r.owned(i, ids...):
		r.same(t, err, ErrBound)
	default:
		r.same(t, err, nil)
		r.bind(i, Done, ByMarker, ids...)(&m)
		r.records[i] = &m
	}
}

func (r *modelRun) decide(t *rapid.T) {
	i := someRecord.Draw(t, "record")
	d := rapid.SampledFrom([]Decision{DecideAdopt, DecideAbsent, DecideSkip}).Draw(t, "decision")
	id := ""
	if d == DecideAdopt {
		id = someID.Draw(t, "id")
	}
	err := r.l.Decide(t.Context(), sampleIntent(r.l, i).Prints.Key, d, id, "ops")
	m := r.get(i)
	switch {
	case m.state != Doubt:
		r.same(t, err, ErrConflict)
		return
	case d == DecideAdopt && r.owned(i, id) && r.records[r.owners[id]].state != Doubt:
		r.same(t, err, ErrBound)
		return
	case d == DecideAdopt:
		r.bind(i, Posted, ByOperator, id)(&m)
		m.audit = m.audit || r.hasOther(i, id)
	case d == DecideAbsent:
		m.reason = ReasonOperatorAbsent
	default:
		m.state, m.reason = Abandoned, ""
	}
	r.records[i] = &m
	r.same(t, err, nil)
}

func (r *modelRun) disown(t *rapid.T) {
	i, heir := someRecord.Draw(t, "record"), someRecord.Draw(t, "heir")
	id, proof := someID.Draw(t, "id"), rapid.SampledFrom([]Proof{ByAnswer, ByOperator}).Draw(t, "proof")
	if r.read(t, heir).ID == 0 || heir == i {
		return
	}
	err := r.l.Disown(t.Context(), r.read(t, i).ID, id, proof, "wrong", r.read(t, heir).ID)
	m := r.get(i)
	if m.id != id || m.proof != proof || m.attempts == 0 {
		r.same(t, err, ErrConflict)
		return
	}
	m.state, m.reason, m.id, m.proof = Doubt, "wrong", "", ""
	r.owners[id] = heir
	r.records[i] = &m
	r.same(t, err, nil)
}

func (r *modelRun) audited(t *rapid.T) {
	i, ref := r.pick(t)
	others := rapid.SliceOfNDistinct(someID, 0, 2, rapid.ID[string]).Draw(t, "others")
	err := r.l.Audited(t.Context(), ref.Record, others)
	m := r.get(i)
	others = slices.DeleteFunc(others, func(id string) bool { return id == m.id })
	switch {
	case m.state == New:
		r.same(t, err, ErrConflict)
	case r.owned(i, others...):
		r.same(t, err, ErrBound)
	default:
		r.same(t, err, nil)
		m.audit = false
		m.doubled = m.doubled || len(others) > 0
		for _, id := range others {
			r.owners[id] = i
		}
		r.records[i] = &m
	}
}

// check compares everything that can be read with the model.
func (r *modelRun) check(t *rapid.T) {
	open := int64(0)
	for i := range 5 {
		got, want := r.read(t, i), r.get(i)
		if got.ID == 0 && want.state == New {
			continue
		}
		have := modelRecord{got.State, got.SubmissionID, got.Proof, got.Attempts, got.AuditDue, got.Doubled, got.Reason}
		if have != want {
			t.Fatalf("record %d is %+v, the model says %+v", i, have, want)
		}
		if want.state.Open() {
			open++
		}
		r.checkAttempts(t, got)
	}
	if n, _ := r.l.OpenCount(t.Context()); n != open {
		t.Fatalf("%d are open, the model says %d", n, open)
	}
	r.checkOwners(t)
	checkFound(t, r.l)
}

// checkAttempts holds that attempts are numbered, and open only while the
// record is.
func (r *modelRun) checkAttempts(t *rapid.T, rec Record) {
	as, err := r.l.Attempts(t.Context(), rec.ID)
	if err != nil || len(as) != rec.Attempts {
		t.Fatalf("record %d has %d attempts of %d: %v", rec.ID, len(as), rec.Attempts, err)
	}
	for k, a := range as {
		if a.N != k+1 || (a.Closed && a.FieldMACs != nil) || (!a.Closed && !rec.State.Open()) {
			t.Fatalf("attempt %d of a record that is %s: %+v", k+1, rec.State, a)
		}
	}
	r.checkRivals(t, rec, as)
}

// checkRivals holds that the open attempts of a record, and no others, are found by
// the value that it would be looked up by: here each has its own.
func (r *modelRun) checkRivals(t *rapid.T, rec Record, as []Attempt) {
	as = slices.DeleteFunc(as, func(a Attempt) bool { return a.Closed })
	if len(as) == 0 {
		return
	}
	rivals, err := r.l.Rivals(t.Context(), as[0].LookupMAC, 0)
	if err != nil || len(rivals) != len(as) {
		t.Fatalf("record %d has %d open attempts, %d are found: %v", rec.ID, len(as), len(rivals), err)
	}
	for k := range rivals {
		if rivals[k].Attempt.N != as[k].N || rivals[k].Attempt.Record != rec.ID {
			t.Fatalf("attempt %+v is found as %+v", as[k], rivals[k].Attempt)
		}
	}
}

func (r *modelRun) checkOwners(t *rapid.T) {
	want := map[string]int64{}
	for id, i := range r.owners {
		want[id] = r.read(t, i).ID
	}
	found, err := r.l.Owners(t.Context(), []string{"A", "B", "C", "D", "E", "F"})
	got := map[string]int64{}
	for id, owner := range found {
		got[id] = owner.ID
	}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Fatal(fmt.Sprint(err, diff))
	}
}
