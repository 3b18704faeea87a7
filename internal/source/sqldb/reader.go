package sqldb

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
)

// reader is a source.Reader over the rows of a table or a query.
type reader struct {
	*relation
	take     []taken
	key      []int // columns of the result that identify a row, for pictures
	warnings []string
	limited  bool      // begin had something to say
	pictures *pictures // nil where no picture comes from the database

	session session
	rows    cursor
	ctx     context.Context //nolint:containedctx // the life of the query, which outlasts the call that opened it
	cancel  context.CancelFunc

	record record
	text   []byte
	seq    int64
	bytes  atomic.Int64
	hash   hash.Hash
	ended  error // what every later Read returns
}

// taken is a column of the result that becomes a cell.
type taken struct {
	at      int    // its place in the result
	picture string // its name, where it is the size of a picture
}

// Open opens a database as a source. It implements source.Opener.
func Open(ctx context.Context, spec source.Spec) (source.Reader, error) {
	t, err := parse(spec.Path)
	if err != nil {
		return nil, err
	}
	rel, err := newRelation(t, spec.Options)
	if err != nil {
		return nil, err
	}
	r := newReader(ctx, rel)
	stop := context.AfterFunc(ctx, r.cancel)
	defer stop()
	if err := r.open(spec); err != nil {
		return nil, errors.Join(err, r.Close())
	}
	return r, nil
}

func newReader(ctx context.Context, rel *relation) *reader {
	r := &reader{relation: rel, hash: sha256.New()}
	r.ctx, r.cancel = context.WithCancel(context.WithoutCancel(ctx))
	return r
}

// attach connects, learns the columns and begins the transaction. unknown is why
// the columns cannot be told before the query is run.
func (r *reader) attach() (unknown, err error) {
	if r.session, err = r.connect(r.ctx, r.target); err != nil {
		return nil, r.failed("the database cannot be opened", err)
	}
	unknown = r.describe(r.ctx, r.session)
	if unknown != nil && r.ctx.Err() != nil {
		return nil, r.failed("the columns cannot be told", unknown)
	}
	if r.warnings, err = r.session.begin(r.ctx); err != nil {
		return nil, r.failed("a read-only transaction cannot be started", err)
	}
	r.limited = len(r.warnings) > 0
	return unknown, nil
}

// open attaches and starts the query.
func (r *reader) open(spec source.Spec) (err error) {
	unknown, err := r.attach()
	if err != nil {
		return err
	}
	if unknown != nil {
		return r.startPlain(spec, unknown)
	}
	statement, args, err := r.plan(spec)
	if err != nil {
		return err
	}
	r.rows, err = r.session.query(r.ctx, statement, args...)
	return r.queryError(err)
}

// startPlain runs a query around which no other can be put.
func (r *reader) startPlain(spec source.Spec, unknown error) (err error) {
	r.rows, err = r.session.query(r.ctx, r.query)
	if err != nil {
		return r.queryError(err)
	}
	r.cols = r.rows.columns()
	r.name()
	if !spec.Keys.Whole() || r.hasPictures(spec) {
		return r.failed("the query cannot be read by key, as pictures and parts of it are", unknown)
	}
	for _, i := range r.head.Keep {
		r.take = append(r.take, taken{at: i})
	}
	return nil
}

// failed is that of the target, but that a reading which was ended explains
// whatever the server says of it.
func (r *reader) failed(what string, err error) error {
	if err != nil && r.ctx.Err() != nil {
		err = r.ctx.Err()
	}
	return r.target.failed(what, err)
}

func (r *reader) queryError(err error) error {
	if errors.Is(err, errNoRows) {
		return errNoRows
	}
	return r.failed("the "+r.what()+" cannot be read", err)
}

// name names the columns, each by a name of its own.
func (r *reader) name() {
	names := make([]string, len(r.cols))
	for i, c := range r.cols {
		names[i] = c.name
	}
	r.head = source.NewHeader(names)
	r.warnings = append(r.warnings, r.head.Notes...)
}

func (r *reader) hasPictures(spec source.Spec) bool {
	for n, i := range r.head.Keep {
		if r.cols[i].kind == kindBytes && slices.Contains(spec.Pictures, r.head.Columns[n]) {
			return true
		}
	}
	return false
}

// plan makes the statement that reads what the caller wants. That is the table
// or the query as it stands, unless a column must be selected otherwise.
func (r *reader) plan(spec source.Spec) (statement string, args []any, err error) {
	r.name()
	var exprs, columns []string
	asIs := true
	for n, i := range r.head.Keep {
		expr, picture := r.column(spec, n, i)
		asIs = asIs && expr == r.ref(i)
		if expr == "" {
			continue
		}
		r.take = append(r.take, taken{at: len(exprs), picture: picture})
		columns, exprs = append(columns, r.head.Columns[n]), append(exprs, expr)
	}
	if len(exprs) == 0 {
		return "", nil, errors.New("the " + r.what() + " has no column that can be read as text")
	}
	where := condition{relation: r.relation}
	part, err := r.part(spec, &where)
	if err != nil {
		return "", nil, err
	}
	if err := r.findKey(spec.Key, &exprs); err != nil {
		return "", nil, err
	}
	r.head.Columns = columns
	if asIs && part == "" && len(r.head.Keep) == len(r.cols) {
		return r.query, nil, nil
	}
	return r.selects(strings.Join(exprs, ", "), part), where.args, nil
}

