package sqlite

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func open(t *testing.T, path string, mode Mode, pragmas ...string) *Conn {
	t.Helper()
	c, err := Open(path, mode, pragmas...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := c.Close(); err != nil {
			t.Error(err)
		}
	})
	return c
}

func exec(t *testing.T, c *Conn, sql string, args ...Value) int64 {
	t.Helper()
	n, err := c.Exec(sql, args...)
	if err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
	return n
}

// TestValuesComeBack stores each type of value in columns of each declared type
// that a driver would make something else of, in each encoding of text.
func TestValuesComeBack(t *testing.T) {
	values := []Value{nil, int64(-1), int64(1) << 62, 0.1, "", "a", "김민지 \U0001F600", "a\x00b", []byte{}, []byte{0, 255, 'x'}, strings.Repeat("ü", 5000)}
	for _, encoding := range []string{"UTF-8", "UTF-16le", "UTF-16be"} {
		c := open(t, filepath.Join(t.TempDir(), "a b#?.db"), Create, "encoding('"+encoding+"')")
		exec(t, c, "create table v (id integer primary key, x blob)")
		for i, v := range values {
			if n := exec(t, c, "insert into v values (?, ?)", int64(i), v); n != 1 || c.LastID() != int64(i) {
				t.Errorf("%s: %d rows changed, the last is %d", encoding, n, c.LastID())
			}
		}
		var got []Value
		err := c.Query("select x from v order by id", func(row []Value) error {
			got = append(got, row[0])
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, values) {
			t.Errorf("%s: came back as %q", encoding, got)
		}
		rows, err := c.Rows("select x from v where id = ?", int64(6))
		if err != nil {
			t.Fatal(err)
		}
		if more, err := rows.Next(); !more || err != nil {
			t.Fatal(more, err)
		}
		if text, ok := rows.AppendText([]byte("> "), 0); !ok || string(text) != "> 김민지 \U0001F600" {
			t.Errorf("%s: the text is %q", encoding, text)
		}
		if more, err := rows.Next(); more || err != nil {
			t.Error("one row and no more was asked for", err)
		}
		if err := rows.Close(); err != nil {
			t.Error(err)
		}
	}
}

// TestParametersAreForgotten runs a statement with fewer arguments than before:
// what is left out is NULL.
func TestParametersAreForgotten(t *testing.T) {
	c := open(t, filepath.Join(t.TempDir(), "x.db"), Create)
	const sql = "select coalesce(?2, 'none')"
	first, err1 := c.Text(sql, int64(1), "canary")
	second, err2 := c.Text(sql, int64(1))
	if err := errors.Join(err1, err2); err != nil || first != "canary" || second != "none" {
		t.Errorf("%q, then %q: %v", first, second, err)
	}
}

func TestErrors(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	c := open(t, path, Create)
	exec(t, c, "create table v (x text unique)")
	exec(t, c, "insert into v values ('canary')")
	reader := open(t, path, Read)
	for _, test := range []struct {
		c    *Conn
		sql  string
		code int
		say  string
	}{
		{c, "selekt 'canary'", CodeError, "syntax error"},
		{c, "select y from v where x = 'canary'", CodeError, "no such column: y"},
		{c, `select "canary y" from v`, CodeError, "no such column"},
		{c, "select 'canary'; select 2", CodeError, "one statement"},
		{c, "insert into v values ('canary')", CodeConstraint, "UNIQUE constraint failed: v.x"},
		{reader, "insert into v values ('canary')", CodeReadOnly, "readonly"},
	} {
		_, err := test.c.Exec(test.sql)
		if err == nil || Code(err) != test.code || !strings.Contains(err.Error(), test.say) {
			t.Errorf("%s: code %d, %v", test.sql, Code(err), err)
		}
		if _, err := test.c.Exec("select 1"); err != nil {
			t.Errorf("after %s nothing can be done: %v", test.sql, err)
		}
	}
	if _, err := c.Exec("insert into v values (?)", true); err == nil {
		t.Error("a value of no type of SQLite was bound")
	}
	if _, err := Open(filepath.Join(t.TempDir(), "absent.db"), Write); Code(err) != CodeCantOpen {
		t.Errorf("a file that is not there: %v", err)
	}
}

// TestInterrupt ends a statement that would run for years, and goes on.
func TestInterrupt(t *testing.T) {
	c := open(t, filepath.Join(t.TempDir(), "x.db"), Create)
	done := make(chan struct{})
	c.Interrupt(done)
	time.AfterFunc(20*time.Millisecond, func() { close(done) })
	const forever = "with recursive n (x) as (select 1 union all select x + 1 from n) select max(x) from n"
	if _, err := c.Exec(forever); err == nil {
		t.Error("what was ended gave an answer")
	}
	c.Interrupt(nil)
	if n, err := c.Number("select 7"); n != 7 || err != nil {
		t.Errorf("afterwards 7 is %d: %v", n, err)
	}
}

// TestCheckpoint empties the log, and does not wait for another that reads unless
// it is patient.
func TestCheckpoint(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	c := open(t, path, Create, "journal_mode(wal)")
	exec(t, c, "create table t (v)")
	other := open(t, path, Read)
	rows, err := other.Rows("select name from sqlite_schema") // what it sees is kept for it
	if err != nil {
		t.Fatal(err)
	}
	if more, err := rows.Next(); !more || err != nil {
		t.Fatal(more, err)
	}
	exec(t, c, "insert into t values (randomblob(9000))")
	begun := time.Now()
	if err := c.Checkpoint(false); err != nil {
		t.Error(err)
	}
	if d := time.Since(begun); d > busyTimeout/2 {
		t.Errorf("it waited %v for another", d)
	}
	closed := make(chan error)
	go func() {
		time.Sleep(50 * time.Millisecond)
		closed <- rows.Close()
	}()
	if err := c.Checkpoint(true); err != nil {
		t.Error(err)
	}
	if err := <-closed; err != nil {
		t.Error(err)
	}
	if info, err := os.Stat(path + "-wal"); err != nil || info.Size() != 0 {
		t.Errorf("the log is not empty: %v, %v", info.Size(), err)
	}
}
