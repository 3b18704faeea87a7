package cli

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/mapper"
	"kycmigrate/internal/pipeline"
	"kycmigrate/internal/report"
	"kycmigrate/internal/validate"
)

// newFold begins the report of a pass, which tells what the mapping changed in it.
func (s *session) newFold(p *pass) *report.Fold {
	s.tallies = p.tallies
	return report.NewFold(report.Meta{
		Title: s.title(), Mapping: s.mapping.Path, MappingHash: s.mapping.Hash, Source: s.flags.slice.of(s.flags.source),
		Target: s.record.Target, Admin: s.record.Admin, Tool: "migrate " + version,
		DryRun: s.result.dryRun, WholeDir: s.retells,
		Columns: p.reader.Columns(), Unused: p.plan.UnusedColumns(), FieldColumns: p.plan.Columns,
		Pack: s.packOf, Options: s.options(), ShowValues: s.flags.showValues, Cutover: s.flags.asOf.Time,
		FailedTests: s.failed.need(), AsOf: s.flags.day(s.app.started), Files: reportedFiles(s.mapping),
	})
}

// reportedFiles are the files that a mapping names.
func reportedFiles(m *mapper.Mapping) []report.MappingFile {
	list := make([]report.MappingFile, 0, len(m.Files))
	for _, f := range m.Files {
		list = append(list, report.MappingFile{Path: f.Path, SHA256: f.Hash})
	}
	return list
}

// title names what the report is about: the mapping, and where it is of rejects alone, the
// source that they come from.
func (s *session) title() string {
	if of := s.record.Source.Of; of != "" {
		return s.mapping.Name + ": rejects of " + filepath.Base(of)
	}
	return s.mapping.Name
}

// saveReport writes the report, where there is something to report. That of a
// dry run holds no time, so that two of them over the same input are equal.
func (s *session) saveReport() error {
	r := s.result
	if s.fold == nil || s.fold.Counts().Read == 0 {
		return nil
	}
	end := report.End{
		Read: r.counts.Read, Cut: s.cut, ExitCode: r.exit, OpenElsewhere: r.openElsewhere, Calls: r.calls, InArgos: s.inArgos,
		SourceDigest: s.record.Source.SHA256, SourceNotes: s.notes, Spoilt: s.spoilt, Unseen: s.unseen, Files: s.out.links(), Unlisted: r.unlisted,
		Changes: s.tallies.changes(), Next: s.nextSteps(),
	}
	if r.err != nil {
		end.Stopped = r.err.Message
	}
	if r.dryRun && r.files.Rejects == "" {
		end.Files.Rejects = "" // what stands in it is ready
	}
	if !r.dryRun {
		end.Elapsed, end.Started, end.Finished = r.elapsed, s.record.Started, *s.record.Ended
	}
	if err := s.tellPlaces(); err != nil {
		return err
	}
	s.fold.Finish(end)
	r.reconciled = s.fold.Reconciliation()
	r.files.Report = s.out.file(fileReportHTML)
	r.reasons = s.fold.Reasons()
	return s.fold.Save(s.out.path)
}

// options are the settings that a reader of the report should know of.
func (s *session) options() []report.Fact {
	facts := []report.Fact{{Name: report.KeyOption, Value: strings.Join(s.mapping.Key, ", ")}}
	if m := s.mapping.Marker.String(); m != "" {
		facts = append(facts, report.Fact{Name: report.MarkerOption, Value: m})
	}
	if len(s.mapping.PictureColumns()) > 0 {
		bad := "rejects its row"
		if s.mapping.DropBadImages {
			bad = "is left out"
		}
		facts = append(facts, report.Fact{Name: "Pictures", Value: "up to " + thousands(s.mapping.ImageMaxBytes) + " bytes; one that cannot be used " + bad})
	}
	if s.flags.strict {
		facts = append(facts, report.Fact{Name: "--strict-required", Value: "idType and issuingCountry are required"})
	}
	if s.flags.limit > 0 {
		facts = append(facts, report.Fact{Name: "--limit", Value: "the first " + thousands(s.flags.limit) + " records"})
	}
	if s.flags.maxRejects != "" {
		facts = append(facts, report.Fact{Name: "--max-rejects", Value: s.flags.maxRejects})
	}
	return facts
}

