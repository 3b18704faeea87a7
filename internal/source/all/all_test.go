package all

import (
	"context"
	"strings"
	"testing"

	"kycmigrate/internal/source"
)

func TestKindOf(t *testing.T) {
	for path, want := range map[string]string{
		"customers.csv": "csv", "customers.TXT": "csv", "a.tsv": "tsv", "a.csv.gz": "csv", "a.jsonl.zst": "jsonl",
		"book.xlsx": "xlsx", "book.xlsm": "xlsx", "a.json": "jsonl", "a.dat": "", "a": "", "a.gz": "",
		"sqlite:legacy.db": "sql", "postgres://host/db": "sql", "data/2026-*.ndjson": "jsonl",
	} {
		if got := kindOf(path); got != want {
			t.Errorf("%s is of kind %q, want %q", path, got, want)
		}
	}
}

// What the file is weighs more than what the mapping expects, unless that is a
// form of its own; options for another form are dropped.
func TestSettle(t *testing.T) {
	for _, tt := range []struct {
		path, stated, want string
		options            bool
	}{
		{"a.csv", "", "csv", true},
		{"a", "", "csv", true},
		{"a.tsv", "csv", "csv", true},
		{"a.dat", "xlsx", "xlsx", true},
		{"rejects.csv", "sql", "csv", false},
		{"rejects", "sql", "csv", false},
		{"rejects.csv", "xlsx", "csv", false},
		{"book.xlsx", "csv", "xlsx", false},
		{"sqlite:a.db", "", "sql", true},
		{"sqlite:a.db", "sql", "sql", true},
		{"events.json", "idngo", "idngo", true},
		{"customers.csv", "verifime", "verifime", true},
	} {
		spec := source.Spec{Path: tt.path, Kind: tt.stated, Options: map[string]string{"x": "1"}}
		if err := settle(&spec); err != nil || spec.Kind != tt.want || (spec.Options != nil) != tt.options {
			t.Errorf("%s stated as %q: kind %q, options %v, %v", tt.path, tt.stated, spec.Kind, spec.Options, err)
		}
	}
	if err := settle(&source.Spec{Path: "postgres://u@h/db", Kind: "csv"}); err == nil {
		t.Error("a database is taken for a CSV file")
	}
}

func TestOpenNamesTheKinds(t *testing.T) {
	_, err := Open(context.Background(), source.Spec{Path: "a.dat", Kind: "parquet"})
	if err == nil || !strings.Contains(err.Error(), strings.Join(Kinds(), ", ")) {
		t.Errorf("got %v, want one that lists the kinds", err)
	}
}
