package sandbox

import (
	"errors"
	"net/http"
	"time"
)

// posted is the success answer of POST.
type posted struct {
	Message      string `json:"message"`
	SubmissionID string `json:"submissionId,omitempty"`
}

// post stores one migrated submission (contracts.md A1).
func (s *Sandbox) post(c *call, lead time.Duration) answer {
	members, err := s.open(c)
	if err != nil {
		return refusal("invalid_payload", "Invalid payload")
	}
	v, refused := s.submission(members)
	if refused != nil {
		return *refused
	}
	now := s.Now()
	rec := &record{project: c.project, values: v, received: c.arrived, commit: now.Add(lead)}
	rec.seq, rec.id = s.store.newID()
	err = s.store.add(rec, s.cfg.Duplicates == DuplicatesRefuse)
	switch {
	case errors.Is(err, errDuplicate):
		return refusal("duplicate_submission", "A submission of this user exists")
	case err != nil:
		return httpAnswer(http.StatusInternalServerError, "Internal Server Error")
	}
	return okAnswer(posted{"success", rec.id})
}

// submission checks a body: what is missing, who sends it, what is unexpected,
// what is misshapen, in that order.
func (s *Sandbox) submission(members []member) (v values, refused *answer) {
	refuse := func(code, message string) (values, *answer) {
		a := refusal(code, message)
		return values{}, &a
	}
	const (
		absent = iota
		notText
		given
	)
	var state [numFields]uint8
	var unexpected *string
	for _, m := range members {
		i := fieldIndex[m.name]
		switch {
		case i == 0 || fieldTable[i].need == named && !s.cfg.AllowNames:
			if unexpected == nil {
				unexpected = &m.name
			}
		case m.text:
			v[i], state[i] = m.value, given
		default:
			state[i] = notText
		}
	}
	for i := 1; i < numFields; i++ {
		if s.mustHave(i) && state[i] != notText && v[i] == "" {
			return refuse("missing_data", "Required input data is missing")
		}
	}
	if !s.isAdmin(v[fAdmin]) {
		return refuse("invalid_admin", "Invalid admin")
	}
	if unexpected != nil {
		return refuse("invalid_parameter", "invalid parameter: "+*unexpected)
	}
	for i := 1; i < numFields; i++ {
		if state[i] == notText || state[i] == given && !s.wellFormed(fieldTable[i].kind, v[i]) {
			return refuse("invalid_format", "invalid format: "+fieldTable[i].name)
		}
	}
	return v, nil
}

// mustHave says whether field i is required by this project.
func (s *Sandbox) mustHave(i int) bool {
	n := fieldTable[i].need
	return n == required || n == contested && s.cfg.StrictIDType
}

func (s *Sandbox) isAdmin(name string) bool {
	for _, admin := range s.cfg.Admins {
		if admin == name {
			return true
		}
	}
	return false
}
