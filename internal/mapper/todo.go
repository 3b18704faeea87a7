package mapper

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// todo is the word that stands in a mapping where somebody must decide first.
// It counts where it is written without quotes: a column of that name is "TODO".
const todo = "TODO"

// undecided makes a problem of every value that is still to be decided. What
// else was said of these values falls away: each is told once.
func (d *decoder) undecided(root *yaml.Node) {
	w := todoWalk{}
	w.node(root, "", "")
	if len(w.found) == 0 {
		return
	}
	d.list = slices.DeleteFunc(d.list, func(p Problem) bool {
		return slices.ContainsFunc(w.found, func(t Problem) bool { return t.Line == p.Line && t.Column == p.Column })
	})
	d.list = append(d.list, w.found...)
}

// todoWalk looks for values that are to be decided.
type todoWalk struct{ found []Problem }

// node looks at a value. path leads to it, and remark is what stands behind it
// in its line.
func (w *todoWalk) node(n *yaml.Node, path, remark string) {
	if n.LineComment != "" {
		remark = n.LineComment
	}
	switch n.Kind {
	case yaml.ScalarNode:
		if n.Value == todo && n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) == 0 {
			w.add(n, path, remark)
		}
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			key := n.Content[i]
			w.node(n.Content[i+1], strings.TrimPrefix(path+"."+strings.Trim(quote(key.Value), `"`), "."), remark)
		}
	case yaml.DocumentNode, yaml.SequenceNode:
		for _, item := range n.Content {
			w.node(item, path, remark)
		}
	}
}

func (w *todoWalk) add(n *yaml.Node, path, remark string) {
	at := positionOf(n)
	fix := strings.TrimSpace(strings.TrimLeft(remark, "# "))
	if fix == "" {
		fix = "write the answer in place of TODO, or remove the key"
	}
	w.found = append(w.found, Problem{Line: at.line, Column: at.column, What: "decide this: " + path + " is TODO", Fix: fix, Todo: true})
}
