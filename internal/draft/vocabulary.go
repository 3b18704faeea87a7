package draft

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// concept is what a word in a column's name means, whatever its language.
type concept = string

// wordEntry is a word of the vocabulary.
type wordEntry struct {
	concepts []concept
	alone    bool // it is no part of another word
}

// vocabulary returns the meaning of every word, by its folded letters without the
// spaces.
var vocabulary = sync.OnceValue(func() map[string]wordEntry {
	table := make(map[string]wordEntry, 32768)
	for _, list := range []string{plainWords, personWords, documentWords, placeWords, statusWords, otherWords, furtherWords, worldWords, shortForms} {
		folded := list == worldWords // they are many
		further := folded || list == furtherWords || list == shortForms
		for line := range strings.Lines(list) {
			meaning, words, found := strings.Cut(strings.TrimSpace(line), ": ")
			if !found {
				continue
			}
			concepts := strings.Fields(meaning)
			for word := range strings.SplitSeq(words, "|") {
				text := strings.ReplaceAll(word, " ", "")
				if !folded {
					text = joined(word)
				}
				if known, again := table[text]; again && !known.alone && slices.Equal(known.concepts, concepts) {
					continue
				}
				table[text] = wordEntry{concepts, further && utf8.RuneCountInString(text) < longWord}
			}
		}
	}
	return table
})

// longWord is the length from which a word of furtherWords may be a part of another
// one. Of the shorter ones, which are of many languages, too many stand by chance in
// words of the others.
const longWord = 6

// wholeNames are names of columns that mean what they say only as they stand.
var wholeNames = map[string][]concept{
	"rez_ident": {"kyc", "result"}, "rez ident": {"kyc", "result"}, "рез_идент": {"kyc", "result"}, "рез идент": {"kyc", "result"}, "a/c holder": {"full", "name"}, "account holder": {"full", "name"}, "account holders": {"full", "name"},
	"氏": {"last", "name"}, "by": {"city", "secondary"}, "identificacion": {"document"}, "nem": {"gender"}, "pol": {"gender"}, "meno": {"name"}, "아이디": {"login"}, "add": {"address"}, "kt": {"state"}, "sub": {"uuid"}, "r.c": {"national"}, "ime": {"name"}, "sp": {"gender"}, "tunnus": {"login"}, "linn": {"city"}, "sugu": {"gender"}, "van": {"last", "name"}, "наименование": {"name"},
	"zzstid": {"national", "tax"}, "zzsteuerid": {"national", "tax"}, "zzsteuer_id": {"national", "tax"}, "m/f": {"gender"}, "m/v": {"gender"}, "h/f": {"gender"}, "m/w": {"gender"}, "v/m": {"gender"}, "h/m": {"gender"}, "w/m": {"gender"}, "k/m": {"gender"}, "m/k": {"gender"},
}

// accented are names whose accents tell them from another word: the country of the
// Czechs from a state, or a status.
var accented = map[string][]concept{"stát": {"country"}, "štát": {"country"}, "rč": {"national"}, "r.č": {"national"}}

// meaningOfWhole is what a name means as it stands, if it is one of those.
func meaningOfWhole(name string) ([]concept, bool) {
	name = strings.TrimRight(strings.TrimSpace(name), ".:")
	if meaning, known := accented[strings.ToLower(norm.NFC.String(name))]; known {
		return meaning, true
	}
	meaning, known := wholeNames[fold(name)]
	return meaning, known
}

// joined is a word or phrase of the vocabulary as it is looked up.
func joined(phrase string) string {
	var b strings.Builder
	for _, t := range tokens(phrase) {
		b.WriteString(t.text)
	}
	return b.String()
}

// describing are words behind the name of a code for the words that it stands for:
// CIUDAD_DESC beside CIUDAD.
var describing = wordSet("desc descr dsc descripcion description descricao descrizione bezeichnung bez libelle")

// longestWord bounds a look into the vocabulary, in bytes.
const longestWord = 96

