package validate

import (
	"runtime"
	"syscall"
	"testing"
)

// asNobody calls fn as a user without rights, since root may read every file.
// On Linux the user for files is a thread's own: fn runs on one that ends with
// it.
func asNobody(t *testing.T, fn func()) {
	t.Helper()
	const nobody = 65534
	changed := make(chan bool)
	go func() {
		runtime.LockOSThread() // and never unlocks: the thread ends with the goroutine
		_, _, _ = syscall.RawSyscall(syscall.SYS_SETFSUID, nobody, 0, 0)
		now, _, _ := syscall.RawSyscall(syscall.SYS_SETFSUID, nobody, 0, 0) // the call tells who it was before
		if now == nobody {
			fn()
		}
		changed <- now == nobody
	}()
	if !<-changed {
		t.Fatal("the user for files could not be changed")
	}
}
