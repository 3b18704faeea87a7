package kyc

import (
	"slices"
	"testing"
)

func TestFieldSet(t *testing.T) {
	all := make([]Field, 0, NumFields)
	for f := range NumFields {
		all = append(all, f)
	}
	for _, want := range [][]Field{nil, {Email}, {UserID}, {BirthDate, CF3}, all} {
		s := FieldsOf(want...)
		for f := range NumFields {
			if s.Has(f) != slices.Contains(want, f) {
				t.Errorf("%v: has %s is %v", want, f, s.Has(f))
			}
		}
		if s.Has(NoField) {
			t.Errorf("%v has no field", want)
		}
		var got []Field
		for rest := s; rest != 0; {
			var f Field
			f, rest = rest.First()
			got = append(got, f)
		}
		if !slices.Equal(got, want) {
			t.Errorf("got %v, want %v", got, want)
		}
	}
}
