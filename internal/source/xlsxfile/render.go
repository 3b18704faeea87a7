package xlsxfile

import (
	"bytes"
	"math"
	"strconv"
)

// maxDigits are the digits of a number that Excel keeps.
const maxDigits = 15

// renderer makes the text of numbers that a person sees in Excel. It is used
// by one goroutine.
type renderer struct {
	from1904 bool
	other    excelText
	buf      []byte
}

// verdict is what is to be said about a cell beside its text.
type verdict uint8

const (
	fine     verdict = iota
	lost             // it has more digits than Excel keeps
	unstated         // its format makes it a date, and it is none
)

// number appends the text of a number. What is no number stands as it is.
func (r *renderer) number(dst, value []byte, f *format) ([]byte, verdict) {
	if f.shape == shapeGeneral && isShort(value) {
		return append(dst, value...), fine
	}
	n, ok := parseNumber(value)
	if !ok {
		return append(dst, value...), fine
	}
	switch f.shape {
	case shapeDate:
		return r.date(dst, value, n)
	case shapeTime:
		if n >= 0 && n < 1 {
			return appendTime(dst, n), fine
		}
		return r.date(dst, value, n)
	case shapeFixed:
		if out, ok := r.fixed(dst, n, f); ok {
			return out, digitsOf(n)
		}
		return r.other.number(dst, value, f, r.from1904), digitsOf(n)
	case shapeOther:
		return r.other.number(dst, value, f, r.from1904), digitsOf(n)
	}
	return appendGeneral(dst, n, f.styled), digitsOf(n)
}

func (r *renderer) date(dst, value []byte, n float64) ([]byte, verdict) {
	out, ok := appendDate(dst, n, r.from1904)
	if !ok {
		return append(dst, value...), unstated
	}
	return out, fine
}

// isShort reports whether a number is whole, has no more digits than Excel
// keeps, and is written as anybody would.
func isShort(value []byte) bool {
	digits := bytes.TrimPrefix(value, []byte("-"))
	if len(digits) == 0 || len(digits) > maxDigits || digits[0] == '0' && len(digits) > 1 {
		return false
	}
	for _, c := range digits {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}

// digitsOf says whether a whole number is longer than Excel keeps.
func digitsOf(n float64) verdict {
	if math.Abs(n) >= 1e15 && n == math.Trunc(n) {
		return lost
	}
	return fine
}

// appendGeneral appends a number as Excel shows it without a format: with 15
// digits at most, in a cell that has a style with 11 places. Whole numbers of
// up to 15 digits always stand whole: Excel would show an account number of
// 12 digits as 1.23457E+11.
func appendGeneral(dst []byte, n float64, styled bool) []byte {
	start := len(dst)
	dst = strconv.AppendFloat(dst, n, 'f', -1, 64)
	length := places(dst[start:])
	if length > maxDigits && !(n == math.Trunc(n) && math.Abs(n) < 1e15) {
		dst = strconv.AppendFloat(dst[:start], n, 'G', maxDigits, 64)
		if n, _ = strconv.ParseFloat(string(dst[start:]), 64); styled {
			length = places(strconv.AppendFloat(nil, n, 'f', -1, 64))
		}
	}
	if styled && length > 11 && !(n == math.Trunc(n) && math.Abs(n) < 1e15) {
		dst = strconv.AppendFloat(dst[:start], n, 'G', 10, 64)
	}
	return dst
}

// places is the length of a number without its point.
func places(text []byte) int { return len(text) - bytes.Count(text, []byte(".")) }

// pow10 are the powers of ten that a fixed format rounds by.
var pow10 = [...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10}

// fixed appends a number in a format of digits' places. It is false where the
// number is too long to be sure of its digits.
func (r *renderer) fixed(dst []byte, n float64, f *format) ([]byte, bool) {
	size := math.Abs(n)
	if f.percent {
		size *= 100
	}
	if size >= 1e9 || f.decimals > 6 || f.digits > maxDigits {
		return dst, false
	}
	size = math.Round(size*pow10[f.decimals]) / pow10[f.decimals]
	r.buf = strconv.AppendFloat(r.buf[:0], size, 'f', f.decimals, 64)
	whole := len(r.buf)
	if f.decimals > 0 {
		whole -= f.decimals + 1
	}
	if n < 0 {
		dst = append(dst, '-')
	}
	for i := whole; i < f.digits; i++ {
		dst = append(dst, '0')
	}
	for i, c := range r.buf {
		if f.commas && i > 0 && i < whole && (whole-i)%3 == 0 {
			dst = append(dst, ',')
		}
		dst = append(dst, c)
	}
	if f.percent {
		dst = append(dst, '%')
	}
	return dst, true
}
