package picture

import (
	"context"
	"errors"
	"fmt"
	"image"
	"io"

	"golang.org/x/sync/semaphore"
)

// Limits bound what is decoded.
type Limits struct {
	File   int64 // bytes of one file that is looked into
	Pixels int64 // pixels of one picture
	Memory int64 // bytes that all pictures may take at one time, once decoded
}

// DefaultLimits are those of a command: a picture of 100 megapixels, and 1.2 GiB
// for everything that is decoded at one time.
func DefaultLimits() Limits {
	return Limits{File: 64 << 20, Pixels: 100_000_000, Memory: 1200 << 20}
}

// errTooMuch is wrapped by what says that a picture is over a limit.
var errTooMuch = errors.New("over a limit")

// IsTooMuch reports whether err says that a picture is over a limit.
func IsTooMuch(err error) bool { return errors.Is(err, errTooMuch) }

// Looker looks into pictures and mends them. It is safe for concurrent use; a
// call waits while others hold the memory that it would need.
type Looker struct {
	limits Limits
	room   *semaphore.Weighted
}

// NewLooker returns a Looker with limits.
func NewLooker(limits Limits) *Looker {
	return &Looker{limits: limits, room: semaphore.NewWeighted(limits.Memory)}
}

// Read reads a picture of size bytes whole. It is an error where the file is
// over the limit, or has another size than it was said to have.
func (l *Looker) Read(file io.Reader, size int64) ([]byte, error) {
	if size > l.limits.File {
		return nil, fmt.Errorf("%w: a file of %d bytes, of at most %d", errTooMuch, size, l.limits.File)
	}
	data := make([]byte, size)
	if _, err := io.ReadFull(file, data); err != nil {
		return nil, err
	}
	return data, nil
}

// need estimates the bytes that decoding a picture takes, with extra bytes for
// each of its pixels. It is an error where a limit is in the way.
func (l *Looker) need(data []byte, media string, config image.Config, extra int64) (int64, error) {
	width, height := int64(config.Width), int64(config.Height)
	if width <= 0 || height <= 0 {
		return 0, errors.New("it has no pixels")
	}
	if width > l.limits.Pixels/height {
		return 0, fmt.Errorf("%w: %d x %d pixels, of at most %d megapixels", errTooMuch, width, height, l.limits.Pixels/1_000_000)
	}
	bytes := width * height * (perPixel(data, media) + extra)
	if bytes > l.limits.Memory {
		return 0, fmt.Errorf("%w: %d x %d pixels take more memory than pictures may have here", errTooMuch, width, height)
	}
	return bytes, nil
}

// perPixel is the most bytes that a decoder of the form takes for a pixel.
func perPixel(data []byte, media string) int64 {
	switch {
	case media == JPEG && isProgressive(data):
		return 3 + 12 // its coefficients are held beside it
	case media == JPEG:
		return 3
	case media == WebP, media == HEIC, media == HEIF:
		return 12 // two rounds of four bytes, and what came of them
	}
	return 8 // four channels of 16 bits
}

// hold takes room for bytes until free is called.
func (l *Looker) hold(ctx context.Context, bytes int64) (free func(), err error) {
	if err := l.room.Acquire(ctx, bytes); err != nil {
		return nil, err
	}
	return func() { l.room.Release(bytes) }, nil
}
