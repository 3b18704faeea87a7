package sqldb

import (
	"bytes"
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	mssql "github.com/microsoft/go-mssqldb"

	"kycmigrate/internal/source"
)

// fake is a driver for the databases that cannot be run here. It gives one
// table and notes what it was asked.
type fake struct {
	types  []string
	names  []string
	rows   [][]driver.Value
	fail   map[string]error // by a part of the statement
	number int64            // answer to a query for one number
	asked  []string
	args   []driver.Value
	began  []driver.TxOptions
}

func (f *fake) Connect(context.Context) (driver.Conn, error) {
	if err := f.fail["connect"]; err != nil {
		return nil, err
	}
	return f, nil
}
func (f *fake) Driver() driver.Driver               { return nil }
func (f *fake) Prepare(string) (driver.Stmt, error) { return nil, errors.New("not used") }
func (f *fake) Close() error                        { return nil }
func (f *fake) Begin() (driver.Tx, error)           { return nil, errors.New("not used") }
func (f *fake) Commit() error                       { return errors.New("a reader commits") }
func (f *fake) Rollback() error                     { return nil }
func (f *fake) BeginTx(_ context.Context, o driver.TxOptions) (driver.Tx, error) {
	f.began = append(f.began, o)
	return f, nil
}

func (f *fake) ask(text string, args []driver.NamedValue) error {
	f.asked = append(f.asked, text)
	f.args = nil
	for _, a := range args {
		f.args = append(f.args, a.Value)
	}
	for part, err := range f.fail {
		if strings.Contains(text, part) {
			return err
		}
	}
	return nil
}

func (f *fake) ExecContext(_ context.Context, text string, args []driver.NamedValue) (driver.Result, error) {
	return driver.RowsAffected(0), f.ask(text, args)
}

func (f *fake) QueryContext(_ context.Context, text string, args []driver.NamedValue) (driver.Rows, error) {
	if err := f.ask(text, args); err != nil {
		return nil, err
	}
	switch {
	case strings.Contains(text, "sys.databases"):
		return &fakeRows{names: []string{"n"}, types: []string{"INT"}, rows: [][]driver.Value{{f.number}}}, nil
	case strings.Contains(text, "where 1=0"):
		return &fakeRows{names: f.names, types: f.types}, nil
	}
	return &fakeRows{names: f.names, types: f.types, rows: slices.Clone(f.rows), end: f.fail["end"]}, nil
}

type fakeRows struct {
	names, types []string
	rows         [][]driver.Value
	end          error
}

func (r *fakeRows) Columns() []string                       { return r.names }
func (r *fakeRows) ColumnTypeDatabaseTypeName(i int) string { return r.types[i] }
func (r *fakeRows) Close() error                            { return nil }
func (r *fakeRows) Next(dest []driver.Value) error {
	if len(r.rows) == 0 {
		if r.end != nil {
			return r.end
		}
		return io.EOF
	}
	copy(dest, r.rows[0])
	r.rows = r.rows[1:]
	return nil
}

// with puts a fake in the place of a driver.
func (f *fake) with(d *dialect, open func(context.Context, driver.Connector) (session, error)) *dialect {
	copied := *d
	copied.connect = func(ctx context.Context, _ *target) (session, error) { return open(ctx, f) }
	return &copied
}

const fakeSecret = "s3cret-canary"

// openFake opens a reader over a fake.
func openFake(t *testing.T, d *dialect, spec source.Spec) (*reader, error) {
	t.Helper()
	tgt, err := parse(d.scheme + "://canary_user:" + fakeSecret + "@canary-host:1234/canarydb")
	if err != nil {
		t.Fatal(err)
	}
	tgt.dialect = d
	rel, err := newRelation(tgt, spec.Options)
	if err != nil {
		t.Fatal(err)
	}
	r := newReader(t.Context(), rel)
	if err := r.open(spec); err != nil {
		return nil, err
	}
	return r, nil
}

// typed is a value of a driver and the text that it must become.
type typed struct {
	typ   string
	value driver.Value
	text  string
}

var moment = time.Date(2024, 2, 29, 23, 59, 59, 120_000_000, time.FixedZone("", 19800))

