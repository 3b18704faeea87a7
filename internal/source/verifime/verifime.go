package verifime

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
)

// added are the columns that the join puts behind those of the customers.
var added = []string{"riskLevel", "assessmentStatus", "eventId", "eventTimestamp", "decision"}

// reader is a Reader over a customer table, joined with an archive of events.
type reader struct {
	source.Reader // the customers
	archive       *archive
	index         *index
	options       *options
	joinName      string
	join          int  // the column that holds the reference
	width         int  // columns of the customers
	partial       bool // the customers are a rejects file
	seq           int64
	left          *scan // goes through the archive again, once the customers are read
	speaks        bool  // there is something to find there
	closed        bool
}

// Over returns an Opener that reads the customer table with another one.
func Over(customers source.Opener) source.Opener {
	return func(ctx context.Context, spec source.Spec) (source.Reader, error) {
		o, err := readOptions(spec)
		if err != nil {
			return nil, err
		}
		a, err := openArchive(o.events, o.secret)
		if err != nil {
			return nil, err
		}
		inner, err := customers(ctx, o.customers)
		if err != nil {
			return nil, err
		}
		r := &reader{Reader: inner, archive: a, options: o, joinName: o.join}
		if err := r.start(ctx); err != nil {
			return nil, errors.Join(err, inner.Close())
		}
		return r, nil
	}
}

func (r *reader) start(ctx context.Context) (err error) {
	columns := r.Reader.Columns()
	r.width = len(columns)
	if r.join = slices.Index(columns, r.joinName); r.join < 0 {
		return fmt.Errorf("the customer table has no column %q, which holds the reference of VerifiMe; it has %s", r.joinName, strings.Join(columns, ", "))
	}
	for _, name := range added {
		if slices.Contains(columns, name) {
			return fmt.Errorf("the customer table has a column %q of its own, which is the name of a column of the assessment; rename it in the export", name)
		}
	}
	if p, ok := r.Reader.(source.Mender); ok {
		r.partial = p.IsRejects()
	}
	r.index, err = newIndex(ctx, r.archive)
	return err
}

// Columns implements source.Reader.
func (r *reader) Columns() []string { return append(r.Reader.Columns(), added...) }

// Read implements source.Reader.
func (r *reader) Read(ctx context.Context, rows []kyc.Row) (int, error) {
	if r.left == nil {
		n, err := r.Reader.Read(ctx, rows)
		for i := range rows[:n] {
			r.judge(&rows[i])
		}
		r.seq += int64(n)
		if err != io.EOF || n > 0 {
			return n, err
		}
		r.left = &scan{archive: r.archive}
		r.speaks = !r.partial && !r.closed && r.index.leaves(r.options.ignore)
	}
	return r.readLeft(ctx, rows)
}

// readLeft hands out what the customers have left of the archive, each as a row
// with a fault. A rejects file is only a part of the customers, and what it
// leaves is nothing to speak of.
func (r *reader) readLeft(ctx context.Context, rows []kyc.Row) (int, error) {
	n := 0
	for n < len(rows) && r.speaks {
		one, err := r.left.read(ctx)
		if err == io.EOF && n > 0 {
			return n, nil
		}
		if err != nil {
			return n, err
		}
		if fault := r.leftover(one); fault != nil {
			rows[n] = kyc.Row{Seq: r.seq, Origin: one.at, Raw: string(one.raw), Fault: fault}
			n++
			r.seq++
		}
	}
	if n == 0 && len(rows) > 0 {
		return 0, io.EOF
	}
	return n, nil
}

// leftover says why a request of the archive told nothing about a customer, nil
// where it did, or may have been left out.
func (r *reader) leftover(s *stored) *kyc.Issue {
	switch {
	case s.fault != nil && (s.fault.Code != CodeNoCustomer || !r.options.ignore):
		return s.fault
	case s.fault != nil, s.other, r.options.ignore:
		return nil
	}
	v := r.index.find(s.event.reference)
	if v == nil || v.matched || v.id() != s.event.id {
		return nil // joined, or a newer event of the same reference stands for it
	}
	r.index.match(v) // an event that is stored twice is told once
	return noCustomer()
}

