package validate

import (
	"math"

	"kycmigrate/internal/kyc"
)

// Add notes the record of an outcome. It implements the sink of a survey.
func (x *Identity) Add(o *kyc.Outcome) error {
	x.take(o)
	return x.noteBlock()
}

// AddAll is Add for several outcomes, in read order. What is noted of records is noted of a
// block of them at a time, one thing after the other: so a processor has at hand what each of
// these needs, and guesses better what comes next.
func (x *Identity) AddAll(outs []kyc.Outcome) error {
	for len(outs) > 0 {
		n := min(len(outs), blockRows)
		for i := range n {
			x.take(&outs[i])
		}
		if err := x.noteBlock(); err != nil {
			return err
		}
		outs = outs[n:]
	}
	return nil
}

// blockRows is how many records are a block.
const blockRows = 32

// taken is a record of a block.
type taken struct {
	rec    *kyc.Record
	row    uint32
	warned bool
	known  recordSums
}

// take puts the record of an outcome into the block, if it is one to be noted.
func (x *Identity) take(o *kyc.Outcome) {
	rec := o.Record
	row := rowNumber(rec.Row.Seq)
	if x.idle || rec.Row.Fault != nil || o.Status == kyc.Excluded || row == math.MaxUint32 || repeated(rec) {
		return
	}
	x.last = max(x.last, row)
	x.block = append(x.block, taken{rec: rec, row: row, warned: warned(o.Issues)})
}

// noteBlock notes the records of the block, and empties it.
func (x *Identity) noteBlock() error {
	block := x.block
	x.block = block[:0]
	x.noteOdd(block)
	for i := range block {
		b := &block[i]
		b.known = recordSums{row: b.row, home: homeSum(&b.rec.Submission)}
	}
	if err := x.noteValues(block); err != nil {
		return err
	}
	for i := range block {
		if b := &block[i]; b.known.home != 0 {
			x.homes.note(b.known.home)
		}
	}
	for i := range block {
		if err := x.places.add(block[i].rec.Row, block[i].warned); err != nil {
			return err
		}
	}
	for _, rule := range sharedRules {
		if x.severity[rule] == kyc.Off {
			continue
		}
		for i := range block {
			x.noteOwn(block[i].rec, rule, &block[i].known)
		}
	}
	if len(x.own) < mostWaiting {
		return nil
	}
	return x.distribute()
}

// noteOdd notes what is odd about the records of the block if it is rare.
func (x *Identity) noteOdd(block []taken) {
	for i := range block {
		x.rows++
		x.noteRare(block[i].rec, block[i].row)
	}
	for i := range block {
		b := &block[i]
		x.numbers.note(b.rec, keyOf(b.rec), b.row)
	}
	for i := range block {
		b := &block[i]
		x.keys.note(keyOf(b.rec), b.row)
		for field, f := range customFields {
			x.custom[field].note(b.rec.Submission[f], b.row)
		}
	}
}

// noteValues notes the values of the block that many records may have.
func (x *Identity) noteValues(block []taken) error {
	for i := range block {
		b := &block[i]
		if values := x.valuesOf(b.rec, b.known.home); values != (rowValues{}) {
			if err := x.repeats.note(&values, b.row); err != nil {
				return err
			}
		}
	}
	return nil
}
