// Package inspect says what a table of legacy records is before anybody writes
// a mapping for it: how full its columns are, what they look like, and which
// traps lie in them.
//
// A Profile looks at each row once, in the order of the source, and keeps a
// bounded amount of memory whatever the number of rows: counts, a few places,
// hashes up to a limit, and an estimate of the distinct values beyond it. Its
// Result depends on the rows alone, so that two looks at one source are equal.
//
// A Result holds no value of a person. Samples are masks: each letter is an a
// or an A, each digit a 9. Values as they stand are shown only where a column
// is a list of a few codes that many rows share, and never of amounts or names.
//
// What a trap is and what to do about it stands in one table (traps.go). A trap
// is reported where there is evidence in the rows, not where something might
// be: clean data has none.
package inspect