// ownFolder stands for a run directory that was chosen by --run. A shell refuses the line
// as it stands: with no --run, or a wrong one, it would begin another ledger, which knows
// nothing of what was sent.
const ownFolder = "<folder of this report>"

// nextSteps are the commands that the summary tells, for the report. Those of a
// dry run leave out how it talks and which run directory it had: dry runs over the same
// input write equal reports wherever they write them.
func (s *session) nextSteps() []report.Next {
	r := *s.result
	if r.dryRun {
		r.next.run = s.again("run")
		r.next.same = s.again("validate")
		if r.next.uncut != "" {
			r.next.uncut = s.againOf("validate", 0)
		}
	}
	return stepsOf(r.whatNext())
}

// again is a command with the flags of this one that matter for its outcome.
func (s *session) again(command string) string { return s.againOf(command, s.flags.limit) }

// againOf is again with another limit, 0 for none.
func (s *session) againOf(command string, limit int64) string {
	v := s.flags
	words := []string{"migrate", command, "--source", v.source, "--mapping", v.mapping}
	words = append(words, v.lasting...)
	if limit > 0 {
		words = append(words, "--limit", strconv.FormatInt(limit, 10))
	}
	if v.maxRejects != "" {
		words = append(words, "--max-rejects", v.maxRejects)
	}
	line := v.slice.command(shellLine(words...))
	if v.run != "" {
		line += " --run " + ownFolder
	}
	return line
}

// stepsOf reads the commands, and what is said before each, out of the text
// that the summary ends with: a command stands on a line of its own, indented.
func stepsOf(text string) (steps []report.Next) {
	var lead []string
	for line := range strings.Lines(strings.TrimPrefix(text, "Next:")) {
		line = strings.TrimSuffix(line, "\n")
		if command, ok := strings.CutPrefix(line, "  "); ok {
			steps = append(steps, report.Next{Lead: strings.Join(lead, " "), Command: command})
			lead = nil
			continue
		}
		if line = strings.TrimSpace(strings.TrimPrefix(line, "Next:")); line != "" {
			lead = append(lead, line)
		}
	}
	return steps
}

// tallies gives each map worker a tally of its own of what the mapping changes.
type tallies struct {
	plan  *mapper.Plan
	sound func(kyc.Field, string) bool
	list  []*mapper.Tally
}

// own is pipeline.Front.Own, which is called by one goroutine.
func (t *tallies) own() pipeline.Mapper {
	tally := t.plan.Tally(t.sound)
	t.list = append(t.list, tally)
	return tally
}

// omitted tells what otherwise: omit took too much of, once the workers have ended.
func (t *tallies) omitted() []string { return mapper.Omitted(t.list...) }

// changes sums them up, once the workers have ended.
func (t *tallies) changes() []report.Change {
	changes := mapper.Changes(t.list...)
	list := make([]report.Change, len(changes))
	for i, c := range changes {
		list[i] = report.Change{Field: c.Field, Columns: c.Columns, Step: c.Step, Detail: c.Detail, Values: c.Values}
		list[i].Spell(len(c.Spellings), func(k int) report.Spelling { return report.Spelling(c.Spellings[k]) })
	}
	return list
}

// packOf names the pack that a code belongs to: own for the rules of the mapping.
func (s *session) packOf(code string) string {
	if slices.Contains(s.mapping.OwnCodes(), code) {
		return "own"
	}
	return packOf(code)
}

// packOf names the pack of rules that a code of docs/OPERATING.md belongs to.
func packOf(code string) string {
	for _, rule := range validate.Rules() {
		if rule.Code == code {
			return string(rule.Pack)
		}
	}
	if slices.Contains(mapper.Codes(), code) {
		if code == mapper.CodeImagePath {
			return string(validate.PackImage)
		}
		return "mapping"
	}
	for _, kind := range []string{"row_", "cell_", "json_", "idngo_", "verifime_"} {
		if strings.HasPrefix(code, kind) {
			return "source"
		}
	}
	return "target"
}