var fakeTypes = map[string][]typed{
	"SQL Server": {
		{"BIGINT", int64(9223372036854775807), "9223372036854775807"},
		{"BIT", true, "true"},
		{"DECIMAL", []byte("12345678901234567890.0123456789"), "12345678901234567890.0123456789"},
		{"MONEY", []byte("12.3400"), "12.3400"},
		{"FLOAT", 0.30000000000000004, "0.30000000000000004"},
		{"FLOAT", 20240229.0, "20240229"},
		{"DATE", time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC), "1900-01-01"},
		{"DATE", time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC), "0001-01-01"},
		{"DATETIME2", moment, "2024-02-29 23:59:59.12"},
		{"DATETIME", time.Date(2024, 2, 29, 0, 0, 0, 0, time.UTC), "2024-02-29 00:00:00"},
		{"DATETIMEOFFSET", moment, "2024-02-29 23:59:59.12+05:30"},
		{"DATETIMEOFFSET", moment.In(time.FixedZone("", 32400)), "2024-03-01 03:29:59.12+09"},
		{"TIME", moment, "23:59:59.12"},
		{"NVARCHAR", "김민수 ", "김민수 "},
		{"NCHAR", "ab      ", "ab"},
		{"UNIQUEIDENTIFIER", []byte{0x99, 0xbc, 0xee, 0xa0, 0x0b, 0x9c, 0xf8, 0x4e, 0xbb, 0x6d, 0x6b, 0xb9, 0xbd, 0x38, 0x0a, 0x11}, "A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11"},
		{"VARBINARY", []byte{0, 255}, "00ff"},
		{"NVARCHAR", nil, ""},
	},
	"Oracle": {
		{"NUMBER", "12345678901234567890.0123456789", "12345678901234567890.0123456789"},
		{"DATE", time.Date(1980, 2, 28, 0, 0, 0, 0, time.UTC), "1980-02-28"},
		{"DATE", time.Date(1980, 2, 28, 13, 0, 0, 0, time.UTC), "1980-02-28 13:00:00"},
		{"TimeStampDTY", moment, "2024-02-29 23:59:59.12"},
		{"TimeStampTZ_DTY", moment, "2024-02-29 23:59:59.12+05:30"},
		{"CHAR", "ab   ", "ab"},
		{"NCHAR", "가  ", "가"},
		{"OCIClobLocator", "text", "text"},
		{"RAW", []byte{0, 255}, "00ff"},
		{"VARCHAR", nil, ""},
	},
}

var fakeDialects = map[string]struct {
	*dialect
	open func(context.Context, driver.Connector) (session, error)
}{
	"SQL Server": {sqlserverDialect, openSQLServer}, "Oracle": {oracleDialect, openOracle},
}

func TestFakeTypes(t *testing.T) {
	for name, d := range fakeDialects {
		t.Run(name, func(t *testing.T) {
			f := &fake{rows: [][]driver.Value{nil}, number: 1}
			var want []string
			for i, v := range fakeTypes[name] {
				f.types, f.names = append(f.types, v.typ), append(f.names, fmt.Sprintf("c%d", i))
				f.rows[0], want = append(f.rows[0], v.value), append(want, v.text)
			}
			spec := ofTable("kyc.customers")
			spec.Columns = f.names
			r, err := openFake(t, f.with(d.dialect, d.open), spec)
			if err != nil {
				t.Fatal(err)
			}
			rows := readAll(t, r)
			for i, v := range fakeTypes[name] {
				if got := rows[0].Cells[i]; got != want[i] {
					t.Errorf("%s %v is %q, want %q", v.typ, v.value, got, want[i])
				}
			}
			if len(f.began) != 1 || f.began[0].ReadOnly {
				t.Errorf("transactions %v", f.began)
			}
			if statement := f.asked[len(f.asked)-1]; name == "Oracle" && !strings.Contains(statement, `to_char("c0", 'TM9')`) {
				t.Errorf("a number goes through the driver: %s", statement)
			}
		})
	}
}

// TestFakeSnapshot looks at how SQL Server is asked for a snapshot, and what is
// said where it has none.
func TestFakeSnapshot(t *testing.T) {
	for state, notes := range map[int64]int{1: 0, 0: 1} {
		f := &fake{names: []string{"id"}, types: []string{"INT"}, number: state}
		r, err := openFake(t, f.with(sqlserverDialect, openSQLServer), ofTable("customers"))
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Warnings()) != notes {
			t.Errorf("state %d: %q", state, r.Warnings())
		}
	}
}

