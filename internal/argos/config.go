package argos

import (
	"fmt"
	"net/http"
	"strings"
	"time"
)

// Values of a Config that leaves them out.
const (
	// DefaultBaseURL is where ARGOS lives (contracts.md A0).
	DefaultBaseURL = "https://rest-api.argosidentity.com/v3"
	// DefaultTimeout is longer than the 29 s after which the gateway gives up
	// on the application: a shorter one would turn clear answers into doubts
	// (contracts.md A0.3).
	DefaultTimeout = 35 * time.Second
	// DefaultMaxConns is the number of idle connections kept.
	DefaultMaxConns = 64
	// DefaultUserAgent names us to the gateway's logs.
	DefaultUserAgent = "kycmigrate"
)

// The envelopes of an encrypted request body (contracts.md A9).
const (
	EnvelopeBody = "body" // {"body":"<base64>"}; the default
	EnvelopeRaw  = "raw"  // the base64 text alone
)

// maxKeyLen bounds the key, so that the head of a request stays small.
const maxKeyLen = 1024

// Config says which ARGOS to talk to, and as whom.
type Config struct {
	BaseURL string // see NormalBaseURL; "" means DefaultBaseURL
	APIKey  Secret // required; decides the project
	// Admin is the e-mail of a project admin. Find needs none; Submit and
	// PutImages fail without.
	Admin    string
	Encrypt  bool          // send POST bodies encrypted; answers are decrypted either way
	Envelope string        // EnvelopeBody or EnvelopeRaw; "" means EnvelopeBody
	Timeout  time.Duration // of one call, from dialing to the last byte; 0 means DefaultTimeout
	// MaxConns is how many connections are kept open between calls. It should
	// be the number of calls in flight, or calls will pay for TLS handshakes.
	// It is no limit. 0 means DefaultMaxConns.
	MaxConns  int
	CAFile    string // PEM file of roots to trust beside the system's; "" for none
	UserAgent string // "" means DefaultUserAgent
	// Transport stands in for the network in tests; nil otherwise. It must
	// not change the request. Its errors have Effect None only when they are
	// failures to dial and the body was not read.
	Transport http.RoundTripper
}

// complete fills in what was left out and refuses what cannot work. Its
// errors never show the key or the URL.
func (c *Config) complete() error {
	if c.BaseURL == "" {
		c.BaseURL = DefaultBaseURL
	}
	if c.Envelope == "" {
		c.Envelope = EnvelopeBody
	}
	if c.Envelope != EnvelopeBody && c.Envelope != EnvelopeRaw {
		return fmt.Errorf("unknown encryption envelope; use %q or %q", EnvelopeBody, EnvelopeRaw)
	}
	if c.Timeout < 0 || c.MaxConns < 0 {
		return fmt.Errorf("time limit and number of connections must not be negative")
	}
	if c.Timeout == 0 {
		c.Timeout = DefaultTimeout
	}
	if c.MaxConns == 0 {
		c.MaxConns = DefaultMaxConns
	}
	if c.UserAgent == "" {
		c.UserAgent = DefaultUserAgent
	}
	return c.checkHeaders()
}

func (c *Config) checkHeaders() error {
	if c.APIKey == "" {
		return fmt.Errorf("the ARGOS API key is empty; set ARGOS_API_KEY")
	}
	if len(c.APIKey) > maxKeyLen || !visible(string(c.APIKey), false) {
		return fmt.Errorf("the ARGOS API key holds a space, a line break or another character that no key has; copy it again into ARGOS_API_KEY")
	}
	if !visible(c.UserAgent, true) {
		return fmt.Errorf("the user agent may hold printable ASCII only")
	}
	if hasControl(c.Admin) {
		return fmt.Errorf("the admin's e-mail holds a line break or another control character; check ARGOS_ADMIN")
	}
	return nil
}

// visible reports whether s is printable ASCII, without spaces unless allowed.
func visible(s string, spaces bool) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' || s[i] == ' ' && !spaces {
			return false
		}
	}
	return true
}

// hasControl reports whether s holds an ASCII control character.
func hasControl(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r == 0x7f })
}
