package xlsxfile_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// unlocked is a workbook that is large enough for excelize to protect.
func unlocked(t testing.TB) string {
	return excel(t, func(f *excelize.File) {
		for r := range 500 {
			_ = f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", r+1), &[]any{fmt.Sprintf("name %d", r*r), r, time.Date(1931, 7, 9, 0, 0, 0, 0, time.UTC).AddDate(0, 0, r)})
		}
	})
}

// locked is a workbook with a password.
func locked(t testing.TB, password string) string {
	t.Helper()
	plain, err := os.ReadFile(unlocked(t))
	if err != nil {
		t.Fatal(err)
	}
	raw, err := excelize.Encrypt(plain, &excelize.Options{Password: password})
	if err != nil {
		t.Fatal(err)
	}
	return saved(t, "locked.xlsx", raw)
}

func TestPassword(t *testing.T) {
	path := locked(t, "s3cret-word")
	r := open(t, path, "password", "s3cret-word")
	want := told(t, open(t, unlocked(t)))
	if got := told(t, r); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if r.Bytes() != r.Size() {
		t.Errorf("%d bytes of %d", r.Bytes(), r.Size())
	}
	for password, want := range map[string]string{"": "${XLSX_PASSWORD}", "wr0ng-word": "check the option password"} {
		_, err := tryOpen(t, path, "password", password)
		if err == nil || !strings.Contains(err.Error(), want) || password != "" && strings.Contains(err.Error(), password) {
			t.Errorf("with the password %q: %v", password, err)
		}
	}
}

// A workbook that lies about what is in it neither panics nor takes memory.
func TestBrokenLock(t *testing.T) {
	raw, err := os.ReadFile(locked(t, "x"))
	if err != nil {
		t.Fatal(err)
	}
	name := []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")
	at := bytes.Index(raw, name)
	huge := bytes.Clone(raw)
	binary.LittleEndian.PutUint64(huge[at+120:], 1<<40)
	for _, body := range [][]byte{huge, raw[:len(raw)/2], raw[:at+128]} {
		if _, err := tryOpen(t, saved(t, "book.xlsx", body), "password", "x"); err == nil {
			t.Error("a broken workbook was opened")
		}
	}
}

func FuzzProtected(f *testing.F) {
	raw, err := os.ReadFile(locked(f, "x"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(raw[:4096])
	f.Add(raw)
	f.Fuzz(func(t *testing.T, data []byte) {
		path := saved(t, "book.xlsx", append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), data[min(8, len(data)):]...))
		if r, err := tryOpen(t, path, "password", "x"); err == nil {
			_, _ = drain(r)
		}
	})
}
