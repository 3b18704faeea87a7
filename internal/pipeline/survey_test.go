package pipeline

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"
	"unsafe"

	"kycmigrate/internal/kyc"
)

var errBoom = errors.New("boom")

func TestSurveyKeepsReadOrder(t *testing.T) {
	for _, workers := range []int{0, 1, 2, 7} {
		for _, chunk := range []int{0, 1, 100} {
			t.Run(fmt.Sprintf("workers=%d,chunk=%d", workers, chunk), func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					const rows = 3000
					var unique []int64
					f := Front{
						Rows:    &fakeRows{n: rows, chunk: chunk},
						Mapper:  rowMapper{slow: func(seq int64) time.Duration { return time.Duration((seq * 7919) % 13) }},
						Check:   checkFunc(func(rec *kyc.Record) { rec.Add(kyc.Issue{Code: "seen"}) }),
						Unique:  orderFunc(func(rec *kyc.Record) { unique = append(unique, rec.Row.Seq+int64(len(rec.Issues))) }),
						Workers: workers,
					}
					var sink memSink
					read, err := Survey(t.Context(), f, readyJudge{}, &sink)
					if read != rows || err != nil {
						t.Fatalf("got %d, %v", read, err)
					}
					sink.once(t, read)
					if !slices.IsSorted(sink.seqs) {
						t.Error("outcomes are not in read order")
					}
					if len(unique) != rows || unique[0] != 1 || !slices.IsSorted(unique) {
						t.Error("Unique did not see every checked record in read order")
					}
				})
			})
		}
	}
}

func TestSurveyLimit(t *testing.T) {
	for _, limit := range []int64{1, 255, 256, 257, 600, 5000} {
		rows := &fakeRows{n: 1000}
		var sink memSink
		read, err := Survey(t.Context(), Front{Rows: rows, Mapper: rowMapper{}, Workers: 2, Limit: limit}, readyJudge{}, &sink)
		want := min(limit, 1000)
		if err != nil || read != want || rows.next != want {
			t.Errorf("limit %d: read %d, source at %d, %v", limit, read, rows.next, err)
		}
		sink.once(t, read)
	}
}

func TestSurveyEmptySource(t *testing.T) {
	read, err := Survey(t.Context(), Front{Rows: &fakeRows{}, Mapper: rowMapper{}}, readyJudge{}, &memSink{})
	if read != 0 || err != nil {
		t.Errorf("got %d, %v", read, err)
	}
}

func TestSurveyJudgesWhatWasReadBeforeAnError(t *testing.T) {
	var sink memSink
	f := Front{Rows: &fakeRows{n: 1000, failAt: 700, err: errBoom}, Mapper: rowMapper{}, Workers: 3}
	read, err := Survey(t.Context(), f, readyJudge{}, &sink)
	if !errors.Is(err, errBoom) || read != 700 {
		t.Errorf("got %d, %v", read, err)
	}
	sink.once(t, 700)
}

// noRows returns nothing and no error, for ever; or an impossible number.
type noRows struct{ n int }

func (r noRows) Read(context.Context, []kyc.Row) (int, error) { return r.n, nil }

func TestSurveyBrokenReaders(t *testing.T) {
	for n, want := range map[int]error{0: io.ErrNoProgress, -1: ErrInternal, 1 << 20: ErrInternal} {
		_, err := Survey(t.Context(), Front{Rows: noRows{n}, Mapper: rowMapper{}}, readyJudge{}, &memSink{})
		if !errors.Is(err, want) {
			t.Errorf("Read returning %d: %v, want %v", n, err, want)
		}
	}
}

func TestSurveyFindsOurBugs(t *testing.T) {
	judges := map[string]judgeFunc{
		"one too few": func(recs []*kyc.Record, outs []kyc.Outcome) error { ready(recs[1:], outs[1:]); return nil },
		"none":        func([]*kyc.Record, []kyc.Outcome) error { return nil },
		"swapped": func(recs []*kyc.Record, outs []kyc.Outcome) error {
			ready(recs, outs)
			outs[0], outs[1] = outs[1], outs[0]
			return nil
		},
	}
	for name, j := range judges {
		_, err := Survey(t.Context(), Front{Rows: &fakeRows{n: 2000}, Mapper: rowMapper{}}, j, &memSink{})
		if !errors.Is(err, ErrInternal) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSurveyStopsAtJudgeAndSinkErrors(t *testing.T) {
	const rows = 1_000_000
	calls := 0
	j := judgeFunc(func(recs []*kyc.Record, outs []kyc.Outcome) error {
		calls++
		if calls == 3 {
			return errBoom
		}
		ready(recs, outs)
		return nil
	})
	read, err := Survey(t.Context(), Front{Rows: &fakeRows{n: rows}, Mapper: rowMapper{}, Workers: 2}, j, &memSink{})
	if !errors.Is(err, errBoom) || read == rows || calls != 3 {
		t.Errorf("judge: read %d, %d calls, %v", read, calls, err)
	}
	sink := &memSink{failAt: 10, err: errBoom}
	read, err = Survey(t.Context(), Front{Rows: &fakeRows{n: rows}, Mapper: rowMapper{}, Workers: 2}, readyJudge{}, sink)
	if !errors.Is(err, errBoom) || read == rows {
		t.Errorf("sink: read %d, %v", read, err)
	}
	sink.once(t, read)
}

func TestSurveyLeavesWhenCancelled(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		start := time.Now()
		f := Front{Rows: &fakeRows{n: 1e6, blockAt: 5000}, Mapper: rowMapper{}, Workers: 2}
		_, err := Survey(ctx, f, readyJudge{}, &memSink{})
		if !errors.Is(err, context.DeadlineExceeded) || time.Since(start) != time.Minute {
			t.Errorf("after %s: %v", time.Since(start), err)
		}
	})
}

