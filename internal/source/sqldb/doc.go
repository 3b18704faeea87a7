// Package sqldb reads sources of rows out of databases: PostgreSQL, MySQL and
// MariaDB, SQLite, SQL Server, and with the build tag oracle also Oracle.
//
// # What is promised
//
// The rows are read once, as they come, inside one read-only transaction over a
// consistent snapshot where the database has such a thing; what a query would
// write is refused by the database. Nothing is collected here: a row is in
// memory while it is handed over.
//
// Every value becomes text without loss, by rules that docs/SOURCES.md states.
// Where a database can write its values as text itself, that text is taken
// (PostgreSQL, MySQL), so that no number passes through a float and no date
// through a time zone. NULL and the empty string are both an empty cell; Row.Raw
// is the row as a line of CSV and tells them apart.
//
// A column of bytes that the mapping takes a picture from is not read with its
// row. Its cell holds a name, and Pictures opens that name: the bytes come in
// chunks over a few connections of their own.
//
// # Secrets
//
// The path of a Spec is a DSN. No error of this package holds it, nor a user, a
// host, a password or a value of a row. Drivers write such things into their
// errors, so that none of those is handed on: see diagnosis.
package sqldb
