package verifime

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"kycmigrate/internal/source"
)

// The decisions that an operator may take about a risk level.
const (
	approved = "approved"
	rejected = "rejected"
	hold     = "hold"
)

// levels are the risk levels that VerifiMe documents.
var levels = []string{"LOW", "MEDIUM", "HIGH", "EXTREME", "NO RISK DETECTED"}

// options are the checked options of a source.
type options struct {
	events    string
	secret    string
	join      string // the customers' column that holds the reference
	ignore    bool   // events without a customer are left out
	decisions map[string]string
	customers source.Spec
}

const (
	decisionsPrefix = "decisions."
	customersPrefix = "customers."
)

// readOptions checks the options of a Spec.
func readOptions(spec source.Spec) (*options, error) {
	o := &options{decisions: map[string]string{}, customers: spec}
	o.customers.Kind, o.customers.Options = "", map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(spec.Options)) {
		if err := o.set(name, spec.Options[name]); err != nil {
			return nil, err
		}
	}
	if err := o.nest(); err != nil {
		return nil, err
	}
	if o.join == "" && len(spec.Key) == 1 {
		o.join = spec.Key[0]
	}
	switch {
	case o.events == "":
		return nil, errors.New("the option events is missing: a file, a directory or a pattern with the stored events")
	case o.join == "":
		return nil, errors.New("the option join is missing: the column of the customer table that holds what was sent to VerifiMe as referenceData")
	case len(o.decisions) == 0:
		return nil, errors.New("the option decisions is missing: what a risk level means is for you to decide, such as decisions: {LOW: approved, HIGH: hold, EXTREME: rejected}")
	}
	if spec.Columns != nil {
		o.customers.Columns = o.wanted(spec.Columns)
	}
	return o, nil
}

// wanted lists the columns that the customers are asked for: those that the
// caller reads and that are not of the assessment, and the reference.
func (o *options) wanted(columns []string) []string {
	list := slices.DeleteFunc(slices.Clone(columns), func(c string) bool { return slices.Contains(added, c) })
	if !slices.Contains(list, o.join) {
		list = append(list, o.join)
	}
	return list
}

func (o *options) set(name, value string) error {
	level, isDecision := strings.CutPrefix(name, decisionsPrefix)
	inner, isInner := strings.CutPrefix(name, customersPrefix)
	switch {
	case isDecision:
		return o.decide(level, value)
	case isInner:
		o.customers.Options[inner] = value
	case name == "events":
		o.events = value
	case name == "secret" && value == "":
		return errors.New("the option secret is empty: set the variable that it names, or leave the option out to read events without checking who sent them")
	case name == "secret":
		o.secret = value
	case name == "join":
		o.join = value
	case name == "unmatched":
		o.ignore = value == "ignore"
		if value != "" && value != "ignore" && value != "reject" {
			return errors.New("the option unmatched must be reject or ignore")
		}
	default:
		return fmt.Errorf("verifime has no option %q; it has events, secret, join, unmatched, decisions and customers", name)
	}
	return nil
}

// decide notes what a level means.
func (o *options) decide(level, decision string) error {
	level = strings.ToUpper(strings.TrimSpace(level))
	if !slices.Contains(levels, level) {
		return fmt.Errorf("the option decisions names the risk level %q; VerifiMe has %s", level, strings.Join(levels, ", "))
	}
	switch decision {
	case approved, rejected, hold:
		o.decisions[level] = decision
		return nil
	}
	return fmt.Errorf("the decision for %s must be %s, %s or %s", level, approved, rejected, hold)
}

// nest makes the options of the customer table's own kind of those within the
// block customers: {kind: csv, csv: {delimiter: ";"}}.
func (o *options) nest() error {
	all := o.customers.Options
	o.customers.Kind = all["kind"]
	delete(all, "kind")
	o.customers.Options = make(map[string]string, len(all))
	for name, value := range all {
		kind, option, nested := strings.Cut(name, ".")
		if !nested {
			return fmt.Errorf("the option customers has no %q; it has kind, and a block named after the kind", name)
		}
		if o.customers.Kind == "" {
			o.customers.Kind = kind
		}
		if kind != o.customers.Kind {
			return fmt.Errorf("the block customers.%s does not belong to customers.kind %s", kind, o.customers.Kind)
		}
		o.customers.Options[option] = value
	}
	return nil
}
