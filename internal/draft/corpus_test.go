package draft

// corpus are exports as systems and people make them. Each line of columns is a
// name, what it holds, and the fields that it is the truth for; joined and
// several columns of one field stand in extra. Those that are held out are
// looked at in sum only.
var corpus = []export{
	{name: "T24 customer file", lang: "en", columns: `
@ID => cust: => key userid
SHORT.NAME => full => fullName
FAMILY.NAME => last => lastName
GIVEN.NAMES => first => firstName
DATE.OF.BIRTH => dob:compact => birthDate
GENDER => codes:mf => gender
MARITAL.STATUS => codes:marital
NATIONALITY => country:a2 => nationality
RESIDENCE => country:a2 => address_country
LEGAL.ID => doc => documentNumber
LEGAL.DOC.NAME => codes:words => idType
LEGAL.ISS.DATE => issue:compact => issueDate
LEGAL.EXP.DATE => exp:compact => expireDate
STREET => street => address_street
TOWN.COUNTRY => city => address_city
EMAIL.1 => email => email
PHONE.1 => phone
KYC.STATUS => codes:appr => kycStatus
LAST.KYC.REVIEW.DATE => created:compact
ACCOUNT.OFFICER => someone
`},
	{name: "Finacle extract", lang: "en", columns: `
CUST_ID => cust:R => key userid
CUST_FIRST_NAME => first => firstName
CUST_MIDDLE_NAME => middle
CUST_LAST_NAME => last => lastName
CUST_DOB => dob:named => birthDate
CUST_SEX => codes:MF => gender
NAT_ID_CARD_NUM => nid => identityNumber
PSPRT_NUM => passport => documentNumber
PSPRT_ISSU_DATE => issue:named => issueDate
PSPRT_EXP_DATE => exp:named => expireDate
CUST_EMAIL_ID => email => email
CUST_COMU_PHONE_NUM_1 => phone
KYC_STATUS => codes:clear => kycStatus
BRANCH_NAME => branch
RM_NAME => someone
EMPLOYER_NAME => company
MOTHERS_MAIDEN_NAME => last
CREATED_DT => created:named
`, extra: map[string]string{"fullName": "CUST_FIRST_NAME+CUST_MIDDLE_NAME+CUST_LAST_NAME"}},
	{name: "Korean bank", lang: "ko", columns: `
고객번호 => cust:K => key userid
성명 => full => fullName
영문성명 => latin
생년월일 => dob:iso => birthDate
성별 => codes:남여 => gender
국적 => country:a2 => nationality
이메일 => email => email
휴대폰번호 => phone
주민등록번호 => rrn => identityNumber
신분증종류 => codes:여권 => idType
신분증번호 => doc => documentNumber
발급일자 => issue:iso => issueDate
만료일자 => exp:iso => expireDate
발급국가 => country:a3 => issuingCountry
주소 => address => address_full
우편번호 => zip
심사결과 => codes:승인 => kycStatus
등록일시 => created:time
지점명 => branch
담당자 => someone
`},
	{name: "Japanese exchange", lang: "ja", columns: `
会員番号 => cust:J => key userid
姓 => last => lastName
名 => first => firstName
セイ => someone
生年月日 => dob:slash => birthDate
性別 => codes:男女 => gender
メールアドレス => email => email
電話番号 => phone0
郵便番号 => zip
国籍 => country:a3 => nationality
本人確認書類種別 => codes:パス => idType
書類番号 => doc => documentNumber
発行日 => issue:slash => issueDate
有効期限 => exp:slash => expireDate
審査状態 => codes:承認 => kycStatus
登録日 => created:slash
勤務先名 => company
`, extra: map[string]string{"fullName": "姓+名"}},
	{name: "Chinese wallet", lang: "zh", columns: `
用户ID => cust:U => key userid
姓名 => full => fullName
性别 => codes:男女 => gender
出生日期 => dob:iso => birthDate
国籍 => country:zh => nationality
证件类型 => codes:护照 => idType
证件号码 => doc => documentNumber
签发日期 => issue:iso => issueDate
有效期至 => exp:iso => expireDate
邮箱 => email => email
手机号 => phone
居住地址 => address => address_full
审核状态 => codes:通过 => kycStatus
注册时间 => created:time
推荐人 => someone
`},
	{name: "German savings bank", lang: "de", columns: `
Kunden-Nr. => cust:K => key userid
Anrede => const:Herr
Nachname => last => lastName
Vorname => first => firstName
Geb.-Dat. => dob:dot => birthDate
Geburtsort => city
Staatsangehörigkeit => country:de => nationality
Geschlecht => codes:MW => gender
E-Mail => email => email
Telefon => phone
Straße => streetname
Hausnummer => house
PLZ => zip
Ort => city => address_city
Land => country:de => address_country
Ausweisart => codes:Pass => idType
Ausweisnummer => doc => documentNumber
Ausstellungsdatum => issue:dot => issueDate
Gültig bis => exp:dot => expireDate
Prüfstatus => codes:genehmigt => kycStatus
Filiale => branch
Betreuer => someone
Angelegt am => created:dot
`, extra: map[string]string{"fullName": "Vorname+Nachname", "address_street": "Straße+Hausnummer"}},
	{name: "Spanish neobank", lang: "es", columns: `
id_cliente => cust:C => key userid
nombre => first => firstName
apellidos => last => lastName
fecha_nac => dob:dmy => birthDate
sexo => codes:HM => gender
nacionalidad => country:name => nationality
correo_electronico => email => email
telefono_movil => phone
dni => nid => identityNumber
tipo_documento => codes:pasaporte => idType
num_documento => doc => documentNumber
fecha_expedicion => issue:dmy => issueDate
fecha_caducidad => exp:dmy => expireDate
direccion => street => address_street
ciudad => city => address_city
pais => country:name => address_country
codigo_postal => zip
estado_verificacion => codes:aprob => kycStatus
empresa => company
fecha_alta => created:dmy
`, extra: map[string]string{"fullName": "nombre+apellidos"}},
	{name: "Salesforce contacts", lang: "en", columns: `
Id => uuid => key
FirstName => first => firstName
LastName => last => lastName
Email => email => email
Birthdate => dob:iso => birthDate
Gender__c => codes:mf => gender
Phone => phone
MobilePhone => phone
MailingStreet => street => address_street
MailingCity => city => address_city
MailingPostalCode => zip
MailingCountry => country:name => address_country
Passport_Number__c => passport => documentNumber
Passport_Expiry_Date__c => exp:iso => expireDate
Nationality__c => country:name => nationality
KYC_Status__c => codes:appr => kycStatus
OwnerId => uuid
CreatedDate => created:rfc
AccountId => uuid
Title => const:Mr
`, extra: map[string]string{"fullName": "FirstName+LastName"}},
	{name: "Sumsub applicants", lang: "en", columns: `
id => uuid
externalUserId => cust:ext => key userid
createdAt => created:time
email => email => email
phone => phone
info.firstName => first => firstName
info.lastName => last => lastName
info.dob => dob:iso => birthDate
info.gender => codes:MF => gender
info.nationality => country:a3 => nationality
info.idDocs[0].idDocType => codes:veriff => idType
info.idDocs[0].country => country:a3 => issuingCountry
info.idDocs[0].number => doc => documentNumber
info.idDocs[0].issuedDate => issue:iso => issueDate
info.idDocs[0].validUntil => exp:iso => expireDate
review.reviewStatus => const:completed
review.reviewResult.reviewAnswer => codes:green => kycStatus
review.levelName => const:basic-kyc-level
`, extra: map[string]string{"fullName": "info.firstName+info.lastName"}},
	{name: "Onfido checks", lang: "en", columns: `
check_id => uuid
applicant_id => uuid => key userid
first_name => first => firstName
last_name => last => lastName
dob => dob:iso => birthDate
email => email => email
address.street => street => address_street
address.town => city => address_city
address.postcode => zip
address.country => country:a3 => address_country
document_type => codes:words => idType
document_number => doc => documentNumber
issuing_country => country:a3 => issuingCountry
date_of_expiry => exp:iso => expireDate
result => codes:clear => kycStatus
created_at => created:rfc
report_href => url:r
`, extra: map[string]string{"fullName": "first_name+last_name"}},
	{name: "Veriff decisions", lang: "en", columns: `
verification.id => uuid
verification.vendorData => cust:v- => key userid
verification.status => codes:clear => kycStatus
verification.person.firstName => first => firstName
verification.person.lastName => last => lastName
verification.person.dateOfBirth => dob:iso => birthDate
verification.person.gender => codes:MF => gender
verification.person.nationality => country:a2 => nationality
verification.person.idNumber => nid => identityNumber
verification.document.number => doc => documentNumber
verification.document.type => codes:veriff => idType
verification.document.country => country:a2 => issuingCountry
verification.document.validFrom => issue:iso => issueDate
verification.document.validUntil => exp:iso => expireDate
verification.acceptanceTime => created:rfc
verification.reason => note
email => email => email
`, extra: map[string]string{"fullName": "verification.person.firstName+verification.person.lastName"}},
	{name: "hand-made sheet", lang: "en", columns: `
No. => seq
Client ID => cust:CL- => key userid
Full Name => full => fullName
D.O.B => dob:dmy => birthDate
Sex => codes:MF => gender
E-mail Address => email => email
Mobile => phone0
Home Address => address => address_full
ID Type => codes:PP => idType
ID No. => doc => documentNumber
ID Expiry => exp:dmy => expireDate
Country of Issue => country:name => issuingCountry
Citizenship => country:name => nationality
Country of Residence => country:name => address_country
KYC Result => codes:pend => kycStatus
Remarks => note
Emergency Contact Email => mail2
`},
	{name: "exchange dump with pictures", lang: "en", columns: `
user_id => cust: => key userid
username => uuid
email => email => email
backup_email => mail2
full_name => full => fullName
birth_date => dob:iso => birthDate
country_of_residence => country:a2 => address_country
nationality => country:a2 => nationality
id_type => codes:words => idType
id_number => doc => documentNumber
issuing_country => country:a2 => issuingCountry
id_front_path => img:front => idImage
id_back_path => img:back => idBackImage
selfie_path => img:selfie => selfieImage
proof_of_address_path => img:poa => addressImage
signature_path => img:sig
kyc_status => codes:appr => kycStatus
last_login_ip => ip => ipAddress
last_login_at => created:time
created_at => created:time
risk_level => codes:risk
`},
	{name: "French insurer", lang: "es", columns: `
Numéro de client => cust:F => key userid
Nom => last => lastName
Prénom => first => firstName
Date de naissance => dob:dmy => birthDate
Lieu de naissance => city
Nationalité => country:name => nationality
Sexe => codes:MF => gender
Adresse e-mail => email => email
Téléphone portable => phone0
Rue => street => address_street
Ville => city => address_city
Code postal => zip
Type de pièce => codes:PP => idType
Numéro de pièce => doc => documentNumber
Date de délivrance => issue:dmy => issueDate
Date d'expiration => exp:dmy => expireDate
Pays de délivrance => country:a3 => issuingCountry
Statut KYC => codes:appr => kycStatus
Date d'inscription => created:dmy
`, extra: map[string]string{"fullName": "Prénom+Nom"}},
	{name: "Russian bank", lang: "ru", columns: `
ID клиента => cust:R => key userid
ФИО => full => fullName
Дата рождения => dob:dot => birthDate
Место рождения => city
Пол => codes:МЖ => gender
Гражданство => country:a3 => nationality
Эл. почта => email => email
Телефон => phone
Тип документа => codes:паспорт => idType
Номер документа => doc => documentNumber
Дата выдачи => issue:dot => issueDate
Срок действия => exp:dot => expireDate
Город => city => address_city
Индекс => zip
Статус проверки => codes:одобрено => kycStatus
Отделение => branch
Дата регистрации => created:dot
`},
	{name: "Vietnamese fintech", lang: "vi", columns: `
Mã khách hàng => cust:VN => key userid
Họ và tên => full => fullName
Ngày sinh => dob:dmy => birthDate
Giới tính => codes:NN => gender
Quốc tịch => country:a2 => nationality
Email => email => email
Số điện thoại => phone0
Số CCCD => nid => identityNumber
Loại giấy tờ => codes:hc => idType
Số giấy tờ => doc => documentNumber
Ngày cấp => issue:dmy => issueDate
Ngày hết hạn => exp:dmy => expireDate
Địa chỉ => address => address_full
Trạng thái => codes:duyet => kycStatus
Ngày tạo => created:time
`},
	{name: "Thai broker", lang: "th", columns: `
รหัสลูกค้า => cust:T => key userid
ชื่อ => first => firstName
นามสกุล => last => lastName
วันเกิด => dob:iso => birthDate
เพศ => codes:ชญ => gender
สัญชาติ => country:a2 => nationality
อีเมล => email => email
โทรศัพท์ => phone0
ประเภทเอกสาร => codes:PP => idType
เลขที่เอกสาร => doc => documentNumber
วันหมดอายุ => exp:iso => expireDate
ที่อยู่ => address => address_full
รหัสไปรษณีย์ => zip
สถานะ => codes:อนุมัติ => kycStatus
สาขา => branch
`, extra: map[string]string{"fullName": "ชื่อ+นามสกุล"}},
	{name: "Arabic bank", lang: "ar", columns: `
رقم العميل => cust:A => key userid
الاسم الكامل => full => fullName
تاريخ الميلاد => dob:iso => birthDate
الجنس => codes:ar => gender
الجنسية => country:a3 => nationality
البريد الإلكتروني => email => email
رقم الهاتف => phone
رقم الهوية => nid => identityNumber
نوع الوثيقة => codes:ar id => idType
رقم الوثيقة => doc => documentNumber
تاريخ الإصدار => issue:iso => issueDate
تاريخ الانتهاء => exp:iso => expireDate
المدينة => city => address_city
العنوان => street => address_street
الحالة => codes:ar ok => kycStatus
الفرع => branch
`},
	{name: "ambiguous dates", lang: "en", columns: `
cust_no => cust:X => key userid
name => full => fullName
dob => dob:open => birthDate
mail => email => email
status => codes:AR => kycStatus
acct_type => codes:acct
`},
	{name: "squashed names", lang: "en", columns: `
CUSTID => cust: => key userid
FNAME => first => firstName
LNAME => last => lastName
DATEOFBIRTH => dob:compact => birthDate
EMAILADDR => email => email
PASSPORTNO => passport => documentNumber
EXPIRYDATE => exp:compact => expireDate
NATLTY => country:a2 => nationality
KYCSTATUS => codes:appr => kycStatus
PHONENO => phone
`, extra: map[string]string{"fullName": "FNAME+LNAME"}},
	{name: "a prefix on all", lang: "en", columns: `
zbk_cust_id => cust: => key userid
zbk_full_nm => full => fullName
zbk_birth_dt => dob:iso => birthDate
zbk_email => email => email
zbk_gender_cd => codes:MF => gender
zbk_natl_cd => country:a3 => nationality
zbk_doc_typ => codes:PP => idType
zbk_doc_no => doc => documentNumber
zbk_doc_iss_dt => issue:iso => issueDate
zbk_doc_exp_dt => exp:iso => expireDate
zbk_kyc_sts => codes:appr => kycStatus
zbk_br_nm => branch
zbk_upd_dt => created:time
`},
	{name: "several papers", lang: "en", columns: `
customer_id => cust:B => key userid
email => email => email
first_name => first => firstName
last_name => last => lastName
dob => dob:dmy => birthDate
status => codes:AR => kycStatus
doc_type => codes:PP => idType
passport_no => one:0
licence_no => one:1
doc_no => one:2
doc_country => country:a2 => issuingCountry
city => city => address_city
country => country:a2 => address_country
street => street => address_street
`, extra: map[string]string{"fullName": "first_name+last_name", "documentNumber": "passport_no+licence_no+doc_no"}},
	{name: "two mail columns", lang: "en", columns: `
member_no => cust:M => key userid
member_name => full => fullName
birthday => dob:iso => birthDate
personal_email => email => email
work_email => mail2
phone_email_consent => codes:yn
addr_line_1 => street
addr_line_2 => flat
town => city => address_city
postcode => zip
verification_status => codes:clear => kycStatus
`, extra: map[string]string{"address_street": "addr_line_1+addr_line_2"}},
	{name: "names that say nothing", lang: "en", columns: `
C1 => cust: => key
C2 => full => fullName
C3 => email => email
C4 => dob:iso => birthDate
C5 => codes:appr => kycStatus
C6 => phone
`},
	{name: "status of the account only", lang: "en", columns: `
client_no => cust:Q => key userid
client_name => full => fullName
date_of_birth => dob:iso => birthDate
email => email => email
account_status => codes:active
marital_status => codes:marital
country_of_birth => country:a2
tax_country => country:a2
passport_number => passport => documentNumber
passport_issue_date => issue:iso => issueDate
passport_expiry_date => exp:iso => expireDate
password_expiry_date => exp:iso
`},

	{name: "h1", lang: "en", columns: `
customerInternalReference => cust:JM => key userid
scanReference => uuid
document.type => codes:veriff => idType
document.issuingCountry => country:a3 => issuingCountry
document.firstName => first => firstName
document.lastName => last => lastName
document.dob => dob:iso => birthDate
document.expiry => exp:iso => expireDate
document.number => doc => documentNumber
document.gender => codes:MF => gender
document.address.city => city => address_city
decision.type => codes:appr => kycStatus
transaction.date => created:rfc
customer.email => email => email
userIpAddress => ip => ipAddress
`, extra: map[string]string{"fullName": "document.firstName+document.lastName"}},
	{name: "h2", lang: "es", columns: `
codice_cliente => cust:IT => key userid
cognome => last => lastName
nome => first => firstName
data_nascita => dob:dmy => birthDate
luogo_nascita => city
sesso => codes:MF => gender
cittadinanza => country:name => nationality
codice_fiscale => doc => identityNumber
email => email => email
cellulare => phone
indirizzo => street => address_street
citta => city => address_city
cap => zip
tipo_documento => codes:PP => idType
numero_documento => passport => documentNumber
data_rilascio => issue:dmy => issueDate
data_scadenza => exp:dmy => expireDate
stato_kyc => codes:appr => kycStatus
`, extra: map[string]string{"fullName": "nome+cognome"}},
	{name: "h3", lang: "es", columns: `
id_cliente => cust:BR => key userid
nome_completo => full => fullName
data_nascimento => dob:dmy => birthDate
cpf => nid => identityNumber
e_mail => email => email
celular => phone
logradouro => street => address_street
cidade => city => address_city
uf => state => address_state
cep => zip
pais => country:name => address_country
nacionalidade => country:name => nationality
tipo_doc => codes:PP => idType
numero_doc => doc => documentNumber
data_emissao => issue:dmy => issueDate
data_validade => exp:dmy => expireDate
situacao => codes:appr => kycStatus
nome_mae => someone
data_cadastro => created:dmy
`},
	{name: "h4", lang: "en", columns: `
klantnummer => cust:NL => key userid
voornaam => first => firstName
achternaam => last => lastName
geboortedatum => dob:iso => birthDate
geslacht => codes:MF => gender
nationaliteit => country:a2 => nationality
e-mailadres => email => email
telefoonnummer => phone
straat => street => address_street
woonplaats => city => address_city
postcode => zip
land => country:a2 => address_country
bsn => nid => identityNumber
soort_document => codes:PP => idType
documentnummer => doc => documentNumber
afgiftedatum => issue:iso => issueDate
geldig_tot => exp:iso => expireDate
status => codes:clear => kycStatus
werkgever => company
`, extra: map[string]string{"fullName": "voornaam+achternaam"}},
	{name: "h5", lang: "en", columns: `
Nr klienta => cust:PL => key userid
Imię => first => firstName
Nazwisko => last => lastName
Data urodzenia => dob:dot => birthDate
PESEL => nid => identityNumber
Adres e-mail => email => email
Telefon => phone
Obywatelstwo => country:a2 => nationality
Miasto => city => address_city
Kod pocztowy => zip
Rodzaj dokumentu => codes:PP => idType
Numer dokumentu => doc => documentNumber
Data wydania => issue:dot => issueDate
Data ważności => exp:dot => expireDate
Status weryfikacji => codes:appr => kycStatus
Nazwisko panieńskie matki => last
`, extra: map[string]string{"fullName": "Imię+Nazwisko"}},
	{name: "h6", lang: "en", columns: `
Müşteri No => cust:TR => key userid
Adı => first => firstName
Soyadı => last => lastName
Doğum Tarihi => dob:dot => birthDate
Doğum Yeri => city
Cinsiyet => codes:EK => gender
Uyruk => country:a3 => nationality
TC Kimlik No => nid => identityNumber
E-posta => email => email
Cep Telefonu => phone
Belge Türü => codes:PP => idType
Belge No => doc => documentNumber
Son Geçerlilik Tarihi => exp:dot => expireDate
Şehir => city => address_city
Durum => codes:appr => kycStatus
Kayıt Tarihi => created:dot
`, extra: map[string]string{"fullName": "Adı+Soyadı"}},
	{name: "h7", lang: "en", columns: `
id_nasabah => cust:ID => key userid
nama_lengkap => full => fullName
tempat_lahir => city
tanggal_lahir => dob:iso => birthDate
jenis_kelamin => codes:LP => gender
kewarganegaraan => country:a3 => nationality
email => email => email
no_hp => phone0
no_ktp => nid => identityNumber
alamat => address => address_full
kode_pos => zip
nama_ibu_kandung => someone
status_verifikasi => codes:appr => kycStatus
foto_ktp => img:ktp => idImage
foto_selfie => img:selfie => selfieImage
`},
	{name: "h8", lang: "zh", columns: `
客戶編號 => cust:TW => key userid
中文姓名 => full => fullName
出生年月日 => dob:slash => birthDate
性別 => codes:男女 => gender
電子郵件 => email => email
行動電話 => phone0
身分證字號 => doc => identityNumber
通訊地址 => address
戶籍地址 => address => ?address_full
國籍 => country:a3 => nationality
審核結果 => codes:通过 => kycStatus
建檔日期 => created:slash
`},
	{name: "h9", lang: "en", columns: `
party_id => cust:P => key userid
party_nm_full => full => fullName
party_birth_dt => dob:iso => birthDate
party_gndr_cd => codes:MF => gender
prim_email_addr => email => email
sec_email_addr => mail2
ctznshp_ctry_cd => country:a2 => nationality
res_addr_line1 => street
res_addr_line2 => flat
res_addr_city_nm => city => address_city
res_addr_ctry_cd => country:a2 => address_country
ident_doc_typ_cd => codes:PP => idType
ident_doc_num => doc => documentNumber
ident_doc_iss_ctry_cd => country:a2 => issuingCountry
ident_doc_exp_dt => exp:iso => expireDate
kyc_sts_cd => codes:appr => kycStatus
src_sys_cd => const:CB
load_dt => created:time
`, extra: map[string]string{"address_street": "res_addr_line1+res_addr_line2"}},
	{name: "h10", lang: "en", columns: `
Ref => cust:REF => key
Surname => last => lastName
Forename(s) => first => firstName
Date of birth (DD/MM/YYYY) => dob:dmy => birthDate
Gender (M/F) => codes:MF => gender
Email => email => email
Contact number => phone
Address Line 1 => street
Address Line 2 => flat
Town/City => city => address_city
Postcode => zip
Country => country:name => address_country
Nationality => country:name => nationality
Passport Number => passport => documentNumber
Passport Expiry => exp:dmy => expireDate
Approved? => codes:yn
Checked by => someone
`, extra: map[string]string{"fullName": "Forename(s)+Surname", "address_street": "Address Line 1+Address Line 2"}},
	{name: "h11", lang: "ko", columns: `
회원ID => cust:W => key userid
이름 => full => fullName
이름(영문) => latin
생년월일(YYYYMMDD) => dob:compact => birthDate
이메일주소 => email => email
연락처 => phone
국적코드 => country:a3 => nationality
여권번호 => passport => documentNumber
여권만료일 => exp:iso => expireDate
여권발급일 => issue:iso => issueDate
인증상태 => codes:승인 => kycStatus
여권이미지 => img:pp => idImage
셀피이미지 => img:sf => selfieImage
가입일 => created:time
최종접속IP => ip => ipAddress
`},
	{name: "h12", lang: "en", columns: `
PersonContactId => uuid
Customer_Number__c => cust:SF => key userid
Name => full => fullName
PersonEmail => email => email
PersonBirthdate => dob:iso => birthDate
PersonMailingCity => city => address_city
PersonMailingCountryCode => country:a2 => address_country
ID_Document_Type__c => codes:words => idType
ID_Document_Number__c => doc => documentNumber
ID_Issue_Date__c => issue:iso => issueDate
ID_Expiration_Date__c => exp:iso => expireDate
ID_Issuing_Country__c => country:a2 => issuingCountry
Verification_Result__c => codes:appr => kycStatus
Selfie_Image_URL__c => url:s
`},

	{name: "i1", lang: "de", columns: `
KDNR => cust:9 => key userid
NAME1 => last => lastName
VORNAME => first => firstName
GEBDAT => dob:compact => birthDate
GESCHL => codes:MW => ?gender
STRASSE_NR => street => address_street
PLZ => zip
ORT => city => address_city
LAND_ISO => country:a2 => address_country
NATIONALITAET => country:a2 => nationality
EMAIL_ADR => email => email
TEL_PRIVAT => phone
LEGI_ART => codes:Pass => ?idType
AUSWEIS_NR => doc => documentNumber
AUSGESTELLT_AM => issue:compact => issueDate
GUELTIG_BIS => exp:compact => expireDate
KYC_ERGEBNIS => codes:genehmigt => kycStatus
ANL_DAT => created:compact
BERATER_NAME => someone
`, extra: map[string]string{"fullName": "VORNAME+NAME1"}},
	{name: "i2", lang: "en", columns: `
Customer ID => cust:IN => key userid
Customer Name => full => fullName
Father's Name => someone
DOB (DD-MM-YYYY) => dob:dmy => birthDate
Gender => codes:MF => gender
PAN No => doc => ?documentNumber
Aadhaar No => nid => identityNumber
Passport No => passport => documentNumber
Passport Valid Upto => exp:dmy => ?expireDate
Mobile No => phone0
Email ID => email => email
Permanent Address => address => address_full
Pincode => zip
Occupation => codes:seg
KYC Verification Status => codes:appr => kycStatus
KYC Done On => created:dmy
Nominee Name => someone
Branch Code => house
`},
	{name: "i3", lang: "en", columns: `
uid => cust: => key userid
emailAddress => email => email
mobileNumber => phone
kyc.level => codes:risk
kyc.status => codes:appr => kycStatus
kyc.firstName => first => firstName
kyc.lastName => last => lastName
kyc.dateOfBirth => dob:iso => birthDate
kyc.nationality => country:a3 => nationality
kyc.residentialAddress.line1 => street
kyc.residentialAddress.line2 => flat
kyc.residentialAddress.city => city => address_city
kyc.residentialAddress.postCode => zip
kyc.residentialAddress.countryCode => country:a2 => address_country
kyc.idDocument.type => codes:veriff => idType
kyc.idDocument.number => doc => documentNumber
kyc.idDocument.issuingCountry => country:a3 => issuingCountry
kyc.idDocument.issueDate => issue:iso => issueDate
kyc.idDocument.expiryDate => exp:iso => expireDate
kyc.idDocument.frontImage => img:f => idImage
kyc.idDocument.backImage => img:b => idBackImage
kyc.selfie => img:s => selfieImage
kyc.reviewedBy => someone
kyc.reviewedAt => created:rfc
registrationIp => ip => ipAddress
`, extra: map[string]string{"fullName": "kyc.firstName+kyc.lastName", "address_street": "kyc.residentialAddress.line1+kyc.residentialAddress.line2"}},
	{name: "i4", lang: "ko", columns: `
CUST_NO => cust:K => key userid
CUST_NM => full => fullName
CUST_ENG_NM => latin
BRTH_DT => dob:compact => birthDate
SEX_DCD => codes:MF => gender
NATL_CD => country:a2 => nationality
EML_ADDR => email => email
HP_NO => phone0
RLNM_CNFM_NO => nid => ?identityNumber
IDCD_KND_CD => codes:PP => ?idType
IDCD_NO => doc => ?documentNumber
IDCD_ISSU_DT => issue:compact => issueDate
IDCD_XPRY_DT => exp:compact => ?expireDate
HOME_ADDR => address => address_full
HOME_ZIP => zip
JUDG_RSLT_CD => codes:AR => ?kycStatus
REG_DTM => created:time
MGR_EMP_NO => house
`},
	{name: "i5", lang: "en", columns: `
Name / 이름 => full => fullName
Date of Birth / 생년월일 => dob:iso => birthDate
Nationality / 국적 => country:name => nationality
Passport No. / 여권번호 => passport => documentNumber
Date of Expiry / 만료일 => exp:iso => expireDate
Email / 이메일 => email => email
Phone / 연락처 => phone
Status / 상태 => codes:appr => kycStatus
Customer No. / 고객번호 => cust:Z => key userid
Remarks / 비고 => note
`},
	{name: "i6", lang: "es", columns: `
NUM_CLIENT => cust:FR => key userid
NOM_USAGE => last => ?lastName
PRENOM => first => firstName
DATE_NAISS => dob:dmy => birthDate
PAYS_NAISS => country:a2
CODE_NATIONALITE => country:a2 => nationality
ADR_MAIL => email => email
ADR_LIGNE1 => street
ADR_LIGNE2 => flat
CODE_POSTAL => zip
COMMUNE => city => address_city
CODE_PAYS_RESIDENCE => country:a2 => address_country
TYPE_PIECE_ID => codes:PP => ?idType
NUM_PIECE_ID => doc => ?documentNumber
DATE_FIN_VALIDITE => exp:dmy => ?expireDate
STATUT_KYC => codes:appr => kycStatus
DATE_CREATION => created:dmy
AGENCE => branch
`, extra: map[string]string{"address_street": "ADR_LIGNE1+ADR_LIGNE2", "?fullName": "NOM_USAGE+PRENOM"}},
	{name: "i7", lang: "zh", columns: `
cust_id => cust:CN => key userid
cust_name => full => fullName
cust_sex => codes:男女 => gender
birthday => dob:iso => birthDate
cert_type => codes:护照 => idType
cert_no => doc => documentNumber
cert_valid_date => exp:iso => ?expireDate
cert_sign_org => company
nation_code => country:a3 => ?nationality
mobile_no => phone
mail_addr => email => email
contact_addr => address => ?address_full
auth_status => codes:通过 => ?kycStatus
create_time => created:time
`},
	{name: "i8", lang: "ru", columns: `
Клиент ID => cust:UA => key userid
Фамилия => last => lastName
Имя => first => firstName
Отчество => middle
Дата рожд. => dob:dot => birthDate
Пол (М/Ж) => codes:МЖ => gender
Паспорт серия => nid
Паспорт номер => doc
Дата выдачи паспорта => issue:dot => issueDate
Кем выдан => company
Адрес регистрации => address => address_full
E-mail => email => email
Моб. телефон => phone
Решение => codes:одобрено => kycStatus
Дата решения => created:dot
Менеджер => someone
`, extra: map[string]string{"fullName": "Имя+Отчество+Фамилия"}},
	{name: "i9", lang: "en", columns: `
record_id => seq
investor_ref => cust:INV => key userid
legal_first_name => first => firstName
legal_last_name => last => lastName
dob => dob:named => birthDate
primary_email => email => email
secondary_email => mail2
tax_residence_country => country:a2
citizenship_country => country:a2 => nationality
domicile_address_full => address => address_full
id_doc_kind => codes:words => idType
id_doc_no => doc => documentNumber
id_doc_country => country:a2 => issuingCountry
id_doc_issued => issue:named => issueDate
id_doc_expires => exp:named => expireDate
aml_status => codes:clear
kyc_outcome => codes:clear => kycStatus
passport_scan => img:pp => idImage
utility_bill_scan => img:ub => addressImage
signature_card_scan => img:sc
ubo_name => someone
spouse_dob => dob:named
`, extra: map[string]string{"fullName": "legal_first_name+legal_last_name"}},
	{name: "i10", lang: "ja", columns: `
お客様番号 => cust:JP => key userid
お名前 => full => fullName
お名前（フリガナ） => someone
ご生年月日 => dob:slash => birthDate
性別 => codes:男女 => gender
ご住所 => address => address_full
お電話番号 => phone0
Eメール => email => email
ご職業 => codes:seg
本人確認書類 => codes:パス => idType
本人確認書類番号 => doc => documentNumber
本人確認結果 => codes:承認 => kycStatus
口座開設日 => created:slash
`},

	{name: "k1", lang: "en", columns: `
ClientRef => cust:CR => key ?userid
Salutation => const:Mr
Forename => first => firstName
MiddleNames => middle
Surname => last => lastName
DateOfBirth => dob:dmy => birthDate
CountryOfBirth => country:name
CountryOfCitizenship => country:name => nationality
CountryOfTaxResidence => country:name
EmailAddress => email => email
HomePhone => phone0
AddressLine1 => street
AddressLine2 => flat
City => city => address_city
PostCode => zip
Country => country:name => address_country
IdentityDocumentType => codes:words => idType
IdentityDocumentNumber => doc => documentNumber
IdentityDocumentExpiryDate => exp:dmy => expireDate
IdentityDocumentIssuingCountry => country:name => issuingCountry
OnboardingStatus => codes:appr => ?kycStatus
AdverseMediaResult => codes:clear
RelationshipManagerName => someone
`, extra: map[string]string{"fullName": "Forename+MiddleNames+Surname", "address_street": "AddressLine1+AddressLine2"}},
	{name: "k2", lang: "en", columns: `
acc_holder_id => cust:A => ?userid ?key
acc_holder_name => full => fullName
acc_no => acct
holder_dob => dob:iso => birthDate
holder_email => email => email
holder_nationality => country:a2 => nationality
holder_ppt_no => passport => documentNumber
holder_ppt_expiry => exp:iso => expireDate
card_expiry => exp:iso
guarantor_name => someone
guarantor_email => mail2
guarantor_dob => dob:iso
final_decision => codes:appr => kycStatus
decision_date => created:iso
`},
	{name: "k3", lang: "en", columns: `
wallet_user_id => cust:W => ?userid ?key
wallet_address => uuid
display_name => uuid
real_name => full => ?fullName
birthdate => dob:iso => birthDate
email => email => email
email_verified => codes:yn
telegram => uuid
signup_ip => ip => ipAddress
signup_country => country:a2
nationality => country:a2 => nationality
doc_front => img:f => idImage
doc_back => img:b => idBackImage
face_photo => img:s => selfieImage
kyc_tier => codes:risk
kyc_state => codes:appr => ?kycStatus
kyc_reject_reason => note
kyc_submitted_at => created:rfc
`},
	{name: "k4", lang: "de", columns: `
Mitgliedsnr. => cust:M => key userid
Name => last => lastName
Vorname => first => firstName
geboren am => dob:dot => birthDate
geboren in => city
Nationalität => country:de => nationality
wohnhaft in => city
Mailadresse => email => email
Handynr. => phone
Reisepassnr. => passport => documentNumber
Pass gültig bis => exp:dot => ?expireDate
Pass ausgestellt am => issue:dot => ?issueDate
Identifizierung Status => codes:genehmigt => kycStatus
Notiz => note
`, extra: map[string]string{"fullName": "Vorname+Name"}},
	{name: "k5", lang: "es", columns: `
CodigoCliente => cust:PE => key userid
NombreCompleto => full => fullName
FechaNacimiento => dob:dmy => birthDate
LugarNacimiento => city
EstadoCivil => codes:marital
Genero => codes:HM => gender
Nacionalidad => country:name => nationality
PaisResidencia => country:name => address_country
TipoDocumentoIdentidad => codes:pasaporte => idType
NumeroDocumentoIdentidad => doc => documentNumber
FechaEmisionDocumento => issue:dmy => issueDate
FechaVencimientoDocumento => exp:dmy => expireDate
CorreoElectronico => email => email
CorreoAlternativo => mail2
TelefonoCelular => phone
Ocupacion => codes:seg
CentroLaboral => company
Conyuge => someone
ResultadoKYC => codes:aprob => kycStatus
FechaRegistro => created:dmy
Agencia => branch
`},
	{name: "k6", lang: "ko", columns: `
회원 번호 => cust:M => key userid
회원명 => full => fullName
생일 => dob:hangul => birthDate
남녀구분 => codes:남여 => ?gender
E-MAIL => email => email
핸드폰 => phone
자택주소 => address => address_full
직장명 => company
여권번호 => passport => documentNumber
여권 유효기간 => exp:iso => expireDate
국적(한글) => country:ko => nationality
인증결과 => codes:승인 => kycStatus
여권사진 => img:pp => idImage
본인사진 => img:me => ?selfieImage
비고 => note
최초등록일 => created:iso
`},
	{name: "k7", lang: "en", columns: `
id => seq => ?key ?userid
first_name => first => firstName
last_name => last => lastName
email => email => email
date_of_birth => dob:iso => birthDate
document.type => codes:veriff => idType
document.number => doc => documentNumber
document.issued_at => issue:iso => ?issueDate
document.expires_at => exp:iso => ?expireDate
document.issuer_country => country:a3 => issuingCountry
address.street => street => address_street
address.city => city => address_city
address.country => country:a3 => address_country
metadata.agent.email => mail2
metadata.created_at => created:rfc
verification.result => codes:clear => kycStatus
verification.score => house
`, extra: map[string]string{"fullName": "first_name+last_name"}},
	{name: "k8", lang: "en", columns: `
policy_no => cust:POL => ?key
insured_name => full => ?fullName
insured_dob => dob:iso => ?birthDate
insured_email => email => ?email
policy_issue_date => issue:iso
policy_expiry_date => exp:iso
beneficiary_name => someone
broker_email => mail2
state => codes:active
type => codes:acct
`},

	{name: "m1", lang: "en", columns: `
CUSTOMER_NO => cust:0 => key userid
CUSTOMER_PREFIX => const:MR
FIRST_NAME => first => firstName
LAST_NAME => last => lastName
DATE_OF_BIRTH => dob:named => birthDate
SEX => codes:MF => gender
P_NATIONAL_ID => nid => identityNumber
PASSPORT_NO => passport => documentNumber
PPT_ISS_DATE => issue:named => issueDate
PPT_EXP_DATE => exp:named => expireDate
E_MAIL => email => email
TELEPHONE => phone
P_ADDRESS1 => street
P_ADDRESS2 => flat
P_COUNTRY => country:a2
D_ADDRESS1 => street
D_COUNTRY => country:a2
NATIONALITY => country:a2 => nationality
RESIDENT_STATUS => codes:yn
KYC_STATUS => codes:appr => kycStatus
MAKER_ID => uuid
CHECKER_DT_STAMP => created:time
RECORD_STAT => const:O
`, extra: map[string]string{"fullName": "FIRST_NAME+LAST_NAME"}},
	{name: "m2", lang: "en", columns: `
First Name* => first => firstName
Last Name* => last => lastName
Office Name* => branch
Staff Name* => someone
External ID => cust:E => key userid
Submitted On => created:dmy
Active* => codes:yn
Mobile No => phone0
Date of Birth => dob:dmy => birthDate
Client Type => codes:seg
Gender => codes:mf => gender
Email => email => email
Street => street => address_street
City => city => address_city
State/Province => state => address_state
Country => country:name => address_country
Postal Code => zip
Identifier Type => codes:words => ?idType
Identifier No => doc => ?documentNumber
`, extra: map[string]string{"fullName": "First Name*+Last Name*"}},
	{name: "m3", lang: "en", columns: `
inquiry-id => uuid
reference-id => cust:r => ?userid ?key
name-first => first => firstName
name-last => last => lastName
birthdate => dob:iso => birthDate
email-address => email => email
phone-number => phone
address-street-1 => street
address-street-2 => flat
address-city => city => address_city
address-subdivision => state
address-postal-code => zip
address-country-code => country:a2 => address_country
identification-class => codes:words => ?idType
identification-number => doc => ?documentNumber
expiration-date => exp:iso => ?expireDate
issue-date => issue:iso => ?issueDate
status => codes:clear => kycStatus
created-at => created:rfc
decisioned-at => created:rfc
reviewer-comment => note
`, extra: map[string]string{"fullName": "name-first+name-last", "?address_street": "address-street-1+address-street-2"}},
	{name: "m4", lang: "de", columns: `
identificationprocess.id => uuid => ?key ?userid
identificationprocess.result => codes:appr => ?kycStatus
identificationprocess.identificationtime => created:rfc
customdata.custom1 => cust:q
contactdata.email => email => email
userdata.firstname.value => first => firstName
userdata.lastname.value => last => lastName
userdata.birthday.value => dob:iso => birthDate
userdata.birthplace.value => city
userdata.nationality.value => country:a2 => nationality
userdata.gender.value => codes:mf => gender
userdata.address.street.value => streetname
userdata.address.streetnumber.value => house
userdata.address.city.value => city => address_city
userdata.address.zipcode.value => zip
userdata.address.country.value => country:a2 => address_country
identificationdocument.type.value => codes:words => idType
identificationdocument.number.value => doc => documentNumber
identificationdocument.country.value => country:a2 => issuingCountry
identificationdocument.dateissued.value => issue:iso => issueDate
identificationdocument.validuntil.value => exp:iso => expireDate
identificationdocument.issuedby.value => branch
attachments.idfront => img:f => idImage
attachments.idback => img:b => idBackImage
attachments.userface => img:u => selfieImage
`, extra: map[string]string{"fullName": "userdata.firstname.value+userdata.lastname.value", "address_street": "userdata.address.street.value+userdata.address.streetnumber.value"}},
	{name: "m5", lang: "zh", columns: `
序号 => seq
会员编号 => cust:H => key userid
真实姓名 => full => fullName
英文名 => latin => ?fullName
证件类型 => codes:护照 => idType
身份证号码/护照号 => doc
出生年月 => dob:iso => birthDate
性别 => codes:男女 => gender
国籍/地区 => country:zh => nationality
常住地址 => address => address_full
联系方式 => phone
电子邮箱 => email => email
证件有效期 => exp:iso => expireDate
证件正面照 => img:z => idImage
证件反面照 => img:f => idBackImage
手持证件照 => img:s
认证结果 => codes:通过 => kycStatus
认证时间 => created:time
备注 => note
`},
	{name: "m6", lang: "ko", columns: `
고객ID => cust:B => key userid
한글성명 => full => ?fullName
영문성명 => latin
생년월일 => dob:short
내외국인구분 => codes:seg
국적코드 => country:a3 => nationality
EMAIL => email => email
휴대전화 => phone0
자택우편번호 => zip
자택주소 => address => address_full
직장전화 => phone0
실명확인증표종류 => codes:여권
실명확인증표번호 => doc
증표발급일 => issue:compact
CDD상태 => codes:승인 => kycStatus
CDD수행일 => created:compact
관리점 => branch
실소유자명 => someone
`},
}
