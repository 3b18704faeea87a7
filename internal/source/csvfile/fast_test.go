package csvfile

import (
	"fmt"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// textParser parses a text of so many columns, through a window that is size
// bytes at first.
func textParser(form dialect, text string, columns, size int) *parser {
	p := newParser(newWindow(iotest.HalfReader(strings.NewReader(text)), size), form)
	p.width, p.layout = columns, newLayout(positions(columns))
	return p
}

// everything tells all there is to know of the records up to the end.
func everything(p *parser) (told []string) {
	for {
		rec := record{spare: make([]string, 0, p.width)}
		if err := p.next(&rec); err != nil {
			return append(told, fmt.Sprintf("%v on line %d", err, p.line))
		}
		told = append(told, fmt.Sprintf("%d at %d: %q %q %+v", rec.line, rec.at, rec.raw, rec.cells, rec.fault))
	}
}

// anyForm is a dialect that the fast way may know, and now and then one that it
// does not.
func anyForm(t *rapid.T) dialect {
	cs, err := charsetByName(rapid.SampledFrom([]string{"utf-8", "utf-8", "windows-1252", "cp949"}).Draw(t, "charset"))
	if err != nil {
		t.Fatal(err)
	}
	return dialect{
		cs:     cs,
		delim:  rapid.SampledFrom([]string{",", ",", ";", "\t", "||"}).Draw(t, "delimiter"),
		quote:  rapid.SampledFrom([]byte{doubleQuote, doubleQuote, singleQuote, 0}).Draw(t, "quote"),
		escape: rapid.SampledFrom([]byte{0, 0, backslash}).Draw(t, "escape"),
		cr:     rapid.IntRange(0, 9).Draw(t, "lines of CR") == 0,
	}
}

// anyText is made of whole rows, and of what may be amiss in one, at every
// distance from the border of a block or of the window.
func anyText(t *rapid.T, form *dialect, columns int) string {
	q := string(rune(max(form.quote, ' ')))
	row := strings.Repeat("a"+form.delim, columns-1)
	piece := rapid.SampledFrom([]string{
		form.delim, form.delim, form.delim, q, q, q + q, q + form.delim, form.delim + q, "\n", "\n", "\r\n", "\r", "\\", "\\" + q, "\x00", "\x1a",
		"é", "김", "한국", "😀", "\xff", "\xb1\xe8", " ", "-", row + "a\n", row + q + "b" + q + "\n", row + q + "b\nc" + q + "\n", q + "b" + q + q + "c" + q + form.delim, row + q + "b\r\nc" + q + "\r\n",
		q + row + "\n" + row + q + "\n", row + "김\n",
	})
	var text strings.Builder
	for range rapid.IntRange(0, 40).Draw(t, "pieces") {
		text.WriteString(piece.Draw(t, "piece"))
		text.WriteString(strings.Repeat("x", rapid.SampledFrom([]int{0, 0, 0, 1, 5, 6, 7, 8, 9, 60, 63, 64, 65, 300, 600}).Draw(t, "stretch")))
	}
	return text.String()
}

// TestFastIsTheScanner: with the fast way and without it the same records are
// read, whatever the text, the dialect and the size of the window.
func TestFastIsTheScanner(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		form := anyForm(t)
		columns := rapid.SampledFrom([]int{1, 2, 3, 9}).Draw(t, "columns")
		text := anyText(t, &form, columns)
		size := rapid.SampledFrom([]int{1, 16, 64, 100, 1000}).Draw(t, "window")
		slow := textParser(form, text, columns, size)
		slow.fast.able = false
		want := everything(slow)
		if diff := cmp.Diff(want, everything(textParser(form, text, columns, size))); diff != "" {
			t.Fatalf("%q: %s", text, diff)
		}
	})
}

