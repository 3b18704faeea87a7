package cli

import (
	"encoding/json"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/jedib0t/go-pretty/v6/text"

	"kycmigrate/internal/draft"
)

// What init is sure of is taken as it stands, and what it is not is refused
// with its line until somebody has decided.
func TestInit(t *testing.T) {
	w := newWorld(t)
	out := w.path("drafted.yaml")
	got := w.migrate("init", "../../samples/customers.csv", "--out", out, "--quiet")
	if got.code != ExitOK || !strings.Contains(got.out, "passport_no + licence_no + doc_no") || !strings.Contains(got.out, "To be decided: 2") || !strings.Contains(got.out, "The draft has marker: cf3") {
		t.Fatalf("exit %d\n%s%s", got.code, got.out, got.err)
	}
	if info, err := os.Stat(out); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v %v", info.Mode(), err)
	}
	args := []string{"validate", "--source", "../../samples/customers.csv", "--mapping", out, "--run", w.path("run"), "--json"}
	if got := w.migrate(args...); got.code != ExitUsage || strings.Count(got.err+got.out, "decide this: ") < 2 {
		t.Fatalf("exit %d\n%s%s", got.code, got.out, got.err)
	}
	text := read(t, out)
	for line := range strings.Lines(text) {
		if strings.Contains(line, "TODO") && strings.Contains(line, "row: approved or rejected?") {
			text = strings.Replace(text, line, "", 1)
		}
	}
	write(t, out, text)
	o := w.migrate(args...).object(t)
	if o.Error != nil || o.ExitCode != ExitRejects || o.Read != 300 || o.Ready < 270 {
		t.Errorf("%+v", o)
	}
}

// No number stands beside a question: a name that is surely of a check is still to be decided.
func TestInitShowsNoConfidenceOfQuestions(t *testing.T) {
	w := newWorld(t)
	source := w.path("two.csv")
	write(t, source, "customer_no,resultadoKyc,estadoValidacion\nK1001,APROBADO,APROBADO\nK1002,RECHAZADO,ZZ\n")
	got := w.migrate("init", source, "--out", w.path("d.yaml"), "--quiet")
	if got.code != ExitOK || !regexp.MustCompile(`(?m)^  .*kycStatus +TODO: `).MatchString(got.out) {
		t.Errorf("exit %d\n%s%s", got.code, got.out, got.err)
	}
}

// A key that is to be decided stands in the table like any other question.
func TestInitAsksForTheKey(t *testing.T) {
	w := newWorld(t)
	source := w.path("two.csv")
	write(t, source, "branch,born\n001,1980-01-02\n001,1980-01-02\n")
	args := []string{"init", source, "--out", w.path("d.yaml"), "--force", "--quiet"}
	if got := w.migrate(args...); got.code != ExitOK || !regexp.MustCompile(`(?m)^  - +key +TODO: no column has a value of its own`).MatchString(got.out) {
		t.Errorf("exit %d\n%s%s", got.code, got.out, got.err)
	}
	var o struct {
		Key  []string
		Todo string `json:"key_todo"`
	}
	if err := json.Unmarshal([]byte(w.migrate(append(args, "--json")...).out), &o); err != nil || len(o.Key) > 0 || o.Todo == "" {
		t.Errorf("%+v %v", o, err)
	}
}

// No value of a customer is in a draft, nor in what is told of it.
func TestInitTellsNoPersonalData(t *testing.T) {
	w := newWorld(t)
	out := w.path("drafted.yaml")
	got := w.migrate("init", "testdata/inspect/planted.csv", "--out", out, "--quiet")
	again := w.migrate("init", "testdata/inspect/planted.csv", "--out", out, "--force", "--json", "--quiet")
	all := got.out + got.err + again.out + again.err + read(t, out)
	for _, secret := range []string{"민수", "서연", "Иван", "Garc", "person0", "1950-", "01234", "10115"} {
		if strings.Contains(all, secret) {
			t.Errorf("init tells %q:\n%s", secret, all)
		}
	}
}

