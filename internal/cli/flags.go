package cli

import (
	"errors"
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kycmigrate/internal/report"
)

// flags are the flags of run and validate, as given.
type flags struct {
	source, mapping, run     string
	rate                     float64
	concurrency              int
	limit                    int64
	yes, quiet, dryRun       bool
	logLevel                 string
	retryRefused             bool
	maxRejects               string
	settle                   []time.Duration
	settleGiven              bool
	commitWindow             time.Duration
	commitWindowGiven        bool
	doubtTimeout             time.Duration
	lookFirst, recover       bool
	dailyQuota               int64
	onQuota                  string
	encrypt                  bool
	encryptGiven             bool
	audit                    bool
	lasting                  []string // flags that whoever continues the run needs as well, as they were given
	envelope                 string
	strict, showValues       bool
	allIssues                bool
	caFile, envFile          string
	noPreflight, sameProject bool
	tolerance                tolerance // maxRejects, parsed
	part                     string
	slice                    part // the same, parsed
	asOf                     dayValue
}

// defaultSettle is the spacing of the lookups of a record in doubt.
var defaultSettle = []time.Duration{5 * time.Second, 10 * time.Second, 15 * time.Second}

const (
	defaultCommitWindow = 45 * time.Second
	defaultDoubtTimeout = 5 * time.Minute
	// maxRemoteRate is the highest --rate for a target that is not on this
	// machine.
	maxRemoteRate = 5000
	// minRemoteQuiet is the least commit window plus settling time for a
	// target that is not on this machine (exactly-once.md P2).
	minRemoteQuiet = time.Minute
	maxConcurrency = 4096
)

// recordFlags registers what both run and validate use.
func (a *app) recordFlags(f *pflag.FlagSet, v *flags) {
	f.StringVar(&v.source, "source", "", "what to read: a path, a glob, a database such as 'postgres://me:${DB_PASSWORD}@host/db', or - for standard input (required)")
	f.StringVar(&v.mapping, "mapping", "", "the mapping `file` (required)")
	a.runDirFlag(f, &v.run)
	partFlag(f, &v.part)
	f.Int64Var(&v.limit, "limit", 0, "read at most this many records; 0 reads all")
	f.StringVar(&v.maxRejects, "max-rejects", "", "send nothing if more records than this are rejected: `N or P%`")
	f.BoolVar(&v.strict, "strict-required", false, "require idType and issuingCountry, as the older API pages do")
	asOfFlag(f, v)
	showValuesFlag(f, v)
	allIssuesFlag(f, v)
	f.StringVar(&v.envFile, "env-file", "", "read environment variables from this `file`; the real environment wins")
	f.BoolVar(&v.quiet, "quiet", false, "no progress, and no warnings or errors of run.log as they come; what is warned of before and the summary are still printed")
	f.StringVar(&v.logLevel, "log-level", "info", "least level kept in run.log: debug, info, warn or error; debug also writes all of it to stderr")
	a.jsonFlag(f)
}

// sendFlags registers what only a run that sends uses.
func sendFlags(f *pflag.FlagSet, v *flags) {
	f.BoolVar(&v.dryRun, "dry-run", false, "send nothing: the same as migrate validate")
	f.BoolVar(&v.yes, "yes", false, "do not ask before sending")
	f.Float64Var(&v.rate, "rate", 50, "calls per second; above 5000, or 0 for no limit, only to a loopback target")
	f.IntVar(&v.concurrency, "concurrency", 16, "calls in flight")
	f.BoolVar(&v.retryRefused, "retry-refused", false, "send again what ARGOS refused, even if unchanged")
	f.DurationSliceVar(&v.settle, "settle", defaultSettle, "waits between the lookups of a record in doubt")
	f.DurationVar(&v.commitWindow, "commit-window", defaultCommitWindow, "how long after its end a POST may still take effect")
	f.DurationVar(&v.doubtTimeout, "doubt-timeout", defaultDoubtTimeout, "stop waiting for records in doubt this long after the last POST")
	f.BoolVar(&v.lookFirst, "look-first", false, "look every record up before its first POST")
	f.BoolVar(&v.recover, "recover", false, "work in a run directory that was moved, copied or restored; implies --look-first")
	f.Int64Var(&v.dailyQuota, "daily-quota", 200000, "calls per UTC day of this run directory")
	f.StringVar(&v.onQuota, "on-quota", "wait", "when the daily quota is used up: wait or stop")
	f.BoolVar(&v.encrypt, "encrypt", false, "use Secure Data Transmission, as set for the project")
	f.StringVar(&v.envelope, "encrypt-envelope", "body", "form of an encrypted request: body or raw")
	f.StringVar(&v.caFile, "ca-file", "", "trust the certificates in this PEM `file` as well")
	f.BoolVar(&v.noPreflight, "no-preflight", false, "leave out the lookups made before the first POST")
	f.BoolVar(&v.audit, "audit", false, "look up what was posted again because it was not found, even if nothing is left to send")
	f.BoolVar(&v.sameProject, "same-project", false, "the API key was changed, the project is the same")
}

