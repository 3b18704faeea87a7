package sandbox

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"testing"
)

func TestPutStoresPictures(t *testing.T) {
	g := start(t, Config{KeepImages: true})
	id := g.mustPost(person())
	base := texts("submissionId", id, "admin", "ops@bank.example", "idType", "passport")
	r := g.put(append(base, image("idImage", jpeg), image("idBackImage", png), image("selfieImage", png), image("addressImage", jpeg))...)
	wantCode(t, r, 200, "message", "complete to update image.")

	stored := g.Submissions()[0].Images
	sum := sha256.Sum256(png)
	if len(stored) != 4 || stored["selfieImage"].SHA256 != hex.EncodeToString(sum[:]) || stored["selfieImage"].Size != int64(len(png)) {
		t.Fatalf("stored: %+v", stored)
	}
	if got := g.ImageBytes(id, "idImage"); !bytes.Equal(got, jpeg) {
		t.Fatalf("kept %d bytes", len(got))
	}
	served := g.send("GET", origin+"/v3/image?submission_id="+id+"&type=idBackImage", "", nil)
	if served.status != 200 || served.body != string(png) || served.header.Get("Content-Type") != "image/png" {
		t.Fatalf("served: %d, %d bytes", served.status, len(served.body))
	}
	if r := g.putImage(id, "idImage", png); r.status != 200 {
		t.Fatal(r.body)
	}
	if now := g.Submissions()[0].Images["idImage"]; now.Puts != 2 || now.Size != int64(len(png)) {
		t.Fatalf("not overwritten: %+v", now)
	}
}

func TestPutRefusals(t *testing.T) {
	g := start(t, Config{})
	id := g.mustPost(person())
	good := image("idImage", jpeg)
	all := func(change ...string) []formPart {
		m := person(append([]string{"submissionId", id}, change...)...)
		var parts []formPart
		for _, name := range []string{"submissionId", "admin", "idType", "note"} {
			if value, there := m[name].(string); there {
				parts = append(parts, formPart{name: name, value: value})
			}
		}
		return parts
	}
	tests := []struct {
		name, code, says string
		parts            []formPart
	}{
		{"no id", "missing_data", "Required input data is missing.", append(all("submissionId", "-"), good)},
		{"no admin", "missing_data", "", append(all("admin", "-"), good)},
		{"admin", "invalid_admin", "Invalid admin.", append(all("admin", "x@y.example"), good)},
		{"no image", "invalid_data", "At least one image parameter is required.", all()},
		{"no idType", "missing_data", "The idType is required when submit idImage or idBackImage.", append(all("idType", "-"), good)},
		{"no idType, back", "missing_data", "", append(all("idType", "-"), image("idBackImage", png))},
		{"idType", "invalid_idType", "Invalid IdType.", append(all("idType", "library_card"), good)},
		{"submission", "invalid_submission", "Invalid submission.", append(all("submissionId", "nobody"), good)},
		{"unknown part", "invalid_payload", "Fail to parse the input data.", append(all("note", "x"), good)},
		{"twice", "invalid_payload", "", append(all(), good, good)},
		{"file part", "invalid_payload", "", append(all(), formPart{"idImage", good.value, true})},
		{"data URI", "invalid_payload", "", append(all(), formPart{name: "idImage", value: "data:image/jpeg;base64," + good.value})},
		{"line break", "invalid_payload", "", append(all(), formPart{name: "idImage", value: good.value[:76] + "\r\n" + good.value[76:]})},
		{"no padding", "invalid_payload", "", append(all(), formPart{name: "idImage", value: base64.RawStdEncoding.EncodeToString(jpeg[:10])})},
		{"pdf", "invalid_payload", "", append(all(), image("idImage", []byte("%PDF-1.7 ........")))},
		{"empty image", "invalid_payload", "", append(all(), image("idImage", nil))},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := g.put(test.parts...)
			wantCode(t, r, 400, "errorCode", test.code)
			if test.says != "" && r.field("message") != test.says {
				t.Errorf("message %q", r.field("message"))
			}
		})
	}
	if images := g.Submissions()[0].Images; len(images) != 0 {
		t.Fatalf("stored: %v", images)
	}
	contentType, body := multipartBody(t, append(all(), good))
	for name, r := range map[string]reply{
		"not multipart": g.send("PUT", origin+"/v3/submission/image", "application/json", []byte(`{}`)),
		"cut":           g.send("PUT", origin+"/v3/submission/image", contentType, body[:len(body)-30]),
	} {
		t.Run(name, func(t *testing.T) { wantCode(t, r, 400, "errorCode", "invalid_payload") })
	}
	if r := g.put(append(all("idType", "-"), image("selfieImage", png))...); r.status != 200 {
		t.Fatalf("a selfie needs no idType: %s", r.body)
	}
}

func TestPutTooLarge(t *testing.T) {
	g := start(t, Config{MaxBody: 2000})
	id := g.mustPost(person())
	wantCode(t, g.putImage(id, "selfieImage", append(jpeg, jpeg...)), 413, "message", "Request Entity Too Large")
	if r := g.putImage(id, "selfieImage", jpeg[:600]); r.status != 200 {
		t.Fatal(r.body)
	}
}

func TestImageRefusals(t *testing.T) {
	g := start(t, Config{})
	id := g.mustPost(person())
	g.putImage(id, "selfieImage", png)
	path := origin + "/v3/image?"
	wantCode(t, g.send("GET", path+query([]string{"submission_id", "nobody", "type", "selfieImage"}), "", nil), 400, "error_code", "invalid_submission_id")
	wantCode(t, g.send("GET", path+query([]string{"submission_id", id, "type", "idImage"}), "", nil), 400, "error_code", "data_processing_error")
	wantCode(t, g.send("GET", path+query([]string{"submission_id", id, "type", "selfieImage"}), "", nil), 400, "error_code", "data_processing_error")
}
