package pipeline

import (
	"fmt"
	"time"

	"kycmigrate/internal/kyc"
)

// maxParked bounds the jobs that wait for their time, those inside Handle
// included, since each of them may have to wait next. At the bound no fresh
// job is taken.
const maxParked = 4096

// dispatcher decides which job is handled next. One goroutine owns its state;
// the workers only carry jobs to the Handler and answers back.
type dispatcher struct {
	halt    *halt
	handler Handler
	fresh   chan *Job         // from the orderer, in read order; closed at the end
	jobs    chan *Job         // to the workers, without room: a job not taken is not started
	back    chan answer       // from the workers
	out     chan *kyc.Outcome // to the collector, which always takes

	inHand *Job // a fresh job that no worker has taken yet
	parked parking
	held   []*Job // jobs that wait for room, in the order they came
	most   int    // held jobs at which no fresh one is taken
	flying int    // jobs inside Handle
	ended  bool   // fresh is closed
	ending bool   // the run is ending, and nothing may wait any more
	drains bool   // the handler knows that nothing waits any more
	timer  *time.Timer
}

// answer is what a call of Handle came to.
type answer struct {
	job  *Job
	step Step
	err  error
}

func newDispatcher(ht *halt, h Handler, workers int) *dispatcher {
	timer := time.NewTimer(time.Hour)
	timer.Stop()
	return &dispatcher{
		halt:    ht,
		handler: h,
		fresh:   make(chan *Job),
		jobs:    make(chan *Job),
		back:    make(chan answer, workers),
		out:     make(chan *kyc.Outcome, workers),
		most:    max(1, workers/4),
		timer:   timer,
	}
}

// work is one upload worker.
func (d *dispatcher) work() {
	for job := range d.jobs {
		step, err := d.handler.Handle(d.halt.now, job)
		d.back <- answer{job, step, err}
	}
}

// dispatch is the dispatcher's goroutine.
func (d *dispatcher) dispatch() {
	defer close(d.out)
	defer close(d.jobs)
	defer d.timer.Stop()
	for {
		d.ending = d.ending || d.halt.stopping()
		if d.ending {
			d.finishWaiting()
		}
		if d.ended && d.idle() {
			if d.flying == 0 {
				return
			}
			d.drain()
		}
		d.turn()
	}
}

// idle reports that no job waits to be handled.
func (d *dispatcher) idle() bool {
	return d.inHand == nil && len(d.parked) == 0 && len(d.held) == 0
}

// drain tells the handler, once, that what is inside Handle is the rest.
func (d *dispatcher) drain() {
	if !d.drains {
		d.drains = true
		d.handler.Drain()
	}
}

// turn waits for the next thing to happen, and does it.
func (d *dispatcher) turn() {
	next, due, alarm := d.next()
	var jobs chan<- *Job
	if next != nil {
		jobs = d.jobs
	}
	select {
	case jobs <- next:
		d.started(due)
	case a := <-d.back:
		d.answered(a)
	case job, ok := <-d.intake():
		d.inHand, d.ended = job, !ok
	case <-alarm:
	case <-d.room():
		d.parked.push(d.held[0], time.Time{})
		d.held[0] = nil
		d.held = d.held[1:]
	case <-d.stop():
	}
}

// next is the job to start next, nil if there is none: a parked one whose time
// has come, else the fresh one in hand. alarm fires when the first parked job
// falls due; it is nil when none waits or one is due already.
func (d *dispatcher) next() (job *Job, due bool, alarm <-chan time.Time) {
	if len(d.parked) == 0 {
		return d.inHand, false, nil
	}
	wait := time.Until(d.parked[0].at)
	if wait <= 0 {
		return d.parked[0].job, true, nil
	}
	d.timer.Reset(wait)
	return d.inHand, false, d.timer.C
}

// started notes that a worker took the next job.
func (d *dispatcher) started(due bool) {
	d.flying++
	if due {
		d.parked.pop()
	} else {
		d.inHand = nil
	}
}

// answered takes what a worker brings back.
func (d *dispatcher) answered(a answer) {
	d.flying--
	if a.err == nil && a.step.Outcome == nil && !a.step.Waits() {
		a.err = fmt.Errorf("%w: the record at %s has neither an outcome nor a time to go on", ErrInternal, origin(a.job))
	}
	if a.err != nil {
		d.halt.fail(a.err)
	}
	switch { // what waits while the run is ending is finished next
	case a.step.Outcome != nil:
		d.deliver(a.job, a.step.Outcome)
	case a.step.Hold:
		d.held = append(d.held, a.job)
	default:
		d.parked.push(a.job, a.step.Again)
	}
}

// room is the news that a held job may try again, nil while none is held.
func (d *dispatcher) room() <-chan struct{} {
	if len(d.held) == 0 {
		return nil
	}
	return d.handler.Room()
}

// intake is where fresh jobs come from, nil while none may be taken. When the
// run is ending all are taken, to be finished.
func (d *dispatcher) intake() <-chan *Job {
	room := len(d.parked)+len(d.held)+d.flying < maxParked && len(d.held) < d.most
	if d.ended || d.inHand != nil || !room && !d.ending {
		return nil
	}
	return d.fresh
}

// stop is the news that the run is ending, nil once the dispatcher acts on it.
func (d *dispatcher) stop() <-chan struct{} {
	if d.ending {
		return nil
	}
	return d.halt.reading.Done()
}

// finishWaiting finishes the jobs that are not inside Handle.
func (d *dispatcher) finishWaiting() {
	if d.inHand != nil {
		d.finish(d.inHand)
		d.inHand = nil
	}
	for _, job := range d.held {
		d.finish(job)
	}
	d.held = nil
	for len(d.parked) > 0 {
		d.finish(d.parked.pop())
	}
}

// finish gives a job its outcome without handling it. That is quick, and a run that
// is left at once owes it as well: a call of the job may have gone out.
func (d *dispatcher) finish(job *Job) {
	d.deliver(job, d.handler.Finish(d.halt.now, job))
}

// deliver sends an outcome to the collector if it is the job's own; the audit
// at the end finds the gap otherwise.
func (d *dispatcher) deliver(job *Job, o *kyc.Outcome) {
	if o == nil || o.Record != job.Record {
		d.halt.fail(fmt.Errorf("%w: the record at %s has no outcome of its own", ErrInternal, origin(job)))
		return
	}
	d.out <- o
}

func origin(job *Job) string { return job.Record.Row.Origin.String() }
