package argos

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"kycmigrate/internal/kyc"
)

// oracle reads an answer with nothing but encoding/json: the object itself, or
// the one sealed in it.
func oracle(body []byte) []map[string]any {
	var o map[string]any
	if json.Unmarshal(body, &o) != nil {
		return nil
	}
	found := []map[string]any{o}
	for _, name := range []string{"data", "body"} {
		if text, ok := o[name].(string); ok {
			if plain, err := newSealer(testKey).open(text); err == nil {
				found = append(found, oracle(plain)...)
			}
		}
	}
	return found
}

func hasAny(objects []map[string]any, names []string, ok func(any) bool) bool {
	for _, o := range objects {
		for _, name := range names {
			if v, there := o[name]; there && ok(v) {
				return true
			}
		}
	}
	return false
}

func isText(v any) bool {
	switch v := v.(type) {
	case string:
		return v != ""
	case float64:
		return true
	}
	return false
}

// Whatever a server answers, nothing panics, a success has an id, a refusal
// has a known code, and the error quotes nothing.
func FuzzAnswer(f *testing.F) {
	for _, body := range []string{
		created, `{"errorCode":"invalid_format","message":"invalid format: ${birthDate}"}`, `{"message":"Limit Exceeded"}`,
		`{"isEncrypted":true,"data":"` + sealText(created) + `"}`, `{"Items":[{"data":{"full_name":"x"}}],"nextpageKey":{"id":"i"}}`,
		`{"error_code":"processing_error"}`, `Forbidden`, `{"submissionId":`, "\xff{}", `{"Items":[{"kyc":{"result":1},"image":[]}]}`,
	} {
		for _, status := range []int{200, 302, 400, 403, 404, 429, 500} {
			f.Add(status, body)
		}
	}
	client := newClient(f, Config{BaseURL: "http://localhost", Transport: answering(200, nil, "")})
	f.Fuzz(func(t *testing.T, status int, body string) {
		status = 100 + (status%500+500)%500
		c := *client
		c.transports = through(answering(status, http.Header{}, body))
		checkAnswer(t, &c, status, body)
	})
}

func checkAnswer(t *testing.T, c *Client, status int, body string) {
	objects := oracle([]byte(body))
	reply, err := c.Submit(context.Background(), person())
	if err == nil && (status/100 != 2 || reply.SubmissionID == "" || !hasAny(objects, idNames, isText)) {
		t.Fatalf("success from %d %q", status, body)
	}
	page, err := c.Find(context.Background(), Query{By: kyc.Email, Value: "a@b.example"})
	if err == nil && (status/100 != 2 || page.HasItems && !hasAny(objects, []string{"Items"}, func(v any) bool { _, ok := v.([]any); return ok })) {
		t.Fatalf("page from %d %q", status, body)
	}
	for name, do := range calls {
		err := do(c)
		if err == nil {
			continue
		}
		e := failure(t, err)
		known := hasAny(objects, codeNames, func(v any) bool { s, _ := v.(string); return strings.Contains(s, "_") })
		if e.Effect == Refused && (status/100 != 4 || !known) {
			t.Fatalf("%s: refused by %d %q", name, status, body)
		}
		if e.Effect == None && status/100 != 4 {
			t.Fatalf("%s: none from %d %q", name, status, body)
		}
		if e.Field != "" && e.Field != "admin" {
			if _, field := kyc.FieldByName(e.Field); !field {
				if _, image := kyc.ImageByName(e.Field); !image {
					t.Fatalf("%s: field %q", name, e.Field)
				}
			}
		}
		if !codeShaped(e.Code) && e.Code != statusCode(status) && explain(e.Code) == otherAnswer {
			t.Fatalf("%s: code %q", name, e.Code)
		}
	}
}

// A picture of any bytes comes out as its base64, in reads of any size.
func FuzzPicture(f *testing.F) {
	form := form{boundary: "--fixed"}
	f.Add([]byte("abc"), 1)
	f.Add(bytes.Repeat([]byte{0xff}, 5000), 7)
	f.Fuzz(func(t *testing.T, raw []byte, step int) {
		if len(raw) == 0 {
			return
		}
		body := form.newBody(&call{}, "s", "a", "", []Image{memImage(kyc.IDImage, raw)})
		defer body.Close()
		buf := make([]byte, 1+(step%4096+4096)%4096)
		var got []byte
		for {
			n, err := body.Read(buf)
			got = append(got, buf[:n]...)
			if err != nil {
				break
			}
		}
		if int64(len(got)) != body.length || !bytes.Contains(got, []byte("\r\n\r\n"+base64.StdEncoding.EncodeToString(raw)+"\r\n--")) {
			t.Errorf("%d bytes of %d", len(got), body.length)
		}
	})
}
