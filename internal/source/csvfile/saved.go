package csvfile

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"kycmigrate/internal/source"
)

// A rejects file is mended by people whose programs save it in their own way: with commas,
// as UTF-8 or in the encoding of their machine. What is stated is the dialect of its
// source. The reject columns at the end of its header, whose names are known, tell the
// delimiter it has now, and let the bytes tell the encoding where it cannot be the stated
// one. Files without them are read as stated and in no other way.

// headReach is how far from the beginning of a file the end of its header is looked for.
const headReach = fitSize

// returned returns the delimiter of the header of a rejects file, "" where the text does
// not begin with one.
func (d *dialect) returned(text []byte) string {
	text = text[:min(len(text), headReach)]
	names := source.RejectColumns()
	from := bytes.Index(text, []byte(names[source.RejectCode]))
	if from < 0 {
		return ""
	}
	between, _, found := bytes.Cut(text[from+len(names[source.RejectCode]):], []byte(names[source.RejectField]))
	if !found || len(between) > maxDelim+2 || !bytes.HasPrefix(text[from:], []byte(strings.Join(names, string(between)))) {
		return ""
	}
	delim := string(between)
	for _, q := range []string{`"`, "'"} {
		if inner, ok := strings.CutPrefix(delim, q); ok && len(inner) > 1 && strings.HasSuffix(inner, q) {
			delim = strings.TrimSuffix(inner, q)
		}
	}
	if delim == "" || strings.ContainsAny(delim, "\"\r\n") || !d.heads(text, delim) {
		return ""
	}
	return delim
}

// heads reports whether the first line of a text, cut by a delimiter, is the header of a
// rejects file. A line that states the delimiter may stand above it.
func (d *dialect) heads(text []byte, delim string) bool {
	text = text[len(sepLine.Find(text)):]
	for _, quote := range []byte{doubleQuote, singleQuote, 0} {
		for _, cr := range []bool{false, true} {
			form := dialect{cs: utf8Charset(), delim: delim, quote: quote, cr: cr}
			var rec record
			p := newParser(newWindow(bytes.NewReader(text), len(text)+8), form)
			if err := p.read(&rec); (err == nil || err == io.EOF) && isRejects(rec.cells) {
				return true
			}
		}
	}
	return false
}

// asReturned settles the encoding of a file that may be a rejects file: where it is one
// that is not in the stated encoding, none counts as stated. It returns what is said of
// that once the encoding is known.
func (d *dialect) asReturned(sample []byte, whole bool, o *options) (was string) {
	if !d.isReturned(sample) {
		o.usual = nil
		return ""
	}
	if o.usual != nil && o.likely == nil {
		o.likely = o.usual.cs
	}
	if o.encoding != "" && savedOtherwise(sample, whole, o) {
		was, o.encoding = o.encoding, ""
	}
	return was
}

// isReturned reports whether the bytes of a file begin as a rejects file does, in any
// encoding. All but UTF-16 have the names of the reject columns in ASCII.
func (d *dialect) isReturned(sample []byte) bool {
	if !bytes.Contains(sample, []byte{'_'}) {
		return false
	}
	cs, body := utf8Charset(), sample
	for _, b := range boms {
		if rest, marked := bytes.CutPrefix(sample, []byte(b.bytes)); marked {
			body = rest
			cs, _ = charsetByName(b.name)
		}
	}
	if name := unmarkedUTF16(body); cs.wide == 1 && name != "" {
		cs = utf16Charset(name == "utf-16be")
	}
	if cs.wide == 2 {
		body, _ = cs.decode(body[:min(len(body), 2*headReach)&^1])
	}
	return d.returned(body) != ""
}

// savedOtherwise reports whether the bytes of a rejects file speak against the encoding
// that is stated. Rows that were rejected for their bytes speak against none.
func savedOtherwise(sample []byte, whole bool, o *options) bool {
	cs, err := charsetByName(o.encoding)
	if err != nil {
		return false
	}
	for _, b := range boms {
		if bytes.HasPrefix(sample, []byte(b.bytes)) {
			return b.name != cs.name && (cs.wide != 0 || !strings.HasPrefix(b.name, cs.name))
		}
	}
	unmarked := unmarkedUTF16(sample)
	_, bad, good := foreignLines(sample, whole)
	switch {
	case cs.wide != 1:
		return unmarked != cs.name
	case unmarked != "":
		return true
	case bytes.Contains(sample, []byte(source.CodeEncoding)):
		return false
	case cs.enc == nil:
		g, _ := guessEncoding(sample)
		return bad > 0 && good == 0 && g.name != ""
	}
	return bad == 0 && good > 0 && isUTF8(sample, cs, o.columns)
}