func (a *app) runDirFlag(f *pflag.FlagSet, run *string) {
	f.StringVar(run, "run", "", "the run `directory` (default runs/<name of the mapping>)")
}

func showValuesFlag(f *pflag.FlagSet, v *flags) {
	f.BoolVar(&v.showValues, "show-values", false, "show values of rows in the report, which is personal data then; without it only what they look like")
}

func allIssuesFlag(f *pflag.FlagSet, v *flags) {
	f.BoolVar(&v.allIssues, "all-issues", false, "list every warning in issues.csv; without it the first "+thousands(report.MaxListed)+" rows of each kind")
}

func (a *app) jsonFlag(f *pflag.FlagSet) {
	f.BoolVar(&a.json, "json", a.json, "print exactly one JSON object on standard output")
}

// lasting are the flags that belong to a run directory's work and not to one
// invocation, nor to one source, as --part does.
var lasting = []string{
	"strict-required", "as-of", "env-file", "all-issues", "rate", "concurrency", "settle", "commit-window", "doubt-timeout",
	"daily-quota", "on-quota", "encrypt", "encrypt-envelope", "ca-file", "look-first",
}

// lastingFlags writes those out that were given.
func lastingFlags(f *pflag.FlagSet) (words []string) {
	for _, name := range lasting {
		given := f.Lookup(name)
		switch {
		case given == nil || !given.Changed:
		case given.Value.Type() == "bool":
			if given.Value.String() == "true" {
				words = append(words, "--"+name)
			}
		default:
			words = append(words, "--"+name, strings.Trim(given.Value.String(), "[]"))
		}
	}
	return words
}

// checkGiven refuses a flag that is given without a value. It would count as
// not given, and what it should guard against would pass: a variable of the
// shell that is not set leaves nothing behind the flag's name.
func checkGiven(cmd *cobra.Command) error {
	var err error
	cmd.Flags().Visit(func(f *pflag.Flag) {
		if err == nil && isBlank(f.Value) {
			err = usage("usage", "give it a value, or leave it out; is a variable of the shell not set?", "--%s is given without a value", f.Name)
		}
	})
	return err
}

func isBlank(v pflag.Value) bool {
	blank := func(s string) bool { return strings.TrimSpace(s) == "" }
	if list, ok := v.(pflag.SliceValue); ok {
		values := list.GetSlice()
		return len(values) == 0 || slices.ContainsFunc(values, blank)
	}
	return blank(v.String())
}

// check finds what is wrong with the flags as such, before anything is opened.
func (v *flags) check(cmd *cobra.Command) error {
	v.settleGiven = cmd.Flags().Changed("settle")
	v.commitWindowGiven = cmd.Flags().Changed("commit-window")
	v.encryptGiven = cmd.Flags().Changed("encrypt")
	v.lasting = lastingFlags(cmd.Flags())
	see := "see: " + cmd.CommandPath() + " --help"
	bad := func(format string, args ...any) error { return usage("usage", see, format, args...) }
	switch {
	case v.source == "":
		return bad("--source is missing: what is to be read?")
	case v.mapping == "":
		return bad("--mapping is missing: which mapping file?")
	case v.limit < 0:
		return bad("--limit %d: must be 0 (all) or more", v.limit)
	case v.rate < 0:
		return bad("--rate %g: must be 0 (no limit) or more", v.rate)
	case v.concurrency < 1 || v.concurrency > maxConcurrency:
		return bad("--concurrency %d: must be 1 to %d", v.concurrency, maxConcurrency)
	case v.dailyQuota < 1:
		return bad("--daily-quota %d: must be 1 or more", v.dailyQuota)
	case v.onQuota != "wait" && v.onQuota != "stop":
		return bad("--on-quota %q: must be wait or stop", v.onQuota)
	case v.envelope != "body" && v.envelope != "raw":
		return bad("--encrypt-envelope %q: must be body or raw", v.envelope)
	case v.commitWindow < 0 || v.doubtTimeout < 0:
		return bad("--commit-window and --doubt-timeout must not be negative")
	}
	return v.checkLists(bad)
}

