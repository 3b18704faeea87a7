package cli

import (
	"testing"
	"time"
)

func TestThousands(t *testing.T) {
	for n, want := range map[int64]string{
		0: "0", 7: "7", 999: "999", 1000: "1,000", 12408: "12,408", 1234567: "1,234,567", -1000: "-1,000", 100000: "100,000",
	} {
		if got := thousands(n); got != want {
			t.Errorf("thousands(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestShort(t *testing.T) {
	for d, want := range map[time.Duration]string{
		400 * time.Millisecond: "0.4s", 12 * time.Second: "12s", 252 * time.Second: "4m12s", 184 * time.Minute: "3h04m",
	} {
		if got := short(d); got != want {
			t.Errorf("short(%s) = %q, want %q", d, got, want)
		}
	}
}

func TestShellLine(t *testing.T) {
	got := shellLine("migrate", "run", "--source", "my file.csv", "--mapping", "it's.yaml", "export/*.csv", "")
	want := `migrate run --source 'my file.csv' --mapping 'it'\''s.yaml' 'export/*.csv' ''`
	if got != want {
		t.Errorf("shellLine = %s, want %s", got, want)
	}
}
