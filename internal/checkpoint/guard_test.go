package checkpoint

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gofrs/flock"

	"kycmigrate/internal/sqlite"
)

// copyDir copies a run directory as a backup does.
func copyDir(t testing.TB, from, to string) {
	t.Helper()
	ok(t, os.CopyFS(to, os.DirFS(from)))
}

func remove(t testing.TB, dir string, names ...string) {
	t.Helper()
	for _, n := range names {
		ok(t, os.Remove(filepath.Join(dir, n)))
	}
}

func put(t testing.TB, dir, name, data string) {
	t.Helper()
	ok(t, os.WriteFile(filepath.Join(dir, name), []byte(data), 0o600))
}

// used makes a run directory with a history and closes it.
func used(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	l := quick(t, dir, Options{})
	bring(t, l, 1, Done)
	ok(t, l.Close())
	return dir
}

// work adds a little history.
func work(t *testing.T, dir string, i int) {
	t.Helper()
	l := quick(t, dir, Options{})
	bring(t, l, i, Done)
	ok(t, l.Close())
}

// TestGuard refuses every directory that is not whole, at home and up to date
// (O1, O2), names the way out, and takes with Recover what can be taken.
func TestGuard(t *testing.T) {
	for _, c := range []struct {
		name    string
		spoil   func(t *testing.T, dir string) string // returns the directory to open
		says    string
		recover bool // Recover accepts it
	}{
		{"copied", func(t *testing.T, dir string) string {
			to := filepath.Join(t.TempDir(), "copy")
			copyDir(t, dir, to)
			return to
		}, "it was written in", true},
		{"moved", func(t *testing.T, dir string) string {
			ok(t, os.Rename(dir, dir+"2"))
			return dir + "2"
		}, "it was written in", true},
		{"yesterday's ledger restored", func(t *testing.T, dir string) string {
			old, err := os.ReadFile(filepath.Join(dir, ledgerName))
			ok(t, err)
			work(t, dir, 2)
			put(t, dir, ledgerName, string(old))
			return dir
		}, "older than ledger.mark", true},
		{"wal removed", func(t *testing.T, dir string) string {
			old, err := os.ReadFile(filepath.Join(dir, ledgerName))
			ok(t, err)
			runChild(t, dir, "commit#20", 0) // killed: the history is in the WAL
			remove(t, dir, ledgerName+"-wal")
			now, err := os.ReadFile(filepath.Join(dir, ledgerName))
			ok(t, err)
			if string(now) != string(old) {
				t.Fatal("the WAL was checkpointed, so the test shows nothing")
			}
			return dir
		}, "ledger.db-wal is missing", true},
		{"mark removed", func(t *testing.T, dir string) string {
			remove(t, dir, markName)
			return dir
		}, "ledger.mark is missing", true},
		{"mark damaged", func(t *testing.T, dir string) string {
			put(t, dir, markName, "x")
			return dir
		}, "ledger.mark cannot be read", true},
		{"mark of another ledger", func(t *testing.T, dir string) string {
			b, err := os.ReadFile(filepath.Join(used(t), markName))
			ok(t, err)
			put(t, dir, markName, string(b))
			return dir
		}, "another ledger", true},
		{"secret and ledger removed", func(t *testing.T, dir string) string {
			remove(t, dir, secretName, ledgerName)
			return dir
		}, "ledger.db and secret.key are missing", true},
		{"secret removed", func(t *testing.T, dir string) string {
			remove(t, dir, secretName)
			return dir
		}, "secret.key is missing", false},
		{"secret of another run", func(t *testing.T, dir string) string {
			put(t, dir, secretName, strings.Repeat("ab", secretSize)+"\n")
			return dir
		}, "not the secret", false},
		{"secret cut", func(t *testing.T, dir string) string {
			put(t, dir, secretName, "abcd")
			return dir
		}, "secret.key cannot be used", false},
		{"ledger removed", func(t *testing.T, dir string) string {
			remove(t, dir, ledgerName)
			return dir
		}, "ledger.db is missing", false},
		{"ledger emptied", func(t *testing.T, dir string) string {
			put(t, dir, ledgerName, "")
			return dir
		}, "no ledger, or is empty", false},
		{"ledger is something else", func(t *testing.T, dir string) string {
			put(t, dir, ledgerName, strings.Repeat("not a database. ", 512))
			return dir
		}, "ledger.db is damaged", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			dir := c.spoil(t, used(t))
			_, err := Open(t.Context(), dir, Options{Unsynced: true})
			if !errors.Is(err, ErrGuard) || !strings.Contains(err.Error(), c.says) {
				t.Fatalf("open: %v", err)
			}
			if strings.Contains(err.Error(), "--recover") != c.recover {
				t.Errorf("the way out is wrong: %v", err)
			}
			l, err := Open(t.Context(), dir, Options{Unsynced: true, Recover: true})
			if !c.recover {
				if !errors.Is(err, ErrGuard) {
					t.Errorf("recover: %v", err)
				}
				return
			}
			ok(t, err)
			if !l.Cautious() || len(l.Notes()) == 0 {
				t.Error("recovered, but not cautious")
			}
			ok(t, l.Close())
			checkCautious(t, dir)
		})
	}
}

