// Package source turns the bytes of a legacy export into rows.
//
// It promises that every record of the source is handed over exactly once, in
// order, with the place it came from and the bytes it was made of. A record
// that cannot be read is a row too: its Fault says why, its Raw is kept, and
// reading goes on. The package never repairs a record, never guesses a missing
// cell, never puts U+FFFD where a byte could not be decoded, and names no value
// of a row in an error or a Fault.
//
// Reader is the one interface of the family; sourcetest is the suite that each
// implementation runs. Rows that were refused go back to the operator through
// RejectWriter, in the source's own format, and that file is a source again.
//
// Each kind of source has a package of its own below this one; package all is
// the table of them. What they share stands here: the files behind a source
// (Input), the names of its columns (Header), and the way a rejects file comes
// into its place (RejectsFile).
package source
