package checkpoint

import (
	"bytes"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"hash"
	"sync"
)

const secretSize = 32

// newSecret returns a fresh secret as it stands in secret.key.
func newSecret() []byte {
	var raw [secretSize]byte
	rand.Read(raw[:]) // never fails: crypto/rand ends the process instead
	return append(hex.AppendEncode(nil, raw[:]), '\n')
}

// parseSecret reads what newSecret wrote; one line end may be missing or be
// Windows's.
func parseSecret(file []byte) ([]byte, error) {
	line := bytes.TrimSuffix(bytes.TrimSuffix(file, []byte("\n")), []byte("\r"))
	raw, err := hex.DecodeString(string(line))
	if err != nil || len(raw) != secretSize {
		return nil, fmt.Errorf("it must hold %d bytes as %d hexadecimal digits", secretSize, 2*secretSize)
	}
	return raw, nil
}

// printer makes fingerprints. It is safe for concurrent use.
type printer struct{ pool sync.Pool }

type hasher struct {
	mac hash.Hash
	buf []byte
}

func newPrinter(secret []byte) *printer {
	return &printer{pool: sync.Pool{New: func() any {
		return &hasher{mac: hmac.New(sha256.New, secret), buf: make([]byte, 0, 512)}
	}}}
}

// print is Ledger.Print.
func (p *printer) print(domain string, parts []string) (m MAC) {
	empty := true
	for _, s := range parts {
		empty = empty && s == ""
	}
	if empty {
		return m
	}
	h := p.pool.Get().(*hasher)
	h.buf = appendSized(h.buf[:0], domain)
	for _, s := range parts {
		h.buf = appendSized(h.buf, s)
	}
	h.mac.Reset()
	h.mac.Write(h.buf)
	h.buf = h.mac.Sum(h.buf[:0])
	copy(m[:], h.buf)
	clear(h.buf[:cap(h.buf)]) // values of rows stay no longer than needed
	p.pool.Put(h)
	return m
}

// appendSized appends a part behind its length, so that no two lists of parts
// make the same bytes.
func appendSized(b []byte, s string) []byte {
	b = binary.AppendUvarint(b, uint64(len(s)))
	return append(b, s...)
}
