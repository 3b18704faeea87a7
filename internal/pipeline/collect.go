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
