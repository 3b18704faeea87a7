package verifime_test

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
	"kycmigrate/internal/source/all"
	"kycmigrate/internal/source/sourcetest"
)

const secret = "test-webhook-secret"

func write(t testing.TB, path, text string) string {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// body is an event; at is the day of March.
func body(id, reference, level, status string, at int) string {
	quoted := `"` + level + `"`
	if level == "" {
		quoted = "null"
	}
	return fmt.Sprintf(`{"eventId":%q,"eventName":"RISK_ASSESSMENT_UPDATED","customerName":"A B","assessmentStatus":%q,"riskLevel":%s,"eventTimestamp":"2026-03-%02dT00:00:00Z","metadata":%q}`,
		id, status, quoted, at, reference)
}

func done(id, reference, level string, at int) string {
	return body(id, reference, level, "ASSESSED", at)
}

func signed(text string) string {
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte(text))
	b, _ := json.Marshal(map[string]any{"headers": map[string]string{"X-VerifiMe-Signature": hex.EncodeToString(mac.Sum(nil))}, "body": text})
	return string(b)
}

func lines(list ...string) string { return strings.Join(list, "\n") + "\n" }

func specOf(customers, events string, more ...string) source.Spec {
	spec := source.Spec{Path: customers, Kind: "verifime", Key: []string{"id"}, Options: map[string]string{
		"events": events, "join": "ref",
		"decisions.LOW": "approved", "decisions.HIGH": "hold", "decisions.EXTREME": "rejected",
	}}
	for i := 0; i+1 < len(more); i += 2 {
		spec.Options[more[i]] = more[i+1]
	}
	return spec
}

func open(t testing.TB, spec source.Spec) source.Reader {
	t.Helper()
	r, err := all.Open(t.Context(), spec)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return r
}

