package sandbox

import (
	"errors"
	"fmt"
	"slices"
	"time"
)

// State is a summary of what the Sandbox holds and has seen.
type State struct {
	Time        time.Time     `json:"time"`
	Submissions int           `json:"submissions"` // deleted ones included
	Deleted     int           `json:"deleted"`
	Planted     int           `json:"planted"`
	Images      int           `json:"images"`
	ImageBytes  int64         `json:"image_bytes"`
	Calls       uint64        `json:"calls"` // that have ended
	ByStatus    []CallTotals  `json:"by_status"`
	InFlight    int           `json:"in_flight"`
	MaxInFlight int           `json:"max_in_flight"`
	MaxInSecond int           `json:"max_in_second"` // most arrivals in any one second
	QuotaUsed   int64         `json:"quota_used"`    // today, all keys
	Lag         time.Duration `json:"lag"`           // nanoseconds
	Faults      []FaultCount  `json:"faults"`
}

// State takes the summary.
func (s *Sandbox) State() State {
	now := s.Now()
	out := State{Time: now, QuotaUsed: s.gates.used(now), Lag: time.Duration(s.lag.Load()), Faults: s.Faults()}
	out.ByStatus, out.Calls, out.InFlight, out.MaxInFlight, out.MaxInSecond = s.audit.snapshot()
	for _, v := range s.store.views(now) {
		out.Submissions++
		if !v.deleted.IsZero() {
			out.Deleted++
		}
		if v.planted {
			out.Planted++
		}
		for _, p := range v.now {
			if p.sha256 != "" {
				out.Images++
				out.ImageBytes += p.size
			}
		}
	}
	return out
}

// Submissions lists everything that exists at this moment, oldest first,
// deleted ones included. What commits later is not in it yet.
func (s *Sandbox) Submissions() []Stored {
	views := s.store.views(s.Now())
	out := make([]Stored, len(views))
	for i, v := range views {
		out[i] = v.stored()
	}
	return out
}

// ImageBytes returns a picture of a submission, by form field name; nil when
// there is none or its bytes were not kept.
func (s *Sandbox) ImageBytes(id, kind string) []byte {
	now := s.Now()
	v, found := s.store.one("", id, now, now)
	if i := imageIndex(kind); found && i >= 0 && v.now[i].sha256 != "" {
		return slices.Clone(s.bytesOf(v.now[i]))
	}
	return nil
}

// Outsider is a submission that no call of ours made.
type Outsider struct {
	ID        string            `json:"id,omitempty"`      // default: one of the Sandbox's
	Project   string            `json:"project,omitempty"` // default: Config.Project
	Fields    map[string]string `json:"fields"`            // by name; formats are not checked
	CreatedAt time.Time         `json:"created_at,omitzero"`
	Deleted   bool              `json:"deleted,omitempty"`
}

// Plant stores an outsider's submission and returns its id.
func (s *Sandbox) Plant(o Outsider) (string, error) {
	now := s.Now()
	rec := &record{project: orElse(o.Project, s.cfg.Project), received: now, commit: o.CreatedAt, planted: true}
	if rec.commit.IsZero() {
		rec.commit = now
	}
	if err := rec.values.fill(o.Fields); err != nil {
		return "", fmt.Errorf("plant a submission: %w", err)
	}
	rec.seq, rec.id = s.store.newID()
	rec.id = orElse(o.ID, rec.id)
	if err := s.store.add(rec, false); err != nil {
		if errors.Is(err, errDuplicate) {
			err = errors.New("a submission with this id exists")
		}
		return "", fmt.Errorf("plant a submission: %w", err)
	}
	if !o.Deleted {
		return rec.id, nil
	}
	return rec.id, s.store.remove(rec.project, rec.id, rec.commit, now)
}

// Wipe forgets all submissions, calls and quotas, as a test project that is
// emptied. Faults, lag and clock stay; no id is given out twice.
func (s *Sandbox) Wipe() error {
	s.audit.forget()
	s.gates.forget()
	return s.store.wipe()
}
