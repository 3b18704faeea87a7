package uploader

import (
	"fmt"
	"reflect"
	"testing"
	"time"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/sandbox"
)

// TestModelSeesEachRule plays, for each rule, a story in which that rule
// matters: with all rules nothing goes wrong, and without the one something
// does. So neither a rule nor the model's eyes can go missing unnoticed.
func TestModelSeesEachRule(t *testing.T) {
	stories := []struct {
		rule string
		off  func(*rules)
		plot *plot
	}{
		{"quietTime", func(r *rules) { r.quietTime = false }, // the commit comes after the third look
			story(1, act{faults: []string{"post:drop-late=#1@40s"}})},
		{"threeLooks", func(r *rules) { r.threeLooks = false }, // the only answer after the quiet time is wrong
			story(2, act{faults: []string{"post:drop-late=#2@1s", "get:500=#4-6", "get:blind=#7,9"}}).unsampled()},
		{"control", func(r *rules) { r.control = false }, // the index stands still for longer than anybody waits
			story(2, act{faults: []string{"post:drop-late=#2@1s"}, stall: 2 * time.Minute})},
		{"completeOnly", func(r *rules) { r.completeOnly = false },
			story(1, act{faults: []string{"post:drop-after=#1", "get:no-items"}})},
		{"allPages", func(r *rules) { r.allPages = false },
			story(1, act{faults: []string{"post:drop-after=#1", "get:empty-page"}})},
		{"proofToAdopt", func(r *rules) { r.proofToAdopt = false },
			story(1, act{faults: []string{"post:drop=#1"}}).meets(outsider{how: bare, copies: 1})},
		{"notOlder", func(r *rules) { r.notOlder = false },
			story(1, act{faults: []string{"post:drop=#1"}}).unsampled().meets(outsider{how: identical, age: 24 * time.Hour, copies: 1})},
		{"notBetween", func(r *rules) { r.notBetween = false }, // somebody registered between two attempts, on the same day
			story(2, act{faults: []string{"post:drop=#2-3"}}).unsampled().oneByOne().limited(10).joined(12 * time.Hour)},
		{"maybeBlocks", func(r *rules) { r.maybeBlocks = false }, // what is stored comes back without its name
			story(1, act{faults: []string{"post:drop-after=#1"}}).echoes(sandbox.Echo{Drop: []string{"fullName"}})},
		{"ownersKnown", func(r *rules) { r.ownersKnown = false }, // the twin's submission is found instead of one's own
			story(1, act{faults: []string{"post:drop=#2"}}).twins()},
		{"answersYield", func(r *rules) { r.answersYield = false }, // one's answer is lost, and the next is answered with one's id
			story(3, act{faults: []string{"post:drop-after=#1", "post:reused-id=#2"}}).unsampled()},
		{"ledgerFirst", func(r *rules) { r.ledgerFirst = false },
			story(1, act{kill: kill{at: "after POST", nth: 1}}, act{edits: []edit{{0, "invalid"}}})},
		{"intentFirst", func(r *rules) { r.intentFirst = false },
			story(1, act{kill: kill{at: "after POST", nth: 1}}).unsampled()},
		{"freshDate", func(r *rules) { r.freshDate = false }, // somebody registered while the run waited for the next day
			story(2, act{faults: []string{"post:drop=#2"}}).unsampled().oneByOne().limited(4).joined(12 * time.Hour)},
		{"unknownIsLook", func(r *rules) { r.unknownIsLook = false },
			story(1, act{faults: []string{"post:drop-after=#1"}})},
		{"valueUnedited", func(r *rules) { r.valueUnedited = false },
			story(1, act{kill: kill{at: "after POST", nth: 1}}, act{edits: []edit{{0, "userid"}}})},
	}
	if n := reflect.TypeFor[rules]().NumField(); n != len(stories) {
		t.Errorf("%d stories for %d rules", len(stories), n)
	}
	for _, st := range stories {
		t.Run(st.rule, func(t *testing.T) {
			if s := st.plot.inBubble(t, nil); len(s.trouble) > 0 {
				t.Errorf("with every rule: %q\n%s", s.trouble, s.w.log.lines.String())
			}
			r := allRules()
			st.off(&r)
			s := st.plot.inBubble(t, &r)
			if len(s.trouble) == 0 {
				t.Errorf("without the rule nothing goes wrong\n%s", s.w.log.lines.String())
			}
			t.Logf("without the rule: %q", s.trouble)
		})
	}
}

