package cli

import (
	"bytes"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"kycmigrate/internal/kyc"
)

// showing runs a pass of 250 records over 25 seconds and returns what was shown.
func showing(t *testing.T, tty, quiet bool) (shown string) {
	synctest.Test(t, func(t *testing.T) {
		var buf bytes.Buffer
		a := &app{err: &buf, os: OS{IsTerminal: func(any) bool { return tty }}}
		p := a.newProgress("sending", 1000, quiet)
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
	if !strings.Contains(shown, "250/1000") || !strings.Contains(shown, "5 not through") || !strings.HasSuffix(shown, "\n") {
		t.Errorf("the bar ends as %q", shown[max(0, len(shown)-200):])
	}
}

func TestProgressQuiet(t *testing.T) {
	if shown := showing(t, true, true); shown != "" {
		t.Errorf("--quiet shows %q", shown)
	}
}
