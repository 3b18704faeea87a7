// Package report folds outcomes into what people read and scripts keep:
//
//	report.json, report.html   counts, issues, fill rates: no personal data
//	results.csv                the crosswalk: legacy key → submission id → status
//	in_doubt.csv               what an operator has to decide on, and the decisions
//
// What it promises: reports are a pure function of the outcomes and of what
// the caller states about the run (no clock is read), byte for byte, and do not
// depend on the order in which an upload's outcomes arrive. Memory does not
// grow with the input, but for 8 bytes for each row of an earlier results.csv.
// A file is replaced whole or not at all.
//
// What it must never do: show a value of a row in report.json or report.html,
// where only names of fields and columns and codes from closed lists appear,
// load anything from the network when a report is opened, or decide what an
// outcome means for the exit code.
//
// # Cells that look like formulas
//
// Spreadsheets run a cell that starts with =, +, -, @, tab or carriage return.
// In results.csv and in_doubt.csv such a cell gets an apostrophe in front, and
// so does one that starts with apostrophes followed by one of these, which
// makes it possible to take exactly that apostrophe away when the file is read
// back.
package report