// column says how the n-th column of the source, which is the i-th of the
// database, is selected; "" leaves it out.
func (r *reader) column(spec source.Spec, n, i int) (expr, picture string) {
	name, col := r.head.Columns[n], r.cols[i]
	switch {
	case col.kind == kindBytes && slices.Contains(spec.Pictures, name):
		return strings.ReplaceAll(r.size, "#", r.ref(i)), name
	case col.kind == kindBytes && !slices.Contains(spec.Columns, name):
		r.warnings = append(r.warnings, "column "+strconv.Quote(name)+" holds bytes that the mapping does not read, and is left out")
		return "", ""
	case r.expr != nil:
		return r.expr(r.ref(i), col, r.table != ""), ""
	}
	return r.ref(i), ""
}

// part is the condition of a range of keys, "" where all is read.
func (r *reader) part(spec source.Spec, where *condition) (string, error) {
	if spec.Keys.Whole() {
		return "", nil
	}
	key, err := r.keyColumns(spec.Key)
	if err != nil {
		return "", err
	}
	for _, bound := range [][]string{spec.Keys.After, spec.Keys.UpTo} {
		if len(key) == 0 || bound != nil && len(bound) != len(key) {
			return "", errors.New("a part of a source by key needs a text for each key column")
		}
	}
	return where.within(key, spec.Keys), nil
}

// findKey prepares for pictures: each is named by the key of its row, whose
// columns are selected once more as they are.
func (r *reader) findKey(names []string, exprs *[]string) error {
	if !slices.ContainsFunc(r.take, func(t taken) bool { return t.picture != "" }) {
		return nil
	}
	if len(names) == 0 {
		return errors.New("pictures in a database are found by the key of their row, and no key is known")
	}
	key, err := r.keyColumns(names)
	if err != nil {
		return err
	}
	for _, i := range key {
		r.key = append(r.key, len(*exprs))
		expr := r.ref(i)
		if r.expr != nil {
			expr = r.expr(expr, r.cols[i], r.table != "")
		}
		*exprs = append(*exprs, expr)
	}
	r.pictures = newPictures(r.relation, slices.Clone(r.head.Columns), slices.Clone(r.head.Keep), key)
	return nil
}

// Columns implements source.Reader.
func (r *reader) Columns() []string { return slices.Clone(r.head.Columns) }

// Warnings implements source.Reader.
func (r *reader) Warnings() []string { return slices.Clone(r.warnings) }

// Read implements source.Reader.
func (r *reader) Read(ctx context.Context, rows []kyc.Row) (int, error) {
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	stop := context.AfterFunc(ctx, r.cancel)
	defer stop()
	for n := range rows {
		if r.ended == nil {
			r.ended = r.rows.next()
		}
		if r.ended == nil {
			r.row(&rows[n])
			continue
		}
		if n > 0 && r.ended == io.EOF {
			return n, nil
		}
		return n, r.stopped(ctx)
	}
	return len(rows), nil
}

// stopped says why reading ended.
func (r *reader) stopped(ctx context.Context) error {
	switch {
	case r.ended == io.EOF:
		return io.EOF
	case ctx.Err() != nil:
		return ctx.Err()
	case r.ctx.Err() != nil:
		return fmt.Errorf("the reading of the %s was ended: %w", r.what(), context.Canceled)
	}
	return r.failed(fmt.Sprintf("reading stopped after row %d of the %s; what was done with the rows up to there stands, and the same command continues", r.seq, r.what()), r.ended)
}

// row makes a Row of the row that the cursor stands on.
func (r *reader) row(row *kyc.Row) {
	r.record.reset()
	for _, t := range r.take {
		from := r.record.begin()
		switch {
		case r.rows.isNull(t.at):
			r.record.null(from)
			continue
		case t.picture != "":
			r.record.line = append(r.record.line, r.nameOf(t)...)
		default:
			r.record.line = r.rows.appendText(r.record.line, t.at)
		}
		r.record.end(from)
	}
	r.hash.Write(r.record.line)
	r.hash.Write([]byte{'\n'})
	r.bytes.Add(r.record.size)
	spare := row.Cells[:0]
	*row = kyc.Row{Seq: r.seq, Origin: kyc.Origin{File: r.label, Row: r.seq + 1}}
	r.seq++
	if row.Fault = r.record.fault(); row.Fault == nil {
		row.Raw, row.Cells = r.record.take(spare)
		row.Valid = true // all of it was looked at
		return
	}
	row.Raw = r.record.raw()
}

// nameOf is the name of a picture, "" where there is none.
func (r *reader) nameOf(t taken) string {
	r.text = r.rows.appendText(r.text[:0], t.at)
	size := string(r.text)
	if size == "0" {
		return ""
	}
	key := make([]string, len(r.key))
	for i, at := range r.key {
		key[i] = string(r.rows.appendText(nil, at))
		if key[i] == "" {
			return "" // such a row is rejected for its key
		}
	}
	return pictureName(t.picture, size, key)
}

// Digest implements source.Reader: of the rows as lines of CSV.
func (r *reader) Digest() string { return hex.EncodeToString(r.hash.Sum(nil)) }

// Bytes implements source.Reader: of the cells.
func (r *reader) Bytes() int64 { return r.bytes.Load() }

// Size implements source.Reader.
func (r *reader) Size() int64 { return 0 }

// Close implements source.Reader. It ends the query on the server as well.
func (r *reader) Close() error {
	if r.ended == nil {
		r.ended = context.Canceled
	}
	var err error
	if r.rows != nil {
		err = r.rows.close()
	}
	if r.session != nil {
		err = errors.Join(err, r.session.close())
	}
	r.cancel()
	r.rows, r.session = nil, nil
	if r.pictures != nil {
		r.pictures.close()
	}
	_ = err // what was read is read; leaving a server badly changes nothing
	return nil
}
