package draft

import (
	"slices"
	"strings"
	"testing"
)

// tableFamily is a table as one family of systems has it, with what is taken of it, and what is only
// asked about.
type tableFamily struct {
	name    string
	columns []string
	taken   string // field=COLUMN+COLUMN, behind spaces
	asked   string // fields that must not be taken
}

// Tables of one family of systems are read by the habits of it.
func TestFamilies(t *testing.T) {
	for _, f := range []tableFamily{
		{
			"an AS/400 in Spanish, with the letters of the table", []string{
				"SOCODSOC: 10#5", "SOTIPPER: N|J", "SOAPEPAT: Rojas~|Vera~", "SOAPEMAT: Paz~|Luna~", "SOAPECAS: |||De Cruz~", "SONOMBR1: Ana~|Raul~", "SONOMBR2: |Ines~", "SOTIPDOC: CI|PAS", "SONRODOC: 58#7754", "SOFECVEN: 203105##|203602##", "SOFECNAC: 197103##|198811##",
				"SOPAIRES: BO|PE", "SODEPTO: ORURO|POTOSI|TARIJA|SUCRE", "SOCIUDAD: UYUNI|VILLA~|TUPIZA|CAMARGO", "SOCALLE: AV SOL #|C LUNA #", "SONROPTA: 1#|S/N", "SOCORREO: u#@bank.example", "SOINGMEN: 13#", "SOCONYNO: ||Eva Sol~", "SOESTVER: V|P|R", "SOFECVER: 202003##", "SOFECALT: 201103##", "SOUSRALT: CAJ01|CAJ02",
			},
			"userid=SOCODSOC lastName=SOAPEPAT+SOAPEMAT firstName=SONOMBR1 fullName=SONOMBR1+SONOMBR2+SOAPEPAT+SOAPEMAT expireDate=SOFECVEN birthDate=SOFECNAC address_country=SOPAIRES address_state=SODEPTO documentNumber=SONRODOC kycStatus=SOESTVER email=SOCORREO", "issueDate",
		},
		{
			"a bank in Armenia", []string{
				"CLICODE: 0001#5", "JURSTAT: 21", "NAME: ԱՆՆԱ ՍԱՐԳՍՅԱՆ ~|ԱՐԱՄ ՊԵՏՐՈՍՅԱՆ ~", "ENAME: SARGSYAN ANNA~|PETROSYAN ARAM~", "CITIZEN: AM|GE", "DATEBIRT: ##/03/71|##/11/88", "PASTYPE: 01|02", "PASCODE: 01#7754", "DATEPASS: ##/03/19", "DATEEXP: ##/03/29", "REGNUM: 59030#4112",
				"COUNTRY: AM", "DISTRICT: 008|011", "COMMUN: Ijevan|Vanadzor|Gyumri", "ADDRSTR: Sayat Nova ~|Komitas ~", "HBLOGIN: asar#|apet#x", "IDENTST: 1|0", "USERID: 211|98", "ISN: 19#773591",
			},
			"fullName=NAME idType=PASTYPE documentNumber=PASCODE issueDate=DATEPASS expireDate=DATEEXP identityNumber=REGNUM address_city=COMMUN userid=HBLOGIN kycStatus=IDENTST", "address_state",
		},
		{
			"contacts of Dynamics, with fields of a client's own", []string{
				"contactid: 7ffb4eb4-59a9-436f-85c9-d7a6e70d#5", "fullname: Ona Rimkute~|Jonas Petraitis~", "birthdate: 1971-03-##|1988-11-##", "gendercode: 1|2", "gendercodename: Male|Female", "governmentid: 38903#4112", "new_iddoctype: 100|200", "new_iddoctypename: Passport|ID card", "new_iddocnumber: 61#7754",
				"new_iddocvaliduntil: 2031-03-##", "new_kycresult: 1|1|2", "new_kycresultname: Approved|Approved|Rejected", "address1_composite: High St. #, Leeds|Mill Rd. #, York", "emailaddress1: u#@bank.example", "new_lastip: 10.1.2.#", "statecode: 0|1", "statuscode: 1|2", "createdon: 2023-01-##", "modifiedon: 2024-02-##",
			},
			"key=contactid gender=gendercodename identityNumber=governmentid idType=new_iddoctypename documentNumber=new_iddocnumber expireDate=new_iddocvaliduntil kycStatus=new_kycresultname address_full=address1_composite ipAddress=new_lastip", "address_state",
		},
		{
			"customers of Navision", []string{
				"No_: M00#1", "Name: Ann Lee~|Bo Kim~", "Customer Posting Group: MEMBER", "Address: High St. #|Mill Rd. #", "City: Leeds|York|Bath", "Post Code: LS1 #|YO1 #", "E-Mail: u#@bank.example", "Global Dimension 1 Code: NRB|ELD", "Salesperson Code: JK|PO",
			},
			"key=No_ userid=No_ fullName=Name address_street=Address address_city=City", "kycStatus",
		},
		{
			"inquiries of Persona", []string{
				"Inquiry ID: inq_a#Z", "Reference ID: mbr-1#7", "Account ID: act_b#Q", "Inquiry Template Name: Gov ID", "Status: approved|declined|completed", "Name First: Ann~|Bo~", "Name Last: Lee~|Kim~", "Gov ID: Class: pp|dl", "Gov ID: Number: GK#7754", "Gov ID: Verification Status: passed|failed",
				"Selfie: Verification Status: passed|failed", "Device: IP Address: 10.1.2.#", "Device: IP Country: CA|US",
			},
			"userid=Reference ID kycStatus=Status documentNumber=Gov ID: Number ipAddress=Device: IP Address", "issuingCountry",
		},
		{
			"a query over several tables, in Russian", []string{
				"k.id: 10#5", "k.fam: Иванов~|Петров~", "k.imya: Анна~|Олег~", "k.d_rozhd: ##.03.1971|##.11.1988", "k.pol: м|ж", "p.vid_doc: паспорт|вид на жительство", "p.nomer_doc: N3#7754", "p.data_vyd: ##.03.2018", "p.srok_doc: ##.03.2031", "w.login: ivanov#|petrov#x", "w.email: u#@bank.example",
				"w.last_ip: 10.1.2.#", "s.ud_front: kyc/#/ud_1.jpg", "s.ud_back: kyc/#/ud_2.jpg", "t.tarif: GOLD|BASE",
			},
			"documentNumber=p.nomer_doc issueDate=p.data_vyd expireDate=p.srok_doc userid=w.login email=w.email ipAddress=w.last_ip idImage=s.ud_front idBackImage=s.ud_back", "",
		},
		{
			"a query with a table of officers", []string{
				"k.id: 10#5", "k.fam: Иванов~|Петров~", "k.imya: Анна~|Олег~", "k.d_rozhd: ##.03.1971|##.11.1988", "k.pol: м|ж", "w.login: asel|timur|oleg", "w.email: asel@bank.example|timur@bank.example|oleg@bank.example",
			},
			"birthDate=k.d_rozhd", "email",
		},
		{
			"names of one's own, the father and his father", []string{
				"ClientCode: 10#5", "ClientName: Abebe|Tigist|Bekele|Hana", "FatherName: Kebede|Tolosa|Worku", "GFatherName: Desta|Assefa|Haile|Bekele|Ayele", "DOB_EC: ##/3/1963|##/2/1981", "DOB_GC: ##/11/1970|##/10/1988", "KYC_OK: TRUE|FALSE",
			},
			"firstName=ClientName fullName=ClientName+FatherName+GFatherName birthDate=DOB_GC", "lastName",
		},
		{
			"a client and the client's father only", []string{"ClientCode: 10#5", "ClientName: Abebe|Tigist|Bekele|Hana", "FatherName: Kebede|Tolosa|Worku", "Email: u#@bank.example"},
			"email=Email", "fullName firstName",
		},
		{
			"papers in Finnish", []string{
				"ASIAKASNRO: 10#5", "SUKUNIMI: Nieminen~|Laine~", "ETUNIMET: Aino~|Eino~", "VP_TUNNUS: niem#|lain#x", "ASK_NRO: 22#7754", "ASK_MYONT_PVM: ##.3.2019", "ASK_VOIM_ASTI: ##.3.2031", "ASK_MAA: FI|SE", "TUNT_TILA: HYV|KESKEN", "HOITAJA: LAITMI|VIRTAN",
			},
			"userid=VP_TUNNUS issueDate=ASK_MYONT_PVM expireDate=ASK_VOIM_ASTI issuingCountry=ASK_MAA kycStatus=TUNT_TILA", "",
		},
		{
			"papers and proofs in Salesforce", []string{
				"Client_No__c: 10#5", "Name: Ann Lee~|Bo Kim~", "POI_File_URL__c: https://files.example/a#", "POI_Back_File_URL__c: https://files.example/b#", "POR_Type__c: Utility Bill|Bank Statement", "POR_File_URL__c: https://files.example/c#", "KYC_Stage__c: Approved|Rejected",
			},
			"idImage=POI_File_URL__c idBackImage=POI_Back_File_URL__c addressImage=POR_File_URL__c kycStatus=KYC_Stage__c", "idType",
		},
		{
			"a warehouse that leaves vowels out", []string{
				"DIM_CUST_CUST_NO: 001#7", "DIM_CUST_FRST_NM: Anna~|Piotr~", "DIM_CUST_SCND_NM: |Ewa|Jan", "DIM_CUST_LST_NM: Mazur~|Nowak~", "DIM_CUST_MDN_NM: ||Lis~", "DIM_CUST_RSDNC_CTRY_CD: PL|DE", "DIM_CUST_ID_DOC_SER_NR: CSH#7754", "DIM_CUST_ID_DOC_VLD_TO_DT: 2031-03-##", "DIM_CUST_PRM_ADDR_STRT_NM: LIPOWA #|POLNA #",
				"DIM_CUST_COR_ADDR_CTRY_CD: |||DE", "DIM_CUST_EML_PRIM: u#@bank.example", "DIM_CUST_SPS_FRST_NM: Adam~|", "DIM_CUST_SPS_LST_NM: Mazur~|", "DIM_CUST_EFF_TO_DT: 2099-01-##", "DIM_CUST_ADVSR_LGN: K9#",
			},
			"userid=DIM_CUST_CUST_NO fullName=DIM_CUST_FRST_NM+DIM_CUST_SCND_NM+DIM_CUST_LST_NM address_country=DIM_CUST_RSDNC_CTRY_CD documentNumber=DIM_CUST_ID_DOC_SER_NR expireDate=DIM_CUST_ID_DOC_VLD_TO_DT", "issueDate",
		},
		{
			"a sheet in Spanish with remarks in its header", []string{
				"No. de socio: 10#5", "Apellido paterno: Rojas~|Vera~", "Nombre(s): Ana~|Raul~", "Identificación oficial (INE, pasaporte, etc.): INE|Pasaporte", "Folio de la identificación: 58#7754", "¿Expediente validado?: Sí|No", "Correo: u#@bank.example",
			},
			"key=No. de socio idType=Identificación oficial (INE, pasaporte, etc.) documentNumber=Folio de la identificación kycStatus=¿Expediente validado?", "",
		},
		{
			"two documents in a list", []string{
				"customer_no: c-10#5", "name: Ann Lee~|Bo Kim~", "email: u#@bank.example", "info.idDocs.0.number: A1#7754", "info.idDocs.0.issuedDate: 2018-03-##", "info.idDocs.1.number: B2#8865|", "info.idDocs.1.issuedDate: 2019-04-##|", "info.idDocs.1.validUntil: 2031-04-##|",
			},
			"documentNumber=info.idDocs.0.number issueDate=info.idDocs.0.issuedDate", "expireDate",
		},
		{
			"where to write to, beside where somebody lives", []string{
				"Client_No__c: 10#5", "Name: Ann Lee~|Bo Kim~", "PersonMailingStreet: # High St|# Mill Rd", "PersonMailingState: Yorkshire|Kent", "PersonMailingCountry: United Kingdom", "Residential_Street__c: # Low St|# Hill Rd", "Residential_City__c: Leeds|York", "Residential_Province__c: Yorkshire|Devon", "Residential_Country__c: United Kingdom|Ireland",
			},
			"address_street=Residential_Street__c address_city=Residential_City__c address_state=Residential_Province__c address_country=Residential_Country__c", "",
		},
		{
			"the street of where to write to only", []string{
				"Client_No__c: 10#5", "Name: Ann Lee~|Bo Kim~", "PersonMailingStreet: # High St|# Mill Rd", "Residential_City__c: Leeds|York", "Residential_Province__c: Yorkshire|Devon",
			},
			"", "address_street address_city",
		},
		{
			"a correspondence address that few have", []string{
				"customer_no: c-10#5", "name: Ann Lee~|Bo Kim~", "prm_addr_city: Leeds|York", "cor_addr_street: |||# High St", "cor_addr_city: |||Hull", "cor_addr_country: |||GB",
			},
			"", "address_street address_country",
		},
		{
			"what somebody signs in with at a bank, beside its key", []string{
				"CUST_ORGKEY: R00#5", "CUST_NAME: Ann Lee~|Bo Kim~", "CUST_CORP_LOGIN: annlee#|bokim#x", "CUST_EMAIL: u#@bank.example",
			},
			"key=CUST_ORGKEY", "",
		},
	} {
		t.Run(f.name, func(t *testing.T) { f.check(t) })
	}
}

