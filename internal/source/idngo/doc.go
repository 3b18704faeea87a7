// Package idngo reads exports of IDnGO, and of Sumsub whose product it is: JSON
// lines, or an array, of the answers to GET /resources/applicants/{id}/one
// (contracts.md B3).
//
// An applicant is more than a record of ARGOS: it has several documents, names
// in two scripts, a review with its history. The package offers columns in
// which this is decided (see Columns), and every path of the answer beside
// them, as package jsonfile does. What ARGOS cannot take, or what only the
// operator may decide, is an Issue that rejects its row; the cells are there all
// the same, so that the row is known by its key.
//
// The answer about the verification steps (requiredIdDocsStatus) and the names
// of the picture files belong to the applicant and stand in its line: under
// _pull, as migrate pull writes them, or the former under its own name.
//
// Members that are not known are passed over, and a member of another type than
// expected counts as absent.
package idngo
