package xlsxfile_test

import (
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"kycmigrate/internal/source"
	"kycmigrate/internal/source/sourcetest"
)

// TestSuite holds the reader to what every source promises, over workbooks with
// shared strings and with strings of their cells' own.
func TestSuite(t *testing.T) {
	for name, write := range map[string]func(t *testing.T, columns []string, rows []sourcetest.Row) string{
		"shared": writeShared, "inline": writeInline,
	} {
		t.Run(name, func(t *testing.T) {
			sourcetest.Run(t, sourcetest.Suite{
				Open: func(t *testing.T, columns []string, rows []sourcetest.Row) source.Reader {
					return open(t, write(t, columns, rows))
				},
				Reopen:   func(t *testing.T, path string) source.Reader { return open(t, path) },
				CanBreak: true, HasLines: true, Countable: true,
			})
		})
	}
}

func cellsOf(row sourcetest.Row) []string {
	if !row.Broken {
		return row.Cells
	}
	third := strings.Repeat("가", source.MaxRecord/7)
	return []string{third, third, third}
}

func writeInline(t *testing.T, columns []string, rows []sourcetest.Row) string {
	var b strings.Builder
	for _, row := range append([]sourcetest.Row{{Cells: columns}}, rows...) {
		b.WriteString("<row>")
		for _, value := range cellsOf(row) {
			b.WriteString(`<c t="inlineStr"><is><t xml:space="preserve">` + strings.ReplaceAll(value, `"`, "&quot;") + `</t></is></c>`)
		}
		b.WriteString("</row>")
	}
	return sheet(t, b.String())
}

func writeShared(t *testing.T, columns []string, rows []sourcetest.Row) string {
	for _, row := range rows {
		if row.Broken || len(row.Cells[1]) > excelize.TotalCellChars {
			return writeInline(t, columns, rows) // excelize cuts such cells
		}
	}
	return excel(t, func(f *excelize.File) {
		for i, row := range append([]sourcetest.Row{{Cells: columns}}, rows...) {
			for c, value := range row.Cells {
				name, _ := excelize.CoordinatesToCellName(c+1, i+1)
				if err := f.SetCellStr("Sheet1", name, value); err != nil {
					t.Fatal(err)
				}
			}
		}
	})
}
