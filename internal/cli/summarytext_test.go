package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"
	"testing"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/report"
)

// The last lines tell how it ended and what to do, whatever happened.
func TestVerdictAndNext(t *testing.T) {
	commands := nextCommands{same: "SAME", retry: "RETRY", run: "RUN", rejects: "REJECTS", resolve: "RESOLVE", status: "STATUS"}
	there := files{Results: "run/results.csv", Rejects: "run/rejects.csv", InDoubt: "run/in_doubt.csv"}
	const undouble = "in the ARGOS dashboard keep the submission named in run/results.csv and delete the other\n"
	count := func(s kyc.Status) (c kyc.Counts) {
		c.Read, c.ByStatus[s] = 1, 1
		return c
	}
	sum2 := func(a, b kyc.Counts) kyc.Counts {
		a.Read += b.Read
		for s := range a.ByStatus {
			a.ByStatus[s] += b.ByStatus[s]
		}
		return a
	}
	doubled := func(c kyc.Counts) kyc.Counts {
		c.Doubled = 1
		return c
	}
	for name, tt := range map[string]struct {
		r             result
		verdict, next string
	}{
		"all there": {result{counts: count(kyc.Created)}, "Finished", "Next:\n  STATUS\n"},
		"doubled": {
			result{counts: doubled(count(kyc.Created))}, "Finished with records that exist twice", "Next: " + undouble,
		},
		"doubled and rejects": {
			result{counts: doubled(count(kyc.Rejected))}, "Finished with records that exist twice",
			"Next: " + undouble + "then mend run/rejects.csv, and\n  REJECTS\n",
		},
		"doubled and in doubt": {
			result{counts: doubled(count(kyc.InDoubt))}, "Finished with records in doubt",
			"Next:\n  SAME\ndecide in run/in_doubt.csv, then\n  RESOLVE\nand " + undouble,
		},
		"in doubt elsewhere": {
			result{counts: count(kyc.Created), openElsewhere: 1}, "Finished with records in doubt",
			"Next:\n  SAME\ndecide in run/in_doubt.csv, then\n  RESOLVE\n",
		},
		"refused alike": {
			result{counts: count(kyc.Refused), err: &Error{Code: "same_refusal", Exit: ExitTarget}}, "Stopped",
			"Next: when that is mended,\n  RETRY\n",
		},
		"refused alike, few": {
			result{counts: count(kyc.Refused), refusal: "3 of 3 were refused"}, "Finished with rejects",
			"3 of 3 were refused\nNext: when that is mended,\n  RETRY\nif it is the rows, mend run/rejects.csv, then\n  REJECTS\n",
		},
		"refused before": {
			result{counts: count(kyc.Refused)}, "Finished with rejects",
			"Next: mend run/rejects.csv, then\n  REJECTS\nwhere a setting was mended and not the rows:\n  RETRY\n",
		},
		"a picture refused": {
			result{counts: count(kyc.Incomplete), toMend: 1}, "Finished with records that did not get through",
			"Next: mend what the report names of the incomplete records, then\n  SAME\n",
		},
		"a picture refused, and rejects": {
			result{counts: sum2(count(kyc.Incomplete), count(kyc.Rejected)), toMend: 1}, "Finished with rejects",
			"Next: mend run/rejects.csv, then\n  REJECTS\nmend what the report names of the incomplete records, then\n  SAME\n",
		},
		"records that were not sent": {
			result{counts: count(kyc.Failed)}, "Finished with records that did not get through", "Next:\n  SAME\n",
		},
		"records that were not sent, and rejects": {
			result{counts: sum2(count(kyc.Failed), count(kyc.Rejected))}, "Finished with rejects",
			"Next: what was not sent is tried again by\n  SAME\nmend run/rejects.csv, then\n  REJECTS\n",
		},
		"a picture that did not get through": {
			result{counts: count(kyc.Incomplete)}, "Finished with records that did not get through", "Next:\n  SAME\n",
		},
		"wrong key": {
			result{counts: count(kyc.NotAttempted), err: &Error{Code: "key_rejected", Exit: ExitTarget}}, "Stopped",
			"Next: when that is mended,\n  SAME\n",
		},
	} {
		tt.r.next, tt.r.files = commands, there
		tt.r.exit = exitCode(tt.r.ending())
		if got := tt.r.verdict(); got != tt.verdict {
			t.Errorf("%s: %q, want %q", name, got, tt.verdict)
		}
		if got := tt.r.whatNext(); got != tt.next {
			t.Errorf("%s:\n%swant\n%s", name, got, tt.next)
		}
	}
}

