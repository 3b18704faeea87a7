package argos

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"kycmigrate/internal/kyc"
)

type wanted struct {
	Effect Effect
	Scope  Scope
	Code   string
	Field  string
	App    bool
}

// The table of exactly-once.md S4 and contracts.md A0.1, A1.1, E.
func TestFailures(t *testing.T) {
	run := func(code string) wanted { return wanted{Effect: None, Scope: RunScope, Code: code} }
	unknown := func(code string) wanted { return wanted{Effect: Unknown, Code: code} }
	refused := func(code, field string) wanted { return wanted{Effect: Refused, Code: code, Field: field} }
	for _, tc := range []struct {
		call   string
		status int
		body   string
		want   wanted
	}{
		{"post", 400, `{"errorCode":"invalid_payload","message":"Invalid payload."}`, refused("invalid_payload", "")},
		{"post", 400, `{"errorCode":"missing_data","message":"Required input data is missing"}`, refused("missing_data", "")},
		{"post", 400, `{"errorCode":"invalid_parameter","message":"invalid parameter: firstName"}`, refused("invalid_parameter", "firstName")},
		{"post", 400, `{"errorCode":"invalid_parameter","message":"invalid parameter: {address_city}"}`, refused("invalid_parameter", "address_city")},
		{"post", 400, `{"errorCode":"invalid_format","message":"invalid format: ${birthDate}"}`, refused("invalid_format", "birthDate")},
		{"post", 400, `{"errorCode":"invalid_format","message":"Invalid format: $email."}`, refused("invalid_format", "email")},
		{"post", 400, `{"errorCode":"invalid_format","message":"invalid format: kim@mail.example"}`, refused("invalid_format", "")},
		{"post", 400, `{"errorCode":"invalid_format","message":"email is bad"}`, refused("invalid_format", "")},
		{"post", 422, `{"error_code":"invalid_format","Message":"invalid format: gender"}`, refused("invalid_format", "gender")},
		{"post", 404, `{"code":"invalid_format","errorMessage":"invalid format: gender"}`, refused("invalid_format", "gender")},
		{"post", 400, `{"errorCode":"invalid_format","message":"invalid format: admin"}`, wanted{None, RunScope, "invalid_format", "admin", false}},
		{"put", 400, `{"errorCode":"invalid_submission","message":"Invalid submission."}`, refused("invalid_submission", "")},
		{"put", 400, `{"errorCode":"invalid_data","message":"x"}`, refused("invalid_data", "")},
		{"put", 400, `{"errorCode":"invalid_idType","message":"x"}`, refused("invalid_idType", "")},
		{"put", 400, `{"errorCode":"invalid_format","message":"invalid format: selfieImage"}`, refused("invalid_format", "selfieImage")},
		{"get", 400, `{"error_code":"invalid_submission_id","message":"x"}`, refused("invalid_submission_id", "")},
		{"get", 400, `{"error_code":"data_processing_error"}`, wanted{Unknown, RecordScope, "data_processing_error", "", true}},
		{"get", 400, `{"error_code":"missing_apikey"}`, run("missing_apikey")},

		{"post", 400, `{"errorCode":"invalid_submission","message":"x"}`, unknown("invalid_submission")}, // not one of POST's
		{"post", 400, `{"errorCode":"already_there","message":"x"}`, unknown("already_there")},
		{"post", 400, `{"errorCode":"Kim Min-su","message":"x"}`, unknown(codeUnknown)},
		{"post", 400, `{"errorCode":"invalid_format"`, unknown("http_400")},
		{"post", 400, `invalid_format`, unknown("http_400")},
		{"post", 400, `{"message":"Invalid Query String parameters"}`, unknown("http_400")},
		{"post", 400, `{"isEncrypted":true,"data":"AAAA"}`, unknown(codeUndecryptable)},
		{"post", 400, `{"errorCode":"processing_error","message":"Failed to complete migration"}`, wanted{Unknown, RecordScope, "processing_error", "", true}},
		{"post", 408, `{"errorCode":"invalid_format"}`, unknown("invalid_format")},
		{"post", 409, `{"errorCode":"invalid_admin"}`, unknown("invalid_admin")},
		{"post", 402, ``, unknown("http_402")},
		{"post", 499, ``, unknown("http_499")},
		{"post", 301, ``, unknown(codeRedirected)},
		{"post", 307, `{"errorCode":"invalid_format"}`, unknown(codeRedirected)},
		{"post", 500, `{"message":"Internal Server Error"}`, unknown("http_500")},
		{"post", 500, `{"errorCode":"invalid_format"}`, unknown("invalid_format")},
		{"post", 500, `{"errorCode":"processing_error"}`, unknown("processing_error")},
		{"post", 502, `{"message":"Internal server error"}`, unknown("http_502")},
		{"post", 504, `{"message":"Endpoint request timed out"}`, unknown("http_504")},
		{"post", 103, ``, unknown("http_103")},

		{"post", 400, `{"errorCode":"invalid_admin","message":"Invalid admin"}`, run("invalid_admin")},
		{"put", 400, `{"errorCode":"invalid_project","message":"Cannot find project info."}`, run("invalid_project")},
		{"post", 401, ``, run(codeUnauthorized)},
		{"post", 403, `{"message":"User is not authorized to access this resource with an explicit deny"}`, run(codeIPNotAllowed)},
		{"post", 403, `{"Message":"User is not authorized to access this resource with an explicit deny in an identity-based policy"}`, run(codeIPNotAllowed)},
		{"put", 403, `{"message":"Forbidden"}`, run(codeKeyRejected)},
		{"get", 403, "Forbidden\n", run(codeKeyRejected)},
		{"post", 403, `{"message":"Missing Authentication Token"}`, run(codeWrongPath)},
		{"post", 403, `<html><h1>403 Forbidden</h1></html>`, run(codeForbidden)},
		{"post", 403, `{"errorCode":"invalid_format"}`, run(codeForbidden)},
		{"post", 403, `{"errorCode":"invalid_project"}`, run("invalid_project")},
		{"post", 404, `not here`, run(codeNotFound)},
		{"post", 404, `{"errorCode":"some_code"}`, unknown("some_code")},
		{"post", 405, ``, run(codeMethod)},
		{"post", 415, ``, run(codeMediaType)},
		{"put", 413, `{"message":"Request Entity Too Large"}`, wanted{Effect: None, Code: codeTooLarge}},
		{"put", 413, `{"errorCode":"invalid_payload"}`, wanted{Effect: None, Code: codeTooLarge}},
		{"post", 429, `{"message":"Too Many Requests"}`, wanted{Effect: None, Scope: ThrottleScope, Code: codeThrottled}},
		{"get", 429, ``, wanted{Effect: None, Scope: ThrottleScope, Code: codeThrottled}},
		{"post", 429, `{"message":"Rate limit exceeded"}`, wanted{Effect: None, Scope: ThrottleScope, Code: codeThrottled}},
		{"post", 429, `{"message":"Limit Exceeded"}`, wanted{Effect: None, Scope: QuotaScope, Code: codeQuota}},
		{"put", 429, "limit exceeded.", wanted{Effect: None, Scope: QuotaScope, Code: codeQuota}},

		{"put", 200, `{"errorCode":"processing_error"}`, wanted{Unknown, RecordScope, "processing_error", "", true}},
		{"get", 200, `{"error_code":"data_processing_error"}`, wanted{Unknown, RecordScope, "data_processing_error", "", true}},
		{"get", 200, `[]`, unknown(codeUnreadable)},
	} {
		t.Run(fmt.Sprintf("%s %d %s", tc.call, tc.status, tc.body), func(t *testing.T) {
			check := func(body string) {
				c := newClient(t, Config{BaseURL: "http://localhost", Transport: answering(tc.status, nil, body)})
				e := failure(t, calls[tc.call](c))
				if got := (wanted{e.Effect, e.Scope, e.Code, e.Field, e.AppAnswer}); got != tc.want {
					t.Errorf("got %+v, want %+v", got, tc.want)
				}
				if e.Status != tc.status || e.Hint == "" {
					t.Errorf("status %d, hint %q", e.Status, e.Hint)
				}
				if s := e.Error() + e.Hint; strings.Contains(s, "Kim") || strings.Contains(s, "kim@") {
					t.Errorf("the error quotes the server: %s", s)
				}
			}
			check(tc.body)
			if strings.HasPrefix(tc.body, `{"error`) && strings.HasSuffix(tc.body, "}") {
				seal := string(newSealer(testKey).seal(nil, []byte(tc.body)))
				check(`{"isEncrypted":true,"data":"` + seal + `"}`)
			}
		})
	}
}

