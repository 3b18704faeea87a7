package cli

import (
	"cmp"
	"fmt"
	"io"
	"math"
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

// extent is how much there is to do, by records or by bytes of the source. The
// zero value says that it is not known.
type extent struct {
	records int64
	size    int64
	read    func() int64 // bytes so far; may be called by any goroutine
}

// newProgress picks the display: none, a bar on a terminal, or plain lines.
func (a *app) newProgress(stage string, all extent, quiet bool) Progress {
	if quiet {
		return silent{}
	}
	m := &meter{stage: stage, all: all, started: time.Now(), done: make(chan struct{})}
	if a.os.IsTerminal(a.os.Stderr) {
		columns := usualColumns
		if a.os.Columns != nil {
			columns = cmp.Or(a.os.Columns(), usualColumns)
		}
		bar := newBar(a.err, m, columns)
		m.start(barEvery, func() { drawBar(bar, m, columns) })
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
	all          extent
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
	if m.all.records > 0 {
		text += " of " + thousands(m.all.records)
	}
	text += fmt.Sprintf(" records, %.1f/s, %s not through", rate, thousands(m.failed.Load()))
	if share := m.share(); share > 0 && share < 1 {
		if m.all.records == 0 {
			text += fmt.Sprintf(", %.0f%%", math.Floor(share*100))
		}
		text += ", about " + short(time.Duration(float64(elapsed)*(1-share)/share)) + " left"
	}
	return text
}

// share is how much of the whole is done, 0 where that is not known.
func (m *meter) share() float64 {
	switch {
	case m.all.records > 0:
		return float64(m.seen.Load()) / float64(m.all.records)
	case m.all.size > 0:
		return float64(m.all.read()) / float64(m.all.size)
	}
	return 0
}

// What a bar and its percentage take beside the text, and how wide a terminal is of which
// nobody knows that.
const (
	narrowestBar, widestBar = 8, 24
	barFrame                = len("  100% ||  ")
	usualColumns            = 80
)

// barWidth is how wide a bar is that leaves room for a text beside it.
func barWidth(columns int) int { return min(max((columns-60)/2, narrowestBar), widestBar) }

// newBar makes a bar that is drawn whenever it is told to: the meter's ticks
// are the throttle, which the library's own would make miss the last state.
func newBar(w io.Writer, m *meter, columns int) *progressbar.ProgressBar {
	total := m.all.records
	if m.all.size > 0 {
		total = m.all.size
	}
	if total == 0 {
		total = -1
	}
	return progressbar.NewOptions64(total,
		progressbar.OptionSetWriter(w),
		progressbar.OptionSetSpinnerChangeInterval(0),
		progressbar.OptionSetDescription(m.stage),
		progressbar.OptionSetWidth(barWidth(columns)),
		progressbar.OptionSetPredictTime(false),
		progressbar.OptionSetElapsedTime(false))
}

func drawBar(bar *progressbar.ProgressBar, m *meter, columns int) {
	at := m.seen.Load()
	if m.all.size > 0 {
		at = min(m.all.read(), m.all.size) // the file may have grown
	}
	bar.Describe(m.caption(columns - barWidth(columns) - barFrame - 1))
	_ = bar.Set64(at)
}

// caption is the text beside a bar, of so many characters at most, unless the
// records alone take more: a line that breaks is a new one at every tick.
func (m *meter) caption(most int) string {
	seen, elapsed := m.seen.Load(), time.Since(m.started)
	text, failed := m.stage+", "+thousands(seen), ""
	if n := m.failed.Load(); n > 0 {
		failed = ", " + thousands(n) + " not through"
	}
	if whole := " of " + thousands(m.all.records); m.all.records > 0 && len(text)+len(whole)+len(" records")+len(failed) <= most {
		text += whole
	}
	text += " records" + failed
	add := func(part string) {
		if len(text)+len(part) <= most {
			text += part
		}
	}
	if share := m.share(); share > 0 && share < 1 {
		add(", " + short(time.Duration(float64(elapsed)*(1-share)/share)) + " left")
	}
	if elapsed >= time.Second {
		add(", " + thousands(int64(float64(seen)/elapsed.Seconds())) + "/s")
	}
	return text
}
