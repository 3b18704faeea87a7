package draft

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"kycmigrate/internal/inspect"
	"kycmigrate/internal/kyc"
	"kycmigrate/internal/mapper"
)

var now = time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)

// export is a source as a system or a person makes it, with the truth.
type export struct {
	name, lang string
	columns    []kindOf
	truth      map[string]string // by field
}

// kindOf is a column and the kind of its values.
type kindOf struct{ name, kind string }

var (
	exportHead = regexp.MustCompile(`^-- (.+) \((\w+)\) --$`)
	exportLine = regexp.MustCompile(`^(.+?) => (.+?)(?: => (.+))?$`)
)

// corpus reads a file of exports.
func corpus(t testing.TB, file string) (list []*export) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if m := exportHead.FindStringSubmatch(line); m != nil {
			list = append(list, &export{name: m[1], lang: m[2], truth: map[string]string{}})
			continue
		}
		if len(list) == 0 || line == "" {
			continue
		}
		e := list[len(list)-1]
		if field, joined, found := strings.Cut(strings.TrimPrefix(line, "= "), ": "); found && strings.HasPrefix(line, "= ") {
			e.truth[field] = joined
			continue
		}
		m := exportLine.FindStringSubmatch(line)
		if m == nil {
			t.Fatalf("%s: %s", file, line)
		}
		e.columns = append(e.columns, kindOf{m[1], m[2]})
		for _, f := range strings.Fields(m[3]) {
			e.truth[f] = m[1]
		}
	}
	return list
}

// rows makes n rows of an export.
func (e *export) rows(n int) (columns []string, rows [][]string) {
	for _, c := range e.columns {
		columns = append(columns, c.name)
	}
	r := rand.New(rand.NewPCG(uint64(len(e.name)), 7))
	for i := range n {
		p := &person{r: r, i: i, lang: e.lang, kept: map[string]string{}, paper: r.IntN(3)}
		row := make([]string, len(e.columns))
		for j, c := range e.columns {
			row[j] = p.make(c.kind)
		}
		rows = append(rows, row)
	}
	return columns, rows
}

// drafted drafts a mapping for rows.
func drafted(t testing.TB, columns []string, rows [][]string) *Draft {
	t.Helper()
	return draftedBeside(t, columns, rows, func(paths []string) (string, int) { return "images", len(paths) })
}

// draftedBeside drafts where root finds the folder of the pictures.
func draftedBeside(t testing.TB, columns []string, rows [][]string, root func(paths []string) (string, int)) *Draft {
	t.Helper()
	return draftedWith(t, columns, rows, Options{Root: root})
}

// draftedWith drafts with the options given, and those that every draft has.
func draftedWith(t testing.TB, columns []string, rows [][]string, o Options) *Draft {
	t.Helper()
	p, err := inspect.New(columns, inspect.Options{Country: mapper.IsCountry})
	if err != nil {
		t.Fatal(err)
	}
	s := NewSample()
	for i, cells := range rows {
		row := &kyc.Row{Seq: int64(i), Origin: kyc.Origin{File: "in.csv", Line: int64(i) + 2, Row: int64(i) + 1}, Cells: cells}
		p.Add(row)
		s.Add(row)
	}
	o.Name, o.Source, o.Kind, o.Now = "draft", "in.csv", "csv", now
	o.Settings = []Setting{{Name: "delimiter", Value: "comma"}, {Name: "encoding", Value: "utf-8"}}
	o.Look = func(column string) string { return "migrate inspect in.csv --key " + column }
	return Make(p, p.Result(), s, o)
}

// score is how a draft stands against the truth.
type score struct{ truth, right, offered, wrong int }

func (s *score) add(o score) {
	s.truth, s.right, s.offered, s.wrong = s.truth+o.truth, s.right+o.right, s.offered+o.offered, s.wrong+o.wrong
}

func (s score) String() string {
	precision := 1.0
	if s.right+s.wrong > 0 {
		precision = float64(s.right) / float64(s.right+s.wrong)
	}
	return fmt.Sprintf("fields %3d  right %3d  offered in a TODO %3d  wrong %2d  precision %.3f  recall %.3f",
		s.truth, s.right, s.offered, s.wrong, precision, float64(s.right)/float64(max(s.truth, 1)))
}

