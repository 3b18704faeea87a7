package cli

import (
	"strings"
	"unicode/utf8"

	"kycmigrate/internal/report"
)

// The events of run.log by which an auditor can follow the invocations in a run directory:
// run.json and the report tell of the last one only, this file is appended to. They are
// written whatever the --log-level, and hold no value of a record.
const (
	eventStarted  = "started"
	eventEnded    = "ended"
	eventDecided  = "decided"  // one for each decision that resolve took
	eventResolved = "resolved" // the end of a resolve
)

// command is what the operator typed: run or validate.
func (s *session) command() string {
	if s.result.dryRun {
		return "validate"
	}
	return "run"
}

// logStarted tells what an invocation is to work on, with what and for whom.
func (s *session) logStarted() {
	f := &s.record
	s.log.Evidence(eventStarted, "command", s.command(), "version", version, "dry_run", s.result.dryRun,
		"source", s.flags.source, "part", s.flags.part, "limit", s.flags.limit,
		"mapping", s.mapping.Path, "mapping_sha256", s.mapping.Hash, "mapping_files", f.Mapping.Files,
		"target", f.Target, "admin", maskedMail(f.Admin), "project", f.Project, "flags", f.Flags)
}

// logEnded tells what an invocation came to.
func (s *session) logEnded() {
	r, f := s.result, &s.record.Source
	code := ""
	if r.err != nil {
		code = r.err.Code
	}
	s.log.Evidence(eventEnded, "command", s.command(), "exit_code", r.exit, "error", code,
		"read", r.counts.Read, "balanced", r.counts.Balanced(), "counts", report.NumbersOf(r.counts),
		"taken_over", r.counts.TakenOver, "open_elsewhere", r.openElsewhere, "excluded_by", r.excluded,
		"calls", r.calls, "elapsed_ms", r.elapsed.Milliseconds(),
		"mapping_sha256", s.mapping.Hash, "source_sha256", f.SHA256, "source_bytes", f.Bytes, "source_whole", f.Whole,
		"target", s.record.Target, "admin", maskedMail(s.record.Admin))
}

// maskedMail is an e-mail address by which whoever knows its owner tells who it is: the
// first letter and the domain.
func maskedMail(address string) string {
	name, domain, ok := strings.Cut(address, "@")
	if !ok {
		domain = ""
	} else {
		domain = "@" + domain
	}
	if name == "" {
		return domain
	}
	_, size := utf8.DecodeRuneInString(name)
	return name[:size] + "…" + domain
}
