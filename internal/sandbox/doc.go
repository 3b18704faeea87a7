// Package sandbox is a faithful local ARGOS: the five calls that a migration
// makes, served from memory by one http.Handler, for demos, rehearsals and
// tests. It is written from contracts.md (A0 to A4, A6, A9 and part F) and
// from nothing else of this project, so that a misreading in the client
// cannot hide behind the same misreading here.
//
// It is strict where the vendor is silent: what the documents do not promise
// to take, it refuses. It answers with the documented codes and bodies, checks
// in the order of part F, and keeps what the real service would keep plus an
// audit log, so that a test can assert on the target's own record: every
// person exactly once, every picture byte for byte, no field that is not in
// the contract, no more calls a second than allowed.
//
// It can misbehave on purpose. A Fault says which calls go wrong and how:
// the socket closed before or after the work, an answer that lies about what
// was done, work that becomes visible long after its caller was refused, a
// lookup that sees nothing. Lag, clock offsets and altered echoes are in
// Config. Faults, lag and clock may be changed while calls are in flight.
//
// Time is one settable clock. Work that commits late is stored at once with
// the moment from which it exists, so nothing waits in the background, a moved
// clock moves it too, and everything works inside a testing/synctest bubble
// (create the Sandbox inside the bubble and drive it through Transport).
//
// The sandbox must never be reachable from another machine: Listen takes
// loopback addresses only. What it stores may be real personal data in a
// rehearsal; it is written to disk only where Config.DataDir asks for it, and
// never to a log.
package sandbox
