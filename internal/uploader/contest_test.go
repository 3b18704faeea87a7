package uploader

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"kycmigrate/internal/argos"
	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/kyc"
	"kycmigrate/internal/sandbox"
)

// liar is a target that answers otherwise than it acts.
type liar struct {
	Client
	submit func(userid string, send func() (argos.Reply, error)) (argos.Reply, error)
	find   func(q argos.Query, p *argos.Page)
}

func (l liar) Submit(ctx context.Context, s *kyc.Submission) (argos.Reply, error) {
	send := func() (argos.Reply, error) { return l.Client.Submit(ctx, s) }
	if l.submit == nil {
		return send()
	}
	return l.submit(s[kyc.UserID], send)
}

func (l liar) Find(ctx context.Context, q argos.Query) (argos.Page, error) {
	p, err := l.Client.Find(ctx, q)
	if err == nil && l.find != nil {
		l.find(q, &p)
	}
	return p, err
}

// lies puts a liar between the process and the target.
func (w *world) lies(l liar) {
	w.edit = func(c *Config) {
		l.Client = c.Client
		c.Client = l
	}
}

// idsOf are the submissions that the target has of a userid, oldest first.
func (w *world) idsOf(userid string) []string {
	var ids []string
	for _, s := range w.sb.Submissions() {
		if s.Fields["userid"] == userid {
			ids = append(ids, s.ID)
		}
	}
	return ids
}

// mixUp is a target that is slow to answer one POST, and meanwhile answers
// another with the id that belongs to the first.
type mixUp struct {
	delay time.Duration // of the late answer; 10s where it is not given
	w     *world
	late  func(argos.Reply) (argos.Reply, error) // the answer to the first of the two

	mu          sync.Mutex
	posts       int
	slow, quick string // the userids of the two
}

// role tells what a POST is: the first of a process goes alone, the next two
// together.
func (m *mixUp) role(userid string) int {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.posts++
	switch m.posts {
	case 2:
		m.slow = userid
	case 3:
		m.quick = userid
	}
	return m.posts
}

func (m *mixUp) submit(userid string, send func() (argos.Reply, error)) (argos.Reply, error) {
	role := m.role(userid)
	reply, err := send()
	switch role {
	case 2:
		time.Sleep(cmp.Or(m.delay, 10*time.Second))
		return m.late(reply)
	case 3:
		for len(m.w.idsOf(m.slow)) == 0 {
			time.Sleep(quick)
		}
		reply.SubmissionID = m.w.idsOf(m.slow)[0]
	}
	return reply, err
}

// keyOf is the key of the person with a userid.
func keyOf(userid string) string { return "K" + strings.TrimPrefix(userid, "u-") }

// decide gives the ledger an operator's decision.
func (w *world) decide(key string, d checkpoint.Decision, id string) error {
	w.t.Helper()
	l, err := checkpoint.Open(w.t.Context(), w.dir, checkpoint.Options{Aside: true, Unsynced: true})
	if err != nil {
		w.t.Fatal(err)
	}
	defer l.Close()
	return l.Decide(w.t.Context(), KeyPrint(l, kyc.Key{Parts: []string{key}}), d, id, "ops")
}

// entry is what the ledger knows of a key.
func (w *world) entry(key string) checkpoint.Record {
	w.t.Helper()
	l := w.read()
	defer l.Close()
	found, err := l.Find(w.t.Context(), []checkpoint.MAC{KeyPrint(l, kyc.Key{Parts: []string{key}})})
	if err != nil {
		w.t.Fatal(err)
	}
	return found[0]
}

// lost is an answer that never came.
func lost(argos.Reply) (argos.Reply, error) {
	return argos.Reply{}, &argos.Error{Effect: argos.Unknown, Code: "connection_lost"}
}

