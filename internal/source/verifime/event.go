package verifime

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"strings"
	"time"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
)

// eventName is the one event that tells of an assessment.
const eventName = "RISK_ASSESSMENT_UPDATED"

// assessed is the only status of an assessment that counts.
const assessed = "ASSESSED"

// event is what is used of a RISK_ASSESSMENT_UPDATED event.
type event struct {
	id, status, level string // level in capitals, "" where it is null
	stamp             string // the time as it stands
	when              time.Time
	reference         string // the client's own, sent back as metadata
}

// signatureHeader carries the hex HMAC-SHA256 of the raw body.
const signatureHeader = "X-VerifiMe-Signature"

// wire is everything that is read of a stored request: the members of an
// envelope, and those of an event where the body stands alone.
type wire struct {
	Body            json.RawMessage `json:"body"`
	Headers         json.RawMessage `json:"headers"`
	Signature       json.RawMessage `json:"signature"`
	IsBase64Encoded bool            `json:"isBase64Encoded"`

	EventID          string          `json:"eventId"`
	EventName        string          `json:"eventName"`
	AssessmentStatus string          `json:"assessmentStatus"`
	RiskLevel        *string         `json:"riskLevel"`
	EventTimestamp   string          `json:"eventTimestamp"`
	Metadata         json.RawMessage `json:"metadata"`
}

// request is a stored webhook request: the raw body, and its signature where
// it was stored.
type request struct {
	body      []byte
	signature string
	event     *wire // the body's members, where they were read already
}

// readRequest reads one stored request: an envelope, or the body alone.
func readRequest(raw []byte) (request, bool) {
	var w wire
	if !isObject(raw) || json.Unmarshal(raw, &w) != nil {
		return request{}, false
	}
	if w.EventID != "" || w.Body == nil {
		return request{body: raw, event: &w}, true
	}
	r := request{body: w.Body, signature: oneOf(w.Signature)}
	if r.signature == "" {
		r.signature = header(w.Headers, signatureHeader)
	}
	var text string
	if json.Unmarshal(w.Body, &text) != nil {
		return r, true // the body as an object: its bytes as they stand
	}
	r.body = []byte(text)
	if w.IsBase64Encoded {
		plain, err := base64.StdEncoding.DecodeString(text)
		if err != nil {
			return request{}, false
		}
		r.body = plain
	}
	return r, true
}

// isObject tells an object from what json takes for an empty one.
func isObject(raw []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(raw, " \t\r\n"), []byte("{"))
}

// header finds a header whatever the case of its name.
func header(raw json.RawMessage, name string) string {
	var headers map[string]json.RawMessage
	if json.Unmarshal(raw, &headers) != nil {
		return ""
	}
	found := ""
	for have, value := range headers {
		if strings.EqualFold(have, name) {
			found = max(found, oneOf(value)) // in a fixed order if there are several
		}
	}
	return found
}

// oneOf reads a text, or the first of a list of texts.
func oneOf(raw json.RawMessage) string {
	var text string
	if json.Unmarshal(raw, &text) == nil {
		return text
	}
	var list []string
	if json.Unmarshal(raw, &list) == nil && len(list) > 0 {
		return list[0]
	}
	return ""
}

// signed reports whether a body has the right signature. A line break that a
// store has put behind the body does not count.
func (r request) signed(secret []byte) bool {
	want, err := hex.DecodeString(strings.TrimSpace(r.signature))
	if err != nil || len(want) != sha256.Size {
		return false
	}
	trimmed := bytes.TrimRight(r.body, "\r\n")
	return hmac.Equal(want, sign(r.body, secret)) || len(trimmed) < len(r.body) && hmac.Equal(want, sign(trimmed, secret))
}

func sign(body, secret []byte) []byte {
	mac := hmac.New(sha256.New, secret)
	_, _ = mac.Write(body) // never fails
	return mac.Sum(nil)
}

// read tells what event a request holds. The fault says why it is none that can
// be used; other tells of an event with another name.
func (r request) read() (e event, other bool, fault *kyc.Issue) {
	w := r.event
	if w == nil {
		w = &wire{}
		if !isObject(r.body) || json.Unmarshal(r.body, w) != nil {
			return e, false, badEvent("it is not a JSON object with the members that VerifiMe documents")
		}
	}
	if w.EventName != eventName && w.EventName != "" {
		return e, true, nil
	}
	e = event{id: w.EventID, status: w.AssessmentStatus, stamp: w.EventTimestamp}
	if w.RiskLevel != nil {
		e.level = strings.ToUpper(strings.TrimSpace(*w.RiskLevel))
	}
	var known bool
	if e.when, known = readTime(e.stamp); !known {
		return e, false, badEvent("eventTimestamp is missing or no ISO 8601 time")
	}
	if e.id == "" || w.EventName == "" {
		return e, false, badEvent("eventId or eventName is missing")
	}
	if e.reference = readReference(w.Metadata); e.reference == "" {
		return e, false, source.Fault(CodeNoCustomer, "the event has no metadata to find its customer by",
			"look the customer up in the VerifiMe portal; invitations without referenceData cannot be joined")
	}
	return e, false, nil
}

// readReference reads metadata, which is a text; a number is taken as it stands.
func readReference(raw json.RawMessage) string {
	var text string
	if json.Unmarshal(raw, &text) == nil {
		return strings.TrimSpace(text)
	}
	var number json.Number
	if json.Unmarshal(raw, &number) == nil {
		return number.String()
	}
	return ""
}

// timeLayouts are the forms of ISO 8601 that are read; without a zone it is UTC.
var timeLayouts = []string{time.RFC3339Nano, "2006-01-02T15:04:05.999999999Z0700", "2006-01-02T15:04:05.999999999"}

func readTime(s string) (time.Time, bool) {
	for _, layout := range timeLayouts {
		if t, err := time.Parse(layout, s); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}
