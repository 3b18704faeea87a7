package csvfile

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"kycmigrate/internal/source"
	"kycmigrate/internal/text"
)

// sampleSize is how much of a file its encoding is told from; a quarter of it
// tells the rest of its dialect.
const sampleSize = readChunk

const fitSize = sampleSize / 4

var boms = []struct {
	bytes, name string
}{
	{"\xef\xbb\xbf", "utf-8"},
	{"\xff\xfe", "utf-16le"},
	{"\xfe\xff", "utf-16be"},
}

// notCSV tells files of other kinds by their first bytes.
var notCSV = []struct{ magic, what string }{
	{"PK\x03\x04", "an XLSX workbook or another document in a zip archive"},
	{"\xd0\xcf\x11\xe0", "an old .xls workbook or an encrypted one"},
	{"%PDF", "a PDF document"},
	{"SQLite format 3\x00", "an SQLite database"},
	{"PAR1", "a Parquet file"},
	{"BZh", "bzip2 data"},
	{"\xfd7zXZ\x00", "xz data"},
	{"7z\xbc\xaf\x27\x1c", "a 7z archive"},
	{"Rar!\x1a", "a RAR archive"},
	{"{\\rtf", "an RTF document"},
}

// notTable tells texts of other kinds by how they begin.
var notTable = []struct {
	begins *regexp.Regexp
	what   string
}{
	{regexp.MustCompile(`^\s*(\{\s*["}]|\[\s*[\[{])`), "this looks like JSON, not CSV; state kind jsonl"},
	{regexp.MustCompile(`^(?i)\s*<(\?xml|!doctype|html|table)\b`), "this looks like XML or HTML, not CSV; export it as CSV first"},
}

// sniffed is what the first bytes of a file told of it.
type sniffed struct {
	dialect
	header place
}

// sniff tells the dialect of a file from its first bytes, and where its header
// stands. whole says that the sample is all of the file.
func sniff(sample []byte, whole bool, o options) (sniffed, error) {
	var s sniffed
	for _, n := range notCSV {
		if bytes.HasPrefix(sample, []byte(n.magic)) {
			return s, fmt.Errorf("this is %s, not CSV; export it as CSV, or unpack it, first", n.what)
		}
	}
	was := s.asReturned(sample, whole, &o)
	if err := s.tellSaved(was, s.sniffCharset(sample, whole, o)); err != nil {
		return s, err
	}
	decoded, _ := s.cs.decode(sample[len(s.bom):])
	text := bytes.Clone(decoded)
	for _, n := range notTable {
		if n.begins.Match(text[:min(len(text), 512)]) {
			return s, errors.New(n.what)
		}
	}
	returned := s.returned(text)
	s.sniffEOL(text, whole, o.asUsual(returned))
	text = s.sniffSep(text, &o)
	s.cutAsReturned(text, returned, &o)
	if s.cs.foreign(o.delim) {
		return s, fmt.Errorf("the delimiter %s is no character of %s; state another delimiter, or the true encoding", delimName(o.delim), s.cs.name)
	}
	f, err := s.sniffForm(s.wholeLines(text, whole), o)
	if err != nil {
		return s, err
	}
	s.delim, s.quote, s.escape = f.form.delim, f.form.quote, f.form.escape
	s.findHeader(f, o)
	return s, nil
}

func (d *dialect) sniffCharset(sample []byte, whole bool, o options) error {
	marked := ""
	for _, b := range boms {
		if bytes.HasPrefix(sample, []byte(b.bytes)) {
			marked, d.bom = b.name, []byte(b.bytes)
		}
	}
	if o.encoding == "" && marked == "" && o.likely != nil && o.likely.enc != nil && text.IsASCII(sample) && unmarkedUTF16(sample) == "" {
		d.cs = o.likely.clone()
		return nil
	}
	if o.encoding == "" {
		return d.guessCharset(sample, whole, marked, o)
	}
	cs, err := charsetByName(o.encoding)
	switch {
	case err != nil:
		return err
	case cs.wide == 0 && strings.HasPrefix(marked, cs.name):
		return d.guessCharset(sample, whole, marked, o)
	case cs.wide == 0:
		return errors.New("the file has no byte order mark of UTF-16; state encoding utf-16le or utf-16be, or leave it auto")
	case marked != "" && marked != cs.name:
		return fmt.Errorf("the option encoding says %s, but the file begins with the mark of %s; state encoding %s or leave it auto", cs.name, marked, marked)
	}
	d.cs = cs
	return d.contradicted(sample, whole)
}

// contradicted holds a stated encoding against the bytes.
func (d *dialect) contradicted(sample []byte, whole bool) error {
	const clearly = 8 // lines: fewer may be broken rows
	const enough = 32 // bytes that tell UTF-16 from a few NULs
	first, bad, good := foreignLines(sample, whole)
	unmarked := ""
	if len(sample) >= enough {
		unmarked = unmarkedUTF16(sample)
	}
	switch {
	case d.cs.wide == 2 && len(sample) > 2 && bytes.IndexByte(sample, 0) < 0:
		return fmt.Errorf("the option encoding says %s, but the file has no zero bytes as that has in every delimiter and line break; leave encoding auto", d.cs.name)
	case d.cs.wide == 2 && unmarked != "" && unmarked != d.cs.name, d.cs.wide == 1 && unmarked != "":
		return fmt.Errorf("the option encoding says %s, but the bytes are those of %s; state encoding %s or leave it auto", d.cs.name, unmarked, unmarked)
	case d.cs.wide == 2:
	case d.cs.enc == nil && bad >= clearly && bad > clearly*good:
		return fmt.Errorf("the option encoding says utf-8, but the file is not, first on line %d; state its true encoding or leave it auto", first)
	case d.cs.enc != nil && bad == 0 && good >= clearly:
		return fmt.Errorf("the option encoding says %s, but the file is UTF-8: every line beyond ASCII is valid in it; state encoding utf-8 or leave it auto", d.cs.name)
	case d.cs.enc != nil && bad == 0 && good > 0:
		d.note("the option encoding says " + d.cs.name + ", but the file's bytes beyond ASCII are valid UTF-8 as well; look at the names in the report")
	}
	return nil
}

