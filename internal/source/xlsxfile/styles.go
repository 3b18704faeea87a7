package xlsxfile

import (
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Limits of what a workbook may define.
const (
	maxStyles     = 65536
	maxFormatCode = 255 // Excel's own limit
)

// shape is how the number of a cell becomes text.
type shape uint8

const (
	shapeGeneral shape = iota // as Excel shows a number without a format
	shapeFixed                // 0, 0.00, 000000, #,##0.00, 0%
	shapeDate                 // a day, or a moment
	shapeTime                 // a time of the day
	shapeOther                // whatever else: excelize renders it
)

// format is a number format of a workbook.
type format struct {
	key      string // names the format in Raw: "" is none, "g" General, "b14" built in, "c0.0" a code
	shape    shape
	styled   bool // General that stands in a style of its own
	digits   int  // of shapeFixed: the least digits before the point
	decimals int  // and those behind it
	commas   bool
	percent  bool
	texts    bool // the code says how a text is shown
}

var general = &format{}

// keyGeneral names General where it stands in a style of its own.
const keyGeneral = "g"

// keyFor names the format of a cell in Raw. Only of numbers General shows
// fewer digits than no format does.
func (f *format) keyFor(k kind) string {
	if f.key == keyGeneral && k != kindNumber {
		return ""
	}
	return f.key
}

// isoDates replaces formats that have no code of their own.
const isoDates = "cyyyy\\-mm\\-dd"

// builtIn are the codes of formats that a workbook names by number only.
var builtIn = map[int]string{
	1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
	14: "mm-dd-yy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "hh:mm", 21: "hh:mm:ss",
	22: "m/d/yy hh:mm", 37: "#,##0 ;(#,##0)", 38: "#,##0 ;[red](#,##0)", 39: "#,##0.00 ;(#,##0.00)", 40: "#,##0.00 ;[red](#,##0.00)",
	41: `_(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_)`, 42: `_("$"* #,##0_);_("$"* \(#,##0\);_("$"* "-"_);_(@_)`,
	43: `_(* #,##0.00_);_(* \(#,##0.00\);_(* "-"??_);_(@_)`, 44: `_("$"* #,##0.00_);_("$"* \(#,##0.00\);_("$"* "-"??_);_(@_)`,
	45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
}

// newFormat makes the format with a number, and a code where the workbook
// gives one.
func newFormat(id int, code string) *format {
	key := "c" + code
	if code == "" {
		code, key = builtIn[id], "b"+strconv.Itoa(id)
	}
	switch {
	case code == "" && eastern(id):
		return &format{key: isoDates, shape: shapeDate}
	case id == 0 && code == "", strings.EqualFold(code, "general"):
		return &format{key: keyGeneral, styled: true}
	case code == "" || len(code) > maxFormatCode || !printable(code):
		return general
	}
	f := &format{key: key}
	f.read(code)
	return f
}

// printable reports whether a code has nothing that no code has.
func printable(code string) bool {
	return utf8.ValidString(code) && !strings.ContainsFunc(code, func(r rune) bool { return r < ' ' || r == 0xfffe || r == 0xffff })
}

// eastern reports whether a number stands for a date of Chinese, Japanese or
// Korean Excel, where its form goes by the language.
func eastern(id int) bool { return id >= 27 && id <= 36 || id >= 50 && id <= 58 }

// read finds out what a code makes of a number.
func (f *format) read(code string) {
	parts := scanFormat(code)
	f.texts = parts.texts
	switch {
	case parts.elapsed:
		f.shape = shapeOther
	case parts.date:
		f.shape = shapeDate
	case parts.time:
		f.shape = shapeTime
	case code == "@":
		f.shape, f.texts = shapeGeneral, false
	case !f.fixed(code):
		f.shape = shapeOther
	}
}

// fixed takes a code that is made of nothing but digits' places.
func (f *format) fixed(code string) bool {
	body, percent := strings.CutSuffix(code, "%")
	whole, decimals, _ := strings.Cut(body, ".")
	if rest, commas := strings.CutPrefix(whole, "#,##"); commas {
		whole, f.commas = rest, true
	}
	zeros := func(s string) bool { return strings.Trim(s, "0") == "" }
	if !zeros(whole) || !zeros(decimals) || whole == "" || f.commas && whole != "0" || decimals == "" && strings.HasSuffix(body, ".") {
		return false
	}
	f.shape, f.percent, f.digits, f.decimals = shapeFixed, percent, len(whole), len(decimals)
	return true
}

// formatParts are what stands in a format code.
type formatParts struct {
	date    bool // years, months or days
	time    bool // hours, minutes or seconds
	elapsed bool // [h], [mm] or [ss]: hours beyond a day
	texts   bool // a section for texts that adds something, or hides them
}

// scanFormat looks at the first section of a code, that of positive numbers,
// and whether any section is for texts.
func scanFormat(code string) (p formatParts) {
	var months bool
	first, sections, start := true, 1, 0
	for i := 0; i < len(code); i++ {
		switch c := code[i] | 0x20; {
		case code[i] == '"':
			i += closing(code[i+1:], '"')
		case code[i] == '[':
			n := closing(code[i+1:], ']')
			p.elapsed = p.elapsed || first && isElapsed(code[i+1:min(i+n, len(code))])
			i += n
		case code[i] == '\\', code[i] == '_', code[i] == '*':
			i++
		case code[i] == ';':
			p.texts = p.texts || forTexts(code[start:i], sections)
			first, sections, start = false, sections+1, i+1
		case !first:
		case strings.HasPrefix(strings.ToLower(code[i:]), "general"):
			i += len("general") - 1
		case strings.HasPrefix(strings.ToUpper(code[i:]), "AM/PM"):
			p.time = true
			i += len("AM/PM") - 1
		case c == 'y' || c == 'd':
			p.date = true
		case c == 'm':
			months = true
		case c == 'h' || c == 's':
			p.time = true
		}
	}
	p.date = p.date || months && !p.time
	p.texts = p.texts || forTexts(code[start:], sections)
	return p
}

// forTexts reports whether the n-th section of a code does something to texts.
func forTexts(section string, n int) bool {
	return section != "@" && (n == 4 || strings.Contains(section, "@"))
}

// closing is how far the character that ends a part is, or the end of the code.
func closing(code string, end byte) int {
	if n := strings.IndexByte(code, end); n >= 0 {
		return n + 1
	}
	return len(code)
}

func isElapsed(inner string) bool {
	lower := strings.ToLower(inner)
	return lower != "" && (strings.Trim(lower, "h") == "" || strings.Trim(lower, "m") == "" || strings.Trim(lower, "s") == "")
}

// readStyles reads the formats of a workbook's styles, in the order that cells
// name them by.
func readStyles(part io.Reader) ([]*format, error) {
	x, err := newXMLScanner(part)
	if err != nil {
		return nil, err
	}
	codes, formats := map[int]string{}, []*format{}
	seen := map[int]*format{}
	inside := false
	for {
		kind, err := x.next()
		switch name := string(x.name); {
		case err == io.EOF:
			return formats, nil
		case err != nil:
			return nil, err
		case name == "cellXfs":
			inside = kind == tokOpen && !x.empty
		case kind != tokOpen || len(codes) > maxStyles || len(formats) > maxStyles:
		case name == "numFmt":
			if id, err := strconv.Atoi(x.attr("numFmtId")); err == nil {
				codes[id] = x.attr("formatCode")
			}
		case name == "xf" && inside:
			id, _ := strconv.Atoi(x.attr("numFmtId"))
			if seen[id] == nil {
				seen[id] = newFormat(id, codes[id])
			}
			formats = append(formats, seen[id])
		}
	}
}
