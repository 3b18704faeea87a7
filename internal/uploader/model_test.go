package uploader

import (
	"bytes"
	"flag"
	"strconv"
	"testing"
	"testing/synctest"
	"time"

	"pgregory.net/rapid"

	"kycmigrate/internal/kyc"
)

var modelRuns = flag.Int("model.runs", 0, "random plots for TestModel to play; 0: as many as fit a unit test")

// modelTime bounds the random part of TestModel unless -model.runs is given.
const (
	modelTime      = 20 * time.Second
	modelTimeShort = 4 * time.Second
)

// TestModel plays random plots to the real uploader, ledger, pipeline and
// client against the sandbox, whose own record is the assertion: nobody is
// stored twice or lost or mistaken for somebody else without being told of.
func TestModel(t *testing.T) {
	runs, limit := 400, modelTime
	if testing.Short() {
		limit = modelTimeShort
	}
	if *modelRuns > 0 {
		runs, limit = *modelRuns, 24*time.Hour
	}
	set(t, "rapid.checks", strconv.Itoa(runs))
	set(t, "rapid.nofailfile", "true")
	begin, failed := time.Now(), false
	seen := tally{doubts: map[string]int{}}
	rapid.Check(t, func(rt *rapid.T) {
		p := drawPlot(rt)
		if !failed && time.Since(begin) > limit {
			return // shrinking goes on until it is done
		}
		s := p.inBubble(t, nil)
		seen.add(s)
		if len(s.trouble) > 0 {
			failed = true
			rt.Fatalf("%q\n%s\n%s", s.trouble, p, s.w.log.lines.String())
		}
	})
	t.Logf("%+v", seen)
	if !failed && seen.plots >= 40 && (seen.adopted == 0 || seen.absent == 0 || seen.ended[kyc.InDoubt] == 0 || 2*seen.ended[kyc.InDoubt] > seen.rows) {
		t.Errorf("the plots do not show what they are for: %+v", seen)
	}
}

// tally is what happened in the plots, to see that they are worth playing.
type tally struct {
	plots, rows     int
	adopted, absent int // doubts that lookups settled
	ended           [kyc.NumStatuses]int
	doubts          map[string]int // reasons of those that remain
}

func (c *tally) add(s *stage) {
	c.plots++
	c.adopted += bytes.Count(s.w.log.lines.Bytes(), []byte("found and adopted"))
	c.absent += bytes.Count(s.w.log.lines.Bytes(), []byte("in doubt is not there"))
	for _, o := range s.last.list {
		c.rows++
		c.ended[o.Status]++
		if o.Doubt != nil {
			c.doubts[o.Doubt.Reason]++
		}
	}
}

// set sets a flag for the time of a test.
func set(t *testing.T, name, value string) {
	f := flag.Lookup(name)
	before := f.Value.String()
	if err := f.Value.Set(value); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Value.Set(before) })
}

func (p *plot) inBubble(t *testing.T, r *rules) (s *stage) {
	synctest.Test(t, func(t *testing.T) { s = p.play(t, r) })
	return s
}
