package text

import "testing"

func TestIsValueLike(t *testing.T) {
	for name, want := range map[string]bool{
		"ann@bank.example": true, "1980-12-31": true, "31.12.80": true, "4711000815": true, "AB123456": true,
		"email": false, "e-mail@work": false, "DOB_1": false, "2024": false, "addr.line-2": false, "": false,
	} {
		if got := IsValueLike(name); got != want {
			t.Errorf("%q: %t, want %t", name, got, want)
		}
	}
}
