// Package draft drafts a mapping for a source that nobody has described.
//
// A column is matched to a field by its name and by its content, and both must
// agree. Names are cut into words, and the words into what they mean, whatever
// their language (vocabulary.go); a table says which meanings together make a
// field, and what may stand beside them (rules.go). A name with a meaning that
// does not belong there, such as the mother's or the branch's, is no match, and
// one with a word that nobody knows is never sure, unless all columns of the
// customer begin with it (own.go, prefix.go), the table is one of a known system (systems.go)
// or has names that are cut and written together (joined.go), it is the letters of a table in
// a join (aliases.go, joined_tables.go), or it is the only one of its kind (lone.go). The content is judged by what the field can hold (judge.go), by what stands in the
// columns beside it (context.go), and by the names of files (pictures.go). Then the
// best total is found, and of each match is asked what speaks against it (decide.go),
// and whether a column that nobody understands may be it as well, or a part of it
// (unread.go). The key is found last (decide_key.go).
//
// What is sure is written out; what is not is TODO, which the mapper refuses
// with its line. The text holds no value of a row but the codes of value
// tables: words that are known, and codes that many rows share. The package
// reads nothing itself: a Sample keeps some rows, and inspect knows all.
package draft