// plainWords are parts of names of every kind. What means nothing by itself has
// the concept "-".
const plainWords = `
-: of|the|de|del|de la|della|di|du|da|do|dos|des|der|die|das|den|dem|des|van|het|le|la|les|el|los|las|e|y|und|and|et|en la|von|zu|의|的|の|v|w|z|na|para|per|pour|for|by|in|on|to|at|como|is|has|ال|و
data: data
-: info|information|details|detail|det|field|fld|value|val|text|txt|str|record|rec|col|column|input|attr|attribute|main|primary|principal|actual|own|self|personal|pers|private|basic|general|profile|item|items|result set|정보|信息|資訊|情報|данные|dati|datos|dados|daten|donnees|dane|bilgi|bilgileri|data diri|given by user
-: c|am|ご|お|fin|tbl|pk|dd|mm|yyyy|yy|ddmmyyyy|yyyymmdd|mmddyyyy|prim
user: customer|cust|client|clnt|user|usr|member|memb|mbr|applicant|appl|participant|subscriber|holder|person|party|individual|investor|trader|depositor|cardholder|subject|end user|counterparty|contact person|account holder|acct holder|acc holder|a c holder|kunde|kunden|mitglied|mitglieds|kontoinhaber|klient|benutzer|antragsteller|inhaber|teilnehmer|nutzer|cliente|clientes|usuario|titular|solicitante|socio|utente|richiedente|intestatario|titolare|utilisateur|titulaire|demandeur|adherent|klant|gebruiker|houder|klienta|klijent|uzytkownik|uzytkownika|posiadacz|клиент|клиента|пользователь|пользователя|заявитель|заявителя|musteri|kullanici|uye|khach hang|nguoi dung|kh|ลูกค้า|ผู้ใช้|สมาชิก|ผู้สมัคร|nasabah|pelanggan|pengguna|anggota|العميل|عميل|المستخدم|مستخدم|고객|회원|이용자|사용자|가입자|신청인|신청자|客户|客戶|用户|用戶|会员|會員|申请人|申請人|顧客|会員|利用者|お客様|申込者|ユーザー|ユーザ|本人
id: id|ident|identifier|identificador|identifikator|identifiant|identificativo|kennung|아이디|식별자|標識|标识|識別子|ид|идентификатор|kimligi no|รหัส|المعرف|معرف
user external id: vendordata|vendor data
user id: uid|userid|custid|customerid|clientid|고객id|회원id|顧客id|会員id|用户id|id cliente|id klienta|id клиента|id nasabah|고객아이디|회원아이디|معرف العميل|borrower id
user number: cif|cif no|cif number|고객번호|회원번호|고객코드|客户号|客户编号|客户代码|客戶編號|会员号|会员编号|用户编号|顧客番号|会員番号|顧客コード|お客様番号|kundennummer|kundennr|kunden nr|kundenid|kd nr|kdnr|mitgliedsnummer|klantnummer|klantnr|numero cliente|no cliente|num cliente|nro cliente|codigo cliente|cod cliente|codice cliente|numero de client|code client|numer klienta|nr klienta|номер клиента|код клиента|musteri no|musteri numarasi|ma khach hang|ma kh|รหัสลูกค้า|หมายเลขลูกค้า|kode nasabah|nomor nasabah|no nasabah|رقم العميل
uuid: uuid|guid|oid|rowid|row id|record id|pk id|seq|seq no|sequence|일련번호|순번|序号|序號|連番|lfd nr|laufende nummer|lp|row|row no|row number|line no|s no|sr no|sl no|stt|ลำดับ|sno|record no|rec id|recid
number: number|no|nr|num|nbr|nmbr|#|nro|numero|num ro|numer|nummer|номер|numara|numarasi|so|เลขที่|หมายเลข|เลข|nomor|nomer|رقم|번호|号|號|号码|號碼|番号|編號|编号|numeros|n|nº|no
code: code|cd|dcd|kcd|cod|codigo|codice|kod|kode|код|kodu|ma|코드|代码|代碼|コード|iso|alpha|الرمز|رمز
type: type|typ|knd|kind|category|cat|class|tipo|tp|art|sorte|soort|rodzaj|тип|вид|turu|tur|tipi|loai|ประเภท|jenis|tipe|نوع|종류|유형|구분|类型|類型|类别|類別|种类|種類|種別|区分
date: date|dt|dat|day|datum|fecha|fec|fch|data de|data di|jour|dato|дата|tarih|tarihi|ngay|วันที่|วัน|tanggal|tgl|تاريخ|일|일자|날짜|日|日期|日付|年月日|on
time: time|dtm|timestamp|ts|datetime|hora|heure|uhrzeit|czas|время|saat|gio|เวลา|waktu|وقت|시각|시간|일시|时间|時間|日時|時刻
year: year|yr|jahr|ano|anno|annee|rok|год|yil|nam sinh|ปี|tahun|سنة|년도|연도|年度|年份
age: age|alter|edad|idade|eta|leeftijd|wiek|возраст|yas|tuoi|อายุ|umur|usia|العمر|나이|연령|年龄|年齡|年齢
name: name|names|nm|nam|nombre|nome|nom|naam|nazwa|имя и фамилия|isim|ten|ชื่อ|nama|اسم|الاسم|이름|성함|名称|名稱|名字|名前|imiona|navn|namn|nimi|nev|jmeno|nume|ime|onoma|όνομα|namen
address: address|addresses|addr|adr|adresse|anschrift|direccion|dir|domicilio|endereco|morada|indirizzo|adres|адрес|adresi|dia chi|ที่อยู่|alamat|العنوان|عنوان|주소|주소지|地址|住址|住所|ご住所|居住地址|residential address|wohnadresse|wohnanschrift
email: email|e mail|e-mail|mail|mailaddress|emailaddress|correo|correo electronico|courriel|e post|epost|adres e mail|почта|электронная почта|эл почта|имейл|eposta|e posta|thu dien tu|อีเมล|อีเมล์|surel|البريد الالكتروني|بريد الكتروني|البريد|이메일|이메일주소|전자메일|전자메일주소|메일|전자우편|邮箱|郵箱|电子邮件|電子郵件|电子邮箱|電子郵箱|邮件|信箱|メール|eメール|メールアドレス|eメールアドレス|電子メール|eml|emailid|email id|posta elettronica|elektron posta|ηλεκτρονικη διευθυνση|dia chi email
phone: phone|ph|tel|telephone|telefon|telefono|telefone|telefoon|mobile|mob|cell|cellphone|handy|movil|celular|cellulare|portable|gsm|msisdn|contact no|contact number|phone no|handset|rufnummer|komorka|komorkowy|телефон|мобильный|моб|cep|cep tel|cep telefonu|dien thoai|sdt|so dien thoai|di dong|โทรศัพท์|เบอร์โทร|เบอร์โทรศัพท์|มือถือ|telepon|hp|no hp|no telp|telp|ponsel|الهاتف|هاتف|الجوال|جوال|رقم الهاتف|전화|전화번호|휴대폰|휴대전화|핸드폰|연락처|휴대폰번호|电话|電話|手机|手機|手机号|手機號|手机号码|联系电话|聯絡電話|電話番号|携帯|携帯電話|携帯番号|fax
ip: ip|ip address|ipaddress|ip addr|ipaddr|ip adresse|ipv4|ipv6|direccion ip|adresse ip|아이피|접속ip|接続ip|remote addr|remote ip|client ip
`

