package mapper

import (
	"cmp"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/vm/runtime"
)

// allowedBuiltins are the functions of the library that an expression may use:
// those that say the same of the same row on every machine and every day, and
// make nothing that grows beyond what they are given.
var allowedBuiltins = []string{
	"len", "trim", "trimPrefix", "trimSuffix", "hasPrefix", "hasSuffix",
	"int", "float", "abs", "ceil", "floor", "round", "min", "max",
	"first", "last", "get", "all", "any", "none", "one", "filter", "map", "count", "find",
}

// measuredFunctions take the place of the library's own: those that make new
// texts and lists count what they make, and those that tell places in a text or
// go by them count its characters, as len does, where the library counts bytes.
var measuredFunctions = []struct {
	name  string
	run   func(m *meter, args []any) (any, error)
	types []any
}{
	{"upper", upperText, []any{new(func(*meter, string) string)}},
	{"lower", lowerText, []any{new(func(*meter, string) string)}},
	{"string", textOf, []any{new(func(*meter, any) string)}},
	{"split", splitText, []any{new(func(*meter, string, string) []string)}},
	{"join", joinTexts, []any{
		new(func(*meter, []string, string) string), new(func(*meter, []string) string),
		new(func(*meter, []any, string) string), new(func(*meter, []any) string),
	}},
	{"replace", replaceText, []any{new(func(*meter, string, string, string) string)}},
	{"repeat", repeatText, []any{new(func(*meter, string, int) string)}},
	{"indexOf", indexOfText, []any{new(func(*meter, string, string) int)}},
	{"lastIndexOf", lastIndexOfText, []any{new(func(*meter, string, string) int)}},
	{slice, sliceText, []any{new(func(*meter, string, int, int) string), new(func(*meter, any, int, int) any)}},
	{plus, addTexts, []any{new(func(*meter, string, string) string), new(func(*meter, any, any) any)}},
}

// The operators among them, which no expression can call by name.
const (
	plus  = "+"   // where it may join texts
	slice = "[:]" // of what may be a text
)

// arguments is how many a measured function takes, the meter not counted; none
// where there is no such function.
func arguments(name string) (least, most int) {
	for i := range measuredFunctions {
		if measuredFunctions[i].name != name {
			continue
		}
		for _, t := range measuredFunctions[i].types {
			n := reflect.TypeOf(t).Elem().NumIn() - 1
			least, most = min(n, cmp.Or(least, n)), max(n, most)
		}
	}
	return least, most
}

// functionNames lists what can be called, by name.
func functionNames() []string {
	names := slices.Clone(allowedBuiltins)
	for _, f := range measuredFunctions {
		if f.name != plus && f.name != slice {
			names = append(names, f.name)
		}
	}
	slices.Sort(names)
	return names
}

func functionOptions() []expr.Option {
	options := make([]expr.Option, 0, len(measuredFunctions))
	for _, f := range measuredFunctions {
		options = append(options, expr.Function(f.name, func(args ...any) (any, error) {
			return f.run(args[0].(*meter), args[1:])
		}, f.types...))
	}
	return append(options, exactOptions()...)
}

// meterVariable holds the meter of an evaluation. No expression can name it.
const meterVariable = " meter"

// meter counts down the bytes that an evaluation may still make.
type meter struct{ left int }

func (m *meter) take(size int) error {
	if size < 0 || size > m.left {
		return errBuiltTooMuch
	}
	m.left -= size
	return nil
}

func upperText(m *meter, args []any) (any, error) {
	return changed(m, args[0].(string), strings.ToUpper)
}
func lowerText(m *meter, args []any) (any, error) {
	return changed(m, args[0].(string), strings.ToLower)
}

func changed(m *meter, s string, change func(string) string) (any, error) {
	s = change(s)
	return s, m.take(len(s))
}

// textOf is string(x): a number without needless digits, as a field has it.
func textOf(m *meter, args []any) (any, error) {
	var s string
	switch v := args[0].(type) {
	case nil:
	case string:
		s = v
	case bool, int:
		s = fmt.Sprint(v)
	case float64:
		var err error
		if s, err = numberText(v); err != nil {
			return nil, err
		}
	default:
		return nil, errNoText
	}
	return s, m.take(len(s))
}

func splitText(m *meter, args []any) (any, error) {
	s, by := args[0].(string), args[1].(string)
	parts := utf8.RuneCountInString(s)
	if by != "" {
		parts = strings.Count(s, by) + 1
	}
	const header = 16 // bytes of a string without its text
	if err := m.take(parts * header); err != nil {
		return nil, err
	}
	return strings.Split(s, by), nil
}

func joinTexts(m *meter, args []any) (any, error) {
	with := ""
	if len(args) == 2 {
		with = args[1].(string)
	}
	parts, ok := args[0].([]string)
	if !ok {
		list, _ := args[0].([]any)
		for _, v := range list {
			s, isText := v.(string)
			if !isText {
				return nil, errNoText
			}
			parts = append(parts, s)
		}
	}
	size := 0
	for _, s := range parts {
		if size += len(s) + len(with); size > maxBuilt {
			return nil, errBuiltTooMuch
		}
	}
	if err := m.take(size); err != nil {
		return nil, err
	}
	return strings.Join(parts, with), nil
}

