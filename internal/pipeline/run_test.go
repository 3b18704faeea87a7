package pipeline

import (
	"context"
	"errors"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"kycmigrate/internal/kyc"
)

func frontOf(rows Rows) Front { return Front{Rows: rows, Mapper: rowMapper{}, Workers: 2} }

func TestRunHandlesEveryRow(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := &fakeHandler{handle: func(_ context.Context, job *Job) (Step, error) {
			if job.Record.Row.Seq%3 == 0 {
				return parkOnce(job, time.Minute), nil
			}
			return created(job), nil
		}}
		var sink memSink
		read, err := Run(t.Context(), t.Context(), frontOf(&fakeRows{n: 2000}), h, 16, &sink)
		if read != 2000 || err != nil {
			t.Fatalf("got %d, %v", read, err)
		}
		sink.once(t, read)
		if sink.count(kyc.Created) != 2000 || len(h.finished) != 0 {
			t.Errorf("%d created, %d finished", sink.count(kyc.Created), len(h.finished))
		}
	})
}

// What is inside Handle when the end is told of is the rest; it is told of while
// that is awaited, and once.
func TestRunTellsOfTheEnd(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := &fakeHandler{}
		h.handle = func(_ context.Context, job *Job) (Step, error) {
			time.Sleep(time.Minute + time.Duration(job.Record.Row.Seq)*time.Second)
			if told := h.drained.Load() == 1; told != (job.Record.Row.Seq >= 16) {
				t.Errorf("row %d: told of the end: %v", job.Record.Row.Seq, told)
			}
			return created(job), nil
		}
		var sink memSink
		if read, err := Run(t.Context(), t.Context(), frontOf(&fakeRows{n: 20}), h, 4, &sink); read != 20 || err != nil {
			t.Fatalf("got %d, %v", read, err)
		}
		if n := h.drained.Load(); n != 1 {
			t.Errorf("told %d times", n)
		}
	})
}

func TestRunPreparesInReadOrderBeforeHandling(t *testing.T) {
	var seqs []int64
	h := &fakeHandler{
		prepare: func(jobs []*Job) error {
			for _, job := range jobs {
				seqs = append(seqs, job.Record.Row.Seq)
				job.State = job.Record.Row.Seq
			}
			return nil
		},
		handle: func(_ context.Context, job *Job) (Step, error) {
			if job.State != job.Record.Row.Seq {
				t.Errorf("row %d is handled with state %v", job.Record.Row.Seq, job.State)
			}
			return created(job), nil
		},
	}
	var sink memSink
	read, err := Run(t.Context(), t.Context(), frontOf(&fakeRows{n: 1000}), h, 4, &sink)
	if err != nil || len(seqs) != 1000 || !slices.IsSorted(seqs) {
		t.Errorf("%d prepared, in order %v, %v", len(seqs), slices.IsSorted(seqs), err)
	}
	sink.once(t, read)
}

// Rows 0 and 1 come back, in the order of their times, as soon as these have
// come, although fresh rows are waiting.
func TestRunDueBeforeFresh(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := &fakeHandler{handle: func(_ context.Context, job *Job) (Step, error) {
			seq := job.Record.Row.Seq
			if seq == 0 && job.State == nil {
				return parkOnce(job, 2500*time.Millisecond), nil
			}
			if seq == 1 && job.State == nil {
				return parkOnce(job, 2400*time.Millisecond), nil
			}
			time.Sleep(time.Second)
			return created(job), nil
		}}
		_, err := Run(t.Context(), t.Context(), frontOf(&fakeRows{n: 6}), h, 1, &memSink{})
		want := []int64{0, 1, 2, 3, 4, 1, 0, 5}
		if err != nil || !slices.Equal(h.handled, want) {
			t.Errorf("handled %v, want %v (%v)", h.handled, want, err)
		}
	})
}

func TestRunSoftStop(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		soft, stop := context.WithCancel(t.Context())
		h := &fakeHandler{handle: func(_ context.Context, job *Job) (Step, error) {
			switch seq := job.Record.Row.Seq; {
			case seq < 50:
				return Step{Again: time.Now().Add(time.Hour)}, nil
			case seq%2 == 0:
				time.Sleep(time.Minute)
				return created(job), nil
			default:
				time.Sleep(time.Minute)
				return Step{Again: time.Now()}, nil
			}
		}}
		time.AfterFunc(time.Second, stop)
		start := time.Now()
		rows := &fakeRows{n: 1e6}
		var sink memSink
		read, err := Run(t.Context(), soft, frontOf(rows), h, 4, &sink)
		if err != nil {
			t.Fatal(err)
		}
		if took := time.Since(start); took != time.Minute {
			t.Errorf("ended after %s: a soft stop waits for what is in Handle and for nothing else", took)
		}
		sink.once(t, read)
		if len(h.handled) != 54 || sink.count(kyc.Created) != 2 {
			t.Errorf("%d handled, %d created", len(h.handled), sink.count(kyc.Created))
		}
		if bound := int64(54 + 7*runRows); read > bound {
			t.Errorf("%d rows were read ahead of 54 handled", read-54)
		}
	})
}

