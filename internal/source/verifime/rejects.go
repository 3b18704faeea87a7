package verifime

import (
	"errors"
	"path/filepath"
	"strings"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
)

// rejects writes customers back in the form of their own table, and what is
// left of the archive into a file beside it: requests as they were stored, one
// a line, which can be an archive again.
type rejects struct {
	customers source.RejectWriter
	width     int
	events    *source.RejectsFile // nil where nothing is told of the archive
	rows      int64               // in it
}

// eventsExt ends the name of the file with the events that told of nobody.
const eventsExt = ".events.jsonl"

// NewRejects implements source.Reader.
func (r *reader) NewRejects(path string) (source.RejectWriter, error) {
	inner, err := r.Reader.NewRejects(path)
	if err != nil {
		return nil, err
	}
	w := &rejects{customers: inner, width: r.width}
	if r.partial {
		return w, nil
	}
	w.events, err = source.CreateRejects(strings.TrimSuffix(path, filepath.Ext(path)) + eventsExt)
	if err != nil {
		return nil, errors.Join(err, inner.Abort())
	}
	return w, nil
}

// Write implements source.RejectWriter.
func (w *rejects) Write(row *kyc.Row, issues []kyc.Issue) error {
	if row.Fault != nil && w.events != nil && isEvent(row.Fault.Code) {
		w.rows++
		_, err := w.events.Write([]byte(oneLine(row.Raw) + "\n"))
		return err
	}
	own := *row
	if len(own.Cells) > w.width {
		own.Cells = own.Cells[:w.width:w.width]
	}
	return w.customers.Write(&own, issues)
}

func isEvent(code string) bool {
	return code == CodeNoCustomer || code == CodeBadEvent || code == CodeBadSignature
}

// oneLine puts a request on one line. Line breaks between the members of a JSON
// object are space; within a text they cannot stand.
func oneLine(raw string) string {
	return strings.NewReplacer("\r", " ", "\n", " ").Replace(raw)
}

// Close implements source.RejectWriter.
func (w *rejects) Close() error {
	err := w.customers.Close()
	if w.events != nil {
		err = errors.Join(err, w.events.Close(w.rows))
	}
	return err
}

// Abort implements source.RejectWriter.
func (w *rejects) Abort() error {
	err := w.customers.Abort()
	if w.events != nil {
		err = errors.Join(err, w.events.Abort())
	}
	return err
}
