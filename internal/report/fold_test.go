package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kycmigrate/internal/kyc"
)

func written(t *testing.T, write func(io.Writer) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// policyHash changes with every change of the style or the script.
var policyHash = regexp.MustCompile(`sha256-[^ ]*=`)

func TestGoldenReports(t *testing.T) {
	for name, dryRun := range map[string]bool{"dry": true, "load": false} {
		f := sampleFold(dryRun)
		golden(t, name+".json", written(t, f.WriteJSON))
		page := strings.NewReplacer(pageCSS, "/* style.css */", pageJS, "// search.js").Replace(string(written(t, f.WriteHTML)))
		golden(t, name+".html", policyHash.ReplaceAll([]byte(page), []byte("sha256-")))
	}
}

// Outcomes of an upload arrive in any order.
func TestReportsDoNotDependOnOrder(t *testing.T) {
	want := sampleFold(false)
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 5 {
		list := sampleOutcomes(1000, false)
		rnd.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		f := NewFold(sampleMeta(false))
		for _, o := range list {
			_ = f.Add(o)
		}
		f.Finish(want.ending())
		if !bytes.Equal(written(t, f.WriteJSON), written(t, want.WriteJSON)) {
			t.Error("report.json depends on the order of the outcomes")
		}
		if !bytes.Equal(written(t, f.WriteHTML), written(t, want.WriteHTML)) {
			t.Error("report.html depends on the order of the outcomes")
		}
	}
}

func TestReportsShowNoValues(t *testing.T) {
	f := sampleFold(false)
	for _, b := range [][]byte{written(t, f.WriteJSON), written(t, f.WriteHTML)} {
		if bytes.Contains(b, []byte(secret)) || bytes.Contains(b, []byte("s3cr3t")) {
			t.Error("a value of a row is in a report")
		}
	}
}

func TestPageNeedsNothingFromOutside(t *testing.T) {
	html := string(written(t, sampleFold(false).WriteHTML))
	for _, bad := range []string{"<link", "<img", "<iframe", "src=", "url(", "@import", "javascript:", "onclick"} {
		if strings.Contains(html, bad) {
			t.Errorf("the page contains %s", bad)
		}
	}
	for _, part := range strings.Split(html, `href="`)[1:] {
		if target, _, _ := strings.Cut(part, `"`); strings.Contains(target, ":") || strings.HasPrefix(target, "/") {
			t.Errorf("the page links to %s", target)
		}
	}
}

func TestPageEscapesNames(t *testing.T) {
	f := NewFold(Meta{Title: `<script src=x>alert(1)</script>`, Source: `"><img src=x>`})
	o := outcome(0, "k", kyc.Rejected)
	o.Issues = []kyc.Issue{reject("c", "f", `<b onmouseover="x">`, "<i>m", "f")}
	_ = f.Add(o)
	html := string(written(t, f.WriteHTML))
	for _, bad := range []string{"<script ", "<img", "<b onm", "<i>m"} {
		if strings.Contains(html, bad) {
			t.Errorf("the page contains %s", bad)
		}
	}
}

func TestJSONHasEveryIdentityKey(t *testing.T) {
	var doc map[string]any
	if err := json.Unmarshal(written(t, NewFold(Meta{}).WriteJSON), &doc); err != nil {
		t.Fatal(err)
	}
	keys := []string{"read", "already_changed", "doubled", "images", "warnings", "open_elsewhere", "calls", "exit_code"}
	for s := range kyc.NumStatuses {
		keys = append(keys, s.String())
	}
	for _, key := range keys {
		if v, ok := doc[key].(float64); !ok || v != 0 {
			t.Errorf("%s is %v in an empty report, want 0", key, doc[key])
		}
	}
	if doc["balanced"] != true {
		t.Error("an empty report does not balance")
	}
	for _, key := range []string{"issues", "fields", "kinds", "doubled_in", "already_changed_in"} {
		if _, ok := doc[key].([]any); !ok {
			t.Errorf("%s is no array", key)
		}
	}
}

// Scripts read about every key of report.json in docs/OPERATING.md.
func TestEveryKeyIsDocumented(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", "docs", "OPERATING.md"))
	if err != nil {
		t.Fatal(err)
	}
	var doc map[string]any
	if err := json.Unmarshal(written(t, sampleFold(false).WriteJSON), &doc); err != nil {
		t.Fatal(err)
	}
	for key := range doc {
		if !bytes.Contains(text, []byte("`"+key+"`")) {
			t.Errorf("docs/OPERATING.md does not explain `%s`", key)
		}
	}
}

// NumbersOf must not mix statuses up: each is alone in turn.
func TestNumbersNameEachStatus(t *testing.T) {
	for s := range kyc.NumStatuses {
		c := kyc.Counts{Read: 7}
		c.ByStatus[s] = 7
		b, err := json.Marshal(NumbersOf(c))
		if err != nil {
			t.Fatal(err)
		}
		want := fmt.Sprintf(`"%s":7`, s)
		if got := strings.Count(string(b), ":7"); got != 2 || !strings.Contains(string(b), want) {
			t.Errorf("%s: %s", s, b)
		}
	}
}

func TestIssuesAreGroupedWithTheirMessages(t *testing.T) {
	f := NewFold(Meta{})
	for _, seq := range []int64{9, 4, 8, 2, 7, 6, 3, 5} {
		o := outcome(seq, "k", kyc.Rejected)
		o.Issues = []kyc.Issue{
			reject("c", "f", "col", fmt.Sprintf("message of %d", min(seq, 4)), "fix"),
			reject("c", "f", "col", "again in the same row", "fix"),
			warn("c", "f", "col", "as a warning", "fix"),
		}
		_ = f.Add(o)
	}
	groups := f.issues.sorted()
	if len(groups) != 2 {
		t.Fatalf("%d groups", len(groups))
	}
	g := groups[0]
	want := []string{"legacy.csv:4", "legacy.csv:5", "legacy.csv:6", "legacy.csv:7", "legacy.csv:8"}
	if diff := cmp.Diff(want, g.places.strings()); diff != "" {
		t.Error(diff)
	}
	if g.rows != 8 || g.key.severity != kyc.Reject {
		t.Errorf("got %d rows, %s", g.rows, g.key.severity)
	}
	var told []string
	for _, s := range g.told() {
		told = append(told, fmt.Sprint(s.message, ": ", s.rows, ", first ", s.first.origin))
	}
	if diff := cmp.Diff([]string{"message of 4: 6, first legacy.csv:6", "message of 2: 1, first legacy.csv:4", "message of 3: 1, first legacy.csv:5"}, told); diff != "" {
		t.Error(diff)
	}
}

// One column that feeds several fields is one reason, and holds a row back once.
func TestReasonsAreTold(t *testing.T) {
	f := NewFold(Meta{})
	bad := func(field, column string) kyc.Issue { return reject("invalid_utf8", field, column, "m "+field, "f") }
	for seq, issues := range [][]kyc.Issue{
		{bad("firstName", "first"), bad("fullName", "first"), bad("cf1", "first"), bad("fullName", "last")},
		{bad("firstName", "first"), bad("fullName", "first"), reject("required_missing", "email", "", "m", "f")},
		{bad("fullName", "first")},
		{reject("key_conflict", "", "", "m", "f"), {Code: "email_shared", Field: "email"}},
	} {
		o := outcome(int64(seq), fmt.Sprint(seq), kyc.Rejected)
		o.Issues = issues
		_ = f.Add(o)
	}
	want := []Reason{{"invalid_utf8", "first", 3}, {"invalid_utf8", "last", 1}, {"key_conflict", "", 1}, {"required_missing", "email", 1}}
	if diff := cmp.Diff(want, f.Reasons()); diff != "" {
		t.Error(diff)
	}
}

func TestIssueGroupsAreBounded(t *testing.T) {
	f := NewFold(Meta{})
	for i := range int64(maxGroups + 10) {
		o := outcome(i, "k", kyc.Rejected)
		o.Issues = []kyc.Issue{reject(fmt.Sprint("code", i), "", "", "m", "f")}
		_ = f.Add(o)
	}
	if d := f.document(); len(d.Issues) != maxGroups || d.IssuesNotGrouped != 10 {
		t.Errorf("%d groups, %d over", len(d.Issues), d.IssuesNotGrouped)
	}
}

func TestPlacesKeepTheSmallest(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		var p places
		var seqs []int64
		for range rnd.IntN(60) {
			seq := rnd.Int64N(50)
			at, kept := p.add(seq, kyc.Origin{Row: seq})
			first := kept && at == 0
			if want := len(seqs) == 0 || seq < slices.Min(seqs); first != want {
				t.Fatalf("adding %d to %v: first is %v", seq, seqs, first)
			}
			seqs = append(seqs, seq)
		}
		slices.Sort(seqs)
		seqs = slices.Compact(seqs)
		seqs = seqs[:min(len(seqs), maxPlaces)]
		for i, seq := range seqs {
			if p.list[i].seq != seq {
				t.Fatalf("got %v, want %v", p.list, seqs)
			}
		}
		if len(p.list) != len(seqs) {
			t.Fatalf("got %d places, want %v", len(p.list), seqs)
		}
	}
}

