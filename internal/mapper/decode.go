package mapper

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"kycmigrate/internal/kyc"
)

// decoder reads the nodes of a mapping file into a Mapping. It goes on after a
// problem, so that all of them are found.
type decoder struct {
	problems
	options  LoadOptions
	warnings problems
	m        *Mapping
	files    []*companion // beside the mapping, each once
}

// column is a column name with its place in the mapping file.
type column = placed

var topKeys = []string{"version", "name", "source", "key", "marker", "admin", "exclude", "fields", "images", "rules", "tests"}

func contains(list []string, s string) bool { return slices.Contains(list, s) }

func (d *decoder) warn(at position, what, fix string) {
	d.warnings.add(at, what, fix)
}

// mapping reads the whole file.
func (d *decoder) mapping(root *yaml.Node) {
	top, ok := d.block(root, "the mapping", `"version: 1", "key: …", "fields: …", each on its own line`, topKeys)
	if !ok {
		return
	}
	d.version(top)
	d.name(top)
	if e, ok := d.required(top, "source", "{kind: csv}"); ok {
		d.source(e.value)
	}
	if e, ok := d.required(top, "key", "the column that identifies a record in the legacy system"); ok {
		d.key(e.value)
	}
	if e, ok := top["admin"]; ok && !d.options.WithoutAdmin {
		d.m.Admin, _ = d.expanded(e.value, "admin", d.options.NeedEnv)
	}
	if e, ok := d.required(top, "fields", "a block such as {email: {from: email}}"); ok {
		d.fields(e)
	}
	if e, ok := top["images"]; ok {
		d.images(e)
	}
	if e, ok := top["marker"]; ok {
		d.marker(e.value)
	}
	if e, ok := top["exclude"]; ok {
		d.exclusions(e)
	}
	if e, ok := top["rules"]; ok {
		d.judgements(e)
	}
	d.readFiles()
	if e, ok := top["tests"]; ok {
		d.tests(e.value)
	}
}

// required finds a key of the top level that must be there.
func (d *decoder) required(top map[string]entry, name, example string) (entry, bool) {
	e, ok := top[name]
	if !ok {
		d.add(position{1, 1}, `the mapping has no "`+name+`"`, "add "+name+": "+example)
	}
	return e, ok
}

func (d *decoder) version(top map[string]entry) {
	e, ok := d.required(top, "version", "1")
	if !ok {
		return
	}
	if v, ok := d.word(e.value, "version"); ok && v != "1" {
		d.add(positionOf(e.value), "version "+quote(v)+" of the mapping format is not known to this migrate", "write version: 1, or use the migrate that the file was written for")
	}
}

// name takes the given name, or the file's without its extension.
func (d *decoder) name(top map[string]entry) {
	const rule = "use letters, digits, - and _, such as bank-csv"
	e, given := top["name"]
	if !given {
		base := filepath.Base(d.path)
		d.m.Name = strings.TrimSuffix(base, filepath.Ext(base))
		if !safeName(d.m.Name) {
			d.add(position{1, 1}, "the file's name cannot name a run directory", "add name: and "+rule)
		}
		return
	}
	if s, ok := d.word(e.value, "name"); ok {
		if !safeName(s) {
			d.add(positionOf(e.value), "name "+quote(s)+" cannot name a run directory", rule)
		}
		d.m.Name = s
	}
}

// safeName reports whether s is a plain name for a directory on every system.
func safeName(s string) bool {
	if s == "" || len(s) > 64 || strings.HasSuffix(s, ".") || reservedName(s) {
		return false
	}
	for i, r := range []byte(s) {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
		if !letter && (i == 0 || r != '-' && r != '_' && r != '.') {
			return false
		}
	}
	return true
}

// reservedName reports whether Windows keeps the name for a device.
func reservedName(s string) bool {
	stem, _, _ := strings.Cut(strings.ToUpper(s), ".")
	switch stem {
	case "CON", "PRN", "AUX", "NUL":
		return true
	}
	return len(stem) == 4 && (strings.HasPrefix(stem, "COM") || strings.HasPrefix(stem, "LPT")) && stem[3] >= '0' && stem[3] <= '9'
}

func (d *decoder) key(n *yaml.Node) {
	seen := make(map[string]bool)
	for _, c := range d.words(n, "key") {
		if seen[c.text] {
			d.add(c.at, "column "+quote(c.text)+" stands twice in key", "keep one of them")
			continue
		}
		seen[c.text] = true
		d.m.keys = append(d.m.keys, c)
		d.m.Key = append(d.m.Key, c.text)
	}
}

