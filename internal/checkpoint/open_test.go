package checkpoint

import (
	"testing"

	"kycmigrate/internal/sqlite"
)

// TestAStartKnowsWhetherRecordsAreOpen by the tally alone where the ledger was closed, as
// much as by going through all of them.
func TestAStartKnowsWhetherRecordsAreOpen(t *testing.T) {
	dir := t.TempDir()
	var want int64
	for i, s := range []State{Done, Rejected, Refused, Sending, Doubt, Posted, Absent, Unsent, Incomplete, Abandoned} {
		l := quick(t, dir, Options{})
		ref := bring(t, l, i, s)
		if s.Open() {
			want++
		}
		beside := quick(t, dir, Options{ReadOnly: true})
		for _, at := range []*Ledger{l, beside} {
			if n, err := at.OpenCount(t.Context()); err != nil || n != want {
				t.Errorf("after a record that is %s %d are open (%v), want %d", s, n, err, want)
			}
		}
		ok(t, beside.Close())
		ok(t, l.Close())
		if s.Open() { // what was being sent is a doubt now, and is settled
			l = quick(t, dir, Options{})
			if n, err := l.OpenCount(t.Context()); err != nil || n != want {
				t.Errorf("after a start %d are open (%v), want %d", n, err, want)
			}
			if none := asked(t, l); none {
				t.Error("nothing is open by the tally")
			}
			ok(t, l.Absent(t.Context(), ref))
			want--
			ok(t, l.Close())
		}
		l = quick(t, dir, Options{ReadOnly: true})
		if none := asked(t, l); !none {
			t.Errorf("after a record that was %s the tally does not tell that nothing is open", s)
		}
		ok(t, l.Close())
	}
}

func asked(t *testing.T, l *Ledger) (none bool) {
	t.Helper()
	ok(t, l.read(t.Context(), func(c *sqlite.Conn) (err error) {
		none, err = noneOpen(c)
		return err
	}))
	return none
}