// check drafts a table, and looks at what is taken.
func (f *tableFamily) check(t *testing.T) {
	var columns, values []string
	for _, c := range f.columns { // a name may have a colon
		at := strings.LastIndex(c, ": ")
		columns, values = append(columns, c[:at]), append(values, c[at:])
	}
	_, rows := tableOf(60, values...)
	d := drafted(t, columns, rows)
	checkLoads(t, f.name, d, columns, rows)
	for _, want := range splitTaken(f.taken) {
		field, of, _ := strings.Cut(want, "=")
		if field == "key" {
			if got := strings.Join(d.Key, "+"); got != of {
				t.Errorf("key %s, want %s: %s", got, of, d.KeyTodo)
			}
			continue
		}
		if m := matched(d, field); m == nil || m.Todo != "" || strings.Join(m.Columns, "+") != of {
			t.Errorf("%s: %+v", want, m)
		}
	}
	for field := range strings.FieldsSeq(f.asked) {
		if m := matched(d, field); m != nil && m.Todo == "" {
			t.Errorf("%s is taken: %+v", field, m)
		}
	}
}

// splitTaken cuts a list of what is taken: the names of columns may have spaces.
func splitTaken(list string) (taken []string) {
	for word := range strings.FieldsSeq(list) {
		if n := len(taken); n > 0 && !strings.Contains(word, "=") {
			taken[n-1] += " " + word
		} else {
			taken = append(taken, word)
		}
	}
	return taken
}

