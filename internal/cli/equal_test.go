package cli

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
)

// manyDirty writes the customers of the samples again and again, each time with other keys: so
// that most e-mail addresses, numbers and persons are on many records. It returns the flags of a
// dry run over them by the mapping of the samples.
func manyDirty(t *testing.T, w *world, times int) []string {
	t.Helper()
	const samples = "../../samples/"
	header, list, _ := strings.Cut(read(t, samples+"customers.csv"), "\n")
	var text strings.Builder
	text.WriteString(header + "\n")
	for i := range times {
		text.WriteString(strings.ReplaceAll(list, "BK-", fmt.Sprintf("BK-%d", i)))
	}
	write(t, w.path("many.csv"), text.String())
	mapping, _, _ := strings.Cut(read(t, samples+"mapping.yaml"), "\nimages:")
	write(t, w.path("many.yaml"), mapping+"\n")
	return []string{"validate", "--source", "%s/many.csv", "--mapping", "%s/many.yaml", "--quiet", "--as-of", "2026-11-30"}
}

// Dry runs over the same input write equal files, whatever shows in them, however many workers
// there are and wherever they are written.
func TestDryRunsWriteEqualFiles(t *testing.T) {
	w := newWorld(t)
	args := manyDirty(t, w, 12)
	for _, flags := range [][]string{nil, {"--show-values"}, {"--all-issues"}, {"--show-values", "--all-issues"}} {
		t.Run(strings.Join(flags, " "), func(t *testing.T) {
			defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
			for _, workers := range []int{1, 4} {
				runtime.GOMAXPROCS(workers)
				more := append([]string{"--run", fmt.Sprintf("%%s/%d%s", workers, strings.Join(flags, ""))}, flags...)
				if got := w.migrate(append(append([]string{}, args...), more...)...); got.code != ExitRejects {
					t.Fatalf("exit %d\n%s", got.code, got.err)
				}
			}
			for _, name := range []string{"report.html", "report.json", "issues.csv", "rejects.csv"} {
				one, other := read(t, w.path("1"+strings.Join(flags, "")+"/"+name)), read(t, w.path("4"+strings.Join(flags, "")+"/"+name))
				if one != other || strings.Count(one, "\n") < 100 {
					t.Errorf("%s of 1 and of 4 workers: %d and %d bytes", name, len(one), len(other))
				}
			}
		})
	}
}
