package uploader

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"kycmigrate/internal/argos"
	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/kyc"
	"kycmigrate/internal/sandbox"
)

// stage is a plot being played.
type stage struct {
	*plot
	w       *world
	rows    []person // of every actor, as they are now
	deleted []bool
	planted map[string]bool
	begun   time.Time
	trouble []string // what should not have happened
	last    *result  // of the last process without a fault
}

func (s *stage) breach(format string, args ...any) {
	s.trouble = append(s.trouble, fmt.Sprintf(format, args...))
}

// play plays the plot, with all rules if r is nil, and returns what should not
// have happened. It runs inside a bubble.
func (p *plot) play(t *testing.T, r *rules) *stage {
	s := &stage{plot: p, w: newWorld(t, p.target, 0), rows: slices.Clone(p.actors), deleted: make([]bool, len(p.actors)), planted: map[string]bool{}, begun: time.Now()}
	s.w.window, s.w.flights, s.w.rate, s.w.rules = plotWindow, p.flights, p.rate, r
	s.w.quota = p.target.DailyQuota
	if p.marker {
		s.w.marker = kyc.CF1
	}
	for i := range p.actors {
		s.w.files[fmt.Sprint("front", i)] = photo("picture of ", i)
	}
	for i := range p.acts {
		s.plant(i)
		s.act(&p.acts[i])
	}
	s.plant(len(p.acts))
	s.epilogue()
	s.judge()
	return s
}

// photo is a JPEG as far as its first bytes go.
func photo(what string, n int) []byte { return fmt.Append([]byte("\xff\xd8\xff\xe0"), what, n) }

func (s *stage) plant(n int) {
	for _, o := range s.outsiders {
		if o.act != n {
			continue
		}
		created := time.Now().Add(-o.age)
		if o.fromStart {
			created = s.begun.Add(-o.age)
		}
		for i := range o.copies {
			id, err := s.w.sb.Plant(sandbox.Outsider{
				Fields:    s.rows[o.like].fields(o.how, i),
				CreatedAt: created, Deleted: o.deleted,
			})
			if err != nil {
				s.w.t.Fatal(err)
			}
			s.planted[id] = true
		}
	}
}

func (s *stage) act(a *act) {
	time.Sleep(a.pause)
	if a.decide {
		s.decide()
	}
	for _, e := range a.edits {
		s.edit(e)
	}
	s.w.fault(a.faults...)
	if a.stall > 0 {
		s.w.sb.SetLag(a.stall)
		time.AfterFunc(a.stall, func() { s.w.sb.SetLag(s.target.Lag) })
	}
	s.process(a)
}

// decide gives the ledger an operator's decision on every doubt, taken from
// what the target holds when nothing can be on its way any more.
func (s *stage) decide() {
	time.Sleep(11 * time.Minute)
	ctx := s.w.t.Context()
	ledger, err := checkpoint.Open(ctx, s.w.dir, checkpoint.Options{Aside: true, Unsynced: true})
	if err != nil {
		s.breach("the ledger does not open for the operator: %v", err)
		return
	}
	defer ledger.Close()
	open, err := ledger.OpenRecords(ctx)
	if err != nil {
		s.w.t.Fatal(err)
	}
	for _, r := range open {
		what, id := checkpoint.DecideAbsent, s.unowned(ledger, r.Prints.Key)
		if id != "" {
			what = checkpoint.DecideAdopt
		}
		if err := ledger.Decide(ctx, r.Prints.Key, what, id, "the operator"); err != nil {
			s.breach("the operator's decision is not taken: %v", err)
		}
	}
}

// unowned is a submission of the actor with this key that no other row has, ""
// if there is none.
func (s *stage) unowned(ledger *checkpoint.Ledger, key checkpoint.MAC) string {
	i := slices.IndexFunc(s.actors, func(a person) bool { return KeyPrint(ledger, kyc.Key{Parts: []string{a.key}}) == key })
	actor := &s.actors[i]
	for _, sub := range s.w.sb.Submissions() {
		owners, err := ledger.Owners(s.w.t.Context(), []string{sub.ID})
		if err != nil {
			s.w.t.Fatal(err)
		}
		owner, owned := owners[sub.ID]
		own := sub.Fields["identityNumber"] == actor.number && strings.HasPrefix(sub.Fields["userid"], actor.userid) // as it was, or edited
		if own && (!owned || owner.Prints.Key == key) && !sub.Planted {
			return sub.ID
		}
	}
	return ""
}

