package sqldb

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"kycmigrate/internal/source"
)

// relation is the table or the query that is read.
type relation struct {
	*target
	label string // what messages call it
	table string // its name as SQL writes it; "" for a query
	query string
	cols  []column // as it gives them, in order
	head  *source.Header
	// known: cols are those of the database, and it may be selected from.
	known bool
}

// tableName is a name as SQL writes it, with its schema where it has one.
// Most commands need none.
var tableName = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile("^(?:[\\pL_][\\pL\\pN_$#]*|\"[^\"\\x00]+\"|`[^`\\x00]+`|\\[[^\\]\\x00]+\\])(?:\\.(?:[\\pL_][\\pL\\pN_$#]*|\"[^\"\\x00]+\"|`[^`\\x00]+`|\\[[^\\]\\x00]+\\])){0,3}$")
})

// newRelation reads the options of a source.
func newRelation(t *target, options map[string]string) (*relation, error) {
	const need = `write source: {kind: sql, sql: {table: NAME}} or sql: {query: "select ..."}`
	r := &relation{target: t, label: "query"}
	for name, value := range options {
		switch value = strings.TrimSpace(value); name {
		case "table":
			r.table = value
		case "query":
			r.query = strings.TrimRight(value, "; \t\r\n")
		default:
			return nil, fmt.Errorf("a database has no option %q; it has table and query", name)
		}
	}
	switch {
	case r.table == "" && r.query == "":
		return nil, errors.New("it is not stated which table or query is read; " + need)
	case r.table != "" && r.query != "":
		return nil, errors.New("the mapping states both a table and a query; keep one of them")
	case r.table != "" && !tableName().MatchString(r.table):
		return nil, errors.New("sql.table is not the name of a table, such as schema.customers; quote a name that has other signs as the database does, and write a select as sql.query")
	}
	if r.table != "" {
		r.label = r.table
		r.query = "select * from " + r.table
	}
	return r, nil
}

// describe learns the columns. An error of the database is returned as it is.
func (r *relation) describe(ctx context.Context, s session) error {
	c, err := s.query(ctx, r.dialect.describe(r.query))
	if err != nil {
		return err
	}
	r.cols, r.known = c.columns(), true
	if r.dialect.describe(r.query) != r.query {
		if err := c.next(); err == nil {
			return errors.New("a query for no rows gave one")
		}
	}
	return c.close()
}

// ref is how a column is named in a statement around the relation.
func (r *relation) ref(i int) string {
	if r.numbered() {
		return "c" + strconv.Itoa(i+1)
	}
	return r.quote(r.cols[i].name)
}

// numbered reports whether the columns must be renamed to be told apart.
func (r *relation) numbered() bool {
	for i, c := range r.cols {
		if c.name == "" || slices.ContainsFunc(r.cols[:i], func(o column) bool { return strings.EqualFold(o.name, c.name) }) {
			return true
		}
	}
	return false
}

// selects makes a statement that selects expressions over ref.
func (r *relation) selects(exprs, condition string) string {
	if condition != "" {
		condition = " where " + condition
	}
	switch {
	case r.table != "" && !r.numbered():
		return "select " + exprs + " from " + r.table + condition
	case !r.numbered():
		return "select " + exprs + " from (" + r.query + "\n) src" + condition
	}
	names := make([]string, len(r.cols))
	for i := range names {
		names[i] = r.ref(i)
	}
	return "with src (" + strings.Join(names, ", ") + ") as (" + r.query + "\n) select " + exprs + " from src" + condition
}

// keyColumns finds the columns of a key, by the names that the header gave.
func (r *relation) keyColumns(key []string) ([]int, error) {
	at := make([]int, len(key))
	for i, name := range key {
		n := slices.Index(r.head.Columns, name)
		if n < 0 {
			return nil, fmt.Errorf("the key column %q is not among the columns of the %s", name, r.what())
		}
		at[i] = r.head.Keep[n]
	}
	return at, nil
}

func (r *relation) what() string {
	if r.label == "query" {
		return "query"
	}
	return "table"
}

// condition gathers conditions and the arguments of their marks.
type condition struct {
	*relation
	args []any
}

// compare compares a column with the text of one of its values.
func (c *condition) compare(i int, operator, text string) string {
	left, right, arg := c.compared(c.ref(i), c.cols[i], c.mark(len(c.args)+1), text)
	c.args = append(c.args, arg)
	return left + " " + operator + " " + right
}

// after is true for keys behind one, part by part as the database compares them.
func (c *condition) after(key []int, text []string) string {
	var ways []string
	for n := range key {
		var parts []string
		for i := range n {
			parts = append(parts, c.compare(key[i], "=", text[i]))
		}
		parts = append(parts, c.compare(key[n], ">", text[n]))
		ways = append(ways, "("+strings.Join(parts, " and ")+")")
	}
	return "(" + strings.Join(ways, " or ") + ")"
}

// equal is true for one key.
func (c *condition) equal(key []int, text []string) string {
	parts := make([]string, len(key))
	for i := range key {
		parts[i] = c.compare(key[i], "=", text[i])
	}
	return strings.Join(parts, " and ")
}

// within is true for the keys of a range; see source.KeyRange for those that
// are not whole.
func (c *condition) within(key []int, r source.KeyRange) string {
	missing := make([]string, len(key))
	for i, k := range key {
		missing[i] = c.ref(k) + " is null"
	}
	incomplete := "(" + strings.Join(missing, " or ") + ")"
	var parts []string
	if r.After != nil {
		parts = append(parts, "not "+incomplete, c.after(key, r.After))
	}
	if r.UpTo != nil {
		upTo := "not " + c.after(key, r.UpTo)
		if r.After == nil {
			upTo = "(" + incomplete + " or " + upTo + ")"
		}
		parts = append(parts, upTo)
	}
	return strings.Join(parts, " and ")
}
