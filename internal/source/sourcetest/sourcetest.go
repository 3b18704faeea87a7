// Package sourcetest is the suite that every source.Reader runs. An
// implementation says how a source with given rows comes about; the suite
// holds it to what source.Reader promises.
package sourcetest

import (
	"context"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
)

// Row is a row that a source under test shall hold.
type Row struct {
	Cells  []string
	Broken bool // a row that cannot be read, in whatever way the format can break
}

// Suite says how sources of one kind are made, and what the format can do.
type Suite struct {
	// Open makes a source with these columns and rows and opens it.
	Open func(t *testing.T, columns []string, rows []Row) source.Reader
	// Reopen opens a rejects file that a Reader of this kind has written.
	Reopen func(t *testing.T, path string) source.Reader
	// CanBreak: the format can hold a row that cannot be read.
	CanBreak bool
	// HasLines: rows stand on lines.
	HasLines bool
	// Countable: Size is known, and equal to Bytes at the end.
	Countable bool
}

var columns = []string{"id", "name", "note"}

// Run runs the suite.
func Run(t *testing.T, s Suite) {
	for name, test := range map[string]func(*testing.T, Suite){
		"Rows": testRows, "Owned": testOwned, "Lent": testLent, "BrokenInTheMiddle": testBroken, "Cancel": testCancel,
		"Empty": testEmpty, "HugeCell": testHuge, "Counters": testCounters, "Rejects": testRejects,
		"NoRejects": testNoRejects, "Close": testClose, "Describe": testDescribe,
	} {
		t.Run(name, func(t *testing.T) { test(t, s) })
	}
}

func sample(n int) []Row {
	rows := make([]Row, n)
	for i := range rows {
		id := strings.Repeat("7", i%5+1)
		rows[i] = Row{Cells: []string{id, "김 \"민수\", 표", " two\nlines "}}
		if i%3 == 0 {
			rows[i].Cells = []string{id, "", "x"}
		}
	}
	return rows
}

func good(rows []Row) [][]string {
	cells := make([][]string, len(rows))
	for i := range rows {
		cells[i] = rows[i].Cells
	}
	return cells
}

