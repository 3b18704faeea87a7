package sandbox

import (
	"strings"
	"testing"
)

func TestPostStoresWhatWasSent(t *testing.T) {
	g := start(t, Config{})
	r := g.post(person("fullName", "홍길동", "cf1", `quote " and é`))
	if r.status != 200 || r.field("message") != "success" || len(r.field("submissionId")) != 13 {
		t.Fatalf("answer: %d %s", r.status, r.body)
	}
	if got := r.header.Get("Content-Type"); got != "application/json" {
		t.Fatalf("content type %q", got)
	}
	all := g.Submissions()
	if len(all) != 1 || all[0].ID != r.field("submissionId") {
		t.Fatalf("stored: %+v", all)
	}
	want := person("fullName", "홍길동", "cf1", `quote " and é`)
	if len(all[0].Fields) != len(want) {
		t.Fatalf("fields: %v", all[0].Fields)
	}
	for name, value := range want {
		if all[0].Fields[name] != value {
			t.Errorf("%s: got %q, want %q", name, all[0].Fields[name], value)
		}
	}
}

func TestPostRefusals(t *testing.T) {
	tests := []struct {
		name string
		cfg  Config
		body any
		code string
		says string
	}{
		{"missing email", Config{}, person("email", "-"), "missing_data", "Required input data is missing"},
		{"empty name", Config{}, person("fullName", ""), "missing_data", ""},
		{"missing before admin", Config{}, person("email", "-", "admin", "x@y.example"), "missing_data", ""},
		{"admin", Config{}, person("admin", "x@y.example"), "invalid_admin", "Invalid admin"},
		{"admin before parameter", Config{}, person("admin", "x@y.example", "phone", "1"), "invalid_admin", ""},
		{"unexpected", Config{}, person("phone", "1"), "invalid_parameter", "invalid parameter: phone"},
		{"parameter before format", Config{}, person("phone", "1", "birthDate", "x"), "invalid_parameter", ""},
		{"names unknown", Config{}, person("firstName", "Ada"), "invalid_parameter", "invalid parameter: firstName"},
		{"email", Config{}, person("email", "a@b@c.example"), "invalid_format", "invalid format: email"},
		{"email without dot", Config{}, person("email", "a@b"), "invalid_format", ""},
		{"birth date", Config{}, person("birthDate", "10/12/1985"), "invalid_format", "invalid format: birthDate"},
		{"no such day", Config{}, person("issueDate", "2023-02-29"), "invalid_format", "invalid format: issueDate"},
		{"expire date", Config{}, person("expireDate", "2030-1-1"), "invalid_format", "invalid format: expireDate"},
		{"status", Config{}, person("kycStatus", "pending"), "invalid_format", "invalid format: kycStatus"},
		{"gender", Config{}, person("gender", "M"), "invalid_format", "invalid format: gender"},
		{"alpha-2", Config{}, person("issuingCountry", "GB"), "invalid_format", "invalid format: issuingCountry"},
		{"lower case", Config{}, person("nationality", "gbr"), "invalid_format", "invalid format: nationality"},
		{"no country", Config{}, person("address_country", "XKX"), "invalid_format", ""},
		{"document", Config{}, person("idType", "drvlic"), "invalid_format", "invalid format: idType"},
		{"number", Config{}, with(person(), "userid", 12), "invalid_format", "invalid format: userid"},
		{"null", Config{}, with(person(), "email", nil), "invalid_format", "invalid format: email"},
		{"object", Config{}, with(person(), "cf1", map[string]any{"a": []any{"}", 1}}), "invalid_format", "invalid format: cf1"},
		{"empty optional", Config{}, person("cf2", ""), "invalid_format", ""},
		{"strict", Config{StrictIDType: true}, person("idType", "-"), "missing_data", ""},
		{"array", Config{}, []any{person()}, "invalid_payload", "Invalid payload"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			g := start(t, test.cfg)
			r := g.post(test.body)
			wantCode(t, r, 400, "errorCode", test.code)
			if test.says != "" && r.field("message") != test.says {
				t.Errorf("message %q, want %q", r.field("message"), test.says)
			}
			if n := len(g.Submissions()); n != 0 {
				t.Errorf("%d stored", n)
			}
		})
	}
}

