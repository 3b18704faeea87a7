package uploader

import (
	"fmt"
	"testing"
	"time"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/sandbox"
)

// Test 6 of exactly-once.md: ARGOS returns something else than it was sent.

func TestEcho(t *testing.T) {
	full := map[kyc.Field]string{
		kyc.FirstName: "", kyc.CF1: "branch 7", kyc.CF2: "gold", kyc.Gender: "female", kyc.Nationality: "KOR",
		kyc.AddressStreet: "1 Some Street", kyc.DocumentNumber: "M123",
	}
	cases := []struct {
		name   string
		echo   sandbox.Echo
		marker kyc.Field
		lost   kyc.Status // of a record whose POST was lost though it was stored
	}{
		{"as sent", sandbox.Echo{}, kyc.NoField, kyc.Created},
		{"upper-case names", sandbox.Echo{UpperNames: true}, kyc.NoField, kyc.Created},
		{"cf1 dropped", sandbox.Echo{Drop: []string{"cf1"}}, kyc.NoField, kyc.Created},
		{"the document number masked", sandbox.Echo{Mask: []string{"documentNumber"}}, kyc.NoField, kyc.Created},
		{"the name masked", sandbox.Echo{Mask: []string{"fullName"}}, kyc.NoField, kyc.InDoubt},
		{"the birth date dropped", sandbox.Echo{Drop: []string{"birthDate"}}, kyc.NoField, kyc.InDoubt},
		{"reviewed", sandbox.Echo{Result: "pending"}, kyc.NoField, kyc.Created},
		{"mark whole", sandbox.Echo{}, kyc.CF3, kyc.Created},
		{"mark dropped", sandbox.Echo{Drop: []string{"cf3"}}, kyc.CF3, kyc.Created},
		{"mark cut", sandbox.Echo{CutCF: 12}, kyc.CF3, kyc.Created},
		{"mark masked", sandbox.Echo{Mask: []string{"cf3"}}, kyc.CF3, kyc.Created},
		{"mark whole, the rest masked", sandbox.Echo{Mask: []string{"fullName", "birthDate", "documentNumber"}}, kyc.CF3, kyc.Created},
		{"mark dropped, the name masked", sandbox.Echo{Drop: []string{"cf3"}, Mask: []string{"fullName"}}, kyc.CF3, kyc.InDoubt},
	}
	for _, c := range cases {
		for _, nth := range []string{"1", "4"} {
			inBubble(t, c.name+", lost "+nth, func(t *testing.T) {
				w := newWorld(t, sandbox.Config{Latency: quick, Echo: c.echo}, 6)
				w.marker, w.flights = c.marker, 1
				for i := range w.people {
					w.people[i].more = full
				}
				w.fault("post:drop-after=#" + nth)
				r := w.run()
				want := map[kyc.Status]int{kyc.Created: 5}
				want[c.lost]++
				w.want(r, want)
				w.exactlyOnce()
			})
			inBubble(t, c.name+", gone "+nth, func(t *testing.T) {
				w := newWorld(t, sandbox.Config{Latency: quick, Echo: c.echo}, 6)
				w.marker, w.flights = c.marker, 1
				for i := range w.people {
					w.people[i].more = full
				}
				w.fault("post:drop-before=#" + nth)
				w.allCreated()
			})
		}
	}
}

// TestCanaryLearns: what the first created record shows of the target (S6).
func TestCanaryLearns(t *testing.T) {
	learned := func(t *testing.T, cfg sandbox.Config, marker kyc.Field) *echo {
		cfg.Latency = quick
		w := newWorld(t, cfg, 3)
		w.marker = marker
		for i := range w.people {
			w.people[i].more = map[kyc.Field]string{kyc.CF1: "one", kyc.DocumentNumber: "M-77"}
		}
		var u *Uploader
		w.edit = func(c *Config) {}
		w.allCreated()
		w.edit = func(c *Config) {
			probe, err := New(t.Context(), *c)
			if err != nil {
				t.Fatal(err)
			}
			u = probe
			probe.Close()
		}
		w.run() // a later process knows it, too
		return u.echo.Load()
	}
	cases := []struct {
		name   string
		cfg    sandbox.Config
		offset time.Duration
		whole  bool
		bad    []kyc.Field
	}{
		{"nothing odd", sandbox.Config{}, 0, true, nil},
		{"upper-case names", sandbox.Config{Echo: sandbox.Echo{UpperNames: true}}, 0, true, nil},
		{"UTC+9", sandbox.Config{CreatedAtOffset: 9 * time.Hour}, 9 * time.Hour, true, nil},
		{"UTC+5:45", sandbox.Config{CreatedAtOffset: 5*time.Hour + 45*time.Minute}, 5*time.Hour + 45*time.Minute, true, nil},
		{"mark dropped", sandbox.Config{Echo: sandbox.Echo{Drop: []string{"cf3"}}}, 0, false, nil},
		{"mark cut", sandbox.Config{Echo: sandbox.Echo{CutCF: 20}}, 0, false, nil},
		{"masked", sandbox.Config{Echo: sandbox.Echo{Mask: []string{"documentNumber"}}}, 0, true, []kyc.Field{kyc.DocumentNumber}},
	}
	for _, c := range cases {
		inBubble(t, c.name, func(t *testing.T) {
			e := learned(t, c.cfg, kyc.CF3)
			if !e.calibrated || e.createdOffset != c.offset {
				t.Errorf("created_at is off by %v, want %v (calibrated %v)", e.createdOffset, c.offset, e.calibrated)
			}
			if e.markerWhole != c.whole {
				t.Errorf("mark whole %v, want %v", e.markerWhole, c.whole)
			}
			for f := range kyc.NumFields {
				want := false
				for _, b := range c.bad {
					want = want || b == f
				}
				if e.unfaithful(f) != want {
					t.Errorf("%s unfaithful %v, want %v", f, e.unfaithful(f), want)
				}
			}
		})
	}
	inBubble(t, "the lag lengthens the wait", func(t *testing.T) {
		w := newWorld(t, sandbox.Config{Latency: quick, Lag: 12 * time.Second}, 6)
		w.flights = 1
		w.fault("post:drop-before=#4")
		r := w.allCreated()
		if r.took < 45*time.Second+3*12*time.Second {
			t.Errorf("believed after %v, within three times the lag that was measured", r.took)
		}
	})
}