// tellSaved says in what a rejects file was saved that is not in the stated encoding, or
// that nothing tells. What was said of how that was told is advice for the mapping, which
// is right as it is.
func (d *dialect) tellSaved(was string, err error) error {
	var open *source.EncodingError
	switch {
	case was == "":
		return err
	case errors.As(err, &open):
		return fmt.Errorf("the file is a rejects file that is not in %s, as its source is by the option encoding, and its bytes do not tell what it was saved in; save it as CSV UTF-8", was)
	case err == nil:
		d.notes = nil
		d.note("the file is a rejects file that was saved as " + d.cs.name + ", and is read so: the option encoding, which is its source's, says " + was)
	}
	return err
}

// asItsSource takes the encoding of the source that a rejects file comes from, unless the
// bytes are none of it. Rows that were rejected for their bytes say nothing.
func (d *dialect) asItsSource(sample []byte, cs *charset) bool {
	if cs.wide != 1 {
		return false
	}
	_, ok := cs.clone().decode(sample)
	if !ok && !bytes.Contains(sample, []byte(source.CodeEncoding)) {
		return false
	}
	d.takeUsual(cs)
	return true
}

// takeUsual takes the encoding of the source that a rejects file comes from.
func (d *dialect) takeUsual(cs *charset) {
	d.cs = cs.clone()
	d.note("the file is a rejects file, and is read as " + cs.name + ", as its source was")
}

// usualForm is bestForm for a file that may be a rejects file: written as its source was,
// unless another quote or escape makes whole rows of more lines.
func (d *dialect) usualForm(text []byte, delim string, o options) fit {
	best := d.bestForm(text, delim, o)
	if o.usual == nil || delim != o.usual.delim {
		return best
	}
	if f := d.bestForm(text, delim, o.asUsual(delim)); f.whole >= best.whole {
		return f
	}
	return best
}

// clearlyUTF8 is how many bytes that go on a character of UTF-8, each where it must, are no
// accident in any encoding.
const clearlyUTF8 = 8

// isUTF8 reports whether bytes that are valid UTF-8 are that and not text of the stated
// encoding: by the names of columns that are to be read, by how many bytes they are,
// and else by the words that they make in the one and not in the other.
func isUTF8(sample []byte, cs *charset, columns []string) bool {
	decoded, ok := cs.clone().decode(sample)
	if !ok {
		return true
	}
	for _, name := range columns {
		asUTF8, asStated := bytes.Contains(sample, []byte(name)), bytes.Contains(decoded, []byte(name))
		if asUTF8 != asStated {
			return asUTF8
		}
	}
	goOn := countForeign(sample)
	for _, b := range sample {
		if b >= utf8.RuneSelf && utf8.RuneStart(b) {
			goOn--
		}
	}
	return goOn >= clearlyUTF8 || wordsAsUTF8(cs, foreignCells(sample))
}

// wordsAsUTF8 reports whether cells are words in UTF-8, and none in an encoding of single
// bytes. In one of two bytes a word may be either.
func wordsAsUTF8(cs *charset, cells []byte) bool {
	if _, single := cs.enc.(*charmap.Charmap); !single {
		return false
	}
	stated, ok := reading(cs.name, cells)
	latin, inStated, inUTF8 := false, false, false
	for _, a := range alphabets {
		own := slices.Contains(a.encodings, cs.name)
		latin = latin || own
		inStated = inStated || own && ok && spells(a.letters, stated)
		inUTF8 = inUTF8 || spells(a.letters, string(cells))
	}
	if latin {
		return inUTF8 && !inStated
	}
	for _, s := range scripts {
		if slices.Contains(s.encodings, cs.name) {
			return s.wrote(string(cells)) && !(ok && s.wrote(stated))
		}
	}
	return false
}

// spells reports whether an alphabet has nearly all letters of a text beyond ASCII.
func spells(letters, text string) bool {
	odd, _ := unexplained(text, letters)
	return odd <= mostNonsense
}

// cutAsReturned settles the delimiter of a rejects file by its header. What is written
// with another one than its source was written by another program, with quotes of its own;
// rows that stand whole in a cell are still as the source had them.
func (s *sniffed) cutAsReturned(text []byte, delim string, o *options) {
	if delim == "" {
		return
	}
	was := o.delim
	if was == "" && o.usual != nil {
		was = o.usual.delim
	}
	if was != "" && was != delim && !s.heads(text, was) {
		if o.delim != "" {
			s.note(fmt.Sprintf("the file is a rejects file that was saved with the delimiter %s, and is read so: the option delimiter, which is its source's, says %s", delimName(delim), delimName(was)))
		}
		as := o.asUsual(was)
		s.wrapped = &dialect{delim: was, quote: as.likelyQuote(), escape: as.likelyEscape()}
		o.delim, o.quote, o.escape, o.usual = delim, "", "", nil
	}
	o.delim = cmp.Or(o.delim, delim)
}

// asUsual are the options with the quote and the escape of the source that a rejects file
// comes from, where none are stated and it is cut by the delimiter of its source.
func (o *options) asUsual(delim string) options {
	as := *o
	if o.usual == nil || delim != o.usual.delim {
		return as
	}
	as.quote, as.escape = cmp.Or(o.quote, charName(o.usual.quote)), cmp.Or(o.escape, escapeOption(o.usual.escape))
	return as
}
