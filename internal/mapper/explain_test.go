package mapper

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"kycmigrate/internal/kyc"
)

// explained runs one row as mapped does and tells of one field.
func explained(t *testing.T, name, fields, columns string, cells ...string) Trace {
	t.Helper()
	p, err := load(t, withFields(fields)).Compile(strings.Split("id,"+columns, ","))
	if err != nil {
		t.Fatal(err)
	}
	rec := &kyc.Record{Row: &kyc.Row{Cells: append([]string{" 1 "}, cells...)}}
	for _, trace := range p.Explain(rec) {
		if trace.Name == name {
			return trace
		}
	}
	t.Fatalf("nothing is told of %s", name)
	return Trace{}
}

func TestExplainNamesWhatChangedAValue(t *testing.T) {
	tests := []struct {
		name, rule string
		cells      []string // of columns a, b
		want       []Step
	}{
		{"unchanged", "{from: a}", []string{"x"}, nil},
		{"blank", "{from: a}", []string{"  "}, nil},
		{"empty", `{from: a, empty: "-", default: d}`, []string{" - "}, []Step{{Rule: "empty"}, {Rule: "default", Text: "d"}}},
		{"empty of first", `{first: [a, b], empty: "-"}`, []string{"-", "y"}, []Step{{Rule: "empty"}, {Rule: "first", Text: "y"}}},
		{"not empty", `{from: a, empty: "-"}`, []string{"x"}, nil},
		{"transforms that change", "{from: a, transform: [trim, lower, nfc]}", []string{" X"}, []Step{{Rule: "trim", Text: "X"}, {Rule: "lower", Text: "x"}}},
		{"join", "{join: [a, b]}", []string{"x", "y"}, []Step{{Rule: "join", Text: "x y"}}},
		{"first", "{first: [a, b]}", []string{"", "y"}, []Step{{Rule: "first", Text: "y"}}},
		{"template", `{template: "c-{a}"}`, []string{"7"}, []Step{{Rule: "template", Text: "c-7"}}},
		{"const", "{const: v}", nil, []Step{{Rule: "const", Text: "v"}}},
		{"date", "{from: a, date: [DD.MM.YYYY, DD/MM/YYYY]}", []string{" 31/12/1980 "}, []Step{{Rule: "date DD/MM/YYYY", Text: "1980-12-31"}}},
		{"date that was one", "{from: a, date: DD/MM/YYYY}", []string{"1980-12-31"}, nil},
		{"date of no layout", "{from: a, date: DD/MM/YYYY}", []string{"soon"}, []Step{{Rule: "date DD/MM/YYYY or YYYY-MM-DD", Failed: true}}},
		{"date of no day", "{from: a, date: DD/MM/YYYY, otherwise: omit}", []string{"31/02/1980"},
			[]Step{{Rule: "date DD/MM/YYYY or YYYY-MM-DD", Failed: true}, {Rule: "otherwise omit"}}},
		{"short year", "{from: a, date: DD/MM/YY}", []string{"31/12/80"}, []Step{{Rule: "date DD/MM/YY", Text: "1980-12-31"}}},
		{"values", "{from: a, values: {A: x}}", []string{"A"}, []Step{{Rule: "values", Text: "x"}}},
		{"values to nothing", `{from: a, values: {A: ""}, default: d}`, []string{"A"}, []Step{{Rule: "values"}}},
		{"values before country", "{from: a, values: {UK: GBR}, country: alpha3}", []string{"UK"}, []Step{{Rule: "values", Text: "GBR"}}},
		{"values before date", `{from: a, date: DD/MM/YYYY, values: {never: ""}}`, []string{"never"}, []Step{{Rule: "values"}}},
		{"date after values", `{from: a, date: DD/MM/YYYY, values: {never: ""}}`, []string{"31/12/2030"}, []Step{{Rule: "date DD/MM/YYYY", Text: "2030-12-31"}}},
		{"country", "{from: a, country: alpha3}", []string{"korea, republic of"}, []Step{{Rule: "country", Text: "KOR"}}},
		{"otherwise", "{from: a, values: {A: x}, otherwise: z}", []string{"B"}, []Step{{Rule: "values", Failed: true}, {Rule: "otherwise", Text: "z"}}},
		{"default", "{from: a, transform: digits, default: d}", []string{"none"}, []Step{{Rule: "digits"}, {Rule: "default", Text: "d"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := explained(t, "cf1", "cf1: "+tt.rule+"\ncf2: {join: [a, b]}", "a,b", tt.cells...)
			if diff := cmp.Diff(tt.want, got.Steps); diff != "" {
				t.Errorf("steps (-want +got):\n%s", diff)
			}
		})
	}
}

func TestExplainTellsOfEverythingThatIsMapped(t *testing.T) {
	rec := &kyc.Record{Row: bankRow()}
	traces := bankPlan(t).Explain(rec)
	names := make([]string, len(traces))
	for i := range traces {
		names[i] = traces[i].Name
	}
	want := "key email fullName birthDate kycStatus idType issuingCountry firstName lastName nationality gender issueDate expireDate " +
		"documentNumber address_city address_country address_street cf1 cf2 userid idImage idBackImage selfieImage"
	if diff := cmp.Diff(strings.Fields(want), names); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
	wantKey := Trace{Name: "key", Cells: []Cell{{"customer_id", " C-1 "}}, Steps: []Step{{Rule: "trim", Text: "C-1"}}, Value: "C-1"}
	if diff := cmp.Diff(wantKey, traces[0]); diff != "" {
		t.Errorf("the key (-want +got):\n%s", diff)
	}
	wantPicture := Trace{Name: "selfieImage", Cells: []Cell{{"selfie", "./s//1.png"}}, Steps: []Step{{Rule: "path", Text: "s/1.png"}}, Value: "s/1.png"}
	if diff := cmp.Diff(wantPicture, traces[len(traces)-1]); diff != "" {
		t.Errorf("the picture (-want +got):\n%s", diff)
	}
}

func TestExplainTellsThatAPictureIsLeftOut(t *testing.T) {
	text := withFields("email: {from: id}") + "images: {idBackImage: {from: b, when: \"int(row['a']) > 1\"}}\n"
	for a, want := range map[string][]Step{"2": nil, "1": {{Rule: "when"}}, "none": {{Rule: "when"}}} {
		p, err := load(t, text).Compile([]string{"id", "a", "b"})
		if err != nil {
			t.Fatal(err)
		}
		traces := p.Explain(&kyc.Record{Row: &kyc.Row{Cells: []string{"1", a, "b.jpg"}}})
		if diff := cmp.Diff(want, traces[len(traces)-1].Steps); diff != "" {
			t.Errorf("%s: (-want +got):\n%s", a, diff)
		}
	}
}

func TestExplainOfARowThatCouldNotBeRead(t *testing.T) {
	rec := &kyc.Record{Row: &kyc.Row{Fault: &kyc.Issue{Severity: kyc.Reject, Code: "row_ragged"}}}
	if traces := bankPlan(t).Explain(rec); traces != nil || len(rec.Issues) != 1 {
		t.Errorf("got %v and %v", traces, rec.Issues)
	}
}

// What is explained is what happens: Explain makes the record that Map makes,
// and every chain of steps ends in the record's value.
func TestExplainIsMap(t *testing.T) {
	plans := []*Plan{bankPlan(t), trickyPlan(t)}
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SampledFrom(plans).Draw(t, "plan")
		row := &kyc.Row{Cells: rapid.SliceOfN(cellText(), 0, len(p.columns)).Draw(t, "cells")}
		mapped, noted := &kyc.Record{Row: row}, &kyc.Record{Row: row}
		p.Map(mapped)
		traces := p.Explain(noted)
		if diff := cmp.Diff(mapped, noted, whatIsMade); diff != "" {
			t.Fatalf("Explain makes another record (-Map +Explain):\n%s", diff)
		}
		for _, trace := range traces {
			checkChain(t, &trace, mapped)
		}
	})
}

