package cli

import "kycmigrate/internal/kyc"

// The exit codes, a documented contract (docs/OPERATING.md).
const (
	ExitOK          = 0   // every record is migrated, or was already there
	ExitInternal    = 1   // a bug, or a machine that would not do its part
	ExitUsage       = 2   // command line, configuration, mapping: nothing more is sent
	ExitRejects     = 3   // finished, with records rejected, refused, failed or incomplete
	ExitDoubt       = 4   // finished, with records in doubt or doubled
	ExitTarget      = 5   // the target stopped the run
	ExitQuota       = 6   // paused for the daily quota
	ExitInterrupted = 130 // interrupted; the same command continues
)

// precedence orders the codes where several hold, the strongest first.
var precedence = []int{
	ExitInternal, ExitUsage, ExitTarget, ExitInterrupted, ExitQuota, ExitDoubt, ExitRejects, ExitOK,
}

// ending is all that decides an exit code.
type ending struct {
	counts        kyc.Counts
	openElsewhere int64 // records in doubt that this source does not hold
	interrupted   bool
	err           *Error // what stopped the run; nil when it finished
	told          bool   // nothing was to be done but to tell: the numbers are no verdict
}

// exitCode is the one place where an exit code is decided.
func exitCode(e ending) int {
	holds := map[int]bool{ExitOK: true}
	if e.err != nil {
		holds[e.err.Exit] = true
	}
	if !e.counts.Balanced() {
		holds[ExitInternal] = true
	}
	if e.interrupted {
		holds[ExitInterrupted] = true
	}
	if e.told {
		return strongest(holds)
	}
	by := e.counts.ByStatus
	if by[kyc.InDoubt] > 0 || e.counts.Doubled > 0 || e.openElsewhere > 0 {
		holds[ExitDoubt] = true
	}
	if by[kyc.Rejected]+by[kyc.Refused]+by[kyc.Failed]+by[kyc.Incomplete] > 0 {
		holds[ExitRejects] = true
	}
	return strongest(holds)
}

func strongest(holds map[int]bool) int {
	for _, code := range precedence {
		if holds[code] {
			return code
		}
	}
	return ExitInternal
}
