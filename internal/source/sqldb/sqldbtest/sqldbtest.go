// Package sqldbtest starts real database servers for tests: PostgreSQL and
// MariaDB, from the binaries that the machine has, in a directory that is
// thrown away, on a Unix socket and nowhere else. Neither runs as root: where
// the test does, the server is given to nobody. A server ends with the process
// that started it, however that ends.
package sqldbtest

import (
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

// The user and the password of every server. The password is one that must not
// be seen anywhere.
const (
	User     = "legacy_reader"
	Password = "canary-p@ss/word:7f3a"
)

// patience bounds the start of a server.
const patience = time.Minute

// ErrMissing says that the machine has no such server.
var ErrMissing = errors.New("not installed")

// Server is a running server.
type Server struct {
	DSN    string // with the password, as a run has it after its variables are put in
	Typed  string // the same with ${DB_PASSWORD} in its place, as an operator types it
	Socket string
	dir    string
	proc   *process
}

// shared are the servers that the tests of a process share.
var shared = map[string]*once{
	"PostgreSQL": {start: StartPostgres, need: "initdb and postgres (Debian: postgresql-15)"},
	"MariaDB":    {start: StartMariaDB, need: "mariadbd and mariadb-install-db (Debian: mariadb-server-core, mariadb-client-core)"},
}

type once struct {
	start  func() (*Server, error)
	need   string
	mu     sync.Mutex
	tried  bool
	server *Server
	err    error
}

// Postgres returns the PostgreSQL that the tests of this process share, and
// skips the test where the machine has none. TestMain must call Stop.
func Postgres(tb testing.TB) *Server { return shared["PostgreSQL"].get(tb) }

// MariaDB is Postgres for MariaDB.
func MariaDB(tb testing.TB) *Server { return shared["MariaDB"].get(tb) }

func (o *once) get(tb testing.TB) *Server {
	tb.Helper()
	o.mu.Lock()
	defer o.mu.Unlock()
	if !o.tried {
		o.tried = true
		o.server, o.err = o.start()
	}
	switch {
	case errors.Is(o.err, ErrMissing):
		tb.Skip("missing: " + o.need)
	case o.err != nil:
		tb.Fatal(o.err)
	}
	return o.server
}

// Stop ends the shared servers and removes their directories.
func Stop() {
	for _, o := range shared {
		o.mu.Lock()
		if o.server != nil {
			o.server.Close()
		}
		o.mu.Unlock()
	}
}

// Kill ends the server without a good-bye, as a crash would.
func (s *Server) Kill() { s.proc.stop() }

// Close ends the server and removes its directory. It may be called twice.
func (s *Server) Close() {
	s.Kill()
	_ = os.RemoveAll(s.dir)
}

// find looks for a program on the path and where Debian keeps it.
func find(name string, patterns ...string) (string, error) {
	for _, p := range patterns {
		if found, _ := filepath.Glob(filepath.Join(p, name)); len(found) > 0 {
			return found[len(found)-1], nil
		}
	}
	for _, dir := range filepath.SplitList(os.Getenv("PATH")) {
		path := filepath.Join(dir, name)
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
			return path, nil
		}
	}
	return "", fmt.Errorf("%s: %w", name, ErrMissing)
}

// StartPostgres starts a PostgreSQL of its own.
func StartPostgres() (*Server, error) {
	const debian = "/usr/lib/postgresql/*/bin"
	initdb, err1 := find("initdb", debian)
	postgres, err2 := find("postgres", debian)
	if err := errors.Join(err1, err2); err != nil {
		return nil, err
	}
	dir, err := newDir()
	if err != nil {
		return nil, err
	}
	password := filepath.Join(dir, "password")
	data := filepath.Join(dir, "data")
	s := &Server{dir: dir, Socket: filepath.Join(dir, ".s.PGSQL.5432")}
	err = errors.Join(
		give(password, Password+"\n"),
		run(dir, initdb, "-D", data, "-U", User, "-A", "password", "--pwfile="+password, "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"))
	if err == nil {
		s.proc, err = start(dir, "QUIT", postgres, "-D", data, "-k", dir, "-c", "listen_addresses=", "-c", "fsync=off", "-c", "shared_buffers=64MB")
	}
	if err == nil {
		err = s.proc.waitFor(func() bool { return postmasterReady(filepath.Join(data, "postmaster.pid")) })
	}
	if err != nil {
		s.Close()
		return nil, fmt.Errorf("start PostgreSQL: %w", err)
	}
	s.name("postgres", "@/postgres", url.Values{"host": {dir}})
	return s, nil
}

// StartMariaDB starts a MariaDB of its own, with the database kyc.
func StartMariaDB() (*Server, error) {
	install, err1 := find("mariadb-install-db", "/usr/bin")
	mariadbd, err2 := find("mariadbd", "/usr/sbin", "/usr/libexec")
	if err := errors.Join(err1, err2); err != nil {
		return nil, err
	}
	dir, err := newDir()
	if err != nil {
		return nil, err
	}
	data, init := filepath.Join(dir, "data"), filepath.Join(dir, "init.sql")
	s := &Server{dir: dir, Socket: filepath.Join(dir, "mariadb.sock")}
	err = errors.Join(
		give(init, "create database if not exists kyc character set utf8mb4;\n"+
			"create or replace user "+User+"@localhost identified by '"+Password+"';\ngrant all on *.* to "+User+"@localhost;\n"),
		run(dir, install, "--no-defaults", "--datadir="+data, "--skip-test-db", "--auth-root-authentication-method=normal"))
	if err == nil {
		s.proc, err = start(dir, "KILL", mariadbd, "--no-defaults", "--datadir="+data, "--socket="+s.Socket, "--skip-networking",
			"--pid-file="+filepath.Join(dir, "pid"), "--init-file="+init, "--innodb-flush-log-at-trx-commit=0", "--innodb-buffer-pool-size=64M", "--max-allowed-packet=64M")
	}
	if err == nil {
		err = s.proc.waitFor(func() bool { return greets(s.Socket) })
	}
	if err != nil {
		s.Close()
		return nil, fmt.Errorf("start MariaDB: %w", err)
	}
	s.name("mysql", "@localhost/kyc", url.Values{"socket": {s.Socket}})
	return s, nil
}

// name makes the DSNs of a server.
func (s *Server) name(scheme, place string, query url.Values) {
	place += "?" + query.Encode()
	s.DSN = scheme + "://" + url.UserPassword(User, Password).String() + place
	s.Typed = scheme + "://" + User + ":${DB_PASSWORD}" + place
}
