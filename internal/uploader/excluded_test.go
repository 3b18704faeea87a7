package uploader

import (
	"testing"

	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/kyc"
	"kycmigrate/internal/sandbox"
)

// Records that a rule of the mapping leaves out: never sent, and never hidden
// where they may be in ARGOS.

func leaveOut(p *person) { p.excluded = "closed_account" }

func TestExcludedIsNotSent(t *testing.T) {
	inBubble(t, "from the first run on, and sent once it is not excluded any more", func(t *testing.T) {
		w := newWorld(t, soon(), 3)
		w.withPictures(1)
		leaveOut(&w.people[1])
		r := w.run()
		w.want(r, map[kyc.Status]int{kyc.Created: 2, kyc.Excluded: 1})
		if o := r.of("K1"); o.SubmissionID != "" || len(o.Issues) != 0 || w.stored()["u-1"] != 0 {
			t.Errorf("it ended as %+v", o)
		}
		calls := w.mark()
		w.want(w.run(), map[kyc.Status]int{kyc.Already: 2, kyc.Excluded: 1})
		if w.mark() != calls {
			t.Error("calls were made for it")
		}
		w.people[1].excluded = ""
		w.want(w.run(), map[kyc.Status]int{kyc.Already: 2, kyc.Created: 1})
		w.exactlyOnce()
		w.picturesIn()
	})
	inBubble(t, "all of them: no call at all", func(t *testing.T) {
		w := newWorld(t, soon(), 3)
		for i := range w.people {
			leaveOut(&w.people[i])
		}
		w.want(w.run(), map[kyc.Status]int{kyc.Excluded: 3})
		if n := w.mark(); n != 0 {
			t.Errorf("%d calls were made", n)
		}
	})
	inBubble(t, "rejected before, and refused before", func(t *testing.T) {
		w := newWorld(t, soon(), 3)
		w.people[0].issues = []kyc.Issue{{Severity: kyc.Reject, Code: "required_missing"}}
		w.people[1].born = "no date"
		w.want(w.run(), map[kyc.Status]int{kyc.Created: 1, kyc.Rejected: 1, kyc.Refused: 1})
		since := w.mark()
		w.people[0].issues = nil
		leaveOut(&w.people[0])
		leaveOut(&w.people[1])
		w.want(w.run(), map[kyc.Status]int{kyc.Already: 1, kyc.Excluded: 2})
		if w.mark() != since {
			t.Error("calls were made for them")
		}
	})
	inBubble(t, "the earlier of two rows with one key", func(t *testing.T) {
		w := newWorld(t, soon(), 3)
		leaveOut(&w.people[0])
		w.people[2].key = w.people[0].key
		w.want(w.run(), map[kyc.Status]int{kyc.Excluded: 1, kyc.Created: 1, kyc.Rejected: 1})
	})
	inBubble(t, "the earlier of two rows with one key, and the later comes back alone", func(t *testing.T) {
		w := newWorld(t, soon(), 3)
		leaveOut(&w.people[0])
		w.people[2].key = w.people[0].key
		w.want(w.run(), map[kyc.Status]int{kyc.Excluded: 1, kyc.Created: 1, kyc.Rejected: 1})
		whole, calls := w.people, w.mark()
		w.people = []person{w.people[2]}
		w.people[0].returned = true
		r := w.run()
		w.want(r, map[kyc.Status]int{kyc.Rejected: 1})
		if o := r.outcomes.list[0]; !hasIssue(o, codeKeyConflict) {
			t.Errorf("it ended as %+v", o)
		}
		if w.mark() != calls {
			t.Error("calls were made for it")
		}
		w.people[0].key = "K9" // of its own
		w.want(w.run(), map[kyc.Status]int{kyc.Created: 1})
		w.people = whole
		w.people[0].excluded = ""
		w.want(w.run(), map[kyc.Status]int{kyc.Created: 1, kyc.Already: 1, kyc.Rejected: 1})
	})
	inBubble(t, "the earlier of two rows with one key, which is gone from the source", func(t *testing.T) {
		w := newWorld(t, soon(), 3)
		leaveOut(&w.people[0])
		w.people[2].key = w.people[0].key
		w.run()
		w.people = w.people[1:]
		w.want(w.run(), map[kyc.Status]int{kyc.Already: 1, kyc.Created: 1})
	})
	inBubble(t, "the later of two rows with one key", func(t *testing.T) {
		w := newWorld(t, soon(), 3)
		leaveOut(&w.people[2])
		w.people[2].key = w.people[0].key
		w.want(w.run(), map[kyc.Status]int{kyc.Excluded: 1, kyc.Created: 2})
	})
}

