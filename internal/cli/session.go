package cli

import (
	"context"
	"errors"
	"io"
	"os"
	"runtime"
	"slices"
	"strings"

	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/kyc"
	"kycmigrate/internal/mapper"
	"kycmigrate/internal/pipeline"
	"kycmigrate/internal/report"
	"kycmigrate/internal/source"
	"kycmigrate/internal/source/all"
	"kycmigrate/internal/uploader"
	"kycmigrate/internal/validate"
)

// session is what a run and a dry run share: the flags, the mapping, the run
// directory and the source.
type session struct {
	app      *app
	flags    *flags
	mapping  *mapper.Mapping
	dir      runDir       // where the run stands
	out      runDir       // where this invocation writes: dir, or dry-run/ within
	source   string       // the file, the pattern or the database that is read: it may be a secret
	reading  *source.Spec // what is read of it, and how; nil until the first pass
	spooled  bool         // source is standard input's copy
	lend     int          // bytes of memory that a dry run lends to the source a batch
	notes    []string     // what is known about it as a whole, all of it told
	retells  bool         // migrate report: tells again what earlier runs did
	log      *eventLog
	fold     *report.Fold       // the report of this invocation
	cut      int64              // after so many records --limit ended the reading; 0 if it did not
	tallies  *tallies           // what the mapping changed, of the pass that it tells of
	identity *validate.Identity // what looks across records; nil until the first pass
	result   *result
	record   runFile
	last     *runFile // what the directory did last, nil where that is not known
}

// openSession reads the mapping and opens the run directory. dry decides where
// files go and whether the environment may be incomplete.
func (a *app) openSession(v *flags, dry bool) (*session, error) {
	if err := a.loadEnvFile(v.envFile); err != nil {
		return nil, err
	}
	m, err := a.loadMapping(v.mapping, !dry)
	if err != nil {
		return nil, err
	}
	a.warnOfLooks(m)
	path, err := a.locate("--source", m.Source.Kind, &v.source)
	if err != nil {
		return nil, err
	}
	s := &session{app: a, flags: v, mapping: m, source: path, lend: lentTexts}
	if err := s.openDir(dry); err != nil {
		return nil, err
	}
	s.result = &result{title: m.Name, dryRun: dry, dir: s.out.path}
	s.record = runFile{
		Version: 1, Tool: version, Go: runtime.Version(), DryRun: dry, Started: a.started.UTC(),
		Mapping: mappingOf(m),
		Source:  sourceFile{Path: v.source, Part: v.part}, Flags: v.lasting,
	}
	s.last = s.lastRun()
	s.record.Source.descend(s.dir, s.last)
	s.advise("")
	return s, nil
}

// lastRun is what the directory did last, nil where that is not known.
func (s *session) lastRun() *runFile {
	for _, dir := range []runDir{s.out, s.dir} {
		if last, err := dir.readRunFile(); err == nil && last != nil {
			return last
		}
	}
	return nil
}

// readMapping reads a mapping file with all that it may refer to.
func (a *app) readMapping(path string, needEnv bool) (*mapper.Mapping, error) {
	return mapper.Load(path, mapper.LoadOptions{
		Env: a.env, NeedEnv: needEnv, Now: a.started, Codes: ruleCodes(), ReaderCodes: all.Codes(), Adjustable: adjustableRules(), Packs: adjustablePacks(),
	})
}

// loadMapping reads the mapping and repeats its warnings.
func (a *app) loadMapping(path string, needEnv bool) (*mapper.Mapping, error) {
	if err := mustExist("mapping", "--mapping", path); err != nil {
		return nil, err
	}
	m, err := a.readMapping(path, needEnv)
	if err != nil {
		return nil, usage("mapping", "mend what is named; nothing was read yet", "%w", err)
	}
	for _, warning := range m.Warnings {
		say(a.err, "warning: %s\n", warning)
	}
	if m.Marker == kyc.NoField && !m.Maps(kyc.UserID) {
		say(a.err, "WARNING: %s maps neither userid nor a marker: when an answer is lost, a record can be told from\n"+
			"  another's by its fields only, and more records will end in doubt. Map userid, or add marker: cf3\n", path)
	}
	a.warnOfTests(m)
	return m, nil
}

func (s *session) openDir(dry bool) error {
	path := s.flags.run
	if path == "" {
		path = defaultRunDir(s.mapping.Name)
	}
	var err error
	if s.dir, err = openRunDir(path); err != nil {
		return err
	}
	s.out = s.dir
	if dry {
		s.out, err = s.dir.forDryRun()
	}
	return err
}

