package idngo

import (
	"context"
	"slices"
	"strings"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
	"kycmigrate/internal/source/jsonfile"
)

// reader is a Reader of applicants over the Reader of their JSON.
type reader struct {
	source.Reader
	policy *policy
	names  []string
	paths  []int           // of the JSON's columns, those that stand behind ours
	wanted map[string]bool // nil: all
	inner  []kyc.Row
}

// pulledPath begins the paths of what migrate pull adds to an answer.
const pulledPath = "_pull."

// Open opens an export of IDnGO. It implements source.Opener.
func Open(ctx context.Context, spec source.Spec) (source.Reader, error) {
	p, err := newPolicy(spec.Options)
	if err != nil {
		return nil, err
	}
	r := &reader{policy: p, names: slices.Clone(columns)}
	paths := spec
	paths.Options, paths.Columns = nil, nil
	if spec.Columns != nil {
		r.wanted = make(map[string]bool)
	}
	for _, name := range spec.Columns {
		r.wanted[name] = true
		if !slices.Contains(columns, name) {
			paths.Columns = append(paths.Columns, name)
		}
	}
	if r.Reader, err = jsonfile.Open(ctx, paths); err != nil {
		return nil, err
	}
	for i, name := range r.Reader.Columns() {
		ours := strings.HasPrefix(name, pulledPath) // no answer of the vendor
		if !slices.Contains(columns, name) && (!ours || r.wanted[name]) {
			r.paths, r.names = append(r.paths, i), append(r.names, name)
		}
	}
	return r, nil
}

func (r *reader) wants(column string) bool { return r.wanted == nil || r.wanted[column] }

// Columns implements source.Reader: the columns of an applicant, and behind
// them the paths of its JSON that are not called the same.
func (r *reader) Columns() []string { return slices.Clone(r.names) }

// Read implements source.Reader.
func (r *reader) Read(ctx context.Context, rows []kyc.Row) (int, error) {
	if len(r.inner) < len(rows) {
		r.inner = make([]kyc.Row, len(rows))
	}
	n, err := r.Reader.Read(ctx, r.inner[:len(rows)])
	for i := range n {
		r.row(&rows[i], &r.inner[i])
	}
	return n, err
}

// row makes a row of an applicant of that of its JSON, whose cells stay there to
// be used again.
func (r *reader) row(row, inner *kyc.Row) {
	cells := row.Cells[:0]
	*row = *inner
	row.Cells = nil
	if inner.Fault != nil {
		return
	}
	if cap(cells) < len(r.names) {
		cells = make([]string, 0, len(r.names))
	}
	cells, row.Issues = r.policy.fill(parse(inner.Raw), cells, r.wants)
	for _, i := range r.paths {
		cells = append(cells, inner.Cells[i])
	}
	row.Cells = cells
}
