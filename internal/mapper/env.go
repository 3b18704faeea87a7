package mapper

import "strings"

// Expand puts the values of ${NAME} into s; $${ stands for ${ itself. It lists
// the names that have no value, and reports false where a ${ has no name or
// no end. Only this form is special: $NAME stays as it is.
func Expand(s string, env func(string) (string, bool)) (out string, unset []string, whole bool) {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(s, "${")
		if !found {
			b.WriteString(s)
			return b.String(), unset, true
		}
		if strings.HasSuffix(before, "$") {
			b.WriteString(before + "{")
			s = rest
			continue
		}
		name, after, closed := strings.Cut(rest, "}")
		if !closed || !isVariable(name) {
			return "", nil, false
		}
		value := ""
		if env != nil {
			value, _ = env(name)
		}
		if value == "" {
			unset = append(unset, name)
		}
		b.WriteString(before + value)
		s = after
	}
}

func isVariable(name string) bool {
	for i, r := range []byte(name) {
		letter := r == '_' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
		if !letter && (i == 0 || r < '0' || r > '9') {
			return false
		}
	}
	return name != "" && len(name) <= 128
}
