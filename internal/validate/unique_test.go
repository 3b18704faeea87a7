package validate

import (
	"fmt"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unsafe"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"kycmigrate/internal/kyc"
)

// rowOf is a record with nothing but its place, key and userid.
func rowOf(seq int, userid string, key ...string) *kyc.Record {
	rec := &kyc.Record{Row: &kyc.Row{Seq: int64(seq)}, Key: kyc.Key{Parts: key}}
	rec.Submission[kyc.UserID] = userid
	return rec
}

func TestUnique(t *testing.T) {
	type row struct {
		userid string
		key    []string
		want   []string // issue code, then the row it must name
	}
	tests := map[string][]row{
		"all different": {{"a", []string{"a"}, nil}, {"b", []string{"b"}, nil}, {"A", []string{"A"}, nil}},
		"same key and userid says it once": {
			{"a", []string{"a"}, nil}, {"a", []string{"a"}, []string{"key_duplicate", "1"}},
		},
		"third names the first": {
			{"", []string{"a"}, nil}, {"", []string{"b"}, nil},
			{"", []string{"b"}, []string{"key_duplicate", "2"}}, {"", []string{"b"}, []string{"key_duplicate", "2"}},
		},
		"userid alone": {
			{"u", []string{"a"}, nil}, {"u", []string{"b"}, []string{"userid_duplicate", "1"}},
		},
		"a rejected row's userid stands": {
			{"u", []string{"a"}, nil}, {"v", []string{"a"}, []string{"key_duplicate", "1"}},
			{"v", []string{"c"}, []string{"userid_duplicate", "2"}},
		},
		"key and userid of different rows": {
			{"u", []string{"a"}, nil}, {"v", []string{"b"}, nil},
			{"v", []string{"a"}, []string{"key_duplicate", "1", "userid_duplicate", "2"}},
		},
		"crossed values are no duplicates": {
			{"b", []string{"a"}, nil}, {"a", []string{"b"}, nil},
			{"b", []string{"b"}, []string{"key_duplicate", "2", "userid_duplicate", "1"}},
		},
		"unknown keys are not the same": {
			{"", nil, nil}, {"", nil, nil}, {"u", nil, nil}, {"u", nil, []string{"userid_duplicate", "3"}},
		},
		"parts are not run together": {
			{"", []string{"ab", "c"}, nil}, {"", []string{"a", "bc"}, nil}, {"", []string{"abc", ""}, nil},
			{"", []string{"a", "bc"}, []string{"key_duplicate", "2"}},
		},
	}
	for name, rows := range tests {
		t.Run(name, func(t *testing.T) {
			u := NewUnique()
			for i, row := range rows {
				rec := rowOf(i, row.userid, row.key...)
				u.Check([]*kyc.Record{rec})
				if diff := cmp.Diff(row.want, duplicates(rec)); diff != "" {
					t.Errorf("row %d: %s", i+1, diff)
				}
			}
		})
	}
}

// duplicates lists code and named row of each issue.
func duplicates(rec *kyc.Record) (list []string) {
	for _, issue := range rec.Issues {
		_, after, _ := strings.Cut(issue.Beside, "data row ")
		number, _, _ := strings.Cut(after, ",")
		list = append(list, issue.Code, number)
	}
	return list
}

// Against the plain model, two maps, over values that meet often.
func TestUniqueLikeMaps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		value := rapid.SampledFrom([]string{"", "a", "b", "c", "d", "e", "aa", "b0", "zz"})
		u, keys, userids := NewUnique(), map[string]string{}, map[string]string{}
		for seq := range rapid.IntRange(1, 40).Draw(t, "rows") {
			rec := rowOf(seq, value.Draw(t, "userid"))
			key := value.Draw(t, "key")
			var want []string
			row := strconv.Itoa(seq + 1)
			if key != "" {
				rec.Key.Parts = []string{key}
				want = first(keys, key, row, "key_duplicate", want)
			}
			if userid := rec.Submission[kyc.UserID]; userid != "" {
				before := userids[userid]
				list := first(userids, userid, row, "userid_duplicate", want)
				if key != userid || len(want) == 0 || want[1] != before {
					want = list
				}
			}
			u.Check([]*kyc.Record{rec})
			if diff := cmp.Diff(want, duplicates(rec)); diff != "" {
				t.Fatalf("row %s: %s", row, diff)
			}
		}
	})
}

func first(seen map[string]string, value, row, code string, want []string) []string {
	if before, ok := seen[value]; ok {
		return append(want, code, before)
	}
	seen[value] = row
	return want
}

func TestRowNumberBeyondRange(t *testing.T) {
	u := NewUnique()
	u.Check([]*kyc.Record{{Row: &kyc.Row{Seq: math.MaxInt64 - 1}, Key: kyc.Key{Parts: []string{"a"}}}})
	rec := &kyc.Record{Row: &kyc.Row{Seq: math.MaxInt64 - 1}, Key: kyc.Key{Parts: []string{"a"}}}
	u.Check([]*kyc.Record{rec})
	if len(rec.Issues) != 1 || strings.Contains(rec.Issues[0].Text(), "data row") {
		t.Errorf("issues %+v", rec.Issues)
	}
}

