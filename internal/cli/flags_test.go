package cli

import (
	"testing"
	"time"
)

func TestTolerance(t *testing.T) {
	tests := []struct {
		give           string
		rejected, read int64
		exceeded       bool
	}{
		{"", 1000, 1000, false},
		{"0", 0, 10, false},
		{"0", 1, 10, true},
		{"5", 5, 10, false},
		{"5", 6, 10, true},
		{"2%", 20, 1000, false},
		{"2%", 21, 1000, true},
		{"0.5%", 5, 1000, false},
		{"0.5%", 6, 1000, true},
		{"100%", 1000, 1000, false},
		{"0%", 0, 0, false},
		{"0%", 1, 1_000_000_000, true},
		{"0.57%", 57, 10_000, false},
		{"0.57%", 58, 10_000, true},
		{"0.29%", 29, 10_000, false},
		{".07%", 7, 10_000, false},
		{"33.3%", 333, 1000, false},
		{"99.9999999999%", 1_000_000_000_000, 1_000_000_000_000, true},
	}
	for _, tt := range tests {
		tol, err := parseTolerance(tt.give)
		if err != nil {
			t.Fatalf("%q: %v", tt.give, err)
		}
		if got := tol.exceeded(tt.rejected, tt.read); got != tt.exceeded {
			t.Errorf("--max-rejects %q with %d of %d: exceeded = %t, want %t", tt.give, tt.rejected, tt.read, got, tt.exceeded)
		}
	}
	for _, bad := range []string{"x", "-1", "101%", "-1%", "NaN%", "5 %x", "1.5", "-0", "+1", "-0%", "+1%", "1e1%", "0x1%", "1_0", "1_0%", "%", ".%", "1/2%", "100.1%", "99999999999999999999"} {
		if _, err := parseTolerance(bad); err == nil {
			t.Errorf("--max-rejects %q was accepted", bad)
		}
	}
}

func TestWaits(t *testing.T) {
	short := []time.Duration{time.Second, 2 * time.Second}
	tests := map[string]struct {
		give     flags
		loopback bool
		window   time.Duration // 0: refused
	}{
		"defaults, remote":          {flags{settle: defaultSettle, commitWindow: defaultCommitWindow}, false, 45 * time.Second},
		"defaults, loopback":        {flags{settle: defaultSettle, commitWindow: defaultCommitWindow}, true, 45 * time.Second},
		"settle alone, loopback":    {flags{settle: short, settleGiven: true, commitWindow: defaultCommitWindow}, true, time.Second},
		"settle alone, remote":      {flags{settle: short, settleGiven: true, commitWindow: defaultCommitWindow}, false, 0},
		"both, loopback":            {flags{settle: short, settleGiven: true, commitWindow: time.Minute, commitWindowGiven: true}, true, time.Minute},
		"both, remote, long enough": {flags{settle: short, settleGiven: true, commitWindow: time.Minute, commitWindowGiven: true}, false, time.Minute},
		"window too short, remote":  {flags{settle: defaultSettle, commitWindow: 44 * time.Second, commitWindowGiven: true}, false, 0},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			w, err := tt.give.waits(tt.loopback)
			if tt.window == 0 {
				if err == nil {
					t.Fatalf("accepted as %v", w)
				}
				return
			}
			if err != nil || w.commitWindow != tt.window {
				t.Fatalf("commit window %s, %v; want %s", w.commitWindow, err, tt.window)
			}
			// P2: on loopback the sum of --settle is commit window plus lag.
			if tt.give.settleGiven && !tt.give.commitWindowGiven && w.commitWindow+w.lag() != sum(short) {
				t.Errorf("commit window and lag are %s together, want %s", w.commitWindow+w.lag(), sum(short))
			}
		})
	}
}

func TestPace(t *testing.T) {
	remote, here := target{}, target{loopback: true}
	for _, rate := range []float64{0.5, 50, 5000} {
		if err := remote.checkPace(rate); err != nil {
			t.Errorf("--rate %g to a remote target: %v", rate, err)
		}
	}
	for _, rate := range []float64{0, 5000.1, 1e6} {
		if remote.checkPace(rate) == nil {
			t.Errorf("--rate %g to a remote target was accepted", rate)
		}
		if err := here.checkPace(rate); err != nil {
			t.Errorf("--rate %g to loopback: %v", rate, err)
		}
	}
}
