//go:build unix

package sqldbtest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"os/user"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"
)

// nobody is who a server runs as where the test is root: no server of these
// runs as root. nil leaves the user as it is.
var nobody = sync.OnceValues(func() (*syscall.Credential, error) {
	if os.Geteuid() != 0 {
		return nil, nil //nolint:nilnil // no other user is needed
	}
	u, err := user.Lookup("nobody")
	if err != nil {
		return nil, err
	}
	uid, err1 := strconv.ParseUint(u.Uid, 10, 32)
	gid, err2 := strconv.ParseUint(u.Gid, 10, 32)
	return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid), NoSetGroups: true}, errors.Join(err1, err2)
})

// newDir makes a directory for a server. Its path is short: a socket's may not
// be long.
func newDir() (string, error) {
	dir, err := os.MkdirTemp("", "sqldb-")
	if err != nil {
		return "", err
	}
	return dir, own(dir)
}

// own gives a file to the user of the server.
func own(path string) error {
	who, err := nobody()
	if err != nil || who == nil {
		return err
	}
	return os.Chown(path, int(who.Uid), int(who.Gid))
}

// give writes a file for the server.
func give(path, text string) error {
	return errors.Join(os.WriteFile(path, []byte(text), 0o600), own(path))
}

// command is a program as the user of the server.
func command(dir, name string, args ...string) (*exec.Cmd, error) {
	who, err := nobody()
	cmd := exec.CommandContext(context.Background(), name, args...) //nolint:gosec // a program that find found
	cmd.Dir = dir
	cmd.Env = []string{"HOME=" + dir, "PATH=" + os.Getenv("PATH"), "TMPDIR=" + dir, "LC_ALL=C.UTF-8", "TZ=Asia/Seoul"}
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: who, Setpgid: true}
	return cmd, err
}

func run(dir, name string, args ...string) error {
	cmd, err := command(dir, name, args...)
	if err != nil {
		return err
	}
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", name, err, out)
	}
	return nil
}

// process is a server, and a shell that waits for the end of this process and
// ends the server then.
type process struct {
	cmd   *exec.Cmd
	alive io.WriteCloser // closed to end the server, also by the end of this process
	said  bytes.Buffer
	ended chan struct{}
	once  sync.Once
}

// keeper starts a server, waits for its standard input to end or the server to
// go, and sends the server a signal.
const keeper = `signal=$1; shift; exec 3<&0; "$@" </dev/null 3<&- & server=$!
(cat <&3 >/dev/null; kill -$signal $server 2>/dev/null) &
wait $server; kill $! 2>/dev/null`

func start(dir, signal, name string, args ...string) (*process, error) {
	cmd, err := command(dir, "/bin/sh", append([]string{"-c", keeper, "keeper", signal, name}, args...)...)
	if err != nil {
		return nil, err
	}
	p := &process{cmd: cmd, ended: make(chan struct{})}
	cmd.Stdout, cmd.Stderr = &p.said, &p.said
	if p.alive, err = cmd.StdinPipe(); err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	go func() {
		defer close(p.ended)
		_ = cmd.Wait() // how it ended is in what it said
	}()
	return p, nil
}

func (p *process) stop() {
	if p == nil {
		return
	}
	p.once.Do(func() {
		_ = p.alive.Close()
		select {
		case <-p.ended:
		case <-time.After(patience):
			_ = syscall.Kill(-p.cmd.Process.Pid, syscall.SIGKILL)
			<-p.ended
		}
	})
}

// waitFor waits until the server is ready.
func (p *process) waitFor(ready func() bool) error {
	for deadline := time.Now().Add(patience); !ready(); {
		select {
		case <-p.ended:
			return fmt.Errorf("it ended: %s", p.said.String())
		case <-time.After(5 * time.Millisecond):
		}
		if time.Now().After(deadline) {
			return errors.New("it was not ready in time")
		}
	}
	return nil
}

// postmasterReady reads the state that PostgreSQL keeps in its pid file.
func postmasterReady(path string) bool {
	b, err := os.ReadFile(path)
	lines := strings.Split(string(b), "\n")
	return err == nil && len(lines) > 7 && strings.TrimSpace(lines[7]) == "ready"
}

// greets reports whether a MySQL server says something to who connects.
func greets(socket string) bool {
	c, err := (&net.Dialer{}).DialContext(context.Background(), "unix", socket)
	if err != nil {
		return false
	}
	defer func() { _ = c.Close() }()
	n, err := c.Read(make([]byte, 1))
	return n == 1 && err == nil
}
