package archtest

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"kycmigrate/internal/cli"
	"kycmigrate/internal/source/all"
	"kycmigrate/internal/validate"
)

const (
	readme       = "README.md"
	operating    = "docs/OPERATING.md"
	architecture = "docs/ARCHITECTURE.md"
)

// root is the top of the tree, as seen from this package.
var root = filepath.Join("..", "..")

func document(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// documents returns every Markdown file of the product by its path.
func documents(t *testing.T) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && p != root && (strings.HasPrefix(d.Name(), ".") || d.Name() == "runs" || d.Name() == "testdata") {
			return fs.SkipDir
		}
		if strings.HasSuffix(p, ".md") {
			rel, _ := filepath.Rel(root, p)
			found[filepath.ToSlash(rel)] = document(t, filepath.ToSlash(rel))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{readme, operating, architecture, "CHANGELOG.md"} {
		if found[name] == "" {
			t.Fatalf("%s is missing or empty", name)
		}
	}
	return found
}

// migrate runs the program and returns what it wrote.
func migrate(args ...string) (stdout, stderr string) {
	var out, errs bytes.Buffer
	cli.Main(cli.OS{
		Args: args, Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs,
		Env:        func(string) (string, bool) { return "", false },
		IsTerminal: func(any) bool { return false },
		Now:        time.Now,
		Exit:       func(int) {},
	})
	return out.String(), errs.String()
}

var flagName = regexp.MustCompile(`--[a-z][a-z-]+`)

// flagsOf are the flags that the help of a command lists; nil if there is no
// such command.
func flagsOf(command string) []string {
	help, _ := migrate(append([]string{"help"}, strings.Fields(command)...)...)
	_, list, found := strings.Cut(help, "Flags:")
	if !found || !regexp.MustCompile(`(?m)^  migrate `+regexp.QuoteMeta(command)+` `).MatchString(help) {
		return nil
	}
	var flags []string
	for line := range strings.Lines(list) {
		if name := flagName.FindString(line); name != "" {
			flags = append(flags, name)
		}
	}
	return flags
}

// mentioned reports whether a document shows a word as code.
func mentioned(text, word string) bool { return strings.Contains(text, "`"+word+"`") }

// strings of a file's constants whose names match, and of the calls and
// literals that name a code.
type literals struct {
	constant *regexp.Regexp // name of a constant
	call     map[string]int // function whose n-th argument is a code
	field    string         // key of a composite literal
}

func (l literals) in(t *testing.T, pattern string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(root, filepath.FromSlash(pattern)))
	if err != nil || len(files) == 0 {
		t.Fatalf("no file fits %s", pattern)
	}
	var words []string
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		syntax, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(syntax, func(n ast.Node) bool {
			words = append(words, l.word(n)...)
			return true
		})
	}
	if len(words) == 0 {
		t.Fatalf("%s names no code any more: mend this test", pattern)
	}
	return words
}

func (l literals) word(n ast.Node) []string {
	var words []string
	switch n := n.(type) {
	case *ast.ValueSpec:
		for i, name := range n.Names {
			if l.constant != nil && l.constant.MatchString(name.Name) && i < len(n.Values) {
				words = append(words, text(n.Values[i])...)
			}
		}
	case *ast.CallExpr:
		if f, ok := n.Fun.(*ast.Ident); ok {
			if i, ok := l.call[f.Name]; ok && i < len(n.Args) {
				words = text(n.Args[i])
			}
		}
	case *ast.KeyValueExpr:
		if key, ok := n.Key.(*ast.Ident); ok && l.field != "" && key.Name == l.field {
			words = text(n.Value)
		}
	}
	return words
}

// text is the value of a string or number literal, if the expression is one.
func text(e ast.Expr) []string {
	lit, ok := e.(*ast.BasicLit)
	if !ok {
		return nil
	}
	if lit.Kind != token.STRING {
		return []string{lit.Value}
	}
	s, err := strconv.Unquote(lit.Value)
	if err != nil {
		return nil
	}
	return []string{s}
}

