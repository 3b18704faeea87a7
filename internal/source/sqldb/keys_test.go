package sqldb

import (
	"fmt"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"kycmigrate/internal/source"
)

// keyColumn is a column to be split by, and values that try its order.
type keyColumn struct {
	types  map[string]string
	values []string
}

var keyColumns = []keyColumn{
	{map[string]string{"": "bigint"}, []string{"-5", "0", "9", "10", "100", "9007199254740992", "9007199254740993", "9223372036854775807", null}},
	{map[string]string{"": "varchar(40)"}, []string{"", "a", "A", "á", "B", "b", "10", "9", "Z", "ß", "ss", "가", "a b", "a-b", "ab", "O'Brien", `back\slash`, null}},
	{map[string]string{"": "decimal(30,10)"}, []string{"0.1", "0.2", "-0.1", "12345678901234567890.0000000001", "12345678901234567890.0000000002", null}},
	{map[string]string{"": "date"}, []string{"1899-12-31", "1900-01-01", "2024-02-29", "2024-03-01", null}},
	{map[string]string{"": "char(6)"}, []string{"a", "b", "ab", null}},
	{map[string]string{"": "double precision"}, []string{"0.1", "0.30000000000000004", "1e300", "-2", null}},
}

// TestKeyRanges splits tables by their keys at random, and wants every row in
// exactly one part, and rows of one key in one part.
func TestKeyRanges(t *testing.T) {
	everywhere(t, func(t *testing.T, db *database) {
		for n, first := range keyColumns {
			second := keyColumns[(n+1)%len(keyColumns)]
			t.Run(strconv.Itoa(n), func(t *testing.T) {
				typ := first.types[""]
				table := db.table("k1 " + typ + ", k2 " + second.types[""] + ", serial integer")
				var rows [][]string
				for i := range 60 {
					a, b := first.values[i%len(first.values)], second.values[(i*7+i/5)%len(second.values)]
					rows = append(rows, []string{a, b, strconv.Itoa(i)})
				}
				db.insert(table, rows...)
				all := readAll(t, db.open(source.Spec{Options: map[string]string{"table": table}}))
				rapid.Check(t, func(t *rapid.T) {
					key := rapid.SampledFrom([][]string{{"k1"}, {"k1", "k2"}, {"k2", "k1"}}).Draw(t, "key")
					spec := ofTable(table)
					if rapid.Bool().Draw(t, "query") {
						spec = ofQuery("select * from " + table)
					}
					spec.Key = key
					checkSplit(t, db, spec, all)
				})
			})
		}
	})
}

func checkSplit(t *rapid.T, db *database, spec source.Spec, all []row) {
	var bounds [][]string
	for range rapid.IntRange(0, 3).Draw(t, "bounds") {
		row := rapid.SampledFrom(all).Draw(t, "bound")
		bound := make([]string, len(spec.Key))
		for i, name := range spec.Key {
			bound[i] = row.Cells[map[string]int{"k1": 0, "k2": 1}[name]]
		}
		if whole(row, spec.Key) {
			bounds = append(bounds, bound)
		}
	}
	bounds = sortedBy(t, db, spec, bounds)
	var seen []string
	keyOf := map[string]int{}
	for i := range len(bounds) + 1 {
		part := spec
		if i > 0 {
			part.Keys.After = bounds[i-1]
		}
		if i < len(bounds) {
			part.Keys.UpTo = bounds[i]
		}
		for _, row := range readPart(t, db, part) {
			seen = append(seen, row.Cells[2])
			id := fmt.Sprintf("%q", row.Raw[:len(row.Raw)-len(row.Cells[2])])
			if before, found := keyOf[id]; found && before != i {
				t.Errorf("rows of one key are in the parts %d and %d", before, i)
			}
			keyOf[id] = i
		}
	}
	slices.Sort(seen)
	var want []string
	for _, row := range all {
		want = append(want, row.Cells[2])
	}
	slices.Sort(want)
	if !slices.Equal(seen, want) {
		t.Fatalf("split at %q by %q: the parts hold %d rows %q of %d", bounds, spec.Key, len(seen), seen, len(want))
	}
}

// whole reports whether no key column of a row is NULL, by its CSV: an empty
// cell that is quoted has a value.
func whole(r row, key []string) bool {
	line := r.Raw
	for _, name := range key {
		cell := r.Cells[map[string]int{"k1": 0, "k2": 1}[name]]
		if cell != "" {
			continue
		}
		quoted := len(line) > 1 && line[:2] == `""`
		if name == "k2" {
			end := len(line) - len(r.Cells[2]) - 1
			quoted = end >= 2 && line[end-2:end] == `""`
		}
		if !quoted {
			return false
		}
	}
	return true
}

// sortedBy puts bounds into the database's own order, by counting what each
// leaves behind it.
func sortedBy(t *rapid.T, db *database, spec source.Spec, bounds [][]string) [][]string {
	if len(bounds) < 2 {
		return bounds
	}
	counts := map[string]int{}
	for _, b := range bounds {
		part := spec
		part.Keys.UpTo = b
		counts[fmt.Sprintf("%q", b)] = len(readPart(t, db, part))
	}
	slices.SortFunc(bounds, func(a, b []string) int { return counts[fmt.Sprintf("%q", a)] - counts[fmt.Sprintf("%q", b)] })
	return bounds
}

func readPart(t *rapid.T, db *database, spec source.Spec) []row {
	spec.Path = db.dsn
	r, err := Open(t.Context(), spec)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	return readAll(t, r)
}
