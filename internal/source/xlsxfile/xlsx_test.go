package xlsxfile_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
)

// num is a cell with a number in a style.
func num(ref, style, value string) string {
	return `<c r="` + ref + `" s="` + style + `"><v>` + value + `</v></c>`
}

// stylesXML defines styles 1, 2, ... with these format codes.
func stylesXML(codes ...string) string {
	var formats, xfs strings.Builder
	for i, code := range codes {
		id := string(rune('0'+i/10)) + string(rune('0'+i%10))
		formats.WriteString(`<numFmt numFmtId="2` + id + `" formatCode="` + strings.ReplaceAll(code, `"`, "&quot;") + `"/>`)
		xfs.WriteString(`<xf numFmtId="2` + id + `"/>`)
	}
	return `<styleSheet><numFmts>` + formats.String() + `</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>` + xfs.String() + `</cellXfs></styleSheet>`
}

// Sheets as programs other than Excel write them.
func TestSheets(t *testing.T) {
	for _, tt := range []struct{ name, rows, want string }{
		{"no names of rows and cells", `<row><c t="inlineStr"><is><t>a</t></is></c><c t="str"><v>b</v></c></row><row><c><v>1</v></c><c><v>2</v></c></row>`, "2 [\"1\" \"2\"]\n"},
		{"some names", headRow + `<row r="5"><c><v>1</v></c></row><row><c r="B6"><v>2</v></c></row>`, "5 [\"1\" \"\"]\n6 [\"\" \"2\"]\n"},
		{"names in small letters", headRow + `<row r="2"><c r="b2"><v>2</v></c></row>`, "2 [\"\" \"2\"]\n"},
		{"rows and cells that close themselves", headRow + `<row r="2"/><row r="3" spans="1:2"><c r="A3"/><c r="B3"><v>x</v></c></row>`, "3 [\"\" \"x\"]\n"},
		{"empty values", headRow + `<row r="2"><c r="A2"><v></v></c><c r="B2" t="inlineStr"><is/></c></row><row r="3"><c r="A3" t="str"><f>""</f><v></v></c><c r="B3"><v>1</v></c></row>`, "3 [\"\" \"1\"]\n"},
		{"CDATA, comments, references", headRow + `<!-- <row> --><row r="2"><c r="A2" t="str"><v><![CDATA[<&]]]>` + `]><!-- x -->y</v></c><c r="B2" t="str"><v>&#x41;&#66;&amp;&lt;&gt;&quot;&apos;</v></c></row>`, "2 [\"<&]]>y\" \"AB&<>\\\"'\"]\n"},
		{"line breaks", headRow + "<row r='2'><c r='A2' t='str'><v>1\r\n2\r3\n4&#13;</v></c></row>", "2 [\"1\\n2\\n3\\n4\\r\" \"\"]\n"},
		{"escapes of characters", headRow + `<row r="2">` + text("A2", "1_x000D_2_x005F_x0041_") + text("B2", "_xD83D__xDE00_ _xD800_ _x12_") + `</row>`, "2 [\"1\\r2_x0041_\" \"😀 _xD800_ _x12_\"]\n"},
		{"rich text without its sounds", headRow + `<row r="2"><c r="A2" t="inlineStr"><is><r><rPr><b/></rPr><t xml:space="preserve">Ka </t></r><r><t>to</t></r><rPh sb="0" eb="1"><t>カト</t></rPh><phoneticPr fontId="1"/></is></c></row>`, "2 [\"Ka to\" \"\"]\n"},
		{"prefixes and things not known", `<x:row r="1"><x:c r="A1" t="str"><x:v>a</x:v></x:c><x:c r="B1" t="str"><x:v>b</x:v></x:c></x:row><x:row r="2"><x:c r="A2"><x:v>1</x:v><x:extLst><x:v>9</x:v></x:extLst></x:c></x:row>`, "2 [\"1\" \"\"]\n"},
		{"truth values", headRow + `<row r="2"><c r="A2" t="b"><v>1</v></c><c r="B2" t="b"><v>0</v></c></row>`, "2 [\"TRUE\" \"FALSE\"]\n"},
		{"errors", headRow + `<row r="2"><c r="A2" t="e"><v>#REF!</v></c><c r="B2" t="e"><f>NA()</f><v>#N/A</v></c></row>`, "2 [\"#REF!\" \"#N/A\"] reject:cell_error(a) reject:cell_error(b)\n"},
		{"formulas", headRow + `<row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2" t="str"><f t="shared" si="0"/></c></row>`, "2 [\"2\" \"\"] reject:cell_formula_without_value(b)\n"},
		{"formulas of programs that do not compute", headRow + `<row r="2"><c r="A2"><f>C2&amp;D2</f><v></v></c><c r="B2" t="str"><f>""</f><v></v></c></row><row r="3"><c r="A3"><v>1</v></c><c r="B3"><f>1+1</f><v/></c></row>`, "2 [\"\" \"\"] reject:cell_formula_without_value(a)\n3 [\"1\" \"\"] reject:cell_formula_without_value(b)\n"},
		{"long numbers", headRow + `<row r="2"><c r="A2"><v>1234567890123450</v></c><c r="B2"><v>123456789012345</v></c></row>`, "2 [\"1.23456789012345E+15\" \"123456789012345\"] warning:cell_digits_lost(a)\n"},
		{"dates as ISO 8601", headRow + `<row r="2"><c r="A2" t="d"><v>1931-07-09</v></c><c r="B2" t="d"><v>2024-02-29T13:05:00.000Z</v></c></row>`, "2 [\"1931-07-09\" \"2024-02-29 13:05:00\"]\n"},
		{"indented XML", headRow + "<row r='2'>\n  <c r='A2'>\n    <v>\n1.50\n    </v>\n  </c>\n  <c r='B2' t='b'>\n    <v> 1 </v>\n  </c>\n</row>", "2 [\"1.5\" \"TRUE\"]\n"},
		{"no such shared string", headRow + `<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>x</v></c></row>`, "2 [\"\" \"\"] reject:cell_unreadable(a) reject:cell_unreadable(b)\n"},
		{"a cell twice", headRow + `<row r="2"><c r="A2"><v>1</v></c><c r="A2"><v>2</v></c></row>`, "2 [\"1\" \"\"] reject:cell_unreadable(a)\n"},
		{"a reference that means nothing", headRow + `<row r="2"><c r="A2" t="str"><v>&nbsp;1&#0;</v></c></row>`, "2 [\"&nbsp;1&#0;\" \"\"] reject:cell_unreadable(a)\n"},
		{"cells right of the header", headRow + `<row r="2"><c r="A2"><v>1</v></c><c r="D2"><v>9</v></c><c r="E2"><v>9</v></c></row>`, "2 [\"1\" \"\"] warning:cell_outside()\n"},
		{"hidden rows", headRow + `<row r="2" hidden="1"><c r="A2"><v>1</v></c></row>`, "2 [\"1\" \"\"] warning:row_hidden()\n"},
		{"a second table", headRow + `<row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c r="A3" s="4"/></row><row r="5"><c r="A5"><v>2</v></c></row><row r="6"><c r="A6"><v>3</v></c></row>`, "2 [\"1\" \"\"]\n5 [\"2\" \"\"] warning:row_after_gap()\n6 [\"3\" \"\"]\n"},
		{"rows out of order", headRow + `<row r="7"><c r="A7"><v>1</v></c></row><row r="3"><c r="A3"><v>2</v></c></row>`, "7 [\"1\" \"\"]\n3 [\"2\" \"\"] warning:row_out_of_order()\n"},
		{"not UTF-8", headRow + "<row r='2'><c r='A2' t='str'><v>\xff</v></c></row><row r='3'><c r='A3' t='str'><v>_x0000_</v></c></row>", "2 row_encoding\n3 row_encoding\n"},
		{"a row too long", headRow + `<row r="2">` + text("A2", strings.Repeat("x", source.MaxRecord)) + text("B2", "y") + `</row><row r="3"><c r="A3"><v>1</v></c></row>`, "2 row_too_long\n3 [\"1\" \"\"]\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			path := book(t, parts{"xl/worksheets/sheet1.xml": sheetXML(tt.rows)})
			if diff := cmp.Diff(tt.want, told(t, open(t, path))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestDates(t *testing.T) {
	for _, tt := range []struct{ format, serial, in1900, in1904 string }{
		{"mm-dd-yy", "11513", "1931-07-09", "1935-07-10"},
		{"dd/mm/yy", "1", "1900-01-01", "1904-01-02"},
		{"d", "59", "1900-02-28", "1904-02-29"},
		{"yyyy", "60", "1900-02-29", "1904-03-01"},
		{"m", "61", "1900-03-01", "1904-03-02"},
		{"dd.mm.yyyy", "0", "1900-01-00", "1904-01-01"},
		{`"born" yyyy`, "45351.75", "2024-02-29 18:00:00", "2028-03-01 18:00:00"},
		{"[$-409]d mmm yyyy;@", "45351.999999", "2024-03-01", "2028-03-02"},
		{"h:mm", "0.5", "12:00:00", "12:00:00"},
		{"h:mm AM/PM", "45351.25", "2024-02-29 06:00:00", "2028-03-01 06:00:00"},
		{"mm:ss.0", "0.000694444", "00:01:00", "00:01:00"},
		{"yyyy-mm-dd", "2958465", "9999-12-31", "!2958465"},
		{"yyyy-mm-dd", "2958466", "!2958466", "!2958466"},
		{"yyyy-mm-dd", "-1", "!-1", "!-1"},
		{"yyyy-mm-dd", "soon", "soon", "soon"},
		{`0 "days"`, "7", "7 days", "7 days"},
		{"[Red]0", "7", "7", "7"},
		{`0\d`, "7", "7d", "7d"},
	} {
		for _, from1904 := range []bool{false, true} {
			given := parts{"xl/styles.xml": stylesXML(tt.format), "xl/worksheets/sheet1.xml": sheetXML(headRow + `<row r="2">` + num("A2", "1", tt.serial) + `</row>`)}
			want := tt.in1900
			if from1904 {
				want = tt.in1904
				given["xl/workbook.xml"] = strings.Replace(bookText, "<sheets>", `<workbookPr date1904="1"/><sheets>`, 1)
			}
			value, wrong := strings.CutPrefix(want, "!")
			want = "2 [\"" + value + "\" \"\"]"
			if wrong {
				want += " reject:cell_unreadable(a)"
			}
			if got := told(t, open(t, book(t, given))); got != want+"\n" {
				t.Errorf("%s in %q, 1904 %v: %s, want %s", tt.serial, tt.format, from1904, got, want)
			}
		}
	}
}

// Only columns that somebody reads can reject their row.
func TestAskedColumns(t *testing.T) {
	path := sheet(t, headRow+`<row r="2"><c r="A2" t="e"><v>#REF!</v></c><c r="B2" t="e"><v>#REF!</v></c></row>`)
	r, err := openSpec(t, source.Spec{Path: path, Columns: []string{"b"}})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := told(t, r), "2 [\"#REF!\" \"#REF!\"] warning:cell_error(a) reject:cell_error(b)\n"; got != want {
		t.Error(got)
	}
}

func TestMessagesNameTheCellAndNoValue(t *testing.T) {
	rows, err := drain(open(t, sheet(t, headRow+`<row r="17"><c r="B17" t="e"><v>#REF!</v></c></row>`)))
	if err != nil {
		t.Fatal(err)
	}
	is := rows[0].Issues[0]
	if !strings.Contains(is.Message, "Sheet1!B17") || strings.Contains(is.Message, "REF") || is.Fix == "" {
		t.Errorf("%+v", is)
	}
	if place := rows[0].Origin.String(); !strings.HasSuffix(place, "book.xlsx[Sheet1]:17") {
		t.Error(place)
	}
}

func TestHeaders(t *testing.T) {
	title := `<row r="1">` + text("A1", "Customers") + `</row><row r="2">` + text("A2", "as of") + `<c r="B2"><v>45000</v></c></row>`
	names := `<row r="4">` + text("A4", "id") + text("B4", "name") + text("C4", "city") + text("D4", "zip") + `</row>`
	data := `<row r="5"><c r="A5"><v>1</v></c>` + text("B5", "Kim") + text("C5", "Seoul") + text("D5", "01234") + `</row>`
	for _, tt := range []struct {
		name, rows, header string
		asked              []string
		columns, notes     string
	}{
		{"found below a title", title + names + data, "", nil, "id,name,city,zip", "the header is row 4"},
		{"stated", title + names + data, "4", nil, "id,name,city,zip", ""},
		{"stated otherwise", title + names + data, "2", nil, "as of,45000", ""},
		{"known by its columns", title + names + data, "auto", []string{"Kim", "01234"}, "1,Kim,Seoul,01234", "the header is row 5"},
		{"columns that are not there", title + names + data, "", []string{"nobody"}, "id,name,city,zip", "the header is row 4"},
		{"names that are missing or stand twice", `<row>` + text("A1", " id ") + text("C1", "x") + text("D1", "x") + `</row>`, "", nil, "id,column_2,x,x_2", "column 2 has no name"},
		{"of one column", `<row>` + text("A1", "id") + `</row><row>` + text("A2", "1") + `</row>`, "", nil, "id", ""},
		{"of a number", `<row>` + text("A1", "id") + `<c r="B1"><v>2024</v></c></row><row><c><v>1</v></c>` + text("B2", "Kim") + `</row>`, "", nil, "id,2024", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r, err := openSpec(t, source.Spec{Path: sheet(t, tt.rows), Columns: tt.asked, Options: map[string]string{"header": tt.header}})
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.Join(r.Columns(), ","); got != tt.columns {
				t.Errorf("columns are %s, want %s", got, tt.columns)
			}
			notes := strings.Join(r.Warnings(), "\n")
			if !strings.Contains(notes, tt.notes) || tt.notes == "" && notes != "" {
				t.Errorf("warnings are %q, want %q", notes, tt.notes)
			}
		})
	}
}

func TestSheetOption(t *testing.T) {
	three := parts{
		"xl/workbook.xml": `<workbook><sheets><sheet name="Cover" r:id="a"/><sheet name="고객" r:id="b"/><sheet name="Lists" state="hidden" r:id="c"/><sheet name="Old" r:id="d"/><sheet name="Chart" r:id="e"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="a" Type="http://x/worksheet" Target="/xl/worksheets/one.xml"/><Relationship Id="b" Type="http://x/worksheet" Target="worksheets/two.xml"/>` +
			`<Relationship Id="c" Type="http://x/worksheet" Target="../xl/worksheets/three.xml"/><Relationship Id="d" Type="http://x/worksheet" Target="worksheets/Four.XML"/><Relationship Id="e" Type="http://x/chartsheet" Target="chartsheets/c.xml"/></Relationships>`,
		"xl/worksheets/one.xml":   sheetXML(""),
		"xl/worksheets/two.xml":   sheetXML(headRow + `<row r="2"><c r="A2"><v>2</v></c></row>`),
		"xl/worksheets/three.xml": sheetXML(headRow + `<row r="2"><c r="A2"><v>3</v></c></row>`),
		"xl/worksheets/four.xml":  sheetXML(headRow + `<row r="2"><c r="A2"><v>4</v></c></row>`),
	}
	path := book(t, three)
	for _, tt := range []struct{ option, file, note, err string }{
		{"", "고객", `the sheet "고객" is read; the workbook also has "Old"`, ""},
		{"", "고객", `hidden sheets hold something and are not read: "Lists"`, ""},
		{"고객", "고객", "", ""},
		{" old ", "Old", "", ""},
		{"3", "Lists", `"Lists" is hidden`, ""},
		{"5", "", "", "is a chart"},
		{"6", "", "", `it has no sheet "6"; it has "Cover", "고객"`},
		{"1", "", "", "the sheet holds nothing"},
	} {
		r, err := tryOpen(t, path, "sheet", tt.option)
		if err != nil || tt.err != "" {
			if err == nil || tt.err == "" || !strings.Contains(err.Error(), tt.err) {
				t.Errorf("sheet %q: error %v, want %q", tt.option, err, tt.err)
			}
			continue
		}
		rows, err := drain(r)
		if err != nil || len(rows) != 1 || !strings.HasSuffix(rows[0].Origin.File, "["+tt.file+"]") {
			t.Errorf("sheet %q: %v, %v", tt.option, rows, err)
		}
		if notes := strings.Join(r.Warnings(), "\n"); !strings.Contains(notes, tt.note) {
			t.Errorf("sheet %q: warnings %q, want %q", tt.option, notes, tt.note)
		}
	}
}

// A first sheet that is a cover is read all the same, as a mapping without a sheet always had it,
// with a word about the table; who only looks gets the table.
func TestCoverBeforeTheTable(t *testing.T) {
	sheets := func(cover, rows int) string {
		return excel(t, func(f *excelize.File) {
			fill := func(sheet string, rows, width int) {
				for i := range rows {
					for k := range width {
						cell, _ := excelize.CoordinatesToCellName(k+1, i+1)
						if err := f.SetCellStr(sheet, cell, fmt.Sprint("v", i, k)); err != nil {
							t.Fatal(err)
						}
					}
				}
			}
			fill("Sheet1", cover, 2)
			for _, name := range []string{"Lists", "Customers"} {
				if _, err := f.NewSheet(name); err != nil {
					t.Fatal(err)
				}
			}
			fill("Lists", 4, 1)
			fill("Customers", rows, 5)
		})
	}
	for _, tt := range []struct {
		cover, rows int
		likeliest   bool
		sheet, note string
	}{
		{2, 60, false, "Sheet1", `"Lists", "Customers": choose with the option sheet; "Customers" looks like the table, with 60 rows in 5 columns, where "Sheet1" has 2 in 2`},
		{2, 60, true, "Customers", `the sheet "Customers" is read; the workbook also has "Sheet1", "Lists": choose with the option sheet; "Customers" looks like the table`},
		{2, 1200, true, "Customers", "with 1000 rows or more in 5 columns"},
		{30, 60, true, "Sheet1", `the workbook also has "Lists", "Customers": choose with the option sheet`},
		{2, 8, true, "Sheet1", `the workbook also has "Lists", "Customers": choose with the option sheet`},
	} {
		r, err := openSpec(t, source.Spec{Path: sheets(tt.cover, tt.rows), Temp: t.TempDir() + "/private", Likeliest: tt.likeliest})
		if err != nil {
			t.Fatal(err)
		}
		facts := r.(source.Describer).Describe()
		if notes := strings.Join(r.Warnings(), "\n"); facts[0].Value != tt.sheet || !strings.Contains(notes, tt.note) {
			t.Errorf("%+v: %+v, %s", tt, facts[0], notes)
		}
		if looks := strings.Contains(facts[0].Evidence, "looks like the table"); looks != (tt.sheet == "Customers") {
			t.Errorf("%+v: %+v", tt, facts[0])
		}
	}
}

func TestMergedAndHiddenColumns(t *testing.T) {
	rows := headRow + `<row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c r="B3"><v>2</v></c></row><row r="4"><c r="A4"><v>3</v></c></row>`
	for _, prefix := range []string{"", "x:"} {
		body := `<worksheet><dimension ref="A1"/><cols><col min="2" max="9" hidden="1"/></cols><` + prefix + `sheetData>` + rows + `</` + prefix + `sheetData>` +
			`<mergeCells count="3"><mergeCell ref="A2:A3"/><mergeCell ref="A4:B4"/><mergeCell ref="C1:D9"/></mergeCells></worksheet>`
		r := open(t, book(t, parts{"xl/worksheets/sheet1.xml": body}))
		want := "2 [\"1\" \"\"]\n3 [\"\" \"2\"] warning:cell_merged(a)\n4 [\"3\" \"\"] warning:cell_merged(a)\n"
		if diff := cmp.Diff(want, told(t, r)); diff != "" {
			t.Error(diff)
		}
		if notes := strings.Join(r.Warnings(), ""); !strings.Contains(notes, `column B ("b") is hidden`) {
			t.Error(notes)
		}
	}
}

// TestGroupTitles: a title over several columns is no name of one, and a name that is
// merged over both rows is that of its column, wherever the header is looked for.
func TestGroupTitles(t *testing.T) {
	path := excel(t, func(f *excelize.File) {
		for i, row := range [][]any{
			{"No", "Name", nil, "Mail", "Dates", nil, nil}, {nil, "First", "Last", nil, "Birth", "Issue", "Expiry"},
			{"7", "Min", "Kim", "m@bank.example", "1980-01-01", "2020-01-01", "2030-01-01"}, {"8", "Jun", "Lee", "j@bank.example", "1981-01-01", "2021-01-01", "2031-01-01"},
		} {
			if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
				t.Fatal(err)
			}
		}
		for _, m := range [][2]string{{"A1", "A2"}, {"B1", "C1"}, {"D1", "D2"}, {"E1", "G1"}} {
			if err := f.MergeCell("Sheet1", m[0], m[1]); err != nil {
				t.Fatal(err)
			}
		}
	})
	want := []string{"No", "First", "Last", "Mail", "Birth", "Issue", "Expiry"}
	for _, option := range []string{"auto", "2"} {
		r := open(t, path, "header", option)
		if diff := cmp.Diff(want, r.Columns()); diff != "" {
			t.Errorf("header %s: %s", option, diff)
		}
		if rows, err := drain(r); err != nil || len(rows) != 2 || rows[0].Cells[0] != "7" {
			t.Errorf("header %s: %v, %v", option, rows, err)
		}
	}
	r, err := openSpec(t, source.Spec{Path: path, Columns: []string{"No", "Birth"}})
	if err != nil || !slices.Equal(r.Columns(), want) {
		t.Errorf("by the mapping: %v", err)
	}
	path = excel(t, func(f *excelize.File) {
		for i, row := range [][]any{{"Name", "Name", "Kind"}, {"Kim", "Min", "A"}, {"Lee", "Jun", "B"}, {"Ho", "Su", "A"}} {
			if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
				t.Fatal(err)
			}
		}
	})
	if rows, err := drain(open(t, path)); err != nil || len(rows) != 3 {
		t.Errorf("names that repeat: %v, %v", rows, err)
	}
}

func TestSharedStrings(t *testing.T) {
	given := parts{
		"xl/sharedStrings.xml":     `<sst><si><t>a</t></si><si><r><t>b</t></r><rPh><t>x</t></rPh></si><si/><si><t>_x0041_</t></si></sst>`,
		"xl/worksheets/sheet1.xml": sheetXML(`<row><c t="s"><v>0</v></c><c t="s"><v> 1 </v></c></row><row><c t="s"><v>3</v></c><c t="s"><v>2</v></c></row><row><c t="s"><v>4</v></c></row>`),
	}
	if got, want := told(t, open(t, book(t, given))), "2 [\"A\" \"\"]\n3 [\"\" \"\"] reject:cell_unreadable(a)\n"; got != want {
		t.Error(got)
	}
}

func TestUnusualParts(t *testing.T) {
	rows := headRow + `<row r="2"><c r="A2" s="9"><v>1</v></c></row>`
	const want = "2 [\"1\" \"\"]\n"
	for name, given := range map[string]parts{
		"no relations at all":    {"_rels/.rels": "", "xl/_rels/workbook.xml.rels": "", "xl/worksheets/sheet1.xml": sheetXML(rows)},
		"leading slashes":        {"_rels/.rels": strings.Replace(relsText, `"xl/`, `"/xl/`, 1), "/xl/worksheets/sheet1.xml": sheetXML(rows)},
		"backslashes":            {`xl\worksheets\sheet1.xml`: sheetXML(rows)},
		"a byte order mark":      {"xl/worksheets/sheet1.xml": "\ufeff" + sheetXML(rows)},
		"styles without formats": {"xl/styles.xml": `<styleSheet/>`, "xl/worksheets/sheet1.xml": sheetXML(rows)},
		"nothing behind rows":    {"xl/worksheets/sheet1.xml": sheetXML(rows) + "\n<!-- end -->"},
		"Strict Open XML": {"xl/workbook.xml": strings.Replace(bookText, "<workbook ", `<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main" conformance="strict" `, 1),
			"xl/worksheets/sheet1.xml": sheetXML(rows)},
	} {
		if got := told(t, open(t, book(t, given))); got != want {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestRefused(t *testing.T) {
	rows := headRow + `<row r="2"><c r="A2"><v>1</v></c></row>`
	whole := zipped(parts{"xl/worksheets/sheet1.xml": sheetXML(rows)})
	utf16 := "\xff\xfe<\x00"
	for _, tt := range []struct {
		name string
		body []byte
		want string
	}{
		{"empty file", nil, "the file is empty"},
		{"CSV", []byte("id,name\n1,Kim\n"), "kind: csv"},
		{"web page", []byte("\r\n<html><table><tr><td>1"), "a web page"},
		{"Excel 2003 XML", []byte(`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">`), "Excel 2003"},
		{"xls", append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 2048)...), "(.xls)"},
		{"older xls", []byte("\x09\x08\x10\x00\x00\x06"), "(.xls)"},
		{"cut off", whole[:len(whole)-30], "not copied whole"},
		{"xlsb", zipped(parts{"_rels/.rels": strings.Replace(relsText, "workbook.xml", "workbook.bin", 1), "xl/workbook.bin": "x"}), ".xlsb"},
		{"ods", zipped(parts{"_rels/.rels": "", "xl/workbook.xml": "", "content.xml": "x", "mimetype": "x"}), ".ods"},
		{"docx", zipped(parts{"_rels/.rels": "", "xl/workbook.xml": "", "word/document.xml": "x"}), "no workbook"},
		{"other zip", zipped(parts{"_rels/.rels": "", "xl/workbook.xml": "", "a.csv": "x"}), "unpack it first"},
		{"no sheets", zipped(parts{"xl/workbook.xml": "<workbook/>"}), "lists no sheets"},
		{"sheet missing", zipped(nil), "is missing"},
		{"empty sheet", zipped(parts{"xl/worksheets/sheet1.xml": sheetXML("")}), "the sheet holds nothing"},
		{"UTF-16", zipped(parts{"xl/worksheets/sheet1.xml": utf16}), "not in UTF-8"},
		{"another encoding", zipped(parts{"xl/worksheets/sheet1.xml": `<?xml version="1.0" encoding="latin1"?><worksheet/>`}), "not in UTF-8"},
		{"DOCTYPE", zipped(parts{"xl/worksheets/sheet1.xml": `<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>`}), "DOCTYPE"},
		{"XML cut off", zipped(parts{"xl/worksheets/sheet1.xml": `<worksheet><sheetData><row><c><v>1`}), "cut off"},
		{"tags that do not pair", zipped(parts{"xl/worksheets/sheet1.xml": `</a><worksheet/>`}), "not open"},
		{"nested too deep", zipped(parts{"xl/worksheets/sheet1.xml": strings.Repeat("<a>", 1000)}), "nested"},
		{"endless tag", zipped(parts{"xl/worksheets/sheet1.xml": "<a " + strings.Repeat("x", 2<<20)}), "a tag of more"},
		{"a row that no sheet has", zipped(parts{"xl/worksheets/sheet1.xml": sheetXML(`<row r="99999999999"/>`)}), "a number that no sheet has"},
		{"a cell that no sheet has", zipped(parts{"xl/worksheets/sheet1.xml": sheetXML(`<row><c r="ZZZZ1"/></row>`)}), "a name that no sheet has"},
		{"only reject columns", zipped(parts{"xl/worksheets/sheet1.xml": sheetXML(`<row>` + text("A1", "_error_code") + `</row>`)}), "only the columns of a rejects file"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			path := saved(t, "book.xlsx", tt.body)
			_, err := tryOpen(t, path)
			if err == nil || !strings.Contains(err.Error(), tt.want) || !strings.Contains(err.Error(), path) {
				t.Errorf("the error is %v, want %q", err, tt.want)
			}
		})
	}
}

// A damaged archive is known before the first row is handed over.
func TestDamageIsKnownAtOnce(t *testing.T) {
	rows := headRow + strings.Repeat(`<row><c><v>1</v></c></row>`, 20000)
	body := zipped(parts{"xl/worksheets/sheet1.xml": sheetXML(rows)})
	broken := slices.Clone(body)
	broken[len(body)*7/10] ^= 0x55 // within the sheet, which is most of the file
	if _, err := tryOpen(t, saved(t, "book.xlsx", broken)); err == nil {
		t.Error("a damaged workbook was opened")
	}
}

func TestOptionsAreChecked(t *testing.T) {
	path := sheet(t, headRow)
	for _, options := range [][]string{{"header", "first"}, {"header", "0"}, {"header", "7"}, {"sheets", "1"}} {
		if _, err := tryOpen(t, path, options...); err == nil {
			t.Errorf("%q was taken", options)
		}
	}
}

func TestManyWorkbooks(t *testing.T) {
	dir := t.TempDir()
	put := func(name string, given parts) {
		if err := os.WriteFile(filepath.Join(dir, name), zipped(given), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	row := func(value string) parts {
		return parts{"xl/worksheets/sheet1.xml": sheetXML(headRow + `<row r="2"><c r="A2"><v>` + value + `</v></c></row>`)}
	}
	put("1.xlsx", row("1"))
	put("2.xlsx", row("2"))
	pattern := filepath.Join(dir, "*.xlsx")
	r := open(t, pattern)
	rows, err := drain(r)
	if err != nil || len(rows) != 2 || rows[1].Seq != 1 || rows[1].Origin.Row != 1 || !strings.HasSuffix(rows[1].Origin.String(), "2.xlsx[Sheet1]:2") {
		t.Errorf("%+v, %v", rows, err)
	}
	if r.Bytes() != r.Size() || r.Size() == 0 {
		t.Errorf("%d bytes of %d", r.Bytes(), r.Size())
	}
	put("3.xlsx", parts{"xl/worksheets/sheet1.xml": sheetXML(`<row>` + text("A1", "other") + `</row>`)})
	if _, err := tryOpen(t, pattern); err == nil || !strings.Contains(err.Error(), "3.xlsx[Sheet1]:1: the header differs") {
		t.Error(err)
	}
	calendar := row("3")
	calendar["xl/workbook.xml"] = strings.Replace(bookText, "<sheets>", `<workbookPr date1904="true"/><sheets>`, 1)
	put("3.xlsx", calendar)
	if _, err := tryOpen(t, pattern); err == nil || !strings.Contains(err.Error(), "another year") {
		t.Error(err)
	}
}

func TestCancelledWhileOpening(t *testing.T) {
	ctx, cancel := context.WithCancel(bg)
	cancel()
	r := open(t, sheet(t, headRow+`<row r="2"><c r="A2"><v>1</v></c></row>`))
	if n, err := r.Read(ctx, make([]kyc.Row, 1)); n != 0 || !errors.Is(err, context.Canceled) {
		t.Errorf("%d, %v", n, err)
	}
}
