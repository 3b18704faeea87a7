package sandbox

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"net/http"
)

// errCipher says no more than that: a wrong key and a damaged text look alike.
var errCipher = errors.New("cannot be decrypted")

// encrypt is AES-256-ECB with PKCS#7 padding under SHA-256 of the API key, in
// Base64 (contracts.md A9). ECB is the vendor's choice, not ours.
func encrypt(apiKey string, plain []byte) string {
	block := cipherFor(apiKey)
	pad := aes.BlockSize - len(plain)%aes.BlockSize
	padded := append(bytes.Clone(plain), bytes.Repeat([]byte{byte(pad)}, pad)...)
	for i := 0; i < len(padded); i += aes.BlockSize {
		block.Encrypt(padded[i:i+aes.BlockSize], padded[i:i+aes.BlockSize])
	}
	return base64.StdEncoding.EncodeToString(padded)
}

func decrypt(apiKey, sealed string) ([]byte, error) {
	text, err := base64.StdEncoding.DecodeString(sealed)
	if err != nil || len(text) == 0 || len(text)%aes.BlockSize != 0 {
		return nil, errCipher
	}
	block := cipherFor(apiKey)
	for i := 0; i < len(text); i += aes.BlockSize {
		block.Decrypt(text[i:i+aes.BlockSize], text[i:i+aes.BlockSize])
	}
	pad := int(text[len(text)-1])
	if pad == 0 || pad > aes.BlockSize {
		return nil, errCipher
	}
	body, tail := text[:len(text)-pad], text[len(text)-pad:]
	if !bytes.Equal(tail, bytes.Repeat([]byte{byte(pad)}, pad)) {
		return nil, errCipher
	}
	return body, nil
}

func cipherFor(apiKey string) cipher.Block {
	key := sha256.Sum256([]byte(apiKey))
	block, err := aes.NewCipher(key[:])
	if err != nil {
		panic("sandbox: " + err.Error()) // 32 bytes are always a key
	}
	return block
}

// errMedia is a body that does not say that it is JSON.
var errMedia = errors.New("not application/json")

// open turns a request body into the members of the plain object, whichever
// of the two envelopes it came in. A bare cipher text may call itself text.
func (s *Sandbox) open(c *call) ([]member, error) {
	off := s.cfg.Encryption == EncryptionOff
	if c.media != "application/json" && (off || c.media != "text/plain") {
		return nil, errMedia
	}
	if off {
		return flatten(c.body)
	}
	body := bytes.TrimSpace(c.body)
	if len(body) == 0 || body[0] != '{' {
		return unseal(c.key, string(bytes.Trim(body, `"`)))
	}
	members, err := flatten(body)
	if err != nil {
		return nil, err
	}
	if len(members) == 1 && members[0].name == "body" && members[0].text {
		return unseal(c.key, members[0].value)
	}
	if s.cfg.Encryption == EncryptionRequired {
		return nil, errCipher
	}
	return members, nil
}

func unseal(apiKey, sealed string) ([]member, error) {
	plain, err := decrypt(apiKey, sealed)
	if err != nil {
		return nil, err
	}
	return flatten(plain)
}

// seal encrypts an answer of the application where the project wants that.
func (s *Sandbox) seal(c *call, a answer) answer {
	refused := a.status != http.StatusOK
	if s.cfg.Encryption == EncryptionOff || !a.application || !c.route.covered || (refused && s.cfg.PlainErrors) {
		return a
	}
	a.body = encode(sealed{true, encrypt(c.key, a.body)})
	return a
}

// sealed is the envelope of an encrypted answer.
type sealed struct {
	IsEncrypted bool   `json:"isEncrypted"`
	Data        string `json:"data"`
}