// readAll reads in batches of n.
func readAll(t *testing.T, r source.Reader, n int) []kyc.Row {
	t.Helper()
	var all []kyc.Row
	for {
		rows := make([]kyc.Row, n)
		got, err := r.Read(t.Context(), rows)
		all = append(all, rows[:got]...)
		if err == io.EOF {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		if got == 0 {
			t.Fatal("Read returned neither a row nor an error")
		}
	}
}

func cellsOf(rows []kyc.Row) [][]string {
	cells := make([][]string, len(rows))
	for i := range rows {
		cells[i] = rows[i].Cells
	}
	return cells
}

func equal(t *testing.T, want, got [][]string) {
	t.Helper()
	if !slices.EqualFunc(want, got, slices.Equal[[]string]) {
		t.Errorf("cells differ:\nwant %q\ngot  %q", want, got)
	}
}

func testRows(t *testing.T, s Suite) {
	rows := sample(20)
	for _, batch := range []int{1, 7, 100} {
		r := s.Open(t, columns, rows)
		if !slices.Equal(r.Columns(), columns) {
			t.Errorf("columns are %q, want %q", r.Columns(), columns)
		}
		got := readAll(t, r, batch)
		equal(t, good(rows), cellsOf(got))
		line := int64(0)
		for i := range got {
			o := got[i].Origin
			if got[i].Seq != int64(i) || o.Row != int64(i)+1 || o.File == "" {
				t.Errorf("row %d: seq %d, origin %+v", i, got[i].Seq, o)
			}
			if s.HasLines && o.Line <= line {
				t.Errorf("row %d: line %d comes after line %d", i, o.Line, line)
			}
			line = o.Line
		}
		if n, err := r.Read(t.Context(), make([]kyc.Row, 1)); n != 0 || err != io.EOF {
			t.Errorf("after the end: %d, %v", n, err)
		}
	}
}

// testOwned reads into the same rows again and again and looks at the early
// ones last. The array of the cells may be used again, their values may not.
func testOwned(t *testing.T, s Suite) {
	rows := sample(500)
	r := s.Open(t, columns, rows)
	buf := make([]kyc.Row, 10)
	var kept []kyc.Row
	for {
		n, err := r.Read(t.Context(), buf)
		for _, row := range buf[:n] {
			if row.Valid && slices.ContainsFunc(row.Cells, func(cell string) bool { return !utf8.ValidString(cell) }) {
				t.Errorf("%s is said to be valid UTF-8", row.Origin)
			}
			row.Cells = slices.Clone(row.Cells)
			kept = append(kept, row)
		}
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	equal(t, good(rows), cellsOf(kept))
}

// testLent lends memory to a reader that can do with it, and clears it after every
// call.
func testLent(t *testing.T, s Suite) {
	rows := sample(40_000)
	r, ok := s.Open(t, columns, rows).(source.Borrower)
	if !ok {
		t.Skip("the reader borrows no memory")
	}
	buf, memory := make([]kyc.Row, 1000), make([]byte, 64<<10)
	var kept []kyc.Row
	for err := error(nil); err != io.EOF; {
		var n int
		n, err = r.ReadInto(t.Context(), buf, memory)
		if err != nil && err != io.EOF {
			t.Fatal(err)
		}
		for _, row := range buf[:n] {
			cells := make([]string, len(row.Cells))
			for i, cell := range row.Cells {
				cells[i] = strings.Clone(cell)
			}
			row.Cells = cells
			kept = append(kept, row)
		}
		clear(memory)
	}
	equal(t, good(rows), cellsOf(kept))
}

func testBroken(t *testing.T, s Suite) {
	if !s.CanBreak {
		t.Skip("the format has no row that cannot be read")
	}
	rows := sample(9)
	rows[4] = Row{Broken: true}
	got := readAll(t, s.Open(t, columns, rows), 4)
	equal(t, good(rows), cellsOf(got))
	f := got[4].Fault
	if f == nil || f.Severity != kyc.Reject || f.Code == "" || f.Message == "" || f.Fix == "" {
		t.Errorf("the broken row has the fault %+v", f)
	}
	if got[4].Raw == "" {
		t.Error("the broken row has no Raw")
	}
}

func testCancel(t *testing.T, s Suite) {
	r := s.Open(t, columns, sample(5))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if n, err := r.Read(ctx, make([]kyc.Row, 5)); n != 0 || !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %d, %v", n, err)
	}
	if got := readAll(t, r, 5); len(got) != 5 {
		t.Errorf("after a cancelled Read there are %d rows, want 5", len(got))
	}
}

func testEmpty(t *testing.T, s Suite) {
	r := s.Open(t, columns, nil)
	if got := readAll(t, r, 5); len(got) != 0 {
		t.Errorf("an empty source has %d rows", len(got))
	}
	if !slices.Equal(r.Columns(), columns) {
		t.Errorf("columns are %q", r.Columns())
	}
}

func testHuge(t *testing.T, s Suite) {
	rows := sample(3)
	rows[1].Cells = []string{"1", strings.Repeat("가나다 ", 40<<10), "x"}
	equal(t, good(rows), cellsOf(readAll(t, s.Open(t, columns, rows), 2)))
}

func testCounters(t *testing.T, s Suite) {
	a, b := s.Open(t, columns, sample(50)), s.Open(t, columns, sample(50))
	readAll(t, a, 1)
	before := b.Bytes()
	readAll(t, b, 50)
	if a.Digest() != b.Digest() || len(a.Digest()) != 64 {
		t.Errorf("digests of equal sources are %s and %s", a.Digest(), b.Digest())
	}
	if a.Bytes() == 0 || b.Bytes() < before {
		t.Errorf("bytes: %d, and from %d to %d", a.Bytes(), before, b.Bytes())
	}
	if s.Countable && a.Bytes() != a.Size() {
		t.Errorf("read %d bytes of %d", a.Bytes(), a.Size())
	}
	if c := s.Open(t, columns, sample(51)); len(readAll(t, c, 50)) != 51 || c.Digest() == a.Digest() {
		t.Error("another source has the same digest")
	}
}

// testRejects writes every row back and reads that file as a source.
func testRejects(t *testing.T, s Suite) {
	rows := sample(9)
	if s.CanBreak {
		rows[4] = Row{Broken: true}
	}
	r := s.Open(t, columns, rows)
	got := readAll(t, r, 100)
	path := filepath.Join(t.TempDir(), "rejects"+r.RejectsExt())
	w, err := r.NewRejects(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := range got {
		issue := kyc.Issue{Severity: kyc.Reject, Code: "required_missing", Field: "email", Message: "it is \"missing\", wholly", Fix: "add it"}
		if got[i].Fault != nil {
			issue = *got[i].Fault
		}
		if err := w.Write(&kyc.Row{Seq: got[i].Seq, Raw: got[i].Raw, Fault: got[i].Fault}, []kyc.Issue{issue, {Severity: kyc.Warn, Code: "odd_name"}}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	again := s.Reopen(t, path)
	isRejects(t, r, false)
	isRejects(t, again, true)
	if !slices.Equal(again.Columns(), columns) {
		t.Errorf("columns of the rejects file are %q", again.Columns())
	}
	back := readAll(t, again, 100)
	equal(t, cellsOf(got), cellsOf(back))
	for i := range back {
		if back[i].Raw != got[i].Raw || (back[i].Fault == nil) != (got[i].Fault == nil) {
			t.Errorf("row %d came back different", i)
		}
	}
}

// isRejects expects that a Reader knows whether its source is a rejects file.
func isRejects(t *testing.T, r source.Reader, want bool) {
	t.Helper()
	if m, ok := r.(source.Mender); ok && m.IsRejects() != want {
		t.Errorf("IsRejects is %v, want %v", !want, want)
	} else if !ok && want {
		t.Error("the Reader of a rejects file does not know it for one; implement source.Mender")
	}
}

func testNoRejects(t *testing.T, s Suite) {
	r := s.Open(t, columns, sample(2))
	dir := t.TempDir()
	for name, end := range map[string]func(source.RejectWriter) error{
		"closed": source.RejectWriter.Close, "aborted": source.RejectWriter.Abort,
	} {
		w, err := r.NewRejects(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(end(w), end(w)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "*")); len(left) > 0 {
		t.Errorf("left behind: %q", left)
	}
}

// testDescribe holds a Reader to telling how its source is written, and nothing
// that stands in a row.
func testDescribe(t *testing.T, s Suite) {
	rows := sample(3)
	r := s.Open(t, columns, rows)
	d, ok := r.(source.Describer)
	if !ok {
		t.Fatal("the Reader does not say how its source is written; implement source.Describer")
	}
	facts := d.Describe()
	names := map[string]bool{}
	for _, f := range facts {
		if f.Name == "" || f.Value == "" || names[f.Name] {
			t.Errorf("a fact without a name of its own or without a value: %+v", f)
		}
		names[f.Name] = true
		for _, row := range rows {
			if name := row.Cells[1]; name != "" && strings.Contains(f.Value+f.Evidence, name) {
				t.Errorf("a fact holds a value of a row: %+v", f)
			}
		}
	}
	readAll(t, r, 10)
	if got := d.Describe(); len(got) < len(facts) {
		t.Errorf("at the end %d facts are known, at the start %d", len(got), len(facts))
	}
}

func testClose(t *testing.T, s Suite) {
	r := s.Open(t, columns, sample(2))
	if err := errors.Join(r.Close(), r.Close()); err != nil {
		t.Error(err)
	}
}
