package sqldb

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"strings"
	"syscall"
)

// topic is what an error is about, where that decides what to say.
type topic byte

const (
	topicOther    topic = iota // only its code may be told: its text may hold values
	topicQuery                 // about the query as it is written; its text holds no value
	topicWrite                 // the query writes
	topicLogin                 // user or password
	topicDatabase              // there is no such database
	topicRights                // the user may not read that
	topicGone                  // the server stops or has ended the connection
	topicFile                  // SQLite: the file
)

// diagnosis is what may be said of an error.
type diagnosis struct {
	topic topic
	code  string // the database's own
	text  string // used for topicQuery, topicRights, and topicWrite; masked
}

// failed makes an error of a driver's: the work that it ended, and what may be
// said of it. The driver's error is not wrapped, for nothing of it may be
// printed; that a context ended is kept.
func (t *target) failed(what string, err error) error {
	if err == nil {
		return nil
	}
	if errors.Is(err, context.Canceled) {
		return fmt.Errorf("%s: %w", what, context.Canceled)
	}
	return errors.New(what + ": " + t.explain(err))
}

// explain says what is wrong and what to do, in one sentence.
func (t *target) explain(err error) string {
	d := t.diagnose(err)
	code := ""
	if d.code != "" {
		code = " (" + t.title + " error " + d.code + ")"
	}
	switch d.topic {
	case topicQuery:
		return "the query cannot be run" + code + ": " + t.mask(oneLine(d.text)) + "; correct the sql block of the mapping"
	case topicWrite:
		return "the query writes, and a source is only read" + code + "; state a select"
	case topicRights:
		return "the database user may not do that" + code + ": " + t.mask(oneLine(d.text)) + "; it needs SELECT on what the mapping reads"
	case topicLogin:
		return "the database did not accept the user or the password" + code + "; check --source and the variables that it names"
	case topicDatabase:
		return "the server has no such database" + code + "; check --source"
	case topicGone:
		return "the server ended the connection" + code + "; see its log"
	case topicFile:
		return d.text
	}
	if text := network(err); text != "" {
		return text
	}
	if code == "" {
		return "the connection failed for a reason that the driver does not name; see the log of the server"
	}
	return "the database reports an error" + code + "; its text is not repeated because it may hold values, the log of the server has it"
}

// network says what is wrong with a connection, "" where it is something else.
func network(err error) string {
	var dns *net.DNSError
	var timeout net.Error
	var cert *tls.CertificateVerificationError
	switch {
	case errors.As(err, &dns):
		return "the name of the host cannot be resolved; check the host in --source"
	case errors.As(err, &cert):
		return "the certificate of the server is not trusted; check the TLS settings in --source"
	case errors.Is(err, syscall.ECONNREFUSED):
		return "the connection is refused; check the host and the port in --source, and that the server runs"
	case errors.Is(err, os.ErrNotExist):
		return "the socket does not exist; check --source, and that the server runs"
	case errors.Is(err, os.ErrPermission):
		return "the socket may not be opened; check its permissions"
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &timeout) && timeout.Timeout():
		return "there was no answer in time; check the host and the port in --source, and the firewalls between"
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, net.ErrClosed),
		errors.Is(err, syscall.ECONNRESET), errors.Is(err, syscall.EPIPE):
		return "the connection to the server was lost; see whether it still runs"
	}
	return ""
}

// oneLine makes one line of a server's message.
func oneLine(s string) string {
	const most = 300
	s = strings.TrimRight(strings.Join(strings.Fields(s), " "), ".")
	if len(s) > most {
		s = strings.ToValidUTF8(s[:most], "") + "..."
	}
	return s
}
