package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kycmigrate/internal/sandbox"
	"kycmigrate/internal/source/sqldb/sqldbtest"
)

// databases are the servers that a run is tested against.
var databases = map[string]func(testing.TB) *sqldbtest.Server{
	"SQLite": sqldbtest.SQLite, "PostgreSQL": sqldbtest.Postgres, "MariaDB": sqldbtest.MariaDB,
}

// sqlText is a text as every one of the databases takes it.
func sqlText(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }

// fillDatabase makes the table customers of a list, with pictures as bytes.
func (w *world) fillDatabase(db *sqldbtest.Server, list []customer) {
	w.t.Helper()
	statements := []string{
		"drop table if exists customers",
		"create table customers (customer_id varchar(40) primary key, email varchar(200), name varchar(200), dob varchar(20), status char(4), " +
			"doc_type varchar(10), country varchar(10), doc_no varchar(40), front " + db.Blob() + ", selfie " + db.Blob() + ", note varchar(200))",
	}
	for i := range list {
		c := &list[i]
		values := make([]string, 0, len(columns))
		for _, text := range c.cells() {
			values = append(values, sqlText(text))
		}
		for at, name := range map[int]string{8: c.front, 9: c.selfie} {
			values[at] = "null"
			if name != "" {
				b, err := os.ReadFile(w.path(filepath.Join("images", name)))
				if err != nil {
					w.t.Fatal(err)
				}
				values[at] = db.Bytes(b)
			}
		}
		statements = append(statements, "insert into customers values ("+strings.Join(values, ",")+")")
	}
	if err := db.Exec(statements...); err != nil {
		w.t.Fatal(err)
	}
}

// TestDatabase takes records with their pictures out of a database, by a dry
// run, a run that is killed, and one that ends it, and gives the rejects back.
func TestDatabase(t *testing.T) {
	unixOnly(t)
	for name, open := range databases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, sandbox.Config{})
			db := open(t)
			list := w.withPictures(customers(40))
			list[3].note, list[7].name = `"quoted", and`+"\ntwo lines", "O'Brien Ågren"
			big := append(picture(999, true), make([]byte, 3<<20)...)
			w.write(filepath.Join("images", list[5].front), big)
			bad := customers(41)[40]
			bad.dob = "1980-02-31"
			w.source(marked, nil)
			w.write("mapping.yaml", []byte(strings.Replace(strings.Replace(mapping, "%s", marked, 1),
				"{kind: csv}", "{kind: sql, sql: {table: customers}}", 1)))
			w.fillDatabase(db, append(list[:len(list):len(list)], bad))
			w.env = append(w.env, "DB_PASSWORD="+sqldbtest.Password)
			from := []string{"--source", db.Typed}

			dry := w.must(exitRejects, append(from, "--dry-run")...)
			if s := dry.summary; s.Ready != 40 || s.Rejected != 1 || s.Calls != 0 {
				t.Errorf("the dry run says %+v", s)
			}
			c := w.start(w.runArgs(from...)...)
			c.waitFor("some records", func() bool { return w.received() > 12 })
			c.kill()
			w.arrived()
			end := w.must(exitRejects, from...)
			w.mustHoldExactly(list)
			w.mustBeSilent(exitRejects, from...)
			w.mendAndReturn(list, bad)
			w.mustNotTell(sqldbtest.Password, dry.stdout+dry.stderr+end.stdout+end.stderr)
		})
	}
}

// mendAndReturn corrects the rejected row in its file and runs that.
func (w *world) mendAndReturn(list []customer, bad customer) {
	w.t.Helper()
	path := w.inRun("rejects.csv")
	b, err := os.ReadFile(path)
	if err != nil {
		w.t.Fatal(err)
	}
	rows := w.rows(path)
	if len(rows) != 1 || rows[0]["customer_id"] != bad.id || rows[0]["_error_code"] == "" {
		w.t.Fatalf("the rejects are %v", rows)
	}
	w.write(path, bytes.Replace(b, []byte(bad.dob), []byte("1980-02-28"), 1))
	w.must(exitOK, "--source", path)
	bad.dob = "1980-02-28"
	w.mustHoldExactly(append(list, bad))
	w.mustCrosswalk(append(list, bad))
}

// mustNotTell asserts that no file of the run and nothing that was said holds
// a secret.
func (w *world) mustNotTell(secret, said string) {
	w.t.Helper()
	if strings.Contains(said, secret) {
		w.t.Error("a password was printed")
	}
	err := filepath.WalkDir(w.run, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		if bytes.Contains(b, []byte(secret)) {
			w.t.Errorf("%s holds a password", path)
		}
		return err
	})
	if err != nil {
		w.t.Error(err)
	}
}

// TestDatabaseMessages looks at what an operator reads where a database cannot
// be read.
func TestDatabaseMessages(t *testing.T) {
	w := newWorld(t, sandbox.Config{})
	w.source(marked, nil)
	sqlMapping := strings.Replace(strings.Replace(mapping, "%s", marked, 1), "{kind: csv}", "{kind: sql, sql: {table: customers}}", 1)
	w.write("sql.yaml", []byte(sqlMapping))
	const secret = "s3cret-canary"
	w.env = append(w.env, "DB_PASSWORD="+secret, "KYC_DB=postgres://me:"+secret+"@127.0.0.1:1/kyc")
	for _, test := range []struct{ name, mapping, source, code, say string }{
		{"plain password", "sql.yaml", "postgres://me:" + secret + "@localhost/kyc", "source_secret", "plain text"},
		{"plain password in a parameter", "sql.yaml", "postgres://localhost/kyc?password=" + secret, "source_secret", "plain text"},
		{"another form", "sql.yaml", "me:" + secret + "@tcp(localhost:3306)/kyc", "source_secret", "plain text"},
		{"unset variable", "sql.yaml", "postgres://me:${NO_SUCH}@localhost/kyc", "source", "NO_SUCH"},
		{"unset address", "sql.yaml", "${NO_SUCH}", "source", "NO_SUCH"},
		{"unknown database", "sql.yaml", "mongodb://me:${DB_PASSWORD}@localhost/kyc", "source", "known are"},
		{"refused", "sql.yaml", "${KYC_DB}", "source", "the connection is refused"},
		{"mapping of files", "mapping.yaml", "${KYC_DB}", "source", "kind csv"},
		{"no file", "sql.yaml", "sqlite:absent.db", "source", "does not exist"},
		{"oracle", "sql.yaml", "oracle://me:${DB_PASSWORD}@localhost/kyc", "source", "-tags oracle"},
	} {
		t.Run(test.name, func(t *testing.T) {
			e := w.start("validate", "--json", "--mapping", test.mapping, "--source", test.source, "--run", w.run).wait()
			e.check(t)
			if e.exit != exitUsage || e.summary.code() != test.code || !strings.Contains(e.summary.Error.Message, test.say) {
				t.Errorf("exit %d: %s", e.exit, e.stdout)
			}
			if said := e.stdout + e.stderr; strings.Contains(said, secret) || strings.Contains(said, "127.0.0.1") {
				t.Errorf("a secret is told: %s", said)
			}
		})
	}
}