// checkCautious holds that caution outlives the process that was told to
// recover, and ends with Trust.
func checkCautious(t *testing.T, dir string) {
	t.Helper()
	l := quick(t, dir, Options{})
	if !l.Cautious() {
		t.Error("caution was forgotten")
	}
	ok(t, l.Trust(t.Context()))
	ok(t, l.Close())
	l = quick(t, dir, Options{})
	if l.Cautious() {
		t.Error("caution did not end")
	}
	ok(t, l.Close())
}

// TestOtherHost refuses a directory that came along on a shared disk.
func TestOtherHost(t *testing.T) {
	dir := used(t)
	host := func() (string, error) { return "elsewhere", nil }
	_, err := Open(t.Context(), dir, Options{Unsynced: true, Host: host})
	if !errors.Is(err, ErrGuard) || !strings.Contains(err.Error(), `this is "elsewhere"`) {
		t.Errorf("open: %v", err)
	}
}

// TestCopiedWhileRunning lets the original go on: the copy is refused.
func TestCopiedWhileRunning(t *testing.T) {
	dir := t.TempDir()
	l := quick(t, dir, Options{})
	bring(t, l, 1, Done)
	to := filepath.Join(t.TempDir(), "copy")
	copyDir(t, dir, to)
	remove(t, to, ledgerName+"-wal", ledgerName+"-shm")
	if _, err := Open(t.Context(), to, Options{Unsynced: true}); !errors.Is(err, ErrGuard) {
		t.Errorf("the copy: %v", err)
	}
	bring(t, l, 2, Done)
}

// TestLocked tells who works in the directory.
func TestLocked(t *testing.T) {
	dir := t.TempDir()
	l := quick(t, dir, Options{Host: func() (string, error) { return "host one", nil }})
	_, err := Open(t.Context(), dir, Options{Unsynced: true})
	if !errors.Is(err, ErrLocked) || !strings.Contains(err.Error(), `on host "host one"`) || !strings.Contains(err.Error(), "process ") {
		t.Errorf("open: %v", err)
	}
	if held, err := Held(dir); !held || err != nil {
		t.Errorf("while it is open: held %v, %v", held, err)
	}
	ok(t, l.Close())
	if held, err := Held(dir); held || err != nil {
		t.Errorf("when it is closed: held %v, %v", held, err)
	}
	if held, err := Held(t.TempDir()); held || err != nil {
		t.Errorf("where no run was: held %v, %v", held, err)
	}
}

// TestLockWaitsForWhoOnlyAsks: somebody who asks whether it is held has it for a moment.
func TestLockWaitsForWhoOnlyAsks(t *testing.T) {
	dir := used(t)
	asking := flock.New(filepath.Join(dir, lockName), flock.SetFlag(os.O_RDONLY))
	_, err := asking.TryRLock()
	ok(t, err)
	time.AfterFunc(lockPatience/3, func() { _ = asking.Close() })
	work(t, dir, 2)
}

// TestRefusedUnlocks leaves no lock behind when it refuses.
func TestRefusedUnlocks(t *testing.T) {
	dir := used(t)
	b, err := os.ReadFile(filepath.Join(dir, markName))
	ok(t, err)
	remove(t, dir, markName)
	if _, err := Open(t.Context(), dir, Options{Unsynced: true}); !errors.Is(err, ErrGuard) {
		t.Fatal(err)
	}
	put(t, dir, markName, string(b))
	work(t, dir, 2)
}

// TestNewerFormat tells to use the newer program.
func TestNewerFormat(t *testing.T) {
	dir := used(t)
	c, err := connect(filepath.Join(dir, ledgerName), sqlite.Write)
	ok(t, err)
	_, err = c.Exec(fmt.Sprintf("PRAGMA user_version = %d", schemaVersion+1))
	ok(t, errors.Join(err, c.Close()))
	if _, err := Open(t.Context(), dir, Options{Unsynced: true}); !errors.Is(err, ErrGuard) || !strings.Contains(err.Error(), "newer migrate") {
		t.Errorf("open: %v", err)
	}
}

// TestOlderFormat tells to use the older program, and loses nothing.
func TestOlderFormat(t *testing.T) {
	dir := used(t)
	c, err := connect(filepath.Join(dir, ledgerName), sqlite.Write)
	ok(t, err)
	_, err = c.Exec(fmt.Sprintf("PRAGMA user_version = %d", schemaVersion-1))
	ok(t, errors.Join(err, c.Close()))
	if _, err := Open(t.Context(), dir, Options{Unsynced: true}); !errors.Is(err, ErrGuard) || !strings.Contains(err.Error(), "older migrate") {
		t.Errorf("open: %v", err)
	}
}

// TestOldLedgerNewWAL refuses an older ledger.db beside the WAL of a newer
// one: the commit number fits, the pages do not.
func TestOldLedgerNewWAL(t *testing.T) {
	dir := used(t)
	old, err := os.ReadFile(filepath.Join(dir, ledgerName))
	ok(t, err)
	l := quick(t, dir, Options{})
	for i := range 500 {
		in := sampleIntent(l, 100+i)
		ok(t, l.Reject(t.Context(), in.Prints, in.Origin, "required_missing"))
	}
	ok(t, l.Close())
	runChild(t, dir, "commit#20", 0)
	put(t, dir, ledgerName, string(old))
	if _, err := Open(t.Context(), dir, Options{Unsynced: true}); !errors.Is(err, ErrGuard) || !strings.Contains(err.Error(), "another copy") {
		t.Errorf("open: %v", err)
	}
}
