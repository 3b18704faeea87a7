package draft

// businessSystems are programs that companies keep their customers in, whose tables have
// names of their own makers'.
var businessSystems = []*system{&protheus, &datasul, &businessOne, &siebel, &oracleParties, &netsis, &logo, &catalogue1C, &navision, &businessCentral}

// protheus is that of TOTVS, with the table of customers and the letter X for fields that its
// user added; CGC is what the number of a person or company was called in Brazil once.
var protheus = system{own: []string{"a1_cod", "a1_nome"}, least: 5, users: "a1_x", names: map[string]string{
	"a1_filial": "organisation", "a1_cod": "user number", "a1_loja": "organisation code", "a1_pessoa": "flag", "a1_tipo": "flag", "a1_nome": "full name", "a1_nreduz": "short name", "a1_cgc": "national", "a1_pfisica": "document number", "a1_rg": "document number", "a1_inscr": "organisation number", "a1_inscrm": "organisation number",
	"a1_end": "address", "a1_endereco": "address", "a1_complem": "house", "a1_bairro": "district", "a1_mun": "city", "a1_cod_mun": "flag code", "a1_est": "state", "a1_estado": "state name", "a1_cep": "zip", "a1_pais": "address country", "a1_codpais": "address country", "a1_ddd": "phone", "a1_ddi": "phone", "a1_tel": "phone", "a1_fax": "phone", "a1_email": "email", "a1_hpage": "flag",
	"a1_endcob": "secondary address", "a1_bairroc": "secondary district", "a1_munc": "secondary city", "a1_estc": "secondary state", "a1_cepc": "secondary zip", "a1_endent": "secondary address", "a1_endrec": "secondary address", "a1_contato": "other name",
	"a1_dtnasc": "birth date", "a1_vend": "staff", "a1_risco": "risk", "a1_lc": "amount", "a1_venclc": "event date", "a1_cond": "flag", "a1_pricom": "event date", "a1_ultcom": "event date", "a1_saldup": "amount", "a1_msblql": "flag", "a1_userlgi": "staff", "a1_userlga": "staff", "a1_dtcad": "event date", "a1_conta": "account",
}}

// datasul is that for larger companies in Brazil.
var datasul = system{own: []string{"cod-emitente", "nome-emit"}, least: 4, names: map[string]string{
	"cod-emitente": "user number", "nome-emit": "full name", "nome-abrev": "short name", "cgc": "national", "natureza": "flag", "ins-estadual": "organisation number", "ins-municipal": "organisation number", "cod-gr-cli": "flag", "data-implant": "event date", "cod-rep": "staff", "identific": "flag", "lim-credito": "amount",
}}

// businessOne is the one of SAP for small companies.
var businessOne = system{own: []string{"cardcode", "cardname"}, least: 4, users: "u_", names: map[string]string{
	"cardcode": "user number", "cardname": "full name", "cardfname": "native full name", "cardtype": "flag", "groupcode": "flag", "lictradnum": "tax number", "e_mail": "email", "phone1": "phone", "phone2": "phone", "cellular": "phone", "cntctprsn": "other name", "slpcode": "staff", "validfor": "flag", "frozenfor": "flag",
	"mailaddres": "secondary address", "mailcity": "secondary city", "mailzipcod": "secondary zip", "mailcountr": "secondary country", "state1": "state", "createdate": "event date", "updatedate": "event date", "listnum": "flag", "cmpprivate": "flag",
}}

// siebel is Oracle's for those who sell, with its table of contacts.
var siebel = system{own: []string{"fst_name", "last_name", "row_id"}, least: 5, users: "x_", names: map[string]string{
	"row_id": "uuid", "par_row_id": "external uuid", "fst_name": "first name", "last_name": "last name", "mid_name": "middle name", "birth_dt": "birth date", "sex_mf": "gender", "maiden_name": "other name", "citizenship_cd": "nationality", "email_addr": "email", "soc_security_num": "national", "cell_ph_num": "phone", "home_ph_num": "phone", "work_ph_num": "phone",
	"per_title": "title", "marital_stat_cd": "marital", "pr_postn_id": "staff", "pr_dept_ou_id": "organisation", "bu_id": "organisation", "created": "event", "created_by": "staff", "last_upd": "event", "last_upd_by": "staff", "integration_id": "external", "con_cd": "flag", "emp_flg": "flag", "priv_flg": "flag", "cust_stat_cd": "flag",
}}

