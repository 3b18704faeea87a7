package source

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"kycmigrate/internal/kyc"
)

// kept is a RejectWriter that keeps what it is given.
type kept struct {
	rows            []kyc.Row
	issues          [][]kyc.Issue
	closed, aborted int
	full            int // of so many rows; 0 for no end
}

func (k *kept) Write(row *kyc.Row, issues []kyc.Issue) error {
	if k.full > 0 && len(k.rows) == k.full {
		return errors.New("the sheet is full")
	}
	k.rows, k.issues = append(k.rows, *row), append(k.issues, issues)
	return nil
}

func (k *kept) Close() error { k.closed++; return nil }
func (k *kept) Abort() error { k.aborted++; return nil }

// Whatever the order in which rows are rejected, they come out in that of the source, with
// all that was found wrong with them, and of those that wait no more is held than is allowed.
func TestInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dir, err := os.MkdirTemp("", "inorder")
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(dir)
		n := rapid.IntRange(0, 300).Draw(t, "rows")
		late := rapid.SliceOfN(rapid.IntRange(0, 40), n, n).Draw(t, "late")
		text := rapid.StringMatching(`[a-z;"\n\x{fe}]{0,40}`)
		type rejected struct {
			row    kyc.Row
			issues []kyc.Issue
		}
		var all []rejected
		for i := range n {
			r := rejected{row: kyc.Row{Seq: int64(3 * i), Raw: text.Draw(t, "raw") + "\xff"}}
			for range rapid.IntRange(0, 2).Draw(t, "issues") {
				r.issues = append(r.issues, kyc.Issue{Severity: kyc.Reject, Code: "a", Field: "f", Column: text.Draw(t, "column"), Message: "m", Beside: "b", Fix: "x"})
			}
			if i%7 == 0 {
				r.row.Fault = &kyc.Issue{Severity: kyc.Reject, Code: "csv_quote", Message: text.Draw(t, "fault")}
			}
			all = append(all, r)
		}
		as := make([]int, n)
		for i := range as {
			as[i] = i
		}
		slices.SortStableFunc(as, func(a, b int) int { return a + late[a]*late[a] - b - late[b]*late[b] })
		to := &kept{}
		w := &inOrder{to: to, spill: InOrder(to, dir).(*inOrder).spill, most: rapid.IntRange(0, 4000).Draw(t, "most")}
		for _, i := range as {
			if err := w.Write(&all[i].row, append(slices.Clone(all[i].issues), kyc.Issue{Severity: kyc.Warn, Code: "odd"})); err != nil {
				t.Fatal(err)
			}
			if w.size > w.most {
				t.Fatalf("%d bytes wait, of at most %d", w.size, w.most)
			}
		}
		if err := errors.Join(w.Close(), w.Close(), w.Abort()); err != nil || to.closed != 1 || to.aborted != 0 {
			t.Fatal(err, to.closed, to.aborted)
		}
		if len(to.rows) != n {
			t.Fatalf("%d rows of %d", len(to.rows), n)
		}
		for i := range all {
			if diff := cmp.Diff(all[i].row, to.rows[i]); diff != "" {
				t.Fatal(diff)
			}
			if diff := cmp.Diff(all[i].issues, to.issues[i]); diff != "" {
				t.Fatal(diff)
			}
		}
		if left, _ := filepath.Glob(filepath.Join(dir, "*")); len(left) > 0 {
			t.Fatalf("left behind: %v", left)
		}
	})
}

// A run that rejects millions of rows nearly in order has few sequences to merge.
func TestInOrderHasFewSequences(t *testing.T) {
	w := InOrder(&kept{}, t.TempDir()).(*inOrder)
	w.most = 100 << 10
	raw := strings.Repeat("x", 100)
	for i := range int64(100_000) {
		seq := i
		if i%50 == 49 { // an answer that came much later
			seq = i/50*50 - 40_000 - i%7
		}
		if err := w.Write(&kyc.Row{Seq: seq, Raw: raw}, nil); err != nil {
			t.Fatal(err)
		}
	}
	if n := w.spill.Partitions(); n > 5 {
		t.Errorf("%d sequences", n)
	}
	if err := w.Abort(); err != nil {
		t.Fatal(err)
	}
}

// What does not fit into the file ends in its error, and in no file of a part of the rows.
func TestInOrderFails(t *testing.T) {
	to := &kept{full: 3}
	w := InOrder(to, t.TempDir())
	for i := range int64(5) {
		if err := w.Write(&kyc.Row{Seq: 9 - i}, nil); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err == nil || !strings.Contains(err.Error(), "the sheet is full") || to.aborted != 1 || to.closed != 0 {
		t.Error(err, to.aborted, to.closed)
	}
	blocked := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	w = InOrder(&kept{}, filepath.Join(blocked, "below"))
	w.(*inOrder).most = 0
	var err error
	for i := int64(0); i < 1000 && err == nil; i++ {
		err = w.Write(&kyc.Row{Seq: i, Raw: strings.Repeat("x", 1000)}, nil)
	}
	if err == nil || !strings.Contains(err.Error(), "keep rejected rows") {
		t.Error(err)
	}
	if err := w.Abort(); err != nil {
		t.Error(err)
	}
}
