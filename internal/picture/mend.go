package picture

import (
	"bytes"
	"context"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"math"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/image/draw"
)

// Actions of a repair. Several of them may be done to one picture.
const (
	ActionCopied    = "copied"    // nothing was wrong: byte for byte the same
	ActionClosed    = "closed"    // only the end mark was missing; it was added
	ActionConverted = "converted" // it was no JPEG or PNG
	ActionTurned    = "turned"    // as its EXIF orientation says
	ActionEncoded   = "encoded"   // with a lower quality, to fit the budget
	ActionShrunk    = "shrunk"    // to fewer pixels, to fit the budget
)

// Mended is a picture that ARGOS takes.
type Mended struct {
	Data          []byte
	Actions       []string
	Width, Height int
}

// Action names what was done.
func (m *Mended) Action() string { return strings.Join(m.Actions, "+") }

// Unmendable says why a picture cannot be mended.
type Unmendable struct{ Reason string }

// Error returns the reason.
func (u *Unmendable) Error() string { return u.Reason }

func unmendable(format string, args ...any) error {
	return &Unmendable{fmt.Sprintf(format, args...)}
}

// Whole reports whether nothing is to be mended about a picture.
func Whole(f *Facts, budget int64) bool {
	return Accepted(f.Media) && (f.Fault == Sound || f.Fault == Unexamined && f.Size <= budget) && !f.Rotated() && f.Size <= budget
}

// Mendable reports whether Mend would change a picture, as far as that can be
// told without trying.
func Mendable(f *Facts, budget int64) bool {
	return !Whole(f, budget) && Convertible(f.Media) && (f.Fault == Sound || f.Fault == CutOff && f.Media == JPEG)
}

// Mend makes of data, whose facts Look found, a picture of at most budget
// bytes that ARGOS takes and that stands upright. What was whole already comes
// back as it was. What was encoded anew is a JPEG without the metadata of the
// original, whose hash stands in a comment of it; see MadeFrom. The error is
// an *Unmendable, or that of ctx.
func (l *Looker) Mend(ctx context.Context, data []byte, f *Facts, budget int64) (*Mended, error) {
	switch {
	case f.Size == 0:
		return nil, unmendable("the file is empty")
	case Whole(f, budget):
		return &Mended{Data: data, Actions: []string{ActionCopied}, Width: f.Width, Height: f.Height}, nil
	case (f.Media == HEIC || f.Media == HEIF) && !Convertible(f.Media):
		return nil, unmendable("HEIC is converted only by a migrate built with make build TAGS=heic,nodynamic: use that, or convert it to JPEG with another tool")
	case !Convertible(f.Media):
		return nil, unmendable("it is %s, which cannot be converted", f.Media)
	case pages(data, f.Media) > 1:
		return nil, unmendable("it has several pages, of which a JPEG holds one: split it")
	case f.Fault == Unexamined:
		return nil, unmendable("%s", f.Reason)
	case f.Fault == Corrupt:
		return nil, unmendable("%s: export it again", f.Reason)
	case f.Fault == CutOff && f.Media != JPEG:
		return nil, unmendable("its end is missing: export it again")
	}
	return l.remake(ctx, data, f, budget)
}

// remake decodes a picture and encodes it again.
func (l *Looker) remake(ctx context.Context, data []byte, f *Facts, budget int64) (*Mended, error) {
	config, err := configOf(data, f.Media)
	if err != nil {
		return nil, unmendable("its data cannot be decoded: export it again")
	}
	const canvases = 8 // bytes: it is drawn once, and perhaps turned
	need, err := l.need(data, f.Media, config, canvases)
	if err != nil {
		return nil, unmendable("%s", err.Error())
	}
	free, err := l.hold(ctx, need)
	if err != nil {
		return nil, err
	}
	defer free()
	m := &Mended{}
	if f.Fault == CutOff {
		data = append(bytes.Clone(data), jpegEnd...)
		m.Actions = append(m.Actions, ActionClosed)
	}
	img, err := decode(data, f.Media)
	if err != nil {
		return nil, unmendable("its end is missing: export it again")
	}
	if f.Fault == CutOff && !f.Rotated() && int64(len(data)) <= budget {
		m.Data, m.Width, m.Height = data, f.Width, f.Height
		return m, nil
	}
	return m, m.redraw(img, f, budget)
}

// redraw converts and turns a decoded picture, and encodes it.
func (m *Mended) redraw(img image.Image, f *Facts, budget int64) error {
	if !Accepted(f.Media) {
		m.Actions = append(m.Actions, ActionConverted)
	}
	canvas := onWhite(img)
	if f.Rotated() {
		canvas = turned(canvas, f.Turn)
		m.Actions = append(m.Actions, ActionTurned)
	}
	return m.fit(canvas, f, budget)
}

// onWhite draws a picture on white, since a JPEG has no transparency.
func onWhite(img image.Image) *image.RGBA {
	b := img.Bounds()
	canvas := image.NewRGBA(image.Rect(0, 0, b.Dx(), b.Dy()))
	draw.Draw(canvas, canvas.Rect, image.White, image.Point{}, draw.Src)
	draw.Draw(canvas, canvas.Rect, img, b.Min, draw.Over)
	return canvas
}

