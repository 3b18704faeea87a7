package uploader

import (
	"fmt"
	"testing"
	"time"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/sandbox"
)

// without is people before their pictures came.
func without(people []person, front, selfie bool) []person {
	earlier := make([]person, len(people))
	for i, p := range people {
		if front {
			p.front = ""
		}
		if selfie {
			p.selfie = ""
		}
		earlier[i] = p
	}
	return earlier
}

// TestPictureComesLater: what came after its record was complete is put, once, and told of.
func TestPictureComesLater(t *testing.T) {
	cases := map[string]struct{ front, selfie bool }{"both": {true, true}, "the second": {false, true}, "the first": {true, false}}
	for name, c := range cases {
		inBubble(t, name, func(t *testing.T) {
			w := newWorld(t, soon(), 5)
			w.withPictures(2)
			people := w.people
			w.people = without(people, c.front, c.selfie)
			w.allCreated()
			w.people = people[:4]
			if out := w.dryRun(0); out.Status != kyc.Ready || !hasIssue(&out, codePictureLate) {
				t.Errorf("a dry run says %s, issues %+v", out.Status, out.Issues)
			}
			since := w.mark()
			r := w.run()
			w.want(r, map[kyc.Status]int{kyc.Updated: 4})
			late := map[bool]int{true: 2, false: 1}[c.front && c.selfie]
			if o := r.of("K0"); o.Images != late || o.Held != 2 || hasIssue(o, codePictureLate) || o.Changed {
				t.Errorf("put %d, held %d, issues %+v", o.Images, o.Held, o.Issues)
			}
			if posts, puts := w.sent(sandbox.EndpointPost, since), w.sent(sandbox.EndpointPut, since); posts != 0 || puts != 4 {
				t.Errorf("%d POSTs, %d PUTs", posts, puts)
			}
			w.people = people
			w.want(w.run(), map[kyc.Status]int{kyc.Already: 4, kyc.Updated: 1})
			w.exactlyOnce()
			w.picturesIn()
			if r := w.run(); r.calls != 0 || r.count(kyc.Already) != 5 {
				t.Errorf("again: %d calls, %d already", r.calls, r.count(kyc.Already))
			}
			for _, s := range w.sb.Submissions() {
				for kind, image := range s.Images {
					if image.Puts != 1 {
						t.Errorf("%s was put %d times", kind, image.Puts)
					}
				}
			}
		})
	}
}

// TestPictureComesLaterAndTheRunEnds: whatever ends the run that puts it, the next one does.
func TestPictureComesLaterAndTheRunEnds(t *testing.T) {
	for _, at := range []string{"before PUT", "after PUT"} {
		inBubble(t, "killed "+at, func(t *testing.T) {
			w := newWorld(t, soon(), 3)
			w.withPictures(1)
			people := w.people
			w.people = without(people, true, true)
			w.allCreated()
			w.people = people
			w.killedAt(at, 2)
			r := w.run()
			if r.err != nil || r.count(kyc.Already)+r.count(kyc.Updated) != 3 || r.count(kyc.Updated) == 0 {
				t.Errorf("%v, %d already, %d updated", r.err, r.count(kyc.Already), r.count(kyc.Updated))
			}
			w.exactlyOnce()
			w.picturesIn()
		})
	}
	inBubble(t, "interrupted", func(t *testing.T) {
		w := newWorld(t, soon(), 3)
		w.withPictures(1)
		people := w.people
		w.people = without(people, true, true)
		w.allCreated()
		w.people = people
		w.fault("put:503")
		r := w.runUntil(3 * time.Second)
		w.fault()
		if r.count(kyc.Already) != 3 || !hasIssue(r.of("K1"), codePictureLate) {
			t.Errorf("%d already, issues %+v", r.count(kyc.Already), r.of("K1").Issues)
		}
		w.want(w.run(), map[kyc.Status]int{kyc.Updated: 3})
		w.picturesIn()
	})
	inBubble(t, "refused", func(t *testing.T) {
		w := newWorld(t, sandbox.Config{Latency: quick, MaxBody: 30_000}, 2)
		w.withPictures(1)
		people := w.people
		w.people = without(people, true, true)
		w.allCreated()
		w.people = people
		w.files[people[0].front] = append(jpeg("big"), make([]byte, 40_000)...)
		for range 2 {
			r := w.run()
			if o := r.of("K0"); o.Status != kyc.Incomplete || !hasIssue(o, codeImageRefused) || r.of("K1").Status == kyc.Incomplete {
				t.Errorf("%s, issues %+v", o.Status, o.Issues)
			}
		}
		w.files[people[0].front] = jpeg("smaller")
		w.run()
		w.exactlyOnce()
		w.picturesIn()
	})
}

// TestPictureComesLaterToARowThatIsNone: a row that is held back, or is somebody else's by
// now, brings no picture.
func TestPictureComesLaterToARowThatIsNone(t *testing.T) {
	edits := map[string]struct {
		edit func(p *person)
		want kyc.Status
	}{
		"rejected":      {func(p *person) { p.issues = []kyc.Issue{{Severity: kyc.Reject, Code: "invalid_email"}} }, kyc.Already},
		"excluded":      {func(p *person) { p.excluded = "closed" }, kyc.Already},
		"another":       {func(p *person) { p.name = "Somebody Else" }, kyc.Rejected},
		"differs":       {func(p *person) { p.email = "new@example.org" }, kyc.Updated},
		"nothing is so": {func(*person) {}, kyc.Updated},
	}
	for name, c := range edits {
		inBubble(t, name, func(t *testing.T) {
			w := newWorld(t, soon(), 1)
			w.withPictures(1)
			people := w.people
			w.people = without(people, true, true)
			w.allCreated()
			w.people = people
			c.edit(&w.people[0])
			r := w.run()
			o := r.of("K0")
			w.want(r, map[kyc.Status]int{c.want: 1})
			puts := w.sent(sandbox.EndpointPut, 0)
			if (puts == 1) != (c.want == kyc.Updated) || puts > 1 || o.Changed != (name == "differs") {
				t.Errorf("%s: %d PUTs, changed %v, %s", name, puts, o.Changed, fmt.Sprint(o.Issues))
			}
		})
	}
}
