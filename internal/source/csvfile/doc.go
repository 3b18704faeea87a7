// Package csvfile reads sources of comma-separated values and their like.
//
// # CSV, as read here
//
// encoding/csv decides what a quoted record means; a line without a quote has
// no grammar but the delimiter and is split at once. Beyond it:
//
//   - An empty line holds no record: it is skipped, counted as a line, and
//     never ends the file.
//   - Line breaks inside quotes belong to the value; CRLF there reads as LF.
//   - A quote that is opened and never closed, or stands where it may not, costs
//     the physical line the record starts on and no more: reading goes on with
//     the next line. A record longer than MaxRecord counts as never closed, and
//     so does one that has swallowed a line that is a whole record by itself
//     (8 columns or more, or a record that is ragged anyway).
//   - Header cells are trimmed. An empty one is named column_N by its position,
//     a repeated one name_2, name_3 and so on; Warnings tells.
//   - Bytes that the encoding does not know, and NUL, make the row a Fault.
package csvfile
