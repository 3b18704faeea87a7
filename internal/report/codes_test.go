package report

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"unsafe"

	"kycmigrate/internal/kyc"
)

// codedFold has so many rows of each value of a column that feeds a field. known are values
// that the mapping knows, which it turns into another.
func codedFold(field kyc.Field, known string, rows map[string]int, changes ...Change) *Fold {
	f := NewFold(Meta{Title: "codes", DryRun: true, Columns: []string{"id", "state"}})
	seq := int64(0)
	values := make([]string, 0, len(rows))
	for value := range rows {
		values = append(values, value)
	}
	slices.Sort(values)
	for _, value := range values {
		for range rows[value] {
			o := outcome(seq, fmt.Sprint(seq), kyc.Ready)
			o.Record.Row.Cells = []string{fmt.Sprint(seq), value}
			if strings.Contains(known, value) {
				o.Record.Submission[field] = "approved"
			} else {
				o.Status, o.Issues = kyc.Rejected, []kyc.Issue{reject("value_unknown", field.String(), "state", "the value is not listed", "list it")}
			}
			_ = f.Add(o)
			seq++
		}
	}
	f.Finish(End{Read: seq, Changes: changes})
	return f
}

// A code that no list knows is what somebody has to decide on: where a column is one of
// codes it is shown, wherever the issue is.
func TestUnknownCodesAreShown(t *testing.T) {
	f := codedFold(kyc.KYCStatus, "A R", map[string]int{"A": 150, "R": 50, "B": 50, "PEND-2": 10, "x": 3})
	for name, file := range map[string]string{"report.json": string(written(t, f.WriteJSON)), "report.html": textOf(parsed(t, f))} {
		for _, want := range []string{"B", "PEND-2"} {
			if !strings.Contains(file, want) {
				t.Errorf("%s does not show %s", name, want)
			}
		}
	}
	if page := textOf(parsed(t, f)); !strings.Contains(page, "To decide: B (50), PEND-2 (10)") || !strings.Contains(page, "value_unknown in kycStatus, column state: B (50)") {
		t.Error("the page does not say what is to be decided")
	}
	if !slices.Contains(f.document().Issues[0].Examples, example{"legacy.csv:152", "B"}) {
		t.Errorf("%+v", f.document().Issues[0].Examples)
	}
}

// What may be anything is masked: of each case one thing speaks against a code.
func TestWhatMayBeNoCodeIsMasked(t *testing.T) {
	many := map[string]int{"A": 300}
	for i := range maxCodes + 1 {
		many[fmt.Sprintf("B%d", i)] = leastCodeRows
	}
	for name, f := range map[string]*Fold{
		"of a column of which the mapping knows nothing": codedFold(kyc.KYCStatus, "A", map[string]int{"KIM": 100, "LEE": 100}),
		"in few rows":                    codedFold(kyc.KYCStatus, "A", map[string]int{"A": 100, "B": leastCodeRows - 1}),
		"beside many that are rare":      codedFold(kyc.KYCStatus, "A", map[string]int{"A": 100, "B": 10, "C": 9, "D": 9}),
		"of many different":              codedFold(kyc.KYCStatus, "A", many),
		"of two words":                   codedFold(kyc.Gender, "A", map[string]int{"A": 100, "Ayse Kaya": 50}),
		"long":                           codedFold(kyc.Gender, "A", map[string]int{"A": 100, "Ayseyilmazkaya": 50}),
		"with a number":                  codedFold(kyc.IDType, "A", map[string]int{"A": 100, "B12345": 50}),
		"with other signs":               codedFold(kyc.IDType, "A", map[string]int{"A": 100, "b@c": 50}),
		"of a field that takes anything": codedFold(kyc.FullName, "A", map[string]int{"A": 100, "B": 50}),
		"known only by otherwise": codedFold(kyc.KYCStatus, "A", map[string]int{"A": 100, "B": 50},
			Change{Field: "kycStatus", Step: "otherwise", Values: 60}, Change{Field: "kycStatus", Step: "default", Values: 40}),
	} {
		for _, g := range f.document().Issues {
			if len(g.Codes) > 0 {
				t.Errorf("%s: shows %v", name, g.Codes)
			}
			for _, e := range g.Examples {
				if !strings.Contains(e.Value, " character") {
					t.Errorf("%s: shows %q", name, e.Value)
				}
			}
		}
	}
}

// Countries may have more words, and signs.
func TestUnknownCountriesAreShown(t *testing.T) {
	f := codedFold(kyc.IssuingCountry, "A", map[string]int{"A": 100, "Korea (Rep. of), South": 20, "Yugoslavia": 10})
	want := []codeRows{{"Korea (Rep. of), South", 20}, {"Yugoslavia", 10}}
	if got := f.document().Issues[0].Codes; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// A dry run takes the memory of rows back: what is counted keeps copies.
func TestUnknownCodesKeepCopies(t *testing.T) {
	u, memory := &unknownCodes{}, []byte("PEND")
	for range 2 {
		copy(memory, "PEND")
		u.add(unsafe.String(&memory[0], len(memory)))
		clear(memory)
	}
	if n := u.rows["PEND"]; len(u.rows) != 1 || n == nil || *n != 2 {
		t.Errorf("%q", slices.Collect(maps.Keys(u.rows)))
	}
}

// What is counted does not depend on the order of the rows.
func TestUnknownCodesInAnyOrder(t *testing.T) {
	values := strings.Fields("a a a b c d e f g h i j k l")
	for _, backward := range []bool{false, true} {
		u := &unknownCodes{}
		for i := range values {
			if backward {
				i = len(values) - 1 - i
			}
			u.add(values[i])
		}
		if u.many || u.total != 14 || *u.rows["a"] != 3 {
			t.Errorf("%+v", u)
		}
		if u.add("m"); !u.many || u.rows != nil || u.total != 15 {
			t.Errorf("%+v", u)
		}
	}
}
