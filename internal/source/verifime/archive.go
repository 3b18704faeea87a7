package verifime

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
)

// archive is the files that the stored requests stand in: each line one, or
// each file one.
type archive struct {
	*source.Input
	secret []byte // nil: signatures are not checked
}

// openArchive finds the files of an archive: one, those of a pattern, or those
// of a directory.
func openArchive(path, secret string) (*archive, error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		escape := strings.NewReplacer("*", `\*`, "?", `\?`, "[", `\[`, "{", `\{`, `\`, `\\`)
		path = filepath.Join(escape.Replace(path), "[^.]*")
	}
	in, err := source.NewInput(path)
	if err != nil {
		return nil, fmt.Errorf("the archive of events (option events): %w", err)
	}
	a := &archive{Input: in}
	if secret != "" {
		a.secret = []byte(secret)
	}
	return a, nil
}

// stored is one request of an archive: an event, or why it is none that can be
// used. raw is good until the next one is read.
type stored struct {
	at    kyc.Origin
	raw   []byte
	event event
	other bool // an event with another name
	fault *kyc.Issue
}

// scan goes through an archive once, request by request.
type scan struct {
	*archive
	count bool // what is read counts in Bytes and Digest; done once
	next  int  // the next file
	file  io.ReadCloser
	in    *bufio.Reader
	at    kyc.Origin
}

// read returns the next request, io.EOF after the last.
func (s *scan) read(ctx context.Context) (*stored, error) {
	for {
		if s.file == nil {
			if err := s.open(); err != nil {
				return nil, err
			}
		}
		if s.at.Line%1024 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		one, err := s.request()
		if err == io.EOF {
			err = s.Close()
		}
		if one != nil || err != nil {
			return one, err
		}
	}
}

func (s *scan) open() error {
	if s.next == len(s.Names()) {
		return io.EOF
	}
	open := s.Peek
	if s.count {
		open = s.Open
	}
	file, err := open(s.next)
	if err != nil {
		return err
	}
	if s.in == nil {
		s.in = bufio.NewReaderSize(nil, source.MaxRecord)
	}
	s.in.Reset(file)
	s.file, s.at = file, kyc.Origin{File: s.Names()[s.next]}
	s.next++
	return nil
}

// Close releases the file that is open. It may be called twice.
func (s *scan) Close() error {
	if s.file == nil {
		return nil
	}
	file := s.file
	s.file = nil
	return file.Close()
}

// request reads the next request of the open file: the whole of it where that
// is one JSON value, otherwise a line. It returns io.EOF at the end, and
// nothing at all for an empty line.
func (s *scan) request() (*stored, error) {
	if s.at.Line == 0 {
		if whole := s.whole(); whole != nil {
			s.at.Line, s.at.Row = 1, 1
			return s.judge(whole), nil
		}
	}
	line, err := s.in.ReadSlice('\n')
	s.at.Line++
	switch {
	case errors.Is(err, bufio.ErrBufferFull):
		one := s.judge(line)
		one.fault = badEvent(fmt.Sprintf("its line is longer than %d bytes", source.MaxRecord))
		return one, s.skipLine()
	case err != nil && err != io.EOF:
		return nil, fmt.Errorf("%s: reading stopped: %w", s.at, err)
	case len(bytes.TrimSpace(line)) == 0:
		return nil, err
	}
	s.at.Row++
	return s.judge(bytes.TrimRight(line, "\r\n")), nil
}

// whole returns what a file holds if it is one JSON value, and nil otherwise.
func (s *scan) whole() []byte {
	head, err := s.in.Peek(source.MaxRecord)
	if bom := []byte("\xef\xbb\xbf"); bytes.HasPrefix(head, bom) {
		_, _ = s.in.Discard(len(bom)) // it is in the buffer
		head = head[len(bom):]
	}
	if err != io.EOF || !json.Valid(head) {
		return nil
	}
	_, _ = s.in.Discard(len(head)) // as above
	return head
}

// skipLine goes to the end of a line that is too long.
func (s *scan) skipLine() error {
	for {
		_, err := s.in.ReadSlice('\n')
		switch {
		case err == nil, err == io.EOF:
			return nil
		case !errors.Is(err, bufio.ErrBufferFull):
			return fmt.Errorf("%s: reading stopped: %w", s.at, err)
		}
	}
}

// judge reads one stored request.
func (s *scan) judge(raw []byte) *stored {
	return s.archive.judge(raw, s.at)
}

func (a *archive) judge(raw []byte, at kyc.Origin) *stored {
	s := &stored{raw: raw, at: at}
	r, ok := readRequest(raw)
	switch {
	case !ok:
		s.fault = badEvent("it is not a JSON object")
	case a.secret != nil && !r.signed(a.secret):
		s.fault = badSignature(r.signature == "")
	default:
		s.event, s.other, s.fault = r.read()
	}
	return s
}
