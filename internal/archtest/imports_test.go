package archtest

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// module is the path that our own imports start with.
const module = "kycmigrate/"

// rooms says which packages of ours each may import outside its tests.
// Everything may be imported by cli, and nothing but cli by cmd/migrate.
var rooms = map[string][]string{
	"internal/kyc":                    {},
	"internal/source":                 {"internal/kyc", "internal/spill", "internal/text"},
	"internal/source/csvfile":         {"internal/kyc", "internal/source", "internal/text"},
	"internal/source/sqldb":           {"internal/kyc", "internal/source", "internal/sqlite", "internal/text"},
	"internal/source/sqldb/sqldbtest": {}, // starts servers for tests
	"internal/source/xlsxfile":        {"internal/kyc", "internal/source", "internal/text"},
	"internal/source/jsonfile":        {"internal/kyc", "internal/source"},
	"internal/source/verifime":        {"internal/kyc", "internal/source"},
	"internal/source/idngo":           {"internal/kyc", "internal/source", "internal/source/jsonfile"},
	"internal/text":                   {}, // what is known of writing, whatever it says
	"internal/inspect":                {"internal/kyc", "internal/text"},
	"internal/draft":                  {"internal/kyc", "internal/idnumber", "internal/inspect", "internal/mapper"}, // judges what inspect found, and writes nothing that the mapper does not read
	"internal/idngo":                  {"internal/source"},                                                          // a client of another vendor, for the most that a record may be
	"internal/source/all": { // the table of the kinds
		"internal/source", "internal/source/csvfile", "internal/source/idngo", "internal/source/jsonfile", "internal/source/sqldb", "internal/source/verifime", "internal/source/xlsxfile",
	},
	"internal/source/sourcetest": {"internal/kyc", "internal/source"}, // the conformance suite of the family
	"internal/mapper":            {"internal/kyc", "internal/text"},
	"internal/idnumber":          {},
	"internal/spill":             {},
	"internal/sqlite":            {}, // one connection and its statements
	"internal/picture":           {}, // one picture: of records it knows nothing
	"internal/validate":          {"internal/kyc", "internal/idnumber", "internal/picture", "internal/spill", "internal/text"},
	"internal/oneshot":           {}, // one request to one host, and what left of it
	"internal/argos":             {"internal/kyc", "internal/oneshot"},
	"internal/checkpoint":        {"internal/kyc", "internal/sqlite"},
	"internal/pipeline":          {"internal/kyc"},
	"internal/report":            {"internal/kyc"},
	"internal/uploader":          {"internal/kyc", "internal/argos", "internal/checkpoint"},
	"internal/sandbox":           {}, // written from the contract alone, so that it can contradict argos
	"internal/archtest":          {},
	"internal/cli": {
		"internal/kyc", "internal/source", "internal/source/all", "internal/idngo", "internal/mapper", "internal/validate", "internal/argos", "internal/checkpoint",
		"internal/pipeline", "internal/report", "internal/uploader", "internal/sandbox", "internal/inspect", "internal/draft", "internal/picture",
	},
	"cmd/migrate": {"internal/cli"},
}

// homes says where each third-party library may be imported outside tests.
// One home each; where there are two, the reason stands beside them.
var homes = map[string][]string{
	"go.yaml.in/yaml/v4":              {"internal/mapper"},
	"github.com/biter777/countries":   {"internal/mapper"},
	"github.com/jalaali/go-jalaali":   {"internal/mapper"},
	"golang.org/x/text":               {"internal/mapper", "internal/draft", "internal/source/csvfile"}, // forms of text in values and in names of columns, and encodings of files
	"golang.org/x/net":                {"internal/source/csvfile", "internal/validate"},                 // encodings of files, and ends of domains
	"github.com/bmatcuk/doublestar":   {"internal/source"},
	"github.com/xuri/excelize":        {"internal/source/xlsxfile"},
	"github.com/klauspost/compress":   {"internal/source"},
	"github.com/gogs/chardet":         {"internal/source/csvfile"},
	"github.com/wlynxg/chardet":       {"internal/source/csvfile"},
	"github.com/gabriel-vasile":       {"internal/picture"},
	"github.com/bep/imagemeta":        {"internal/picture"},
	"github.com/gen2brain/heic":       {"internal/picture"}, // with the tags heic,nodynamic
	"golang.org/x/image":              {"internal/picture"},
	"golang.org/x/time":               {"internal/uploader", "internal/idngo"},                     // each vendor has a pace of its own
	"golang.org/x/sync":               {"internal/uploader", "internal/idngo", "internal/picture"}, // workers of a run, and of a pull; memory of pictures
	"github.com/cenkalti/backoff":     {"internal/idngo"},
	"zombiezen.com/go/sqlite":         {"internal/sqlite"},
	"modernc.org/sqlite":              {"internal/source/sqldb", "internal/source/sqldb/sqldbtest"}, // tells how columns were declared, as the one above does not
	"github.com/segmentio/asm":        {"internal/text"},
	"github.com/jackc/pgx":            {"internal/source/sqldb", "internal/source/sqldb/sqldbtest"},
	"github.com/go-sql-driver/mysql":  {"internal/source/sqldb", "internal/source/sqldb/sqldbtest"},
	"github.com/microsoft/go-mssqldb": {"internal/source/sqldb"},
	"github.com/sijms/go-ora":         {"internal/source/sqldb"},                 // with the tag oracle
	"github.com/gofrs/flock":          {"internal/checkpoint", "internal/idngo"}, // run directories, and export directories
	"github.com/gocarina/gocsv":       {"internal/report"},
	"github.com/spf13/cobra":          {"internal/cli"},
	"github.com/spf13/pflag":          {"internal/cli"}, // the type of cobra's flag sets
	"go.uber.org/zap":                 {"internal/cli"},
	"github.com/schollz/progressbar":  {"internal/cli"},
	"github.com/jedib0t/go-pretty":    {"internal/cli"},
	"github.com/joho/godotenv":        {"internal/cli"},
	"golang.org/x/term":               {"internal/cli"},
	"github.com/ncruces/go-strftime":  {"internal/mapper"},
	"github.com/expr-lang/expr":       {"internal/mapper"},
	"github.com/google/go-cmp":        {}, // tests only, as those below
	"pgregory.net/rapid":              {},
	"go.uber.org/goleak":              {},
	"github.com/rogpeppe/go-internal": {},
	"github.com/santhosh-tekuri":      {},
}

