package mapper

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"
)

// maxDepth bounds how deep a mapping file nests; a good one needs five levels.
const maxDepth = 32

// entry is one key of a YAML block with its value.
type entry struct {
	name  string
	key   *yaml.Node
	value *yaml.Node
}

// parseYAML reads the one document of a file. A syntax error is a problem at
// its place.
func (d *decoder) parseYAML(data []byte) (*yaml.Node, bool) {
	limits := loaderlimits.New(loaderlimits.DepthFunc(func(depth int, _ *loaderlimits.DepthContext) error {
		if depth > maxDepth {
			return fmt.Errorf("nested deeper than %d levels", maxDepth)
		}
		return nil
	}))
	var doc yaml.Node
	if err := yaml.Load(data, &doc, yaml.WithPlugin(limits)); err != nil {
		d.syntax(data, err)
		return nil, false
	}
	root := &doc
	if doc.Kind == yaml.DocumentNode && len(doc.Content) == 1 {
		root = doc.Content[0]
	}
	if root.Kind == 0 || isNull(root) {
		d.add(position{1, 1}, emptyFile, emptyFileFix)
		return nil, false
	}
	return root, true
}

const (
	emptyFile    = "the file holds no mapping"
	emptyFileFix = "start it with version: 1"
)

// syntax tells what the parser could not read.
func (d *decoder) syntax(data []byte, err error) {
	var e *yaml.LoadError
	if !errors.As(err, &e) {
		d.add(position{1, 1}, "not readable as YAML", "mend the syntax")
		return
	}
	at := placeOfError(data, e)
	message := strings.TrimPrefix(e.Message, "yaml: ")
	if strings.Contains(message, "no documents") {
		d.add(at, emptyFile, emptyFileFix)
		return
	}
	d.add(at, "not readable as YAML: "+quoteFree(message), syntaxFix(message))
}

// placeOfError is where the parser stopped. Of bytes that are no text it tells
// where they are in the file, and of a second document nothing.
func placeOfError(data []byte, e *yaml.LoadError) position {
	switch {
	case e.Mark.Line > 0:
		return position{e.Mark.Line, max(e.Mark.Column, 1)}
	case strings.Contains(e.Message, severalDocuments):
		return secondDocument(data)
	}
	before := data[:min(max(e.Mark.Index, 0), len(data))]
	start := bytes.LastIndexByte(before, '\n') + 1
	return position{1 + bytes.Count(before, []byte("\n")), 1 + utf8.RuneCount(before[start:])}
}

const severalDocuments = "single document"

// secondDocument is where the second document of a file begins.
func secondDocument(data []byte) position {
	loader, err := yaml.NewLoader(bytes.NewReader(data))
	if err != nil {
		return position{1, 1}
	}
	var doc yaml.Node
	for range 2 {
		doc = yaml.Node{}
		if err := loader.Load(&doc); err != nil {
			e := (*yaml.LoadError)(nil)
			if !errors.As(err, &e) {
				return position{1, 1}
			}
			return position{max(e.Mark.Line, 1), max(e.Mark.Column, 1)}
		}
	}
	return positionOf(&doc)
}

func syntaxFix(message string) string {
	switch {
	case strings.Contains(message, "character that cannot start any token"):
		return "indent with spaces, never with tabs, and put texts in quotes that start with %, @ or `, or have braces in them"
	case strings.Contains(message, severalDocuments):
		return "keep one mapping in one file, without --- between parts"
	case strings.Contains(message, "UTF-8"):
		return "save the file as UTF-8, or take the letter out"
	case strings.Contains(message, "control characters"):
		return "take the character out: it is one that no editor shows"
	case strings.Contains(message, "nested deeper"):
		return "write it flat, as the examples under mappings/ do"
	}
	return "look at this line and the one before it: indentation, a missing colon, an open quote or bracket, braces that are not in quotes"
}

// quoteFree keeps the parser's sentence to one printable line.
func quoteFree(message string) string {
	return printableOnly(strings.ReplaceAll(message, "\n", " "), 48)
}

// follow returns the node that an alias stands for.
func follow(n *yaml.Node) *yaml.Node {
	if n.Kind == yaml.AliasNode && n.Alias != nil {
		return n.Alias
	}
	return n
}

