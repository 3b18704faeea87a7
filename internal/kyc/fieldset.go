package kyc

import "math/bits"

// FieldSet is a set of fields. The zero value is empty.
type FieldSet uint32

// FieldsOf returns the set of the given fields, each below NumFields.
func FieldsOf(fields ...Field) (s FieldSet) {
	for _, f := range fields {
		s = s.With(f)
	}
	return s
}

// With returns the set with f, which must be below NumFields.
func (s FieldSet) With(f Field) FieldSet { return s | 1<<f }

// Has reports whether f is in the set. NoField is in none.
func (s FieldSet) Has(f Field) bool { return s>>f&1 != 0 }

// First returns the first field of the set in the order of the constants, and
// the set without it. The set must not be empty.
func (s FieldSet) First() (f Field, rest FieldSet) {
	return Field(bits.TrailingZeros32(uint32(s))), s & (s - 1)
}
