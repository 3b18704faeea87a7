package sandbox

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Fault says which calls go wrong, and how.
type Fault struct {
	Name     string   // for the audit log; empty is the fault's own text
	Endpoint Endpoint // empty: every endpoint on which the action makes sense

	// Action is what happens, see ParseFault.
	Action string

	// Probability is the share of calls, 0 to 1. Nth names calls by position
	// instead, the first being 1, counted per fault from when it was set.
	Probability float64
	Nth         []int

	// Delay is, for a late action, how long after the work commits; otherwise
	// how long the call waits before it goes wrong.
	Delay time.Duration
}

const maxNth = 10_000

// ParseFault reads the form that the flag takes:
//
//	[endpoint:]action[=when][@delay]
//	drop-after=5%    post:502-after=0.05    put:500=#1,3,7-9    late-commit=2%@20s
//
// endpoint is post, put, get, image or delete. when is a share of the calls or,
// after #, their positions; without it every call is meant. The action is one
// of these; -before does not do the work, -after does it and then goes wrong,
// -late goes wrong at once and the work commits after the delay:
//
//	drop-before drop-after drop-late   the connection is reset (late-commit = drop-late)
//	500 500-after 502-late ...         any status from 300 to 599, by itself = -before
//	processing_error[-after|-late]     400 processing_error
//	429 429-quota                      Too Many Requests, Limit Exceeded
//	wrong-key ip-denied                403
//	invalid_admin invalid_project unknown-code   400
//	slow                               waits for the delay, then all is well
//	no-id reused-id error-200 truncated garbage undecryptable   2xx that lie; the work is done
//	aged                               the answer carries Age: 60
//	image-drop                         PUT succeeds, its first picture is not stored
//	blind no-items lower-items no-filter page-loop empty-page   look-ups that mislead
func ParseFault(spec string) (Fault, error) {
	f := Fault{Probability: 1}
	rest := spec
	if name, after, found := strings.Cut(rest, ":"); found {
		f.Endpoint, rest = Endpoint(name), after
	}
	rest, delay, delayed := strings.Cut(rest, "@")
	action, when, limited := strings.Cut(rest, "=")
	f.Action = action
	var err error
	if delayed {
		f.Delay, err = time.ParseDuration(delay)
	}
	if err == nil && limited {
		err = f.parseWhen(when)
	}
	if err == nil {
		_, err = f.compile()
	}
	if err != nil {
		return Fault{}, fmt.Errorf("fault %q: %w; write [endpoint:]action[=5%%|=#1,3-5][@20s]", spec, err)
	}
	return f, nil
}

func (f *Fault) parseWhen(when string) (err error) {
	if list, positions := strings.CutPrefix(when, "#"); positions {
		f.Probability = 0
		f.Nth, err = parsePositions(list)
		return err
	}
	share, percent := strings.CutSuffix(when, "%")
	f.Probability, err = strconv.ParseFloat(share, 64)
	if err != nil {
		return fmt.Errorf("%q is no share of calls", when)
	}
	if percent {
		f.Probability /= 100
	}
	return nil
}

func parsePositions(list string) ([]int, error) {
	var nth []int
	for _, text := range strings.Split(list, ",") {
		first, last, span := strings.Cut(text, "-")
		if !span {
			last = first
		}
		from, err1 := strconv.Atoi(first)
		to, err2 := strconv.Atoi(last)
		if err1 != nil || err2 != nil || from < 1 || to < from || to-from >= maxNth-len(nth) {
			return nil, fmt.Errorf("%q are no positions (at most %d)", list, maxNth)
		}
		for n := from; n <= to; n++ {
			nth = append(nth, n)
		}
	}
	slices.Sort(nth)
	return slices.Compact(nth), nil
}

// String is the fault in the form that ParseFault reads.
func (f Fault) String() string {
	var b strings.Builder
	if f.Endpoint != "" {
		b.WriteString(string(f.Endpoint) + ":")
	}
	b.WriteString(f.Action)
	switch {
	case len(f.Nth) > 0:
		b.WriteString("=#")
		for i, n := range f.Nth {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(strconv.Itoa(n))
		}
	case f.Probability != 1:
		b.WriteString("=" + strconv.FormatFloat(f.Probability, 'g', -1, 64))
	}
	if f.Delay != 0 {
		b.WriteString("@" + f.Delay.String())
	}
	return b.String()
}