// trickyPlan has every form and every ending.
func trickyPlan(t *testing.T) *Plan {
	t.Helper()
	m := load(t, withFields(`
cf1: {first: [a, b], transform: [digits, title], default: none}
cf2: {template: "{a}/{b}", transform: upper}
cf3: {from: a, values: {A: x, B: ""}, otherwise: other, default: d}
birthDate: {from: c, date: [DD/MM/YY, MM.DD.YYYY], otherwise: omit}
issueDate: {join: [a, c], with: "", date: YYYYMMDD, otherwise: 2000-01-01}
nationality: {from: b, values: {UK: GBR}, country: alpha3}
gender: {const: female}`)+"images: {idImage: {from: a, when: \"row['b'] != 'UK'\"}, idBackImage: {from: a, when: \"int(row['c']) > 1\"}}\n")
	p, err := m.Compile([]string{"id", "a", "b", "c"})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func cellText() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.SampledFrom([]string{"", " ", "A", " B ", "UK", "kr", "USSR", "31/12/1980", "31/02/1980", "29/02/80", "02.29.2000", "20000229", "PP", "M", "../x", "a\\b", "ok.jpg", "1 2"}),
		rapid.String(),
	)
}

// checkChain holds the end of a trace against the record.
func checkChain(t *rapid.T, trace *Trace, rec *kyc.Record) {
	end := ""
	switch {
	case len(trace.Steps) > 0:
		end = trace.Steps[len(trace.Steps)-1].Text
	case len(trace.Cells) == 1:
		end = trace.Cells[0].Text
	case trace.Value != "":
		t.Fatalf("%s has a value of several columns and no step", trace.Name)
	}
	told := func(i kyc.Issue) bool { return i.Field == trace.Name || i.Column == "id" }
	rejected := slices.ContainsFunc(rec.Issues, told)
	if f, known := kyc.FieldByName(trace.Name); known && trace.Value != rec.Submission[f] {
		t.Fatalf("%s is told as %q and is %q", trace.Name, trace.Value, rec.Submission[f])
	}
	if end != trace.Value && !blank(end) && !rejected {
		t.Fatalf("%s ends in %q, but the record holds %q", trace.Name, end, trace.Value)
	}
}
