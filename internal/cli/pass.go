package cli

import (
	"context"
	"errors"
	"io"
	"runtime"
	"slices"
	"strings"

	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/kyc"
	"kycmigrate/internal/mapper"
	"kycmigrate/internal/pipeline"
	"kycmigrate/internal/source"
	"kycmigrate/internal/source/all"
	"kycmigrate/internal/uploader"
	"kycmigrate/internal/validate"
)

// pass is one reading of the source, from its first row to its last.
type pass struct {
	reader   source.Reader
	plan     *mapper.Plan
	pictures *pictureStore
	rules    validate.Options // that its records are checked by
	tallies  *tallies
	front    pipeline.Front
	rows     *endWatch
	attach   *validate.Attach // nil where nothing was found before
}

// spec says what to read, and how: the same in every pass.
func (s *session) spec(ctx context.Context) (source.Spec, error) {
	if s.reading != nil {
		return *s.reading, nil
	}
	spec, err := s.flags.slice.narrow(ctx, source.Spec{
		Path: s.source, Name: s.placeName(), Kind: s.mapping.Source.Kind, Options: s.mapping.Source.Options,
		AsSource: s.asSource(),
		Key:      s.mapping.Key, Columns: s.mapping.Columns(), Pictures: s.mapping.PictureColumns(), Temp: s.out.temp(),
	})
	if err == nil {
		s.reading = &spec
	}
	return spec, err
}

// asSource is how the source of a rejects file was written: by the directory that it stands
// in, or of a copy by that of this run.
func (s *session) asSource() map[string]string {
	if told := writtenAs(s.source); told != nil || s.last == nil {
		return told
	}
	return s.last.Source.Dialect
}

// placeName is what places call the source, where it is not its path.
func (s *session) placeName() string {
	if s.flags.source == "-" {
		return spoolName
	}
	return ""
}

// openPass opens the source and compiles the mapping for its columns.
func (s *session) openPass(ctx context.Context) (*pass, error) {
	spec, err := s.spec(ctx)
	if err != nil {
		return nil, err
	}
	reader, err := all.Open(ctx, spec)
	if err != nil {
		return nil, usage("source", "check --source and the source block of "+s.mapping.Path, "%w", err)
	}
	if err := s.flags.slice.mayRead(reader); err != nil {
		_ = reader.Close()
		return nil, err
	}
	s.note(reader)
	plan, err := s.mapping.Compile(reader.Columns())
	if err != nil {
		_ = reader.Close()
		return nil, usage("mapping", "make the mapping and the columns of the source agree; nothing was sent", "%w", err)
	}
	pictures, err := openPictures(s.mapping, reader)
	if err != nil {
		_ = reader.Close()
		return nil, err
	}
	column := func(field string) string { return strings.Join(plan.Columns(field), ", ") }
	rules := s.app.rules(s.mapping, plan, validate.Options{Strict: s.flags.strict, Pictures: pictures, Today: s.flags.day(s.app.started)})
	validator := validate.New(rules)
	unique := validate.NewUnique()
	unique.Name(strings.Join(plan.KeyColumns(), ", "), column(kyc.UserID.String()))
	unique.TellAlikes(s.mapping.Severities)
	rows := &endWatch{Rows: reader, returned: isRejects(reader)}
	p := &pass{
		reader: reader, pictures: pictures, rows: rows, plan: plan, rules: rules, tallies: &tallies{plan: plan, sound: validator.Sound},
		front: pipeline.Front{
			Rows: rows, Mapper: plan, Check: validator, Unique: unique,
			Workers: runtime.GOMAXPROCS(0), Limit: s.flags.limit,
		},
	}
	p.front.Own = p.tallies.own
	s.across(p, column)
	return p, nil
}

// fingerprint has those who map the records make their fingerprints as well.
func (p *pass) fingerprint(ledger *checkpoint.Ledger) {
	p.front.Check = uploader.Fingerprints{Ledger: ledger, Checks: p.front.Check}
}

