package checkpoint

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"strings"
	"syscall"

	"modernc.org/sqlite"
)

// SQLite's primary result codes that this package tells apart.
const (
	codeReadOnly   = 8
	codeCorrupt    = 11
	codeFull       = 13
	codeCantOpen   = 14
	codeConstraint = 19
	codeNotADB     = 26
)

// library opens connections without database/sql: its pool, goroutines and
// conversions would cost more than the statements themselves.
var library = &sqlite.Driver{}

// conn is one SQLite connection with its prepared statements. It is used by
// one goroutine at a time.
type conn struct {
	raw   driver.Conn
	stmts map[string]statement
	args  []driver.NamedValue
}

// statement is what modernc's prepared statements can do.
type statement interface {
	driver.Stmt
	driver.StmtExecContext
	driver.StmtQueryContext
}

// modeStill reads a database that nobody writes, and takes no locks.
const modeStill = "still"

// connect opens the database at path. mode is SQLite's ro, rw or rwc, or
// modeStill.
func connect(path, mode string, pragmas ...string) (*conn, error) {
	q := url.Values{"mode": {mode}, "_pragma": append([]string{"busy_timeout(10000)", "temp_store(memory)"}, pragmas...)}
	if mode == modeStill {
		q.Set("mode", "ro")
		q.Set("immutable", "1")
	}
	uri := url.URL{Scheme: "file", Path: filepath.ToSlash(path), RawQuery: q.Encode(), OmitHost: true}
	raw, err := library.Open(uri.String())
	if err != nil {
		return nil, err
	}
	return &conn{raw: raw, stmts: make(map[string]statement)}, nil
}

// prepare returns the statement for sql, prepared once for each connection.
func (c *conn) prepare(sql string) (statement, error) {
	if s, ok := c.stmts[sql]; ok {
		return s, nil
	}
	raw, err := c.raw.Prepare(sql)
	if err != nil {
		return nil, err
	}
	s, ok := raw.(statement)
	if !ok {
		return nil, errors.Join(errors.New("the SQLite driver lacks a method that the ledger needs"), raw.Close())
	}
	c.stmts[sql] = s
	return s, nil
}

func (c *conn) bind(args []driver.Value) []driver.NamedValue {
	c.args = c.args[:0]
	for i, a := range args {
		c.args = append(c.args, driver.NamedValue{Ordinal: i + 1, Value: a})
	}
	return c.args
}

// exec runs one statement.
func (c *conn) exec(sql string, args ...driver.Value) (driver.Result, error) {
	s, err := c.prepare(sql)
	if err != nil {
		return nil, err
	}
	return s.ExecContext(context.Background(), c.bind(args))
}

// change runs one statement and reports how many rows it changed.
func (c *conn) change(sql string, args ...driver.Value) (int64, error) {
	r, err := c.exec(sql, args...)
	if err != nil {
		return 0, err
	}
	return r.RowsAffected()
}

// query calls fn for each row of the answer. The values of a row are valid
// only within the call, except strings.
func (c *conn) query(sql string, fn func(row []driver.Value) error, args ...driver.Value) (err error) {
	s, err := c.prepare(sql)
	if err != nil {
		return err
	}
	rows, err := s.QueryContext(context.Background(), c.bind(args))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	dest := make([]driver.Value, len(rows.Columns()))
	for {
		if err := rows.Next(dest); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
		if err := fn(dest); err != nil {
			return err
		}
	}
}

// number returns the first value of the first row as a number; 0 without one.
func (c *conn) number(sql string, args ...driver.Value) (n int64, err error) {
	err = c.query(sql, func(row []driver.Value) error {
		n = asInt(row[0])
		return nil
	}, args...)
	return n, err
}

// text returns the first value of the first row as text; "" without one.
func (c *conn) text(sql string, args ...driver.Value) (s string, err error) {
	err = c.query(sql, func(row []driver.Value) error {
		s = asText(row[0])
		return nil
	}, args...)
	return s, err
}

// close finalizes the statements and closes the connection. The last one to
// close checkpoints the WAL and removes it.
func (c *conn) close() error {
	var errs []error
	for _, s := range c.stmts {
		errs = append(errs, s.Close())
	}
	c.stmts = nil
	return errors.Join(append(errs, c.raw.Close())...)
}

// sqliteCode returns the primary result code of an error of SQLite, or 0.
func sqliteCode(err error) int {
	var e *sqlite.Error
	if errors.As(err, &e) {
		return e.Code() & 0xff
	}
	return 0
}

// DiskFull reports whether err says that there is no space left, on the disk or
// for its user, whether SQLite said so or the operating system.
func DiskFull(err error) bool {
	return sqliteCode(err) == codeFull || errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}

// isUnique reports whether err is a violation of a UNIQUE constraint on the
// column named, as "table.column".
func isUnique(err error, column string) bool {
	return sqliteCode(err) == codeConstraint && strings.Contains(err.Error(), column)
}

func asInt(v driver.Value) int64 {
	n, _ := v.(int64)
	return n
}

func asText(v driver.Value) string {
	switch v := v.(type) {
	case string:
		return v
	case []byte:
		return string(v)
	case nil:
		return ""
	}
	return fmt.Sprint(v)
}
