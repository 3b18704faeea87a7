package text_test

import (
	"strings"
	"testing"

	"kycmigrate/internal/text"
)

func TestMonthAt(t *testing.T) {
	for in, want := range map[string]struct {
		full        bool
		month, size int
	}{
		"ENE-85": {false, 1, 3}, "févr 80": {false, 2, 5}, "Mrz80": {false, 3, 3}, "ABR": {false, 4, 3}, "mei": {false, 5, 3}, "Haz.": {false, 6, 3}, "lug 1": {false, 7, 3}, "AĞU": {false, 8, 4}, "out/80": {false, 9 + 1, 3},
		"Şub": {false, 2, 4}, "aralık 5": {true, 12, 7}, "März": {true, 3, 5}, "août ": {true, 8, 5}, "SETTEMBRE": {true, 9, 9}, "mayıs": {true, 5, 6},
		"lip": {}, "enerox": {full: true}, "ener": {}, "": {}, "łip": {}, "janvierjanvierjanvier": {full: true}, "enero": {}, "ene": {full: true},
	} {
		if month, size := text.MonthAt(in, want.full); month != want.month || size != want.size {
			t.Errorf("%q: month %d of %d bytes, want %d of %d", in, month, size, want.month, want.size)
		}
	}
	if n := testing.AllocsPerRun(100, func() { text.MonthAt("DÉC-80", false) }); n > 0 {
		t.Errorf("%.0f allocations", n)
	}
	if _, size := text.MonthAt(strings.Repeat("é", 40), true); size > 0 {
		t.Error("a long word is a month")
	}
}
