package argos

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestNormalBaseURL(t *testing.T) {
	for raw, want := range map[string]string{
		"https://Rest-API.ArgosIdentity.com/v3/":     DefaultBaseURL,
		" https://rest-api.argosidentity.com:443/v3": DefaultBaseURL,
		"HTTPS://rest-api.argosidentity.com//v3/.":   DefaultBaseURL,
		"https://host.example":                       "https://host.example",
		"https://host.example/":                      "https://host.example",
		"https://host.example:8443/dev":              "https://host.example:8443/dev",
		"http://localhost:80/v3":                     "http://localhost/v3",
		"http://127.0.0.1:8080":                      "http://127.0.0.1:8080",
		"http://[::1]/v3":                            "http://[::1]/v3",
		"http://[::1]:9/v3":                          "http://[::1]:9/v3",
	} {
		got, err := NormalBaseURL(raw)
		if err != nil || got != want {
			t.Errorf("%q: got %q, %v, want %q", raw, got, err, want)
		}
		if again, err := NormalBaseURL(got); err != nil || again != got {
			t.Errorf("%q is not stable: %q, %v", got, again, err)
		}
	}
}

func TestNormalBaseURLRefuses(t *testing.T) {
	for _, raw := range []string{
		"", "host.example/v3", "ftp://host.example", "https://", "https:///v3", "http://host.example/v3",
		"http://10.0.0.1/v3", "https://user:hunter2@host.example", "https://host.example/v3?hunter2=1",
		"https://host.example/#hunter2", "https://host.example/\x7f", "https://" + strings.Repeat("hunter2", 200),
		"http://localhost.hunter2.example", "https://hünter2.example", "https://host.example hunter2/v3",
	} {
		got, err := NormalBaseURL(raw)
		if err == nil {
			t.Errorf("%q was taken for %q", raw, got)
		} else if strings.Contains(err.Error(), "hunter2") {
			t.Errorf("%q: the error shows it: %v", raw, err)
		}
	}
}

func TestIsLoopback(t *testing.T) {
	for raw, want := range map[string]bool{
		"http://localhost:1/v3": true, "http://127.8.9.1": true, "https://[::1]:3/": true,
		DefaultBaseURL: false, "": false, "https://127.0.0.1.example": false,
	} {
		if got := IsLoopback(raw); got != want {
			t.Errorf("%q: got %v", raw, got)
		}
	}
}

func TestNewRefuses(t *testing.T) {
	junk := filepath.Join(t.TempDir(), "junk.pem")
	if err := os.WriteFile(junk, []byte("no certificate"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, cfg := range map[string]Config{
		"no key":           {},
		"key with newline": {APIKey: "hunter2\n"},
		"key with space":   {APIKey: "hunter2 hunter2"},
		"long key":         {APIKey: Secret(strings.Repeat("hunter2", 1000))},
		"envelope":         {APIKey: "k", Envelope: "hunter2"},
		"admin":            {APIKey: "k", Admin: "hunter2\r\nX: y"},
		"user agent":       {APIKey: "k", UserAgent: "hunter2\n"},
		"timeout":          {APIKey: "k", Timeout: -1},
		"conns":            {APIKey: "k", MaxConns: -1},
		"base":             {APIKey: "k", BaseURL: "http://hunter2.example"},
		"CA missing":       {APIKey: "k", CAFile: junk + ".not"},
		"CA junk":          {APIKey: "k", CAFile: junk},
	} {
		c, err := New(cfg)
		if err == nil || c != nil {
			t.Errorf("%s: accepted", name)
		} else if strings.Contains(err.Error(), "hunter2") {
			t.Errorf("%s: the error shows the value: %v", name, err)
		}
	}
}

func TestSecretIsNeverShown(t *testing.T) {
	const key = "hunter2hunter2"
	c := newClient(t, Config{APIKey: key, BaseURL: "http://localhost"})
	cfg := Config{APIKey: key}
	for _, v := range []any{Secret(key), &cfg, cfg, []Secret{key}, map[string]Secret{"k": key}, c, *c, struct{ C *Client }{c}} {
		for _, format := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d", "%t"} {
			got := fmt.Sprintf(format, v)
			if strings.Contains(got, "hunter") || strings.Contains(strings.ToLower(got), fmt.Sprintf("%x", "hunter")) {
				t.Errorf("%s of %T shows the key", format, v)
			}
		}
	}
	j, err := json.Marshal(cfg.APIKey)
	if err != nil || string(j) != `"[secret]"` {
		t.Errorf("JSON: %s, %v", j, err)
	}
	var b strings.Builder
	slog.New(slog.NewTextHandler(&b, nil)).Info("x", "key", Secret(key), "cfg", cfg)
	if strings.Contains(b.String(), key) {
		t.Error("slog shows the key")
	}
	if Secret("").String() != "" {
		t.Error("the empty secret must look empty")
	}
}

func TestClientNamesItsTarget(t *testing.T) {
	c := newClient(t, Config{BaseURL: "https://HOST.example:443/v3/"})
	if c.BaseURL() != "https://host.example/v3" {
		t.Error(c.BaseURL())
	}
	if d := newClient(t, Config{}); d.BaseURL() != DefaultBaseURL {
		t.Error(d.BaseURL())
	}
}
