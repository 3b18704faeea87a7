package main

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"path/filepath"
	"time"
)

// Goals for the greatest resident set.
const (
	goalPerRow = 32 // bytes a row more
	goalPeak   = 150 * mebibyte
	goalImages = 64 * mebibyte
)

// memory measures how the resident set grows with the rows: in a dry run, and
// in a run that sends to the sandbox without latency.
func (b *bench) memory(ctx context.Context) error {
	err := b.growth(ctx, "memory, dry run", fewRows, manyRows, func(source export) (usage, error) {
		return b.validate(ctx, source, "memory", nil)
	})
	if err != nil {
		return err
	}
	// The cache of the ledger fills beyond the few rows, once: fewer than many would
	// count it as a growth.
	return b.growth(ctx, "memory, run, 64 in flight", fewRows, manyRows, func(source export) (usage, error) {
		u, _, err := b.sendTo(ctx, 0, sending{source: source.path, mapping: b.mapping(), concurrency: 64})
		return u, err
	})
}

// growth runs with few rows and with many, in turn, and tells the difference.
func (b *bench) growth(ctx context.Context, what string, few, many int, run func(export) (usage, error)) error {
	small, err := b.export(few)
	if err != nil {
		return err
	}
	big, err := b.export(many)
	if err != nil {
		return err
	}
	b.say("%s: %d and %d rows", what, small.rows, big.rows)
	var peaks, perRow, base series
	err = b.pairsOf(
		func() (usage, error) { return run(big) },
		func() (usage, error) { return run(small) },
		func(ours, bare usage) {
			peaks, base = append(peaks, float64(ours.peak)), append(base, float64(bare.peak))
			perRow = append(perRow, float64(ours.peak-bare.peak)/float64(big.rows-small.rows))
		})
	if err != nil || ctx.Err() != nil {
		return err
	}
	b.table.add(line{
		what: fmt.Sprintf("%s: each row from %d to %d", what, small.rows, big.rows),
		ours: mebibytes(peaks.median()), beside: mebibytes(base.median()),
		figure: fmt.Sprintf("%.1f B a row", perRow.median()), goal: fmt.Sprintf("<= %d B", goalPerRow), reached: perRow.median() <= goalPerRow,
	})
	b.table.add(peakLine(fmt.Sprintf("%s: peak at %d", what, big.rows), peaks.median(), goalPeak))
	return nil
}

func peakLine(what string, peak, goal float64) line {
	return line{what: what, ours: mebibytes(peak), figure: mebibytes(peak), goal: "< " + mebibytes(goal), reached: peak < goal}
}

// images measures the resident set with big pictures under way.
func (b *bench) images(ctx context.Context) error {
	const inFlight, latency = 64, 300 * time.Millisecond
	dir := filepath.Join(b.dir, "pictures")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	source := export{path: filepath.Join(dir, "export.csv"), rows: b.size(5 * inFlight), clean: true, picture: "face.jpg"}
	mapping := filepath.Join(dir, "mapping.yaml")
	if err := os.WriteFile(mapping, []byte(mappingWithImage), 0o600); err != nil {
		return err
	}
	if err := writePicture(filepath.Join(dir, source.picture), 2*mebibyte); err != nil {
		return err
	}
	if err := source.write(); err != nil {
		return err
	}
	b.say("%d records with a picture of 2 MiB, %d in flight", source.rows, inFlight)
	var peaks series
	for range min(b.pairs, 3) {
		u, done, err := b.sendTo(ctx, latency, sending{source: source.path, mapping: mapping, concurrency: inFlight})
		if err != nil {
			return err
		}
		if done.Created != int64(source.rows) {
			return fmt.Errorf("of %d records with pictures %d were created", source.rows, done.Created)
		}
		peaks = append(peaks, float64(u.peak))
	}
	b.table.add(peakLine(fmt.Sprintf("memory, 2 MiB pictures, %d in flight", inFlight), peaks.median(), goalImages))
	return nil
}

// writePicture writes a small JPEG with padding up to a size.
func writePicture(path string, size int) error {
	canvas := image.NewGray(image.Rect(0, 0, 64, 64))
	for i := range 64 {
		canvas.Set(i, i, color.White)
	}
	var file bytes.Buffer
	if err := jpeg.Encode(&file, canvas, nil); err != nil {
		return err
	}
	file.Write(make([]byte, size-file.Len()))
	return os.WriteFile(path, file.Bytes(), 0o600)
}
