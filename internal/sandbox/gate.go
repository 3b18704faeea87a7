package sandbox

import (
	"net/http"
	"net/netip"
	"sync"
	"time"
)

// gates counts calls per API key, as a usage plan does: a token bucket by the
// second and a quota by the UTC day.
type gates struct {
	rate  float64
	burst float64
	quota int64

	mu   sync.Mutex
	keys map[string]*allowance
}

type allowance struct {
	tokens float64
	filled time.Time
	day    int64
	used   int64
}

func newGates(cfg Config) *gates {
	return &gates{rate: cfg.RatePerSecond, burst: float64(cfg.Burst), quota: cfg.DailyQuota, keys: make(map[string]*allowance)}
}

const (
	throttled = "Too Many Requests"
	exhausted = "Limit Exceeded"
)

// take spends one call, or says why it may not.
func (g *gates) take(key string, now time.Time) string {
	g.mu.Lock()
	defer g.mu.Unlock()
	a := g.keys[key]
	if a == nil {
		a = &allowance{tokens: g.burst, filled: now}
		g.keys[key] = a
	}
	if day := now.Unix() / 86400; day != a.day {
		a.day, a.used = day, 0
	}
	if g.rate > 0 && !a.spend(g.rate, g.burst, now) {
		return throttled
	}
	if g.quota > 0 && a.used >= g.quota {
		return exhausted
	}
	a.used++
	return ""
}

func (a *allowance) spend(rate, burst float64, now time.Time) bool {
	if passed := now.Sub(a.filled).Seconds(); passed > 0 {
		a.tokens = min(burst, a.tokens+passed*rate)
	}
	a.filled = now
	if a.tokens < 1 {
		return false
	}
	a.tokens--
	return true
}

// used is the number of calls that counted today, over all keys.
func (g *gates) used(now time.Time) (n int64) {
	g.mu.Lock()
	defer g.mu.Unlock()
	for _, a := range g.keys {
		if a.day == now.Unix()/86400 {
			n += a.used
		}
	}
	return n
}

func (g *gates) forget() {
	g.mu.Lock()
	defer g.mu.Unlock()
	clear(g.keys)
}

// admit does the checks that come before the body is read: route, address,
// key, rate, quota.
func (s *Sandbox) admit(c *call, r *http.Request) (answer, bool) {
	if c.route == nil {
		return httpAnswer(http.StatusForbidden, "Missing Authentication Token"), true
	}
	if !s.allowed(r.RemoteAddr) {
		return httpAnswer(http.StatusForbidden, "User is not authorized to access this resource with an explicit deny"), true
	}
	c.key = r.Header.Get("X-Api-Key")
	c.project = s.projects[c.key]
	if c.project == "" {
		return httpAnswer(http.StatusForbidden, "Forbidden"), true
	}
	if why := s.gates.take(c.key, s.Now()); why != "" {
		return httpAnswer(http.StatusTooManyRequests, why), true
	}
	return answer{}, false
}

func (s *Sandbox) allowed(remote string) bool {
	if len(s.networks) == 0 {
		return true
	}
	peer, err := netip.ParseAddrPort(remote)
	if err != nil {
		return false
	}
	for _, block := range s.networks {
		if block.Contains(peer.Addr().Unmap()) {
			return true
		}
	}
	return false
}
