package picture

import (
	"bytes"
	"image"

	"github.com/bep/imagemeta"
)

// Orientations of EXIF: how a picture is to be turned before it is shown.
const (
	upright  = 1
	lastTurn = 8
)

var exifForms = map[string]imagemeta.ImageFormat{JPEG: imagemeta.JPEG, PNG: imagemeta.PNG, TIFF: imagemeta.TIFF, WebP: imagemeta.WebP}

// orientation reads the EXIF orientation of a picture, 1 where it has none.
func orientation(data []byte, media string) (turn int) {
	turn = upright
	form, known := exifForms[media]
	if !known {
		return turn
	}
	defer func() { _ = recover() }()           // whatever the library met, there is no orientation then
	_, _ = imagemeta.Decode(imagemeta.Options{ // an error means the same
		R: bytes.NewReader(data), ImageFormat: form, Sources: imagemeta.EXIF, LimitNumTags: 500, LimitTagSize: 64,
		ShouldHandleTag: func(tag imagemeta.TagInfo) bool { return tag.Namespace == "IFD0" && tag.Tag == "Orientation" },
		HandleTag: func(tag imagemeta.TagInfo) error {
			if n, ok := tag.Value.(uint16); ok && n >= upright && n <= lastTurn {
				turn = int(n)
			}
			return imagemeta.ErrStopWalking
		},
	})
	return turn
}

// turned returns a picture as its orientation says that it is shown.
func turned(img *image.RGBA, turn int) *image.RGBA {
	if turn <= upright || turn > lastTurn {
		return img
	}
	width, height := img.Rect.Dx(), img.Rect.Dy()
	out := image.NewRGBA(image.Rect(0, 0, width, height))
	if turn >= 5 { // a quarter turn
		out = image.NewRGBA(image.Rect(0, 0, height, width))
	}
	for y := range height {
		for x := range width {
			to := turnedAt(x, y, width, height, turn)
			from := img.PixOffset(img.Rect.Min.X+x, img.Rect.Min.Y+y)
			copy(out.Pix[out.PixOffset(to.X, to.Y):][:4], img.Pix[from:][:4])
		}
	}
	return out
}

// turnedAt is where a pixel of a picture goes.
func turnedAt(x, y, width, height, turn int) image.Point {
	right, bottom := width-1-x, height-1-y
	switch turn {
	case 2:
		return image.Pt(right, y)
	case 3:
		return image.Pt(right, bottom)
	case 4:
		return image.Pt(x, bottom)
	case 5:
		return image.Pt(y, x)
	case 6:
		return image.Pt(bottom, x)
	case 7:
		return image.Pt(bottom, right)
	case 8:
		return image.Pt(y, right)
	}
	return image.Pt(x, y)
}
