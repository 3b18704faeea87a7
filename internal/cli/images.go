package cli

import (
	"errors"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kycmigrate/internal/mapper"
	"kycmigrate/internal/source"
	"kycmigrate/internal/source/all"
	"kycmigrate/internal/validate"
)

// imageFlags are the flags of images, as given.
type imageFlags struct {
	source, mapping, out, envFile string
	repair, force, alike, quiet   bool
	budget, limit                 int64
	copies                        string // where mended copies can go: out, unless that is not apart from the originals
}

func (a *app) imagesCommand() *cobra.Command {
	v := &imageFlags{}
	cmd := &cobra.Command{
		Use:   "images",
		Short: "Look into the pictures: what is unusable, doubtful or left over; and mend copies",
		Long: `images reads the source as a run would, looks into every picture that a row
names, and writes images-findings.csv: pictures that are missing, broken, too
big, tiny, blank, lying on their side, the same for two people or for two sides
of a card, and files that no row names. It sends nothing.

With --repair it also makes a new folder of pictures, with the same names, in
which what can be mended is mended: turned upright, made smaller to fit, and
BMP, TIFF and WebP made JPEG. What is encoded anew loses its metadata. The
originals are never touched. images.csv tells what became of each picture, with
its hashes. The same command goes on where it was stopped, and leaves alone what
you have replaced among the copies since.`,
		Example: `  migrate images --source customers.csv --mapping mappings/bank-csv.yaml
  migrate images --source customers.csv --mapping mappings/bank-csv.yaml --alike --json
  migrate images --source customers.csv --mapping mappings/bank-csv.yaml --repair --out mended --budget 2000000`,
		Args: noArgs,
	}
	v.register(cmd.Flags())
	a.jsonFlag(cmd.Flags())
	cmd.RunE = act(func(cmd *cobra.Command, _ []string) error {
		if err := v.check(cmd); err != nil {
			return err
		}
		return a.images(v)
	})
	return cmd
}

func (v *imageFlags) register(f *pflag.FlagSet) {
	f.StringVar(&v.source, "source", "", "what to read, as for migrate run (required)")
	f.StringVar(&v.mapping, "mapping", "", "the mapping `file` (required)")
	f.StringVar(&v.out, "out", "", "the `directory` to write to (default runs/<name of the mapping>-images)")
	f.BoolVar(&v.repair, "repair", false, "make mended copies, in images/ of --out")
	f.BoolVar(&v.force, "force", false, "write to --out though it holds other files")
	f.BoolVar(&v.alike, "alike", false, "look for pictures of two people that look the same, not only for the same file")
	f.Int64Var(&v.budget, "budget", 0, "the most `bytes` that a mended picture may have (default images.max_bytes of the mapping)")
	f.Int64Var(&v.limit, "limit", 0, "read at most this many records; 0 reads all")
	f.StringVar(&v.envFile, "env-file", "", "read environment variables from this `file`; the real environment wins")
	f.BoolVar(&v.quiet, "quiet", false, "no progress; the summary is still printed")
}

// leastBudget is the smallest picture that a repair is asked for: below it
// nothing can be read.
const leastBudget = 20_000

func (v *imageFlags) check(cmd *cobra.Command) error {
	bad := func(format string, args ...any) error {
		return usage("usage", "see: "+cmd.CommandPath()+" --help", format, args...)
	}
	switch {
	case v.source == "":
		return bad("--source is missing: what is to be read?")
	case v.mapping == "":
		return bad("--mapping is missing: which mapping file?")
	case v.limit < 0:
		return bad("--limit %d: must be 0 (all) or more", v.limit)
	case v.budget != 0 && v.budget < leastBudget:
		return bad("--budget %d: must be at least %d bytes", v.budget, leastBudget)
	case v.budget != 0 && !v.repair, v.force && !v.repair:
		return bad("--budget and --force are for --repair")
	}
	return nil
}

