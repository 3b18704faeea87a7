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

// verdict is verdictOf, but for a source that looks unfinished and has nothing open.
func (f *Fold) verdict(c kyc.Counts) verdict {
	end := f.ending()
	v, r := verdictOf(f.meta, end, c), f.Reconciliation()
	if r != nil && r.Foreign > 0 && v.Tone == good {
		return verdict{fair, capital(countOf(r.Foreign, "row has a key that stands", "rows have keys that stand") + " in ARGOS for somebody else"), v.Detail + " Whoever is not there needs a key of their own."}
	}
	by := c.ByStatus
	undone := by[kyc.Failed] + by[kyc.Incomplete] + by[kyc.NotAttempted] + by[kyc.InDoubt] + by[kyc.Ready] + end.OpenElsewhere + c.Doubled
	if !r.Settled() || r.Rejected == 0 || undone > 0 || end.Stopped != "" {
		return v
	}
	return verdict{
		fair, "Nothing is open that is known by its key",
		countOf(r.InArgos, "record", "records") + " of this run directory are in ARGOS. " + countOf(r.Rejected, "row is", "rows are") + " rejected as the source stands: each has its key in ARGOS, repeats one, is blank, or has none that can be read." + excludedText(by[kyc.Excluded]),
	}
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
			othersText(c) + "Nothing was sent in this check."}
	case end.Cut > 0:
		return verdict{fair, firstOnes(end.Cut, by[kyc.Excluded]), othersText(c) + "The rest of the source was not read, as --limit says. Nothing was sent in this check."}
	case by[kyc.Excluded] > 0:
		return verdict{fair, fmt.Sprintf("%s; %s left out", readyText(c), countOf(by[kyc.Excluded], "is", "are")), "Look at what is left out, and accept it. Nothing was sent in this check."}
	default:
		return verdict{good, "Every record is ready", othersText(c) + "Nothing was sent in this check."}
	}
}

// firstOnes is the headline where a limit ended the reading and nothing is to be mended.
func firstOnes(cut, excluded int64) string {
	if excluded > 0 {
		return "Of the first " + countOf(cut, "record", "records") + " none needs mending"
	}
	return "The first " + countOf(cut, "record is", "records are") + " ready"
}

// readyText says how many records are ready, and in how many of them there is nothing
// more to do.
func readyText(c kyc.Counts) string {
	ready, there := c.ByStatus[kyc.Ready], inArgos(c)
	switch {
	case there == 0:
		return countOf(ready, "record is", "records are") + " ready"
	case ready == 0:
		return countOf(there, "record is", "records are") + " in ARGOS already"
	}
	return countOf(ready, "record is", "records are") + " ready, " + countOf(there, "is", "are") + " in ARGOS already"
}

// inArgos counts what ARGOS has.
func inArgos(c kyc.Counts) int64 {
	by := c.ByStatus
	return by[kyc.Created] + by[kyc.Already] + by[kyc.Updated] + by[kyc.Incomplete]
}

// othersText tells of the records that a dry run holds nothing against, a sentence for
// each sort of which there are any.
func othersText(c kyc.Counts) (text string) {
	by := c.ByStatus
	for _, sort := range []struct {
		n         int64
		one, many string
	}{
		{by[kyc.Ready], "can be sent as it is", "can be sent as they are"},
		{inArgos(c), "is in ARGOS already", "are in ARGOS already"},
		{by[kyc.Excluded], "is left out", "are left out"},
	} {
		if sort.n > 0 {
			text += countOf(sort.n, sort.one, sort.many) + ". "
		}
	}
	if c.Warnings > 0 {
		text += "Of all that was read " + countOf(c.Warnings, "record has", "records have") + " warnings, to be looked at before. "
	}
	return text
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
		return verdict{fair, countOf(rest, "record needs", "records need") + " attention", there + excludedText(by[kyc.Excluded])}
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
	return " " + countOf(n, "is", "are") + " left out."
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
