package report

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"kycmigrate/internal/kyc"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// golden compares got with a file in testdata.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got; run with -update if this is meant):\n%s", name, diff)
	}
}

// outcome is an outcome of row seq with the given key.
func outcome(seq int64, key string, status kyc.Status) *kyc.Outcome {
	rec := &kyc.Record{Row: &kyc.Row{Seq: seq, Origin: kyc.Origin{File: "legacy.csv", Line: seq + 2, Row: seq + 1}}}
	if key != "" {
		rec.Key = kyc.Key{Parts: []string{key}}
	}
	return &kyc.Outcome{Status: status, Record: rec}
}

func reject(code, field, column, message, fix string) kyc.Issue {
	return kyc.Issue{Severity: kyc.Reject, Code: code, Field: field, Column: column, Message: message, Fix: fix}
}

func warn(code, field, column, message, fix string) kyc.Issue {
	i := reject(code, field, column, message, fix)
	i.Severity = kyc.Warn
	return i
}

// secret is in every value of the sample's rows: no report may show it.
const secret = "김민수-s3cr3t"

// sampleOutcomes are n outcomes of a run over a source with all sorts of
// troubles, the same ones every time.
func sampleOutcomes(n int64, dryRun bool) []*kyc.Outcome {
	codes := []string{"KOR", "KOR", "KOR", "KOR", "JPN", "VNM", "USA", "PHL", secret}
	kinds := []string{"passport", "government_id", "government_id", "drivers_license", "", secret}
	list := make([]*kyc.Outcome, n)
	for i := range n {
		o := outcome(i, fmt.Sprint(secret, i), kyc.Created)
		if dryRun {
			o.Status = kyc.Ready
		}
		s := &o.Record.Submission
		for _, f := range []kyc.Field{kyc.Email, kyc.FullName, kyc.BirthDate, kyc.UserID} {
			s[f] = secret
		}
		s[kyc.KYCStatus] = "approved"
		if i%11 == 0 {
			s[kyc.KYCStatus] = "rejected"
		}
		s[kyc.IDType], s[kyc.IssuingCountry] = kinds[i%6], codes[i%9]
		if i%3 > 0 {
			s[kyc.DocumentNumber] = secret
		}
		if i%200 == 7 {
			s[kyc.IdentityNumber] = secret
		}
		s[kyc.BirthDate], s[kyc.ExpireDate] = fmt.Sprintf("%d-03-04", 1950+i%50), fmt.Sprintf("%d-11-19", 2026+i%7)
		o.Record.Row.Cells = []string{secret, secret, secret, secret, secret, secret, secret}
		o.SubmissionID, o.Images, o.Held = fmt.Sprintf("sub-%d", i), 2, 2
		trouble(o, i, dryRun)
		list[i] = o
	}
	return list
}

// trouble makes some of the sample's outcomes bad ones.
func trouble(o *kyc.Outcome, i int64, dryRun bool) {
	bad := func(s kyc.Status, issues ...kyc.Issue) {
		o.Status, o.Issues, o.SubmissionID, o.Images = s, issues, "", 0
	}
	switch {
	case i%37 == 5:
		o.Record.Submission[kyc.BirthDate] = ""
		bad(kyc.Rejected, reject("date_unreadable", "birthDate", "생년월일", "the date fits none of the layouts DD/MM/YYYY, YYYY-MM-DD", "write the date in one of them, or add its layout to the mapping"))
	case i%61 == 9:
		bad(kyc.Rejected, reject("value_unknown", "kycStatus", "status", "the value is not in the mapping's list", "add the value to values, or say what to do otherwise"),
			reject("required_missing", "email", "email", "the field is required and empty", "fill in the column"))
	case i%97 == 3:
		bad(kyc.Rejected, reject("image_missing", "idImage", "id_front", "the file is not there", "put the file into the image folder, or clear the cell"))
	case i%211 == 8:
		bad(kyc.Rejected, reject("key_duplicate", "", "", fmt.Sprintf("row %d has the same key", i-3), "keep one of the rows"))
	case i == 400:
		bad(kyc.Rejected, reject("row_ragged", "", "", "the row has 14 cells and the header 12", "look for a delimiter inside a value that is not quoted"))
		o.Record.Row.Fault = &o.Issues[0]
		o.Record.Submission = kyc.Submission{}
	case i%17 == 2:
		o.Issues = append(o.Issues, warn("country_alias", "issuingCountry", "doc_country", "the name is an old one of the country", "check that KOR, the country of today, is meant"))
	case dryRun:
	case i%149 == 40:
		bad(kyc.Refused, reject("invalid_format", "", "", "ARGOS refused the record: a field is not in the form that it expects", "mend the row"))
	case i == 500 || i == 731:
		bad(kyc.InDoubt, reject("no_answer", "", "", "the answer to the POST was lost", "run again to look it up once more"))
		o.Doubt = &kyc.Doubt{Reason: "no_answer", Candidates: []string{"sub-x", "sub-y"}, RequestIDs: []string{"r1"}, Lookups: 3, FirstSent: sampleTime, LastSent: sampleTime.Add(time.Minute)}
	case i%50 == 21:
		o.Status, o.Images, o.Changed = kyc.Already, 0, i%100 == 21
	case i == 777:
		o.Status, o.Images, o.Held = kyc.Incomplete, 1, 1
		o.Issues = append(o.Issues, reject("image_failed", "selfieImage", "selfie", "the record is in ARGOS, but this picture is not", "run again; only what is missing is put"))
	case i%301 == 300:
		bad(kyc.Excluded)
		o.Record.Excluded = []string{"", "closed_account", "erasure_request"}[i/301]
	}
}

