package sqldb

import (
	"context"
	"strconv"
	"strings"
)

// dialect is what differs between databases.
type dialect struct {
	title  string // as an operator knows it
	scheme string // of the URL that its driver reads
	held   string // the transaction that the rows are read in

	// connect opens a connection that can read and not write.
	connect func(ctx context.Context, t *target) (session, error)
	// diagnose says what an error of the driver is.
	diagnose func(err error) diagnosis

	quote func(name string) string // a column's name
	mark  func(n int) string       // the n-th parameter, from 1
	size  string                   // bytes of a column; # stands for it
	chunk string                   // a part of a column: # from @ for %, by position from 1
	most  int                      // bytes that chunk can give; 0 is no limit of its own

	// expr is how a column of a table or a query is selected so that no value
	// is lost on its way; nil selects it as it is.
	expr func(ref string, c column, table bool) string
	// compared is how a key column is compared with a value of its own text:
	// what stands on the left, on the right, and the argument.
	compared func(ref string, c column, mark, text string) (left, right string, arg any)
	// describe is a query that gives the columns of another and no rows.
	describe func(query string) string
}

// session is a connection. It is used by one goroutine at a time.
type session interface {
	// begin opens the transaction that the rows are read in, and returns what
	// an operator should know of it.
	begin(ctx context.Context) (warnings []string, err error)
	// query runs a query. When ctx ends, so does the query, on the server too.
	query(ctx context.Context, text string, args ...any) (cursor, error)
	// close leaves the transaction and the server, whatever is under way.
	close() error
}

// cursor walks over the rows of a result. What it returns of a row is valid
// until the next call of next.
type cursor interface {
	columns() []column
	// next goes to the next row. It returns io.EOF after the last.
	next() error
	isNull(i int) bool
	// appendText appends a value as text.
	appendText(dst []byte, i int) []byte
	// bytes is a value of kindBytes as it stands.
	bytes(i int) []byte
	// close releases the result. It may leave the session unusable.
	close() error
}

// column is a column of a result.
type column struct {
	name string
	kind kind
}

// kind is what must be known of a column's type to write its values.
type kind byte

const (
	kindText     kind = iota // taken as it is
	kindAny                  // SQLite: of no declared type
	kindPadded               // a fixed width, filled up with spaces
	kindBool                 // true and false
	kindInteger              //
	kindUnsigned             // MySQL: may have leading zeros
	kindDecimal              //
	kindDate                 // YYYY-MM-DD
	kindDay                  // Oracle's DATE: the time only where it is not midnight
	kindClock                // HH:MM:SS
	kindMoment               // YYYY-MM-DD HH:MM:SS
	kindZoned                // the same and an offset from UTC
	kindUUID                 // SQL Server: 16 bytes of mixed order
	kindBits                 // MySQL: a number as bytes
	kindBytes                // hexadecimal digits
)

// backticks, brackets and doubleQuotes quote a name.
func backticks(name string) string    { return "`" + strings.ReplaceAll(name, "`", "``") + "`" }
func doubleQuotes(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }

func questionMark(int) string { return "?" }

// numbered returns marks such as $1.
func numbered(prefix string) func(int) string {
	return func(n int) string { return prefix + strconv.Itoa(n) }
}

// noRows describes a query by running it around an impossible condition.
func noRows(query string) string { return "select * from (" + query + "\n) src where 1=0" }