func isNull(n *yaml.Node) bool {
	n = follow(n)
	return n.Kind == yaml.ScalarNode && n.ShortTag() == "!!null"
}

// entries lists the keys of a block. Keys that stand twice, and keys that are
// no words, are problems.
func (d *decoder) entries(n *yaml.Node, what, example string) ([]entry, bool) {
	block := follow(n)
	if block.Kind != yaml.MappingNode {
		d.add(positionOf(n), what+" must be a block of keys", "write it as "+example)
		return nil, false
	}
	list := make([]entry, 0, len(block.Content)/2)
	first := make(map[string]position, len(block.Content)/2)
	for i := 0; i+1 < len(block.Content); i += 2 {
		key := follow(block.Content[i])
		at := positionOf(block.Content[i])
		if key.Kind != yaml.ScalarNode || isNull(key) {
			d.add(at, "a key of "+what+" is not a plain word", "write a word before the colon")
			continue
		}
		if before, twice := first[key.Value]; twice {
			d.add(at, fmt.Sprintf("key %s stands twice in %s, first in line %d", quote(key.Value), what, before.line), "keep one of them")
			continue
		}
		first[key.Value] = at
		list = append(list, entry{key.Value, block.Content[i], block.Content[i+1]})
	}
	return list, true
}

// block is entries by name, where only the names in known may stand. A
// mistyped key is a problem, and is then read as what was meant: its value may
// have problems of its own, and the key is not missing.
func (d *decoder) block(n *yaml.Node, what, example string, known []string) (map[string]entry, bool) {
	list, ok := d.entries(n, what, example)
	if !ok {
		return nil, false
	}
	named := make(map[string]entry, len(list))
	mistyped := make([]entry, 0)
	for _, e := range list {
		if contains(known, e.name) {
			named[e.name] = e
			continue
		}
		problem, fix := unknown("key", e.name, known)
		d.add(positionOf(e.key), problem+" in "+what, fix)
		mistyped = append(mistyped, e)
	}
	for _, e := range mistyped {
		meant := nearest(e.name, known)
		if _, given := named[meant]; meant != "" && !given {
			named[meant] = entry{meant, e.key, e.value}
		}
	}
	return named, true
}

// text reads one value as the text that stands in the file, whatever YAML
// takes it for: 0123 stays 0123 and NO stays NO.
func (d *decoder) text(n *yaml.Node, what string) (string, bool) {
	scalar := follow(n)
	switch {
	case scalar.Kind == yaml.MappingNode && len(scalar.Content) == 2 && isNull(scalar.Content[1]): // {COLUMN}
		d.add(positionOf(n), what+" must be a single value", "write one text after the colon, in quotes where it has braces")
	case scalar.Kind != yaml.ScalarNode:
		d.add(positionOf(n), what+" must be a single value", "write one text after the colon")
	case isNull(n):
		d.add(positionOf(n), what+" has no value", "write one after the colon, or remove the key")
	default:
		return scalar.Value, true
	}
	return "", false
}

// word is text that must not be blank; surrounding space is dropped.
func (d *decoder) word(n *yaml.Node, what string) (string, bool) {
	s, ok := d.text(n, what)
	if !ok {
		return "", false
	}
	if s = strings.TrimSpace(s); s == "" {
		d.add(positionOf(n), what+" has no value", "write one after the colon, or remove the key")
		return "", false
	}
	return s, true
}

// placed is a word with its place.
type placed struct {
	text string
	at   position
}

// words reads one word or a list of them.
func (d *decoder) words(n *yaml.Node, what string) []placed {
	list := follow(n)
	if list.Kind != yaml.SequenceNode {
		if s, ok := d.word(n, what); ok {
			return []placed{{s, positionOf(n)}}
		}
		return nil
	}
	if len(list.Content) == 0 {
		d.add(positionOf(n), what+" is an empty list", "name at least one, or remove the key")
	}
	out := make([]placed, 0, len(list.Content))
	for _, item := range list.Content {
		if s, ok := d.word(item, what); ok {
			out = append(out, placed{s, positionOf(item)})
		}
	}
	return out
}