// personWords say who somebody is.
const personWords = `
birth: birth|bth|birt|brth|born|geburt|geburts|geb|geboren|nacimiento|nac|naissance|naiss|nascimento|nasc|nascita|geboorte|urodzenia|ur|рождения|рожд|dogum|sinh|เกิด|lahir|الميلاد|ميلاد|탄생|출생|出生|生|誕生
birth date: dob|출생년월일|출생연월일|d o b|bday|b day|birthday|birthdate|birth dt|bdate|bdt|birthdt|brthdt|brthd|생년월일|생일|출생일|출생일자|생년월일6자리|出生日期|出生年月日|出生年月|生日|生年月日|誕生日|geb dat|geb datum|gebdat|geboortedatum|fecha de nacimiento|fecha nac|fec nac|f nac|fnac|fechanac|fechanacimiento|date de naissance|date naiss|ddn|ne le|nee le|data de nascimento|data nasc|dt nasc|data di nascita|data nascita|nato il|data urodzenia|data ur|дата рождения|дата рожд|др|д р|dogum tarihi|d tarihi|ngay sinh|ngay thang nam sinh|วันเกิด|วันเดือนปีเกิด|tanggal lahir|tgl lahir|تاريخ الميلاد|تاريخ الولادة
birth other place: place of birth|birthplace|pob|geburtsort|lugar de nacimiento|lieu de naissance|luogo di nascita|naturalidade|geboorteplaats|miejsce urodzenia|место рождения|dogum yeri|noi sinh|สถานที่เกิด|tempat lahir|مكان الميلاد|출생지|出生地|本籍|birth city|city of birth|country of birth|birth country|geburtsland|pais de nacimiento|pays de naissance
first name: first|firstname|fname|f name|fst nm|frst nm|given|givenname|givennames|gname|forename|forenames|christian name|prenom|prenoms|vorname|vornamen|primer nombre|nombre de pila|nombres|prenome|primeiro nome|voornaam|voornamen|imie|имя|ad|adi|on ad|ten dem|ชื่อจริง|ชื่อตัว|nama depan|الاسم الاول|이름만|名|名（名）|given names|fornavn|fornamn|etunimi|keresztnev|jmeno krestni
last name: last|lastname|lname|l name|lst nm|surname|sname|family|familyname|fam name|nachname|zuname|familienname|apellido|apellidos|primer apellido|ap paterno|apellido paterno|nom de famille|cognome|sobrenome|apelido|ultimo nome|achternaam|familienaam|nazwisko|фамилия|soyad|soyadi|soy isim|soyisim|ho|นามสกุล|nama belakang|nama keluarga|اسم العائلة|اللقب|성|성씨|姓|姓氏|苗字|etternavn|efternamn|sukunimi|vezeteknev|prijmeni
middle name: middle|middlename|mname|m name|mid name|second name|zweiter vorname|segundo nombre|deuxieme prenom|secondo nome|drugie imie|отчество|ikinci ad|ten dem giua|ชื่อกลาง|nama tengah|middle initial|mi|patronymic
second last name: segundo apellido|ap materno|apellido materno
latin full name: 英文名|英文名字|英文名称|英文姓名|영문이름|영문명|영문성명
native full name: 中文姓名|中文名|中文名字|한글이름|한글성명
full name: full|fullname|complete name|name full|nombre completo|nombre y apellidos|nombres y apellidos|apellidos y nombres|apellidos y nombre|nom complet|nom et prenom|nom prenom|nom prenoms|nome completo|nome e cognome|cognome e nome|nominativo|volledige naam|naam voluit|imie i nazwisko|nazwisko i imie|vor und nachname|name vorname|vollstandiger name|фио|ф и о|полное имя|ad soyad|adi soyadi|ad soyadi|isim soyisim|ho va ten|ho ten|ten day du|ชื่อ นามสกุล|ชื่อนามสกุล|ชื่อสกุล|ชื่อเต็ม|nama lengkap|الاسم الكامل|الاسم بالكامل|성명|고객명|회원명|이름전체|姓名|真实姓名|全名|客户姓名|客户名称|客戶姓名|氏名|お名前|顧客名|顧客氏名|お客様名|会員名|applicant name|ho ten khach hang|ชื่อลูกค้า|nama nasabah|اسم العميل|account holder name|acct holder name|acc holder name|holder name|legal name
gender: gender|gndr|sex|geschlecht|sexo|genero|sexe|genre|civilite sexe|sesso|genere|geslacht|plec|пол|cinsiyet|cinsiyeti|gioi tinh|เพศ|jenis kelamin|kelamin|jk|الجنس|النوع الاجتماعي|성별|性别|性別|kon
nationality: nationality|natl|natnlty|natlty|national code|citizenship|citizen|citizen of|ctznshp|staatsangehorigkeit|staatsangeh|staatsang|staatsbuergerschaft|staatsburgerschaft|nationalitat|nationalitaet|nacionalidad|ciudadania|nationalite|citoyennete|nacionalidade|cidadania|nazionalita|cittadinanza|nationaliteit|obywatelstwo|narodowosc|гражданство|национальность|uyruk|uyrugu|vatandaslik|quoc tich|สัญชาติ|kewarganegaraan|warga negara|kebangsaan|wn|الجنسية|국적|국적코드|国籍|國籍|国籍地区|国家地区|nation
latin: english|eng|en|latin|roman|romanized|romanised|ascii|영문|영어|英文|英語|ローマ字|アルファベット|латиница|латиницей|eng lish|ภาษาอังกฤษ|อังกฤษ|lat
native: local|native|hangul|korean|kor|kr|한글|국문|kanji|漢字|chinese|chi|chn|中文|japanese|jpn|jp|th|thai|ไทย|ภาษาไทย|arabic|ara|عربي|кириллица|original script
kana: kana|フリガナ|カナ|ふりがな|かな|furigana|yomi|読み|phonetic|pinyin|拼音
identity: identity|identidad|identidade|identite|identita|identitat|identitaets|identiteit|tozsamosci
legal: lgl|legal|official|registered|statutory|법정|法定|юридический|full legal
title: title|salutation|anrede|titel|titre|civilite|tratamiento|titolo|prefix|suffix|honorific|호칭|称谓|稱謂|敬称|обращение|unvan
login: username|user name|login|loginname|nickname|nick|screen name|handle|alias|benutzername|anmeldename|nombre de usuario|nom d utilisateur|nome utente|gebruikersnaam|логин|kullanici adi|닉네임|로그인|昵称|暱稱|ニックネーム
`

