package mapper

import (
	"maps"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"kycmigrate/internal/kyc"
)

// ownRule is a rule that the mapping itself states.
type ownRule struct {
	issue kyc.Issue // as it is found; its column is known when columns are
	when  *expression
}

var (
	rulesKeys   = []string{"severity", "own"}
	ownRuleKeys = []string{"code", "when", "severity", "field", "message", "fix"}
)

// severities are the words for what a rule does to a record.
var severities = []string{"off", "warn", "reject"}

// judgements reads the block rules.
func (d *decoder) judgements(e entry) {
	parts, ok := d.block(e.value, "rules", "{severity: {document_expired: reject}}", rulesKeys)
	if !ok {
		return
	}
	if s, given := parts["severity"]; given {
		d.severities(s)
	}
	if o, given := parts["own"]; given {
		d.ownRules(o)
	}
}

// severities reads what the mapping makes of rules elsewhere.
func (d *decoder) severities(e entry) {
	list, ok := d.entries(e.value, "rules.severity", "{document_expired: reject}")
	if !ok {
		return
	}
	d.m.Severities = make(map[string]kyc.Severity, len(list))
	packed := make(map[string]kyc.Severity)
	for _, e := range list {
		severity, ok := d.severity(e.value, "the severity of "+quoteFree(e.name))
		switch {
		case !ok:
		case d.options.Packs[e.name] != nil:
			for _, code := range d.options.Packs[e.name] {
				packed[code] = severity
			}
		case d.adjustable(e):
			d.m.Severities[e.name] = severity
		}
	}
	for code, severity := range packed {
		if _, stated := d.m.Severities[code]; !stated { // what is said of one rule counts more
			d.m.Severities[code] = severity
		}
	}
}

// maxMessage is how many bytes of text a rule of the mapping may have.
const maxMessage = 300

func (d *decoder) severity(n *yaml.Node, what string) (kyc.Severity, bool) {
	s, ok := d.word(n, what)
	if !ok {
		return 0, false
	}
	switch s {
	case "warn":
		return kyc.Warn, true
	case "reject":
		return kyc.Reject, true
	case "off", "false": // what programs write that take off for a truth value
		return kyc.Off, true
	}
	problem, fix := unknown("severity", s, severities)
	d.add(positionOf(n), problem, fix)
	return 0, false
}

// adjustable reports whether a mapping may change the severity of a rule, which
// is no name of a pack.
func (d *decoder) adjustable(e entry) bool {
	switch {
	case contains(d.options.Adjustable, e.name):
		return true
	case d.builtIn(e.name):
		why, fix := d.unchangeable(e.name)
		d.add(positionOf(e.key), "the severity of "+e.name+" cannot be changed: "+why, fix)
	default:
		packs := slices.Sorted(maps.Keys(d.options.Packs))
		known := slices.Concat(packs, d.options.Adjustable)
		problem, fix := unknown("rule or pack", e.name, known)
		if nearest(e.name, known) == "" {
			fix = "docs/OPERATING.md#checking lists the rules whose severity can be changed; the packs are " + strings.Join(packs, ", ")
		}
		d.add(positionOf(e.key), problem, fix)
	}
	return false
}

// unchangeable says why the severity of a code of the program cannot be
// changed, and what to do instead.
func (d *decoder) unchangeable(code string) (why, fix string) {
	switch code {
	case CodeNameOrderUnclear, CodeNameScriptUnclear:
		return "the name block of each field says it", "remove the line, and write unclear: warn, keep or reject in name of the field"
	case CodeValueUnknown, CodeCountryUnknown, CodeDateUnreadable, CodeDateImpossible, CodeDateCalendar, CodeDateYearUnclear, CodeDateZoneUnclear:
		return "there is no value that could be sent", "remove the line; otherwise: of the field says what becomes of such a value (reject, omit, or the value to take)"
	case CodeExprFailed:
		return "there is no value that could be sent", "remove the line, and let the expression ask first, as in: row['A'] matches '^[0-9]+$' ? int(row['A']) : 0"
	case CodeImagePath, "image_missing", "image_outside", "image_unreadable", "image_empty", "image_too_big", "image_type", "image_dropped":
		return "there is no picture that could be sent", "remove the line; images.on_problem says what becomes of such a picture (reject the row, or drop the picture with a warning)"
	}
	if contains(d.options.ReaderCodes, code) {
		return "it is found by reading the source, before there is a record", "remove the line, and mend the source; docs/SOURCES.md says how it is read"
	}
	return "without that rule records would be sent that ARGOS cannot take, or twice", "remove the line, and mend the rows"
}

// builtIn reports whether a code is one of the program's own.
func (d *decoder) builtIn(code string) bool {
	return contains(Codes(), code) || contains(d.options.Codes, code) || contains(d.options.ReaderCodes, code) || contains(d.options.Adjustable, code)
}

// ruleCode reads the code of a rule, under which it is counted and told.
func (d *decoder) ruleCode(n *yaml.Node, parts map[string]entry, what string) string {
	e, given := parts["code"]
	if !given {
		d.add(positionOf(n), what+" has no code", "add code: a_short_name")
		return ""
	}
	code, ok := d.word(e.value, "code")
	switch {
	case !ok:
	case !snakeCase(code):
		d.add(positionOf(e.value), "code "+quote(code)+" is not in small letters with _ between words", "write it like closed_account")
	case d.builtIn(code):
		d.add(positionOf(e.value), "code "+quote(code)+" is the code of a rule that migrate has itself", "take another one")
	default:
		return code
	}
	return ""
}

