//go:build unix

package csvfile_test

import (
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
	"kycmigrate/internal/source/all"
)

// benchFile makes a file of 16 columns and 100,000 rows; quoted puts quotes
// around every value.
func benchFile(b *testing.B, quoted bool) (path string, size int64) {
	b.Helper()
	const form = "%07d,%d@mail.example,Given Name %d,Family,Given Name Family,1980-01-%02d,A,PP,KOR,M%08d,2015-01-01,2035-01-01,12 High Street,Seoul,images/%d_front.jpg,images/%d_selfie.jpg\n"
	var out strings.Builder
	fmt.Fprintln(&out, "id,email,first,last,full,dob,status,type,country,number,issued,expires,street,city,front,selfie")
	for i := range 100_000 {
		line := fmt.Sprintf(form, i, i, i, i%28+1, i, i, i)
		if quoted {
			line = `"` + strings.ReplaceAll(strings.TrimSuffix(line, "\n"), ",", `","`) + "\"\n"
		}
		out.WriteString(line)
	}
	path = filepath.Join(b.TempDir(), "bench.csv")
	if err := os.WriteFile(path, []byte(out.String()), 0o600); err != nil {
		b.Fatal(err)
	}
	return path, int64(out.Len())
}

// cpu is the processor time this process has used, in microseconds; wall time
// says little on a busy machine.
func cpu() int64 {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return (u.Utime.Nano() + u.Stime.Nano()) / 1000
}

func eachForm(b *testing.B, run func(b *testing.B, path string)) {
	for name, quoted := range map[string]bool{"plain": false, "quoted": true} {
		b.Run(name, func(b *testing.B) {
			path, size := benchFile(b, quoted)
			b.SetBytes(size)
			b.ReportAllocs()
			start := cpu()
			for b.Loop() {
				run(b, path)
			}
			b.ReportMetric(float64(cpu()-start)/1e3/float64(b.N), "cpu-ms/op")
		})
	}
}

// BenchmarkReader is to be held against BenchmarkBareCSV of the same run.
func BenchmarkReader(b *testing.B) {
	eachForm(b, func(b *testing.B, path string) {
		r, err := all.Open(b.Context(), source.Spec{Path: path})
		if err != nil {
			b.Fatal(err)
		}
		defer r.Close()
		rows := make([]kyc.Row, 256)
		for {
			_, err := r.Read(b.Context(), rows)
			if err == io.EOF {
				return
			}
			if err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkBareCSV(b *testing.B) {
	eachForm(b, func(b *testing.B, path string) {
		f, err := os.Open(path)
		if err != nil {
			b.Fatal(err)
		}
		defer f.Close()
		r := csv.NewReader(f)
		r.ReuseRecord = true
		for {
			_, err := r.Read()
			if err == io.EOF {
				return
			}
			if err != nil {
				b.Fatal(err)
			}
		}
	})
}
