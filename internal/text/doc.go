// Package text knows what writing looks like, and what it looks like when it
// went wrong: the scripts of letters, and the marks that conversions between
// encodings leave behind.
//
// It imports nothing of this project. Its functions are pure, do not keep what
// they are given, and are safe for concurrent use.
package text