// documentWords are about papers and their pictures.
const documentWords = `
document number: legal id|id legal
series: series|serie|ser no|серия|серия паспорта|seria|seri
document: document|doc|docs|cert|certificate|documents|dokument|dokumentu|dokumenty|documento|docto|documento de identidad|piece|piece d identite|document d identite|document tozsamosci|документ|документа|belge|belgesi|giay to|เอกสาร|dokumen|الوثيقة|وثيقة|المستند|문서|증명서|증빙|신분증|证件|證件|身份证件|書類|身分証|身分証明書|本人確認書類|証明書|ausweis|ausweisdokument|ausweispapier|legitimation|legitimationsdokument|proof of identity|poi|kimlik belgesi|id doc|iddoc|id docs|iddocs|identity document|id document|identification document|identity doc|identitatsdokument|документ удостоверяющий личность|удостоверения
idcard: idcard|idcd|id card|identity card|identitycard|identification card|personalausweis|perso|cedula|carte d identite|carte identite|cni|cartao de identidade|cartao cidadao|carta d identita|carta identita|identiteitskaart|dowod|dowodu|dowod osobisty|dowodu osobistego|kimlik|kimlik karti|บัตรประชาชน|kartu identitas|بطاقة الهوية|신분증카드|identification
passport: passport|psprt|passpt|ppt|pp|reisepass|reisepasses|pass|pasaporte|passeport|passaporte|passaporto|paspoort|paszport|paszportu|паспорт|паспорта|pasaport|ho chieu|หนังสือเดินทาง|พาสปอร์ต|paspor|جواز|جواز السفر|جواز سفر|여권|护照|護照|パスポート|旅券
license: license|licence|lic|drivers license|driver license|driving license|driving licence|drivers licence|drv lic|dl|drvlic|fuehrerschein|fuhrerschein|licencia|licencia de conducir|permis de conduire|cnh|carteira de motorista|carta de conducao|patente|rijbewijs|prawo jazdy|водительское удостоверение|ehliyet|surucu belgesi|giay phep lai xe|ใบขับขี่|رخصة القيادة|면허|면허증|운전면허|운전면허증|驾驶证|駕照|驾照|運転免許証|免許証|免許
visa: visa|visum|viza|виза|사증|비자|签证|簽證|査証|ビザ
permit: residence permit|permit|aufenthaltstitel|permiso de residencia|titre de sejour|permesso di soggiorno|verblijfsvergunning|karta pobytu|вид на жительство|ikamet izni|외국인등록증|居留证|居留證|在留カード|arc
national idcard: nat id card|national id card|national identity card
national: ssn|social security|social security number|sin|nino|national insurance number|ni number|주민번호|주민등록번호|주민등록|주민|rrn|resident registration number|외국인등록번호|身份证|身份證|身份证号|身份证号码|身份證字號|身份證號碼|身分證字號|身分證號|居民身份证|居民身份证号码|公民身份号码|マイナンバー|個人番号|my number|cpf|curp|rut|run|rfc|dni|nie|nif|nuip|codice fiscale|cod fiscale|cf fiscale|bsn|burgerservicenummer|rijksregisternummer|pesel|снилс|иин|инн|iin|tckn|tc kimlik|tc kimlik no|tc no|t c kimlik no|cccd|cmnd|cmt|so cmnd|so cccd|can cuoc|เลขบัตรประชาชน|เลขประจำตัวประชาชน|บัตรประชาชนเลขที่|nik|no ktp|nomor ktp|ktp|رقم الهوية|الهوية الوطنية|الرقم الوطني|الرقم القومي|iqama|emirates id|civil id|nric|nric no|hkid|mykad|aadhaar number|aadhar|aadhaar|aadhaar no|numero de securite sociale|nir|personnummer|personnr|fodselsnummer|cpr|henkilotunnus|personal code|personal number|personal id number|rodne cislo|cnp|egn|oib|jmbg|national id|national id no|national id number|nationalid|natid|nat id|nid|national number|national identification number|national identity number|identity number|identitynumber|identitaetsnummer|citizen id|numero de identificacion|numero identificacion|numero de identidad|steuer identifikationsnummer
tax: tax|tin|vat|steuer|steuernummer|steuer id|fiscal|impuesto|impot|naf|налоговый|vergi|vergi no|thue|ภาษี|pajak|npwp|ضريبي|납세|세금|税号|稅號|税務|fatca|crs|pan|pan no|pan card
issue: issue|issued|iss|issu|issuing|issuance|issuer|ausstellung|ausstellungs|ausgestellt|ausstellende|ausstellender|ausstellendes|ausgabe|emision|expedicion|expedido|emitido|delivrance|delivre|emission|emissao|emitente|rilascio|rilasciato|emissione|afgifte|uitgifte|uitgegeven|wydania|wydano|wydajacy|wydajacego|выдачи|выдан|verilis|verildigi|duzenleme|cap|noi cap|ออกบัตร|ออกให้|ออก|penerbitan|terbit|penerbit|diterbitkan|الاصدار|اصدار|발급|발행|签发|簽發|发证|發證|核发|发行|発行|交付|issed|doi
issue date: doi date|ngay cap|วันออกบัตร|วันที่ออกบัตร|发证日期|签发日期|發證日期|簽發日期|発行日|発行年月日|交付日|交付年月日|발급일|발급일자|발행일|fecha de expedicion|fecha emision|fecha expedicion|date of issue|ausstellungsdatum|ausst datum|ausstelldatum|تاريخ الاصدار
expiry: expiry|exp|expire|expired|expiring|expires|expired on|expiration|exprtn|expir|expry|xpry|ablauf|ablaufdatum|ablaeuft|vencimiento|vence|vto|venc|caducidad|caduca|expira|expiracion|expiration date|peremption|validade|vencimento|scadenza|scade|verval|vervalt|vervaldatum|waznosci|wygasniecia|окончания|истечения|действителен до|действует до|срок действия|son gecerlilik|gecerlilik|bitis|het han|han su dung|ngay het han|หมดอายุ|kadaluarsa|kedaluwarsa|berakhir|berlaku hingga|berlaku sampai|masa berlaku|الانتهاء|انتهاء|الصلاحية|만료|유효기간|유효기한|유효일자|有效期至|有效期|有效期限|到期|到期日|到期日期|失效|失效日期|届满|有効期限|期限|満了|有効期間満了日|doe
valid until: valid until|valid upto|valid up to|valid to|valid till|validity|valid thru|valid through|validuntil|validto|gultig bis|gueltig bis|valable jusqu au|valable jusqu|valido hasta|valida hasta|valido ate|valido fino al|valida fino al|geldig tot|wazny do|wazna do|data waznosci|good thru
valid from: valid from|validfrom|gultig ab|gueltig ab|gultig von|valido desde|valable du|geldig van|wazny od|действителен с|有效期起|有效期开始
valid: valid|validez|validite
authority: authority|auth|agency|behorde|behoerde|autoridad|autorite|autorita|organo|orgao|instantie|organ|кем выдан|орган|makam|makami|instansi|جهة|기관|발급기관|机关|機關|机构|機構|発行機関|交付機関|office
image: image|images|photos|pictures|scans|files|img|picture|pic|photo|foto|fotos|photograph|scan|scanned|file|filename|file name|path|filepath|file path|bild|datei|pfad|imagen|archivo|fichier|ruta|imagem|arquivo|caminho|immagine|percorso|afbeelding|bestand|zdjecie|skan|plik|sciezka|фото|фотография|скан|файл|изображение|fotograf|resim|dosya|hinh anh|anh|รูป|รูปถ่าย|ภาพ|ภาพถ่าย|gambar|berkas|صورة|사진|이미지|파일|파일명|경로|照片|图片|圖片|影像|文件名|路径|画像|写真|ファイル|ファイル名|パス|url|uri|key file|attachment|attachments|照|证件照|upload|copy|s3 key|object key|blob|jpg|jpeg|png
front: front|frontside|front side|vorderseite|anverso|frente|recto|fronte|voorkant|voorzijde|przod|awers|лицевая|лицевая сторона|on yuz|mat truoc|ด้านหน้า|depan|الوجه الامامي|الامامية|앞|앞면|전면|正面|正面照|表|表面|おもて|obverse
back: back|backside|back side|rueckseite|ruckseite|reverso|dorso|verso|retro|achterkant|achterzijde|tyl|rewers|оборотная|обратная|обратная сторона|оборот|arka yuz|mat sau|ด้านหลัง|belakang|الوجه الخلفي|الخلفية|뒤|뒷면|후면|背面|反面|反面照|背面照|裏|裏面|うら|reverse|rear
selfie: selfie|selfi|face|facial|liveness|live photo|portrait|headshot|avatar photo|gesicht|rostro|cara|visage|volto|viso|rosto|gezicht|twarz|селфи|лицо|yuz fotografi|khuon mat|chan dung|เซลฟี่|ใบหน้า|wajah|swafoto|سيلفي|الوجه|셀피|셀카|얼굴|本人照|自拍|人脸|人臉|顔|顔写真|セルフィー|自撮り
proof: proof|poa|utility|utility bill|bill|evidence|nachweis|comprobante|justificatif|comprovante|prova|bewijs|potwierdzenie|rachunek|подтверждение|квитанция|fatura|hoa don|หลักฐาน|bukti|tagihan|اثبات|فاتورة|증명|确认书|證明|证明|账单|証明|公共料金
signature: signature|sign|sig|specimen|unterschrift|firma digital|assinatura|handtekening|podpis|подпись|imza|chu ky|ลายเซ็น|tanda tangan|ttd|توقيع|서명|싸인|签名|簽名|署名
`