// What is in ARGOS already is said to be there, whatever the row looks like
// now, and gets no picture any more.
func TestExcludedAfterItWasSent(t *testing.T) {
	inBubble(t, "done", func(t *testing.T) {
		w := newWorld(t, soon(), 3)
		w.withPictures(1)
		w.allCreated()
		calls := w.mark()
		leaveOut(&w.people[1])
		w.people[1].name, w.people[1].email = "ERASED", ""
		r := w.run()
		w.want(r, map[kyc.Status]int{kyc.Already: 3})
		if o := r.of("K1"); o.SubmissionID == "" || o.Changed || !hasIssue(o, codeExcluded) || o.Issues[0].Severity != kyc.Warn {
			t.Errorf("it ended as %+v", o)
		}
		if w.mark() != calls {
			t.Error("calls were made for it")
		}
	})
	inBubble(t, "done, and deleted in ARGOS since: no control is lost by it", func(t *testing.T) {
		w := newWorld(t, soon(), 3)
		all := w.people
		w.people = all[:2]
		w.allCreated()
		for i := range w.people {
			leaveOut(&w.people[i])
		}
		for _, s := range w.sb.Submissions() {
			w.remove(s.ID)
		}
		w.people = all
		w.fault("post:drop-before=#1")
		w.want(w.run(), map[kyc.Status]int{kyc.Already: 2, kyc.Created: 1})
	})
	inBubble(t, "a picture is missing", func(t *testing.T) {
		w := newWorld(t, soon(), 2)
		w.withPictures(1)
		w.fault("put:500")
		w.want(w.run(), map[kyc.Status]int{kyc.Incomplete: 2})
		w.fault()
		leaveOut(&w.people[1])
		since := w.mark()
		r := w.run()
		w.want(r, map[kyc.Status]int{kyc.Created: 1, kyc.Incomplete: 1})
		if n := w.sent(sandbox.EndpointPut, since); n != 1 || !hasIssue(r.of("K1"), codeExcluded) {
			t.Errorf("%d PUTs, issues %+v", n, r.of("K1").Issues)
		}
		if o := w.dryRun(1); o.Status != kyc.Incomplete || !hasIssue(&o, codeExcluded) {
			t.Errorf("a dry run says %v %+v", o.Status, o.Issues)
		}
	})
}

// dryRun is what a dry run says of one person.
func (w *world) dryRun(i int) kyc.Outcome {
	w.t.Helper()
	ledger, err := checkpoint.Open(w.t.Context(), w.dir, w.ledger)
	if err != nil {
		w.t.Fatal(err)
	}
	defer ledger.Close()
	recs := []*kyc.Record{w.people[i].record(int64(i))}
	outs := make([]kyc.Outcome, len(recs))
	if err := NewDryRun(ledger, false, nil).Judge(w.t.Context(), recs, outs); err != nil {
		w.t.Fatal(err)
	}
	return outs[0]
}

// A record in doubt is resolved, and never posted again.
func TestExcludedWhileInDoubt(t *testing.T) {
	for name, stored := range map[string]bool{"ARGOS has it": true, "ARGOS does not have it": false} {
		inBubble(t, name, func(t *testing.T) {
			w := leftOpen(t, stored)
			leaveOut(&w.people[0])
			before, since := w.people[0], w.mark()
			if o := w.dryRun(0); o.Status != kyc.Excluded {
				t.Errorf("a dry run says %v", o.Status)
			}
			r := w.run()
			o := r.of(before.key)
			want, copies := kyc.Excluded, 0
			if stored {
				want, copies = kyc.Incomplete, 1
			}
			if r.err != nil || o.Status != want || hasIssue(o, codeExcluded) != stored || (o.SubmissionID != "") != stored {
				t.Errorf("ended %v %+v, want %v; error %v\n%s", o.Status, o.Issues, want, r.err, w.log.lines.String())
			}
			if n := w.stored()[before.userid]; n != copies {
				t.Errorf("%d submissions in the end, want %d", n, copies)
			}
			if w.sent(sandbox.EndpointGet, since) == 0 {
				t.Error("nobody looked it up")
			}
			again := w.run()
			if o := again.of(before.key); o.Status != want || again.calls != 0 {
				t.Errorf("the run after: %v after %d calls", o.Status, again.calls)
			}
			w.people = w.people[1:]
			w.exactlyOnce()
		})
	}
	inBubble(t, "nobody can say", func(t *testing.T) {
		w := leftOpen(t, true)
		leaveOut(&w.people[0])
		w.people[0].userid = ""
		r := w.run()
		w.want(r, map[kyc.Status]int{kyc.InDoubt: 1, kyc.Created: 1})
	})
}

// A run that ends early says of an excluded record what it would have said.
func TestExcludedWhenTheRunEnds(t *testing.T) {
	inBubble(t, "finish", func(t *testing.T) {
		w := newWorld(t, soon(), 1)
		leaveOut(&w.people[0])
		rec := w.people[0].record(0)
		out := (&Uploader{}).finish(&work{subject: subject{rec: rec}})
		if out.Status != kyc.Excluded {
			t.Errorf("ended %v", out.Status)
		}
	})
}
