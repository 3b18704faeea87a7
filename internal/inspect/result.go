package inspect

// Result is what a Profile has found.
type Result struct {
	Rows       int64   `json:"rows"`       // rows looked at, those that cannot be read included
	Unreadable []Fault `json:"unreadable"` // rows that cannot be read into cells, by code
	// Exclude are rules for rows that are no records, as a count of the rows at the end; empty
	// where there are none, and for sources whose rows are no lines of text.
	Exclude []LineRule `json:"exclude"`
	Columns []Column   `json:"columns"`
	Traps   []Trap     `json:"traps"`
	Notes   []string   `json:"notes"` // where a limit kept the answer from being whole
}

// Fault is the rows that cannot be read for one reason.
type Fault struct {
	Code    string   `json:"code"`
	Rows    int64    `json:"rows"`
	Message string   `json:"message"` // of the first of them
	Fix     string   `json:"fix"`
	Places  []string `json:"places"` // the first of them
}

// Column is what the values of one column have in common. Space around a value
// does not belong to it, and a cell with nothing else is empty.
type Column struct {
	Name          string   `json:"name"`
	Filled        int64    `json:"filled"`
	Empty         int64    `json:"empty"`
	FillRate      float64  `json:"fill_rate"` // 0 to 1
	Distinct      int64    `json:"distinct"`
	DistinctExact bool     `json:"distinct_exact"` // otherwise an estimate, within about 5 %
	MinLength     int      `json:"min_length"`     // of the filled cells, in characters
	MaxLength     int      `json:"max_length"`
	Type          string   `json:"type"`    // one of the Type constants
	Share         float64  `json:"share"`   // of the filled cells that are of this type, placeholders apart
	Layouts       []Layout `json:"layouts"` // of a date
	Values        []Value  `json:"values"`  // of a list of codes
	Scripts       []string `json:"scripts"` // of the letters, the most frequent first
	Samples       []Sample `json:"samples"`
}

// Layout is a way in which dates are written, as a mapping states it.
type Layout struct {
	Layout string `json:"layout"` // both readings, joined by " or ", where no row tells
	Rows   int64  `json:"rows"`
	Proof  string `json:"proof"` // the first row that leaves one reading only; "" where the form itself does
}

// Value is a code and how many rows hold it.
type Value struct {
	Value string `json:"value"`
	Rows  int64  `json:"rows"`
}

// Sample is the form of a value: letters as a and A, digits as 9.
type Sample struct {
	Mask   string `json:"mask"`
	Script string `json:"script"` // of its letters; "" where it has none
}

// Trap is something in the rows that goes wrong in silence unless somebody
// knows of it.
type Trap struct {
	Code    string   `json:"code"`
	Column  string   `json:"column"` // "" where the row as a whole is meant
	Message string   `json:"message"`
	Count   int64    `json:"count"`
	Places  []string `json:"places"` // the first of them
	Fix     string   `json:"fix"`
}

// The types that a column may have.
const (
	TypeEmpty      = "empty"
	TypeDate       = "date"
	TypeEmail      = "email"
	TypeCountry    = "country"
	TypeInteger    = "integer"
	TypeDecimal    = "decimal"
	TypeYesNo      = "yes_no"
	TypeCodeList   = "code_list"
	TypeImage      = "image_path"
	TypeDocument   = "document_number"
	TypeIdentifier = "identifier"
	TypePhone      = "phone"
	TypeName       = "name"
	TypeText       = "text"
)
