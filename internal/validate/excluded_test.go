package validate

import (
	"testing"

	"kycmigrate/internal/kyc"
)

// An excluded record is not judged. It holds its key, since an earlier run may
// have sent it, and leaves its userid to others.
func TestExcludedRecords(t *testing.T) {
	record := func(seq int64, key, userid, excluded string) *kyc.Record {
		rec := &kyc.Record{Row: &kyc.Row{Seq: seq}, Key: kyc.Key{Parts: []string{key}}, Excluded: excluded}
		rec.Submission[kyc.UserID] = userid
		return rec
	}
	rec := record(0, "k", "", "closed_account")
	New(Options{}).Check(rec)
	if len(rec.Issues) > 0 {
		t.Errorf("an excluded record was judged: %+v", rec.Issues)
	}
	for _, tt := range []struct {
		name          string
		first, second *kyc.Record
		code          string
	}{
		{"its key is taken", record(0, "k", "u", "closed_account"), record(1, "k", "v", ""), "key_duplicate"},
		{"its key is taken where it is the userid too", record(0, "k", "k", "closed_account"), record(1, "k", "k", ""), "key_duplicate"},
		{"its userid is free", record(0, "k", "u", "closed_account"), record(1, "l", "u", ""), ""},
		{"its userid is free where it is its key", record(0, "k", "k", "closed_account"), record(1, "l", "k", ""), ""},
		{"it may have the userid of another", record(0, "k", "u", ""), record(1, "l", "u", "closed_account"), ""},
		{"it may not have the key of another", record(0, "k", "u", ""), record(1, "k", "u", "closed_account"), "key_duplicate"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			u := NewUnique()
			u.Check([]*kyc.Record{tt.first, tt.second})
			code := ""
			if len(tt.second.Issues) > 0 {
				code = tt.second.Issues[0].Code
			}
			if code != tt.code || len(tt.first.Issues) > 0 {
				t.Errorf("issue %q, want %q", code, tt.code)
			}
			if behind := code != "" && tt.first.Excluded != ""; tt.second.BehindExcluded != behind {
				t.Errorf("behind an excluded row: %t, want %t", tt.second.BehindExcluded, behind)
			}
		})
	}
}
