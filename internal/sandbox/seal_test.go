package sandbox

import (
	"encoding/json"
	"testing"
)

// The vectors of contracts.md A9, made there with crypto-js and OpenSSL.
const vectorKey = "test-api-key-0123456789"

var vectors = map[string]string{
	`{"message":"success","submissionId":"submissionId123"}`: "CTHQow7uGpvOA6TGdiWfmhWIbKJVjgZzMhE8kyyWGmmuGUajBgSCxwSGyXMKn3hO0j/6HYNFSM0UGTNepp5BOQ==",
	`{"fullName":"홍길동"}`:                                     "D6dLxvHvxuxses+EsCMa/wY4hymGn58kBMirSxc8+6g=",
	`{"email":"user@example.com","userid":"user_12345"}`:     "uQ+euG2Ilrl0KSf0hVCPj/vFwjbEnRr2pyZoS1gogLUkb8lJ/7V6OrqKImaLGTSczURksI6qn6wK8XDbQOr1GA==",
}

func TestCipherVectors(t *testing.T) {
	for plain, want := range vectors {
		if got := encrypt(vectorKey, []byte(plain)); got != want {
			t.Errorf("encrypt %s: %s", plain, got)
		}
		if got, err := decrypt(vectorKey, want); err != nil || string(got) != plain {
			t.Errorf("decrypt: %s, %v", got, err)
		}
		if _, err := decrypt("another key", want); err == nil {
			t.Error("the wrong key decrypts")
		}
	}
	for _, bad := range []string{"", "x", "AAAA", "AAAAAAAAAAAAAAAAAAAAAA=="} {
		if _, err := decrypt(vectorKey, bad); err == nil {
			t.Errorf("%q decrypts", bad)
		}
	}
}

// unsealed decrypts an answer.
func unsealed(t *testing.T, r reply) reply {
	t.Helper()
	var e sealed
	if err := json.Unmarshal([]byte(r.body), &e); err != nil || !e.IsEncrypted {
		t.Fatalf("answer is not encrypted: %d %s", r.status, r.body)
	}
	plain, err := decrypt(DefaultAPIKey, e.Data)
	if err != nil {
		t.Fatal(err)
	}
	r.body = string(plain)
	return r
}

func TestEncryptedPost(t *testing.T) {
	secret := encrypt(DefaultAPIKey, encode(person()))
	forms := map[string]string{
		"body":   string(encode(map[string]string{"body": secret})),
		"raw":    secret,
		"quoted": `"` + secret + `"`,
		"plain":  string(encode(person())),
	}
	for _, mode := range []Encryption{EncryptionOn, EncryptionRequired} {
		for name, form := range forms {
			t.Run(string(mode)+"/"+name, func(t *testing.T) {
				g := start(t, Config{Encryption: mode})
				r := unsealed(t, g.send("POST", origin+"/v3/submission/migration", "application/json", []byte(form)))
				if name == "plain" && mode == EncryptionRequired {
					wantCode(t, r, 400, "errorCode", "invalid_payload")
					return
				}
				wantCode(t, r, 200, "message", "success")
				if all := g.Submissions(); len(all) != 1 || all[0].Fields["email"] != "a@b.example" {
					t.Errorf("stored: %v", all)
				}
			})
		}
	}
}

func TestEncryptedAnswers(t *testing.T) {
	g := start(t, Config{Encryption: EncryptionOn})
	id := unsealed(t, g.post(person())).field("submissionId")
	if got := unsealed(t, g.get("userid", "u-1")).found(t); len(got) != 1 || got[0] != id {
		t.Errorf("found %v", got)
	}
	wantCode(t, unsealed(t, g.get("submission_id", "nobody")), 400, "error_code", "invalid_submission_id")
	wantCode(t, g.putImage(id, "selfieImage", png), 200, "message", "complete to update image.")
	wrong := string(encode(map[string]string{"body": encrypt("other", encode(person()))}))
	wantCode(t, unsealed(t, g.send("POST", origin+"/v3/submission/migration", "application/json", []byte(wrong))), 400, "errorCode", "invalid_payload")
	g.key = "no"
	wantCode(t, g.get(), 403, "message", "Forbidden")

	g = start(t, Config{Encryption: EncryptionOn, PlainErrors: true})
	wantCode(t, g.post(person("email", "-")), 400, "errorCode", "missing_data")
	unsealed(t, g.post(person()))

	g = start(t, Config{})
	wantCode(t, g.post(map[string]string{"body": "x"}), 400, "errorCode", "missing_data")
}
