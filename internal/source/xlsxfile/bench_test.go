package xlsxfile_test

import (
	"fmt"
	"io"
	"testing"

	"github.com/xuri/excelize/v2"

	"kycmigrate/internal/kyc"
)

// benchRows are the rows of the workbook that is read.
const benchRows = 5000

// benchBook is a workbook of 16 columns: texts, dates and numbers.
func benchBook(b *testing.B) string {
	return excel(b, func(f *excelize.File) {
		date, _ := f.NewStyle(&excelize.Style{NumFmt: 14})
		amount, _ := f.NewStyle(&excelize.Style{NumFmt: 4})
		w, err := f.NewStreamWriter("Sheet1")
		if err != nil {
			b.Fatal(err)
		}
		row := make([]any, 16)
		for n := range benchRows + 1 {
			for c := range row {
				row[c] = fmt.Sprintf("the text of a cell %d %d", n, c)
			}
			if n > 0 {
				row[3], row[9] = excelize.Cell{StyleID: date, Value: 11513 + n}, excelize.Cell{StyleID: amount, Value: float64(n) / 8}
			}
			if err := w.SetRow(fmt.Sprintf("A%d", n+1), row); err != nil {
				b.Fatal(err)
			}
		}
		if err := w.Flush(); err != nil {
			b.Fatal(err)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	path := benchBook(b)
	b.ReportAllocs()
	for b.Loop() {
		r, err := tryOpen(b, path)
		if err != nil {
			b.Fatal(err)
		}
		batch := make([]kyc.Row, 256)
		for err == nil {
			_, err = r.Read(bg, batch)
		}
		if err != io.EOF {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(benchRows*b.N)/b.Elapsed().Seconds(), "rows/s")
}

// BenchmarkExcelize is the bare loop that the reader is held against.
func BenchmarkExcelize(b *testing.B) {
	path := benchBook(b)
	b.ReportAllocs()
	for b.Loop() {
		f, err := excelize.OpenFile(path)
		if err != nil {
			b.Fatal(err)
		}
		rows, err := f.Rows("Sheet1")
		if err != nil {
			b.Fatal(err)
		}
		for rows.Next() {
			if _, err := rows.Columns(); err != nil {
				b.Fatal(err)
			}
		}
		_ = f.Close()
	}
	b.ReportMetric(float64(benchRows*b.N)/b.Elapsed().Seconds(), "rows/s")
}
