//go:build unix

package cli

import "syscall"

// openFiles is how many files and connections this process may have open, and whether that is known.
func openFiles() (limit uint64, known bool) {
	var l syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &l); err != nil {
		return 0, false
	}
	return uint64(l.Cur), true //nolint:unconvert // some systems have it signed
}
