package cli

import (
	"bytes"
	"cmp"
	"context"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
	"unicode/utf8"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/pipeline"
)

// showing runs a pass of 250 records over 25 seconds and returns what was shown.
func showing(t *testing.T, tty, quiet bool) (shown string) {
	synctest.Test(t, func(t *testing.T) {
		var buf bytes.Buffer
		a := &app{err: &buf, os: OS{IsTerminal: func(any) bool { return tty }}}
		p := a.newProgress("sending", extent{records: 1000}, quiet)
		for i := range 250 {
			time.Sleep(100 * time.Millisecond)
			o := kyc.Outcome{Status: kyc.Created}
			if i%50 == 0 {
				o.Status = kyc.Rejected
			}
			if err := p.Add(&o); err != nil {
				t.Fatal(err)
			}
		}
		p.Close()
		shown = buf.String()
	})
	return shown
}

func TestProgressLines(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(showing(t, false, false)), "\n")
	if len(lines) != 2 {
		t.Fatalf("%d lines in 25 s, want 2:\n%s", len(lines), strings.Join(lines, "\n"))
	}
	for _, want := range []string{"sending: ", " of 1,000 records", "/s", "4 rejected", "left"} {
		if !strings.Contains(lines[1], want) {
			t.Errorf("%q lacks %q", lines[1], want)
		}
	}
}

func TestProgressBar(t *testing.T) {
	shown := showing(t, true, false)
	if !strings.Contains(shown, "250 of 1,000 records") || !strings.Contains(shown, "5 rejected") || !strings.HasSuffix(shown, "\n") {
		t.Errorf("the bar ends as %q", shown[max(0, len(shown)-200):])
	}
}

// stoppedAt runs a pass that skips 30 of 100 records, sends 20 at two calls a second and is
// stopped, and returns the last line of the display.
func stoppedAt(t *testing.T, tty bool) (last string) {
	synctest.Test(t, func(t *testing.T) {
		var buf bytes.Buffer
		a := &app{err: &buf, os: OS{IsTerminal: func(any) bool { return tty }}}
		var calls atomic.Int64
		p := a.newProgress("sending", extent{records: 100, toDo: 70, calls: calls.Load}, false)
		add := func(n int, s kyc.Status) {
			for range n {
				_ = p.Add(&kyc.Outcome{Status: s})
			}
		}
		add(10, kyc.Already)
		add(15, kyc.Rejected)
		add(5, kyc.Excluded)
		for range 20 {
			add(1, kyc.Created)
			calls.Add(2)
			time.Sleep(time.Second)
		}
		time.Sleep(time.Second / 2)
		if !tty {
			last = p.(*meter).line()
		}
		add(50, kyc.NotAttempted)
		p.Close()
		if tty {
			shown := strings.Split(strings.TrimSpace(buf.String()), "\r")
			last = shown[len(shown)-1]
		}
	})
	return last
}

// A run that was stopped ends with how far it came, and its pace is that of the calls.
func TestProgressTellsTheTruth(t *testing.T) {
	bar := stoppedAt(t, true)
	for _, want := range []string{"sending, 50 of 100 records, 15 rejected", " 50% ", ", 1 calls/s"} {
		if !strings.Contains(bar, want) {
			t.Errorf("the bar lacks %q: %q", want, bar)
		}
	}
	if strings.Contains(bar, "left") {
		t.Errorf("a bar that has ended says when: %q", bar)
	}
	if line, want := stoppedAt(t, false), "sending: 50 of 100 records, 2.0 calls/s, 15 rejected, about 51s left"; line != want {
		t.Errorf("%q, want %q", line, want)
	}
}

// A pass whose records are not counted yet is measured by bytes.
func TestProgressByBytes(t *testing.T) {
	for tty, want := range map[bool][]string{
		true:  {"checking, 25 records", " 25% "},
		false: {"checking: 20 records, ", ", 20%, about 40s left"},
	} {
		synctest.Test(t, func(t *testing.T) {
			var buf bytes.Buffer
			a := &app{err: &buf, os: OS{IsTerminal: func(any) bool { return tty }}}
			var read atomic.Int64
			p := a.newProgress("checking", extent{size: 1000, read: read.Load}, false)
			for range 25 {
				read.Add(10)
				_ = p.Add(&kyc.Outcome{Status: kyc.Ready})
				time.Sleep(501 * time.Millisecond)
			}
			p.Close()
			for _, text := range want {
				if !strings.Contains(buf.String(), text) {
					t.Errorf("terminal %t: %q is not in %q", tty, text, buf.String())
				}
			}
		})
	}
}