// mark holds a draft against the truth, and tells what is not right.
func mark(d *Draft, truth map[string]string) (s score, faults []string) {
	got, offered := map[string]string{}, map[string][]string{}
	for _, m := range d.Matches {
		if m.Todo == "" {
			got[m.Field] = strings.Join(m.Columns, "+")
		} else {
			offered[m.Field] = m.Columns
		}
	}
	if d.Key != nil {
		got["key"] = strings.Join(d.Key, "+")
	}
	for _, f := range slices.Sorted(maps.Keys(truth)) {
		want := truth[f]
		if may, asked := strings.CutPrefix(f, "?"); asked { // nobody could blame who maps it, or who does not
			if got[may] == want || may == "fullName" && sorted(got[may]) == sorted(want) {
				delete(got, may)
			}
			continue
		}
		s.truth++
		switch {
		case got[f] == want, f == "fullName" && sorted(got[f]) == sorted(want):
			s.right++
		case got[f] == "" && slices.Contains(offered[f], want):
			s.offered++
			faults = append(faults, fmt.Sprintf("TODO  %s: %s", f, want))
		case got[f] == "":
			faults = append(faults, fmt.Sprintf("none  %s: %s (offered %v)", f, want, offered[f]))
		}
	}
	for _, f := range slices.Sorted(maps.Keys(got)) {
		if want, ok := truth[f]; !ok || got[f] != want && !(f == "fullName" && sorted(got[f]) == sorted(want)) {
			s.wrong++
			faults = append(faults, fmt.Sprintf("WRONG %s: %s, not %q", f, got[f], want))
		}
	}
	return s, faults
}

// sorted makes joins equal whose order the script decides.
func sorted(join string) string {
	parts := strings.Split(join, "+")
	slices.Sort(parts)
	return strings.Join(parts, "+")
}

// What a draft is sure of is right, and it is sure of most.
func TestCorpus(t *testing.T) {
	var all score
	exports := corpus(t, "testdata/corpus.txt")
	if len(exports) < 25 {
		t.Fatalf("only %d exports", len(exports))
	}
	for _, e := range exports {
		columns, rows := e.rows(300)
		d := drafted(t, columns, rows)
		s, faults := mark(d, e.truth)
		checkLoads(t, e.name, d, columns, rows)
		all.add(s)
		t.Logf("%-34s %s", e.name, s)
		for _, f := range faults {
			t.Logf("    %s", f)
		}
	}
	t.Logf("%-34s %s", fmt.Sprintf("all %d exports", len(exports)), all)
	if all.wrong > 0 || all.right*20 < all.truth*19 {
		t.Errorf("want no wrong match, and 95 of 100 right: %s", all)
	}
}

// The parts of a name stand in the order of its language.
func TestOrderOfNames(t *testing.T) {
	want := map[string]string{
		"a Thai broker with years of the Buddhist Era":                              "ชื่อ+นามสกุล",
		"a Hungarian bank, whose last names come first":                             "VEZNEV+UTONEV",
		"four names of a Colombian":                                                 "Primer Nombre+Segundo Nombre+Primer Apellido+Segundo Apellido",
		"records with their names before a colon":                                   "NAME:FIRST+NAME:LAST",
		"Bulgarian clients, whose презиме is no last name":                          "Име+Презиме+Фамилия",
		"a Russian with the father's name, and the day on which a paper was issued": "Фамилия+Имя+Отчество",
	}
	for _, e := range corpus(t, "testdata/corpus.txt") {
		if want[e.name] == "" {
			continue
		}
		columns, rows := e.rows(300)
		for _, m := range drafted(t, columns, rows).Matches {
			if got := strings.Join(m.Columns, "+"); m.Field == "fullName" && got != want[e.name] {
				t.Errorf("%s: %s", e.name, got)
			}
		}
		delete(want, e.name)
	}
	if len(want) > 0 {
		t.Errorf("no such exports: %v", want)
	}
}

