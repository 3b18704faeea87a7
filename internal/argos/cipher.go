package argos

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha256"
	"encoding/base64"
	"errors"
)

// sealer encrypts request bodies and decrypts answers as Secure Data
// Transmission asks for: AES-256 in ECB mode with PKCS#7 padding, in base64,
// under the SHA-256 of the API key (contracts.md A9). ECB hides little and
// authenticates nothing; it is the API's choice, inside TLS. Safe for
// concurrent use.
type sealer struct{ block cipher.Block }

func newSealer(key Secret) sealer {
	sum := sha256.Sum256([]byte(key))
	block, err := aes.NewCipher(sum[:])
	if err != nil {
		panic("argos: a 32-byte key is an AES key: " + err.Error())
	}
	return sealer{block}
}

// seal appends the base64 of plain, encrypted, to dst. It overwrites plain.
func (s sealer) seal(dst, plain []byte) []byte {
	pad := aes.BlockSize - len(plain)%aes.BlockSize
	for range pad {
		plain = append(plain, byte(pad))
	}
	for b := plain; len(b) > 0; b = b[aes.BlockSize:] {
		s.block.Encrypt(b, b)
	}
	return base64.StdEncoding.AppendEncode(dst, plain)
}

var errSealed = errors.New("not decryptable")

// open decrypts what seal makes. A wrong key is noticed by its padding almost
// always, and otherwise by the JSON that does not come out.
func (s sealer) open(text string) ([]byte, error) {
	b, err := base64.StdEncoding.DecodeString(text)
	if err != nil || len(b) == 0 || len(b)%aes.BlockSize != 0 {
		return nil, errSealed
	}
	for rest := b; len(rest) > 0; rest = rest[aes.BlockSize:] {
		s.block.Decrypt(rest, rest)
	}
	pad := int(b[len(b)-1])
	if pad == 0 || pad > aes.BlockSize {
		return nil, errSealed
	}
	for _, p := range b[len(b)-pad:] {
		if int(p) != pad {
			return nil, errSealed
		}
	}
	return b[:len(b)-pad], nil
}
