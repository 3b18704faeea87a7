package sandbox

import (
	"errors"
	"net/http"
	"os"
	"time"
)

// put adds or replaces pictures (contracts.md A2).
func (s *Sandbox) put(c *call, lead time.Duration) answer {
	f := c.form
	if refused := s.checkForm(f); refused != nil {
		return *refused
	}
	now := s.Now()
	id := f.text["submissionId"]
	v, found := s.store.one(c.project, id, now, s.horizonByID(now))
	if !found || !v.deleted.IsZero() {
		return refusal("invalid_submission", "Invalid submission.")
	}
	for i := range f.images {
		f.images[i].due = now.Add(lead)
	}
	kept := f.images
	if c.dropImage {
		kept = kept[1:]
	}
	if err := s.keep(f); err != nil {
		return httpAnswer(http.StatusInternalServerError, "Internal Server Error")
	}
	switch err := s.store.put(id, kept); {
	case errors.Is(err, errNoRecord): // wiped meanwhile
		return refusal("invalid_submission", "Invalid submission.")
	case err != nil:
		return httpAnswer(http.StatusInternalServerError, "Internal Server Error")
	}
	return okAnswer(map[string]string{"message": "complete to update image."})
}

func (s *Sandbox) checkForm(f *form) *answer {
	refuse := func(code, message string) *answer {
		a := refusal(code, message)
		return &a
	}
	idType := f.text["idType"]
	switch {
	case f.err != nil:
		return refuse("invalid_payload", "Fail to parse the input data.")
	case f.text["submissionId"] == "" || f.text["admin"] == "":
		return refuse("missing_data", "Required input data is missing.")
	case !s.isAdmin(f.text["admin"]):
		return refuse("invalid_admin", "Invalid admin.")
	case len(f.images) == 0:
		return refuse("invalid_data", "At least one image parameter is required.")
	case idType == "" && (f.has("idImage") || f.has("idBackImage")):
		return refuse("missing_data", "The idType is required when submit idImage or idBackImage.")
	case idType != "" && !s.idTypes[idType]:
		return refuse("invalid_idType", "Invalid IdType.")
	}
	return nil
}

// keep moves the pictures' files from where they arrived to where they stay.
func (s *Sandbox) keep(f *form) error {
	if s.cfg.DataDir == "" {
		return nil
	}
	for i, u := range f.images {
		if err := keepImage(f.temps[i], s.cfg.DataDir, u.sha256); err != nil {
			return err
		}
	}
	return nil
}

// image serves one picture's bytes (contracts.md A4). Where they were not
// kept there is nothing to serve.
func (s *Sandbox) image(c *call, _ time.Duration) answer {
	now := s.Now()
	v, found := s.store.one(c.project, c.param("submission_id"), now, s.horizonByID(now))
	if !found || !v.deleted.IsZero() {
		return getRefusal("invalid_submission_id", "Invalid submission id.")
	}
	kind := imageIndex(c.param("type"))
	if kind < 0 || v.now[kind].sha256 == "" {
		return getRefusal("data_processing_error", "No such image.")
	}
	data := s.bytesOf(v.now[kind])
	if data == nil {
		return getRefusal("data_processing_error", "This sandbox keeps digests of images only.")
	}
	return answer{status: http.StatusOK, body: data, contentType: pictureType(data)}
}

func (s *Sandbox) bytesOf(p picture) []byte {
	if p.data != nil || s.cfg.DataDir == "" {
		return p.data
	}
	data, err := os.ReadFile(imagePath(s.cfg.DataDir, p.sha256))
	if err != nil {
		return nil
	}
	return data
}

// horizonByID is the newest creation that a look-up by id can see.
func (s *Sandbox) horizonByID(now time.Time) time.Time {
	if s.cfg.LagByID {
		return now.Add(-time.Duration(s.lag.Load()))
	}
	return now
}
