package uploader

import (
	"testing"
	"time"

	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/kyc"
)

// controlWork is a record that this process created.
func controlWork(by kyc.Field, value, id string) *work {
	w := &work{}
	w.sub[by] = value
	w.entry.SubmissionID = id
	return w
}

func TestControlPick(t *testing.T) {
	base := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	at := func(s int) time.Time { return base.Add(time.Duration(s) * time.Second) }
	with := func(recent ...*known) *control {
		c := newControl()
		c.recent = recent
		c.old = []*known{{by: kyc.UserID, id: "old"}}
		return c
	}
	k := func(id string, s, misses int) *known {
		return &known{by: kyc.UserID, id: id, created: at(s), misses: misses}
	}
	cases := []struct {
		name    string
		control *control
		by      kyc.Field
		after   time.Time
		want    string // "" for none
	}{
		{"nothing created yet", with(), kyc.UserID, at(60), "old"},
		{"the oldest after the window", with(k("a", 10, 0), k("b", 70, 0), k("c", 80, 0)), kyc.UserID, at(60), "b"},
		{"none after it: the newest", with(k("a", 10, 0), k("b", 20, 0)), kyc.UserID, at(60), "b"},
		{"one that is gone is passed over for a later one", with(k("a", 10, 0), k("b", 70, 3), k("c", 80, 0)), kyc.UserID, at(60), "c"},
		{"but never for an earlier one", with(k("a", 10, 0), k("b", 70, 3)), kyc.UserID, at(60), ""},
		{"nor for one of an earlier process", with(k("b", 70, 3)), kyc.UserID, at(60), ""},
		{"an early one that is gone", with(k("a", 10, 3), k("b", 20, 0)), kyc.UserID, at(60), "b"},
		{"by another field", with(k("a", 70, 0)), kyc.Email, at(60), ""},
		{"no time known", with(k("a", 10, 0), k("b", 20, 0)), kyc.UserID, time.Time{}, "b"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := ""
			if k := c.control.pick(c.by, c.after); k != nil {
				got = k.id
			}
			if got != c.want {
				t.Errorf("picked %q, want %q", got, c.want)
			}
		})
	}
}

func TestControlFound(t *testing.T) {
	inBubble(t, "counts for a minute, from the first time", func(t *testing.T) {
		c := newControl()
		early, late := &known{by: kyc.UserID, created: time.Now()}, &known{by: kyc.UserID, created: time.Now().Add(time.Minute)}
		if !c.found(kyc.UserID, early).IsZero() {
			t.Error("found before it was looked up")
		}
		first := time.Now()
		c.seen(kyc.UserID, early)
		time.Sleep(30 * time.Second)
		c.seen(kyc.UserID, early)
		if at := c.found(kyc.UserID, early); !at.Equal(first) {
			t.Errorf("found at %v, want the first time %v: the earlier, the more answers it speaks for", at, first)
		}
		if !c.found(kyc.UserID, late).IsZero() || !c.found(kyc.Email, early).IsZero() {
			t.Error("an earlier control speaks for a later one, or for another field")
		}
		c.seen(kyc.UserID, late)
		if c.found(kyc.UserID, late).IsZero() || c.found(kyc.UserID, early).IsZero() {
			t.Error("the later control does not speak for both")
		}
		time.Sleep(time.Minute)
		if !c.found(kyc.UserID, early).IsZero() {
			t.Error("found a minute ago still counts")
		}
	})
}

// TestControlMissedAtOnce: the doubts at the end of a run ask for the last
// control all at once, while it may not be seen yet. Were it passed over for
// that, nothing would ever speak for them.
func TestControlMissedAtOnce(t *testing.T) {
	inBubble(t, "many misses within the lag are one", func(t *testing.T) {
		const lag = 15 * time.Second
		c := newControl()
		c.created(controlWork(kyc.UserID, "u", "last"), time.Time{}, time.Now())
		after := time.Now().Add(-time.Minute)
		for round := range controlChance - 1 {
			for range 5 {
				k := c.pick(kyc.UserID, after)
				if k == nil {
					t.Fatalf("passed over in round %d", round)
				}
				c.missed(k, lag)
				time.Sleep(time.Second)
			}
			time.Sleep(lag)
		}
		c.missed(c.pick(kyc.UserID, after), lag)
		if c.pick(kyc.UserID, after) != nil {
			t.Error("one that is not found for three lags is still asked for")
		}
	})
}

func TestControlKeeps(t *testing.T) {
	inBubble(t, "few of many, over the whole time", func(t *testing.T) {
		c := newControl()
		begin := time.Now()
		for i := range 3000 {
			c.created(controlWork(kyc.UserID, "u", "id"), time.Time{}, time.Now())
			if i%2 == 0 {
				c.created(controlWork(kyc.UserID, "u", "close"), time.Time{}, time.Now())
			}
			time.Sleep(controlSpace)
		}
		if n := len(c.recent); n > mostControls || n < mostControls/4 {
			t.Errorf("%d controls kept", n)
		}
		if span := c.recent[len(c.recent)-1].created.Sub(c.recent[0].created); span < time.Since(begin)*9/10 {
			t.Errorf("they span %v of %v", span, time.Since(begin))
		}
		for _, k := range c.recent {
			if k.id == "close" {
				t.Fatal("two within the space are kept")
			}
		}
	})
	t.Run("only what is certain serves", func(t *testing.T) {
		for _, state := range []checkpoint.State{
			checkpoint.New, checkpoint.Sending, checkpoint.Doubt, checkpoint.Absent, checkpoint.Refused, checkpoint.Unsent,
			checkpoint.RolledBack, checkpoint.Abandoned, checkpoint.Done, checkpoint.Posted, checkpoint.Incomplete,
		} {
			c := newControl()
			s := &subject{rec: &kyc.Record{}}
			s.rec.Submission[kyc.UserID] = "u"
			s.entry = checkpoint.Record{State: state, SubmissionID: "id"}
			c.offer(s)
			if kept := !c.empty(kyc.UserID); kept != state.Bound() {
				t.Errorf("%s kept %v", state, kept)
			}
			s.prints.Payload[0] = 1 // changed since it was sent
			c = newControl()
			c.offer(s)
			if !c.empty(kyc.UserID) {
				t.Errorf("%s kept though its row has changed", state)
			}
		}
	})
}
