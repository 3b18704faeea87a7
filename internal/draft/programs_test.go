package draft

import (
	"strings"
	"testing"
)

// TestConstantsOfPrograms: codes are read without the words that all of them begin with, if
// those only say of what they are.
func TestConstantsOfPrograms(t *testing.T) {
	for _, tt := range []struct{ column, field, want string }{
		{"kyc_status: KYC_STATUS_APPROVED|KYC_STATUS_REJECTED", "kycStatus", "KYC_STATUS_APPROVED: approved"},
		{"kyc_status: verification.accepted|verification.declined", "kycStatus", "verification.declined: rejected"},
		{"document_type: DOCUMENT_TYPE_PASSPORT|DOCUMENT_TYPE_NATIONAL_ID", "idType", "DOCUMENT_TYPE_NATIONAL_ID: government_id"},
		{"document_type: ID_CARD|ID_PASSPORT", "idType", "ID_CARD: government_id"},
		{"gender: GENDER_MALE|GENDER_FEMALE", "gender", "GENDER_MALE: male"},
		{"sex: SEX_M|SEX_F", "gender", "SEX_F: female"},
		{"kyc_status: NOT_VERIFIED|NOT_SUBMITTED", "kycStatus", "NOT_VERIFIED: TODO"},
		{"kunde_status: A|D|S", "kycStatus", "{A: TODO, D: TODO, S: TODO}"},
		{"kyc_status: A|D|P", "kycStatus", "D: rejected"},
		{"kyc_status: KYC_STATUS_APPROVED|REJECTED", "kycStatus", "KYC_STATUS_APPROVED: approved"},
	} {
		columns, rows := tableOf(120, "customer_no: c-10#5", "full_name: Ann Lee~", "email: u#@bank.example", tt.column)
		d := drafted(t, columns, rows)
		if !strings.Contains(string(d.Text), tt.want) {
			t.Errorf("%s: %s", tt.column, d.Text)
		}
	}
}

// TestDatesInParts: a date is joined of the three columns that have its parts.
func TestDatesInParts(t *testing.T) {
	years, days := strings.Join(strings.Fields("1950 1961 1972 1983 1994 1999 2001"), "|"), "1|2|3|12|25|31|17"
	for _, tt := range []struct {
		columns []string
		field   string
		want    string // the columns; "" for none
	}{
		{[]string{"birth_day: " + days, "birth_month: 1|5|9|12", "birth_year: " + years}, "birthDate", "birth_year birth_month birth_day"},
		{[]string{"YearOfBirth: " + years, "MonthOfBirth: 1|5|9|12", "DayOfBirth: " + days}, "birthDate", "YearOfBirth MonthOfBirth DayOfBirth"},
		{[]string{"Geburtstag: " + days, "Geburtsmonat: 1|5|9|12", "Geburtsjahr: " + years}, "birthDate", "Geburtsjahr Geburtsmonat Geburtstag"},
		{[]string{"dob_dd: " + days, "dob_mm: 1|5|9|12", "dob_yyyy: " + years}, "birthDate", "dob_yyyy dob_mm dob_dd"},
		{[]string{"dia_nacimiento: " + days, "mes_nacimiento: 1|5|9|12", "anio_nacimiento: " + years}, "birthDate", "anio_nacimiento mes_nacimiento dia_nacimiento"},
		{[]string{"passport_expiry_day: " + days, "passport_expiry_month: 1|5|9|12", "passport_expiry_year: 2027|2028|2029"}, "expireDate", "passport_expiry_year passport_expiry_month passport_expiry_day"},
		{[]string{"birth_day: " + days, "birth_month: 1|5|9|12"}, "birthDate", ""},
		{[]string{"birth_day: " + days, "birth_month: 1|5|9|13|14", "birth_year: " + years}, "birthDate", ""},
		{[]string{"spouse_birth_day: " + days, "spouse_birth_month: 1|5|9|12", "spouse_birth_year: " + years}, "birthDate", ""},
	} {
		columns, rows := tableOf(120, append([]string{"customer_no: c-10#5", "full_name: Ann Lee~", "email: u#@bank.example"}, tt.columns...)...)
		d := drafted(t, columns, rows)
		m := matched(d, tt.field)
		switch {
		case tt.want == "" && m != nil && m.Todo == "":
			t.Errorf("%s: taken: %+v", tt.columns, m)
		case tt.want != "" && (m == nil || m.Todo != "" || strings.Join(m.Columns, " ") != tt.want || !strings.Contains(string(d.Text), `with: "-", date: YYYY-M-D`)):
			t.Errorf("%s: %+v", tt.columns, m)
		}
		checkLoads(t, tt.field, d, columns, rows)
	}
	columns, rows := tableOf(120, "customer_no: c-10#5", "full_name: Ann Lee~", "dob: "+dates(1940, 65), "birth_day: "+days, "birth_month: 1|5|9|12", "birth_year: "+years)
	if m := matched(drafted(t, columns, rows), "birthDate"); m == nil || strings.Join(m.Columns, " ") != "dob" {
		t.Errorf("beside a whole date: %+v", m)
	}
}

