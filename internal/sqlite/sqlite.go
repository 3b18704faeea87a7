// Package sqlite is the home of SQLite: one connection with its prepared
// statements, over zombiezen's binding of the pure Go translation.
//
// It serves the ledger and SQLite files as sources. Both have one connection for
// one goroutine, and need neither database/sql's pool and conversions nor the
// locks around each call of a connection that may be shared; those took two
// thirds of the time that reading takes (docs/adr/0020).
//
// What it promises: a value comes back as it is stored, whatever type its column
// was declared with; text comes as UTF-8; an error tells SQLite's own words and
// code and nothing that was bound. A Conn and what it lends are used by one
// goroutine at a time.
package sqlite

import (
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"slices"
	"time"

	"zombiezen.com/go/sqlite"
)

// Primary result codes, as SQLite numbers them.
const (
	CodeError      = 1
	CodeBusy       = 5
	CodeReadOnly   = 8
	CodeCorrupt    = 11
	CodeFull       = 13
	CodeCantOpen   = 14
	CodeConstraint = 19
	CodeNotADB     = 26
)

// busyTimeout is how long a statement waits for the locks of others.
const busyTimeout = 10 * time.Second

// Mode says what may be done with a database.
type Mode uint8

const (
	// Read reads a file that must be there.
	Read Mode = iota
	// Still reads a file that nobody writes meanwhile, and takes no locks.
	Still
	// Write reads and writes a file that must be there.
	Write
	// Create makes the file where it is not there.
	Create
)

// Value is what is stored or bound: nil, int64, float64, string or []byte.
type Value = any

// Conn is a connection.
type Conn struct {
	raw   *sqlite.Conn
	stmts map[string]*sqlite.Stmt
}

// Open opens the database in the file at path, and runs the pragmas, such as
// "synchronous(full)". What is no database at all is seen when it is first asked.
func Open(path string, mode Mode, pragmas ...string) (*Conn, error) {
	uri := url.URL{Scheme: "file", Path: filepath.ToSlash(path), OmitHost: true}
	flags := sqlite.OpenURI
	switch mode {
	case Still:
		uri.RawQuery = "immutable=1"
		flags |= sqlite.OpenReadOnly
	case Read:
		flags |= sqlite.OpenReadOnly
	case Write:
		flags |= sqlite.OpenReadWrite
	case Create:
		flags |= sqlite.OpenReadWrite | sqlite.OpenCreate
	}
	raw, err := sqlite.OpenConn(uri.String(), flags)
	if err != nil {
		return nil, plain(err)
	}
	raw.SetBusyTimeout(busyTimeout)
	c := &Conn{raw: raw, stmts: make(map[string]*sqlite.Stmt)}
	for _, p := range pragmas {
		if _, err := c.Exec("PRAGMA " + p); err != nil {
			return nil, errors.Join(err, c.Close())
		}
	}
	return c, nil
}

// Close ends every statement and the connection. The last one to a database
// that was written puts its log into it.
func (c *Conn) Close() error {
	var errs []error
	for _, s := range c.stmts {
		errs = append(errs, plain(s.Finalize()))
	}
	c.stmts = nil
	return errors.Join(append(errs, plain(c.raw.Close()))...)
}

// Interrupt ends what runs when done is closed, and every statement after it,
// until it is called again; nil lifts it. No rows may be open.
func (c *Conn) Interrupt(done <-chan struct{}) { c.raw.SetInterrupt(done) }

// Checkpoint puts the log into the database and empties it. It does so as far as
// others that read let it: patient waits for them, for a while.
func (c *Conn) Checkpoint(patient bool) error {
	if !patient {
		c.raw.SetBusyTimeout(0)
		defer c.raw.SetBusyTimeout(busyTimeout)
	}
	_, err := c.Number("PRAGMA wal_checkpoint(TRUNCATE)")
	return err
}

// Exec runs one statement to its end, prepared once for each connection, and
// returns how many rows it changed.
func (c *Conn) Exec(sql string, args ...Value) (changed int64, err error) {
	s, err := c.bound(sql, args)
	if err != nil {
		return 0, err
	}
	for more := true; more; {
		if more, err = s.Step(); err != nil {
			return 0, plain(err)
		}
	}
	return int64(c.raw.Changes()), plain(s.Reset())
}

// LastID is the rowid of the row that was inserted last.
func (c *Conn) LastID() int64 { return c.raw.LastInsertRowID() }

// Query calls fn for each row of the answer. The row is valid within the call,
// its values for longer.
func (c *Conn) Query(sql string, fn func(row []Value) error, args ...Value) (err error) {
	rows, err := c.Rows(sql, args...)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	row := make([]Value, rows.Len())
	for {
		more, err := rows.Next()
		if err != nil || !more {
			return err
		}
		for i := range row {
			row[i] = rows.Value(i)
		}
		if err := fn(row); err != nil {
			return err
		}
	}
}

// Number is the first value of the first row as a number; 0 without one.
func (c *Conn) Number(sql string, args ...Value) (n int64, err error) {
	err = c.Query(sql, func(row []Value) error {
		n, _ = row[0].(int64)
		return nil
	}, args...)
	return n, err
}