func (v *flags) checkLists(bad func(string, ...any) error) error {
	if len(v.settle) == 0 {
		return bad("--settle is empty: give waits such as 5s,10s,15s")
	}
	for _, wait := range v.settle {
		if wait <= 0 {
			return bad("--settle %s: each wait must be longer than nothing", wait)
		}
	}
	if _, err := parseLevel(v.logLevel); err != nil {
		return bad("--log-level %q: must be debug, info, warn or error", v.logLevel)
	}
	var err error
	if v.slice, err = parsePart(v.part); err != nil {
		return bad("--part %q: %s", v.part, err.Error())
	}
	if v.tolerance, err = parseTolerance(v.maxRejects); err != nil {
		return bad("--max-rejects %q: %s", v.maxRejects, err.Error())
	}
	return nil
}

// waits are the times that decide when "not found" is believed.
type waits struct {
	settle       []time.Duration
	commitWindow time.Duration
}

// lag is how long reads may lag behind writes: the last settling wait.
func (w waits) lag() time.Duration { return w.settle[len(w.settle)-1] }

// waits applies rule P2: on loopback an explicit --settle without
// --commit-window makes commit window plus lag its sum; elsewhere the two are
// at least a minute together.
func (v *flags) waits(loopback bool) (waits, error) {
	w := waits{settle: v.settle, commitWindow: v.commitWindow}
	if loopback {
		if v.settleGiven && !v.commitWindowGiven {
			w.commitWindow = sum(v.settle) - w.lag()
		}
		return w, nil
	}
	if quiet := w.commitWindow + w.lag(); quiet < minRemoteQuiet {
		return w, usage("usage", "leave --settle and --commit-window at their defaults",
			"--commit-window %s and the last --settle wait %s are %s together: a target that is not on this machine needs at least %s, or a late POST is doubled",
			w.commitWindow, w.lag(), quiet, minRemoteQuiet)
	}
	return w, nil
}

func sum(waits []time.Duration) time.Duration {
	var total time.Duration
	for _, w := range waits {
		total += w
	}
	return total
}

// tolerance is how many rejects --max-rejects allows. share is exact: as a
// binary fraction, 57 of 10,000 would be more than 0.57%.
type tolerance struct {
	set   bool
	count int64
	share *big.Rat // of what was read; nil where a count was given
}

var (
	plainCount   = regexp.MustCompile(`^[0-9]+$`)
	plainPercent = regexp.MustCompile(`^([0-9]+|[0-9]*\.[0-9]+)%$`)
)

func parseTolerance(s string) (tolerance, error) {
	switch {
	case s == "":
		return tolerance{}, nil
	case plainPercent.MatchString(s):
		percent, _ := new(big.Rat).SetString(strings.TrimSuffix(s, "%"))
		share := percent.Quo(percent, big.NewRat(100, 1))
		if share.Cmp(big.NewRat(1, 1)) > 0 {
			return tolerance{}, errors.New("must be a percentage from 0% to 100%")
		}
		return tolerance{set: true, share: share}, nil
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || !plainCount.MatchString(s) {
		return tolerance{}, errors.New("must be a number such as 100 or a share such as 2% or 0.5%")
	}
	return tolerance{set: true, count: n}, nil
}

// exceeded reports whether rejected of read records are too many.
func (t tolerance) exceeded(rejected, read int64) bool {
	switch {
	case !t.set:
		return false
	case t.share != nil:
		allowed := new(big.Rat).Mul(t.share, new(big.Rat).SetInt64(read))
		return new(big.Rat).SetInt64(rejected).Cmp(allowed) > 0
	default:
		return rejected > t.count
	}
}
