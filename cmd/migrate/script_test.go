package main

import (
	"net/http/httptest"
	"testing"

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
			return nil
		},
	})
}
