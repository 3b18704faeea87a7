package checkpoint

import (
	"encoding/hex"
	"flag"
	"os"
	"testing"

	"go.uber.org/goleak"
)

// TestMain runs as the child of the kill tests when they say so.
func TestMain(m *testing.M) {
	if os.Getenv(childDir) != "" {
		child()
		return
	}
	_ = flag.Set("rapid.checks", "40") // a default: the command line still wins
	goleak.VerifyTestMain(m)
}

// quick opens a ledger without syncs and closes it at the end of the test.
func quick(t testing.TB, dir string, o Options) *Ledger {
	t.Helper()
	o.Unsynced = true
	l, err := Open(t.Context(), dir, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	return l
}

// intend makes the intent of record i durable.
func intend(t testing.TB, l *Ledger, from State, i int) Ref {
	t.Helper()
	ref, err := l.Intend(t.Context(), from, sampleIntent(l, i))
	if err != nil {
		t.Fatal(err)
	}
	return ref
}

// find reads record i.
func find(t testing.TB, l *Ledger, i int) Record {
	t.Helper()
	rs, err := l.Find(t.Context(), []MAC{sampleIntent(l, i).Prints.Key})
	if err != nil {
		t.Fatal(err)
	}
	return rs[0]
}

func ok(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func sampleKeyHex(l *Ledger, i int) string {
	m := sampleIntent(l, i).Prints.Key
	return hex.EncodeToString(m[:])
}
