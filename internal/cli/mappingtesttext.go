package cli

import (
	"io"
	"strconv"
	"strings"
)

// write tells how the tests of a file went, in the way of go test.
func (f *testedFile) write(w io.Writer) {
	for i := range f.Tests {
		f.Tests[i].write(w)
	}
	switch failed := f.failed(); {
	case f.Error != "":
		say(w, "FAIL  %s  cannot be used:\n", f.File)
		for line := range strings.Lines(f.Error + "\n") {
			say(w, "    %s", line)
		}
	case failed > 0:
		say(w, "FAIL  %s  %d of %s failed\n", f.File, failed, countTests(len(f.Tests)))
	case len(f.Tests) == 0:
		say(w, "?     %s  no tests\n", f.File)
	default:
		say(w, "ok    %s  %s\n", f.File, countTests(len(f.Tests)))
	}
}

func countTests(n int) string {
	if n == 1 {
		return "1 test"
	}
	return strconv.Itoa(n) + " tests"
}

// listed writes out what was wanted or came: no issue at all is none, and no empty text.
func listed(what, text string) string {
	if what == "issues" && text == "" {
		return "none"
	}
	return shown(text)
}

// write tells of a test that failed.
func (c *testedCase) write(w io.Writer) {
	if c.Passed {
		if c.FailsAsOf != "" {
			say(w, "warning: %s (%s) fails as of %s: it depends on the day. State as_of: in it, the day that it is written for\n", c.Name, c.Place, c.FailsAsOf)
		}
		return
	}
	say(w, "--- FAIL: %s (%s)\n", c.Name, c.Place)
	for _, m := range c.Mismatches {
		wanted, got := listed(m.What, m.Want), listed(m.What, m.Got)
		if m.LookAlike() {
			wanted, got = wanted+"  "+strconv.QuoteToASCII(m.Want), got+"  "+strconv.QuoteToASCII(m.Got)
		}
		say(w, "    %s: %s\n        want %s\n        got  %s\n", m.Place, m.What, wanted, got)
	}
	if c.PassedAsOf != "" {
		say(w, "    it passes as of %s: if that is what it was written for, state as_of: %s in it\n", c.PassedAsOf, c.PassedAsOf)
	}
}
