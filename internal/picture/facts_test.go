package picture

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/draw"
	"io"
	"strings"
	"testing"
)

func TestLook(t *testing.T) {
	good := asJPEG(t, card(600, 400, 1), 85)
	goodPNG := asPNG(t, card(600, 400, 2))
	broken := bytes.Clone(goodPNG)
	broken[len(broken)/2] ^= 0xff
	page := image.NewGray(image.Rect(0, 0, 800, 600))
	draw.Draw(page, page.Rect, image.White, image.Point{}, draw.Src)
	letter := image.NewGray(page.Rect)
	copy(letter.Pix, page.Pix)
	for i := range 40 {
		draw.Draw(letter, image.Rect(60+i*8, 100, 64+i*8, 112), image.Black, image.Point{}, draw.Src)
	}
	tests := map[string]struct {
		data  []byte
		fault Fault
		turn  int
		blank bool
	}{
		"a good JPEG":             {good, Sound, 1, false},
		"a good PNG":              {goodPNG, Sound, 1, false},
		"something behind a JPEG": {append(bytes.Clone(good), make([]byte, 5000)...), Sound, 1, false},
		"a JPEG cut in its data":  {good[:len(good)*2/3], CutOff, 1, false},
		"a JPEG without its mark": {good[:len(good)-2], CutOff, 1, false},
		"a PNG cut in its data":   {goodPNG[:len(goodPNG)/2], CutOff, 1, false},
		"a PNG without its IEND":  {goodPNG[:len(goodPNG)-12], CutOff, 1, false},
		"only the beginning":      {good[:20], CutOff, 1, false},
		"a byte of a PNG changed": {broken, Corrupt, 1, false},
		"sideways":                {exif(good, 6), Sound, 6, false},
		"a turn that is none":     {exif(good, 9), Sound, 1, false},
		"sideways and cut off":    {exif(good, 6)[:len(good)/2], CutOff, 6, false},
		"a white page":            {asJPEG(t, page, 85), Sound, 1, true},
		"a page with one line":    {asJPEG(t, letter, 85), Sound, 1, false},
		"all black":               {asPNG(t, image.NewGray(image.Rect(0, 0, 300, 300))), Sound, 1, true},
		"a BMP":                   {asBMP(t, card(300, 200, 3)), Sound, 1, false},
		"a TIFF":                  {asTIFF(t, card(300, 200, 3)), Sound, 1, false},
		"a WebP":                  {aWebP(t), Sound, 1, true},
		"a PDF":                   {[]byte("%PDF-1.7\n"), Sound, 1, false},
		"nothing":                 {nil, Sound, 1, false},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			f := look(t, test.data)
			if f.Fault != test.fault || f.Turn != test.turn || f.Blank != test.blank {
				t.Errorf("fault %d, turn %d, blank %t (%s, %s)", f.Fault, f.Turn, f.Blank, f.Media, f.Reason)
			}
			if strings.HasPrefix(name, "a good") && (f.Width != 600 || f.Height != 400 || !f.Looked()) {
				t.Errorf("%+v", f)
			}
		})
	}
}

// A picture that says it is huge is not decoded.
func TestLookIsBounded(t *testing.T) {
	huge := asPNG(t, image.NewGray(image.Rect(0, 0, 8, 8)))
	binary.BigEndian.PutUint32(huge[16:], 20_000)
	binary.BigEndian.PutUint32(huge[20:], 20_000)
	binary.BigEndian.PutUint32(huge[29:], crc32.ChecksumIEEE(huge[12:29]))
	if f := look(t, huge); f.Fault != Unexamined || !strings.Contains(f.Reason, "20000 x 20000") {
		t.Errorf("%+v", f)
	}
	small := NewLooker(Limits{File: 1 << 20, Pixels: 1_000_000, Memory: 1000})
	if f, err := small.Look(t.Context(), asPNG(t, card(64, 64, 1))); err != nil || f.Fault != Unexamined {
		t.Errorf("%+v, %v", f, err)
	}
	if _, err := small.Read(bytes.NewReader(nil), 1<<20+1); !IsTooMuch(err) {
		t.Errorf("a file over the limit was read: %v", err)
	}
}