// images is migrate images.
func (a *app) images(v *imageFlags) (err error) {
	if err := a.loadEnvFile(v.envFile); err != nil {
		return err
	}
	m, err := a.loadMapping(v.mapping, toLook, &flags{})
	if err != nil {
		return err
	}
	if len(m.PictureColumns()) == 0 {
		say(a.err, "warning: %s names no columns of pictures, so there is nothing to look at; add images: {root: FOLDER, idImage: {from: COLUMN}}\n", m.Path)
	}
	m.DropBadImages = false // every picture that could not be sent is to be told
	if v.budget == 0 {
		v.budget = m.ImageMaxBytes
	}
	if v.budget > m.ImageMaxBytes {
		return usage("usage", "leave --budget out, or raise images.max_bytes", "--budget %d is over images.max_bytes of the mapping, %d", v.budget, m.ImageMaxBytes)
	}
	v.copies = outFor(v.out, m)
	if v.out == "" {
		v.out = v.copies
	}
	spec, err := a.imagesSpec(v, m)
	if err != nil {
		return err
	}
	drop, err := a.scratch(v.source, &spec)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, drop()) }()
	result := &imagesResult{title: m.Name, root: m.ImageRoot, flags: v, all: v.limit == 0}
	a.ender = result
	return a.examine(result, v, m, spec)
}

// outFor chooses the directory for mended copies: the one that was named, or else that of
// the mapping, if it is apart from its originals. Those may be copies of an earlier repair.
func outFor(named string, m *mapper.Mapping) string {
	usual := defaultRunDir(m.Name) + "-images"
	for _, dir := range []string{named, usual} {
		if dir != "" && (&imagesDir{path: dir}).apartFrom(m.ImageRoot) == nil {
			return dir
		}
	}
	return usual + "-mended"
}

// imagesSpec says what to read.
func (a *app) imagesSpec(v *imageFlags, m *mapper.Mapping) (source.Spec, error) {
	spec := source.Spec{
		Kind: m.Source.Kind, Options: m.Source.Options, Key: m.Key, Columns: m.Columns(), Pictures: m.PictureColumns(),
	}
	var err error
	spec.Path, err = a.locate("--source", m.Source.Kind, &v.source)
	spec.AsSource = writtenAs(spec.Path)
	return spec, err
}

// examine opens everything and looks into the pictures.
func (a *app) examine(result *imagesResult, v *imageFlags, m *mapper.Mapping, spec source.Spec) (err error) {
	reader, err := all.Open(a.stop.Soft, spec)
	if err != nil {
		return usage("source", "check --source and the source block of "+m.Path, "%w", err)
	}
	defer func() { err = errors.Join(err, reader.Close()) }()
	for _, w := range reader.Warnings() {
		say(a.err, "warning: %s: %s\n", v.source, w)
	}
	plan, err := m.Compile(reader.Columns())
	if err != nil {
		return usage("mapping", "make the mapping and the columns of the source agree", "%w", err)
	}
	pictures, err := openPictures(m, reader)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, pictures.Close()) }()
	out, err := openImagesDir(v, m.ImageRoot, pictures)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	column := func(field string) string { return strings.Join(plan.Columns(field), ", ") }
	validator := validate.New(validate.Options{
		Pictures: pictures, ImageMaxBytes: m.ImageMaxBytes, Today: a.started, Column: column, Severities: m.Severities,
	})
	d := newDoctor(a, result, v, plan, pictures, validator, validate.NewLikeness(v.alike, column), out)
	d.maxBytes, d.stated = m.ImageMaxBytes, m.Severities
	return d.run(reader)
}

// imagesDir is the directory that images writes to.
type imagesDir struct {
	path string
	root *os.Root // nil where nothing is mended
	own  string   // its path within the image root, with slashes; "" where it lies elsewhere
}

// The files of that directory. Scripts hold on to these names.
const (
	imagesFindings = "images-findings.csv"
	imagesList     = "images.csv"
	imagesTree     = "images"
	imagesTemp     = ".migrate-images" // while it works, and after it was stopped
)

func (o *imagesDir) file(name string) string { return filepath.Join(o.path, name) }