// TestShortTableNames: the letters of a table before a stroke are read past, where its columns
// are a customer's.
func TestShortTableNames(t *testing.T) {
	own := []string{"u_id: #", "u_uid: c-10#5", "u_email: u#@bank.example", "up_given_name: Ann~", "up_surname: Lee~", "up_dob: " + dates(1940, 65), "up_nationality: DEU|FRA|POL|ITA", "kd_no: X10#55", "kd_country: DEU|FRA|POL|ITA", "kd_expiry_date: " + dates(2027, 6), "kd_issue_date: " + dates(2017, 6)}
	for name, tt := range map[string]struct {
		more []string
		want map[string]string
	}{
		"a customer's":                      {nil, map[string]string{"email": "u_email", "birthDate": "up_dob", "lastName": "up_surname", "documentNumber": "kd_no", "issuingCountry": "kd_country", "expireDate": "kd_expiry_date"}},
		"beside somebody else":              {[]string{"sp_given_name: Bo~", "sp_surname: Ek~", "sp_dob: " + dates(1950, 45)}, nil},
		"names of which the first has none": {[]string{"email: v#@bank.example", "name: x", "comment: y", "state: z"}, nil},
	} {
		columns, rows := tableOf(120, append(append([]string{}, own...), tt.more...)...)
		d := drafted(t, columns, rows)
		for field, want := range tt.want {
			if m := matched(d, field); m == nil || m.Todo != "" || strings.Join(m.Columns, " ") != want {
				t.Errorf("%s: %s: %+v", name, field, m)
			}
		}
		if m := matched(d, "birthDate"); tt.want == nil && m != nil && m.Todo == "" {
			t.Errorf("%s: %+v", name, m)
		}
		checkLoads(t, name, d, columns, rows)
	}
}

// TestTextsForNoValue: what stands for none and cannot be a value is empty in the draft, and no
// reason to ask for a middle name.
func TestTextsForNoValue(t *testing.T) {
	for _, tt := range []struct {
		middle, want string
		asked        bool
	}{
		{`\N|Jo~|Mae~`, `empty: "\\N"`, false},
		{"N/A|-|Jo~", `empty: [`, false},
		{"NULL|Jo~", "empty: ", false},
		{"NULL|JO|MAX|EVA|TOM|SAM|KIM|LEA|IDA", "", true},
		{"NMN|Jo~", "", true},
		{"Jo~|Mae~", "", false},
	} {
		columns, rows := tableOf(120, "customer_no: c-10#5", "first_name: Ann~", "middle_name: "+tt.middle, "last_name: Lee~", "email: u#@bank.example")
		d := drafted(t, columns, rows)
		m := matched(d, "fullName")
		if m == nil || (m.Todo != "") != tt.asked || tt.want == "" == strings.Contains(string(d.Text), "empty:") || !strings.Contains(string(d.Text), tt.want) {
			t.Errorf("%s: %+v %s", tt.middle, m, d.Text)
		}
		checkLoads(t, tt.middle, d, columns, rows)
	}
}

// TestLegends: what the lines above the header say of codes is what they mean.
func TestLegends(t *testing.T) {
	preface := []string{
		"CUSTOMER EXTRACT 2026-11-20 id=47", "# KJ: 1=mann 2=kvinne | doc_kind: 1=pass 2=nasjonalt ID-kort, 3=førerkort",
		"# kyc_state (check): 10=godkjent 50=under behandling 90=avvist; grade: A=good", "// status = see manual",
	}
	columns, rows := tableOf(120, "customer_no: c-10#5", "full_name: Ann Lee~", "email: u#@bank.example", "sex KJ: 1|2", "KJ: 1|2", "doc_kind: 1|2|3", "kyc_state: 10|50|90", "grade: A|B", "status: 1|2")
	d := draftedWith(t, columns, rows, Options{Preface: preface})
	for _, want := range []string{
		"{1: male, 2: female}", "{1: passport, 2: government_id, 3: drivers_license}", "10: approved", "90: rejected", `the file says "under behandling"`,
	} {
		if !strings.Contains(string(d.Text), want) {
			t.Errorf("%s is not in %s", want, d.Text)
		}
	}
	for field, column := range map[string]string{"gender": "KJ", "idType": "doc_kind"} {
		if m := matched(d, field); m == nil || m.Todo != "" || m.Columns[0] != column {
			t.Errorf("%s: %+v", field, m)
		}
	}
	checkLoads(t, "legends", d, columns, rows)
	for text, want := range map[string]int{"1=male 2=female": 2, " (x): A = yes, B = no": 2, "=": 0, "a=": 0, "0=undisclosed 1=male": 2, "x=" + strings.Repeat("y", longestLegend+1): 0} {
		if got := legendOf(text); len(got) != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}

// TestDigitsOfOtherScripts: dates and numbers in the digits of another script are read as those in
// 0 to 9, and the draft makes them so.
func TestDigitsOfOtherScripts(t *testing.T) {
	columns, rows := tableOf(120, "customer_no: c-10#5", "full_name: Ann Lee~", "email: u#@bank.example", "birth_date: ๒๕/๐๕/๒๕๓๓|๑๒/๑๑/๒๕๒๐|๓๑/๐๑/๒๕๑๑", "passport_no: A๑๒๓๔๕#|B๙๘๗๖๕#")
	d := drafted(t, columns, rows)
	for _, want := range []string{
		"birthDate: {from: birth_date, transform: ascii-digits, date: {layout: D/M/YYYY, calendar: buddhist}}",
		"documentNumber: {from: passport_no, transform: [ascii-digits, trim, upper]}", "userid: {from: customer_no, transform: trim}",
	} {
		if !strings.Contains(string(d.Text), want) {
			t.Errorf("%s is not in %s", want, d.Text)
		}
	}
	checkLoads(t, "digits", d, columns, rows)
}
