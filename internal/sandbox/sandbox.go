package sandbox

import (
	"crypto/rand"
	"encoding/binary"
	"fmt"
	"io"
	mrand "math/rand/v2"
	"net/http"
	"net/netip"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// Sandbox is one local ARGOS. Its methods may be called concurrently.
type Sandbox struct {
	cfg      Config
	projects map[string]string // API key to project
	networks []netip.Prefix
	idTypes  map[string]bool
	routes   map[string]*route // method and path

	store  *store
	audit  *audit
	gates  *gates
	rules  rules
	offset atomic.Int64 // of the clock, nanoseconds
	lag    atomic.Int64

	dice struct {
		sync.Mutex
		*mrand.Rand
	}

	life struct {
		sync.Mutex
		closed  bool
		pending int        // calls being served
		idle    *sync.Cond // signalled when there are none
	}
	done chan struct{} // closed by Close; wakes whoever sleeps
}

// New makes a Sandbox from its configuration and, with a DataDir, from what an
// earlier one left there. The owner calls Close.
func New(cfg Config) (*Sandbox, error) {
	cfg = cfg.withDefaults()
	if err := cfg.check(); err != nil {
		return nil, fmt.Errorf("sandbox configuration: %w", err)
	}
	projects, err := cfg.keyProjects()
	if err != nil {
		return nil, fmt.Errorf("sandbox configuration: %w", err)
	}
	networks, err := cfg.networks()
	if err != nil {
		return nil, fmt.Errorf("sandbox configuration: %w", err)
	}
	s := &Sandbox{
		cfg: cfg, projects: projects, networks: networks,
		idTypes: make(map[string]bool), done: make(chan struct{}),
		audit: newAudit(cfg.AuditSize), gates: newGates(cfg),
	}
	s.life.idle = sync.NewCond(&s.life)
	for _, code := range slices.Concat(idTypes, cfg.ExtraIDTypes) {
		s.idTypes[code] = true
	}
	s.lag.Store(int64(cfg.Lag))
	s.routes = s.routeTable()
	seed := orElse(cfg.Seed, randomSeed())
	s.dice.Rand = mrand.New(mrand.NewPCG(seed, 1))
	if err := s.SetFaults(cfg.Faults); err != nil {
		return nil, err
	}
	if s.store, err = openStore(seed, cfg.DataDir); err != nil {
		return nil, err
	}
	return s, nil
}

func randomSeed() uint64 {
	var b [8]byte
	_, _ = rand.Read(b[:]) // never fails (crypto/rand)
	return binary.LittleEndian.Uint64(b[:])
}

// Close ends the Sandbox: calls that wait are cut off, later ones are refused
// a connection. It returns when no call is being served any more.
func (s *Sandbox) Close() error {
	s.life.Lock()
	if s.life.closed {
		s.life.Unlock()
		return nil
	}
	s.life.closed = true
	close(s.done)
	s.life.Unlock()
	s.Wait()
	return s.store.close()
}

// Wait returns when no call is being served, those that were given up by their
// callers included.
func (s *Sandbox) Wait() {
	s.life.Lock()
	defer s.life.Unlock()
	for s.life.pending > 0 {
		s.life.idle.Wait()
	}
}

func (s *Sandbox) enter() bool {
	s.life.Lock()
	defer s.life.Unlock()
	if s.life.closed {
		return false
	}
	s.life.pending++
	return true
}

func (s *Sandbox) leave() {
	s.life.Lock()
	defer s.life.Unlock()
	if s.life.pending--; s.life.pending == 0 {
		s.life.idle.Broadcast()
	}
}

// Now is the Sandbox's clock.
func (s *Sandbox) Now() time.Time {
	return s.cfg.Now().Add(time.Duration(s.offset.Load()))
}

// Advance moves the clock. What commits or becomes visible later, the daily
// quota and the Date header follow it; calls that sleep do not.
func (s *Sandbox) Advance(d time.Duration) { s.offset.Add(int64(d)) }

// SetLag changes how long new submissions stay unseen.
func (s *Sandbox) SetLag(d time.Duration) { s.lag.Store(int64(d)) }

// sleep waits in real (or bubble) time. A Sandbox that closes meanwhile cuts
// the call off, as a server that dies would.
func (s *Sandbox) sleep(d time.Duration) {
	if d <= 0 {
		return
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-s.done:
		panic(http.ErrAbortHandler)
	}
}

// ServeHTTP serves one call of the API, or of the control plane under
// /_sandbox/.
func (s *Sandbox) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !s.enter() {
		panic(http.ErrAbortHandler)
	}
	defer s.leave()
	if strings.HasPrefix(r.URL.Path, controlPath) {
		s.serveControl(w, r)
		return
	}
	c := s.begin(r)
	defer c.discard()
	finished := false
	defer func() {
		if !finished { // cut off by Close
			s.audit.end(c, answer{drop: true}, s.Now())
		}
	}()
	a := s.handle(c, r)
	finished = true
	s.audit.end(c, a, s.Now())
	s.write(w, c, a)
}

