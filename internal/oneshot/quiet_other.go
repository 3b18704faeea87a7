//go:build !unix

package oneshot

import (
	"io"
	"syscall"
)

// Keeps says that connections are kept between requests on this system. Where
// nothing can be asked of a connection without waiting, each serves one.
const Keeps = false

func readNow(syscall.RawConn, []byte) (int, error) { return 0, io.EOF }
