package mapper

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/conf"
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/parser"
	"go.yaml.in/yaml/v4"

	"kycmigrate/internal/kyc"
)

// The limits of an expression itself.
const (
	maxSource   = 16 << 10 // bytes of its text
	maxNodes    = 2_000    // parts it may have; a list of codes has one for each
	maxElements = 100_000  // elements of all lists that one evaluation makes
)

// The names that an expression may begin with. Columns have no names of their
// own: one that is called date or count would be taken for a function.
const (
	rowName    = "row"
	recordName = "record"
)

// result is what an expression must come to.
type result uint8

const (
	aText  result = iota // a text, number or truth value
	aTruth               // true or false
)

// scope says what an expression may read beside the row.
type scope uint8

const (
	ofRow    scope = iota
	ofRecord       // the mapped record as well
)

// expression reads and compiles an expression. nil means that it has a
// problem, which is told.
func (d *decoder) expression(n *yaml.Node, what string, want result, in scope) *expression {
	text, ok := d.word(n, what)
	if !ok {
		return nil
	}
	at := positionOf(n)
	if len(text) > maxSource {
		d.add(at, what+" is longer than an expression may be", "write less than 16 KiB, or prepare a column in the source")
		return nil
	}
	s := &sheet{d: d, what: what, at: at, in: in}
	tree, err := parser.ParseWithConfig(text, configOf())
	if err != nil {
		d.misread(s, err)
		return nil
	}
	if !s.inspect(&tree.Node) {
		return nil
	}
	program, err := expr.Compile(text, s.options(want)...)
	if err != nil {
		d.misread(s, err)
		return nil
	}
	if s.failed {
		return nil
	}
	if want == aText && !isText(program.Node().Type()) {
		d.add(at, what+" does not come to a text, but to a list or another whole", "take one element of it, or join them: join(split(row['X'], ' '), '-')")
		return nil
	}
	return newExpression(s, program)
}

// isText reports whether values of the type can stand in a field. What an
// expression comes to may be known for each row only.
func isText(t reflect.Type) bool {
	if t == nil {
		return true
	}
	switch t.Kind() {
	case reflect.String, reflect.Bool, reflect.Int, reflect.Float64, reflect.Interface:
		return true
	}
	return false
}

// configOf is what the parser must know before the columns are.
func configOf() *conf.Config {
	c := conf.CreateNew()
	for _, option := range functionOptions() {
		option(c)
	}
	c.MaxNodes = maxNodes
	return c
}

// sheet gathers what an expression reads, and refuses what it may not use.
type sheet struct {
	d       *decoder
	what    string
	at      position
	in      scope
	columns []column
	fields  []kyc.Field
	bare    []*ast.IdentifierNode // row and record, but for those before a name
	failed  bool
}

func columnVariable(name string) string { return rowName + " " + name }
func fieldVariable(f kyc.Field) string  { return recordName + " " + f.String() }

// options is how an expression of these columns and fields is compiled.
func (s *sheet) options(want result) []expr.Option {
	vars := map[string]any{meterVariable: &meter{}}
	for i := range s.columns {
		vars[columnVariable(s.columns[i].text)] = ""
	}
	for _, f := range s.fields {
		vars[fieldVariable(f)] = ""
	}
	options := append(functionOptions(), expr.Env(vars), expr.MaxNodes(maxNodes), expr.Patch(namer{}), expr.Patch(measurer{}), expr.Patch(exacter{s}))
	if want == aTruth {
		options = append(options, expr.AsBool(), expr.WarnOnAny())
	}
	return options
}

// inspect walks the whole expression and reports whether all of it may stand.
func (s *sheet) inspect(root *ast.Node) bool {
	ast.Walk(root, s)
	for _, n := range s.bare {
		s.fail(n, n.Value+" stands alone", fmt.Sprintf("name what you want of it: %s['NAME'], with the name in quotes", n.Value))
	}
	return !s.failed
}

func (s *sheet) fail(n ast.Node, what, fix string) {
	s.failed = true
	s.d.add(s.at, fmt.Sprintf("%s: %s (character %d)", s.what, what, n.Location().From+1), fix)
}

// Visit implements ast.Visitor; the parts of a node come before it.
func (s *sheet) Visit(node *ast.Node) {
	switch n := (*node).(type) {
	case *ast.IdentifierNode:
		s.identifier(n)
	case *ast.MemberNode:
		s.member(n)
	case *ast.VariableDeclaratorNode:
		if n.Name == rowName || n.Name == recordName {
			s.fail(n, n.Name+" cannot be the name of a variable", "take another name")
		}
	case *ast.BuiltinNode:
		if !contains(allowedBuiltins, n.Name) {
			s.unknownFunction(n, n.Name)
		}
	case *ast.CallNode:
		s.call(n)
	case *ast.PredicateNode:
		if holdsPredicate(&n.Node) {
			s.fail(n, "a condition over a list stands within another one", "use one list at a time; let keeps what was found")
		}
	case *ast.BinaryNode:
		if n.Operator == ".." {
			s.fail(n, "ranges such as 1..9 are not available", "write the list out: [1, 2, 3]")
		}
	case *ast.BytesNode:
		s.fail(n, "bytes are not available", "write a text in quotes")
	}
}

