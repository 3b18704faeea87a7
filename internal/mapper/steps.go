package mapper

import "slices"

// steps says in words what can change a field's values.
type steps struct {
	form       form
	columns    []string
	nothing    []string // of empty
	transforms []string
	layouts    []layout
	country    bool
	lookup     string   // file of a lookup, "" without one
	codes      []string // keys of values, sorted
	meanings   []string
	other      string // what becomes of a value that no step knows, in words
	fallback   string
}

func stepsOf(r *rule) *steps {
	s := &steps{form: r.form, nothing: r.nothing, transforms: r.transforms, layouts: r.layouts, country: r.country, fallback: r.fallback}
	if r.lookup != nil {
		s.lookup = r.lookup.file
	}
	for _, c := range r.columns {
		s.columns = append(s.columns, c.text)
	}
	switch r.otherwise {
	case useValue:
		s.other = "any other → " + r.other
	case omitField:
		s.other = "any other is left out"
	}
	for code := range r.values {
		s.codes = append(s.codes, code)
	}
	slices.Sort(s.codes)
	for _, code := range s.codes {
		s.meanings = append(s.meanings, r.values[code])
	}
	return s
}

// code finds the place of a value in values, -1 if it does not stand there.
func (s *steps) code(value string) int {
	if i, found := slices.BinarySearch(s.codes, value); found {
		return i
	}
	return -1
}

// layout finds the layout that a date was read by.
func (s *steps) layout(value string) int {
	if len(s.layouts) < 2 {
		return 0
	}
	for i := range s.layouts {
		if day, fits := s.layouts[i].scan(value); fits && (day.exists() || s.layouts[i].calendar != nil) {
			return i
		}
	}
	return 0
}