// Every value is found again, with its row, whatever growing did, and none is
// found that was not entered. Hashes share shards and low bits on purpose.
func TestMultimapKeepsAll(t *testing.T) {
	const n = 20_000
	hash := func(i int) uint64 { return uint64(i)*0x9e3779b97f4a7c15&^(1<<62-1) | uint64(i)*0xff51afd7ed558ccd>>2 }
	var m multimap
	for i := range n {
		if had := m.claim(hash(i), flagKey|flagUserID, uint32(i+1)); had != (holders{}) {
			t.Fatalf("%d: found before it was entered, in row %d, %d", i, had.asKey, had.asUserID)
		}
	}
	for i := range n {
		row := uint32(i + 1)
		if had := m.claim(hash(i), flagKey|flagUserID, n+1); had.asKey != row || had.asUserID != row {
			t.Fatalf("%d: rows %d and %d", i, had.asKey, had.asUserID)
		}
	}
}

// bytesPerRow measures the live memory of n rows. Values are the same as key
// and userid unless apart.
func bytesPerRow(n int, order func(i int) int, apart bool) float64 {
	before := liveHeap()
	u := NewUnique()
	fill(u, n, order, apart)
	after := liveHeap()
	runtime.KeepAlive(u)
	return (after - before) / float64(n)
}

// In which order keys come.
func sorted(i int) int   { return i }
func unsorted(i int) int { return i * 611_953 % 1_000_003 }

func fill(u *Unique, n int, order func(i int) int, apart bool) {
	rec := rowOf(0, "", "")
	for i := range n {
		rec.Row.Seq = int64(i)
		value := "C-" + strconv.Itoa(order(i))
		rec.Key.Parts[0], rec.Submission[kyc.UserID] = value, value
		if apart {
			rec.Submission[kyc.UserID] = "u" + value
		}
		u.Check([]*kyc.Record{rec})
		if len(rec.Issues) != 0 {
			panic("different values were taken for the same")
		}
	}
}

func liveHeap() float64 {
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return float64(stats.HeapAlloc)
}

// Shards are fuller just before they grow, so single sizes lie around the mean;
// how full they are is a little other with each seed, so each is measured thrice.
func TestMemoryPerRow(t *testing.T) {
	for name, order := range map[string]func(int) int{"sorted": sorted, "unsorted": unsorted} {
		sizes := slices.Repeat([]int{100_000, 125_000, 156_000, 195_000, 500_000, 1_000_000}, 3)
		sum := 0.0
		for _, n := range sizes {
			got := bytesPerRow(n, order, false)
			t.Logf("%d rows, %s: %.1f bytes a row", n, name, got)
			if got > 17.5 {
				t.Errorf("%d rows, %s: %.1f bytes a row", n, name, got)
			}
			sum += got
		}
		if mean := sum / float64(len(sizes)); mean > 16 {
			t.Errorf("%s: %.1f bytes a row on average", name, mean)
		}
		if got := bytesPerRow(200_000, order, true); got > 35 {
			t.Errorf("%s, key and userid apart: %.1f bytes a row", name, got)
		}
	}
}

func TestUniqueAllocatesOnlyToGrow(t *testing.T) {
	u := NewUnique()
	rec := rowOf(0, "", "")
	keys := make([]string, 300_000)
	for i := range keys {
		keys[i] = strconv.Itoa(unsorted(i))
	}
	i := 0
	n := testing.AllocsPerRun(len(keys)-2, func() {
		rec.Row.Seq, rec.Key.Parts[0], rec.Submission[kyc.UserID] = int64(i), keys[i], keys[i]
		u.Check([]*kyc.Record{rec})
		i++
	})
	if n != 0 || len(rec.Issues) != 0 {
		t.Errorf("%v allocations a row, issues %v", n, found(rec))
	}
}

// Values that are told by their order alone, and those that are looked for, in
// any mixture, are the same to the map.
func TestMultimapAdds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var m multimap
		first := map[uint64]uint32{}
		n := rapid.IntRange(1, 3000).Draw(t, "values")
		listed := rapid.IntRange(0, n).Draw(t, "listed")
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		for i := range n {
			hash, row := uint64(r.IntN(2*n))*0x9e3779b97f4a7c15, uint32(i+1)
			if _, seen := first[hash]; !seen && (i < listed || r.IntN(2) == 0) {
				m.add(hash, flagKey, row)
				first[hash] = row
				continue
			}
			if asKey := m.claim(hash, flagKey, row).asKey; asKey != first[hash] {
				t.Fatalf("value %d: row %d, want %d", i, asKey, first[hash])
			}
			if first[hash] == 0 {
				first[hash] = row
			}
		}
		for hash, want := range first {
			if asKey := m.claim(hash, flagKey, math.MaxUint32).asKey; asKey != want {
				t.Fatalf("row %d, want %d", asKey, want)
			}
		}
	})
}

// The texts of records are gone when the next ones come: what was asked about is
// remembered all the same.
func TestUniqueKeepsNoText(t *testing.T) {
	u := NewUnique()
	memory := make([]byte, 0, 64<<10)
	batch := func(first, n int) (recs []*kyc.Record) {
		clear(memory[:cap(memory)])
		memory = memory[:0]
		for i := first; i < first+n; i++ {
			at := len(memory)
			memory = fmt.Appendf(memory, "C-%06d", i)
			key := unsafe.String(&memory[at], len(memory)-at)
			rec := &kyc.Record{Row: &kyc.Row{Seq: int64(i)}, Key: kyc.Key{Parts: []string{key}}}
			rec.Submission[kyc.UserID] = key + "x"
			recs = append(recs, rec)
		}
		return recs
	}
	for first := range 10 {
		recs := batch(first*900, 1000) // the first 100 of each were the last of the one before
		u.Check(recs)
		for i, rec := range recs {
			if want := first > 0 && i < 100; (len(rec.Issues) == 2) != want || (len(rec.Issues) == 0) == want {
				t.Fatalf("row %d of batch %d: %d issues", i, first, len(rec.Issues))
			}
		}
	}
}