func TestPostAccepts(t *testing.T) {
	for name, test := range map[string]struct {
		cfg  Config
		body map[string]any
	}{
		"no document":   {Config{}, person("idType", "-", "issuingCountry", "-")},
		"names":         {Config{AllowNames: true}, person("firstName", "Ada", "lastName", "Lovelace")},
		"extra id type": {Config{ExtraIDTypes: []string{"drvlic"}}, person("idType", "drvlic")},
		"leap day":      {Config{}, person("birthDate", "2000-02-29")},
		"other admin":   {Config{Admins: []string{"root@x.example"}}, person("admin", "root@x.example")},
	} {
		t.Run(name, func(t *testing.T) { start(t, test.cfg).mustPost(test.body) })
	}
}

func TestPostBadJSON(t *testing.T) {
	g := start(t, Config{})
	for _, body := range []string{
		"", " ", "null", `"x"`, `{`, `{"admin":"a"}}`, `{"email":"a","email":"b"}`, "{\"email\":\"\xff\"}", "not json",
	} {
		r := g.send("POST", origin+"/v3/submission/migration", "application/json", []byte(body))
		wantCode(t, r, 400, "errorCode", "invalid_payload")
	}
}

func TestPostContentType(t *testing.T) {
	g := start(t, Config{})
	for contentType, status := range map[string]int{
		"application/json": 200, "application/json; charset=utf-8": 200, "text/plain": 400, "": 400, "application/x-www-form-urlencoded": 400,
	} {
		if r := g.send("POST", origin+"/v3/submission/migration", contentType, encode(person())); r.status != status {
			t.Errorf("%q: %d %s", contentType, r.status, r.body)
		}
	}
}

func TestDuplicates(t *testing.T) {
	g := start(t, Config{Duplicates: DuplicatesRefuse})
	id := g.mustPost(person())
	wantCode(t, g.post(person("email", "other@b.example")), 400, "errorCode", "duplicate_submission")
	g.mustPost(person("userid", "u-2"))
	wantCode(t, g.post(person("userid", "-")), 400, "errorCode", "duplicate_submission")
	g.send("DELETE", origin+"/v3/submission?submission_id="+id, "", nil)
	g.mustPost(person())

	g = start(t, Config{})
	if first, second := g.mustPost(person()), g.mustPost(person()); first == second {
		t.Fatal("two submissions share an id")
	}
}

func TestGatesInOrder(t *testing.T) {
	body := string(encode(person()))
	tests := []struct {
		name    string
		cfg     Config
		method  string
		path    string
		key     string
		body    string
		status  int
		message string
	}{
		{"unknown path", Config{AllowedIPs: []string{"10.0.0.1"}}, "POST", "/v3/submission", "no", body, 403, "Missing Authentication Token"},
		{"unknown method", Config{}, "PATCH", "/v3/submission", DefaultAPIKey, body, 403, "Missing Authentication Token"},
		{"trailing slash", Config{}, "POST", "/v3/submission/migration/", DefaultAPIKey, body, 403, "Missing Authentication Token"},
		{"address before key", Config{AllowedIPs: []string{"10.0.0.0/8"}}, "POST", "/v3/submission/migration", "no", body, 403,
			"User is not authorized to access this resource with an explicit deny"},
		{"key", Config{}, "POST", "/v3/submission/migration", "no", body, 403, "Forbidden"},
		{"size", Config{MaxBody: 20}, "POST", "/v3/submission/migration", DefaultAPIKey, body, 413, "Request Entity Too Large"},
		{"allowed", Config{AllowedIPs: []string{"127.0.0.0/8", "::1"}, BasePath: "dev/"}, "POST", "/dev/submission/migration", DefaultAPIKey, body, 200, "success"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			g := start(t, test.cfg)
			g.key = test.key
			wantCode(t, g.send(test.method, origin+test.path, "application/json", []byte(test.body)), test.status, "message", test.message)
		})
	}
}

