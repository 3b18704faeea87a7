package cli

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

// A rejects file is too short to tell what was detected in its source: the directory knows,
// also when what was read in between is something else.
func TestRejectsOfADetectedDialect(t *testing.T) {
	w := newWorld(t)
	write(t, w.path("bank.yaml"), strings.Replace(mappingText, "{from: name}", "{from: Größe}", 1))
	in := "id;email;Größe;dob;status\n3;p3;Krüger;01/02/1980;A\n"
	for range 60 {
		in += "1;p1@bank.example;Jürgen Weiß;01/02/1980;A\n2;p2@bank.example;Käthe Schäfer;01/02/1980;A\n"
	}
	in, err := charmap.Windows1252.NewEncoder().String(in)
	if err != nil {
		t.Fatal(err)
	}
	write(t, w.path("customers.csv"), in)
	validate := func(source string, more ...string) object {
		return w.migrate(append([]string{"validate", "--source", w.path(source), "--mapping", "%s/bank.yaml", "--run", "%s/run", "--quiet", "--json"}, more...)...).object(t)
	}
	if got := validate("customers.csv", "--limit", "1"); got.Rejected != 1 {
		t.Fatalf("the source: %+v", got)
	}
	write(t, w.path("copy.csv"), read(t, w.path("run/rejects.csv")))
	write(t, w.path("other.csv"), "{}\n")
	if got := validate("other.csv"); got.Error == nil {
		t.Error("what is no table was read")
	}
	for _, source := range []string{"run/rejects.csv", "copy.csv", "run/rejects.csv"} {
		if got := validate(source); got.Error != nil || got.Read != 1 || got.Rejected != 1 {
			t.Errorf("%s: read %d, rejected %d, %+v", source, got.Read, got.Rejected, got.Error)
		}
	}
	if said := w.migrate("preview", "--source", "%s/run/rejects.csv", "--mapping", "%s/bank.yaml"); !strings.Contains(said.out, "Krüger") {
		t.Errorf("the preview shows\n%s%s", said.out, said.err)
	}
	if said := w.migrate("inspect", "%s/run/rejects.csv"); !strings.Contains(said.out, "windows-1252") {
		t.Errorf("the inspection shows\n%s%s", said.out, said.err)
	}
}
