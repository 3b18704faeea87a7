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
