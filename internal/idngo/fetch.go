package idngo

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"

	"kycmigrate/internal/source"
)

// maxFile bounds a file of an applicant: the vendor refuses more than 64 MB
// (contracts.md B2).
const maxFile = 64 << 20

// The reasons in failed.csv.
const (
	reasonNotFound    = "not_found"    // the vendor does not have it, or not any more
	reasonRefused     = "refused"      // the vendor will not give it, or it is too large
	reasonUnreachable = "unreachable"  // tried in vain; the next pull tries again
	reasonBadID       = "bad_id"       // it cannot be an id
	reasonOther       = "other_person" // the answer is about somebody else
	reasonUnusable    = "unusable"     // the answer lacks what is needed, or has ids that cannot name a file
)

// fetched is what became of an applicant.
type fetched struct {
	id       string
	line     []byte // for the export; nil where it failed
	pictures int64  // fetched now
	misses   []miss
	err      error // what ends the pull, or a context's
}

// refusal is an answer that cannot be used.
type refusal struct{ reason, what string }

func (r *refusal) Error() string { return r.what }

// idText is an id, which may be a text or a number.
type idText string

// UnmarshalJSON implements json.Unmarshaler. Anything else is no id.
func (t *idText) UnmarshalJSON(b []byte) error {
	*t = ""
	switch b[0] {
	case '"':
		var s string
		err := json.Unmarshal(b, &s)
		*t = idText(s)
		return err
	case '{', '[', 'n':
	default:
		*t = idText(b)
	}
	return nil
}

// steps is the answer about the verification steps.
type steps map[string]json.RawMessage

// images lists the files of all steps, each once. A step may be null.
func (s steps) images() []string {
	var list []string
	for _, name := range slices.Sorted(maps.Keys(s)) {
		var step struct{ ImageIDs []idText }
		if json.Unmarshal(s[name], &step) != nil {
			continue // another form of step: it has no files that we know of
		}
		for _, id := range step.ImageIDs {
			if id != "" && !slices.Contains(list, string(id)) {
				list = append(list, string(id))
			}
		}
	}
	return list
}

// fetch gets an applicant with its steps and pictures. Pictures that are there
// already are not fetched again.
func (p *puller) fetch(soft, hard context.Context, id string) fetched {
	f := fetched{id: id}
	f.line, f.err = p.applicant(soft, hard, &f)
	var e *Error
	var r *refusal
	switch {
	case f.err == nil:
	case errors.As(f.err, &r):
		f.misses, f.err = []miss{{id: id, reason: r.reason, what: r.what}}, nil
	case errors.As(f.err, &e) && e.Effect != Denied:
		f.misses, f.err = []miss{{id: id, reason: reasonOf(e), what: e.Error()}}, nil
	}
	return f
}

func reasonOf(e *Error) string {
	switch e.Effect {
	case Gone:
		return reasonNotFound
	case Refused:
		return reasonRefused
	}
	return reasonUnreachable
}

func (p *puller) applicant(soft, hard context.Context, f *fetched) ([]byte, error) {
	if !askable(f.id) {
		return nil, &refusal{reasonBadID, "it is too long or holds characters that no id has"}
	}
	body, err := p.json(soft, func() ([]byte, error) { return p.client.Applicant(hard, p.by, f.id) })
	if err != nil {
		return nil, err
	}
	var who struct{ ID, InspectionID, ExternalUserID idText }
	if err := json.Unmarshal(body, &who); err != nil || !safeName(string(who.ID)) {
		return nil, &refusal{reasonUnusable, "the answer is no applicant, or its id cannot name a file"}
	}
	if p.by == ByExternal && string(who.ExternalUserID) != f.id || p.by == ByID && string(who.ID) != f.id {
		return nil, &refusal{reasonOther, "the vendor answered with another applicant"}
	}
	stand, err := p.json(soft, func() ([]byte, error) { return p.client.Steps(hard, string(who.ID)) })
	var e *Error
	if errors.As(err, &e) && e.Effect == Gone {
		stand, err = []byte("{}"), nil // nothing was asked of the applicant
	}
	if err != nil {
		return nil, err
	}
	var list steps
	if json.Unmarshal(stand, &list) != nil {
		return nil, &refusal{reasonUnusable, "the answer about the verification steps has another form than expected"}
	}
	images, err := p.pictures(soft, hard, f, string(who.ID), string(who.InspectionID), list.images())
	if err != nil {
		return nil, err
	}
	return p.line(body, stand, f.id, images)
}

// json makes a call for JSON, with patience.
func (p *puller) json(soft context.Context, call func() ([]byte, error)) (answer []byte, err error) {
	err = p.pace.try(soft, func() (err error) {
		answer, err = call()
		return err
	})
	return answer, err
}

// pictures fetches those files of an applicant that are not there yet and
// returns the paths of all. One that the vendor does not have is a miss, and no
// reason to do without the applicant.
func (p *puller) pictures(soft, hard context.Context, f *fetched, applicant, inspection string, images []string) (map[string]string, error) {
	paths := make(map[string]string, len(images))
	for _, image := range images {
		if !safeName(image) || !safeName(inspection) {
			return nil, &refusal{reasonUnusable, "the id of a picture or of the inspection cannot name a file"}
		}
		if path, ok := p.export.picture(applicant, image); ok {
			paths[image] = path
			continue
		}
		var path string
		err := p.pace.try(soft, func() (err error) {
			path, err = p.export.addPicture(applicant, image, func(w io.Writer) error {
				return p.client.Image(hard, inspection, image, w, maxFile)
			})
			return err
		})
		var e *Error
		switch {
		case err == nil:
			paths[image] = path
			f.pictures++
		case errors.As(err, &e) && (e.Effect == Gone || e.Effect == Refused):
			f.misses = append(f.misses, miss{f.id, image, reasonOf(e), "a picture: " + e.Error()})
		default:
			return nil, err
		}
	}
	return paths, nil
}

// line is the applicant's line of the export: the answer, and under _pull what
// belongs to it.
func (p *puller) line(body, stand []byte, asked string, images map[string]string) ([]byte, error) {
	var line, list bytes.Buffer
	if err := errors.Join(json.Compact(&line, body), json.Compact(&list, stand)); err != nil {
		return nil, err
	}
	pull, err := json.Marshal(map[string]any{"by": p.by, "asked": asked, "steps": json.RawMessage(list.Bytes()), "images": images})
	if err != nil {
		return nil, err
	}
	whole := bytes.TrimSuffix(line.Bytes(), []byte("}"))
	whole = append(append(append(whole, `,"_pull":`...), pull...), "}\n"...)
	if len(whole) > source.MaxRecord {
		return nil, &refusal{reasonRefused, "the applicant is larger than a record may be"}
	}
	return whole, nil
}

// safeName reports whether an id of the vendor can name a file.
func safeName(id string) bool {
	return id != "" && len(id) <= 64 && !strings.ContainsFunc(id, func(r rune) bool {
		return (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && r != '-' && r != '_'
	})
}
