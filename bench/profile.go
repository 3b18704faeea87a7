package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime/pprof"

	"github.com/google/pprof/profile"

	"kycmigrate/internal/cli"
)

// profiled is the bare loop's name of migrate itself, under the profiler: its
// arguments are the folder for the profile, and migrate's.
const profiled = "profiled"

// profiledDryRuns is how often a dry run is profiled for each time that a run is:
// the compiler can do more for it, as it waits for nobody.
const profiledDryRuns = 3

// runProfiled runs a command of migrate and leaves a CPU profile of it.
func runProfiled(_ context.Context, args []string) error {
	if len(args) < 2 {
		return errors.New(profiled + " FOLDER COMMAND")
	}
	out, err := os.CreateTemp(args[0], "*.pprof")
	if err != nil {
		return err
	}
	if err := pprof.StartCPUProfile(out); err != nil {
		return errors.Join(err, out.Close())
	}
	code := 0
	process := cli.Process()
	process.Args = args[1:]
	process.Exit = func(c int) { code = c }
	cli.Main(process)
	pprof.StopCPUProfile()
	if err := out.Close(); err != nil {
		return err
	}
	os.Exit(code)
	return nil
}

// profile writes the profile that the compiler optimizes cmd/migrate by: of dry
// runs with and without the packs that can be switched off, of a table, and of
// runs with few and many calls in flight.
func (b *bench) profile(ctx context.Context) (err error) {
	folder, err := os.MkdirTemp(b.dir, "profiles-")
	if err != nil {
		return err
	}
	b.command = []string{b.self, profiled, folder}
	source, err := b.export(manyRows)
	if err != nil {
		return err
	}
	for _, rules := range []string{contractOnly, ""} {
		if err := os.WriteFile(b.mapping(), []byte(mappingText+rules), 0o600); err != nil {
			return err
		}
		for range profiledDryRuns {
			if _, err := b.validate(ctx, source, "dryrun", nil); err != nil {
				return err
			}
		}
	}
	db, err := b.intoSQLite(ctx, source)
	if err == nil {
		err = b.writeSQLMapping()
	}
	if err == nil {
		_, err = b.validateSQL(ctx, db)
	}
	if err != nil {
		return err
	}
	for _, inFlight := range []int{256, 1024} {
		records := export{path: filepath.Join(b.dir, "upload.csv"), rows: b.size(30_000), clean: true}
		if err := records.write(); err != nil {
			return err
		}
		if _, _, err := b.sendTo(ctx, uploadLatency, sending{source: records.path, mapping: b.mapping(), concurrency: inFlight}); err != nil {
			return err
		}
	}
	return mergeProfiles(folder, b.profileTo)
}

// mergeProfiles makes one profile of those in a folder, which tells nothing of
// the machine that it was taken on.
func mergeProfiles(folder, path string) (err error) {
	names, err := filepath.Glob(filepath.Join(folder, "*.pprof"))
	if err != nil {
		return err
	}
	var all []*profile.Profile
	for _, name := range names {
		in, err := os.Open(name)
		if err != nil {
			return err
		}
		p, err := profile.Parse(in)
		if err := errors.Join(err, in.Close()); err != nil {
			return err
		}
		all = append(all, p)
	}
	merged, err := profile.Merge(all)
	if err != nil {
		return err
	}
	merged.TimeNanos, merged.Comments = 0, nil
	for _, m := range merged.Mapping {
		m.File, m.BuildID = "", ""
	}
	for _, f := range merged.Function {
		f.Filename = ""
	}
	out, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	return merged.Write(out)
}
