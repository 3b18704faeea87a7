package mapper

import (
	"errors"
	"math"
	"reflect"
	"strconv"
	"strings"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/builtin"
	"github.com/expr-lang/expr/vm/runtime"
)

// The library reckons as Go does: a whole number that grows too big becomes
// another one, a fraction forgets its last digits. An identifier or an account
// that is made so looks right and is somebody else's. Therefore every
// operation that can do that is carried out here, and fails instead.

// maxExact is the greatest whole number that a fraction (float64) holds as no
// other one does.
const maxExact = 1<<53 - 1

var errNotExact = errors.New("a number in it is too big to be exact")

// exactly is an operator or function of the library with what is done in its
// place.
type exactly struct {
	name string
	run  func(args []any) (any, error)
}

var (
	exactOperators = []exactly{
		{"+", addNumbers},
		{"-", reckoning(difference, runtime.Subtract)},
		{"*", reckoning(product, runtime.Multiply)},
		{"/", reckoning(nil, func(a, b any) any { return runtime.Divide(a, b) })},
	}
	exactSigns     = []exactly{{"-", negative}}
	exactFunctions = []exactly{{"int", wholeOf}, {"float", fractionOf}, {"abs", unsigned}}
)

// The types that tell of an operation what it comes to.
var (
	anInt    = reflect.TypeFor[int]()
	aFloat   = reflect.TypeFor[float64]()
	anything = reflect.TypeFor[any]()
)

// exactName is what an operation is registered as. No expression can call it.
func exactName(name string, arguments int, result reflect.Type) string {
	return name + " of " + strconv.Itoa(arguments) + " to " + result.String()
}

// exactOptions registers the operations, each with every type of result: it is
// known before the arguments are.
func exactOptions() []expr.Option {
	var options []expr.Option
	register := func(list []exactly, arguments int) {
		for _, e := range list {
			run := func(args ...any) (any, error) { return e.run(args) }
			for _, result := range []reflect.Type{anInt, aFloat, anything} {
				options = append(options, expr.Function(exactName(e.name, arguments, result), run, signature(arguments, result)))
			}
		}
	}
	register(exactOperators, 2)
	register(exactSigns, 1)
	register(exactFunctions, 1)
	return options
}

// signature is a function of so many arguments, as the library wants it shown.
func signature(arguments int, result reflect.Type) any {
	in := make([]reflect.Type, arguments)
	for i := range in {
		in[i] = anything
	}
	return reflect.Zero(reflect.FuncOf(in, []reflect.Type{result}, false)).Interface()
}

// exacter puts the exact operations in the place of the library's own, and
// reckons constants at once. What is wrong with the types of an operation it
// leaves for the library to tell.
type exacter struct{ sheet *sheet }

// Visit implements ast.Visitor; the parts of a node come before it.
func (x exacter) Visit(node *ast.Node) {
	switch n := (*node).(type) {
	case *ast.BinaryNode:
		x.replace(node, exactOperators, n.Operator, n.Left, n.Right)
	case *ast.UnaryNode:
		x.replace(node, exactSigns, n.Operator, n.Node)
	case *ast.BuiltinNode:
		x.replace(node, exactFunctions, n.Name, n.Arguments...)
	}
}

func (x exacter) replace(node *ast.Node, list []exactly, name string, args ...ast.Node) {
	for _, e := range list {
		if e.name != name {
			continue
		}
		if constants := constantsOf(args); constants != nil {
			x.reckon(node, e, constants)
			return
		}
		if result := resultOf(name, args); result != nil {
			call := &ast.CallNode{Callee: &ast.IdentifierNode{Value: exactName(name, len(args), result)}, Arguments: args}
			ast.Patch(node, call)
			call.SetType(result)
		}
	}
}

// reckon puts what an operation on constants comes to in its place.
func (x exacter) reckon(node *ast.Node, e exactly, constants []any) {
	value, err := e.run(constants)
	if err != nil {
		x.sheet.fail(*node, "a number is too big, or not whole", "whole numbers go to "+strconv.Itoa(math.MaxInt)+", beside fractions to "+strconv.Itoa(maxExact)+"; round(), floor() and ceil() make fractions whole")
		return
	}
	switch v := value.(type) {
	case int:
		ast.Patch(node, &ast.IntegerNode{Value: v})
		(*node).SetType(anInt)
	case float64:
		ast.Patch(node, &ast.FloatNode{Value: v})
		(*node).SetType(aFloat)
	}
}

