package sqldb

import (
	"errors"
	"net/url"
	"regexp"
	"slices"
	"strings"
)

// errDSN says that a DSN cannot be read, and nothing of it.
var errDSN = errors.New("the address of the database cannot be read; write it as postgres://USER:${DB_PASSWORD}@HOST:5432/DATABASE, and likewise mysql://, sqlserver:// and oracle://, or sqlite:FILE")

// schemes are the beginnings of the DSNs that are read, and what they stand for.
var schemes = map[string]*dialect{
	"postgres": postgresDialect, "postgresql": postgresDialect, "pg": postgresDialect, "pgsql": postgresDialect,
	"mysql": mysqlDialect, "mariadb": mysqlDialect,
	"sqlite": sqliteDialect, "sqlite3": sqliteDialect,
	"sqlserver": sqlserverDialect, "mssql": sqlserverDialect,
	"oracle": oracleDialect, "ora": oracleDialect,
}

var urlScheme = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]*://`)

// IsDSN reports whether a source is a database and not a file. An address of a
// kind that is not known is a DSN as well: it may hold a secret.
func IsDSN(source string) bool {
	scheme, _, _ := strings.Cut(source, ":")
	return urlScheme.MatchString(source) || schemes[strings.ToLower(scheme)] == sqliteDialect && scheme != source || nativeForm.MatchString(source)
}

// nativeForm is a DSN as Go's MySQL driver writes it. It is not read, but it is
// no file either.
var nativeForm = regexp.MustCompile(`@(tcp|unix)\(`)

// namedSecret is a secret that stands behind its name.
var namedSecret = regexp.MustCompile(`(?i)(?:password|passwd|pwd|passphrase|secret|token)\s*=\s*([^;&\s]*)`)

// Exposed reports whether a DSN as it was typed holds a secret in plain text,
// and not as ${NAME}.
func Exposed(typed string) bool {
	if !IsDSN(typed) {
		return false
	}
	_, user, _ := cutUserinfo(typed)
	_, password, _ := strings.Cut(user, ":")
	if password != "" && !strings.Contains(password, "${") {
		return true
	}
	for _, m := range namedSecret.FindAllStringSubmatch(typed, -1) {
		if m[1] != "" && !strings.Contains(m[1], "${") {
			return true
		}
	}
	return false
}

// Expand puts the values of variables into a DSN: expand does it for a text,
// with the function that makes a value fit. User and password may hold signs
// that mean something in a URL; their values are escaped.
func Expand(typed string, expand func(text string, fit func(string) string) string) string {
	asIs := func(s string) string { return s }
	scheme, user, rest := cutUserinfo(typed)
	return scheme + expand(user, escapeUserinfo) + expand(rest, asIs)
}

// cutUserinfo cuts a DSN before and behind its user and password, "" where it
// has none.
func cutUserinfo(dsn string) (scheme, user, rest string) {
	scheme = urlScheme.FindString(dsn)
	if scheme == "" && !nativeForm.MatchString(dsn) {
		return "", "", dsn
	}
	authority, _, _ := strings.Cut(dsn, "?")
	at := strings.LastIndexByte(authority, '@')
	if at < len(scheme) {
		return scheme, "", dsn[len(scheme):]
	}
	return scheme, dsn[len(scheme):at], dsn[at:]
}

func escapeUserinfo(s string) string { return strings.ReplaceAll(url.QueryEscape(s), "+", "%20") }

// target is a database to be read.
type target struct {
	*dialect
	url     *url.URL // its scheme is the driver's; nil for SQLite
	path    string   // of an SQLite file
	secrets []string // what no message may hold
}

// parse reads a DSN whose variables are expanded. Its error holds nothing of it.
func parse(dsn string) (*target, error) {
	scheme, rest, _ := strings.Cut(dsn, ":")
	d := schemes[strings.ToLower(scheme)]
	switch {
	case d == nil && urlScheme.MatchString(dsn):
		return nil, errors.New("databases of this kind are not read; known are postgres://, mysql://, sqlserver://, oracle:// and sqlite:FILE")
	case d == nil:
		return nil, errDSN
	case d == sqliteDialect:
		path := strings.TrimPrefix(rest, "//")
		if path == "" || strings.ContainsRune(path, 0) {
			return nil, errors.New("the address of the database names no file; write sqlite:FILE")
		}
		return &target{dialect: d, path: path}, nil
	}
	u, err := url.Parse(dsn)
	if err != nil || u.Opaque != "" {
		return nil, errDSN
	}
	u.Scheme = d.scheme
	t := &target{dialect: d, url: u}
	password, _ := u.User.Password()
	t.hide(dsn, password, u.User.Username(), u.Host, u.Hostname())
	for name, values := range u.Query() {
		if namedSecret.MatchString(name + "=") {
			t.hide(values...)
		}
	}
	return t, nil
}

// hide adds secrets, the longest first, so that none leaves a part of another.
func (t *target) hide(secrets ...string) {
	for _, s := range secrets {
		if s != "" && !slices.Contains(t.secrets, s) {
			t.secrets = append(t.secrets, s)
		}
	}
	slices.SortFunc(t.secrets, func(a, b string) int { return len(b) - len(a) })
}

// mask takes the secrets out of a text. A short one that is part of a longer
// word is let stand: it tells nothing, and names of tables stay readable.
func (t *target) mask(text string) string {
	for _, s := range t.secrets {
		text = maskOne(text, s)
	}
	return text
}

// tellingLength is the length from which a secret is masked within words too.
const tellingLength = 6

func maskOne(text, secret string) string {
	var out strings.Builder
	for {
		at := strings.Index(text, secret)
		if at < 0 {
			return out.String() + text
		}
		end := at + len(secret)
		within := at > 0 && wordByte(text[at-1]) || end < len(text) && wordByte(text[end])
		out.WriteString(text[:at])
		if within && len(secret) < tellingLength {
			out.WriteString(secret)
		} else {
			out.WriteString("***")
		}
		text = text[end:]
	}
}

func wordByte(b byte) bool {
	return b == '_' || b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= 0x80
}
