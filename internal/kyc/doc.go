// Package kyc is the vocabulary of a migration: the words that every other
// package speaks and none may change the meaning of.
//
// A record's way through the house, with the word it carries at each door:
//
//	source    → Row         a legacy record as it was read, with its Origin
//	mapper    → Record      the same person in ARGOS's fields, with its Key
//	validate  → Issue       what is wrong with a Record, and who mends it how
//	uploader  → Outcome     how the Record ended, exactly one for each Row
//	report    → Counts      a fold over Outcomes: the accounting identity
//
// There are two levels of error and no more: what concerns one record is an
// Issue inside its Outcome; a Go error stops the run.
//
// The package imports nothing of this project and holds no policy, no input or
// output and no goroutine. Values are plain; unless said otherwise they are
// not safe for concurrent change and safe for concurrent reading.
package kyc