// constantsOf lists the numbers that the arguments are, if all are numbers.
func constantsOf(args []ast.Node) []any {
	var values []any
	for _, a := range args {
		switch n := a.(type) {
		case *ast.IntegerNode:
			values = append(values, n.Value)
		case *ast.FloatNode:
			values = append(values, n.Value)
		default:
			return nil
		}
	}
	return values
}

// resultOf is the type that an operation comes to, as far as its arguments
// tell; nil where it cannot be made of them, or the library's own is exact.
func resultOf(name string, args []ast.Node) reflect.Type {
	kinds := map[reflect.Kind]int{}
	for _, a := range args {
		if a.Nature().Nil {
			return nil
		}
		kinds[a.Type().Kind()]++
	}
	ints, floats, unknown := kinds[reflect.Int], kinds[reflect.Float64], kinds[reflect.Interface]
	isText := kinds[reflect.String] == len(args) && (name == "int" || name == "float")
	switch {
	case !isText && ints+floats+unknown != len(args):
		return nil
	case name == "int":
		return anInt
	case name == "float", name == "/":
		return aFloat
	case floats == len(args):
		return nil
	case unknown > 0:
		return anything
	case floats > 0:
		return aFloat
	}
	return anInt
}

// reckoning is an operator: whole for two whole numbers, else the library's
// own, where both are numbers that a fraction holds.
func reckoning(whole func(a, b int) (int, bool), other func(a, b any) any) func(args []any) (any, error) {
	return func(args []any) (any, error) {
		a, b := args[0], args[1]
		n, isWhole := a.(int)
		m, bothAre := b.(int)
		if isWhole && bothAre && whole != nil {
			result, ok := whole(n, m)
			if !ok {
				return nil, errNotExact
			}
			return result, nil
		}
		if !isExact(n) || !isExact(m) {
			return nil, errNotExact
		}
		return other(a, b), nil
	}
}

func isExact[T int | float64](n T) bool { return n >= -maxExact && n <= maxExact }

func sum(a, b int) (int, bool) {
	n := a + b
	return n, (n > a) == (b > 0)
}

func difference(a, b int) (int, bool) {
	n := a - b
	return n, (n < a) == (b > 0)
}

func product(a, b int) (int, bool) {
	if a == 0 || b == 0 {
		return 0, true
	}
	n := a * b
	sameSign := (a > 0) == (b > 0)
	return n, n/b == a && (n > 0) == sameSign
}

func negative(args []any) (any, error) {
	if n, ok := args[0].(int); ok {
		if n == math.MinInt {
			return nil, errNotExact
		}
		return -n, nil
	}
	return runtime.Negate(args[0]), nil
}

func unsigned(args []any) (any, error) {
	if n, ok := args[0].(int); ok && n < 0 {
		return negative(args)
	}
	return builtin.Abs(args[0]), nil
}

// wholeOf is int(x). The library cuts off what stands behind the point.
func wholeOf(args []any) (any, error) {
	v, isFraction := args[0].(float64)
	if isFraction && (v != math.Trunc(v) || !isExact(v)) {
		return nil, errNotExact
	}
	return builtin.Int(args[0]), nil
}

// fractionOf is float(x).
func fractionOf(args []any) (any, error) {
	switch v := args[0].(type) {
	case int:
		if !isExact(v) {
			return nil, errNotExact
		}
	case string:
		return parseFraction(v)
	}
	return builtin.Float(args[0]), nil
}

func parseFraction(s string) (any, error) {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return nil, errNotEvaluated // the error holds the text
	}
	if !math.IsInf(f, 0) && !math.IsNaN(f) && significant(s) != significant(strconv.FormatFloat(f, 'e', -1, 64)) {
		return nil, errNotExact
	}
	return f, nil
}

// significant are the digits of a decimal number that count, without its sign,
// point and exponent.
func significant(s string) string {
	if at := strings.IndexAny(s, "eE"); at >= 0 {
		s = s[:at]
	}
	s = strings.Replace(strings.TrimLeft(s, "+-"), ".", "", 1)
	return strings.Trim(s, "0")
}

// numberText is how a number stands in a field: without needless digits.
func numberText(v float64) (string, error) {
	if !isExact(v) { // NaN and the infinities are not either
		return "", errNotExact
	}
	return strconv.FormatFloat(v, 'f', -1, 64), nil
}