// advise sets the commands that the summary may tell the operator to type.
func (s *session) advise(rejects string) {
	base := []string{"--mapping", s.flags.mapping}
	if s.flags.run != "" {
		base = append(base, "--run", s.flags.run)
	}
	base = append(base, s.flags.lasting...)
	with := func(command, source string) string {
		return shellLine(append([]string{"migrate", command, "--source", source}, base...)...)
	}
	guarded := func(command string) string { // of the same rows: --max-rejects was stated for them
		line := with(command, s.flags.source)
		if s.flags.maxRejects != "" {
			line += " --max-rejects " + shellWord(s.flags.maxRejects)
		}
		return s.flags.slice.command(line)
	}
	same := append([]string{"migrate"}, s.app.os.Args...)
	retry := same
	if !s.flags.retryRefused {
		retry = append(same[:len(same):len(same)], "--retry-refused")
	}
	s.result.next = nextCommands{
		same:    shellLine(same...),
		retry:   shellLine(retry...),
		run:     guarded("run"),
		rejects: with("run", rejects),
		resolve: shellLine(s.app.resolving(s.dir.file(fileDoubts))...),
		status:  shellLine("migrate", "status", "--run", s.dir.path),
	}
	if s.cut > 0 && s.result.dryRun {
		s.result.next.uncut = guarded("validate")
	}
	f := &s.record.Source
	if f.Of != "" {
		s.result.title = s.title()
	}
	if f.Of != "" && !f.OfSent {
		s.result.next.whole = with("run", f.Of)
		if f.OfPart != "" {
			s.result.next.whole += " --part " + f.OfPart
		}
	}
}

// tolerate holds the rejects against --max-rejects.
func (s *session) tolerate() error {
	c := &s.result.counts
	rejected := c.ByStatus[kyc.Rejected]
	if !s.flags.tolerance.exceeded(rejected, c.Read) {
		return nil
	}
	return usage("max_rejects", "mend them first, or allow more with --max-rejects; the report of migrate validate lists them",
		"%s of %s records are rejected, more than --max-rejects %s allows; nothing was sent",
		thousands(rejected), thousands(c.Read), s.flags.maxRejects)
}

// start opens the log, removes what killed processes left behind and spools
// standard input. A run holds the lock of its directory by then.
func (s *session) start() error {
	var err error
	if s.log, err = openLog(s.out, s.flags.logLevel, s.app.err, s.app.operator(s.flags.quiet)); err != nil {
		return err
	}
	s.out.sweep()
	if s.flags.source == "-" {
		if s.source, err = s.out.spool(s.app.stop.Soft, s.app.os.Stdin); err != nil {
			return err
		}
		s.spooled = true
	}
	s.log.Event("info", "started", "version", version, "dry_run", s.result.dryRun,
		"mapping", s.mapping.Path, "mapping_sha256", s.mapping.Hash)
	return s.out.writeRunFile(&s.record)
}

// finish writes run.json, removes the spooled input and closes the log. It is
// called once, whatever happened; err is how the work ended.
func (s *session) finish(err error) error {
	r := s.result
	r.interrupted = s.app.stop.Interrupted()
	if r.interrupted && (err == nil || errors.Is(err, context.Canceled)) {
		err = interrupted()
	}
	if s.log == nil {
		return err
	}
	r.err = asErrorOrNil(err)
	r.exit = exitCode(r.ending())
	r.files.Log = s.out.file(fileLog)
	ended := s.app.os.Now().UTC()
	r.elapsed = ended.Sub(s.app.started)
	s.record.Ended = &ended
	err = errors.Join(err, s.saveReport())
	object := r.object()
	s.record.Summary = &object
	err = errors.Join(err, s.out.writeRunFile(&s.record))
	err = errors.Join(err, s.closeIdentity(), s.out.dropTemp())
	if s.spooled {
		err = errors.Join(err, os.Remove(s.source))
	}
	s.log.Event("info", "ended", "exit_code", r.exit, "read", r.counts.Read, "balanced", r.counts.Balanced())
	return errors.Join(err, s.log.Close())
}

func asErrorOrNil(err error) *Error {
	if err == nil {
		return nil
	}
	return asError(err)
}

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
		Key: s.mapping.Key, Columns: s.mapping.Columns(), Pictures: s.mapping.PictureColumns(), Temp: s.out.temp(),
	})
	if err == nil {
		s.reading = &spec
	}
	return spec, err
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
	pictures, err := openPictures(s.mapping.ImageRoot, reader)
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
	rows := &endWatch{Rows: reader}
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
		lead := "warning"
		if slices.ContainsFunc(s.mapping.Key, func(key string) bool { return source.Repeats(w, key) }) {
			lead, w = "WARNING", w+"; the key of a record is taken from the first column of that name"
		}
		s.tellNote(lead, w)
	}
}

func (s *session) tellNote(lead, note string) {
	if slices.Contains(s.notes, note) {
		return
	}
	s.notes = append(s.notes, note)
	say(s.app.err, "%s: %s: %s\n", lead, s.flags.source, note)
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
	if f.Whole {
		s.noteUnseen(p)
	}
}

// endWatch notes whether the source was read to its end.
type endWatch struct {
	pipeline.Rows
	ended bool
}

// Read implements pipeline.Rows.
func (e *endWatch) Read(ctx context.Context, rows []kyc.Row) (int, error) {
	n, err := e.Rows.Read(ctx, rows)
	return n, e.note(ctx, err)
}

// ReadInto implements pipeline.Borrower, for a source that is one.
func (e *endWatch) ReadInto(ctx context.Context, rows []kyc.Row, memory []byte) (int, error) {
	b, ok := e.Rows.(pipeline.Borrower)
	if !ok {
		return e.Read(ctx, rows)
	}
	n, err := b.ReadInto(ctx, rows, memory)
	return n, e.note(ctx, err)
}

// note notes the end, and says what else ended the reading.
func (e *endWatch) note(ctx context.Context, err error) error {
	e.ended = e.ended || err == io.EOF
	return unreadable(ctx, err)
}
