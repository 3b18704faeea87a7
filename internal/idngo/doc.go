// Package idngo fetches applicants from the API of IDnGO, and of Sumsub whose
// product it is, into an export directory.
//
// Client makes single calls: it signs them (contracts.md B1) and says of each
// failure what to do next. Pull is the policy: which applicants are missing, how
// fast, what is tried again, and when to give up. Export is the directory, which
// is also the memory of a pull: what stands in its files whole is done, and
// everything else is fetched by the next pull. A process that is killed leaves
// at most the beginning of a line, which is cut, and a picture under another
// name.
//
// The package reads only from the vendor, and knows nothing of ARGOS. No error,
// notice or number of it holds a value of an applicant; ids stand in failed.csv
// and nowhere else.
package idngo