// Words among the dates of papers are left out of them, and of births they are not.
func TestWordsAmongDates(t *testing.T) {
	for _, e := range corpus(t, "testdata/corpus.txt") {
		if e.name != "papers that never expire" {
			continue
		}
		columns, rows := e.rows(300)
		if text := string(drafted(t, columns, rows).Text); !strings.Contains(text, `date: YYYYMMDD, values: {长期: ""}}`) {
			t.Errorf("no word is left out:\n%s", text)
		}
		for i := range rows {
			if at := slices.Index(columns, "证件到期日"); rows[i][at] == "长期" && i%2 == 0 {
				rows[i][at] = "EXPIRED"
			}
		}
		if text := string(drafted(t, columns, rows).Text); strings.Contains(text, "长期") || strings.Contains(text, "EXPIRED") {
			t.Errorf("a word that means something is left out:\n%s", text)
		}
		at := slices.Index(columns, "证件到期日")
		columns[at], columns[2] = columns[2], columns[at]
		if text := string(drafted(t, columns, rows).Text); strings.Contains(text, "values: {长期") {
			t.Errorf("a birth has a word:\n%s", text)
		}
	}
}

// The same of exports that the rules were not made from, in sum: nothing wrong,
// and most of it right.
// TestDaysThatRepeat: a day that two customers share is a day, whatever the calendar, and one at
// the end of a century is none.
func TestDaysThatRepeat(t *testing.T) {
	columns := []string{"รหัสลูกค้า", "ชื่อ", "วันออกบัตร"}
	var rows [][]string
	for i := range 60 {
		rows = append(rows, []string{fmt.Sprint("C", 1000+i), "สมชาย", fmt.Sprintf("%02d/%02d/%d", i%28+1, i%12+1, 2552+i%11)})
	}
	for i, day := range []string{"23/04/2559", "23/04/2559", "01/01/2549", "01/01/2549", "31/12/2642", "31/12/2642", "31/12/9999", "31/12/9999"} {
		rows[i][2] = day
	}
	text := string(drafted(t, columns, rows).Text)
	line := regexp.MustCompile(`(?m)^ *issueDate: .*$`).FindString(text)
	if !strings.Contains(line, "calendar: buddhist") || !strings.Contains(line, `values: {"31/12/2642": "", "31/12/9999": ""}`) {
		t.Errorf("issueDate is drafted as %q", line)
	}
}

func TestHeldOut(t *testing.T) {
	var all score
	for _, e := range corpus(t, "testdata/held.txt") {
		columns, rows := e.rows(300)
		d := drafted(t, columns, rows)
		s, _ := mark(d, e.truth)
		checkLoads(t, e.name, d, columns, rows)
		all.add(s)
	}
	t.Log(all)
	if all.wrong > 0 || all.right*10 < all.truth*8 {
		t.Errorf("want no wrong match, and 80 of 100 right: %s", all)
	}
}

// One source has one draft, however often it is looked at.
func TestDraftsAreTheSameEachTime(t *testing.T) {
	for _, e := range append(corpus(t, "testdata/held.txt"), corpus(t, "testdata/classes.txt")...) {
		columns, rows := e.rows(40)
		first := drafted(t, columns, rows).Text
		for range 3 {
			if again := drafted(t, columns, rows).Text; string(again) != string(first) {
				t.Fatalf("%s:\n%s\n%s", e.name, first, again)
			}
		}
	}
}

// checkLoads: a draft is a mapping in which nothing is wrong but what is to be
// decided, and where nothing is, it maps the rows it was made from.
func checkLoads(t *testing.T, name string, d *Draft, columns []string, rows [][]string) {
	t.Helper()
	open := b2i(d.Key == nil)
	for _, m := range d.Matches {
		open += m.Open
	}
	m, err := mapper.Parse("draft.yaml", d.Text, mapper.LoadOptions{Now: now})
	var e *mapper.Error
	if errors.As(err, &e) {
		for _, p := range e.Problems {
			if !p.Todo {
				t.Errorf("%s: %s\n%s", name, p.What, d.Text)
			}
		}
		if len(e.Problems) != open {
			t.Errorf("%s: %d TODO, but %d are told\n%s", name, len(e.Problems), open, d.Text)
		}
		return
	}
	if err != nil || open > 0 {
		t.Fatalf("%s: %v, %d open\n%s", name, err, open, d.Text)
	}
	plan, err := m.Compile(columns)
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, d.Text)
	}
	for i, cells := range rows {
		rec := &kyc.Record{Row: &kyc.Row{Cells: cells}}
		plan.Map(rec)
		if rec.Rejected() {
			t.Fatalf("%s: row %d: %+v\n%s", name, i, rec.Issues, d.Text)
		}
	}
}
