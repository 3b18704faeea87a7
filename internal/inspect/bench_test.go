package inspect_test

import (
	"fmt"
	"testing"

	"kycmigrate/internal/inspect"
	"kycmigrate/internal/kyc"
)

var benchColumns = []string{
	"customer_id", "email", "first_name", "last_name", "dob", "status", "doc_type", "country",
	"doc_no", "issued", "expiry", "phone", "city", "street", "amount", "image",
}

// benchRows are rows of 16 columns, as a bank has them.
func benchRows(n int) []kyc.Row {
	rows := make([]kyc.Row, n)
	for i := range rows {
		rows[i] = kyc.Row{Origin: kyc.Origin{File: "customers.csv", Line: int64(i) + 2, Row: int64(i) + 1}, Cells: []string{
			fmt.Sprintf("BK-%06d", i), fmt.Sprintf("person%d@bank.example", i), []string{"Ana", "José", "김민수", "Peter"}[i%4],
			"Name" + string(rune('a'+i%26)), fmt.Sprintf("%02d/%02d/%d", i%28+1, i%12+1, 1940+i%60), []string{"A", "R"}[i%2],
			"PP", []string{"KOR", "GBR", "JPN"}[i%3], fmt.Sprintf("M%08d", i*7919), fmt.Sprintf("%d-%02d-%02d", 2010+i%15, i%12+1, i%28+1),
			fmt.Sprintf("%d-%02d-%02d", 2027+i%9, i%12+1, i%28+1), fmt.Sprintf("+8210%08d", i*104729%100000000), []string{"Seoul", "London", "Köln"}[i%3],
			fmt.Sprintf("%d Main Street %d", i%300, i%9), fmt.Sprintf("%d.%02d", i%5000, i%100), fmt.Sprintf("front/%d.jpg", i),
		}}
	}
	return rows
}

func BenchmarkAdd(b *testing.B) {
	rows := benchRows(20_000)
	b.ReportAllocs()
	for b.Loop() {
		p, err := inspect.New(benchColumns, inspect.Options{})
		if err != nil {
			b.Fatal(err)
		}
		for i := range rows {
			p.Add(&rows[i])
		}
		p.Result()
	}
	b.ReportMetric(float64(b.N*len(rows))/b.Elapsed().Seconds(), "rows/s")
}
