package uploader

import (
	"fmt"
	"testing"
	"time"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/sandbox"
)

// Test 5 of exactly-once.md: submissions of others with the same userid.

func TestOutsiders(t *testing.T) {
	other := func(p *person) map[string]string {
		f := p.asSent()
		f["fullName"], f["birthDate"], f["email"] = "Somebody Else", "1930-01-01", "else@example.org"
		return f
	}
	same := func(p *person) map[string]string { return p.asSent() }
	cases := []struct {
		name    string
		fields  func(*person) map[string]string
		age     time.Duration
		at      time.Duration // when it is planted
		deleted bool
		copies  int
		// lost is how the record ends whose POST was lost, stored or not.
		lost, gone kyc.Status
	}{
		{"older, other", other, 24 * time.Hour, 0, false, 1, kyc.Created, kyc.Created},
		{"older, identical", same, 24 * time.Hour, 0, false, 1, kyc.Created, kyc.Created},
		{"older by ten seconds, identical", same, 10 * time.Second, 0, false, 1, kyc.Created, kyc.Created},
		{"newer, other", other, 0, 20 * time.Second, false, 1, kyc.Created, kyc.InDoubt},
		{"deleted, older", same, 24 * time.Hour, 0, true, 1, kyc.Created, kyc.Created},
		{"deleted, newer", same, 0, 20 * time.Second, true, 1, kyc.Created, kyc.InDoubt},
		{"120 of them", other, 24 * time.Hour, 0, false, 120, kyc.Created, kyc.Created},
	}
	for _, c := range cases {
		for _, how := range []string{"post:drop-after=#5", "post:drop-late=#5@40s", "post:drop-before=#5"} {
			inBubble(t, c.name+" "+how, func(t *testing.T) {
				w := newWorld(t, sandbox.Config{Latency: quick, DeletedInLookups: true}, 6)
				w.flights, w.rate = 1, 0.5
				w.fault(how)
				w.edit = func(cfg *Config) { cfg.NoPreflight = true }
				planted := make(chan struct{})
				go func() {
					defer close(planted)
					time.Sleep(c.at)
					for range c.copies {
						for i := range w.people { // whoever's POST is the fifth
							w.plant(c.fields(&w.people[i]), c.age, c.deleted)
						}
					}
				}()
				r := w.run()
				<-planted
				want := c.lost
				if how == "post:drop-before=#5" {
					want = c.gone
				}
				if want == kyc.Created {
					w.want(r, map[kyc.Status]int{kyc.Created: 6})
					w.exactlyOnce()
				} else {
					w.want(r, map[kyc.Status]int{kyc.Created: 5, kyc.InDoubt: 1})
				}
				w.never(c.name)
				w.ownSubmissions(r)
			})
		}
	}
}

// ownSubmissions asserts that nobody is bound to an outsider's submission.
func (w *world) ownSubmissions(r *result) {
	w.t.Helper()
	planted := map[string]bool{}
	for _, s := range w.sb.Submissions() {
		planted[s.ID] = s.Planted
	}
	for _, o := range r.list {
		if planted[o.SubmissionID] {
			w.t.Errorf("%s is bound to an outsider's submission", o.Record.Key)
		}
	}
}

func TestPaging(t *testing.T) {
	for _, how := range []string{"post:drop-after=#3", "post:drop-before=#3"} {
		inBubble(t, "empty first page "+how, func(t *testing.T) {
			w := newWorld(t, soon(), 4)
			w.fault(how, "get:empty-page")
			w.allCreated()
		})
		inBubble(t, "pages of one "+how, func(t *testing.T) {
			w := newWorld(t, sandbox.Config{Latency: quick, PageSize: 1}, 4)
			w.edit = func(cfg *Config) { cfg.NoPreflight = true }
			for i := range 7 {
				f := w.people[2].asSent()
				f["fullName"] = fmt.Sprint("Other ", i)
				w.plant(f, time.Hour, false)
			}
			w.fault(how)
			w.allCreated()
		})
	}
}
