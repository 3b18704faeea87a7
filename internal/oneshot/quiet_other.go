//go:build !unix

package oneshot

// Keeps says that connections are kept between requests on this system. Where
// nothing can be asked of a connection without waiting, each serves one.
const Keeps = false

func (c *conn) quiet() bool { return false }
