package argos

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kycmigrate/internal/kyc"
)

// standard is s as encoding/json writes it without HTML escaping.
func standard(t testing.TB, s string) string {
	t.Helper()
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil {
		t.Fatal(err)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func FuzzAppendString(f *testing.F) {
	all := make([]byte, 256)
	for i := range all {
		all[i] = byte(i)
	}
	for _, s := range []string{"", "홍길동", "a\"\\\b\f\n\r\t\x00\x1f\x7f<>&", "\u2028\u2029\u202a", "\xff\xc0a\xed\xa0\x80", string(all), "\U0001F600"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := string(appendString(nil, s)), standard(t, s); got != want {
			t.Errorf("%q: got %s, want %s", s, got, want)
		}
	})
}

// The body holds exactly the present fields and the admin, as strings.
func TestSubmissionBody(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var s kyc.Submission
		want := map[string]string{"admin": rapid.StringN(1, 20, -1).Draw(t, "admin")}
		for f := range kyc.NumFields {
			s[f] = rapid.OneOf(rapid.Just(""), rapid.String()).Draw(t, f.String())
			if s[f] != "" {
				want[f.String()] = s[f]
			}
		}
		var got map[string]string
		body := appendSubmission(nil, bodyOpening(want["admin"]), &s)
		if err := json.Unmarshal(body, &got); err != nil {
			t.Fatalf("%v in %s", err, body)
		}
		if len(got) != len(want) {
			t.Fatalf("got %v, want %v", got, want)
		}
		for name, v := range want {
			if got[name] != v {
				t.Errorf("%s: got %q, want %q", name, got[name], v)
			}
		}
	})
}

// The vectors of contracts.md A9.
var sealed = map[string]string{
	`{"message":"success","submissionId":"submissionId123"}`: "CTHQow7uGpvOA6TGdiWfmhWIbKJVjgZzMhE8kyyWGmmuGUajBgSCxwSGyXMKn3hO0j/6HYNFSM0UGTNepp5BOQ==",
	`{"fullName":"홍길동"}`:                                     "D6dLxvHvxuxses+EsCMa/wY4hymGn58kBMirSxc8+6g=",
	`{"email":"user@example.com","userid":"user_12345"}`:     "uQ+euG2Ilrl0KSf0hVCPj/vFwjbEnRr2pyZoS1gogLUkb8lJ/7V6OrqKImaLGTSczURksI6qn6wK8XDbQOr1GA==",
}

func TestSealerVectors(t *testing.T) {
	s := newSealer(testKey)
	for plain, text := range sealed {
		if got := string(s.seal(nil, []byte(plain))); got != text {
			t.Errorf("%s: got %s", plain, got)
		}
		if got, err := s.open(text); err != nil || string(got) != plain {
			t.Errorf("%s: got %q, %v", text, got, err)
		}
	}
}

func TestSealerRoundTrip(t *testing.T) {
	s, other := newSealer(testKey), newSealer("another key")
	for n := range 70 {
		plain := bytes.Repeat([]byte{'x'}, n)
		text := string(s.seal(nil, bytes.Clone(plain)))
		if got, err := s.open(text); err != nil || !bytes.Equal(got, plain) {
			t.Fatalf("length %d: %q, %v", n, got, err)
		}
		if got, err := other.open(text); err == nil && bytes.Equal(got, plain) {
			t.Fatalf("length %d opened with another key", n)
		}
	}
	for _, text := range []string{"", "x", "====", "AAAA", base64.StdEncoding.EncodeToString(make([]byte, 16))} {
		if _, err := s.open(text); err == nil {
			t.Errorf("%q was opened", text)
		}
	}
}

func FuzzSealerOpen(f *testing.F) {
	for _, text := range sealed {
		f.Add(text)
	}
	s := newSealer(testKey)
	f.Fuzz(func(t *testing.T, text string) {
		plain, err := s.open(text)
		if err != nil {
			return
		}
		again, err := s.open(string(s.seal(nil, bytes.Clone(plain))))
		if err != nil || !bytes.Equal(again, plain) {
			t.Errorf("%q does not survive", plain)
		}
	})
}
