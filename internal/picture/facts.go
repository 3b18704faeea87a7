package picture

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"image"
)

// Fault is what keeps a picture from being shown as it should.
type Fault uint8

// A picture is cut off where its file ends before it does. It is corrupt where
// its decoder found what may not be there. Unexamined is no fault of its: it
// was not looked into, for the reason that Facts tells.
const (
	Sound Fault = iota
	CutOff
	Corrupt
	Unexamined
)

// Facts are what is known about one picture.
type Facts struct {
	Media  string   // by its content
	Size   int64    // bytes
	Sum    [32]byte // SHA-256 of the file
	Fault  Fault
	Reason string // of Unexamined and Corrupt; holds nothing of the picture
	Width  int    // pixels as they are stored; 0 where that is not known
	Height int
	Turn   int  // EXIF orientation: 1 is upright, to 8
	Blank  bool // nearly one colour
	// Clarity is whether something can be made out; of a Blank one that is not asked.
	Clarity Clarity
	// Print is what the picture looks like, for Alike; only where it is Sound
	// and not Blank.
	Print Print
}

// Rotated reports whether a picture is to be turned before it is shown.
func (f *Facts) Rotated() bool { return f.Turn > upright }

// Looked reports whether the picture was decoded whole.
func (f *Facts) Looked() bool { return f.Fault == Sound && f.Width > 0 }

// Look finds out what data is. The error is that of ctx: everything else is a
// fact.
func (l *Looker) Look(ctx context.Context, data []byte) (*Facts, error) {
	f := &Facts{
		Media: Detect(data[:min(len(data), HeaderSize)]), Size: int64(len(data)), Sum: sha256.Sum256(data), Turn: upright,
	}
	if !Convertible(f.Media) {
		return f, nil
	}
	config, err := configOf(data, f.Media)
	if err != nil {
		f.blame(err)
		return f, nil
	}
	f.Width, f.Height, f.Turn = config.Width, config.Height, orientation(data, f.Media)
	if whole, err := reachesEnd(bytes.NewReader(data), f.Media); Accepted(f.Media) && (err != nil || !whole) {
		f.Fault = CutOff
		return f, nil
	}
	need, err := l.need(data, f.Media, config, 0)
	if err != nil {
		f.blame(err)
		return f, nil
	}
	free, err := l.hold(ctx, need)
	if err != nil {
		return nil, err
	}
	defer free()
	img, err := decode(data, f.Media)
	if err != nil {
		f.blame(err)
		return f, nil
	}
	f.judge(img)
	return f, nil
}

// blame makes a fault of what a decoder or a limit said.
func (f *Facts) blame(err error) {
	switch {
	case errors.Is(err, errTooMuch):
		f.Fault, f.Reason = Unexamined, err.Error()
	case unsupported(err):
		f.Fault, f.Reason = Unexamined, "it is written in a way that cannot be read here"
	case cutOff(err):
		f.Fault = CutOff
	default:
		f.Fault, f.Reason = Corrupt, "its data cannot be decoded"
	}
}

// judge looks at the decoded picture.
func (f *Facts) judge(img image.Image) {
	small := thumbnail(img)
	if f.Blank = isBlank(small); !f.Blank {
		f.Print, f.Clarity = printOf(small), clarityOf(img)
	}
}
