package sqldb

import (
	"bufio"
	"context"
	"encoding/hex"
	"errors"
	"io"
	"strings"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgconn/ctxwatch"
	"github.com/jackc/pgx/v5/pgproto3"
)

// connectTimeout bounds a connection's making where the DSN sets nothing else.
const connectTimeout = 15 * time.Second

// leaveTimeout bounds what is said to a server on leaving.
const leaveTimeout = 3 * time.Second

// readAhead is how much is taken from the server at once; pgx by itself takes
// 8 KiB, and some 40 rows are no more than that.
const readAhead = 128 << 10

// postgresDialect is read by pgx's lower half: PostgreSQL writes every value as text
// itself, and that text is taken.
var postgresDialect = &dialect{
	title: "PostgreSQL", scheme: "postgres", held: "one read-only transaction, repeatable read",
	connect: connectPostgres, diagnose: diagnosePostgres,
	quote: doubleQuotes, mark: numbered("$"),
	size: "octet_length(#)", chunk: "substring(# from @ for %)",
	compared: comparedPostgres, describe: noRows,
}

// The types whose text is changed, by their numbers in pg_type.
const (
	oidBool  = 16
	oidBytea = 17
	oidChar  = 1042
)

func connectPostgres(ctx context.Context, t *target) (session, error) {
	cfg, err := pgconn.ParseConfig(t.url.String())
	if err != nil {
		return nil, errDSN
	}
	if cfg.ConnectTimeout == 0 {
		cfg.ConnectTimeout = connectTimeout
	}
	t.hide(cfg.Password, cfg.User, cfg.Host)
	cfg.BuildContextWatcherHandler = func(c *pgconn.PgConn) ctxwatch.Handler {
		return &pgconn.CancelRequestContextWatcherHandler{Conn: c, DeadlineDelay: leaveTimeout}
	}
	cfg.BuildFrontend = func(r io.Reader, w io.Writer) *pgproto3.Frontend {
		return pgproto3.NewFrontend(bufio.NewReaderSize(r, readAhead), w)
	}
	conn, err := pgconn.ConnectConfig(ctx, cfg)
	if err != nil {
		return nil, err
	}
	s := &postgresSession{conn: conn}
	// Set one by one, as poolers do not take them at the start of a connection.
	err = s.exec(ctx, "set session characteristics as transaction read only; set client_encoding to 'UTF8'; set datestyle to 'ISO'; "+
		"set timezone to 'UTC'; set bytea_output to 'hex'; set extra_float_digits to 3; set intervalstyle to 'postgres'; set synchronize_seqscans to off")
	if err != nil {
		return nil, errors.Join(err, s.close())
	}
	return s, nil
}

func diagnosePostgres(err error) diagnosis {
	var e *pgconn.PgError
	if !errors.As(err, &e) {
		return diagnosis{}
	}
	d := diagnosis{code: e.Code, text: e.Message}
	switch {
	case e.Code == "42501":
		d.topic = topicRights
	case strings.HasPrefix(e.Code, "42"):
		d.topic = topicQuery
	case strings.HasPrefix(e.Code, "25"):
		d.topic = topicWrite
	case strings.HasPrefix(e.Code, "28"):
		d.topic = topicLogin
	case e.Code == "3D000":
		d.topic = topicDatabase
	case strings.HasPrefix(e.Code, "57P"):
		d.topic = topicGone
	}
	return d
}

func comparedPostgres(ref string, c column, mark, text string) (left, right string, arg any) {
	if c.kind == kindBytes {
		text = `\x` + text
	}
	return ref, mark, text
}

// postgresSession is a connection to PostgreSQL.
type postgresSession struct {
	conn *pgconn.PgConn
	busy bool // a result is not read to its end
}

func (s *postgresSession) exec(ctx context.Context, text string) error {
	return s.conn.Exec(ctx, text).Close()
}

func (s *postgresSession) begin(ctx context.Context) ([]string, error) {
	return nil, s.exec(ctx, "begin isolation level repeatable read read only")
}

func (s *postgresSession) query(ctx context.Context, text string, args ...any) (cursor, error) {
	params := make([][]byte, len(args))
	for i, a := range args {
		if text, ok := a.(string); ok {
			params[i] = []byte(text)
		}
	}
	result := s.conn.ExecParams(ctx, text, params, nil, nil, nil)
	fields := result.FieldDescriptions()
	if fields == nil {
		if _, err := result.Close(); err != nil {
			return nil, err
		}
		return nil, errNoRows
	}
	c := &postgresCursor{session: s, result: result, cols: make([]column, len(fields))}
	for i, f := range fields {
		c.cols[i] = column{name: f.Name, kind: postgresKind(f.DataTypeOID)}
	}
	s.busy = true
	return c, nil
}

func postgresKind(oid uint32) kind {
	switch oid {
	case oidBool:
		return kindBool
	case oidBytea:
		return kindBytes
	case oidChar:
		return kindPadded
	}
	return kindText
}

func (s *postgresSession) close() error {
	ctx, cancel := context.WithTimeout(context.Background(), leaveTimeout)
	defer cancel()
	if s.busy {
		_ = s.conn.CancelRequest(ctx) // leaving ends the query as well, only later
	}
	return s.conn.Close(ctx)
}

// postgresCursor walks over a result in PostgreSQL's text format.
type postgresCursor struct {
	session *postgresSession
	result  *pgconn.ResultReader
	cols    []column
	values  [][]byte
}

func (c *postgresCursor) columns() []column { return c.cols }

func (c *postgresCursor) next() error {
	if c.result.NextRow() {
		c.values = c.result.Values()
		return nil
	}
	_, err := c.result.Close()
	if err != nil {
		return err
	}
	c.session.busy = false
	return io.EOF
}

func (c *postgresCursor) isNull(i int) bool { return c.values[i] == nil }

func (c *postgresCursor) appendText(dst []byte, i int) []byte {
	v := c.values[i]
	switch c.cols[i].kind {
	case kindBool:
		return appendBool(dst, len(v) > 0 && v[0] == 't')
	case kindPadded:
		return append(dst, trimPadding(v)...)
	case kindBytes:
		return append(dst, hexDigits(v)...)
	}
	return append(dst, v...)
}

func (c *postgresCursor) bytes(i int) []byte {
	digits := hexDigits(c.values[i])
	raw := make([]byte, hex.DecodedLen(len(digits)))
	n, _ := hex.Decode(raw, digits) // the server's own digits
	return raw[:n]
}

// hexDigits takes the mark off PostgreSQL's form of bytes.
func hexDigits(v []byte) []byte {
	if len(v) >= 2 && v[0] == '\\' && v[1] == 'x' {
		return v[2:]
	}
	return v
}

// close ends the result, which is short only where it was read to its end; a
// session with an open one is closed instead.
func (c *postgresCursor) close() error {
	if c.session.busy {
		return nil
	}
	_, err := c.result.Close()
	return err
}
