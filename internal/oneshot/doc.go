// Package oneshot is an HTTP/1.1 transport for requests that must not be sent
// twice, with bodies that fit in memory: the POSTs of the record loop.
//
// It is a [net/http.RoundTripper] that does everything in its caller's
// goroutine: it takes a connection, writes the request in one piece, reads the
// answer. So what the protocol of the record loop has to know is plain to see:
//
//   - A request is written once, on one connection, or not at all. Nothing here
//     can send it again.
//   - Whether a byte of it left us is known exactly. Where the context of a
//     request holds a [net/http/httptrace.ClientTrace], its WroteHeaderField is
//     called, for no field in particular, once at least a byte has; if RoundTrip
//     fails without that call, the server got nothing.
//   - A connection that was kept is asked whether it still stands, and has nothing
//     to say, at the moment it is taken. A request that is written on one which the
//     server has closed would end in doubt.
//
// It parses answers with net/http, serves one host, follows no redirect, unpacks
// nothing, knows no proxy and no other protocol, and gives up with the context of
// the request or after a time. Dialing ends with it too. Nobody reads while a request is being
// written: an answer that comes before its end is found after it.
//
// A Transport starts no goroutine of its own, and is safe for concurrent use.
package oneshot
