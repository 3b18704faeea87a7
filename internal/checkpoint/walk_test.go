package checkpoint

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"kycmigrate/internal/kyc"
)

// TestWalkFindsWhatFindDoes asks for records in every order, many of them unknown or
// asked for twice, in batches of any size.
func TestWalkFindsWhatFindDoes(t *testing.T) {
	l := quick(t, t.TempDir(), Options{})
	states := []State{Done, Done, Done, Done, Posted, Sending, Doubt, Refused, Rejected, Incomplete, Unsent, Absent}
	const all = 400
	for i := range all {
		if s := states[i%len(states)]; i < 24 || s == Rejected {
			bring(t, l, i, s)
			continue
		}
		ref := intend(t, l, New, i)
		ok(t, l.Post(t.Context(), ref, "sub-"+strconv.Itoa(i), ByMarker, end, nil, nil))
		if i%7 == 0 {
			ok(t, l.PutImages(t.Context(), ref.Record, []Image{{Kind: kyc.IDImage, State: ImageDone}, {Kind: kyc.SelfieImage, State: ImageFailed}}))
		}
	}
	rapid.Check(t, func(rt *rapid.T) {
		order := rapid.SampledFrom([]string{"as stored", "nearly", "shuffled", "backwards", "from the middle", "every third"}).Draw(rt, "order")
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "seed"), 1))
		keys := keysInOrder(l, order, all, random)
		for range rapid.IntRange(0, 50).Draw(rt, "others") {
			other := sampleIntent(l, random.IntN(all*2)).Prints.Key
			keys = slices.Insert(keys, random.IntN(len(keys)+1), other)
		}
		keys = slices.Insert(keys, random.IntN(len(keys)), MAC{})
		want, err := l.Find(t.Context(), keys)
		ok(t, err)
		w := l.Walk()
		for batch := range slices.Chunk(keys, rapid.SampledFrom([]int{5, 40, 100, 300, 1000}).Draw(rt, "batch")) {
			got, err := w.Find(t.Context(), batch)
			ok(t, err)
			var rest []*Record
			for i := range got {
				if diff := cmp.Diff(walked(&want[i]), walked(&got[i])); diff != "" {
					rt.Fatalf("%s: %s", order, diff)
				}
				if got[i].ID != 0 {
					rest = append(rest, &got[i])
				}
			}
			ok(t, w.Complete(t.Context(), rest))
			if diff := cmp.Diff(want[:len(batch)], got); diff != "" {
				rt.Fatalf("completed, %s: %s", order, diff)
			}
			want = want[len(batch):]
		}
	})
}

// walked is what a Walk tells of a record.
func walked(r *Record) Record {
	return Record{
		ID: r.ID, Prints: Prints{Key: r.Prints.Key, Person: r.Prints.Person, Payload: r.Prints.Payload}, State: r.State,
		SubmissionID: r.SubmissionID, Proof: r.Proof, AuditDue: r.AuditDue, Doubled: r.Doubled, Images: r.Images,
	}
}

func keysInOrder(l *Ledger, order string, n int, random *rand.Rand) (keys []MAC) {
	for i := range n {
		keys = append(keys, sampleIntent(l, i).Prints.Key)
	}
	switch order {
	case "nearly":
		for i := range keys {
			j := min(n-1, i+random.IntN(20))
			keys[i], keys[j] = keys[j], keys[i]
		}
	case "shuffled":
		random.Shuffle(n, func(i, j int) { keys[i], keys[j] = keys[j], keys[i] })
	case "backwards":
		slices.Reverse(keys)
	case "from the middle":
		keys = slices.Concat(keys[n/2:], keys[:n/2])
	case "every third":
		var some []MAC
		for i := 0; i < n; i += 3 {
			some = append(some, keys[i])
		}
		keys = some
	}
	return keys
}

// TestWalkHoldsFewRecords bounds what is read ahead, whatever is asked for.
func TestWalkHoldsFewRecords(t *testing.T) {
	const all = 3 * mostAhead
	l, keys := rejectedLedger(t, all)
	for _, step := range []int{1, 2, 5, 50} { // of so many records the source has one
		w := l.Walk()
		var some []MAC
		for i := 0; i < all; i += step {
			some = append(some, keys[i])
		}
		for batch := range slices.Chunk(some, 500) {
			found, err := w.Find(t.Context(), batch)
			ok(t, err)
			for i, r := range found {
				if r.Prints.Key != batch[i] {
					t.Fatalf("every %d: record %d for another key", step, r.ID)
				}
			}
			if n := len(w.near.records) + len(w.far.records); n > 2*mostAhead {
				t.Fatalf("every %d: %d records are held", step, n)
			}
		}
	}
}

// BenchmarkWalk is BenchmarkFind for keys that come in order.
func BenchmarkWalk(b *testing.B) {
	l, keys := rejectedLedger(b, 10_000)
	b.ReportAllocs()
	for b.Loop() {
		w := l.Walk()
		for batch := range slices.Chunk(keys, 1000) {
			if _, err := w.Find(b.Context(), batch); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*len(keys)), "us/key")
}
