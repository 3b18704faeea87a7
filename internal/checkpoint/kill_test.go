package checkpoint

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// The child of a kill test finds its orders here.
const (
	childDir  = "CHECKPOINT_TEST_DIR"
	childKill = "CHECKPOINT_TEST_KILL" // "step" or "step#n": die at its nth time
)

// child works on a ledger and says what was acknowledged, until it is killed.
func child() {
	step, nth, _ := strings.Cut(os.Getenv(childKill), "#")
	left, _ := strconv.Atoi(nth)
	o := Options{Unsynced: true, hook: func(at string) error {
		if at == step {
			if left--; left <= 0 {
				_ = syscall.Kill(os.Getpid(), syscall.SIGKILL)
				time.Sleep(time.Minute)
			}
		}
		return nil
	}}
	l, err := Open(context.Background(), os.Getenv(childDir), o)
	if err != nil {
		fmt.Println("error", err)
		os.Exit(1)
	}
	fmt.Println("opened")
	for i := 1; ; i++ {
		ref, err := l.Intend(context.Background(), New, sampleIntent(l, int(l.Epoch())*100_000+i))
		if err != nil {
			fmt.Println("error", err)
			os.Exit(1)
		}
		fmt.Println("intended", ref.Record)
		id := fmt.Sprintf("sub-%d-%d", l.Epoch(), i)
		if err := l.Post(context.Background(), ref, id, ByAnswer, End{}, nil, nil); err != nil {
			fmt.Println("error", err)
			os.Exit(1)
		}
		fmt.Println("posted", ref.Record, id)
	}
}

// runChild runs the child until it is killed, and returns what it said.
func runChild(t *testing.T, dir, kill string, after time.Duration) []string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, os.Args[0], "-test.run=^$")
	cmd.Env = append(os.Environ(), childDir+"="+dir, childKill+"="+kill)
	out, err := cmd.StdoutPipe()
	ok(t, err)
	ok(t, cmd.Start())
	var said []string
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		said = append(said, lines.Text())
		if after > 0 && lines.Text() == "opened" {
			time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
		}
	}
	if err := cmd.Wait(); err == nil || ctx.Err() != nil {
		t.Fatalf("the child ended by itself: %v", said)
	}
	return said
}

// TestKilled kills the process between each pair of steps: the next start
// finds everything that was acknowledged, and no directory is bricked.
func TestKilled(t *testing.T) {
	birth := []string{"secret written", "ledger written", "secret named", "ledger named", "guarded", "marked", "commit", "committed", "begun"}
	for _, step := range birth {
		t.Run("birth: "+step, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			if said := runChild(t, dir, step, 0); len(said) > 0 {
				t.Errorf("the child went on: %v", said)
			}
			l := quick(t, dir, Options{})
			if l.Cautious() || len(l.Notes()) != 0 {
				t.Errorf("an empty directory is not trusted: %v", l.Notes())
			}
			ok(t, l.Close())
		})
	}
	for _, kill := range []string{"commit#2", "committed#2", "commit#3", "committed#3", "commit#40", "committed#41"} {
		t.Run("work: "+kill, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			checkAcknowledged(t, dir, runChild(t, dir, kill, 0))
		})
	}
	t.Run("restart", func(t *testing.T) {
		t.Parallel()
		dir := t.TempDir()
		said := runChild(t, dir, "commit#10", 0)
		for _, step := range []string{"guarded", "marked", "commit", "committed", "begun"} {
			said = append(said, runChild(t, dir, step, 0)...)
			said = append(said, runChild(t, dir, "committed#9", 0)...)
		}
		checkAcknowledged(t, dir, said)
	})
	t.Run("any time", func(t *testing.T) {
		t.Parallel()
		dir := t.TempDir()
		var said []string
		for i := range 4 {
			said = append(said, runChild(t, dir, "", time.Duration(3+7*i)*time.Millisecond)...)
		}
		checkAcknowledged(t, dir, said)
	})
}

// checkAcknowledged opens the directory and looks for what the child said.
func checkAcknowledged(t *testing.T, dir string, said []string) {
	t.Helper()
	l := quick(t, dir, Options{})
	records := map[string]Record{}
	ok(t, l.Each(t.Context(), func(r Record) error {
		records[strconv.FormatInt(r.ID, 10)] = r
		return nil
	}))
	for _, line := range said {
		word := strings.Fields(line)
		switch word[0] {
		case "error":
			t.Error(line)
		case "intended":
			if r := records[word[1]]; r.State != Doubt && r.State != Done {
				t.Errorf("%s: it is %q", line, r.State)
			}
		case "posted":
			if r := records[word[1]]; r.State != Done || r.SubmissionID != word[2] {
				t.Errorf("%s: it is %q with %q", line, r.State, r.SubmissionID)
			}
		}
	}
	checkFound(t, l)
	ok(t, l.Close())
}
