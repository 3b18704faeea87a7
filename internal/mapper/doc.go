// Package mapper turns legacy rows into ARGOS records as a mapping file says.
//
// Its work has two moments. Load reads and checks the mapping file, Compile
// ties it to the columns of a source; both report every problem at once, each
// with file, line, column, what was meant and the fix. What comes out is a
// Plan, which maps rows without any further decision: Map never fails, never
// panics and may be called from many goroutines. What is wrong with one row is
// an Issue on its record.
//
// The order within a field is fixed: when, then source form (from, join, first,
// const, template, expr), then transform, then date, values, country or lookup,
// then default or otherwise. A cell of white space only is empty. An empty
// value skips all but default, and without a default the field is left out.
//
// Expressions (expr, and the conditions of when, exclude and rules.own) are
// compiled when the mapping is loaded. They can be trusted with rows from
// anywhere: what they may call says the same of the same row for ever, what
// they may make is bounded, and an error of one is an issue of its row.
//
// Choices that a reader of a mapping may stumble over:
//
//   - join skips empty parts and puts one space between the others unless with
//     says else. A template of which any column is empty is itself empty: half
//     an identifier is worse than none. {{ and }} stand for braces.
//   - values beside country translates the listed spellings first; what is not
//     listed goes on to country.
//   - Country names are those of today. What stands for a state that is gone
//     (USSR, Yugoslavia, Zaire) is unknown, because nobody but the data owner
//     can say which successor a person belongs to.
//   - A two-digit year is put into the latest century that makes sense. A birth
//     or issue date is never after today; an expiry date, or any other, lies
//     between 49 years ago and 50 years ahead.
//   - A number is a country only if it has three digits.
//
// A mapping file may hold tests of itself (Mapping.Tests). Plan.Explain tells
// what each rule did to a value: it runs Map over rules that take notes, so
// that what is explained is what happens.
//
// The package must never put a value of a row into an error, a warning or an
// issue, nor a secret from the environment, and it opens no file but the
// mapping and those beside it that the mapping names. It does not judge the mapped values (package validate does), except
// those that the mapping file itself states.
package mapper
