package checkpoint

import (
	"fmt"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"kycmigrate/internal/kyc"
)

// BenchmarkRecord is a record's two durable transitions, intent and done, with
// as many records in flight as a run has.
func BenchmarkRecord(b *testing.B) {
	for _, workers := range []int{1, 16, 64, 1024} {
		b.Run(strconv.Itoa(workers), func(b *testing.B) { benchRecord(b, workers) })
	}
}

func benchRecord(b *testing.B, workers int) {
	l, err := Open(b.Context(), b.TempDir(), Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer l.Close()
	var next atomic.Int64
	var wg sync.WaitGroup
	cpu := cpuTime()
	b.ReportAllocs()
	b.ResetTimer()
	for range workers {
		wg.Go(func() {
			for i := next.Add(1); i <= int64(b.N); i = next.Add(1) {
				if err := sendOne(b, l, int(i)); err != nil {
					b.Error(err)
					return
				}
			}
		})
	}
	wg.Wait()
	b.ReportMetric(float64(cpuTime()-cpu)/1e9/float64(b.N)*1e4, "cpu-s/10k")
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "records/s")
}

func sendOne(b *testing.B, l *Ledger, i int) error {
	in := sampleIntent(l, i)
	in.Prints.Folded, in.Prints.UserID = in.Prints.Key, in.Prints.Key // as they are in nearly every export
	ref, err := l.Intend(b.Context(), New, in)
	if err != nil {
		return err
	}
	return l.Post(b.Context(), ref, fmt.Sprintf("%x", in.Prints.Payload[:7]), ByAnswer, End{SrvEnd: noon.Add(time.Second), Status: 200, RequestIDs: "3f2a-77"}, nil, nil)
}

var noon = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

// sampleIntent is the intent of record i.
func sampleIntent(l *Ledger, i int) Intent {
	n := strconv.Itoa(i)
	in := Intent{
		Prints: Prints{
			Key: l.Print("key", n), Folded: l.Print("folded", n), UserID: l.Print("userid", n),
			Person: l.Print("person", n), Payload: l.Print("payload", n),
		},
		Origin: kyc.Origin{File: "customers.csv", Line: int64(i) + 1, Row: int64(i)},
		Attempt: Attempt{
			LookupBy: kyc.UserID, LookupMAC: l.Print("lookup", n), MarkerField: kyc.NoField, SrvBefore: noon,
			FieldMACs: NewFieldMACs(3).With(kyc.Email, l.Print("email", n)).With(kyc.FullName, l.Print("name", n)).With(kyc.UserID, l.Print("userid", n)),
		},
	}
	return in
}

func BenchmarkPrint(b *testing.B) {
	p := newPrinter(make([]byte, secretSize))
	b.ReportAllocs()
	for b.Loop() {
		p.print("payload", []string{"jane.doe@example.org", "1980-01-02", "Jane Doe"})
	}
}

func BenchmarkFind(b *testing.B) {
	l, keys := rejectedLedger(b, 10_000)
	for b.Loop() {
		if _, err := l.Find(b.Context(), keys); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*len(keys)), "us/key")
}

// rejectedLedger is a ledger of n keys that were rejected, in their order.
func rejectedLedger(tb testing.TB, n int) (*Ledger, []MAC) {
	tb.Helper()
	l, err := Open(tb.Context(), tb.TempDir(), Options{Unsynced: true})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := l.Close(); err != nil {
			tb.Error(err)
		}
	})
	keys := make([]MAC, n)
	for i := range keys {
		in := sampleIntent(l, i)
		keys[i] = in.Prints.Key
		if err := l.Reject(tb.Context(), in.Prints, in.Origin, "required_missing"); err != nil {
			tb.Fatal(err)
		}
	}
	if err := l.SetMeta(tb.Context(), "committed", "all"); err != nil { // waits for what was handed over
		tb.Fatal(err)
	}
	return l, keys
}
