package uploader

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"testing"

	"kycmigrate/internal/kyc"
)

// withPictures gives everybody n pictures.
func (w *world) withPictures(n int) {
	for i := range w.people {
		p := &w.people[i]
		p.front = fmt.Sprint("front-", i, ".jpg")
		w.files[p.front] = jpeg("front of " + p.key)
		if n > 1 {
			p.selfie = fmt.Sprint("selfie-", i, ".jpg")
			w.files[p.selfie] = jpeg("selfie of " + p.key)
		}
	}
}

// jpeg is a picture as far as anybody looks.
func jpeg(text string) []byte { return []byte("\xff\xd8\xff\xe0" + text) }

// picturesIn asserts that everybody's pictures are in the target, byte for
// byte.
func (w *world) picturesIn() {
	w.t.Helper()
	w.sb.Wait()
	for _, s := range w.sb.Submissions() {
		if s.Planted {
			continue
		}
		for _, p := range w.people {
			if p.userid != s.Fields["userid"] {
				continue
			}
			w.samePicture(s.Images["idImage"].SHA256, p.front, p.key)
			w.samePicture(s.Images["selfieImage"].SHA256, p.selfie, p.key)
		}
	}
}

func (w *world) samePicture(got, path, key string) {
	w.t.Helper()
	want := ""
	if path != "" {
		sum := sha256.Sum256(w.files[path])
		want = hex.EncodeToString(sum[:])
	}
	if got != want {
		w.t.Errorf("a picture of %s is not what was to be put", key)
	}
}

func TestPicturesClean(t *testing.T) {
	inBubble(t, "two each", func(t *testing.T) {
		w := newWorld(t, soon(), 12)
		w.withPictures(2)
		r := w.allCreated()
		w.picturesIn()
		images := 0
		for _, o := range r.list {
			images += o.Images
		}
		if images != 24 {
			t.Errorf("%d pictures counted, want 24", images)
		}
		if r := w.run(); r.calls != 0 || r.count(kyc.Already) != 12 {
			t.Errorf("again: %d calls, %d already", r.calls, r.count(kyc.Already))
		}
	})
}