func TestEveryExitCodeIsDocumented(t *testing.T) {
	codes := literals{constant: regexp.MustCompile(`^Exit[A-Z]`)}.in(t, "internal/cli/exit.go")
	help, _ := migrate("help", "exit-codes")
	for _, code := range codes {
		if !strings.Contains(document(t, operating), "\n| "+code+" |") {
			t.Errorf("%s has no row for exit code %s", operating, code)
		}
		if !regexp.MustCompile(`(?m)^ +` + code + `  `).MatchString(help) {
			t.Errorf("migrate help exit-codes does not tell of %s", code)
		}
	}
}

func TestEveryFlagOfRunIsDocumented(t *testing.T) {
	flags := flagsOf("run")
	if len(flags) < 10 {
		t.Fatalf("found only %d flags", len(flags))
	}
	for _, flag := range flags {
		if flag != "--help" && !mentioned(document(t, readme), flag) {
			t.Errorf("%s does not mention `%s`", readme, flag)
		}
	}
}

// readerFiles say what readers find in rows.
var readerFiles = []string{
	"internal/source/source.go", "internal/source/idngo/issue.go", "internal/source/jsonfile/fault.go",
	"internal/source/verifime/fault.go", "internal/source/xlsxfile/issues.go",
}

// Every code of a reader is known to be one where mappings are read.
func TestEveryCodeOfAReaderIsListed(t *testing.T) {
	var want []string
	for _, file := range readerFiles {
		want = append(want, literals{constant: regexp.MustCompile(`^Code[A-Z]`)}.in(t, file)...)
	}
	listed := all.Codes()
	slices.Sort(want)
	slices.Sort(listed)
	if !slices.Equal(want, listed) {
		t.Errorf("the readers have the codes\n%q\nand all.Codes lists\n%q", want, listed)
	}
}

func TestEveryCodeIsDocumented(t *testing.T) {
	var codes []string
	for _, rule := range validate.Rules() {
		codes = append(codes, rule.Code)
	}
	constants := literals{constant: regexp.MustCompile(`^([cC]ode[A-Z]|reason[A-Z]|app[A-Z])`)}
	for _, file := range append([]string{"internal/mapper/issue.go", "internal/uploader/issues.go", "internal/argos/codes.go", "internal/inspect/traps.go"}, readerFiles...) {
		codes = append(codes, constants.in(t, file)...)
	}
	stops := literals{field: "Code", call: map[string]int{"bindingStop": 0}}
	codes = append(codes, stops.in(t, "internal/uploader/*.go")...)
	errors := literals{field: "Code", call: map[string]int{"usage": 0}}
	codes = append(codes, errors.in(t, "internal/cli/*.go")...)
	for _, code := range codes {
		if !mentioned(document(t, operating), code) {
			t.Errorf("%s does not explain `%s`", operating, code)
		}
	}
}

func TestEveryKeyOfJSONIsDocumented(t *testing.T) {
	out, _ := migrate("run", "--json")
	var object map[string]any
	if err := json.Unmarshal([]byte(out), &object); err != nil {
		t.Fatal(err)
	}
	for key := range object {
		if !mentioned(document(t, operating), key) {
			t.Errorf("%s does not explain the key `%s` of --json", operating, key)
		}
	}
}

func TestEveryFileOfTheRunDirectoryIsDocumented(t *testing.T) {
	names := literals{constant: regexp.MustCompile(`^file[A-Z]`)}.in(t, "internal/cli/rundir.go")
	names = append(names, literals{constant: regexp.MustCompile(`^(ledger|secret|mark|lock|reserve|rescue)Name$`)}.in(t, "internal/checkpoint/*.go")...)
	for _, name := range names {
		if !regexp.MustCompile("(?m)^\\| .*`" + regexp.QuoteMeta(name) + "`.* \\|").MatchString(document(t, operating)) {
			t.Errorf("%s has no row for the file `%s`", operating, name)
		}
	}
}

func TestTheImportTableIsTheDocumentedOne(t *testing.T) {
	text := document(t, architecture)
	for dir, allowed := range rooms {
		if dir == "internal/archtest" || strings.HasSuffix(dir, "test") {
			continue
		}
		want := "nothing"
		switch {
		case dir == "internal/cli":
			want = "everything"
		case len(allowed) > 0:
			want = ""
			for _, room := range allowed {
				want += "`" + strings.TrimPrefix(room, "internal/") + "` "
			}
		}
		row := "| `" + dir + "` | " + strings.TrimSpace(want)
		if !strings.Contains(text, row+" |") && !strings.Contains(text, row+",") {
			t.Errorf("%s has no row that begins with: %s", architecture, row)
		}
	}
}