func TestSurveyCancelledWhileMapping(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		start := time.Now()
		slow := rowMapper{slow: func(int64) time.Duration { return time.Second }}
		_, err := Survey(ctx, Front{Rows: &fakeRows{n: 1e6}, Mapper: slow, Workers: 2}, readyJudge{}, &memSink{})
		if !errors.Is(err, context.DeadlineExceeded) || time.Since(start) > 62*time.Second {
			t.Errorf("after %s: %v", time.Since(start), err)
		}
	})
}

// A sink that stands still makes the reading stand still: each worker has one
// batch and takes no other before that is through.
func TestSurveyReadsAheadOnlySoFar(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		rows := &fakeRows{n: 1e6}
		release := make(chan struct{})
		sink := sinkFunc(func(*kyc.Outcome) error { <-release; return errBoom })
		done := make(chan error)
		go func() {
			_, err := Survey(t.Context(), Front{Rows: rows, Mapper: rowMapper{}, Workers: 2}, readyJudge{}, sink)
			done <- err
		}()
		synctest.Wait()
		if ahead := rows.next; ahead != 2*surveyRows {
			t.Errorf("%d rows read while the sink has not taken one, want %d", ahead, 2*surveyRows)
		}
		close(release)
		if err := <-done; !errors.Is(err, errBoom) {
			t.Error(err)
		}
	})
}

type sinkFunc func(*kyc.Outcome) error

func (f sinkFunc) Add(o *kyc.Outcome) error { return f(o) }

type seqRows struct{ n, next int64 }

func (r *seqRows) Read(_ context.Context, rows []kyc.Row) (int, error) {
	for i := range rows {
		if r.next == r.n {
			return i, io.EOF
		}
		rows[i].Seq = r.next
		r.next++
	}
	return len(rows), nil
}

func BenchmarkSurveyPerRow(b *testing.B) {
	b.ReportAllocs()
	var counts kyc.Counts
	nop := checkFunc(func(*kyc.Record) {})
	f := Front{
		Rows: &seqRows{n: int64(b.N)}, Mapper: rowMapper{},
		Check: nop, Unique: orderFunc(nop), Workers: 2,
	}
	b.ResetTimer()
	sink := sinkFunc(func(o *kyc.Outcome) error { counts.Add(o); return nil })
	if _, err := Survey(b.Context(), f, readyJudge{}, sink); err != nil {
		b.Fatal(err)
	}
}

// Each map worker gets a Mapper of its own, and no row goes by it.
func TestWorkersHaveTheirOwnMapper(t *testing.T) {
	const workers, rows = 3, 2000
	counts := make([]int, 0, workers)
	f := Front{Rows: &fakeRows{n: rows}, Mapper: mapperFunc(func(*kyc.Record) { t.Error("the shared mapper was asked") }), Workers: workers}
	f.Own = func() Mapper {
		counts = append(counts, 0)
		own := &counts[len(counts)-1]
		return mapperFunc(func(*kyc.Record) { *own++ })
	}
	sink := &memSink{}
	if _, err := Survey(t.Context(), f, readyJudge{}, sink); err != nil {
		t.Fatal(err)
	}
	sum := 0
	for _, n := range counts {
		sum += n
	}
	if len(counts) != workers || sum != rows {
		t.Errorf("%v rows were mapped by the workers of %d", counts, rows)
	}
}

type mapperFunc func(*kyc.Record)

func (f mapperFunc) Map(rec *kyc.Record) { f(rec) }

// lentRows lays the text of each row into the memory that it is lent.
type lentRows struct {
	fakeRows
	calls int
}

func (l *lentRows) ReadInto(ctx context.Context, rows []kyc.Row, memory []byte) (int, error) {
	l.calls++
	n, err := l.Read(ctx, rows[:min(len(rows), len(memory)/8)])
	for i := range rows[:n] {
		text := memory[i*8 : i*8 : i*8+8]
		text = fmt.Appendf(text, "%08d", rows[i].Seq)
		rows[i].Cells = []string{unsafe.String(&text[0], len(text))}
	}
	return n, err
}

// A survey that lends memory shows every text to the sink, and zeroes it when the
// batch is through.
func TestSurveyLends(t *testing.T) {
	for _, workers := range []int{1, 2, 7} {
		rows := &lentRows{fakeRows: fakeRows{n: 5000}}
		var kept []string
		sink := sinkFunc(func(o *kyc.Outcome) error {
			cell := o.Record.Row.Cells[0]
			if want := fmt.Sprintf("%08d", o.Record.Row.Seq); cell != want {
				t.Errorf("row %d has the text %q", o.Record.Row.Seq, cell)
			}
			kept = append(kept, cell)
			return nil
		})
		read, err := Survey(t.Context(), Front{Rows: rows, Mapper: rowMapper{}, Workers: workers, Lend: 2000}, readyJudge{}, sink)
		if err != nil || read != 5000 || rows.calls < 20 {
			t.Fatalf("read %d in %d calls, %v", read, rows.calls, err)
		}
		for _, text := range kept {
			if strings.Trim(text, "\x00") != "" {
				t.Fatalf("%q is still there", text)
			}
		}
	}
}

// Without a word of memory rows own their texts.
func TestSurveyLendsNothingUnasked(t *testing.T) {
	rows := &lentRows{fakeRows: fakeRows{n: 10}}
	if _, err := Survey(t.Context(), Front{Rows: rows, Mapper: rowMapper{}}, readyJudge{}, &memSink{}); err != nil || rows.calls > 0 {
		t.Errorf("%d calls, %v", rows.calls, err)
	}
}
