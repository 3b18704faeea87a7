//go:build heic && nodynamic

package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"testing"
)

// TestHEIC converts pictures of four colours: as it lies, and turned as the file
// says, which its decoder does.
func TestHEIC(t *testing.T) {
	red, green, blue, yellow := color.RGBA{220, 30, 30, 255}, color.RGBA{30, 200, 30, 255}, color.RGBA{30, 30, 220, 255}, color.RGBA{230, 230, 40, 255}
	for name, want := range map[string]struct {
		size    image.Point
		corners [4]color.RGBA // from the top left, by rows
	}{
		"corners.heic": {image.Pt(320, 240), [4]color.RGBA{red, green, blue, yellow}},
		"turned.heic":  {image.Pt(240, 320), [4]color.RGBA{green, yellow, red, blue}},
	} {
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile("testdata/" + name)
			if err != nil {
				t.Fatal(err)
			}
			l := NewLooker(DefaultLimits())
			f, err := l.Look(t.Context(), data)
			if err != nil || f.Media != HEIC || f.Fault != Sound || f.Width != want.size.X || f.Height != want.size.Y || f.Rotated() {
				t.Fatalf("looks like %+v, %v", f, err)
			}
			if !Mendable(f, 100_000) || Accepted(f.Media) {
				t.Error("it is not to be mended")
			}
			m, err := l.Mend(t.Context(), data, f, 100_000)
			if err != nil || m.Action() != ActionConverted {
				t.Fatalf("mended as %+v, %v", m, err)
			}
			img, err := jpeg.Decode(bytes.NewReader(m.Data))
			if err != nil {
				t.Fatal(err)
			}
			if img.Bounds().Size() != want.size {
				t.Errorf("size %v, want %v", img.Bounds().Size(), want.size)
			}
			for i, c := range want.corners {
				x, y := 20, 20
				if i%2 == 1 {
					x = want.size.X - 20
				}
				if i/2 == 1 {
					y = want.size.Y - 20
				}
				if got := img.At(x, y); !near(got, c) {
					t.Errorf("corner %d is %v, want %v", i, got, c)
				}
			}
		})
	}
}

func near(a, b color.Color) bool {
	const far = 12 << 8
	r1, g1, b1, _ := a.RGBA()
	r2, g2, b2, _ := b.RGBA()
	for _, d := range []int{int(r1) - int(r2), int(g1) - int(g2), int(b1) - int(b2)} {
		if d > far || d < -far {
			return false
		}
	}
	return true
}

// TestBrokenHEIC: what cannot be decoded is told, and takes nothing down.
func TestBrokenHEIC(t *testing.T) {
	whole, err := os.ReadFile("testdata/corners.heic")
	if err != nil {
		t.Fatal(err)
	}
	l := NewLooker(DefaultLimits())
	for cut := len(whole) - 1; cut > 24; cut -= 61 {
		f, err := l.Look(t.Context(), whole[:cut])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := l.Mend(t.Context(), whole[:cut], f, 100_000); f.Fault == Sound || !IsUnmendable(err) {
			t.Errorf("cut at %d: %+v, %v", cut, f, err)
		}
	}
	for at := 0; at < len(whole); at += 11 {
		bad := bytes.Clone(whole)
		bad[at] ^= 0xff
		if f, err := l.Look(t.Context(), bad); err == nil && f.Media == HEIC {
			_, _ = l.Mend(t.Context(), bad, f, 100_000)
		}
	}
}