// One reason is not hidden behind as many words as it has.
func TestHeldBack(t *testing.T) {
	for n, want := range map[int]string{
		3: "  held back for r1 1, r2 1, r3 1\n",
		4: "  held back for r1 1, r2 1, r3 1, r4 1\n",
		5: "  held back for r1 1, r2 1, r3 1 and 2 other reasons\n",
	} {
		r := &result{counts: kyc.Counts{Read: 100}}
		for i := range n {
			r.reasons = append(r.reasons, report.Reason{Code: fmt.Sprintf("r%d", i+1), Rows: 1})
		}
		if got := r.heldBack(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// Who cannot be told by the system is asked for in the command.
func TestResolveCommand(t *testing.T) {
	for user, want := range map[string]string{"": "migrate resolve f.csv --by YOUR-NAME", "kim": "migrate resolve f.csv"} {
		a := &app{env: func(name string) (string, bool) { return user, name == "USER" }}
		if got := shellLine(a.resolving("f.csv")...); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// The command that sends again what was refused alike names its flag once.
func TestRetryCommand(t *testing.T) {
	for _, given := range [][]string{{"run", "--source", "x"}, {"run", "--source", "x", "--retry-refused"}} {
		s := &session{
			app:   &app{os: OS{Args: given}, env: func(string) (string, bool) { return "", false }},
			flags: &flags{retryRefused: len(given) > 3}, result: &result{},
		}
		s.advise("")
		if got, want := s.result.next.retry, "migrate run --source x --retry-refused"; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// A full disk is nobody's fault and no bug, wherever it was met.
func TestDiskFull(t *testing.T) {
	full := &fs.PathError{Op: "write", Path: "run/rejects.csv.tmp", Err: syscall.ENOSPC}
	for name, err := range map[string]error{
		"bare":           fmt.Errorf("writing the rejects file: %w", full),
		"usage":          usage("results", "mend or move the file", "%w", errors.Join(full, nil)),
		"beside another": errors.Join(usage("source", "", "gone"), full),
		"twice":          asError(full),
		"quota":          &fs.PathError{Op: "write", Path: "x", Err: syscall.EDQUOT},
	} {
		e := asError(err)
		if e.Code != "disk_full" || e.Exit != ExitInternal || !strings.HasPrefix(e.Hint, "free some space") || strings.Contains(e.Hint, "report") {
			t.Errorf("%s: %+v", name, e)
		}
	}
	if e := asError(&fs.PathError{Op: "write", Path: "x", Err: syscall.EIO}); e.Code != "internal" {
		t.Errorf("a disk that fails: %+v", e)
	}
}

// What is excluded is told to the last record, by whatever it was left out.
func TestEveryExclusionIsTold(t *testing.T) {
	rules := map[string]int64{"kyc_open": 19, "closed": 15, "erased": 1}
	many := map[string]int64{"a": 9, "b": 8, "c": 7, "d": 6, "e": 4, "f": 2}
	for _, tt := range []struct {
		all   int64
		rules map[string]int64
		want  string
	}{
		{35, rules, "kyc_open 19, closed 15, erased 1"},
		{36, rules, "kyc_open 19, closed 15, erased 1, skipped by decision 1"},
		{36, many, "a 9, b 8, c 7, d 6, others 6"},
		{2, nil, "skipped by decision 2"},
	} {
		r := result{excluded: tt.rules}
		r.counts.ByStatus[kyc.Excluded] = tt.all
		if got := r.noteExcluded(); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}
