package inspect_test

import (
	"fmt"
	"testing"
)

// A row at the end of a sheet that counts the others is told with the rule that leaves it out, and
// no row that may be a person is.
func TestTotalsOfSheets(t *testing.T) {
	columns := []string{"no", "name", "mail", "city", "born", "zip", "it's", "points"}
	for name, c := range map[string]struct {
		last [][]string
		rule string
	}{
		"none":                     {nil, ""},
		"two languages":            {[][]string{{"합계 / TOTAL", "", "", "", "", "", "", "2500"}}, `{code: trailer, when: "trim(row['no']) == '합계 / TOTAL'"}`},
		"with its number":          {[][]string{{"", "Total: 2,500 rows"}}, `{code: trailer, when: "trim(row['name']) matches '^Total: [0-9.,]+ rows$'"}`},
		"its number in brackets":   {[][]string{{"", "Total (2.500 rows) 7"}}, `{code: trailer, when: "trim(row['name']) matches '^Total [(][0-9.,]+ rows[)] [0-9.,]+$'"}`},
		"a line within a cell":     {[][]string{{"", "Total\r\u2028rows", "7"}}, ""},
		"a name as an end":         {[][]string{{"", "of fin", "", "", "", "", "", "7"}}, ""},
		"a remark below":           {[][]string{{"Summe", "", "", "", "", "", "", "12.50"}, {"Export of Ann Lee"}}, `{code: trailer, when: "trim(row['no']) == 'Summe'"}`},
		"a name that ends rules":   {[][]string{{"", "", "", "", "", "", "total", "7"}}, `{code: trailer, when: "trim(row['COLUMN']) == 'total'"}`},
		"a person by that name":    {[][]string{{"K-200", "Total", "", "", "", "", "", ""}}, ""},
		"a word without a number":  {[][]string{{"", "Ende"}}, ""},
		"a person of few values":   {[][]string{{"200", "Ann Lee"}}, ""},
		"total and another word":   {[][]string{{"", "Total Lee", "", "", "", "", "", "7"}}, ""},
		"a total within the table": {[][]string{{"Total", "", "", "", "", "", "", "7"}, {"201", "Bo", "b@bank.example", "Leon", "1980-02-01", "12345", "x", "9"}}, ""},
	} {
		var rows [][]string
		for i := range 30 {
			rows = append(rows, []string{fmt.Sprint(100 + i), "Ann", fmt.Sprintf("a%d@bank.example", i), "Vigo", fmt.Sprintf("19%d-03-13", 60+i), "12345", "x", fmt.Sprint(i)})
		}
		for _, row := range c.last {
			rows = append(rows, append(row, make([]string, len(columns)-len(row))...))
		}
		r := look(t, columns, rows)
		got, told := "", false
		for i := range r.Exclude {
			got += r.Exclude[i].Rule()
		}
		for i := range r.Traps {
			told = told || r.Traps[i].Code == "row_total" && r.Traps[i].Places[0] == "in.csv:32"
		}
		if got != c.rule || told != (c.rule != "") {
			t.Errorf("%s: %q, want %q; %v", name, got, c.rule, found(r))
		}
	}
}
