package mapper

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"kycmigrate/internal/kyc"
)

// maxFileSize bounds a mapping file.
const maxFileSize = 1 << 20

// DefaultImageMaxBytes is the largest picture sent unless images.max_bytes
// says else.
const DefaultImageMaxBytes = 7_500_000

// LoadOptions is what Load needs from outside the file.
type LoadOptions struct {
	// Env looks up an environment variable for ${NAME}. Without it every
	// variable is unset.
	Env func(name string) (string, bool)
	// NeedEnv makes an unset variable a problem; otherwise it is a warning.
	NeedEnv bool
	// WithoutAdmin leaves admin unread: where nothing is sent and nobody is told
	// who would act, whether its variable is set is no matter.
	WithoutAdmin bool
	// Now decides the century of two-digit years; the zero value is the
	// current time.
	Now time.Time
	// Codes are the codes of rules elsewhere, which no rule of the mapping may
	// take for its own. Those of this package need not be among them.
	Codes []string
	// ReaderCodes are the codes of what a reader finds before there is a record
	// to judge. No rule of the mapping may take one, nor change its severity.
	ReaderCodes []string
	// Adjustable are those of Codes whose severity a mapping may change.
	Adjustable []string
	// Packs names groups of Adjustable codes, whose severity may be changed
	// together. No name is a code.
	Packs map[string][]string
}

// Mapping is a checked mapping file. It is not changed after Load and may be
// read from many goroutines.
type Mapping struct {
	Path   string      // as given to Load
	Name   string      // the name, safe as the name of a directory
	Source SourceBlock // how to read the source
	Key    []string    // columns that identify a record, in order
	// Marker is the custom field that carries the keyed mark, or kyc.NoField.
	Marker kyc.Field
	// Admin is the admin of the run with its variables expanded, "" if unset.
	Admin string
	// ImageRoot is the absolute folder that picture paths start from, "" when
	// no picture is mapped.
	ImageRoot string
	// ImageRootPlace is where the mapping says so, file:line:col.
	ImageRootPlace string
	ImageMaxBytes  int64 // largest picture in bytes
	// DropBadImages says that a picture with a problem is left out instead of
	// rejecting its row.
	DropBadImages bool
	// Severities is what the mapping says of rules elsewhere, by their codes.
	Severities map[string]kyc.Severity
	Hash       string // hex SHA-256 of the file's bytes
	// Files are those beside the mapping that it names, in the order of their
	// names, as they were read.
	Files    []File
	Warnings []string // what is allowed but worth a look, each with its place

	keys       []column
	rules      []rule
	pictures   []pictureRule
	exclusions []exclusion
	own        []ownRule
	tests      []Test
	unread     problems // columns of tests that nothing reads
	today      time.Time
}

// File is a file that a mapping names: a lookup, or a list of keys.
type File struct {
	Path string // as the mapping writes it
	Hash string // hex SHA-256 of its bytes
}

// SourceBlock is the source block of a mapping.
type SourceBlock struct {
	Kind string // csv, xlsx, jsonl, sql, idngo or verifime
	// Options are the keys of the block named after the kind, as they stand in
	// the file, with variables expanded; those of a block within it are joined
	// by dots. They may hold secrets.
	Options map[string]string

	places map[string]string
}

// Position returns where an option stands, "file:line:col", or where the kind
// stands for an option that is not given.
func (s SourceBlock) Position(option string) string {
	if place, ok := s.places[option]; ok {
		return place
	}
	return s.places["kind"]
}

// Maps reports whether the mapping fills the field.
func (m *Mapping) Maps(f kyc.Field) bool {
	for i := range m.rules {
		if m.rules[i].field == f {
			return true
		}
	}
	return false
}

// Columns lists the columns that the mapping reads, as it writes them, each
// once: first the key, then fields, pictures and conditions in their order.
func (m *Mapping) Columns() []string {
	all := slices.Clone(m.keys)
	for i := range m.rules {
		all = append(append(all, m.rules[i].columns...), m.rules[i].when.reads()...)
	}
	for _, p := range m.pictures {
		all = append(append(all, p.column), p.when.reads()...)
	}
	for i := range m.exclusions {
		all = append(all, m.exclusions[i].when.reads()...)
	}
	for i := range m.own {
		all = append(all, m.own[i].when.reads()...)
	}
	names := make([]string, 0, len(all))
	for _, c := range all {
		if !slices.Contains(names, c.text) {
			names = append(names, c.text)
		}
	}
	return names
}

// OwnCodes lists the codes of the rules that the mapping adds.
func (m *Mapping) OwnCodes() []string {
	codes := make([]string, len(m.own))
	for i := range m.own {
		codes[i] = m.own[i].issue.Code
	}
	return codes
}

// PictureColumns lists the columns that pictures are taken from.
func (m *Mapping) PictureColumns() []string {
	names := make([]string, len(m.pictures))
	for i, p := range m.pictures {
		names[i] = p.column.text
	}
	return names
}

// Load reads and checks a mapping file. Everything wrong with it comes back at
// once as an *Error; any other error means that the file could not be read.
func Load(path string, o LoadOptions) (*Mapping, error) {
	data, err := readFile(path)
	if err != nil {
		return nil, err
	}
	return parse(path, data, o)
}

func readFile(path string) ([]byte, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("there is no mapping file %s; check --mapping: %w", path, fs.ErrNotExist)
	}
	if err != nil {
		return nil, fmt.Errorf("open mapping file: %w", err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxFileSize+1))
	if err != nil {
		return nil, fmt.Errorf("read mapping file %s: %w", path, err)
	}
	if len(data) > maxFileSize {
		return nil, fmt.Errorf("mapping file %s is larger than 1 MiB; check that --mapping names the mapping and not the data", path)
	}
	return data, nil
}

// parse checks the bytes of a mapping file.
func parse(path string, data []byte, o LoadOptions) (*Mapping, error) {
	if o.Now.IsZero() {
		o.Now = time.Now()
	}
	sum := sha256.Sum256(data)
	d := &decoder{
		problems: problems{path: path},
		options:  o,
		m: &Mapping{
			Path: path, Marker: kyc.NoField, ImageMaxBytes: DefaultImageMaxBytes,
			Hash: hex.EncodeToString(sum[:]), today: o.Now,
		},
	}
	if root, ok := d.parseYAML(data); ok {
		d.mapping(root)
		d.undecided(root)
	}
	if err := d.err(); err != nil {
		return nil, err
	}
	for _, w := range d.warnings.sorted() {
		d.m.Warnings = append(d.m.Warnings, w.in(path))
	}
	return d.m, nil
}

// resolveRoot makes the picture folder absolute, starting from the mapping.
func resolveRoot(mappingPath, root string) (string, error) {
	if !filepath.IsAbs(root) {
		root = filepath.Join(filepath.Dir(mappingPath), root)
	}
	return filepath.Abs(root)
}
