package inspect

import "fmt"

// Drift is a run of columns of which each header stands beside its data.
type Drift struct {
	From, To int // the first and the last column of the run
	By       int // how many columns behind its header the data stands; less than 0 before it
	Proof    int // headers whose data was found there
}

// Where tells where the headers of a run stand.
func (d *Drift) Where() string {
	by, side := d.By, "before"
	if by < 0 {
		by, side = -by, "behind"
	}
	if by == 1 {
		return "one column " + side + " their data"
	}
	return fmt.Sprintf("%d columns %s their data", by, side)
}

// driftTrap tells of headers that have drifted against the data.
func (p *Profile) driftTrap(l *trapList, columns []Column) {
	if p.drift == nil {
		return
	}
	if d := p.drift(p, columns); d != nil {
		l.add(CodeHeaderDrifted, columns[d.From].Name, &finding{count: int64(d.Proof)}, "the headers from %q to %q seem to stand %s: the values beside %d of them are what they say, and their own are not",
			columns[d.From].Name, columns[d.To].Name, d.Where(), d.Proof)
	}
}
