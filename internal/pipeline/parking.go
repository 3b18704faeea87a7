package pipeline

import (
	"container/heap"
	"time"
)

// parking holds the jobs that wait for their time: a heap, the earliest first
// and, of equal times, the one read first.
type parking []parked

type parked struct {
	job *Job
	at  time.Time
}

func (p *parking) push(job *Job, at time.Time) { heap.Push((*byTime)(p), parked{job, at}) }

func (p *parking) pop() *Job { return heap.Pop((*byTime)(p)).(parked).job }

// byTime is parking as container/heap wants it.
type byTime parking

func (p byTime) Len() int { return len(p) }

func (p byTime) Less(i, j int) bool {
	if !p[i].at.Equal(p[j].at) {
		return p[i].at.Before(p[j].at)
	}
	return p[i].job.Record.Row.Seq < p[j].job.Record.Row.Seq
}

func (p byTime) Swap(i, j int) { p[i], p[j] = p[j], p[i] }

func (p *byTime) Push(x any) { *p = append(*p, x.(parked)) }

func (p *byTime) Pop() any {
	last := len(*p) - 1
	x := (*p)[last]
	(*p)[last] = parked{}
	*p = (*p)[:last]
	return x
}