// Text is the first value of the first row where that is text; else "".
func (c *Conn) Text(sql string, args ...Value) (s string, err error) {
	err = c.Query(sql, func(row []Value) error {
		s, _ = row[0].(string)
		return nil
	}, args...)
	return s, err
}

// Rows starts a query, prepared once for each connection: an earlier answer to
// the same one is ended.
func (c *Conn) Rows(sql string, args ...Value) (*Rows, error) {
	s, err := c.bound(sql, args)
	if err != nil {
		return nil, err
	}
	return &Rows{s: s, n: s.ColumnCount()}, nil
}

// prepare returns the statement for sql as it stands when it is new.
func (c *Conn) prepare(sql string) (*sqlite.Stmt, error) {
	if s, ok := c.stmts[sql]; ok {
		return s, plain(errors.Join(s.Reset(), s.ClearBindings()))
	}
	s, rest, err := c.raw.PrepareTransient(sql)
	if err != nil {
		return nil, plain(err)
	}
	if rest > 0 {
		return nil, errors.Join(errTwo, plain(s.Finalize()))
	}
	c.stmts[sql] = s
	return s, nil
}

// bound prepares a statement and binds its arguments.
func (c *Conn) bound(sql string, args []Value) (*sqlite.Stmt, error) {
	s, err := c.prepare(sql)
	if err != nil {
		return nil, err
	}
	for i, arg := range args {
		switch v := arg.(type) {
		case nil: // as a parameter stands
		case []byte:
			s.BindBytes(i+1, v)
		case string:
			s.BindText(i+1, v)
		case int64:
			s.BindInt64(i+1, v)
		case float64:
			s.BindFloat(i+1, v)
		default:
			return nil, fmt.Errorf("sqlite: parameter %d is a %T, which is none of its types", i+1, arg)
		}
	}
	return s, nil
}

// Rows walks over an answer. What it returns of a row is valid until Next.
type Rows struct {
	s *sqlite.Stmt
	n int
}

// Len is the number of columns; 0 for a statement that is no query.
func (r *Rows) Len() int { return r.n }

// Next goes to the next row, and reports whether there is one.
func (r *Rows) Next() (bool, error) {
	more, err := r.s.Step()
	return more, plain(err)
}

// IsNull reports whether a value is NULL.
func (r *Rows) IsNull(i int) bool { return r.s.ColumnType(i) == sqlite.TypeNull }

// Value is a copy of a value.
func (r *Rows) Value(i int) Value {
	switch r.s.ColumnType(i) {
	case sqlite.TypeInteger:
		return r.s.ColumnInt64(i)
	case sqlite.TypeFloat:
		return r.s.ColumnFloat(i)
	case sqlite.TypeText:
		return r.s.ColumnText(i)
	case sqlite.TypeBlob:
		return r.AppendBytes([]byte{}, i)
	}
	return nil
}

// Int is a value that is a whole number; 0 for NULL.
func (r *Rows) Int(i int) int64 { return r.s.ColumnInt64(i) }

// Text is a value that is text, as UTF-8; "" for NULL.
func (r *Rows) Text(i int) string { return r.s.ColumnText(i) }

// Copy copies the bytes of a blob, or of a text of a database in UTF-8, into dst as far
// as they fit, and returns how many these are; 0 for NULL.
func (r *Rows) Copy(dst []byte, i int) int { return r.s.ColumnBytes(i, dst) }

// AppendText appends a value that is text, as UTF-8, and reports whether it is.
func (r *Rows) AppendText(dst []byte, i int) ([]byte, bool) {
	if r.s.ColumnType(i) != sqlite.TypeText {
		return dst, false
	}
	return r.AppendBytes(dst, i), true
}

// AppendBytes appends the bytes of a blob or a text. Asking for the length first
// makes UTF-8 of a text that is stored otherwise.
func (r *Rows) AppendBytes(dst []byte, i int) []byte {
	at, n := len(dst), r.s.ColumnLen(i)
	dst = slices.Grow(dst, n)[:at+n]
	return dst[:at+r.s.ColumnBytes(i, dst[at:])]
}

// Close ends the answer; the statement stays prepared.
func (r *Rows) Close() error { return plain(r.s.Reset()) }

// errTwo is what is wrong with a text that goes on behind a statement.
var errTwo = &Error{Code: CodeError, text: "something stands behind the end of the statement; state one statement, without a comment behind its semicolon"}

// Error is an error of SQLite.
type Error struct {
	Code int // the primary result code
	text string
}

// Error implements error.
func (e *Error) Error() string { return e.text }

// plain makes an Error of an error of the library, without what the library says
// around it, which quotes statements.
func plain(err error) error {
	if err == nil {
		return nil
	}
	cause := err
	for next := cause; next != nil; next = errors.Unwrap(next) {
		cause = next
	}
	return &Error{Code: int(sqlite.ErrCode(err).ToPrimary()), text: cause.Error()}
}

// Code is the primary result code of an error of SQLite, or 0.
func Code(err error) int {
	if err == nil {
		return 0 // of nearly every call
	}
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return 0
}
