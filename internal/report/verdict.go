package report

import (
	"fmt"
	"strconv"
	"strings"

	"kycmigrate/internal/kyc"
)

// tone is how good the news is; it chooses the colour of the verdict.
type tone string

const (
	good tone = "good"
	fair tone = "fair"
	bad  tone = "bad"
)

// verdict is the report in two sentences.
type verdict struct {
	Tone     tone   `json:"tone"`
	Headline string `json:"headline"`
	Detail   string `json:"detail"`
}

// verdictOf says how the run ended, the worst first.
func verdictOf(m Meta, end End, c kyc.Counts) verdict {
	if !c.Balanced() {
		return verdict{bad, "The books do not balance", "Rows read and outcomes differ. This is a bug of this program: keep the run directory and report it."}
	}
	if m.DryRun {
		return dryVerdict(end, c)
	}
	return loadVerdict(end, c)
}

func dryVerdict(end End, c kyc.Counts) verdict {
	by := c.ByStatus
	switch toMend := by[kyc.Rejected] + by[kyc.Refused]; {
	case end.Stopped != "":
		return verdict{bad, "The check ended early", sentence(end.Stopped) + " Rows after that were not looked at."}
	case c.Read == 0:
		return verdict{fair, "The source has no records", "Check that it is the right file, and the options it is read with."}
	case by[kyc.InDoubt] > 0:
		return verdict{bad, countOf(by[kyc.InDoubt], "record is", "records are") + " in doubt from an earlier run", "Nothing was sent in this check."}
	case toMend > 0:
		return verdict{fair, fmt.Sprintf("%s of %s %s mending before the load", thousands(toMend), countOf(c.Read, "record", "records"), plural(toMend, "needs", "need")),
			thousands(sendable(c)) + " can be sent as they are, or are in ARGOS already. Nothing was sent in this check."}
	case end.Cut > 0:
		return verdict{fair, "The first " + countOf(end.Cut, "record is", "records are") + " ready", "The rest of the source was not read, as --limit says. Nothing was sent in this check."}
	default:
		return verdict{good, "Every record is ready", "All " + countOf(c.Read, "record", "records") + " can be sent, are in ARGOS already, or are left out by rule. Nothing was sent in this check."}
	}
}

// sendable counts what a load would send or has sent.
func sendable(c kyc.Counts) int64 {
	by := c.ByStatus
	return by[kyc.Ready] + by[kyc.Created] + by[kyc.Already] + by[kyc.Updated] + by[kyc.Incomplete]
}

func loadVerdict(end End, c kyc.Counts) verdict {
	by := c.ByStatus
	open := by[kyc.InDoubt] + end.OpenElsewhere
	rest := by[kyc.Rejected] + by[kyc.Refused] + by[kyc.Failed] + by[kyc.Incomplete] + by[kyc.NotAttempted]
	there := thousands(by[kyc.Created]+by[kyc.Already]+by[kyc.Updated]) + " of " + countOf(c.Read, "record", "records") + " are in ARGOS."
	switch {
	case end.Stopped != "":
		return verdict{bad, "The run ended early", sentence(end.Stopped) + " " + there + " Run the same command to continue."}
	case c.Doubled > 0:
		return verdict{bad, countOf(c.Doubled, "record has", "records have") + " more than one submission", there + " In the ARGOS dashboard keep the one that results.csv names and delete the other."}
	case open > 0:
		return verdict{bad, countOf(open, "record is", "records are") + " in doubt", there + " Run again to look them up once more, or decide in in_doubt.csv."}
	case c.Read == 0:
		return verdict{fair, "The source has no records", "Nothing was sent."}
	case rest > 0:
		return verdict{fair, countOf(rest, "record needs", "records need") + " attention", there}
	case end.Cut > 0:
		return verdict{fair, "The first " + countOf(end.Cut, "record is", "records are") + " accounted for", there + excludedText(by[kyc.Excluded]) + " The rest of the source was not read, as --limit says."}
	default:
		return verdict{good, "Every record is accounted for", there + excludedText(by[kyc.Excluded])}
	}
}

func excludedText(n int64) string {
	if n == 0 {
		return ""
	}
	return " " + countOf(n, "is", "are") + " left out by rule."
}

// sentence ends s with a full stop, unless it has an end.
func sentence(s string) string {
	if s != "" && strings.IndexByte(".?!", s[len(s)-1]) >= 0 {
		return s
	}
	return s + "."
}

// countOf is a number with its noun.
func countOf(n int64, one, many string) string {
	return thousands(n) + " " + plural(n, one, many)
}

func plural(n int64, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// thousands writes 12408 as 12,408.
func thousands(n int64) string {
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// percent is n of all with one decimal: only all is 100 %, and only none is 0.
func percent(n, all int64) string {
	if all <= 0 {
		return "–"
	}
	tenths := (n*1000 + all/2) / all
	switch {
	case n > 0 && n*1000 < all:
		return "<0.1 %"
	case tenths == 1000 && n < all:
		tenths = 999
	}
	return fmt.Sprintf("%d.%d %%", tenths/10, tenths%10)
}