func TestInitTellsScripts(t *testing.T) {
	w := newWorld(t)
	got := w.migrate("init", "%s/customers.csv", "--out", w.path("d.yaml"), "--json", "--quiet")
	var o draftedObject
	if err := json.Unmarshal([]byte(got.out), &o); err != nil || strings.Count(got.out, "\n") != 1 {
		t.Fatalf("%v\n%s", err, got.out)
	}
	if o.Rows == 0 || len(o.Fields) == 0 || o.Key == nil || o.Todos == nil || o.Unmatched == nil || o.Kind != "csv" {
		t.Errorf("%+v", o)
	}
}

// A file whose bytes do not prove its encoding is drafted all the same, as if it were
// the likeliest one, and the encoding is left to be decided.
func TestInitAsksForTheEncoding(t *testing.T) {
	w := newWorld(t)
	in := "id,email,name,dob\n"
	for i, name := range []string{"Dvo\xf8\xe1k", "\xc8ern\xe1", "Hor\xe1\xe8ek", "\xc8ern\xfd"} {
		in += strings.Repeat("0", 3) + string(rune('1'+i)) + ",u" + string(rune('1'+i)) + "@bank.example," + name + ",1980-01-02\n"
	}
	write(t, w.path("czech.csv"), in)
	got := w.migrate("init", "%s/czech.csv", "--out", w.path("czech.yaml"), "--quiet")
	if got.code != ExitOK || !strings.Contains(got.out, "source.csv.encoding") {
		t.Fatalf("exit %d\n%s%s", got.code, got.out, got.err)
	}
	text := read(t, w.path("czech.yaml"))
	if !strings.Contains(text, "encoding: TODO  # this draft was made as if it were ") || !strings.Contains(text, "windows-1250") || !strings.Contains(text, "delimiter: comma") {
		t.Errorf("the draft says\n%s", text)
	}
	checked := w.migrate("validate", "--source", "%s/czech.csv", "--mapping", w.path("czech.yaml"), "--run", w.path("run"))
	if checked.code != ExitUsage || !strings.Contains(checked.err, "czech.yaml:13") {
		t.Errorf("exit %d\n%s", checked.code, checked.err)
	}
}

// What was found of the dialect and is not as usual stands in the draft, for a rejects file
// is too short to show it.
func TestInitStatesTheDialect(t *testing.T) {
	w := newWorld(t)
	rows := func(row string) string {
		text := ""
		for i := range 8 {
			text += strings.ReplaceAll(row, "#", string(rune('1'+i)))
		}
		return text
	}
	for _, tt := range []struct{ name, in, want, not string }{
		{"inches", "id,email,tv\n" + rows("c-00#,u#@bank.example,TV 19\" set\n"), "quote: none", "header:"},
		{"apostrophes", "id,email,tv\n" + rows("'c-00#','u#@bank.example','a, b'\n"), `quote: "'"`, "escape:"},
		{"backslashes", "id,email,tv\n" + rows("c-00#,u#@bank.example,\"a \\\"b\\\", c\"\n"), "escape: backslash", "quote:"},
		{"titles", "Customers\nof today\n\nid,email,born\n" + rows("c-00#,u#@bank.example,1980-01-0#\n"), "header: 4", "quote:"},
		{"the usual", "id,email,born\n" + rows("c-00#,u#@bank.example,1980-01-0#\n"), "delimiter: comma", "header:"},
	} {
		write(t, w.path("in.csv"), tt.in)
		got := w.migrate("init", "%s/in.csv", "--out", w.path("in.yaml"), "--quiet", "--force")
		if text := read(t, w.path("in.yaml")); got.code != ExitOK || !strings.Contains(text, tt.want) || strings.Contains(text, "    "+tt.not) {
			t.Errorf("%s: exit %d, no %q, or %q, in\n%s%s", tt.name, got.code, tt.want, tt.not, text, got.err)
		}
	}
}

// Files whose names have no letters for a name of a mapping are told apart all the same.
func TestInitNamesFilesOfAnyScript(t *testing.T) {
	seen := map[string]bool{}
	for _, file := range []string{"고객.csv", "客户.csv", "клиенты.csv", "عملاء.csv", "con.csv", "!!!.csv"} {
		v := &initFlags{}
		v.source = "/data/" + file
		name := v.name()
		if again := (&initFlags{inspectFlags: v.inspectFlags}).name(); seen[name] || again != name || name == "draft" || !strings.HasPrefix(name, "draft-") {
			t.Errorf("%s is called %q, and then %q", file, name, again)
		}
		seen[name] = true
	}
}

