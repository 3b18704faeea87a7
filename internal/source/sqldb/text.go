package sqldb

import (
	"bytes"
	"database/sql/driver"
	"encoding/hex"
	"fmt"
	"math"
	"strconv"
	"time"
)

// appendValue appends a driver's value as text, by the rules of docs/SOURCES.md.
func appendValue(dst []byte, v driver.Value, k kind) []byte {
	switch v := v.(type) {
	case nil:
		return dst
	case []byte:
		return appendBytes(dst, v, k)
	case string:
		if k == kindPadded {
			v = string(trimPadding([]byte(v)))
		}
		return append(dst, v...)
	case int64:
		if k == kindBool && (v == 0 || v == 1) {
			return appendBool(dst, v == 1)
		}
		return strconv.AppendInt(dst, v, 10)
	case uint64:
		return strconv.AppendUint(dst, v, 10)
	case float64:
		return appendFloat(dst, v, 64)
	case float32:
		return appendFloat(dst, float64(v), 32)
	case bool:
		return appendBool(dst, v)
	case time.Time:
		return appendTime(dst, v, k)
	}
	return fmt.Append(dst, v)
}

func appendBytes(dst, v []byte, k kind) []byte {
	switch k {
	case kindPadded:
		return append(dst, trimPadding(v)...)
	case kindBytes, kindAny:
		return hex.AppendEncode(dst, v)
	case kindUUID:
		return appendUUID(dst, v)
	case kindBits:
		return appendBits(dst, v)
	}
	return append(dst, v...)
}

func appendBool(dst []byte, b bool) []byte { return strconv.AppendBool(dst, b) }

// trimPadding takes off the spaces that fill a value up to its column's width.
func trimPadding(v []byte) []byte { return bytes.TrimRight(v, " ") }

// appendFloat writes the shortest decimal number that reads back the same,
// without an exponent where a person would not write one.
func appendFloat(dst []byte, f float64, bits int) []byte {
	form := byte('f')
	if size := math.Abs(f); size != 0 && (size < 1e-6 || size >= 1e21) {
		form = 'e'
	}
	return strconv.AppendFloat(dst, f, form, -1, bits)
}

// The layouts of dates and times. A fraction of a second stands where there is
// one, an offset as +00 or +05:30.
const (
	layoutDate   = "2006-01-02"
	layoutClock  = "15:04:05.999999999"
	layoutMoment = layoutDate + " " + layoutClock
)

func appendTime(dst []byte, t time.Time, k kind) []byte {
	switch k {
	case kindDate:
		return t.AppendFormat(dst, layoutDate)
	case kindClock:
		return t.AppendFormat(dst, layoutClock)
	case kindZoned:
		return appendOffset(t.AppendFormat(dst, layoutMoment), t)
	case kindDay:
		if t.Hour() == 0 && t.Minute() == 0 && t.Second() == 0 && t.Nanosecond() == 0 {
			return t.AppendFormat(dst, layoutDate)
		}
	}
	return t.AppendFormat(dst, layoutMoment)
}

func appendOffset(dst []byte, t time.Time) []byte {
	if _, seconds := t.Zone(); seconds%3600 != 0 {
		return t.AppendFormat(dst, "-07:00")
	}
	return t.AppendFormat(dst, "-07")
}

// appendUUID writes SQL Server's uniqueidentifier, whose first three groups
// stand with their last byte first.
func appendUUID(dst, v []byte) []byte {
	if len(v) != 16 {
		return hex.AppendEncode(dst, v)
	}
	u := [16]byte{v[3], v[2], v[1], v[0], v[5], v[4], v[7], v[6]}
	copy(u[8:], v[8:])
	return fmt.Appendf(dst, "%X-%X-%X-%X-%X", u[0:4], u[4:6], u[6:8], u[8:10], u[10:])
}

// appendBits writes the bytes of a MySQL BIT column as the number they are.
func appendBits(dst, v []byte) []byte {
	if len(v) > 8 {
		return hex.AppendEncode(dst, v)
	}
	n := uint64(0)
	for _, b := range v {
		n = n<<8 | uint64(b)
	}
	return strconv.AppendUint(dst, n, 10)
}