// Who waits for memory while the command is stopped does not wait on.
func TestLookStops(t *testing.T) {
	l := NewLooker(Limits{File: 1 << 20, Pixels: 1_000_000, Memory: 1 << 20})
	free, err := l.hold(t.Context(), 1<<20)
	if err != nil {
		t.Fatal(err)
	}
	defer free()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := l.Look(ctx, asPNG(t, card(64, 64, 1))); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

func TestEnds(t *testing.T) {
	whole := asJPEG(t, card(600, 400, 1), 85)
	thumbnail := asJPEG(t, card(40, 30, 1), 50)
	segment := binary.BigEndian.AppendUint16([]byte{0xff, 0xe1}, uint16(len(thumbnail)+2))
	inner := append(append(append(bytes.Clone(whole[:2]), segment...), thumbnail...), whole[2:]...)
	end := 2 + 4 + len(thumbnail)
	tests := map[string]struct {
		data []byte
		want bool
	}{
		"whole":                          {whole, true},
		"a film behind it":               {append(bytes.Clone(whole), bytes.Repeat([]byte("film"), 5000)...), true},
		"without its mark":               {whole[:len(whole)-2], false},
		"with a thumbnail":               {inner, true},
		"cut behind its thumbnail":       {inner[:end+200], false},
		"cut in the length of a segment": {whole[:3], false},
	}
	for name, test := range tests {
		got, err := Ends(bytes.NewReader(test.data), int64(len(test.data)), JPEG)
		if err != nil || got != test.want {
			t.Errorf("%s: %t, %v", name, got, err)
		}
	}
}

// A large file with a camera's notes behind the picture is not read whole.
func TestEndsReadsLittle(t *testing.T) {
	large := append(asJPEG(t, speckled(1600, 1200), 98), bytes.Repeat([]byte("note"), 5_000)...)
	if len(large) < largeFile {
		t.Fatalf("it has only %d bytes", len(large))
	}
	file := &counted{ReaderAt: bytes.NewReader(large)}
	if whole, err := Ends(file, int64(len(large)), JPEG); err != nil || !whole || file.read > 70<<10 {
		t.Errorf("%t, %v, %d bytes read", whole, err, file.read)
	}
	if whole, err := Ends(bytes.NewReader(large), int64(len(large))-30_000, JPEG); err != nil || whole {
		t.Errorf("cut off: %t, %v", whole, err)
	}
}

// counted counts what is read of a file.
type counted struct {
	io.ReaderAt
	read int
}

func (c *counted) ReadAt(p []byte, off int64) (int, error) {
	n, err := c.ReaderAt.ReadAt(p, off)
	c.read += n
	return n, err
}

func TestMisnamed(t *testing.T) {
	tests := []struct {
		name, media string
		want        bool
	}{
		{"a/b.jpg", JPEG, false}, {"a/b.JPEG", JPEG, false}, {"a.png", JPEG, true}, {"a.jpg", PNG, true},
		{"scan.bmp", JPEG, true}, {"scan.heic", HEIF, false}, {"no", PNG, false}, {"a.txt", PNG, true}, {"a.TXT", JPEG, true}, {"a.1", PNG, false}, {"a.jpg.d/no", PNG, false},
		{"blob/=photo/12/=7", JPEG, false},
	}
	for _, test := range tests {
		if got := Misnamed(test.name, test.media); got != test.want {
			t.Errorf("%s as %s: %t", test.name, test.media, got)
		}
	}
}

func TestPrints(t *testing.T) {
	original := card(900, 600, 1)
	first := look(t, asPNG(t, original)).Print
	again := look(t, asJPEG(t, shrink(original, 0.6), 60)).Print
	if !first.Alike(again) {
		t.Errorf("the same picture, smaller and as JPEG, is %d bits apart", first.apart(again))
	}
	// Two cards of one kind: the same layout, another face and name.
	other := image.NewRGBA(original.Rect)
	copy(other.Pix, original.Pix)
	draw.Draw(other, image.Rect(60, 150, 260, 430), card(200, 280, 7), image.Point{}, draw.Src)
	draw.Draw(other, image.Rect(320, 200, 700, 240), image.NewUniform(color.Black), image.Point{}, draw.Src)
	if p := look(t, asPNG(t, other)).Print; first.Alike(p) {
		t.Errorf("another card is %d bits apart", first.apart(p))
	}
}
