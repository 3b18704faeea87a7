package sqldb

import (
	"context"
	"errors"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	driver "modernc.org/sqlite"

	"kycmigrate/internal/sqlite"
)

// sqliteDialect is read without database/sql's driver, which takes three times as
// long; only the types that columns were declared with are asked of it.
var sqliteDialect = &dialect{
	title: "SQLite", scheme: "sqlite", held: "one read transaction over a file opened to be read",
	connect: connectSQLite, diagnose: diagnoseSQLite,
	quote: doubleQuotes, mark: questionMark,
	size: "octet_length(#)", chunk: "substr(#, @, %)",
	compared: comparedSQLite,
	describe: func(query string) string { return query },
}

// immutableNote is said where a file can only be read without its locks.
const immutableNote = "the SQLite file cannot be locked where it stands and is read as one that nobody changes meanwhile"

func connectSQLite(ctx context.Context, t *target) (session, error) {
	info, err := os.Stat(t.path)
	switch {
	case err != nil:
		return nil, fileError("the SQLite file does not exist or cannot be reached; check --source")
	case info.IsDir():
		return nil, fileError("the SQLite file is a directory; name the file in --source")
	}
	s, err := openSQLite(ctx, t.path, false)
	code := sqliteCode(err)
	if (code == sqlite.CodeCantOpen || code == sqlite.CodeReadOnly) && !hasLog(t.path) {
		return openSQLite(ctx, t.path, true)
	}
	if err != nil {
		return nil, err
	}
	return s, nil
}

// hasLog reports whether changes stand beside the file that are not in it yet.
func hasLog(path string) bool {
	info, err := os.Stat(path + "-wal")
	return err == nil && info.Size() > 0
}

func openSQLite(ctx context.Context, path string, immutable bool) (session, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, fileError("the current directory is gone; name the SQLite file from the root")
	}
	mode := sqlite.Read
	if immutable {
		mode = sqlite.Still
	}
	conn, err := sqlite.Open(abs, mode, "query_only(1)")
	if err != nil {
		return nil, err
	}
	s := &sqliteSession{conn: conn, still: immutable, known: make(map[string][]column)}
	if _, err := conn.Number("select count(*) from sqlite_master"); err != nil {
		return nil, errors.Join(err, s.close())
	}
	if s.types, err = openTypes(abs, immutable); err != nil {
		return nil, errors.Join(err, s.close())
	}
	return s, ctx.Err()
}

// openTypes opens the driver that tells how columns were declared.
func openTypes(path string, immutable bool) (*driverSession, error) {
	q := url.Values{"mode": {"ro"}, "_pragma": {"busy_timeout(10000)", "query_only(1)"}}
	if immutable {
		q.Set("immutable", "1")
	}
	uri := url.URL{Scheme: "file", Path: filepath.ToSlash(path), RawQuery: q.Encode(), OmitHost: true}
	raw, err := (&driver.Driver{}).Open(uri.String())
	if err != nil {
		return nil, err
	}
	conn, ok := raw.(driverConn)
	if !ok {
		return nil, errors.Join(errors.New("the driver lacks a method that reading needs"), raw.Close())
	}
	return &driverSession{conn: conn, kindOf: sqliteKind}, nil
}

// sqliteSession is a connection to an SQLite file, and one beside it for types.
type sqliteSession struct {
	conn  *sqlite.Conn
	types *driverSession
	known map[string][]column // by the text of a query
	still bool
}

func (s *sqliteSession) begin(context.Context) ([]string, error) {
	var notes []string
	if s.still {
		notes = []string{immutableNote}
	}
	_, err := s.conn.Exec("begin")
	return notes, err
}

func (s *sqliteSession) query(ctx context.Context, text string, args ...any) (cursor, error) {
	cols, err := s.columns(ctx, text, args)
	if err != nil {
		return nil, err
	}
	s.conn.Interrupt(ctx.Done())
	rows, err := s.conn.Rows(text, args...)
	if err != nil {
		s.conn.Interrupt(nil)
		return nil, err
	}
	return &sqliteCursor{session: s, rows: rows, cols: cols}, nil
}

