package uploader

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"pgregory.net/rapid"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/sandbox"
)

// The bounds of promise P1 in every plot.
const (
	plotWindow = 45 * time.Second // W
	plotLag    = 15 * time.Second // L
)

// plot is one story told to the real uploader: who is in the source, who is in
// the target already, how the target behaves, and what befalls each process.
type plot struct {
	actors    []person
	outsiders []outsider
	target    sandbox.Config
	marker    bool
	lookFirst bool
	noSample  bool // no lookups before the first POST
	flights   int
	rate      float64
	acts      []act
	// beyond says that a commit comes later than W or a read lags more than L.
	// Then a double cannot be prevented, and must not be silent (P1).
	beyond bool
	honest bool // nobody else's submission can be answered
	// What a told plot may ask for beyond what holds for every one.
	settles bool // nothing is a reason for a lasting doubt
	starts  bool // nothing is a reason to stop
	found   bool // there is a double, and it is found
}

// outsider is a submission of somebody else, planted before an act.
type outsider struct {
	act, like int // like the actor of this index
	how       likenessOf
	age       time.Duration
	deleted   bool
	copies    int
	fromStart bool // age counts from the beginning of the story
}

// likenessOf says in what an outsider is like an actor: always in the value it
// is looked up by.
type likenessOf int

const (
	identical  likenessOf = iota // in every field that ARGOS returns
	otherHuman                   // another name and birth date
	bare                         // nothing else is known of it
)

// act is one process, and what happens before it.
type act struct {
	pause  time.Duration
	edits  []edit
	faults []string
	stall  time.Duration // how long the index stands still once the act is on
	kill   kill
	soft   time.Duration // when the operator interrupts it; 0: never
	decide bool          // before it an operator decides on all doubts, and is right
	disk   time.Duration // how long each intent takes to be written
}

// edit changes a row of the source.
type edit struct {
	actor int
	what  string
}

// kill ends a process at the nth passing of a point, or a while after the nth
// call of a method has left.
type kill struct {
	at    string // "" never; "time"; "before POST"; "during POST"; "after intend" ...
	nth   int
	after time.Duration
}

func (p *plot) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "marker %v, lookFirst %v, noSample %v, flights %d, rate %v, beyond %v\n", p.marker, p.lookFirst, p.noSample, p.flights, p.rate, p.beyond)
	c := p.target
	fmt.Fprintf(&b, "target: seed %d, lag %v, latency %v, commit delay %v, quota %d, throttle %v, created_at %v, Date %v (none %v), echo %+v, deleted in lookups %v\n",
		c.Seed, c.Lag, c.Latency, c.CommitDelay, c.DailyQuota, c.RatePerSecond, c.CreatedAtOffset, c.DateOffset, c.NoDate, c.Echo, c.DeletedInLookups)
	for i, a := range p.actors {
		fmt.Fprintf(&b, "actor %d: %+v\n", i, a)
	}
	for _, o := range p.outsiders {
		fmt.Fprintf(&b, "outsider: %+v\n", o)
	}
	for i, a := range p.acts {
		fmt.Fprintf(&b, "act %d: %+v\n", i, a)
	}
	return b.String()
}

// dice draws what a plot is made of.
type dice struct{ *rapid.T }

func (d dice) upTo(name string, n int) int { return rapid.IntRange(0, n).Draw(d.T, name) }

// one reports true once in n.
func (d dice) one(name string, n int) bool { return d.upTo(name, n-1) == n-1 }

func oneOf[T any](d dice, name string, of ...T) T {
	return of[d.upTo(name, len(of)-1)]
}

func drawPlot(t *rapid.T) *plot {
	d := dice{t}
	p := &plot{
		marker: d.one("marker", 2), lookFirst: d.one("look first", 8), noSample: d.one("no sample", 4),
		flights: oneOf(d, "flights", 1, 2, 8), rate: oneOf(d, "rate", 0, 0, 0.5, 2),
	}
	p.drawActors(d)
	p.drawTarget(d)
	for i := range 1 + d.upTo("acts", 2) {
		p.acts = append(p.acts, p.drawAct(d, i))
	}
	if p.anyPost(answered...) { // the application answers when its work has taken effect (N2)
		p.target.CommitDelay = 0
	}
	if p.anyPost("slow") && p.target.CommitDelay > 0 { // both together are longer than W
		p.target.CommitDelay = 2 * time.Second
	}
	if p.anyPost("reused-id") {
		p.fairToAnswers()
	}
	for range d.upTo("outsiders", 2) {
		o := p.drawOutsider(d)
		o.fromStart = o.unknowable(p)
		if o.fair(p) && !p.honest {
			p.outsiders = append(p.outsiders, o)
		}
	}
	return p
}

