package cli

import (
	"bytes"
	"cmp"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
	"unicode/utf8"

	"kycmigrate/internal/kyc"
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
	for _, want := range []string{"sending: ", " of 1,000 records", "/s", "not through", "left"} {
		if !strings.Contains(lines[1], want) {
			t.Errorf("%q lacks %q", lines[1], want)
		}
	}
}

func TestProgressBar(t *testing.T) {
	shown := showing(t, true, false)
	if !strings.Contains(shown, "250 of 1,000 records") || !strings.Contains(shown, "5 not through") || !strings.HasSuffix(shown, "\n") {
		t.Errorf("the bar ends as %q", shown[max(0, len(shown)-200):])
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
				p := a.newProgress("sending", all, false)
				m := p.(*meter)
				m.seen.Store(9_876_543)
				m.failed.Store(1_234_567)
				time.Sleep(3 * time.Hour)
				p.Close()
				for line := range strings.SplitSeq(strings.TrimRight(buf.String(), "\n"), "\r") {
					if n := utf8.RuneCountInString(line); n >= cmp.Or(columns, usualColumns) {
						t.Errorf("%d of %d columns: %q", n, columns, line)
					}
				}
				if !strings.Contains(buf.String(), "not through") {
					t.Errorf("of %d columns: %q", columns, buf.String())
				}
			})
		}
	}
}
