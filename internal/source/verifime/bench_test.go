package verifime

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// BenchmarkIndex reads an archive of bare events.
func BenchmarkIndex(b *testing.B) {
	const n = 20_000
	var text strings.Builder
	for i := range n {
		fmt.Fprintf(&text, `{"eventId":"00000000-0000-4000-8000-%012d","eventName":"RISK_ASSESSMENT_UPDATED","customerName":"Sample Person","assessmentStatus":"ASSESSED","riskLevel":"LOW","assessmentPortalUrl":"https://portal.stage.verifime.com/assessment/%d","eventTimestamp":"2026-03-01T09:30:00Z","metadata":"REF-%d"}`+"\n", i, i, i)
	}
	path := filepath.Join(b.TempDir(), "e.jsonl")
	if err := os.WriteFile(path, []byte(text.String()), 0o600); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(text.Len()))
	b.ReportAllocs()
	for b.Loop() {
		a, err := openArchive(path, "")
		if err != nil {
			b.Fatal(err)
		}
		if x, err := newIndex(b.Context(), a); err != nil || len(x.verdicts) != n {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N*n)/b.Elapsed().Seconds(), "events/s")
}
