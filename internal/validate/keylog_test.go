package validate

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kycmigrate/internal/kyc"
)

// noteKeys notes rows with these keys, and returns those that are told, with what is said
// of them.
func noteKeys(t *testing.T, keys []string) (list []string) {
	t.Helper()
	x := NewIdentity(IdentityOptions{Temp: t.TempDir(), Key: "legacy_id"})
	t.Cleanup(func() { _ = x.Close() })
	for i, key := range keys {
		rec := person(i, nil)
		rec.Key.Parts[0] = key
		note1(t, x, rec)
	}
	err := x.Findings(func(f *Finding) error {
		if f.Issue.Code == "key_unusual" {
			if f.Issue.Column != "legacy_id" || f.Issue.Field != "" || f.Issue.Severity != kyc.Warn {
				t.Errorf("%+v", f.Issue)
			}
			_, detail, _ := strings.Cut(f.Issue.Message, "; ")
			what, _, _ := strings.Cut(detail, ",")
			list = append(list, keys[f.Row.Seq]+": "+what)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(list)
	return list
}

func TestKeys(t *testing.T) {
	const nothing, spoilt, unlike, bare = ": it stands for none", ": a spreadsheet or a program has made it what it is", ": its length is another one", ": it is shorter"
	tests := map[string]struct {
		usual func(i int) string
		odd   []string
		want  []string
	}{
		"numbers filled up": {
			func(i int) string { return fmt.Sprintf("%010d", 4711000+7*i) },
			[]string{"'0004712748", "O004728600", "000472298600", "4712749", "NULL", "#N/A", "NEW", "4.7322E+06", "4733024.0", "test", "0000000000", "P0745411A", "74092223308", "0004-71274", "顧客四七一一", "4,7E+5", "1E+09"},
			[]string{
				"#N/A" + nothing, "'0004712748" + spoilt, "0000000000" + nothing, "0004-71274" + unlike, "000472298600" + unlike, "1E+09" + spoilt, "4,7E+5" + spoilt, "4.7322E+06" + spoilt, "4712749" + bare, "4733024.0" + spoilt,
				"74092223308" + unlike, "NEW" + nothing, "NULL" + nothing, "O004728600" + unlike, "P0745411A" + unlike, "test" + nothing, "顧客四七一一" + unlike,
			},
		},
		"numbers that grow":              {func(i int) string { return fmt.Sprint(99_990 + i) }, []string{"7", "1234567", "12I45"}, []string{"12I45" + unlike}},
		"behind letters":                 {func(i int) string { return fmt.Sprintf("CU-%06d", 1+i) }, []string{"CU-O00017", "CU-00017", "CU00017", "cu-999999", "cu-000777"}, []string{"CU-00017" + unlike, "CU-O00017" + unlike, "CU00017" + unlike, "cu-000777" + unlike, "cu-999999" + nothing}},
		"two in one, or a nine for none": {func(i int) string { return fmt.Sprint("C", 10_010_000+37*i) }, []string{"C1001003710010074", "-10023112", "C99999999", "C100887"}, []string{"-10023112" + unlike, "C1001003710010074" + unlike, "C99999999" + nothing}},
		"up to nines":                    {func(i int) string { return fmt.Sprint("C", 998_500+i) }, nil, nil},
		"letters that grow":              {func(i int) string { return fmt.Sprint("CU", 999_900+i) }, []string{"CU7", "CU12345678"}, nil},
		"without noughts":                {func(i int) string { return fmt.Sprintf("%07d", 10_000+i) }, []string{"20046", "20047", "20048", "20049", "20050", "20051", "500"}, []string{"20046" + bare, "20047" + bare, "20048" + bare, "20049" + bare, "20050" + bare, "20051" + bare, "500" + bare}},
		"without noughts, of few padded": {func(i int) string { return fmt.Sprintf("%07d", 700_000+i*700) }, []string{"20046", "20047", "20048", "20049"}, nil},
		"another system":                 {func(i int) string { return fmt.Sprintf("%010d", i) }, []string{"B-100001", "B-100002", "B-100003", "B-100004"}, nil},
		"names of people": {func(i int) string {
			return []string{"anna", "bob.lee", "carl7", "d_oki", "eva-maria"}[i%5] + fmt.Sprint(i*i)
		}, []string{"test", "new", "NULL", "o'neil", "1e10"}, []string{"NULL" + nothing}},
		"one of many forms": {func(i int) string { return fmt.Sprintf("%x", 0x9e3779b97f4a7c15*uint64(i+1)) }, []string{"aE+17b9c", "7.0"}, nil},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			var keys []string
			for i := range 1500 {
				keys = append(keys, test.usual(i))
			}
			if got := noteKeys(t, append(keys[:700:700], append(test.odd, keys[700:]...)...)); !slices.Equal(got, test.want) {
				t.Errorf("%q\nwant %q", got, test.want)
			}
			if got := noteKeys(t, append(test.odd, keys...)); !slices.Equal(got, test.want) {
				t.Errorf("odd ones first: %q\nwant %q", got, test.want)
			}
			if got := noteKeys(t, append(slices.Clone(test.odd), keys[:20]...)); slices.ContainsFunc(got, func(s string) bool { return strings.HasSuffix(s, unlike) }) {
				t.Errorf("of few: %q", got)
			}
		})
	}
}

// Rows without a key, and keys of several parts, say nothing.
func TestKeysThatAreNone(t *testing.T) {
	if got := noteKeys(t, slices.Repeat([]string{""}, 100)); got != nil {
		t.Error(got)
	}
	x := newTestIdentity(t, nil)
	for i := range 100 {
		rec := person(i, nil)
		if rec.Key.Parts = nil; i%2 == 0 {
			rec.Key.Parts = []string{"NULL", "NULL", fmt.Sprint(i)}
		}
		note1(t, x, rec)
	}
	if got := told(t, x); got != nil {
		t.Error(got)
	}
}

// Values of custom fields that are not written as those of nearly all other rows.
func TestCustomFields(t *testing.T) {
	for value, want := range map[string]bool{
		"O284": true, "01AB": true, "101.0": true, "0101 (closed)": true, "0101/0108": true, "01-Jan": true, "HQ01": true, "-101": true, "283": true, "London": true, "0284": false, "": false,
	} {
		x := newTestIdentity(t, map[string]kyc.Severity{"value_missing": kyc.Off})
		for i := range 600 {
			note1(t, x, person(i, values{kyc.CF2: fmt.Sprintf("%04d", 101+i%80)}))
		}
		rec := person(600, values{kyc.CF2: value})
		note1(t, x, rec)
		list := told(t, x)
		if got := len(list) == 1 && strings.Contains(list[0], "custom_unusual cf2"); got != want || !got && len(list) > 0 {
			t.Errorf("%q: %v", value, list)
		}
		attach := x.Attach()
		for i := range 600 {
			attach.Check([]*kyc.Record{person(i, nil)})
		}
		attach.Check([]*kyc.Record{rec})
		if attach.Err() != nil || want != (len(rec.Issues) == 1) {
			t.Errorf("%q, once more: %v, %v", value, found(rec), attach.Err())
		}
	}
	x := newTestIdentity(t, nil)
	for i := range 600 { // words of any kind
		note1(t, x, person(i, values{kyc.CF1: []string{"Zagreb", "north", "Premium Plus", "7", "x-9"}[i%5]}))
	}
	if list := told(t, x); len(list) > 0 {
		t.Errorf("%v", list)
	}
}
