package cli

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"time"

	"go.uber.org/zap/zapcore"
)

// tellEvery is how often the operator is told the same thing at most; the log
// has it each time.
const tellEvery = time.Minute

// notices shows warnings and errors of the log to the operator, each as one
// plain line. It implements zapcore.Core.
type notices struct {
	w      io.Writer
	before string // what clears the line that a progress bar stands on
	fields []zapcore.Field
	told   *toldBook
}

// toldBook remembers when each message was shown. The messages are the
// program's own, so there are few.
type toldBook struct {
	mu   sync.Mutex
	last map[string]time.Time
}

// operator is where notices go: nowhere with --quiet.
func (a *app) operator(quiet bool) zapcore.Core {
	if quiet {
		return zapcore.NewNopCore()
	}
	n := &notices{w: a.err, told: &toldBook{last: map[string]time.Time{}}}
	if a.os.IsTerminal(a.os.Stderr) {
		n.before = clearLine
	}
	return n
}

// Enabled implements zapcore.Core.
func (n *notices) Enabled(l zapcore.Level) bool { return l >= zapcore.WarnLevel }

// With implements zapcore.Core.
func (n *notices) With(fields []zapcore.Field) zapcore.Core {
	more := *n
	more.fields = append(n.fields[:len(n.fields):len(n.fields)], fields...)
	return &more
}

// Check implements zapcore.Core.
func (n *notices) Check(e zapcore.Entry, ce *zapcore.CheckedEntry) *zapcore.CheckedEntry {
	if n.Enabled(e.Level) {
		return ce.AddCore(e, n)
	}
	return ce
}

// Write implements zapcore.Core.
func (n *notices) Write(e zapcore.Entry, fields []zapcore.Field) error {
	if !n.told.due(e.Message, e.Time) {
		return nil
	}
	kind := "warning"
	if e.Level > zapcore.WarnLevel {
		kind = "error"
	}
	paint(n.w, "%s", n.before)
	say(n.w, "%s: %s%s\n", kind, e.Message, details(append(n.fields[:len(n.fields):len(n.fields)], fields...)))
	return nil
}

// Sync implements zapcore.Core.
func (n *notices) Sync() error { return nil }

// due reports whether a message may be shown, and notes that it is.
func (b *toldBook) due(message string, now time.Time) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if last, ok := b.last[message]; ok && now.Sub(last) < tellEvery {
		return false
	}
	b.last[message] = now
	return true
}

// details spells fields out: " (origin customers.csv:5, status 502)".
func details(fields []zapcore.Field) string {
	words := make([]string, 0, len(fields))
	for _, f := range fields {
		enc := zapcore.NewMapObjectEncoder()
		f.AddTo(enc)
		name, v := f.Key, fmt.Sprint(enc.Fields[f.Key])
		if of, isTime := strings.CutSuffix(name, "_ms"); isTime {
			name, v = of, v+"ms"
		}
		if v != "" {
			words = append(words, strings.ReplaceAll(name, "_", " ")+" "+v)
		}
	}
	if len(words) == 0 {
		return ""
	}
	return " (" + strings.Join(words, ", ") + ")"
}