func TestNumbersForPeople(t *testing.T) {
	for n, want := range map[int64]string{0: "0", 999: "999", 1000: "1,000", 12408: "12,408", 1234567: "1,234,567", -1000: "-1,000", -100: "-100"} {
		if got := thousands(n); got != want {
			t.Errorf("thousands(%d) = %s", n, got)
		}
	}
	for _, tt := range []struct {
		n, all int64
		want   string
	}{{0, 0, "–"}, {0, 5, "0.0 %"}, {1, 1001, "<0.1 %"}, {999999, 1000000, "99.9 %"}, {5, 5, "100.0 %"}, {1, 3, "33.3 %"}} {
		if got := percent(tt.n, tt.all); got != tt.want {
			t.Errorf("percent(%d, %d) = %s, want %s", tt.n, tt.all, got, tt.want)
		}
	}
}

func TestSegmentsFillTheBar(t *testing.T) {
	c := kyc.Counts{}
	c.ByStatus[kyc.Created], c.ByStatus[kyc.Rejected], c.ByStatus[kyc.InDoubt] = 1_000_000, 1, 1
	var x int64
	for _, s := range segments(c) {
		if s.X != x || s.W < 4 {
			t.Errorf("%s begins at %d, not %d, and is %d wide", s.Key, s.X, x, s.W)
		}
		x += s.W
	}
	if x != barWidth {
		t.Errorf("the segments are %d wide", x)
	}
	if got := segments(kyc.Counts{}); len(got) != 0 {
		t.Errorf("segments of nothing: %v", got)
	}
}

