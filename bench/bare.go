package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"sync"
	"time"
)

// bareLoops are what migrate is compared with, a reader of migrate by itself,
// and what makes their files. They run as child processes of this program, so
// that both sides are measured alike.
var bareLoops = map[string]func(ctx context.Context, args []string) error{
	"bare-csv":    bareCSV,
	"bare-post":   barePost,
	"bare-xlsx":   bareXLSX,
	"make-xlsx":   makeXLSX,
	"read-source": readSource,
	"bare-sql":    bareSQL,
	profiled:      runProfiled,
}

// bareCSV reads a file with encoding/csv and looks at nothing.
func bareCSV(_ context.Context, args []string) error {
	if len(args) != 1 {
		return errors.New("bare-csv FILE")
	}
	file, err := os.Open(args[0])
	if err != nil {
		return err
	}
	defer file.Close()
	r := csv.NewReader(bufio.NewReaderSize(file, 1<<18))
	r.ReuseRecord = true
	for {
		if _, err := r.Read(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// maxBody is more than any body that the bench writes.
const maxBody = 64 << 10

// barePost posts each line of a file with so many workers. It keeps no books:
// what was sent is forgotten, and one refusal ends it.
func barePost(ctx context.Context, args []string) error {
	if len(args) != 4 {
		return errors.New("bare-post URL KEY BODIES WORKERS")
	}
	workers, err := strconv.Atoi(args[3])
	if err != nil {
		return err
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	poster := poster{url: args[0], key: args[1], client: &http.Client{
		Timeout:   30 * time.Second,
		Transport: &http.Transport{MaxIdleConnsPerHost: workers, DisableCompression: true},
	}}
	bodies := make(chan []byte, workers)
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for body := range bodies {
				if err := poster.post(ctx, body); err != nil {
					cancel(err)
				}
			}
		})
	}
	err = feedLines(ctx, args[2], bodies)
	wg.Wait()
	return errors.Join(err, context.Cause(ctx))
}

// feedLines hands out the lines of a file and closes the channel.
func feedLines(ctx context.Context, path string, lines chan<- []byte) error {
	defer close(lines)
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	scan := bufio.NewScanner(file)
	scan.Buffer(make([]byte, maxBody), maxBody)
	for scan.Scan() && ctx.Err() == nil {
		lines <- bytes.Clone(scan.Bytes())
	}
	return scan.Err()
}

type poster struct {
	url, key string
	client   *http.Client
}

func (p *poster) post(ctx context.Context, body []byte) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, p.url, bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("X-Api-Key", p.key)
	res, err := p.client.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if _, err := io.Copy(io.Discard, res.Body); err != nil {
		return err
	}
	if res.StatusCode/100 != 2 {
		return fmt.Errorf("the bare loop got HTTP %d", res.StatusCode)
	}
	return nil
}