// A PUT is done with any 2xx of ARGOS that does not say otherwise, and not with a page
// of a proxy that stands before it.
func TestPutSuccess(t *testing.T) {
	for body, want := range map[string]bool{
		``: true, "\n": true, `{"message":"complete to update image."}`: true, `{}`: true, `{"isEncrypted":true,"data":"x"}`: true,
		`<html>login</html>`: false, `[]`: false, `ok`: false, `"complete to update image."`: true, `"Failed to put image."`: false, `{"message":"Failed to put image."}`: false, `{"message": "comp`: false,
	} {
		c := newClient(t, Config{BaseURL: "http://localhost", Transport: answering(200, nil, body)})
		err := calls["put"](c)
		if (err == nil) != want {
			t.Errorf("%q: %v", body, err)
		}
		if err != nil && failure(t, err).Effect != Unknown {
			t.Errorf("%q: %+v", body, err)
		}
	}
}

// The id of a submission is told from what programs write for none.
func TestCreatedID(t *testing.T) {
	for body, want := range map[string]string{
		`{"submissionId":"ab12"}`: "ab12", "\xef\xbb\xbf" + `{"submissionId":"ab12"}`: "ab12", `{"submissionId":12}`: "12", `{"message":"success","data":{"submission_id":"ab12"}}`: "ab12",
		`{"submissionId":"undefined"}`: "", `{"submissionId":"null"}`: "", `{"submissionId":0}`: "", `{"submissionId":1.5}`: "", `{"submissionId":-1}`: "", `{"submissionId":true}`: "",
		`{"submissionId":"None"}`: "", `{"submissionId":"[object Object]"}`: "", `{"submissionId":null,"data":{"submissionId":"NaN"}}`: "", `{"submissionId":"a","submission_id":"b"}`: "",
	} {
		c := newClient(t, Config{BaseURL: "http://localhost", Transport: answering(200, nil, body)})
		reply, err := c.Submit(context.Background(), &kyc.Submission{})
		if reply.SubmissionID != want || (err == nil) != (want != "") {
			t.Errorf("%s: %q, %v", body, reply.SubmissionID, err)
		}
		if err != nil && !failure(t, err).Unreadable {
			t.Errorf("%s: %+v", body, err)
		}
	}
}

