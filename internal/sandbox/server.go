package sandbox

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"time"
)

// Server is a Sandbox that listens.
type Server struct {
	http     *http.Server
	listener net.Listener
	base     string
	ended    chan struct{}
	err      error // valid once ended is closed
	forget   func() bool
}

// Listen serves s on a loopback address, such as 127.0.0.1:8090 or
// localhost:0, until ctx ends or the Server is closed. Any other address is
// refused: there are no secrets here worth a key, and personal data may be.
func (s *Sandbox) Listen(ctx context.Context, addr string) (*Server, error) {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, fmt.Errorf("sandbox address %q: write host:port", addr)
	}
	if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return nil, fmt.Errorf("sandbox address %q is not loopback: use 127.0.0.1, [::1] or localhost", addr)
	}
	var lc net.ListenConfig
	listener, err := lc.Listen(ctx, "tcp", addr)
	if err != nil {
		return nil, fmt.Errorf("sandbox: %w", err)
	}
	if tcp, ok := listener.Addr().(*net.TCPAddr); !ok || !tcp.IP.IsLoopback() { // a hosts file may say anything
		_ = listener.Close()
		return nil, fmt.Errorf("sandbox address %q is not loopback: use 127.0.0.1 or [::1]", addr)
	}
	v := &Server{
		listener: listener, base: s.cfg.BasePath, ended: make(chan struct{}),
		http: &http.Server{
			Handler: s, ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10,
			ErrorLog: log.New(io.Discard, "", 0), // it would tell of the connections we reset
		},
	}
	go v.serve()
	v.forget = context.AfterFunc(ctx, func() { _ = v.http.Close() })
	return v, nil
}

func (v *Server) serve() {
	defer close(v.ended)
	if err := v.http.Serve(v.listener); !errors.Is(err, http.ErrServerClosed) {
		v.err = fmt.Errorf("sandbox: %w", err)
	}
}

// URL is the base of the API, for ARGOS_BASE_URL.
func (v *Server) URL() string { return v.Root() + v.base }

// Root is the server's address without the base path; the control plane is at
// Root() + "/_sandbox/".
func (v *Server) Root() string { return "http://" + v.listener.Addr().String() }

// Wait returns when the Server has ended, by its context or by Close.
func (v *Server) Wait() error {
	<-v.ended
	return v.err
}

// Close cuts all connections. The Sandbox lives on: work under way still takes
// effect, and it can listen again.
func (v *Server) Close() error {
	v.forget()
	err := v.http.Close()
	return errors.Join(err, v.Wait())
}
