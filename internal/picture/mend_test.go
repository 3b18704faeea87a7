package picture

import (
	"bytes"
	"image"
	"image/color"
	"slices"
	"strings"
	"testing"
)

func TestMend(t *testing.T) {
	good := asJPEG(t, card(600, 400, 1), 85)
	noise := asJPEG(t, speckled(1200, 800), 98)
	tests := map[string]struct {
		data          []byte
		budget        int64
		action        string
		width, height int
	}{
		"nothing to do":         {good, 1 << 20, "copied", 600, 400},
		"sideways":              {exif(good, 6), 1 << 20, "turned", 400, 600},
		"upside down":           {exif(good, 3), 1 << 20, "turned", 600, 400},
		"without its mark":      {good[:len(good)-2], 1 << 20, "closed", 600, 400},
		"unmarked, sideways":    {exif(good, 8)[:len(exif(good, 8))-2], 1 << 20, "closed+turned", 400, 600},
		"a BMP":                 {asBMP(t, card(300, 200, 2)), 1 << 20, "converted", 300, 200},
		"a TIFF":                {asTIFF(t, card(300, 200, 2)), 1 << 20, "converted", 300, 200},
		"a WebP":                {aWebP(t), 1 << 20, "converted", 1, 1},
		"somewhat too big":      {noise, int64(len(noise)) / 2, "encoded", 1200, 800},
		"a PNG that is too big": {asPNG(t, speckled(600, 400)), 200_000, "encoded", 600, 400},
		"too big by far":        {noise, 60_000, "shrunk", 0, 0},
		"too big and turned":    {exif(noise, 6), 60_000, "turned+shrunk", 0, 0},
		"a BMP that is large":   {asBMP(t, speckled(1200, 800)), 60_000, "converted+shrunk", 0, 0},
	}
	l := NewLooker(DefaultLimits())
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			before := bytes.Clone(test.data)
			f := look(t, test.data)
			m, err := l.Mend(t.Context(), test.data, f, test.budget)
			if err != nil {
				t.Fatal(err)
			}
			if m.Action() != test.action || test.width > 0 && (m.Width != test.width || m.Height != test.height) {
				t.Errorf("%s, %d x %d", m.Action(), m.Width, m.Height)
			}
			after := look(t, m.Data)
			if !Whole(after, test.budget) || after.Fault != Sound || after.Width != m.Width || after.Height != m.Height {
				t.Errorf("the copy is not whole: %+v", after)
			}
			if !bytes.Equal(before, test.data) {
				t.Error("the original was changed in memory")
			}
			again, _ := l.Mend(t.Context(), test.data, f, test.budget)
			if !bytes.Equal(again.Data, m.Data) {
				t.Error("two repairs differ")
			}
			if test.action == "copied" || test.action == "closed" {
				return
			}
			if actions, ok := MadeFrom(m.Data, f, test.budget); !ok || !slices.Equal(actions, m.Actions) {
				t.Errorf("MadeFrom: %v, %t", actions, ok)
			}
			if _, ok := MadeFrom(m.Data, f, test.budget+1); ok {
				t.Error("made for another budget, and taken for done")
			}
			if _, ok := MadeFrom(m.Data, look(t, good), test.budget); ok {
				t.Error("made of another picture, and taken for done")
			}
		})
	}
}

func TestUnmendable(t *testing.T) {
	good := asJPEG(t, card(600, 400, 1), 85)
	pngs := asPNG(t, card(600, 400, 1))
	tests := map[string]struct {
		data []byte
		want string
	}{
		"empty":            {nil, "empty"},
		"PDF":              {[]byte("%PDF-1.7\n"), "application/pdf"},
		"half a JPEG":      {good[:len(good)/2], "end is missing"},
		"half a PNG":       {pngs[:len(pngs)/2], "end is missing"},
		"a TIFF of pages":  {withPages(t, asTIFF(t, card(300, 200, 1))), "several pages"},
		"a BMP, destroyed": {asBMP(t, card(300, 200, 1))[:60], "export it again"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := NewLooker(DefaultLimits()).Mend(t.Context(), test.data, look(t, test.data), 1<<20)
			if !IsUnmendable(err) || !strings.Contains(err.Error(), test.want) {
				t.Errorf("%v", err)
			}
		})
	}
}

// Where the corners of a picture go, by what EXIF says of its first row and
// first column.
func TestTurned(t *testing.T) {
	const width, height = 3, 2
	first, second := color.RGBA{255, 0, 0, 255}, color.RGBA{0, 255, 0, 255} // the ends of the first row
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	img.SetRGBA(0, 0, first)
	img.SetRGBA(width-1, 0, second)
	tests := map[int][2]string{ // where they are to be seen
		1: {"top left", "top right"}, 2: {"top right", "top left"}, 3: {"bottom right", "bottom left"}, 4: {"bottom left", "bottom right"},
		5: {"top left", "bottom left"}, 6: {"top right", "bottom right"}, 7: {"bottom right", "top right"}, 8: {"bottom left", "top left"},
	}
	for turn, want := range tests {
		out := turned(img, turn)
		right, bottom := out.Rect.Dx()-1, out.Rect.Dy()-1
		corners := map[string]image.Point{
			"top left": {}, "top right": {X: right}, "bottom left": {Y: bottom}, "bottom right": {X: right, Y: bottom},
		}
		for i, c := range []color.RGBA{first, second} {
			if at := corners[want[i]]; out.RGBAAt(at.X, at.Y) != c {
				t.Errorf("orientation %d: %s has %v", turn, want[i], out.RGBAAt(at.X, at.Y))
			}
		}
		if wide := turn < 5; (out.Rect.Dx() == width) != wide {
			t.Errorf("orientation %d: %v", turn, out.Rect)
		}
	}
}