// TestFakeErrors has drivers fail with texts full of secrets and values.
func TestFakeErrors(t *testing.T) {
	const spill = "Login failed for user 'canary_user' with 's3cret-canary' at canary-host:1234: value canary-value"
	wordOf := map[string]map[string]error{
		"SQL Server": {
			"did not accept":         mssql.Error{Number: 18456, Message: spill},
			"no such database":       mssql.Error{Number: 4060, Message: spill},
			"may not do that":        mssql.Error{Number: 229, Message: "The SELECT permission was denied to canary_user"},
			"no_such":                mssql.Error{Number: 208, Message: "Invalid object name 'no_such', canary_user at canary-host."},
			"(SQL Server error 245)": mssql.Error{Number: 245, Message: "Conversion failed when converting 'canary-value'"},
			"does not name":          errors.New(spill),
		},
		"Oracle": {
			"did not accept":   errors.New("ORA-01017: invalid username/password; logon denied " + spill),
			"no such database": errors.New("ORA-12514: TNS:listener does not know " + spill),
			"no_such":          errors.New("ORA-00942: table no_such does not exist for canary_user"),
			"ORA-01722":        errors.New("ORA-01722: invalid number canary-value"),
			"does not name":    errors.New(spill),
		},
	}
	for name, d := range fakeDialects {
		for say, fault := range wordOf[name] {
			for _, place := range []string{"connect", "where 1=0", "end", "sys.databases", "nls_date", "read only"} {
				f := &fake{names: []string{"id"}, types: []string{"INT"}, number: 1, fail: map[string]error{place: fault}}
				if place == "where 1=0" {
					f.fail["select"] = fault
				}
				r, err := openFake(t, f.with(d.dialect, d.open), ofTable("customers"))
				if err == nil {
					_, err = r.Read(t.Context(), make([]row, 1))
				}
				if err == io.EOF {
					continue // this dialect has no such place
				}
				if err == nil || !strings.Contains(err.Error(), say) || strings.Contains(err.Error(), "canary") {
					t.Errorf("%s, %s: want %q: %v", name, place, say, err)
				}
			}
		}
	}
}

// TestFakeStatements looks at the statements for pictures and parts by key.
func TestFakeStatements(t *testing.T) {
	for name, d := range fakeDialects {
		blob := map[string]string{"SQL Server": "VARBINARY", "Oracle": "OCIBlobLocator"}[name]
		f := &fake{names: []string{"id", "front"}, types: []string{"VARCHAR", blob}, number: 1, rows: [][]driver.Value{{int64(3), int64(3), "K1"}}}
		spec := ofQuery("select id, front from customers")
		spec.Key, spec.Pictures = []string{"id"}, []string{"front"}
		spec.Keys = source.KeyRange{After: []string{"A"}, UpTo: []string{"M"}}
		r, err := openFake(t, f.with(d.dialect, d.open), spec)
		if err != nil {
			t.Fatal(err)
		}
		statement := f.asked[len(f.asked)-1]
		for _, part := range []string{strings.ReplaceAll(d.size, "#", `"front"`), `("id" > ` + d.mark(1) + `)`, `not (("id" > ` + d.mark(2) + `))`} {
			if !strings.Contains(statement, part) {
				t.Errorf("%s: no %s in %s", name, part, statement)
			}
		}
		if !slices.Equal(f.args, []driver.Value{"A", "M"}) {
			t.Errorf("%s: arguments %v", name, f.args)
		}
		f.names, f.types, f.rows = []string{"chunk"}, []string{blob}, [][]driver.Value{{[]byte("abc")}}
		file, err := r.Pictures().Open(pictureName("front", "3", []string{"K1"}))
		if err != nil {
			t.Fatal(err)
		}
		b := make([]byte, 10)
		if n, err := file.Read(b); err != nil || !bytes.Equal(b[:n], []byte("abc")) {
			t.Errorf("%s: %q, %v", name, b[:n], err)
		}
	}
}