func TestKindsHoldOnlyKnownWords(t *testing.T) {
	tests := map[[3]string][3]string{
		{"approved", "passport", "KOR"}:         {"approved", "passport", "KOR"},
		{"rejected", "pancard", "ZWE"}:          {"rejected", "pancard", "ZWE"},
		{"", "", ""}:                            {"", "", ""},
		{"Approved", "PASSPORT", "kor"}:         {other, other, other},
		{secret, secret, secret}:                {other, other, other},
		{"other", "drivers_license", "XKX"}:     {other, "drivers_license", other},
		{"approved", "drivers_license", "[AA"}:  {"approved", "drivers_license", other},
		{"approved", "government_id", "AA\xff"}: {"approved", "government_id", other},
		{"approved", "aadhaar", "ABW"}:          {"approved", "aadhaar", "ABW"},
	}
	for in, want := range tests {
		var s kyc.Submission
		s[kyc.KYCStatus], s[kyc.IDType], s[kyc.IssuingCountry] = in[0], in[1], in[2]
		w := kindOf(&s).words(tally{})
		if got := [3]string{w.decision, w.idType, w.country}; got != want {
			t.Errorf("%q is counted as %q, want %q", in, got, want)
		}
	}
}

// A report made from the ledger has outcomes without values.
func TestPageWithoutValues(t *testing.T) {
	f := NewFold(Meta{WholeDir: true})
	_ = f.Add(outcome(0, "", kyc.Created))
	html := string(written(t, f.WriteHTML))
	for _, section := range []string{`id="fields"`, `id="countries"`, `id="dates"`} {
		if strings.Contains(html, section) {
			t.Errorf("the page has an empty section %s", section)
		}
	}
	if !strings.Contains(html, "whole run directory") {
		t.Error("the page does not say what it tells of")
	}
}

