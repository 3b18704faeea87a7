//go:build !unix

package cli

// openFiles is not known here.
func openFiles() (limit uint64, known bool) { return 0, false }
