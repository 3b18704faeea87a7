package mapper

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// The limits of a file beside the mapping, which is held in memory.
const (
	maxCompanion = 32 << 20
	maxRows      = 500_000
)

// companion is a file that the mapping names: a lookup, or a list of keys. It
// is read once, whatever asks for it. No text about it shows what it holds.
type companion struct {
	name    string // as the mapping writes it
	at      position
	lookups []*lookup
	lists   []*keyList
}

// companion finds the file that a node names.
func (d *decoder) companion(n *yaml.Node, what string) *companion {
	name, ok := d.word(n, what)
	if !ok {
		return nil
	}
	if !filepath.IsLocal(filepath.FromSlash(name)) {
		d.add(positionOf(n), what+" leaves the folder of the mapping", "put the file beside the mapping, or below it, and name it relative to that folder")
		return nil
	}
	for _, c := range d.files {
		if c.name == name {
			return c
		}
	}
	c := &companion{name: name, at: positionOf(n)}
	d.files = append(d.files, c)
	return c
}

// readFiles reads every file that the mapping named. It comes last: what is
// wanted of each is known then.
func (d *decoder) readFiles() {
	for _, c := range d.files {
		data, ok := d.readCompanion(c)
		if !ok {
			continue
		}
		sum := sha256.Sum256(data)
		d.m.Files = append(d.m.Files, File{Path: c.name, Hash: hex.EncodeToString(sum[:])})
		data = bytes.TrimPrefix(data, []byte("\ufeff"))
		if at := firstInvalid(data); at >= 0 {
			d.add(c.at, fmt.Sprintf("%s:%d is not UTF-8", c.name, lineOf(data, at)), "save the file as UTF-8")
			continue
		}
		for _, l := range c.lookups {
			d.readLookup(c, l, data)
		}
		for _, k := range c.lists {
			d.readKeys(c, k, data)
		}
	}
	slices.SortFunc(d.m.Files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
}

// readCompanion reads a file of the mapping's folder, and of no other.
func (d *decoder) readCompanion(c *companion) ([]byte, bool) {
	data, err := readBeside(d.path, c.name)
	if err == nil {
		return data, true
	}
	what, fix := "the file "+quote(c.name)+" cannot be read", "check its name and its permissions; it is looked for beside the mapping"
	switch {
	case errors.Is(err, fs.ErrNotExist):
		what = "there is no file " + quote(c.name) + " beside the mapping"
	case errors.Is(err, errCompanionKind):
		fix = "name a regular file beside the mapping"
	case errors.Is(err, errCompanionSize):
		what, fix = "the file "+quote(c.name)+" is larger than 32 MiB", "keep what the mapping needs of it, or join the column into the source"
	}
	d.add(c.at, what, fix)
	return nil, false
}

var (
	errCompanionKind = errors.New("not a regular file")
	errCompanionSize = errors.New("too large")
)

func readBeside(mapping, name string) (data []byte, err error) {
	root, err := os.OpenRoot(filepath.Dir(mapping))
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, root.Close()) }()
	info, err := root.Stat(filepath.FromSlash(name)) // to open a pipe would wait for its writer
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errCompanionKind
	}
	f, err := root.Open(filepath.FromSlash(name))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if data, err = io.ReadAll(io.LimitReader(f, maxCompanion+1)); err == nil && len(data) > maxCompanion {
		err = errCompanionSize
	}
	return data, err
}

// firstInvalid is where the first byte stands that is not UTF-8, -1 if none.
func firstInvalid(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

func lineOf(data []byte, at int) int { return 1 + bytes.Count(data[:at], []byte("\n")) }

// sheetOf opens a CSV file whose header has the wanted columns, whatever the
// delimiter. Without one, header is that of the most columns.
func sheetOf(data []byte, wanted []string) (rows *csv.Reader, columns []int, header []string) {
	for _, delimiter := range delimiters {
		r := csv.NewReader(bytes.NewReader(data))
		r.Comma, r.ReuseRecord = delimiter, true
		names, err := r.Read()
		if err != nil {
			continue
		}
		if at := placesOf(names, wanted); at != nil {
			return r, at, nil
		}
		if len(names) > len(header) {
			header = slices.Clone(names)
		}
	}
	return nil, nil, header
}

func textsOf(columns []column) []string {
	texts := make([]string, len(columns))
	for i := range columns {
		texts[i] = columns[i].text
	}
	return texts
}

// placesOf finds the wanted names in a header, nil unless all are there.
func placesOf(header, wanted []string) []int {
	at := make([]int, len(wanted))
	for i, name := range wanted {
		at[i] = slices.IndexFunc(header, func(h string) bool { return foldColumn(h) == foldColumn(name) })
		if at[i] < 0 {
			return nil
		}
	}
	return at
}

// eachRow hands the wanted cells of every row to fn, trimmed and in NFC, with
// the line where the row starts. It reports false where the file cannot be
// read to its end, which is told.
func (d *decoder) eachRow(c *companion, rows *csv.Reader, columns []int, fn func(line int, cells []string)) bool {
	cells := make([]string, len(columns))
	for n := 0; ; n++ {
		record, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return true
		}
		if e := (*csv.ParseError)(nil); errors.As(err, &e) {
			d.add(c.at, fmt.Sprintf("%s:%d cannot be read as CSV: %s", c.name, e.Line, e.Err), "mend that line; look for a quote or a delimiter too many")
			return false
		}
		if err != nil || n >= maxRows {
			d.add(c.at, "the file "+quote(c.name)+" has more than 500,000 rows", "keep what the mapping needs of it, or join the column into the source")
			return false
		}
		line, _ := rows.FieldPos(0)
		for i, column := range columns {
			cells[i] = nfc(strings.TrimSpace(record[column]))
		}
		fn(line, cells)
	}
}

// openBrace says what is wrong with the name of a column that no table has where one of a
// template was not closed before the next, "" where none is open in it.
func openBrace(name string) string {
	begun, _, open := strings.Cut(name, "{")
	if !open {
		return ""
	}
	return "write } behind the name of the column " + quote(strings.TrimSpace(begun)) + ", before the next {"
}

// noColumn tells which wanted column a file does not have, and which it has where its
// first line can be shown.
func (d *decoder) noColumn(c *companion, wanted []column, header []string, data []byte) {
	for _, w := range wanted {
		if placesOf(header, []string{w.text}) != nil {
			continue
		}
		fix := "its first line must name the columns"
		if names := headerOf(data); names != nil {
			fix = "it has " + strings.Join(names, ", ")
		}
		if open := openBrace(w.text); open != "" {
			fix = open
		} else if near := nearest(w.text, header); near != "" {
			fix = `did you mean "` + quoteFree(near) + `"?`
		}
		d.add(w.at, "the file "+quote(c.name)+" has no column "+quote(w.text), fix)
	}
}
