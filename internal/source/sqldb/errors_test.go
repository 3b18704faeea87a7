package sqldb

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
	"kycmigrate/internal/source/sqldb/sqldbtest"
)

// TestErrors looks at what is said of databases and queries that cannot be
// read, and that no secret is.
func TestErrors(t *testing.T) {
	everywhere(t, func(t *testing.T, db *database) {
		table := db.table("id integer, name varchar(20)")
		for _, test := range []struct {
			name string
			spec source.Spec
			say  string
		}{
			{"no such table", ofTable("no_such_table"), "no_such_table"},
			{"no such column", ofQuery("select nam from " + table), "nam"},
			{"no query", ofQuery("selekt 1"), "selekt"},
			{"writes", ofQuery("insert into " + table + " values (1, 'x')"), ""},
			{"two", ofQuery("select 1; select 2"), ""},
			{"neither", source.Spec{}, "not stated which table"},
			{"both", source.Spec{Options: map[string]string{"table": "a", "query": "select 1"}}, "keep one"},
			{"not a name", ofTable("a; drop table b"), "not the name of a table"},
			{"an option of another kind", source.Spec{Options: map[string]string{"sheet": "1"}}, `no option "sheet"`},
			{"no key column", source.Spec{Options: map[string]string{"table": table}, Key: []string{"absent"}, Keys: source.KeyRange{UpTo: []string{"1"}}}, `"absent"`},
		} {
			test.spec.Path = db.dsn
			r, err := Open(t.Context(), test.spec)
			if err == nil {
				_, err = r.Read(t.Context(), make([]kyc.Row, 1))
				_ = r.Close()
			}
			if err == nil || !strings.Contains(err.Error(), test.say) {
				t.Errorf("%s: %v", test.name, err)
				continue
			}
			noSecret(t, db.server, err)
		}
		if rows := readAll(t, db.open(ofTable(table))); len(rows) != 0 {
			t.Error("a source was written to")
		}
	})
}

func noSecret(t *testing.T, server *sqldbtest.Server, err error) {
	t.Helper()
	secrets := []string{sqldbtest.Password, url.QueryEscape(sqldbtest.Password), "canary", sqldbtest.User}
	if server != nil {
		secrets = append(secrets, server.Socket, filepath.Dir(server.Socket))
	}
	for _, s := range secrets {
		if strings.Contains(err.Error(), s) {
			t.Errorf("%q tells %q", err, s)
		}
	}
}

// TestConnectErrors tries addresses that lead nowhere.
func TestConnectErrors(t *testing.T) {
	silent := listen(t)
	for name, open := range map[string]func(t testing.TB) *sqldbtest.Server{"PostgreSQL": sqldbtest.Postgres, "MariaDB": sqldbtest.MariaDB} {
		t.Run(name, func(t *testing.T) {
			server := open(t)
			scheme, _, _ := strings.Cut(server.DSN, "://")
			dial := map[string]string{"postgres": "connect_timeout=1", "mysql": "timeout=300ms"}[scheme]
			escaped := url.UserPassword(sqldbtest.User, sqldbtest.Password).String()
			for _, test := range []struct{ dsn, say string }{
				{strings.Replace(server.DSN, escaped, url.UserPassword(sqldbtest.User, "canary-wrong").String(), 1), "did not accept the user or the password"},
				{strings.NewReplacer("/postgres?", "/canary?", "/kyc?", "/canary?").Replace(server.DSN), "no such database"},
				{scheme + "://" + escaped + "@127.0.0.1:1/canary", "is refused"},
				{scheme + "://" + escaped + "@canary.invalid/canary?" + dial, ""},
				{scheme + "://" + escaped + "@" + silent + "/canary?" + dial, "no answer in time"},
				{strings.ReplaceAll(server.DSN, "sqldb-", "sqldb-absent-"), "socket does not exist"},
				{strings.Replace(server.DSN, "://", "://canary secret%zz", 1), "cannot be read"},
			} {
				_, err := Open(t.Context(), source.Spec{Path: test.dsn, Options: map[string]string{"table": "x"}})
				if err == nil || !strings.Contains(err.Error(), test.say) {
					t.Errorf("want %q: %v", test.say, err)
					continue
				}
				noSecret(t, server, err)
			}
		})
	}
}

// listen accepts connections and says nothing.
func listen(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		var kept []net.Conn
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			kept = append(kept, c)
			_ = kept
		}
	}()
	return l.Addr().String()
}

// bigQuery gives more rows than any buffer holds.
var bigQuery = map[string]string{
	"PostgreSQL": "select n as id, repeat('x', 200) as note from generate_series(1, 3000000) n",
	"MariaDB":    "select seq as id, repeat('x', 200) as note from seq_1_to_3000000",
	"SQLite":     "with recursive n(id) as (select 1 union all select id + 1 from n where id < 3000000) select id, printf('%.*c', 200, 'x') as note from n",
}

// TestServerDies ends the server in the middle of the reading, PostgreSQL's by
// killing it and MariaDB's by what it does to connections when it stops.
func TestServerDies(t *testing.T) {
	t.Run("PostgreSQL", func(t *testing.T) {
		t.Parallel()
		server, err := sqldbtest.StartPostgres()
		if errors.Is(err, sqldbtest.ErrMissing) {
			t.Skip(err)
		}
		if err != nil {
			t.Fatal(err)
		}
		defer server.Close()
		readUntil(t, server, bigQuery["PostgreSQL"], server.Kill)
	})
	t.Run("MariaDB", func(t *testing.T) {
		t.Parallel()
		db := newMariaDB(t)
		readUntil(t, db.server, bigQuery["MariaDB"]+" -- doomed", func() {
			db.exec("begin not atomic declare who bigint; select id into who from information_schema.processlist where info like '%-- doomed' and id <> connection_id() limit 1; kill who; end")
		})
	})
}