// Words stand in the place of the codes beside them where they tell the same rows apart, and
// nowhere else.
func TestWordsBesideCodes(t *testing.T) {
	for _, tt := range []struct{ code, words, want string }{
		{"GENDER_CD: 1|2", "GENDER_NM: Male|Female", "GENDER_NM"},
		{"gender_code: 10|20|30", "gender_name: Male|Female|Unknown", "gender_name"},
		{"GENDER_CD: M|F", "GENDER_NM: Male|Female", "GENDER_CD"},
		{"GENDER_CD: 1|2", "GENDER_NM: Male|Female|Female", "GENDER_CD"},
		{"GENDER_CD: 1|2", "STATUS_NM: Male|Female", "GENDER_CD"},
	} {
		columns, rows := tableOf(60, "customer_no: c-10#5", "name: Ann Lee~|Bo Kim~", "email: u#@bank.example", tt.code, tt.words)
		d := drafted(t, columns, rows)
		if m := matched(d, "gender"); m == nil || !slices.Equal(m.Columns, []string{tt.want}) {
			t.Errorf("%s beside %s: %+v", tt.words, tt.code, m)
		}
	}
}

// A town and its state are of the address that names the town, unless another one does so as
// often or more.
func TestTownsThatAddressesName(t *testing.T) {
	for _, tt := range []struct {
		permanent string
		sure      bool
	}{
		{"PERM_ADDR: # Low St, Hull|# Low St, Ely|# Low St, Bath", true},
		{"PERM_ADDR: # Low St, Leeds|# Low St, Hull|# Low St, York", true},
	} {
		columns, rows := tableOf(60, "customer_no: c-10#5", "name: Ann Lee~|Bo Kim~", "email: u#@bank.example", tt.permanent, "CURR_ADDR: House # High St, Leeds|House # Mill Rd, York", "CITY: Leeds|York", "PROVINCE: Yorkshire|North")
		if m := matched(drafted(t, columns, rows), "address_city"); m == nil || (m.Todo == "") != tt.sure {
			t.Errorf("%s: %+v", tt.permanent, m)
		}
	}
	columns, rows := tableOf(60, "customer_no: c-10#5", "name: Ann Lee~|Bo Kim~", "email: u#@bank.example", "PERM_ADDR: House # Low St, Leeds|House # Low St, York", "CURR_ADDR: House # High St, Hull|House # Mill Rd, Ely", "CITY: Leeds|York")
	if m := matched(drafted(t, columns, rows), "address_city"); m == nil || m.Todo == "" {
		t.Errorf("%+v", m)
	}
}
