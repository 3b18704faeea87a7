package idngo_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
	"kycmigrate/internal/source/idngo"
	"kycmigrate/internal/source/sourcetest"
)

func write(t testing.TB, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func open(t testing.TB, spec source.Spec) source.Reader {
	t.Helper()
	r, err := idngo.Open(t.Context(), spec)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return r
}

// one reads the only row of a line. options are name, value, ...
func one(t *testing.T, line string, wanted []string, options ...string) (row kyc.Row, cell func(string) string) {
	t.Helper()
	spec := source.Spec{Path: write(t, "in.jsonl", line), Columns: wanted, Options: map[string]string{}}
	for i := 0; i < len(options); i += 2 {
		spec.Options[options[i]] = options[i+1]
	}
	r := open(t, spec)
	rows := make([]kyc.Row, 2)
	n, err := r.Read(t.Context(), rows)
	if n != 1 || err != nil || rows[0].Fault != nil {
		t.Fatalf("%d, %v, %+v", n, err, rows[0].Fault)
	}
	names := r.Columns()
	return rows[0], func(name string) string {
		i := slices.Index(names, name)
		if i < 0 {
			t.Fatalf("there is no column %s", name)
		}
		return rows[0].Cells[i]
	}
}

func codes(row kyc.Row) string {
	var list []string
	for _, i := range row.Issues {
		list = append(list, i.Code)
	}
	return strings.Join(list, " ")
}

const approved = `"email":"a@b.example","review":{"reviewStatus":"completed","reviewResult":{"reviewAnswer":"GREEN"}}`

func TestApplicant(t *testing.T) {
	line := `{"id":"5f1","inspectionId":"5f2","externalUserId":" u-1 ","type":"individual","createdAt":"2023-01-02 03:04:05","phone":7701,
		"info":{"firstName":"Әйгерім","firstNameEn":"Aigerim","middleName":"А","lastName":"Сейтқали","lastNameEn":"Seitkali","gender":"F","country":"RUS","unknown":{"x":1},
			"addresses":[{"street":"Абая 1","subStreet":"кв. 2","town":"Алматы","postCode":"050000","country":"KAZ"}],
			"idDocs":[{"idDocType":"ID_CARD","country":"KAZ","number":"1"},{"idDocType":"PASSPORT","country":"KAZ","number":"N0012","issuedDate":"2019-05-01","validUntil":"2029-05-01","dob":"1991-04-17"},{"idDocType":"UTILITY_BILL","country":"KAZ"}]},
		"fixedInfo":{"nationality":"KAZ","dob":"1900-01-01"},` + approved + `,
		"requiredIdDocsStatus":{"IDENTITY":{"reviewResult":{"reviewAnswer":"GREEN"},"country":"KAZ","idDocType":"PASSPORT","imageIds":[11,12]},"SELFIE":{"imageIds":[13]},"PROOF_OF_RESIDENCE":{"imageIds":[14]},"QUESTIONNAIRE":null}}`
	row, cell := one(t, strings.ReplaceAll(line, "\n\t\t", ""), nil)
	want := map[string]string{
		"id": "5f1", "externalUserId": "u-1", "email": "a@b.example", "phone": "7701", "createdAt": "2023-01-02 03:04:05",
		"fullName": "Әйгерім А Сейтқали", "firstName": "Әйгерім", "lastName": "Сейтқали", "dob": "1991-04-17", "gender": "female", "nationality": "KAZ",
		"status": "completed", "reviewAnswer": "GREEN", "rejectType": "", "kycStatus": "approved",
		"docType": "PASSPORT", "idType": "passport", "docCountry": "KAZ", "docNumber": "N0012", "docIssued": "2019-05-01", "docValidUntil": "2029-05-01",
		"addressFull": "Абая 1, кв. 2, Алматы, 050000, KAZ", "addressStreet": "Абая 1, кв. 2", "addressCity": "Алматы", "addressCountry": "KAZ",
		"idFront": "5f1/11", "idBack": "5f1/12", "selfie": "5f1/13", "addressProof": "5f1/14",
		"info.country": "RUS", "info.unknown.x": "1",
	}
	for name, text := range want {
		if got := cell(name); got != text {
			t.Errorf("%s is %q, want %q", name, got, text)
		}
	}
	if got := codes(row); got != "" {
		t.Errorf("issues: %s", got)
	}
}

func TestNames(t *testing.T) {
	tests := []struct{ info, script, want, codes string }{
		{`"info":{"firstName":"Ж","firstNameEn":"Zh","lastName":"Б","lastNameEn":"B"}`, "latin", "Zh B", ""},
		{`"info":{"firstName":"Ж","lastName":"Б"},"fixedInfo":{"lastNameEn":"B"}`, "latin", "B", ""},
		{`"info":{"firstName":"Ж","lastName":"Б"}`, "latin", "Ж Б", "idngo_name_not_latin"},
		{`"info":{"firstName":"John","lastName":"Smith"}`, "latin", "John Smith", ""},
		{`"info":{},"fixedInfo":{"firstName":"Ж"}`, "native", "Ж", ""},
		{`"info":[]`, "native", "", ""},
		{`"info":{"firstName":["x"],"lastName":5}`, "native", "5", ""},
	}
	for _, tt := range tests {
		row, cell := one(t, `{"id":"1",`+tt.info+`,`+approved+`}`, nil, "names", tt.script)
		if got := cell("fullName"); got != tt.want || codes(row) != tt.codes {
			t.Errorf("%s: %q and %s", tt.info, got, codes(row))
		}
	}
}

func TestDecisions(t *testing.T) {
	review := func(text string) string { return `{"id":"1","email":"a@b.example","review":{` + text + `}}` }
	done := func(text string) string { return review(`"reviewStatus":"completed","reviewResult":{` + text + `}`) }
	tests := []struct {
		line, status, codes string
		options             []string
	}{
		{done(`"reviewAnswer":"GREEN"`), "approved", "", nil},
		{done(`"reviewAnswer":"GREEN"`), "", "idngo_held", []string{"decisions.GREEN", "hold"}},
		{done(`"reviewAnswer":"RED","reviewRejectType":"FINAL"`), "rejected", "", nil},
		{done(`"reviewAnswer":"RED","reviewRejectType":"RETRY"`), "", "idngo_decision_missing", nil},
		{done(`"reviewAnswer":"RED","reviewRejectType":"RETRY"`), "rejected", "", []string{"decisions.RED_RETRY", "rejected"}},
		{done(`"reviewAnswer":"RED","reviewRejectType":"RETRY"`), "", "idngo_held", []string{"decisions.RED_RETRY", "hold"}},
		{done(`"reviewAnswer":"RED"`), "", "idngo_decision_missing", nil},
		{done(`"reviewAnswer":"RED"`), "rejected", "", []string{"decisions.RED", "rejected"}},
		{done(`"reviewAnswer":"YELLOW"`), "", "idngo_not_decided", nil},
		{done(``), "", "idngo_not_decided", nil},
		{review(`"reviewStatus":"pending","reviewResult":{"reviewAnswer":"GREEN"}`), "", "idngo_not_decided", nil},
		{review(`"reviewStatus":"onHold"`), "", "idngo_not_decided", nil},
		{`{"id":"1","email":"a@b.example"}`, "", "idngo_not_decided", nil},
		{`{"id":"1","review":{"reviewStatus":"queued"}}`, "", "idngo_not_decided idngo_email_missing", nil},
		{`{"id":"1","type":"company",` + approved + `}`, "approved", "idngo_company", nil},
	}
	for _, tt := range tests {
		row, cell := one(t, tt.line, nil, tt.options...)
		if cell("kycStatus") != tt.status || codes(row) != tt.codes || cell("id") != "1" {
			t.Errorf("%s %q: %q and %s", tt.line, tt.options, cell("kycStatus"), codes(row))
		}
	}
}

func TestDocuments(t *testing.T) {
	const passport, card, bill = `{"idDocType":"PASSPORT","country":"KAZ","number":"P"}`, `{"idDocType":"ID_CARD","country":"KAZ","number":"C"}`, `{"idDocType":"UTILITY_BILL","country":"KAZ","number":"B"}`
	step := func(answer, kind, country string) string {
		return fmt.Sprintf(`"IDENTITY":{"reviewResult":{"reviewAnswer":%q},"idDocType":%q,"country":%q}`, answer, kind, country)
	}
	tests := []struct{ name, docs, steps, number, idType, codes string }{
		{"the approved one", passport + "," + card, step("GREEN", "ID_CARD", "KAZ"), "C", "government_id", ""},
		{"the only one", card + "," + bill, "", "C", "government_id", ""},
		{"the only one of a rejected step", card, step("RED", "ID_CARD", "KAZ"), "C", "government_id", ""},
		{"no step", passport + "," + card, "", "", "", "idngo_document_ambiguous"},
		{"a step that was not approved", passport + "," + card, step("RED", "ID_CARD", "KAZ"), "", "", "idngo_document_ambiguous"},
		{"two alike", card + "," + card, step("GREEN", "ID_CARD", "KAZ"), "", "", "idngo_document_ambiguous"},
		{"approved with another", passport, step("GREEN", "ID_CARD", "KAZ"), "", "", "idngo_document_ambiguous"},
		{"of another country", card, step("GREEN", "ID_CARD", "RUS"), "", "", "idngo_document_ambiguous"},
		{"without a country", `{"idDocType":"ID_CARD","number":"C"}`, step("GREEN", "ID_CARD", "RUS"), "C", "government_id", ""},
		{"the step alone", bill, step("GREEN", "ID_CARD", "KAZ"), "", "government_id", ""},
		{"a second identity step", passport + "," + card, `"IDENTITY":{"reviewResult":{"reviewAnswer":"RED"}},"IDENTITY2":{"reviewResult":{"reviewAnswer":"GREEN"},"idDocType":"PASSPORT","country":"KAZ"}`, "P", "passport", ""},
		{"a type that ARGOS lacks", `{"idDocType":"WORK_PATENT","country":"KAZ","number":"W"}`, "", "W", "", "idngo_document_unmapped"},
		{"approved with such a type", `{"idDocType":"WORK_PATENT","country":"KAZ"}`, step("GREEN", "WORK_PATENT", "KAZ"), "", "", "idngo_document_unmapped"},
		{"deactivated", passport + `,{"idDocType":"ID_CARD","country":"KAZ","number":"C","deactivated":true}`, "", "P", "passport", ""},
		{"none", "", "", "", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			row, cell := one(t, `{"id":"1",`+approved+`,"info":{"idDocs":[`+tt.docs+`]},"_pull":{"steps":{`+tt.steps+`}}}`, nil)
			if cell("docNumber") != tt.number || cell("idType") != tt.idType || codes(row) != tt.codes {
				t.Errorf("number %q, type %q, issues %s", cell("docNumber"), cell("idType"), codes(row))
			}
		})
	}
}

