package cli

import (
	"strings"
	"testing"

	"kycmigrate/internal/sandbox"
)

// When the last mended row of rejects.csv is sent, the run over the whole source, the report
// and the status tell the same story: what is in ARGOS first, and how the rows that are still
// rejected in the source go together with it.
func TestAfterTheLastMendedRowNothingIsOpen(t *testing.T) {
	w := newWorld(t)
	w.serve(sandbox.Config{}, nil)
	// 21 has a bad address, 22 no day of birth, one row no key, one repeats a key
	write(t, w.path("customers.csv"), rows(1, 3)+
		"21,bad,Nobody Name,01/02/1980,A\n22,p22@bank.example,Somebody Name,,A\n,p23@bank.example,No Key,01/02/1980,A\n1,p1@bank.example,Person 1,02/03/1980,A\n")
	if o := w.again(false).object(t); o.Created != 3 || o.Rejected != 4 || o.Reconciled != nil {
		t.Fatalf("the first run: %s, %+v", numbers(o), o.Reconciled)
	}
	w.edit("run/rejects.csv", "21,bad,", "21,p21@bank.example,", "Somebody Name,,", "Somebody Name,03/04/1981,", "\n,p23@", "\n23,p23@", "\n1,p1@", "\n24,p24@")
	rejects := w.migrate("run", "--source", "%s/run/rejects.csv", "--mapping", "%s/bank.yaml", "--run", "%s/run", "--quiet", "--json", "--rate", "0")
	if o := rejects.object(t); o.Created != 4 || rejects.code != ExitOK {
		t.Fatalf("the mended rows: %s\n%s", numbers(o), rejects.err)
	}
	again := w.again(false)
	o := again.object(t)
	if r := o.Reconciled; r == nil || r.InArgos != 7 || r.OfSource != 5 || r.Others != 2 || r.Rejected != o.Rejected || r.NoKey != 1 || r.Repeated != 1 || r.Open != 0 || !r.Settled() {
		t.Fatalf("%s: %+v\n%s", numbers(o), r, again.err)
	}
	for what, text := range map[string]string{
		"run":    again.err,
		"status": w.migrate("status", "--run", "%s/run").out,
		"report": w.migrate("report", "--run", "%s/run", "--source", "%s/customers.csv", "--mapping", "%s/bank.yaml", "--quiet").out,
	} {
		for _, want := range []string{"has 7 records in ARGOS: 5 with a key of this source, 2 with a key that no row of it has", "none is open", "nothing is open by key"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s does not say %q:\n%s", what, want, text)
			}
		}
		if strings.Contains(text, "Next: mend") {
			t.Errorf("%s sends to mend what is in ARGOS:\n%s", what, text)
		}
	}
	if o := w.migrate("status", "--run", "%s/run", "--json").object(t); o.Rejected != 0 || !o.Reconciled.Settled() {
		t.Errorf("status: %s, %+v", numbers(o), o.Reconciled)
	}
}

// A row that comes back mended with the key of somebody in ARGOS is of a person who may be
// missing there: no command says that nothing is left to mend.
func TestAMendedRowWithTheKeyOfAnotherPersonIsOpen(t *testing.T) {
	w := newWorld(t)
	w.serve(sandbox.Config{}, nil)
	write(t, w.path("customers.csv"), rows(1, 3)+",p23@bank.example,No Key,01/02/1980,A\n")
	w.again(false)
	w.edit("run/rejects.csv", "\n,p23@", "\n1,p23@")
	back := w.migrate("run", "--source", "%s/run/rejects.csv", "--mapping", "%s/bank.yaml", "--run", "%s/run", "--quiet", "--rate", "0")
	status := w.migrate("status", "--run", "%s/run").out
	for _, want := range []string{
		"of 1 row that is rejected as the source stands, 1 has a key that stands in ARGOS for somebody else as far as names and birth dates tell, and no other is open",
		"is either the same person, mended: nothing to do; or somebody else, who is not in ARGOS: look at 1 row, key_conflict in issues.csv: rejects.csv:2",
		"Next: look at the 1 row whose key stands in ARGOS for somebody else",
	} {
		if !strings.Contains(back.err, want) {
			t.Errorf("the run does not say %q:\n%s", want, back.err)
		}
	}
	whole := w.again(false)
	if o := whole.object(t); o.Rejected != 1 {
		t.Fatalf("the source again: %s", numbers(o))
	}
	for what, text := range map[string]string{"run of the rejects": back.err, "status": status, "run": whole.err, "status at the end": w.migrate("status", "--run", "%s/run").out} {
		if strings.Contains(text, "left to mend") || strings.Contains(text, "Nothing is left") {
			t.Errorf("%s says that nothing is left:\n%s", what, text)
		}
	}
}

// Two versions of a source in one directory: a key that stands for somebody else now is open
// in what run, status and report say.
func TestAKeyOfTheSourceThatStandsForSomebodyElseIsOpen(t *testing.T) {
	w := newWorld(t)
	w.serve(sandbox.Config{}, nil)
	write(t, w.path("customers.csv"), rows(1, 3))
	w.again(false)
	w.edit("customers.csv", "Person 2", "Another One")
	again := w.again(false)
	if r := again.object(t).Reconciled; r == nil || r.Foreign != 1 || r.There != 0 || r.Settled() {
		t.Fatalf("%+v\n%s", r, again.err)
	}
	for what, text := range map[string]string{
		"run":    again.err,
		"status": w.migrate("status", "--run", "%s/run").out,
		"report": w.migrate("report", "--run", "%s/run", "--source", "%s/customers.csv", "--mapping", "%s/bank.yaml", "--quiet").out,
	} {
		for _, want := range []string{"look at 1 row, key_conflict in issues.csv: customers.csv:3", "in ARGOS for somebody else: who is not there yet needs a key and a userid of their own"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s does not say %q:\n%s", what, want, text)
			}
		}
	}
}
