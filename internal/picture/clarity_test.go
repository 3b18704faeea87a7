package picture

import (
	"image"
	"image/color"
	"math/rand/v2"
	"testing"

	"golang.org/x/image/draw"
)

// What can be made out on pictures, whatever they are stored as and however great they are.
func TestClarity(t *testing.T) {
	noise := image.NewRGBA(image.Rect(0, 0, 500, 400))
	r := rand.New(rand.NewPCG(7, 1))
	for i := range noise.Pix {
		noise.Pix[i] = uint8(r.IntN(256)) | uint8(i%4/3*255)
	}
	for name, test := range map[string]struct {
		img  image.Image
		want Clarity
	}{
		"a card":                       {card(900, 600, 3), Clear},
		"a great card":                 {card(3600, 2400, 3), Clear},
		"a card under some noise":      {speckled(900, 600), Clear},
		"noise":                        {noise, Noise},
		"noise of two colours":         {dithered(plainGrey(900, 600), byLot()), Noise},
		"a scan of two colours":        {dithered(card(900, 600, 3), byLot()), Clear},
		"a grey scan of two colours":   {dithered(faded(card(900, 600, 3)), byLot()), Clear},
		"a great scan of two colours":  {dithered(faded(card(2400, 1600, 3)), byLot()), Clear},
		"a scan in a screen":           {dithered(faded(card(900, 600, 3)), screened), Clear},
		"a blurred card":               {enlarged(card(900, 600, 3), 12, 900, 600), Blurred},
		"a great card that is blurred": {enlarged(card(900, 600, 3), 12, 3600, 2400), Blurred},
		"a soft photograph":            {enlarged(card(900, 600, 3), 300, 900, 600), Clear},
		"a small one":                  {enlarged(card(900, 600, 3), 5, 60, 40), Clear},
		"a page with a signature":      {signed(900, 600), Clear},
	} {
		for form, img := range map[string]image.Image{"as it is": test.img, "grey": greyOf(test.img)} {
			if got := clarityOf(img); got != test.want {
				t.Errorf("%s, %s: %d", name, form, got)
			}
		}
		back, err := decode(asJPEG(t, test.img, 80), JPEG)
		if err != nil {
			t.Fatal(err)
		}
		if got := clarityOf(back); got != test.want {
			t.Errorf("%s, as a JPEG: %d", name, got)
		}
	}
}

// A picture that had too much light, or too little, is blank although something is left of it.
func TestFadedIsBlank(t *testing.T) {
	for name, test := range map[string]struct {
		light, span uint8
		want        bool
	}{
		"too light": {240, 15, true}, "too dark": {0, 15, true}, "pale": {215, 15, false}, "a page with a stain": {190, 65, false},
	} {
		img := image.NewGray(image.Rect(0, 0, 600, 400))
		for i := range img.Pix {
			img.Pix[i] = test.light
			if x := i % 600; x > 290 || test.light == 0 && x > 500 {
				img.Pix[i] += test.span
			}
		}
		if got := isBlank(thumbnail(img)); got != test.want {
			t.Errorf("%s: %t", name, got)
		}
	}
}

// enlarged is a picture that was made so many pixels wide, and great again.
func enlarged(img image.Image, small, width, height int) image.Image {
	less := image.NewRGBA(image.Rect(0, 0, small, small*height/width))
	draw.BiLinear.Scale(less, less.Rect, img, img.Bounds(), draw.Src, nil)
	out := image.NewRGBA(image.Rect(0, 0, width, height))
	draw.CatmullRom.Scale(out, out.Rect, less, less.Rect, draw.Src, nil)
	return out
}

// dithered is a picture in black and white, of which each pixel is held against a threshold, as
// scanners and fax machines make them.
func dithered(img image.Image, threshold func(x, y int) uint8) image.Image {
	out := image.NewPaletted(img.Bounds(), color.Palette{color.Black, color.White})
	grey := greyOf(img).(*image.Gray)
	for y := range out.Rect.Dy() {
		for x := range out.Rect.Dx() {
			if grey.GrayAt(x, y).Y > threshold(x, y) {
				out.SetColorIndex(x, y, 1)
			}
		}
	}
	return out
}

func byLot() func(x, y int) uint8 {
	r := rand.New(rand.NewPCG(9, 1))
	return func(int, int) uint8 { return uint8(r.IntN(256)) }
}

// screened are the thresholds of a screen of four by four.
func screened(x, y int) uint8 {
	return [4][4]uint8{{8, 136, 40, 168}, {200, 72, 232, 104}, {56, 184, 24, 152}, {248, 120, 216, 88}}[y%4][x%4]
}

// faded has half the contrast.
func faded(img *image.RGBA) image.Image {
	for i, c := range img.Pix {
		img.Pix[i] = 64 + c/2
	}
	return img
}

func plainGrey(width, height int) image.Image {
	img := image.NewGray(image.Rect(0, 0, width, height))
	draw.Draw(img, img.Rect, image.NewUniform(color.Gray{128}), image.Point{}, draw.Src)
	return img
}

func greyOf(img image.Image) image.Image {
	out := image.NewGray(img.Bounds())
	draw.Draw(out, out.Rect, img, img.Bounds().Min, draw.Src)
	return out
}

// signed is a white page with a stroke on it.
func signed(width, height int) image.Image {
	img := image.NewGray(image.Rect(0, 0, width, height))
	draw.Draw(img, img.Rect, image.White, image.Point{}, draw.Src)
	for i := range 300 {
		draw.Draw(img, image.Rect(100+i, 300+i%90, 104+i, 306+i%90), image.NewUniform(color.Gray{30}), image.Point{}, draw.Src)
	}
	return img
}
