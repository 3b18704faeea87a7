package inspect

import (
	"regexp"
	"strings"
	"testing"

	"kycmigrate/internal/kyc"
)

// lined looks at a file of lines, as the reader of CSV has them.
func lined(t *testing.T, lines ...string) *Result {
	t.Helper()
	p, err := New([]string{"id", "name", "mail", "city", "dob"}, Options{Lines: true})
	if err != nil {
		t.Fatal(err)
	}
	body := []string{"1;Ana;a@b.c;Leon;1980-01-01", "2;Bo;b@b.c;Vigo;1980-01-02", "3;Cy;c@b.c;Jaen;1980-01-03"}
	for i, line := range append(body, lines...) {
		cells := strings.Split(line, ";")
		row := &kyc.Row{Seq: int64(i), Origin: kyc.Origin{File: "in.csv", Line: int64(i) + 2, Row: int64(i) + 1}, Cells: cells, Raw: line}
		switch {
		case strings.Trim(line, "; ") == "":
			row.Fault = &kyc.Issue{Code: CodeBlankRow, Fix: "delete the row, or fill it in"}
		case len(cells) != 5:
			row.Fault = &kyc.Issue{Code: codeRagged, Fix: "add the missing cells"}
		}
		p.Add(row)
	}
	return p.Result()
}

// Rows that are no records are told with the rule that leaves them out, and nothing of a row that
// may be one is shown.
func TestRowsThatAreNoRecords(t *testing.T) {
	for _, tt := range []struct {
		lines []string
		want  string
	}{
		{nil, ""},
		{[]string{"TOTAL REGISTROS;3000"}, `{code: trailer, line: "^TOTAL REGISTROS;"}`},
		{[]string{"TOTAL REGISTROS: 3.000"}, `{code: trailer, line: "^TOTAL REGISTROS:"}`},
		{[]string{"TRL|0003000"}, `{code: trailer, line: '^TRL\|'}`},
		{[]string{"EOF"}, `{code: trailer, line: "^EOF$"}`},
		{[]string{"(3000 rows affected)"}, `{code: trailer, line: '^\([0-9]+ rows affected\)'}`},
		{[]string{"Total;3000;;;"}, `{code: trailer, line: "^Total;"}`},
		{[]string{`"ИТОГО";"3000"`}, `{code: trailer, line: '^"ИТОГО"'}`},
		{[]string{"TOTAL;3", "EOF"}, `{code: trailer, line: "^TOTAL;"}, {code: trailer, line: "^EOF$"}`},
		{[]string{"4;Di"}, `{code: trailer, line: "^BEGINNING"}`},
		{[]string{"Total Energies;Di"}, `{code: trailer, line: "^BEGINNING"}`},
		{[]string{"FIN DE LA EXTRACCION;9"}, `{code: trailer, line: "^FIN DE "}`}, //nolint:misspell // words of other languages
		{[]string{"\"TOTAL\n\tREGISTROS\";3000"}, `{code: trailer, line: '^"TOTAL\x{A}\x{9}REGISTROS"'}`},
		{[]string{"TOTAL\u2028;3000"}, `{code: trailer, line: '^TOTAL\x{2028}'}`},
		{[]string{"TOTAL " + strings.Repeat("0", 189) + " rows and a person"}, `{code: trailer, line: "^TOTAL [0-9]+ rows"}`},
		{[]string{"END OF FILE"}, `{code: trailer, line: "^END OF FILE$"}`},
		{[]string{"de fin;4"}, `{code: trailer, line: "^BEGINNING"}`},
		{[]string{"\t;-;;;", "5;Ed;e@b.c;Leon;1980-01-04"}, ""},
		{[]string{"4;Di", "5;Ed;e@b.c;Leon;1980-01-04"}, ""},
		{[]string{"TOTAL;Di;d@b.c;Leon;1980-01-04"}, ""},
		{[]string{";;;;", "5;Ed;e@b.c;Leon;1980-01-04"}, `{code: blank_line, line: "^;+$"}`},
		{[]string{"; ;;;", "5;Ed;e@b.c;Leon;1980-01-04"}, `{code: blank_line, line: "^[ ;]+$"}`},
		{[]string{"TOTAL REGISTROS: 3", ";;;;"}, `{code: trailer, line: "^TOTAL REGISTROS:"}, {code: blank_line, line: "^;+$"}`},
	} {
		r := lined(t, tt.lines...)
		var rules []string
		for i := range r.Exclude {
			x := &r.Exclude[i]
			rules = append(rules, x.Rule())
			if pattern := regexp.MustCompile(x.Line); x.Line != "" && !pattern.MatchString(strings.Join(tt.lines, "\n")) && x.Code == LineTrailer && len(tt.lines) == 1 {
				t.Errorf("%q does not fit %q", x.Line, tt.lines)
			}
		}
		if got := strings.Join(rules, ", "); got != tt.want {
			t.Errorf("%q: %s, want %s", tt.lines, got, tt.want)
		}
	}
	r := lined(t, ";;;;", "TOTAL;3")
	if fixes := r.Unreadable[0].Fix + " " + r.Unreadable[1].Fix; !strings.Contains(fixes, `exclude: [{code: blank_line`) || !strings.Contains(fixes, `exclude: [{code: trailer, line: "^TOTAL;"}]`) {
		t.Errorf("%+v", r.Unreadable)
	}
}

// The last day of a year stands for papers that do not expire, however its month is written.
func TestDaysThatNeverCome(t *testing.T) {
	for _, never := range []string{"31 Dec 2499", "Dec 31, 2499", "31-DEC-2499", "31/12/2499", "2499-12-31", "2499年12月31日"} {
		d := readDay(never)
		if never[0] > '9' {
			d = readNamed(never)
		}
		if strings.Contains(never, "年") {
			d = readEastern(never)
		}
		s := dayStats{}
		s.calendar(&d, &kyc.Origin{})
		if d.year != 2499 || s.buddhist.count != 0 {
			t.Errorf("%s: year %d, counted as Buddhist %d times", never, d.year, s.buddhist.count)
		}
	}
	d, s := readDay("30 Dec 2499"), dayStats{}
	if s.calendar(&d, &kyc.Origin{}); s.buddhist.count != 1 {
		t.Error("30 Dec 2499 is not counted")
	}
}

// A layout with a comma stands in quotes where it is proposed as one of a list.
func TestLayoutsInLists(t *testing.T) {
	for layout, want := range map[string]string{"DD/MM/YYYY": "DD/MM/YYYY", "MMM D, YYYY": `"MMM D, YYYY"`} {
		if got := inList(layout); got != want {
			t.Errorf("%s: %s, want %s", layout, got, want)
		}
	}
}