func TestInitOverwritesNothing(t *testing.T) {
	w := newWorld(t)
	before := read(t, w.path("bank.yaml"))
	got := w.migrate("init", "%s/customers.csv", "--out", w.path("bank.yaml"), "--quiet")
	if got.code != ExitUsage || !strings.Contains(got.err, "--force") || read(t, w.path("bank.yaml")) != before {
		t.Errorf("exit %d\n%s", got.code, got.err)
	}
	got = w.migrate("init", "%s/customers.csv", "--out", w.path("bank.yaml"), "--quiet", "--force")
	if got.code != ExitOK || read(t, w.path("bank.yaml")) == before {
		t.Errorf("exit %d\n%s", got.code, got.err)
	}
	if left, _ := os.ReadDir(w.dir); strings.Contains(names(left), ".migrate-init-") {
		t.Errorf("left behind: %s", names(left))
	}
}

func names(entries []os.DirEntry) string {
	list := ""
	for _, e := range entries {
		list += e.Name() + " "
	}
	return list
}

// Every kind of source is drafted; the mapping states how it is read, and no
// secret.
func TestInitOfOtherSources(t *testing.T) {
	w := newWorld(t)
	w.env["KYC_DB"] = "sqlite:" + w.legacyDB()
	write(t, w.path("a.jsonl"), `{"id":"x1","person":{"email":"a@bank.example","dob":"1980-02-01"}}`+"\n"+`{"id":"x2","person":{"email":"b@bank.example","dob":"1981-03-02"}}`+"\n")
	for _, tt := range []struct {
		args []string
		want []string
	}{
		{[]string{"${KYC_DB}", "--option", "table=customers"}, []string{"kind: sql", "table: customers", "email: {from: email"}},
		{[]string{"%s/a.jsonl"}, []string{"source: {kind: jsonl}", "email: {from: person.email", "birthDate: {from: person.dob, date: YYYY-MM-DD}"}},
		{[]string{"../../samples/verifime/customers.csv", "--option", "encoding=utf-8"}, []string{"encoding: utf-8", "issuingCountry: {from: doc_country"}},
	} {
		out := w.path("other.yaml")
		got := w.migrate(append([]string{"init", "--force", "--quiet", "--out", out}, tt.args...)...)
		if got.code != ExitOK {
			t.Fatalf("%v: exit %d\n%s", tt.args, got.code, got.err)
		}
		text := read(t, out)
		for _, want := range tt.want {
			if !strings.Contains(text, want) {
				t.Errorf("%v: no %q in\n%s", tt.args, want, text)
			}
		}
		if strings.Contains(text+got.out, "legacy.db") {
			t.Errorf("%v: the value of the variable is told", tt.args)
		}
	}
}

// A TODO with many candidates does not push the table off the page.
func TestInitKeepsToThePage(t *testing.T) {
	w := newWorld(t)
	for _, columns := range []string{"", "60", "80", "160"} {
		w.env["COLUMNS"] = columns
		got := w.migrate("init", "../../samples/idngo/applicants.jsonl", "--force", "--quiet", "--out", "%s/draft.yaml")
		most := 100
		if n, err := strconv.Atoi(columns); err == nil {
			most = n
		}
		_, table, _ := strings.Cut(got.out, "\n  column")
		table, _, _ = strings.Cut(table, "\n\n")
		if strings.Count(table, "\n") < 18 {
			t.Fatalf("no table:\n%s", got.out)
		}
		for line := range strings.Lines(table) {
			if line = strings.TrimSuffix(line, "\n"); text.StringWidth(line) > most {
				t.Errorf("COLUMNS=%s: %d wide: %s", columns, text.StringWidth(line), line)
			}
		}
		if said := strings.Join(strings.Fields(got.out), " "); most > 60 && !strings.Contains(said, "820000200") || !strings.Contains(said, "25 more") && !strings.Contains(said, "or 25") || strings.Contains(said, "820000300") {
			t.Errorf("COLUMNS=%s: the candidates are not counted:\n%s", columns, got.out)
		}
	}
}

