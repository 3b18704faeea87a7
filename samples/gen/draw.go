package main

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"strings"
)

// addPictures draws what the customers' columns name, unless a flaw has put
// something else there.
func addPictures(files map[string][]byte, customers []*customer) error {
	for _, c := range customers {
		switch {
		case c.content != nil:
			files["images/"+c.front] = c.content
		case !c.lost && c.front != "":
			if err := addPicture(files, c.front, drawFront(random(c.number, 2))); err != nil {
				return err
			}
		}
		if c.back != "" {
			if err := addPicture(files, c.back, drawBack(random(c.number, 3))); err != nil {
				return err
			}
		}
		if c.selfie != "" {
			if err := addPicture(files, c.selfie, drawSelfie(random(c.number, 4))); err != nil {
				return err
			}
		}
	}
	return nil
}

func addPicture(files map[string][]byte, name string, picture image.Image) error {
	var b bytes.Buffer
	var err error
	if strings.HasSuffix(name, ".png") {
		err = (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, picture)
	} else {
		err = jpeg.Encode(&b, picture, &jpeg.Options{Quality: 70})
	}
	if err != nil {
		return fmt.Errorf("picture %s: %w", name, err)
	}
	files["images/"+name] = b.Bytes()
	return nil
}

// canvas is drawn on in whole numbers only, so that the pictures are the same
// on every machine. Its palette makes the PNGs small.
type canvas struct{ *image.Paletted }

func newCanvas(width, height int, palette color.Palette) canvas {
	return canvas{image.NewPaletted(image.Rect(0, 0, width, height), palette)}
}

func (c canvas) box(x, y, width, height int, index uint8) {
	for j := y; j < y+height; j++ {
		for i := x; i < x+width; i++ {
			c.SetColorIndex(i, j, index)
		}
	}
}

// oval fills an ellipse around (x, y).
func (c canvas) oval(x, y, rx, ry int, index uint8) {
	for j := -ry; j <= ry; j++ {
		for i := -rx; i <= rx; i++ {
			if i*i*ry*ry+j*j*rx*rx <= rx*rx*ry*ry && image.Pt(x+i, y+j).In(c.Rect) {
				c.SetColorIndex(x+i, y+j, index)
			}
		}
	}
}

// The colours of a palette, by what they are for.
const (
	ground uint8 = iota
	band
	ink
	skin
	hair
	cloth
	light
)

func palette(r *rand.Rand) color.Palette {
	pastel := func() color.Color {
		return color.RGBA{uint8(190 + r.IntN(60)), uint8(190 + r.IntN(60)), uint8(190 + r.IntN(60)), 255}
	}
	deep := func() color.Color {
		return color.RGBA{uint8(r.IntN(130)), uint8(r.IntN(130)), uint8(40 + r.IntN(120)), 255}
	}
	skins := []color.Color{
		color.RGBA{241, 205, 175, 255}, color.RGBA{224, 172, 125, 255},
		color.RGBA{176, 120, 80, 255}, color.RGBA{110, 72, 48, 255},
	}
	dark := 20 + r.IntN(90)
	return color.Palette{
		pastel(), deep(), color.RGBA{40, 40, 50, 255}, skins[r.IntN(len(skins))],
		color.RGBA{uint8(dark), uint8(dark * 3 / 4), uint8(dark / 2), 255}, deep(), color.RGBA{250, 250, 245, 255},
	}
}

// drawFront draws a card with a portrait, a coat of arms and lines of print.
func drawFront(r *rand.Rand) image.Image {
	c := newCanvas(160, 100, palette(r))
	c.box(0, 0, 160, 16, band)
	c.oval(146, 8, 6, 6, light)
	c.oval(146, 8, 3, 3, cloth)
	c.print(r, 8, 6, 60, light)
	c.portrait(8, 24, 40, 50)
	for y := 26; y < 74; y += 8 {
		c.print(r, 56, y, 20+r.IntN(76), ink)
	}
	for y := 82; y < 96; y += 7 {
		c.print(r, 8, y, 144, ink)
	}
	return c
}

// drawBack draws the other side: a stripe, a bar code and lines of print.
func drawBack(r *rand.Rand) image.Image {
	c := newCanvas(160, 100, palette(r))
	c.box(0, 10, 160, 18, ink)
	for x := 10; x < 84; x += 2 + r.IntN(3) {
		c.box(x, 36, 1+r.IntN(2), 28, ink)
	}
	for y := 38; y < 64; y += 8 {
		c.print(r, 94, y, 24+r.IntN(36), ink)
	}
	for y := 74; y < 96; y += 7 {
		c.print(r, 8, y, 144, ink)
	}
	return c
}

// drawSelfie draws a head and shoulders before a wall.
func drawSelfie(r *rand.Rand) image.Image {
	c := newCanvas(90, 112, palette(r))
	c.box(r.IntN(40), 0, 12+r.IntN(30), 112, light)
	c.portrait(8, 14, 74, 98)
	return c
}

// portrait fills a box with a person.
func (c canvas) portrait(x, y, width, height int) {
	middle := x + width/2
	c.oval(middle, y+height*2/5, width*3/10, height*3/10, hair)
	c.oval(middle, y+height*9/20, width/4, height/4, skin)
	c.oval(middle-width/10, y+height*2/5, 1, 1, ink)
	c.oval(middle+width/10, y+height*2/5, 1, 1, ink)
	c.box(middle-width/12, y+height*11/20, width/6, 1, ink)
	for j := range height / 4 {
		half := width/4 + j*width/(height+1)
		c.box(middle-half, y+height*3/4+j, 2*half, 1, cloth)
	}
}

// print makes a line of marks that looks like small type.
func (c canvas) print(r *rand.Rand, x, y, width int, index uint8) {
	for end := x + width; x < end-4; {
		word := 2 + r.IntN(4)
		c.box(x, y, word, 3, index)
		x += word + 1 + r.IntN(2)
	}
}