func TestRunSoftStopInterruptsTheReader(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		soft, stop := context.WithTimeout(t.Context(), time.Second)
		defer stop()
		var sink memSink
		read, err := Run(t.Context(), soft, frontOf(&fakeRows{n: 1e6, blockAt: 100}), &fakeHandler{}, 4, &sink)
		if err != nil || read != 100 {
			t.Errorf("got %d, %v", read, err)
		}
		sink.once(t, read)
	})
}

func TestRunStoppedBeforeItStarts(t *testing.T) {
	soft, stop := context.WithCancel(t.Context())
	stop()
	h := &fakeHandler{}
	var sink memSink
	read, err := Run(t.Context(), soft, frontOf(&fakeRows{n: 1e6}), h, 4, &sink)
	if err != nil || len(h.handled) != 0 {
		t.Errorf("%d handled, %v", len(h.handled), err)
	}
	sink.once(t, read)
}

func TestRunLeavesWhenCancelled(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		h := &fakeHandler{handle: func(ctx context.Context, job *Job) (Step, error) {
			if job.Record.Row.Seq%2 == 0 {
				return Step{Again: time.Now().Add(time.Hour)}, nil
			}
			<-ctx.Done()
			return Step{}, errBoom
		}}
		start := time.Now()
		sink := &memSink{}
		_, err := Run(ctx, ctx, frontOf(&fakeRows{n: 1e6}), h, 4, sink)
		if !errors.Is(err, context.DeadlineExceeded) || time.Since(start) != time.Second {
			t.Errorf("after %s: %v", time.Since(start), err)
		}
		for _, seq := range h.handled {
			if _, told := sink.status[seq]; !told {
				t.Errorf("row %d, whose call may have gone out, has no outcome", seq)
			}
		}
	})
}

func TestRunErrorsStopSoftly(t *testing.T) {
	fail := func(withOutcome bool) func(context.Context, *Job) (Step, error) {
		return func(_ context.Context, job *Job) (Step, error) {
			step := created(job)
			if job.Record.Row.Seq != 70 {
				return step, nil
			}
			if !withOutcome {
				step = Step{}
			}
			return step, errBoom
		}
	}
	type test struct {
		rows fakeRows
		h    fakeHandler
		sink memSink
		row  kyc.Status // of row 70
	}
	tests := map[string]*test{
		"handle":              {h: fakeHandler{handle: fail(false)}, row: kyc.NotAttempted},
		"handle with outcome": {h: fakeHandler{handle: fail(true)}, row: kyc.Created},
		"prepare": {h: fakeHandler{prepare: func(jobs []*Job) error {
			if jobs[0].Record.Row.Seq >= runRows {
				return errBoom
			}
			return nil
		}}, row: kyc.NotAttempted},
		"read": {rows: fakeRows{failAt: 200, err: errBoom}},
		"sink": {sink: memSink{failAt: 10, err: errBoom}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			tt.rows.n = 1e6
			read, err := Run(t.Context(), t.Context(), frontOf(&tt.rows), &tt.h, 4, &tt.sink)
			if !errors.Is(err, errBoom) || errors.Is(err, ErrInternal) {
				t.Errorf("err %v", err)
			}
			if read == 1e6 {
				t.Error("the run went on")
			}
			tt.sink.once(t, read)
			if got := tt.sink.status[70]; tt.row != 0 && got != tt.row {
				t.Errorf("row 70 is %s, want %s", got, tt.row)
			}
		})
	}
}

func TestRunFindsOurBugs(t *testing.T) {
	other := &kyc.Record{Row: &kyc.Row{}}
	tests := map[string]*fakeHandler{
		"no step": {handle: func(context.Context, *Job) (Step, error) { return Step{}, nil }},
		"another record's outcome": {handle: func(context.Context, *Job) (Step, error) {
			return Step{Outcome: &kyc.Outcome{Record: other}}, nil
		}},
		"nothing from Finish": {
			handle: func(context.Context, *Job) (Step, error) { return Step{}, errBoom },
			finish: func(*Job) *kyc.Outcome { return nil },
		},
	}
	for name, h := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := Run(t.Context(), t.Context(), frontOf(&fakeRows{n: 500}), h, 4, &memSink{})
			if !errors.Is(err, ErrInternal) {
				t.Error(err)
			}
		})
	}
}