// TestWhatIsCutFast: the usual is, and the rest is left to the scanner.
func TestWhatIsCutFast(t *testing.T) {
	usual := dialect{cs: utf8Charset(), delim: ",", quote: doubleQuote}
	escaping := usual
	escaping.escape = backslash
	korean, err := charsetByName("cp949")
	if err != nil {
		t.Fatal(err)
	}
	legacy := dialect{cs: korean, delim: ",", quote: doubleQuote}
	tests := []struct {
		form dialect
		text string
		want bool
	}{
		{usual, "1,Kim,Seoul\n", true},
		{usual, "1,김민수,서울\r\n", true},
		{usual, "1," + strings.Repeat("long", 100) + ",\"" + strings.Repeat("a, b", 100) + "\"", true},
		{usual, "\"1\",\"Kim, Minsu\",\"\"\n", true},
		{usual, "1,Kim,\"a\nb\"\n", true},
		{usual, "1,2\n", true},
		{usual, "1,\"Kim\r\nMinsu\",3\n", false},
		{usual, "1,\"Kim \"\"Minsu\"\"\",3\n", true},
		{usual, "1,\"Kim \"\"Min\nsu\"\"\",\"\"\"\"\n", true},
		{usual, "1,\"Kim \"Minsu\"\",3\n", false},
		{escaping, "1,\"Kim \"\"Minsu\"\"\",3\n", false},
		{usual, "1,Kim \"Minsu\",3\n", false},
		{usual, "1,\"Kim,3\n", false},
		{usual, "1,\"\n2,3,4\n\",3\n", false},
		{usual, "1,\xff,3\n", false},
		{usual, "1,\x00,3\n", false},
		{escaping, "1,Kim,3\n", true},
		{escaping, "1,a\\,b,3\n", false},
		{legacy, "1,Kim,3\n", true},
		{legacy, "1,\xb1\xe8,3\n", false},
		{dialect{cs: utf8Charset(), delim: "||", quote: doubleQuote}, "1||Kim||3\n", false},
		{dialect{cs: utf16Charset(false), delim: ",", quote: doubleQuote}, "1\x00,\x002\x00,\x003\x00\n\x00", false},
	}
	for _, tt := range tests {
		p := textParser(tt.form, tt.text, 3, 64)
		line, err := p.win.line(0)
		if err != nil {
			t.Fatal(err)
		}
		if got := p.cutFast(&record{}, len(line)); got != tt.want {
			t.Errorf("%q is cut fast: %t", tt.text, got)
		}
	}
}

func TestMarksAreOfEachByte(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := rapid.SliceOfN(rapid.SampledFrom([]byte{',', ',', '-', '+', 0, 1, 0x7f, 0x80, 0xac, 0xff, 'a'}), 1, 3*blockSize).Draw(t, "bytes")
		at := rapid.IntRange(0, len(b)-1).Draw(t, "at")
		c := rapid.SampledFrom([]byte{',', 0, 0x80, 0xff}).Draw(t, "byte")
		block, part := blockAt(b[:len(b):len(b)], at)
		got := marks(block, eachByte*uint64(c)) & part
		open := within(got)
		inside := false
		for i := range blockSize {
			is := at+i < len(b) && b[at+i] == c
			inside = inside != is
			if got>>i&1 == 1 != is || open>>i&1 == 1 != inside {
				t.Fatalf("byte %d of %q from %d: marked %b, within %b", i, b, at, got, open)
			}
		}
	})
}

// TestEndMarks: of the marks at the very end of a file one is no text, however often the
// end is looked at.
func TestEndMarks(t *testing.T) {
	usual := dialect{cs: utf8Charset(), delim: ",", quote: doubleQuote}
	for text, want := range map[string]string{
		"1,2,3\n\x1a": "1,2,3", "1,2,3\x1a": "1,2,3", "1,2,3\x1a\x1a": "1,2,3\x1a", "1,2,\"3\x1a\x1a\x1a": "1,2,\"3\x1a\x1a", "1,2,3\n\"\x1a\x1a": "\"\x1a",
	} {
		for _, size := range []int{1, 64} {
			p := textParser(usual, text, 3, size)
			var last string
			for rec := (record{}); p.next(&rec) == nil; {
				last = rec.raw
			}
			if last != want {
				t.Errorf("%q by %d bytes: %q, want %q", text, size, last, want)
			}
		}
	}
}
