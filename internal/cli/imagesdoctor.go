package cli

import (
	"context"
	"crypto/sha256"
	"errors"
	"hash/maphash"
	"io/fs"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/mapper"
	"kycmigrate/internal/picture"
	"kycmigrate/internal/pipeline"
	"kycmigrate/internal/report"
	"kycmigrate/internal/source"
	"kycmigrate/internal/uploader"
	"kycmigrate/internal/validate"
)

// doctor looks into the pictures of a source. It is the check and the sink of
// a dry run: as a check it looks into the pictures of a record, which many
// goroutines do, and as the sink it tells what was found, in the order of the
// rows.
type doctor struct {
	ctx       context.Context
	flags     *imageFlags
	result    *imagesResult
	pictures  *pictureStore
	plan      *mapper.Plan
	validator *validate.Validator
	looker    *picture.Looker
	likeness  *validate.Likeness
	out       *imagesDir
	maxBytes  int64                   // of a picture that is sent
	stated    map[string]kyc.Severity // by the mapping, of codes
	progress  Progress
	newMeter  func(extent) Progress

	looked   sync.Map // *lookedAt by the place of its row in the source
	seed     maphash.Seed
	named    map[uint64]bool // hashes of the paths that rows name; true where a record has the picture
	findings *report.Lines[report.PictureFinding]
	copies   *report.Lines[report.PictureCopy] // nil where nothing is mended
	made     map[uint64][sha256.Size / 2]byte  // copies that earlier commands made, by the hash of their path; zero for a person's
}

// lookedAt is what looking into the pictures of a record came to.
type lookedAt struct {
	facts  [kyc.NumImages]*picture.Facts
	copies [kyc.NumImages]*report.PictureCopy
	err    error // ends the command
}

func newDoctor(a *app, result *imagesResult, v *imageFlags, plan *mapper.Plan, pictures *pictureStore, validator *validate.Validator, likeness *validate.Likeness, out *imagesDir) *doctor {
	return &doctor{
		ctx: a.stop.Soft, flags: v, result: result, plan: plan, pictures: pictures, validator: validator, likeness: likeness, out: out,
		looker: picture.NewLooker(picture.DefaultLimits()), seed: maphash.MakeSeed(), named: map[uint64]bool{},
		newMeter: func(e extent) Progress { return a.newProgress("looking", e, v.quiet) },
	}
}

// run makes the pass over the source and writes the files.
func (d *doctor) run(reader source.Reader) (err error) {
	if d.findings, err = report.NewLines[report.PictureFinding](d.out.file(imagesFindings)); err != nil {
		return err
	}
	if d.flags.repair {
		if err := d.remember(); err != nil {
			return errors.Join(err, d.findings.Abort())
		}
		if d.copies, err = report.NewLines[report.PictureCopy](d.out.file(imagesList)); err != nil {
			return errors.Join(err, d.findings.Abort())
		}
	}
	err = d.pass(reader)
	if err == nil && d.flags.limit == 0 {
		err = d.orphans()
	}
	if err != nil {
		return errors.Join(err, d.abort())
	}
	return d.close()
}

// pass reads the source and looks into what its rows name.
func (d *doctor) pass(reader source.Reader) error {
	e := extent{held: "with unusable pictures"}
	if d.flags.limit == 0 {
		e.size, e.read = reader.Size(), reader.Bytes
	}
	d.progress = d.newMeter(e)
	defer d.progress.Close()
	front := pipeline.Front{
		Rows: fewRows{reader}, Mapper: d.plan, Check: d, Workers: runtime.GOMAXPROCS(0), Limit: d.flags.limit,
	}
	read, err := pipeline.Survey(d.ctx, front, uploader.NewDryRun(nil, false, nil), d)
	d.result.rows = read
	return err
}

// fewRows reads few rows at a time: looking into their pictures takes long, and
// all workers are to have some.
type fewRows struct{ source.Reader }

// Read implements pipeline.Rows.
func (f fewRows) Read(ctx context.Context, rows []kyc.Row) (int, error) {
	n, err := f.Reader.Read(ctx, rows[:min(len(rows), 4)])
	return n, unreadable(ctx, err)
}

// Check implements pipeline.Checker: it looks into the pictures of a record.
func (d *doctor) Check(rec *kyc.Record) {
	d.validator.Check(rec)
	l := &lookedAt{}
	for kind := range kyc.NumImages {
		if name := rec.Pictures[kind].Path; name != "" && l.err == nil && rec.Excluded == "" {
			l.facts[kind], l.copies[kind], l.err = d.look(name)
			if l.facts[kind] != nil {
				known := len(rec.Issues)
				d.validator.Look(rec, kind, l.facts[kind])
				d.judge(rec, known)
			}
		}
	}
	d.looked.Store(rec.Row.Seq, l)
}

// judge gives what was found about a record, beyond the known issues, the
// severities that the mapping states, and drops what is off or known: the file
// of a picture may have told already what looking into it tells.
func (d *doctor) judge(rec *kyc.Record, known int) {
	found := rec.Issues[known:]
	rec.Issues = rec.Issues[:known]
	for i := range found {
		issue := found[i]
		if d.decide(&issue) && !slices.ContainsFunc(rec.Issues, func(k kyc.Issue) bool { return k.Code == issue.Code && k.Field == issue.Field }) {
			rec.Add(issue)
		}
	}
}

