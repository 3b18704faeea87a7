package jsonfile

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"slices"
	"strings"
	"unicode/utf8"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
)

// jsonRejects writes a rejects file of JSON lines: the bytes of each record with
// the reject columns as four more members at its end.
//
// A record that could not be read stands whole as the text of _raw, or where
// its bytes are no text, of _raw_base64. The reader takes the members away
// again, and the record out of _raw.
type jsonRejects struct {
	file *source.RejectsFile
	buf  []byte
	rows int64
}

// RejectsExt implements source.Reader.
func (s *jsonSource) RejectsExt() string { return ".jsonl" }

// NewRejects implements source.Reader.
func (s *jsonSource) NewRejects(path string) (source.RejectWriter, error) {
	file, err := source.CreateRejects(path)
	if err != nil {
		return nil, err
	}
	return &jsonRejects{file: file}, nil
}

// Write implements source.RejectWriter.
func (w *jsonRejects) Write(row *kyc.Row, issues []kyc.Issue) error {
	w.buf = w.buf[:0]
	switch {
	case row.Fault == nil:
		w.buf = append(w.buf, strings.TrimSuffix(row.Raw, "}")...)
	case utf8.ValidString(row.Raw):
		w.buf = append(w.buf, '{')
		w.member(memberRaw, row.Raw)
	default:
		w.buf = append(w.buf, '{')
		w.member(memberRaw64, base64.StdEncoding.EncodeToString([]byte(row.Raw)))
	}
	names := source.RejectColumns()
	for i, text := range source.RejectCells(issues) {
		w.member(names[i], text)
	}
	w.buf = append(w.buf, "}\n"...)
	w.rows++
	_, err := w.file.Write(w.buf)
	return err
}

// member adds a member to the object in w.buf.
func (w *jsonRejects) member(name, text string) {
	for i := len(w.buf) - 1; ; i-- {
		if isSpace(w.buf[i]) {
			continue
		}
		if w.buf[i] != '{' {
			w.buf = append(w.buf, ',')
		}
		break
	}
	w.buf = append(append(append(w.buf, '"'), name...), `":`...)
	w.buf = appendText(w.buf, text)
}

// appendText adds a text in quotes, its angle brackets and ampersands as they
// are.
func appendText(b []byte, text string) []byte {
	var out strings.Builder
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(text) // a string always can be
	return append(b, strings.TrimSuffix(out.String(), "\n")...)
}

// Close implements source.RejectWriter.
func (w *jsonRejects) Close() error { return w.file.Close(w.rows) }

// Abort implements source.RejectWriter.
func (w *jsonRejects) Abort() error { return w.file.Abort() }

// restore makes the record that a rejects file was written from of the one that
// was scanned: without the reserved members, or out of them.
func (f *file) restore(rec *record, line []byte) {
	marks := f.scan.marks
	code := slices.IndexFunc(marks, func(m mark) bool { return m.name == source.RejectColumns()[source.RejectCode] })
	raw, wrapped := "", false
	if code >= 0 && !f.scan.other {
		raw, wrapped = unwrap(line, marks)
	}
	if !wrapped {
		raw = string(without(line, slices.DeleteFunc(marks, func(m mark) bool { return isWrapper(m.name) })))
	}
	cutOff := wrapped && bytes.HasPrefix(line[marks[code].value:], []byte(`"`+source.CodeTooLong))
	n := f.scan.record([]byte(raw+"\n"), f.root, f.wide)
	switch {
	case n == len(raw):
		f.fill(rec, raw)
		return
	case cutOff:
		rec.fault = faultTooLong()
	case n >= 0:
		rec.fault = (&problem{CodeSyntax, "something stands behind the record", n}).issue()
	case f.scan.wrong != nil:
		rec.fault = f.scan.wrong.issue()
	default:
		rec.fault = (&problem{CodeSyntax, "the record is not closed", len(raw)}).issue()
	}
	rec.raw = raw
}

func isWrapper(name string) bool { return name == memberRaw || name == memberRaw64 }

// unwrap reads the text that a broken record stands in.
func unwrap(line []byte, marks []mark) (raw string, ok bool) {
	for _, m := range marks {
		var text string
		if !isWrapper(m.name) || json.Unmarshal(line[m.value:m.behind], &text) != nil {
			continue
		}
		if m.name == memberRaw {
			return strings.Trim(text, " \t\r\n"), true
		}
		if raw, err := base64.StdEncoding.DecodeString(text); err == nil {
			return string(raw), true
		}
	}
	return "", false
}

// without takes members out of an object, each with the comma that parts it
// from the rest.
func without(line []byte, marks []mark) []byte {
	out := make([]byte, 0, len(line))
	from := 0
	leading := true
	for _, m := range marks {
		switch {
		case leading && (m.sep < 0 || m.sep < from):
			out = append(out, line[from:max(from, m.from)]...)
			from = m.behind
			for i := m.behind; i < len(line) && (isSpace(line[i]) || line[i] == ','); i++ {
				if line[i] == ',' {
					from = i + 1
					break
				}
			}
		default:
			leading = false
			out = append(out, line[from:m.sep]...)
			from = m.behind
		}
	}
	return append(out, line[from:]...)
}
