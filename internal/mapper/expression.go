package mapper

import (
	"errors"
	"strconv"
	"sync"

	"github.com/expr-lang/expr/vm"

	"kycmigrate/internal/kyc"
)

// The limits of one evaluation. Cells of names, codes and addresses are far
// below them; what is above is a column that swallowed its neighbours.
const (
	maxCells = 16 << 10  // bytes of all cells that an expression reads of a row
	maxBuilt = 256 << 10 // bytes of all texts that it makes of them
)

// What keeps an expression from having a value for a row. None of them holds
// anything of the row.
var (
	errCellsTooLong = errors.New("the columns it reads hold more than 16 KiB together")
	errBuiltTooMuch = errors.New("it makes more than 256 KiB of text of one row")
	errNotEvaluated = errors.New("it cannot be evaluated")
	errNoText       = errors.New("its result is no text, number or truth value")
)

// expression is a checked expression of the mapping, compiled once. It is safe
// for concurrent use.
type expression struct {
	program *vm.Program
	columns []column    // of the row, in the order of first use
	fields  []kyc.Field // of the record, in the order of first use
	names   []string    // variables of columns, then of fields
	pool    sync.Pool   // of *evaluator
}

// evaluator is what one evaluation needs. They are used again, because a map
// for each row would cost more than the expression.
type evaluator struct {
	vm   vm.VM
	vars map[string]any
	used meter
}

func newExpression(s *sheet, program *vm.Program) *expression {
	x := &expression{program: program, columns: s.columns, fields: s.fields}
	for i := range s.columns {
		x.names = append(x.names, columnVariable(s.columns[i].text))
	}
	for _, f := range s.fields {
		x.names = append(x.names, fieldVariable(f))
	}
	x.pool.New = func() any {
		e := &evaluator{vars: make(map[string]any, len(x.names)+1)}
		e.vm.MemoryBudget = maxElements
		e.vars[meterVariable] = &e.used
		return e
	}
	return x
}

// bound is an expression tied to the columns of a source.
type bound struct {
	*expression
	at []int // of each of its columns
}

// run evaluates the expression for a row. record is what was made of the row
// so far; nil where the expression does not ask for it.
func (b *bound) run(cells []string, record *kyc.Submission) (any, error) {
	e := b.pool.Get().(*evaluator)
	defer b.pool.Put(e)
	size := 0
	for i, column := range b.at {
		s := cell(cells, column)
		size += len(s)
		e.vars[b.names[i]] = s
	}
	if size > maxCells {
		return nil, errCellsTooLong
	}
	for i, f := range b.fields {
		e.vars[b.names[len(b.at)+i]] = record[f]
	}
	e.used.left = maxBuilt
	value, err := e.vm.Run(b.program, e.vars)
	switch {
	case errors.Is(err, errBuiltTooMuch):
		return nil, errBuiltTooMuch
	case err != nil:
		return nil, errNotEvaluated // the library's own text may show a value
	}
	return value, nil
}

// holds evaluates a condition.
func (b *bound) holds(cells []string, record *kyc.Submission) (bool, error) {
	value, err := b.run(cells, record)
	if err != nil {
		return false, err
	}
	truth, ok := value.(bool)
	if !ok {
		return false, errNotEvaluated
	}
	return truth, nil
}

// text evaluates an expression to what stands in a field: numbers without
// needless digits, true or false, nothing for nil.
func (b *bound) text(cells []string) (string, error) {
	value, err := b.run(cells, nil)
	if err != nil {
		return "", err
	}
	switch v := value.(type) {
	case nil:
		return "", nil
	case string:
		return v, nil
	case bool:
		return strconv.FormatBool(v), nil
	case int:
		return strconv.Itoa(v), nil
	case float64:
		return numberText(v)
	}
	return "", errNoText
}

// reads lists the columns that the expression reads; none where there is no
// expression.
func (x *expression) reads() []column {
	if x == nil {
		return nil
	}
	return x.columns
}