var sampleTime = time.Date(2026, 11, 20, 9, 30, 0, 0, time.UTC)

func sampleMeta(dryRun bool) Meta {
	return Meta{
		Title: "bank-csv", Mapping: "mappings/bank-csv.yaml", MappingHash: "6d1c0f3a", Source: "legacy/고객_2026.csv",
		Target: "https://rest-api.argosidentity.com/v3", Admin: "ops@bank.example", Tool: "migrate 1.0.0",
		DryRun:  dryRun,
		Columns: []string{"id", "email", "생년월일", "status", "doc_country", "id_front", "phone"}, Unused: []string{"phone"},
		FieldColumns: func(field string) []string {
			return map[string][]string{"email": {"email"}, "birthDate": {"생년월일"}, "kycStatus": {"status"}, "issuingCountry": {"doc_country"}, "userid": {"id"}}[field]
		},
		Pack:    func(code string) string { return map[bool]string{true: "pictures", false: "contract"}[isImage(code)] },
		Options: []Fact{{"Key", "id"}, {"--limit", "the first 1,000 records"}},
		Cutover: sampleTime,
	}
}

var sampleChanges = []Change{
	{Field: "email", Columns: []string{"email"}, Step: "trim", Values: 12}, {Field: "email", Columns: []string{"email"}, Step: "lower", Values: 3},
	{Field: "birthDate", Columns: []string{"생년월일"}, Step: "date", Detail: "DD/MM/YYYY → YYYY-MM-DD", Values: 973},
	{Field: "kycStatus", Columns: []string{"status"}, Step: "values", Detail: "A → approved", Values: 909}, {Field: "kycStatus", Columns: []string{"status"}, Step: "values", Detail: "R → rejected", Values: 91},
	{Field: "issuingCountry", Columns: []string{"doc_country"}, Step: "country", Detail: "another spelling → alpha-3 code", Values: 330,
		Spellings: []Spelling{{"TC", "TCA", 277}, {"Korea, Rep. of", "KOR", 30}}, Others: 4, OtherValues: 23},
}

// sampleFold is the sample, folded.
func sampleFold(dryRun bool) *Fold {
	f := NewFold(sampleMeta(dryRun))
	list := sampleOutcomes(1000, dryRun)
	for _, o := range list {
		_ = f.Add(o)
	}
	end := End{Read: int64(len(list)), ExitCode: 3, Files: Files{Rejects: "rejects.csv", Issues: "issues.csv"}, SourceDigest: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}
	end.Changes, end.Next = sampleChanges, []Next{{"mend the source, then", "migrate validate --source legacy/고객_2026.csv --mapping mappings/bank-csv.yaml"}}
	if !dryRun {
		end.Files.Results = "results.csv"
		end.SourceNotes = []string{`column 4 repeats the name "phone" and is read as "phone_2"`}
		end.ExitCode, end.Calls, end.Elapsed, end.Finished = 4, 1893, 4*time.Minute+12*time.Second, sampleTime
	}
	f.Finish(end)
	return f
}
