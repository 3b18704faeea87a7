package sqldbtest

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"github.com/go-sql-driver/mysql"
	"github.com/jackc/pgx/v5/pgconn"
	"modernc.org/sqlite"
)

// Exec runs statements on a server as the tests' user.
func (s *Server) Exec(statements ...string) error {
	if strings.HasPrefix(s.DSN, "postgres:") {
		return s.execPostgres(statements)
	}
	connector, err := s.connector()
	if err != nil {
		return err
	}
	conn, err := connector.Connect(context.Background())
	if err != nil {
		return err
	}
	exec, ok := conn.(driver.ExecerContext)
	for _, text := range statements {
		if !ok {
			return errors.New("the driver cannot run a statement")
		}
		if _, err := exec.ExecContext(context.Background(), text, nil); err != nil {
			return errors.Join(fmt.Errorf("%.80s: %w", text, err), conn.Close())
		}
	}
	return conn.Close()
}

func (s *Server) execPostgres(statements []string) error {
	ctx := context.Background()
	conn, err := pgconn.Connect(ctx, s.DSN)
	if err != nil {
		return err
	}
	for _, text := range statements {
		if err := conn.Exec(ctx, text).Close(); err != nil {
			return errors.Join(fmt.Errorf("%.80s: %w", text, err), conn.Close(ctx))
		}
	}
	return conn.Close(ctx)
}

// connector makes connections to MariaDB or to an SQLite file.
func (s *Server) connector() (driver.Connector, error) {
	if path, ok := strings.CutPrefix(s.DSN, "sqlite:"); ok {
		return file{(&url.URL{Scheme: "file", Path: path, OmitHost: true}).String()}, nil
	}
	cfg := mysql.NewConfig()
	cfg.User, cfg.Passwd, cfg.Net, cfg.Addr, cfg.DBName = User, Password, "unix", s.Socket, "kyc"
	return mysql.NewConnector(cfg)
}

// file connects to an SQLite file.
type file struct{ uri string }

// Connect implements driver.Connector.
func (f file) Connect(context.Context) (driver.Conn, error) { return f.Driver().Open(f.uri) }

// Driver implements driver.Connector.
func (file) Driver() driver.Driver { return &sqlite.Driver{} }

// SQLite makes a place for an SQLite file: no server, but it is used as one.
func SQLite(tb testing.TB) *Server {
	dsn := "sqlite:" + filepath.Join(tb.TempDir(), "legacy.db")
	return &Server{DSN: dsn, Typed: dsn}
}

// Bytes is a literal of bytes for a server.
func (s *Server) Bytes(b []byte) string {
	if strings.HasPrefix(s.DSN, "postgres:") {
		return fmt.Sprintf(`'\x%x'`, b)
	}
	return fmt.Sprintf("x'%x'", b)
}

// Blob is the type of a column of bytes.
func (s *Server) Blob() string {
	switch {
	case strings.HasPrefix(s.DSN, "postgres:"):
		return "bytea"
	case strings.HasPrefix(s.DSN, "mysql:"):
		return "longblob"
	}
	return "blob"
}
