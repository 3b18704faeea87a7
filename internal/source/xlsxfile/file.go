package xlsxfile

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
)

// sheetFile is one workbook of a source, read as far as the header of its
// sheet.
type sheetFile struct {
	name      string // book.xlsx[Sheet1], as places are named
	sheet     string
	path      string
	notes     []string
	locked    bool // it has a password
	sheets    int  // of the workbook
	unseen    int  // of these, hidden
	byLooks   bool // the sheet is not the first, and looks like the table
	byColumns bool // the header is the row with all columns that are asked for
	file      *os.File
	part      io.ReadCloser
	strings   *sharedStrings
	formats   []*format
	render    renderer
	scan      *sheetScanner
	merges    *merges
	survey    func() error // finds the merged ranges
	meter     *meter
	layout    *layout
	ahead     []sheetRow // rows behind the header that were read to find it
	rows      int64
	lastRow   int64 // number of the last row that holds something
	row       sheetRow
	assemble  assembler
	dates     []exchanged // by column; nil where no date was read
}

// openFile opens a workbook and reads as far as its header. counted is the same
// file, of which every byte that is read counts; nil for a look.
func openFile(ctx context.Context, path, name string, counted io.ReadCloser, spec *source.Spec, opts options) (f *sheetFile, err error) {
	f = &sheetFile{path: name, name: name, meter: &meter{counted: counted}}
	defer func() {
		if err != nil {
			err = errors.Join(fmt.Errorf("%s: %w", f.name, err), f.Close())
		}
	}()
	if f.file, err = os.Open(path); err != nil {
		return f, fmt.Errorf("the source cannot be read: %w", err)
	}
	info, err := f.file.Stat()
	if err != nil {
		return f, fmt.Errorf("the source cannot be read: %w", err)
	}
	f.meter.size = info.Size()
	p, err := container(f.file, info.Size(), opts.password)
	if err != nil {
		return f, err
	}
	f.locked = p.locked
	w, err := openWorkbook(p)
	if err != nil {
		return f, err
	}
	if err := f.prepare(ctx, w, spec, opts); err != nil {
		return f, err
	}
	return f, f.findHeader(spec, opts)
}

// prepare chooses the sheet and reads what its cells refer to.
func (f *sheetFile) prepare(ctx context.Context, w *workbook, spec *source.Spec, opts options) error {
	if err := f.refer(ctx, w, spec.Temp); err != nil {
		return err
	}
	sheet, notes, err := w.choose(opts.sheet, spec.Likeliest, func(s *sheetInfo) bool { return f.isRejects(w, s) })
	if err != nil {
		return err
	}
	f.sheet, f.notes, f.sheets, f.byLooks = sheet.name, notes, len(w.sheets), w.likeliest
	for i := range w.sheets {
		if w.sheets[i].hidden {
			f.unseen++
		}
	}
	f.name = f.path + "[" + sheet.name + "]"
	f.survey = func() (err error) {
		part, err := w.open(sheet.part)
		if err != nil {
			return err
		}
		defer part.Close()
		f.merges, err = survey(interruptible{ctx, part})
		return err
	}
	if f.meter.counted != nil {
		if err := f.survey(); err != nil {
			return err
		}
	}
	return f.begin(w, sheet)
}

// refer reads the shared strings and the styles.
func (f *sheetFile) refer(ctx context.Context, w *workbook, temp string) error {
	f.render.from1904 = w.from1904
	if w.styles != "" && w.has(w.styles) {
		part, err := w.small(w.styles)
		if err != nil {
			return err
		}
		f.formats, err = readStyles(part)
		part.Close()
		if err != nil {
			return fmt.Errorf("its styles cannot be read: %w", err)
		}
	}
	if w.strings == "" || !w.has(w.strings) {
		return nil
	}
	part, err := w.open(w.strings)
	if err != nil {
		return err
	}
	defer part.Close()
	if f.strings, err = readStrings(ctx, part, temp); err != nil {
		return fmt.Errorf("its shared strings cannot be read: %w", err)
	}
	return nil
}

// begin opens the rows of a sheet.
func (f *sheetFile) begin(w *workbook, sheet *sheetInfo) error {
	var err error
	if f.part, err = w.open(sheet.part); err != nil {
		return err
	}
	f.meter.part, f.meter.total = f.part, w.unpacked(sheet.part)
	f.scan, err = newSheetScanner(f.meter)
	return err
}

// unpacked is the size that the archive states for a part.
func (p *pack) unpacked(name string) int64 { return int64(p.parts[partName(name)].UncompressedSize64) }

// format is that of a cell.
func (f *sheetFile) format(style int) *format {
	if style < 0 || style >= len(f.formats) || style == 0 && f.formats[0].shape == shapeGeneral {
		return general
	}
	return f.formats[style]
}

// next reads the next row that holds something.
func (f *sheetFile) next(row *sheetRow) error {
	if len(f.ahead) > 0 {
		*row = f.ahead[0]
		f.ahead = f.ahead[1:]
		return nil
	}
	return f.scanned(row)
}

func (f *sheetFile) scanned(row *sheetRow) error {
	for {
		if err := f.scan.next(row); err != nil || !row.blank() {
			return err
		}
	}
}

// read reads one row of the source, io.EOF after the last.
func (f *sheetFile) read(row *kyc.Row) error {
	if err := f.next(&f.row); err != nil {
		if err != io.EOF {
			return err
		}
		if failed := f.meter.finish(); failed != nil {
			return failed
		}
		return io.EOF
	}
	f.rows++
	return f.assemble.row(f, &f.row, row)
}

// Close gives everything back. It may be called twice.
func (f *sheetFile) Close() error {
	var err error
	if f.part != nil {
		f.part.Close()
	}
	if f.file != nil {
		f.file.Close()
	}
	if f.meter.counted != nil {
		f.meter.counted.Close()
	}
	if f.strings != nil {
		err = f.strings.Close()
	}
	return err
}

// meter reads the XML of a sheet, and as it goes on reads the same share of the
// workbook's bytes, so that they count.
type meter struct {
	counted io.ReadCloser
	part    io.Reader
	size    int64 // of the workbook
	total   int64 // of the sheet's XML
	read    int64
	count   int64
}

// Read implements io.Reader.
func (m *meter) Read(b []byte) (int, error) {
	n, err := m.part.Read(b)
	m.read += int64(n)
	if m.counted == nil || m.total <= 0 {
		return n, err
	}
	share := float64(m.read) / float64(m.total)
	if want := int64(share * float64(m.size)); want-m.count >= 64<<10 && want < m.size {
		if failed := m.advance(want - m.count); failed != nil {
			return n, failed
		}
	}
	return n, err
}

func (m *meter) advance(n int64) error {
	done, err := io.CopyN(io.Discard, m.counted, n)
	m.count += done
	if err != nil && err != io.EOF {
		return fmt.Errorf("the source cannot be read: %w", err)
	}
	return nil
}

// finish reads the rest of the workbook.
func (m *meter) finish() error {
	if m.counted == nil || m.count >= m.size {
		return nil
	}
	return m.advance(m.size - m.count)
}

// interruptible reads until the context ends.
type interruptible struct {
	ctx context.Context // it lives as long as one call
	src io.Reader
}

// Read implements io.Reader.
func (r interruptible) Read(b []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.src.Read(b)
}
