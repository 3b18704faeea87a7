package sqldb

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"kycmigrate/internal/source"
)

// Split spreads the records of a source over n parts by their keys, about as
// many in each. It counts the records and goes through their keys once, in the
// order that the database has for them, without holding them. Parts that are
// asked for at different times join only where the records are the same.
func Split(ctx context.Context, spec source.Spec, n int) ([]source.KeyRange, error) {
	if n < 1 {
		return nil, errors.New("a source is split into one part or more")
	}
	if len(spec.Key) == 0 {
		return nil, errors.New("a database is split by the key of its records, and no key is known; state key in the mapping, or --key where there is none")
	}
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
	bounds, err := r.bounds(spec.Key, n)
	if err := errors.Join(err, r.Close()); err != nil {
		return nil, err
	}
	parts := make([]source.KeyRange, n)
	for i, b := range bounds {
		parts[i].UpTo, parts[i+1].After = b, b
	}
	return parts, nil
}

// bounds finds the keys that end each part but the last.
func (r *reader) bounds(names []string, n int) ([][]string, error) {
	if unknown, err := r.attach(); err != nil {
		return nil, err
	} else if unknown != nil {
		return nil, r.failed("the query cannot be read by key, as parts of it are", unknown)
	}
	r.name()
	key, err := r.keyColumns(names)
	if err != nil {
		return nil, err
	}
	total, err := r.count(key)
	if err != nil {
		return nil, err
	}
	if total == 0 && n > 1 {
		return nil, fmt.Errorf("the %s has no records with a key, so there is nothing to split; read it as a whole", r.what())
	}
	ends := make([]int64, n-1)
	for i := range ends {
		ends[i] = max(1, total*int64(i+1)/int64(n))
	}
	return r.keysAt(key, ends)
}

// count counts the records whose key is whole.
func (r *reader) count(key []int) (int64, error) {
	c, err := r.session.query(r.ctx, r.selects("count(*)", r.isWhole(key)))
	if err == nil {
		err = c.next()
	}
	if err != nil {
		return 0, r.queryError(err)
	}
	total, err := strconv.ParseInt(string(c.appendText(nil, 0)), 10, 64)
	if err == nil && c.next() != io.EOF {
		err = errors.New("a count gave more than one row")
	}
	return total, errors.Join(err, c.close())
}

// keysAt returns the keys at some places, counted from 1, none before the last.
func (r *reader) keysAt(key []int, places []int64) ([][]string, error) {
	if len(places) == 0 {
		return nil, nil
	}
	var exprs, order []string
	for _, i := range key {
		expr := r.ref(i)
		if r.expr != nil {
			expr = r.expr(expr, r.cols[i], r.table != "")
		}
		compared, _, _ := r.compared(r.ref(i), r.cols[i], r.mark(1), "")
		exprs, order = append(exprs, expr), append(order, compared)
	}
	c, err := r.session.query(r.ctx, r.selects(strings.Join(exprs, ", "), r.isWhole(key))+" order by "+strings.Join(order, ", "))
	if err != nil {
		return nil, r.queryError(err)
	}
	r.rows = c // Close ends it, for the rest is not read
	var found [][]string
	for at := int64(1); len(found) < len(places); at++ {
		if err := c.next(); err != nil {
			return nil, r.failed("the keys of the "+r.what()+" cannot be read", err)
		}
		for len(found) < len(places) && places[len(found)] == at {
			found = append(found, textOf(c, len(key)))
		}
	}
	return slices.Clip(found), nil
}

// textOf is the text of the first n values of a row.
func textOf(c cursor, n int) []string {
	texts := make([]string, n)
	for i := range texts {
		texts[i] = string(c.appendText(nil, i))
	}
	return texts
}

// isWhole is true for the records without NULL in their key.
func (r *relation) isWhole(key []int) string {
	parts := make([]string, len(key))
	for i, k := range key {
		parts[i] = r.ref(k) + " is not null"
	}
	return strings.Join(parts, " and ")
}
