package report

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"kycmigrate/internal/kyc"
)

func doubtful(seq int64, key string) *kyc.Outcome {
	o := outcome(seq, key, kyc.InDoubt)
	o.Doubt = &kyc.Doubt{
		Reason: "possible_candidate", Candidates: []string{"sub-1", "sub-2"}, Lookups: 4,
		FirstSent: sampleTime, LastSent: sampleTime.Add(90 * time.Second), RequestIDs: []string{"req-1", "req-2"},
	}
	return o
}

func writeDoubts(t *testing.T, path string, outcomes ...*kyc.Outcome) {
	t.Helper()
	d, err := NewDoubts(path, hexOf)
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range outcomes {
		if err := d.Add(o); err != nil {
			t.Fatal(err)
		}
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestDoubtsGolden(t *testing.T) {
	path := filepath.Join(t.TempDir(), "in_doubt.csv")
	d, err := NewDoubts(path, hexOf)
	if err != nil {
		t.Fatal(err)
	}
	bare := outcome(3, "@c", kyc.InDoubt)
	for _, o := range []*kyc.Outcome{doubtful(0, "a"), outcome(1, "b", kyc.Created), bare} {
		if err := d.Add(o); err != nil {
			t.Fatal(err)
		}
	}
	if err := d.AddElsewhere("beef", doubtful(0, "").Doubt, kyc.Origin{File: "older.csv", Row: 7}); err != nil {
		t.Fatal(err)
	}
	if d.Lines() != 3 {
		t.Errorf("%d lines", d.Lines())
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "in_doubt.csv", got)
}

func TestDoubtsWithoutDoubtIsNoFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "in_doubt.csv")
	writeDoubts(t, path)
	writeDoubts(t, path, doubtful(0, "a"))
	writeDoubts(t, path, outcome(0, "a", kyc.Created))
	if names := dirNames(t, dir); len(names) != 0 {
		t.Errorf("left %v", names)
	}
}

// decide fills in the column _decision, line by line.
func decide(t *testing.T, path string, decisions ...string) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(string(b), "\n"), "\n")
	for i, d := range decisions {
		lines[i+1] += d
	}
	if err := os.WriteFile(path, []byte(strings.Join(lines, "\n")), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestDoubtsKeepDecisionsNotYetTaken(t *testing.T) {
	path := filepath.Join(t.TempDir(), "in_doubt.csv")
	writeDoubts(t, path, doubtful(0, "a"), doubtful(1, "b"), doubtful(2, "c"))
	decide(t, path, "absent", "", "adopt:sub-1")
	writeDoubts(t, path, doubtful(2, "c"), doubtful(1, "b"))
	got, err := ReadDecisions(path)
	want := []Decision{{Record: "63", Action: Adopt, SubmissionID: "sub-1", Line: 2}}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Error(err, diff)
	}
}

func TestDoubtsDoNotReplaceAFileTheyCannotRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "in_doubt.csv")
	if err := os.WriteFile(path, []byte("_record,_decision\n\"6"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := NewDoubts(path, hexOf); err == nil {
		t.Error("decisions in the file would have been lost")
	}
}

func TestReadDecisions(t *testing.T) {
	path := filepath.Join(t.TempDir(), "in_doubt.csv")
	text := "_record,legacy_key,_decision\r\n" +
		"aa,\"two\nlines\",adopt:sub-1\r\n" +
		"BB,x, Absent \r\n" +
		"cc,x,\r\n" +
		"dd,x,SKIP\r\n" +
		"ee,x,Adopt: sub-2\r\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := ReadDecisions(path)
	want := []Decision{
		{Record: "aa", Action: Adopt, SubmissionID: "sub-1", Line: 2},
		{Record: "bb", Action: Absent, Line: 4},
		{Record: "dd", Action: Skip, Line: 6},
		{Record: "ee", Action: Adopt, SubmissionID: "sub-2", Line: 7},
	}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Error(err, diff)
	}
}

func TestReadDecisionsListsEveryProblem(t *testing.T) {
	path := filepath.Join(t.TempDir(), "in_doubt.csv")
	text := "_record,_decision\n" +
		"aa,adopt:sub-1\n" +
		"bb,yes\n" +
		"cc,adopt\n" +
		"dd,absent:sub-9\n" +
		"1.2E+31,skip\n" +
		",skip\n" +
		"aa,skip\n" +
		"ee,adopt:sub-1\n" +
		"ff,adopt:a b\n" +
		"ab,adopt:" + strings.Repeat("x", maxIDLength+1) + "\n" +
		"ad,skip\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := ReadDecisions(path)
	problems, ok := errors.AsType[*DecisionError](err)
	if !ok || got != nil {
		t.Fatalf("got %v, %v", got, err)
	}
	var lines []int
	for _, p := range problems.Problems {
		lines = append(lines, p.Line)
	}
	if diff := cmp.Diff([]int{3, 4, 5, 6, 7, 8, 9, 10, 11}, lines); diff != "" {
		t.Errorf("lines with problems: %s\n%v", diff, err)
	}
	if strings.Contains(err.Error(), "yes") || !strings.Contains(err.Error(), path+":3: ") {
		t.Errorf("the error quotes a cell or names no line:\n%v", err)
	}
}

func TestReadDecisionsFromWhatIsNoList(t *testing.T) {
	dir := t.TempDir()
	if _, err := ReadDecisions(filepath.Join(dir, "none.csv")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("missing file: %v", err)
	}
	path := filepath.Join(dir, "big.csv")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(path, maxDoubtsFile+1); err != nil {
		t.Fatal(err)
	}
	if _, err := ReadDecisions(path); err == nil {
		t.Error("a file over the bound was read")
	}
	if err := os.WriteFile(path, []byte("legacy_key,status\nx,y\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := ReadDecisions(path); err == nil || !strings.Contains(err.Error(), "_record") {
		t.Errorf("results.csv given for in_doubt.csv: %v", err)
	}
}