func (s *sheet) identifier(n *ast.IdentifierNode) {
	switch n.Value {
	case rowName, recordName:
		s.bare = append(s.bare, n)
	case "$env":
		s.fail(n, "$env is not available", "write row['COLUMN']")
	}
}

// member takes row['COLUMN'] and record.FIELD for what they name.
func (s *sheet) member(n *ast.MemberNode) {
	of, name, ok := named(n)
	if !ok {
		return
	}
	s.bare = slices.DeleteFunc(s.bare, func(bare *ast.IdentifierNode) bool { return bare == n.Node })
	if of == rowName {
		if !slices.ContainsFunc(s.columns, func(c column) bool { return c.text == name }) {
			s.columns = append(s.columns, column{name, s.at})
		}
		return
	}
	f, known := kyc.FieldByName(name)
	switch {
	case s.in != ofRecord:
		s.fail(n, "record is not there yet", "ask for columns of the source: row['COLUMN']; rules.own may ask for the record")
	case !known:
		what, fix := unknown("field", name, kyc.FieldNames())
		s.fail(n, what+" of record", fix)
	case !slices.Contains(s.fields, f):
		s.fields = append(s.fields, f)
	}
}

// named tells what row['COLUMN'] or record.FIELD names.
func named(n *ast.MemberNode) (of, name string, ok bool) {
	base, isName := n.Node.(*ast.IdentifierNode)
	property, isText := n.Property.(*ast.StringNode)
	if !isName || !isText || base.Value != rowName && base.Value != recordName {
		return "", "", false
	}
	return base.Value, strings.TrimSpace(property.Value), true
}

func (s *sheet) call(n *ast.CallNode) {
	callee, ok := n.Callee.(*ast.IdentifierNode)
	if !ok {
		s.fail(n, "only functions can be called", "known: "+strings.Join(functionNames(), ", "))
		return
	}
	least, most := arguments(callee.Value)
	switch count := len(n.Arguments); {
	case most == 0:
		s.unknownFunction(n, callee.Value)
	case count < least || count > most:
		s.fail(n, fmt.Sprintf("%s has %d arguments", callee.Value, count), fmt.Sprintf("give it %d", most))
	}
}

func (s *sheet) unknownFunction(n ast.Node, name string) {
	what, fix := unknown("function", name, functionNames())
	if nearest(name, functionNames()) == "" {
		fix = "known: " + strings.Join(functionNames(), ", ")
	}
	s.fail(n, what, fix)
}

// holdsPredicate reports whether a node has a condition over a list in it.
func holdsPredicate(node *ast.Node) bool {
	return ast.Find(*node, func(n ast.Node) bool {
		_, found := n.(*ast.PredicateNode)
		return found
	}) != nil
}

// misread tells what the parser or the checker of types found.
func (d *decoder) misread(s *sheet, err error) {
	what, place := err.Error(), ""
	if e := (*file.Error)(nil); errors.As(err, &e) {
		what, place = e.Message, fmt.Sprintf(" (character %d)", e.From+1)
	}
	const longest = 120
	what, _, _ = strings.Cut(what, "\n")
	d.add(s.at, s.what+": "+printableOnly(what, longest)+place, misreadFix(what))
}

func misreadFix(what string) string {
	if name, found := strings.CutPrefix(what, "unknown name "); found {
		return "a column is written row['" + quoteFree(name) + "']; a text stands in quotes"
	}
	switch {
	case strings.HasPrefix(what, `unexpected token Operator("=")`):
		return "write == to compare: row['COLUMN'] == 'VALUE'"
	case strings.HasPrefix(what, "type string[int]"), strings.HasPrefix(what, "type string does not support indexing"), strings.HasSuffix(what, "element from string"):
		return "the first character of a text is text[0:1], its last one text[-1:]"
	case strings.HasPrefix(what, "expected bool"):
		return "a condition is true or false: compare the value, as in row['COLUMN'] == 'VALUE'"
	case strings.Contains(what, "mismatched types"):
		return "cells are texts: compare them with a text in quotes, or make a number of them first: int(row['COLUMN'])"
	}
	return "docs/MAPPING.md tells how expressions are written"
}
