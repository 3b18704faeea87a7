package mapper

import (
	"strings"
	"testing"

	"kycmigrate/internal/kyc"
)

// A number that the arithmetic cannot hold is no number, and never another one.
func TestNumbersOfExpressionsAreExact(t *testing.T) {
	const most, beyond = "9223372036854775807", "9223372036854775808"
	tests := []struct {
		name, expr, cell string
		want             string // "" where the row must be rejected
	}{
		{"a product", "int(row['a']) * 100 + 1", "12345678901234567", "1234567890123456701"},
		{"a product beyond int64", "int(row['a']) * 100 + 1", "1234567890123456789", ""},
		{"a product of the least", "int(row['a']) * -1", "-" + beyond, ""},
		{"a product with the least", "-1 * int(row['a'])", "-" + beyond, ""},
		{"a product with nothing", "int(row['a']) * 0", "-" + beyond, "0"},
		{"the greatest sum", "int(row['a']) + 1", "9223372036854775806", most},
		{"a sum beyond", "int(row['a']) + 1", most, ""},
		{"a sum below", "int(row['a']) + -1", "-" + beyond, ""},
		{"a difference", "int(row['a']) - 1", "-9223372036854775807", "-" + beyond},
		{"a difference below", "int(row['a']) - 1", "-" + beyond, ""},
		{"a difference beyond", "0 - int(row['a'])", "-" + beyond, ""},
		{"a sign", "-int(row['a'])", most, "-" + most},
		{"no sign of the least", "-int(row['a'])", "-" + beyond, ""},
		{"no least without its sign", "abs(int(row['a']))", "-" + beyond, ""},
		{"a number without its sign", "abs(int(row['a'])) + abs(-1.5)", "-2", "3.5"},
		{"what is known for the row only", "(row['a'] == '' ? 'x' : int(row['a'])) * 10", most, ""},
		{"or may be added", "(row['a'] == '' ? 'x' : int(row['a'])) + (row['a'] == '' ? 'x' : 1)", most, ""},
		{"of a list", "map(split(row['a'], ','), int(#) * 10)[1]", "1," + most, ""},
		{"in a variable", "let x = int(row['a']); x - -1", most, ""},
		{"no digits", "int(row['a'])", beyond, ""},
		{"whole fractions", "int(float(row['a']) / 2)", "9", ""},
		{"rounded fractions", "int(floor(float(row['a']) / 2))", "9", "4"},
		{"a fraction beyond int64", "int(row['a']) * 1.5 | int()", "9000000000000000", ""},
		{"digits of a fraction", "float(row['a'])", "1234567890.25", "1234567890.25"},
		{"too many digits of a fraction", "float(row['a'])", "1234567890123456.78", ""},
		{"a fraction that nothing is made of", "float(row['a']) > 0 ? 'yes' : 'no'", "1234567890123456789", ""},
		{"needless digits of a fraction", "float(row['a'])", "+0001.50000000000000000000", "1.5"},
		{"an exponent", "float(row['a'])", "1234.5e-2", "12.345"},
		{"nothing after the point", "float(row['a'])", "0.00000000000000000000", "0"},
		{"the greatest fraction", "float(row['a'])", "9007199254740991", "9007199254740991"},
		{"a whole number that is no fraction", "float(int(row['a']))", "9007199254740993", ""},
		{"a quotient", "int(row['a']) / 3", "9007199254740993", ""},
		{"with a fraction", "int(row['a']) + 0.5", "9007199254740993", ""},
		{"rounded", "round(int(row['a']))", "9007199254740993", ""},
		{"a power", "int(row['a']) ** 40", "3", ""},
		{"a small power", "int(row['a']) ** 3", "3", "27"},
		{"a fraction as a text", "string(float(row['a'])) + '!'", "1234567.5", "1234567.5!"},
		{"a great fraction as a text", "string(float(row['a']) * 10)", "9007199254740990", ""},
		{"infinity as a text", "string(1 / int(row['a']))", "0", ""},
		{"constants", "row['a'] + string(2 * 3 + 4 - -1 - abs(-1))", "x", "x10"},
		{"constants in a list", "int(row['a']) in [-1 - 1, 2 * 3]", "6", "true"},
		{"a half of constants", "1 / 2 + int(row['a'])", "1", "1.5"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			rec := mapped(t, `cf1: {expr: "`+tt.expr+`"}`, "a", tt.cell)
			if got := rec.Submission[kyc.CF1]; got != tt.want {
				t.Errorf("%s of %q is %q, want %q", tt.expr, tt.cell, got, tt.want)
			}
			if rejected := tt.want == ""; rec.Rejected() != rejected {
				t.Errorf("rejected: %v, want %v: %+v", rec.Rejected(), rejected, rec.Issues)
			}
		})
	}
}

func TestMistakesWithNumbersAreFoundAtOnce(t *testing.T) {
	tests := []struct{ name, expr, want string }{
		{"too great a constant", "row['a'] == '' ? 9223372036854775807 + 1 : 0", "character 38"},
		{"a text and a number", "row['a'] + 1", "mismatched types"},
		{"a text less a number", "row['a'] - 1", "mismatched types"},
		{"nothing and a number", "len(row['a']) + nil", "mismatched types"},
		{"a list is no number", "int(split(row['a'], ''))", "invalid argument for int"},
		{"a truth is no number", "-(row['a'] == '')", "invalid operation: -"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := parse("m.yaml", []byte(withFields(`cf1: {expr: "`+tt.expr+`"}`)), testOptions())
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %q in it", err, tt.want)
			}
		})
	}
}
