package checkpoint

import (
	"os"
	"syscall"
	"testing"
)

// TestReserve takes its space of the disk.
func TestReserve(t *testing.T) {
	d := &disk{dir: t.TempDir(), sync: true}
	ok(t, prepareReserve(d))
	st, err := os.Stat(d.path(reserveName))
	ok(t, err)
	if st.Size() != reserveSize {
		t.Errorf("%d bytes", st.Size())
	}
	if taken := st.Sys().(*syscall.Stat_t).Blocks * 512; taken < reserveSize {
		t.Errorf("it takes %d bytes", taken)
	}
}
