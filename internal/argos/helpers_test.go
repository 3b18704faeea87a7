package argos

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"

	"go.uber.org/goleak"

	"kycmigrate/internal/kyc"
)

const (
	testKey   = "test-api-key-0123456789" // of the vectors in contracts.md A9
	testAdmin = "ops@bank.example"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// newClient makes a client that is closed with the test.
func newClient(t testing.TB, cfg Config) *Client {
	t.Helper()
	if cfg.APIKey == "" {
		cfg.APIKey = testKey
	}
	if cfg.Admin == "" {
		cfg.Admin = testAdmin
	}
	c, err := New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	return c
}

// serve starts a loopback server and a client of it.
func serve(t testing.TB, h http.HandlerFunc) *Client {
	t.Helper()
	srv := httptest.NewServer(h)
	t.Cleanup(srv.Close)
	return newClient(t, Config{BaseURL: srv.URL + "/v3"})
}

// transportFunc is a RoundTripper in one function.
type transportFunc func(*http.Request) (*http.Response, error)

func (f transportFunc) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

// answering gives every request the same answer.
func answering(status int, header http.Header, body string) http.RoundTripper {
	return transportFunc(func(r *http.Request) (*http.Response, error) {
		if r.Body != nil {
			_, _ = io.Copy(io.Discard, r.Body)
		}
		if header == nil {
			header = http.Header{}
		}
		return &http.Response{
			StatusCode: status, Header: header, ContentLength: int64(len(body)),
			Body: io.NopCloser(bytes.NewReader([]byte(body))), Request: r,
		}, nil
	})
}

// calls makes the three calls of a client.
var calls = map[string]func(*Client) error{
	"post": func(c *Client) error { _, err := c.Submit(context.Background(), person()); return err },
	"put": func(c *Client) error {
		_, err := c.PutImages(context.Background(), "sub1", "passport", []Image{memImage(kyc.IDImage, []byte("picture"))})
		return err
	},
	"get": func(c *Client) error {
		_, err := c.Find(context.Background(), Query{By: kyc.UserID, Value: "u-1"})
		return err
	},
}

func person() *kyc.Submission {
	s := &kyc.Submission{}
	s[kyc.Email] = "kim.minsu@mail.example"
	s[kyc.FullName] = "김민수 \"Min\" \\ <x>"
	s[kyc.BirthDate] = "1990-02-03"
	s[kyc.KYCStatus] = "approved"
	s[kyc.UserID] = "u-1"
	return s
}

func memImage(k kyc.ImageKind, b []byte) Image {
	return Image{Kind: k, Size: int64(len(b)), Open: func() (io.ReadCloser, error) {
		return io.NopCloser(bytes.NewReader(b)), nil
	}}
}

// failure asserts that err is an *Error and returns it.
func failure(t testing.TB, err error) *Error {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) {
		t.Fatalf("got %T (%v), want *Error", err, err)
	}
	return e
}
