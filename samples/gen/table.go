package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
)

// writeTable writes the export as the bank's software does: UTF-8 with a byte
// order mark, commas, lines ending in CR LF. It also returns the physical line
// on which each row starts.
func writeTable(customers []*customer) (table []byte, lines []int, err error) {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	if err := w.Write(header); err != nil {
		return nil, nil, err
	}
	for _, c := range customers {
		w.Flush()
		lines = append(lines, 1+bytes.Count(b.Bytes(), []byte("\n")))
		if err := w.Write(c.cells()); err != nil {
			return nil, nil, err
		}
	}
	w.Flush()
	return b.Bytes(), lines, w.Error()
}

const flawsIntro = `# The flaws in the samples

Written by ` + "`go run ./samples/gen -out samples`" + `; don't edit. The customers of
` + "`customers.csv`" + ` are invented, and so is the bank. Of its %d rows these have
something planted in them; the others are sound. *Line* is where the row starts
in the file, *row* counts customers from 1. The last two columns say how migrate
judges the row with ` + "`samples/mapping.yaml`" + `, and by which codes.

| line | row | column | planted | verdict | codes |
|---:|---:|---|---|---|---|
`

// writeFlaws lists what was planted.
func writeFlaws(rows int, lines []int) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, flawsIntro, rows)
	count := map[string]int{}
	for _, f := range flaws {
		count[f.verdict]++
		fmt.Fprintf(&b, "| %d | %d | %s | %s | %s | %s |\n",
			lines[f.row-1], f.row, code(f.column), f.what, f.verdict, code(f.codes))
	}
	fmt.Fprintf(&b, "\nTogether: %d rejected, %d with a warning, %d that only look wrong; %d records are ready to be sent.\n",
		count[rejected], count[warning], count[fine], rows-count[rejected])
	return b.Bytes()
}

func code(s string) string {
	if s == "" {
		return ""
	}
	return "`" + s + "`"
}
