package pipeline

import "kycmigrate/internal/kyc"

// collector hands outcomes to the sink and counts them.
type collector struct {
	sink  Sink
	halt  *halt
	added int64
}

func (c *collector) add(o *kyc.Outcome) {
	c.added++
	if err := c.sink.Add(o); err != nil {
		c.halt.fail(err)
	}
}

// addAll is add for a batch.
func (c *collector) addAll(outs []kyc.Outcome) {
	c.added += int64(len(outs))
	if err := AddAll(c.sink, outs); err != nil {
		c.halt.fail(err)
	}
}
