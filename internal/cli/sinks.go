package cli

import (
	"slices"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/pipeline"
	"kycmigrate/internal/report"
)

// sinks hands each outcome to several; every one of them sees every outcome,
// whatever the others do, so that each of them balances.
type sinks []pipeline.Sink

// Add implements pipeline.Sink.
func (all sinks) Add(o *kyc.Outcome) error {
	var first error
	for _, sink := range all {
		if err := sink.Add(o); err != nil && first == nil {
			first = err
		}
	}
	return first
}

// AddAll implements pipeline.BatchSink: each sink in its turn, so that what one of them
// touches stays in the cache.
func (all sinks) AddAll(outs []kyc.Outcome) error {
	var first error
	for _, sink := range all {
		if err := pipeline.AddAll(sink, outs); err != nil && first == nil {
			first = err
		}
	}
	return first
}

// tally counts outcomes for the summary.
type tally struct{ *result }

// Add implements pipeline.Sink.
func (t tally) Add(o *kyc.Outcome) error {
	t.counts.Add(o)
	if o.Status == kyc.Excluded && o.Record.Excluded != "" {
		if t.excluded == nil {
			t.excluded = map[string]int64{}
		}
		t.excluded[o.Record.Excluded]++
	}
	if slices.ContainsFunc(o.Issues, func(i kyc.Issue) bool { return i.Code == report.ExcludedInArgos }) {
		t.toDelete++
	}
	if o.Status == kyc.Incomplete && slices.ContainsFunc(o.Issues, mustBeMended) {
		t.toMend++
	}
	return nil
}

// mustBeMended reports whether another try alone would not help.
func mustBeMended(i kyc.Issue) bool {
	const imageFailed = "image_failed" // docs/OPERATING.md: no answer in 8 tries
	return i.Severity == kyc.Reject && i.Code != imageFailed
}
