package argos

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"syscall"
	"testing"
	"time"
)

func TestTimeout(t *testing.T) {
	c := rawServer(t, func(_ net.Conn, r *bufio.Reader) { readRequest(r); _, _ = r.ReadByte() })
	c.timeout = 300 * time.Millisecond
	for name, do := range calls {
		e := failure(t, do(c))
		if e.Effect != Unknown || e.Code != codeTimeout || !errors.Is(e, context.DeadlineExceeded) {
			t.Errorf("%s: %+v", name, e)
		}
	}
}

// A connection whose call was given up is reset: the system delivers nothing more of
// it.
func TestGivenUpIsReset(t *testing.T) {
	for name, do := range calls {
		ended := make(chan error, 1)
		c := rawServer(t, func(_ net.Conn, r *bufio.Reader) {
			readRequest(r)
			_, err := r.ReadByte()
			ended <- err
		})
		c.timeout = 200 * time.Millisecond
		failure(t, do(c))
		if err := <-ended; !errors.Is(err, syscall.ECONNRESET) {
			t.Errorf("%s: the server sees %v", name, err)
		}
	}
}

func TestCancelledAfterSending(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	c := rawServer(t, func(_ net.Conn, r *bufio.Reader) { readRequest(r); cancel(); _, _ = r.ReadByte() })
	_, err := c.Submit(ctx, person())
	if e := failure(t, err); e.Effect != Unknown || e.Code != codeCancelled || !errors.Is(e, context.Canceled) {
		t.Errorf("%+v", e)
	}
	_, err = c.Submit(ctx, person())
	if e := failure(t, err); e.Effect != None || e.Code != codeCancelled {
		t.Errorf("cancelled before the call: %+v", e)
	}
}

// stuckDial is a transport whose dialing takes until the test ends.
func stuckDial(t *testing.T, started chan<- struct{}) *http.Transport {
	end := make(chan struct{})
	t.Cleanup(func() { close(end) })
	return &http.Transport{DialContext: func(context.Context, string, string) (net.Conn, error) {
		close(started)
		<-end
		return nil, io.EOF
	}}
}

func TestCancelledWhileDialing(t *testing.T) {
	c := newClient(t, Config{BaseURL: "http://localhost"})
	started := make(chan struct{})
	c.transports = through(stuckDial(t, started))
	ctx, cancel := context.WithCancel(context.Background())
	go func() { <-started; cancel() }()
	_, err := c.Submit(ctx, person())
	if e := failure(t, err); e.Effect != None || e.Code != codeCancelled {
		t.Errorf("%+v", e)
	}
	c.transports, c.timeout = through(stuckDial(t, make(chan struct{}))), 20*time.Millisecond
	if e := failure(t, calls["post"](c)); e.Effect != None || e.Code != codeTimeout {
		t.Errorf("%+v", e)
	}
}
