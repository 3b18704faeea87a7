package validate

import (
	"fmt"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/picture"
)

// What a picture must have so that a person can read it.
const (
	tinySide  = 200   // pixels of its shorter side
	tinyBytes = 5_000 // bytes of a JPEG
)

// Look appends what is wrong with a picture of rec by what was found out by
// looking into it. It comes after Check, which judges the file, and may tell the
// same again, such as an end that is missing. A picture that is rejected for its
// file, as one that is too big, is judged all the same: who gets it anew is to
// know at once that nothing can be read on it.
func (v *Validator) Look(rec *kyc.Record, kind kyc.ImageKind, facts *picture.Facts) {
	add := func(r ruleID, detail string) {
		issue := r.issue(kind.String())
		addTo(&issue, detail)
		v.append(rec, issue)
	}
	switch facts.Fault {
	case picture.CutOff:
		add(imageTruncated, "")
		return
	case picture.Corrupt:
		add(imageCorrupt, "")
		return
	case picture.Unexamined:
		add(imageUnexamined, ": "+facts.Reason)
	case picture.Sound:
	}
	if detail := tooSmall(facts); detail != "" {
		add(imageTiny, detail)
	}
	if facts.Rotated() {
		add(imageRotated, fmt.Sprintf(": its orientation is %d", facts.Turn))
	}
	if facts.Blank {
		add(imageBlank, "")
	}
	switch facts.Clarity {
	case picture.Noise:
		add(imageUnclear, "; it is noise")
	case picture.Blurred:
		add(imageUnclear, "; it is blurred, with no edge on it")
	case picture.Clear:
	}
}

// tooSmall says how small a picture is that is too small, "" where it is not.
// A drawing may well be a PNG of few bytes.
func tooSmall(facts *picture.Facts) string {
	switch {
	case facts.Width > 0 && min(facts.Width, facts.Height) < tinySide:
		return fmt.Sprintf(": %d x %d pixels", facts.Width, facts.Height)
	case facts.Size < tinyBytes && facts.Media == picture.JPEG:
		return fmt.Sprintf(": %d bytes", facts.Size)
	}
	return ""
}

// Orphan is the issue of a file that no row names.
func Orphan() kyc.Issue { return imageOrphan.issue("") }
