package draft

// coreSystems are programs of banks whose tables of customers have names of their makers' own.
var coreSystems = []*system{&silverlake, &flexcubeRetail, &asBank}

// silverlake is that of many banks of South-East Asia, whose file of customers is CFMAST: one
// number and its type for any paper, and behind the first line of the name those of the address.
var silverlake = system{own: []string{"cfcifn", "cfssno", "cfsscd"}, least: 6, names: map[string]string{
	"cfcifn": "user number", "cfna1": "full name", "cfna1a": "secondary name", "cfsnme": "short name", "cfsscd": "document type", "cfssno": "document number", "cfossn": "former national", "cfidcy": "issue country document", "cfidxd": "expiry date document",
	"cfbir8": "birth date", "cfbir6": "secondary birth date", "cfbirp": "birth other place", "cfsex": "gender", "cfcitz": "nationality", "cfresd": "residence country", "cfrace": "marital", "cfreli": "marital", "cfmart": "marital",
	"cfna2": "address line", "cfna3": "address line", "cfna4": "address line", "cfna5": "address line", "cfcity": "city", "cfstat": "state", "cfzip": "zip", "cfeadd": "email", "cfhpho": "phone", "cfbpho": "phone", "cfmpho": "phone",
	"cfbnkn": "organisation", "cfbrnn": "organisation", "cfoccd": "organisation", "cfempn": "organisation", "cfoffr": "staff", "cflmus": "staff", "cfindi": "flag", "cfblkc": "flag", "cfrskc": "risk", "cfamlf": "risk", "cfspnm": "other name", "cfspic": "other national",
	"cfcrd6": "event date", "cfcrd7": "event date", "cflmd6": "event date", "cflmd7": "event date", "cftbal": "amount",
}}

// flexcubeRetail is the older one of Oracle for retail banks, with its table of customers
// CI_CUSTMAST, whose names begin with the kind of their values.
var flexcubeRetail = system{own: []string{"cod_cust_id", "nam_cust_full"}, least: 4, names: map[string]string{
	"cod_cust_id": "user number", "nam_cust_full": "full name", "nam_cust_shrt": "short name", "nam_cust_first": "first name", "nam_cust_mid": "middle name", "nam_cust_last": "last name", "nam_mother_maiden": "other name", "dat_birth_cust": "birth date", "txt_cust_sex": "gender",
	"txt_cust_natnlty": "nationality", "txt_cust_resid": "residence country", "cod_cust_natnlid": "national", "txt_cust_prefix": "title", "flg_cust_typ": "flag", "flg_staff": "flag", "cod_cc_homebrn": "organisation", "cod_employee_id": "staff", "cod_cust_lang": "marital",
	"txt_custadr_add1": "address line", "txt_custadr_add2": "address line", "txt_custadr_add3": "address line", "nam_custadr_city": "city", "nam_custadr_state": "state", "nam_custadr_cntry": "address country", "txt_custadr_zip": "zip",
	"txt_permadr_add1": "permanent address line", "txt_permadr_add2": "permanent address line", "txt_permadr_add3": "permanent address line", "nam_permadr_city": "permanent city", "nam_permadr_state": "permanent state", "nam_permadr_cntry": "permanent address country", "txt_permadr_zip": "permanent zip",
	"ref_cust_email": "email", "ref_cust_phone": "phone", "ref_cust_telex": "phone", "ref_cust_fax": "phone",
}}

// asBank is ArmSoft's, of most banks of Armenia: REGNUM is the number that the state knows its
// people by, and COMMUN the town or village; USERID is whose work the record is.
var asBank = system{own: []string{"clicode", "jurstat"}, least: 6, names: map[string]string{
	"clicode": "user number", "jurstat": "flag", "name": "full name", "ename": "latin full name", "lastname": "last name", "firstname": "first name", "elastname": "latin last name", "efirstname": "latin first name", "patronym": "middle name", "epatronym": "latin middle name",
	"pastype": "document type", "pascode": "document number", "pasby": "issue authority document", "datepass": "issue date document", "dateexp": "expiry date document", "paspend": "expiry date document", "pascountry": "issue country document",
	"regnum": "national", "taxcode": "tax", "citizen": "nationality", "rez": "flag", "sex": "gender", "datebirt": "birth date", "datebirth": "birth date", "birthplace": "birth other place",
	"country": "address country", "district": "flag code", "commun": "city", "addrstr": "street", "addrhous": "house", "addrapt": "house", "street": "street", "buildnum": "house", "apartment": "house", "postind": "zip", "regaddr": "permanent address", "telmob": "phone", "telhome": "phone", "telwork": "phone", "hblogin": "login",
	"identst": "kyc status", "dateiden": "event date", "riskdegr": "risk", "politexp": "risk", "relbank": "flag", "sector": "organisation", "workplc": "organisation", "dateopen": "event date", "dateclos": "event date", "acsbranc": "organisation", "acsdepar": "organisation", "acstype": "flag", "userid": "staff", "isn": "uuid",
}}
