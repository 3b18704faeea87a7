package sqldb

import (
	"net/url"
	"strings"
	"testing"
)

func TestIsDSN(t *testing.T) {
	for source, want := range map[string]bool{
		"postgres://localhost/kyc": true, "PostgreSQL://localhost/kyc": true, "mariadb://h/d": true, "sqlite:legacy.db": true, "sqlite3:/x": true,
		"mssql://h": true, "oracle://h/s": true, "unknown://h": true, "me:pw@tcp(h:1)/d": true,
		"customers.csv": false, "-": false, "C:\\export\\customers.csv": false, "export/*.csv": false, "sqlite": false, "mysql": false, "a:b": false,
	} {
		if got := IsDSN(source); got != want {
			t.Errorf("IsDSN(%q) is %v", source, got)
		}
	}
}

func TestExposed(t *testing.T) {
	for typed, want := range map[string]bool{
		"postgres://me:${DB_PASSWORD}@localhost/kyc": false, "postgres://me@localhost/kyc": false, "postgres://me:@localhost/kyc": false,
		"postgres:///kyc?host=/run/sock": false, "sqlite:a.db": false, "${KYC_DB}": false, "customers.csv": false,
		"postgres://h/kyc?password=${PW}&application_name=a@b:c": false, "me:${PW}@tcp(h)/kyc": false,
		"postgres://me:secret@localhost/kyc": true, "mysql://me:p@ss@localhost/kyc": true, "postgres://h/kyc?password=secret": true,
		"sqlserver://h?user id=me;Password=secret": true, "me:secret@tcp(h)/kyc": true, "nosuch://me:secret@h": true,
	} {
		if got := Exposed(typed); got != want {
			t.Errorf("Exposed(%q) is %v", typed, got)
		}
	}
}

func TestExpand(t *testing.T) {
	values := strings.NewReplacer("${PW}", "p@ss/w:rd %?", "${HOST}", "db.example:5432", "${ALL}", "postgres://me:x@h/d")
	expand := func(text string, fit func(string) string) string {
		for _, name := range []string{"${PW}", "${HOST}", "${ALL}"} {
			text = strings.ReplaceAll(text, name, fit(values.Replace(name)))
		}
		return text
	}
	got := Expand("postgres://me:${PW}@${HOST}/kyc", expand)
	u, err := url.Parse(got)
	if err != nil {
		t.Fatal(err)
	}
	if password, _ := u.User.Password(); password != "p@ss/w:rd %?" || u.Host != "db.example:5432" || u.Path != "/kyc" {
		t.Errorf("%s", got)
	}
	if got := Expand("${ALL}", expand); got != "postgres://me:x@h/d" {
		t.Errorf("%s", got)
	}
}

func TestMask(t *testing.T) {
	var d target
	d.hide("s3cret-canary", "app", "db", "")
	got := d.mask(`password "s3cret-canary" of user 'app'@'db' for table app_table, xs3cret-canaryx`)
	if want := `password "***" of user '***'@'***' for table app_table, x***x`; got != want {
		t.Errorf("%s", got)
	}
}

// FuzzDSN looks for a panic, and for a secret in what is said about a DSN.
func FuzzDSN(f *testing.F) {
	for _, dsn := range []string{
		"postgres://me:canarysecret@h/d", "mysql://me:canarysecret@h:1/d?tls=x", "sqlserver://canarysecret:canarysecret@h?database=canarysecret",
		"oracle://canarysecret", "sqlite:canarysecret", "postgres://[::1/canarysecret", "mysql://%zzcanarysecret", "pg:canarysecret", "canarysecret://x", "me:canarysecret@tcp(h)/d",
	} {
		f.Add(dsn)
	}
	f.Fuzz(func(t *testing.T, dsn string) {
		IsDSN(dsn)
		Exposed(dsn)
		same := func(text string, fit func(string) string) string { return text }
		if got := Expand(dsn, same); got != dsn {
			t.Errorf("Expand(%q) without variables is %q", dsn, got)
		}
		d, err := parse(dsn)
		if err != nil {
			if strings.Contains(err.Error(), "canary") {
				t.Errorf("%v", err)
			}
			return
		}
		if d.dialect == mysqlDialect {
			if _, err := configMySQL(d); err != nil && strings.Contains(err.Error(), "canary") {
				t.Errorf("%v", err)
			}
		}
	})
}

// FuzzMask wants no long secret left in any text.
func FuzzMask(f *testing.F) {
	f.Add("connect: user app password s3cret-canary refused", "s3cret-canary", "app")
	f.Add("aaaaaaaaaaaaa", "aaaaaa", "a")
	f.Fuzz(func(t *testing.T, text, password, user string) {
		var d target
		d.hide(password, user)
		got := d.mask(text)
		if len(password) >= tellingLength && !strings.Contains("***", password) && strings.Contains(strings.ReplaceAll(got, "***", "\x00"), password) {
			t.Errorf("mask(%q) of %q is %q", text, password, got)
		}
	})
}
