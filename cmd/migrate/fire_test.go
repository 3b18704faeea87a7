package main

import (
	"flag"
	"math/rand/v2"
	"strconv"
	"testing"
	"time"

	"kycmigrate/internal/sandbox"
)

var (
	fireSeed    = flag.Uint64("fire.seed", 0, "seed of the moments of SIGKILL and of the faults; 0 picks one")
	fireRecords = flag.Int("fire.records", 2000, "records of the test under fire")
	fireKills   = flag.Int("fire.kills", 20, "kills of the test under fire")
)

// fire is everything that goes wrong at once: each at 5 % of the POSTs, and
// most of it at the other calls as well. A 429 pauses the whole program for a
// while, so that the other calls see fewer of them: time is short.
var fire = []string{
	"post:drop-before=5%", "post:drop-after=5%", "post:500-before=5%", "post:502-after=5%", "post:504-after=5%",
	"post:processing_error-after=5%", "post:429=5%",
	"put:drop-before=2%", "put:drop-after=2%", "put:500-before=2%", "put:502-after=2%", "put:504-after=2%",
	"put:processing_error-after=2%", "put:429=1%",
	"get:drop-before=2%", "get:500-before=2%", "get:429=1%",
}

// ordeal is one test under fire.
type ordeal struct {
	marker         string
	records, kills int
	lag            time.Duration // of the target's lookups
	settle         string        // covers the lag, with a commit window for what is under way when a kill comes
	longest        time.Duration // between start and kill
}

// TestExactlyOnceUnderFire is the promise of the program: whatever the network
// does, and whenever the process is killed, the same command again and again
// ends with each record in ARGOS once. The target's own record is the proof.
func TestExactlyOnceUnderFire(t *testing.T) {
	unixOnly(t)
	full := ordeal{
		marker: marked, records: *fireRecords, kills: *fireKills,
		lag: time.Second, settle: "600ms,500ms,1100ms", longest: 2500 * time.Millisecond,
	}
	brief := ordeal{
		marker: marked, records: 300, kills: 5,
		lag: 300 * time.Millisecond, settle: "200ms,150ms,350ms", longest: 800 * time.Millisecond,
	}
	if testing.Short() {
		full = brief
	}
	byFields := brief
	byFields.marker = unmarked
	t.Run("marked", func(t *testing.T) { t.Parallel(); full.endure(t) })
	t.Run("by fields", func(t *testing.T) { t.Parallel(); byFields.endure(t) })
}

func (o ordeal) endure(t *testing.T) {
	seed := *fireSeed
	if seed == 0 {
		seed = rand.Uint64()
	}
	t.Logf("seed: -fire.seed=%d", seed)
	random := rand.New(rand.NewPCG(seed, 1))

	w := newWorld(t, sandbox.Config{Lag: o.lag, Seed: seed | 1, AuditSize: 1 << 20})
	list := w.withPictures(customers(o.records))
	w.source(o.marker, list)
	w.faults(fire...)
	w.args = []string{"--rate", "0", "--concurrency", "32", "--settle", o.settle}

	began := time.Now()
	killed, ended := o.runAndKill(w, random)
	between := time.Now()
	e := w.runToTheEnd(12)
	t.Logf("%d records; %d kills in %s (%d runs ended by themselves meanwhile); the end after %s more, %d calls; the last run: %s",
		o.records, killed, between.Sub(began).Round(time.Millisecond), ended, time.Since(between).Round(time.Millisecond), w.calls(), e.stdout)
	if killed < o.kills {
		t.Errorf("the program was killed %d times, want %d", killed, o.kills)
	}

	w.mustHoldExactly(list)
	w.mustCrosswalk(list)
	w.mustHaveBehaved()
	last := w.mustBeSilent(exitOK)
	if last.summary.Already != int64(o.records) {
		t.Errorf("a further run counts %d as already there, want %d", last.summary.Already, o.records)
	}
}

// runAndKill starts the program again and again and kills it: one time after
// so many milliseconds, another after so many calls.
func (o ordeal) runAndKill(w *world, random *rand.Rand) (killed, ended int) {
	share := max(1, 4*o.records/o.kills)
	for killed < o.kills && ended < o.kills {
		c := w.start(w.runArgs()...)
		delay := time.Duration(random.Int64N(int64(o.longest)))
		goal := w.received() + uint64(random.IntN(share))
		if random.IntN(2) == 0 {
			sleep(w.t.Context(), delay)
		} else {
			for until := time.Now().Add(2 * o.longest); c.running() && w.received() < goal && time.Now().Before(until); {
				time.Sleep(time.Millisecond)
			}
		}
		if c.kill() {
			killed++
			continue
		}
		ended++
		e := c.wait()
		e.check(w.t)
	}
	return killed, ended
}

// runToTheEnd repeats the command until everything is done.
func (w *world) runToTheEnd(most int) ending {
	w.t.Helper()
	var e ending
	for range most {
		e = w.start(w.runArgs()...).wait()
		e.check(w.t)
		if e.exit == exitOK {
			return e
		}
		w.t.Logf("not done yet: %s", e.stdout)
		if e.exit != exitRejects && e.exit != exitDoubt {
			break
		}
	}
	w.t.Fatalf("the run did not come to its end: exit %d, %s\n%s", e.exit, e.stdout, tail(e.stderr))
	return e
}

// mustHaveBehaved asserts that no call was wrong in itself, and that every
// fault did strike.
func (w *world) mustHaveBehaved() {
	w.t.Helper()
	for _, call := range w.box.Calls() {
		answered := call.Status != 0 // else a fault, or its caller was killed
		if answered && call.Fault == "" && (call.Status < 200 || call.Status > 299) {
			w.t.Errorf("call %d, %s %s, was answered %d %s without a fault", call.Seq, call.Method, call.Path, call.Status, call.Code)
		}
	}
	state := w.box.State()
	for _, f := range state.Faults {
		if f.Hits == 0 && f.Seen > 1500 {
			w.t.Errorf("the fault %s never struck in %d calls", f.Fault, f.Seen)
		}
		w.t.Logf("%-32s %4d of %d", f.Fault, f.Hits, f.Seen)
	}
	w.t.Logf("at most %d calls in a second, %d in flight", state.MaxInSecond, state.MaxInFlight)
}

// TestRateIsKept holds --rate against the target's own count, over several
// processes: a restart must not be a way around it.
func TestRateIsKept(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sandbox.Config{})
	list := customers(300)
	w.source(marked, list)
	const perSecond, burst, inFlight = 60, 6, 16
	w.args = append(w.args, "--rate", strconv.Itoa(perSecond), "--concurrency", strconv.Itoa(inFlight))
	for range 3 {
		before := w.received()
		c := w.start(w.runArgs()...)
		c.waitFor("60 calls", func() bool { return w.received() > before+60 })
		c.kill()
	}
	w.must(exitOK)
	w.mustHoldExactly(list)
	// Each process has a burst of its own; two may meet in one second. What is
	// in flight may arrive bunched.
	most := perSecond + 2*burst + inFlight
	if got := w.box.State().MaxInSecond; got > most {
		t.Errorf("%d calls in one second, with --rate %d at most %d are in order", got, perSecond, most)
	}
}
