package draft

import (
	"slices"
	"strings"
)

// system is a program whose table of customers has names that are too short, or too much its
// own, for anybody to understand alone. It is told by how many of them a table has.
type system struct {
	own   []string // of which all must be there
	least int      // of the names below
	names map[string]string
	users string // what the names of fields begin with that a user of the system added, "" for none
}

// cobis is the system of many banks and cooperatives of Latin America: its prefixes are those
// of the tables of parties, persons, addresses and telephones.
var cobis = system{own: []string{"en_ente"}, least: 6, names: map[string]string{
	"en_ente": "user number", "en_nomlar": "full name", "en_nombre": "first name", "p_s_nombre": "middle name", "p_p_apellido": "last name", "p_s_apellido": "second last name", "p_c_apellido": "other name",
	"en_tipo_ced": "document type", "en_ced_ruc": "document number", "p_pasaporte": "passport number", "p_fecha_emision": "issue date document", "p_fecha_expira": "expiry date document", "p_lugar_doc": "issue authority document",
	"p_fecha_nac": "birth date", "p_depa_nac": "birth other place", "p_ciudad_nac": "birth other place", "p_pais_nac": "birth other country", "p_sexo": "gender", "en_nac": "nationality", "en_pais": "residence country", "p_estado_civil": "marital",
	"p_profesion": "organisation", "p_nivel_estudio": "marital", "p_tipo_vivienda": "marital", "p_num_cargas": "amount", "p_nivel_ing": "amount", "p_nivel_egr": "amount", "en_oficina": "organisation", "en_oficial": "staff", "en_filial": "organisation", "en_sector": "organisation",
	"en_actividad": "organisation", "en_subtipo": "risk", "en_grupo": "organisation", "en_calificacion": "risk", "en_retencion": "flag", "en_mala_referencia": "risk", "en_referido": "other", "en_rfc": "tax", "en_fecha_crea": "event date", "en_fecha_mod": "event date",
	"di_descripcion": "street", "di_calle": "street", "di_casa": "house", "di_nro": "house", "di_parroquia": "district code", "di_barrio": "district", "di_ciudad": "city code", "di_provincia": "state code", "di_pais": "address country", "di_codpostal": "zip",
	"te_valor": "phone", "te_celular": "phone",
}}

// bantotal is that of many others in Latin America.
var bantotal = system{own: []string{"petdoc", "pendoc"}, least: 4, names: map[string]string{
	"pepais": "issue country document", "petdoc": "document type", "pendoc": "document number", "penom": "full name", "petipo": "risk",
	"pfape1": "last name", "pfape2": "second last name", "pfnom1": "first name", "pfnom2": "middle name", "pffnac": "birth date", "pfcant": "gender", "pfpnac": "birth other country", "pfeciv": "marital",
}}

// eibs is Datapro's, with lines of the address called as those of the name.
var eibs = system{own: []string{"cuscun", "cusidn"}, least: 5, names: map[string]string{
	"cuscun": "user number", "cusidn": "document number", "custid": "document type", "cuspid": "issue country document", "cusfna": "first name", "cusfn2": "middle name", "cusln1": "last name", "cusln2": "second last name", "cusna1": "full name",
	"cusna2": "address line", "cusna3": "address line", "cusna4": "address line", "cuscty": "city", "cusste": "state", "cusctr": "address country", "cuszpc": "zip", "cusccs": "nationality", "cusgec": "residence country", "cussex": "gender", "cusiad": "email", "cushpn": "phone", "cusphn": "phone",
	"cusmst": "marital", "cusofc": "staff", "cusbrn": "organisation",
}}

