package picture

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"testing"

	"golang.org/x/image/bmp"
	"golang.org/x/image/tiff"
)

// card draws something with a frame, a face and lines of text, which differs
// with the seed.
func card(width, height int, seed uint64) *image.RGBA {
	r := rand.New(rand.NewPCG(seed, 1))
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	draw.Draw(img, img.Rect, image.NewUniform(color.RGBA{200, 215, 230, 255}), image.Point{}, draw.Src)
	for range 60 {
		x, y := r.IntN(width), r.IntN(height)
		box := image.Rect(x, y, x+1+r.IntN(width/4), y+1+r.IntN(height/6))
		c := color.RGBA{uint8(r.IntN(256)), uint8(r.IntN(256)), uint8(r.IntN(256)), 255}
		draw.Draw(img, box, image.NewUniform(c), image.Point{}, draw.Src)
	}
	return img
}

// speckled is a card under noise, which makes its file big.
func speckled(width, height int) *image.RGBA {
	img, r := card(width, height, 4), rand.New(rand.NewPCG(5, 1))
	for i := range img.Pix {
		if i%4 != 3 {
			img.Pix[i] = uint8(min(255, int(img.Pix[i])+r.IntN(64)))
		}
	}
	return img
}

func asJPEG(t testing.TB, img image.Image, quality int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: quality}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asPNG(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asBMP(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := bmp.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asTIFF(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := tiff.Encode(&b, img, &tiff.Options{Compression: tiff.Deflate}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// aWebP is a lossless WebP of one pixel; nothing here can make a larger one.
func aWebP(t testing.TB) []byte {
	t.Helper()
	b, err := base64.StdEncoding.DecodeString("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==")
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// exif puts an EXIF segment with an orientation into a JPEG.
func exif(data []byte, turn uint16) []byte {
	body := []byte("Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01")
	body = binary.BigEndian.AppendUint16(body, turn)
	body = append(body, 0, 0, 0, 0, 0, 0)
	segment := binary.BigEndian.AppendUint16([]byte{0xff, 0xe1}, uint16(len(body)+2))
	segment = append(segment, body...)
	return append(append(bytes.Clone(data[:2]), segment...), data[2:]...)
}

// withPages makes a TIFF say that it has another page.
func withPages(t testing.TB, data []byte) []byte {
	t.Helper()
	out := bytes.Clone(data)
	at := binary.LittleEndian.Uint32(out[4:])
	at += 2 + 12*uint32(binary.LittleEndian.Uint16(out[at:]))
	binary.LittleEndian.PutUint32(out[at:], 8)
	return out
}

func look(t testing.TB, data []byte) *Facts {
	t.Helper()
	f, err := NewLooker(DefaultLimits()).Look(t.Context(), data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}
