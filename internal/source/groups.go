package source

import "strings"

// GroupTitles reports whether a line has titles over groups of columns, as people write
// them above the names: titles repeat, or stand over the first of several columns whose
// cells are empty. Each column that has no title of its own has a name in the line below,
// and no name stands there twice.
func GroupTitles(titles, names []string) bool {
	const least = 2
	count, seen := map[string]int{}, map[string]bool{}
	for _, t := range titles {
		count[strings.TrimSpace(t)]++
	}
	without, filled := 0, 0
	for i := range names {
		name, title := strings.TrimSpace(names[i]), ""
		if i < len(titles) {
			title = strings.TrimSpace(titles[i])
		}
		own := title != "" && count[title] == 1
		switch {
		case name == "" && own: // one name over both lines
			continue
		case name == "" || seen[name]:
			return false
		}
		seen[name] = true
		filled++
		without += b2i(!own)
	}
	return without >= least && 2*filled > len(names)
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
