package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"
)

// sandboxKey is the key that the sandbox accepts when it is told of no other.
const sandboxKey = "sandbox-key"

// stopTime is how long a sandbox may take to end before it is killed.
const stopTime = 10 * time.Second

// box is a sandbox in a process of its own.
type box struct {
	url string
	cmd *exec.Cmd
}

// startSandbox begins a sandbox with empty books on a free port.
func (b *bench) startSandbox(ctx context.Context, latency time.Duration) (*box, error) {
	cmd := exec.CommandContext(ctx, b.migrate, "sandbox", "--addr", "127.0.0.1:0", "--latency", latency.String())
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	cmd.WaitDelay = stopTime
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	url, err := bufio.NewReader(out).ReadString('\n') // the first line is its address
	if err != nil {
		return nil, errors.Join(fmt.Errorf("the sandbox did not begin: %w", err), cmd.Process.Kill(), cmd.Wait())
	}
	return &box{url: strings.TrimSpace(url), cmd: cmd}, nil
}

// stop ends the sandbox. How it ends is of no interest: its work is done.
func (b *box) stop() error {
	if err := b.cmd.Process.Signal(os.Interrupt); err != nil {
		return err
	}
	late := time.AfterFunc(stopTime, func() { _ = b.cmd.Process.Kill() })
	defer late.Stop()
	_ = b.cmd.Wait()
	return nil
}
