// Package csvfile reads sources of comma-separated values and their like.
//
// # CSV, as read here
//
// The usual record, quotes around whole cells and all, is cut 64 bytes at a look.
// Of the others, a line without a quote has no grammar but the delimiter and is
// split at once, and one with quotes, or escapes, goes through the scanner, which
// reads what encoding/csv would where the dialect is its own, and otherwise as
// close to it as the dialect lets it. The dialect is told from the beginning of the file: it
// is read in each form that it may have, and the one in which it is most of a
// table is its own. Beyond that:
//
//   - An empty line holds no record: it is skipped, counted as a line, and
//     never ends the file.
//   - Line breaks inside quotes belong to the value; CRLF there reads as LF.
//   - A quote that is opened and never closed, or stands where it may not, costs
//     the physical line the record starts on and no more: reading goes on with
//     the next line. A record longer than MaxRecord counts as never closed, and
//     so does one that has swallowed a line that is a whole record by itself
//     (8 columns or more, or a record that is ragged anyway).
//   - A row without a value in any column is a Fault.
//   - What stands above the header is passed over, and Warnings tells.
//   - Header cells are trimmed. An empty one is named column_N by its position,
//     a repeated one name_2, name_3 and so on; Warnings tells.
//   - Bytes that the encoding does not know, and NUL, make the row a Fault.
package csvfile
