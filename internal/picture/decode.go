package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/jpeg"
	"image/png"
	"io"

	"golang.org/x/image/bmp"
	"golang.org/x/image/tiff"
	"golang.org/x/image/webp"
)

// codec is how a form is decoded.
type codec struct {
	config func(io.Reader) (image.Config, error)
	decode func(io.Reader) (image.Image, error)
}

// codecs is the table of the forms that can be decoded. HEIC is among them where the
// build asks for it (heic_on.go).
var codecs = map[string]codec{
	JPEG: {jpeg.DecodeConfig, jpeg.Decode},
	PNG:  {png.DecodeConfig, png.Decode},
	BMP:  {bmp.DecodeConfig, bmp.Decode},
	TIFF: {tiff.DecodeConfig, tiff.Decode},
	WebP: {webp.DecodeConfig, webp.Decode},
}

// Convertible reports whether a picture of the media type can be made a JPEG.
func Convertible(media string) bool {
	_, ok := codecs[media]
	return ok
}

// configOf reads how large a picture is.
func configOf(data []byte, media string) (config image.Config, err error) {
	defer guard(&err)
	return codecs[media].config(bytes.NewReader(data))
}

// Measure reads how many pixels a picture has, 0 where that cannot be told.
func Measure(data []byte) (width, height int) {
	media := Detect(data[:min(len(data), HeaderSize)])
	if !Convertible(media) {
		return 0, 0
	}
	config, err := configOf(data, media)
	if err != nil {
		return 0, 0
	}
	return config.Width, config.Height
}

// decode decodes a picture whose size is within the limits.
func decode(data []byte, media string) (img image.Image, err error) {
	defer guard(&err)
	return codecs[media].decode(bytes.NewReader(data))
}

// guard makes an error of a decoder's panic.
func guard(err *error) {
	if r := recover(); r != nil {
		*err = errors.New("its decoder gave up")
	}
}

// cutOff reports whether decoding failed because the data ended.
func cutOff(err error) bool {
	return errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF)
}

// unsupported reports whether a decoder does not know this way of writing a
// picture, which says nothing against the picture.
func unsupported(err error) bool {
	var (
		j jpeg.UnsupportedError
		p png.UnsupportedError
		t tiff.UnsupportedError
	)
	return errors.As(err, &j) || errors.As(err, &p) || errors.As(err, &t) || errors.Is(err, bmp.ErrUnsupported)
}

// isProgressive reports whether a JPEG has a progressive frame, which is
// decoded with all its coefficients in memory.
func isProgressive(data []byte) bool {
	for at := 2; at+4 <= len(data) && data[at] == 0xff; {
		marker := data[at+1]
		switch {
		case marker == 0xff:
			at++
			continue
		case marker == 0xc2:
			return true
		case marker == 0xc0 || marker == 0xc1 || marker == 0xda:
			return false
		}
		at += 2 + int(binary.BigEndian.Uint16(data[at+2:]))
	}
	return true // unclear: room is taken for it
}

// pages counts the pages of a TIFF, 2 for any number above one; 1 for other
// forms.
func pages(data []byte, media string) int {
	if media != TIFF || len(data) < 8 {
		return 1
	}
	var order binary.ByteOrder = binary.LittleEndian
	if data[0] == 'M' {
		order = binary.BigEndian
	}
	at := uint64(order.Uint32(data[4:]))
	if at+2 > uint64(len(data)) {
		return 1
	}
	const entry = 12
	at += 2 + entry*uint64(order.Uint16(data[at:]))
	if at+4 > uint64(len(data)) || order.Uint32(data[at:]) == 0 {
		return 1
	}
	return 2
}
