package validate

import (
	"strings"
	"testing"

	"kycmigrate/internal/kyc"
)

// What the numbers of some countries tell of their owner, beside what the record has: country,
// gender, first and last name, identity number, card.
func TestNumbersOfTheirOwners(t *testing.T) {
	v := newValidator(t, Options{})
	for line, want := range map[string]string{
		"IND|male|Harish|Kumar|NICCK6009I|": "of a company", "IND|male|Deepak|Joshi|PXWPQ5992U|": "fifth letter", "IND|male|Deepak|Joshi|PXWPJ5992U|": "", "IND|female|Deepa|Joshi|PXWPQ5992U|": "", "IND|male|Deepak|K Quresh|PXWPQ5992U|": "",
		"MEX|male|Diego|Martínez Rodríguez|ZUIU880229HDFNBL04|": "no name of the person", "MEX|male|Ulises|Zúñiga Ibarra|ZUIU880229HDFNBL04|": "", "MEX|male|María Ulises|de Zúñiga|ZUIU880229HDFNBL04|": "",
		"ESP|male|Adrián|Castaño|X9868162N|": "foreigner", "ESP|male|Adrián|Castaño|10023725A|": "", "FRA|male|Adrián|Castaño|X9868162N|": "", "ESP|male|Adrián|Castaño|10023725A|54762539F": "form of a Spanish DNI", "ESP|male|Adrián|Castaño|10023725A|20180124Q": "nobody has two", "ESP|male|Adrián|Castaño|10023725A|10023725-A": "", "ESP|male|Adrián|Castaño|10023725A|BAA201801": "",
		"ZAF|male|Sipho|Dube|8802295009188|": "no citizen", "ZAF|male|Sipho|Dube|8802295009089|": "",
		"ARG|female|Mercedes|Rodríguez|27-21691382-0|22691384": "within the one of the tax office", "ARG|female|Mercedes|Rodríguez|27-21691382-0|21.691.382": "", "PER|male|César|Mamani|10101174102|10117411": "within the one", "PER|male|César|Mamani|10101174102|10117410": "",
		"HUN|male|Gábor|Győri|844255305|": "digit is missing", "HUN|male|Gábor|Győri|8442530541|": "", "HUN|male|Gábor|Győri|044255305|": "",
		"CHN|male|Luo|Bin|420106198802290870|420106198802290897": "nobody has two", "CHN|male|Luo|Bin|420106198802290870|420106198802290870": "",
	} {
		p := strings.Split(line, "|")
		kind := "passport"
		if p[5] != "" {
			kind = "government_id"
		}
		rec := numberOfRow(kyc.IdentityNumber, p[4], p[0], kind)
		s := &rec.Submission
		s[kyc.Gender], s[kyc.FirstName], s[kyc.LastName], s[kyc.FullName], s[kyc.DocumentNumber] = p[1], p[2], p[3], p[2]+" "+p[3], p[5]
		v.Check(rec)
		found := ""
		for _, m := range messages(rec) {
			if strings.Contains(m, "number_invalid") {
				found += m
			}
		}
		if want == "" && found != "" || !strings.Contains(found, want) {
			t.Errorf("%s: want %q, got %v", line, want, messages(rec))
		}
	}
}

// Numbers of licences and passports beside the row: country, type, number, issue, gender.
func TestNumbersOfDocumentsBesideTheRow(t *testing.T) {
	v := newValidator(t, Options{})
	for line, want := range map[string]string{
		"POL|drivers_license|07657/13/2261|2017-02-20|": "not that of the issue", "POL|drivers_license|07657/17/2261|2017-02-20|": "", "POL|drivers_license|07657/16/2261|2017-02-20|": "", "POL|drivers_license|07657/13/2261||": "",
		"BRA|drivers_license|26257687097|2017-10-16|": "check digits", "BRA|drivers_license|62472927637|2017-10-16|": "",
		"MYS|passport|A01234567||":                               "",
		"GBR|drivers_license|QUILL852298E99ZP|2026-05-21|female": "begins as no name", "GBR|drivers_license|QUILL852298E99ZP|2018-05-21|female": "before a marriage",
	} {
		p := strings.Split(line, "|")
		rec := numberOfRow(kyc.DocumentNumber, p[2], p[0], p[1])
		rec.Submission[kyc.IssueDate], rec.Submission[kyc.ExpireDate], rec.Submission[kyc.Gender] = p[3], "", p[4]
		rec.Submission[kyc.LastName] = "Gil"
		v.Check(rec)
		found := strings.Join(messages(rec), "; ")
		if want == "" && strings.Contains(found, "number_invalid") || !strings.Contains(found, want) {
			t.Errorf("%s: want %q, got %v", line, want, messages(rec))
		}
	}
}
