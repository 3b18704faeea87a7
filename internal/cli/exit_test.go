package cli

import (
	"testing"

	"kycmigrate/internal/kyc"
)

// counted makes balanced counts of the statuses given.
func counted(statuses ...kyc.Status) kyc.Counts {
	c := kyc.Counts{Read: int64(len(statuses))}
	for _, s := range statuses {
		c.ByStatus[s]++
	}
	return c
}

func TestExitCode(t *testing.T) {
	unbalanced := counted(kyc.Created)
	unbalanced.Read++
	doubled := counted(kyc.Created)
	doubled.Doubled = 1
	failing := func(code int) *Error { return &Error{Exit: code} }

	tests := map[string]struct {
		give ending
		want int
	}{
		"nothing read":            {ending{}, ExitOK},
		"all through":             {ending{counts: counted(kyc.Created, kyc.Already, kyc.Excluded, kyc.Updated)}, ExitOK},
		"dry run, all ready":      {ending{counts: counted(kyc.Ready)}, ExitOK},
		"rejected":                {ending{counts: counted(kyc.Created, kyc.Rejected)}, ExitRejects},
		"refused":                 {ending{counts: counted(kyc.Refused)}, ExitRejects},
		"failed":                  {ending{counts: counted(kyc.Failed)}, ExitRejects},
		"incomplete":              {ending{counts: counted(kyc.Incomplete)}, ExitRejects},
		"in doubt over rejected":  {ending{counts: counted(kyc.InDoubt, kyc.Rejected)}, ExitDoubt},
		"doubled":                 {ending{counts: doubled}, ExitDoubt},
		"open elsewhere":          {ending{openElsewhere: 1}, ExitDoubt},
		"quota over doubt":        {ending{counts: counted(kyc.InDoubt), err: failing(ExitQuota)}, ExitQuota},
		"interrupted over quota":  {ending{interrupted: true, err: failing(ExitQuota)}, ExitInterrupted},
		"target over interrupted": {ending{interrupted: true, err: failing(ExitTarget)}, ExitTarget},
		"usage over the rest":     {ending{interrupted: true, counts: counted(kyc.InDoubt), err: failing(ExitUsage)}, ExitUsage},
		"unbalanced over usage":   {ending{counts: unbalanced, err: failing(ExitUsage)}, ExitInternal},
		"internal":                {ending{err: failing(ExitInternal)}, ExitInternal},
		"told, whatever it is":    {ending{counts: counted(kyc.InDoubt), told: true}, ExitOK},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := exitCode(tt.give); got != tt.want {
				t.Errorf("exitCode = %d, want %d", got, tt.want)
			}
		})
	}
}
