package csvfile

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"kycmigrate/internal/source"
)

// Where the header stands, beside a line number.
const (
	headerAuto  = 0
	headerNone  = -1
	headerFirst = -2
)

// options are the checked options of a CSV source.
type options struct {
	delim    string   // "": auto
	encoding string   // "": auto
	likely   *charset // of the source's first file, for one that is ASCII alone
	quote    string   // "": auto, or none, or the quote
	escape   string   // "": auto, double or backslash
	header   int      // a physical line, or one of the constants
	columns  []string
	usual    *dialect // how the source was written that a rejects file comes from, nil where that is not known
}

func newOptions(spec source.Spec) (options, error) {
	o := options{columns: spec.Columns, usual: usualOf(spec.AsSource)}
	if spec.Kind == "tsv" {
		o.delim = "\t"
	}
	for name, value := range spec.Options {
		if value == "" || strings.EqualFold(value, "auto") {
			continue
		}
		if err := o.set(name, value); err != nil {
			return o, err
		}
	}
	if o.quote != "" && o.delim == o.quote || o.escape == escapeBackslash && o.delim == `\` {
		return o, errors.New("the option delimiter must be another character than the quote and the escape")
	}
	return o, nil
}

// usualOf reads what Dialect has told, nil where it is not whole.
func usualOf(told map[string]string) *dialect {
	var o options
	for _, name := range []string{optEncoding, optDelimiter, optQuote, optEscape} {
		if told[name] == "" || o.set(name, told[name]) != nil {
			return nil
		}
	}
	cs, err := charsetByName(o.encoding)
	if err != nil || cs.wide == 0 {
		return nil
	}
	return &dialect{cs: cs, delim: o.delim, quote: o.likelyQuote(), escape: o.likelyEscape()}
}

// The options that say how a file is written.
const (
	optEncoding  = "encoding"
	optDelimiter = "delimiter"
	optQuote     = "quote"
	optEscape    = "escape"
)

func (o *options) set(name, value string) (err error) {
	switch name {
	case optDelimiter:
		o.delim, err = delimByName(value)
	case optEncoding:
		o.encoding = value
	case "member":
	case optQuote:
		var known bool
		if o.quote, known = quoteNames[strings.ToLower(value)]; !known {
			err = errors.New(`the option quote must be auto, ", ' or none`)
		}
	case optEscape:
		var known bool
		if o.escape, known = escapeNames[strings.ToLower(value)]; !known {
			err = errors.New("the option escape must be auto, double (a quote within quotes is doubled) or backslash")
		}
	case "header":
		o.header, err = headerByName(value)
	default:
		err = fmt.Errorf("CSV has no option %q; it has delimiter, encoding, quote, escape, header and member", name)
	}
	return err
}

// quoteNone states that quotes have no meaning.
const quoteNone = "none"

var quoteNames = map[string]string{`"`: `"`, "double": `"`, "'": "'", "single": "'", quoteNone: quoteNone}

// escapeBackslash states that a backslash takes the meaning from what follows it.
const escapeBackslash = "backslash"

var escapeNames = map[string]string{"double": "double", escapeBackslash: escapeBackslash, `\`: escapeBackslash, `\\`: escapeBackslash}

// states reports whether the encoding is stated that a file was read in.
func (o *options) states(cs *charset) bool {
	if o.encoding == "" {
		return false
	}
	stated, err := charsetByName(o.encoding)
	return err == nil && (stated.name == cs.name || stated.wide == 0)
}

// likelyQuote is the quote that is stated, or else the usual one; 0 for none.
func (o *options) likelyQuote() byte {
	switch o.quote {
	case "":
		return doubleQuote
	case quoteNone:
		return 0
	}
	return o.quote[0]
}

// likelyEscape is the escape that is stated, 0 for none.
func (o *options) likelyEscape() byte {
	if o.escape == escapeBackslash {
		return backslash
	}
	return 0
}

func headerByName(value string) (int, error) {
	switch strings.ToLower(value) {
	case "first", "true":
		return headerFirst, nil
	case "none", "false":
		return headerNone, nil
	}
	line, err := strconv.Atoi(value)
	if err != nil || line < 1 {
		return 0, errors.New("the option header must be auto, first, none, or the number of the line that the header stands on")
	}
	return line, nil
}

var delimNames = map[string]string{
	"comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|", "space": " ", "colon": ":",
	"soh": "\x01", "us": "\x1f", "rs": "\x1e",
}

// maxDelim is the most bytes of a delimiter.
const maxDelim = 8

// delimByName reads the option delimiter.
func delimByName(name string) (string, error) {
	if d, ok := delimNames[strings.ToLower(name)]; ok {
		return d, nil
	}
	d := name
	if len(name) > 1 && strings.Contains(name, `\`) {
		if plain, err := strconv.Unquote(`"` + strings.ReplaceAll(name, `"`, `\"`) + `"`); err == nil {
			d = plain
		}
	}
	word := len(d) > 1 && strings.Trim(strings.ToLower(d), "abcdefghijklmnopqrstuvwxyz0123456789 ") == ""
	if word || len(d) > maxDelim || !utf8.ValidString(d) || strings.ContainsAny(d, "\"\r\n\x00\ufeff\ufffd") {
		return "", fmt.Errorf(`the option delimiter must be comma, semicolon, tab, pipe, soh, us, or up to %d bytes such as || or \x01, without quotes and line breaks`, maxDelim)
	}
	return d, nil
}

// delimName is how a delimiter is written for a person.
func delimName(d string) string {
	for _, name := range []string{"comma", "semicolon", "tab", "soh", "us", "rs", "space"} {
		if delimNames[name] == d {
			return name
		}
	}
	return strings.Trim(strconv.Quote(d), `"`)
}
