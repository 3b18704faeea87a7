package report

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

	"kycmigrate/internal/kyc"
)

// keyDuplicate is the code of the issue that a row gets whose key an earlier
// row of the same run has (validate.Unique). The crosswalk tells of the
// earlier row only.
const keyDuplicate = "key_duplicate"

// ExcludedInArgos is the code of the warning that ARGOS has a record which a rule of the
// mapping excludes now (uploader).
const ExcludedInArgos = "excluded_in_argos"

// Reasons that stand in results.csv alone.
const (
	skippedByDecision = "skipped_by_decision" // excluded: a person said so to migrate resolve
	reasonDiffers     = "differs"             // in ARGOS: the row differs now from what was sent
)

// result is one line of results.csv.
type result struct {
	LegacyKey    string `csv:"legacy_key"`
	SubmissionID string `csv:"submission_id"`
	Status       string `csv:"status"`
	Images       string `csv:"images"`
	Reason       string `csv:"reason"`
	File         string `csv:"file"`
	Row          string `csv:"row"`
	Record       string `csv:"_record"`
}

// each calls fn for every cell that a person or a source has a say in.
func (r *result) each(fn func(string) string) {
	for _, cell := range []*string{&r.LegacyKey, &r.SubmissionID, &r.Status, &r.Images, &r.Reason, &r.File, &r.Row, &r.Record} {
		*cell = fn(*cell)
	}
}

// Results writes results.csv: one line for each key, with personal data (the
// key). The file of earlier runs is merged in by key: what this run tells of a
// key stands, but for what it knows less about than the earlier line, and keys
// that this run does not tell of are carried over. Columns that are not ours
// are not. Until Close the earlier file stands as it was. It is not safe for
// concurrent use.
type Results struct {
	file   *newFile
	table  *tableWriter[result]
	record func(kyc.Key) string
	old    *os.File          // the earlier file; nil if there is none
	known  keySet            // its keys
	own    bool              // it is, to its last line, as we write it
	wrote  bool              // a line was written
	untrue map[string]string // records whose submission is not theirs, with the reason
}

// NewResults begins the results.csv at path. record gives the hex of a key's
// MAC. An earlier file that cannot be read is an error, before anything is
// sent, since its lines would be lost.
func NewResults(path string, record func(kyc.Key) string) (*Results, error) {
	r := &Results{record: record}
	if err := r.openOld(path); err != nil {
		return nil, errors.Join(err, r.closeOld())
	}
	file, err := create(path)
	if err != nil {
		return nil, errors.Join(err, r.closeOld())
	}
	r.file = file
	if r.table, err = newTableWriter[result](file); err != nil {
		return nil, errors.Join(err, r.Abort())
	}
	return r, nil
}

// openOld notes the keys of the earlier file.
func (r *Results) openOld(path string) error {
	f, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	r.old = f
	note := func(line result) error {
		r.known.add(line.LegacyKey, line.SubmissionID != "", settled(line.Status, line.Reason))
		return nil
	}
	r.own, err = r.eachLine(func(l *ownLine) error {
		r.known.add(string(l.cells[ownKey]), len(l.cells[ownSubmission]) > 0, settled(string(l.cells[ownStatus]), string(l.cells[ownReason])))
		return nil
	}, note)
	if err != nil { // as a table from its first line, it says which one is wrong
		err = r.eachOld(note)
	}
	r.known.sort()
	return err
}

// eachLine reads the earlier file from its beginning: the lines with which it begins that
// are as we write them go to own, and the others to fn. all reports that there are none.
func (r *Results) eachLine(own func(*ownLine) error, fn func(result) error) (all bool, err error) {
	if _, err := r.old.Seek(0, io.SeekStart); err != nil {
		return false, err
	}
	rest, err := eachOwn(r.old, own)
	if err != nil || rest == nil {
		return err == nil, err
	}
	return false, r.eachIn(rest, fn)
}

// eachOld reads the earlier file from its beginning.
func (r *Results) eachOld(fn func(result) error) error {
	if _, err := r.old.Seek(0, io.SeekStart); err != nil {
		return err
	}
	return r.eachIn(r.old, fn)
}

func (r *Results) eachIn(in io.Reader, fn func(result) error) error {
	t, err := readTable[result](r.old.Name(), in, "legacy_key", "submission_id", "status")
	if err != nil {
		return err
	}
	return t.each(func(line *result, _ int) error {
		line.each(fuse)
		return fn(*line)
	})
}

// settled reports whether a line says that ARGOS has the record whole, and nothing else
// that may be over by now.
func settled(status, reason string) bool {
	s, ok := kyc.StatusByName(status)
	return ok && reason == "" && (s == kyc.Created || s == kyc.Already || s == kyc.Updated)
}

// Add writes the line of one outcome. A row without a known key has none, nor
// has one that repeats a key of this run.
func (r *Results) Add(o *kyc.Outcome) error {
	if !o.Record.Key.Known() || hasIssue(o, keyDuplicate) {
		return nil
	}
	key := o.Record.Key.String()
	if r.known.keeps(key, o) {
		return nil
	}
	row := o.Record.Row
	return r.write(result{
		LegacyKey: key, SubmissionID: o.SubmissionID, Status: standing(o).String(),
		Images: strconv.Itoa(o.Held), Reason: reason(o),
		File: row.Origin.File, Row: strconv.FormatInt(row.Origin.Row, 10), Record: r.record(o.Record.Key),
	})
}