func replaceText(m *meter, args []any) (any, error) {
	s, old, by := args[0].(string), args[1].(string), args[2].(string)
	if err := m.take(len(s) + strings.Count(s, old)*len(by)); err != nil {
		return nil, err
	}
	return strings.ReplaceAll(s, old, by), nil
}

func repeatText(m *meter, args []any) (any, error) {
	s, n := args[0].(string), runtime.ToInt(args[1])
	if n <= 0 || s == "" {
		return "", nil // so that padding what is long enough adds nothing
	}
	if n > maxBuilt {
		return nil, errBuiltTooMuch
	}
	if err := m.take(len(s) * n); err != nil {
		return nil, err
	}
	return strings.Repeat(s, n), nil
}

func addTexts(m *meter, args []any) (any, error) {
	a, isText := args[0].(string)
	b, both := args[1].(string)
	if !isText || !both {
		return addNumbers(args)
	}
	if err := m.take(len(a) + len(b)); err != nil {
		return nil, err
	}
	return a + b, nil
}

// addNumbers is + where it is known for the row only that it joins no texts.
var addNumbers = reckoning(sum, runtime.Add)

func indexOfText(_ *meter, args []any) (any, error) {
	return placeIn(args, strings.Index), nil
}

func lastIndexOfText(_ *meter, args []any) (any, error) {
	return placeIn(args, strings.LastIndex), nil
}

// placeIn is how many characters stand before what is looked for, -1 where it
// is not found.
func placeIn(args []any, find func(s, part string) int) int {
	s := args[0].(string)
	at := find(s, args[1].(string))
	if at < 0 {
		return at
	}
	return utf8.RuneCountInString(s[:at])
}

// sliceText is text[from:to] in characters; places below 0 count from the end,
// and those beyond an end are that end. Lists are the library's own matter.
func sliceText(_ *meter, args []any) (any, error) {
	s, isText := args[0].(string)
	if !isText {
		return runtime.Slice(args[0], args[1], args[2]), nil
	}
	from, to := runtime.ToInt(args[1]), runtime.ToInt(args[2])
	if from < 0 || to < 0 {
		length := utf8.RuneCountInString(s)
		from, to = fromStart(from, length), fromStart(to, length)
	}
	if from >= to {
		return "", nil
	}
	start := bytesOf(s, from)
	return s[start : start+bytesOf(s[start:], to-from)], nil
}

func fromStart(place, length int) int {
	if place < 0 {
		return max(0, length+place)
	}
	return place
}

// bytesOf is how long the first n characters of a text are, or the whole of a
// shorter one.
func bytesOf(s string, n int) int {
	for at := range s {
		if n == 0 {
			return at
		}
		n--
	}
	return len(s)
}

// namer puts the variables of columns and fields in the place of what names
// them: fetching a variable costs least.
type namer struct{}

// Visit implements ast.Visitor.
func (namer) Visit(node *ast.Node) {
	n, ok := (*node).(*ast.MemberNode)
	if !ok {
		return
	}
	if of, name, ok := named(n); ok {
		ast.Patch(node, &ast.IdentifierNode{Value: of + " " + name})
	}
}

// measurer hands the meter to every function that needs it, and makes one of
// the operator + where it may join texts, and of [:] where it may be of a text.
type measurer struct{}

// Visit implements ast.Visitor.
func (measurer) Visit(node *ast.Node) {
	switch n := (*node).(type) {
	case *ast.CallNode:
		n.Arguments = append([]ast.Node{theMeter()}, n.Arguments...)
	case *ast.BinaryNode:
		if n.Operator == plus && mayBeText(n.Left) && mayBeText(n.Right) {
			ast.Patch(node, &ast.CallNode{
				Callee:    &ast.IdentifierNode{Value: plus},
				Arguments: []ast.Node{theMeter(), n.Left, n.Right},
			})
		}
	case *ast.SliceNode:
		if mayBeText(n.Node) {
			ast.Patch(node, &ast.CallNode{
				Callee:    &ast.IdentifierNode{Value: slice},
				Arguments: []ast.Node{theMeter(), n.Node, orPlace(n.From, 0), orPlace(n.To, math.MaxInt)},
			})
		}
	}
}

// orPlace is a place that a slice states, or the one that is meant without it.
func orPlace(stated ast.Node, meant int) ast.Node {
	if stated == nil {
		return &ast.IntegerNode{Value: meant}
	}
	return stated
}

func theMeter() ast.Node { return &ast.IdentifierNode{Value: meterVariable} }

// mayBeText reports whether a part of an expression is a text, as far as is
// known before it is evaluated.
func mayBeText(n ast.Node) bool {
	kind := n.Type().Kind()
	return kind == reflect.String || kind == reflect.Interface
}