func (s *stage) edit(e edit) {
	row := &s.rows[e.actor]
	switch e.what {
	case "email":
		row.email = "edited." + row.email
	case "name":
		row.name += " Edited"
	case "userid":
		row.userid += " edited"
	case "invalid":
		row.issues = []kyc.Issue{{Severity: kyc.Reject, Code: "invalid_email"}}
	case "excluded":
		row.excluded = "closed_account"
	case "deleted":
		s.deleted[e.actor] = true
	case "restored":
		s.deleted[e.actor] = false
		s.rows[e.actor] = s.actors[e.actor]
	case "picture later":
		row.front = fmt.Sprint("front", e.actor)
	case "picture":
		s.w.files[fmt.Sprint("front", e.actor)] = photo("other picture of ", e.actor)
	}
}

// source is what the rows make of the source file now.
func (s *stage) source() []person {
	var people []person
	for i, row := range s.rows {
		if !s.deleted[i] {
			people = append(people, row)
		}
	}
	return people
}

// process runs one process and holds what it says against the rules that hold
// for every one: the books balance, and errors are for the operator.
func (s *stage) process(a *act) *result {
	soft, stop := context.WithCancel(context.Background())
	defer stop()
	l := &life{kill: a.kill, stop: stop, died: make(chan struct{})}
	if a.kill.at == "time" {
		defer time.AfterFunc(a.kill.after, l.die).Stop()
	}
	if a.soft > 0 {
		defer time.AfterFunc(a.soft, stop).Stop()
	}
	s.w.people = s.source()
	s.w.edit = func(cfg *Config) { s.configure(cfg, l, a.disk) }
	r, err := s.w.runSoft(soft, time.Now())
	var halt *Stop
	switch {
	case err != nil && l.alive() == nil:
		s.breach("the process could not start: %v", err)
	case err != nil:
		return &result{err: err}
	case int64(len(r.list)) != r.read:
		s.breach("%d rows were read and %d have an outcome (error %v)", r.read, len(r.list), r.err)
	case r.err != nil && l.alive() == nil && !errors.As(r.err, &halt) && !errors.Is(r.err, context.Canceled):
		s.breach("a process ended with an error that is no operator's: %v", r.err)
	}
	return r
}

func (s *stage) configure(cfg *Config, l *life, disk time.Duration) {
	client, err := argos.New(argos.Config{
		BaseURL: "http://127.0.0.1:1/v3", APIKey: sandbox.DefaultAPIKey, Admin: "ops@bank.example",
		Transport: wire{l, sandbox.Transport(s.w.sb)},
	})
	if err != nil {
		s.w.t.Fatal(err)
	}
	cfg.Client, cfg.Ledger = client, fatal{cfg.Ledger, l, disk}
	cfg.LookFirst = cfg.LookFirst || s.lookFirst
	cfg.NoPreflight = s.noSample
}

// mostEpilogue bounds the processes that are run without a fault at the end.
const mostEpilogue = 4

// epilogue runs processes without a fault until nothing changes.
func (s *stage) epilogue() {
	s.w.fault()
	s.w.sb.SetLag(s.target.Lag)
	before := ""
	for range mostEpilogue {
		s.last = s.process(&act{})
		now := s.last.summary()
		if now == before {
			break
		}
		before = now
		time.Sleep(time.Minute)
	}
	if s.last.count(kyc.Already)+s.last.count(kyc.Rejected)+s.last.count(kyc.Excluded) == len(s.last.list) && s.last.err == nil {
		if again := s.process(&act{}); again.calls != 0 {
			s.breach("a process with nothing to send made %d calls", again.calls)
		}
	}
	time.Sleep(15 * time.Minute) // whatever is late has come
}

func (r *result) summary() string {
	var b strings.Builder
	fmt.Fprintln(&b, r.err)
	for _, o := range r.list {
		fmt.Fprintln(&b, o.Record.Key, o.Status, o.SubmissionID, firstCode(o.Issues))
	}
	return b.String()
}
