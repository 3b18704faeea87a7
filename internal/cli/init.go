package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"kycmigrate/internal/draft"
	"kycmigrate/internal/inspect"
	"kycmigrate/internal/mapper"
	"kycmigrate/internal/source"
	"kycmigrate/internal/source/all"
)

// initFlags are the flags of init, as given.
type initFlags struct {
	inspectFlags
	out   string
	force bool
}

func (a *app) initCommand() *cobra.Command {
	v := &initFlags{}
	cmd := &cobra.Command{
		Use:   "init SOURCE",
		Short: "Draft a mapping for a source that nobody has described",
		Long: `init reads a source from its first row to its last and drafts a mapping for it:
which column each field comes from, by the names of the columns in many
languages and by what is in them; what the codes of a status, a sex or a type of
document mean; how dates are written, as far as the rows prove it; and which
column identifies a record.

Above each field stands how sure it is and why. What is not sure is TODO, and
nothing takes the file while one is left: the mapping says, with its line, what
is to be decided. The file holds no value of a customer, only codes that many
rows share. init sends nothing and overwrites nothing unless told to.`,
		Example: `  migrate init customers.csv
  migrate init export.xlsx --option sheet=Customers --out mappings/bank.yaml
  migrate init 'postgres://me:${DB_PASSWORD}@host/db' --option table=kyc.customers
  migrate init customers.csv --json`,
	}
	f := cmd.Flags()
	f.StringVar(&v.out, "out", "", "write the mapping to this `file` (default: the name of the source, with .yaml, here)")
	f.BoolVar(&v.force, "force", false, "overwrite the file if it is there")
	a.sourceFlags(cmd, &v.inspectFlags, draftable())
	cmd.RunE = act(func(_ *cobra.Command, args []string) error {
		v.source = args[0]
		return a.init(v)
	})
	return cmd
}

// ready are the kinds that a mapping ships for.
var ready = map[string]string{"idngo": "mappings/idngo.yaml", "verifime": "mappings/verifime.yaml"}

func draftable() []string {
	return slices.DeleteFunc(all.Kinds(), func(kind string) bool { return ready[kind] != "" })
}

// init is migrate init.
func (a *app) init(v *initFlags) error {
	if file := ready[v.kind]; file != "" {
		return usage("usage", "copy "+file+", fill in what it leaves open, and look at the result with migrate validate",
			"the form of %s is known: nothing is to be drafted", v.kind)
	}
	if v.out == "" {
		v.out = v.name() + ".yaml"
	}
	if err := v.mayWrite(); err != nil {
		return err
	}
	sample := draft.NewSample()
	found, profile, err := a.explore(&v.inspectFlags, sample.Add)
	if err != nil {
		return err
	}
	if err := tooWide(found); err != nil {
		return err
	}
	kind, settings := v.settings(found)
	if found.open != nil {
		settings = askEncoding(settings, found.open)
	}
	made := draft.Make(profile, found.Result, sample, draft.Options{
		Name: safeWord(strings.TrimSuffix(filepath.Base(v.out), filepath.Ext(v.out))), Source: v.source, Kind: kind, Settings: settings,
		Preface: found.preface, Now: a.os.Now(), Root: v.pictureFolder, Look: v.lookAt,
	})
	if err := v.write(made.Text); err != nil {
		return err
	}
	answer := &drafted{Source: v.source, Kind: kind, Rows: found.Rows, Out: v.out, Draft: made, Warnings: found.Warnings}
	if answer.Todos, err = todosOf(v.out, a); err != nil {
		return err
	}
	answer.notice(found)
	if a.json {
		return a.writeObject(answer.object())
	}
	answer.write(a.page(), v)
	return nil
}

// A table of customers has some hundred columns. Of more than wideTable init asks whether they
// are any, and of more than widestTable, which no workbook can have, it drafts nothing.
const (
	wideTable   = 5000
	widestTable = 20000
)

