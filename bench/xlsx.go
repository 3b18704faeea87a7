package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Goals beside a bare loop over the rows of excelize, which is the slow way to
// read a workbook: all of migrate validate takes a quarter of its time.
const (
	workbookRows = 50_000
	goalXLSX     = 0.25
)

// xlsx measures migrate validate of a workbook beside a bare loop of excelize,
// which only reads it.
func (b *bench) xlsx(ctx context.Context) error {
	mapping := strings.Replace(mappingText, `kind: csv`, `kind: xlsx`, 1)
	mapping = strings.Replace(mapping, "  csv: {delimiter: \",\", encoding: utf-8}\n", "", 1)
	if err := os.WriteFile(b.xlsxMapping(), []byte(mapping), 0o600); err != nil {
		return err
	}
	for _, texts := range []string{"inline", "shared"} {
		if err := b.oneWorkbook(ctx, texts); err != nil {
			return err
		}
	}
	return nil
}

func (b *bench) xlsxMapping() string { return filepath.Join(b.dir, "xlsx.yaml") }

func (b *bench) oneWorkbook(ctx context.Context, texts string) error {
	rows := b.size(workbookRows)
	path := filepath.Join(b.dir, "export-"+texts+".xlsx")
	if _, err := child(ctx, nil, nil, b.self, "make-xlsx", path, strconv.Itoa(rows), texts); err != nil {
		return err
	}
	b.say("dry run of a workbook of %d rows with %s strings, beside excelize", rows, texts)
	var cpu, wall, peak versus
	err := b.pairsOf(
		func() (usage, error) { return b.validateXLSX(ctx, path) },
		func() (usage, error) { return child(ctx, nil, nil, b.self, "bare-xlsx", path) },
		func(ours, bare usage) {
			cpu.add(seconds(ours.cpu), seconds(bare.cpu))
			wall.add(seconds(ours.wall), seconds(bare.wall))
			peak.add(float64(ours.peak)/mebibyte, float64(bare.peak)/mebibyte)
		})
	if err != nil {
		return err
	}
	what := fmt.Sprintf("xlsx, %d rows, %s strings: ", rows, texts)
	b.table.add(cpu.line(what+"CPU", "s", goalXLSX, false))
	b.table.add(wall.line(what+"wall", "s", goalXLSX, false))
	b.table.add(peak.line(what+"peak", "MiB", 0, false))
	return nil
}

func (b *bench) validateXLSX(ctx context.Context, path string) (usage, error) {
	dir := filepath.Join(b.dir, "xlsx")
	if err := os.RemoveAll(dir); err != nil {
		return usage{}, err
	}
	return b.ours(ctx, nil, "validate",
		"--source", path, "--mapping", b.xlsxMapping(), "--run", dir, "--quiet", "--json")
}

// makeXLSX writes a workbook, in a process of its own for its memory.
func makeXLSX(_ context.Context, args []string) error {
	if len(args) != 3 {
		return errors.New("make-xlsx FILE ROWS inline|shared")
	}
	rows, err := strconv.Atoi(args[1])
	if err != nil {
		return err
	}
	return workbook{path: args[0], rows: rows, shared: args[2] == "shared"}.write()
}

// bareXLSX reads the first sheet with excelize and looks at nothing.
func bareXLSX(_ context.Context, args []string) error {
	if len(args) != 1 {
		return errors.New("bare-xlsx FILE")
	}
	book, err := excelize.OpenFile(args[0])
	if err != nil {
		return err
	}
	defer book.Close()
	rows, err := book.Rows(book.GetSheetName(0))
	if err != nil {
		return err
	}
	for rows.Next() {
		if _, err := rows.Columns(); err != nil {
			return err
		}
	}
	return errors.Join(rows.Error(), rows.Close())
}
