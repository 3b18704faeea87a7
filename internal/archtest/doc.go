// Package archtest holds the import table of docs/ARCHITECTURE.md: which room
// may know which, and where each third-party library has its one home. It has
// tests only; a change of the table is a change of the architecture and wants
// its reason written down.
package archtest
