package cli

import (
	"strings"
	"testing"

	"kycmigrate/internal/inspect"
)

// Numbers of fields are a header where each is more than the one before it, and values of a
// record otherwise.
func TestNumbersOfFieldsAreAHeader(t *testing.T) {
	for names, header := range map[string]bool{
		"0005 0010 0014 0015 0020 0021 0030 0041": true,
		"001 002 003 004 005 006 007 008 009":     true,
		"0005 0010 0014":                          false,
		"0005 0010 0014 0015 0020 0021 0041 0030": false,
		"5 10 14 15 20 21 30 41":                  false,
		"0005 0010 0014 0015 0020 0021 0030 NAME": false,
		"Anna 1990-04-12 anna@bank.example 17":    false,
		"customer_no full_name birth_date email":  true,
	} {
		found := &inspection{Kind: "csv", Result: &inspect.Result{}}
		for _, name := range strings.Fields(names) {
			found.Columns = append(found.Columns, inspect.Column{Name: name})
		}
		if err := headed(found); (err == nil) != header {
			t.Errorf("%s: %v", names, err)
		}
	}
}