// The page links to the files that the end names, and to no other.
func TestPageLinksWhatIsThere(t *testing.T) {
	for want, files := range map[string]Files{
		"":             {},
		"rejects.csv":  {Rejects: "rejects.csv"},
		"issues.csv":   {Issues: "issues.csv"},
		"results.csv":  {Results: "results.csv"},
		"in_doubt.csv": {Doubts: "in_doubt.csv"},
	} {
		f := NewFold(Meta{})
		o := outcome(0, "k", kyc.Ready)
		o.Issues = []kyc.Issue{warn("a", "", "", "m", "f")}
		_ = f.Add(o)
		f.Finish(End{Files: files})
		html := string(written(t, f.WriteHTML))
		if got := strings.Count(html, `<a href="`) - strings.Count(html, `<a href="#`); got != min(len(want), 1) || !strings.Contains(html, want) {
			t.Errorf("%+v: the page has %d links, want one to %q", files, got, want)
		}
	}
}

func TestSaveReplacesWholeFiles(t *testing.T) {
	dir := t.TempDir()
	f := sampleFold(true)
	for range 2 {
		if err := f.Save(dir); err != nil {
			t.Fatal(err)
		}
	}
	names := dirNames(t, dir)
	if diff := cmp.Diff([]string{"report.html", "report.json"}, names); diff != "" {
		t.Error(diff)
	}
	for _, name := range names {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v %v", name, info.Mode(), err)
		}
	}
	if err := f.Save(filepath.Join(dir, "nowhere")); err == nil {
		t.Error("saved into a directory that is not there")
	}
}

func dirNames(t *testing.T, dir string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// BenchmarkFoldAdd measures a record with something wrong now and then, and a
// clean one with dates and documents, which is what most of them are.
func BenchmarkFoldAdd(b *testing.B) {
	clean := make([]*kyc.Outcome, 512)
	for i := range clean {
		clean[i] = outcome(int64(i), "", kyc.Ready)
		clean[i].Record.Submission = kyc.Submission{
			kyc.Email: secret, kyc.FullName: secret, kyc.BirthDate: fmt.Sprintf("19%02d-05-06", i%80+10), kyc.KYCStatus: "approved",
			kyc.IDType: kyc.IDTypes()[i%3], kyc.IssuingCountry: []string{"KOR", "JPN", "VNM", "USA", "DEU"}[i%5], kyc.UserID: secret,
			kyc.IssueDate: "2020-01-02", kyc.ExpireDate: fmt.Sprintf("%d-01-02", 2026+i%10), kyc.DocumentNumber: secret,
		}
	}
	for name, list := range map[string][]*kyc.Outcome{"troubled": sampleOutcomes(4096, true), "clean": clean} {
		b.Run(name, func(b *testing.B) {
			f := NewFold(Meta{Cutover: sampleTime})
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				_ = f.Add(list[i%len(list)])
			}
		})
	}
}

func TestSharedLead(t *testing.T) {
	for want, list := range map[string][]string{
		"the number is wrong: its digit; ": {"the number is wrong: its digit; it is a DNI", "the number is wrong: its digit; it is a CPF"},
		"the number is wrong: ":            {"the number is wrong: its digit; it is a DNI", "the number is wrong: by length", "the number is wrong: its digit; it is a CPF"},
		"":                                 {"one thing", "another: thing"},
		"it is: ":                          {"it is: so", "it is: so; and more"},
	} {
		var told []saying
		for _, m := range list {
			told = append(told, saying{message: m})
		}
		if got := sharedLead(told); got != want {
			t.Errorf("%q: %q, want %q", list, got, want)
		}
	}
}

// A sentence has one mark at its end, and a question keeps its own.
func TestSentencesHaveOneMark(t *testing.T) {
	for in, want := range map[string]string{"the key was refused": "the key was refused.", "it was.": "it was.", `did you mean "state"?`: `did you mean "state"?`} {
		if got := sentence(in); got != want {
			t.Errorf("%q becomes %q", in, got)
		}
	}
	f := NewFold(Meta{DryRun: true})
	f.Finish(End{Stopped: `the source has no column "stat"; did you mean "state"?`})
	if page := strings.ReplaceAll(string(written(t, f.WriteHTML)), pageJS, ""); !strings.Contains(page, "&#34;state&#34;?") || strings.Contains(page, "?.") {
		t.Error("the page has two marks at the end of a question")
	}
}
