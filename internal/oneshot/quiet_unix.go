//go:build unix

package oneshot

import "syscall"

// Keeps says that connections are kept between requests on this system.
const Keeps = true

// quiet reports whether the connection stands and the server has said nothing
// since its last answer: neither that it closes it nor anything unasked. It does
// not wait.
func (c *conn) quiet() bool {
	if c.peek == nil {
		return false
	}
	silent := false
	err := c.peek.Read(func(fd uintptr) bool {
		var b [1]byte
		_, err := syscall.Read(int(fd), b[:])
		silent = err == syscall.EAGAIN
		return true
	})
	return err == nil && silent
}
