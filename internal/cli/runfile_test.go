package cli

import "testing"

// Where the rows of a rejects file come from is carried on from run to run, and only a
// run that came to the end has sent the rest of their source.
func TestRejectsKnowTheirSource(t *testing.T) {
	dir := runDir{t.TempDir()}
	rejects := dir.file("rejects.csv")
	ended := func(exit int) *object { return &object{ExitCode: exit} }
	for name, test := range map[string]struct {
		last   runFile
		of     string
		ofSent bool
	}{
		"a dry run":            {runFile{DryRun: true, Source: sourceFile{Path: "a.csv", Whole: true}, Summary: ended(ExitRejects)}, "a.csv", false},
		"a run":                {runFile{Source: sourceFile{Path: "a.csv", Whole: true}, Summary: ended(ExitRejects)}, "a.csv", true},
		"an interrupted run":   {runFile{Source: sourceFile{Path: "a.csv", Whole: true}, Summary: ended(ExitInterrupted)}, "a.csv", false},
		"a killed run":         {runFile{Source: sourceFile{Path: "a.csv", Whole: true}}, "a.csv", false},
		"a run of the first":   {runFile{Source: sourceFile{Path: "a.csv"}, Summary: ended(ExitRejects)}, "a.csv", false},
		"rejects of a dry run": {runFile{Source: sourceFile{Path: rejects, Whole: true, Of: "a.csv"}, Summary: ended(ExitOK)}, "a.csv", false},
		"rejects of what went": {runFile{Source: sourceFile{Path: rejects, Whole: true, Of: "a.csv", OfSent: true}, Summary: ended(ExitOK)}, "a.csv", true},
		"a part of a source":   {runFile{Source: sourceFile{Path: "a.csv", Part: "1/2", PartRead: true}, Summary: ended(ExitOK)}, "a.csv", true},
		"a part not read":      {runFile{Source: sourceFile{Path: "a.csv", Part: "1/2"}, Summary: ended(ExitOK)}, "a.csv", false},
	} {
		f := sourceFile{Path: rejects}
		if f.descend(dir, &test.last); f.Of != test.of || f.OfSent != test.ofSent || f.OfPart != test.last.Source.Part {
			t.Errorf("%s: of %q, sent %v; want %q, %v", name, f.Of, f.OfSent, test.of, test.ofSent)
		}
	}
	f := sourceFile{Path: "other.csv"}
	if f.descend(dir, &runFile{Source: sourceFile{Path: "a.csv"}}); f.Of != "" {
		t.Errorf("another source comes from %q", f.Of)
	}
}
