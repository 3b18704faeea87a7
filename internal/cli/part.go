package cli

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/pflag"

	"kycmigrate/internal/source"
	"kycmigrate/internal/source/all"
)

// maxParts bounds the N of --part.
const maxParts = 10000

// part is the K-th of N parts of a source. The zero value is all of it.
type part struct{ k, n int }

// partFlag registers --part.
func partFlag(f *pflag.FlagSet, text *string) {
	f.StringVar(text, "part", "", "read only the K-th of N parts of the source, as in 2/8: CSV files and databases; the parts hold every row once")
}

func parsePart(text string) (part, error) {
	if text == "" {
		return part{}, nil
	}
	first, second, _ := strings.Cut(text, "/")
	k, err1 := strconv.Atoi(first)
	n, err2 := strconv.Atoi(second)
	if errors.Join(err1, err2) != nil || k < 1 || k > n || n > maxParts {
		return part{}, fmt.Errorf("must be K/N, such as 2/8, with K from 1 to N and N up to %d", maxParts)
	}
	return part{k, n}, nil
}

// whole reports whether nothing is left out.
func (p part) whole() bool { return p.n < 2 }

// of is how a source is called of which the part is read.
func (p part) of(source string) string {
	if p.whole() {
		return source
	}
	return fmt.Sprintf("%s (part %d of %d)", source, p.k, p.n)
}

// command adds the part to a command line.
func (p part) command(line string) string {
	if p.whole() {
		return line
	}
	return fmt.Sprintf("%s --part %d/%d", line, p.k, p.n)
}

// narrow makes a spec one of the part alone. What it finds out by reading the
// source must hold for every pass over it, so it is asked once.
func (p part) narrow(ctx context.Context, spec source.Spec) (source.Spec, error) {
	if p.whole() {
		return spec, nil
	}
	spec, err := all.Part(ctx, spec, p.k, p.n)
	if err != nil {
		return spec, usage("source", "check --source, or leave --part out to read the whole", "--part: %w", err)
	}
	return spec, nil
}

// mayRead refuses a part of a rejects file: the next one takes the place of the
// whole of it.
func (p part) mayRead(reader source.Reader) error {
	if m, ok := reader.(source.Mender); ok && !p.whole() && m.IsRejects() {
		return usage("source", "leave --part out", "--part: the source is a rejects file, which is read as a whole")
	}
	return nil
}
