package checkpoint

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/gofrs/flock"
)

const lockName = "lock"

// holderAt is where the holder's name starts in the lock file: byte 0 is what
// Windows locks, and nobody else could write or read it.
const holderAt = 1

// takeLock locks the directory for this process and says in the file who
// holds it.
func takeLock(d *disk, host string) (*flock.Flock, error) {
	fl := flock.New(d.path(lockName), flock.SetPermissions(0o600))
	ok, err := fl.TryLock()
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