// fairToAnswers leaves out what makes a wrong id in an answer pass for right: a
// submission that is nobody's of ours, and people, or a target, that nothing
// but the answers tells apart.
func (p *plot) fairToAnswers() {
	p.target.Echo = sandbox.Echo{}
	for i := range p.actors {
		a := &p.actors[i]
		a.userid, a.email, a.name = fmt.Sprint("u ", i), fmt.Sprintf("p%d+x@example.org", i), fmt.Sprint("Person ", i)
	}
	p.honest = true
}

// answered are the faults in which the application itself answers.
var answered = []string{"processing_error", "no-id", "truncated", "garbage", "undecryptable", "error-200", "unknown-code"}

// anyPost reports that a fault of POST begins with one of the words.
func (p *plot) anyPost(words ...string) bool {
	return slices.ContainsFunc(p.acts, func(a act) bool {
		return slices.ContainsFunc(a.faults, func(f string) bool {
			return slices.ContainsFunc(words, func(word string) bool { return strings.HasPrefix(f, "post:"+word) })
		})
	})
}

func (p *plot) drawActors(d dice) {
	for i := range 1 + d.upTo("actors", 5) {
		a := person{
			key: fmt.Sprint("K", i), email: fmt.Sprintf("p%d+x@example.org", i), userid: fmt.Sprint("u ", i),
			name: fmt.Sprint("Person ", i), born: fmt.Sprintf("19%02d-03-04", 50+i), number: fmt.Sprint("N", i),
		}
		kind := oneOf(d, "actor", "user", "user", "mail", "twin", "family", "alike")
		if kind != "user" {
			a.userid = ""
		}
		if i > 0 && p.actors[i-1].userid == "" {
			last := p.actors[i-1]
			switch kind {
			case "twin":
				last.key, last.front = a.key, ""
				a = last
			case "family": // shares the e-mail
				a.email = last.email
			case "alike": // differs in what ARGOS does not return
				a.email, a.name, a.born = last.email, last.name, last.born
			}
		}
		if d.one("picture", 4) {
			a.front = fmt.Sprint("front", i)
		}
		p.actors = append(p.actors, a)
	}
}

func (p *plot) drawTarget(d dice) {
	p.target = sandbox.Config{
		Seed: uint64(1 + d.upTo("seed", 1000)), Latency: oneOf(d, "latency", 0, 100*time.Millisecond, 900*time.Millisecond),
		Lag: oneOf(d, "lag", 0, 0, 3*time.Second, plotLag), CommitDelay: oneOf(d, "commit", 0, 0, 0, 2*time.Second, 40*time.Second),
		CreatedAtOffset: oneOf(d, "created_at", 0, 0, 9*time.Hour), DateOffset: oneOf(d, "date", 0, 0, 10*time.Minute, -10*time.Minute),
		DailyQuota: oneOf[int64](d, "quota", 0, 0, 0, 0, 40), RatePerSecond: oneOf[float64](d, "throttle", 0, 0, 0, 2),
		NoDate: d.one("no date", 8), DeletedInLookups: d.one("deleted seen", 2),
		Echo: oneOf(d, "echo", sandbox.Echo{}, sandbox.Echo{}, sandbox.Echo{}, sandbox.Echo{UpperNames: true}, sandbox.Echo{Drop: []string{"cf1"}},
			sandbox.Echo{Drop: []string{"birthDate"}}, sandbox.Echo{Mask: []string{"fullName"}}, sandbox.Echo{CutCF: 8}, sandbox.Echo{Result: "rejected"}),
	}
}

func (p *plot) drawAct(d dice, n int) act {
	a := act{pause: oneOf(d, "pause", 0, time.Millisecond, time.Second, 30*time.Second, 2*time.Minute, 11*time.Minute)}
	if n > 0 {
		for range d.upTo("edits", 2) {
			a.edits = append(a.edits, edit{d.upTo("whose", len(p.actors)-1), oneOf(d, "edit", "email", "name", "userid", "invalid", "excluded", "deleted", "picture", "picture later", "restored")})
		}
	}
	a.decide = n > 0 && d.one("decide", 6)
	for range d.upTo("faults", 4) {
		a.faults = append(a.faults, p.drawFault(d))
	}
	if d.one("stall", 10) {
		a.stall, p.beyond = 2*time.Minute, true
	}
	if d.one("slow disk", 8) {
		a.disk = oneOf(d, "disk", time.Second, 7*time.Second, 40*time.Second)
	}
	switch d.upTo("end", 5) {
	case 0, 1, 2:
		a.kill = drawKill(d)
	case 3:
		a.soft = oneOf(d, "soft", time.Millisecond, time.Second, 20*time.Second, 70*time.Second)
	}
	return a
}

