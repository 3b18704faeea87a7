package picture

import (
	"image"
	"math"
	"math/bits"

	"golang.org/x/image/draw"
)

// A print compares columns cells wide, one beside the other, in rows.
const (
	printRows    = 16
	printColumns = 16
	cell         = 16 // pixels of the thumbnail for each cell, both ways: enough to even out the noise of a photograph
)

// thumbnail is a picture in grey, small enough to be judged at once.
func thumbnail(img image.Image) *image.Gray {
	small := image.NewGray(image.Rect(0, 0, (printColumns+1)*cell, printRows*cell))
	draw.ApproxBiLinear.Scale(small, small.Rect, img, img.Bounds(), draw.Src, nil)
	return small
}

// How even a picture must be to be blank: grey values from 0 to 255. A white
// page with one line of text is far over both.
const (
	blankDeviation = 3.0
	blankSpan      = 24

	// Nearly white, or nearly black: what is left of a picture that had too much light, or too little.
	nearlyWhite = 240
	nearlyBlack = 15
)

// isBlank reports whether nothing can be seen on a picture.
func isBlank(small *image.Gray) bool {
	low, high := uint8(255), uint8(0)
	var sum, squares float64
	for _, v := range small.Pix {
		low, high = min(low, v), max(high, v)
		sum += float64(v)
		squares += float64(v) * float64(v)
	}
	n := float64(len(small.Pix))
	mean := sum / n
	deviation := math.Sqrt(max(squares/n-mean*mean, 0))
	return high-low < blankSpan && (deviation < blankDeviation || mean > nearlyWhite || mean < nearlyBlack)
}

// clearly is by how much cells must differ, as sums of their pixels: where a
// picture is even, noise alone would decide.
const clearly = 3 * cell * cell

// Print says what a picture looks like: a bit for each cell that is clearly
// darker than the one to its right. The same picture, made smaller or saved again,
// has nearly the same print. Two cards of one kind with other faces and texts
// differ in dozens of bits.
type Print [4]uint64

// MaxApart is the most bits in which prints of one picture may differ. It is
// less than the Words of a Print, so that two alike have one of them in common:
// who looks for them need not compare all with all.
const MaxApart = 7

// Words are what a Print is cut into to look for others alike.
func (p Print) Words() (words [MaxApart + 1]uint32) {
	for i, v := range p {
		words[2*i], words[2*i+1] = uint32(v), uint32(v>>32)
	}
	return words
}

// Alike reports whether two prints are those of one picture.
func (p Print) Alike(q Print) bool { return p.apart(q) <= MaxApart }

func (p Print) apart(q Print) int {
	n := 0
	for i := range p {
		n += bits.OnesCount64(p[i] ^ q[i])
	}
	return n
}

// printOf makes the print of a thumbnail.
func printOf(small *image.Gray) (p Print) {
	for row := range printRows {
		left := brightness(small, row, 0)
		for column := range printColumns {
			right := brightness(small, row, column+1)
			if right-left > clearly {
				bit := row*printColumns + column
				p[bit/64] |= 1 << (bit % 64)
			}
			left = right
		}
	}
	return p
}

// brightness is the sum of the pixels of a cell.
func brightness(small *image.Gray, row, column int) (sum int) {
	for y := row * cell; y < (row+1)*cell; y++ {
		for _, v := range small.Pix[y*small.Stride+column*cell:][:cell] {
			sum += int(v)
		}
	}
	return sum
}
