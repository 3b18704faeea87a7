package uploader

import (
	"flag"
	"strconv"
	"testing"
	"testing/synctest"
	"time"

	"pgregory.net/rapid"
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
		runs, limit = 80, modelTimeShort
	}
	if *modelRuns > 0 {
		runs, limit = *modelRuns, 24*time.Hour
	}
	set(t, "rapid.checks", strconv.Itoa(runs))
	set(t, "rapid.nofailfile", "true")
	begin, failed := time.Now(), false
	played := 0
	rapid.Check(t, func(rt *rapid.T) {
		p := drawPlot(rt)
		if !failed && time.Since(begin) > limit {
			return // shrinking goes on until it is done
		}
		played++
		if s := p.inBubble(t, nil); len(s.trouble) > 0 {
			failed = true
			rt.Fatalf("%q\n%s\n%s", s.trouble, p, s.w.log.lines.String())
		}
	})
	t.Logf("%d plots played", played)
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