// TestCanaryFindsTwo: a canary that finds two of ours says so (S6).
func TestCanaryFindsTwo(t *testing.T) {
	for _, marked := range []bool{false, true} {
		inBubble(t, "two"+markName(marked), func(t *testing.T) {
			w := newWorld(t, soon(), 3)
			w.marker, w.flights = withMark(marked), 1
			planted := false
			w.crash = func(at string) bool {
				if at == "after POST" && !planted {
					planted = true
					w.plant(w.sb.Submissions()[0].Fields, 0, false)
				}
				return false
			}
			r := w.run()
			doubled := 0
			for _, o := range r.list {
				if o.Doubled {
					doubled++
				}
			}
			if doubled != 1 || r.count(kyc.Created) != 3 {
				t.Errorf("%d doubled, %d created, want 1 and 3", doubled, r.count(kyc.Created))
			}
		})
	}
}

func TestMarks(t *testing.T) {
	inBubble(t, "a mark of another run directory stops the run", func(t *testing.T) {
		w := newWorld(t, soon(), 30)
		w.marker = kyc.CF3
		f := w.people[0].asSent()
		f["cf3"] = "m1.abcdefgh.ABCDEFGHIJKLMNOPQRSTUVWXYZ"
		w.plant(f, time.Hour, false)
		w.edit = func(c *Config) { c.NoPreflight = true }
		w.fault("post:drop-after")
		r := w.run()
		w.stopOf(r.err, StopConfig, "migrated_elsewhere")
		w.never("foreign mark")
	})
	inBubble(t, "and before the first POST", func(t *testing.T) {
		w := newWorld(t, soon(), 5)
		w.marker = kyc.CF3
		f := w.people[3].asSent()
		f["cf3"] = "m1.abcdefgh.ABCDEFGHIJKLMNOPQRSTUVWXYZ"
		w.plant(f, time.Hour, false)
		r := w.run()
		w.stopOf(r.err, StopConfig, "migrated_elsewhere")
		if n := w.sent(sandbox.EndpointPost, 0); n != 0 {
			t.Errorf("%d POSTs", n)
		}
	})
	for _, twice := range []string{"userid", "key"} {
		inBubble(t, "somebody else's value in the mark's field, "+twice, func(t *testing.T) {
			w := newWorld(t, soon(), 5)
			w.marker, w.flights = kyc.CF3, 1
			f := w.people[3].asSent()
			f["cf3"] = "gold customer"
			w.edit = func(c *Config) { c.NoPreflight = true }
			for range 3 {
				w.plant(f, 0, false)
			}
			w.fault("post:drop-before=#4", "post:drop-after=#5")
			w.allCreated()
		})
	}
	inBubble(t, "several of ours: the oldest is bound, doubled is told", func(t *testing.T) {
		w := newWorld(t, soon(), 4)
		w.marker, w.flights = kyc.CF3, 1
		w.fault("post:drop-after")
		w.killedAt("after POST", 1)
		w.fault()
		first := w.sb.Submissions()[0]
		w.plant(first.Fields, 0, false)
		r := w.run()
		doubled := 0
		for _, o := range r.list {
			if o.Doubled {
				doubled++
				if o.SubmissionID != first.ID {
					t.Errorf("bound to %s, want the older one", o.SubmissionID)
				}
			}
		}
		if doubled != 1 {
			t.Errorf("%d doubled, want 1: %v", doubled, fmt.Sprint(w.log.lines.String()))
		}
	})
}

// TestMarkMoved: the mark's field is changed while a record is open whose mark
// ARGOS does not return. That another field is returned whole says nothing
// about it.
func TestMarkMoved(t *testing.T) {
	inBubble(t, "from a field that is dropped to one that is whole", func(t *testing.T) {
		w := newWorld(t, sandbox.Config{Latency: quick, Echo: sandbox.Echo{Drop: []string{"cf1"}}}, 8)
		w.marker, w.flights = kyc.CF1, 1
		all := w.people
		w.people = all[:3]
		w.fault("post:drop-late=#3@44s")
		w.killedAt("after POST", 3)
		w.fault()
		w.marker, w.people = kyc.CF2, all
		w.allOf(w.run(), 8)
		w.exactlyOnce()
	})
}