func TestPictures(t *testing.T) {
	line := `{"id":"5f1",` + approved + `,"_pull":{"steps":{"IDENTITY":{"reviewResult":{"reviewAnswer":"GREEN"},"imageIds":[1,2]},"SELFIE":{"imageIds":[3,4]},"PROOF_OF_ADDRESS":{"imageIds":[5]}},` +
		`"images":{"1":"5f1/1.jpg","2":"5f1/2.pdf","3":"5f1/3.mp4","4":"5f1/4.PNG","5":"5f1/5.pdf"}}}`
	row, cell := one(t, line, []string{"id", "idFront", "idBack", "selfie"})
	got := []string{cell("idFront"), cell("idBack"), cell("selfie"), cell("addressProof"), codes(row)}
	if diff := cmp.Diff([]string{"5f1/1.jpg", "", "5f1/4.PNG", "5f1/5.pdf", "idngo_document_format"}, got); diff != "" {
		t.Error(diff)
	}

	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "5f1"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"5f1/1.png", "2.jpeg", "5f1/3.mov"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	line = `{"id":"5f1",` + approved + `,"requiredIdDocsStatus":{"IDENTITY":{"imageIds":[1,2]},"SELFIE":{"imageIds":["3"]},"PROOF_OF_ADDRESS":{"imageIds":["../../etc/passwd"]}}}`
	row, cell = one(t, line, nil, "images", dir)
	got = []string{cell("idFront"), cell("idBack"), cell("selfie"), cell("addressProof"), codes(row)}
	if diff := cmp.Diff([]string{"5f1/1.png", "2.jpeg", "", "5f1/../../etc/passwd", "idngo_document_format"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestOpenRefuses(t *testing.T) {
	path := write(t, "in.jsonl", "{}")
	for name, want := range map[string]string{
		"decisions.RED_RETRY=pending": "must be approved, rejected or hold", "decisions.AMBER=hold": `does not answer "AMBER"`,
		"names=cyrillic": "native or latin", "sheet=1": `no option "sheet"`,
	} {
		option, value, _ := strings.Cut(name, "=")
		_, err := idngo.Open(t.Context(), source.Spec{Path: path, Options: map[string]string{option: value}})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// narrow shows only some columns of a source, for the suite, which knows what
// its sources hold.
type narrow struct {
	source.Reader
	names []string
	inner []kyc.Row
}

func (n *narrow) Columns() []string { return n.names }

func (n *narrow) Describe() []source.Fact { return n.Reader.(source.Describer).Describe() }

func (n *narrow) IsRejects() bool { return n.Reader.(source.Mender).IsRejects() }

func (n *narrow) Read(ctx context.Context, rows []kyc.Row) (int, error) {
	n.inner = append(n.inner, make([]kyc.Row, max(0, len(rows)-len(n.inner)))...)
	got, err := n.Reader.Read(ctx, n.inner[:len(rows)])
	names := n.Reader.Columns()
	for i := range got {
		cells := rows[i].Cells[:0]
		rows[i] = n.inner[i]
		rows[i].Cells = nil
		if rows[i].Fault != nil {
			continue
		}
		for _, name := range n.names {
			cells = append(cells, n.inner[i].Cells[slices.Index(names, name)])
		}
		rows[i].Cells = cells
	}
	return got, err
}

func TestConformance(t *testing.T) {
	columns := []string{"id", "name", "note"}
	reopen := func(t *testing.T, path string) source.Reader {
		return &narrow{Reader: open(t, source.Spec{Path: path, Columns: columns}), names: columns}
	}
	sourcetest.Run(t, sourcetest.Suite{
		Open: func(t *testing.T, columns []string, rows []sourcetest.Row) source.Reader {
			var b strings.Builder
			for _, r := range rows {
				if r.Broken {
					b.WriteString("{\"id\":}\n")
					continue
				}
				line, _ := json.Marshal(map[string]string{columns[0]: r.Cells[0], columns[1]: r.Cells[1], columns[2]: r.Cells[2]})
				b.Write(append(line, '\n'))
			}
			return reopen(t, write(t, "in.jsonl", b.String()))
		},
		Reopen: reopen, CanBreak: true, HasLines: true, Countable: true,
	})
}

// FuzzApplicant: whatever stands in an applicant, a row comes of it with all
// its cells, or a fault.
func FuzzApplicant(f *testing.F) {
	f.Add(`{"id":"1",` + approved + `,"info":{"idDocs":[{"idDocType":"PASSPORT"}],"addresses":[]},"requiredIdDocsStatus":{"IDENTITY":{"imageIds":[1]}}}`)
	f.Add(`{"id":{},"info":7,"review":[],"_pull":{"steps":null,"images":{"1":2}},"type":"company"}`)
	f.Fuzz(func(t *testing.T, line string) {
		r, err := idngo.Open(t.Context(), source.Spec{Path: write(t, "in.jsonl", line)})
		if err != nil {
			return
		}
		defer r.Close()
		rows := make([]kyc.Row, 4)
		for {
			n, err := r.Read(t.Context(), rows)
			for _, row := range rows[:n] {
				if row.Fault == nil && len(row.Cells) != len(r.Columns()) {
					t.Fatalf("%d cells in %d columns", len(row.Cells), len(r.Columns()))
				}
			}
			if err == io.EOF || err != nil {
				return
			}
		}
	})
}
