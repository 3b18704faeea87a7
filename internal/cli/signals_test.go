package cli

import (
	"os"
	"sync/atomic"
	"syscall"
	"testing"
	"testing/synctest"
	"time"
)

func TestTwoSteps(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		signals := make(chan os.Signal)
		var said, left atomic.Int32
		in := watch(signals, func(os.Signal) { said.Add(1) }, func() { left.Add(1) })

		signals <- syscall.SIGHUP
		synctest.Wait()
		if !in.Interrupted() || in.Hard.Err() != nil || said.Load() != 1 {
			t.Fatalf("after the first signal: interrupted %t, hard %v, said %d times", in.Interrupted(), in.Hard.Err(), said.Load())
		}
		signals <- syscall.SIGINT
		synctest.Wait()
		if in.Hard.Err() == nil || left.Load() != 0 {
			t.Fatalf("after the second: hard %v, left %d times", in.Hard.Err(), left.Load())
		}
		time.Sleep(graceAfterHard + time.Millisecond)
		if synctest.Wait(); left.Load() != 1 {
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
