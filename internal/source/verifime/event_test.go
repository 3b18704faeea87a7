package verifime

import (
	"encoding/hex"
	"encoding/json"
	"strings"
	"testing"

	"kycmigrate/internal/kyc"
)

// The vector of the contract (contracts.md C3).
const (
	labSecret    = "test-webhook-secret"
	labBody      = `{"eventId":"1","eventName":"RISK_ASSESSMENT_UPDATED"}`
	labSignature = "3e609f48d16dc0eed879cc72dbab8b16918ba5234cf148fcfc2c3a6b315d6853"
)

func TestSignature(t *testing.T) {
	if got := hex.EncodeToString(sign([]byte(labBody), []byte(labSecret))); got != labSignature {
		t.Fatalf("signature %s, want %s", got, labSignature)
	}
	tests := []struct {
		name, body, signature, secret string
		want                          bool
	}{
		{"right", labBody, labSignature, labSecret, true},
		{"capitals", labBody, strings.ToUpper(labSignature), labSecret, true},
		{"a line break behind the body", labBody + "\r\n", labSignature, labSecret, true},
		{"another byte", labBody + " ", labSignature, labSecret, false},
		{"another secret", labBody, labSignature, "test", false},
		{"half of it", labBody, labSignature[:32], labSecret, false},
		{"none", labBody, "", labSecret, false},
		{"no hex", labBody, strings.Repeat("zz", 32), labSecret, false},
	}
	for _, tt := range tests {
		if got := (request{body: []byte(tt.body), signature: tt.signature}).signed([]byte(tt.secret)); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}

func quoted(s string) string {
	b, _ := json.Marshal(s)
	return string(b)
}

func TestShapesOfAStoredRequest(t *testing.T) {
	tests := []struct{ name, raw string }{
		{"envelope", `{"headers":{"X-VerifiMe-Signature":"` + labSignature + `"},"body":` + quoted(labBody) + `}`},
		{"small letters", `{"headers":{"x-verifime-signature":"` + labSignature + `"},"body":` + quoted(labBody) + `}`},
		{"lists of headers", `{"headers":{"X-Verifime-Signature":["` + labSignature + `"]},"body":` + quoted(labBody) + `}`},
		{"a member", `{"signature":"` + labSignature + `","body":` + quoted(labBody) + `}`},
		{"an object", `{"signature":"` + labSignature + `","body":` + labBody + `}`},
		{"base64", `{"signature":"` + labSignature + `","isBase64Encoded":true,"body":"eyJldmVudElkIjoiMSIsImV2ZW50TmFtZSI6IlJJU0tfQVNTRVNTTUVOVF9VUERBVEVEIn0="}`},
	}
	for _, tt := range tests {
		r, ok := readRequest([]byte(tt.raw))
		if !ok || string(r.body) != labBody || !r.signed([]byte(labSecret)) {
			t.Errorf("%s: %v, body %q, signature %q", tt.name, ok, r.body, r.signature)
		}
	}
	if r, ok := readRequest([]byte(labBody)); !ok || string(r.body) != labBody || r.signature != "" {
		t.Errorf("bare: %v %q", ok, r.body)
	}
	for _, raw := range []string{``, `[]`, `null`, `"x"`, `{`, `{"body":"!","isBase64Encoded":true}`} {
		if _, ok := readRequest([]byte(raw)); ok {
			t.Errorf("%q is taken for a request", raw)
		}
	}
}

func TestReadEvent(t *testing.T) {
	const whole = `{"eventId":"e1","eventName":"RISK_ASSESSMENT_UPDATED","assessmentStatus":"ASSESSED","riskLevel":" no risk detected ","eventTimestamp":"2026-03-01T10:00:00.5+02:00","metadata":" REF-1 "}`
	e, other, fault := request{body: []byte(whole)}.read()
	if other || fault != nil || e.id != "e1" || e.level != "NO RISK DETECTED" || e.reference != "REF-1" || e.when.UTC().Hour() != 8 {
		t.Errorf("%+v, %v, %+v", e, other, fault)
	}
	change := func(old, new string) string { return strings.Replace(whole, old, new, 1) }
	tests := []struct{ name, body, want string }{
		{"null level", change(`" no risk detected "`, "null"), ""},
		{"time without a zone", change("+02:00", ""), ""},
		{"time with a plain offset", change("+02:00", "+0200"), ""},
		{"a number as reference", change(`" REF-1 "`, "17"), ""},
		{"another name", change("RISK_ASSESSMENT_UPDATED", "CUSTOMER_CREATED"), "other"},
		{"no name", change("RISK_ASSESSMENT_UPDATED", ""), CodeBadEvent},
		{"no id", change(`"e1"`, `""`), CodeBadEvent},
		{"no time", change(`"2026-03-01T10:00:00.5+02:00"`, `"yesterday"`), CodeBadEvent},
		{"null reference", change(`" REF-1 "`, "null"), CodeNoCustomer},
		{"no text as level", change(`" no risk detected "`, "5"), CodeBadEvent},
		{"an array", "[" + whole + "]", CodeBadEvent},
		{"half of it", whole[:40], CodeBadEvent},
	}
	for _, tt := range tests {
		_, other, fault := request{body: []byte(tt.body)}.read()
		got := ""
		switch {
		case other:
			got = "other"
		case fault != nil:
			got = fault.Code
			if fault.Severity != kyc.Reject || fault.Fix == "" {
				t.Errorf("%s: %+v", tt.name, fault)
			}
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// FuzzStored: whatever is stored, nothing panics; an event without a fault has
// an id, a reference and a time; and with a secret nothing counts that is not
// signed.
func FuzzStored(f *testing.F) {
	for _, seed := range []string{
		labBody, `{"body":"{}","headers":{"x-verifime-signature":["a",1]}}`, `{"body":{},"signature":{}}`, `{"headers":[],"body":null}`, "{", "\xff", `{"eventId":1}`,
		`{"eventId":"1","eventName":"RISK_ASSESSMENT_UPDATED","eventTimestamp":"2026-03-01T10:00:00Z","metadata":"x","riskLevel":"LOW","assessmentStatus":"ASSESSED"}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		open, checked := &archive{}, &archive{secret: []byte(labSecret)}
		s := open.judge(raw, kyc.Origin{File: "f", Line: 1})
		if s.fault == nil && !s.other && (s.event.id == "" || s.event.reference == "" || s.event.when.IsZero() && s.event.stamp == "") {
			t.Fatalf("%q became %+v", raw, s.event)
		}
		if s.fault != nil && strings.Contains(s.fault.Message+s.fault.Fix, "\xff") {
			t.Fatal("a fault tells a value")
		}
		if c := checked.judge(raw, kyc.Origin{}); c.fault == nil && !strings.Contains(string(raw), "ignature") {
			t.Fatalf("%q counts without a signature", raw)
		}
	})
}