// openImagesDir makes the directory, or takes the one of an earlier command.
func openImagesDir(v *imageFlags, root string, pictures *pictureStore) (*imagesDir, error) {
	o := &imagesDir{path: v.out, own: ownPath(v.out, root)}
	if v.repair && pictures.root == nil {
		return nil, usage("images", "state images.root in the mapping, the folder that its columns of pictures lead into; pictures that a database holds are mended there",
			"the mapping has no images.root, so there is nothing to mend copies of")
	}
	if err := o.apartFrom(root); v.repair && err != nil {
		return nil, err
	}
	if !v.force && !o.ours() {
		hint := "name a directory that is empty or not there yet"
		if v.repair && o.own == "" {
			hint += ", or add --force"
		}
		return nil, usage("images_out", hint, "%s holds other files", v.out)
	}
	if err := os.MkdirAll(v.out, 0o700); err != nil {
		return nil, usage("images_out", "name another directory with --out", "the directory %s cannot be made: %w", v.out, err)
	}
	made := errors.Join(os.RemoveAll(o.file(imagesTemp)), os.Mkdir(o.file(imagesTemp), 0o700))
	if !v.repair || made != nil {
		return o, made
	}
	if err := os.MkdirAll(o.file(imagesTree), 0o700); err != nil {
		return nil, err
	}
	var err error
	o.root, err = os.OpenRoot(v.out)
	return o, err
}

// ours reports whether the directory is not there, is empty, or was written to
// by an earlier command of this kind.
func (o *imagesDir) ours() bool {
	entries, err := os.ReadDir(o.path)
	if err != nil || len(entries) == 0 {
		return true // what is wrong with it, making it will tell
	}
	for _, name := range []string{imagesFindings, imagesList, imagesTemp} {
		if _, err := os.Lstat(o.file(name)); err == nil {
			return true
		}
	}
	return false
}

// apartFrom refuses a directory that is the image root, or whose copies would stand in it
// or above it: originals would be overwritten. It may lie within the root, as runs/ does
// within the folder of a mapping: no row may name what is in it (holds), and the search for
// pictures that no row names leaves it out.
func (o *imagesDir) apartFrom(root string) error {
	if root == "" {
		return nil
	}
	out, tree, originals := realPath(o.path), realPath(o.file(imagesTree)), realPath(root)
	if out == originals || within(originals, tree) {
		return usage("images_out", "name a directory outside of it with --out", "%s and the image root %s are not apart", o.path, root)
	}
	return nil
}

// ownPath is the path of a directory within the image root, "" where it is not in it.
func ownPath(out, root string) string {
	if root == "" {
		return ""
	}
	rel, err := filepath.Rel(realPath(root), realPath(out))
	if err != nil || rel == "." || !filepath.IsLocal(rel) {
		return ""
	}
	return filepath.ToSlash(rel)
}

// holds reports whether a picture that a row names lies in the directory itself, which is
// for copies.
func (o *imagesDir) holds(name string) bool {
	return o.own != "" && within(path.Clean(filepath.ToSlash(name)), o.own)
}

// realPath is a path from the root, without links as far as it exists.
func realPath(name string) string {
	name = absolute(name)
	rest := ""
	for dir := name; ; dir = filepath.Dir(dir) {
		if real, err := filepath.EvalSymlinks(dir); err == nil {
			return filepath.Join(real, rest)
		}
		if dir == filepath.Dir(dir) {
			return name
		}
		rest = filepath.Join(filepath.Base(dir), rest)
	}
}

// within reports whether a path is a directory or something in it.
func within(name, dir string) bool {
	rel, err := filepath.Rel(dir, name)
	return err == nil && filepath.IsLocal(rel)
}

// finish removes what tells that the command was stopped.
func (o *imagesDir) finish() error { return os.RemoveAll(o.file(imagesTemp)) }

// Close closes the directory.
func (o *imagesDir) Close() error {
	if o.root == nil {
		return nil
	}
	return o.root.Close()
}
