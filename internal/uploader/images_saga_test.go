package uploader

import (
	"context"
	"sync/atomic"
	"testing"
	"time"

	"kycmigrate/internal/argos"
	"kycmigrate/internal/kyc"
	"kycmigrate/internal/sandbox"
)

func TestPictureFaults(t *testing.T) {
	for _, fault := range []string{
		"put:500=#1,4", "put:502-after=#2,3", "put:drop-before=#1", "put:drop-after=#1-3", "put:drop-late=#2@20s", "put:processing_error=#1",
		"put:429=#1-5", "put:truncated=#1", "put:503=50%", "put:error-200=#2",
	} {
		inBubble(t, fault, func(t *testing.T) {
			w := newWorld(t, soon(), 6)
			w.withPictures(2)
			w.fault(fault)
			w.allCreated()
			w.picturesIn()
		})
	}
	inBubble(t, "too large together", func(t *testing.T) {
		w := newWorld(t, sandbox.Config{Latency: quick, MaxBody: 30_000}, 2)
		w.withPictures(2)
		for path := range w.files {
			w.files[path] = append(jpeg(path), make([]byte, 15_000)...)
		}
		w.allCreated()
		w.picturesIn()
		if n := w.sent(sandbox.EndpointPut, 0); n != 6 {
			t.Errorf("%d PUTs, want one refused and two single ones each", n)
		}
	})
	inBubble(t, "more than one call may carry", func(t *testing.T) {
		w := newWorld(t, soon(), 1)
		w.withPictures(2)
		for path := range w.files {
			w.files[path] = append(jpeg(path), make([]byte, 2_000_000)...)
		}
		w.allCreated()
		w.picturesIn()
		if n := w.sent(sandbox.EndpointPut, 0); n != 2 {
			t.Errorf("%d PUTs, want 2", n)
		}
	})
	inBubble(t, "one too large by itself", func(t *testing.T) {
		w := newWorld(t, sandbox.Config{Latency: quick, MaxBody: 30_000}, 2)
		w.withPictures(2)
		w.files[w.people[0].front] = append(jpeg("big"), make([]byte, 40_000)...)
		r := w.run()
		w.want(r, map[kyc.Status]int{kyc.Created: 1, kyc.Incomplete: 1})
		if o := r.of("K0"); !hasIssue(o, codeImageRefused) || o.Images != 1 {
			t.Errorf("%d pictures, issues %+v", o.Images, o.Issues)
		}
		w.exactlyOnce()
		since := w.mark()
		w.files[w.people[0].front] = jpeg("smaller")
		w.want(w.run(), map[kyc.Status]int{kyc.Created: 1, kyc.Already: 1})
		if n := w.sent(sandbox.EndpointPut, since); n != 1 {
			t.Errorf("%d PUTs, want only what was missing", n)
		}
		w.picturesIn()
		for _, s := range w.sb.Submissions() {
			if n := s.Images["selfieImage"].Puts; n != 1 {
				t.Errorf("a picture that was in was put %d times", n)
			}
		}
	})
	inBubble(t, "not readable yet", func(t *testing.T) {
		w := newWorld(t, sandbox.Config{Latency: quick, Lag: 8 * time.Second, LagByID: true}, 4)
		w.withPictures(1)
		w.allCreated()
		w.picturesIn()
	})
	inBubble(t, "never readable", func(t *testing.T) {
		w := newWorld(t, sandbox.Config{Latency: quick, Lag: 10 * time.Minute, LagByID: true}, 2)
		w.withPictures(2)
		w.want(w.run(), map[kyc.Status]int{kyc.Incomplete: 2})
		time.Sleep(15 * time.Minute)
		w.run()
		w.exactlyOnce()
		w.picturesIn()
	})
	inBubble(t, "a file is gone", func(t *testing.T) {
		w := newWorld(t, soon(), 2)
		w.withPictures(2)
		path := w.people[1].selfie
		delete(w.files, path)
		w.want(w.run(), map[kyc.Status]int{kyc.Created: 1, kyc.Incomplete: 1})
		w.files[path] = jpeg("back")
		w.want(w.run(), map[kyc.Status]int{kyc.Created: 1, kyc.Already: 1})
		w.picturesIn()
	})
}

