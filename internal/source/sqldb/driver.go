package sqldb

import (
	"context"
	"database/sql/driver"
	"encoding/hex"
	"errors"
	"io"
	"time"
)

// errNoRows says that what was run gives no rows at all.
var errNoRows = errors.New("the query gives no columns; state a select")

// driverConn is what every driver's connection can do that is used here.
// database/sql's pool and conversions stand between a driver and its rows at a
// price of about half the reading time, and lend nothing that a reader of one
// result needs.
type driverConn interface {
	driver.Conn
	driver.QueryerContext
	driver.ExecerContext
	driver.ConnBeginTx
}

// driverSession is a connection through a driver for database/sql.
type driverSession struct {
	conn   driverConn
	kindOf func(typeName string) kind
	start  func(ctx context.Context, s *driverSession) ([]string, error)
	leave  func() // ends on the server what is under way; nil where close does
	tx     driver.Tx
	busy   bool
}

// newDriverSession opens a connection within a time. Drivers bound the dialling
// by themselves, and not what comes after it.
func newDriverSession(ctx context.Context, c driver.Connector, within time.Duration) (*driverSession, error) {
	ctx, cancel := context.WithTimeout(ctx, within)
	defer cancel()
	raw, err := c.Connect(ctx)
	if err != nil {
		return nil, err
	}
	conn, ok := raw.(driverConn)
	if !ok {
		return nil, errors.Join(errors.New("the driver lacks a method that reading needs"), raw.Close())
	}
	return &driverSession{conn: conn}, nil
}

func (s *driverSession) exec(ctx context.Context, texts ...string) error {
	for _, text := range texts {
		if _, err := s.conn.ExecContext(ctx, text, nil); err != nil {
			return err
		}
	}
	return nil
}

func (s *driverSession) begin(ctx context.Context) ([]string, error) { return s.start(ctx, s) }

func (s *driverSession) query(ctx context.Context, text string, args ...any) (cursor, error) {
	named := make([]driver.NamedValue, len(args))
	for i, a := range args {
		named[i] = driver.NamedValue{Ordinal: i + 1, Value: a}
	}
	s.busy = true
	rows, err := s.conn.QueryContext(ctx, text, named)
	if err != nil {
		s.busy = ctx.Err() != nil // the server may be at it still
		return nil, err
	}
	names := rows.Columns()
	c := &driverCursor{session: s, rows: rows, cols: make([]column, len(names)), values: make([]driver.Value, len(names))}
	typed, _ := rows.(driver.RowsColumnTypeDatabaseTypeName)
	for i, name := range names {
		c.cols[i].name = name
		if typed != nil {
			c.cols[i].kind = s.kindOf(typed.ColumnTypeDatabaseTypeName(i))
		}
	}
	if len(names) == 0 {
		s.busy = false
		return nil, errors.Join(errNoRows, rows.Close())
	}
	return c, nil
}

func (s *driverSession) close() error {
	if s.busy && s.leave != nil {
		s.leave()
	}
	if s.tx != nil && !s.busy {
		_ = s.tx.Rollback() // leaving does the same
	}
	return s.conn.Close()
}

// driverCursor walks over a result of a driver's.
type driverCursor struct {
	session *driverSession
	rows    driver.Rows
	cols    []column
	values  []driver.Value
}

func (c *driverCursor) columns() []column { return c.cols }

func (c *driverCursor) next() error {
	err := c.rows.Next(c.values)
	if err == io.EOF {
		c.session.busy = false
	}
	return err
}

func (c *driverCursor) isNull(i int) bool { return c.values[i] == nil }

func (c *driverCursor) appendText(dst []byte, i int) []byte {
	return appendValue(dst, c.values[i], c.cols[i].kind)
}

func (c *driverCursor) bytes(i int) []byte {
	switch v := c.values[i].(type) {
	case []byte:
		return v
	case string:
		return []byte(v)
	}
	return nil
}

// close releases the result. Drivers read an unfinished one to its end, which
// can take hours; a session with such a one is closed instead.
func (c *driverCursor) close() error {
	if c.session.busy && c.session.leave != nil {
		return nil
	}
	c.session.busy = false
	return c.rows.Close()
}

// fromHex makes bytes of a cell of kindBytes.
func fromHex(text string) []byte {
	raw, err := hex.DecodeString(text)
	if err != nil {
		return []byte(text)
	}
	return raw
}
