package cli

import (
	"kycmigrate/internal/source"
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

// noteUnseen tells which lists of keys to exclude name records that the source
// does not have. A rejects file has a few rows of it only.
func (s *session) noteUnseen(p *pass) {
	if m, ok := p.reader.(source.Mender); ok && m.IsRejects() {
		return
	}
	for _, note := range p.plan.Unseen() {
		s.tellNote("warning", note)
	}
}