// TestModelStories plays what went wrong once.
func TestModelStories(t *testing.T) {
	stories := []struct {
		name string
		plot *plot
	}{
		// Somebody who differs in nothing that ARGOS returns is in doubt: that
		// is no sign of a migration from elsewhere.
		{"look-alike in doubt before the first POST",
			story(2, act{edits: []edit{{1, "deleted"}}, kill: kill{at: "after POST", nth: 1}}, act{edits: []edit{{0, "deleted"}, {1, "restored"}}}).alike()},
		// The hint of a stop must lead past it.
		{"outsider and look-first",
			story(2, act{}).cautious().meets(outsider{how: identical, age: time.Hour, copies: 1})},
		// While no canary has shown that ARGOS returns the mark, its absence is
		// no disproof, and the other fields are no proof.
		{"newer outsider before the mark is proven",
			story(1, act{faults: []string{"post:drop=#1"}}).marked().unsampled().meets(outsider{how: identical, copies: 1})},
		// A clock of created_at that nothing has been held against yet makes an
		// old submission look as if it were created while we waited.
		{"outsider from before the clocks are known",
			story(1, act{faults: []string{"post:drop=#1"}}).unsampled().behind(10 * time.Minute).meets(outsider{how: identical, age: 8 * time.Minute, copies: 1})},
		// While a record was in doubt the person registered without us.
		{"outsider from after the commit window",
			story(2, act{faults: []string{"post:drop=#2"}, soft: 3 * time.Second}, act{pause: 11 * time.Minute, soft: time.Millisecond}).unsampled().
				meets(outsider{act: 2, how: identical, copies: 1}).meets(outsider{act: 2, like: 1, how: identical, copies: 1})},
		// A person registered after all that the first attempt could have done,
		// and before the second one.
		{"outsider from between two attempts",
			story(2, act{faults: []string{"post:drop=#2"}, kill: kill{at: "after absent", nth: 1}}, act{pause: 11 * time.Minute, faults: []string{"post:drop=#1"}}).unsampled().oneByOne().
				meets(outsider{act: 1, like: 1, how: identical, age: 5 * time.Second, copies: 1})},
		// A person registered after the process that found the record in flight
		// had begun, and before the next one did.
		{"outsider from between two later processes",
			story(2, act{kill: kill{at: "after intend", nth: 2}}, act{soft: 7 * time.Second}, act{pause: 11 * time.Minute}).unsampled().oneByOne().
				meets(outsider{act: 2, like: 0, how: identical, age: -5 * time.Minute, copies: 1}).meets(outsider{act: 2, like: 1, how: identical, age: -5 * time.Minute, copies: 1})},
		// A commit later than W, and the process that re-posted is gone: the
		// next one must find the double, or keep the audit due.
		{"audit by a later process",
			story(2, act{edits: []edit{{1, "deleted"}}, faults: []string{"post:drop-late=#1@3m"}},
				act{pause: 11 * time.Minute, edits: []edit{{1, "restored"}}}).late().finds()},
		{"audit by a later process that comes at once",
			story(2, act{edits: []edit{{1, "deleted"}}, faults: []string{"post:drop-late=#1@5m"}},
				act{edits: []edit{{1, "restored"}}}).late()},
		{"audit of what was sent under another userid",
			story(2, act{edits: []edit{{1, "deleted"}}, faults: []string{"post:drop-late=#1@9m"}, kill: kill{at: "after absent", nth: 1}},
				act{edits: []edit{{0, "userid"}}}, act{pause: 11 * time.Minute, edits: []edit{{1, "restored"}}}).late()},
		{"audit of an edited row",
			story(2, act{edits: []edit{{1, "deleted"}}, faults: []string{"post:drop-late=#1@3m"}},
				act{pause: 11 * time.Minute, edits: []edit{{1, "restored"}, {0, "name"}}}).late()},
	}
	// A record that clashes with another one is nothing to send.
	clash := story(2, act{edits: []edit{{0, "userid"}, {1, "userid"}}})
	clash.actors[0].userid, clash.actors[1].userid = "", ""
	stories = append(stories, struct {
		name string
		plot *plot
	}{"a clash is rejected without a call", clash})
	// Of rows that differ in nothing that ARGOS returns one has a userid by now, and its answer was
	// lost: what it is must not be taken for another's, which was sent without.
	given := story(5,
		act{pause: 30 * time.Second, faults: []string{"post:504=#1", "post:no-id=#2"}, kill: kill{at: "before looked", nth: 6}},
		act{pause: 11 * time.Minute, edits: []edit{{3, "userid"}}, faults: []string{"get:502=#1-2", "post:drop-late=#4,6@1s"}, kill: kill{at: "before doubt", nth: 1}},
		act{pause: 2 * time.Minute, edits: []edit{{4, "deleted"}}, faults: []string{"get:502=30%", "post:drop-after=#1-2"}, decide: true, disk: time.Second}).oneByOne()
	for i := range given.actors[:4] {
		a := &given.actors[i]
		a.userid, a.email, a.name = "", given.actors[0].email, given.actors[0].name
	}
	given.target.Latency, given.target.RatePerSecond, given.target.DeletedInLookups, given.rate = 900*time.Millisecond, 2, true, 2
	stories = append(stories, struct {
		name string
		plot *plot
	}{"a userid that a look-alike was given later", given})
	for _, st := range stories {
		t.Run(st.name, func(t *testing.T) {
			if s := st.plot.inBubble(t, nil); len(s.trouble) > 0 {
				t.Errorf("%q\n%s\n%s", s.trouble, st.plot, s.w.log.lines.String())
			}
		})
	}
}