func TestMeta(t *testing.T) {
	const date = "Sat, 22 Nov 2025 23:59:50 GMT"
	at := time.Date(2025, 11, 22, 23, 59, 50, 0, time.UTC)
	for name, tc := range map[string]struct {
		header map[string]string
		want   Meta
	}{
		"none":     {nil, Meta{Status: 429}},
		"all":      {map[string]string{"Date": date, "Age": "7", "Retry-After": "10", "x-amzn-RequestId": "r"}, Meta{429, at, "r", 7 * time.Second, 10 * time.Second}},
		"date":     {map[string]string{"Date": date, "Retry-After": "Sun, 23 Nov 2025 00:00:00 GMT"}, Meta{Status: 429, Date: at, RetryAfter: 10 * time.Second}},
		"past":     {map[string]string{"Date": date, "Retry-After": "Sat, 22 Nov 2025 00:00:00 GMT"}, Meta{Status: 429, Date: at}},
		"far":      {map[string]string{"Retry-After": "99999999999"}, Meta{Status: 429, RetryAfter: 24 * time.Hour}},
		"negative": {map[string]string{"Retry-After": "-5", "Age": "-1"}, Meta{Status: 429}},
		"junk":     {map[string]string{"Retry-After": "soon", "Age": "x", "Date": "today", "x-amzn-RequestId": "a\x01b", "x-amz-apigw-id": strings.Repeat("a", 200)}, Meta{Status: 429}},
		"gateway":  {map[string]string{"x-amz-apigw-id": "g=", "x-request-id": "x"}, Meta{Status: 429, RequestID: "g="}},
		"other":    {map[string]string{"x-request-id": "x"}, Meta{Status: 429, RequestID: "x"}},
	} {
		h := http.Header{}
		for k, v := range tc.header {
			h.Set(k, v)
		}
		c := newClient(t, Config{BaseURL: "http://localhost", Transport: answering(429, h, "")})
		reply, err := c.Submit(context.Background(), person())
		if got := failure(t, err).Meta; got != tc.want || reply.Meta != tc.want {
			t.Errorf("%s: got %+v, want %+v", name, got, tc.want)
		}
	}
}

func TestNames(t *testing.T) {
	for got, want := range map[string]string{
		Unknown.String(): "unknown", None.String(): "none", Refused.String(): "refused", Effect(9).String(): "",
		RecordScope.String(): "record", RunScope.String(): "run", ThrottleScope.String(): "throttle", QuotaScope.String(): "quota", Scope(9).String(): "",
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	e := &Error{Op: "POST /x", Code: "invalid_format", Field: "email", Meta: Meta{Status: 400}, Err: errTooLong}
	const want = "ARGOS POST /x: ARGOS does not accept the format of a field (HTTP 400, invalid_format, field email): the answer is longer than any we expect"
	if e.Error() != want {
		t.Error(e)
	}
}
