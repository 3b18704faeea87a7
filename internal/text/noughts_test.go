package text

import "testing"

func TestNoughts(t *testing.T) {
	for s, bare := range map[string]string{
		"": "", "7": "7", "0": "0", "00": "0", "007": "7", "C-007": "C-7", "C-0": "C-0", "C-00x": "C-0x", "7-007": "7-007", "1007": "1007",
		"ABC": "ABC", "Ä0012": "Ä12", "０07": "０7",
	} {
		from, to := Noughts(s)
		if got := s[:from] + s[to:]; got != bare {
			t.Errorf("%q without noughts is %q, want %q", s, got, bare)
		}
	}
}