func TestProgressQuiet(t *testing.T) {
	if shown := showing(t, true, true); shown != "" {
		t.Errorf("--quiet shows %q", shown)
	}
}

// A line of the bar fits on the terminal, however much there is to say.
func TestProgressFits(t *testing.T) {
	for _, all := range []extent{{records: 12_345_678}, {size: 1 << 40, read: func() int64 { return 1 << 39 }}, {}} {
		for _, columns := range []int{0, 80, 100, 132} {
			synctest.Test(t, func(t *testing.T) {
				var buf bytes.Buffer
				a := &app{err: &buf, os: OS{IsTerminal: func(any) bool { return true }, Columns: func() int { return columns }}}
				p := a.newProgress(stageSending, all, false)
				m := p.(*meter)
				m.by[kyc.Created].Store(8_641_976)
				m.by[kyc.Rejected].Store(1_000_000)
				m.by[kyc.InDoubt].Store(234_567)
				time.Sleep(3 * time.Hour)
				p.Close()
				for line := range strings.SplitSeq(strings.TrimRight(buf.String(), "\n"), "\r") {
					if n := utf8.RuneCountInString(line); n >= cmp.Or(columns, usualColumns) {
						t.Errorf("%d of %d columns: %q", n, columns, line)
					}
				}
				if !strings.Contains(buf.String(), "1,234,567 not through") && !strings.Contains(buf.String(), "1,000,000 rejected, 234,567 in doubt") {
					t.Errorf("of %d columns: %q", columns, buf.String())
				}
			})
		}
	}
}

// slow is a handler whose records wait.
type slow struct {
	pipeline.Handler
	wait time.Duration
}

func (s slow) Handle(context.Context, *kyc.Job) (kyc.Step, error) {
	return kyc.Step{Again: time.Now().Add(s.wait)}, nil
}

func (slow) Finish(_ context.Context, job *kyc.Job) *kyc.Outcome {
	return &kyc.Outcome{Record: job.Record}
}

// While all that is left waits for its time the display says so, and does not reckon by the
// pace of what is done.
func TestProgressTellsThatItWaits(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWaiting(slow{wait: 20 * time.Second})
		m := &meter{stage: stageSending, all: extent{records: 1000, toDo: 1000, waits: w}, started: time.Now()}
		m.by[kyc.Created].Store(997)
		time.Sleep(30 * time.Second)
		jobs := make([]kyc.Job, 3)
		for i := range jobs {
			if _, err := w.Handle(t.Context(), &jobs[i]); err != nil {
				t.Fatal(err)
			}
		}
		const want = "waiting 20s until 3 records may be looked up or tried again"
		for _, shown := range []string{m.line(), m.caption(120)} {
			if !strings.Contains(shown, want) || strings.Contains(shown, "left") {
				t.Errorf("%q does not say %q", shown, want)
			}
		}
		for most, want := range map[int]string{
			85: "sending to ARGOS, 997 of 1,000 records: waiting 20s until 3 records may go on",
			68: "sending to ARGOS, 997 of 1,000 records: waiting 20s for 3 records",
			61: "sending to ARGOS, 997 of 1,000 records: waiting 20s",
			45: "sending to ARGOS, 997 of 1,000 records",
		} {
			if shown := m.caption(most); shown != want {
				t.Errorf("in %d characters %q, want %q", most, shown, want)
			}
		}
		w.inside = 1 // another record is being sent
		if shown := m.line(); !strings.HasSuffix(shown, "about 20s left") {
			t.Errorf("%q ends before those that wait", shown)
		}
		w.inside = 0
		for i := range jobs {
			w.Finish(t.Context(), &jobs[i])
		}
		if shown := m.line(); strings.Contains(shown, "waiting") {
			t.Errorf("%q, and nothing waits any more", shown)
		}
	})
}

// What a first look over the source holds back is not final, and is not told.
func TestProgressTellsNoRejectsThatAreNotFinal(t *testing.T) {
	for _, first := range []bool{true, false} {
		m := &meter{stage: stageComparing, all: extent{first: first}, started: time.Now()}
		m.by[kyc.Rejected].Store(77)
		m.by[kyc.Ready].Store(2926)
		for _, shown := range []string{m.line(), m.caption(61)} {
			if strings.Contains(shown, "77") == first || !strings.Contains(shown, "3,003 records") {
				t.Errorf("first %t: %q", first, shown)
			}
		}
	}
}
