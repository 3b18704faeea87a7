// Package xlsxfile reads sheets of Excel workbooks (.xlsx, .xlsm).
//
// # A sheet, as read here
//
// The XML of a sheet is scanned as it is unpacked, by a scanner of our own that
// knows the few elements a sheet is made of; excelize would take ten times as
// long. excelize decrypts workbooks that have a password, renders numbers in
// formats that the fast paths do not know, and makes the workbook that rejects
// are written into.
//
//   - A cell is the text that a person sees, with two exceptions. A date is
//     YYYY-MM-DD, with HH:MM:SS behind it where there is a time of day,
//     whatever its format shows: it is made of the serial number, because
//     formats lose the century. A whole number without a format of its own has
//     all its digits, up to 15, where Excel would show 1.23457E+11.
//   - A row that holds nothing is no record. It is skipped, counts as a row, and
//     never ends the sheet.
//   - What is certain about a cell or a row is an issue of the row: see the
//     codes. A value is never filled in from a merged range, nor computed.
//   - A row that is too long, or not in UTF-8, is a Fault.
//   - Before the first row is handed over the sheet is unpacked once to its end,
//     so that a damaged archive sends nothing.
//
// Memory does not grow with the rows: shared strings beyond a bound go to a
// private file, and every part has a limit to what it may unpack to.
package xlsxfile
