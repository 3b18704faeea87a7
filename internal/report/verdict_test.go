package report

import (
	"strings"
	"testing"

	"kycmigrate/internal/kyc"
)

func TestVerdicts(t *testing.T) {
	counts := func(read int64, by map[kyc.Status]int64) kyc.Counts {
		c := kyc.Counts{Read: read}
		for s, n := range by {
			c.ByStatus[s] = n
		}
		return c
	}
	type by = map[kyc.Status]int64
	tests := []struct {
		name   string
		dryRun bool
		end    End
		c      kyc.Counts
		tone   tone
		want   string
	}{
		{"bug", true, End{}, counts(2, by{kyc.Ready: 1}), bad, "The books do not balance"},
		{"dry, empty", true, End{}, counts(0, nil), fair, "The source has no records"},
		{"dry, ready", true, End{}, counts(1, by{kyc.Ready: 1}), good, "Every record is ready"},
		{"dry, all there", true, End{}, counts(2, by{kyc.Ready: 1, kyc.Already: 1}), good, "Every record is ready"},
		{"dry, excluded", true, End{}, counts(280, by{kyc.Ready: 187, kyc.Excluded: 93}), fair, "187 records are ready; 93 are left out"},
		{"dry, all excluded", true, End{}, counts(1, by{kyc.Excluded: 1}), fair, "0 records are ready; 1 is left out"},
		{"dry, excluded and there", true, End{}, counts(4, by{kyc.Ready: 1, kyc.Already: 2, kyc.Excluded: 1}), fair, "1 record is ready, 2 are in ARGOS already; 1 is left out"},
		{"dry, cut and excluded", true, End{Cut: 2}, counts(2, by{kyc.Ready: 1, kyc.Excluded: 1}), fair, "Of the first 2 records none needs mending"},
		{"dry, rejected", true, End{}, counts(1234, by{kyc.Ready: 1233, kyc.Rejected: 1}), fair, "1 of 1,234 records needs mending before the load"},
		{"dry, doubt", true, End{}, counts(2, by{kyc.InDoubt: 2}), bad, "2 records are in doubt from an earlier run"},
		{"dry, stopped", true, End{Stopped: "the source broke off"}, counts(1, by{kyc.Ready: 1}), bad, "The check ended early"},
		{"all in", false, End{}, counts(3, by{kyc.Created: 1, kyc.Already: 1, kyc.Excluded: 1}), good, "Every record is accounted for"},
		{"empty", false, End{}, counts(0, nil), fair, "The source has no records"},
		{"rejected", false, End{}, counts(3, by{kyc.Created: 1, kyc.Rejected: 1, kyc.Failed: 1}), fair, "2 records need attention"},
		{"doubt", false, End{}, counts(1, by{kyc.InDoubt: 1}), bad, "1 record is in doubt"},
		{"doubt elsewhere", false, End{OpenElsewhere: 2}, counts(1, by{kyc.Created: 1}), bad, "2 records are in doubt"},
		{"stopped", false, End{Stopped: "ARGOS refused the key."}, counts(1, by{kyc.NotAttempted: 1}), bad, "The run ended early"},
		{"doubled", false, End{}, kyc.Counts{Doubled: 1}, bad, "1 record has more than one submission"},
	}
	for _, tt := range tests {
		v := verdictOf(Meta{DryRun: tt.dryRun}, tt.end, tt.c)
		if v.Tone != tt.tone || v.Headline != tt.want {
			t.Errorf("%s: %s, %q", tt.name, v.Tone, v.Headline)
		}
		if strings.Contains(v.Detail, "..") || !strings.HasSuffix(v.Detail, ".") {
			t.Errorf("%s: %q", tt.name, v.Detail)
		}
	}
}

// The sentence below a dry run's headline tells of what there is, and of nothing else.
func TestDetailOfADryRun(t *testing.T) {
	c := kyc.Counts{Read: 4}
	c.ByStatus[kyc.Ready], c.ByStatus[kyc.Rejected] = 3, 1
	if got, want := verdictOf(Meta{DryRun: true}, End{}, c).Detail, "3 can be sent as they are. Nothing was sent in this check."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	c.Read = 16
	c.ByStatus[kyc.Already], c.ByStatus[kyc.Excluded] = 2, 10
	if got, want := verdictOf(Meta{DryRun: true}, End{}, c).Detail, "3 can be sent as they are. 2 are in ARGOS already. 10 are left out. Nothing was sent in this check."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