func drawKill(d dice) kill {
	return kill{
		at: oneOf(d, "kill", "time", "before POST", "after POST", "during POST", "before GET", "after GET", "before PUT", "after PUT", "during PUT",
			"before intend", "after intend", "before post", "after post", "before doubt", "after doubt", "before absent", "after absent",
			"before unsend", "after unsend", "before looked", "after looked", "before ended", "after ended", "before complete", "after complete", "before meta", "after meta"),
		nth:   1 + d.upTo("nth", 5),
		after: oneOf(d, "after", time.Millisecond, 500*time.Millisecond, 3*time.Second, 25*time.Second, 61*time.Second),
	}
}

func (p *plot) drawFault(d dice) string {
	when := oneOf(d, "when", "=#1", "=#2", "=#1-2", "=#1,3", "=#2-4", "=#4,6", "=30%", "=60%", "")
	switch oneOf(d, "endpoint", "post", "post", "post", "get", "get", "put") {
	case "get":
		action := oneOf(d, "get", "500", "502", "429", "drop", "aged", "blind", "no-items", "lower-items", "page-loop", "empty-page",
			"no-filter", "garbage", "truncated", "undecryptable", "slow")
		if action == "blind" {
			p.beyond = true // a read that lags as long as it likes
		}
		if action == "slow" {
			when += "@10s"
		}
		return "get:" + action + when
	case "put":
		return "put:" + oneOf(d, "put", "500", "502-after", "drop", "drop-after", "processing_error", "429", "drop-late") + when + "@20s"
	}
	action := oneOf(d, "post", "drop", "drop-after", "drop-late", "drop-late", "500", "500-after", "500-late", "502-late", "504-late", "504", "504-after",
		"processing_error", "processing_error-after", "no-id", "truncated", "garbage", "undecryptable", "error-200", "429", "slow",
		"409", "409-after", "307", "unknown-code", "unknown-code-after", "reused-id")
	delay := time.Duration(0)
	switch {
	case strings.HasSuffix(action, "-late"):
		delay = oneOf(d, "late", 1*time.Second, 10*time.Second, 20*time.Second, 28*time.Second, 40*time.Second, 44*time.Second, plotWindow)
		if d.one("later than W", 12) {
			delay, p.beyond = oneOf(d, "later", 80*time.Second, 3*time.Minute, 9*time.Minute), true
		}
	case action == "slow":
		delay = 40 * time.Second
	}
	if delay > 0 {
		return "post:" + action + when + "@" + delay.String()
	}
	return "post:" + action + when
}

func (p *plot) drawOutsider(d dice) outsider {
	return outsider{
		act: d.upTo("in act", len(p.acts)), like: d.upTo("like", len(p.actors)-1),
		how: oneOf(d, "how", identical, otherHuman, bare), age: oneOf(d, "age", 0, 5*time.Second, time.Hour, 24*time.Hour, 1000*time.Hour),
		deleted: d.one("outsider deleted", 5), copies: oneOf(d, "copies", 1, 1, 1, 120),
	}
}

// unknowable reports that nothing but its age tells it from ours: every field is as
// we send it, and no mark comes back.
func (o *outsider) unknowable(p *plot) bool {
	e := p.target.Echo
	marked := p.marker && len(e.Drop) == 0 && e.CutCF == 0
	return o.how == identical && !marked
}

// fair leaves out what nobody can tell from ours, its age included: an act may last
// for days, so such a one is long there when the story begins.
func (o *outsider) fair(p *plot) bool { return !o.unknowable(p) || o.age >= time.Hour }

func (p *person) lookup() (field, value string) {
	if p.userid != "" {
		return "userid", p.userid
	}
	return "email", p.email
}

// fields are what an outsider has that is like a in the given way.
func (p *person) fields(how likenessOf, n int) map[string]string {
	rec := p.record(0)
	f := map[string]string{"kycStatus": "approved", "identityNumber": "somebody else"}
	by, value := p.lookup()
	switch how {
	case identical:
		for _, field := range []kyc.Field{kyc.UserID, kyc.Email, kyc.FullName, kyc.BirthDate, kyc.IDType, kyc.IssuingCountry} {
			if v := rec.Submission[field]; v != "" {
				f[field.String()] = v
			}
		}
	case otherHuman:
		f["email"], f["fullName"], f["birthDate"] = "other@example.org", fmt.Sprint("Somebody Else ", n), "1931-01-01"
	}
	f[by] = value
	return f
}
