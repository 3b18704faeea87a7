package draft

import (
	"os"
	"slices"
	"strings"
	"testing"
)

func TestReadHeader(t *testing.T) {
	for name, want := range map[string]string{
		"dob": "birth date", "cust_birth_dt": "user birth date", "DateOfBirth": "date birth", "dateofbirth": "date birth", "Geb.-Dat.": "birth date", "Staatsangeh.": "nationality",
		"Geburtsdatum": "birth date", "생년월일": "birth date", "여권번호": "passport number", "身份证号": "national", "電話番号": "phone", "fecha_nac": "birth date",
		"고객 여권 번호": "user passport number", "customer.email": "user email", "Ausstellungsdatum": "issue date", "Ausweisnummer": "document number",
		"Дата рождения": "birth date", "تاريخ الميلاد": "birth date", "Họ và tên": "full name", "Ngày sinh": "birth date", "İsim": "name",
		"verification.person.dateOfBirth": "kyc user date birth", "info.idDocs[0].number": "document number", "PSPRT_EXP_DATE": "passport expiry date",
		"mother_maiden_name": "other name", "branch_name": "organisation name", "created_at": "event", "IDNumber": "id number", "発行国": "issue country",
		"夫の名前": "? name", "วันเกิด": "birth date", "emergency_email": "other email", "custid": "user id", "candidate": "?", "Passport_Number__c": "passport number",
		"countryIso2": "country code", "PersonBirthdate": "user birth date", "LEGAL.EXP.DATE": "legal expiry date", "update_date": "event date",
		"Address 1: City": "address city", "address2_street": "address secondary street", "address1_line2": "address line", "CIF_BIRDT": "user birth date", "CIF_NO": "user number",
		"AHVN13": "national", "DV_TIT": "check digit", "FEC_VCTO_CI": "expiry document", "NRO_SERIE_CI": "document number", "CUPO_DISP": "amount", "RES_VAL_IDENT": "kyc result", "Kt.": "state",
		"KT_SONUC": "kyc result", "uinfin.value": "national", "regadd.street.value": "residence address street", "born.$date": "birth", "Screening": "risk", "NADRA Verisys": "register", "Dt validez": "date valid",
		"تاريخ الميلاد (م)": "birth date", "تاريخ الميلاد (هـ)": "? birth date", "Közterület jellege": "street type", "身分驗證結果": "kyc result", "DT_VALD_DOC": "expiry document", "Live Picture": "selfie image",
		"Gender__pc": "gender", "ID_Evidence__c": "document", "R_E_C_N_O_": "uuid", "Stát": "country", "Stav": "status", "1st Name": "first name", "2nd Holder NID": "other national", "old_customer_no": "secondary user number", "COD_ASOC_ANT": "user number former", "nume_prenume": "full name",
	} {
		h := readHeader(name)
		got := append([]string{}, h.order...)
		if len(h.unknown) > 0 {
			got = append([]string{"?"}, got...)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %v (unknown %v), want %s", name, got, h.unknown, want)
		}
	}
}

func TestIsPersonal(t *testing.T) {
	for name, want := range map[string]bool{
		"PREZIME": true, "Nazwisko": true, "soyad": true, "отчество": true, "IME_RODITELJA": true, "Achternaam": true, "성명": true, "ulica": true, "account_officer": true,
		"status": false, "doc_name": false, "country_name": false, "gender": false, "branch_code": false, "product": false, "address_type": false,
	} {
		if got := IsPersonal(name); got != want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// The words of the world are looked up as they are written.
func TestWorldWordsAreFolded(t *testing.T) {
	for line := range strings.Lines(worldWords) {
		_, words, _ := strings.Cut(strings.TrimSpace(line), ": ")
		for word := range strings.SplitSeq(words, "|") {
			if got := joined(word); got != strings.ReplaceAll(word, " ", "") {
				t.Errorf("%s is looked up as %s", word, got)
			}
		}
	}
}

// Short forms of databases mean the slot that they are listed for, and those of other
// people, places and things none.
func TestAbbreviations(t *testing.T) {
	const plainly, hardly = 0.8, 0.75
	text, err := os.ReadFile("testdata/abbreviations.txt")
	if err != nil {
		t.Fatal(err)
	}
	_, lists, _ := strings.Cut(string(text), "\n\n")
	for line := range strings.Lines(lists) {
		of, names, found := strings.Cut(strings.TrimSpace(line), ": ")
		if !found {
			continue
		}
		for name := range strings.SplitSeq(names, "|") {
			h := readHeader(name)
			named := h.named()
			if of == "-" {
				for s, w := range named {
					if w >= hardly && !slices.Contains(helpers, s) {
						t.Errorf("%s: %s %.2f (%v %v), want no field", name, s, w, h.order, h.unknown)
					}
				}
				continue
			}
			if named[slot(of)] < plainly {
				t.Errorf("%s: %v %v, unknown %v, want %s", name, h.order, named, h.unknown, of)
			}
		}
	}
}
