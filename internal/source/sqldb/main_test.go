package sqldb

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
	"kycmigrate/internal/source/csvfile"
	"kycmigrate/internal/source/sourcetest"
	"kycmigrate/internal/source/sqldb/sqldbtest"
	"kycmigrate/internal/sqlite"
)

func TestMain(m *testing.M) {
	_ = flag.Set("rapid.checks", "3") // each opens a database several times; -rapid.checks still says more
	flag.Parse()
	code := m.Run()
	sqldbtest.Stop()
	os.Exit(code)
}

// database is a database of a test that can be written to.
type database struct {
	t      testing.TB
	name   string
	dsn    string
	s      session
	server *sqldbtest.Server // nil for SQLite
	tables int
}

// kindsOfDatabase are the databases that the tests run against.
var kindsOfDatabase = map[string]func(t testing.TB) *database{
	"SQLite": newSQLite, "PostgreSQL": newPostgres, "MariaDB": newMariaDB,
}

// everywhere runs a test against each database.
func everywhere(t *testing.T, test func(t *testing.T, db *database)) {
	for name, open := range kindsOfDatabase {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test(t, open(t))
		})
	}
}

func newPostgres(t testing.TB) *database {
	server := sqldbtest.Postgres(t)
	return connected(t, &database{t: t, name: "PostgreSQL", dsn: server.DSN, server: server}, "set session characteristics as transaction read write")
}

func newMariaDB(t testing.TB) *database {
	server := sqldbtest.MariaDB(t)
	return connected(t, &database{t: t, name: "MariaDB", dsn: server.DSN, server: server}, "set session transaction read write")
}

// connected opens a session of its own to write.
func connected(t testing.TB, db *database, writable string) *database {
	t.Helper()
	target, err := parse(db.dsn)
	if err != nil {
		t.Fatal(err)
	}
	if db.s, err = target.connect(t.Context(), target); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.s.close() })
	db.exec(writable)
	return db
}

func newSQLite(t testing.TB) *database {
	t.Helper()
	path := filepath.Join(t.TempDir(), "legacy system.db")
	conn, err := sqlite.Open(path, sqlite.Create)
	if err != nil {
		t.Fatal(err)
	}
	db := &database{t: t, name: "SQLite", dsn: "sqlite:" + path, s: &sqliteSession{conn: conn}}
	t.Cleanup(func() { _ = db.s.close() })
	db.exec("pragma journal_mode=wal", "create table empty (x)")
	return db
}

// exec runs statements, each with its arguments put in by the database.
func (db *database) exec(statements ...string) {
	db.t.Helper()
	for _, text := range statements {
		var err error
		switch s := db.s.(type) {
		case *driverSession:
			err = s.exec(context.Background(), text)
		case *sqliteSession:
			_, err = s.conn.Exec(text)
		case *postgresSession:
			err = s.exec(context.Background(), text)
		}
		if err != nil {
			db.t.Fatalf("%s: %v\n%.300s", db.name, err, text)
		}
	}
}

// table makes a name that no other test uses.
func (db *database) table(definition string) string {
	db.t.Helper()
	db.tables++
	name := fmt.Sprintf("t_%s_%d", strings.ToLower(strings.Map(func(r rune) rune {
		if r < 0x80 && wordByte(byte(r)) {
			return r
		}
		return '_'
	}, strings.ReplaceAll(db.t.Name(), "/", "_"))), db.tables)
	if len(name) > 50 {
		name = name[len(name)-50:]
		name = "t" + name
	}
	db.exec("drop table if exists "+name, "create table "+name+" ("+definition+")")
	db.t.Cleanup(func() { db.exec("drop table if exists " + name) })
	return name
}

// literal is a text as SQL writes it; "\x00NULL" is NULL.
func (db *database) literal(text string) string {
	if text == null {
		return "null"
	}
	text = strings.ReplaceAll(text, "'", "''")
	if db.name == "MariaDB" {
		text = strings.ReplaceAll(text, `\`, `\\`)
	}
	return "'" + text + "'"
}

// null stands for NULL among the texts of a test.
const null = "\x00NULL"

func (db *database) insert(table string, rows ...[]string) {
	db.t.Helper()
	const most = 500
	for len(rows) > 0 {
		n := min(most, len(rows))
		var values []string
		for _, row := range rows[:n] {
			cells := make([]string, len(row))
			for i, c := range row {
				cells[i] = db.literal(c)
			}
			values = append(values, "("+strings.Join(cells, ",")+")")
		}
		db.exec("insert into " + table + " values " + strings.Join(values, ","))
		rows = rows[n:]
	}
}

// open opens the database as a source.
func (db *database) open(spec source.Spec) source.Reader {
	db.t.Helper()
	spec.Path = db.dsn
	r, err := Open(context.Background(), spec)
	if err != nil {
		db.t.Fatal(err)
	}
	db.t.Cleanup(func() { _ = r.Close() })
	return r
}

func ofTable(name string) source.Spec {
	return source.Spec{Kind: "sql", Options: map[string]string{"table": name}}
}

func ofQuery(query string) source.Spec {
	return source.Spec{Kind: "sql", Options: map[string]string{"query": query}}
}

// tester is what both kinds of tests can do.
type tester interface {
	Helper()
	Fatal(args ...any)
}

// readAll reads a source to its end.
func readAll(t tester, r source.Reader) []row {
	t.Helper()
	var all []row
	for {
		rows := make([]row, 64)
		n, err := r.Read(context.Background(), rows)
		all = append(all, rows[:n]...)
		if err == io.EOF {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestSuite(t *testing.T) {
	everywhere(t, func(t *testing.T, db *database) {
		sourcetest.Run(t, sourcetest.Suite{
			Open: func(t *testing.T, columns []string, rows []sourcetest.Row) source.Reader {
				t.Helper()
				definition := strings.Join(columns, " text, ") + " text"
				if db.name == "MariaDB" {
					definition = strings.Join(columns, " mediumtext, ") + " mediumtext"
				}
				table := db.table(definition)
				var cells [][]string
				for _, row := range rows {
					cells = append(cells, row.Cells)
				}
				db.insert(table, cells...)
				return db.open(ofTable(table))
			},
			Reopen: func(t *testing.T, path string) source.Reader {
				t.Helper()
				r, err := csvfile.Open(t.Context(), source.Spec{Path: path})
				if err != nil {
					t.Fatal(err)
				}
				t.Cleanup(func() { _ = r.Close() })
				return r
			},
		})
	})
}

// row is a row as it is read.
type row = kyc.Row
