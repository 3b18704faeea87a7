package report

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kycmigrate/internal/kyc"
)

// TestLinesAsWeWriteThemAreCarriedOverAlike holds the quick way through an earlier
// results.csv against the way through a table, which a byte order mark leads to.
func TestLinesAsWeWriteThemAreCarriedOverAlike(t *testing.T) {
	dir := t.TempDir()
	cell := rapid.SampledFrom([]string{
		"", "k1", "k2", "k3", "k4", "k5", "sub-1", "created", "already", "rejected", "in_doubt", "0", "-1", "=1+1", "'=1+1", "''=x", "'quoted",
		`"a,b"`, `"a""b"`, "\"two\nlines\"", `"plain"`, `\.`, " space in front", "\u00a0space", "ü", "\xff", "space behind ", "x\r", strings.Repeat("long", 30_000), `bad"quote`,
	})
	rapid.Check(t, func(rt *rapid.T) {
		var b strings.Builder
		b.WriteString(rapid.SampledFrom([]string{resultHeader, resultHeader, resultHeader, strings.ReplaceAll(resultHeader, ",", ";"), strings.TrimSpace(resultHeader), ""}).Draw(rt, "header"))
		usual := rapid.Bool().Draw(rt, "usual") // as nearly all lines are
		for range rapid.IntRange(0, 8).Draw(rt, "lines") {
			line := []string{"", "sub-1", "created", "0", "", "customers.csv", "7", "abcdef"}
			line[0] = rapid.SampledFrom([]string{"k1", "k2", "k3", "k4", "k5"}).Draw(rt, "key")
			for i := range line {
				if !usual && rapid.IntRange(0, 5).Draw(rt, "odd") == 0 {
					line[i] = cell.Draw(rt, "cell")
				}
			}
			if !usual && rapid.IntRange(0, 19).Draw(rt, "short") == 0 {
				line = line[:7]
			}
			b.WriteString(strings.Join(line, ",") + rapid.SampledFrom([]string{"\n", "\n", "\n", "\n", "\r\n", "\n\n", ""}).Draw(rt, "end"))
		}
		var outcomes []*kyc.Outcome
		for i, key := range rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"k1", "k2", "k6", "=1+1", "'quoted"}), 0, 3, rapid.ID[string]).Draw(rt, "keys") {
			o := outcome(int64(i), key, rapid.SampledFrom([]kyc.Status{kyc.Already, kyc.Created, kyc.Rejected, kyc.NotAttempted}).Draw(rt, "status"))
			o.SubmissionID = rapid.SampledFrom([]string{"", "sub-9"}).Draw(rt, "submission")
			outcomes = append(outcomes, o)
		}
		retract := rapid.Bool().Draw(rt, "retract")
		merge := func(name, before string) (string, error) {
			path := filepath.Join(dir, name)
			if err := os.WriteFile(path, []byte(before), 0o600); err != nil {
				rt.Fatal(err)
			}
			r, err := NewResults(path, func(k kyc.Key) string { return "mac-" + k.String() })
			if err != nil {
				return "", err
			}
			for _, o := range outcomes {
				if err := r.Add(o); err != nil {
					rt.Fatal(err)
				}
			}
			if retract {
				r.Retract("abcdef", "id_already_bound")
			}
			if err := r.Close(); err != nil {
				rt.Fatal(err)
			}
			after, err := os.ReadFile(path)
			if err != nil {
				rt.Fatal(err)
			}
			return string(after), nil
		}
		quick, err1 := merge("a.csv", b.String())
		table, err2 := merge("a.csv", "\ufeff"+b.String())
		if err1 == nil && err2 == nil && quick == table {
			return
		}
		if err1 == nil || err2 == nil || err1.Error() != err2.Error() {
			rt.Fatalf("%q became\n%q (%v)\n%q (%v)", b.String(), quick, err1, table, err2)
		}
	})
}

// TestResultsThatStayAreNotWrittenAnew: where a run has nothing to tell the file stands,
// and one that somebody took away meanwhile is put back.
func TestResultsThatStayAreNotWrittenAnew(t *testing.T) {
	path := filepath.Join(t.TempDir(), "results.csv")
	again := func(meanwhile func() error) os.FileInfo {
		r, err := NewResults(path, func(kyc.Key) string { return "ab" })
		if err != nil {
			t.Fatal(err)
		}
		o := outcome(1, "k1", kyc.Already)
		o.SubmissionID = "sub-1"
		if err := errors.Join(r.Add(o), meanwhile(), r.Close()); err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		return info
	}
	nothing := func() error { return nil }
	first := again(nothing)
	if !os.SameFile(first, again(nothing)) {
		t.Error("the file was replaced by another one")
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	again(func() error { return os.Remove(path) })
	again(func() error { return errors.Join(os.Remove(path), os.WriteFile(path, []byte("another"), 0o600)) })
	if after, err := os.ReadFile(path); err != nil || string(after) != string(before) {
		t.Errorf("%q was put back as %q (%v)", before, after, err)
	}
	if _, err := os.Stat(path + ".tmp"); err == nil {
		t.Error("an unfinished file is left behind")
	}
}
