package argos

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"kycmigrate/internal/kyc"
)

const created = `{"message":"success","submissionId":"6xx28lo115832"}`

func TestSubmitRequest(t *testing.T) {
	type seen struct {
		Method, Path, Key, Type, Agent string
		Proto, Length                  int
		Idempotency                    []string
		Body                           map[string]string
	}
	var got seen
	c := serve(t, func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		got = seen{Method: r.Method, Path: r.URL.RequestURI(), Key: r.Header.Get("x-api-key"), Type: r.Header.Get("Content-Type"),
			Agent: r.UserAgent(), Proto: r.ProtoMajor, Length: int(r.ContentLength) - len(body), Idempotency: r.Header["Idempotency-Key"]}
		if err := json.Unmarshal(body, &got.Body); err != nil {
			t.Error(err)
		}
		w.Header().Set("x-amzn-RequestId", "req-1")
		_, _ = io.WriteString(w, created)
	})
	reply, err := c.Submit(context.Background(), person())
	if err != nil {
		t.Fatal(err)
	}
	want := seen{Method: "POST", Path: "/v3/submission/migration", Key: testKey, Type: "application/json", Agent: DefaultUserAgent, Proto: 1,
		Body: map[string]string{"admin": testAdmin, "email": "kim.minsu@mail.example", "fullName": "김민수 \"Min\" \\ <x>",
			"birthDate": "1990-02-03", "kycStatus": "approved", "userid": "u-1"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if reply.SubmissionID != "6xx28lo115832" || reply.RequestID != "req-1" || reply.Status != 200 || time.Since(reply.Date) > time.Minute {
		t.Errorf("reply %+v", reply)
	}
}

func TestSubmitEncrypted(t *testing.T) {
	s := &kyc.Submission{}
	s[kyc.FullName] = "홍길동"
	plain := `{"admin":"` + testAdmin + `","fullName":"홍길동"}`
	sealer := newSealer(testKey)
	for envelope, unwrap := range map[string]func([]byte) string{
		EnvelopeRaw: func(b []byte) string { return string(b) },
		EnvelopeBody: func(b []byte) string {
			var o map[string]string
			if err := json.Unmarshal(b, &o); err != nil || len(o) != 1 {
				t.Errorf("%s: %v", b, err)
			}
			return o["body"]
		},
	} {
		var text string
		c := newClient(t, Config{BaseURL: "http://localhost", Encrypt: true, Envelope: envelope,
			Transport: transportFunc(func(r *http.Request) (*http.Response, error) {
				b, _ := io.ReadAll(r.Body)
				text = unwrap(b)
				return answering(200, nil, `{"isEncrypted":true,"data":"`+sealed[`{"message":"success","submissionId":"submissionId123"}`]+`"}`).RoundTrip(r)
			})})
		reply, err := c.Submit(context.Background(), s)
		if err != nil || reply.SubmissionID != "submissionId123" {
			t.Errorf("%s: %+v, %v", envelope, reply, err)
		}
		if got, err := sealer.open(text); err != nil || string(got) != plain {
			t.Errorf("%s: sent %q, %v", envelope, got, err)
		}
	}
}

// Every shape of a successful answer, encrypted or not.
func TestSubmitSuccess(t *testing.T) {
	seal := func(s string) string { return string(newSealer(testKey).seal(nil, []byte(s))) }
	for body, id := range map[string]string{
		created:                   "6xx28lo115832",
		`{"submission_id":"a b"}`: "a b",
		`{"submissionId":"a","submission_id":"a"}`:              "a",
		" {\n\"submissionId\" : \"a\" } \n":                     "a",
		`{"submissionId":12345}`:                                "12345",
		`{"submissionId":"\u0061\/b"}`:                          "a/b",
		`{"code":"200","submissionId":"a"}`:                     "a",
		`{"errorCode":null,"submissionId":"a"}`:                 "a",
		`{"errorCode":"","submissionId":"a"}`:                   "a",
		`{"errorCode":0,"submissionId":"a"}`:                    "a",
		`{"isEncrypted":false,"submissionId":"a"}`:              "a",
		`{"data":"` + seal(created) + `"}`:                      "6xx28lo115832",
		`{"isEncrypted":"true","data":"` + seal(created) + `"}`: "6xx28lo115832",
		`{"isEncrypted":true,"body":"` + seal(created) + `"}`:   "6xx28lo115832",
		seal(created):             "6xx28lo115832",
		`"` + seal(created) + `"`: "6xx28lo115832",
	} {
		c := newClient(t, Config{BaseURL: "http://localhost", Encrypt: true, Transport: answering(201, nil, body)})
		reply, err := c.Submit(context.Background(), person())
		if err != nil || reply.SubmissionID != id || reply.Status != 201 {
			t.Errorf("%s: got %+v, %v", body, reply, err)
		}
	}
}

// 2xx answers without one whole id are Unknown, whatever they say.
func TestSubmitUnreadable(t *testing.T) {
	other := string(newSealer("another key").seal(nil, []byte(created)))
	for body, want := range map[string]struct {
		code string
		app  bool
	}{
		``:                       {codeUnreadable, false},
		`<html>OK</html>`:        {codeUnreadable, false},
		`"6xx28lo115832"`:        {codeUnreadable, false},
		`[{"submissionId":"a"}]`: {codeUnreadable, false},
		`null`:                   {codeUnreadable, false},
		`{}`:                     {codeUnreadable, true},
		`{"message":"success"}`:  {codeUnreadable, true},
		`{"message":"success","submissionId":"6xx28`: {codeUnreadable, true},
		created + `x`:                                         {codeUnreadable, true},
		`{"submissionId":""}`:                                 {codeUnreadable, true},
		`{"submissionId":" "}`:                                {codeUnreadable, true},
		`{"submissionId":null}`:                               {codeUnreadable, true},
		`{"submissionId":true}`:                               {codeUnreadable, true},
		`{"submissionId":["a"]}`:                              {codeUnreadable, true},
		`{"submissionId":{"a":1}}`:                            {codeUnreadable, true},
		`{"submissionId":"a\nb"}`:                             {codeUnreadable, true},
		`{"submissionId":"a\ufffd"}`:                          {codeUnreadable, true},
		`{"submissionId":"a","submission_id":"b"}`:            {codeUnreadable, true},
		`{"submissionId":"` + strings.Repeat("a", 300) + `"}`: {codeUnreadable, true},
		`{"Submissionid":"a"}`:                                {codeUnreadable, true},
		`{"errorCode":"processing_error","message":"x"}`:      {"processing_error", true},
		`{"error_code":"invalid_format","submissionId":"a"}`:  {"invalid_format", true},
		`{"code":"Kim Min-su","message":"x"}`:                 {codeUnreadable, true},
		`{"isEncrypted":true,"data":"` + other + `"}`:         {codeUndecryptable, true},
		`{"data":"` + other + `"}`:                            {codeUndecryptable, true},
		`{"isEncrypted":true,"data":"!"}`:                     {codeUndecryptable, true},
	} {
		c := newClient(t, Config{BaseURL: "http://localhost", Transport: answering(200, nil, body)})
		reply, err := c.Submit(context.Background(), person())
		e := failure(t, err)
		if e.Effect != Unknown || e.Scope != RecordScope || !e.Unreadable || e.AppAnswer != want.app || e.Code != want.code || reply.SubmissionID != "" {
			t.Errorf("%s: got %+v (%v)", body, e, reply)
		}
	}
}

func TestSubmitTooLongAnswer(t *testing.T) {
	c := newClient(t, Config{BaseURL: "http://localhost",
		Transport: answering(200, nil, `{"submissionId":"a","pad":"`+strings.Repeat("x", maxAnswer)+`"}`)})
	_, err := c.Submit(context.Background(), person())
	if e := failure(t, err); e.Effect != Unknown || !e.Unreadable || e.Err != errTooLong {
		t.Errorf("got %+v", e)
	}
}

func TestAdminIsNeeded(t *testing.T) {
	c, err := New(Config{BaseURL: "http://localhost", APIKey: testKey, Transport: answering(200, nil, created)})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"post", "put"} {
		if e := failure(t, calls[name](c)); e.Effect != None || e.Scope != RunScope || e.Code != codeNoAdmin {
			t.Errorf("%s: %+v", name, e)
		}
	}
}
