package idngo

import (
	"fmt"
	"strconv"

	"kycmigrate/internal/source"
)

// Describe implements source.Describer: what is known of the JSON, and how
// applicants become rows.
func (r *reader) Describe() []source.Fact {
	facts := []source.Fact{{Name: "vendor form", Value: "IDnGO, Sumsub", Evidence: "stated"}}
	if d, ok := r.Reader.(source.Describer); ok {
		facts = append(facts, d.Describe()...)
	}
	for i := range facts {
		if facts[i].Name == "columns" {
			facts[i] = source.Fact{
				Name: "columns", Value: strconv.Itoa(len(r.names)),
				Evidence: fmt.Sprintf("%d of an applicant, and paths of its JSON behind them", len(columns)),
			}
		}
	}
	return facts
}

// IsRejects implements source.Mender.
func (r *reader) IsRejects() bool {
	m, ok := r.Reader.(source.Mender)
	return ok && m.IsRejects()
}
