package argos

import (
	"context"
	"crypto/tls"
	"errors"
	"io"
	"io/fs"
	"net"
	"net/http"
	"os"
	"strings"
	"syscall"
)

// errUnclear stands for a cause whose own text may quote the server.
var errUnclear = errors.New("the connection failed, or the answer was not HTTP")

// cause clears an error of foreign text: it returns the part of it that is of
// a kind known to speak of addresses, certificates and system calls only.
func cause(err error) error {
	if err == nil {
		return nil
	}
	for _, known := range [...]error{
		context.Canceled, context.DeadlineExceeded, io.ErrUnexpectedEOF, io.EOF, http.ErrSchemeMismatch,
		errTooLong, errBodySize, fs.ErrNotExist, fs.ErrPermission,
	} {
		if errors.Is(err, known) {
			return known
		}
	}
	if typed := typedCause(err); typed != nil {
		return typed
	}
	return errUnclear
}

func typedCause(err error) error {
	var (
		proxy    *proxyError
		dns      *net.DNSError
		cert     *tls.CertificateVerificationError
		record   tls.RecordHeaderError
		op       *net.OpError
		sysError syscall.Errno
	)
	switch {
	case errors.As(err, &proxy):
		return proxy
	case errors.As(err, &dns):
		return dns
	case errors.As(err, &cert):
		return cert.Err
	case errors.As(err, &record):
		return errors.New(record.Msg)
	case errors.As(err, &op) && (errors.As(op.Err, &sysError) || isAlert(op)):
		return op
	case errors.As(err, &op) && op.Timeout():
		return os.ErrDeadlineExceeded
	case errors.As(err, &sysError):
		return sysError
	case handshakeError(err):
		return err
	}
	return nil
}

// unsentCode names a failure before the first byte of a request left us.
func unsentCode(err error) string {
	var (
		proxy  *proxyError
		dns    *net.DNSError
		cert   *tls.CertificateVerificationError
		record tls.RecordHeaderError
		op     *net.OpError
	)
	switch {
	case errors.As(err, &proxy):
		return codeProxy
	case errors.As(err, &dns):
		return codeDNS
	case errors.As(err, &cert), errors.As(err, &record), handshakeError(err),
		errors.Is(err, http.ErrSchemeMismatch):
		return codeTLS
	case errors.As(err, &op) && op.Op == "dial":
		return codeDial
	}
	return codeNotSent
}

// distrusted reports whether err says that nobody whom we trust vouches for the server's certificate, or that
// it is another server's or of another time.
func distrusted(err error) bool {
	var cert *tls.CertificateVerificationError
	return errors.As(err, &cert)
}

// isAlert reports whether err is a TLS alert, of theirs or of ours.
func isAlert(err *net.OpError) bool { return err.Op == "remote error" || err.Op == "local error" }

// handshakeError reports whether err comes from crypto/tls, most of whose
// errors have no type. Their texts are of its own making.
func handshakeError(err error) bool {
	var op *net.OpError
	return strings.HasPrefix(err.Error(), "tls: ") || errors.As(err, &op) && isAlert(op)
}

// dialFailure reports whether err is of the kind that a dialer returns.
func dialFailure(err error) bool {
	code := unsentCode(err)
	return code == codeDNS || code == codeDial
}