// rules completes what records are checked by with what the mapping says.
func (a *app) rules(m *mapper.Mapping, plan *mapper.Plan, o validate.Options) validate.Options {
	o.ImageMaxBytes, o.DropBadImages, o.Severities = m.ImageMaxBytes, m.DropBadImages, m.Severities
	if o.Today.IsZero() {
		o.Today = a.started
	}
	o.Column = func(field string) string { return strings.Join(plan.Columns(field), ", ") }
	return o
}

// note tells what the reader found out about the source as a whole, each once.
func (s *session) note(reader source.Reader) {
	for _, w := range reader.Warnings() {
		if slices.ContainsFunc(s.mapping.Key, func(key string) bool { return source.Repeats(w, key) }) {
			w += "; the key of a record is taken from the first column of that name"
		}
		s.tellNote(w)
	}
}

func (s *session) tellNote(note string) {
	if slices.Contains(s.notes, note) {
		return
	}
	s.notes = append(s.notes, note)
	say(s.app.err, "warning: %s: %s\n", s.flags.source, note)
	s.log.Event("info", "source_noted", "note", note)
}

// Close releases the source and the picture folder. It fails as well where not
// all that was found across records could be put on them.
func (p *pass) Close() error {
	err := errors.Join(p.reader.Close(), p.pictures.Close())
	if p.attach != nil {
		err = errors.Join(err, p.attach.Err())
	}
	return err
}

// extent is how far a pass has to go, by bytes: how many records it will read is
// not known before its end. With a limit nothing is known.
func (p *pass) extent(limit int64) extent {
	if limit > 0 {
		return extent{}
	}
	return extent{size: p.reader.Size(), read: p.reader.Bytes}
}

// atEnd reports whether nothing is left to read. It reads a row to know it where a
// limit ended the pass.
func (p *pass) atEnd(ctx context.Context) bool {
	if p.rows.ended {
		return true
	}
	n, err := p.reader.Read(ctx, make([]kyc.Row, 1))
	return n == 0 && err == io.EOF
}

// hasRead notes what a pass has read, for run.json and the report.
func (s *session) hasRead(p *pass) {
	f := &s.record.Source
	f.SHA256, f.Bytes, f.Whole = p.reader.Digest(), p.reader.Bytes(), p.rows.ended && s.flags.slice.whole()
	f.PartRead = p.rows.ended && !s.flags.slice.whole()
	if s.flags.limit > 0 && !p.atEnd(s.app.stop.Soft) {
		s.cut = s.flags.limit
		s.advise("")
	}
	s.note(p.reader)
	s.spoilt = source.SpoiltOf(p.reader)
	s.result.spoilt = len(s.spoilt) > 0
	s.wholeSource = s.readWhole(p)
	if f.Whole {
		s.noteUnseen(p)
	}
}

// endWatch notes whether the source was read to its end, and marks the rows of a rejects
// file.
type endWatch struct {
	pipeline.Rows
	returned bool
	ended    bool
}

// isRejects reports whether a source is a rejects file.
func isRejects(reader source.Reader) bool {
	m, ok := reader.(source.Mender)
	return ok && m.IsRejects()
}

// Read implements pipeline.Rows.
func (e *endWatch) Read(ctx context.Context, rows []kyc.Row) (int, error) {
	n, err := e.Rows.Read(ctx, rows)
	return e.mark(rows, n), e.note(ctx, err)
}

// ReadInto implements pipeline.Borrower, for a source that is one.
func (e *endWatch) ReadInto(ctx context.Context, rows []kyc.Row, memory []byte) (int, error) {
	b, ok := e.Rows.(pipeline.Borrower)
	if !ok {
		return e.Read(ctx, rows)
	}
	n, err := b.ReadInto(ctx, rows, memory)
	return e.mark(rows, n), e.note(ctx, err)
}

// mark marks the first n rows.
func (e *endWatch) mark(rows []kyc.Row, n int) int {
	if e.returned {
		for i := range min(n, len(rows)) {
			rows[i].Returned = true
		}
	}
	return n
}

// note notes the end, and says what else ended the reading.
func (e *endWatch) note(ctx context.Context, err error) error {
	e.ended = e.ended || err == io.EOF
	return unreadable(ctx, err)
}
