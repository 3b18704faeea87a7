// Package argos is the HTTP client of the ARGOS ID check REST API, version 3:
// POST /submission/migration, PUT /submission/image and GET /submission
// (contracts.md A1, A2, A3).
//
// One method call is one HTTP request. The package never repeats a POST or PUT
// (net/http may repeat a GET that found its connection closed), never waits,
// paces or decides: it says what became of the request, and leaves the rest to
// its caller. Every failure is an *Error, and its Effect is the promise this
// package makes (exactly-once.md S4):
//
//	None     ARGOS did nothing. No byte of the request left us, or a picture
//	         failed before its end so that no whole body did, or the answer
//	         proves that the request was turned away before it was executed.
//	Refused  ARGOS read the request and turned this record down: a 4xx answer
//	         with an error code that is known to speak of the record.
//	Unknown  anything else. The request may have been executed, or still be.
//
// A success is claimed only for what was read whole: a 2xx answer of which
// every byte arrived and whose JSON holds one submission id.
//
// What the package must never do: send a record twice behind its caller's
// back, follow a redirect (the key would travel), hold a whole picture in
// memory, or put a word of the server's message, a value of a record or the
// key into an error. Errors carry codes, statuses, names of known fields and
// sentences of our own.
package argos
