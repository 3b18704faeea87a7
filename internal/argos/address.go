package argos

import (
	"errors"
	"fmt"
	"net"
	"net/url"
	"path"
	"strings"
)

// maxURLLen bounds the base URL, so that the head of a request fits into the
// buffer before the first byte leaves (see call.sent).
const maxURLLen = 1024

// NormalBaseURL returns the one spelling of a base URL, by which targets can
// be compared: scheme and host in lower case, no default port, no trailing
// slash. It refuses userinfo, queries and fragments, and plain http to any
// host that is not loopback. Its errors do not show the URL.
func NormalBaseURL(raw string) (string, error) {
	u, err := parseBaseURL(raw)
	if err != nil {
		return "", fmt.Errorf("base URL: %w; check ARGOS_BASE_URL, normally %s", err, DefaultBaseURL)
	}
	return u.String(), nil
}

// IsLoopback reports whether a base URL names this machine.
func IsLoopback(raw string) bool {
	u, err := url.Parse(strings.TrimSpace(raw))
	return err == nil && loopbackHost(u.Hostname())
}

func parseBaseURL(raw string) (*url.URL, error) {
	raw = strings.TrimSpace(raw)
	if len(raw) > maxURLLen {
		return nil, fmt.Errorf("longer than %d bytes", maxURLLen)
	}
	u, err := url.Parse(raw)
	if err != nil {
		return nil, errors.New("not a URL")
	}
	switch {
	case u.User != nil:
		return nil, errors.New("it must not hold a user or password")
	case u.RawQuery != "" || u.ForceQuery || u.Fragment != "":
		return nil, errors.New("it must not hold a query or fragment")
	case u.Scheme != "https" && u.Scheme != "http":
		return nil, errors.New("it must start with https://")
	case u.Hostname() == "":
		return nil, errors.New("it names no host")
	case !visible(u.Host, false):
		return nil, errors.New("a host beyond ASCII is to be written as the name system has it: xn--…")
	case u.Scheme == "http" && !loopbackHost(u.Hostname()):
		return nil, errors.New("plain http would show the key and personal data to the network; use https://")
	}
	return &url.URL{Scheme: u.Scheme, Host: normalHost(u), Path: normalPath(u.Path)}, nil
}

func normalHost(u *url.URL) string {
	host, port := strings.ToLower(u.Hostname()), u.Port()
	if port == "" || u.Scheme == "https" && port == "443" || u.Scheme == "http" && port == "80" {
		if strings.Contains(host, ":") {
			return "[" + host + "]"
		}
		return host
	}
	return net.JoinHostPort(host, port)
}

func normalPath(p string) string {
	p = path.Clean("/" + p)
	if p == "/" {
		return ""
	}
	return p
}

func loopbackHost(host string) bool {
	if strings.EqualFold(host, "localhost") {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}