// file is one Go file of the tree, with what it imports.
type file struct {
	path    string // relative to the root, with slashes
	dir     string
	test    bool
	imports []string
}

// tree parses the imports of every Go file of the product.
func tree(t *testing.T) []file {
	t.Helper()
	root := filepath.Join("..", "..")
	var files []file
	for _, top := range []string{"cmd", "internal"} {
		err := filepath.WalkDir(filepath.Join(root, top), func(p string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(p, ".go") {
				return err
			}
			if strings.Contains(filepath.ToSlash(p), "/testdata/") {
				return nil
			}
			f, err := parse(root, p)
			files = append(files, f)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(files) < 10 {
		t.Fatalf("found only %d Go files: is this the right place?", len(files))
	}
	return files
}

func parse(root, name string) (file, error) {
	rel, err := filepath.Rel(root, name)
	if err != nil {
		return file{}, err
	}
	rel = filepath.ToSlash(rel)
	f := file{path: rel, dir: path.Dir(rel), test: strings.HasSuffix(rel, "_test.go")}
	syntax, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
	if err != nil {
		return f, err
	}
	for _, spec := range syntax.Imports {
		p, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return f, err
		}
		f.imports = append(f.imports, p)
	}
	return f, nil
}

func TestRoomsKnowOnlyWhatTheyMay(t *testing.T) {
	for _, f := range tree(t) {
		allowed, known := rooms[f.dir]
		if !known {
			t.Errorf("%s: the package %s is not in the import table", f.path, f.dir)
			continue
		}
		if f.test {
			continue
		}
		for _, imp := range f.imports {
			ours, found := strings.CutPrefix(imp, module)
			if found && !slices.Contains(allowed, ours) {
				t.Errorf("%s imports %s, which the import table does not allow", f.path, ours)
			}
		}
	}
}

// The rooms that a dry run is made of must not even be able to send.
func TestOnlyTheClientTalksHTTP(t *testing.T) {
	may := []string{
		"internal/argos", "internal/sandbox", "internal/cli",
		"internal/oneshot", // carries what argos hands it
		"internal/idngo",   // reads from another vendor, and cannot reach ARGOS
	}
	for _, f := range tree(t) {
		if !f.test && slices.Contains(f.imports, "net/http") && !slices.Contains(may, f.dir) {
			t.Errorf("%s imports net/http: calls are made by internal/argos alone", f.path)
		}
	}
}

func TestEachLibraryHasOneHome(t *testing.T) {
	for _, f := range tree(t) {
		for _, imp := range f.imports {
			if first, _, _ := strings.Cut(imp, "/"); !strings.Contains(first, ".") {
				continue // the standard library, or ours
			}
			lib, allowed := home(imp)
			switch {
			case lib == "":
				t.Errorf("%s imports %s, which has no home in this table", f.path, imp)
			case !f.test && !slices.Contains(allowed, f.dir):
				t.Errorf("%s imports %s, whose home is %s", f.path, imp, strings.Join(allowed, ", "))
			}
		}
	}
}

func home(imp string) (lib string, allowed []string) {
	for lib, allowed := range homes {
		if imp == lib || strings.HasPrefix(imp, lib+"/") {
			return lib, allowed
		}
	}
	return "", nil
}
