package idngo

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"time"

	"golang.org/x/sync/errgroup"
)

// Options is what a pull is to do.
type Options struct {
	Client      *Client
	Export      *Export
	IDs         *IDs
	Rate        float64 // calls a second; 0 for no limit
	Concurrency int     // applicants at once
	// Progress is told of each applicant, whether it is there now. It is called
	// by one goroutine.
	Progress func(ok bool)
	// Notice is told what an operator should know at once. It may be called by
	// many goroutines.
	Notice func(text string)
}

// Counts is what a pull came to. Asked = Fetched + Already + Failed + Left.
type Counts struct {
	Asked    int64 // different ids
	Fetched  int64 // now
	Already  int64 // by an earlier pull
	Failed   int64
	Left     int64 // not reached
	Repeated int64 // ids that stand in the file once more
	Pictures int64 // fetched now
	Missing  int64 // pictures that the vendor does not have, or will not give
}

// Stop is why a pull ended before its time: the vendor's doing.
type Stop struct {
	Code    string // idngo_denied or idngo_unavailable
	Message string
	Hint    string
}

// Error implements error.
func (s *Stop) Error() string { return s.Message }

// maxInVain is how many applicants in a row may fail for want of an answer
// before the pull stops.
const maxInVain = 10

// batch is how many lines are written and synced together at most.
const batch = 64

type puller struct {
	client *Client
	export *Export
	pace   *pace
	by     By
}

// Pull fetches the applicants that the export does not have. soft ends the
// reading of ids and all waiting, and lets calls under way finish; hard ends
// those too. The counts are true whatever the error, which is a *Stop where it
// was the vendor who ended it. What failed is listed in failed.csv.
func Pull(soft, hard context.Context, o Options) (Counts, error) {
	p := &puller{client: o.Client, export: o.Export, pace: newPace(o.Rate), by: o.IDs.By}
	o.Client.onSkew = func(d time.Duration) {
		o.Notice(fmt.Sprintf("this machine's clock differs from the vendor's by %s; calls are signed with the vendor's time", d))
	}
	soft, stop := context.WithCancel(soft)
	defer stop()
	ids := make(chan string)
	results := make(chan fetched)
	c := &collector{Options: o, stop: stop}
	var workers errgroup.Group
	workers.Go(func() error {
		defer close(ids)
		return c.feed(soft, ids)
	})
	for range max(o.Concurrency, 1) {
		workers.Go(func() error {
			for id := range ids {
				results <- p.fetch(soft, hard, id)
			}
			return nil
		})
	}
	read := make(chan error, 1)
	go func() {
		read <- workers.Wait()
		close(results)
	}()
	c.collect(results)
	err := errors.Join(c.err, <-read, o.Export.writeMisses(o.IDs.By, c.misses))
	c.counts.Left = c.counts.Asked - c.counts.Fetched - c.counts.Already - c.counts.Failed
	return c.counts, err
}

// collector writes down what the workers bring.
type collector struct {
	Options
	stop   func()
	counts Counts // Asked, Already and Repeated are the feeder's
	misses []miss
	inVain int
	broken bool // nothing can be written any more
	err    error
}

// feed reads the ids to its end, hands out those that are missing until soft
// ends, and counts the others.
func (c *collector) feed(soft context.Context, ids chan<- string) error {
	asked := make(map[mark]bool)
	return c.IDs.Each(func(id string, _ int) error {
		m := markOf(c.IDs.By, id)
		switch {
		case asked[m]:
			c.counts.Repeated++
			return nil
		case c.Export.has(m):
			c.counts.Already++
		}
		asked[m] = true
		c.counts.Asked++
		if c.Export.has(m) {
			return nil
		}
		select {
		case ids <- id:
		case <-soft.Done():
		}
		return nil
	})
}

// collect takes results until there are no more, writing together what has
// come meanwhile.
func (c *collector) collect(results <-chan fetched) {
	var lines []byte
	for f := range results {
		lines = c.add(lines[:0], f)
	more:
		for range batch - 1 {
			select {
			case f, ok := <-results:
				if !ok {
					break more
				}
				lines = c.add(lines, f)
			default:
				break more
			}
		}
		if len(lines) == 0 {
			continue
		}
		if err := c.Export.append(lines); err != nil {
			c.counts.Fetched -= int64(bytes.Count(lines, []byte("\n")))
			c.broken = true
			c.fail(err)
		}
	}
}

// add counts a result and adds its line.
func (c *collector) add(lines []byte, f fetched) []byte {
	c.counts.Pictures += f.pictures
	if f.err != nil {
		c.failed(f.err)
		return lines
	}
	c.misses = append(c.misses, f.misses...)
	if f.line == nil {
		c.counts.Failed++
		c.Progress(false)
		c.vain(f.misses)
		return lines
	}
	if c.broken {
		return lines
	}
	c.inVain = 0
	c.counts.Fetched++
	c.counts.Missing += int64(len(f.misses))
	c.Progress(true)
	return append(lines, f.line...)
}

// vain stops the pull where nothing comes any more.
func (c *collector) vain(misses []miss) {
	if misses[0].reason != reasonUnreachable {
		c.inVain = 0
		return
	}
	if c.inVain++; c.inVain == maxInVain {
		c.fail(&Stop{
			"idngo_unavailable", fmt.Sprintf("%d applicants in a row could not be fetched: %s", maxInVain, misses[0].what),
			"check the network and the vendor's status, then run the same command again",
		})
	}
}

// failed takes an error that is no applicant's.
func (c *collector) failed(err error) {
	var e *Error
	switch {
	case errors.Is(err, context.Canceled):
	case errors.As(err, &e) && e.Effect == Denied:
		c.fail(&Stop{
			"idngo_denied", "the vendor refuses every call: " + e.Error(),
			"check IDNGO_APP_TOKEN and IDNGO_SECRET_KEY: both must be of the same environment as IDNGO_BASE_URL, and the token must have the permission to read applicants",
		})
	default:
		c.fail(err)
	}
}

// fail ends the pull with its first error.
func (c *collector) fail(err error) {
	if c.err == nil {
		c.err = err
	}
	c.stop()
}
