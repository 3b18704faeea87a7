// Package uploader is the policy for one record: what is sent to ARGOS, when,
// what an answer means, and what is done when there is none. It carries out
// the protocol of exactly once; a duplicate identity is the worst thing that
// this program can do, and this package is where it is prevented.
//
// ARGOS has no idempotency key, so a POST whose answer is lost cannot simply
// be sent again. The package therefore keeps to four promises:
//
//   - No POST leaves before its intent is durable in the ledger.
//   - A record with an intent and no outcome is never posted again before a
//     lookup is believed (doubt.go, rules.go: when "not found" may be believed).
//   - A submission found by a lookup is adopted only on proof: our keyed mark,
//     or every field that ARGOS returns as we sent it, created after we sent it.
//   - What nobody can say stays in doubt, for an operator to decide.
//
// A record goes through phases: it is decided upon from the ledger alone
// (decide.go), posted (post.go), looked up while in doubt (doubt.go), read
// back if it is a canary (canary.go) or named by an operator (named.go), and its
// pictures are put (images.go). What an answer said is not the last word: a
// lookup may show that it named another record's submission (contest.go).
// A phase that must wait says when to be called again and gives its worker
// back; goroutines are started for the lookups alone that go before the first
// POST (cautious.go, understand.go). Every call asks permits.go first,
// which alone knows pace, pauses, the daily budget and the breaker.
//
// [Uploader] sends. [DryRun] is its sibling that decides alike and holds no
// client, so that it cannot send.
//
// The package keeps no personal value beyond the record at hand and the few
// records that serve as controls, and writes none anywhere.
package uploader
