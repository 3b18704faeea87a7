package cli

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"
	"time"

	"golang.org/x/term"
)

// OS is everything this program touches of the machine besides files and the
// network. A test fills it with what it wants seen.
type OS struct {
	Args []string // without the program's name
	// Env looks up an environment variable.
	Env    func(name string) (string, bool)
	Stdin  io.Reader
	Stdout io.Writer
	Stderr io.Writer
	// Signals delivers interrupts; nil means none will come.
	Signals <-chan os.Signal
	// IsTerminal reports whether a stream (Stdin, Stdout or Stderr) is a
	// terminal.
	IsTerminal func(stream any) bool
	// Columns is the width of the terminal that standard output is; nil where
	// it cannot be told.
	Columns func() int
	Now     func() time.Time
	// OpenFiles is how many files and connections the process may have open, and
	// whether that is known; nil means that it is not.
	OpenFiles func() (limit uint64, known bool)
	// Exit ends the process without returning. It is called only when a second
	// signal found something that would not stop by itself.
	Exit func(code int)

	readTwice bool // a run reads its source twice whatever the first time shows
}

// Process returns the OS of this process. SIGPIPE is ignored from then on:
// output that nobody reads any more never ends a run. A terminal that is closed
// sends SIGHUP, which is obeyed.
func Process() OS {
	signal.Ignore(syscall.SIGPIPE)
	collector.tune(os.LookupEnv, whileReading)
	signals := make(chan os.Signal, 4)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	return OS{
		Args:       os.Args[1:],
		Env:        os.LookupEnv,
		Stdin:      os.Stdin,
		Stdout:     os.Stdout,
		Stderr:     os.Stderr,
		Signals:    signals,
		IsTerminal: isTerminal,
		Columns:    columns,
		Now:        time.Now,
		OpenFiles:  openFiles,
		Exit:       os.Exit,
	}
}

func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// columns is the width of the terminal that standard output is, 0 if it is
// none.
func columns() int {
	width, _, err := term.GetSize(int(os.Stdout.Fd()))
	if err != nil {
		return 0
	}
	return width
}

// answer is standard output. It keeps in mind that something could not be
// written there, which is found out at the end. A reader that went away is no
// such thing: it wants no more.
type answer struct {
	w    io.Writer
	lost error
	screen
}

// Write implements io.Writer. It never fails.
func (a *answer) Write(p []byte) (int, error) {
	a.wrote(p)
	if _, err := a.w.Write(p); err != nil && a.lost == nil && !errors.Is(err, syscall.EPIPE) {
		a.lost = err
	}
	return len(p), nil
}

// lossy drops what cannot be written: nobody listening is no reason to end a
// run.
type lossy struct {
	w io.Writer
	screen
}

func (l *lossy) Write(p []byte) (int, error) {
	l.wrote(p)
	_, _ = l.w.Write(p)
	return len(p), nil
}

// clearLine empties the line that a progress bar stands on.
const clearLine = "\r\x1b[K"

// screen is the page of a stream. It may be written to by several goroutines.
type screen struct {
	width func() int // nil where the stream is no terminal
	mid   atomic.Bool
}

// widthOf is the width of a stream, nil where it is no terminal.
func (o *OS) widthOf(stream any) func() int {
	if o.IsTerminal == nil || !o.IsTerminal(stream) {
		return nil
	}
	return o.Columns
}

func (s *screen) wrote(p []byte) {
	if len(p) > 0 {
		s.mid.Store(p[len(p)-1] != '\n' && !bytes.HasSuffix(p, []byte(clearLine)))
	}
}

// columns implements display.
func (s *screen) columns() int {
	if s.mid.Load() {
		return 0
	}
	return s.whole()
}

// whole implements display.
func (s *screen) whole() int {
	if s.width == nil {
		return 0
	}
	return s.width()
}
