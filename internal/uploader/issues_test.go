package uploader

import (
	"errors"
	"strings"
	"testing"

	"kycmigrate/internal/argos"
)

// What a record failed for is told by what ARGOS answered, and by the loss of its
// answers only where there was none.
func TestNeverTaken(t *testing.T) {
	for name, test := range map[string]struct {
		last                 error
		says, beside, advice string
	}{
		"lost":     {&argos.Error{Code: "connection_lost"}, "six POSTs of this run were lost", "", "run the same command again"},
		"nothing":  {errors.New("x"), "six POSTs of this run were lost", "", "run the same command again"},
		"answered": {&argos.Error{Code: "duplicate_user", Meta: argos.Meta{Status: 400, RequestID: "r-1"}}, "duplicate_user (HTTP 400)", "request r-1", "ask ARGOS support"},
		"no id":    {&argos.Error{Code: "invalid_format", Meta: argos.Meta{Status: 200}}, "invalid_format (HTTP 200)", "", "ask ARGOS support"},
	} {
		i := neverTaken(test.last)
		if !strings.Contains(i.Message, test.says) || i.Beside != test.beside || !strings.Contains(i.Fix, test.advice) {
			t.Errorf("%s: %+v", name, i)
		}
	}
}
