package mapper

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"
)

// schemaFile is the schema that the shipped mappings name.
const schemaFile = "../../mappings/mapping.schema.json"

func compiledSchema(t testing.TB) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("mapping.schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("mapping.schema.json")
	if err != nil {
		t.Fatalf("the schema is none of draft-07: %v", err)
	}
	return s
}

// asEditor reads YAML as an editor does: by the core schema of YAML 1.2, with
// numbers as numbers and dates as texts.
func asEditor(t testing.TB, n *yaml.Node) any {
	t.Helper()
	switch n = follow(n); n.Kind {
	case yaml.DocumentNode:
		return asEditor(t, n.Content[0])
	case yaml.MappingNode:
		m := make(map[string]any)
		for i := 0; i+1 < len(n.Content); i += 2 {
			m[follow(n.Content[i]).Value] = asEditor(t, n.Content[i+1])
		}
		return m
	case yaml.SequenceNode:
		list := make([]any, 0, len(n.Content))
		for _, item := range n.Content {
			list = append(list, asEditor(t, item))
		}
		return list
	}
	switch n.ShortTag() {
	case "!!null":
		return nil
	case "!!bool":
		return n.Value == "true"
	case "!!int", "!!float":
		for _, number := range []string{n.Value, strings.TrimLeft(n.Value, "0")} {
			if json.Valid([]byte(number)) {
				return json.Number(number)
			}
		}
	}
	return n.Value
}

// judged tells what an editor says about a mapping; nil means nothing.
func judged(t testing.TB, s *jsonschema.Schema, text []byte) error {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Load(text, &doc); err != nil {
		t.Fatal(err)
	}
	return s.Validate(asEditor(t, &doc))
}

