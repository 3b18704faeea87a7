package report

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kycmigrate/internal/kyc"
)

func TestYears(t *testing.T) {
	var y years
	for _, date := range []string{"", "1958-01-02", "1951-12-31", "1970-06-01", "1899-12-31", "2100-01-01", "01/02/1970", "19x0-01-01", secret} {
		y.add(date, 0)
	}
	y.add("1962-03-04", kyc.DayOf(1962, 3, 4))
	y.add("1820-03-04", kyc.DayOf(1820, 3, 4))
	spans, outside := y.spans(10)
	want := []span{{1950, 2}, {1960, 1}, {1970, 1}}
	if diff := cmp.Diff(want, spans); diff != "" || outside != 6 {
		t.Errorf("%d outside, (-want +got):\n%s", outside, diff)
	}
	if spans, outside := new(years).spans(1); spans == nil || len(spans) != 0 || outside != 0 {
		t.Errorf("no dates give %v and %d", spans, outside)
	}
}

// No column feeds the field of the mark, and every record that is sent has it.
func TestTheMarkIsNoEmptyField(t *testing.T) {
	f := NewFold(Meta{Options: []Fact{{MarkerOption, "cf3"}}})
	f.census.records = 1
	if _, empty := f.fieldLines(1); slices.Contains(empty, "cf3") || !slices.Contains(empty, "cf2") {
		t.Errorf("%q", empty)
	}
}

func TestExpiryAtTheCutover(t *testing.T) {
	e := newExpiry(&Meta{Cutover: sampleTime}) // 2026-11-20
	for _, date := range []string{"", "2020-01-01", "2026-11-19", "2026-11-20", "2027-02-19", "2027-02-20", "2027-05-20", "2027-11-19", "2027-11-20", "2090-01-01", "soon", "2101-01-01"} {
		e.add(date, 0)
	}
	if want := [5]int64{2, 2, 1, 2, 2}; e.counts != want {
		t.Errorf("%v, want %v", e.counts, want)
	}
	none := newExpiry(&Meta{})
	none.add("2020-01-01", 0)
	if none.counts != [5]int64{} {
		t.Errorf("without a cutover %v are counted", none.counts)
	}
}

// The page has the expiry only where a cutover is stated; so has report.json.
func TestPageTellsOfTheCutover(t *testing.T) {
	for _, stated := range []bool{true, false} {
		meta := Meta{DryRun: true}
		if stated {
			meta.Cutover = sampleTime
		}
		f := NewFold(meta)
		o := outcome(0, "k", kyc.Ready)
		o.Record.Submission[kyc.ExpireDate] = "2027-01-01"
		_ = f.Add(o)
		page, doc := textOf(parsed(t, f)), string(written(t, f.WriteJSON))
		if strings.Contains(page, "seen from the cutover on 2026-11-20") != stated || strings.Contains(doc, `"within_3_months": 1`) != stated {
			t.Errorf("a cutover is stated: %v, but the report says:\n%s", stated, doc)
		}
	}
}

func TestIssueBars(t *testing.T) {
	lines := []issueLine{
		{Code: "a", Severity: "reject", Rows: 6}, {Code: "b", Severity: "warning", Rows: 10}, {Code: "a", Severity: "warning", Rows: 3}, {Code: "c", Severity: "reject", Rows: 9},
	}
	bars, cut := issueBars(lines, func(l *issueLine) string { return l.Code })
	var names string
	for _, b := range bars {
		names += b.Name
		var width int64
		for _, p := range b.Parts {
			width += p.W
		}
		if width != b.Bar {
			t.Errorf("the parts of %s are %d wide, the bar %d", b.Name, width, b.Bar)
		}
	}
	if names != "bac" || cut != 0 || bars[1].Rows != 9 || bars[0].Bar != barWidth || len(bars[1].Parts) != 2 {
		t.Errorf("%s, %d cut: %+v", names, cut, bars)
	}
}

func TestCountryMatrix(t *testing.T) {
	var kinds []kindTally
	for i, country := range countries[2 : 2+maxCountries+3] {
		kinds = append(kinds, kindTally{"approved", "passport", country, tally{rows: int64(100 - i)}}, kindTally{"rejected", "visa", country, tally{rows: 1}})
	}
	m := countryMatrix(kinds)
	if diff := cmp.Diff([]string{"passport", "visa"}, m.Heads); diff != "" {
		t.Error(diff)
	}
	last := m.Rows[len(m.Rows)-1]
	if len(m.Rows) != maxCountries+1 || last.Name != "3 more" || last.Rows != 88+87+86+3 {
		t.Errorf("%d rows, the last is %+v", len(m.Rows), last)
	}
	if first := m.Rows[0]; first.Cells[0].Heat != 5 || first.Cells[1].Heat != 2 || first.Rows != 101 {
		t.Errorf("the first row is %+v", first)
	}
	if countryMatrix(nil) != nil {
		t.Error("a matrix of nothing")
	}
}