// TestAnswerMixedUp: a POST is answered with the id of another record, and that
// answer is stored first. The other record is not sent again, and both are told
// of (K5).
func TestAnswerMixedUp(t *testing.T) {
	right := func(r argos.Reply) (argos.Reply, error) { return r, nil }
	for name, late := range map[string]func(argos.Reply) (argos.Reply, error){"answered late": right, "answer lost": lost} {
		for _, marked := range []bool{false, true} {
			inBubble(t, name+markName(marked), func(t *testing.T) {
				w := newWorld(t, soon(), 6)
				w.withPictures(2)
				w.marker = withMark(marked)
				m := &mixUp{w: w, late: late}
				w.lies(liar{submit: m.submit})
				r := w.run()
				if r.err != nil || len(w.idsOf(m.slow)) != 1 {
					t.Fatalf("%s is there as %v, error %v\n%s", m.slow, w.idsOf(m.slow), r.err, w.log.lines.String())
				}
				slow, theirs := keyOf(m.slow), w.idsOf(m.slow)[0]
				for _, key := range []string{slow, keyOf(m.quick)} {
					if e := w.entry(key); e.State != checkpoint.Doubt || e.Reason != reasonIDBound || e.SubmissionID != "" {
						t.Errorf("%s is %+v", key, e)
					}
				}
				if o := r.of(slow); reasonOf(o) != reasonIDBound || !slices.Equal(o.Doubt.Candidates, []string{theirs}) {
					t.Errorf("%s ended %v, %+v", slow, o.Status, o.Doubt)
				}
				posts := w.sent(sandbox.EndpointPost, 0)
				w.edit = nil
				r = w.run() // finds what the quick one became
				w.want(r, map[kyc.Status]int{kyc.Already: 4, kyc.Created: 1, kyc.InDoubt: 1})
				if err := w.decide(slow, checkpoint.DecideAdopt, theirs); err != nil {
					t.Fatal(err)
				}
				r = w.run()
				w.allOf(r, 6)
				w.distinct(r)
				w.exactlyOnce()
				w.picturesIn()
				if n := w.sent(sandbox.EndpointPost, 0); n != posts {
					t.Errorf("%d POSTs after the first run", n-posts)
				}
			})
		}
	}
}

// TestBothAreItsOwn: of a record that ARGOS has twice, and of which a person
// adopts the one, an audit finds the other.
func TestBothAreItsOwn(t *testing.T) {
	inBubble(t, "one adopted", func(t *testing.T) {
		w := newWorld(t, soon(), 6)
		w.marker = kyc.CF3
		m := &mixUp{w: w, late: lost}
		w.lies(liar{submit: m.submit})
		w.run()
		w.edit = nil
		first := w.idsOf(m.slow)[0]
		fields := map[string]string{}
		for _, s := range w.sb.Submissions() {
			if s.ID == first {
				fields = s.Fields
			}
		}
		second := w.plant(fields, 0, false)
		if err := w.decide(keyOf(m.slow), checkpoint.DecideAdopt, second); err != nil {
			t.Fatal(err)
		}
		r := w.run()
		if len(r.doubles) != 1 || !slices.Equal(r.doubles[0].Submissions, []string{second, first}) {
			t.Errorf("doubles %+v, error %v\n%s", r.doubles, r.err, w.log.lines.String())
		}
	})
}

// TestNothingMoreIsPut: once a submission is shown to be another record's, the
// one that it was answered for puts no more pictures to it.
func TestNothingMoreIsPut(t *testing.T) {
	inBubble(t, "while its pictures are tried again", func(t *testing.T) {
		w := newWorld(t, soon(), 4)
		w.withPictures(1)
		// It is found out long before the tries are used up.
		m := &mixUp{w: w, delay: time.Second, late: func(r argos.Reply) (argos.Reply, error) { return r, nil }}
		w.lies(liar{submit: m.submit})
		w.fault("put:503")
		r := w.run()
		if o := r.of(keyOf(m.quick)); reasonOf(o) != reasonIDBound || o.SubmissionID != "" {
			t.Errorf("%s ended %v, %+v\n%s", m.quick, o.Status, o.Doubt, w.log.lines.String())
		}
		w.want(r, map[kyc.Status]int{kyc.Incomplete: 2, kyc.InDoubt: 2})
	})
}

