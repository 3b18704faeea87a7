package cli

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/kyc"
	"kycmigrate/internal/mapper"
	"kycmigrate/internal/report"
	"kycmigrate/internal/source"
	"kycmigrate/internal/source/all"
	"kycmigrate/internal/validate"
)

// session is what a run and a dry run share: the flags, the mapping, the run
// directory and the source.
type session struct {
	app     *app
	flags   *flags
	mapping *mapper.Mapping
	failed  failedTests  // of the tests that stand in the mapping
	dir     runDir       // where the run stands
	out     runDir       // where this invocation writes: dir, or dry-run/ within
	source  string       // the file, the pattern or the database that is read: it may be a secret
	reading *source.Spec // what is read of it, and how; nil until the first pass
	spooled bool         // source is standard input's copy
	lend    int          // bytes of memory that a dry run lends to the source a batch
	notes   []string     // what is known about it as a whole, all of it told
	unseen  []string     // those of them about lists of keys to exclude
	spoilt  []string     // those of them about columns that are wrong as a whole
	retells bool         // migrate report: tells again what earlier runs did
	log     *eventLog
	fold    *report.Fold       // the report of this invocation
	known   *checkpoint.Ledger // what the run directory has sent; nil in a dry run where it has nothing
	inArgos int64              // records of it that ARGOS has; 0 where nothing is to be held against that
	// wholeSource: all of a source was read that is no rejects file.
	wholeSource bool
	cut         int64              // after so many records --limit ended the reading; 0 if it did not
	tallies     *tallies           // what the mapping changed, of the pass that it tells of
	identity    *validate.Identity // what looks across records; nil until the first pass
	result      *result
	record      runFile
	last        *runFile // what the directory did last, nil where that is not known
}

// openSession reads the mapping and opens the run directory. dry decides where
// files go and whether the environment may be incomplete.
func (a *app) openSession(v *flags, dry bool) (*session, error) {
	if err := a.loadEnvFile(v.envFile); err != nil {
		return nil, err
	}
	what := toSend
	if dry {
		what = toCheck
	}
	m, err := a.warnedMapping(v.mapping, what)
	if err != nil {
		return nil, a.withSourceMissing(v, err)
	}
	failed := a.failing(m, v)
	if dry {
		a.warnOfTests(&failed)
	} else if err := failed.refuse(); err != nil {
		return nil, err
	}
	a.warnOfLooks(m)
	path, err := a.locate("--source", m.Source.Kind, &v.source)
	if err != nil {
		return nil, err
	}
	s := &session{app: a, flags: v, mapping: m, source: path, lend: lentTexts, failed: failed}
	if err := s.openDir(dry); err != nil {
		return nil, err
	}
	s.result = &result{title: m.Name, dryRun: dry, dir: s.out.path, testsFail: failed.any()}
	s.record = runFile{
		Version: 1, Tool: version, Go: runtime.Version(), DryRun: dry, Started: a.started.UTC(),
		Mapping: mappingOf(m),
		Source:  sourceFile{Path: v.source, Part: v.part}, Flags: v.lasting, MaxRejects: v.maxRejects,
	}
	s.last = s.lastRun()
	s.record.Source.descend(s.dir, s.last)
	if s.last != nil {
		s.record.Source.Dialect = s.last.Source.Dialect // until there is another rejects file
	}
	s.advise("")
	return s, nil
}

