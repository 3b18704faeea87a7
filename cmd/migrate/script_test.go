package main

import (
	"net/http/httptest"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"kycmigrate/internal/sandbox"
)

func TestMain(m *testing.M) {
	testscript.Main(built{m}, map[string]func(){"migrate": main})
}

// TestScripts runs the program as its users do. A script that uses the network
// finds a sandbox of its own at $ARGOS_BASE_URL.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			box, err := sandbox.New(sandbox.Config{})
			if err != nil {
				return err
			}
			server := httptest.NewServer(box)
			env.Defer(func() {
				server.Close()
				_ = box.Close()
			})
			env.Setenv("ARGOS_BASE_URL", server.URL+"/v3")
			env.Setenv("ARGOS_API_KEY", sandbox.DefaultAPIKey)
			env.Setenv("ARGOS_ADMIN", "ops@bank.example")
			env.Setenv("USER", "operator")
			env.Values[scriptBox{}] = box
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"fault":            injectFaults,
			"lag":              setLag,
			"await-submission": awaitSubmission,
		},
	})
}

// scriptBox is the key of a script's own sandbox.
type scriptBox struct{}

func boxOf(ts *testscript.TestScript) *sandbox.Sandbox {
	return ts.Value(scriptBox{}).(*sandbox.Sandbox)
}

// injectFaults is the script command "fault SPEC...": the sandbox's faults
// from now on.
func injectFaults(ts *testscript.TestScript, _ bool, args []string) {
	faults := make([]sandbox.Fault, len(args))
	for i, spec := range args {
		fault, err := sandbox.ParseFault(spec)
		ts.Check(err)
		faults[i] = fault
	}
	ts.Check(boxOf(ts).SetFaults(faults))
}

// setLag is the script command "lag DURATION": how late the sandbox's lookups
// see what it stored.
func setLag(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 1 {
		ts.Fatalf("lag DURATION")
	}
	lag, err := time.ParseDuration(args[0])
	ts.Check(err)
	boxOf(ts).SetLag(lag)
}

// awaitSubmission is the script command "await-submission": it returns once
// the sandbox has stored one.
func awaitSubmission(ts *testscript.TestScript, _ bool, _ []string) {
	for deadline := time.Now().Add(patience); len(boxOf(ts).Submissions()) == 0; time.Sleep(2 * time.Millisecond) {
		if time.Now().After(deadline) {
			ts.Fatalf("nothing was submitted within %s", patience)
		}
	}
}
