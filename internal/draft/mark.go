package draft

import (
	"crypto/sha256"
	"encoding/hex"

	"golang.org/x/text/unicode/norm"
)

// Mark is a short mark of a text, six letters and digits that names of mappings may have: the
// same on every machine, and however the letters of the text are composed.
func Mark(text string) string {
	const length = 6
	sum := sha256.Sum256([]byte(norm.NFC.String(text)))
	return hex.EncodeToString(sum[:])[:length]
}