// standing is how the record of a key stands after all runs, which is what the crosswalk
// tells: that this run found it in ARGOS, or holds back what its row has become, changes
// nothing in that an earlier one created it.
func standing(o *kyc.Outcome) kyc.Status {
	if o.Status == kyc.Already || heldBesideArgos(o) {
		return kyc.Created
	}
	return o.Status
}

// heldBesideArgos reports that a row is held back whose key is in ARGOS: the record was sent
// from another row, or from this one when it was different.
func heldBesideArgos(o *kyc.Outcome) bool {
	return o.Status == kyc.Rejected && o.SubmissionID != "" && !hasIssue(o, keyDuplicate)
}

func (r *Results) write(line result) error {
	r.wrote = true
	line.each(defuse)
	return r.table.write(line)
}

// Retract says that the submission which this run or an earlier one told of a
// record is not its own: the record, named by the hex of its key's MAC, is in
// doubt for the given reason.
func (r *Results) Retract(record, reason string) {
	if r.untrue == nil {
		r.untrue = map[string]string{}
	}
	r.untrue[record] = reason
}

// Close adds the lines of earlier runs that still stand and puts the file in
// its place. When it fails the earlier file stands.
func (r *Results) Close() error {
	if err := r.close(); err != nil || len(r.untrue) == 0 {
		return err
	}
	return r.amend()
}

// amend writes the file once more, without what was retracted: a line that was
// written cannot be taken back.
func (r *Results) amend() error {
	told, err := NewResults(r.file.path, r.record)
	if err != nil {
		return err
	}
	err = told.eachOld(func(line result) error {
		if why, untrue := r.untrue[line.Record]; untrue && line.SubmissionID != "" {
			line.SubmissionID, line.Status, line.Images, line.Reason = "", kyc.InDoubt.String(), "0", why
		}
		told.known.retell(line.LegacyKey)
		return told.write(line)
	})
	if err != nil {
		return errors.Join(err, told.Abort())
	}
	return told.close()
}

func (r *Results) close() error {
	if r.stands() {
		return r.Abort()
	}
	err := r.carryOver()
	if err == nil {
		err = r.table.flush()
	}
	if err != nil {
		return errors.Join(fmt.Errorf("write %s: %w", r.file.path, err), r.Abort())
	}
	// Windows does not replace a file that is open.
	if err := r.closeOld(); err != nil {
		return errors.Join(err, r.file.abort())
	}
	return r.file.commit()
}

// stands reports whether the earlier file would become the same, and is in its place still.
func (r *Results) stands() bool {
	if !r.own || r.wrote {
		return false
	}
	read, err1 := r.old.Stat()
	there, err2 := os.Lstat(r.file.path)
	return err1 == nil && err2 == nil && os.SameFile(read, there)
}

// carryOver adds the lines of the earlier file that still stand.
func (r *Results) carryOver() error {
	if r.old == nil {
		return nil
	}
	if err := r.table.flush(); err != nil { // what is carried over as it stands goes behind
		return err
	}
	_, err := r.eachLine(func(l *ownLine) error {
		if r.known.written(string(l.cells[ownKey])) {
			return nil
		}
		_, err := r.file.Write(l.raw)
		return err
	}, func(line result) error {
		if r.known.written(line.LegacyKey) {
			return nil
		}
		return r.write(line)
	})
	return err
}

// Abort gives up what was added; the earlier file stands. After Close, and on
// a nil Results, it does nothing, so it may follow whatever went wrong.
func (r *Results) Abort() error {
	if r == nil {
		return nil
	}
	return errors.Join(r.file.abort(), r.closeOld())
}

func (r *Results) closeOld() error {
	if r.old == nil {
		return nil
	}
	old := r.old
	r.old = nil
	return old.Close()
}

func hasIssue(o *kyc.Outcome, code string) bool {
	return slices.ContainsFunc(o.Issues, func(i kyc.Issue) bool { return i.Code == code })
}

// reason lists the codes that made the record stand as it does. Of one that is in ARGOS
// whole it tells nothing of its row, which may be faulty by now, but that they differ.
func reason(o *kyc.Outcome) string {
	switch standing(o) {
	case kyc.Created, kyc.Updated:
		switch {
		case hasIssue(o, ExcludedInArgos):
			return ExcludedInArgos
		case o.Changed || heldBesideArgos(o):
			return reasonDiffers
		}
		return ""
	}
	var codes []string
	if o.Status == kyc.Excluded {
		codes = append(codes, cmp.Or(o.Record.Excluded, skippedByDecision))
	}
	if o.Doubt != nil && o.Doubt.Reason != "" {
		codes = append(codes, o.Doubt.Reason)
	}
	for _, i := range o.Issues {
		if i.Severity == kyc.Reject && !slices.Contains(codes, i.Code) {
			codes = append(codes, i.Code)
		}
	}
	return strings.Join(codes, " ")
}
