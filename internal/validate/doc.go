// Package validate holds the rules a record must pass before anything is sent:
// what the API's contract (contracts.md A1, A2) lets us know beforehand.
//
// A Validator judges one record by itself: required fields, dates,
// enumerations, countries, e-mail, text, numbers and pictures. A Unique judges a
// record against all read before it: keys and userids stand once in a run. Both
// only append issues to the record; the single change they make is to its
// pictures (the size found, or the picture dropped where the mapping asks for
// that). An Identity notes all records and finds, when they have been read, what
// shows across them only.
//
// What the API is known to refuse rejects the record. What is merely suspect
// (an expired document, dates out of order, a mojibake name) warns, because
// ARGOS and the data's owner decide about it. Rules lists every rule by packs;
// Options.Severities changes what those do that are not fixed.
//
// The files are grouped by what they look at: name*.go at names, number*.go, fiscal.go
// and zone.go at numbers of persons and documents (of which package idnumber knows the
// schemes), address.go, place*.go, town.go, filler.go, domains.go and ip.go at addresses of
// all kinds, words.go and wordfilter.go at values that stand for nothing. What only other rows can tell is in identity.go, person.go, codehash.go,
// findings.go and rare.go, in numberlog.go and keylog.go, and in unique.go and alikes.go
// for keys and userids. What lives longer than a batch keeps hashes, rows or copies, never
// a text of a record (ADR 25).
//
// The package must never put a value of a record, or the path of a picture,
// into an issue or an error, and never reads a picture beyond its header.
package validate
