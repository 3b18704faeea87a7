package validate

import (
	"fmt"
	"slices"
	"strings"

	"kycmigrate/internal/kyc"
)

// Pack is a group of rules, by what they look at.
type Pack string

// The packs. What the contract pack rejects ARGOS would refuse; the others
// warn, unless the operator says otherwise.
const (
	PackContract Pack = "contract"
	PackDocument Pack = "document"
	PackIdentity Pack = "identity"
	PackImage    Pack = "image"
)

// packs says with which rule each pack begins.
var packs = []struct {
	first ruleID
	name  Pack
}{{none, PackContract}, {dateOrder, PackDocument}, {placeholder, PackIdentity}, {imageMissing, PackImage}}

// fixed are the rules that no operator can change: the record could not be
// told from others, the call could not be made, or ARGOS documents that it
// refuses such a value (contracts.md A1, A2).
var fixed = []ruleID{
	keyMissing, keyDuplicate, useridDuplicate, requiredMissing, idTypeRequired, recordTooBig, invalidUTF8, nulCharacter,
	emailInvalid, kycStatusInvalid, genderInvalid, countryUnknown, dateInvalid,
	imageMissing, imageOutside, imageUnreadable, imageEmpty, imageTooBig, imageType, imageDropped,
}

// complete puts the tables of the packs together and fills in what follows
// from a rule's place.
func complete(table [numRules + 1]Rule) [numRules + 1]Rule {
	for _, more := range []map[ruleID]Rule{documentRules, identityRules} {
		for r, rule := range more {
			table[r] = rule
		}
	}
	for r := range table {
		for _, pack := range packs {
			if ruleID(r) >= pack.first {
				table[r].Pack = pack.name
			}
		}
	}
	for _, r := range fixed {
		table[r].Fixed = true
	}
	return table
}

// CheckSeverity reports why a rule cannot have a severity: there is none of
// that code, or it is not the operator's to change.
func CheckSeverity(code string, s kyc.Severity) error {
	r, known := ruleByCode(code)
	switch {
	case !known:
		return fmt.Errorf("there is no rule %q that could be changed; there are %s", code, strings.Join(Adjustable(), ", "))
	case rules[r].Fixed && s != rules[r].Severity:
		return fmt.Errorf("the rule %s cannot be changed: it always ends in %s", code, rules[r].Severity)
	}
	return nil
}

// Adjustable lists the codes whose severity the operator may change, in the
// order of Rules.
func Adjustable() []string {
	var codes []string
	for _, rule := range rules[1:] {
		if !rule.Fixed {
			codes = append(codes, rule.Code)
		}
	}
	return codes
}

func ruleByCode(code string) (ruleID, bool) {
	i := slices.IndexFunc(rules[1:], func(rule Rule) bool { return rule.Code == code })
	return ruleID(i + 1), i >= 0
}

// severities are what the rules do in one run.
type severities [numRules + 1]kyc.Severity

// severitiesOf applies the operator's words to the table. Those that
// CheckSeverity refuses are passed over.
func severitiesOf(strict bool, changed map[string]kyc.Severity) *severities {
	s := new(severities)
	for r, rule := range rules {
		s[r] = rule.Severity
		if strict && rule.Strict {
			s[r] = kyc.Reject
		}
		if word, given := changed[rule.Code]; given && !rule.Fixed {
			s[r] = word
		}
	}
	return s
}

// any reports whether one of the rules is to be applied.
func (s *severities) any(list ...ruleID) bool {
	return slices.ContainsFunc(list, func(r ruleID) bool { return s[r] != kyc.Off })
}

// issue is the issue of a rule with the severity it has in this run, which
// must not be Off.
func (s *severities) issue(r ruleID, field string) kyc.Issue {
	issue := r.issue(field)
	issue.Severity = s[r]
	return issue
}
