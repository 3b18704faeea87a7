//go:build !unix

package sqldbtest

// process is nothing where servers are not started.
type process struct{}

func (*process) stop()                     {}
func (*process) waitFor(func() bool) error { return ErrMissing }

func newDir() (string, error)                                   { return "", ErrMissing }
func give(string, string) error                                 { return ErrMissing }
func run(string, string, ...string) error                       { return ErrMissing }
func start(string, string, string, ...string) (*process, error) { return nil, ErrMissing }
func postmasterReady(string) bool                               { return false }
func greets(string) bool                                        { return false }
