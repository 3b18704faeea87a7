//go:build unix

package oneshot

import (
	"io"
	"os"
	"syscall"
)

// Keeps says that connections are kept between requests on this system.
const Keeps = true

// readNow reads what is there. Where nothing is, its error is that of a deadline,
// after which crypto/tls goes on as if nothing had been.
func readNow(from syscall.RawConn, p []byte) (n int, err error) {
	failed := from.Read(func(fd uintptr) bool {
		n, err = syscall.Read(int(fd), p)
		return true
	})
	switch {
	case failed != nil:
		return 0, failed
	case err == syscall.EAGAIN:
		return 0, os.ErrDeadlineExceeded
	case err != nil:
		return 0, err
	case n == 0:
		return 0, io.EOF
	}
	return n, nil
}
