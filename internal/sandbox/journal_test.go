package sandbox

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// reopen closes the rig's Sandbox and starts another on the same directory.
func reopen(t *testing.T, g *rig, cfg Config) *rig {
	t.Helper()
	if err := g.Close(); err != nil {
		t.Fatal(err)
	}
	return start(t, cfg)
}

func TestDataDirOutlivesARestart(t *testing.T) {
	cfg := Config{DataDir: filepath.Join(t.TempDir(), "data"), Duplicates: DuplicatesRefuse, Faults: faults(t, "post:late-commit=#3@1h")}
	g := start(t, cfg)
	first := g.mustPost(person())
	g.putImage(first, "idImage", jpeg)
	g.putImage(first, "idImage", png)
	second := g.mustPost(person("userid", "u-2"))
	g.send("DELETE", origin+"/v3/submission?submission_id="+second, "", nil)
	g.post(person("userid", "u-3"))
	if _, err := g.Plant(Outsider{ID: "outsider", Fields: map[string]string{"email": "o@b.example"}}); err != nil {
		t.Fatal(err)
	}
	want := g.Submissions()

	g = reopen(t, g, cfg)
	if diff := cmp.Diff(want, g.Submissions()); diff != "" {
		t.Fatalf("changed by the restart (-before +after):\n%s", diff)
	}
	if got := g.ImageBytes(first, "idImage"); !bytes.Equal(got, png) {
		t.Errorf("the picture has %d bytes", len(got))
	}
	wantCode(t, g.post(person()), 400, "errorCode", "duplicate_submission")
	g.Advance(time.Hour)
	if n := len(g.Submissions()); n != len(want)+1 {
		t.Errorf("the late commit was lost: %d", n)
	}
	if err := g.Wipe(); err != nil {
		t.Fatal(err)
	}
	g = reopen(t, g, cfg)
	if n := len(g.Submissions()); n != 0 {
		t.Errorf("%d after a reset", n)
	}
	if id := g.mustPost(person()); id == first || id == second {
		t.Error("an id was given out twice")
	}
}

func TestDataDirIsPrivate(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	g := start(t, Config{DataDir: dir})
	id := g.mustPost(person())
	g.putImage(id, "idImage", jpeg)
	g.putImage("nobody", "idImage", png)
	files := 0
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err == nil && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s has mode %v", path, info.Mode())
		}
		if err == nil && !d.IsDir() {
			files++
		}
		return err
	})
	if err != nil || files != 2 {
		t.Errorf("%d files, %v; want the journal and one picture", files, err)
	}
}

func TestTornJournal(t *testing.T) {
	dir := t.TempDir()
	g := start(t, Config{DataDir: dir})
	id := g.mustPost(person())
	path := filepath.Join(dir, journalName)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	g.mustPost(person())
	torn, _ := os.ReadFile(path)
	if err := g.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, torn[:len(torn)-1], 0o600); err != nil {
		t.Fatal(err)
	}
	g = start(t, Config{DataDir: dir})
	if all := g.Submissions(); len(all) != 1 || all[0].ID != id {
		t.Errorf("stored: %+v", all)
	}
	if now, _ := os.ReadFile(path); !bytes.Equal(now, whole) {
		t.Error("the torn line is still there")
	}
	if err := g.Close(); err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"no json\n", `{"op":"dance"}` + "\n", `{"op":"put","id":"x","kind":"idImage"}` + "\n", `{"op":"delete","id":"x"}` + "\n", `{"op":"post","fields":{"phone":"1"}}` + "\n"} {
		if err := os.WriteFile(path, append(bytes.Clone(whole), bad...), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := New(Config{DataDir: dir}); err == nil || !strings.Contains(err.Error(), "line 2") {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

func TestJournalThatCannotBeWritten(t *testing.T) {
	g := start(t, Config{DataDir: t.TempDir()})
	if err := g.store.journal.file.Close(); err != nil {
		t.Fatal(err)
	}
	if r := g.post(person()); r.status != 500 || len(g.Submissions()) != 0 {
		t.Errorf("%d %s, %d stored", r.status, r.body, len(g.Submissions()))
	}
}