// placeWords are about where somebody lives.
const placeWords = `
country: country|ctry|cntry|cntr|cty code|land|staat|laender|lander|pais|pays|paese|nazione|kraj|panstwo|страна|ulke|ulkesi|quoc gia|nuoc|ประเทศ|negara|الدولة|دولة|البلد|بلد|국가|나라|국가코드|国家|國家|国|國|国名
residence: residence|res|residency|resident|resides|domicile|wohn|wohnsitz|wohnsitzland|residencia|residenza|verblijf|zamieszkania|проживания|ikamet|cu tru|thuong tru|อาศัย|domisili|الاقامة|거주|거주지|居住|在住|居住国
residence country: 거주국가|거주국|居住国家|居住國家|wohnsitzland|country of residence|pais de residencia|pays de residence|paese di residenza|woonland|kraj zamieszkania|страна проживания|bulundugu ulke|negara domisili
city: town country
city: city|town|cty|municipality|locality|suburb city|ort|wohnort|stadt|ciudad|poblacion|localidad|localidade|municipio|ville|commune|cidade|citta|comune|localita|stad|plaats|woonplaats|gemeente|miasto|miejscowosc|город|населенный пункт|sehir|il|thanh pho|เมือง|อำเภอ|kota|kabupaten|المدينة|مدينة|도시|시군구|城市|市|市区町村|縣市
region: region|area|zone
state: state|province|prov|county|territory|prefecture|bundesland|kanton|provincia|departamento|comunidad autonoma|departement|uf|distrito estado|regione|provincie|wojewodztwo|область|регион|край|eyalet|tinh|tinh thanh|จังหวัด|provinsi|propinsi|المحافظة|المنطقة|الولاية|시도|광역시도|도|省|省份|州|都道府県
street: street|strt|strasse|str|stra e|road|calle|via|rue|voie|rua|logradouro|straat|ulica|ul|улица|sokak|cadde|duong|pho|ถนน|jalan|jl|الشارع|شارع|도로명|도로명주소|街道|街|路|番地|町名|丁目番地|streetaddress|street address|streetname|strassenname
line: line|ln address|zeile|linea|ligne|linha|riga|regel|satir|baris|行
house: house|house no|house number|hausnummer|haus nr|hausnr|hnr|numero exterior|num ext|numero civico|civico|huisnummer|nr domu|дом|номер дома|bina no|kapi no|so nha|บ้านเลขที่|building|bldg|flat|apartment|apt|unit|suite|wohnung|квартира|daire|nr mieszkania|동호수|건물|building name|建物名|部屋番号|sub building|complemento
zip: zip|zipcode|zip code|postal|postal code|postcode|post code|plz|postleitzahl|codigo postal|cp|code postal|cep|cap cod|codice postale|kod pocztowy|индекс|почтовый индекс|posta kodu|ma buu chinh|รหัสไปรษณีย์|kode pos|kodepos|الرمز البريدي|우편번호|우편|邮编|郵編|邮政编码|郵遞區號|郵便番号
secondary: correspondence|corr|billing|bill to|shipping|ship|delivery|work|business|office|temporary|temp|alternate|alternative|alt|alternat|secondary|second|sec|additional|addl|other|another|previous|prev|former|old|past|recovery|backup|geschaeftlich|rechnungs|liefer|trabajo|laboral|otro|otra|anterior|secundario|travail|professionnel|autre|trabalho|outro|lavoro|altro|werk|zakelijk|sluzbowy|korespondencyjny|inny|рабочий|другой|дополнительный|прежний|is adresi|diger|kantor|lainnya|직장|회사주소|기타|보조|이전|工作|备用|其他|旧|勤務先|その他|予備
contact: contact|communication|comu|comm|mailing|notification|postal address
now: current|curr|present
home: home|privat|prive|privee|particulier|prywatny|residential|living|principal residence|heim|hause|particular|casa|maison|domestico|thuis|domowy|домашний|ev|nha rieng|บ้าน|rumah|자택|실거주|家庭|自宅|現住所|현주소
home permanent: permanent|perm|stalego|постоянный|прописка|регистрации|常住|permanente|reg address|dauerhaft
`

