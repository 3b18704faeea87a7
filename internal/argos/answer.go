package argos

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"
	"unicode/utf8"
)

// answer is what came back on one call.
type answer struct {
	meta Meta
	body []byte
	err  error // why body is not the whole of it; nil when it is
}

// Bounds of an answer.
const (
	maxAnswer  = 1 << 20  // POST and PUT
	maxPage    = 16 << 20 // GET: 2,000 items
	maxText    = 4 << 10  // of a body that is not JSON, looked at for known sentences
	maxID      = 256      // of a submission id
	firstRead  = 512
	firstLimit = 64 << 10 // of what is set aside on a Content-Length's word
)

// byteOrderMark is what some servers put before their JSON.
var byteOrderMark = []byte("\xef\xbb\xbf")

var errTooLong = errors.New("the answer is longer than any we expect")

// readBody reads the body to its end, which also frees the connection for the
// next call. On an error it returns what came before it.
func readBody(res *http.Response, limit int64) ([]byte, error) {
	size := int64(firstRead)
	if res.ContentLength >= 0 {
		size = min(res.ContentLength+1, firstLimit)
	}
	buf := make([]byte, 0, size)
	for {
		n, err := res.Body.Read(buf[len(buf):cap(buf)])
		buf = buf[:len(buf)+n]
		switch {
		case int64(len(buf)) > limit:
			return buf, errTooLong
		case err == io.EOF:
			return buf, nil
		case err != nil:
			return buf, err
		}
		if len(buf) == cap(buf) {
			buf = append(buf, 0)[:len(buf)]
		}
	}
}

// fields is a JSON object whose values are not read yet.
type fields map[string]json.RawMessage

// content is an answer's body, opened.
type content struct {
	fields // nil when the body is no JSON object
	// text is the body of an answer that is no JSON object, for comparison
	// with sentences we know; never to be shown.
	text   string
	sealed bool // it is encrypted, and not with our key
}

// Spellings, the documented one first (contracts.md A0.1).
var (
	idNames      = []string{"submissionId", "submission_id"}
	errorNames   = []string{"errorCode", "error_code"}
	codeNames    = []string{"errorCode", "error_code", "code"}
	messageNames = []string{"message", "Message", "errorMessage"}
	itemsNames   = []string{"Items", "items"}
)

// open reads a body as JSON, decrypting it where it is encrypted: flagged by
// isEncrypted, or an object with no key we know but a text named data, or, if
// we encrypt too, no JSON at all (contracts.md A9).
func (c *Client) open(body []byte) content {
	body = bytes.TrimPrefix(body, byteOrderMark)
	var f fields
	if json.Unmarshal(body, &f) == nil && f != nil {
		return c.unwrap(f)
	}
	if c.encrypt {
		if plain, ok := c.decrypt(bareText(body)); ok {
			return content{fields: plain}
		}
	}
	return content{text: string(body[:min(len(body), maxText)])}
}

func (c *Client) unwrap(f fields) content {
	flag, _ := loose(f["isEncrypted"])
	flagged := flag == "true"
	if !flagged && f.known() {
		return content{fields: f}
	}
	text, ok := loose(f["data"])
	if !ok && flagged {
		text, ok = loose(f["body"])
	}
	if !ok {
		return content{fields: f}
	}
	if plain, ok := c.decrypt(text); ok {
		return content{fields: plain}
	}
	return content{fields: f, sealed: true}
}

func (c *Client) decrypt(text string) (fields, bool) {
	plain, err := c.sealer.open(text)
	if err != nil {
		return nil, false
	}
	var f fields
	err = json.Unmarshal(plain, &f)
	return f, err == nil && f != nil
}

// bareText is a body that is nothing but a text, with or without quotes.
func bareText(body []byte) string {
	var s string
	if json.Unmarshal(body, &s) == nil {
		return s
	}
	return string(bytes.TrimSpace(body))
}

// known reports whether the object has a key that a plain answer may have.
func (f fields) known() bool {
	for _, names := range [...][]string{idNames, codeNames, messageNames, itemsNames} {
		if f.pick(names) != nil {
			return true
		}
	}
	return false
}

// pick returns the value of the first of names that is there and not null.
func (f fields) pick(names []string) json.RawMessage {
	for _, name := range names {
		if v := f[name]; v != nil && string(v) != "null" {
			return v
		}
	}
	return nil
}

// word returns the text of the first of names that holds a non-empty one.
func (f fields) word(names []string) string {
	for _, name := range names {
		if s, _ := loose(f[name]); s != "" {
			return s
		}
	}
	return ""
}

// errorCode returns the first error code under one of names; a number or truth
// value that means "no error" is none.
func (f fields) errorCode(names []string) string {
	code := f.word(names)
	if code == "0" || code == "false" {
		return ""
	}
	return code
}

// object returns the object of that name, or nil.
func (f fields) object(name string) fields {
	var o fields
	if v := f[name]; len(v) == 0 || v[0] != '{' || json.Unmarshal(v, &o) != nil {
		return nil
	}
	return o
}

// submissionID returns the one submission id of the answer; "" if it has none,
// two that differ, or one that cannot be a whole id.
func (f fields) submissionID() string {
	found := ""
	for _, name := range idNames {
		raw := f[name]
		if raw == nil || string(raw) == "null" {
			continue
		}
		id, ok := loose(raw)
		if !ok || !idShaped(id) || raw[0] != '"' && !isWhole(id) || found != "" && found != id {
			return ""
		}
		found = id
	}
	return found
}

// createdID is the submission id of the answer to a POST: its own, or where it has
// none that of the object data in it.
func (f fields) createdID() string {
	if f.pick(idNames) != nil {
		return f.submissionID()
	}
	return f.object("data").submissionID()
}

// itemID returns the id of an item of a page, by the rule of submissionID; where
// an item has none under the API's names an older one counts.
func (f fields) itemID() string {
	if f.pick(idNames) != nil {
		return f.submissionID()
	}
	if id, _ := loose(f["id"]); idShaped(id) {
		return id
	}
	return ""
}

// idShaped is the one rule for submission ids, whichever call they come from or
// go to: what it refuses can be neither kept nor named in a call.
func idShaped(id string) bool {
	return id != "" && len(id) <= maxID && !hasControl(id) &&
		strings.TrimSpace(id) == id && !strings.ContainsRune(id, utf8.RuneError) && !noIDs[strings.ToLower(id)]
}

// noIDs is what programs write for an id that they have not got.
var noIDs = map[string]bool{
	"0": true, "null": true, "nil": true, "none": true, "undefined": true, "nan": true, "true": true, "false": true, "[object object]": true,
}

// isWhole reports whether a number is one that counts something.
func isWhole(number string) bool {
	return strings.Trim(number, "0123456789") == ""
}

// loose reads a JSON string, number or boolean as text.
func loose(raw json.RawMessage) (string, bool) {
	if len(raw) == 0 {
		return "", false
	}
	switch raw[0] {
	case '{', '[', 'n':
		return "", false
	case '"':
		if plain := raw[1 : len(raw)-1]; isPlain(plain) {
			return string(plain), true
		}
		var s string
		err := json.Unmarshal(raw, &s)
		return s, err == nil
	}
	return string(raw), true
}

// isPlain reports whether the inside of a JSON string stands for itself.
func isPlain(b []byte) bool {
	for _, c := range b {
		if c == '\\' || c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
