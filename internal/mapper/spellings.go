package mapper

import (
	"cmp"
	"slices"
	"strings"
)

// Spelling is how often one text became another. It is only made of what the table of
// countries knows, so it is a country's name or code and nobody's data.
type Spelling struct {
	From, To string
	Values   int64
}

// maxSpellings bounds the spellings that a Tally tells apart: the table has some thousands,
// but signs and capitals make endlessly many of each. Where there are more none is told, so
// that what is told does not depend on how rows were shared out.
const maxSpellings = 4096

// spellings count what the country step made of each text that it changed.
type spellings struct {
	list map[string]*spelling // by text; a copy
	many bool                 // there are more than are told apart
}

// spelling counts one text.
type spelling struct {
	to string
	n  int64
}

// count is where a text that became a code is counted; nil where there is no room. Who
// remembers it need not ask again.
func (s *spellings) count(from, to string) *int64 {
	if of := s.list[from]; of != nil {
		return &of.n
	}
	if s.many || len(s.list) == maxSpellings {
		s.many = true
		return nil
	}
	if s.list == nil {
		s.list = map[string]*spelling{}
	}
	of := &spelling{to: to}
	s.list[strings.Clone(from)] = of
	return &of.n
}

func (s *spellings) merge(o *spellings) {
	s.many = s.many || o.many
	for from, of := range o.list {
		if n := s.count(from, of.to); n != nil {
			*n += of.n
		}
	}
}

// sorted lists them, those of most values first; nil where there are too many.
func (s *spellings) sorted() []Spelling {
	if s.many {
		return nil
	}
	var list []Spelling
	for from, of := range s.list {
		list = append(list, Spelling{from, of.to, of.n})
	}
	slices.SortFunc(list, func(a, b Spelling) int {
		return cmp.Or(cmp.Compare(b.Values, a.Values), cmp.Compare(a.From, b.From))
	})
	return list
}
