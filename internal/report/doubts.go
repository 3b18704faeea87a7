package report

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"kycmigrate/internal/kyc"
)

// doubtLine is one line of in_doubt.csv.
type doubtLine struct {
	Record     string `csv:"_record"`
	LegacyKey  string `csv:"legacy_key"`
	Reason     string `csv:"reason"`
	Candidates string `csv:"candidates"`
	FirstSent  string `csv:"first_sent"`
	LastSent   string `csv:"last_sent"`
	RequestIDs string `csv:"request_ids"`
	Lookups    string `csv:"lookups"`
	File       string `csv:"file"`
	Row        string `csv:"row"`
	Decision   string `csv:"_decision"`
}

func (l *doubtLine) each(fn func(string) string) {
	for _, cell := range []*string{
		&l.Record, &l.LegacyKey, &l.Reason, &l.Candidates, &l.FirstSent, &l.LastSent,
		&l.RequestIDs, &l.Lookups, &l.File, &l.Row, &l.Decision,
	} {
		*cell = fn(*cell)
	}
}

// Doubts writes in_doubt.csv: a line for each record in doubt, for an operator
// to look into and to write a decision in. It holds personal data (the key).
// Decisions that stand in the earlier file, and have not been given to resolve
// yet, are carried over. Until Close the earlier file stands as it was. It is
// not safe for concurrent use.
type Doubts struct {
	file    *newFile
	table   *tableWriter[doubtLine]
	record  func(kyc.Key) string
	decided map[string]string // decisions of the earlier file by record
	lines   int
}

// NewDoubts begins the in_doubt.csv at path. record gives the hex of a key's
// MAC. An earlier file that cannot be read is an error, since decisions in it
// would be lost.
func NewDoubts(path string, record func(kyc.Key) string) (*Doubts, error) {
	d := &Doubts{record: record, decided: map[string]string{}}
	if err := d.readDecisions(path); err != nil {
		return nil, err
	}
	var err error
	if d.file, err = create(path); err != nil {
		return nil, err
	}
	if d.table, err = newTableWriter[doubtLine](d.file); err != nil {
		return nil, errors.Join(err, d.Abort())
	}
	return d, nil
}

func (d *Doubts) readDecisions(path string) error {
	err := eachDoubt(path, func(l doubtLine, _ int) {
		if strings.TrimSpace(l.Decision) != "" {
			d.decided[l.Record] = l.Decision
		}
	})
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return err
}

// Add writes the line of an outcome, if it is in doubt.
func (d *Doubts) Add(o *kyc.Outcome) error {
	if o.Status != kyc.InDoubt {
		return nil
	}
	l := doubtLine{Record: d.record(o.Record.Key)}
	if o.Record.Key.Known() {
		l.LegacyKey = o.Record.Key.String()
	}
	return d.add(l, o.Doubt, o.Record.Row.Origin)
}

// AddElsewhere writes the line of a record in doubt that this source does not
// contain, of which no more is known than what the ledger has. record is the
// hex of its key's MAC.
func (d *Doubts) AddElsewhere(record string, doubt *kyc.Doubt, origin kyc.Origin) error {
	return d.add(doubtLine{Record: record}, doubt, origin)
}

func (d *Doubts) add(l doubtLine, doubt *kyc.Doubt, origin kyc.Origin) error {
	if doubt == nil {
		doubt = &kyc.Doubt{}
	}
	l.Reason = doubt.Reason
	l.Candidates = strings.Join(doubt.Candidates, " ")
	l.FirstSent, l.LastSent = stamp(doubt.FirstSent), stamp(doubt.LastSent)
	l.RequestIDs = strings.Join(doubt.RequestIDs, " ")
	l.Lookups = strconv.Itoa(doubt.Lookups)
	l.File, l.Row = origin.File, strconv.FormatInt(origin.Row, 10)
	l.Decision = d.decided[l.Record]
	l.each(defuse)
	d.lines++
	return d.table.write(l)
}

func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

// Lines returns how many records have been added.
func (d *Doubts) Lines() int { return d.lines }

// Close puts the file in its place. Where nothing is in doubt there is no
// file: the earlier one is removed.
func (d *Doubts) Close() error {
	if d.lines == 0 {
		return errors.Join(d.Abort(), remove(d.file.path))
	}
	if err := d.table.flush(); err != nil {
		return errors.Join(fmt.Errorf("write %s: %w", d.file.path, err), d.Abort())
	}
	return d.file.commit()
}

// Abort gives up what was added; the earlier file stands. After Close, and on
// a nil Doubts, it does nothing, so it may follow whatever went wrong.
func (d *Doubts) Abort() error {
	if d == nil {
		return nil
	}
	return d.file.abort()
}

// maxDoubtsFile bounds an in_doubt.csv that is read back.
const maxDoubtsFile = 64 << 20

// eachDoubt reads an in_doubt.csv.
func eachDoubt(path string, fn func(l doubtLine, line int)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.Size() > maxDoubtsFile {
		return fmt.Errorf("%s is over %d bytes; it is no list of doubts of ours", path, maxDoubtsFile)
	}
	t, err := readTable[doubtLine](path, f, "_record", "_decision")
	if err != nil {
		return err
	}
	return t.each(func(l *doubtLine, line int) error {
		l.each(fuse)
		fn(*l, line)
		return nil
	})
}