// story is a plot with n people that have userids.
func story(n int, acts ...act) *plot {
	p := &plot{target: sandbox.Config{Seed: 1, Latency: 100 * time.Millisecond}, flights: 2, acts: acts}
	for i := range n {
		p.actors = append(p.actors, person{
			key: fmt.Sprint("K", i), userid: fmt.Sprint("u-", i), email: fmt.Sprintf("p%d@example.org", i),
			name: fmt.Sprint("Person ", i), born: "1961-03-04", number: fmt.Sprint("N", i),
		})
	}
	return p
}

func (p *plot) unsampled() *plot { p.noSample = true; return p }

func (p *plot) meets(o outsider) *plot { p.outsiders = append(p.outsiders, o); return p }

// joined makes everybody register without us, as we send them, a while after the
// story has begun.
func (p *plot) joined(after time.Duration) *plot {
	for i := range p.actors {
		p.meets(outsider{like: i, how: identical, age: -after, copies: 1})
	}
	return p
}

func (p *plot) echoes(e sandbox.Echo) *plot { p.target.Echo = e; return p }

func (p *plot) cautious() *plot { p.lookFirst, p.starts = true, true; return p }

// late says that a commit comes later than W, and a double cannot be prevented.
func (p *plot) late() *plot { p.beyond = true; return p }

// finds says that the double is there when the last processes run.
func (p *plot) finds() *plot { p.found = true; return p }

// limited says how many calls a day the target takes.
func (p *plot) limited(n int64) *plot { p.target.DailyQuota = n; return p }

func (p *plot) oneByOne() *plot { p.flights = 1; return p }

func (p *plot) marked() *plot { p.marker = true; return p }

// behind says that the Date header is behind the clock of created_at.
func (p *plot) behind(d time.Duration) *plot { p.target.DateOffset = -d; return p }

// alike makes the first two actors differ in nothing that the target returns.
func (p *plot) alike() *plot {
	a, b := &p.actors[0], &p.actors[1]
	a.userid = ""
	b.userid, b.email, b.name, b.born = "", a.email, a.name, a.born
	p.starts = true
	return p
}

// twins makes the actor two rows that nothing but the key tells apart. Both
// must end in the target.
func (p *plot) twins() *plot {
	twin := p.actors[0]
	twin.userid = ""
	p.actors[0] = twin
	twin.key = "K twin"
	p.actors = append(p.actors, twin)
	p.settles = true
	return p
}

// settled: every row ends in the target, and is known to.
func (tr *truth) settled() {
	for _, o := range tr.last.list {
		if o.Status != kyc.Created && o.Status != kyc.Already {
			tr.breach("%s is %s though nothing is unclear", o.Record.Key, o.Status)
		}
	}
}
