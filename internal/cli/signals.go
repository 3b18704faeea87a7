package cli

import (
	"context"
	"os"
	"sync"
	"time"
)

// graceAfterHard is how long the program may take to return after a second
// signal before it is ended from outside.
const graceAfterHard = 2 * time.Second

// interrupt turns signals into two contexts. The first signal cancels Soft:
// read no more, finish what is in flight. The second cancels Hard: leave now.
type interrupt struct {
	Soft, Hard context.Context

	done chan struct{}
	wait sync.WaitGroup
}

// watch starts listening. say is told of the first signal; leave is called
// when Close does not follow soon after the second.
func watch(signals <-chan os.Signal, say func(os.Signal), leave func()) *interrupt {
	hard, cancelHard := context.WithCancel(context.Background())
	soft, cancelSoft := context.WithCancel(hard)
	in := &interrupt{Soft: soft, Hard: hard, done: make(chan struct{})}
	in.wait.Go(func() {
		defer cancelSoft()
		defer cancelHard()
		select {
		case sig := <-signals:
			cancelSoft()
			say(sig)
		case <-in.done:
			return
		}
		select {
		case <-signals:
			cancelHard()
		case <-in.done:
			return
		}
		select {
		case <-time.After(graceAfterHard):
			leave()
		case <-in.done:
		}
	})
	return in
}

// Interrupted reports whether a signal came.
func (in *interrupt) Interrupted() bool { return in.Soft.Err() != nil }

// Close stops listening.
func (in *interrupt) Close() {
	close(in.done)
	in.wait.Wait()
}