func (d *dialect) guessCharset(sample []byte, whole bool, marked string, o options) error {
	if marked != "" {
		cs, err := charsetByName(marked)
		d.cs = cs
		return err
	}
	if name := unmarkedUTF16(sample); name != "" {
		d.note("the encoding was taken for " + name + ": every other byte is zero, and there is no byte order mark; state encoding " + name + " to be sure")
		d.cs = utf16Charset(name == "utf-16be")
		return nil
	}
	d.cs = utf8Charset()
	first, bad, good := foreignLines(sample, whole)
	if bad <= good {
		return nil // each such line is a fault of its own
	}
	if o.usual != nil && d.asItsSource(sample, o.usual.cs) {
		return nil
	}
	g, candidates := guessEncoding(sample)
	if g.name == "" && o.usual != nil {
		d.takeUsual(o.usual.cs)
		return nil
	}
	if g.name == "" {
		return &source.EncodingError{Line: first, Candidates: candidates}
	}
	d.note("the encoding was taken for " + g.name + ": " + g.evidence + "; state encoding " + g.name + " in the mapping, so that rejects and later files are read alike")
	cs, err := charsetByName(g.name)
	d.cs = cs
	return err
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

// foreignLines counts the lines that are not UTF-8, and those that are UTF-8
// beyond ASCII, and returns the first of the former.
func foreignLines(sample []byte, whole bool) (first, bad, good int) {
	for line := 1; len(sample) > 0; line++ {
		body, rest, ended := bytes.Cut(sample, []byte("\n"))
		switch {
		case !ended && !whole, text.IsASCII(body):
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
	return first, bad, good
}

// sepLine is the first line by which Excel is told the delimiter.
var sepLine = regexp.MustCompile(`^"?(?i:sep)=([^\r\n"]{1,8})"?(\r\n|\n|\r)`)

// sniffSep takes note of a line that states the delimiter and returns the text
// behind it.
func (d *dialect) sniffSep(text []byte, o *options) []byte {
	m := sepLine.FindSubmatch(text)
	if m == nil {
		return text
	}
	d.sep = string(m[0])
	if o.delim == "" {
		o.delim = string(m[1])
	}
	d.note("the first line states the delimiter and is no row")
	return text[len(m[0]):]
}

// wholeLines returns as much of the text as the dialect is told from.
func (d *dialect) wholeLines(text []byte, whole bool) []byte {
	if whole && len(text) <= fitSize {
		return text
	}
	text = text[:min(len(text), fitSize)]
	if i := bytes.LastIndexByte(text, d.eol[len(d.eol)-1]); i > 0 {
		return text[:i+1]
	}
	return text
}

// delims are the delimiters that are tried, the likelier first.
var delims = []string{
	",", ";", "\t", "|", "||", ";;", "|~|", "~|~", "^|^", "|^|", "#|#", "@|@", "$|$", "~^~", "^~^", "\x01", "\x1f", "\x1e", "\x02",
	"~", "^", "¦", "§", "¬", "~~", "^^", "¦¦", "::", "@@", "##",
}

// delimsIn returns those that stand in a text. One that stands nowhere but
// within a longer one is left out.
func delimsIn(text []byte) []string {
	found := slices.DeleteFunc(slices.Clone(delims), func(d string) bool { return !bytes.Contains(text, []byte(d)) })
	return slices.DeleteFunc(slices.Clone(found), func(short string) bool {
		alone := bytes.Count(text, []byte(short))
		for _, long := range found {
			if n := strings.Count(long, short); n > 0 && long != short && 10*(alone-n*bytes.Count(text, []byte(long))) <= alone {
				return true
			}
		}
		return false
	})
}

// sniffForm reads the text with each form that it may have, and takes the one
// that makes a table of the most of it.
func (d *dialect) sniffForm(text []byte, o options) (fit, error) {
	tried := []string{o.delim}
	if o.delim == "" {
		tried = delimsIn(text)
	}
	if len(tried) == 0 {
		tried = delims[:1]
	}
	var best, second fit
	for i, delim := range tried {
		f := d.usualForm(text, delim, o)
		switch {
		case i == 0 || f.value() > best.value():
			best, second = f, best
		case f.value() > second.value():
			second = f
		}
	}
	if len(tried) > 1 && best.value() > 0 && best.value() == second.value() {
		return best, fmt.Errorf("two delimiters fit the file equally well, %s and %s; state the right one with the option delimiter",
			delimName(best.form.delim), delimName(second.form.delim))
	}
	d.notes = append(d.notes, best.form.notes...)
	return best, nil
}
