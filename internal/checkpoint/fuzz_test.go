package checkpoint

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// FuzzOpen puts arbitrary bytes into the small files: Open never panics, never
// makes a secret anew, and never trusts a directory whose mark it cannot read.
func FuzzOpen(f *testing.F) {
	dir := f.TempDir()
	l, err := Open(f.Context(), dir, Options{Unsynced: true})
	ok(f, err)
	ref := intend(f, l, New, 1)
	ok(f, l.Close())
	goodMark, err := os.ReadFile(filepath.Join(dir, markName))
	ok(f, err)
	goodSecret, err := os.ReadFile(filepath.Join(dir, secretName))
	ok(f, err)
	ledger, err := os.ReadFile(filepath.Join(dir, ledgerName))
	ok(f, err)

	line := []byte(rescueLine{ref, "sub-1"}.encode())
	f.Add(goodMark, goodSecret, line)
	f.Add(goodMark, bytes.TrimSpace(goodSecret), []byte("\n\n"))
	f.Add(goodMark[:40], goodSecret, line[:20])
	f.Add([]byte(markHead), []byte{}, []byte("record 1 attempt 1 submission \"\" check 00000000\n"))
	f.Add(bytes.ToUpper(goodMark), goodSecret, []byte("record 1 attempt 1 submission \"\\"))
	f.Fuzz(func(t *testing.T, mark, secret, rescue []byte) {
		for name, data := range map[string][]byte{markName: mark, secretName: secret, rescueName: rescue, ledgerName: ledger} {
			put(t, dir, name, string(data))
		}
		l, err := Open(t.Context(), dir, Options{Unsynced: true})
		after, e := os.ReadFile(filepath.Join(dir, secretName))
		ok(t, e)
		if !bytes.Equal(after, secret) {
			t.Fatal("the secret was changed")
		}
		if err != nil {
			if !errors.Is(err, ErrGuard) && len(rescue) <= rescueLimit {
				t.Errorf("refused for no good reason: %v", err)
			}
			return
		}
		if !bytes.Equal(bytes.TrimSpace(after), bytes.TrimSpace(goodSecret)) && !bytes.EqualFold(bytes.TrimSpace(after), bytes.TrimSpace(goodSecret)) {
			t.Error("a strange secret was trusted")
		}
		if m, err := parseMark(mark); err != nil || m.Path != dir {
			t.Errorf("a strange mark was trusted: %v, %+v", err, m)
		}
		if r := find(t, l, 1); r.State != Doubt && !bytes.Contains(rescue, line[:20]) {
			t.Errorf("the record became %s", r.State)
		}
		ok(t, l.Close())
	})
}

// FuzzRescueLine reads back what it writes, and nothing else.
func FuzzRescueLine(f *testing.F) {
	f.Add("sub-1", "record 1 attempt 1 submission \"x\" check 00000000")
	f.Fuzz(func(t *testing.T, id, line string) {
		want := rescueLine{Ref{12, 3}, id}
		enc := want.encode()
		if bytes.Count([]byte(enc), []byte("\n")) != 1 {
			t.Fatalf("%q is not one line", enc)
		}
		if got, good := parseRescue(enc[:len(enc)-1]); checkID(id) == nil && (!good || got.encode() != enc) {
			t.Errorf("%q came back as %+v", enc, got)
		}
		if r, good := parseRescue(line); good && r.encode() != line+"\n" {
			t.Errorf("%q was read as %+v", line, r)
		}
	})
}
