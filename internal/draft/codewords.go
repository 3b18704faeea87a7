package draft

import (
	"strings"
	"sync"

	"kycmigrate/internal/inspect"
)

// leftOut is the meaning of a code that says nothing: the field is left out.
const leftOut = "(left out)"

// meanings are the words that codes are made of, by what they mean. A code that
// has none of them is for somebody to decide.
var meanings = map[slot]string{
	slotGender: `
male: male|man|mann|masculino|masculin|homme|hombre|maschio|uomo|mannelijk|mezczyzna|мужской|муж|мужчина|erkek|nam|ชาย|laki laki|laki|pria|ذكر|남|남자|남성|男|男性|masc|maennlich|mannlich|varon|macho|meski|herr|mr|mand|muz|muž|muski|muški|άρρεν|άνδρας|mies|férfi|bărbat|barbatesc|мъж|чоловік|чоловіча|זכר|mees|vyras|virietis
female: female|woman|frau|femenino|feminino|feminin|femme|mujer|femmina|donna|vrouw|vrouwelijk|kobieta|женский|жен|женщина|kadin|nu|หญิง|perempuan|wanita|انثي|여|여자|여성|女|女性|fem|weiblich|mulher|zenski|mrs|ms|kvinde|žena|zena|ženska|θήλυ|γυναίκα|nainen|femeie|femeiesc|жена|жінка|жіноча|נקבה|naine|moteris|sieviete
(left out): unknown|other|divers|diverse|unspecified|not specified|undisclosed|prefer not to say|n a|none|x|u|o|na|не указан|미상|기타|其他|未知|不明|その他|desconocido|inconnu|sconosciuto|onbekend|unbekannt|nieznana|bilinmiyor|khac`,
	slotStatus: `
approved: approved|approve|accepted|accept|passed|pass|verified|clear|cleared|green|success|successful|approved verified|kyc approved|kyc ok|ok|valid|genehmigt|freigegeben|akzeptiert|bestatigt|verifiziert|geprueft ok|aprobado|aprobada|aceptado|verificado|approuve|approuvee|accepte|valide|verifie|aprovado|aprovada|aceito|approvato|accettato|verificato|goedgekeurd|geaccepteerd|geverifieerd|zatwierdzony|zaakceptowany|zweryfikowany|одобрен|одобрено|подтвержден|подтверждено|принят|пройдено|onaylandi|onayli|dogrulandi|kabul|da duyet|duoc duyet|chap nhan|da xac minh|อนุมัติ|ผ่าน|ยืนยันแล้ว|disetujui|diterima|terverifikasi|lulus|مقبول|موافق عليه|تم التحقق|معتمد|승인|승인완료|통과|완료승인|인증완료|적합|通过|通過|已通过|已通過|审核通过|審核通過|批准|已批准|已认证|承認|承認済|承認済み|合格|可決|確認済|odobren|odobrena|odobreno|potvrđen|potvrđena|schválený|schválená|schváleno|schválen|overený|ověřen|ověřeno|εγκεκριμένος|εγκρίθηκε|επιτυχής|επιτυχία|hyväksytty|tunnistettu|godkjent|godkend|godkendt|godkänd|jóváhagyva|elfogadva|sikeres|aprobat|aprobată|verificat|потвърден|одобрена|підтверджено|підтверджений|верифіковано|מאושר|עבר|kinnitatud|patvirtinta|apstiprināts
rejected: rejected|reject|denied|declined|decline|refused|failed|fail|red|not approved|unapproved|disapproved|kyc rejected|denied fraud|abgelehnt|zurueckgewiesen|zuruckgewiesen|nicht genehmigt|rechazado|rechazada|denegado|rejete|rejetee|refuse|refusee|rejeitado|rejeitada|recusado|reprovado|negado|respinto|rifiutato|negato|afgewezen|geweigerd|afgekeurd|odrzucony|odrzucona|отклонен|отклонено|отказ|отказано|reddedildi|red edildi|ret|bi tu choi|tu choi|khong duyet|ปฏิเสธ|ไม่ผ่าน|ไม่อนุมัติ|ditolak|gagal|tidak lulus|مرفوض|مرفوضه|거절|거부|반려|부적합|승인거절|불승인|拒绝|拒絕|已拒绝|已拒絕|未通过|未通過|审核拒绝|不通过|驳回|否認|否決|却下|不合格|不承認|非承認|odbijen|odbijena|odbijeno|zamietnutý|zamietnutá|zamietnuté|zamítnut|zamítnuto|zamítnutý|απορρίφθηκε|απορριφθείς|hylätty|avvist|afvist|avslag|avslått|nekad|elutasítva|elutasított|sikertelen|respins|respinsă|отхвърлен|отказан|відхилено|відхилений|נדחה|tagasi lükatud|atmesta|noraidīts`,
	slotIDType: `
passport: passport|pp|pass|ppt|pas|psp|psprt|reisepass|pasaporte|passeport|passaporte|passaporto|paspoort|paszport|паспорт|загранпаспорт|pasaport|ho chieu|หนังสือเดินทาง|พาสปอร์ต|paspor|جواز سفر|جواز السفر|جواز|여권|护照|護照|パスポート|旅券|passport card|putovnica|pasoš|cestovný pas|cestovní pas|διαβατήριο|passi|útlevél|pașaport|дипломатически паспорт|דרכון|pasas|pase
drivers_license: drivers license|driver license|driving license|driving licence|drivers licence|driver licence|drivers|driverslicense|dl|drv|drvlic|drv lic|licence|license|fuehrerschein|fuhrerschein|licencia de conducir|licencia conducir|permis de conduire|permis|cnh|carteira de motorista|patente|patente di guida|rijbewijs|prawo jazdy|водительское удостоверение|права|ehliyet|surucu belgesi|giay phep lai xe|ใบขับขี่|sim|رخصة القيادة|رخصة قيادة|운전면허|운전면허증|면허증|驾驶证|駕照|驾照|運転免許証|運転免許|vozačka dozvola|vodičský preukaz|řidičský průkaz|άδεια οδήγησης|δίπλωμα οδήγησης|ajokortti|körkort|førerkort|kørekort|vezetői engedély|jogosítvány|permis de conducere|свидетелство за управление|посвідчення водія|רישיון נהיגה|juhiluba|vairuotojo pažymėjimas|vadītāja apliecība
government_id: id|id card|idcard|identity card|identitycard|national id|national id card|nationalid|nid|nic|government id|gov id|govid|government issued id|identification card|personalausweis|perso|ausweis|dni|cedula|cedula de identidad|ine|cni|carte d identite|carte nationale d identite|carta d identita|cartao de cidadao|rg|identiteitskaart|id kaart|dowod osobisty|dowod|удостоверение личности|id карта|id карта гражданина|kimlik|kimlik karti|nufus cuzdani|cccd|cmnd|can cuoc cong dan|บัตรประชาชน|ktp|e ktp|بطاقة الهوية|الهوية الوطنية|هوية|주민등록증|신분증|身份证|身份證|居民身份证|身分證|マイナンバーカード|個人番号カード|emirates id|nric|mykad|hkid|lična karta|osobna iskaznica|osebna izkaznica|občiansky preukaz|občanský průkaz|αστυνομική ταυτότητα|δελτίο ταυτότητας|ταυτότητα|henkilökortti|személyi igazolvány|személyi|carte de identitate|buletin|лична карта|id картка|תעודת זהות|isikutunnistus|asmens tapatybės kortelė|personas apliecība|nationellt id kort|nasjonalt id kort
residence_permit: residence permit|residencepermit|resident permit|residence card|residence|aufenthaltstitel|permiso de residencia|titre de sejour|permesso di soggiorno|verblijfsvergunning|karta pobytu|вид на жительство|ikamet|ikamet izni|the tam tru|외국인등록증|居留证|居留證|在留カード|arc|nie|إقامة|إقامه|iqama|kitas|boravišna dozvola|dovoljenje za prebivanje|povolenie na pobyt|povolení k pobytu|άδεια διαμονής|oleskelulupa|uppehållstillstånd|uppehållskort|oppholdstillatelse|oppholdskort|opholdstilladelse|opholdskort|tartózkodási engedély|permis de ședere|разрешение за пребиваване|посвідка на проживання|elamisluba|leidimas gyventi|uzturēšanās atļauja
visa: visa|visum|виза|비자|签证|簽證|ビザ|査証
aadhaar: aadhaar|aadhar|aadhaar card|uid
pancard: pan|pan card|pancard
vehicle_registration_certificate: vehicle registration certificate|vehicle registration|vrc`,
}

