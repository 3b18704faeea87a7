package checkpoint

import (
	"iter"

	"kycmigrate/internal/kyc"
)

// fieldMACSize is a field's number and its fingerprint.
const fieldMACSize = 1 + len(MAC{})

// FieldMACs are fingerprints of fields, packed as the ledger stores them: for
// each its number and its MAC. They are made once for every record sent, and
// hardly ever looked into.
type FieldMACs []byte

// NewFieldMACs has room for n fields.
func NewFieldMACs(n int) FieldMACs { return make(FieldMACs, 0, n*fieldMACSize) }

// With adds a field that is not there yet.
func (p FieldMACs) With(f kyc.Field, m MAC) FieldMACs {
	return append(append(p, byte(f)), m[:]...)
}

// Of is the fingerprint of a field, zero without one.
func (p FieldMACs) Of(f kyc.Field) MAC {
	for field, m := range p.All() {
		if field == f {
			return m
		}
	}
	return MAC{}
}

// All goes through the fields in the order in which they were added.
func (p FieldMACs) All() iter.Seq2[kyc.Field, MAC] {
	return func(yield func(kyc.Field, MAC) bool) {
		for rest := p; len(rest) >= fieldMACSize; rest = rest[fieldMACSize:] {
			if !yield(kyc.Field(rest[0]), MAC(rest[1:fieldMACSize])) {
				return
			}
		}
	}
}
