package checkpoint

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/gofrs/flock"
)

const lockName = "lock"

// holderAt is where the holder's name starts in the lock file: byte 0 is what
// Windows locks, and nobody else could write or read it.
const holderAt = 1

// lockPatience is how long a process waits for the lock: whoever only asks for it
// (Held) has it for a moment.
const lockPatience = 100 * time.Millisecond

// takeLock locks the directory for this process and says in the file who
// holds it.
func takeLock(d *disk, host string) (*flock.Flock, error) {
	fl := flock.New(d.path(lockName), flock.SetPermissions(0o600))
	ctx, cancel := context.WithTimeout(context.Background(), lockPatience)
	defer cancel()
	ok, err := fl.TryLockContext(ctx, lockPatience/10)
	if errors.Is(err, context.DeadlineExceeded) {
		err = nil
	}
	if err != nil {
		return nil, fmt.Errorf("lock %s: %w", d.path(lockName), err)
	}
	if !ok {
		return nil, fmt.Errorf("%w: %s is held by %s; wait until it ends, or stop it with one SIGINT, then run the same command again",
			ErrLocked, d.dir, holder(d))
	}
	if err := signLock(d, host); err != nil {
		return nil, errors.Join(fmt.Errorf("write %s: %w", d.path(lockName), err), fl.Close())
	}
	return fl, nil
}

// Held reports whether a process works in a run directory at this moment. It takes no
// lock for longer than it asks.
func Held(dir string) (bool, error) {
	d := &disk{dir: dir}
	if _, err := os.Stat(d.path(lockName)); err != nil {
		if errors.Is(err, os.ErrNotExist) {
			return false, nil
		}
		return false, err
	}
	fl := flock.New(d.path(lockName), flock.SetFlag(os.O_RDONLY))
	free, err := fl.TryRLock()
	return !free && err == nil, errors.Join(err, fl.Close())
}

func signLock(d *disk, host string) error {
	f, err := os.OpenFile(d.path(lockName), os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	err = f.Truncate(holderAt)
	if err == nil {
		_, err = f.WriteAt(fmt.Appendf(nil, "process %d on host %q\n", os.Getpid(), host), holderAt)
	}
	return errors.Join(err, f.Close())
}

// holder tells who holds the lock, as far as the file says.
func holder(d *disk) string {
	f, err := os.Open(d.path(lockName))
	if err != nil {
		return "another process"
	}
	defer f.Close()
	b := make([]byte, 512)
	n, _ := f.ReadAt(b, holderAt)
	if s := strings.TrimSpace(string(b[:n])); s != "" {
		return s
	}
	return "another process"
}
