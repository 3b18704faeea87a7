package cli

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"kycmigrate/internal/sandbox"
)

// noticed writes events for two minutes and returns what the operator saw.
func noticed(t *testing.T, level string, tty, quiet bool) (shown, logged string) {
	dir := runDir{t.TempDir()}
	synctest.Test(t, func(t *testing.T) {
		var buf bytes.Buffer
		a := &app{err: &buf, os: OS{IsTerminal: func(any) bool { return tty }}}
		log, err := openLog(dir, level, a.err, a.operator(quiet))
		if err != nil {
			t.Fatal(err)
		}
		for range 12 {
			log.Event("debug", "details")
			log.Event("info", "began")
			log.Event("warn", "the pace is lowered", "pause_ms", 40, "request", "")
			log.Event("error", "a double", "origin", "x.csv:5")
			time.Sleep(10 * time.Second)
		}
		if err := log.Close(); err != nil {
			t.Fatal(err)
		}
		shown = buf.String()
	})
	return shown, read(t, dir.file(fileLog))
}

func TestNotices(t *testing.T) {
	const want = "warning: the pace is lowered (pause 40ms)\nerror: a double (origin x.csv:5)\n"
	shown, logged := noticed(t, "info", false, false)
	if shown != want+want {
		t.Errorf("in two minutes the operator saw\n%swant each line twice", shown)
	}
	if n := strings.Count(logged, "the pace is lowered"); n != 12 {
		t.Errorf("the log has %d of 12 lines", n)
	}
	if shown, _ := noticed(t, "error", true, false); !strings.HasPrefix(shown, "\r\x1b[Kwarning: ") {
		t.Errorf("on a terminal the bar is not cleared first: %q", shown)
	}
	if shown, _ := noticed(t, "info", false, true); shown != "" {
		t.Errorf("--quiet shows %q", shown)
	}
	if shown, _ := noticed(t, "debug", false, false); strings.Count(shown, "the pace is lowered") != 12 || !strings.Contains(shown, "details") {
		t.Errorf("--log-level debug shows\n%s", shown)
	}
}

// What slows a run down is told while it happens.
func TestWarningsReachTheOperator(t *testing.T) {
	w := newWorld(t)
	fault, err := sandbox.ParseFault("post:429=#3")
	if err != nil {
		t.Fatal(err)
	}
	w.serve(sandbox.Config{Faults: []sandbox.Fault{fault}}, nil)
	got := w.migrate("run", "--source", "%s/customers.csv", "--mapping", "%s/bank.yaml", "--run", "%s/run", "--rate", "500")
	if strings.Count(got.err, "warning: too many calls for the target") != 1 {
		t.Errorf("exit %d:\n%s", got.code, got.err)
	}
}

func TestLogIsPutAsideWhenLarge(t *testing.T) {
	dir := runDir{t.TempDir()}
	for _, tt := range []struct {
		size  int64
		aside bool
	}{{100, false}, {maxLog, false}, {maxLog + 1, true}, {maxLog + 2, true}} {
		_ = os.Remove(dir.file(fileLogBefore))
		write(t, dir.file(fileLog), "old")
		if err := os.Truncate(dir.file(fileLog), tt.size); err != nil {
			t.Fatal(err)
		}
		log, err := openLog(dir, "info", nil, (&app{}).operator(true))
		if err != nil {
			t.Fatal(err)
		}
		if err := log.Close(); err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(dir.file(fileLog))
		if err != nil || exists(dir.file(fileLogBefore)) != tt.aside || (info.Size() == 0) != tt.aside {
			t.Errorf("a log of %d bytes: %v, put aside: %t", tt.size, err, !tt.aside)
		}
	}
}
