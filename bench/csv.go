package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/text/encoding/korean"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
	"kycmigrate/internal/source/all"
)

// goalCSV is the most CPU that reading a CSV file may take, in passes of
// encoding/csv. A file in another encoding is not judged: that pass does not
// transcode.
const goalCSV = 1.5

// csvForms are the files that are read: the export as it is, with every cell in
// quotes, with tabs and no quotes at all, and in a legacy encoding.
var csvForms = []struct {
	name     string
	encoding string
	judged   bool
	write    func(w io.Writer, export string) error
}{
	{"export", "utf-8", true, func(w io.Writer, export string) error {
		return eachLine(export, w, func(line string) string { return line })
	}},
	{"every cell quoted", "utf-8", true, func(w io.Writer, export string) error {
		return eachLine(export, w, func(line string) string {
			if strings.Contains(line, `"`) {
				return ""
			}
			return `"` + strings.ReplaceAll(strings.TrimSuffix(line, "\n"), ",", `","`) + "\"\n"
		})
	}},
	{"without quotes", "utf-8", true, func(w io.Writer, export string) error {
		return eachLine(export, w, func(line string) string {
			if strings.Contains(line, `"`) {
				return ""
			}
			return line
		})
	}},
	{"in CP949", "cp949", false, func(w io.Writer, export string) error {
		return eachLine(export, w, func(line string) string {
			if strings.Contains(line, `"`) {
				return ""
			}
			text, err := korean.EUCKR.NewEncoder().String(strings.ReplaceAll(line, ",", ", 김민수"))
			if err != nil {
				return ""
			}
			return text
		})
	}},
}

// eachLine copies a file line by line. What change makes "" is left out.
func eachLine(path string, w io.Writer, change func(line string) string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	lines := bufio.NewReaderSize(file, 1<<18)
	for {
		line, err := lines.ReadString('\n')
		if line != "" {
			if _, err := io.WriteString(w, change(line)); err != nil {
				return err
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// csvReading measures the CSV reader alone beside a bare pass over the same file.
func (b *bench) csvReading(ctx context.Context) error {
	export, err := b.export(manyRows)
	if err != nil {
		return err
	}
	for _, form := range csvForms {
		path := filepath.Join(b.dir, "form.csv")
		if err := writeForm(path, func(w io.Writer) error { return form.write(w, export.path) }); err != nil {
			return err
		}
		info, err := os.Stat(path)
		if err != nil {
			return err
		}
		b.say("reading CSV, %s, %d MB, beside encoding/csv", form.name, info.Size()/1_000_000)
		var cpu versus
		err = b.pairsOf(
			func() (usage, error) { return child(ctx, nil, nil, b.self, "read-source", path, form.encoding) },
			func() (usage, error) { return child(ctx, nil, nil, b.self, "bare-csv", path) },
			func(ours, bare usage) { cpu.add(seconds(ours.cpu), seconds(bare.cpu)) })
		if err != nil {
			return err
		}
		goal := 0.0
		if form.judged {
			goal = goalCSV
		}
		b.table.add(cpu.line(fmt.Sprintf("reading CSV, %s: CPU", form.name), "s", goal, false))
		if err := os.Remove(path); err != nil {
			return err
		}
	}
	return nil
}

// writeForm writes a file through a buffer.
func writeForm(path string, write func(w io.Writer) error) (err error) {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	w := bufio.NewWriterSize(file, 1<<18)
	return errors.Join(write(w), w.Flush())
}

// readSource reads a source with the program's own reader and does nothing with
// its rows.
func readSource(ctx context.Context, args []string) error {
	if len(args) != 2 {
		return errors.New("read-source FILE ENCODING")
	}
	r, err := all.Open(ctx, source.Spec{Path: args[0], Options: map[string]string{"encoding": args[1]}})
	if err != nil {
		return err
	}
	defer r.Close()
	rows := make([]kyc.Row, 256)
	for {
		if _, err := r.Read(ctx, rows); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}