// TestOtherPictureWaits: other bytes do not go while an earlier PUT of unknown
// outcome may still land (L2).
func TestOtherPictureWaits(t *testing.T) {
	for name, c := range map[string]struct {
		fault string
		spoil func(w *world)
	}{
		"killed after the PUT": {"put:drop-late=#1@40s", func(w *world) { w.killedAt("after PUT", 1) }},
		"given up":             {"put:502-late@44s", func(w *world) { w.want(w.run(), map[kyc.Status]int{kyc.Incomplete: 1}) }},
	} {
		for _, calls := range []int{1, 2} {
			inBubble(t, name, func(t *testing.T) {
				w := newWorld(t, soon(), calls)
				w.people[0].front = "front.jpg"
				w.files["front.jpg"] = jpeg("old")
				w.fault(c.fault)
				people := w.people
				w.people = people[:1]
				c.spoil(w)
				w.fault()
				w.people = people
				w.files["front.jpg"] = jpeg("new")
				r := w.run()
				if r.err != nil || r.count(kyc.Incomplete) > 0 {
					t.Errorf("%v, %d incomplete\n%s", r.err, r.count(kyc.Incomplete), w.log.lines.String())
				}
				time.Sleep(5 * time.Minute)
				w.picturesIn()
				w.exactlyOnce()
			})
		}
	}
}

// TestRefusedPictureStays: a picture that ARGOS refused is not put again as it
// is, unless the operator asks for it.
func TestRefusedPictureStays(t *testing.T) {
	cases := []struct {
		name  string
		edit  func(w *world)
		again bool
	}{
		{"unchanged", func(*world) {}, false},
		{"picture changed", func(w *world) { w.files[w.people[0].front] = append(jpeg("other"), make([]byte, 40_000)...) }, true},
		{"document type changed", func(w *world) { w.people[0].more = map[kyc.Field]string{kyc.IDType: "visa"} }, true},
		{"--retry-refused", func(w *world) { w.edit = func(c *Config) { c.RetryRefused = true } }, true},
	}
	for _, c := range cases {
		inBubble(t, c.name, func(t *testing.T) {
			w := newWorld(t, sandbox.Config{Latency: quick, MaxBody: 30_000}, 2)
			w.withPictures(2)
			w.files[w.people[0].front] = append(jpeg("big"), make([]byte, 40_000)...)
			w.want(w.run(), map[kyc.Status]int{kyc.Created: 1, kyc.Incomplete: 1})
			c.edit(w)
			for range 2 {
				since := w.mark()
				r := w.run()
				w.want(r, map[kyc.Status]int{kyc.Already: 1, kyc.Incomplete: 1})
				if o := r.of("K0"); !hasIssue(o, codeImageRefused) {
					t.Errorf("issues %+v", o.Issues)
				}
				if n := w.sent(sandbox.EndpointPut, since); n != map[bool]int{true: 1}[c.again] || !c.again && r.calls != 0 {
					t.Errorf("%d PUTs, %d calls, want again %v", n, r.calls, c.again)
				}
				c.again = c.again && c.name == "--retry-refused"
			}
		})
	}
	inBubble(t, "the target allows more", func(t *testing.T) {
		w := newWorld(t, soon(), 2)
		w.withPictures(2)
		w.fault("put:413")
		w.want(w.run(), map[kyc.Status]int{kyc.Incomplete: 2})
		w.fault()
		w.want(w.run(), map[kyc.Status]int{kyc.Incomplete: 2})
		w.edit = func(c *Config) { c.RetryRefused = true }
		w.allOf(w.run(), 2)
		w.picturesIn()
	})
}

// unsent is a client none of whose first calls of a kind leaves the machine.
type unsent struct {
	Client
	code string
	n    *atomic.Int64
}

func (c unsent) PutImages(ctx context.Context, id, idType string, images []argos.Image) (argos.Reply, error) {
	if c.n.Add(-1) >= 0 {
		return argos.Reply{}, &argos.Error{Effect: argos.None, Code: c.code, Unsent: true}
	}
	return c.Client.PutImages(ctx, id, idType, images)
}

// TestCallsThatWereNotMade: what never left us is no call, and is counted against
// no quota.
func TestCallsThatWereNotMade(t *testing.T) {
	for code, lasts := range map[string]int64{"dial_failed": 5, "bad_call": 1000} {
		inBubble(t, code, func(t *testing.T) {
			w := newWorld(t, soon(), 2)
			w.withPictures(1)
			var n atomic.Int64
			n.Store(lasts)
			w.edit = func(c *Config) { c.Client = unsent{c.Client, code, &n} }
			r := w.run()
			if lasts == 5 {
				w.want(r, map[kyc.Status]int{kyc.Created: 2})
			} else {
				w.want(r, map[kyc.Status]int{kyc.Incomplete: 2})
				if tried := lasts - n.Load(); tried != 2 || !hasIssue(r.of("K0"), codeImageFailed) {
					t.Errorf("%d calls tried that cannot be made", tried)
				}
			}
			l := w.read()
			defer l.Close()
			counted, err := l.Calls(t.Context(), w.sb.Now().UTC().Format(time.DateOnly))
			if made := int64(len(w.sb.Calls())); err != nil || r.calls != made || counted != made {
				t.Errorf("%d calls told, %d counted, %d made (%v)", r.calls, counted, made, err)
			}
		})
	}
}
