package report

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kycmigrate/internal/kyc"
)

// After rows were mended in rejects.csv the source itself looks unfinished for ever. What the
// run directory has in ARGOS tells what of it is open.
func TestTheSourceBesideArgos(t *testing.T) {
	rejected := func(seq int64, key, id, code string) *kyc.Outcome {
		return withIssue(withID(outcome(seq, key, kyc.Rejected), id), reject(code, "", "", "m", "f"))
	}
	source := func(more ...*kyc.Outcome) []*kyc.Outcome {
		return append([]*kyc.Outcome{
			withID(outcome(0, "a", kyc.Already), "id-a"),
			withID(outcome(1, "b", kyc.Already), "id-b"),
			rejected(2, "c", "id-c", "key_conflict"),
			rejected(3, "a", "id-a", "key_duplicate"),
			rejected(4, "", "", "row_ragged"),
			rejected(5, "", "", "row_blank"),
		}, more...)
	}
	named := func(o *kyc.Outcome, returned bool, more ...kyc.Issue) *kyc.Outcome {
		o.Record.Submission[kyc.FullName], o.Record.Submission[kyc.BirthDate] = "Some Body", "1980-02-01"
		o.Record.Row.Returned = returned
		o.Issues = append(o.Issues, more...)
		return o
	}
	unnamed := rejected(6, "b", "id-b", "key_conflict")
	unnamed.Record.Row.Returned = true
	for name, tt := range map[string]struct {
		rows    []*kyc.Outcome
		inArgos int64
		want    *Reconciliation
		settled bool
		says    string
	}{
		"all was mended": {
			source(), 4, &Reconciliation{InArgos: 4, OfSource: 3, Others: 1, Rejected: 4, There: 1, Repeated: 1, NoKey: 1, Blank: 1}, true,
			"nothing is open by key; that the 1 row without one is among the records with other keys, 1 in all, is for somebody to see",
		},
		"one is open": {
			source(rejected(6, "d", "", "date_unreadable")), 4,
			&Reconciliation{InArgos: 4, OfSource: 3, Others: 1, Rejected: 5, There: 1, Repeated: 1, NoKey: 1, Blank: 1, Open: 1}, false,
			"and 1 is open: it has a key of its own, which is not in ARGOS",
		},
		"one without a key was not sent": {
			source(), 3, &Reconciliation{InArgos: 3, OfSource: 3, Rejected: 4, There: 1, Repeated: 1, NoKey: 1, Blank: 1}, false,
			"at least 1 row without a key that can be read was not sent under another one",
		},
		"a key stands for somebody else": {
			source(named(rejected(6, "d", "id-d", "key_conflict"), false)), 5,
			&Reconciliation{InArgos: 5, OfSource: 4, Others: 1, Rejected: 5, There: 1, Foreign: 1, ForeignAt: []string{"legacy.csv:8"}, Repeated: 1, NoKey: 1, Blank: 1}, false,
			"or somebody else, who is not in ARGOS: look at 1 row, key_conflict in issues.csv: legacy.csv:8",
		},
		"a birth date was mended elsewhere": {
			source(named(rejected(6, "d", "id-d", "key_conflict"), false, reject("date_order", "birthDate", "", "m", "f"))), 5,
			&Reconciliation{InArgos: 5, OfSource: 4, Others: 1, Rejected: 5, There: 2, Repeated: 1, NoKey: 1, Blank: 1}, true, "nothing is open by key",
		},
		"a row came back": {
			[]*kyc.Outcome{unnamed}, 0,
			&Reconciliation{Rejected: 1, Foreign: 1, ForeignAt: []string{"legacy.csv:8"}}, false, "1 has a key that stands in ARGOS for somebody else",
		},
		"the source was not read as a whole": {
			source(), 0, &Reconciliation{Rejected: 4, There: 1, Repeated: 1, NoKey: 1, Blank: 1}, false, "1 has a key that is in ARGOS",
		},
		"nothing was mended": {[]*kyc.Outcome{rejected(0, "x", "", "row_ragged"), withID(outcome(1, "a", kyc.Already), "id")}, 1, nil, false, ""},
	} {
		t.Run(name, func(t *testing.T) {
			f := NewFold(Meta{Columns: []string{"id"}})
			for _, o := range tt.rows {
				if err := f.Add(o); err != nil {
					t.Fatal(err)
				}
			}
			f.Finish(End{Read: int64(len(tt.rows)), InArgos: tt.inArgos})
			got := f.Reconciliation()
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Fatalf("(-want +got):\n%s", diff)
			}
			if got.Settled() != tt.settled {
				t.Errorf("settled: %v", got.Settled())
			}
			state := open
			if tt.settled {
				state = accept
			}
			if !slices.ContainsFunc(f.needs(), func(n need) bool { return n.Kind == "mend" && n.State == state }) {
				t.Errorf("what is to mend is not %q: %+v", state, f.needs())
			}
			page := textOf(parsed(t, f))
			if !strings.Contains(page, "The source beside what is in ARGOS") != (got == nil) || !strings.Contains(strings.ToLower(page), strings.ToLower(tt.says)) {
				t.Errorf("the page does not say %q", tt.says)
			}
			if strings.Contains(page, "to mend") && tt.settled {
				t.Error("the page sends to mend what is in ARGOS")
			}
			if strings.Contains(page, "Nothing is open that is known by its key") != tt.settled {
				t.Error("the headline is wrong")
			}
		})
	}
}
