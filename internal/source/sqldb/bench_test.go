package sqldb

import (
	"io"
	"strings"
	"testing"

	"kycmigrate/internal/kyc"
)

// BenchmarkRead reads rows of 16 columns and some 220 bytes.
func BenchmarkRead(b *testing.B) {
	for name, open := range kindsOfDatabase {
		b.Run(name, func(b *testing.B) {
			const many = 20_000
			db := open(b)
			table := db.table("c0 text" + columnsOf(15))
			row := make([]string, 16)
			for i := range row {
				row[i] = "some value 14b"
			}
			rows := make([][]string, many)
			for i := range rows {
				rows[i] = row
			}
			db.insert(table, rows...)
			buf := make([]kyc.Row, 256)
			b.ReportAllocs()
			for b.Loop() {
				r := db.open(ofTable(table))
				for {
					_, err := r.Read(b.Context(), buf)
					if err == io.EOF {
						break
					}
					if err != nil {
						b.Fatal(err)
					}
				}
				_ = r.Close()
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/many, "ns/row")
		})
	}
}

func columnsOf(n int) string {
	var s strings.Builder
	for i := range n {
		s.WriteString(", c" + string(rune('a'+i)) + " text")
	}
	return s.String()
}
