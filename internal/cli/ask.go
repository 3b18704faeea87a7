package cli

import (
	"bufio"
	"strings"
)

// confirm asks whether records may be sent, unless --yes was given or the
// target is this machine.
func (s *session) confirm(t target, records int64) error {
	a := s.app
	if s.flags.yes || t.loopback {
		return nil
	}
	if !a.os.IsTerminal(a.os.Stdin) {
		return usage("confirmation_needed", "if this is meant: "+shellLine(append(append([]string{"migrate"}, a.os.Args...), "--yes")...),
			"there is no terminal to ask on whether %s records may be sent to %s", thousands(records), t.baseURL)
	}
	say(a.err, "Send %s to %s as %s? Created submissions are billed and cannot be taken back. [y/N] ",
		numbered(records, "record", "records"), t.baseURL, t.admin)
	answer, err := a.readLine()
	if err != nil {
		return err
	}
	switch strings.ToLower(strings.TrimSpace(answer)) {
	case "y", "yes":
		return nil
	}
	return usage("declined", "to see what would be sent: migrate validate", "not confirmed: nothing was sent")
}

// readLine reads the answer to a question. A signal ends the wait; the read
// itself cannot be interrupted and ends with the process.
func (a *app) readLine() (string, error) {
	answer := make(chan string, 1)
	go func() {
		line, _ := bufio.NewReader(a.os.Stdin).ReadString('\n') // the end of input is no "yes"
		answer <- line
	}()
	select {
	case line := <-answer:
		return line, nil
	case <-a.stop.Soft.Done():
		return "", interrupted()
	}
}