func TestProjectsAreApart(t *testing.T) {
	g := start(t, Config{APIKeys: []string{"one", "rotated", "two=other"}})
	g.key = "one"
	id := g.mustPost(person())
	for key, found := range map[string]int{"one": 1, "rotated": 1, "two": 0} {
		g.key = key
		if n := len(g.get("userid", "u-1").found(t)); n != found {
			t.Errorf("key %s finds %d", key, n)
		}
	}
	g.key = "two"
	wantCode(t, g.get("submission_id", id), 400, "error_code", "invalid_submission_id")
	wantCode(t, g.putImage(id, "selfieImage", jpeg), 400, "errorCode", "invalid_submission")
	if r := g.send("DELETE", origin+"/v3/submission?submission_id="+id, "", nil); r.status != 400 {
		t.Error("another project's submission was deleted")
	}
}

func TestConfigIsChecked(t *testing.T) {
	for name, cfg := range map[string]Config{
		"encryption": {Encryption: "maybe"},
		"duplicates": {Duplicates: "maybe"},
		"rate":       {RatePerSecond: -1},
		"lag":        {Lag: -1},
		"page":       {PageSize: 5000},
		"body":       {MaxBody: -1},
		"echo":       {Echo: Echo{Drop: []string{"phone"}}},
		"key":        {APIKeys: []string{""}},
		"address":    {AllowedIPs: []string{"localhost"}},
		"fault":      {Faults: []Fault{{Action: "explode", Probability: 1}}},
		"share":      {Faults: []Fault{{Action: "drop-after", Probability: 2}}},
	} {
		if s, err := New(cfg); err == nil {
			t.Errorf("%s: accepted", name)
			_ = s.Close()
		}
	}
}

func TestFlatten(t *testing.T) {
	got, err := flatten([]byte(" { \"a\" : \"x\\n\\u00e9\\\"\" ,\"b\":-1.5e3 , \"c\":[ {\"]\":\"}\"} , [ ] ],\"d\":null ,\"\":\"\"} "))
	if err != nil {
		t.Fatal(err)
	}
	want := []member{{"a", "x\né\"", true}, {"b", "", false}, {"c", "", false}, {"d", "", false}, {"", "", true}}
	if len(got) != len(want) {
		t.Fatalf("got %v", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("member %d: got %v, want %v", i, got[i], want[i])
		}
	}
}

func FuzzFlatten(f *testing.F) {
	for _, seed := range []string{`{}`, `{"a":"b"}`, `{"a":[1,{"b":"}"}],"c":"\u00e9\\"}`, `{"a":1 , "b":true}`, ` { } `} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		members, err := flatten(body)
		if err != nil {
			return
		}
		want := decodeAny(t, body)
		if len(want) != len(members) {
			t.Fatalf("%d members, encoding/json sees %d", len(members), len(want))
		}
		for _, m := range members {
			text, isText := want[m.name].(string)
			if isText != m.text || text != m.value {
				t.Fatalf("member %q: %q, encoding/json says %v", m.name, m.value, want[m.name])
			}
		}
	})
}

func TestAlpha3Table(t *testing.T) {
	codes := strings.Fields(alpha3)
	if len(codes) != 249 {
		t.Fatalf("%d codes, ISO 3166-1 has 249", len(codes))
	}
	for _, bad := range []string{"", "GB", "gbr", "GBRX", "BR ", "XXX"} {
		if isAlpha3(bad) {
			t.Errorf("%q is taken for a country", bad)
		}
	}
}
