package cli

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"strings"
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

// What the passes over a source are called, in the words of whoever looks on for the first time.
const (
	stageComparing = "comparing rows with one another" // for rules that reject by what other rows have
	stageChecking  = "checking each row"
	stageSending   = "sending to ARGOS"
	stageListing   = "listing rows that are like others"
	stageReporting = "asking the ledger about each row"
)

const (
	barEvery  = 100 * time.Millisecond
	lineEvery = 10 * time.Second
)

// extent is how much there is to do, by records or by bytes of the source. The
// zero value says that it is not known. Its functions may be called by any goroutine.
type extent struct {
	records int64
	toDo    int64 // of the records, those that a call is to be made for; 0 if that is not known
	size    int64
	read    func() int64 // bytes so far
	calls   func() int64 // calls so far; nil where none are made
	waits   *waiting     // which records wait for their time; nil where none does
	first   bool         // another pass judges the records: nothing that this one holds back is told
	held    string       // what those are called that do not get through; "" names their statuses
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
// own, so that a record costs an addition.
type meter struct {
	stage      string
	all        extent
	started    time.Time
	by         [kyc.NumStatuses]atomic.Int64
	show, last func()
	over       bool // nothing more comes
	done       chan struct{}
	wait       sync.WaitGroup
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
	m.by[o.Status].Add(1)
	return nil
}

// notThrough are the statuses of what was looked at and is not where it should be.
var notThrough = []kyc.Status{kyc.Rejected, kyc.Refused, kyc.Failed, kyc.Incomplete, kyc.InDoubt}

// seen counts the records that came to an end of their own: those that the run did not
// get to are none.
func (m *meter) seen() (n int64) {
	for s := range m.by {
		if kyc.Status(s) != kyc.NotAttempted {
			n += m.by[s].Load()
		}
	}
	return n
}

// held tells of the records that do not get through, in words for each status where
// they are not more than so many characters, "" where there are none.
func (m *meter) held(most int) string {
	if m.all.first {
		return ""
	}
	text, sum := "", int64(0)
	for _, s := range notThrough {
		if n := m.by[s].Load(); n > 0 {
			text, sum = text+", "+thousands(n)+" "+strings.ReplaceAll(s.String(), "_", " "), sum+n
		}
	}
	switch {
	case sum == 0 || m.all.held == "" && len(text) <= most:
		return text
	case m.all.held != "":
		return ", " + thousands(sum) + " " + m.all.held
	}
	return ", " + thousands(sum) + " not through"
}

// pace tells how fast it goes: by calls where they are what takes the time, as --rate
// counts them, and else by records.
func (m *meter) pace(elapsed time.Duration) (perSecond float64, unit string) {
	n, unit := m.seen(), "/s"
	if m.all.calls != nil {
		n, unit = m.all.calls(), " calls/s"
	}
	return float64(n) / elapsed.Seconds(), unit
}

// left is how long it will still take, 0 where that is not known or it has ended. What is skipped takes
// no time, so only the records that calls are made for count, where those are known.
func (m *meter) left(elapsed time.Duration) time.Duration {
	share := m.share()
	if m.all.toDo > 0 {
		skipped := m.by[kyc.Already].Load() + m.by[kyc.Rejected].Load() + m.by[kyc.Excluded].Load()
		share = float64(m.seen()-skipped) / float64(m.all.toDo)
	}
	if share <= 0 || share >= 1 || m.over {
		return 0
	}
	return max(m.longestWait(), time.Duration(float64(elapsed)*(1-share)/share))
}

// longestWait is how long the records that wait will do so at least.
func (m *meter) longestWait() time.Duration {
	if m.all.waits == nil {
		return 0
	}
	n, _, last, _ := m.all.waits.state()
	if n == 0 {
		return 0
	}
	return max(0, time.Until(last))
}

// pause tells that nothing goes on until records may be looked up or tried again, "" where
// something does. It is the longest that takes no more than so many characters, or the shortest.
func (m *meter) pause(most int) string {
	if m.all.waits == nil || m.over {
		return ""
	}
	n, first, _, alone := m.all.waits.state()
	wait := time.Until(first)
	if n == 0 || !alone || wait < leastWait {
		return ""
	}
	text, records := "waiting "+short(wait.Round(time.Second)), countOf(n, "record", "records")
	for _, why := range []string{" until " + records + " may be looked up or tried again", " until " + records + " may go on", " for " + records} {
		if len(text)+len(why) <= most {
			return text + why
		}
	}
	return text
}

// Close shows the last state of a bar and ends the display.
func (m *meter) Close() {
	close(m.done)
	m.wait.Wait()
	m.over = true
	if m.last != nil {
		m.show()
		m.last()
	}
}

// line is the plain form of the display.
func (m *meter) line() string {
	elapsed := time.Since(m.started)
	text := fmt.Sprintf("%s: %s", m.stage, thousands(m.seen()))
	if m.all.records > 0 {
		text += " of " + thousands(m.all.records)
	}
	rate, unit := m.pace(elapsed)
	text += fmt.Sprintf(" records, %.1f%s%s", rate, unit, m.held(math.MaxInt))
	if share := m.share(); share > 0 && share < 1 && m.all.records == 0 {
		text += fmt.Sprintf(", %.0f%%", math.Floor(share*100))
	}
	if pause := m.pause(math.MaxInt); pause != "" {
		return text + ", " + pause
	}
	if left := m.left(elapsed); left > 0 {
		text += ", about " + short(left) + " left"
	}
	return text
}

// share is how much of the whole is done, 0 where that is not known.
func (m *meter) share() float64 {
	switch {
	case m.all.records > 0:
		return float64(m.seen()) / float64(m.all.records)
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
func barWidth(columns int) int { return min(max((columns-64)/2, narrowestBar), widestBar) }

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
	at := m.seen()
	if m.all.size > 0 {
		at = min(m.all.read(), m.all.size) // the file may have grown
	}
	bar.Describe(m.caption(columns - barWidth(columns) - barFrame - 1))
	_ = bar.Set64(at)
}

// caption is the text beside a bar, of so many characters at most, unless the
// records alone take more: a line that breaks is a new one at every tick.
func (m *meter) caption(most int) string {
	const records = " records"
	elapsed, text := time.Since(m.started), m.stage+", "+thousands(m.seen())
	whole := ""
	if m.all.records > 0 {
		whole = " of " + thousands(m.all.records)
	}
	held := m.held(most - len(text) - len(whole) - len(records))
	if len(text)+len(whole)+len(records)+len(held) <= most {
		text += whole
	}
	text += records + held
	add := func(part string) {
		if len(text)+len(part) <= most {
			text += part
		}
	}
	if pause := m.pause(0); pause != "" {
		text = m.stage + ", " + thousands(m.seen()) + whole + records
		add(": " + m.pause(most-len(text)-len(": ")))
		return text
	}
	if left := m.left(elapsed); left > 0 {
		add(", " + short(left) + " left")
	}
	if elapsed >= time.Second {
		rate, unit := m.pace(elapsed)
		add(", " + thousands(int64(rate)) + unit)
	}
	return text
}
