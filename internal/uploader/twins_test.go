package uploader

import (
	"fmt"
	"testing"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/sandbox"
)

// Test 11 of exactly-once.md: records that nothing but their key tells apart.

// twins makes the first n people the same person without a userid.
func (w *world) twins(n int) {
	for i := range n {
		first := w.people[0]
		first.key, first.userid = fmt.Sprint("T", i), ""
		w.people[i] = first
	}
}

// byMail is how often the target has each e-mail address.
func (w *world) byMail() map[string]int {
	w.sb.Wait()
	n := map[string]int{}
	for _, s := range w.sb.Submissions() {
		if !s.Planted {
			n[s.Fields["email"]]++
		}
	}
	return n
}

// distinct asserts that no two outcomes have the same submission.
func (w *world) distinct(r *result) {
	w.t.Helper()
	seen := map[string]string{}
	for _, o := range r.list {
		if other, again := seen[o.SubmissionID]; again && o.SubmissionID != "" {
			w.t.Errorf("%s and %s have the same submission", o.Record.Key, other)
		}
		seen[o.SubmissionID] = o.Record.Key.String()
	}
}

func TestTwins(t *testing.T) {
	for _, faults := range [][]string{
		nil,
		{"post:drop-after=#1,2"},
		{"post:drop-before=#1,2"},
		{"post:drop-after=#1", "post:drop-before=#2"},
		{"post:drop-before=#1", "post:drop-after=#2"},
		{"post:drop-late=#1@40s", "post:drop-after=#2"},
		{"post:drop-after=#1", "post:drop-late=#2@40s"},
		{"post:drop-late=#1@40s", "post:drop-before=#2"},
		{"post:drop-late=#1,2,3@40s"},
		{"post:502-after=#1", "post:drop-late=#3@44s"},
	} {
		inBubble(t, fmt.Sprint(faults), func(t *testing.T) {
			w := newWorld(t, soon(), 6)
			w.twins(3)
			w.fault(faults...)
			r := w.run()
			w.want(r, map[kyc.Status]int{kyc.Created: 6})
			w.distinct(r)
			if n := w.byMail()[w.people[0].email]; n != 3 {
				t.Errorf("the target has %d of 3 twins\n%s", n, w.log.lines.String())
			}
		})
		inBubble(t, fmt.Sprint("killed ", faults), func(t *testing.T) {
			w := newWorld(t, soon(), 6)
			w.twins(3)
			w.fault(faults...)
			w.killedAt("after POST", 3)
			r := w.run()
			w.want(r, map[kyc.Status]int{kyc.Created: 6 - r.count(kyc.Already), kyc.Already: r.count(kyc.Already)})
			w.distinct(r)
			if n := w.byMail()[w.people[0].email]; n != 3 {
				t.Errorf("the target has %d of 3 twins\n%s", n, w.log.lines.String())
			}
		})
	}
}

// TestLookAlikes: two people who differ only in what ARGOS does not return.
func TestLookAlikes(t *testing.T) {
	for _, fault := range []string{"post:drop-after=#1,2", "post:drop-late=#1,2@30s", "post:drop-before=#1,2", "post:drop-after=#2,3"} {
		inBubble(t, fault, func(t *testing.T) {
			w := newWorld(t, soon(), 4)
			w.twins(2)
			w.people[0].more = map[kyc.Field]string{kyc.IdentityNumber: "A-1"}
			w.people[1].more = map[kyc.Field]string{kyc.IdentityNumber: "B-2"}
			w.fault(fault)
			r := w.run()
			if r.err != nil {
				t.Fatal(r.err)
			}
			w.ownNumbers(r)
			if n := w.byMail()[w.people[0].email]; n > 2 {
				t.Errorf("the target has %d of 2 look-alikes", n)
			}
		})
	}
}

// ownNumbers asserts that everybody's submission has his own number.
func (w *world) ownNumbers(r *result) {
	w.t.Helper()
	numbers := map[string]string{}
	for _, s := range w.sb.Submissions() {
		numbers[s.ID] = s.Fields["identityNumber"]
	}
	for _, o := range r.list {
		if want := o.Record.Submission[kyc.IdentityNumber]; o.SubmissionID != "" && numbers[o.SubmissionID] != want {
			w.t.Errorf("%s is bound to somebody else's submission\n%s", o.Record.Key, w.log.lines.String())
		}
	}
}

func TestTwinsWithMark(t *testing.T) {
	inBubble(t, "each finds its own", func(t *testing.T) {
		w := newWorld(t, sandbox.Config{Latency: quick}, 5)
		w.twins(3)
		w.marker = kyc.CF3
		w.fault("post:drop-after=#1,2", "post:drop-late=#3@30s")
		r := w.run()
		w.want(r, map[kyc.Status]int{kyc.Created: 5})
		w.distinct(r)
		if n := w.byMail()[w.people[0].email]; n != 3 {
			t.Errorf("the target has %d of 3 twins", n)
		}
	})
}
