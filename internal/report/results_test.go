package report

import (
	"encoding/csv"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"kycmigrate/internal/kyc"
)

// hexOf stands in for the MAC of a key.
func hexOf(k kyc.Key) string { return fmt.Sprintf("%x", k.String()) }

// writeResults runs outcomes into the results.csv at path.
func writeResults(t testing.TB, path string, outcomes ...*kyc.Outcome) {
	t.Helper()
	r, err := NewResults(path, hexOf)
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range outcomes {
		if err := r.Add(o); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
}

// readResults reads the file back: key → "id status", as this package does.
func readResults(t testing.TB, path string) map[string]string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := &Results{old: f}
	got := map[string]string{}
	err = r.eachOld(func(line result) error {
		if _, ok := got[line.LegacyKey]; ok {
			t.Errorf("key %q has two lines", line.LegacyKey)
		}
		got[line.LegacyKey] = strings.TrimSpace(line.SubmissionID + " " + line.Status)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func withID(o *kyc.Outcome, id string) *kyc.Outcome {
	o.SubmissionID = id
	return o
}

func withIssue(o *kyc.Outcome, issues ...kyc.Issue) *kyc.Outcome {
	o.Issues = issues
	return o
}

func TestResultsGolden(t *testing.T) {
	path := filepath.Join(t.TempDir(), "results.csv")
	doubt := outcome(4, "C-5", kyc.InDoubt)
	doubt.Doubt = &kyc.Doubt{Reason: "no_answer"}
	created := withID(outcome(0, "C-1", kyc.Created), "sub-1")
	created.Images, created.Held = 3, 3
	twoParts := withID(outcome(6, "", kyc.Created), "sub-7")
	twoParts.Record.Key = kyc.Key{Parts: []string{"서울|1", "김"}}
	writeResults(t, path,
		created,
		withIssue(outcome(1, "C-2", kyc.Rejected), warn("w", "", "", "m", "f"), reject("date_unreadable", "", "", "m", "f"), reject("required_missing", "", "", "m", "f"), reject("date_unreadable", "", "", "m", "f")),
		withIssue(outcome(2, "C-1", kyc.Rejected), reject(keyDuplicate, "", "", "m", "f")),
		outcome(3, "", kyc.Rejected),
		withIssue(doubt, reject("no_answer", "", "", "m", "f")),
		withID(outcome(5, `=HYPERLINK("x")`, kyc.Created), "-id"),
		twoParts,
	)
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "results.csv", got)
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	want := map[string]string{
		"C-1": "sub-1 created", "C-2": "rejected", "C-5": "in_doubt",
		`=HYPERLINK("x")`: "-id created", `서울\|1|김`: "sub-7 created",
	}
	if diff := cmp.Diff(want, readResults(t, path)); diff != "" {
		t.Error(diff)
	}
}

func TestResultsMerge(t *testing.T) {
	changed := withID(outcome(0, "k", kyc.Already), "id")
	changed.Changed = true
	tests := map[string]struct {
		old, now *kyc.Outcome
		want     string
	}{
		"not in this source":        {withID(outcome(0, "k", kyc.Created), "id"), outcome(0, "other", kyc.Rejected), "id created"},
		"rejected, then created":    {outcome(0, "k", kyc.Rejected), withID(outcome(0, "k", kyc.Created), "id"), "id created"},
		"created, then already":     {withID(outcome(0, "k", kyc.Created), "id"), withID(outcome(0, "k", kyc.Already), "id"), "id created"},
		"created, then changed":     {withID(outcome(0, "k", kyc.Created), "id"), changed, "id created"},
		"created, then another row": {withID(outcome(0, "k", kyc.Created), "id"), withID(outcome(9, "k", kyc.Rejected), "id"), "id created"},
		"lost, then another row":    {outcome(0, "other", kyc.Rejected), withID(outcome(9, "k", kyc.Rejected), "id"), "id created"},
		"created, then updated":     {withID(outcome(0, "k", kyc.Created), "id"), withID(outcome(0, "k", kyc.Updated), "id"), "id updated"},
		"incomplete, then already":  {withID(outcome(0, "k", kyc.Incomplete), "id"), withID(outcome(0, "k", kyc.Already), "id"), "id created"},
		"in doubt, then already":    {outcome(0, "k", kyc.InDoubt), withID(outcome(0, "k", kyc.Already), "id"), "id created"},
		"created, then not reached": {withID(outcome(0, "k", kyc.Created), "id"), outcome(0, "k", kyc.NotAttempted), "id created"},
		"refused, then not reached": {outcome(0, "k", kyc.Refused), outcome(0, "k", kyc.NotAttempted), "refused"},
		"created, then rejected":    {withID(outcome(0, "k", kyc.Created), "id"), outcome(0, "k", kyc.Rejected), "id created"},
		"refused, then rejected":    {outcome(0, "k", kyc.Refused), outcome(0, "k", kyc.Rejected), "rejected"},
		"done, then repeated": {
			withID(outcome(0, "k", kyc.Created), "id"),
			withIssue(outcome(9, "k", kyc.Rejected), reject(keyDuplicate, "", "", "m", "f")), "id created",
		},
		"it differed, and no more": {changed, withID(outcome(0, "k", kyc.Already), "id"), "id created"},
		"key like a formula":       {withID(outcome(0, "k", kyc.Created), "id"), outcome(0, "=k", kyc.Rejected), "id created"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "results.csv")
			writeResults(t, path, tt.old)
			writeResults(t, path, tt.now)
			if got := readResults(t, path)["k"]; got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// Whatever the runs, no key and no submission id is ever lost, and the file
// has one line for each key.
func TestResultsAreNeverShortened(t *testing.T) {
	dir := t.TempDir()
	runs := 0
	rapid.Check(t, func(rt *rapid.T) {
		runs++
		path := filepath.Join(dir, fmt.Sprint(runs, ".csv"))
		keys, ids := map[string]bool{}, map[string]bool{}
		for range rapid.IntRange(1, 4).Draw(rt, "runs") {
			var list []*kyc.Outcome
			seen := map[string]bool{}
			for i := range rapid.IntRange(0, 600).Draw(rt, "rows") {
				key := rapid.SampledFrom([]string{"", "=", "'", "a\r\nb", "-", "'="}).Draw(rt, "prefix") + fmt.Sprint(rapid.IntRange(0, 300).Draw(rt, "key"))
				if seen[key] {
					continue
				}
				seen[key], keys[strings.ReplaceAll(key, "\r\n", "\n")] = true, true
				o := outcome(int64(i), key, kyc.Status(rapid.IntRange(0, int(kyc.NotAttempted)).Draw(rt, "status")))
				if o.Status <= kyc.Updated {
					o.SubmissionID = fmt.Sprintf("%x", key)
					ids[o.SubmissionID] = true
				}
				list = append(list, o)
			}
			writeResults(t, path, list...)
		}
		got := readResults(t, path)
		if len(got) != len(keys) {
			rt.Fatalf("%d keys in the file, %d given", len(got), len(keys))
		}
		for _, v := range got {
			id, _, _ := strings.Cut(v, " ")
			delete(ids, id)
		}
		if len(ids) > 0 {
			rt.Fatalf("%d submission ids are lost", len(ids))
		}
	})
}

// A process that ends in between leaves the earlier file whole, and what it
// leaves behind does not hinder the next.
func TestResultsSurviveAKill(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "results.csv")
	writeResults(t, path, withID(outcome(0, "k", kyc.Created), "id"))
	before, _ := os.ReadFile(path)

	killed, err := NewResults(path, hexOf)
	if err != nil {
		t.Fatal(err)
	}
	for i := range int64(5000) {
		if err := killed.Add(outcome(i, fmt.Sprint(i), kyc.Failed)); err != nil {
			t.Fatal(err)
		}
	}
	if after, _ := os.ReadFile(path); !slices.Equal(before, after) {
		t.Error("the earlier file changed before Close")
	}
	writeResults(t, path, withID(outcome(1, "l", kyc.Created), "id2"))
	if diff := cmp.Diff(map[string]string{"k": "id created", "l": "id2 created"}, readResults(t, path)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"results.csv"}, dirNames(t, dir)); diff != "" {
		t.Error(diff)
	}
}

func TestResultsAbort(t *testing.T) {
	dir := t.TempDir()
	r, err := NewResults(filepath.Join(dir, "results.csv"), hexOf)
	if err != nil {
		t.Fatal(err)
	}
	d, err := NewDoubts(filepath.Join(dir, "in_doubt.csv"), hexOf)
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := errors.Join(r.Abort(), d.Abort(), (*Results)(nil).Abort(), (*Doubts)(nil).Abort()); err != nil {
			t.Error(err)
		}
	}
	if names := dirNames(t, dir); len(names) != 0 {
		t.Errorf("left %v", names)
	}
}

func TestAbortAfterCloseKeepsTheFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "results.csv")
	r, err := NewResults(path, hexOf)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(r.Add(outcome(0, "k", kyc.Failed)), r.Close(), r.Abort()); err != nil {
		t.Fatal(err)
	}
	if got := readResults(t, path)["k"]; got != "failed" {
		t.Errorf("got %q", got)
	}
}

