package oneshot

import (
	"net"
	"syscall"
)

// wire is the TCP connection below everything else. It counts what the network
// took, can be read without waiting, and knows where a record of TLS ends.
type wire struct {
	net.Conn
	written int64
	peek    syscall.RawConn // nil where nothing can be asked without waiting
	asking  bool            // reads do not wait
	incoming
}

func newWire(c net.Conn) *wire {
	w := &wire{Conn: c}
	if s, ok := c.(syscall.Conn); ok {
		if raw, err := s.SyscallConn(); err == nil {
			w.peek = raw
		}
	}
	return w
}

func (w *wire) Write(p []byte) (int, error) {
	n, err := w.Conn.Write(p)
	w.written += int64(n)
	return n, err
}

func (w *wire) Read(p []byte) (n int, err error) {
	if w.asking {
		n, err = readNow(w.peek, p)
	} else {
		n, err = w.Conn.Read(p)
	}
	w.follow(p[:n])
	return n, err
}

// courteous lets a close end the connection in the usual way, by saying that
// nothing more comes, where it was made to discard what did not leave.
func (w *wire) courteous() {
	if l, ok := w.Conn.(interface{ SetLinger(sec int) error }); ok {
		_ = l.SetLinger(-1) // without it the close is only abrupt
	}
}

// incoming follows the records of TLS that come in: five bytes, of which the last
// two are the length of what follows. What crypto/tls holds of a record that has
// not come in whole, nobody can ask it.
type incoming struct {
	head [5]byte
	had  int // of the head
	need int // bytes that are still to come
}

func (r *incoming) follow(p []byte) {
	for len(p) > 0 {
		if r.need > 0 {
			n := min(r.need, len(p))
			r.need -= n
			p = p[n:]
			continue
		}
		n := copy(r.head[r.had:], p)
		r.had += n
		p = p[n:]
		if r.had == len(r.head) {
			r.had, r.need = 0, int(r.head[3])<<8|int(r.head[4])
		}
	}
}

// whole reports whether a record has come in to its end, and none begins.
func (r *incoming) whole() bool { return r.had == 0 && r.need == 0 }
