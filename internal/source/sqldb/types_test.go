package sqldb

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
	"kycmigrate/internal/source/csvfile"
)

// value is an expression in SQL and the text that it must become.
type value struct{ typ, sql, text string }

var typesOf = map[string][]value{
	"PostgreSQL": {
		{"date", "date '1899-12-31'", "1899-12-31"},
		{"date", "date '0044-03-15 BC'", "0044-03-15 BC"},
		{"date", "date 'infinity'", "infinity"},
		{"timestamp", "timestamp '2024-02-29 23:59:59.123456'", "2024-02-29 23:59:59.123456"},
		{"timestamp", "timestamp '2024-02-29 00:00:00'", "2024-02-29 00:00:00"},
		{"timestamptz", "timestamptz '2024-02-29 23:59:59.5+09'", "2024-02-29 14:59:59.5+00"},
		{"time", "time '01:02:03'", "01:02:03"},
		{"numeric(40,20)", "12345678901234567890.01234567890123456789", "12345678901234567890.01234567890123456789"},
		{"numeric", "1.10", "1.10"},
		{"numeric", "'NaN'", "NaN"},
		{"bigint", "9223372036854775807", "9223372036854775807"},
		{"double precision", "0.1::float8 + 0.2::float8", "0.30000000000000004"},
		{"real", "0.1", "0.1"},
		{"boolean", "true", "true"},
		{"boolean", "false", "false"},
		{"text", "null", null},
		{"text", "''", ""},
		{"text", "'00042'", "00042"},
		{"text", "' kept '", " kept "},
		{"char(8)", "'ab'", "ab"},
		{"varchar(8)", "'ab  '", "ab  "},
		{"uuid", "'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11'", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"},
		{"json", `'{"a": 1.0}'`, `{"a": 1.0}`},
		{"text[]", `array['a','b c']`, `{a,"b c"}`},
		{"bytea", `'\x00ff'`, "00ff"},
		{"interval", "interval '1 day 2 hours'", "1 day 02:00:00"},
		{"money", "'12.34'", "$12.34"},
	},
	"MariaDB": {
		{"date", "'1899-12-31'", "1899-12-31"},
		{"date", "'0000-00-00'", "0000-00-00"},
		{"datetime(6)", "'2024-02-29 23:59:59.123456'", "2024-02-29 23:59:59.123456"},
		{"datetime", "'0000-00-00 00:00:00'", "0000-00-00 00:00:00"},
		{"timestamp null", "from_unixtime(0.0 + 86400)", "1970-01-02 00:00:00"},
		{"time", "'-838:59:59'", "-838:59:59"},
		{"year", "2024", "2024"},
		{"decimal(40,20)", "12345678901234567890.01234567890123456789", "12345678901234567890.01234567890123456789"},
		{"bigint", "-9223372036854775808", "-9223372036854775808"},
		{"bigint unsigned", "18446744073709551615", "18446744073709551615"},
		{"int(8) zerofill", "42", "00000042"},
		{"double", "0.1e0 + 0.2e0", "0.30000000000000004"},
		{"float", "0.1", "0.1"},
		{"boolean", "true", "1"},
		{"bit(12)", "b'101000000001'", "2561"},
		{"varchar(20)", "null", null},
		{"varchar(20)", "''", ""},
		{"varchar(20)", "'00042'", "00042"},
		{"char(8)", "'ab'", "ab"},
		{"varchar(8)", "'ab  '", "ab  "},
		{"varchar(20) character set latin1", "'Ren\u00e9'", "Ren\u00e9"},
		{"enum('a','b')", "'b'", "b"},
		{"set('a','b')", "'a,b'", "a,b"},
		{"json", `'{"a": 1.0}'`, `{"a": 1.0}`},
		{"binary(4)", "x'00ff'", "00ff0000"},
		{"varbinary(4)", "x'00ff'", "00ff"},
		{"uuid", "'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"},
	},
	"SQLite": {
		{"date", "'2024-02-29'", "2024-02-29"},
		{"date", "'29.02.2024'", "29.02.2024"},
		{"date", "1709164800", "1709164800"},
		{"datetime", "'2024-02-29T23:59:59Z'", "2024-02-29T23:59:59Z"},
		{"timestamp", "'0000-00-00'", "0000-00-00"},
		{"integer", "9223372036854775807", "9223372036854775807"},
		{"real", "0.1 + 0.2", "0.30000000000000004"},
		{"real", "20240229.0", "20240229"},
		{"real", "1e21", "1e+21"},
		{"numeric", "'1.10'", "1.1"},
		{"text", "'1.10'", "1.10"},
		{"boolean", "1", "true"},
		{"boolean", "2", "2"},
		{"text", "null", null},
		{"text", "''", ""},
		{"text", "'00042'", "00042"},
		{"", "'00042'", "00042"},
		{"", "x'00ff'", "00ff"},
		{"blob", "x'00ff'", "00ff"},
	},
}

// TestTypes writes values by SQL and reads them as text, out of a table and
// through a query.
func TestTypes(t *testing.T) {
	everywhere(t, func(t *testing.T, db *database) {
		if db.name == "MariaDB" {
			db.exec("set sql_mode = ''", "set time_zone = '+00:00'")
		}
		var definition, expressions, names, want []string
		for i, v := range typesOf[db.name] {
			names = append(names, "c"+string(rune('a'+i/26))+string(rune('a'+i%26)))
			definition = append(definition, names[i]+" "+v.typ)
			expressions = append(expressions, v.sql)
			want = append(want, strings.ReplaceAll(v.text, null, ""))
		}
		table := db.table(strings.Join(definition, ", "))
		db.exec("insert into " + table + " values (" + strings.Join(expressions, ", ") + ")")
		for _, spec := range []source.Spec{ofTable(table), ofQuery("select * from " + table + ";")} {
			spec.Columns = names
			if db.name == "MariaDB" && spec.Options["query"] != "" {
				want[slices.IndexFunc(typesOf[db.name], func(v value) bool { return strings.Contains(v.typ, "zerofill") })] = "42"
			}
			rows := readAll(t, db.open(spec))
			if len(rows) != 1 || rows[0].Fault != nil {
				t.Fatalf("%+v", rows)
			}
			for i, v := range typesOf[db.name] {
				if got := rows[0].Cells[i]; got != want[i] {
					t.Errorf("%s %s is %q, want %q", v.typ, v.sql, got, want[i])
				}
			}
			line := strings.Split(rows[0].Raw, ",")
			for i, v := range typesOf[db.name] {
				if v.text == null && line[slices.Index(line, "")] != "" || v.text == "" && !slices.Contains(line, `""`) {
					t.Errorf("NULL and the empty string are not told apart in %s (column %d)", rows[0].Raw, i)
				}
			}
		}
	})
}

// TestNames looks at names of columns that repeat, are missing, or are ours.
func TestNames(t *testing.T) {
	everywhere(t, func(t *testing.T, db *database) {
		a, b := db.table("id int, name varchar(20)"), db.table("id int, name varchar(20)")
		db.insert(a, []string{"1", "left"})
		db.insert(b, []string{"1", "right"})
		spec := ofQuery("select x.*, y.*, 7 as _error_code from " + a + " x join " + b + " y on x.id = y.id -- a comment")
		r := db.open(spec)
		if want := []string{"id", "name", "id_2", "name_2"}; !slices.Equal(r.Columns(), want) {
			t.Errorf("columns %q, want %q", r.Columns(), want)
		}
		rows := readAll(t, r)
		if len(rows) != 1 || !slices.Equal(rows[0].Cells, []string{"1", "left", "1", "right"}) {
			t.Errorf("%+v", rows)
		}
	})
}

// TestUnreadable reads rows that cannot be text, between rows that can, and
// their rejects again.
func TestUnreadable(t *testing.T) {
	everywhere(t, func(t *testing.T, db *database) {
		if db.name == "PostgreSQL" {
			t.Skip("a PostgreSQL of UTF-8 holds no other text")
		}
		table := db.table("id int, note " + map[string]string{"SQLite": "text", "MariaDB": "mediumtext"}[db.name])
		bad := map[string][]string{
			"SQLite":  {"cast(x'526ee9' as text)", "'a' || char(0) || 'b'", "printf('%.*c', 1100000, 'x')"},
			"MariaDB": {"concat('a', char(0), 'b')", "repeat('x', 1100000)"},
		}[db.name]
		codes := map[string][]string{
			"SQLite":  {source.CodeEncoding, source.CodeEncoding, source.CodeTooLong},
			"MariaDB": {source.CodeEncoding, source.CodeTooLong},
		}[db.name]
		for _, expr := range bad {
			db.exec("insert into "+table+" values (1, 'good')", "insert into "+table+" values (2, "+expr+")")
		}
		r := db.open(ofTable(table))
		rows := readAll(t, r)
		if len(rows) != 2*len(bad) {
			t.Fatalf("%d rows, want %d", len(rows), 2*len(bad))
		}
		path := filepath.Join(t.TempDir(), "rejects.csv")
		w, err := r.NewRejects(path)
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			if i%2 == 0 {
				if row.Fault != nil || row.Cells[1] != "good" {
					t.Errorf("row %d: %+v", i, row)
				}
				continue
			}
			if row.Fault == nil || row.Fault.Code != codes[i/2] || row.Cells != nil || row.Raw == "" {
				t.Errorf("row %d has the fault %+v", i, row.Fault)
				continue
			}
			if err := w.Write(&rows[i], []kyc.Issue{*row.Fault}); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		again, err := csvfile.Open(t.Context(), source.Spec{Path: path})
		if err != nil {
			t.Fatal(err)
		}
		defer again.Close()
		back := readAll(t, again)
		if len(back) != len(bad) {
			t.Fatalf("%d rows came back, want %d", len(back), len(bad))
		}
		for i, row := range back {
			if row.Fault == nil || row.Fault.Code != codes[i] {
				t.Errorf("row %d came back as %+v", i, row.Fault)
			}
		}
	})
}
