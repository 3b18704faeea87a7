package cli

import (
	"fmt"
	"io"
	"sync"
	"sync/atomic"
	"time"

	"github.com/schollz/progressbar/v3"

	"kycmigrate/internal/kyc"
)

// Progress shows how far a pass over the source is. Add is cheap and may be
// called for each record; Close ends the display.
type Progress interface {
	Add(o *kyc.Outcome) error
	Close()
}

const (
	barEvery  = 100 * time.Millisecond
	lineEvery = 10 * time.Second
)

// newProgress picks the display: none, a bar on a terminal, or plain lines.
// total is the number of records, 0 if it is not known.
func (a *app) newProgress(stage string, total int64, quiet bool) Progress {
	if quiet {
		return silent{}
	}
	m := &meter{stage: stage, total: total, started: time.Now(), done: make(chan struct{})}
	if a.os.IsTerminal(a.os.Stderr) {
		bar := newBar(a.err, stage, total)
		m.start(barEvery, func() { drawBar(bar, m) })
		m.last = func() { say(a.err, "\n") }
		return m
	}
	m.start(lineEvery, func() { say(a.err, "%s\n", m.line()) })
	return m
}

type silent struct{}

func (silent) Add(*kyc.Outcome) error { return nil }
func (silent) Close()                 {}

// meter counts outcomes and has them shown now and then by a goroutine of its
// own, so that a record costs two additions.
type meter struct {
	stage        string
	total        int64
	started      time.Time
	seen, failed atomic.Int64
	show, last   func()
	done         chan struct{}
	wait         sync.WaitGroup
}

func (m *meter) start(every time.Duration, show func()) {
	m.show = show
	m.wait.Go(func() {
		tick := time.NewTicker(every)
		defer tick.Stop()
		for {
			select {
			case <-tick.C:
				m.show()
			case <-m.done:
				return
			}
		}
	})
}

// Add counts an outcome.
func (m *meter) Add(o *kyc.Outcome) error {
	m.seen.Add(1)
	switch o.Status {
	case kyc.Rejected, kyc.Refused, kyc.Failed, kyc.Incomplete, kyc.InDoubt:
		m.failed.Add(1)
	}
	return nil
}

// Close shows the last state of a bar and ends the display.
func (m *meter) Close() {
	close(m.done)
	m.wait.Wait()
	if m.last != nil {
		m.show()
		m.last()
	}
}

// line is the plain form of the display.
func (m *meter) line() string {
	seen, elapsed := m.seen.Load(), time.Since(m.started)
	rate := float64(seen) / elapsed.Seconds()
	text := fmt.Sprintf("%s: %s", m.stage, thousands(seen))
	if m.total > 0 {
		text += " of " + thousands(m.total)
	}
	text += fmt.Sprintf(" records, %.1f/s, %s not through", rate, thousands(m.failed.Load()))
	if left := m.total - seen; m.total > 0 && left > 0 && rate > 0 {
		text += ", about " + short(time.Duration(float64(left)/rate*float64(time.Second))) + " left"
	}
	return text
}

// newBar makes a bar that is drawn whenever it is told to: the meter's ticks
// are the throttle, which the library's own would make miss the last state.
func newBar(w io.Writer, stage string, total int64) *progressbar.ProgressBar {
	if total == 0 {
		total = -1
	}
	return progressbar.NewOptions64(total,
		progressbar.OptionSetWriter(w),
		progressbar.OptionSetSpinnerChangeInterval(0),
		progressbar.OptionSetDescription(stage),
		progressbar.OptionSetWidth(24),
		progressbar.OptionShowCount(),
		progressbar.OptionShowIts(),
		progressbar.OptionSetItsString("records"),
		progressbar.OptionSetPredictTime(true),
	)
}

func drawBar(bar *progressbar.ProgressBar, m *meter) {
	if n := m.failed.Load(); n > 0 {
		bar.Describe(fmt.Sprintf("%s, %s not through", m.stage, thousands(n)))
	}
	_ = bar.Set64(m.seen.Load())
}