// tooWide refuses a source with so many columns that they are none, and warns of many.
func tooWide(found *inspection) error {
	n := len(found.Columns)
	said := "the source has " + thousands(int64(n)) + " columns, and no table of customers is known to have as many"
	const check = "check the delimiter and the line of the header: --option delimiter=semicolon, --option header=4"
	switch {
	case n > widestTable:
		return usage("source_header", check, "%s: nothing is drafted", said)
	case n > wideTable:
		found.Warnings = append(found.Warnings, said+": "+check)
	}
	return nil
}

// lookAt is the command that compares the values of a column as the key of the source.
func (v *initFlags) lookAt(column string) string {
	words := []string{"migrate", "inspect", v.source, "--key", keyWord(column)}
	if v.kind != "" {
		words = append(words, "--kind", v.kind)
	}
	for _, option := range v.options {
		if name, _, _ := strings.Cut(option, "="); !secret(name) {
			words = append(words, "--option", option)
		}
	}
	if v.envFile != "" {
		words = append(words, "--env-file", v.envFile)
	}
	return shellLine(words...)
}

// secret reports whether an option holds what nobody is to read in a file.
func secret(option string) bool { return option == "password" || option == "secret" }

// keyWord is the name of a column as a list of names has it, of which commas part the names.
func keyWord(column string) string {
	if strings.ContainsAny(column, `,"`) {
		return `"` + strings.ReplaceAll(column, `"`, `""`) + `"`
	}
	return column
}

// askEncoding leaves the encoding to be decided, as no bytes prove it.
func askEncoding(settings []draft.Setting, open *source.EncodingError) []draft.Setting {
	todo := "this draft was made " + asIf(open) + ", which no byte proves: look at the names in migrate preview"
	settings = slices.DeleteFunc(settings, func(s draft.Setting) bool { return s.Name == "encoding" })
	return append([]draft.Setting{{Name: "encoding", Todo: todo}}, settings...)
}

// name is what the mapping is called where nobody says.
func (v *initFlags) name() string {
	if all.IsDSN(v.source) || v.source == "-" || strings.HasPrefix(v.source, "${") {
		for _, option := range v.options {
			if table, found := strings.CutPrefix(option, "table="); found {
				return safeWord(table)
			}
		}
		return "draft"
	}
	base, _, _ := strings.Cut(filepath.Base(v.source), ".")
	return safeWord(base)
}

// safeWord makes a name of a text that a mapping, a file and a directory can
// have on every system. Of texts in other scripts, of which little or nothing is
// left, each gets a mark of its own, and so does one that no file may be called.
func safeWord(text string) string {
	const longest = 48
	word := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '-', r == '_':
			return r
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		}
		return '-'
	}, text)
	if word = strings.Trim(word, "-_"); len(word) > longest {
		word = strings.Trim(word[:longest], "-_")
	}
	reserved := slices.Contains([]string{"con", "prn", "aux", "nul"}, word) || len(word) == 4 && (strings.HasPrefix(word, "com") || strings.HasPrefix(word, "lpt"))
	switch {
	case text == "":
		return "draft"
	case word == "" || reserved:
		return "draft-" + draft.Mark(text)
	case strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) }):
		return word + "-" + draft.Mark(text)
	}
	return word
}

// mayWrite says in time that a file would be overwritten.
func (v *initFlags) mayWrite() error {
	const another = "give a file in a directory that is there with --out"
	if dir, err := os.Stat(filepath.Dir(v.out)); err != nil || !dir.IsDir() {
		return usage("out", another, "there is no directory %s", filepath.Dir(v.out))
	}
	info, err := os.Stat(v.out)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return usage("out", another, "%w", err)
	case info.IsDir():
		return usage("out", "give a file with --out", "%s is a directory", v.out)
	case !v.force:
		return usage("out", "give another file with --out, or overwrite it with --force", "%s is there already, and may hold decisions", v.out)
	}
	return nil
}

