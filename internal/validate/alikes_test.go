package validate

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kycmigrate/internal/kyc"
)

func TestAlikes(t *testing.T) {
	many := func(form string, from, to int, more ...string) (list []string) {
		for i := from; i < to; i++ {
			list = append(list, fmt.Sprintf(form, i))
		}
		return append(list, more...)
	}
	tests := map[string]struct {
		keys []string
		want []string
	}{
		"capitals":                    {[]string{"CU703117", "CU703118", "cu703117", "Cu703118", "cu703119"}, []string{"3 like 1", "4 like 2"}},
		"capitals later":              {[]string{"CU703118", "cu703117", "CU703117"}, []string{"3 like 2"}},
		"no capitals":                 {[]string{"u001.bec", "u002.aaa", "U001.BEC"}, []string{"3 like 1"}},
		"noughts lost":                {[]string{"0099123", "0099124", "99123"}, []string{"3 like 1"}},
		"noughts lost first":          {[]string{"0099124", "99123", "0099123"}, []string{"3 like 2"}},
		"noughts more":                {[]string{"99123", "99124", "0099123"}, []string{"3 like 1"}},
		"two that are unlike others":  {[]string{"CU703117", "0099123", "99123", "CU703118"}, []string{"3 like 2"}},
		"noughts behind letters":      {[]string{"K-0017", "K-0018", "K-17"}, []string{"3 like 1"}},
		"noughts behind names":        {[]string{"c-0017", "annalee01", "annalee1", "bob007", "bob07"}, nil},
		"both":                        {[]string{"K-0017", "K-0018", "k-17"}, []string{"3 like 1"}},
		"the same again is no like":   {[]string{"CU1", "cu1", "cu1"}, []string{"2 like 1"}},
		"numbers of any length":       {many("%d", 1, 12000), nil},
		"numbers, and one of noughts": {many("%d", 1, 12000, "007"), []string{"12000 like 7"}},
		"letters of both kinds":       {[]string{"aB3xK9", "ab3xK9", "AB3XK9", "aB3xk9"}, nil},
		"names of people":             {[]string{"anna", "Bob", "CARL", "bob.lee", "0"}, nil},
		"noughts within":              {[]string{"2021-0017", "2021-17", "100", "10", "1", "0", "00"}, []string{"7 like 6"}},
		"noughts in longer ones":      {[]string{"K-1", "K-00017", "K-00018"}, nil},
		"signs beside letters":        {[]string{"anna_lee@bank", "carl_oki@bank", "ANNA_LEE@BANK"}, []string{"3 like 1"}},
	}
	for name, test := range tests {
		for _, as := range []string{"key", "userid", "both"} {
			t.Run(name+" as "+as, func(t *testing.T) {
				u := NewUnique()
				u.TellAlikes(nil)
				var got []string
				for i, value := range test.keys {
					rec := rowOf(i, value, value)
					switch as {
					case "key":
						rec = rowOf(i, "", value)
					case "userid":
						rec = rowOf(i, value, fmt.Sprintf("key %06d", i))
					}
					u.Check([]*kyc.Record{rec})
					for _, issue := range rec.Issues {
						if issue.Code == "key_alike" && as != "userid" || issue.Code == "userid_alike" && as == "userid" && issue.Field == "userid" {
							_, row, _ := strings.Cut(issue.Beside, "data row ")
							row, _, _ = strings.Cut(row, ",")
							got = append(got, fmt.Sprint(i+1, " like ", row))
						}
					}
				}
				if !slices.Equal(got, test.want) {
					t.Errorf("%v, want %v", got, test.want)
				}
			})
		}
	}
}

// What the operator does not want to hear is not told, and nothing of an excluded row.
func TestAlikesAreTheOperators(t *testing.T) {
	u := NewUnique()
	u.TellAlikes(map[string]kyc.Severity{"key_alike": kyc.Reject, "userid_alike": kyc.Off})
	recs := []*kyc.Record{rowOf(0, "U1", "K1"), rowOf(1, "u1", "k1"), rowOf(2, "U2", "K2"), rowOf(3, "", "k2")}
	recs[3].Excluded = "closed"
	u.Check(recs)
	for i, want := range []string{"", "reject key_alike ", "", ""} {
		if got := strings.Join(found(recs[i]), ", "); strings.TrimSpace(got) != strings.TrimSpace(want) {
			t.Errorf("row %d: %q, want %q", i+1, got, want)
		}
	}
}

// A key that is like that of the row whose userid a row has is not told besides.
func TestAlikeKeysOfOneUser(t *testing.T) {
	u := NewUnique()
	u.TellAlikes(nil)
	recs := []*kyc.Record{rowOf(0, "U1", "K1"), rowOf(1, "U1", "k1")}
	u.Check(recs)
	if got := found(recs[1]); !slices.Equal(got, []string{"reject userid_duplicate userid"}) {
		t.Error(got)
	}
}

// Columns without one way of writing cost no memory in the end.
func TestAlikesGiveUp(t *testing.T) {
	u := NewUnique()
	u.TellAlikes(nil)
	for i := range 10 * maxOdd {
		form := "k%07d"
		if i%2 == 1 {
			form = "K%08d"
		}
		u.Check([]*kyc.Record{rowOf(i, "", fmt.Sprintf(form, i))})
	}
	if n := len(u.keyAlikes.odd); n > 4*maxOdd+3 {
		t.Errorf("%d values are kept", n)
	}
}