// TestAnswerOfAKnownSubmission: a target that stores nothing, and answers with
// the id of a submission that is there already, is asked once (S4).
func TestAnswerOfAKnownSubmission(t *testing.T) {
	inBubble(t, "in doubt, with the id that was answered", func(t *testing.T) {
		w := newWorld(t, soon(), 4)
		all := w.people
		w.people = all[:1] // it is there before any other is sent
		w.run()
		w.people = all
		w.lies(liar{submit: func(userid string, send func() (argos.Reply, error)) (argos.Reply, error) {
			if userid == "u-2" {
				time.Sleep(quick)
				return argos.Reply{SubmissionID: w.idsOf("u-0")[0], Meta: argos.Meta{Status: 200}}, nil
			}
			return send()
		}})
		for range 2 {
			r := w.run()
			o := r.of("K2")
			if reasonOf(o) != reasonIDBound || !slices.Equal(o.Doubt.Candidates, w.idsOf("u-0")) {
				t.Errorf("K2 ended %v, %+v", o.Status, o.Doubt)
			}
			w.want(r, map[kyc.Status]int{kyc.Created: r.count(kyc.Created), kyc.Already: 3 - r.count(kyc.Created), kyc.InDoubt: 1})
			if e := w.entry("K2"); e.Attempts != 1 {
				t.Errorf("K2 was posted %d times", e.Attempts)
			}
		}
		if err := w.decide("K2", checkpoint.DecideAdopt, w.idsOf("u-0")[0]); !errors.Is(err, checkpoint.ErrBound) {
			t.Errorf("the other record's submission was given away: %v", err)
		}
		if err := w.decide("K2", checkpoint.DecideAbsent, ""); err != nil {
			t.Fatal(err)
		}
		w.edit = nil
		w.allOf(w.run(), 4)
		w.exactlyOnce()
	})
}

// TestAuditSeesAWrongBinding: what was posted again because it could not be seen
// is a double, also where its first submission was answered for another record.
func TestAuditSeesAWrongBinding(t *testing.T) {
	for _, marked := range []bool{false, true} {
		inBubble(t, "seen by the audit only"+markName(marked), func(t *testing.T) {
			w := newWorld(t, soon(), 5)
			w.marker = withMark(marked)
			m := &mixUp{w: w, late: lost}
			w.lies(liar{submit: m.submit, find: func(q argos.Query, p *argos.Page) {
				if q.Value == m.slow && len(p.Items) == 1 {
					p.Items = nil // the index stands still
				}
			}})
			r := w.run()
			if r.err != nil || len(r.doubles) != 1 || !slices.Equal(r.doubles[0].Submissions[1:], w.idsOf(m.slow)[:1]) {
				t.Fatalf("doubles %+v, error %v\n%s", r.doubles, r.err, w.log.lines.String())
			}
			if e := w.entry(keyOf(m.slow)); !e.Doubled || !e.State.Bound() {
				t.Errorf("%s is %+v", m.slow, e)
			}
			if e := w.entry(keyOf(m.quick)); e.State != checkpoint.Doubt || e.Reason != reasonIDBound {
				t.Errorf("%s is %+v", m.quick, e)
			}
		})
	}
}

// TestOwnersKeepTheirs: what is bound rightly is nobody else's, however alike.
func TestOwnersKeepTheirs(t *testing.T) {
	for name, edit := range map[string]func(p *person){
		"twins":      func(*person) {},
		"look-alike": func(p *person) { p.more = map[kyc.Field]string{kyc.IdentityNumber: "other"} },
		"family":     func(p *person) { p.name = "Sister" },
	} {
		for _, fault := range []string{"post:drop-before=#2", "post:drop-after=#2"} {
			inBubble(t, name+" "+fault, func(t *testing.T) {
				w := newWorld(t, soon(), 5)
				w.twins(2)
				edit(&w.people[1])
				w.flights = 1
				w.fault(fault)
				r := w.run()
				w.want(r, map[kyc.Status]int{kyc.Created: 5})
				w.distinct(r)
			})
		}
	}
}

// TestUnusableID: a submission that no call can name is a doubt, whatever it
// proves.
func TestUnusableID(t *testing.T) {
	for _, marked := range []bool{false, true} {
		inBubble(t, "found by a lookup"+markName(marked), func(t *testing.T) {
			w := newWorld(t, soon(), 4)
			w.marker = withMark(marked)
			w.lies(liar{
				submit: func(userid string, send func() (argos.Reply, error)) (argos.Reply, error) {
					reply, err := send()
					if userid == "u-1" {
						return lost(reply)
					}
					return reply, err
				},
				find: func(_ argos.Query, p *argos.Page) {
					for i := range p.Items {
						if p.Items[i].UserID == "u-1" {
							p.Items[i].ID = "" // as the client reads it
						}
					}
				},
			})
			for range 2 {
				r := w.run()
				if r.err != nil || reasonOf(r.of("K1")) != reasonBadID || len(r.of("K1").Doubt.Candidates) != 0 {
					t.Errorf("K1 ended %+v, error %v\n%s", r.of("K1").Doubt, r.err, w.log.lines.String())
				}
			}
			w.exactlyOnce()
		})
	}
}
