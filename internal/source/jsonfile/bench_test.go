package jsonfile_test

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kycmigrate/internal/kyc"
)

const benchRecords = 100_000

// benchFile makes a file of records of about 300 bytes.
func benchFile(b *testing.B) (path string, size int64) {
	b.Helper()
	const form = `{"id":"%07d","email":"%d@mail.example","info":{"firstName":"Given Name %d","lastName":"Family","dob":"1980-01-%02d","idDocs":[{"idDocType":"PASSPORT","country":"KOR","number":"M%08d","validUntil":"2035-01-01"}]},"address":{"street":"12 High Street","town":"Seoul"},"review":{"status":"completed","score":%d.50}}` + "\n"
	var out strings.Builder
	for i := range benchRecords {
		fmt.Fprintf(&out, form, i, i, i, i%28+1, i, i)
	}
	path = filepath.Join(b.TempDir(), "bench.jsonl")
	if err := os.WriteFile(path, []byte(out.String()), 0o600); err != nil {
		b.Fatal(err)
	}
	return path, int64(out.Len())
}

func report(b *testing.B) {
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/benchRecords, "ns/record")
}

// BenchmarkReader is to be held against BenchmarkDecodeMap of the same run.
func BenchmarkReader(b *testing.B) {
	path, size := benchFile(b)
	b.SetBytes(size)
	b.ReportAllocs()
	rows := make([]kyc.Row, 256)
	for b.Loop() {
		r := open(b, path, "", "id", "email", "info.idDocs[0].number")
		for {
			if _, err := r.Read(b.Context(), rows); err == io.EOF {
				break
			} else if err != nil {
				b.Fatal(err)
			}
		}
	}
	report(b)
}

func BenchmarkDecodeMap(b *testing.B) {
	path, size := benchFile(b)
	b.SetBytes(size)
	for b.Loop() {
		in, err := os.Open(path)
		if err != nil {
			b.Fatal(err)
		}
		dec := json.NewDecoder(in)
		dec.UseNumber()
		for {
			var record map[string]any
			if dec.Decode(&record) != nil {
				break
			}
		}
		in.Close()
	}
	report(b)
}