func snakeCase(s string) bool {
	const maxMessage = 64
	for i, b := range []byte(s) {
		small := b >= 'a' && b <= 'z'
		if !small && (i == 0 || !asciiDigit(b) && (b != '_' || s[i-1] == '_')) {
			return false
		}
	}
	return s != "" && len(s) <= maxMessage && !strings.HasSuffix(s, "_")
}

// ownRules reads rules.own.
func (d *decoder) ownRules(e entry) {
	list := follow(e.value)
	if list.Kind != yaml.SequenceNode || len(list.Content) == 0 {
		d.add(positionOf(e.value), "rules.own must be a list of rules", `write each on a line of its own: - {code: branch_unknown, when: "row['branch'] not in ['001', '002']", message: the branch is none of ours}`)
		return
	}
	seen := map[string]bool{}
	for _, n := range list.Content {
		parts, ok := d.block(n, "a rule of rules.own", "{code: …, when: …, message: …}", ownRuleKeys)
		if !ok {
			continue
		}
		code := d.ruleCode(n, parts, "a rule of rules.own")
		if code != "" && seen[code] {
			d.add(positionOf(n), "rules.own has two rules "+quote(code), "give each a code of its own, or join their conditions with or")
		}
		seen[code] = true
		d.ownRule(n, code, parts)
	}
}

// ownRule reads one rule. Its condition holds where something is wrong.
func (d *decoder) ownRule(n *yaml.Node, code string, parts map[string]entry) {
	r := ownRule{issue: kyc.Issue{Code: code, Fix: "mend the row, or the rule in rules.own of the mapping"}}
	required := func(name, example string) (*yaml.Node, bool) {
		e, given := parts[name]
		if !given {
			d.add(positionOf(n), "a rule of rules.own has no "+name, "add "+name+": "+example)
		}
		return e.value, given
	}
	if when, ok := required("when", `"row['COLUMN'] == 'VALUE'", which holds where something is wrong`); ok {
		r.when = d.expression(when, "when of rules.own", aTruth, ofRecord)
	}
	if message, ok := required("message", "what is wrong, in one sentence"); ok {
		r.issue.Message = d.sentence(message, "message")
	}
	if e, given := parts["fix"]; given {
		r.issue.Fix = d.sentence(e.value, "fix")
	}
	if e, given := parts["severity"]; given {
		r.issue.Severity, _ = d.severity(e.value, "severity")
	}
	if e, given := parts["field"]; given {
		r.issue.Field = d.fieldOrPicture(e.value)
	}
	d.m.own = append(d.m.own, r)
}

// sentence reads what is told to whoever mends the rows.
func (d *decoder) sentence(n *yaml.Node, what string) string {
	s, ok := d.word(n, what)
	if ok && len(s) > maxMessage {
		d.add(positionOf(n), what+" is longer than 300 bytes", "say it in one sentence")
	}
	return strings.TrimRight(strings.Join(strings.Fields(s), " "), ".")
}

func (d *decoder) fieldOrPicture(n *yaml.Node) string {
	name, ok := d.word(n, "field")
	if !ok {
		return ""
	}
	known := kyc.FieldNames()
	for k := range kyc.NumImages {
		known = append(known, k.String())
	}
	if !contains(known, name) {
		problem, fix := unknown("field", name, known)
		d.add(positionOf(n), problem, fix)
	}
	return name
}

// own is a rule of the mapping tied to the columns of a source.
type own struct {
	issue, broken kyc.Issue // found, and not to be evaluated
	when          *bound
}

func (c *compiler) own(rules []ownRule) {
	for _, r := range rules {
		o := own{issue: r.issue, when: c.bind(r.when)}
		if r.issue.Severity == kyc.Off {
			continue // its columns must be there all the same, or it could not be switched on
		}
		names := o.when.columnNames()
		o.issue.Column = strings.Join(names, ", ")
		if len(names) == 0 && r.issue.Field != "" {
			o.issue.Column = strings.Join(c.plan.Columns(r.issue.Field), ", ")
		}
		o.broken = notEvaluated(names, "the rule "+r.issue.Code+" of rules.own")
		o.broken.Severity, o.broken.Field = r.issue.Severity, r.issue.Field
		c.plan.own = append(c.plan.own, o)
	}
}

// applyOwn judges a record by the rules of the mapping.
func (p *Plan) applyOwn(rec *kyc.Record) {
	for i := range p.own {
		o := &p.own[i]
		wrong, err := o.when.holds(rec.Row.Cells, &rec.Submission)
		switch {
		case err != nil:
			rec.Add(o.broken)
		case wrong:
			rec.Add(o.issue)
		}
	}
}

// columnNames are the columns that the expression reads, as the mapping writes
// them.
func (b *bound) columnNames() []string {
	names := make([]string, len(b.columns))
	for i := range b.columns {
		names[i] = b.columns[i].text
	}
	return slices.Clip(names)
}
