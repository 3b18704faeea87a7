package draft

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kycmigrate/internal/inspect"
)

// Some exports say above their header what the codes of their columns mean:
// # KJ: 1=mann 2=kvinne | LEGTYP: 1=pass 2=førerkort.

// What a legend is taken from and made of.
const (
	mostPreface   = 64  // lines
	longestLegend = 80  // letters of what a code means
	leastLegend   = 2   // codes of the column that it explains
	mostOfLegend  = 0.5 // of its codes that the column has
)

// legendCode finds a code and the sign behind it, before what it means.
var legendCode = regexp.MustCompile(`(?:^|[\s,;|/(\[{"'])([\pL\pN_+-]{1,12})\s*=\s*`)

// legends are what the lines above a header say of the codes of columns, by the column's index.
func (t *table) legends(preface []string) map[int]map[string]string {
	found := map[int]map[string]string{}
	for _, line := range preface[:min(len(preface), mostPreface)] {
		starts := t.namedIn(line)
		for i, start := range starts {
			end := len(line)
			if i+1 < len(starts) {
				end = starts[i+1].at
			}
			if codes := legendOf(line[start.behind:end]); t.columns[start.column].explainedBy(codes) {
				found[start.column] = codes
			}
		}
	}
	return found
}

// nameStart is where the name of a column stands in a line.
type nameStart struct{ at, behind, column int }

// namedIn are the names of columns that stand in a line as words, in their order.
func (t *table) namedIn(line string) (starts []nameStart) {
	inWord := func(r rune) bool { return r == '_' || r == '.' || unicode.IsLetter(r) || unicode.IsDigit(r) }
	for _, c := range t.columns {
		for from := 0; c.name != ""; {
			at := strings.Index(line[from:], c.name)
			if at < 0 {
				break
			}
			at += from
			behind := at + len(c.name)
			before, _ := utf8.DecodeLastRuneInString(line[:at])
			next, _ := utf8.DecodeRuneInString(line[behind:])
			if (at == 0 || !inWord(before)) && (behind == len(line) || !inWord(next)) {
				starts = append(starts, nameStart{at, behind, c.index})
				break
			}
			from = behind
		}
	}
	slices.SortFunc(starts, func(a, b nameStart) int { return a.at - b.at })
	return starts
}

// legendOf reads codes and what they mean: 1=male 2=female.
func legendOf(text string) map[string]string {
	places := legendCode.FindAllStringSubmatchIndex(text, -1)
	codes := map[string]string{}
	for i, p := range places {
		end := len(text)
		if i+1 < len(places) {
			end = places[i+1][2]
		}
		said := strings.Trim(text[p[1]:end], " \t,;|/.)]}\"'")
		if said != "" && utf8.RuneCountInString(said) <= longestLegend {
			codes[text[p[2]:p[3]]] = said
		}
	}
	return codes
}

// legendContext takes the only column of which the lines above the header say that its codes are
// those of a sex or of papers, where no name says that of another one.
func (t *table) legendContext() {
	const nearly, sure = 0.95, 0.85
	for _, s := range []slot{slotGender, slotIDType} {
		var found []*candidate
		for _, c := range t.columns {
			if c.legend != nil && c.knownShare(s) >= nearly && !c.header.any("other", "staff", "organisation") || c.named[s] >= sure {
				found = append(found, c)
			}
		}
		if len(found) == 1 && found[0].legend != nil {
			found[0].named[s] = max(found[0].named[s], sure)
		}
	}
}

// explainedBy reports whether a legend is that of a column: it explains codes that stand in it.
func (c *candidate) explainedBy(codes map[string]string) bool {
	has := 0
	for _, v := range c.detail.Values {
		if codes[v.Value] != "" && inspect.TypeOf(v.Value) != inspect.TypeDate {
			has++
		}
	}
	return has >= leastLegend && float64(has) >= mostOfLegend*float64(len(codes))
}
