package argos

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"kycmigrate/internal/kyc"
)

func TestFindRequest(t *testing.T) {
	var got url.Values
	c := serve(t, func(w http.ResponseWriter, r *http.Request) {
		got = r.URL.Query()
		if r.Method != http.MethodGet || r.URL.Path != "/v3/submission" || r.Header.Get("x-api-key") != testKey || r.ContentLength != 0 {
			t.Errorf("%s %s", r.Method, r.URL)
		}
		_, _ = io.WriteString(w, `{"Items":[]}`)
	})
	for name, tc := range map[string]struct {
		q    Query
		want url.Values
	}{
		"userid": {Query{By: kyc.UserID, Value: "a+b &=#%/한\x00"}, url.Values{"userid": {"a+b &=#%/한\x00"}, "count": {"50"}}},
		"email":  {Query{By: kyc.Email, Value: "a+b@x.example", Count: 2000}, url.Values{"email": {"a+b@x.example"}, "count": {"2000"}}},
		"id":     {Query{By: kyc.NoField, SubmissionID: "s&1"}, url.Values{"submission_id": {"s&1"}, "count": {"50"}}},
		"next": {Query{By: kyc.UserID, Value: "u", Next: &PageKey{"i+1", "2024-01-15-10-30-00-000"}},
			url.Values{"userid": {"u"}, "count": {"50"}, "nextpage_id": {"i+1"}, "nextpage_date": {"2024-01-15-10-30-00-000"}}},
		"next without date": {Query{By: kyc.UserID, Value: "u", Next: &PageKey{ID: "i"}},
			url.Values{"userid": {"u"}, "count": {"50"}, "nextpage_id": {"i"}}},
	} {
		if _, err := c.Find(context.Background(), tc.q); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tc.want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestFindRefusesToListEverything(t *testing.T) {
	c := newClient(t, Config{BaseURL: "http://localhost", Transport: transportFunc(func(r *http.Request) (*http.Response, error) {
		t.Errorf("sent %s", r.URL)
		return nil, io.EOF
	})})
	for _, q := range []Query{
		{}, {By: kyc.UserID}, {By: kyc.UserID, Value: " \t"}, {By: kyc.NoField}, {By: kyc.NoField, SubmissionID: " "},
		{By: kyc.NoField, SubmissionID: " x"}, {By: kyc.NoField, SubmissionID: strings.Repeat("x", maxID+1)},
		{By: kyc.NoField, Value: "x"}, {By: kyc.CF3, Value: "x"}, {By: kyc.UserID, Value: "x", SubmissionID: "y"},
		{By: kyc.UserID, SubmissionID: "y", Value: "y"}, {By: kyc.UserID, SubmissionID: "y"},
	} {
		_, err := c.Find(context.Background(), q)
		if e := failure(t, err); e.Effect != None || e.Code != codeBadCall || !e.Unsent {
			t.Errorf("%+v: %+v", q, e)
		}
	}
}

// find gets body as a page.
func find(t *testing.T, body string) Page {
	t.Helper()
	c := newClient(t, Config{BaseURL: "http://localhost", Transport: answering(200, nil, body)})
	p, err := c.Find(context.Background(), Query{By: kyc.UserID, Value: "u"})
	if err != nil {
		t.Fatalf("%s: %v", body, err)
	}
	return p
}

func TestPages(t *testing.T) {
	key := &PageKey{"i", "d"}
	for body, want := range map[string]Page{
		`{"Items":[]}`:       {HasItems: true},
		`{"Items":[{}]}`:     {HasItems: true, Items: make([]Item, 1)},
		`{"items":[]}`:       {},
		`{}`:                 {},
		`{"message":"none"}`: {},
		`{"Items":null}`:     {},
		`{"Items":{}}`:       {},
		`{"Items":"[]"}`:     {},
		`{"Items":[1,null]}`: {HasItems: true, Items: make([]Item, 2)},
		`{"items":[{}]}`:     {Items: make([]Item, 1)},
		`{"Items":[],"nextpageKey":{"id":"i","created_at":"d"}}`:                                {HasItems: true, Next: key},
		`{"Items":[],"nextPageKey":{"submission_id":"i","created_at":"d"}}`:                     {HasItems: true, Next: key},
		`{"Items":[],"nextpage_key":{"submissionId":"i","createdAt":"d"}}`:                      {HasItems: true, Next: key},
		`{"Items":[],"nextpageKey":{"id":7,"created_at":8}}`:                                    {HasItems: true, Next: &PageKey{"7", "8"}},
		`{"Items":[],"nextpageKey":{"id":"i"}}`:                                                 {HasItems: true, Next: &PageKey{ID: "i"}},
		`{"Items":[],"nextpageKey":null}`:                                                       {HasItems: true},
		`{"Items":[],"nextpageKey":{ }}`:                                                        {HasItems: true},
		`{"Items":[],"nextpageKey":""}`:                                                         {HasItems: true},
		`{"Items":[],"nextpageKey":"token"}`:                                                    {},
		`{"Items":[],"nextpageKey":{"created_at":"d"}}`:                                         {},
		`{"Items":[],"nextToken":"x"}`:                                                          {},
		`{"Items":[],"LastEvaluatedKey":{"id":"x"}}`:                                            {},
		`{"Items":[],"nextpageKey":{"id":"i"},"nextPageKey":{"id":"j"}}`:                        {},
		`{"isEncrypted":true,"data":"` + sealText(`{"Items":[]}`) + `"}`:                        {HasItems: true},
		`{"data":"` + sealText(`{"Items":[],"nextpageKey":{"id":"i","created_at":"d"}}`) + `"}`: {HasItems: true, Next: key},
	} {
		got := find(t, body)
		want.Status = 200
		if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s: %s", body, diff)
		}
	}
}

func sealText(s string) string { return string(newSealer(testKey).seal(nil, []byte(s))) }

func TestItem(t *testing.T) {
	at := time.Date(2024, 1, 15, 10, 30, 0, 0, time.UTC)
	for body, want := range map[string]Item{
		`{"submission_id":"s1","email":"a@b.example","userid":"u","created_at":"2024-01-15-10-30-00-000",
		  "kyc":{"result":"approved","comment":[]},"image":{"idImage":"https://x.example/1","idBackImage":"","selfieImage":null},
		  "data":{"full_name":"Kim","name":"old","date_of_birth":"1990-02-03","idType":"passport","idcard_issuingCountry":"KOR",
		  "first_name":"M","last_name":"K","nationality":"KOR","gender":"male","idcard_issueDate":"2020-01-01","idcard_expireDate":"2030-01-01",
		  "ip_address":"192.0.2.1","documentNumber":12345,"address_city":"Seoul","cf1":"one","cf3":""},"cf1":"other"}`: {
			ID: "s1", Email: "a@b.example", UserID: "u", CreatedAt: at, Images: map[kyc.ImageKind]bool{kyc.IDImage: true},
			Values: map[kyc.Field]string{
				kyc.Email: "a@b.example", kyc.UserID: "u", kyc.KYCStatus: "approved", kyc.FullName: "Kim", kyc.BirthDate: "1990-02-03",
				kyc.IDType: "passport", kyc.IssuingCountry: "KOR", kyc.FirstName: "M", kyc.LastName: "K", kyc.Nationality: "KOR", kyc.Gender: "male",
				kyc.IssueDate: "2020-01-01", kyc.ExpireDate: "2030-01-01", kyc.IPAddress: "192.0.2.1", kyc.DocumentNumber: "12345",
				kyc.AddressCity: "Seoul", kyc.CF1: "one", kyc.CF3: "",
			}},
		`{"submissionId":7,"created_at":"2024-01-15T19:30:00+09:00","data":{"name":"Kim","birthDate":"x"},"cf2":"two","cf":{"cf3":true}}`: {
			ID: "7", CreatedAt: at, Values: map[kyc.Field]string{kyc.FullName: "Kim", kyc.BirthDate: "x", kyc.CF2: "two", kyc.CF3: "true"}},
		`{"id":"s","created_at":"soon","data":[1],"image":"x","kyc":null,"email":{"a":1}}`: {ID: "s"},
		`{"submission_id":"s1","submissionId":"s2","id":"s3"}`:                             {},
		`{"submission_id":"s1","submissionId":null,"id":"s3"}`:                             {ID: "s1"},
		`{"submission_id":null,"id":3}`:                                                    {ID: "3"},
		`{"submission_id":"a\nb"}`:                                                         {},
		`{"submission_id":" x "}`:                                                          {},
		`{"submission_id":true}`:                                                           {},
		`{"submission_id":"` + strings.Repeat("x", maxID) + `"}`:                           {ID: strings.Repeat("x", maxID)},
		`{"submission_id":"` + strings.Repeat("x", maxID+1) + `"}`:                         {},
		`{"id":"` + strings.Repeat("x", maxID+1) + `"}`:                                    {},
		`{"submission_id":"s","deleted":true}`:                                             {ID: "s", Deleted: true},
		`{"submission_id":"s","deleted":false}`:                                            {ID: "s"},
		`{"submission_id":"s","isDeleted":"true"}`:                                         {ID: "s", Deleted: true},
		`{"submission_id":"s","deleted_at":"2024"}`:                                        {ID: "s", Deleted: true},
		`{"submission_id":"s","deleted_at":null}`:                                          {ID: "s"},
		`{"submission_id":"s","data":"Deleted Submission"}`:                                {ID: "s", Deleted: true},
		`{"submission_id":"s","status":"deleted"}`:                                         {ID: "s", Deleted: true},
		`{"submission_id":"s","kyc":{"result":"deleted"}}`:                                 {ID: "s", Deleted: true, Values: map[kyc.Field]string{kyc.KYCStatus: "deleted"}},
		`{"submission_id":"s","data":{"full_name":"Deleted"}}`:                             {ID: "s", Values: map[kyc.Field]string{kyc.FullName: "Deleted"}},
	} {
		if diff := cmp.Diff(want, readItem([]byte(body)), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s: %s", body, diff)
		}
	}
}

// Each field of the table is found at the place that the table names.
func TestEveryEchoIsRead(t *testing.T) {
	for f := range kyc.NumFields {
		echo := f.Info().Echo
		if echo == "" {
			continue
		}
		body := `{"data":{"` + echo + `":"v"}}`
		if path, ok := strings.CutPrefix(echo, "."); ok {
			names := strings.Split(path, ".")
			body = `"v"`
			for i := len(names) - 1; i >= 0; i-- {
				body = `{"` + names[i] + `":` + body + `}`
			}
		}
		if got := readItem([]byte(body)).Values; len(got) != 1 || got[f] != "v" {
			t.Errorf("%s: %s gives %v", f, body, got)
		}
	}
}

func TestParseCreated(t *testing.T) {
	at := time.Date(2024, 1, 15, 10, 30, 0, 123e6, time.UTC)
	for s, want := range map[string]time.Time{
		"2024-01-15-10-30-00-123":       at,
		"2024-01-15T10:30:00.123Z":      at,
		"2024-01-15T10:30:00.123":       at,
		"2024-01-15 10:30:00.123":       at,
		"2024-01-15T19:30:00.123+09:00": at,
		"2024-01-15-10-30-00":           at.Truncate(time.Second),
		"2024-01-15T10:30:00Z":          at.Truncate(time.Second),
		"":                              {}, "2024-01-15": {}, "2024-13-15-10-30-00-123": {}, "2024-01-15-10-30-00-12x": {}, "1705314600": {},
	} {
		if got := parseCreated(s); !got.Equal(want) || got.Location() != time.UTC {
			t.Errorf("%q: got %v, want %v", s, got, want)
		}
	}
}

func TestFindFailures(t *testing.T) {
	for body, code := range map[string]string{
		``: codeUnreadable, `[]`: codeUnreadable, `{"Items":[`: codeUnreadable, `{"isEncrypted":true,"data":"AAAA"}`: codeUndecryptable,
	} {
		c := newClient(t, Config{BaseURL: "http://localhost", Transport: answering(200, nil, body)})
		_, err := c.Find(context.Background(), Query{By: kyc.UserID, Value: "u"})
		if e := failure(t, err); e.Effect != Unknown || !e.Unreadable || e.Code != code {
			t.Errorf("%s: %+v", body, e)
		}
	}
}