func TestResultsRefuseAForeignFile(t *testing.T) {
	for name, text := range map[string]string{
		"other columns": "id,name\n1,x\n",
		"ragged":        "legacy_key,submission_id,status\nk\n",
	} {
		dir := t.TempDir()
		path := filepath.Join(dir, "results.csv")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := NewResults(path, hexOf); err == nil || !strings.Contains(err.Error(), "move it away") {
			t.Errorf("%s: %v", name, err)
		}
		if diff := cmp.Diff([]string{"results.csv"}, dirNames(t, dir)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// What a spreadsheet makes of the file is still taken.
func TestResultsMergeAfterASpreadsheet(t *testing.T) {
	path := filepath.Join(t.TempDir(), "results.csv")
	text := "\ufefflegacy_key;submission_id;status;my notes\r\n'=k;id;created;ask Kim\r\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	writeResults(t, path, withID(outcome(0, "=k", kyc.Already), "id"), outcome(1, "l", kyc.Rejected))
	if diff := cmp.Diff(map[string]string{"=k": "id created", "l": "rejected"}, readResults(t, path)); diff != "" {
		t.Error(diff)
	}
}

// A line that somebody copied must not make the first one's id forgotten.
func TestResultsMergeRepeatedLines(t *testing.T) {
	for _, lines := range []string{"k,id,created\nk,,rejected\n", "k,,rejected\nk,id,created\n"} {
		path := filepath.Join(t.TempDir(), "results.csv")
		if err := os.WriteFile(path, []byte("legacy_key,submission_id,status\n"+lines), 0o600); err != nil {
			t.Fatal(err)
		}
		writeResults(t, path, outcome(0, "k", kyc.Rejected))
		if b, err := os.ReadFile(path); err != nil || !strings.Contains(string(b), "k,id,created") {
			t.Errorf("%s, %v", b, err)
		}
	}
}

func TestKeySetTakesEightBytesAKey(t *testing.T) {
	var k keySet
	for i := range 10_000 {
		k.add(fmt.Sprint(i%5000), i%2 == 0, false)
	}
	k.sort()
	if len(k.entries) != 5000 || cap(k.entries) > 10_000*2 {
		t.Errorf("%d entries in room for %d", len(k.entries), cap(k.entries))
	}
	if k.find("17") == nil || k.find("nothing") != nil {
		t.Error("keys are not found")
	}
}

func BenchmarkResultsAdd(b *testing.B) {
	r, err := NewResults(filepath.Join(b.TempDir(), "results.csv"), func(kyc.Key) string { return strings.Repeat("ab", 16) })
	if err != nil {
		b.Fatal(err)
	}
	o := withID(outcome(1, "C-1001", kyc.Created), "sub-1")
	b.ReportAllocs()
	for b.Loop() {
		if err := r.Add(o); err != nil {
			b.Fatal(err)
		}
	}
	if err := r.Abort(); err != nil {
		b.Fatal(err)
	}
}

// The header is part of the surface: scripts read it.
func TestResultsHeader(t *testing.T) {
	path := filepath.Join(t.TempDir(), "results.csv")
	writeResults(t, path)
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	got, err := csv.NewReader(f).ReadAll()
	want := [][]string{{"legacy_key", "submission_id", "status", "images", "reason", "file", "row", "_record"}}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Error(err, diff)
	}
}

// What turned out to be another record's is taken out, whoever told it.
func TestRetract(t *testing.T) {
	path := filepath.Join(t.TempDir(), "results.csv")
	writeResults(t, path, withID(outcome(0, "A", kyc.Created), "sub-a"), withID(outcome(1, "B", kyc.Created), "sub-b"))
	r, err := NewResults(path, hexOf)
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range []*kyc.Outcome{withID(outcome(0, "C", kyc.Created), "sub-c"), withID(outcome(1, "D", kyc.Created), "sub-d")} {
		if err := r.Add(o); err != nil {
			t.Fatal(err)
		}
	}
	for _, key := range []string{"B", "C", "unknown"} {
		r.Retract(hexOf(kyc.Key{Parts: []string{key}}), "id_already_bound")
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"A": "sub-a created", "B": "in_doubt", "C": "in_doubt", "D": "sub-d created"}
	if diff := cmp.Diff(want, readResults(t, path)); diff != "" {
		t.Error(diff)
	}
}

// TestKeysAreFoundWhereTheyLie looks for hashes among few and many, crowded and spread.
func TestKeysAreFoundWhereTheyLie(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		hash := rapid.OneOf(rapid.Uint64(), rapid.Uint64Range(0, 1000), rapid.Uint64Range(1<<63, 1<<63+1000), rapid.Just(^uint64(0)))
		set := keySet{entries: rapid.SliceOfN(hash, 1, 200).Draw(rt, "entries")}
		set.sort()
		for _, h := range append(rapid.SliceOfN(hash, 20, 20).Draw(rt, "others"), set.entries...) {
			h = h >> flagBits << flagBits
			want, _ := slices.BinarySearch(set.entries, h)
			if got := set.near(h); got != want {
				rt.Fatalf("%d stands at %d, not at %d of %d", h, got, want, set.entries)
			}
		}
	})
}

