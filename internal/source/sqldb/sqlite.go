package sqldb

import (
	"context"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"modernc.org/sqlite"
)

// SQLite's primary result codes that are told apart.
const (
	sqliteError    = 1
	sqliteBusy     = 5
	sqliteReadOnly = 8
	sqliteCorrupt  = 11
	sqliteCantOpen = 14
	sqliteNotADB   = 26
)

// sqliteDialect: columns that are declared as dates are selected as
// expressions, because the driver makes times of them and what was written is gone.
var sqliteDialect = &dialect{
	title: "SQLite", scheme: "sqlite", held: "one read transaction over a file opened to be read",
	connect: connectSQLite, diagnose: diagnoseSQLite,
	quote: doubleQuotes, mark: questionMark,
	size: "octet_length(#)", chunk: "substr(#, @, %)",
	expr: exprSQLite, compared: comparedSQLite,
	describe: func(query string) string { return query },
}

var sqliteLibrary = &sqlite.Driver{}

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
	if (code == sqliteCantOpen || code == sqliteReadOnly) && !hasLog(t.path) {
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
	q := url.Values{"mode": {"ro"}, "_pragma": {"busy_timeout(10000)", "query_only(1)"}}
	if immutable {
		q.Set("immutable", "1")
	}
	uri := url.URL{Scheme: "file", Path: filepath.ToSlash(abs), RawQuery: q.Encode(), OmitHost: true}
	raw, err := sqliteLibrary.Open(uri.String())
	if err != nil {
		return nil, err
	}
	conn, ok := raw.(driverConn)
	if !ok {
		return nil, errors.Join(errors.New("the driver lacks a method that reading needs"), raw.Close())
	}
	s := &driverSession{conn: conn, kindOf: sqliteKind}
	s.start = func(ctx context.Context, s *driverSession) ([]string, error) {
		var notes []string
		if immutable {
			notes = []string{immutableNote}
		}
		return notes, s.exec(ctx, "begin")
	}
	if _, err := s.number(ctx, "select count(*) from sqlite_master"); err != nil {
		return nil, errors.Join(err, s.close())
	}
	return s, nil
}

// fileError is what is wrong with an SQLite file, in words of our own.
type fileError string

// Error implements error.
func (e fileError) Error() string { return string(e) }

func sqliteCode(err error) int {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return 0
	}
	return e.Code() & 0xff
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
	case sqliteError:
		d.topic = topicQuery
	case sqliteReadOnly:
		d.topic = topicWrite
	case sqliteBusy:
		d.topic, d.text = topicFile, "the SQLite file is locked by another program; end that one, or read a copy"
	case sqliteCorrupt:
		d.topic, d.text = topicFile, "the SQLite file is damaged; run its integrity check, or read a copy from a backup"
	case sqliteNotADB:
		d.topic, d.text = topicFile, "the file is not an SQLite database, or an encrypted one; check --source"
	case sqliteCantOpen:
		d.topic, d.text = topicFile, "the SQLite file cannot be opened; check its permissions and those of its directory"
	}
	return d
}

// sqliteKind goes by the declared type, which a value need not follow.
func sqliteKind(declared string) kind {
	switch declared {
	case "":
		return kindAny
	case "DATE", "DATETIME", "TIMESTAMP":
		return kindMoment
	case "BOOLEAN", "BOOL":
		return kindBool
	}
	if strings.Contains(declared, "BLOB") {
		return kindBytes
	}
	return kindText
}

// exprSQLite takes the declared type off a column and leaves its value.
func exprSQLite(ref string, c column, _ bool) string {
	if c.kind == kindMoment {
		return "+" + ref
	}
	return ref
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