func readAll(t testing.TB, r source.Reader) []kyc.Row {
	t.Helper()
	var list []kyc.Row
	for {
		rows := make([]kyc.Row, 3)
		n, err := r.Read(context.Background(), rows)
		list = append(list, rows[:n]...)
		if err == io.EOF {
			return list
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// show tells what became of each row: its place, the columns of the
// assessment, and the code that rejects it.
func show(rows []kyc.Row) []string {
	list := []string{}
	for i := range rows {
		at := rows[i].Origin
		what := filepath.Base(at.File) + fmt.Sprintf(":%d", at.Line)
		if n := len(rows[i].Cells); n > 5 {
			what += " " + strings.Join(rows[i].Cells[n-5:n-3], "/") + " " + rows[i].Cells[n-3] + " " + rows[i].Cells[n-1]
		}
		for _, is := range rows[i].Issues {
			what += " " + is.Code
		}
		if rows[i].Fault != nil {
			what += " " + rows[i].Fault.Code
		}
		list = append(list, what)
	}
	return list
}

func TestJoin(t *testing.T) {
	const customers = "id,ref\n1,A\n2,B\n"
	tests := []struct {
		name, customers, events string
		options                 []string
		want                    []string
	}{
		{"the level decides", customers, lines(done("1", "A", "LOW", 1), done("2", "B", "EXTREME", 1)), nil,
			[]string{"c.csv:2 LOW/ASSESSED 1 approved", "c.csv:3 EXTREME/ASSESSED 2 rejected"}},
		{"held, and not decided", customers, lines(done("1", "A", "HIGH", 1), done("2", "B", "MEDIUM", 1)), nil,
			[]string{"c.csv:2 HIGH/ASSESSED 1 hold verifime_held", "c.csv:3 MEDIUM/ASSESSED 2  verifime_no_decision"}},
		{"a level nobody has heard of", customers, lines(done("1", "A", "TOP", 1), done("2", "B", "LOW", 1)), nil,
			[]string{"c.csv:2 TOP/ASSESSED 1  verifime_no_decision", "c.csv:3 LOW/ASSESSED 2 approved"}},
		{"the newest stands", customers, lines(done("3", "A", "EXTREME", 9), done("1", "A", "LOW", 1), done("2", "B", "LOW", 1), done("4", "B", "EXTREME", 2)), nil,
			[]string{"c.csv:2 EXTREME/ASSESSED 3 rejected", "c.csv:3 EXTREME/ASSESSED 4 rejected"}},
		{"of two at one time the later in the archive", customers, lines(done("1", "A", "LOW", 1), done("2", "A", "EXTREME", 1), done("3", "B", "LOW", 1)), nil,
			[]string{"c.csv:2 EXTREME/ASSESSED 2 rejected", "c.csv:3 LOW/ASSESSED 3 approved"}},
		{"sent twice counts once", customers, lines(done("1", "A", "LOW", 1), done("2", "A", "EXTREME", 2), done("1", "A", "LOW", 1), done("3", "B", "LOW", 1)), nil,
			[]string{"c.csv:2 EXTREME/ASSESSED 2 rejected", "c.csv:3 LOW/ASSESSED 3 approved"}},
		{"only a finished assessment counts", customers, lines(done("1", "A", "LOW", 1), body("2", "A", "EXTREME", "PRELIMINARY", 5), body("3", "B", "LOW", "PENDING", 1)), nil,
			[]string{"c.csv:2 LOW/ASSESSED 1 approved", "c.csv:3 LOW/PENDING 3  verifime_not_assessed"}},
		{"a level of null", customers, lines(done("1", "A", "LOW", 1), done("2", "A", "", 5), done("3", "B", "LOW", 1)), nil,
			[]string{"c.csv:2 /ASSESSED 2  verifime_not_assessed", "c.csv:3 LOW/ASSESSED 3 approved"}},
		{"no event", customers, lines(done("1", "A", "LOW", 1)), nil,
			[]string{"c.csv:2 LOW/ASSESSED 1 approved", "c.csv:3 /   verifime_no_event"}},
		{"no reference", "id,ref\n1,\n", lines(done("1", "A", "LOW", 1)), []string{"unmatched", "ignore"},
			[]string{"c.csv:2 /   verifime_no_event"}},
		{"two customers, one reference", "id,ref\n1,A\n2, A \n", lines(done("1", "A", "LOW", 1)), nil,
			[]string{"c.csv:2 LOW/ASSESSED 1 approved", "c.csv:3 LOW/ASSESSED 1 approved verifime_customer_repeated"}},
		{"no customer", "id,ref\n1,A\n", lines(done("1", "A", "LOW", 1), done("2", "X", "LOW", 1), done("3", "X", "HIGH", 2), done("3", "X", "HIGH", 2), done("4", "Y", "LOW", 1)), nil,
			[]string{"c.csv:2 LOW/ASSESSED 1 approved", "e.jsonl:3 verifime_no_customer", "e.jsonl:5 verifime_no_customer"}},
		{"no customer, and no matter", "id,ref\n1,A\n", lines(done("1", "A", "LOW", 1), done("2", "X", "LOW", 1), "x"), []string{"unmatched", "ignore"},
			[]string{"c.csv:2 LOW/ASSESSED 1 approved", "e.jsonl:3 verifime_bad_event"}},
		{"signatures", customers, lines(signed(done("1", "A", "LOW", 1)), done("2", "A", "EXTREME", 2), strings.Replace(signed(done("3", "B", "HIGH", 1)), "HIGH", "LOW", 1), signed(done("4", "B", "EXTREME", 1))), []string{"secret", secret},
			[]string{"c.csv:2 LOW/ASSESSED 1 approved", "c.csv:3 EXTREME/ASSESSED 4 rejected", "e.jsonl:2 verifime_bad_signature", "e.jsonl:3 verifime_bad_signature"}},
		{"a forged event does not use up an id", "id,ref\n1,A\n", lines(done("1", "A", "LOW", 1), signed(done("1", "A", "EXTREME", 1))), []string{"secret", secret},
			[]string{"c.csv:2 EXTREME/ASSESSED 1 rejected", "e.jsonl:1 verifime_bad_signature"}},
		{"broken lines in the middle", "id,ref\n1,A\n", lines("{", "", "\xff", done("1", "A", "LOW", 1), `{"eventName":"X"}`, strings.Repeat("x", source.MaxRecord+5), done("2", "A", "EXTREME", 2)), nil,
			[]string{"c.csv:2 EXTREME/ASSESSED 2 rejected", "e.jsonl:1 verifime_bad_event", "e.jsonl:3 verifime_bad_event", "e.jsonl:6 verifime_bad_event"}},
		{"a faulty customer stays one", "id,ref\n1,A,\n2,A\n", "\ufeff" + done("1", "A", "LOW", 1), nil,
			[]string{"c.csv:2 row_ragged", "c.csv:3 LOW/ASSESSED 1 approved"}},
		{"an empty archive", "id,ref\n1,A\n", "", nil, []string{"c.csv:2 /   verifime_no_event"}},
		{"options of the customers", "id;ref\n1;A\n", done("1", "A", "LOW", 1), []string{"customers.kind", "csv", "customers.csv.delimiter", ";"},
			[]string{"c.csv:2 LOW/ASSESSED 1 approved"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			spec := specOf(write(t, filepath.Join(dir, "c.csv"), tt.customers), write(t, filepath.Join(dir, "e.jsonl"), tt.events), tt.options...)
			rows := readAll(t, open(t, spec))
			if diff := cmp.Diff(tt.want, show(rows)); diff != "" {
				t.Error(diff)
			}
			for i := range rows {
				if rows[i].Seq != int64(i) {
					t.Errorf("row %d has the number %d", i, rows[i].Seq)
				}
			}
		})
	}
}

func TestArchiveOfFiles(t *testing.T) {
	dir := t.TempDir()
	customers := write(t, filepath.Join(dir, "c.csv"), "id,ref\n1,A\n2,B\n")
	events := filepath.Join(dir, "ev[1]")
	pretty := strings.ReplaceAll(done("2", "B", "LOW", 1), ",", ",\n  ")
	write(t, filepath.Join(events, "1.json"), done("1", "A", "LOW", 1)+"\n")
	write(t, filepath.Join(events, "2.json"), pretty)
	write(t, filepath.Join(events, ".hidden"), "x")
	want := []string{"c.csv:2 LOW/ASSESSED 1 approved", "c.csv:3 LOW/ASSESSED 2 approved"}
	for _, path := range []string{events, filepath.Join(dir, "ev*", "*.json")} {
		r := open(t, specOf(customers, path))
		if diff := cmp.Diff(want, show(readAll(t, r))); diff != "" {
			t.Errorf("%s: %s", path, diff)
		}
		if r.Bytes() != r.Size() || r.Size() < 100 {
			t.Errorf("read %d bytes of %d", r.Bytes(), r.Size())
		}
	}
}

// A rejects file holds customers in their own form, is read in place of the
// table, and says nothing about the events of all the others.
func TestRejectsAreCustomersAgain(t *testing.T) {
	dir := t.TempDir()
	events := write(t, filepath.Join(dir, "e.jsonl"), lines(done("1", "A", "LOW", 1), done("2", "B", "LOW", 1), "broken", done("3", "X", "LOW", 1)))
	r := open(t, specOf(write(t, filepath.Join(dir, "c.csv"), "id,ref\n1,A\n2,b\n"), events))
	path := filepath.Join(dir, "rejects"+r.RejectsExt())
	w, err := r.NewRejects(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range readAll(t, r) {
		issues := row.Issues
		if row.Fault != nil {
			issues = []kyc.Issue{*row.Fault}
		}
		if len(issues) > 0 {
			if err := w.Write(&row, issues); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	text, _ := os.ReadFile(path)
	if !strings.HasPrefix(string(text), "id,ref,_error_code,") || !strings.Contains(string(text), "\n2,b,verifime_no_event,ref,") || strings.Count(string(text), "\n") != 2 {
		t.Errorf("rejects:\n%s", text)
	}
	left, _ := os.ReadFile(filepath.Join(dir, "rejects.events.jsonl"))
	if want := lines(done("2", "B", "LOW", 1), "broken", done("3", "X", "LOW", 1)); string(left) != want {
		t.Errorf("events:\n%s", left)
	}
	write(t, path, strings.Replace(string(text), "\n2,b,", "\n2,B,", 1))
	again := open(t, specOf(path, events))
	if diff := cmp.Diff([]string{"rejects.csv:2 LOW/ASSESSED 2 approved"}, show(readAll(t, again))); diff != "" {
		t.Error(diff)
	}
}

func TestOptionsThatCannotBe(t *testing.T) {
	dir := t.TempDir()
	customers := write(t, filepath.Join(dir, "c.csv"), "id,ref,decision\n1,A,x\n")
	plain := write(t, filepath.Join(dir, "p.csv"), "id,ref\n1,A\n")
	events := write(t, filepath.Join(dir, "e.jsonl"), "")
	without := func(spec source.Spec, names ...string) source.Spec {
		for _, name := range names {
			delete(spec.Options, name)
		}
		return spec
	}
	tests := []struct {
		spec source.Spec
		want string
	}{
		{without(specOf(plain, events), "events"), "events is missing"},
		{without(specOf(plain, events), "decisions.LOW", "decisions.HIGH", "decisions.EXTREME"), "decisions is missing"},
		{specOf(plain, events, "join", "nope"), `no column "nope"`},
		{specOf(plain, events, "decisions.LOWW", "approved"), `"LOWW"`},
		{specOf(plain, events, "decisions.LOW", "yes"), "approved, rejected or hold"},
		{specOf(plain, events, "secret", ""), "secret is empty"},
		{specOf(plain, events, "unmatched", "drop"), "unmatched"},
		{specOf(plain, events, "colour", "red"), `no option "colour"`},
		{specOf(plain, events, "customers.delimiter", ";"), `no "delimiter"`},
		{specOf(plain, events, "customers.kind", "csv", "customers.xlsx.sheet", "1"), "customers.xlsx"},
		{specOf(customers, events), `a column "decision"`},
		{specOf(plain, filepath.Join(dir, "none.jsonl")), "archive of events"},
		{specOf(filepath.Join(dir, "none.csv"), events), "cannot be read"},
	}
	for _, tt := range tests {
		r, err := all.Open(t.Context(), tt.spec)
		if err == nil {
			r.Close()
			t.Errorf("no error, want %q", tt.want)
		} else if !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%v, want %q", err, tt.want)
		}
	}
	noJoin := without(specOf(plain, events), "join")
	noJoin.Key = []string{"ref"}
	open(t, noJoin) // the key is the reference
}

func TestWhatIsTold(t *testing.T) {
	dir := t.TempDir()
	customers := write(t, filepath.Join(dir, "c.csv"), "id,ref\n1,A\n")
	events := write(t, filepath.Join(dir, "e.jsonl"), lines(done("1", "A", "LOW", 1), `{"eventName":"OTHER","eventId":"9"}`, "x"))
	r := open(t, specOf(customers, events))
	all := strings.Join(r.Warnings(), "\n")
	for _, want := range []string{"1 entries of the archive cannot be used", "1 events of the archive have another name", "no secret is stated"} {
		if !strings.Contains(all, want) {
			t.Errorf("warnings lack %q:\n%s", want, all)
		}
	}
	facts := fmt.Sprint(r.(source.Describer).Describe())
	if !strings.Contains(facts, "{events 3 ") || !strings.Contains(facts, "{signatures not checked ") || !strings.Contains(facts, "{encoding ") {
		t.Errorf("facts: %s", facts)
	}
}

// bare is a Reader without the columns of the assessment, which the suite does
// not know.
type bare struct{ source.Reader }

func (b bare) Columns() []string { return b.Reader.Columns()[:3] }

func (b bare) Describe() []source.Fact { return b.Reader.(source.Describer).Describe() }

func (b bare) IsRejects() bool { return b.Reader.(source.Mender).IsRejects() }

func (b bare) Read(ctx context.Context, rows []kyc.Row) (int, error) {
	n, err := b.Reader.Read(ctx, rows)
	for i := range rows[:n] {
		if len(rows[i].Cells) > 3 {
			rows[i].Cells = rows[i].Cells[:3]
		}
	}
	return n, err
}

func TestSuite(t *testing.T) {
	reopen := func(t *testing.T, path string) source.Reader {
		events := write(t, filepath.Join(t.TempDir(), "e.jsonl"), lines(done("1", "7", "LOW", 1), done("2", "77", "HIGH", 1)))
		return bare{open(t, specOf(path, events, "join", "id", "unmatched", "ignore"))}
	}
	sourcetest.Run(t, sourcetest.Suite{
		CanBreak: true, HasLines: true, Countable: true, Reopen: reopen,
		Open: func(t *testing.T, columns []string, rows []sourcetest.Row) source.Reader {
			var b strings.Builder
			table := slices.Concat([]sourcetest.Row{{Cells: columns}}, rows)
			for _, row := range table {
				if row.Broken {
					b.WriteString("1,2,3,4\n")
					continue
				}
				for i, c := range row.Cells {
					if i > 0 {
						b.WriteByte(',')
					}
					b.WriteString(`"` + strings.ReplaceAll(c, `"`, `""`) + `"`)
				}
				b.WriteByte('\n')
			}
			return reopen(t, write(t, filepath.Join(t.TempDir(), "c.csv"), b.String()))
		},
	})
}
