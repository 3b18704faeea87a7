package idngo

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"kycmigrate/internal/kyc"
)

// policy is what the operator decided in the mapping.
type policy struct {
	decisions map[string]string
	latin     bool
	images    string // folder that picture files are looked for in; "" for none
}

// The answers that a decision is taken for.
const (
	answerGreen    = "GREEN"
	answerRed      = "RED" // without a reject type
	answerRedFinal = "RED_FINAL"
	answerRedRetry = "RED_RETRY"
)

// hold keeps an applicant from being sent.
const hold = "hold"

func newPolicy(options map[string]string) (*policy, error) {
	p := &policy{decisions: map[string]string{answerGreen: "approved", answerRedFinal: "rejected"}}
	for name, value := range options {
		value = strings.TrimSpace(value)
		answer, isDecision := strings.CutPrefix(name, "decisions.")
		switch {
		case isDecision:
			if err := p.decide(answer, value); err != nil {
				return nil, err
			}
		case name == "names":
			p.latin = value == "latin"
			if !p.latin && value != "" && value != "native" {
				return nil, fmt.Errorf("the option names must be native or latin")
			}
		case name == "images":
			p.images = value
		case name == "member": // of an archive; the input's business
		default:
			return nil, fmt.Errorf("IDnGO has no option %q; it has decisions, names and images", name)
		}
	}
	return p, nil
}

func (p *policy) decide(answer, value string) error {
	switch answer {
	case answerGreen, answerRed, answerRedFinal, answerRedRetry:
	default:
		return fmt.Errorf("decisions: IDnGO does not answer %q; it answers GREEN, RED_FINAL, RED_RETRY, or RED without a type", answer)
	}
	switch value {
	case "approved", "rejected", hold:
		p.decisions[answer] = value
		return nil
	}
	return fmt.Errorf("decisions: %s must be approved, rejected or hold", answer)
}

// status is the kycStatus of an applicant, or why it has none (contracts.md D2).
func (p *policy) status(r *review) (string, *kyc.Issue) {
	answer := strings.ToUpper(string(r.Result.Answer))
	undecided := ""
	switch {
	case r.Status == "" && answer == "":
		undecided = "has not begun"
	case r.Status != "completed":
		undecided = "is not completed"
	case answer != answerGreen && answer != answerRed:
		undecided = "has neither the answer GREEN nor RED"
	}
	if undecided != "" {
		i := issueNotDecided(undecided)
		return "", &i
	}
	if kind := strings.ToUpper(string(r.Result.RejectType)); answer == answerRed && (kind == "FINAL" || kind == "RETRY") {
		answer += "_" + kind
	}
	switch status := p.decisions[answer]; status {
	case hold:
		return "", &issueHeld
	case "":
		i := issueUndecided(answer)
		return "", &i
	default:
		return status, nil
	}
}

// fileFormats are the extensions that a picture's file may have, those that
// ARGOS takes first.
var fileFormats = []string{".jpg", ".jpeg", ".png", ".pdf", ".mp4", ".webm", ".mov", ".gif", ".bmp", ".heic", ".bin"}

// numPictures is how many of fileFormats ARGOS takes.
const numPictures = 3

// taken reports whether ARGOS takes a file of such a name.
func taken(path string) bool {
	ext := strings.ToLower(filepath.Ext(path))
	for i, format := range fileFormats {
		if ext == format {
			return i < numPictures
		}
	}
	return ext == "" // not known
}

// file is the path of a picture below the folder of the pictures: as it was
// pulled, as it is found in the folder, or where it would be.
func (p *policy) file(a *applicant, image text) string {
	if path := a.Pull.Images[string(image)]; path != "" {
		return string(path)
	}
	name := string(a.ID) + "/" + string(image)
	if p.images == "" || !safe(string(a.ID)) || !safe(string(image)) {
		return name
	}
	for _, stem := range []string{name, string(image)} {
		for _, ext := range fileFormats {
			if info, err := os.Stat(filepath.Join(p.images, filepath.FromSlash(stem)+ext)); err == nil && info.Mode().IsRegular() {
				return stem + ext
			}
		}
	}
	return name
}

// safe reports whether an id of the vendor can name a file.
func safe(id string) bool {
	return id != "" && len(id) <= 64 && !strings.ContainsFunc(id, func(r rune) bool {
		return (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && r != '-' && r != '_'
	})
}