// finacle is Infosys's, flexcube Oracle's and equation Finastra's.
var (
	finacle = system{own: []string{"orgkey"}, least: 3, names: map[string]string{
		"orgkey": "user number", "uniqueid": "document number", "uniqueidtype": "document type", "passportno": "passport number", "cust_dob": "birth date", "cust_first_name": "first name", "cust_middle_name": "middle name", "cust_last_name": "last name",
		"preferredemail": "email", "preferredphone": "phone", "primary_sol_id": "organisation", "relationshipopeningdate": "event date", "segmentation_class": "risk",
	}}
	flexcube = system{own: []string{"customer_no", "unique_id_value"}, least: 4, names: map[string]string{
		"customer_no": "user number", "customer_name1": "full name", "customer_type": "risk", "short_name": "short name", "unique_id_name": "document type", "unique_id_value": "document number", "p_national_id": "national", "kyc_ref_no": "contract number", "record_stat": "flag", "auth_stat": "flag",
		"address_line1": "contact address line", "address_line2": "contact address line", "address_line3": "contact address line", "address_line4": "contact address line", "country": "contact address country",
		"d_address1": "address line", "d_address2": "address line", "d_address3": "address line", "d_address4": "address line", "d_country": "address country", "d_pincode": "zip",
		"p_address1": "permanent address line", "p_address2": "permanent address line", "p_address3": "permanent address line", "p_address4": "permanent address line", "p_country": "permanent address country",
		"legal_guardian": "other name", "maker_id": "staff", "checker_id": "staff", "rm_id": "staff", "ext_ref_no": "external number",
	}}
	equation = system{own: []string{"gfcus", "gfcun"}, least: 3, names: map[string]string{
		"gfcus": "user number", "gfcpnc": "user external number", "gfcun": "full name", "gfclc": "organisation", "gfdas": "short name", "gfcnap": "risk", "gfcnal": "risk", "gfcnar": "residence country", "gfctp": "risk", "gfca2": "risk", "gfbrnm": "organisation", "gfaco": "staff",
	}}
)

// sapPartner is the table of business partners of SAP, with those of their papers and addresses
// beside it, each name behind that of its table.
var sapPartner = system{own: []string{"but000-partner"}, least: 5, names: map[string]string{
	"but000-partner": "user number", "but000-bpext": "former user number", "but000-bu_sort1": "flag", "but000-bu_sort2": "flag", "but000-bu_group": "flag", "but000-type": "flag", "but000-title": "title", "but000-name_last": "last name", "but000-name_lst2": "other last name", "but000-name_first": "first name", "but000-namemiddle": "middle name", "but000-mc_name1": "flag", "but000-mc_name2": "flag",
	"but000-birthdt": "birth date", "but000-birthpl": "birth other place", "but000-natio": "nationality", "but000-cndsc": "birth other country", "but000-marst": "marital", "but000-xsexm": "gender flag", "but000-xsexf": "gender flag", "but000-xsexu": "gender flag", "but000-sex": "gender", "but000-gender": "gender", "but000-jobgr": "organisation", "but000-nickname": "secondary name",
	"but000-crusr": "staff", "but000-crdat": "event date", "but000-chusr": "staff", "but000-chdat": "event date", "but000-xdele": "flag", "but000-xblck": "flag", "but000-partner_guid": "uuid",
	"but0id-type": "document type", "but0id-idnumber": "document number", "but0id-institute": "issue authority place", "but0id-entry_date": "event date", "but0id-valid_date_from": "issue date document", "but0id-valid_date_to": "expiry date document", "but0id-country": "issue country document", "but0id-region": "issue place",
	"adrc-street": "street", "adrc-house_num1": "house", "adrc-house_num2": "house", "adrc-post_code1": "zip", "adrc-city1": "city", "adrc-city2": "district", "adrc-region": "state", "adrc-country": "address country", "adrc-addrnumber": "external number", "adrc-tel_number": "phone",
	"adr6-smtp_addr": "email", "adr2-tel_number": "phone", "adr3-fax_number": "phone", "but0bk-banks": "account", "but0bk-bankl": "account", "but0bk-bankn": "account", "but0bk-iban": "account", "dfkkbptaxnum-taxnum": "tax number", "dfkkbptaxnum-taxtype": "tax type",
}}

// shortItalian are the three letters that programs in Italian have behind those of their
// table: ANACOG, ANADNA.
var shortItalian = system{own: []string{"COG", "NOM"}, least: 8, names: map[string]string{
	"NDG": "user number", "COG": "last name", "NOM": "first name", "DNA": "birth date", "LNA": "birth other place", "SES": "gender", "CFI": "national", "CIT": "nationality", "TDO": "document type", "NDO": "document number", "DRI": "issue date document", "DSC": "expiry date document",
	"IND": "street", "LOC": "city", "COM": "city", "PRV": "state", "CAP": "zip", "NAZ": "country", "EML": "email", "TEL": "phone", "CEL": "phone", "FIL": "organisation", "PRO": "organisation", "STC": "marital",
}}