func TestInitSaysWhatIsWrong(t *testing.T) {
	w := newWorld(t)
	write(t, w.path("nohead.csv"), "1,a@bank.example,1980-01-02\n2,b@bank.example,1981-01-02\n3,c@bank.example,1982-01-02\n")
	for _, tt := range []struct {
		args []string
		want string
	}{
		{nil, "SOURCE is missing"},
		{[]string{"x", "--kind", "idngo"}, "mappings/idngo.yaml"},
		{[]string{"x", "--kind", "verifime"}, "mappings/verifime.yaml"},
		{[]string{"%s/none.csv"}, "does not exist"},
		{[]string{"%s/nohead.csv"}, "header=none"},
		{[]string{"%s/customers.csv", "--out", "%s"}, "is a directory"},
		{[]string{"%s/customers.csv", "--out", "%s/no/such/dir/x.yaml"}, "--out"},
	} {
		args := append([]string{"init", "--quiet"}, tt.args...)
		if len(tt.args) < 3 {
			args = append(args, "--out", w.path("never.yaml"))
		}
		got := w.migrate(args...)
		if got.code != ExitUsage || !strings.Contains(got.err, tt.want) || got.out != "" {
			t.Errorf("%v: exit %d, want %q\n%s%s", tt.args, got.code, tt.want, got.out, got.err)
		}
	}
}

func TestSafeWord(t *testing.T) {
	for text, want := range map[string]string{"Customers 2026": "customers-2026", "고객": "draft-e7be0e", "고객 list": "list-" + draft.Mark("고객 list"), "con": "draft-1143da", "COM1": "draft-6eac39", "": "draft", "kyc.customers": "kyc-customers", "_x_": "x", strings.Repeat("a", 90): strings.Repeat("a", 48)} {
		if got := safeWord(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// A source of so many columns that no customer has them is drafted with a warning, and of still
// more not at all.
func TestInitOfWideSources(t *testing.T) {
	w := newWorld(t)
	for columns, want := range map[int]int{200: ExitOK, 3 * wideTable: ExitOK, widestTable + 1: ExitUsage} {
		source := w.path("wide.csv")
		var names, cells strings.Builder
		for i := range columns {
			names.WriteString("c" + strconv.Itoa(i) + ",")
			cells.WriteString("x,")
		}
		write(t, source, names.String()+"id\n"+cells.String()+"1\n")
		got := w.migrate("init", source, "--out", w.path("wide.yaml"), "--quiet", "--force")
		if told := strings.Contains(got.out+got.err, "no table of customers is known to have as many"); got.code != want || told != (columns > wideTable) {
			t.Errorf("%d columns: exit %d, told %t\n%s", columns, got.code, told, got.err)
		}
	}
}

// Rows that are no records are told, with the rule that leaves them out; keys that repeat with the
// command that shows them.
func TestInitTellsOfRowsThatAreNoRecords(t *testing.T) {
	w := newWorld(t)
	source := w.path("ended.csv")
	write(t, source, "customer_no;name;email\nK1;Ann Lee;a@b.example\nK2;Bo Kim;b@b.example\n;;\nTOTAL REGISTROS;2\n")
	got := w.migrate("init", source, "--out", w.path("d.yaml"), "--quiet")
	if got.code != ExitOK || !strings.Contains(got.out, "2 rows look like no records") || !strings.Contains(read(t, w.path("d.yaml")), `#  - {code: trailer, line: "^TOTAL REGISTROS;"}`) {
		t.Errorf("exit %d\n%s%s", got.code, got.out, got.err)
	}
	if got := w.migrate("inspect", source, "--quiet"); !strings.Contains(got.out, `exclude: [{code: blank_line, line: "^;+$"}]`) {
		t.Errorf("%s", got.out)
	}
	v := &initFlags{inspectFlags: inspectFlags{source: "my file.csv", kind: "sql", options: []string{"table=t", "password=x"}}}
	if command := v.lookAt("a,b"); command != `migrate inspect 'my file.csv' --key '"a,b"' --kind sql --option table=t` {
		t.Errorf("%s", command)
	}
}
