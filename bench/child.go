package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// usage is what one child process took.
type usage struct {
	wall, cpu time.Duration // cpu is user and system time together
	peak      int64         // greatest resident set, in bytes
	stdout    []byte
}

// child runs a program to its end and measures it. Its exit code may be any of
// allowed, or 0.
//
// On Linux the peak of a child begins with that of the process that started
// it. This one stays small for that reason: it holds no data.
func child(ctx context.Context, env []string, allowed []int, name string, args ...string) (usage, error) {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Env = append(os.Environ(), env...)
	var out, complaint bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &complaint
	start := time.Now()
	err := cmd.Run()
	wall := time.Since(start)
	if ctx.Err() != nil {
		return usage{}, ctx.Err()
	}
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		for _, code := range allowed {
			if exit.ExitCode() == code {
				err = nil
			}
		}
	}
	if err != nil {
		return usage{}, fmt.Errorf("%s %s: %w\n%s%s", filepath.Base(name), strings.Join(args, " "), err, out.Bytes(), complaint.Bytes())
	}
	state := cmd.ProcessState
	return usage{wall: wall, cpu: state.UserTime() + state.SystemTime(), peak: peakOf(state), stdout: out.Bytes()}, nil
}

// ours runs a command of migrate.
func (b *bench) ours(ctx context.Context, env []string, args ...string) (usage, error) {
	return child(ctx, env, []int{exitRejects}, b.command[0], append(b.command[1:len(b.command):len(b.command)], args...)...)
}

// pairsOf runs two things in turn, changing who begins, and hands over each
// pair of results.
func (b *bench) pairsOf(ours, bare func() (usage, error), take func(ours, bare usage)) error {
	for i := range b.pairs {
		var results [2]usage
		runs := [2]func() (usage, error){ours, bare}
		for turn := range runs {
			side := (turn + i) % 2
			var err error
			if results[side], err = runs[side](); err != nil {
				return err
			}
		}
		take(results[0], results[1])
	}
	return nil
}
