package xlsxfile

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
)

// maxMerges is how many merged ranges of a sheet are looked at.
const maxMerges = 1 << 20

// merge is a range of cells that are shown as one. Only the first, at its top
// on the left, has a value.
type merge struct {
	top, bottom int32 // rows, from 1
	left, right int32 // columns, from 0
}

// merges are those of a sheet, by their first rows.
type merges struct {
	list   []merge
	next   int
	active []merge
	last   int64
}

// covers returns a merge that covers a cell of the row other than its first,
// among those that begin within the first columns. Rows are asked for in the
// order of the sheet.
func (m *merges) covers(row int64, width int) *merge {
	if len(m.list) == 0 {
		return nil
	}
	if row <= m.last {
		m.next, m.active = 0, m.active[:0]
	}
	m.last = row
	for ; m.next < len(m.list) && int64(m.list[m.next].top) <= row; m.next++ {
		if int(m.list[m.next].left) < width {
			m.active = append(m.active, m.list[m.next])
		}
	}
	for i := 0; i < len(m.active); {
		a := &m.active[i]
		switch {
		case int64(a.bottom) < row:
			m.active[i] = m.active[len(m.active)-1]
			m.active = m.active[:len(m.active)-1]
		case int64(a.top) < row || a.left < a.right:
			return a
		default:
			i++
		}
	}
	return nil
}

// name is the range as Excel writes it.
func (m *merge) name() string {
	return fmt.Sprintf("%s%d:%s%d", columnName(int(m.left)), m.top, columnName(int(m.right)), m.bottom)
}

// survey unpacks a sheet once from its beginning to its end, so that a broken
// archive is known before the first row is handed over, and reads what stands
// behind the rows: the merged ranges.
func survey(part io.Reader) (*merges, error) {
	tail := &tailReader{src: part, buf: make([]byte, 0, 256<<10)}
	if err := tail.find(); err != nil {
		return nil, err
	}
	m := &merges{}
	if tail.found {
		m.read(io.MultiReader(strings.NewReader("<tail>"), tail))
		slices.SortStableFunc(m.list, func(a, b merge) int { return cmp.Compare(a.top, b.top) })
	}
	_, err := io.Copy(io.Discard, part)
	return m, err
}

// read takes the ranges; what cannot be read holds none.
func (m *merges) read(tail io.Reader) {
	x, err := newXMLScanner(tail)
	for err == nil && len(m.list) < maxMerges {
		var kind token
		kind, err = x.next()
		if err != nil || kind != tokOpen || string(x.name) != "mergeCell" {
			continue
		}
		first, last, _ := strings.Cut(x.attr("ref"), ":")
		top, left, ok := place(first)
		bottom, right, also := place(last)
		if ok && also && (top < bottom || left < right) {
			m.list = append(m.list, merge{top, bottom, left, right})
		}
	}
}

// place reads the name of a cell.
func place(ref string) (row, col int32, ok bool) {
	ref = strings.ReplaceAll(ref, "$", "")
	c, ok := column([]byte(ref))
	n, also := number([]byte(strings.TrimLeft(ref, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")))
	return int32(n), int32(c), ok && also
}

// tailReader finds the end of the rows of a sheet and reads what is behind it.
type tailReader struct {
	src   io.Reader
	buf   []byte
	found bool
}

// endOfRows is the tag that ends the rows, behind its prefix.
var endOfRows = []byte("sheetData>")

// find reads as far as the end of the rows.
func (t *tailReader) find() error {
	for {
		if len(t.buf) == cap(t.buf) {
			keep := copy(t.buf, t.buf[len(t.buf)-64:])
			t.buf = t.buf[:keep]
		}
		n, err := t.src.Read(t.buf[len(t.buf):cap(t.buf)])
		fresh := max(0, len(t.buf)-64)
		t.buf = t.buf[:len(t.buf)+n]
		for {
			i := bytes.Index(t.buf[fresh:], endOfRows)
			if i < 0 {
				break
			}
			at := fresh + i
			fresh = at + len(endOfRows)
			if open := bytes.LastIndexByte(t.buf[:at], '<'); open >= 0 && open+1 < at && t.buf[open+1] == '/' {
				t.buf, t.found = t.buf[fresh:], true
				return nil
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// Read implements io.Reader for what is behind the rows.
func (t *tailReader) Read(b []byte) (int, error) {
	if len(t.buf) > 0 {
		n := copy(b, t.buf)
		t.buf = t.buf[n:]
		return n, nil
	}
	return t.src.Read(b)
}