// For an auditor a line tells how the record of a key stands after all runs, and why. What
// is wrong by now with a row whose record is in ARGOS is no reason of that.
func TestResultsTellWhatIsTrueOfTheRecord(t *testing.T) {
	faulty := reject("date_impossible", "birthDate", "dob", "m", "f")
	conflict := reject("key_conflict", "", "", "m", "f")
	differing := withIssue(withID(outcome(2, "c", kyc.Already), "id-c"), faulty, warn("already_changed", "", "", "m", "f"))
	differing.Changed = true
	path := filepath.Join(t.TempDir(), "results.csv")
	writeResults(t, path, withID(outcome(4, "e", kyc.Created), "id-e"))
	writeResults(t, path,
		withIssue(withID(outcome(0, "a", kyc.Created), "id-a"), faulty),
		withID(outcome(1, "b", kyc.Already), "id-b"),
		differing,
		withIssue(outcome(3, "d", kyc.Rejected), faulty),
		withIssue(withID(outcome(40, "e", kyc.Rejected), "id-e"), faulty, conflict),
		withIssue(withID(outcome(50, "f", kyc.Rejected), "id-f"), conflict),
		outcome(6, "g", kyc.Excluded),
		withIssue(withID(outcome(7, "h", kyc.Already), "id-h"), warn(ExcludedInArgos, "", "", "m", "f")),
	)
	writeResults(t, path, withID(outcome(2, "c", kyc.Already), "id-c"))
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want := `legacy_key,submission_id,status,images,reason,file,row,_record
c,id-c,created,0,,legacy.csv,3,63
a,id-a,created,0,,legacy.csv,1,61
b,id-b,created,0,,legacy.csv,2,62
d,,rejected,0,date_impossible,legacy.csv,4,64
f,id-f,created,0,differs,legacy.csv,51,66
g,,excluded,0,skipped_by_decision,legacy.csv,7,67
h,id-h,created,0,excluded_in_argos,legacy.csv,8,68
e,id-e,created,0,,legacy.csv,5,65
`
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