func TestRunBoundsParkedJobs(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const rows = maxParked + 1000
		first := time.Now()
		waiting, worst := map[int64]bool{}, 0
		h := &fakeHandler{}
		h.handle = func(_ context.Context, job *Job) (Step, error) {
			h.mu.Lock()
			defer h.mu.Unlock()
			seq := job.Record.Row.Seq
			if job.State != nil {
				delete(waiting, seq)
				return created(job), nil
			}
			waiting[seq] = true
			worst = max(worst, len(waiting))
			return parkOnce(job, time.Hour), nil
		}
		var sink memSink
		read, err := Run(t.Context(), t.Context(), frontOf(&fakeRows{n: rows}), h, 8, &sink)
		if err != nil || worst != maxParked {
			t.Errorf("at most %d jobs waited, want %d (%v)", worst, maxParked, err)
		}
		if took := time.Since(first); took != 2*time.Hour {
			t.Errorf("took %s, want two rounds of an hour", took)
		}
		sink.once(t, read)
	})
}

// With the parking full nothing but the stop itself can wake the dispatcher.
func TestRunSoftStopWhileParkingIsFull(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		soft, stop := context.WithTimeout(t.Context(), time.Minute)
		defer stop()
		h := &fakeHandler{handle: func(context.Context, *Job) (Step, error) {
			return Step{Again: time.Now().Add(time.Hour)}, nil
		}}
		start := time.Now()
		var sink memSink
		read, err := Run(t.Context(), soft, frontOf(&fakeRows{n: 2 * maxParked}), h, 8, &sink)
		if err != nil || time.Since(start) != time.Minute {
			t.Errorf("ended after %s, %v", time.Since(start), err)
		}
		sink.once(t, read)
	})
}

func TestRunPreparesNothingAfterTheStop(t *testing.T) {
	soft, stop := context.WithCancel(t.Context())
	prepared := 0
	h := &fakeHandler{prepare: func(jobs []*Job) error {
		stop()
		prepared += len(jobs)
		return nil
	}}
	var sink memSink
	read, err := Run(t.Context(), soft, frontOf(&fakeRows{n: 1e6}), h, 4, &sink)
	if err != nil || prepared != runRows {
		t.Errorf("%d rows prepared, want one batch of %d (%v)", prepared, runRows, err)
	}
	sink.once(t, read)
}

func TestRunReturnsTheFirstError(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := &fakeHandler{handle: func(_ context.Context, job *Job) (Step, error) {
			if job.Record.Row.Seq == 1 {
				return Step{}, errBoom
			}
			time.Sleep(time.Second)
			return Step{}, errors.New("a later error")
		}}
		_, err := Run(t.Context(), t.Context(), frontOf(&fakeRows{n: 100}), h, 4, &memSink{})
		if !errors.Is(err, errBoom) {
			t.Error(err)
		}
	})
}

func TestRunEqualTimesInReadOrder(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		at := time.Now().Add(time.Hour)
		h := &fakeHandler{handle: func(_ context.Context, job *Job) (Step, error) {
			if time.Now().Before(at) {
				return Step{Again: at}, nil
			}
			return created(job), nil
		}}
		var sink memSink
		if _, err := Run(t.Context(), t.Context(), frontOf(&fakeRows{n: 50}), h, 1, &sink); err != nil {
			t.Error(err)
		}
		if !slices.IsSorted(sink.seqs) {
			t.Errorf("created in the order %v", sink.seqs)
		}
	})
}

// A job keeps its own copy of its row: the batch it was read in is used again.
func TestRunJobsOwnTheirRows(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := &fakeHandler{
			prepare: func(jobs []*Job) error {
				for _, job := range jobs {
					job.State = job.Record.Row.Seq
				}
				return nil
			},
			handle: func(context.Context, *Job) (Step, error) {
				return Step{Again: time.Now().Add(time.Hour)}, nil
			},
			finish: func(job *Job) *kyc.Outcome {
				if job.State != nil && job.State != job.Record.Row.Seq {
					t.Errorf("row %v has become row %d", job.State, job.Record.Row.Seq)
				}
				return created(job).Outcome
			},
		}
		soft, stop := context.WithTimeout(t.Context(), time.Minute)
		defer stop()
		if _, err := Run(t.Context(), soft, frontOf(&fakeRows{n: 3000}), h, 4, &memSink{}); err != nil {
			t.Error(err)
		}
	})
}

func BenchmarkRunPerRow(b *testing.B) {
	b.ReportAllocs()
	h := &fakeHandler{}
	sink := sinkFunc(func(*kyc.Outcome) error { return nil })
	f := Front{Rows: &seqRows{n: int64(b.N)}, Mapper: rowMapper{}, Workers: 2}
	if _, err := Run(b.Context(), b.Context(), f, h, 16, sink); err != nil {
		b.Fatal(err)
	}
}
