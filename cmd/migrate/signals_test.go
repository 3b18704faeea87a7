package main

import (
	"encoding/json"
	"os"
	"syscall"
	"testing"
	"time"

	"kycmigrate/internal/sandbox"
)

// TestFirstSignal: what is in flight is finished, the books balance, the same
// command goes on.
func TestFirstSignal(t *testing.T) {
	unixOnly(t)
	for _, sig := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
		t.Run(sig.String(), func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, sandbox.Config{Latency: 60 * time.Millisecond})
			list := w.withPictures(customers(80))
			w.source(marked, list)
			w.args = append(w.args, "--concurrency", "4")

			c := w.start(w.runArgs()...)
			c.waitFor("15 submissions", func() bool { return len(w.box.Submissions()) > 15 })
			c.signal(sig)
			e := w.expect(exitInterrupted, c)
			s := e.summary
			if s.NotAttempted == 0 || s.Created == 0 || s.InDoubt != 0 || s.Failed != 0 {
				t.Errorf("after the signal: %s", e.stdout)
			}
			w.box.Wait()
			for _, call := range w.box.Calls() {
				if call.Status != 200 {
					t.Errorf("call %d, %s, was not finished: status %d", call.Seq, call.Endpoint, call.Status)
				}
			}
			if n := int64(len(w.box.Submissions())); n != s.Created+s.Incomplete {
				t.Errorf("%d submissions are there, the summary tells of %d", n, s.Created+s.Incomplete)
			}

			w.must(exitOK)
			w.mustHoldExactly(list)
			w.mustCrosswalk(list)
			w.mustBeSilent(exitOK)
		})
	}
}

// TestSecondSignal: the program leaves at once, and nothing is lost by it.
func TestSecondSignal(t *testing.T) {
	unixOnly(t)
	t.Parallel()
	w := newWorld(t, sandbox.Config{})
	list := customers(20)
	w.source(marked, list)
	w.must(exitOK, "--limit", "5")

	const slow = 5 * time.Second
	w.faults("post:slow@" + slow.String())
	w.args = append(w.args, "--commit-window", (slow + time.Second).String())
	c := w.start(w.runArgs()...)
	c.waitFor("a POST under way", func() bool { return w.box.State().InFlight > 0 && inFlightPost(w) })
	c.signal(os.Interrupt)
	time.Sleep(200 * time.Millisecond)
	if !c.running() {
		t.Fatal("the first signal did not wait for what is in flight")
	}
	began := time.Now()
	c.signal(os.Interrupt)
	e := w.expect(exitInterrupted, c)
	if took := time.Since(began); took > slow/2 {
		t.Errorf("the second signal took %s", took)
	}
	// What was under way is in doubt, and not among what was not attempted.
	if n := len(w.rows(w.inRun("in_doubt.csv"))); e.summary.InDoubt == 0 || int(e.summary.InDoubt) != n || e.summary.InDoubt != w.status().InDoubt {
		t.Errorf("the summary tells of %d in doubt, the file of %d, status of %d: %s", e.summary.InDoubt, n, w.status().InDoubt, e.stdout)
	}

	w.faults()
	w.must(exitOK)
	w.mustHoldExactly(list)
	w.mustCrosswalk(list)
}

// inFlightPost reports whether the slow fault has struck.
func inFlightPost(w *world) bool {
	for _, f := range w.box.Faults() {
		if f.Hits > 0 {
			return true
		}
	}
	return false
}

// TestSignalWhileInDoubt: a signal does not wait for doubts to settle; they
// keep their times, and the next run settles them.
func TestSignalWhileInDoubt(t *testing.T) {
	unixOnly(t)
	t.Parallel()
	w := newWorld(t, sandbox.Config{})
	list := customers(30)
	w.source(marked, list)
	w.faults("post:drop-before=#3,4", "post:drop-after=#6")
	c := w.start(w.runArgs("--commit-window", "1h", "--doubt-timeout", "2h")...)
	c.waitFor("the other submissions", func() bool { return len(w.box.Submissions()) >= 28 })
	c.waitFor("the adoption of the one dropped after", func() bool { return w.status().Created >= 28 })
	c.signal(os.Interrupt)
	e := w.expect(exitInterrupted, c)
	if e.summary.InDoubt != 2 {
		t.Errorf("two records are in doubt: %s", e.stdout)
	}
	if n := len(w.rows(w.inRun("in_doubt.csv"))); n != 2 {
		t.Errorf("in_doubt.csv has %d rows, want 2", n)
	}
	w.must(exitOK)
	w.mustHoldExactly(list)
	w.mustCrosswalk(list)
}

// status is what migrate status says of the run directory, while a run goes on
// as well.
func (w *world) status() (s summary) {
	w.t.Helper()
	out, err := w.command("status", "--run", w.run, "--json").Output()
	if err == nil {
		err = json.Unmarshal(out, &s)
	}
	if err != nil {
		w.t.Fatalf("migrate status: %v: %s", err, out)
	}
	return s
}

// TestClosedPipes: nobody listening is no reason to end a run.
func TestClosedPipes(t *testing.T) {
	unixOnly(t)
	t.Parallel()
	w := newWorld(t, sandbox.Config{})
	list := customers(60)
	w.source(marked, list)
	r, pipe, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	c := &child{w: w, cmd: w.command(w.runArgs("--log-level", "debug")...), stdout: &capture{}, stderr: &capture{}, ended: make(chan struct{})}
	c.cmd.Stdout, c.cmd.Stderr = pipe, pipe
	_ = r.Close()
	c.begin()
	_ = pipe.Close()
	if e := c.wait(); e.exit != exitOK {
		t.Errorf("with stdout and stderr closed the run ended with %d", e.exit)
	}
	w.mustHoldExactly(list)
	w.mustCrosswalk(list)
}