// readUntil reads some rows, ends the server's part, and looks at the error.
func readUntil(t *testing.T, server *sqldbtest.Server, query string, end func()) {
	t.Helper()
	r, err := Open(t.Context(), source.Spec{Path: server.DSN, Options: map[string]string{"query": query}})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	rows := make([]kyc.Row, 100)
	if n, err := r.Read(t.Context(), rows); n != 100 || err != nil {
		t.Fatal(n, err)
	}
	end()
	read := 100
	for err == nil {
		var n int
		n, err = r.Read(t.Context(), rows)
		read += n
	}
	if err == io.EOF || !strings.Contains(err.Error(), fmt.Sprintf("after row %d", read)) || !strings.Contains(err.Error(), "same command continues") {
		t.Errorf("after %d rows: %v", read, err)
	}
	noSecret(t, server, err)
}

// TestCancelStopsTheQuery cancels a read that waits for a server, and sees that
// the server works on it no more.
func TestCancelStopsTheQuery(t *testing.T) {
	everywhere(t, func(t *testing.T, db *database) {
		slow := map[string]string{
			"PostgreSQL": "select pg_sleep(100)", "MariaDB": "select sleep(100)",
			"SQLite": "with recursive n(id) as (select 1 union all select id + 1 from n) select count(*) as many from n",
		}[db.name]
		running := map[string]string{
			"PostgreSQL": "select count(*) from pg_stat_activity where query like '%pg_sleep(100)%' and state = 'active' and pid <> pg_backend_pid()",
			"MariaDB":    "select count(*) from information_schema.processlist where info like '%sleep(100)%' and info not like '%processlist%'",
		}[db.name]
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan error, 1)
		go func() {
			r, err := Open(ctx, source.Spec{Path: db.dsn, Options: map[string]string{"query": slow}})
			if err == nil {
				_, err = r.Read(ctx, make([]kyc.Row, 1))
				_ = r.Close()
			}
			ended <- err
		}()
		if running == "" {
			time.Sleep(20 * time.Millisecond) // wherever it is by then, it must end
		} else {
			await(t, db, running, "1")
		}
		cancel()
		if err := <-ended; !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
		if running != "" {
			await(t, db, running, "0")
		}
	})
}

// await waits until a query gives a text.
func await(t *testing.T, db *database, query, want string) {
	t.Helper()
	for deadline := time.Now().Add(30 * time.Second); ; {
		c, err := db.s.query(t.Context(), query)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for err = c.next(); err == nil; err = c.next() {
			got = string(c.appendText(nil, 0))
		}
		_ = c.close()
		if got == want {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("%s gives %s, want %s", query, got, want)
		}
	}
}

// TestClosedEarly closes a reader with most of its rows unread.
func TestClosedEarly(t *testing.T) {
	everywhere(t, func(t *testing.T, db *database) {
		r := db.open(ofQuery(bigQuery[db.name]))
		if n, err := r.Read(t.Context(), make([]kyc.Row, 10)); n != 10 || err != nil {
			t.Fatal(n, err)
		}
		start := time.Now()
		if err := errors.Join(r.Close(), r.Close()); err != nil {
			t.Error(err)
		}
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("leaving took %s: the rest was read", took)
		}
		if _, err := r.Read(t.Context(), make([]kyc.Row, 1)); err == nil {
			t.Error("a closed reader reads")
		}
	})
}

// TestSnapshot changes a table while it is read.
func TestSnapshot(t *testing.T) {
	everywhere(t, func(t *testing.T, db *database) {
		table := db.table("id integer primary key, note varchar(2000)")
		var rows [][]string
		for i := range 3000 {
			rows = append(rows, []string{fmt.Sprint(i), strings.Repeat("old", 300)})
		}
		db.insert(table, rows...)
		r := db.open(ofQuery("select * from " + table + " order by id"))
		first := make([]kyc.Row, 10)
		if n, err := r.Read(t.Context(), first); n != 10 || err != nil {
			t.Fatal(n, err)
		}
		db.exec("update "+table+" set note = 'new'", "delete from "+table+" where id > 2000")
		rest := readAll(t, r)
		if len(rest) != 2990 || rest[len(rest)-1].Cells[1] != rows[0][1] {
			t.Errorf("%d rows after a change of others, the last %.10q", len(rest), rest[len(rest)-1].Cells[1])
		}
		_ = r.Close()
	})
}

// TestSQLiteFiles looks at files that are not there, no database, or in a place
// that cannot be written to.
func TestSQLiteFiles(t *testing.T) {
	dir := t.TempDir()
	text := filepath.Join(dir, "text.db")
	if err := os.WriteFile(text, []byte(strings.Repeat("this is no database. ", 100)), 0o600); err != nil {
		t.Fatal(err)
	}
	for path, say := range map[string]string{
		filepath.Join(dir, "absent.db"): "does not exist", dir: "is a directory", text: "not an SQLite database",
	} {
		_, err := Open(t.Context(), source.Spec{Path: "sqlite:" + path, Options: map[string]string{"table": "x"}})
		if err == nil || !strings.Contains(err.Error(), say) {
			t.Errorf("want %q: %v", say, err)
		}
	}
	if found, _ := filepath.Glob(filepath.Join(dir, "*")); len(found) != 1 {
		t.Errorf("files came about: %q", found)
	}
}