// marker needs something to look a submission up by, and a field of its own.
func (d *decoder) marker(n *yaml.Node) {
	s, ok := d.word(n, "marker")
	if !ok {
		return
	}
	known := []string{kyc.CF1.String(), kyc.CF2.String(), kyc.CF3.String()}
	if !contains(known, s) {
		problem, fix := unknown("marker field", s, known)
		d.add(positionOf(n), problem, fix)
		return
	}
	d.m.Marker, _ = kyc.FieldByName(s)
	if d.m.Maps(d.m.Marker) {
		d.add(positionOf(n), "the marker needs "+s+" for itself, but fields maps it as well", "take another of cf1, cf2, cf3 for one of the two")
	}
	if !d.m.Maps(kyc.UserID) && !d.m.Maps(kyc.Email) {
		d.add(positionOf(n), "a marker is looked up by userid or email, and neither is mapped", "map userid or email, or remove marker")
	}
}

// expanded reads a text and puts in the values of ${NAME}. The result may be a
// secret: it must not appear in any message. With an unset
// variable there is no text, which is a problem where it is needed.
func (d *decoder) expanded(n *yaml.Node, what string, needed bool) (string, bool) {
	s, ok := d.text(n, what)
	if !ok {
		return "", false
	}
	out, unset, whole := Expand(s, d.options.Env)
	if !whole {
		d.add(positionOf(n), what+" holds ${ without a variable's name and }", "write ${NAME}, or $${ for the signs themselves")
		return "", false
	}
	for _, name := range unset {
		problem := "the environment variable " + quote(name) + " that " + what + " names is not set"
		fix := "export it, or put it into the file given with --env-file"
		if needed {
			d.add(positionOf(n), problem, fix)
		} else {
			d.warn(positionOf(n), problem, fix)
		}
	}
	if len(unset) > 0 {
		return "", false
	}
	return out, true
}

// openBlock ends the name of an option that is a block of names which the
// source itself checks.
const openBlock = ".*"

// sourceKinds are the kinds a mapping may name, with the options of each.
var sourceKinds = []struct {
	name    string
	options []string
}{
	{"csv", []string{"delimiter", "encoding", "quote", "escape", "header", "member"}},
	{"xlsx", []string{"sheet", "header", "password", "swapped_dates"}},
	{"jsonl", []string{"records", "member"}},
	{"sql", []string{"table", "query"}},
	{"idngo", []string{"decisions.*", "names", "images"}},
	{"verifime", []string{"events", "secret", "join", "unmatched", "decisions.*", "customers.*"}},
}

func kindNames() []string {
	names := make([]string, len(sourceKinds))
	for i, k := range sourceKinds {
		names[i] = k.name
	}
	return names
}

func (d *decoder) source(n *yaml.Node) {
	const example = "{kind: csv}"
	parts, ok := d.block(n, "source", example, append([]string{"kind"}, kindNames()...))
	if !ok {
		return
	}
	e, ok := parts["kind"]
	if !ok {
		d.add(positionOf(n), "source has no kind", "write "+example)
		return
	}
	kind, ok := d.word(e.value, "kind")
	if !ok {
		return
	}
	d.m.Source = SourceBlock{Kind: kind, Options: map[string]string{}, places: map[string]string{"kind": positionOf(e.value).in(d.path)}}
	if !contains(kindNames(), kind) {
		problem, fix := unknown("source kind", kind, kindNames())
		d.add(positionOf(e.value), problem, fix)
		return
	}
	for _, k := range sourceKinds {
		block, given := parts[k.name]
		switch {
		case k.name == kind && given:
			d.sourceOptions(block, k.options)
		case given:
			d.add(positionOf(block.key), fmt.Sprintf("the block %s does not belong to kind %s", k.name, kind), "remove it, or change the kind")
		}
	}
}

func (d *decoder) sourceOptions(block entry, known []string) {
	names := make([]string, len(known))
	for i := range known {
		names[i] = strings.TrimSuffix(known[i], openBlock)
	}
	options, ok := d.block(block.value, "source."+block.name, "{"+names[0]+": …}", names)
	if !ok {
		return
	}
	for i, name := range names {
		e, given := options[name]
		switch {
		case given && known[i] != name:
			d.openBlock(name, e.value)
		case given:
			d.option(name, e.value)
		}
	}
}

// openBlock reads a block whose names are not known here, and those within it.
// path leads to it.
func (d *decoder) openBlock(path string, n *yaml.Node) {
	const deepest = 4
	if strings.Count(path, ".") >= deepest {
		d.add(positionOf(n), path+" is nested too deep", "write it flat, as the examples under mappings/ do")
		return
	}
	list, _ := d.entries(n, path, "{NAME: VALUE}")
	for _, e := range list {
		inner := path + "." + e.name
		if follow(e.value).Kind == yaml.MappingNode {
			d.openBlock(inner, e.value)
		} else {
			d.option(inner, e.value)
		}
	}
}

// option reads one option of the source.
func (d *decoder) option(path string, n *yaml.Node) {
	if s, ok := d.expanded(n, path, d.options.NeedEnv); ok {
		d.m.Source.Options[path] = s
		d.m.Source.places[path] = positionOf(n).in(d.path)
	}
}
