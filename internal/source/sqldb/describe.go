package sqldb

import (
	"strconv"

	"kycmigrate/internal/source"
)

// Describe implements source.Describer. It names the kind of the database and
// nothing of its address; of a query it says only that there is one, for a
// query may hold values.
func (r *reader) Describe() []source.Fact {
	what := source.Fact{Name: "table", Value: r.table, Evidence: "stated"}
	if r.table == "" {
		what = source.Fact{Name: "query", Value: "as stated", Evidence: r.enclosed()}
	}
	held := source.Fact{Name: "read in", Value: r.held}
	if r.limited {
		held.Evidence = "with what the warnings say"
	}
	facts := []source.Fact{
		{Name: "database", Value: r.title, Evidence: "the address says so"}, what, held,
		{Name: "columns", Value: strconv.Itoa(len(r.head.Columns)), Evidence: "as the database names them"},
	}
	if n := r.fromBytes(); n > 0 {
		facts = append(facts, source.Fact{Name: "pictures", Value: strconv.Itoa(n), Evidence: "columns of bytes that the mapping takes pictures from"})
	}
	return facts
}

// enclosed says whether another query can be put around the one that is stated.
func (r *reader) enclosed() string {
	if r.known {
		return "pictures and parts can be read from it"
	}
	return "no other query can be put around it, so it is read as a whole"
}

// fromBytes counts the columns that pictures are taken from.
func (r *reader) fromBytes() (n int) {
	for _, t := range r.take {
		if t.picture != "" {
			n++
		}
	}
	return n
}