func TestSchemaFileIsTheOneOfTheCommand(t *testing.T) {
	if *update {
		if err := os.WriteFile(schemaFile, Schema(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(schemaFile)
	if err != nil || !bytes.Equal(have, Schema()) {
		t.Errorf("%s is not what the tables say, %v: go test ./internal/mapper -run Schema -update", schemaFile, err)
	}
}

// Every key of the decoder has its line in the schema, and every line a key.
func TestSchemaKnowsEveryKey(t *testing.T) {
	for _, b := range schemaBlocks() {
		for _, key := range b.keys {
			if m := b.words[key]; m.about == "" || m.shape == nil {
				t.Errorf("%s.%s is known to the decoder and has no line in schema_words.go", b.name, key)
			}
		}
		for key := range b.words {
			if !slices.Contains(b.keys, key) {
				t.Errorf("%s.%s has a line in schema_words.go and is unknown to the decoder", b.name, key)
			}
		}
	}
	var options int
	for _, k := range sourceKinds {
		options += len(k.options)
		if aboutKinds[k.name] == "" {
			t.Errorf("the kind %s has no line", k.name)
		}
	}
	if options != len(aboutOptions) || len(sourceKinds) != len(aboutKinds) {
		t.Errorf("%d options of %d kinds have %d and %d lines", options, len(sourceKinds), len(aboutOptions), len(aboutKinds))
	}
}

// What is written of a block by its own list of keys is what the decoder
// reads: a key of the schema is never unknown to it.
func TestDecoderKnowsEveryKeyOfTheSchema(t *testing.T) {
	at := map[string]string{
		"mapping": "%s: x\n", "fields": "fields: {%s: {}}\n", "field": "fields: {email: {%s: x}}\n", "name": "fields: {email: {name: {%s: x}}}\n",
		"date": "fields: {email: {from: a, date: {%s: x}}}\n", "images": "images: {%s: x}\n", "picture": "images: {idImage: {%s: x}}\n", "source": "source: {kind: csv, %s: x}\n",
		"lookup": "fields: {email: {from: a, lookup: {%s: x}}}\n", "exclude": "exclude: [{%s: x}]\n", "rules": "rules: {%s: x}\n", "rule": "rules: {own: [{%s: x}]}\n", "test": "tests: [{%s: x}]\n",
	}
	for _, k := range sourceKinds {
		at["source."+k.name] = "source: {kind: " + k.name + ", " + k.name + ": {%s: x}}\n"
	}
	says := func(b schemaBlock, key string) string {
		_, err := parse("m.yaml", []byte(strings.ReplaceAll(at[b.name], "%s", key)), testOptions())
		if err == nil {
			return ""
		}
		return err.Error()
	}
	for _, b := range schemaBlocks() {
		for key := range blockSchema(b)["properties"].(object) {
			if strings.Contains(says(b, key), "unknown") && strings.Contains(says(b, key), `"`+key+`"`) {
				t.Errorf("%s: the decoder does not know %s: %s", b.name, key, says(b, key))
			}
		}
		if !strings.Contains(says(b, "nosuchkeyhere"), "nosuchkeyhere") {
			t.Errorf("%s: the decoder takes any key", b.name)
		}
	}
}

// shippedMappings are those of the tree.
func shippedMappings(t *testing.T) []string {
	t.Helper()
	files, _ := filepath.Glob("../../mappings/*.yaml")
	more, _ := filepath.Glob("../../samples/*.yaml")
	if len(files) < 3 || len(more) < 1 {
		t.Fatalf("found %d and %d mappings", len(files), len(more))
	}
	return append(files, more...)
}

func TestShippedMappingsNameTheSchemaAndFit(t *testing.T) {
	s := compiledSchema(t)
	for _, file := range shippedMappings(t) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		first, _, _ := strings.Cut(string(text), "\n")
		path, named := strings.CutPrefix(first, "# yaml-language-server: $schema=")
		if got, want := filepath.Clean(filepath.Join(filepath.Dir(file), path)), filepath.Clean(schemaFile); !named || got != want {
			t.Errorf("%s begins with %q, which does not lead to the schema", file, first)
		}
		if err := judged(t, s, text); err != nil {
			t.Errorf("%s: %v", file, err)
		}
	}
}

// The schema and the decoder judge alike: what the one takes the other does.
func TestSchemaJudgesAsTheDecoderDoes(t *testing.T) {
	s := compiledSchema(t)
	check := func(text string, good bool) {
		t.Helper()
		_, err := parse("m.yaml", []byte(text), testOptions())
		if (err == nil) != good {
			t.Errorf("the decoder says %v about\n%s", err, text)
		}
		if err := judged(t, s, []byte(text)); (err == nil) != good {
			t.Errorf("the schema says %v about\n%s", err, text)
		}
	}
	for _, fields := range goodFields {
		check(withFields(fields), true)
	}
	for _, fields := range badFields {
		check(withFields(fields), false)
	}
	for _, whole := range goodMappings {
		check(whole, true)
	}
	for _, whole := range badMappings {
		check(whole, false)
	}
}

var goodFields = []string{
	"email: {from: a}",
	"email: {from: 0123, default: NO}",
	"email: {from: a, transform: trim}",
	"email: {from: a, transform: [trim, lower, fold-width]}",
	"fullName: {join: [a, b], with: ', '}",
	"fullName: {join: a}",
	"cf1: {first: [a, b]}",
	"cf1: {const: 1}",
	"cf1: {const: 1, when: \"row['a'] == 'x'\"}",
	"cf1: {const: 1, when: \"row['a'] == 'x'\", default: 2}",
	"cf1: {template: 'x-{a}'}",
	"cf1: {template: '{{{a b}}}{ {c}-'}",
	"birthDate: {from: a, date: DD/MM/YYYY}",
	"birthDate: {from: a, date: [DD/MM/YYYY, {layout: [DD.MM.YYYY, YYYYMMDD], calendar: buddhist}]}",
	"birthDate: {from: a, date: {layout: Ey年M月D日, calendar: japanese}, otherwise: omit}",
	"birthDate: {from: a, date: {layout: DD/MM/YYYY, calendar: gregorian}, otherwise: 1900-01-01}",
	"birthDate: {const: 1990-01-31}",
	"kycStatus: {from: a, values: {A: approved, 1: rejected, X: ''}, otherwise: rejected}",
	"gender: {from: a, values: {M: male, F: female}, otherwise: omit}",
	"nationality: {from: a, country: alpha3, values: {USSR: RUS}, default: KOR}",
	"idType: {from: a, values: {PP: passport, X: something_new}}",
	"fullName: {name: {given: a, family: b}}",
	"fullName: {name: {given: a, middle: b, family: c, order: family-first, with: '', drop: honorifics, case: title, unclear: keep}}",
	"fullName: {from: a, name: {written: family-comma-given, part: given, order: auto}}",
	"fullName: {from: a, name: {written: family-first, family_words: 1}}",
	"fullName: {first: [a, b], name: {script: native, drop: [honorifics]}, transform: upper}",
}

var badFields = []string{
	"emial: {from: a}",
	"email: a",
	"email: {}",
	"email: {form: a}",
	"email: {from: [a]}",
	"email: {from: null}",
	"email: {from: ' '}",
	"email: {from: a, join: [b]}",
	"email: {from: a, transform: shout}",
	"email: {from: a, transform: []}",
	"email: {from: a, with: x}",
	"email: {const: a, transform: trim}",
	"email: {const: a, default: b}",
	"email: {from: a, otherwise: omit}",
	"email: {from: a, values: {}}",
	"email: {from: a, values: [x]}",
	"email: {template: plain}",
	"email: {template: '{{a}}'}",
	"email: {template: '{a'}",
	"email: {template: 'a}-{b}'}",
	"email: {template: '{}'}",
	"email: {template: '{ }'}",
	"email: {from: a, values: {' ': x}}",
	"email: {from: a, values: {A: x}, lookup: {file: f.csv, key: a, value: b}}",
	"email: {from: a, lookup: {file: f.csv, key: [a, b], value: c}}",
	"kycStatus: {const: maybe}",
	"kycStatus: {from: a, values: {A: aproved}}",
	"gender: {from: a, values: {M: m}}",
	"gender: {from: a, default: unknown}",
	"nationality: {const: kor}",
	"nationality: {from: a, country: alpha2}",
	"birthDate: {const: 01.01.1990}",
	"birthDate: {from: a, date: '%d/%m/%Y'}",
	"birthDate: {from: a, date: MM/YYYY}",
	"birthDate: {from: a, date: []}",
	"birthDate: {from: a, date: {calendar: buddhist}}",
	"birthDate: {from: a, date: {layout: DD/MM/YYYY, calendar: hijri}}",
	"birthDate: {from: a, date: {layout: DD/MM/YYYY, calender: buddhist}}",
	"birthDate: {from: a, date: DD/MM/YYYY, values: {A: soon}}",
	"fullName: {name: {given: a}}",
	"fullName: {name: {written: family-first}}",
	"fullName: {from: a, name: {}}",
	"fullName: {from: a, name: {unclear: keep}}",
	"fullName: {from: a, name: {given: a, family: b}}",
	"fullName: {from: a, name: {part: given}}",
	"fullName: {from: a, name: {order: family-comma-given, written: family-first}}",
	"fullName: {from: a, name: {written: backwards}}",
	"fullName: {from: a, name: {written: family-first, family_words: 2}}",
	"fullName: {from: a, name: {drop: titles}}",
	"fullName: {name: {given: a, family: b, script: latin}}",
	"fullName: {const: a, name: {case: title}}",
}

var goodMappings = []string{
	"version: 1\nname: true\nsource: {kind: csv}\nkey: a\nfields: {email: {from: a}}\nrules: {severity: {}}\n",
	"version: 1\nname: com.1\nsource: {kind: csv}\nkey: a\nfields: {email: {from: a}}\nrules: {own: [{code: b, when: \"row['a'] == ''\", message: m, severity: false, field: idImage}]}\n",
	"version: 1\nsource: {kind: csv}\nkey: a\nfields: {email: {from: a}}\ntests: [{name: t, row: {a: }, want: {email: , idImage: x}}, {name: u, like: t, as_of: 2026-12-31, issues: key_empty}]\n",
	"version: 1\nname: x\nsource: {kind: sql, sql: {table: a}}\nkey: [a, b]\nmarker: cf3\nadmin: ${ARGOS_ADMIN}\nfields: {email: {from: a}}\nimages: {root: x, max_bytes: 1_000, on_problem: drop, idImage: {from: p}}\n",
	"version: 1\nsource: {kind: csv}\nkey: a\nfields: {email: {from: a}}\nimages: {idBackImage: {from: p, when: \"row['a'] != ''\"}}\n",
	"version: '1'\nsource: {kind: verifime, verifime: {events: e, decisions: {LOW: approved}, customers: {kind: csv, csv: {delimiter: ';'}}}}\nkey: a\nfields: {email: {from: a}}\nimages: {max_bytes: 100}\n",
}

var badMappings = []string{
	"version: 1\nname: CON\nsource: {kind: csv}\nkey: a\nfields: {email: {from: a}}\n",
	"version: 1\nname: com1.2\nsource: {kind: csv}\nkey: a\nfields: {email: {from: a}}\n",
	"version: 1\nname: a.\nsource: {kind: csv}\nkey: a\nfields: {email: {from: a}}\n",
	"version: 1\nname: -1\nsource: {kind: csv}\nkey: a\nfields: {email: {from: a}}\n",
	"version: 1\nsource: {kind: csv}\nkey: [a, a]\nfields: {email: {from: a}}\n",
	"version: 1\nsource: {kind: csv}\nkey: a\nfields: {email: {from: a}}\ntests: [{name: t, row: {a: 1}}]\n",
	"version: 1\nsource: {kind: csv}\nkey: a\nfields: {email: {from: a}}\ntests: [{name: t, issues: []}]\n",
	"version: 1\nsource: {kind: csv}\nkey: a\nfields: {email: {from: a}}\ntests: [{name: t, row: {a: 1}, as_of: 31/12/2026, issues: []}]\n",
	"version: 1\nsource: {kind: csv}\nkey: a\nfields: {email: {from: a}}\ntests: [{name: t, row: {a: 1}, want: {emial: x}}]\n",
	"version: 1\nsource: {kind: csv}\nkey: a\nfields: {email: {from: a}}\nimages: {root: '', idImage: {from: p}}\n",
	"version: 1\nsource: {kind: csv}\nkey: a\nfields: {email: {from: a}}\nrules: {own: [{code: b, when: \"row['a'] == ''\", message: m, field: emial}]}\n",
	"version: 1\nsource: {kind: csv}\nkey: a\nfields: {email: {from: a}}\nrules: {own: [{code: b, when: \"row['a'] == ''\", message: m, severity: true}]}\n",
	"version: 1\nsource: {kind: csv}\nkey: a\nfields: {email: {from: a}}\nrules: {own: [{code: b, when: \"row['a'] == ''\", message: " + strings.Repeat("m", 301) + "}]}\n",
	"version: 2\nsource: {kind: csv}\nkey: a\nfields: {email: {from: a}}\n",
	"version: 1\nsource: csv\nkey: a\nfields: {email: {from: a}}\n",
	"version: 1\nsource: {kind: cvs}\nkey: a\nfields: {email: {from: a}}\n",
	"version: 1\nsource: {csv: {}}\nkey: a\nfields: {email: {from: a}}\n",
	"version: 1\nsource: {kind: csv, xlsx: {sheet: a}}\nkey: a\nfields: {email: {from: a}}\n",
	"version: 1\nsource: {kind: csv, csv: {delimeter: a}}\nkey: a\nfields: {email: {from: a}}\n",
	"version: 1\nsource: {kind: csv}\nfields: {email: {from: a}}\n",
	"version: 1\nsource: {kind: csv}\nkey: []\nfields: {email: {from: a}}\n",
	"version: 1\nsource: {kind: csv}\nkey: a\n",
	"version: 1\nname: a/b\nsource: {kind: csv}\nkey: a\nfields: {email: {from: a}}\n",
	"version: 1\nsource: {kind: csv}\nkey: a\nfields: {email: {from: a}}\nmarker: cf4\n",
	"version: 1\nsource: {kind: csv}\nkey: a\nfields: {email: {from: a}}\nimages: {idImage: p}\n",
	"version: 1\nsource: {kind: csv}\nkey: a\nfields: {email: {from: a}}\nimages: {idImage: {when: \"row['a'] != ''\"}}\n",
	"version: 1\nsource: {kind: csv}\nkey: a\nfields: {email: {from: a}}\nimages: {idImage: {from: p, when: ''}}\n",
	"version: 1\nsource: {kind: csv}\nkey: a\nfields: {email: {from: a}}\nimages: {max_bytes: 0}\n",
	"version: 1\nsource: {kind: csv}\nkey: a\nfields: {email: {from: a}}\nimages: {on_problem: ignore}\n",
	"version: 1\nsource: {kind: csv}\nkey: a\nfield: {email: {from: a}}\n",
}

// FuzzSchema: an editor never marks what Load takes.
func FuzzSchema(f *testing.F) {
	for _, fields := range append(slices.Clone(goodFields), badFields...) {
		f.Add([]byte(withFields(fields)))
	}
	for _, text := range append(slices.Clone(goodMappings), badMappings...) {
		f.Add([]byte(text))
	}
	s := compiledSchema(f)
	f.Fuzz(func(t *testing.T, text []byte) {
		if _, err := parse("m.yaml", text, testOptions()); err != nil || len(text) > 1<<14 {
			return
		}
		if err := judged(t, s, text); err != nil {
			t.Fatalf("Load takes this, and the schema says %v", err)
		}
	})
}
