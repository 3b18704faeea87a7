package picture

import (
	"image"
	"math"

	"golang.org/x/image/draw"
)

// Clarity is whether anything can be made out on a picture.
type Clarity uint8

// Noise is a picture whose pixels have nothing to do with those around them; a Blurred one has
// light and dark, and no edge between them.
const (
	Clear Clarity = iota
	Noise
	Blurred
)

// Lines of a picture that are looked at, and the shorter side of one in which the pixels that are
// compared lie side by side: in greater ones they are as far apart as those would be.
const (
	clarityLines = 128
	claritySide  = 700
)

// How noise and blur are told, of pictures with some light and dark. Where pixels are as unlike as
// those of any two places noise has 1, photographs and fine print no more than a quarter, but scans of
// two colours are as noise: these have light and dark once runs of pixels are put together, as the eye
// does, of which noise has no more than chance gives. The few steepest steps of a picture that can be
// read are over half of how far it deviates from its mean.
const (
	leastDeviation = 12.0
	noiseShare     = 0.8
	runLength      = 32
	noiseInRuns    = 1.5  // times as much as by chance
	steepest       = 2000 // one of so many steps
	blurShare      = 0.15
)

// tones are the values of a picture, put together.
type tones struct{ n, sum, squares float64 }

func (t *tones) add(v float64) { t.n, t.sum, t.squares = t.n+1, t.sum+v, t.squares+v*v }

// variance is by how much they deviate from their mean, squared.
func (t *tones) variance() float64 {
	mean := t.sum / max(t.n, 1)
	return max(t.squares/max(t.n, 1)-mean*mean, 0)
}

// clarityOf looks at some lines of a picture.
func clarityOf(img image.Image) Clarity {
	b := img.Bounds()
	apart := max(1, min(b.Dx(), b.Dy())/claritySide)
	if b.Dx() < claritySide/10 || b.Dy() < claritySide/10 {
		return Clear // there is too little to judge by
	}
	var steps [256]int
	var pixels, runs tones
	unlike := 0
	line := image.NewGray(image.Rect(0, 0, b.Dx(), 1))
	for i := range clarityLines {
		grey := greyLine(img, b.Min.Y+(2*i+1)*b.Dy()/(2*clarityLines), line)
		for x, v := range grey {
			pixels.add(float64(v))
			if x < apart {
				continue
			}
			d := int(v) - int(grey[x-apart])
			steps[max(d, -d)]++
			unlike += d * d
		}
		addRuns(&runs, grey, runLength*apart)
	}
	variance := pixels.variance()
	switch deviation := math.Sqrt(variance); {
	case deviation < leastDeviation:
		return Clear
	case float64(unlike)/pixels.n/2 > noiseShare*variance:
		if runs.variance() > noiseInRuns*variance/runLength {
			return Clear // of two colours
		}
		return Noise
	case float64(steepOf(&steps, int(pixels.n)/steepest)) < blurShare*deviation:
		return Blurred
	}
	return Clear
}

// addRuns adds the mean of each run of a line.
func addRuns(runs *tones, line []uint8, length int) {
	for ; len(line) >= length; line = line[length:] {
		sum := 0
		for _, v := range line[:length] {
			sum += int(v)
		}
		runs.add(float64(sum) / float64(length))
	}
}

// steepOf is the least of the greatest steps, of which there are so many.
func steepOf(steps *[256]int, many int) int {
	for d := len(steps) - 1; d > 0; d-- {
		if many -= steps[d]; many < 0 {
			return d
		}
	}
	return 0
}

// greyLine is the brightness of a line of a picture, in what is used for one after the other.
func greyLine(img image.Image, y int, line *image.Gray) []uint8 {
	b := img.Bounds()
	switch m := img.(type) {
	case *image.YCbCr:
		return m.Y[m.YOffset(b.Min.X, y):][:b.Dx()]
	case *image.Gray:
		return m.Pix[m.PixOffset(b.Min.X, y):][:b.Dx()]
	}
	draw.Draw(line, line.Rect, img, image.Pt(b.Min.X, y), draw.Src)
	return line.Pix
}