// shortFrench are the three letters that programs in French have behind those of their table:
// CLINOM, CLIPRE, CLIDNA.
var shortFrench = system{own: []string{"NOM", "PRE"}, least: 10, names: map[string]string{
	"NO": "user number", "NUM": "user number", "NOM": "last name", "PRE": "first name", "PER": "other name", "MER": "other name", "NJF": "other last name", "NMA": "other last name", "CJT": "other name",
	"DNA": "birth date", "DTN": "birth date", "LNA": "birth other place", "VNA": "birth other place", "PNA": "birth other country", "SEX": "gender", "SXE": "gender", "NAT": "nationality", "NA2": "secondary nationality",
	"TPI": "document type", "TYP": "type", "NPI": "document number", "DDP": "issue date document", "DEP": "expiry date document", "DVP": "expiry date document", "LDP": "issue authority document", "PDP": "issue country document",
	"AD1": "address line", "AD2": "address line", "AD3": "address line", "ADR": "address", "RUE": "street", "VIL": "city", "LOC": "city", "CPO": "zip", "CPT": "zip", "CAZ": "state", "GOV": "state", "DPT": "state", "PRS": "residence country", "PAY": "country",
	"TEL": "phone", "GSM": "phone", "FAX": "phone", "EML": "email", "MEL": "email", "PRF": "organisation", "EMP": "organisation", "CSP": "organisation", "AGE": "organisation", "FAT": "flag", "PEP": "risk", "SEG": "risk", "RIS": "risk",
	"GES": "staff", "DCR": "event date", "DMJ": "event date", "DMO": "event date", "ETA": "flag", "ETT": "flag", "TIT": "title", "CIV": "title", "CLE": "check digit", "SFA": "marital", "SIT": "marital", "REG": "contract",
}}

// systemNames reads the names of the tables of systems that are known by them.
func (t *table) systemNames() {
	plain := func(c *candidate) string { return strings.ToLower(c.name) }
	for _, s := range slices.Concat([]*system{&cobis, &bantotal, &eibs, &finacle, &flexcube, &equation, &sapPartner}, coreSystems, businessSystems, checkSystems) {
		t.readAs(s, plain)
	}
	t.sapQueryNames()
	t.readAs(&sumsub, ofApplicant)
	t.dataverseNames()
	if n := t.commonLetters(); n > 0 {
		for _, s := range []*system{&shortFrench, &shortItalian} {
			t.readAs(s, func(c *candidate) string { return c.name[n:] })
		}
	}
}

// commonLetters is how many letters all names begin with, that have no more than a few and
// are all in capitals; 0 for none.
func (t *table) commonLetters() int {
	const fewest, most, columns = 2, 4, 12
	if len(t.columns) < columns {
		return 0
	}
	common := t.columns[0].name
	for _, c := range t.columns {
		if !shortName(c.name) || len(c.name) > longestName+most-tableLetters {
			return 0
		}
		for !strings.HasPrefix(c.name, common) {
			common = common[:len(common)-1]
		}
	}
	if n := len(common); n >= fewest && n <= most {
		return n
	}
	return 0
}

// readAs gives the columns the meaning that their names have in a system, where the table is
// one of that system's, and reports whether it is.
func (t *table) readAs(s *system, nameOf func(*candidate) string) bool {
	n, own := 0, 0
	for _, c := range t.columns {
		_, known := s.names[nameOf(c)]
		n += b2i(known)
		for _, name := range s.own {
			own += b2i(nameOf(c) == name)
		}
	}
	if n < s.least || own < len(s.own) {
		return false
	}
	for _, c := range t.columns {
		name := nameOf(c)
		meaning, known := s.names[name]
		if !known {
			if s.users != "" && strings.HasPrefix(name, s.users) {
				c.header = readCut(name[len(s.users):])
			}
			continue
		}
		c.header, c.system = header{has: map[concept]bool{}, first: fold(name)}, true
		for _, m := range strings.Fields(meaning) {
			c.header.add(m)
		}
		if last := name[len(name)-1]; c.header.has["line"] && last >= '1' && last <= '9' {
			c.header.ordinal = int(last - '0') // others have a digit for what it may be
		}
	}
	return true
}
