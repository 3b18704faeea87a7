package cli

import (
	"errors"
	"strings"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/pipeline"
	"kycmigrate/internal/uploader"
	"kycmigrate/internal/validate"
)

// newIdentity begins to look across records.
func (s *session) newIdentity(column func(string) string, key string) *validate.Identity {
	return validate.NewIdentity(validate.IdentityOptions{Temp: s.out.temp(), Severities: s.mapping.Severities, Column: column, Key: key})
}

// across is what looks across the records of a pass, behind the check that keys
// stand once: what was found in an earlier pass is put on the records.
func (s *session) across(p *pass, column func(string) string) {
	switch {
	case s.identity == nil:
		s.identity = s.newIdentity(column, strings.Join(p.plan.KeyColumns(), ", "))
	case s.identity.Sealed():
		p.attach = s.identity.Attach()
		p.front.Unique = orderCheckers{p.front.Unique, p.attach}
	}
}

// orderCheckers applies several checks one after another.
type orderCheckers []pipeline.OrderChecker

// Check implements pipeline.OrderChecker.
func (all orderCheckers) Check(recs []*kyc.Record) {
	for _, c := range all {
		c.Check(recs)
	}
}

// compare makes the pass that notes what all records have, where a rule that
// looks across them rejects: it must be known before the first is judged. Records are
// checked in it, for what is counted across them is what checks say of names and numbers.
func (s *session) compare() error {
	if !validate.RejectsAcross(s.mapping.Severities) {
		return nil
	}
	p, err := s.openPass(s.app.stop.Soft)
	if err != nil {
		return err
	}
	rules := p.rules
	rules.Unseen = true // pictures are looked at in the pass that judges
	p.front.Check = validate.New(rules)
	all := p.extent(s.flags.limit)
	all.first = true
	progress := s.app.newProgress(stageComparing, all, s.flags.quiet)
	_, err = pipeline.Survey(s.app.stop.Soft, p.front, uploader.NewDryRun(nil, false, nil), sinks{s.identity, progress})
	progress.Close()
	if err = errors.Join(err, p.Close()); err != nil {
		return err
	}
	return s.identity.Seal()
}

// noting adds the sink that notes what records have, unless that is done.
func (s *session) noting(list ...pipeline.Sink) sinks {
	if !s.identity.Sealed() {
		list = append(list, s.identity)
	}
	return list
}

// tellLate tells of what was found when all records had been read: in the
// report, in the list of issues, and in the count of rows with warnings.
func (s *session) tellLate(out *outputs) error {
	if s.identity.Sealed() {
		return nil
	}
	return s.identity.Findings(func(f *validate.Finding) error {
		if s.fold.AddLate(f.Row.Seq, f.Row.Origin, &f.Issue) {
			s.result.counts.Warnings++
		}
		return out.issues.AddLate(f.Row.Origin, &f.Issue)
	})
}

// tellPlaces tells the report where the rows stand that others are like.
func (s *session) tellPlaces() error {
	if s.identity == nil {
		return nil
	}
	at, err := s.identity.Origins(s.fold.Besides())
	s.fold.SetBesides(at)
	return err
}

// closeIdentity gives up what was noted.
func (s *session) closeIdentity() error {
	if s.identity == nil {
		return nil
	}
	return s.identity.Close()
}
