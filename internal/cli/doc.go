// Package cli is the shell of migrate and its only composition root: commands,
// flags, environment, logging, progress, signals, the run directory and the
// exit code. Every other package is told what it needs; here it is decided.
//
// All contact with the operating system goes through one OS value, so that a
// test of the whole program is a call of Main. What a script may hold on to is
// computed in one place each: the exit code in exit.go, the object of --json
// in summary.go, the names of the files in rundir.go.
//
// The package must never print or log a value of a record, put the API key
// anywhere but into the client, or send anything before the operator agreed to
// the target (--yes, a loopback address, or an answer at the terminal).
package cli