// oracleParties is that of Oracle's E-Business Suite.
var oracleParties = system{own: []string{"party_id", "party_number"}, least: 5, names: map[string]string{
	"party_id": "uuid", "party_number": "user number", "party_name": "full name", "party_type": "flag", "person_first_name": "first name", "person_last_name": "last name", "person_middle_name": "middle name", "person_pre_name_adjunct": "title", "person_name_suffix": "title", "person_identifier": "document number", "person_iden_type": "document type",
	"jgzz_fiscal_code": "tax number", "tax_reference": "tax number", "date_of_birth": "birth date", "place_of_birth": "birth other place", "date_of_death": "event date", "email_address": "email", "orig_system_reference": "external number", "known_as": "secondary name", "marital_status": "marital", "validated_flag": "flag",
}}

// netsis and logo are those of Turkey, in which a customer is an account that runs.
var (
	netsis = system{own: []string{"cari_kod", "cari_isim"}, least: 4, names: map[string]string{
		"cari_kod": "user number", "cari_isim": "full name", "cari_tip": "flag", "cari_tel": "phone", "gsm1": "phone", "cari_adres": "address", "cari_il": "city", "cari_ilce": "district", "ulke_kodu": "address country", "postakodu": "zip", "tcknkimlikno": "national", "tckimlikno": "national", "vergi_dairesi": "organisation", "vergi_numarasi": "tax number",
		"grup_kodu": "flag", "plasiyer_kodu": "staff", "sube_kodu": "organisation", "kayityapankul": "staff", "kayittarihi": "event date",
	}}
	logo = system{own: []string{"logicalref", "definition_"}, least: 5, names: map[string]string{
		"logicalref": "uuid", "code": "user number", "definition_": "full name", "addr1": "address line", "addr2": "address line", "country": "address country", "countrycode": "address country", "postcode": "zip", "tckno": "national", "taxnr": "tax number", "taxoffice": "organisation", "emailaddr": "email", "telnrs1": "phone", "telnrs2": "phone", "isperscomp": "flag", "specode": "flag", "cyphcode": "flag", "incharge": "other name",
	}}
)

// catalogue1C is a catalogue of 1C, which marks what is to be deleted, and numbers its entries
// in their own order.
var catalogue1C = system{own: []string{"код", "пометка удаления"}, least: 2, names: map[string]string{"код": "user number", "пометка удаления": "flag", "это группа": "flag", "родитель": "flag"}}

// navision and businessCentral are that of Microsoft for small companies, before and now: its
// tables have a stroke for the full stops that the names of fields end in, its pages have these.
var (
	navision = system{own: []string{"no_", "customer posting group"}, least: 4, names: map[string]string{
		"no_": "user number", "name": "full name", "search name": "short name", "city": "city", "county": "state", "post code": "zip", "country_region code": "address country", "phone no_": "phone", "mobile phone no_": "phone", "fax no_": "phone", "e-mail": "email",
		"contact": "other name", "primary contact no_": "other number", "customer posting group": "flag", "gen_ bus_ posting group": "flag", "vat bus_ posting group": "flag", "vat registration no_": "organisation number", "salesperson code": "staff", "payment terms code": "flag", "payment method code": "flag", "currency code": "flag", "language code": "flag",
		"bill-to customer no_": "other number", "responsibility center": "organisation", "location code": "organisation", "global dimension 1 code": "organisation", "global dimension 2 code": "organisation", "blocked": "flag", "last date modified": "event date", "no_ series": "flag",
	}}
	businessCentral = system{own: []string{"no.", "customer posting group"}, least: 4, names: map[string]string{
		"no.": "user number", "name": "full name", "search name": "short name", "city": "city", "county": "state", "post code": "zip", "country/region code": "address country", "phone no.": "phone", "mobile phone no.": "phone", "fax no.": "phone", "email": "email",
		"contact": "other name", "primary contact no.": "other number", "customer posting group": "flag", "gen. bus. posting group": "flag", "vat bus. posting group": "flag", "vat registration no.": "organisation number", "salesperson code": "staff", "payment terms code": "flag", "payment method code": "flag", "currency code": "flag", "language code": "flag",
		"bill-to customer no.": "other number", "responsibility center": "organisation", "location code": "organisation", "global dimension 1 code": "organisation", "global dimension 2 code": "organisation", "blocked": "flag", "last date modified": "event date", "no. series": "flag",
	}}
)
