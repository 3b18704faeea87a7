package csvfile

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// sampleSize is how much of a file its dialect is told from.
const sampleSize = readChunk

// dialect is the way a CSV file is written.
type dialect struct {
	cs     *charset
	bom    []byte
	comma  byte
	quotes bool
	eol    string // the line break after the header
}

var boms = []struct {
	bytes, name string
}{
	{"\xef\xbb\xbf", "utf-8"},
	{"\xff\xfe", "utf-16le"},
	{"\xfe\xff", "utf-16be"},
}

// notCSV tells files of other kinds by their first bytes.
var notCSV = []struct{ magic, what string }{
	{"PK\x03\x04", "a zip archive or an XLSX workbook"},
	{"\x1f\x8b", "gzip data"},
	{"\x28\xb5\x2f\xfd", "zstd data"},
	{"\xd0\xcf\x11\xe0", "an old .xls workbook or an encrypted one"},
	{"%PDF", "a PDF document"},
	{"SQLite format 3\x00", "an SQLite database"},
}

// sniff tells the dialect of a file from its first bytes. whole says that the
// sample is all of the file.
func sniff(sample []byte, whole bool, o csvOptions) (dialect, error) {
	d := dialect{quotes: o.quotes}
	for _, n := range notCSV {
		if bytes.HasPrefix(sample, []byte(n.magic)) {
			return d, fmt.Errorf("this is %s, not CSV; export it as CSV first", n.what)
		}
	}
	if err := d.sniffCharset(sample, whole, o.encoding); err != nil {
		return d, err
	}
	text, _ := d.cs.decode(sample[len(d.bom):])
	if err := d.sniffEOL(text); err != nil {
		return d, err
	}
	return d, d.sniffComma(text, whole, o)
}

func (d *dialect) sniffCharset(sample []byte, whole bool, stated string) error {
	marked := ""
	for _, b := range boms {
		if bytes.HasPrefix(sample, []byte(b.bytes)) {
			marked, d.bom = b.name, []byte(b.bytes)
		}
	}
	if stated == "" {
		return d.guessCharset(sample, whole, marked)
	}
	cs, err := charsetByName(stated)
	switch {
	case err != nil:
		return err
	case cs.wide == 0 && strings.HasPrefix(marked, cs.name):
		return d.guessCharset(sample, whole, marked)
	case cs.wide == 0:
		return errors.New("the file has no byte order mark of UTF-16; state encoding utf-16le or utf-16be, or leave it auto")
	case marked != "" && marked != cs.name:
		return fmt.Errorf("the option encoding says %s, but the file begins with the mark of %s; state encoding %s or leave it auto", cs.name, marked, marked)
	}
	d.cs = cs
	return nil
}

func (d *dialect) guessCharset(sample []byte, whole bool, marked string) error {
	if marked != "" {
		cs, err := charsetByName(marked)
		d.cs = cs
		return err
	}
	if name := unmarkedUTF16(sample); name != "" {
		return fmt.Errorf("the file looks like %s without a byte order mark; state encoding %s", name, name)
	}
	d.cs = utf8Charset()
	if line := foreignLine(sample, whole); line > 0 {
		return fmt.Errorf("the file is not UTF-8, first on line %d; state its encoding with the option encoding, such as windows-1252, cp949, shift_jis or gb18030", line)
	}
	return nil
}

// unmarkedUTF16 tells UTF-16 by its zero bytes, which stand on one side only.
func unmarkedUTF16(sample []byte) string {
	var zeros [2]int
	for i, b := range sample {
		if b == 0 {
			zeros[i%2]++
		}
	}
	half := len(sample) / 2
	switch {
	case half < 2:
	case zeros[1] > half/2 && zeros[0] <= half/8:
		return "utf-16le"
	case zeros[0] > half/2 && zeros[1] <= half/8:
		return "utf-16be"
	}
	return ""
}

// foreignLine returns the first line that is not UTF-8 where such lines
// outnumber those that are UTF-8 beyond ASCII; otherwise 0, for then the file
// is UTF-8 and each such line a fault of its own.
func foreignLine(sample []byte, whole bool) int {
	first, bad, good, line := 0, 0, 0, 0
	for len(sample) > 0 {
		body, rest, ended := bytes.Cut(sample, []byte("\n"))
		line++
		switch {
		case !ended && !whole, isASCII(body):
		case utf8.Valid(body):
			good++
		default:
			bad++
			if first == 0 {
				first = line
			}
		}
		sample = rest
	}
	if bad > good {
		return first
	}
	return 0
}

func (d *dialect) sniffEOL(text []byte) error {
	d.eol = "\n"
	i := bytes.IndexByte(text, '\n')
	if i > 0 && text[i-1] == '\r' {
		d.eol = "\r\n"
	}
	if i < 0 && bytes.IndexByte(bytes.TrimRight(text, "\r"), '\r') >= 0 {
		return errors.New("the lines end with a carriage return alone; convert the line ends to LF or CRLF")
	}
	return nil
}

var commaNames = map[string]byte{
	"comma": ',', "semicolon": ';', "tab": '\t', `\t`: '\t', "pipe": '|', "space": ' ', "colon": ':',
}

// commaByName reads the option delimiter.
func commaByName(name string) (byte, error) {
	if c, ok := commaNames[strings.ToLower(name)]; ok {
		return c, nil
	}
	if len(name) == 1 && name[0] < utf8.RuneSelf && !strings.ContainsAny(name, "\"\r\n\x00") {
		return name[0], nil
	}
	return 0, errors.New("the option delimiter must be one ASCII character other than a quote, or comma, semicolon, tab or pipe")
}

// commas are the delimiters that are tried, the likelier first.
const commas = ",;\t|"

// sniffComma takes the delimiter that cuts the header and the most of the
// sampled records into equally many cells.
func (d *dialect) sniffComma(text []byte, whole bool, o csvOptions) error {
	if o.comma != 0 {
		d.comma = o.comma
		return nil
	}
	d.comma = commas[0]
	var best, second score
	for i := range len(commas) {
		s := scoreComma(text, commas[i], o.quotes, whole)
		if s.better(best) {
			best, second, d.comma = s, best, commas[i]
		} else if s.better(second) {
			second = s
		}
	}
	if best.cells > 1 && best == second {
		return errors.New("two delimiters fit the file equally well; state the right one with the option delimiter")
	}
	return nil
}

// score says how well a delimiter fits a sample.
type score struct {
	cells   int // cells of the header
	permill int // records with as many cells, of a thousand
}

func (s score) better(t score) bool {
	switch {
	case s.cells < 2:
		return false
	case s.permill != t.permill:
		return s.permill > t.permill
	}
	return s.cells > t.cells
}

// scoreComma counts the cells of each record of the sample, quotes respected.
func scoreComma(text []byte, comma byte, quotes, whole bool) score {
	var s score
	records, same, cells, quoted, start := 0, 0, 1, false, true
	end := func() {
		if records == 0 {
			s.cells = cells
		}
		if records++; cells == s.cells {
			same++
		}
		cells = 1
	}
	empty := true
	for _, b := range text {
		switch {
		case b == '"' && quotes && (quoted || start):
			quoted = !quoted
		case quoted:
		case b == '\n':
			if !empty {
				end()
			}
			empty, start = true, true
			continue
		case b == comma:
			cells++
			empty, start = false, true
			continue
		}
		if b != '\r' {
			empty = false
		}
		start = quotes && b == '"' && !quoted
	}
	if !empty && (whole || records == 0) {
		end()
	}
	s.permill = 1000 * same / max(records, 1)
	return s
}
