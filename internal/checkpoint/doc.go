// Package checkpoint is the ledger of a run directory: what was about to be
// sent, what became of it, and everything the record loop must know after a
// crash to send no record twice and to lose none.
//
// What it promises:
//
//   - A change is acknowledged only after its COMMIT returned nil with
//     synchronous=FULL: it survives a kill and a power cut.
//   - Every change is conditional on the state, and the attempt, that it starts
//     from. It changes one record or, with [ErrConflict] or [ErrBound], nothing.
//   - A failed COMMIT fails every change of its group and closes the ledger for
//     writing. On a full disk outcomes still find 16 MiB set aside for them,
//     and a submission id that cannot be stored at all goes to rescue.log and
//     into the error's text.
//   - One process at a time works in a run directory; a directory that was
//     copied, restored in part, or robbed of a file is refused (see [Open]).
//   - A submission id once bound to a record stays known for good.
//
// What it must never do: hold personal data (keys, userids and payloads are
// stored as keyed fingerprints), make a new secret for an old ledger, delete a
// row, or decide anything: policy is the uploader's.
//
// The files, all 0600 in a directory of 0700:
//
//	ledger.db    SQLite in WAL mode; try: sqlite3 ledger.db 'select * from status'
//	secret.key   32 random bytes in hex, the key of every fingerprint
//	ledger.mark  how far the ledger came, on which host and path (O2)
//	lock         held while a process works here
//	reserve      space given back when the disk is full
//	rescue.log   submission ids that could not be stored; read at the next start
//
// Rules named S1, O2, L1 and so on are those of the project's exactly-once
// protocol.
package checkpoint
