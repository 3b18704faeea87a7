package cli

import (
	"slices"
	"strings"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/mapper"
	"kycmigrate/internal/validate"
)

// ruleCodes are the codes of the rules that validate applies. No rule of a
// mapping may have one of them.
func ruleCodes() []string {
	rules := validate.Rules()
	codes := make([]string, len(rules))
	for i := range rules {
		codes[i] = rules[i].Code
	}
	return codes
}

// adjustableRules are the codes whose severity a mapping may change.
func adjustableRules() []string { return validate.Adjustable() }

// adjustablePacks are those codes by the pack that they belong to.
func adjustablePacks() map[string][]string {
	packs := make(map[string][]string)
	for _, rule := range validate.Rules() {
		if !rule.Fixed {
			packs[string(rule.Pack)] = append(packs[string(rule.Pack)], rule.Code)
		}
	}
	return packs
}

// looks are the codes that only migrate images finds, by looking into pictures.
var looks = []string{
	"image_corrupt", "image_unexamined", "image_tiny", "image_rotated", "image_blank", "image_unclear", "image_repeated", "image_shared", "image_alike", "image_orphan",
}

// warnOfLooks says of codes that the mapping has reject that nothing is looked
// for here that could have them.
func (a *app) warnOfLooks(m *mapper.Mapping) {
	var rejecting []string
	for _, code := range looks {
		if m.Severities[code] == kyc.Reject {
			rejecting = append(rejecting, code)
		}
	}
	if len(rejecting) > 0 {
		say(a.err, "warning: rules.severity of %s rejects %s, which only migrate images looks for: such rows are not rejected here\n", m.Path, strings.Join(rejecting, ", "))
	}
}

// noteUnseen tells which lists of keys to exclude name records that the source
// does not have, and which fields lose most of their values. A rejects file has a few rows of
// it only.
func (s *session) noteUnseen(p *pass) {
	if isRejects(p.reader) {
		return
	}
	s.unseen = p.plan.Unseen()
	for _, note := range slices.Concat(s.unseen, p.tallies.omitted()) {
		s.tellNote(note)
	}
}
