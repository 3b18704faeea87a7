package sqldb

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"kycmigrate/internal/source"
)

// TestSplit: the parts hold every record once, keep those of one key together,
// and are about as large as one another where the keys differ.
func TestSplit(t *testing.T) {
	everywhere(t, func(t *testing.T, db *database) {
		for n, column := range keyColumns {
			typ := column.types[""]
			table := db.table("k1 " + typ + ", serial integer")
			var rows [][]string
			for i := range 90 {
				rows = append(rows, []string{column.values[i%len(column.values)], strconv.Itoa(i)})
			}
			db.insert(table, rows...)
			spec := ofTable(table)
			if n%2 == 1 {
				spec = ofQuery("select * from " + table)
			}
			spec.Key = []string{"k1"}
			for _, parts := range []int{2, 7} {
				checkParts(t, db, spec, parts, len(rows), fmt.Sprint(n, " in ", parts))
			}
		}
	})
}

func checkParts(t *testing.T, db *database, spec source.Spec, n, total int, name string) {
	t.Helper()
	spec.Path = db.dsn
	parts, err := Split(t.Context(), spec, n)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	var serials []int
	home := map[string]int{}
	for i, part := range parts {
		spec.Keys = part
		for _, row := range db.read(spec) {
			serial, _ := strconv.Atoi(row.Cells[1])
			serials = append(serials, serial)
			id := row.Raw[:strings.LastIndexByte(row.Raw, ',')]
			if before, found := home[id]; found && before != i {
				t.Errorf("%s: one key is in the parts %d and %d", name, before, i)
			}
			home[id] = i
		}
	}
	slices.Sort(serials)
	if len(serials) != total || len(slices.Compact(serials)) != total {
		t.Errorf("%s: the parts hold %d rows, some perhaps twice, of %d", name, len(serials), total)
	}
}

// read reads a source to its end, and leaves.
func (db *database) read(spec source.Spec) []row {
	db.t.Helper()
	r := db.open(spec)
	defer r.Close()
	return readAll(db.t, r)
}

func TestSplitIsEven(t *testing.T) {
	everywhere(t, func(t *testing.T, db *database) {
		table := db.table("id integer, part varchar(5), serial integer")
		var rows [][]string
		for i := range 100 {
			rows = append(rows, []string{strconv.Itoa(i / 2), strconv.Itoa(i % 2), strconv.Itoa(i)})
		}
		db.insert(table, rows...)
		spec := ofTable(table)
		spec.Path, spec.Key = db.dsn, []string{"id", "part"}
		parts, err := Split(t.Context(), spec, 4)
		if err != nil {
			t.Fatal(err)
		}
		for i := range parts {
			spec.Keys = parts[i]
			if n := len(db.read(spec)); n != 25 {
				t.Errorf("part %d has %d of 100 rows", i+1, n)
			}
		}
	})
}

// What cannot be split is said in a sentence.
func TestSplitRefused(t *testing.T) {
	db := newSQLite(t)
	table := db.table("id integer")
	for name, tt := range map[string]struct {
		spec source.Spec
		n    int
		want string
	}{
		"no key":        {ofTable(table), 2, "no key is known"},
		"another key":   {source.Spec{Options: ofTable(table).Options, Key: []string{"nr"}}, 2, `"nr" is not among the columns`},
		"no parts":      {ofTable(table), 0, "one part or more"},
		"empty":         {source.Spec{Options: ofTable(table).Options, Key: []string{"id"}}, 2, "nothing to split"},
		"no such table": {source.Spec{Options: map[string]string{"table": "none"}, Key: []string{"id"}}, 2, "no such table"},
	} {
		tt.spec.Path = db.dsn
		if _, err := Split(t.Context(), tt.spec, tt.n); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %q", name, err, tt.want)
		}
	}
}
