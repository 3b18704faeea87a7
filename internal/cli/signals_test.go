package cli

import (
	"os"
	"syscall"
	"testing"
	"testing/synctest"
	"time"
)

func TestTwoSteps(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		signals := make(chan os.Signal)
		said, left := 0, false
		in := watch(signals, func(os.Signal) { said++ }, func() { left = true })

		signals <- syscall.SIGHUP
		synctest.Wait()
		if !in.Interrupted() || in.Hard.Err() != nil || said != 1 {
			t.Fatalf("after the first signal: interrupted %t, hard %v, said %d times", in.Interrupted(), in.Hard.Err(), said)
		}
		signals <- syscall.SIGINT
		synctest.Wait()
		if in.Hard.Err() == nil || left {
			t.Fatalf("after the second: hard %v, left %t", in.Hard.Err(), left)
		}
		time.Sleep(graceAfterHard + time.Millisecond)
		if synctest.Wait(); !left {
			t.Error("what does not stop by itself was not left")
		}
		in.Close()
	})
}

func TestNoSignal(t *testing.T) {
	in := watch(nil, nil, nil)
	if in.Interrupted() {
		t.Error("interrupted without a signal")
	}
	in.Close()
}