// write puts the mapping in its place, whole or not at all.
func (v *initFlags) write(text []byte) error {
	dir := filepath.Dir(v.out)
	f, err := os.CreateTemp(dir, ".migrate-init-*") // readable by its owner only
	if err != nil {
		return usage("out", "give a file in a directory that is there and can be written with --out", "%w", err)
	}
	_, err = f.Write(text)
	err = errors.Join(err, f.Sync(), f.Close())
	if err == nil && !v.force {
		err = os.Link(f.Name(), v.out) // which refuses to overwrite
		return errors.Join(v.refused(err), os.Remove(f.Name()))
	}
	if err == nil {
		err = os.Rename(f.Name(), v.out)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}

// refused tells what kept the file from its place.
func (v *initFlags) refused(err error) error {
	if err == nil {
		return nil
	}
	return usage("out", "give another file with --out", "%w", err)
}

// headed refuses a source whose first row was taken for the names of the
// columns: they would be values of a customer.
func headed(found *inspection) error {
	values := 0
	for i := range found.Columns {
		switch inspect.TypeOf(found.Columns[i].Name) {
		case inspect.TypeEmail:
			values += 2
		case inspect.TypeDate, inspect.TypeInteger, inspect.TypeImage:
			values++
		}
	}
	if values < 2 || found.Kind == "jsonl" || found.Kind == "sql" || catalogued(found) {
		return nil
	}
	return usage("source_header", "where the source has no header say so: --option header=none; where it stands lower, give its number: --option header=4",
		"the names of the columns look like values of a record: is the first row a header?")
}

// catalogued reports whether the names of the columns are numbers of a catalogue of fields, as
// banks with old systems have it: 0005, 0010, 0014. All have as many digits, and each is more
// than the one before it, which the values of a record hardly are.
func catalogued(found *inspection) bool {
	const least, fewest, most = 8, 2, 6 // columns, and digits of each
	for i := range found.Columns {
		name := found.Columns[i].Name
		if len(name) < fewest || len(name) > most || strings.Trim(name, "0123456789") != "" {
			return false
		}
		if i > 0 && (len(name) != len(found.Columns[0].Name) || name <= found.Columns[i-1].Name) {
			return false
		}
	}
	return len(found.Columns) >= least
}

// settings states how the source is read: the dialect that was found, and what
// the command says of it.
func (v *initFlags) settings(found *inspection) (kind string, list []draft.Setting) {
	state := func(name, value string) {
		at := slices.IndexFunc(list, func(s draft.Setting) bool { return s.Name == name })
		if at >= 0 {
			list[at].Value = value
			return
		}
		list = append(list, draft.Setting{Name: name, Value: value})
	}
	kind = found.Kind
	if kind == "tsv" {
		kind = "csv"
	}
	for _, f := range found.Facts {
		if value, told := stated(kind, f, found.Facts); told {
			state(f.Name, value)
			list[len(list)-1].Note = noteOf(kind, f)
		}
	}
	for _, option := range v.options {
		name, value, _ := strings.Cut(option, "=")
		if secret(name) {
			value = "${" + strings.ToUpper(kind+"_"+name) + "}"
		}
		state(name, value)
	}
	return kind, list
}

// noteOf is why one of several sheets was taken, "" for any other fact.
func noteOf(kind string, f source.Fact) string {
	if kind+" "+f.Name == "xlsx sheet" && strings.HasPrefix(f.Evidence, "of ") {
		return f.Evidence
	}
	return ""
}

// stated is what a mapping says of a fact of its source: what rejects would not show of
// themselves, being few, and of the rest what is not as usual. Each of several files has
// its header where it stands.
func stated(kind string, f source.Fact, all []source.Fact) (value string, told bool) {
	several := slices.ContainsFunc(all, func(f source.Fact) bool { return f.Name == "files" })
	switch kind + " " + f.Name {
	case "csv delimiter", "csv encoding", "xlsx sheet":
		return f.Value, true
	case "csv quote":
		return f.Value, f.Value != `"`
	case "csv escape":
		value, _, _ := strings.Cut(f.Value, ":")
		return value, value != "double"
	case "csv header", "xlsx header":
		_, line, _ := strings.Cut(f.Value, " ")
		return line, line != "1" && !several
	}
	return "", false
}

// todosOf loads a draft as a run would, and lists what is to be decided in it.
func todosOf(path string, a *app) ([]mapper.Problem, error) {
	_, err := mapper.Load(path, mapper.LoadOptions{Env: a.env, Now: a.os.Now()})
	var e *mapper.Error
	if !errors.As(err, &e) {
		return []mapper.Problem{}, err
	}
	return e.Problems, nil
}
