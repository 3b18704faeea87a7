package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
)

const (
	resumeRows = 200_000
	// resumeInFlight is how many calls the first run has in flight, which is not measured.
	resumeInFlight = 256
	// goalResume is the most wall time of a further run, in dry runs of the file.
	goalResume = 2.0
)

// resume measures a further migrate run, of which every record is finished, beside a dry
// run of the same file.
func (b *bench) resume(ctx context.Context) (err error) {
	source := export{path: filepath.Join(b.dir, "resume.csv"), rows: b.size(resumeRows), clean: true}
	if err := errors.Join(os.WriteFile(b.mapping(), []byte(mappingText), 0o600), source.write()); err != nil {
		return err
	}
	box, err := b.startSandbox(ctx, 0)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, box.stop()) }()
	sending := sending{source: source.path, mapping: b.mapping(), concurrency: resumeInFlight}
	b.say("sending %d records, which takes a minute, to run them once more beside a dry run", source.rows)
	dir := filepath.Join(b.dir, "resume")
	if _, err := b.sendIn(ctx, box, dir, sending, func(s summary) bool { return s.Created == int64(source.rows) }); err != nil {
		return err
	}
	var wall, cpu versus
	err = b.pairsOf(
		func() (usage, error) {
			return b.sendIn(ctx, box, dir, sending, func(s summary) bool { return s.Already == int64(source.rows) && s.Calls == 0 })
		},
		func() (usage, error) { return b.validate(ctx, source, "dryrun", nil) },
		func(ours, dry usage) {
			wall.add(seconds(ours.wall), seconds(dry.wall))
			cpu.add(seconds(ours.cpu), seconds(dry.cpu))
		})
	if err != nil {
		return err
	}
	what := fmt.Sprintf("further run, %d finished records, beside a dry run: ", source.rows)
	b.table.add(wall.line(what+"wall", "s", goalResume, false))
	b.table.add(cpu.line(what+"CPU", "s", 0, false))
	return nil
}

// sendIn runs migrate run in a run directory, and holds that it came to what was meant.
func (b *bench) sendIn(ctx context.Context, box *box, dir string, s sending, meant func(summary) bool) (usage, error) {
	u, done, err := b.sendAs(ctx, box, dir, s)
	if err == nil && !meant(done) {
		err = fmt.Errorf("the run came to %+v", done)
	}
	return u, err
}

// args are the arguments of migrate run in a run directory.
func (s sending) args(dir string) []string {
	return []string{
		"run", "--source", s.source, "--mapping", s.mapping, "--run", dir,
		"--rate", "0", "--concurrency", strconv.Itoa(s.concurrency), "--daily-quota", "100000000", "--yes", "--json", "--quiet",
	}
}
