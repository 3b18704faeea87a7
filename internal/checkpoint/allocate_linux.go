package checkpoint

import (
	"os"
	"syscall"
)

// allocate takes size bytes of the disk for an empty file without writing them,
// and reports whether they are taken: some file systems promise it and take none.
func allocate(f *os.File, size int64) bool {
	if syscall.Fallocate(int(f.Fd()), 0, 0, size) != nil {
		return false
	}
	info, err := f.Stat()
	if err != nil {
		return false
	}
	st, ok := info.Sys().(*syscall.Stat_t)
	return ok && st.Blocks*512 >= size // stat counts in 512 bytes, whatever a block is
}
