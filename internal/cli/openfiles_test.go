package cli

import (
	"errors"
	"strings"
	"testing"
)

// A run that may open more files than the process is allowed says so before anything is sent.
func TestOpenFilesOfARun(t *testing.T) {
	for _, test := range []struct {
		limit       uint64
		known       bool
		concurrency int
		pictures    bool
		refused     bool
	}{
		{128, true, 128, true, true},
		{128, true, 128, false, true},
		{128, true, 40, true, false},
		{128, true, 41, true, true},
		{64, true, 16, false, false},
		{64, true, 16, true, true},
		{1024, true, 256, true, false},
		{1, false, 256, true, false},
	} {
		a := &app{os: OS{OpenFiles: func() (uint64, bool) { return test.limit, test.known }}}
		err := a.checkOpenFiles(test.concurrency, test.pictures)
		var told *Error
		if refused := errors.As(err, &told); refused != test.refused || refused && (told.Exit != ExitInternal || !strings.Contains(told.Hint, "ulimit -n")) {
			t.Errorf("%+v: %v", test, err)
		}
	}
	if err := (&app{}).checkOpenFiles(1000, true); err != nil {
		t.Errorf("a limit that nobody tells: %v", err)
	}
}
