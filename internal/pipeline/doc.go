// Package pipeline owns every goroutine of the record loop. An upload (Run) has
// one reader, map workers, one orderer, one dispatcher and the upload workers; the
// caller's own goroutine is the collector, the only one that calls the Sink.
//
//	           ┌ map worker ┐
//	reader ─┬──┤     …      ├─ orderer ─ dispatcher ⇄ workers ─ collector ─ Sink
//	        │  └ map worker ┘    ▲
//	        └── read order ──────┘
//
// A dry run (Survey), which waits for nobody, has workers alone. Each takes a
// batch the whole way; one at a time they read, and one at a time, in read order,
// they judge and call the Sink.
//
//	worker: read ─ map and check ─ in read order: Judge ─ Sink
//
// What it promises:
//   - Every row read reaches the Sink in exactly one outcome, tied to it by
//     identity. Where the books do not balance the run ends in ErrInternal.
//   - Survey gives outcomes in read order, whatever the number of workers.
//   - Memory does not grow with the input: rows travel in a fixed number of
//     batches, and at most 4096 records wait for a second attempt.
//   - No goroutine outlives the call that started it.
//
// What it must never do: look into a record, decide an outcome, retry, sleep,
// log or know ARGOS. That is the business of what it is given: a Mapper, two
// Checkers, a Judge or a Handler, a Sink.
package pipeline
