package uploader

import (
	"testing"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/sandbox"
)

// Records that ARGOS refused are not sent again unless something changed, or
// the operator asks for it.
func TestRefusedStaysRefused(t *testing.T) {
	cases := []struct {
		name     string
		pictures int
		edit     func(w *world)
		again    bool // posted again
	}{
		{"unchanged", 0, func(*world) {}, false},
		{"unchanged with pictures", 2, func(*world) {}, false},
		{"field changed", 0, func(w *world) { w.people[1].born = "1990-01-01" }, true},
		{"picture changed", 2, func(w *world) { w.files[w.people[1].front] = jpeg("other") }, true},
		{"picture added", 1, func(w *world) { w.people[1].selfie = w.people[0].front }, true},
		{"picture made invalid", 1, func(w *world) {
			w.people[1].issues = []kyc.Issue{{Severity: kyc.Reject, Code: "image_too_large"}}
		}, false},
		{"--retry-refused", 1, func(w *world) { w.edit = func(c *Config) { c.RetryRefused = true } }, true},
	}
	for _, c := range cases {
		inBubble(t, c.name, func(t *testing.T) {
			w := newWorld(t, soon(), 3)
			if c.pictures > 0 {
				w.withPictures(c.pictures)
			}
			w.people[1].born = "no date"
			r := w.run()
			w.want(r, map[kyc.Status]int{kyc.Created: 2, kyc.Refused: 1})
			if o := r.of("K1"); !hasIssue(o, "invalid_format") || o.Issues[len(o.Issues)-1].Field != "birthDate" {
				t.Errorf("the refusal is not told: %+v", o.Issues)
			}
			since := w.mark()
			c.edit(w)
			r = w.run()
			if n := w.sent(sandbox.EndpointPost, since); n != map[bool]int{true: 1}[c.again] {
				t.Errorf("%d POSTs, want again %v", n, c.again)
			}
			if !c.again && (r.of("K1").Status != kyc.Refused || r.calls != 0) {
				t.Errorf("the record ended %v after %d calls", r.of("K1").Status, r.calls)
			}
			w.never(c.name)
		})
	}
	inBubble(t, "mended", func(t *testing.T) {
		w := newWorld(t, soon(), 3)
		w.withPictures(2)
		good := w.people[1].born
		w.people[1].born = "no date"
		w.run()
		w.people[1].born = good
		w.want(w.run(), map[kyc.Status]int{kyc.Created: 1, kyc.Already: 2})
		w.exactlyOnce()
		w.picturesIn()
	})
}

// TestRejectedByUs: a record with a fault of its own is never sent, and is
// taken up once it is mended.
func TestRejectedByUs(t *testing.T) {
	inBubble(t, "rejected, mended", func(t *testing.T) {
		w := newWorld(t, soon(), 3)
		w.people[2].issues = []kyc.Issue{{Severity: kyc.Reject, Code: "required_missing"}}
		w.want(w.run(), map[kyc.Status]int{kyc.Created: 2, kyc.Rejected: 1})
		if n := w.stored()["u-2"]; n != 0 {
			t.Error("a rejected record was sent")
		}
		w.people[2].issues = nil
		w.want(w.run(), map[kyc.Status]int{kyc.Created: 1, kyc.Already: 2})
		w.exactlyOnce()
	})
	inBubble(t, "the same key twice", func(t *testing.T) {
		w := newWorld(t, soon(), 3)
		w.people[2].key = w.people[0].key
		w.want(w.run(), map[kyc.Status]int{kyc.Created: 2, kyc.Rejected: 1})
	})
}
