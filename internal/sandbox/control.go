package sandbox

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/netip"
	"time"
)

const (
	controlPath = "/_sandbox/"
	maxControl  = 1 << 20
)

// serveControl serves the control plane. It takes no key, so it answers only
// callers on this machine, and no page that a browser shows.
//
//	GET  state        a summary (State)
//	GET  submissions  what is stored, JSON lines (Stored)
//	GET  calls        the audit log, JSON lines (Call)
//	GET  faults       the faults and what they did
//	POST faults       ["post:drop-after=5%", ...]; replaces them
//	POST clock        {"advance": "24h"}
//	POST lag          {"lag": "120s"}
//	POST submissions  plants an outsider's submission (Outsider)
//	POST reset        forgets submissions and calls
func (s *Sandbox) serveControl(w http.ResponseWriter, r *http.Request) {
	if !isLocal(r) {
		s.reply(w, nil, errNotLocal)
		return
	}
	switch r.Method + " " + r.URL.Path[len(controlPath):] {
	case "GET state":
		s.reply(w, s.State(), nil)
	case "GET submissions":
		replyLines(w, s.Submissions())
	case "GET calls":
		replyLines(w, s.Calls())
	case "GET faults":
		s.reply(w, s.Faults(), nil)
	case "POST faults":
		err := s.controlFaults(r)
		s.reply(w, s.Faults(), err)
	case "POST clock":
		err := controlDuration(r, "advance", s.Advance)
		s.reply(w, map[string]time.Time{"time": s.Now()}, err)
	case "POST lag":
		err := controlDuration(r, "lag", s.SetLag)
		s.reply(w, s.State(), err)
	case "POST submissions":
		id, err := s.controlPlant(r)
		s.reply(w, map[string]string{"id": id}, err)
	case "POST reset":
		err := s.Wipe()
		s.reply(w, s.State(), err)
	default:
		s.reply(w, nil, errNoControl)
	}
}

var (
	errNotLocal  = errors.New("the sandbox is controlled from this machine only, and not by a web page")
	errNoControl = errors.New("no such control; see state, submissions, calls, faults, clock, lag, reset")
)

func isLocal(r *http.Request) bool {
	peer, err := netip.ParseAddrPort(r.RemoteAddr)
	return err == nil && peer.Addr().Unmap().IsLoopback() && r.Header.Get("Origin") == ""
}

func (s *Sandbox) reply(w http.ResponseWriter, body any, err error) {
	status := http.StatusOK
	switch {
	case errors.Is(err, errNotLocal):
		status = http.StatusForbidden
	case errors.Is(err, errNoControl):
		status = http.StatusNotFound
	case err != nil:
		status = http.StatusBadRequest
	}
	if err != nil {
		body = map[string]string{"error": err.Error()}
	}
	w.Header().Set("Content-Type", "application/json")
	s.stamp(w.Header())
	w.WriteHeader(status)
	_, _ = w.Write(append(encode(body), '\n'))
}

func replyLines[T any](w http.ResponseWriter, list []T) {
	w.Header().Set("Content-Type", "application/jsonl")
	lines := json.NewEncoder(w)
	for _, v := range list {
		if lines.Encode(v) != nil {
			return // the caller is gone
		}
	}
}

// parse reads a control body strictly.
func parse(r *http.Request, into any) error {
	body := json.NewDecoder(io.LimitReader(r.Body, maxControl))
	body.DisallowUnknownFields()
	if err := body.Decode(into); err != nil {
		return fmt.Errorf("the body is not what this control takes: %w", err)
	}
	return nil
}

func (s *Sandbox) controlFaults(r *http.Request) error {
	var specs []string
	if err := parse(r, &specs); err != nil {
		return err
	}
	faults := make([]Fault, len(specs))
	for i, spec := range specs {
		var err error
		if faults[i], err = ParseFault(spec); err != nil {
			return err
		}
	}
	return s.SetFaults(faults)
}

func controlDuration(r *http.Request, name string, set func(time.Duration)) error {
	var body map[string]string
	if err := parse(r, &body); err != nil {
		return err
	}
	d, err := time.ParseDuration(body[name])
	if err != nil || len(body) != 1 {
		return fmt.Errorf(`write {"%s": "90s"}`, name)
	}
	set(d)
	return nil
}

func (s *Sandbox) controlPlant(r *http.Request) (string, error) {
	var o Outsider
	if err := parse(r, &o); err != nil {
		return "", err
	}
	return s.Plant(o)
}