// withSourceMissing tells of a source that is not there along with what is wrong with the
// mapping, so that both are mended at once.
func (a *app) withSourceMissing(v *flags, err error) error {
	kind, typed := "", v.source
	if m, err := a.readMapping(v.mapping, toCheck); err == nil {
		kind = m.Source.Kind // the mapping lacks variables of the environment only
	}
	_, missing := a.locate("--source", kind, &typed)
	if missing == nil {
		return err
	}
	first, second := asError(err), asError(missing)
	return &Error{
		Code: first.Code, Exit: ExitUsage, Err: err,
		Message: first.Message + "\n" + second.Message, Hint: first.Hint + "\n  " + second.Hint,
	}
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

// use is what a mapping is read for.
type use uint8

const (
	toSend  use = iota // every variable must be set
	toCheck            // those that are not set are warned about
	toLook             // who acts in ARGOS is no matter
)

// readMapping reads a mapping file with all that it may refer to.
func (a *app) readMapping(path string, what use) (*mapper.Mapping, error) {
	return mapper.Load(path, mapper.LoadOptions{
		Env: a.env, NeedEnv: what == toSend, WithoutAdmin: what == toLook, Now: a.started,
		Codes: ruleCodes(), ReaderCodes: all.Codes(), Adjustable: adjustableRules(), Packs: adjustablePacks(),
	})
}

// loadMapping reads the mapping, repeats its warnings and tells of tests in it that fail
// by the day of the flags.
func (a *app) loadMapping(path string, what use, v *flags) (*mapper.Mapping, error) {
	m, err := a.warnedMapping(path, what)
	if err == nil {
		failed := a.failing(m, v)
		a.warnOfTests(&failed)
	}
	return m, err
}

// warnedMapping reads the mapping and repeats its warnings.
func (a *app) warnedMapping(path string, what use) (*mapper.Mapping, error) {
	if err := mustExist("mapping", "--mapping", path); err != nil {
		return nil, err
	}
	m, err := a.readMapping(path, what)
	if err != nil {
		return nil, usage("mapping", "mend what is named; nothing was read yet", "%w", err)
	}
	for _, warning := range m.Warnings {
		say(a.err, "warning: %s\n", warning)
	}
	if m.Marker == kyc.NoField && !m.Maps(kyc.UserID) {
		say(a.err, "warning: %s maps neither userid nor a marker: when an answer is lost, a record can be told from\n"+
			"  another's by its fields only, and more records will end in doubt. Map userid, or add marker: cf3\n", path)
	}
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
		if mended := s.dir.file("rejects" + filepath.Ext(s.source)); reads(s.source, mended) {
			s.result.next.aside = with("run", source.KeptAs(mended))
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

// refuseSpoilt refuses to send records of a source of which whole columns are wrong: no
// rule about one record finds that, and a record that is sent is not taken back.
func (s *session) refuseSpoilt() error {
	if len(s.spoilt) == 0 {
		return nil
	}
	return usage("source_spoilt", "have it exported anew, as the warning says; if somebody has looked the dates up and they are right, state xlsx: {swapped_dates: accept} in the source block of "+s.mapping.Path,
		"%s: %s; nothing was sent", s.flags.source, strings.Join(s.spoilt, "; "))
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
	s.logStarted()
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
	if r.err != nil && r.err.Code == codeElsewhere {
		s.pointElsewhere()
	}
	r.exit = exitCode(r.ending())
	r.files.Log = s.out.file(fileLog)
	ended := s.app.os.Now().UTC()
	r.elapsed = ended.Sub(s.app.started)
	s.record.Ended = &ended
	err = errors.Join(err, s.saveReport())
	object := r.object()
	s.record.Summary, s.record.ExcludedBy, s.record.Beside = &object, r.excluded, s.beside()
	err = errors.Join(err, s.out.writeRunFile(&s.record))
	err = errors.Join(err, s.closeIdentity(), s.out.dropTemp())
	if s.spooled {
		err = errors.Join(err, os.Remove(s.source))
	}
	s.logEnded()
	return errors.Join(err, s.log.Close())
}

// reconciles reports whether rows are rejected of a source that was read as a whole: what no
// row of it has the key of was sent from rows that were mended elsewhere.
func (s *session) reconciles(p *pass) bool {
	c := s.fold.Counts()
	return s.known != nil && s.readWhole(p) && c.ByStatus[kyc.Rejected]+c.ByStatus[kyc.Refused] > 0
}

// countInArgos counts what the run directory has in ARGOS. It reads the whole ledger, so it is
// not asked for nothing.
func (s *session) countInArgos(p *pass) error {
	if !s.reconciles(p) {
		return nil
	}
	sum, err := s.known.Summary(s.app.stop.Hard)
	s.inArgos = inArgos(&sum)
	return err
}

// beside is what a run that has read its whole source knows for those who ask later how that
// goes together with what is in ARGOS.
func (s *session) beside() *report.Reconciliation {
	if s.fold == nil || s.result.dryRun || s.result.err != nil || !s.wholeSource {
		return nil
	}
	beside := s.fold.Beside()
	return &beside
}

// readWhole reports whether a pass has read all of a source that is no rejects file.
func (s *session) readWhole(p *pass) bool {
	return p.rows.ended && s.cut == 0 && s.flags.slice.whole() && !p.rows.returned
}

// inArgos counts the records of a run directory that ARGOS has, with all their pictures or not.
func inArgos(sum *checkpoint.Summary) int64 {
	return sum.ByState[checkpoint.Done] + sum.ByState[checkpoint.Posted] + sum.ByState[checkpoint.Incomplete]
}

func asErrorOrNil(err error) *Error {
	if err == nil {
		return nil
	}
	return asError(err)
}