// statusWords are about what came out of a check.
const statusWords = `
kyc: kyc|ekyc|cdd|edd|ddc|cip|fica|sarlaft|pldft|verification|verify|verified|verif|vrfy|identity verification|idv|identity check|review|judg|check|onboarding|validation|verifikation|pruefung|prufung|identifizierung|pruef|pruf|kunden pruefung|verificacion|revision|verification identite|verificacao|verifica|verificatie|controle|weryfikacja|weryfikacji|верификация|верификации|проверка|проверки|dogrulama|xac minh|dinh danh|ยืนยันตัวตน|verifikasi|التحقق|تحقق|본인확인|본인인증|인증|심사|고객확인|실명확인|认证|認證|实名认证|審核|审核|核验|本人確認|審査|確認
status: status|sts|stat|stts|zustand|estatus|situacao|statut|status code|статус|состояние|durum|durumu|trang thai|สถานะ|الحالة|حالة|상태|상태코드|状态|狀態|ステータス|状態
condition: estado|estado de|stato|etat
result: result|results|rslt|outcome|outcome|decision|verdict|answer|approval|approved|disposition|ergebnis|entscheidung|resultado|decision final|resultat|decisao|risultato|esito|decisione|resultaat|besluit|uitslag|wynik|decyzja|результат|решение|sonuc|karar|ket qua|ผล|ผลการตรวจสอบ|hasil|keputusan|النتيجة|نتيجة|القرار|결과|승인|승인여부|판정|结果|結果|결정|判定|final|overall
`

