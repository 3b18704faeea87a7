package jsonfile

import (
	"slices"

	"kycmigrate/internal/source"
)

// What is looked at to find the columns of a source, and how many are offered.
const (
	headRecords  = 1000
	headBytes    = 1 << 20
	headElements = 4   // of each array
	headColumns  = 512 // found, beside those asked for
)

// node is a place in a record that a column is read from, or that leads to one.
type node struct {
	members map[string]*node
	elems   []*node // by place; nil where nothing is wanted
	columns []int   // that this value fills
	path    string
	found   bool // a text, a number or a word stood here
	empty   bool // null, {} or [] stood here
}

// member is the node below n for a member, made where it is to be learnt.
func (n *node) member(name []byte, learn *learner) *node {
	if n == nil {
		return nil
	}
	if below, ok := n.members[string(name)]; ok || learn == nil {
		return below
	}
	return n.grow(step{string(name), -1}, learn)
}

// element is the node below n for an element.
func (n *node) element(i int, learn *learner) *node {
	switch {
	case n == nil:
		return nil
	case i < len(n.elems) && n.elems[i] != nil, learn == nil && i < len(n.elems):
		return n.elems[i]
	case learn != nil && i < headElements:
		return n.grow(step{index: i}, learn)
	}
	return nil
}

// grow adds a node below n. With a learner it is noted.
func (n *node) grow(s step, learn *learner) *node {
	below := &node{path: join(n.path, s)}
	if s.index < 0 {
		if n.members == nil {
			n.members = make(map[string]*node)
		}
		n.members[s.name] = below
	} else {
		if missing := s.index + 1 - len(n.elems); missing > 0 {
			n.elems = append(n.elems, make([]*node, missing)...)
		}
		n.elems[s.index] = below
	}
	if learn != nil {
		if len(learn.nodes) == maxLearnt {
			learn.full = true
			return nil
		}
		learn.nodes = append(learn.nodes, below)
	}
	return below
}

// maxLearnt bounds the places that are noted, those without a value of their
// own among them.
const maxLearnt = 4 * headColumns

// learner notes the paths of the records at the beginning of a source.
type learner struct {
	root    *node
	nodes   []*node // in the order of their appearance
	records int
	full    bool
}

// columns lists the paths that had a value, in the order of their appearance.
// A place that was never more than null is a column unless it leads to others.
func (l *learner) columns() []string {
	var list []string
	for _, n := range l.nodes {
		bare := n.empty && len(n.members) == 0 && len(n.elems) == 0
		if !n.found && !bare {
			continue
		}
		if len(list) == headColumns {
			l.full = true
			break
		}
		list = append(list, n.path)
	}
	return list
}

// has reports whether a record had something at a path, be it null.
func (l *learner) has(steps []step) bool {
	n := l.root
	for _, s := range steps {
		if s.index >= headElements {
			return true // not looked at, so nothing can be said
		}
		if s.index < 0 {
			n = n.members[s.name]
		} else {
			n = n.element(s.index, nil)
		}
		if n == nil {
			return false
		}
	}
	return true
}

// plan makes the tree of the columns that are read.
func plan(columns []string) (*node, error) {
	root := &node{}
	for i, name := range columns {
		steps, err := parsePath(name)
		if err != nil {
			return nil, err
		}
		n := root
		for _, s := range steps {
			below := n.members[s.name]
			if s.index >= 0 {
				below = n.element(s.index, nil)
			}
			if below == nil {
				below = n.grow(s, nil)
			}
			n = below
		}
		n.columns = append(n.columns, i)
	}
	return root, nil
}

// reserved are the names that a rejects file adds to a record.
var reserved = append(source.RejectColumns(), memberRaw, memberRaw64)

// Members that hold a broken record whole in a rejects file.
const (
	memberRaw   = "_raw"
	memberRaw64 = "_raw_base64" // for bytes that are not UTF-8
)

func isReserved(name []byte) bool {
	return len(name) > 0 && name[0] == '_' && slices.Contains(reserved, string(name))
}
