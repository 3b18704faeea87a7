package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
)

// exitRejects is migrate's exit code where rows were rejected, as they are here.
const exitRejects = 3

const (
	manyRows = 1_000_000
	fewRows  = 100_000
)

// The most CPU that a dry run may take, in passes of encoding/csv: with the rules
// of the contract alone, and with all packs.
const (
	goalContract = 2.0
	goalAllPacks = 3.5
)

// contractOnly switches the other packs off.
const contractOnly = "rules: {severity: {document: off, identity: off, image: off}}\n"

// dryRun measures migrate validate beside a bare pass over the same file.
func (b *bench) dryRun(ctx context.Context) error {
	source, err := b.export(manyRows)
	if err != nil {
		return err
	}
	info, err := os.Stat(source.path)
	if err != nil {
		return err
	}
	b.say("dry run of %d rows, %d MB, beside encoding/csv", source.rows, info.Size()/1_000_000)
	if err := b.dryRunWith(ctx, source, contractOnly, "contract rules", goalContract); err != nil {
		return err
	}
	if err := b.dryRunWith(ctx, source, "", "all packs", goalAllPacks); err != nil {
		return err
	}
	return b.sameReports(ctx, source)
}

// dryRunWith measures with a mapping that ends in rules.
func (b *bench) dryRunWith(ctx context.Context, source export, rules, packs string, goal float64) error {
	if err := os.WriteFile(b.mapping(), []byte(mappingText+rules), 0o600); err != nil {
		return err
	}
	var cpu, wall versus
	err := b.pairsOf(
		func() (usage, error) { return b.validate(ctx, source, "dryrun", nil) },
		func() (usage, error) { return child(ctx, nil, nil, b.self, "bare-csv", source.path) },
		func(ours, bare usage) {
			cpu.add(seconds(ours.cpu), seconds(bare.cpu))
			wall.add(seconds(ours.wall), seconds(bare.wall))
		})
	if err != nil {
		return err
	}
	what := fmt.Sprintf("dry run, %d rows, %s: ", source.rows, packs)
	b.table.add(cpu.line(what+"CPU", "s", goal, false))
	b.table.add(wall.line(what+"wall", "s", 0, false))
	return nil
}

// export is the generated file of so many rows, written on first use.
func (b *bench) export(rows int) (export, error) {
	rows = b.size(rows)
	e := export{path: filepath.Join(b.dir, fmt.Sprintf("export-%d.csv", rows)), rows: rows}
	if _, err := os.Stat(e.path); err == nil {
		return e, nil
	}
	if err := os.WriteFile(b.mapping(), []byte(mappingText), 0o600); err != nil {
		return e, err
	}
	b.say("writing %d rows", rows)
	return e, e.write()
}

func (b *bench) mapping() string { return filepath.Join(b.dir, "mapping.yaml") }

// validate runs a dry run in a run directory of its own.
func (b *bench) validate(ctx context.Context, source export, run string, env []string) (usage, error) {
	dir := filepath.Join(b.dir, run)
	if err := os.RemoveAll(dir); err != nil {
		return usage{}, err
	}
	return b.ours(ctx, env, "validate",
		"--source", source.path, "--mapping", b.mapping(), "--run", dir, "--quiet", "--json")
}

// sameReports holds the reports of one worker and of two against each other.
func (b *bench) sameReports(ctx context.Context, source export) error {
	l := line{what: "dry run: reports of 1 and 2 workers", ours: "report.json, .html", goal: "byte-equal", reached: true, figure: "equal"}
	for _, workers := range []string{"1", "2"} {
		if _, err := b.validate(ctx, source, "workers-"+workers, []string{"GOMAXPROCS=" + workers}); err != nil {
			return err
		}
	}
	for _, name := range []string{"report.json", "report.html"} {
		one, err1 := os.ReadFile(filepath.Join(b.dir, "workers-1", name))
		two, err2 := os.ReadFile(filepath.Join(b.dir, "workers-2", name))
		if err1 != nil || err2 != nil {
			return fmt.Errorf("a dry run left no %s", name)
		}
		if !bytes.Equal(one, two) {
			l.reached, l.figure = false, name+" differs"
		}
	}
	b.table.add(l)
	return nil
}
