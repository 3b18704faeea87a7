package validate

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"kycmigrate/internal/kyc"
)

var today = time.Date(2026, 11, 22, 15, 4, 5, 0, time.UTC)

// goodRecord is a record that no rule finds fault with.
func goodRecord() *kyc.Record {
	rec := &kyc.Record{Row: &kyc.Row{}, Key: kyc.Key{Parts: []string{"C-1"}}}
	rec.Submission = kyc.Submission{
		kyc.Email:          "ann.lee@example.com",
		kyc.FullName:       "Ann Lee",
		kyc.BirthDate:      "1988-02-29",
		kyc.KYCStatus:      "approved",
		kyc.IDType:         "passport",
		kyc.IssuingCountry: "KOR",
		kyc.Nationality:    "KOR",
		kyc.Gender:         "female",
		kyc.IssueDate:      "2021-05-01",
		kyc.ExpireDate:     "2031-05-01",
		kyc.AddressCountry: "KOR",
		kyc.AddressCity:    "수원시",
		kyc.UserID:         "C-1",
	}
	return rec
}

func newValidator(t testing.TB, o Options) *Validator {
	t.Helper()
	if o.Today.IsZero() {
		o.Today = today
	}
	return New(o)
}

// below is a folder that no path leads out of.
func below(t testing.TB, root string) fs.FS {
	t.Helper()
	r, err := os.OpenRoot(root)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = r.Close() })
	return r.FS()
}

// found lists a record's issues as "severity code field".
func found(rec *kyc.Record) []string {
	var list []string
	for _, issue := range rec.Issues {
		list = append(list, strings.TrimSpace(issue.Severity.String()+" "+issue.Code+" "+issue.Field))
	}
	return list
}

