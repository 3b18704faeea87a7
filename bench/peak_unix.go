//go:build unix

package main

import (
	"os"
	"runtime"
	"syscall"
)

// peakOf is the greatest resident set that an ended process had, in bytes.
func peakOf(state *os.ProcessState) int64 {
	r, ok := state.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	if runtime.GOOS == "darwin" || runtime.GOOS == "ios" {
		return int64(r.Maxrss) // already bytes there
	}
	return int64(r.Maxrss) << 10
}
