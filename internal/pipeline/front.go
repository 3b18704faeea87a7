package pipeline

import (
	"fmt"
	"io"
	"sync"

	"kycmigrate/internal/kyc"
)

// maxEmptyReads is how often in a row a reader may return nothing, without an
// error, before it counts as broken.
const maxEmptyReads = 100

// batch carries rows from the reader to the orderer. Batches are few and used
// again and again, which bounds the memory and spares the garbage collector.
type batch struct {
	rows   []kyc.Row     // as long as the batch is big
	recs   []*kyc.Record // one for each row read
	store  []kyc.Record  // behind recs, where records are used again; else nil
	outs   []kyc.Outcome // one for each record, where they are judged in batches
	texts  []byte        // where the texts of rows may lie; nil where they own them
	mapped chan struct{} // gets one value when recs is filled
}

// front runs the Front: batches come out of each in read order.
type front struct {
	Front
	halt  *halt
	free  chan *batch // batches that hold nothing
	work  chan *batch // read, to be mapped
	order chan *batch // read, in read order, mapped or not
	read  int64       // rows read; the reader's until it has ended
}

// newFront prepares a front with batches of size rows. The channels have room
// for every batch there is, so that nothing but free ever makes a sender wait.
func newFront(f Front, h *halt, size int) *front {
	f.Workers = max(1, f.Workers)
	batches := 2*f.Workers + 2
	fr := &front{
		Front: f,
		halt:  h,
		free:  make(chan *batch, batches),
		work:  make(chan *batch, batches),
		order: make(chan *batch, batches),
	}
	for range batches {
		fr.free <- newBatch(size)
	}
	return fr
}

// newBatch returns a batch for size rows whose records may be kept.
func newBatch(size int) *batch {
	return &batch{rows: make([]kyc.Row, size), recs: make([]*kyc.Record, 0, size), mapped: make(chan struct{}, 1)}
}

// mapper is the Mapper of one more worker.
func (f *Front) mapper() Mapper {
	if f.Own != nil {
		return f.Own()
	}
	return f.Mapper
}

// start begins to read and to map.
func (f *front) start(wg *sync.WaitGroup) {
	wg.Go(f.readAll)
	for range f.Workers {
		m := f.mapper()
		wg.Go(func() { f.mapAll(m) })
	}
}

// readAll is the reader: it stops at the end, at the limit, at an error and
// when the run is ending.
func (f *front) readAll() {
	defer close(f.work)
	defer close(f.order)
	for more := true; more && !f.halt.stopping(); {
		select {
		case b := <-f.free:
			if more = f.readBatch(b); len(b.recs) > 0 {
				f.order <- b
				f.work <- b
			}
		case <-f.halt.reading.Done():
			return
		}
	}
}

// readBatch reads once into b, which is empty, and reports whether there may be
// more to read.
func (f *front) readBatch(b *batch) bool {
	rows := b.rows
	if f.Limit > 0 {
		rows = rows[:min(int64(len(rows)), f.Limit-f.read)]
	}
	n, err := f.readSome(rows, b.texts)
	if n < 0 || n > len(rows) {
		f.halt.fail(fmt.Errorf("%w: the source filled %d of %d rows", ErrInternal, n, len(rows)))
		return false
	}
	f.read += int64(n)
	b.recs = b.recs[:n]
	if err != nil && err != io.EOF {
		f.halt.readError(err)
	}
	return err == nil && (f.Limit <= 0 || f.read < f.Limit)
}

// readSome reads until there is at least one row, or an error.
func (f *front) readSome(rows []kyc.Row, texts []byte) (int, error) {
	if len(rows) == 0 {
		return 0, io.EOF
	}
	for range maxEmptyReads {
		if n, err := f.readOnce(rows, texts); n != 0 || err != nil {
			return n, err
		}
	}
	return 0, fmt.Errorf("read the source: %w", io.ErrNoProgress)
}

// readOnce lends texts to a source that can do with them.
func (f *front) readOnce(rows []kyc.Row, texts []byte) (int, error) {
	if b, ok := f.Rows.(Borrower); ok && texts != nil {
		return b.ReadInto(f.halt.reading, rows, texts)
	}
	return f.Rows.Read(f.halt.reading, rows)
}

// mapAll is one map worker.
func (f *front) mapAll(m Mapper) {
	for b := range f.work {
		f.mapBatch(m, b)
		b.mapped <- struct{}{}
	}
}

// mapBatch makes and checks the records of b. It leaves early only when the
// run is to end at once: nobody looks at b then.
func (f *front) mapBatch(m Mapper, b *batch) {
	for i := range b.recs {
		if f.halt.leaving() {
			return
		}
		rec := b.record(i)
		rec.Row = &b.rows[i]
		m.Map(rec)
		if f.Check != nil {
			f.Check.Check(rec)
		}
		b.recs[i] = rec
	}
}

// record is an empty record for the i-th row.
func (b *batch) record(i int) *kyc.Record {
	if b.store == nil {
		return new(kyc.Record)
	}
	b.store[i] = kyc.Record{}
	return &b.store[i]
}

// each is the orderer: it calls take for every batch, in read order, until all
// that was read is through. take owns the batch and gives it back by recycle.
func (f *front) each(take func(*batch)) {
	for b := range f.order {
		<-b.mapped
		if f.halt.leaving() {
			continue
		}
		if f.Unique != nil {
			f.Unique.Check(b.recs)
		}
		take(b)
	}
}

// recycle makes b free for the reader.
func (f *front) recycle(b *batch) {
	b.empty()
	f.free <- b
}

// empty makes b as good as new. Where records are used again so are the arrays of
// their cells; elsewhere somebody may still hold them.
func (b *batch) empty() {
	for i := range b.recs {
		var cells []string
		if b.store != nil {
			cells = b.rows[i].Cells[:0]
		}
		b.rows[i] = kyc.Row{Cells: cells}
	}
	clear(b.recs)
	b.recs = b.recs[:0]
	clear(b.texts) // what was kept by mistake shows at once, and shows nobody's data
}