var (
	link   = regexp.MustCompile(`\]\(([^)\s]+)\)`)
	header = regexp.MustCompile(`(?m)^#+ (.+)$`)
)

// anchors are the fragments that a Markdown file can be linked at.
func anchors(text string) []string {
	var all []string
	for _, m := range header.FindAllStringSubmatch(text, -1) {
		slug := regexp.MustCompile(`[^\p{L}\p{N} _-]`).ReplaceAllString(strings.ToLower(m[1]), "")
		all = append(all, strings.ReplaceAll(slug, " ", "-"))
	}
	return all
}

func TestEveryLinkLeadsSomewhere(t *testing.T) {
	all := documents(t)
	for name, text := range all {
		for _, m := range link.FindAllStringSubmatch(text, -1) {
			target, fragment, _ := strings.Cut(m[1], "#")
			if strings.Contains(m[1], "://") {
				continue
			}
			file := name
			if target != "" {
				file = filepath.ToSlash(filepath.Join(filepath.Dir(name), target))
			}
			if _, err := os.Stat(filepath.Join(root, file)); err != nil {
				t.Errorf("%s: the link %s leads nowhere", name, m[1])
			} else if fragment != "" && !slices.Contains(anchors(all[file]), fragment) {
				t.Errorf("%s: %s has no heading for #%s", name, file, fragment)
			}
		}
	}
}

var (
	console = regexp.MustCompile("(?s)```console\n(.*?)```")
	inline  = regexp.MustCompile("`((?:migrate|make) [^`\n]+)`")
)

// commands are the command lines that a document tells its reader to type.
func commands(text string) []string {
	var lines []string
	for _, block := range console.FindAllStringSubmatch(text, -1) {
		for line := range strings.Lines(block[1]) {
			if command, ok := strings.CutPrefix(line, "$ "); ok {
				lines = append(lines, strings.TrimPrefix(strings.TrimSpace(command), "bin/"))
			}
		}
	}
	for _, m := range inline.FindAllStringSubmatch(text, -1) {
		lines = append(lines, m[1])
	}
	return lines
}

func TestEveryCommandExists(t *testing.T) {
	makefile := document(t, "Makefile")
	seen := 0
	for name, text := range documents(t) {
		for _, line := range commands(text) {
			words := strings.Fields(line)
			switch {
			case len(words) > 1 && words[0] == "make":
				seen++
				if !strings.Contains(makefile, "\n"+words[1]+":") {
					t.Errorf("%s: %s: there is no such target", name, line)
				}
			case len(words) > 2 && words[0] == "migrate" && (words[1] == "pull" || words[1] == "mapping"):
				seen++
				checkCommand(t, name, line, words[1]+" "+words[2])
			case len(words) > 1 && words[0] == "migrate" && words[1] != "help":
				seen++
				checkCommand(t, name, line, words[1])
			}
		}
	}
	if seen < 20 {
		t.Errorf("found only %d commands: is this test looking in the right place?", seen)
	}
}

func checkCommand(t *testing.T, name, line, command string) {
	t.Helper()
	known := flagsOf(command)
	if known == nil {
		t.Errorf("%s: %s: there is no such command", name, line)
		return
	}
	line, _, _ = strings.Cut(line, " & ")
	for _, flag := range flagName.FindAllString(line, -1) {
		if !slices.Contains(known, flag) {
			t.Errorf("%s: %s: the command has no flag %s", name, line, flag)
		}
	}
}

// What the README shows of a dry run is what a dry run says.
func TestTheReadmeShowsWhatADryRunSays(t *testing.T) {
	text := document(t, readme)
	run := filepath.Join(t.TempDir(), "run")
	t.Chdir(root)
	args := []string{"validate", "--source", "samples/customers.csv", "--mapping", "samples/mapping.yaml"}
	_, said := migrate(append(args, "--run", run)...)
	said = strings.NewReplacer(" --run "+run, "", run, "runs/samples").Replace(said)
	said = regexp.MustCompile(`after [0-9.]+s`).ReplaceAllString(said, "after 0.1s")
	if want := "$ migrate " + strings.Join(args, " ") + "\n" + said + "```"; !strings.Contains(text, want) {
		t.Errorf("%s does not show this:\n%s", readme, want)
	}
}