func TestCheckFields(t *testing.T) {
	long := strings.Repeat("x", longField+1)
	tests := []struct {
		name  string
		field kyc.Field
		value string
		want  []string
	}{
		{"good", kyc.CF1, "legacy-2026", nil},
		{"no email", kyc.Email, "", []string{"reject required_missing email"}},
		{"no name", kyc.FullName, "", []string{"reject required_missing fullName"}},
		{"blank name", kyc.FullName, " \u00a0 ", []string{"reject required_missing fullName"}},
		{"no birth date", kyc.BirthDate, "", []string{"reject required_missing birthDate"}},
		{"no status", kyc.KYCStatus, "", []string{"reject required_missing kycStatus"}},
		{"no idType", kyc.IDType, "", []string{"warning disputed_missing idType"}},
		{"no issuing country", kyc.IssuingCountry, "", []string{"warning disputed_missing issuingCountry"}},
		{"no gender", kyc.Gender, "", nil},
		{"pending", kyc.KYCStatus, "pending", []string{"reject kyc_status_invalid kycStatus"}},
		{"upper-case status", kyc.KYCStatus, "Approved", []string{"reject kyc_status_invalid kycStatus"}},
		{"gender X", kyc.Gender, "X", []string{"reject gender_invalid gender"}},
		{"unknown document", kyc.IDType, "drvlic", []string{"reject id_type_unknown idType"}},
		{"agreed document", kyc.IDType, "foreigner_card", nil},
		{"alpha-2", kyc.Nationality, "KR", []string{"reject country_unknown nationality"}},
		{"lower case", kyc.IssuingCountry, "kor", []string{"reject country_unknown issuingCountry"}},
		{"Kosovo", kyc.IssuingCountry, "XKX", []string{"warning country_kosovo issuingCountry"}},
		{"address country", kyc.AddressCountry, "Korea", []string{"warning address_country_unknown address_country"}},
		{"bad UTF-8", kyc.FullName, "M\xfcller", []string{"reject invalid_utf8 fullName"}},
		{"bad UTF-8 in a checked field", kyc.Gender, "\xff", []string{"reject invalid_utf8 gender"}},
		{"NUL", kyc.FullName, "A\x00nn", []string{"reject nul_character fullName"}},
		{"control", kyc.CF1, "a\x01", []string{"warning control_character cf1"}},
		{"C1 control", kyc.CF1, "a\u0085", []string{"warning control_character cf1"}},
		{"delete", kyc.CF1, "a\x7f", []string{"warning control_character cf1"}},
		{"line break", kyc.AddressStreet, "1 High St\nFlat 2", []string{"warning control_character address_street"}},
		{"lost character", kyc.FullName, "M\ufffdller", []string{"warning replacement_character fullName"}},
		{"all at once", kyc.FullName, "\xff\x00\x01\ufffd", []string{
			"reject invalid_utf8 fullName", "reject nul_character fullName",
			"warning control_character fullName", "warning replacement_character fullName",
		}},
		{"long", kyc.CF2, long, []string{"warning field_too_long cf2"}},
		{"just not long", kyc.CF2, long[1:], nil},
		{"enormous", kyc.CF2, strings.Repeat("x", maxFields), []string{"warning field_too_long cf2", "reject record_too_big"}},
	}
	v := newValidator(t, Options{ExtraIDTypes: []string{"foreigner_card"}})
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			rec := goodRecord()
			rec.Submission[test.field] = test.value
			v.Check(rec)
			if diff := cmp.Diff(test.want, found(rec)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestCheckDates(t *testing.T) {
	tests := []struct {
		name                   string
		birth, issued, expires string
		want                   []string
	}{
		{"good", "1990-01-01", "2020-01-01", "2030-01-01", nil},
		{"birth only", "1990-01-01", "", "", nil},
		{"no such day", "1990-02-30", "", "", []string{"reject date_invalid birthDate"}},
		{"no leap year", "1900-02-29", "", "", []string{"reject date_invalid birthDate"}},
		{"other layout", "01/02/1990", "", "", []string{"reject date_invalid birthDate"}},
		{"with time", "1990-01-01T00:00:00Z", "", "", []string{"reject date_invalid birthDate"}},
		{"all invalid", "x", "2020-13-01", "2030-00-01", []string{
			"reject date_invalid birthDate", "reject date_invalid issueDate", "reject date_invalid expireDate",
		}},
		{"first believed birth", "1908-11-23", "", "", nil},
		{"older than anybody", "1908-11-22", "", "", []string{"warning birth_date_implausible birthDate"}},
		{"first day but one", "1900-01-02", "", "", []string{"warning birth_date_implausible birthDate"}},
		{"no birth date", "1900-01-01", "", "", []string{"warning placeholder birthDate"}},
		{"too old", "1899-12-31", "", "", []string{"warning birth_date_implausible birthDate"}},
		{"born today", "2026-11-22", "", "", []string{"warning minor birthDate"}},
		{"of age today", "2008-11-22", "", "", nil},
		{"of age tomorrow", "2008-11-23", "", "", []string{"warning minor birthDate"}},
		{"unborn", "2026-11-23", "", "", []string{"warning birth_date_implausible birthDate"}},
		{"issued today", "1990-01-01", "2026-11-22", "", nil},
		{"issued tomorrow", "1990-01-01", "2026-11-23", "", []string{"warning issue_date_future issueDate"}},
		{"issued at birth", "2000-01-01", "2000-01-01", "2030-01-01", []string{"warning validity_too_long expireDate"}},
		{"issued for twenty years", "2000-01-01", "2010-01-01", "2030-01-01", []string{"warning validity_too_long expireDate"}},
		{"issued for eleven years", "2000-01-01", "2022-03-02", "2033-03-02", []string{"warning validity_too_long expireDate"}},
		{"issued for eleven years less a day", "2000-01-01", "2022-03-02", "2033-03-01", []string{"warning validity_too_long expireDate"}},
		{"issued for a day over the longest term", "2000-01-01", "2022-03-02", "2033-02-03", []string{"warning validity_too_long expireDate"}},
		{"issued for the longest term", "2000-01-01", "2022-03-02", "2033-02-02", nil},
		{"issued for ten years and nine months", "2000-01-01", "2022-06-30", "2033-03-30", nil},
		{"issued before birth", "2000-01-02", "2000-01-01", "", []string{"warning date_order issueDate"}},
		{"expires today", "1990-01-01", "2020-01-01", "2026-11-22", nil},
		{"expired yesterday", "1990-01-01", "2020-01-01", "2026-11-21", []string{"warning document_expired expireDate"}},
		{"expires as issued", "1990-01-01", "2026-11-22", "2026-11-22", []string{"warning date_order expireDate"}},
		{"expires before birth", "1990-01-01", "", "1980-01-01", []string{
			"warning date_order expireDate", "warning document_expired expireDate",
		}},
		{"a passport that never expires", "1990-01-01", "2020-01-01", "9999-12-31", []string{"warning placeholder expireDate"}},
	}
	v := newValidator(t, Options{})
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			rec := goodRecord()
			rec.Submission[kyc.BirthDate] = test.birth
			rec.Submission[kyc.IssueDate] = test.issued
			rec.Submission[kyc.ExpireDate] = test.expires
			v.Check(rec)
			if diff := cmp.Diff(test.want, found(rec)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Of dates that are out of order it is told which two.
func TestDateOrderNamesBoth(t *testing.T) {
	v := newValidator(t, Options{})
	for want, days := range map[string][3]string{
		"; it is issued before the birth date":              {"2000-01-02", "2000-01-01", ""},
		"; it expires on the day of issue":                  {"1990-01-01", "2026-11-22", "2026-11-22"},
		"; it expires before the issue date":                {"1990-01-01", "2031-02-01", "2030-02-01"},
		"; it expires before the birth date or on that day": {"1990-01-01", "", "1980-01-01"},
	} {
		rec := goodRecord()
		rec.Submission[kyc.BirthDate], rec.Submission[kyc.IssueDate], rec.Submission[kyc.ExpireDate] = days[0], days[1], days[2]
		v.Check(rec)
		if !slices.ContainsFunc(rec.Issues, func(i kyc.Issue) bool { return i.Code == "date_order" && strings.HasSuffix(i.Message, want) }) {
			t.Errorf("no date_order ends with %q: %v", want, rec.Issues)
		}
	}
}

func TestDateNotJudgedTwice(t *testing.T) {
	rec := goodRecord()
	rec.Submission[kyc.IssueDate] = "2020-\xff1-01"
	newValidator(t, Options{}).Check(rec)
	if diff := cmp.Diff([]string{"reject invalid_utf8 issueDate"}, found(rec)); diff != "" {
		t.Error(diff)
	}
}

func TestParseDateAgreesWithTime(t *testing.T) {
	day := time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC)
	for ; day.Year() < 2101; day = day.AddDate(0, 0, 1) {
		if d, ok := parseDate(day.Format(time.DateOnly)); !ok || d != dateOf(day) {
			t.Fatalf("%v: read as %d, %v", day, d, ok)
		}
	}
}

func FuzzParseDate(f *testing.F) {
	for _, seed := range []string{"2024-02-29", "2023-02-29", "0000-01-01", "9999-12-31", "2024-1-01", "２024-01-01"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, ok := parseDate(s)
		want, err := time.Parse(time.DateOnly, s)
		if wanted := err == nil && want.Year() > 0; ok != wanted {
			t.Fatalf("%q: ok %v, time says %v", s, ok, err)
		}
		if ok && d != dateOf(want) {
			t.Fatalf("%q: %d, time says %v", s, d, want)
		}
	})
}

func TestStrict(t *testing.T) {
	rec := goodRecord()
	rec.Submission[kyc.IDType], rec.Submission[kyc.IssuingCountry] = "", ""
	newValidator(t, Options{Strict: true}).Check(rec)
	want := []string{"reject disputed_missing idType", "reject disputed_missing issuingCountry"}
	if diff := cmp.Diff(want, found(rec)); diff != "" {
		t.Error(diff)
	}
}

// What the mapper has rejected is not said again in other words.
func TestMapperSpokeFirst(t *testing.T) {
	v := newValidator(t, Options{Pictures: below(t, imageRoot(t))})
	for _, f := range []kyc.Field{kyc.Email, kyc.FullName, kyc.BirthDate, kyc.KYCStatus, kyc.IDType, kyc.IssuingCountry} {
		rec := goodRecord()
		rec.Pictures[kyc.IDImage].Path = "good.jpg"
		rec.Submission[f] = ""
		rec.Add(kyc.Issue{Severity: kyc.Reject, Code: "value_unknown", Field: f.String()})
		v.Check(rec)
		if len(rec.Issues) != 1 {
			t.Errorf("%v: %v", f, found(rec))
		}
	}
}

func TestUnknownKey(t *testing.T) {
	v := newValidator(t, Options{})
	rec := goodRecord()
	rec.Key = kyc.Key{}
	v.Check(rec)
	if diff := cmp.Diff([]string{"reject key_missing"}, found(rec)); diff != "" {
		t.Error(diff)
	}

	faulty := &kyc.Record{Row: &kyc.Row{Fault: &kyc.Issue{Severity: kyc.Reject, Code: "row_ragged"}}}
	faulty.Add(*faulty.Row.Fault)
	v.Check(faulty)
	if len(faulty.Issues) != 1 {
		t.Errorf("a row that was not read has %v", found(faulty))
	}
}

func TestColumn(t *testing.T) {
	columns := map[string]string{"email": "E_MAIL", "selfieImage": "SELFIE"}
	v := newValidator(t, Options{Column: func(field string) string { return columns[field] }, Pictures: below(t, imageRoot(t))})
	rec := goodRecord()
	rec.Submission[kyc.Email], rec.Submission[kyc.Gender] = "nobody", "X"
	rec.Pictures[kyc.SelfieImage].Path = "absent.png"
	v.Check(rec)
	for _, issue := range rec.Issues {
		if issue.Column != columns[issue.Field] {
			t.Errorf("%s: column %q", issue.Field, issue.Column)
		}
	}
	if len(rec.Issues) != 3 {
		t.Errorf("issues: %v", found(rec))
	}
}

func TestRules(t *testing.T) {
	seen := map[string]bool{}
	list := Rules()
	for _, rule := range list {
		if rule.Code == "" || rule.Sentence == "" || rule.Fix == "" || seen[rule.Code] {
			t.Errorf("rule %+v is incomplete or double", rule)
		}
		if strings.HasSuffix(rule.Sentence, ".") || strings.HasSuffix(rule.Fix, ".") {
			t.Errorf("rule %s ends in a full stop", rule.Code)
		}
		seen[rule.Code] = true
	}
	list[0].Code = "changed"
	if Rules()[0].Code == "changed" {
		t.Error("a caller can change the rules")
	}
}

// Whatever a record holds, no issue repeats any of it, and the same record is
// always judged the same.
func TestIssuesHoldNoValues(t *testing.T) {
	v := newValidator(t, Options{Pictures: below(t, imageRoot(t))})
	rapid.Check(t, func(t *rapid.T) {
		const canary = "Qz7canary"
		build := rapid.Custom(func(t *rapid.T) string {
			return canary + rapid.String().Draw(t, "rest")
		})
		rec := goodRecord()
		for f := range kyc.NumFields {
			rec.Submission[f] = build.Draw(t, f.String())
		}
		for k := range kyc.NumImages {
			rec.Pictures[k].Path = build.Draw(t, k.String())
		}
		again := *rec
		v.Check(rec)
		v.Check(&again)
		NewUnique().Check([]*kyc.Record{rec})
		for _, issue := range rec.Issues {
			if strings.Contains(issue.Message+issue.Fix+issue.Field+issue.Code, canary) {
				t.Fatalf("%s repeats a value", issue.Code)
			}
		}
		if !slices.Equal(rec.Issues, again.Issues) {
			t.Fatal("judged differently the second time")
		}
	})
}

func TestGoodRecordAllocatesNothing(t *testing.T) {
	v := newValidator(t, Options{})
	rec := goodRecord()
	if n := testing.AllocsPerRun(100, func() { v.Check(rec) }); n != 0 {
		t.Errorf("%v allocations for a good record", n)
	}
	if len(rec.Issues) != 0 {
		t.Error(found(rec))
	}
}

// TC is how Turkey writes itself, and the ISO code of the Turks and Caicos Islands.
func TestTurkeyIsNotTheIslands(t *testing.T) {
	v := newValidator(t, Options{})
	for _, test := range []struct {
		own, issuing, home string
		want               []string
	}{
		{"TCA", "TUR", "TUR", []string{"warning country_turkey nationality"}},
		{"TUR", "TCA", "TCA", []string{"warning country_turkey issuingCountry", "warning country_turkey address_country"}},
		{"TCA", "TCA", "TCA", nil}, {"TCA", "GBR", "USA", nil}, {"TUR", "TUR", "DEU", nil}, {"", "", "", nil},
	} {
		rec := goodRecord()
		rec.Submission[kyc.Nationality], rec.Submission[kyc.IssuingCountry], rec.Submission[kyc.AddressCountry] = test.own, test.issuing, test.home
		v.Check(rec)
		got := slices.DeleteFunc(found(rec), func(s string) bool { return !strings.Contains(s, "country_turkey") })
		if diff := cmp.Diff(test.want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%+v: %s", test, diff)
		}
	}
}