// otherWords are about somebody or something else, or about the record itself:
// a name that has one of them names no field of the customer.
const otherWords = `
other: guarantor|co applicant|coapplicant|joint|co holder|dependent|heir|spouse|husband|wife|partner|mother|mothers|father|fathers|parent|parents|maiden|birth name|geburtsname|nom de jeune fille|guardian|child|children|kin|next of kin|nok|emergency|relative|relation|relationship|beneficiary|nominee|ubo|beneficial|representative|proxy|attorney|referrer|referral|referee|introducer|sponsor|witness|reference person|ehepartner|ehegatte|mutter|vater|notfall|notfallkontakt|conyuge|madre|padre|emergencia|tutor|conjoint|mere|pere|urgence|conjuge|mae|pai|urgenza|coniuge|moeder|vader|noodgeval|matki|ojca|malzonek|panienskie|матери|отца|супруг|мать|экстренный|девичья|anne|baba|es adi|acil|me|cha|khan cap|มารดา|บิดา|คู่สมรส|ฉุกเฉิน|ibu|ibu kandung|ayah|darurat|الام|الاب|الزوج|الطوارئ|배우자|모친|부친|어머니|보호자|비상|비상연락처|법정대리인|대리인|추천인|배偶|配偶|母亲|母親|父亲|父親|紧急|緊急|緊急連絡先|紧急联系人|监护人|推荐人|代理人|保護者|配偶者|紹介者
organisation: employer|employment|occupation|job|profession|company|comp|corp|corporate|organisation|organization|org|institution|bank|branch|brch|br|merchant|business name|department|dept|team|store|outlet|shop|school|arbeitgeber|firma|unternehmen|filiale|zweigstelle|beruf|abteilung|empleador|empresa|sucursal|banco|ocupacion|profesion|employeur|entreprise|societe|agence|banque|empregador|agencia|profissao|datore|azienda|societa|filiale|banca|werkgever|bedrijf|filiaal|beroep|pracodawca|firmy|oddzial|zawod|работодатель|компания|организация|филиал|отделение|банк|должность|isveren|sirket|sube|banka|meslek|cong ty|chi nhanh|ngan hang|nghe nghiep|บริษัท|สาขา|ธนาคาร|อาชีพ|perusahaan|cabang|pekerjaan|الشركة|الفرع|البنك|المهنة|جهة العمل|회사|회사명|직장명|직업|지점|지점명|은행|은행명|영업점|부서|公司|单位|單位|工作单位|分行|支行|开户行|银行|銀行|職業|职业|会社|会社名|勤務先名|支店|支店名|銀行名|部署
staff: officer|agent|manager|mgr|rm|operator|oper|reviewer|reviewed by|checked by|checker|maker|approver|approved by|verified by|analyst|staff|employee|emp|teller|owner|admin|inputter|authoriser|authorizer|created by|updated by|modified by|sales rep|advisor|adviser|assigned to|bearbeiter|berater|sachbearbeiter|mitarbeiter|gestor|asesor|empleado|oficial|conseiller|gestionnaire|gerente|atendente|operatore|consulente|medewerker|adviseur|doradca|pracownik|менеджер|оператор|сотрудник|temsilci|personel|nhan vien|พนักงาน|เจ้าหน้าที่|petugas|الموظف|담당자|담당|직원|심사자|상담원|처리자|经办人|审核人|客户经理|員工|担当者|担当|審査者|社員
event: created|create|creation|creat|updated|update|upd|modified|mod|changed|last updated|last modified|last login|login date|logon|access|registered at|registration|reg|signup|sign up|joined|join|opened|opening|closed|closing|submitted|submission|received|processed|approved at|verified at|verified on|reviewed at|completed|completion|extracted|export|snapshot|load|batch|import|effective|start|end|angelegt|erstellt|erfasst|erfassung|geaendert|geandert|aenderung|eroeffnung|anlage|registro|alta|creacion|actualizacion|modificacion|apertura|baja|creation date|mise a jour|inscription|ouverture|criacao|cadastro|atualizacao|abertura|creazione|registrazione|modifica|aggiornamento|apertura|aangemaakt|gewijzigd|inschrijving|utworzenia|rejestracji|modyfikacji|aktualizacji|zalozenia|создания|регистрации дата|дата регистрации|изменения|обновления|открытия|kayit|olusturma|guncelleme|acilis|tao|cap nhat|dang ky|สร้าง|แก้ไข|สมัคร|เปิดบัญชี|dibuat|pendaftaran|registrasi|diperbarui|pembukaan|الانشاء|التسجيل|التحديث|등록|등록일|등록일시|등록일자|가입|가입일|가입일자|생성|생성일|생성일시|수정|수정일|수정일시|변경|변경일|최종|최근|접속|로그인일시|개설|개설일|创建|创建时间|创建日期|注册|注册时间|注册日期|更新|更新时间|修改|开户|开户日期|開戶|登録|登録日|登録日時|作成|作成日|作成日時|更新日|更新日時|変更|入会|入会日|口座開設
account: account|acct|acc|a c|konto|cuenta|compte|conta|conto|rekening|rachunek bankowy|rachunku|счет|счета|hesap|tai khoan|บัญชี|akun|الحساب|حساب|계좌|계좌번호|계정|账户|帳戶|账号|帳號|口座|口座番号|アカウント|iban|kontonummer|rekeningnummer|numero de cuenta|card|card number|karte|tarjeta|carte bancaire|cartao|kaart|karta|карта|kart|บัตร|kartu|بطاقة|카드|카드번호|银行卡|卡号|卡號|カード|wallet
external: external|internal|intern|ext|ext ref|foreign|legacy|origin|host|source system|core|third party|ref|reference|referenz|referencia|reference interne|referentie|referencja|внешний|ссылка|harici|외부|参考|外部|参照
contract: contract|policy|loan|order|transaction|txn|trx|session|case|ticket|application|request|job id|attempt|report|inspection|workflow|applicant level|vertrag|contrato|contrat|contratto|umowa|договор|sozlesme|hop dong|สัญญา|kontrak|العقد|계약|계약번호|신청번호|접수번호|申请编号|合同|申込番号|契約|契約番号|受付番号
reason: reason|comment|comments|note|notes|remark|remarks|description|desc|message|grund|bemerkung|bemerkungen|anmerkung|kommentar|notiz|motivo|observaciones|observacion|comentario|raison|motif|remarque|commentaire|motivo|observacao|obs|nota|note|commento|reden|opmerking|powod|uwagi|причина|комментарий|примечание|neden|aciklama|ly do|ghi chu|เหตุผล|หมายเหตุ|alasan|catatan|keterangan|السبب|ملاحظات|사유|비고|메모|备注|備註|原因|说明|備考|理由|メモ|rejection|reject|label|labels|warning|warnings|error
risk: risk|risiko|riesgo|risque|risco|rischio|ryzyko|риск|ruy ro|ความเสี่ยง|resiko|المخاطر|위험|위험도|위험등급|风险|風險|リスク|level|lvl|tier|grade|rating|score|segment|group|rank|등급|等级|等級|ランク|stufe|nivel|niveau|livello|poziom|уровень|seviye|pep|sanction|sanctions|aml|watchlist|adverse
marital: marital|married|familienstand|estado civil|etat civil|situation matrimoniale|stato civile|burgerlijke staat|stan cywilny|семейное положение|medeni hal|medeni durum|hon nhan|สถานภาพ|สถานภาพสมรส|status perkawinan|status pernikahan|الحالة الاجتماعية|결혼|결혼여부|혼인|婚姻|婚姻状况|婚姻狀況|婚姻状態|religion|agama|race|ethnicity|race code|blood|education|bildung|pendidikan|학력|学历|language|lang|sprache|idioma|langue|lingua|taal|jezyk|язык|dil|ngon ngu|ภาษา|bahasa|اللغة|언어|语言|言語|locale|timezone|currency|ccy|currency code|waehrung|moneda|devise|moeda|valuta|waluta|валюта|para birimi|통화|货币|幣別|通貨
amount: amount|amt|balance|income|salary|limit|turnover|net worth|wealth|fund|funds|source of funds|betrag|saldo|einkommen|importe|ingresos|montant|solde|revenu|valor|renda|importo|reddito|bedrag|inkomen|kwota|dochod|сумма|баланс|доход|tutar|bakiye|gelir|so tien|thu nhap|จำนวน|รายได้|jumlah|penghasilan|المبلغ|الرصيد|الدخل|금액|잔액|소득|金额|金額|余额|收入|残高|年収|height|weight|eye|count|cnt|total
flag: flag|flg|ind|indicator|yn|여부|フラグ|标志|標誌|consent|agree|agreed|marketing|newsletter|opt in|opt out|deleted|del yn|active|enabled|locked|blocked|password|passwd|pwd|pin|token|hash|secret|device|user agent|browser|channel|source|product|campaign|country code phone|dial code|dial|calling|latitude|longitude|lat lng|lng|geo|gps|website|homepage|web|url page|social|facebook|twitter|linkedin|telegram|whatsapp|wechat|kakao|line id|微信|qq
`

// furtherWords are of all kinds, in languages whose words are few here, and short
// forms that systems use. The shorter of them stand alone.
//
//go:embed further.txt
var furtherWords string

// shortForms are what designers of databases make of words, in many languages. Those of few
// letters stand alone.
//
//go:embed shortforms.txt
var shortForms string