// Qualities that are tried before pixels are given up, and the one that goes
// with fewer pixels.
var qualities = []int{92, 85, 75}

const (
	shrunkQuality = 82
	leastSide     = 200 // pixels: a smaller picture shows nothing
	maxRounds     = 8
	hopeless      = 3 // times the budget: too much for a lower quality
)

// fit encodes a picture to at most budget bytes.
func (m *Mended) fit(canvas *image.RGBA, f *Facts, budget int64) error {
	before, size := m.Actions, int64(0)
	for i, quality := range qualities {
		if m.Actions = before; i > 0 || len(before) == 0 {
			m.Actions = append(slices.Clone(before), ActionEncoded)
		}
		data, err := encode(canvas, quality, m.comment(f, budget))
		if err != nil {
			return err
		}
		if size = int64(len(data)); size <= budget {
			m.keep(data, canvas)
			return nil
		}
		if size > hopeless*budget {
			break
		}
	}
	m.Actions = append(slices.Clone(before), ActionShrunk)
	return m.reduce(canvas, size, f, budget)
}

// reduce makes a picture smaller, which took size bytes, until it fits.
func (m *Mended) reduce(canvas *image.RGBA, size int64, f *Facts, budget int64) error {
	for range maxRounds {
		canvas = shrink(canvas, min(0.9, 0.97*math.Sqrt(float64(budget)/float64(size))))
		if min(canvas.Rect.Dx(), canvas.Rect.Dy()) < leastSide {
			break
		}
		data, err := encode(canvas, shrunkQuality, m.comment(f, budget))
		if err != nil {
			return err
		}
		if size = int64(len(data)); size <= budget {
			m.keep(data, canvas)
			return nil
		}
	}
	return unmendable("it does not fit into %d bytes without being made unreadable", budget)
}

func (m *Mended) keep(data []byte, canvas *image.RGBA) {
	m.Data, m.Width, m.Height = data, canvas.Rect.Dx(), canvas.Rect.Dy()
}

// shrink makes a picture smaller, in steps of a half, so that no pixel is
// passed over.
func shrink(img *image.RGBA, factor float64) *image.RGBA {
	for step := max(factor, 0.5); ; step = max(factor, 0.5) {
		to := image.Rect(0, 0, max(1, int(float64(img.Rect.Dx())*step)), max(1, int(float64(img.Rect.Dy())*step)))
		out := image.NewRGBA(to)
		draw.ApproxBiLinear.Scale(out, to, img, img.Rect, draw.Src, nil)
		if factor >= 0.5 || to.Dx() == 1 && to.Dy() == 1 {
			return out
		}
		img, factor = out, factor/step
	}
}

// commentMark begins the comment of a picture that was encoded anew.
const commentMark = "migrate images: "

// comment tells what was done to make a picture, from what, and for which
// budget.
func (m *Mended) comment(f *Facts, budget int64) []byte {
	return append([]byte(commentMark+m.Action()), origin(f, budget)...)
}

func origin(f *Facts, budget int64) string {
	return " from sha256 " + hex.EncodeToString(f.Sum[:]) + " for " + strconv.FormatInt(budget, 10) + " bytes"
}

// MadeFrom reports whether data is what Mend made of the picture with these
// facts, for this budget, and what it did.
func MadeFrom(data []byte, f *Facts, budget int64) (actions []string, ok bool) {
	done, ours := marked(data)
	done, same := strings.CutSuffix(done, origin(f, budget))
	return strings.Split(done, "+"), ours && same
}

// Marked reports whether data says of itself that Mend made it, of whatever
// picture and for whatever budget.
func Marked(data []byte) bool {
	_, ours := marked(data)
	return ours
}

// marked returns what the comment of a picture says behind the mark of ours.
func marked(data []byte) (said string, ours bool) {
	if len(data) < 6 || data[2] != 0xff || data[3] != 0xfe {
		return "", false
	}
	end := min(len(data), 4+int(binary.BigEndian.Uint16(data[4:])))
	return strings.CutPrefix(string(data[6:max(end, 6)]), commentMark)
}

// encode encodes a JPEG with a comment.
func encode(img image.Image, quality int, comment []byte) ([]byte, error) {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: quality}); err != nil {
		return nil, unmendable("it cannot be encoded: a JPEG has at most 65,535 pixels a side")
	}
	out := append(make([]byte, 0, b.Len()+len(comment)+4), b.Bytes()[:2]...)
	out = append(out, head(comment)...)
	return append(out, b.Bytes()[2:]...), nil
}

// head is the comment segment, which stands behind the SOI marker.
func head(comment []byte) []byte {
	n := len(comment) + 2
	return append([]byte{0xff, 0xfe, byte(n >> 8), byte(n)}, comment...)
}

// IsUnmendable reports whether err says that a picture cannot be mended.
func IsUnmendable(err error) bool {
	var u *Unmendable
	return errors.As(err, &u)
}