// decide gives an issue the severity that the mapping states, and reports
// whether it is to be told.
func (d *doctor) decide(issue *kyc.Issue) bool {
	if severity, is := d.stated[issue.Code]; is {
		issue.Severity = severity
	}
	return issue.Severity != kyc.Off
}

// look looks into one picture, and mends it where that is asked for. There are
// no facts of what is not there or cannot be read, which the validator tells.
func (d *doctor) look(name string) (*picture.Facts, *report.PictureCopy, error) {
	if d.out.root != nil && d.out.holds(name) && !d.pictures.holds(name) {
		return nil, nil, usage("images_out", "name a directory with --out that no row names pictures in",
			"rows name pictures in %s, where the copies are to be made", d.out.path)
	}
	info, err := fs.Stat(d.pictures, name)
	if err != nil || !info.Mode().IsRegular() {
		return nil, nil, nil //nolint:nilerr // an issue of the record
	}
	file, err := d.pictures.Open(name)
	if err != nil {
		return nil, nil, nil //nolint:nilerr // as above
	}
	data, err := d.looker.Read(file, info.Size())
	_ = file.Close() // only read
	if err != nil {
		return nil, d.unread(name, info.Size(), err), d.ctx.Err()
	}
	facts, err := d.looker.Look(d.ctx, data)
	if err != nil || d.out.root == nil {
		return facts, nil, err
	}
	copied, err := d.mend(name, data, facts)
	return facts, copied, err
}

// Add implements pipeline.Sink: it tells what was found about a record.
func (d *doctor) Add(o *kyc.Outcome) error {
	rec := o.Record
	found, ok := d.looked.LoadAndDelete(rec.Row.Seq)
	if !ok {
		return nil
	}
	l := found.(*lookedAt)
	if l.err != nil {
		return l.err
	}
	if rec.Row.Fault != nil && rec.Excluded == "" {
		d.result.unread++
	}
	if rec.Excluded != "" { // nobody has anything to mend in it
		for kind := range kyc.NumImages {
			d.leaveOut(rec.Pictures[kind].Path)
		}
		return d.progress.Add(o)
	}
	known := len(rec.Issues)
	d.likeness.Check(rec, &l.facts)
	d.judge(rec, known)
	for kind := range kyc.NumImages {
		if name := rec.Pictures[kind].Path; name != "" {
			if f := l.facts[kind]; f != nil && picture.Mendable(f, d.flags.budget) {
				d.result.mendable++
			}
			if err := d.count(name, l.copies[kind]); err != nil {
				return err
			}
		}
	}
	for _, name := range d.plan.LeftOut(rec) {
		d.leaveOut(name)
	}
	status, err := d.tell(rec)
	if err != nil {
		return err
	}
	return d.progress.Add(&kyc.Outcome{Status: status})
}

// leaveOut keeps in mind that a row names a picture which no record has.
func (d *doctor) leaveOut(name string) {
	if name == "" {
		return
	}
	if hash := d.hash(name); !d.named[hash] {
		d.named[hash] = false
	}
}

// tell writes down what was found about the pictures of a record.
func (d *doctor) tell(rec *kyc.Record) (kyc.Status, error) {
	status := kyc.Ready
	for i := range rec.Issues {
		issue := &rec.Issues[i]
		kind, ofPicture := kyc.ImageByName(issue.Field)
		if !ofPicture || !strings.HasPrefix(issue.Code, "image_") {
			continue
		}
		if issue.Severity == kyc.Reject {
			status = kyc.Rejected
		}
		d.result.add(issue, rec.Row.Origin.String())
		if err := d.findings.Add(report.FindingOf(issue, rec.Pictures[kind].Path, &rec.Row.Origin)); err != nil {
			return status, err
		}
	}
	return status, nil
}

// count counts a picture that a row names. What became of a file is told where
// it is named first.
func (d *doctor) count(name string, copied *report.PictureCopy) error {
	d.result.pictures++
	hash := d.hash(name)
	if d.named[hash] {
		return nil
	}
	d.named[hash] = true
	d.result.distinct++
	if copied == nil || d.copies == nil {
		return nil
	}
	d.result.copied(copied)
	return d.copies.Add(*copied)
}

// hash is what is remembered of a path.
func (d *doctor) hash(name string) uint64 { return maphash.String(d.seed, filepath.ToSlash(name)) }

func (d *doctor) abort() error {
	err := d.findings.Abort()
	if d.copies != nil {
		err = errors.Join(err, d.copies.Abort())
	}
	return err
}

func (d *doctor) close() error {
	err := d.findings.Close()
	d.result.files = map[string]string{"findings": d.out.file(imagesFindings)}
	if d.copies != nil {
		err = errors.Join(err, d.copies.Close())
		d.result.files["list"], d.result.files["images"] = d.out.file(imagesList), d.out.file(imagesTree)
	}
	return errors.Join(err, d.out.finish())
}