// judge puts the columns of the assessment behind those of a customer, and says
// what keeps the customer from being sent.
func (r *reader) judge(row *kyc.Row) {
	if row.Fault != nil || len(row.Cells) != r.width {
		return
	}
	v := r.index.find(strings.TrimSpace(row.Cells[r.join]))
	if v == nil {
		row.Cells = append(row.Cells, "", "", "", "", "")
		row.Issues = append(row.Issues, r.issue(CodeNoEvent, "the archive has no event with the customer's reference that can be used",
			"have the customer assessed, or put the event into the archive"))
		return
	}
	level, decision := r.index.words[v.level], ""
	if v.assessed {
		decision = r.options.decisions[level]
	}
	row.Cells = append(row.Cells, level, r.index.words[v.status], v.id(), v.stamp(), decision)
	switch {
	case v.matched:
		row.Issues = append(row.Issues, r.issue(CodeRepeated, "an earlier customer has the same reference",
			"find out whom the assessment is about: one event cannot speak for two"))
	case !v.assessed || level == "":
		row.Issues = append(row.Issues, r.issue(CodeNotAssessed, "no assessment of the customer is finished",
			"wait for the event with the status ASSESSED and a risk level, or look in the VerifiMe portal"))
	case decision == "":
		row.Issues = append(row.Issues, r.issue(CodeNoDecision, "the option decisions says nothing about the customer's risk level",
			"add the level to decisions, as approved, rejected or hold"))
	case decision == hold:
		row.Issues = append(row.Issues, r.issue(CodeHeld, "the option decisions says to hold customers of this risk level back",
			"decide about the customer, or have it verified anew"))
	}
	r.index.match(v)
}

// Warnings implements source.Reader.
func (r *reader) Warnings() []string {
	x, list := r.index, r.Reader.Warnings()
	for _, w := range []struct {
		n    int64
		what string
	}{
		{x.unsigned, "events of the archive have no valid signature and are not used"},
		{x.unreadable, "entries of the archive cannot be used as events"},
		{x.other, "events of the archive have another name than " + eventName + " and are left out"},
	} {
		if w.n > 0 {
			list = append(list, fmt.Sprintf("%d %s", w.n, w.what))
		}
	}
	if len(r.archive.secret) == 0 {
		list = append(list, "no secret is stated: anybody who can write into the archive decides who is approved")
	}
	return list
}

// Describe implements source.Describer.
func (r *reader) Describe() []source.Fact {
	var facts []source.Fact
	if d, ok := r.Reader.(source.Describer); ok {
		facts = d.Describe()
	}
	signature := "not checked"
	if len(r.archive.secret) > 0 {
		signature = "checked"
	}
	x := r.index
	return append(facts,
		source.Fact{Name: "events", Value: fmt.Sprint(x.events), Evidence: fmt.Sprintf("%d stored more than once", x.repeated)},
		source.Fact{Name: "references", Value: fmt.Sprint(len(x.verdicts)), Evidence: "different ones in the events"},
		source.Fact{Name: "signatures", Value: signature},
	)
}

// Digest implements source.Reader: it stands for the customers and the archive.
func (r *reader) Digest() string {
	sum := sha256.Sum256([]byte(r.archive.Digest() + r.Reader.Digest()))
	return hex.EncodeToString(sum[:])
}

// Bytes implements source.Reader.
func (r *reader) Bytes() int64 { return r.archive.Bytes() + r.Reader.Bytes() }

// Size implements source.Reader.
func (r *reader) Size() int64 {
	if n := r.Reader.Size(); n > 0 {
		return n + r.archive.Size()
	}
	return 0
}

// Close implements source.Reader.
func (r *reader) Close() error {
	r.closed, r.speaks = true, false
	if r.left == nil {
		return r.Reader.Close()
	}
	return errors.Join(r.left.Close(), r.Reader.Close())
}

// IsRejects implements source.Mender: of the customers.
func (r *reader) IsRejects() bool { return r.partial }

// Spoilt implements source.Spoiler: of the customers.
func (r *reader) Spoilt() []string { return source.SpoiltOf(r.Reader) }

// Dialect implements source.Dialected: of the customers.
func (r *reader) Dialect() map[string]string {
	if d, ok := r.Reader.(source.Dialected); ok {
		return d.Dialect()
	}
	return nil
}
