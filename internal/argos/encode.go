package argos

import (
	"unicode/utf8"

	"kycmigrate/internal/kyc"
)

// fieldKeys holds `,"name":` for each field, ready to be appended.
var fieldKeys = func() (keys [kyc.NumFields]string) {
	for f := range kyc.NumFields {
		keys[f] = `,"` + f.String() + `":`
	}
	return keys
}()

// appendSubmission appends the plain body of one POST: the admin, then every
// field that has a value. opening is the part before the fields, made by
// bodyOpening.
func appendSubmission(dst []byte, opening string, s *kyc.Submission) []byte {
	dst = append(dst, opening...)
	for f := range s {
		if s[f] != "" {
			dst = append(dst, fieldKeys[f]...)
			dst = appendString(dst, s[f])
		}
	}
	return append(dst, '}')
}

// bodyOpening is the part of a POST body that is the same for every record.
func bodyOpening(admin string) string {
	return string(appendString([]byte(`{"admin":`), admin))
}

const hexDigits = "0123456789abcdef"

// appendString appends s as a JSON string, as encoding/json writes it without
// HTML escaping: U+2028 and U+2029 escaped, invalid UTF-8 as U+FFFD.
func appendString(dst []byte, s string) []byte {
	dst = append(dst, '"')
	start := 0
	for i := 0; i < len(s); {
		if b := s[i]; b < utf8.RuneSelf {
			if b >= ' ' && b != '"' && b != '\\' {
				i++
				continue
			}
			dst = append(dst, s[start:i]...)
			dst = appendEscape(dst, b)
			i++
			start = i
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 {
			dst = append(append(dst, s[start:i]...), `\ufffd`...)
			start = i + size
		} else if r == '\u2028' || r == '\u2029' {
			dst = append(append(dst, s[start:i]...), `\u202`...)
			dst = append(dst, hexDigits[r&0xf])
			start = i + size
		}
		i += size
	}
	return append(append(dst, s[start:]...), '"')
}

// appendEscape appends the escape of a byte that may not stand in a string.
func appendEscape(dst []byte, b byte) []byte {
	switch b {
	case '"', '\\':
		return append(dst, '\\', b)
	case '\b':
		return append(dst, '\\', 'b')
	case '\f':
		return append(dst, '\\', 'f')
	case '\n':
		return append(dst, '\\', 'n')
	case '\r':
		return append(dst, '\\', 'r')
	case '\t':
		return append(dst, '\\', 't')
	}
	return append(dst, '\\', 'u', '0', '0', hexDigits[b>>4], hexDigits[b&0xf])
}
