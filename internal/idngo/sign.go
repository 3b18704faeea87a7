package idngo

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"time"
)

// signature signs a call (contracts.md B1): the time in seconds, the method, the
// path with its query as they are sent, and the body, without separators.
func signature(secret string, at time.Time, method, path, body string) (ts, sig string) {
	ts = strconv.FormatInt(at.Unix(), 10)
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte(ts + method + path + body))
	return ts, hex.EncodeToString(mac.Sum(nil))
}