// pairs are codes of one letter or two that mean something only together.
var pairs = map[slot][]map[string]string{
	slotGender: {
		{"m": "male", "f": "female"}, {"m": "male", "w": "female"}, {"h": "male", "m": "female"}, {"h": "male", "f": "female"},
		{"m": "male", "v": "female"}, {"e": "male", "k": "female"}, {"m": "male", "k": "female"}, {"l": "male", "p": "female"},
		{"м": "male", "ж": "female"}, {"ч": "male", "ж": "female"}, {"m": "male", "z": "female"},
		{"α": "male", "θ": "female"}, {"α": "male", "γ": "female"}, {"ז": "male", "נ": "female"}, {"ช": "male", "ญ": "female"},
	},
	slotStatus: {{"a": "approved", "r": "rejected"}, {"a": "approved", "d": "rejected"}, {"app": "approved", "rej": "rejected"}, {"appr": "approved", "rej": "rejected"}, {"appr": "approved", "rejt": "rejected"}},
}

// meaningTable returns the meanings of folded codes.
var meaningTable = sync.OnceValue(func() map[slot]map[string]string {
	tables := map[slot]map[string]string{}
	for s, text := range meanings {
		table := map[string]string{}
		for line := range strings.Lines(strings.TrimSpace(text)) {
			meaning, words, _ := strings.Cut(strings.TrimSpace(line), ": ")
			for word := range strings.SplitSeq(words, "|") {
				table[joined(word)] = meaning
			}
		}
		tables[s] = table
	}
	return tables
})

// code is a value of a list of codes and what it means; "" where nobody but the
// data owner can say.
type code struct {
	value   string
	meaning string
	rows    int64
}

// mostCodes is how many distinct values a list of codes may have.
const mostCodes = 60

// decode tells what the values of a list of codes mean for a slot.
func decode(s slot, values []inspect.Value) []code {
	list := make([]code, 0, len(values))
	present := map[string]bool{}
	for _, v := range values {
		present[joined(v.Value)] = true
		if inspect.TypeOf(v.Value) == inspect.TypeEmpty {
			list = append(list, code{v.Value, leftOut, v.Rows})
			continue
		}
		list = append(list, code{v.Value, meaningTable()[s][joined(v.Value)], v.Rows})
	}
	if pair := pairOf(s, present); pair != nil {
		for i := range list {
			if meaning, known := pair[joined(list[i].value)]; known {
				list[i].meaning = meaning
			}
		}
	}
	return list
}

// pairOf finds the pair of short codes that a list has, if only one fits.
func pairOf(s slot, present map[string]bool) map[string]string {
	var found map[string]string
	for _, pair := range pairs[s] {
		whole := true
		for c := range pair {
			whole = whole && present[c]
		}
		if !whole {
			continue
		}
		if found != nil {
			return nil
		}
		found = pair
	}
	return found
}