// Every country has its own place, and keeps it.
func TestKindsOfEveryCountry(t *testing.T) {
	if len(countries) < 240 || len(countries) > 255 {
		t.Fatalf("%d countries do not fit a byte", len(countries))
	}
	seen := map[kind]bool{}
	for _, country := range countries[2:] {
		var s kyc.Submission
		s[kyc.IssuingCountry], s[kyc.IDType], s[kyc.KYCStatus] = country, "visa", "rejected"
		k := kindOf(&s)
		if int(k) >= numKinds || seen[k] || k.words(tally{}).country != country {
			t.Errorf("%s is kind %d, which is %v", country, k, k.words(tally{}))
		}
		seen[k] = true
	}
}

func TestNeeds(t *testing.T) {
	states := func(f *Fold) string {
		var b strings.Builder
		for _, n := range f.needs() {
			b.WriteString(n.Kind + ":" + string(n.State) + " ")
		}
		word, _ := decision(f.needs(), f.Counts(), f.meta.DryRun)
		return b.String() + word
	}
	clean := NewFold(Meta{DryRun: true})
	_ = clean.Add(outcome(0, "k", kyc.Ready))
	warned := NewFold(Meta{DryRun: true})
	o := outcome(0, "k", kyc.Ready)
	o.Issues = []kyc.Issue{warn("w", "", "", "m", "f")}
	_ = warned.Add(o)
	stopped := NewFold(Meta{})
	_ = stopped.Add(outcome(0, "k", kyc.NotAttempted))
	stopped.Finish(End{Read: 2, Stopped: "the key was refused.", OpenElsewhere: 1})
	ledger := NewFold(Meta{WholeDir: true})
	_ = ledger.Add(outcome(0, "", kyc.Created))
	picture := NewFold(Meta{DryRun: true})
	o = outcome(0, "k", kyc.Rejected)
	o.Issues = []kyc.Issue{reject("image_missing", "idImage", "front", "m", "f"), reject("date_unreadable", "birthDate", "dob", "m", "f")}
	_ = picture.Add(o)
	mostly, excluded := NewFold(Meta{DryRun: true}), NewFold(Meta{DryRun: true})
	for i := range int64(2) {
		_ = mostly.Add(outcome(i, "k", kyc.Ready))
		out := outcome(i, "k", kyc.Excluded)
		out.Record.Excluded = "closed_account"
		_ = excluded.Add(out)
	}
	_ = mostly.Add(o)
	for _, tt := range []struct {
		f    *Fold
		want string
	}{
		{mostly, "books:met read_to_end:met mend:open images:open warnings:met No go for all yet: 2 of 3 records are ready"},
		{excluded, "books:met read_to_end:met mend:met images:met excluded:accept warnings:met Go, once the rest is accepted"},
		{clean, "books:met read_to_end:met mend:met images:met warnings:met Go"},
		{warned, "books:met read_to_end:met mend:met images:met warnings:accept Go, once the rest is accepted"},
		{stopped, "books:open read_to_end:open mend:met images:met unsent:open doubts:open warnings:met Not done yet"},
		{ledger, "books:met mend:met images:met unsent:met doubts:met Done"},
		{picture, "books:met read_to_end:met mend:open images:open warnings:met No go yet"},
	} {
		if got := states(tt.f); got != tt.want {
			t.Errorf("got  %s\nwant %s", got, tt.want)
		}
	}
	for _, n := range picture.needs() {
		if (n.Kind == "mend" || n.Kind == "images") && (len(n.Parts) != 1 || n.Rows != 1) {
			t.Errorf("%+v", n)
		}
	}
}

func TestFieldsChanged(t *testing.T) {
	changes := []Change{{Field: "email", Columns: []string{"mail"}, Step: "trim", Values: 4}}
	for i := range int64(30) {
		changes = append(changes, Change{Field: "idType", Step: "values", Detail: "a code", Values: i + 1})
	}
	list := fieldsChanged(changes)
	if len(list) != 2 || list[0].More != 0 || len(list[0].Steps) != 1 || list[0].Columns != "mail" {
		t.Fatalf("%+v", list)
	}
	if types := list[1]; types.More != 10 || len(types.Steps) != maxSteps || types.Steps[0].Values != 30 || types.Steps[0].Bar != barWidth {
		t.Errorf("%+v", types)
	}
}

func TestSourceName(t *testing.T) {
	for given, want := range map[string]string{
		"": "", "a.csv": "a.csv", "../legacy/a.csv": "a.csv", `C:\legacy\a.csv`: "a.csv", "export/*.csv": "*.csv", "-": "-",
		"x/a.csv (part 1 of 2)": "a.csv (part 1 of 2)", "sqlite:x/legacy.db": "sqlite:x/legacy.db", "postgres://me@host/db": "postgres://me@host/db",
	} {
		if got := sourceName(given); got != want {
			t.Errorf("%q is called %q, want %q", given, got, want)
		}
	}
}

// Of the spellings of a step the most frequent are told, and the others are counted.
func TestSpell(t *testing.T) {
	c := Change{}
	c.Spell(maxSpellings+2, func(i int) Spelling { return Spelling{strings.Repeat("a", 50), "KOR", int64(100 - i)} })
	if len(c.Spellings) != maxSpellings || c.Others != 2 || c.OtherValues != 87+88 || c.Spellings[0].From != strings.Repeat("a", maxShown)+"…" {
		t.Errorf("%+v", c)
	}
}
