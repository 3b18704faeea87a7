package picture

import (
	"image"
	"image/color"
	"math"
)

// Clarity is whether anything can be made out on a picture.
type Clarity uint8

// Noise is a picture whose pixels have nothing to do with those beside them; a Blurred one has
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
// those of any two places noise has 1, photographs and fine print no more than a quarter. The few
// steepest steps of a picture that can be read are over half of how far it deviates from its mean.
const (
	leastDeviation = 12.0
	noiseShare     = 0.8
	steepest       = 2000 // one of so many steps
	blurShare      = 0.15
)

// clarityOf looks at some lines of a picture.
func clarityOf(img image.Image) Clarity {
	b := img.Bounds()
	apart := max(1, min(b.Dx(), b.Dy())/claritySide)
	if b.Dx() < claritySide/10 || b.Dy() < claritySide/10 {
		return Clear // there is too little to judge by
	}
	var steps [256]int
	var n, sum, squares, unlike float64
	line := make([]uint8, b.Dx())
	for i := range clarityLines {
		greyLine(img, b.Min.Y+(2*i+1)*b.Dy()/(2*clarityLines), line)
		for x, v := range line {
			n, sum, squares = n+1, sum+float64(v), squares+float64(v)*float64(v)
			if x < apart {
				continue
			}
			d := int(v) - int(line[x-apart])
			steps[max(d, -d)]++
			unlike += float64(d * d)
		}
	}
	mean := sum / n
	variance := squares/n - mean*mean
	switch deviation := math.Sqrt(max(variance, 0)); {
	case deviation < leastDeviation:
		return Clear
	case unlike/n/2 > noiseShare*variance:
		return Noise
	case float64(steepOf(&steps, int(n)/steepest)) < blurShare*deviation:
		return Blurred
	}
	return Clear
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

// greyLine puts the brightness of a line of a picture into line.
func greyLine(img image.Image, y int, line []uint8) {
	b := img.Bounds()
	switch m := img.(type) {
	case *image.YCbCr:
		copy(line, m.Y[m.YOffset(b.Min.X, y):])
	case *image.Gray:
		copy(line, m.Pix[m.PixOffset(b.Min.X, y):])
	default:
		for x := range line {
			line[x] = color.GrayModel.Convert(img.At(b.Min.X+x, y)).(color.Gray).Y
		}
	}
}
