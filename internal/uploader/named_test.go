package uploader

import (
	"testing"
	"time"

	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/kyc"
	"kycmigrate/internal/sandbox"
)

// inDoubt is a world in which u-2 is in doubt over an outsider that could be it.
func inDoubt(t *testing.T) (w *world, outsider string) {
	w = newWorld(t, soon(), 4)
	w.withPictures(1)
	outsider = w.plant(map[string]string{"userid": "u-2", "email": "p2@example.org", "fullName": "Person 2", "birthDate": "1952-03-04", "kycStatus": "approved"}, 24*time.Hour, false)
	w.edit = func(c *Config) { c.LookFirst = true }
	w.want(w.run(), map[kyc.Status]int{kyc.Created: 3, kyc.InDoubt: 1})
	w.edit = nil
	return w, outsider
}

// TestNamedByOperator: what a person names counts once ARGOS was seen to have
// it (O8).
func TestNamedByOperator(t *testing.T) {
	inBubble(t, "it is there", func(t *testing.T) {
		w, id := inDoubt(t)
		if err := w.decide("K2", checkpoint.DecideAdopt, id); err != nil {
			t.Fatal(err)
		}
		if e := w.entry("K2"); e.State != checkpoint.Posted {
			t.Errorf("decided, and not seen: %s", e.State)
		}
		r := w.run()
		w.allOf(r, 4)
		if r.of("K2").SubmissionID != id || w.entry("K2").State != checkpoint.Done {
			t.Errorf("K2 ended %+v", r.of("K2"))
		}
		if again := w.run(); again.calls != 0 {
			t.Errorf("%d calls in a run with nothing to do", again.calls)
		}
	})
	inBubble(t, "it is not", func(t *testing.T) {
		w, _ := inDoubt(t)
		posts := w.sent(sandbox.EndpointPost, 0)
		if err := w.decide("K2", checkpoint.DecideAdopt, "mistyped"); err != nil {
			t.Fatal(err)
		}
		for range 2 {
			r := w.run()
			w.want(r, map[kyc.Status]int{kyc.Already: 3, kyc.InDoubt: 1})
			if o := r.of("K2"); reasonOf(o) != reasonOperatorUnknown || o.SubmissionID != "" {
				t.Errorf("K2 ended %v, %+v", o.Status, o.Doubt)
			}
		}
		if n := w.sent(sandbox.EndpointPost, 0) - posts; n != 0 || w.sent(sandbox.EndpointPut, 0) != 3 {
			t.Errorf("%d POSTs, or a picture put, on a mistyped id", n)
		}
		if err := w.decide("K2", checkpoint.DecideSkip, ""); err != nil {
			t.Fatal(err)
		}
		w.want(w.run(), map[kyc.Status]int{kyc.Already: 3, kyc.Excluded: 1})
	})
	inBubble(t, "it carries another record's mark", func(t *testing.T) {
		w := newWorld(t, soon(), 4)
		w.marker = kyc.CF1
		w.withPictures(1)
		w.fault("post:drop-after=#3-4")
		var open []string
		for _, o := range w.runUntil(2 * time.Second).list {
			if o.Status == kyc.InDoubt {
				open = append(open, o.Record.Key.Parts[0])
			}
		}
		if len(open) != 2 {
			t.Fatalf("in doubt: %v", open)
		}
		w.fault()
		mistaken, owner := open[0], open[1]
		theirs := w.idsOf("u-" + owner[1:])[0]
		if err := w.decide(mistaken, checkpoint.DecideAdopt, theirs); err != nil {
			t.Fatal(err)
		}
		posts := w.sent(sandbox.EndpointPost, 0)
		for range 2 {
			r := w.run()
			if o := r.of(mistaken); o.SubmissionID == theirs {
				t.Errorf("%s ended %v with the submission of %s", mistaken, o.Status, owner)
			}
		}
		for _, sub := range w.sb.Submissions() {
			if sub.ID == theirs && len(sub.Images) > 0 && w.entry(owner).SubmissionID != theirs {
				t.Error("pictures were put to the submission that was named by mistake")
			}
		}
		if n := w.sent(sandbox.EndpointPost, 0) - posts; n != 0 {
			t.Errorf("%d POSTs of what is there", n)
		}
		for _, key := range open {
			if e := w.entry(key); e.State.Open() {
				if err := w.decide(key, checkpoint.DecideAdopt, w.idsOf("u-" + key[1:])[0]); err != nil {
					t.Fatal(err)
				}
			}
		}
		w.allOf(w.run(), 4)
		w.exactlyOnce()
	})
	inBubble(t, "nobody can say", func(t *testing.T) {
		w, id := inDoubt(t)
		if err := w.decide("K2", checkpoint.DecideAdopt, id); err != nil {
			t.Fatal(err)
		}
		w.fault("get:500=#2-30")
		r := w.run()
		w.want(r, map[kyc.Status]int{kyc.Already: 3, kyc.Incomplete: 1})
		if !hasIssue(r.of("K2"), codeUnseen) {
			t.Errorf("K2 ended with %+v", r.of("K2").Issues)
		}
		w.fault()
		w.allOf(w.run(), 4)
	})
	inBubble(t, "its row is invalid today", func(t *testing.T) {
		w, _ := inDoubt(t)
		if err := w.decide("K2", checkpoint.DecideAdopt, "mistyped"); err != nil {
			t.Fatal(err)
		}
		w.people[2].issues = []kyc.Issue{{Severity: kyc.Reject, Code: "email_invalid"}}
		if o := w.run().of("K2"); reasonOf(o) != reasonOperatorUnknown {
			t.Errorf("K2 ended %v, %+v", o.Status, o.Doubt)
		}
	})
}
