package report

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"kycmigrate/internal/kyc"
)

// saveRun makes the report and the issues of outcomes as a run does.
func saveRun(t testing.TB, outcomes ...*kyc.Outcome) fstest.MapFS {
	t.Helper()
	return saveRunOf(t, Meta{DryRun: true}, outcomes...)
}

// saveRunOf is saveRun of a run of which more is known.
func saveRunOf(t testing.TB, m Meta, outcomes ...*kyc.Outcome) fstest.MapFS {
	t.Helper()
	fold := NewFold(m)
	var reported, listed bytes.Buffer
	list := &IssueList{file: &newFile{Writer: bufio.NewWriter(&listed)}, listed: map[issueKey]int64{}}
	var err error
	if list.table, err = newTableWriter[listedIssue](list.file); err != nil {
		t.Fatal(err)
	}
	for i, o := range outcomes {
		o.Record.Row.Seq, o.Record.Row.Origin = int64(i), kyc.Origin{File: "c.csv", Line: int64(i) + 2, Row: int64(i) + 1}
		if err := errors.Join(list.Add(o), fold.Add(o)); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(list.table.flush(), list.file.Flush(), fold.WriteJSON(&reported)); err != nil {
		t.Fatal(err)
	}
	return fstest.MapFS{"report.json": {Data: reported.Bytes()}, "issues.csv": {Data: listed.Bytes()}}
}

// judged is the outcome of a row with a key, "" for none: issues are codes,
// those in capitals reject.
func judged(key string, codes ...string) *kyc.Outcome {
	o := outcome(0, key, kyc.Ready)
	if key == "" {
		o.Record.Key = kyc.Key{}
	}
	for _, code := range codes {
		issue := warn(strings.ToLower(code), "email", "mail", "it is wrong", "mend it")
		if code == strings.ToUpper(code) {
			issue.Severity, o.Status = kyc.Reject, kyc.Rejected
		}
		o.Issues = append(o.Issues, issue)
	}
	return o
}

func diffOf(t testing.TB, a, b fstest.MapFS) *Difference {
	t.Helper()
	d, err := Diff(Run{"a", a}, Run{"b", b})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// mustTell holds a difference against short lines.
func mustTell(t *testing.T, d *Difference, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, told(d)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// told is a difference in short lines.
func told(d *Difference) []string {
	lines := []string{d.Verdict}
	if r := d.Records; r != nil {
		lines = append(lines, fmt.Sprintf("records: %d no longer, %d still, %d newly", r.NoLonger, r.Still, r.Newly))
	}
	for i := range d.Kinds {
		k := &d.Kinds[i]
		lines = append(lines, fmt.Sprintf("%s %s: %d → %d, %d gone, %d new %v by key %v", k.State, k.Code, k.Before, k.After, k.Gone, k.New, k.NewIn, k.ByKey))
	}
	return append(lines, d.Notes...)
}

func TestDiffFollowsRecordsByKey(t *testing.T) {
	a := saveRun(t, judged("1", "BAD"), judged("2", "BAD", "odd"), judged("3", "BAD", "WORSE"), judged("4"), judged("", "KEY"), judged("", "KEY"))
	b := saveRun(t, judged("", "KEY"), judged("4", "BAD"), judged("3", "BAD"), judged("2"), judged("1", "FRESH"), judged("6"))
	d := diffOf(t, a, b)
	mustTell(t, d,
		"1 fewer reject (5 → 4), 2 kinds of issue gone, 1 new kind of issue",
		"records: 2 no longer, 3 still, 1 newly", // 2 and a row without a key; 1, 3 and one without a key; 4
		"fewer bad: 3 → 2, 2 gone, 1 new [c.csv:3] by key true",
		"new fresh: 0 → 1, 0 gone, 1 new [c.csv:6] by key true",
		"fewer key: 2 → 1, 1 gone, 0 new [] by key true",
		"gone worse: 1 → 0, 1 gone, 0 new [] by key true",
		"gone odd: 1 → 0, 1 gone, 0 new [] by key true",
	)
	if !d.NewRejects() {
		t.Error("record 4 is rejected now")
	}
}

// The values of one column are no keys of another.
func TestDiffDoesNotFollowOtherKeys(t *testing.T) {
	keyed := func(key string) Meta { return Meta{DryRun: true, Options: []Fact{{Name: "Key", Value: key}}} }
	a := saveRunOf(t, keyed("id"), judged("1", "BAD"), judged("2"))
	b := saveRunOf(t, keyed("account"), judged("7"), judged("1", "BAD"))
	d := diffOf(t, a, b)
	mustTell(t, d,
		"as many rejects as before (1), no new kind of issue",
		"same bad: 1 → 1, 0 gone, 0 new [] by key false",
		"the key of A is id, that of B is account: records are not known again by it, so rows are counted and not told apart",
	)
	if d := diffOf(t, a, a); d.Records == nil {
		t.Error("records are not followed by the same key")
	}
}

func TestDiffTellsAChangedSeverity(t *testing.T) {
	a := saveRun(t, judged("1", "BAD"), judged("2", "BAD", "odd"), judged("3", "BAD"))
	b := saveRun(t, judged("1", "bad"), judged("2", "bad", "ODD"), judged("3"), judged("4", "bad"))
	d := diffOf(t, a, b)
	mustTell(t, d,
		"2 fewer rejects (3 → 1), 2 kinds of issue judged otherwise, no new kind of issue",
		"records: 2 no longer, 1 still, 0 newly",
		"same odd: 1 → 1, 0 gone, 0 new [] by key true",
		"same bad: 3 → 3, 1 gone, 1 new [c.csv:5] by key true",
	)
	for _, k := range d.Kinds {
		if want := map[string]string{"odd": "warning", "bad": "reject"}[k.Code]; k.SeverityBefore != want {
			t.Errorf("%s was %q before, want %q", k.Code, k.SeverityBefore, want)
		}
	}
	d.Records = nil
	if !d.NewRejects() {
		t.Error("odd rejects now")
	}
}

// left is the outcome of a row that a rule leaves out.
func left(key string) *kyc.Outcome {
	o := judged(key)
	o.Status, o.Record.Excluded = kyc.Excluded, "closed_account"
	return o
}

// What is only left out now is not better, and what was left out before is told as well.
func TestDiffTellsWhatIsOnlyExcluded(t *testing.T) {
	a := saveRun(t, judged("1", "BAD"), judged("2", "BAD", "odd"), judged("3", "BAD", "WORSE"), judged("4"), left("5"))
	b := saveRun(t, left("1"), left("2"), judged("3", "BAD"), judged("4"), judged("5", "WORSE"))
	d := diffOf(t, a, b)
	mustTell(t, d,
		"2 moved from rejected to excluded, 1 more reject besides (3 → 2 rejected), no new kind of issue",
		"records: 2 no longer, 1 still, 1 newly",
		"fewer bad: 3 → 1, 2 gone, 0 new [] by key true",
		"same worse: 1 → 1, 1 gone, 1 new [c.csv:6] by key true",
		"gone odd: 1 → 0, 1 gone, 0 new [] by key true",
	)
	if *d.Records != (RecordDiff{NoLonger: 2, Still: 1, Newly: 1, NowExcluded: 2, WereExcluded: 1}) {
		t.Errorf("%+v", d.Records)
	}
	for i, only := range []bool{true, false, true} {
		if k := &d.Kinds[i]; k.OnlyExcluded() != only {
			t.Errorf("%s: %d gone, %d of them left out", k.Code, k.Gone, k.Excluded)
		}
	}
	if d.Kinds[1].Included != 1 {
		t.Errorf("%+v", d.Kinds[1])
	}
}

func TestVerdictOfWhatMoved(t *testing.T) {
	for want, n := range map[string][3]int64{
		"34 moved from rejected to excluded (34 → 0 rejected)":                               {34, 34, 0},
		"2 moved from rejected to excluded, 1 fewer reject besides (5 → 2 rejected)":         {2, 5, 2},
		"2 moved from rejected to excluded, 1,000 more rejects besides (2 → 1,000 rejected)": {2, 2, 1000},
	} {
		if got := movedText(n[0], n[1], n[2]); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// Runs of one source know its rows by their places, which also those have that were found
// late, without their keys.
func TestDiffOfOneSourceFollowsRowsByPlace(t *testing.T) {
	save := func(outcomes ...*kyc.Outcome) fstest.MapFS {
		files := saveRun(t, outcomes...)
		files["report.json"].Data = bytes.Replace(files["report.json"].Data, []byte(`"source_digest": ""`), []byte(`"source_digest": "ab"`), 1)
		return files
	}
	a, b := save(judged("", "odd"), judged("", "odd"), judged("3")), save(left("1"), judged("", "odd"), judged("", "odd"))
	d := diffOf(t, a, b)
	mustTell(t, d, "nothing is rejected, before or after, no new kind of issue", "records: 0 no longer, 0 still, 0 newly",
		"same odd: 2 → 2, 1 gone, 1 new [c.csv:4] by key true")
	if !d.ByPlace || d.Kinds[0].Excluded != 1 {
		t.Errorf("%+v", d)
	}
}

// An export that came again unchanged under another name is the same source: nothing of it is new.
func TestDiffOfOneSourceUnderTwoNames(t *testing.T) {
	save := func(name string) fstest.MapFS {
		files := saveRun(t, judged("1", "BAD"), judged("", "odd"), judged("3"))
		for old, now := range map[string]string{`"source_digest": ""`: `"source_digest": "ab"`, `"source": ""`: `"source": "exports/` + name + `"`} {
			files["report.json"].Data = bytes.Replace(files["report.json"].Data, []byte(old), []byte(now), 1)
		}
		files["issues.csv"].Data = bytes.ReplaceAll(files["issues.csv"].Data, []byte("c.csv"), []byte("exports/"+name))
		return files
	}
	d := diffOf(t, save("monday.csv"), save("tuesday.csv"))
	if !d.ByPlace || d.NewRejects() || *d.Records != (RecordDiff{Still: 1}) {
		t.Errorf("%+v, %+v", d, d.Records)
	}
	for _, k := range d.Kinds {
		if k.Gone+k.New > 0 || len(k.NewIn) > 0 {
			t.Errorf("%+v", k)
		}
	}
}

// Of a run that an earlier version of this program made it is not known what is left out.
func TestDiffWithoutAListOfTheExcluded(t *testing.T) {
	a, b := saveRun(t, judged("1", "BAD")), saveRun(t, left("1"))
	b["issues.csv"].Data = b["issues.csv"].Data[:bytes.IndexByte(b["issues.csv"].Data, '\n')+1]
	want := []string{"B does not list the rows that its rules leave out: what is gone or new may only be left out, or no longer"}
	if diff := cmp.Diff(want, diffOf(t, a, b).Notes); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestDiffOfTheSame(t *testing.T) {
	outcomes := []*kyc.Outcome{judged("1", "BAD", "odd"), judged("2"), judged("2", "KEY"), judged("", "KEY")}
	a := saveRun(t, outcomes...)
	d := diffOf(t, a, saveRun(t, outcomes...))
	for i := range d.Kinds {
		if k := &d.Kinds[i]; k.State != StateSame || k.Gone+k.New != 0 || !k.ByKey {
			t.Errorf("got %+v", k)
		}
	}
	if d.Verdict != "as many rejects as before (3), no new kind of issue" || d.NewRejects() || len(d.Notes) > 0 {
		t.Errorf("got %q, %v", d.Verdict, d.Notes)
	}
	if *d.Records != (RecordDiff{Still: 3}) {
		t.Errorf("got %+v", d.Records)
	}
}

func TestDiffOfFewerRows(t *testing.T) {
	d := diffOf(t, saveRun(t, judged("1", "BAD"), judged("2")), saveRun(t, judged("2")))
	want := "B read 1 row fewer than A: some of what is gone may not have been read, rather than mended"
	if diff := cmp.Diff([]string{want}, d.Notes); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
}

// A list of issues that is missing, or was left by another invocation, is no
// ground to tell rows apart.
func TestDiffWithoutAListCounts(t *testing.T) {
	const left = "file,line,row,legacy_key,severity,code,field,column\nc.csv,2,1,9,reject,bad,email,mail\nc.csv,3,2,8,reject,bad,email,mail\n"
	for name, file := range map[string]*fstest.MapFile{"missing": nil, "left": {Data: []byte(left)}} {
		t.Run(name, func(t *testing.T) {
			a, b := saveRun(t, judged("1", "BAD")), saveRun(t, judged("1", "BAD"), judged("2", "BAD"), judged("3", "BAD"))
			delete(b, "issues.csv")
			if file != nil {
				b["issues.csv"] = file
			}
			d := diffOf(t, a, b)
			mustTell(t, d,
				"2 more rejects (1 → 3), no new kind of issue",
				"more bad: 1 → 3, 0 gone, 2 new [] by key false",
				"B has no issues.csv that belongs to its report, so rows are counted and not told apart",
			)
			if !d.NewRejects() {
				t.Error("two more rows are rejected")
			}
		})
	}
}

// Of warnings that a great many rows have only the first are listed: then the
// kind is counted, and what rejects is still followed.
func TestDiffOfManyWarnings(t *testing.T) {
	var many []*kyc.Outcome
	for i := range MaxListed + 5 {
		many = append(many, judged(fmt.Sprint(i), "odd"))
	}
	a := saveRun(t, many...)
	if n := bytes.Count(a["issues.csv"].Data, []byte("\n")); n != MaxListed+1 {
		t.Errorf("issues.csv has %d lines", n)
	}
	many[0] = judged("0", "BAD")
	mustTell(t, diffOf(t, a, saveRun(t, many...)),
		"1 more reject (0 → 1), 1 new kind of issue",
		"records: 0 no longer, 0 still, 1 newly",
		"new bad: 0 → 1, 0 gone, 1 new [c.csv:2] by key true",
		"fewer odd: 10005 → 10004, 1 gone, 0 new [] by key false",
	)
}

// What a dry run finds late has no keys, and a run has them: then rows are
// counted, or all would be gone and others new.
func TestDiffOfLateIssues(t *testing.T) {
	late, known := judged("", "odd"), judged("7", "odd")
	a, b := saveRun(t, late, late, judged("1", "BAD")), saveRun(t, known, judged("8"), judged("1", "BAD"))
	mustTell(t, diffOf(t, a, b),
		"as many rejects as before (1), no new kind of issue",
		"records: 0 no longer, 1 still, 0 newly",
		"same bad: 1 → 1, 0 gone, 0 new [] by key true",
		"fewer odd: 2 → 1, 1 gone, 0 new [] by key false",
	)
}

// The list has every warning only if that is asked for, and counts the others.
func TestIssueListIsCutWhereNotAskedForAll(t *testing.T) {
	for all, want := range map[bool]struct{ lines, unlisted int64 }{false: {MaxListed + 4, 3}, true: {MaxListed + 7, 0}} {
		path := filepath.Join(t.TempDir(), "issues.csv")
		list, err := NewIssueList(path, all)
		if err != nil {
			t.Fatal(err)
		}
		for i := range int64(MaxListed + 1) {
			err = errors.Join(err, list.Add(judged(strconv.FormatInt(i, 10), "odd")))
		}
		odd := judged("", "odd").Issues[0]
		late := warn("late", "email", "mail", "m", "f")
		for row := range int64(2) {
			at := kyc.Origin{File: "c.csv", Line: row + 2, Row: row + 1}
			err = errors.Join(err, list.AddLate(at, &odd), list.AddLate(at, &late))
		}
		if err = errors.Join(err, list.Add(judged("1", "BAD")), list.Close()); err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(path)
		if lines := int64(bytes.Count(text, []byte("\n"))); err != nil || lines != want.lines || list.Unlisted() != want.unlisted {
			t.Errorf("all %v: %d lines and %d unlisted, want %+v, %v", all, lines, list.Unlisted(), want, err)
		}
		if !bytes.Contains(text, []byte("\nc.csv,3,2,,warning,late,email,mail,m\n")) {
			t.Errorf("all %v: a late warning is not listed by its place", all)
		}
	}
}

func TestIssueListIsPrivateAndHarmless(t *testing.T) {
	path := filepath.Join(t.TempDir(), "issues.csv")
	list, err := NewIssueList(path, false)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(list.Add(judged("=1+1", "BAD", "BAD", "odd")), list.Close(), list.Abort()); err != nil {
		t.Fatal(err)
	}
	want := "file,line,row,legacy_key,severity,code,field,column,message\n" +
		"legacy.csv,2,1,'=1+1,reject,bad,email,mail,it is wrong\nlegacy.csv,2,1,'=1+1,warning,odd,email,mail,it is wrong\n"
	got, err := os.ReadFile(path)
	if diff := cmp.Diff(want, string(got)); diff != "" || err != nil {
		t.Errorf("(-want +got):\n%s%v", diff, err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
}

func TestDiffRefuses(t *testing.T) {
	good := saveRun(t, judged("1"))
	tests := map[string]string{
		"no report": "", "no JSON": "{", "another version": `{"version": 2}`,
	}
	for name, text := range tests {
		t.Run(name, func(t *testing.T) {
			bad := fstest.MapFS{}
			if text != "" {
				bad["report.json"] = &fstest.MapFile{Data: []byte(text)}
			}
			if _, err := Diff(Run{"a", good}, Run{"b", bad}); err == nil || !strings.Contains(err.Error(), "report.json") {
				t.Errorf("got %v", err)
			}
		})
	}
}

// What a ledger alone tells is less than what was read: to compare the two would tell
// of changes that are none. Two reports of ledgers can be compared.
func TestDiffRefusesALedgerAndASource(t *testing.T) {
	fold := NewFold(Meta{WholeDir: true})
	var reported bytes.Buffer
	if err := errors.Join(fold.Add(judged("1", "BAD")), fold.WriteJSON(&reported)); err != nil {
		t.Fatal(err)
	}
	ledger, read := fstest.MapFS{"report.json": {Data: reported.Bytes()}}, saveRun(t, judged("1", "BAD"))
	var refused *LedgerOnly
	for name, runs := range map[string][2]Run{"before": {{"old", ledger}, {"new", read}}, "after": {{"new", read}, {"old", ledger}}} {
		if _, err := Diff(runs[0], runs[1]); !errors.As(err, &refused) || refused.Run != "old" || !strings.Contains(err.Error(), "old") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if d := diffOf(t, ledger, ledger); d.Verdict != "as many rejects as before (1), no new kind of issue" {
		t.Errorf("two ledgers: %q", d.Verdict)
	}
}

// Diff tells what a naive comparison of sets tells.
func TestDiffIsTheDifferenceOfSets(t *testing.T) {
	codes := []string{"BAD", "WORSE", "odd"}
	rapid.Check(t, func(r *rapid.T) {
		draw := func(name string) map[string][]string {
			return rapid.MapOfN(rapid.StringMatching("[a-f]"), rapid.SliceOfNDistinct(rapid.SampledFrom(codes), 0, 3, rapid.ID), 0, 6).Draw(r, name)
		}
		before, after := draw("before"), draw("after")
		d := diffOf(t, saveRun(t, outcomesOf(before)...), saveRun(t, outcomesOf(after)...))
		for i := range d.Kinds {
			k := &d.Kinds[i]
			if gone, added := setDiff(before, after, k.Code), setDiff(after, before, k.Code); k.Gone != gone || k.New != added || !k.ByKey {
				r.Fatalf("%+v, want %d gone and %d new", k, gone, added)
			}
		}
	})
}

func outcomesOf(records map[string][]string) (list []*kyc.Outcome) {
	for key, codes := range records {
		list = append(list, judged(key, codes...))
	}
	return list
}

// setDiff counts the keys that have a code in a and not in b.
func setDiff(a, b map[string][]string, code string) (n int64) {
	has := func(codes []string) bool {
		return strings.Contains(strings.ToLower(" "+strings.Join(codes, " ")+" "), " "+code+" ")
	}
	for key := range a {
		if has(a[key]) && !has(b[key]) {
			n++
		}
	}
	return n
}

// FuzzDiff: whatever stands in the files of a run, there is a difference or an
// error.
func FuzzDiff(f *testing.F) {
	good := saveRun(f, judged("1", "BAD", "odd"), judged("", "KEY"))
	f.Add(good["report.json"].Data, good["issues.csv"].Data)
	f.Fuzz(func(t *testing.T, reportJSON, issues []byte) {
		other := fstest.MapFS{"report.json": {Data: reportJSON}, "issues.csv": {Data: issues}}
		if d, err := Diff(Run{"a", good}, Run{"b", other}); err == nil && d.Verdict == "" {
			t.Error("neither a difference nor an error")
		}
	})
}