// columns asks once how the columns of a query are named and declared.
func (s *sqliteSession) columns(ctx context.Context, text string, args []any) ([]column, error) {
	if cols, ok := s.known[text]; ok {
		return cols, nil
	}
	c, err := s.types.query(ctx, text, args...)
	if err != nil {
		return nil, err
	}
	s.known[text] = c.columns()
	return c.columns(), c.close()
}

func (s *sqliteSession) close() error {
	err := s.conn.Close()
	if s.types != nil {
		err = errors.Join(err, s.types.close())
	}
	return err
}

// sqliteCursor walks over a result. A value may be of another type than its
// column.
type sqliteCursor struct {
	session *sqliteSession
	rows    *sqlite.Rows
	cols    []column
}

func (c *sqliteCursor) columns() []column { return c.cols }

func (c *sqliteCursor) next() error {
	more, err := c.rows.Next()
	if err == nil && !more {
		return io.EOF
	}
	return err
}

func (c *sqliteCursor) isNull(i int) bool { return c.rows.IsNull(i) }

func (c *sqliteCursor) appendText(dst []byte, i int) []byte {
	if text, ok := c.rows.AppendText(dst, i); ok {
		return text
	}
	return appendValue(dst, c.rows.Value(i), c.cols[i].kind)
}

func (c *sqliteCursor) bytes(i int) []byte { return c.rows.AppendBytes(nil, i) }

// close ends the result, which takes no time whatever is left of it.
func (c *sqliteCursor) close() error {
	err := c.rows.Close()
	c.session.conn.Interrupt(nil)
	return err
}

// fileError is what is wrong with an SQLite file, in words of our own.
type fileError string

// Error implements error.
func (e fileError) Error() string { return string(e) }

// sqliteCode is SQLite's code in an error of either way to it, or 0.
func sqliteCode(err error) int {
	var e *driver.Error
	if errors.As(err, &e) {
		return e.Code() & 0xff
	}
	return sqlite.Code(err)
}

func diagnoseSQLite(err error) diagnosis {
	var file fileError
	if errors.As(err, &file) {
		return diagnosis{topic: topicFile, text: string(file)}
	}
	code := sqliteCode(err)
	if code == 0 {
		return diagnosis{}
	}
	d := diagnosis{code: strconv.Itoa(code), text: err.Error()}
	switch code {
	case sqlite.CodeError:
		d.topic = topicQuery
	case sqlite.CodeReadOnly:
		d.topic = topicWrite
	case sqlite.CodeBusy:
		d.topic, d.text = topicFile, "the SQLite file is locked by another program; end that one, or read a copy"
	case sqlite.CodeCorrupt:
		d.topic, d.text = topicFile, "the SQLite file is damaged; run its integrity check, or read a copy from a backup"
	case sqlite.CodeNotADB:
		d.topic, d.text = topicFile, "the file is not an SQLite database, or an encrypted one; check --source"
	case sqlite.CodeCantOpen:
		d.topic, d.text = topicFile, "the SQLite file cannot be opened; check its permissions and those of its directory"
	}
	return d
}

// sqliteKind goes by the declared type, which a value need not follow.
func sqliteKind(declared string) kind {
	switch declared {
	case "":
		return kindAny
	case "BOOLEAN", "BOOL":
		return kindBool
	}
	if strings.Contains(declared, "BLOB") {
		return kindBytes
	}
	return kindText
}

// comparedSQLite compares as text what has no type that a text could be made
// to fit.
func comparedSQLite(ref string, c column, mark, text string) (left, right string, arg any) {
	switch c.kind {
	case kindAny:
		return "cast(" + ref + " as text)", mark, text
	case kindBytes:
		return ref, mark, fromHex(text)
	case kindBool:
		switch text {
		case "true":
			text = "1"
		case "false":
			text = "0"
		}
	}
	return ref, mark, text
}
