package draft

import (
	"slices"
	"strings"
	"testing"
)

// customer are the columns that every export of these tests has.
const customer = "customer_no => cust:1; full_name => full; email => email; "

// draftOf drafts a mapping of columns that stand as in the corpus, behind each other.
func draftOf(t *testing.T, lang, columns string) *Draft {
	t.Helper()
	e := &export{name: columns, lang: lang}
	for line := range strings.SplitSeq(columns, "; ") {
		name, kind, _ := strings.Cut(line, " => ")
		e.columns = append(e.columns, kindOf{name, kind})
	}
	names, rows := e.rows(120)
	d := drafted(t, names, rows)
	checkLoads(t, columns, d, names, rows)
	return d
}

// Where the column that is meant is not there, the next best one is offered at most.
func TestSubstitutesAreAsked(t *testing.T) {
	for _, c := range []struct{ lang, columns, field string }{
		{"en", customer + "ADDRESS_LINE3 => street; ADDRESS_LINE4 => street; CITY => city", "address_street"},
		{"en", customer + "addresses.0.line2 => street; addresses.0.city => city", "address_street"},
		{"en", customer + "ADDRESS_LINE2 => street; CITY => city; STATE => state", "address_street"},
		{"de", customer + "KOR_ULICA => street; KOR_MIEJSC => city; KOR_KOD => zip", "address_street"},
		{"de", customer + "KOR_ULICA => street; KOR_MIEJSC => city; KOR_KOD => zip", "address_city"},
		{"de", customer + "strUlicaKor => street; strMiejscowoscKor => city; strKodPocztowyKor => zip", "address_city"},
		{"en", customer + "Res Street => street; Res Suburb => city; Res Postcode => zip", "address_city"},
		{"ru", customer + "Улица и број => street; Општина => city; Поштански број => zip", "address_city"},
		{"ru", customer + "вулиця => street; Район => city; Поштовий індекс => zip", "address_city"},
		{"en", customer + "STRAAT => street; VOORSTAD => city; POSKODE => zip", "address_city"},
		{"es", customer + "CARRER => street; COMARCA => city; CODI_POSTAL => zip", "address_city"},
		{"zh", customer + "縣市 => city; 區 => city; 街路門牌 => street; 郵區 => zip", "address_city"},
		{"en", "NAMBA => cust:1; JINA KAMILI => full; email => email; street => street; WILAYA => state; KATA => city", "address_state"},
		{"en", customer + "street => street; city => city; AREACD => state", "address_state"},
		{"es", customer + "street => street; city => city; RES_STATO => state", "address_state"},
		{"en", customer + "Address => street; State => state", "address_full"},
		{"vi", "ma_vi => cust:1; email => email; ngay_sinh => dob:iso; gioi_tinh => codes:MF; so_tk_lk => acct; ten_chu_tk => full", "fullName"},
		{"en", "customer_no => cust:1; email => email; dob => dob:iso; phone => phone; bank_name => branch; account_holder_name => full; iban => acct", "fullName"},
		{"en", customer + "doc_type => codes:words; CKYC_NO => doc; doc_expiry => exp:iso", "documentNumber"},
		{"en", customer + "Doc_Class => codes:words; Doc_Expiry => exp:iso; GreenID_VerificationId => doc", "documentNumber"},
		{"es", customer + "tipo_documento => codes:words; clave_elector => doc", "documentNumber"},
		{"en", customer + "ID1_TYPE => codes:words; ID1_EXP => exp:iso; ID2_TYPE => codes:words; ID2_NO => doc; ID2_EXP => exp:iso", "documentNumber"},
		{"en", customer + "doc_type => codes:words; doc_no => doc; foto_doc_2 => file:id_front", "idImage"},
		{"en", customer + "ID Type => codes:words; ID No => doc; PP No => passport; PP Expiry => exp:iso", "expireDate"},
		{"ru", "Клиентски номер => cust:1; Име => first; Презиме => middle; Дата на раждане => dob:dot; Имейл => email; Издаден от => branch; ЕГН => nid", "lastName"},
	} {
		if m := matched(draftOf(t, c.lang, c.columns), c.field); m != nil && m.Todo == "" {
			t.Errorf("%s: %+v", c.columns, m)
		}
	}
}

// What looks like a substitute and is none is taken as before.
func TestNoSubstitutes(t *testing.T) {
	for _, c := range []struct{ lang, columns, field, want string }{
		{"en", customer + "ADDRESS_LINE1 => street; ADDRESS_LINE2 => flat; CITY => city", "address_street", "ADDRESS_LINE1"},
		{"en", customer + "street => street; suburb => city; city => city", "address_city", "city"},
		{"es", customer + "calle => street; municipio => city; estado => state", "address_city", "municipio"},
		{"en", customer + "street => street; city/district => city", "address_city", "city/district"},
		{"en", customer + "doc_type => codes:words; doc_no => doc; doc_front_s3_key => file:id_front", "idImage", "doc_front_s3_key"},
		{"en", "account_no => acct; account_holder_name => full; email => email; dob => dob:iso", "fullName", "account_holder_name"},
		{"ru", "Шифра комитента => cust:7; Презиме => last; Име => first; ЈМБГ => nid", "lastName", "Презиме"},
	} {
		if m := matched(draftOf(t, c.lang, c.columns), c.field); m == nil || m.Todo != "" || !slices.Contains(m.Columns, c.want) {
			t.Errorf("%s: %+v", c.columns, m)
		}
	}
}

// A number that its name says is of something else than the customer is asked for as the key,
// and is nobody's userid; what is called the customer's is not.
func TestKeyOfOtherThings(t *testing.T) {
	const rest = "; full_name => full; email => email; dob => dob:iso"
	for _, name := range []string{
		"account_number", "IBAN", "رقم الحساب", "رقم الآيبان", "DepåNr", "depot_nr", "NR_CONTA", "เลขที่บัญชีกองทุน", "מס נכס", "card_no", "policy_no", "Polizzennummer", "numero_poliza", "contract_id", "nr umowy", "loan_no", "application_no", "verification_id", "session_id",
		"CD_USU_ALT", "updated_by_id", "NA.", "No.", "lp", "Номер", "序号", "順番", "STT", "Lfd. Nr.", "property_no", "Ident-ID", "account-id",
	} {
		kind := "acct"
		if name == "updated_by_id" || name == "CD_USU_ALT" {
			kind = "cust:4"
		}
		d := draftOf(t, "en", name+" => "+kind+rest)
		if m := matched(d, "userid"); d.Key != nil || m != nil && m.Todo == "" {
			t.Errorf("%s: key %v, %+v", name, d.Key, m)
		}
	}
	for _, name := range []string{"customer_no", "client_id", "member no", "person_id", "user_id", "applicant_id", "id", "PunterID", "Kundennummer", "รหัสลูกค้า", "고객번호", "رقم العميل", "wallet_id", "PERSNBR"} {
		if d := draftOf(t, "en", name+" => cust:C"+rest); !slices.Equal(d.Key, []string{name}) {
			t.Errorf("%s: key %v\n%s", name, d.Key, d.Text)
		}
	}
}