// call is one request on its way.
type call struct {
	seq     uint64
	arrived time.Time
	method  string
	path    string
	route   *route // nil where nothing is served
	key     string
	project string
	bytes   int64
	media   string // of the body, without parameters
	body    []byte
	form    *form
	query   map[string][]string
	fault   string

	ignoreFilter bool // set by a fault
	dropImage    bool // set by a fault
}

func (s *Sandbox) begin(r *http.Request) *call {
	c := &call{method: r.Method, path: r.URL.Path, route: s.routes[r.Method+" "+r.URL.Path]}
	s.audit.begin(c, s.Now)
	return c
}

// discard removes what the call left lying about.
func (c *call) discard() {
	if c.form != nil {
		c.form.discard()
	}
}

// maxDrain bounds what is read of a body that is refused anyway.
const maxDrain = 64 << 20

// handle takes a call through the checks in the order of contracts.md part F.
func (s *Sandbox) handle(c *call, r *http.Request) answer {
	a, refused := s.admit(c, r)
	if !refused {
		a, refused = s.read(c, r)
	}
	if refused {
		// Read on, so that the answer and not a broken pipe reaches the caller.
		_, _ = io.Copy(io.Discard, io.LimitReader(r.Body, maxDrain))
		return a
	}
	return s.seal(c, s.perform(c))
}

// perform lets the faults have their say and does the work.
func (s *Sandbox) perform(c *call) answer {
	wait := s.latency()
	rule := s.pickFault(c)
	if rule == nil {
		return s.timed(c, wait)
	}
	c.fault = rule.label
	if rule.script.prepare != nil {
		rule.script.prepare(c)
	}
	if rule.script.reply == nil {
		return s.timed(c, wait+rule.Delay)
	}
	s.sleep(wait)
	var real answer
	switch rule.moment {
	case before:
		s.sleep(rule.Delay)
	case after:
		real = c.route.work(c, s.cfg.CommitDelay)
		s.sleep(rule.Delay)
	case late:
		real = c.route.work(c, rule.Delay)
	}
	return rule.script.reply(s, c, real)
}

// timed does the work after wait and answers when it has taken effect, or with
// 504 when the gateway's patience ends first; the work goes on regardless.
func (s *Sandbox) timed(c *call, wait time.Duration) answer {
	lead := s.cfg.CommitDelay
	if !c.route.writes {
		lead = 0
	}
	patience := s.cfg.GatewayTimeout
	if patience < 0 {
		patience = wait + lead
	}
	if wait > patience {
		wait, lead = patience, lead+wait-patience
	}
	s.sleep(wait)
	a := c.route.work(c, lead)
	rest := min(lead, patience-wait)
	s.sleep(rest)
	if rest < lead {
		return httpAnswer(http.StatusGatewayTimeout, "Endpoint request timed out")
	}
	return a
}

func (s *Sandbox) latency() time.Duration {
	if s.cfg.Jitter <= 0 {
		return s.cfg.Latency
	}
	s.dice.Lock()
	defer s.dice.Unlock()
	return s.cfg.Latency + time.Duration(s.dice.Int64N(int64(s.cfg.Jitter)+1))
}
