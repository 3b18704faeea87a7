package pipeline

import (
	"context"
	"errors"

	"kycmigrate/internal/kyc"
)

// ErrInternal is wrapped by errors that only a bug of ours can cause: rows and
// outcomes that do not match.
var ErrInternal = errors.New("internal error in the record loop, please report it")

// Rows is where records come from. Read fills up to len(rows) and returns
// (n, io.EOF) at the end; rows below n are valid whatever the error. It ends
// early when its context is done. rows is handed over zeroed but for the
// Cells, whose array may be filled again; nothing refers to it any more.
type Rows interface {
	Read(ctx context.Context, rows []kyc.Row) (int, error)
}

// Borrower is Rows that can lay the texts of rows into memory that it is lent: they
// are good until somebody writes into that.
type Borrower interface {
	ReadInto(ctx context.Context, rows []kyc.Row, memory []byte) (int, error)
}

// Mapper fills in a record of which only the Row is set. It never fails and is
// called concurrently.
type Mapper interface {
	Map(rec *kyc.Record)
}

// Checker appends issues to a record.
type Checker interface {
	Check(rec *kyc.Record)
}

// OrderChecker appends issues to records by what was read before them. It sees
// every record once, in read order and never twice at once, many at a time; it
// must not keep recs.
type OrderChecker interface {
	Check(recs []*kyc.Record)
}

// Sink takes the outcomes, one call at a time. The first error stops the run
// softly and is its result; Add is still called for the outcomes that follow,
// so that a fold balances. A Sink must not keep an outcome, its Record or its
// Row: they are used again.
type Sink interface {
	Add(o *kyc.Outcome) error
}

// BatchSink is a Sink that can do with many outcomes at once what takes longer one by
// one. AddAll is Add for each, in read order; it takes in all of them, and returns the
// first error.
type BatchSink interface {
	Sink
	AddAll(outs []kyc.Outcome) error
}

// AddAll hands outcomes to a sink, at once where it takes them so.
func AddAll(sink Sink, outs []kyc.Outcome) (err error) {
	if batch, ok := sink.(BatchSink); ok {
		return batch.AddAll(outs)
	}
	for i := range outs {
		if e := sink.Add(&outs[i]); e != nil && err == nil {
			err = e
		}
	}
	return err
}

// Front is the half that a dry run and an upload share: rows are read, one batch
// at a time, mapped and checked by Workers, put in read order again.
type Front struct {
	Rows    Rows
	Mapper  Mapper
	Own     func() Mapper // gives each map worker a Mapper of its own, in place of Mapper; nil: they share Mapper
	Check   Checker       // called concurrently; nil: no check
	Unique  OrderChecker  // nil: no check
	Workers int           // map workers; below 1 means 1
	Limit   int64         // rows to read at most; 0: all
	// Lend is how many bytes of memory each batch of a survey lends to a source that
	// is a Borrower. They are zeroed when the batch is through: then nobody, Unique,
	// judge and sink included, may have kept a text of a record but as a copy. 0: rows
	// own their texts.
	Lend int
}

// Judge gives each of a batch of records its outcome at once, without waiting:
// outs is as long as recs, zeroed, and in the same order. It is called
// in read order, never twice at once, and must keep neither a record nor its Row:
// they are used again.
type Judge interface {
	Judge(ctx context.Context, recs []*kyc.Record, outs []kyc.Outcome) error
}

// Handler takes one record at a time to its outcome.
type Handler interface {
	// Prepare sees every batch once before its jobs are handled, in read order
	// and by one goroutine, while earlier jobs are being handled.
	Prepare(ctx context.Context, jobs []*Job) error
	// Handle is called by many goroutines, never twice at once for one job. It
	// returns an outcome, or when to be called again for the same job: at a
	// time, or when there is room (Step.Hold). A job held goes on before fresh
	// ones, and while a quarter as many are held as there are workers none is taken. An
	// error stops the run softly and is its result; the job then goes to
	// Finish, unless the Step has its outcome. A Handle that waits has to
	// watch for a soft stop itself: nobody interrupts it.
	Handle(ctx context.Context, job *Job) (Step, error)
	// Room delivers a value each time a held job may try again, possibly once
	// too often; nil if Handle never holds a job.
	Room() <-chan struct{}
	// Drain is called at most once, when the source was read to its end and
	// every job is with a worker or has its outcome.
	Drain()
	// Finish gives the outcome of a job when the run is ending, without
	// another call or wait. The job may be one that waits for another Handle,
	// one that was never handled, or one that Prepare never saw. It is called
	// by one goroutine, while other jobs may still be in Handle.
	Finish(ctx context.Context, job *Job) *kyc.Outcome
}

// Job is one record on its way to an outcome; its State is the Handler's own.
type Job = kyc.Job

// Step is what Handle came to.
type Step = kyc.Step
