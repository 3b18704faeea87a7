package picture

import (
	"bytes"
	"runtime"
	"testing"
)

// No bytes make it panic, take more memory than it may, or mend to something
// that is not whole.
func FuzzLook(f *testing.F) {
	img := card(64, 48, 1)
	good := asJPEG(f, img, 80)
	for _, seed := range [][]byte{
		nil, good, exif(good, 6), good[:len(good)-2], good[:100], asPNG(f, img), asBMP(f, img), asTIFF(f, img), withPages(f, asTIFF(f, img)), aWebP(f),
		[]byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00heicmif1"), []byte("II*\x00\xff\xff\xff\xff"),
	} {
		f.Add(seed)
	}
	limits := Limits{File: 1 << 20, Pixels: 200_000, Memory: 4 << 20}
	l := NewLooker(limits)
	f.Fuzz(func(t *testing.T, data []byte) {
		if int64(len(data)) > limits.File {
			return
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		facts, err := l.Look(t.Context(), data)
		if err != nil {
			t.Fatal(err)
		}
		runtime.ReadMemStats(&after)
		if took := after.TotalAlloc - before.TotalAlloc; took > 32<<20+uint64(4*len(data)) {
			t.Errorf("looking took %d bytes", took)
		}
		for _, media := range []string{JPEG, PNG} {
			if _, err := Ends(bytes.NewReader(data), int64(len(data)), media); err != nil {
				t.Error(err)
			}
		}
		const budget = 20_000
		m, err := l.Mend(t.Context(), data, facts, budget)
		if err != nil {
			if !IsUnmendable(err) {
				t.Error(err)
			}
			return
		}
		if mended := look(t, m.Data); !Whole(mended, budget) {
			t.Errorf("%s is not whole: %+v of %+v", m.Action(), mended, facts)
		}
	})
}
