package draft

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"kycmigrate/internal/inspect"
	"kycmigrate/internal/mapper"
)

// leftOut is the meaning of a code that says nothing: the field is left out.
const leftOut = "(left out)"

// meanings are the words that codes are made of, by what they mean. A code that
// has none of them is for somebody to decide.
var meanings = map[slot]string{
	slotGender: `
male: male|man|mann|masculino|masculin|homme|hombre|maschio|uomo|mannelijk|mezczyzna|мужской|муж|мужчина|erkek|nam|ชาย|laki laki|laki|pria|ذكر|남|남자|남성|男|男性|masc|maennlich|mannlich|varon|macho|meski|herr|mr|mand|muz|muž|muski|muški|άρρεν|άνδρας|mies|férfi|bărbat|barbatesc|мъж|чоловік|чоловіча|זכר|mees|vyras|virietis|boy|gent|home|gizona|gizonezkoa|lelaki|lalaki|lalake|erkak|erkek e|еркек|ер|эркак|kişi|kisi|эрэгтэй|эр|արական|տղամարդ|კაცი|მამრობითი|მამრ|mashkull|mashkullore|mashkul|karlmadur|karl|muzsky|mužský|muško|moški|muskarac|muškarac|moski|vīrietis|पुरुष|পুরুষ|ஆண்|පුරුෂ|పురుషుడు|ಪುರುಷ|പുരുഷൻ|પુરુષ|ਮਰਦ|مرد|مذكر|رجل|thakar|dhakar|zakar|ዘ|ወንድ|ወ|mwanaume|mwanamume|mume|namiji|okunrin|owesilisa|manlik|ຊາຍ|ប្រុស|ကျား|nam gioi|gioi tinh nam|ชาย ช|นาย|בן|masculi|homem|maschile|masculine
female: female|woman|frau|hembra|femenino|feminino|feminin|femme|mujer|femmina|donna|vrouw|vrouwelijk|kobieta|женский|жен|женщина|kadin|nu|หญิง|perempuan|wanita|انثي|여|여자|여성|女|女性|fem|weiblich|mulher|zenski|mrs|ms|kvinde|žena|zena|ženska|θήλυ|γυναίκα|nainen|femeie|femeiesc|жена|жінка|жіноча|נקבה|naine|moteris|sieviete|female f|girl|lady|dona|emakumea|emakumezkoa|babae|ayol|әйел|аёл|qadın|qadin|эмэгтэй|эм|իգական|կին|ქალი|მდედრობითი|მდედრ|femer|femër|femërore|kvenmadur|kona|kvinna|kvinne|zensky|ženský|žensko|zensko|nő|महिला|स्त्री|মহিলা|নারী|பெண்|ස්ත්රී|స్త్రీ|ಮಹಿಳೆ|സ്ത്രീ|સ્ત્રી|ਔਰਤ|زن|مؤنث|مونث|امراة|untha|ontha|ሴት|ሴ|mwanamke|mke|mace|obinrin|owesifazane|dheddig|dumar|naag|vroulik|ຍິງ|ស្រី|မ|nu gioi|gioi tinh nu|หญิง ญ|בת|femeni|femminile|feminine|señora|señorita
(left out): unknown|other|divers|diverse|unspecified|not specified|undisclosed|prefer not to say|n a|none|x|u|o|na|не указан|미상|기타|其他|未知|不明|その他|desconocido|inconnu|sconosciuto|onbekend|unbekannt|nieznana|bilinmiyor|khac|nao informado|não informado|no informado|sin informacion|non renseigne|nezadano|not provided|not stated|不详|不詳|bilinmeyen|belirtilmemis|prefer not to answer|keine angabe|k a|non binary|nonbinary|third gender|transgender`,
	slotStatus: `
approved: approved|approve|basarili|dogrulandi|eslesti|uyumlu|sikeres|megfelelt|azonositva|cocok|sesuai|padan|coincide|conforme|exitoso|exitosa|accepted|accept|passed|pass|verified|clear|cleared|green|success|successful|approved verified|kyc approved|kyc ok|ok|valid|genehmigt|freigegeben|akzeptiert|bestatigt|verifiziert|geprueft ok|aprobado|aprobada|aceptado|verificado|approuve|approuvee|accepte|valide|verifie|aprovado|aprovada|aceito|approvato|accettato|verificato|goedgekeurd|geaccepteerd|geverifieerd|zatwierdzony|zaakceptowany|zweryfikowany|одобрен|одобрено|подтвержден|подтверждено|принят|пройдено|onaylandi|onayli|dogrulandi|kabul|da duyet|duoc duyet|chap nhan|da xac minh|อนุมัติ|ผ่าน|ยืนยันแล้ว|disetujui|diterima|terverifikasi|lulus|مقبول|موافق عليه|تم التحقق|معتمد|승인|승인완료|통과|완료승인|인증완료|적합|通过|通過|已通过|已通過|审核通过|審核通過|批准|已批准|已认证|承認|承認済|承認済み|合格|可決|確認済|odobren|odobrena|odobreno|potvrđen|potvrđena|schválený|schválená|schváleno|schválen|overený|ověřen|ověřeno|εγκεκριμένος|εγκρίθηκε|επιτυχής|επιτυχία|hyväksytty|tunnistettu|godkjent|godkend|godkendt|godkänd|jóváhagyva|elfogadva|sikeres|aprobat|aprobată|verificat|потвърден|одобрена|підтверджено|підтверджений|верифіковано|מאושר|עבר|kinnitatud|patvirtinta|apstiprināts|kyc validated|kyc verified|passed manual|manually approved|auto approved|approved auto|approved manual|autoapproved|verified manually|verified admin|verified with changes|pass manual|accepted manual|aprv|apprv|aprvd|identified|identifiziert|legitimiert|idoneo|idonea|conforme|favorable|validado|validada|validato|validata|comprobado|verificada|verificata|positivo|positive|aproved|aprovat|onartua|egiaztatua|zatwierdzone|zatwierdzono|pozytywny|pozytywna|zweryfikowana|zweryfikowano|пройдена|пройден|идентифицирован|идентифицирована|верифицирован|верифицирована|верифицировано|согласован|согласовано|подтверждён|подтверждена|идентифікований|верифікований|пройдено успішно|схвалено|схвалений|идентифициран|верифициран|потврђен|идентификован|верификован|identifikovan|verifikovan|verificiran|potvrdeno|schvalena|overena|overeno|overene|jóváhagyott|megfelelt|azonosítva|onaylanmis|onaylanmış|onay|doğrulanmış|dogrulanmis|dogrulanmış|tesdiqlenib|təsdiqlənib|tesdiqlendi|təsdiqləndi|tasdiqlangan|тасдиқланган|мақұлданды|расталған|расталды|баталгаажсан|зөвшөөрсөн|հաստատված|დამტკიცებული|დადასტურებული|გავლილი|εγκεκριμένη|ταυτοποιημένος|ταυτοποιήθηκε|επαληθευμένος|επαληθεύτηκε|εγκρ|i miratuar|miratuar|verifikuar|samþykkt|godkjend|verifierad|identifierad|verifioitu|patvirtintas|apstiprināta|verificēts|xac thuc thanh cong|da xac thuc|da phe duyet|phe duyet|hop le|diluluskan|lulus semakan|sudah diverifikasi|aprubado|naaprubahan|ผ่านการตรวจสอบ|อนุมัติแล้ว|ผ่านการอนุมัติ|ຜ່ານ|ອະນຸມັດ|ອະນຸມັດແລ້ວ|បានអនុម័ត|បានផ្ទៀងផ្ទាត់|អនុម័ត|အတည်ပြုပြီး|अनुमोदित|स्वीकृत|सत्यापित|प्रमाणित|অনুমোদিত|যাচাইকৃত|அங்கீகரிக்கப்பட்டது|சரிபார்க்கப்பட்டது|අනුමත|අනුමතයි|తనిఖీ పూర్తి|imeidhinishwa|imethibitishwa|imekubaliwa|an amince|an tabbatar|la ansixiyay|la xaqiijiyay|goedgekeur|geverifieer|የተረጋገጠ|ጸድቋል|ፀድቋል|تایید شده|تأیید شده|تایید شد|منظور|منظور شده|تصدیق شده|maqbool|maqbul|muwafaq|muwafaq alayh|موافقة|تمت الموافقة|موثق|محقق|אושר|אומת|מאומת|מאושרת|核查一致|核验一致|核验通过|核查通过|一致|审批通过|審批通過|通過審核|認證通過|驗證通過|审核成功|本人確認済|確認OK|認証済|適格|승인됨|확인완료|심사완료 승인|검증완료|인증성공
rejected: rejected|reject|basarisiz|dogrulanamadi|eslesmedi|uyumsuz|sikertelen|nem felelt meg|elutasitva|tidak cocok|tidak sesuai|no coincide|no conforme|non conforme|fallido|fallida|denied|declined|decline|refused|failed|fail|red|not approved|unapproved|disapproved|kyc rejected|denied fraud|abgelehnt|zurueckgewiesen|zuruckgewiesen|nicht genehmigt|rechazado|rechazada|denegado|rejete|rejetee|refuse|refusee|rejeitado|rejeitada|recusado|reprovado|negado|respinto|rifiutato|negato|afgewezen|geweigerd|afgekeurd|odrzucony|odrzucona|отклонен|отклонено|отказ|отказано|reddedildi|red edildi|ret|bi tu choi|tu choi|khong duyet|ปฏิเสธ|ไม่ผ่าน|ไม่อนุมัติ|ditolak|gagal|tidak lulus|مرفوض|مرفوضه|거절|거부|반려|부적합|승인거절|불승인|拒绝|拒絕|已拒绝|已拒絕|未通过|未通過|审核拒绝|不通过|驳回|否認|否決|却下|不合格|不承認|非承認|odbijen|odbijena|odbijeno|zamietnutý|zamietnutá|zamietnuté|zamítnut|zamítnuto|zamítnutý|απορρίφθηκε|απορριφθείς|hylätty|avvist|afvist|avslag|avslått|nekad|elutasítva|elutasított|sikertelen|respins|respinsă|отхвърлен|отказан|відхилено|відхилений|נדחה|tagasi lükatud|atmesta|noraidīts|denied unsupported id type|denied unsupported id country|rejected fraud|manually rejected|auto rejected|autorejected|no aprobado|no aprobada|no apto|no conforme|desfavorable|rechazo|denegada|non conforme|non valide|non validé|rejet|refus|negativo|negative|nao aprovado|não aprovado|recusada|reprovada|negada|bocciato|respinta|non approvato|non idoneo|rifiutata|rebutjat|denegat|baztertua|ukatua|nicht bestanden|nicht bestätigt|ablehnung|odrzucone|odrzucono|negatywny|negatywna|odmowa|не пройдена|не пройден|отклонён|отклонена|отказана|відмовлено|відхилена|не пройдено|одбијен|одбијена|одбијено|zavrnjen|zavrnjena|zavrnjeno|zamítnutá|zamietnuta|nem felelt meg|elutasítás|reddedilmis|reddedilmiş|onaylanmadi|onaylanmadı|redd edilib|rədd edilib|imtina|rad etilgan|рад этилган|бас тартылды|татгалзсан|մերժված|უარყოფილი|უარი|απορριφθείσα|απόρριψη|απορ|refuzuar|i refuzuar|hafnað|ikke godkjent|ej godkänd|ikke godkendt|ei hyväksytty|keeldutud|atmestas|noraidīta|khong dat|khong hop le|khong phe duyet|ditolak sistem|tidak lolos|tidak disetujui|tinanggihan|ไม่ผ่านการตรวจสอบ|ถูกปฏิเสธ|ປະຕິເສດ|ບໍ່ຜ່ານ|បានបដិសេធ|បដិសេធ|ပယ်ချ|ငြင်းပယ်|अस्वीकृत|खारिज|প্রত্যাখ্যাত|বাতিলকৃত|நிராகரிக்கப்பட்டது|ප්රතික්ෂේප|imekataliwa|an ki|la diiday|afgekeur|geweier|ውድቅ|ውድቅ ተደርጓል|رد شده|رد شد|مسترد|marfood|marfud|مرفوض نهائي|تم الرفض|נדחתה|נכשל|核查不一致|核验不一致|核验不通过|核查不通过|核验失败|不一致|駁回|退回|审批拒绝|審批拒絕|認證失敗|验证失败|驗證失敗|审核失败|审核不通过|審核不通過|不適格|NG|거절됨|인증실패|검증실패
(left out): pending|pend|pnd|in progress|inprogress|in review|under review|review|manual review|pending review|needs review|need review|in process|under process|processing|on hold|hold|incomplete|incomplete docs|incomplete documents|incomplete documentation|expired|expire|submitted|initiated|started|not started|created|resubmission requested|resubmission|resubmit|resubmitted|refer|referred|consider|awaiting|awaiting documents|waiting|outstanding|outstanding docs|suspended|abandoned|aborted|cancelled|canceled|escalated|unverified|not verified|documents pending|pending documents|need docs|needs documents|no id uploaded|error not readable id|deficient|discrepant|edd|enhanced dd|requires update|re verify|reverify|renewal due|overdue|pendiente|pendientes|en revision|en proceso|en tramite|incompleto|incompleta|vencido|vencida|observado|observada|no iniciado|sin consulta|por validar|falta documentacion|documentos pendentes|em analise|em análise|pendente|em andamento|em revisao|expirado|en attente|en cours|incomplet|incomplete dossier|expiré|a completer|in attesa|in lavorazione|in corso|sospeso|sospesa|scaduto|scaduta|ausstehend|offen|in bearbeitung|in prüfung|in pruefung|wartend|unvollständig|abgelaufen|pendent|openstaand|in behandeling|verlopen|w toku|oczekuje|oczekujący|oczekująca|w trakcie|niekompletny|na weryfikacji|на проверке|на рассмотрении|на рассм|ожидает|ожидание|в обработке|в процессе|требует обновления|обновить|истек|не проводилась|на перевірці|очікує|в обробці|на чекању|у обради|у току|na čekanju|u obradi|u tijeku|u toku|na cekanju|v obravnavi|v procesu|čeká|ceka|čaká|caka|probíhá|prebieha|folyamatban|függőben|elbírálás alatt|hiányos|in asteptare|în așteptare|in curs|чака|в процес|εκκρεμεί|σε εκκρεμότητα|εκκρ|σε εξέλιξη|ελλιπής|beklemede|bekliyor|incelemede|inceleniyor|eksik evrak|eksik|gözlemde|gozlemde|gözden geçiriliyor|yoxlanilir|gözləyir|кутилмоқда|күтуде|хүлээгдэж байна|сպասման մեջ|განხილვაში|გასავლელი|მოლოდინში|cho duyet|cho xac minh|cho xu ly|dang xu ly|dang cho|chua xac thuc|chua duyet|yeu cau bo sung|het han|menunggu|dalam proses|verifikasi ulang|belum verifikasi|belum diverifikasi|tertunda|kedaluwarsa|dalam semakan|belum lengkap|รอตรวจสอบ|รอดำเนินการ|รอเอกสาร|รออนุมัติ|อยู่ระหว่างตรวจสอบ|ລໍຖ້າ|កំពុងរង់ចាំ|စောင့်ဆိုင်း|लंबित|अपूर्ण|অপেক্ষমান|মুলতুবি|நிலுவையில்|පොරොත්තු|inasubiri|inasubiriwa|ana jira|sugaya|hangende|በመጠባበቅ ላይ|በሂደት ላይ|قيد المراجعة|قيد الانتظار|تحت المراجعة|معلق|غير مكتمل|qayd almurajaa|ghayr muktamil|mu allaq|در انتظار|در حال بررسی|زیر غور|ממתין|בבדיקה|חסר מסמכים|בטיפול|심사중|심사대기|대기|대기중|진행중|보류|미이행|재이행대상|서류미비|미인증|审核中|待审核|待审批|处理中|未审核|未核查|未认证|補件中|審核中|待審核|未送審|處理中|待補件|審査中|審査待ち|保留|保留中|書類不備|申請中|未審査|確認中|再提出|avventer|under behandling|under granskning|manuell granskning|pågående|väntar|afventer|kesken|odottaa|käsittelyssä|ootel|menetluses|laukiama|peržiūrima|perziurima|gaida|izskatīšanā|zain|pendent de revisió|en tràmit`,
	slotIDType: `
passport: passport|int l passport|intl passport|int passport|uk passport|us passport|british passport|non uk passport|eu passport|pasa|passi|pp|pass|pas|psp|psprt|reisepass|pasaporte|passeport|passaporte|passaporto|paspoort|paszport|паспорт|загранпаспорт|pasaport|ho chieu|หนังสือเดินทาง|พาสปอร์ต|paspor|جواز سفر|جواز السفر|جواز|여권|护照|護照|パスポート|旅券|passport card|putovnica|pasoš|cestovný pas|cestovní pas|διαβατήριο|passi|útlevél|pașaport|дипломатически паспорт|דרכון|pasas|pase|international passport|passport book|foreign passport|national passport|ordinary passport|diplomatic passport|pspt|pass port|pasaporte extranjero|pasaporte mexicano|paszport zagraniczny|загранпаспорт рф|паспорт рф|паспорт гражданина рф|закордонний паспорт|международен паспорт|задграничен паспорт|пасош|pasos|potni list|pase leter|pasaportë|pasaporta|vegabref|vegabréf|reispass|pases|umumvuqarolik pasporti|паспорти|pasport|хорижий паспорт|гадаад паспорт|անձնագիր|պասպորտ|პასპორტი|passaport|pasaportea|pasport antarabangsa|pasaporte ng pilipinas|ພາສປອດ|ໜັງສືຜ່ານແດນ|លិខិតឆ្លងដែន|နိုင်ငံကူးလက်မှတ်|पासपोर्ट|পাসপোর্ট|கடவுச்சீட்டு|ගමන් බලපත්රය|pasipoti|fasfo|baasaboor|iphasipoti|ፓስፖርት|گذرنامه|پاسپورت|پاسپورٹ|jawaz safar|jawaz|jawaz assafar|جواز سفر اجنبي|דרכון זר|护照本|外国护照|外國護照|여권번호|외국여권|διαβατ|διαβ
drivers_license: drivers license|uk driving licence|uk driver s licence|us driver s license|us driver license|eu driving licence|ajok|ajokortti|driver license|driving license|driving licence|drivers licence|driver licence|drivers|driverslicense|dl|drv|drvlic|drv lic|licence|license|fuehrerschein|fuhrerschein|licencia de conducir|licencia conducir|permis de conduire|permis|cnh|carteira de motorista|patente|patente di guida|rijbewijs|prawo jazdy|водительское удостоверение|права|ehliyet|surucu belgesi|giay phep lai xe|ใบขับขี่|sim|رخصة القيادة|رخصة قيادة|운전면허|운전면허증|면허증|驾驶证|駕照|驾照|運転免許証|運転免許|vozačka dozvola|vodičský preukaz|řidičský průkaz|άδεια οδήγησης|δίπλωμα οδήγησης|ajokortti|körkort|førerkort|kørekort|vezetői engedély|jogosítvány|permis de conducere|свидетелство за управление|посвідчення водія|רישיון נהיגה|juhiluba|vairuotojo pažymėjimas|vadītāja apliecība|driving lic|driver lic|drivers licence card|drivers license card|provisional driving licence|full driving licence|driving permit|drivers permit|licencia|licencia de manejo|licencia de conduccion|licencia de conducir nacional|brevete|carta de conducao|carta de condução|carteira nacional de habilitacao|carteira nacional de habilitação|habilitacao|habilitação|permesso guida|patente guida|führerausweis|fuehrerausweis|prawojazdy|в у|водительские права|шофьорска книжка|возачка дозвола|vozniško dovoljenje|voznisko dovoljenje|ridicsky prukaz|vodicsky preukaz|leje drejtimi|patente shoferi|ökuskírteini|vezetoi engedely|sürücü belgesi|sürücülük vəsiqəsi|haydovchilik guvohnomasi|жүргізуші куәлігі|жолооны үнэмлэх|վարորդական իրավունք|մարტվის|მართვის მოწმობა|permis de conduir|gidabaimena|bang lai xe|bằng lái xe|gplx|lesen memandu|sim a|sim c|surat izin mengemudi|ใบอนุญาตขับรถ|ใบอนุญาตขับขี่|ໃບຂັບຂີ່|ប័ណ្ណបើកបរ|ယာဉ်မောင်းလိုင်စင်|ड्राइविंग लाइसेंस|ড্রাইভিং লাইসেন্স|ஓட்டுநர் உரிமம்|රියදුරු බලපත්රය|leseni ya udereva|lasisin tuki|rybewys|መንጃ ፈቃድ|የመንጃ ፈቃድ|گواهینامه|گواهینامه رانندگی|ڈرائیونگ لائسنس|rukhsat alqiyada|rukhsat qiyada|رخصة سياقة|רשיון נהיגה|机动车驾驶证|驾驶执照|駕駛執照|運転経歴証明書|자동차운전면허증
government_id: lk|nimc card|nimc id card|eu national id|eu id card|national id slip|licna karta|лк|лична карта|osobna|osobna iskaznica|id|hkortti|henkilokortti|cedu|id card|idcard|identity card|identitycard|national id|national id card|nationalid|nid|nic|government id|gov id|govid|government issued id|identification card|personalausweis|perso|ausweis|dni|cedula|cedula de identidad|ine|cni|carte d identite|carte nationale d identite|carta d identita|cartao de cidadao|rg|identiteitskaart|id kaart|dowod osobisty|dowod|удостоверение личности|id карта|id карта гражданина|kimlik|kimlik karti|nufus cuzdani|cccd|cmnd|can cuoc cong dan|บัตรประชาชน|ktp|e ktp|بطاقة الهوية|الهوية الوطنية|هوية|주민등록증|신분증|身份证|身份證|居民身份证|身分證|マイナンバーカード|個人番号カード|emirates id|nric|mykad|hkid|lična karta|osobna iskaznica|osebna izkaznica|občiansky preukaz|občanský průkaz|αστυνομική ταυτότητα|δελτίο ταυτότητας|ταυτότητα|henkilökortti|személyi igazolvány|személyi|carte de identitate|buletin|лична карта|id картка|תעודת זהות|isikutunnistus|asmens tapatybės kortelė|personas apliecība|nationellt id kort|nasjonalt id kort|national identity|national identity card|national identification|national identification card|nat id|nat id card|natid|nationalidcard|citizen id|citizen card|citizen identity card|identity document|id document|government id card|state id|state issued id|state identification|philsys|philsys id|philid|umid|voter id|voters id|voters card|voter card|voter identification|nin slip|nimc|nimc slip|nin|ghana card|huduma|rsa id|sa id|sa id book|smart id|south african id|green id book|green book|green barcoded id book|green bar coded id book|smart id card|cnic|nicop|nid card|nadra|mykad ic|nric pink|civil id|civil id card|qatar id|cpr card|hkid card|hong kong id|hkid smart 2003|hkid smart 2018|hkid smart|proof of age card|keypass|identitätskarte|identitaetskarte|id karte|bundespersonalausweis|nationale identitätskarte|carte d identite nationale|carte nationale|cnie|carte identite|documento nacional de identidad|documento nacional|dni nacional|dni español|documento unico de identidad|dui|cedula de ciudadania|cedula ciudadania|cedula identidad|cedula nacional|credencial para votar|credencial de elector|credencial ine|ine ife|ife|ine credencial|carteira de identidade|registro geral|cedula de identidade|bilhete de identidade|cartão de cidadão|cartao cidadao|cie|carta identita elettronica|carta di identità|documento identita|document national d identitat|dokument tozsamosci|dowód osobisty|паспорт гражданина украины id|паспорт id картка|id паспорт|ид карта|лк|л к|лк карта|osobna|licna karta|lična karta srbije|лична карта рс|obcansky prukaz|obciansky preukaz|buletin identitate|carte identitate|kartë identiteti|leternjoftim|letërnjoftim|kartelë identiteti|nafnskírteini|nasjonalt id|nationellt id|id kort|asmens tapatybes kortele|personas aplieciba|t c kimlik karti|t c kimlik kartı|tc kimlik karti|tc kimlik|kimlik kartı|nüfus cüzdanı|nufus|şəxsiyyət vəsiqəsi|sexsiyyet vesiqesi|жеке куәлік|иргэний үнэмлэх|նույնականացման քարտ|id քարտ|პირადობის მოწმობა|id ბარათი|can cuoc|the can cuoc|cccd gan chip|kad pengenalan|mypr|kartu tanda penduduk|ktp elektronik|บัตรประจำตัวประชาชน|บัตรประชาชนไทย|ບັດປະຈຳຕົວ|អត្តសញ្ញាណប័ណ្ណ|နိုင်ငံသားစိစစ်ရေးကတ်|မှတ်ပုံတင်|राष्ट्रीय परिचयपत्र|नागरिकता|नागरिकता प्रमाणपत्र|मतदाता पहचान पत्र|জাতীয় পরিচয়পত্র|এনআইডি|தேசிய அடையாள அட்டை|ජාතික හැඳුනුම්පත|kitambulisho|kitambulisho cha taifa|nida|katin dan kasa|kaarka aqoonsiga|id boek|የቀበሌ መታወቂያ|ብሔራዊ መታወቂያ|መታወቂያ|ፋይዳ|کارت ملی|شناسنامه|شناختی کارڈ|قومی شناختی کارڈ|بطاقة شخصية|بطاقة رقم قومي|الرقم القومي|بطاقة مدنية|هوية وطنية|بطاقة احوال|بطاقة الاحوال|hawiya|hawiya wataniya|alhawiya alwataniya|bitaqat hawiya|bitaqa shakhsiya|תז|ת ז|תעודת זהות ישראלית|中国居民身份证|二代身份证|第二代身份证|國民身分證|国民身分证|香港身份证|香港身份證|住民基本台帳カード|住基カード|個人番号|マイナンバー|주민등록증 발급|모바일신분증|αδτ|α δ τ|ταυτοτ|αστ ταυτότητα|αστυνομική ταυτ
residence_permit: residence permit|residencepermit|resident permit|residence card|residence|aufenthaltstitel|permiso de residencia|titre de sejour|permesso di soggiorno|verblijfsvergunning|karta pobytu|вид на жительство|ikamet|ikamet izni|the tam tru|외국인등록증|居留证|居留證|在留カード|arc|nie|إقامة|إقامه|iqama|kitas|boravišna dozvola|dovoljenje za prebivanje|povolenie na pobyt|povolení k pobytu|άδεια διαμονής|oleskelulupa|uppehållstillstånd|uppehållskort|oppholdstillatelse|oppholdskort|opholdstilladelse|opholdskort|tartózkodási engedély|permis de ședere|разрешение за пребиваване|посвідка на проживання|elamisluba|leidimas gyventi|uzturēšanās atļauja|residence permit card|resident card|resident permit card|permanent resident card|permanent residence card|temporary residence permit|green card|alien registration card|alien card|aliens card|alien id|brp|biometric residence permit|irp card|irp|pr card|resident id|residency|residency card|residency permit|iqamah|tarjeta de residencia|tarjeta de residente|residente temporal|residente permanente|fm3 residente|fm2|fm3|carnet de extranjeria|carne de extranjeria|cedula de extranjeria|cedula extranjeria|tarjeta extranjero|carte de sejour|carte de résident|titre séjour|rne|rnm|crnm|permesso soggiorno|carta di soggiorno|titulo de residencia|título de residência|autorizacao de residencia|ausländerausweis|aufenthaltserlaubnis|niederlassungserlaubnis|aufenthaltsbewilligung|verblijfsdocument|vreemdelingendocument|karta stalego pobytu|karta czasowego pobytu|внж|пмж|рвп|посвідка|дозвола за боравак|dozvola boravka|dozvola za boravak|povoleni pobytu|permis sedere|permis rezidenta|лице пребиваване|leje qendrimi|dvalarleyfi|oleskelulupakortti|ikamet karti|ikamet tezkeresi|yabanci kimlik karti|yabancı kimlik kartı|yabanci kimlik|yaşayış icazəsi|yashash guvohnomasi|ыхтиярхат|ықтиярхат|оршин суух үнэмлэх|կացության քարտ|ბინადრობის ნებართვა|permis de residencia|the thuong tru|the tam tru nguoi nuoc ngoai|ใบสำคัญถิ่นที่อยู่|ใบต่างด้าว|บัตรต่างด้าว|kibali cha ukaazi|katin zama|verblyfpermit|የመኖሪያ ፈቃድ|اقامه|کارت اقامت|بطاقة اقامة|رخصة اقامة|هوية مقيم|iqama card|אשרת שהייה|永久居留证|外国人永久居留证|外国人居留证|居留許可|特別永住者証明書|在留資格|외국인등록|외국인등록증 카드|영주증|άδεια παραμονής
visa: visa|visum|виза|비자|签证|簽證|ビザ|査証
aadhaar: aadhaar|aadhar|aadhaar card|uid
pancard: pan|pan card|pancard
vehicle_registration_certificate: vehicle registration certificate|vehicle registration|vrc`,
}

// pairs are codes of a few letters that mean something only together. One behind a dash
// must be absent.
var pairs = map[slot][]map[string]string{
	slotGender: {
		{"m": "male", "f": "female"}, {"m": "male", "w": "female"}, {"h": "male", "m": "female", "-hembra": "", "-macho": ""}, {"h": "male", "f": "female"},
		{"e": "male", "k": "female"}, {"m": "male", "k": "female"}, {"l": "male", "p": "female"},
		{"м": "male", "ж": "female"}, {"ч": "male", "ж": "female"}, {"m": "male", "z": "female"},
		{"f": "male", "n": "female", "-m": "", "-h": ""}, {"m": "male", "n": "female", "-f": "", "-v": "", "-h": "", "-w": "", "-k": "", "-z": "", "-p": ""},
		{"h": "male", "d": "female", "-m": "", "-f": ""}, {"g": "male", "e": "female", "-m": ""}, {"v": "male", "s": "female", "-m": ""},
		{"е": "male", "ә": "female"}, {"э": "male", "а": "female"}, {"ወ": "male", "ሴ": "female"}, {"पु": "male", "म": "female"}, {"ذ": "male", "ا": "female"},
		{"α": "male", "θ": "female"}, {"α": "male", "γ": "female"}, {"ז": "male", "נ": "female"}, {"ช": "male", "ญ": "female"},
	},
	slotStatus: {{"a": "approved", "r": "rejected"}, {"a": "approved", "d": "rejected"}, {"app": "approved", "rej": "rejected"}, {"appr": "approved", "rej": "rejected"}, {"appr": "approved", "rejt": "rejected"},
		{"apr": "approved", "rej": "rejected"}, {"apv": "approved", "rej": "rejected"}, {"aprd": "approved", "rejd": "rejected"}, {"acc": "approved", "rej": "rejected"},
		{"pos": "approved", "neg": "rejected"}, {"ok": "approved", "ko": "rejected"}, {"ok": "approved", "ng": "rejected"}, {"ok": "approved", "nok": "rejected"}, {"lls": "approved", "tlk": "rejected"}, {"hyv": "approved", "hyl": "rejected"}},
}

// foreignPairs are codes of a gender that mean in one language the opposite of what they mean in
// another, by what the name of their column has in it: man and vrouw, varón and mujer.
var foreignPairs = []struct {
	names []string
	pair  map[string]string
}{
	{[]string{"geslacht", "gesl", "kunne", "sekse", "geslag"}, map[string]string{"m": "male", "v": "female"}},
	{[]string{"sexo", "genero"}, map[string]string{"v": "male", "m": "female", "-f": "", "-h": ""}},
}

// moreOutcomes are further words for what came out of a check, and forms of them that agree
// with a word for it.
const moreOutcomes = `
approved: prihvacen|prihvacena|prihvaceno|uspjesna|uspesna|uspesno|uspjesno|zatwierdzona|zaakceptowana|pozytywne|schvalene|uspesna overena|elfogadott|megfelelo|admis|acceptat|validat|принята|принят|успешно|прийнято|утвърден|приета|потвърдена|kabul edildi|επιβεβαιωθηκε|επιβεβ|aceite|deferido|approvata|superato|superata|identificato|validee|verifiee|bestanden|gepruft|erfolgreich|akkoord|voldaan|disahkan|dat|thanh cong|utv|utverjden|utverzhden|tasdiqlandi|核准|موافق|ناجح
rejected: neuspjesna|neuspesna|negatywne|odmitnuto|neconform|отхвърлена|отхвърлено|ανεπιτυχης|indeferido|that bai|rad etildi|otk|otkaz|қабылданбады|不通過|不通过|راسب
(left out): v rizeni|in lucru|в роботи|в роботі|islemde|em curso|jarayonda|kutilmoqda|күтілуде|รอ|待審|待审|待補件|待补件|補件|قيد المعالجه|for completion|not done|never done|outstanding`

// besideOutcome are the meanings of words that may stand beside one for an outcome: KYC PASSED,
// IDENTIFIKACIJA ODBIJENA.
var besideOutcome = []concept{"kyc", "identity", "status", "result", "user"}

// outcomeOf is what a text of several words means of which one is for an outcome and the
// others only say of what; "" for nothing that is known.
func outcomeOf(text string) string {
	list := tokens(text)
	outcome := func(words []token) string {
		const word = 3
		whole := ""
		for _, t := range words {
			whole += t.text
		}
		if utf8.RuneCountInString(whole) < word {
			return ""
		}
		return meaningTable()[slotStatus][whole]
	}
	beside := func(t token) bool {
		meaning := vocabulary()[t.text].concepts
		return len(meaning) > 0 && !slices.ContainsFunc(meaning, func(c concept) bool { return !slices.Contains(besideOutcome, c) })
	}
	for len(list) > 1 {
		switch first, last := beside(list[0]), beside(list[len(list)-1]); {
		case first && last:
			if meaning := outcome(list[:len(list)-1]); meaning != "" {
				return meaning
			}
			list = list[1:]
		case first:
			list = list[1:]
		case last:
			list = list[:len(list)-1]
		default:
			return ""
		}
		if meaning := outcome(list); meaning != "" {
			return meaning
		}
	}
	return ""
}

// meaningTable returns the meanings of folded codes.
var meaningTable = sync.OnceValue(func() map[slot]map[string]string {
	tables := map[slot]map[string]string{}
	for s, text := range meanings {
		table := map[string]string{}
		if s == slotStatus {
			text = moreOutcomes + "\n" + strings.TrimSpace(text)
		}
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

// codes tells what the values of a column that is a list of codes mean for a slot.
func (c *candidate) codes(s slot) []code {
	list := make([]code, 0, len(c.detail.Values))
	present, whole, words := map[string]bool{}, c.joinedCodes(), c.bareCodes()
	for i, v := range c.detail.Values {
		present[words[i]] = true
		if inspect.TypeOf(v.Value) == inspect.TypeEmpty {
			list = append(list, code{v.Value, leftOut, v.Rows})
			continue
		}
		if said := c.legend[v.Value]; said != "" {
			list = append(list, code{v.Value, saidMeaning(s, said), v.Rows})
			continue
		}
		meaning := cmp.Or(meaningTable()[s][whole[i]], meaningTable()[s][words[i]])
		if s == slotIDType && meaning == "" {
			meaning = ofCountry(v.Value)
		}
		if s == slotStatus && meaning == "" {
			meaning = outcomeOf(v.Value)
		}
		list = append(list, code{v.Value, meaning, v.Rows})
	}
	if pair := pairOf(s, joined(c.name), present); pair != nil && c.legend == nil && !(s == slotStatus && c.lettersOfState(pair)) {
		for i := range list {
			if meaning, known := pair[words[i]]; known {
				list[i].meaning = meaning
			}
		}
	}
	return list
}

// lettersOfState reports whether letters of a pair may as well be those of the state of a customer,
// by a name that says nothing of a check: A is active, and D deceased or deleted.
func (c *candidate) lettersOfState(pair map[string]string) bool {
	if c.header.any("kyc", "register", "result", "identity") {
		return false
	}
	letters := true
	for code := range pair {
		letters = letters && len(strings.TrimPrefix(code, "-")) == 1
	}
	return letters && (c.header.has["user"] || pair["a"] != "" && pair["d"] != "")
}

// saidMeaning is what a word for a code means, "" where nobody knows.
func saidMeaning(s slot, said string) string {
	meaning := meaningTable()[s][joined(said)]
	if s == slotStatus && meaning == "" {
		meaning = outcomeOf(said)
	}
	return meaning
}

// joinedCodes are the values of a column that is a list of codes, as joined has them.
func (c *candidate) joinedCodes() []string {
	if len(c.folded) != len(c.detail.Values) {
		c.folded = make([]string, len(c.detail.Values))
		for i, v := range c.detail.Values {
			c.folded[i] = joined(v.Value)
		}
	}
	return c.folded
}

// bareCodes are joinedCodes without the words that all of them begin with, if those only say
// of what they are codes, as what comes of a program's constants: KYC_STATUS_APPROVED,
// verification.accepted.
func (c *candidate) bareCodes() []string {
	if len(c.bare) == len(c.detail.Values) {
		return c.bare
	}
	c.bare = slices.Clone(c.joinedCodes())
	own := tokens(c.name)
	says := func(t token) bool {
		return constantWords[t.text] || slices.ContainsFunc(own, func(o token) bool { return o.text == t.text })
	}
	var common []token
	for _, v := range c.detail.Values {
		if inspect.TypeOf(v.Value) == inspect.TypeEmpty {
			continue
		}
		words := tokens(v.Value)
		n := 0
		for n < len(words)-1 && says(words[n]) && (common == nil || n < len(common) && common[n] == words[n]) {
			n++
		}
		if n == 0 {
			return c.bare
		}
		common = words[:n]
	}
	for i, v := range c.detail.Values {
		if words := tokens(v.Value); len(words) > len(common) && inspect.TypeOf(v.Value) != inspect.TypeEmpty {
			c.bare[i] = ""
			for _, t := range words[len(common):] {
				c.bare[i] += t.text
			}
		}
	}
	return c.bare
}

// constantWords are words that the constants of programs begin with, before what they mean.
var constantWords = wordSet("kyc status state document doc type gender sex verification verify review result outcome decision check identity user customer client applicant enum e event kind")

// ofCountry is what a code for a paper means that has the country before it: NZDL, AUPP; OS
// is from overseas.
func ofCountry(text string) string {
	if len(text) != 4 || strings.ToUpper(text) != text {
		return ""
	}
	if land := text[:2]; land != "OS" && land != "UK" && !mapper.IsCountry(land) {
		return ""
	}
	switch text[2:] {
	case "DL":
		return "drivers_license"
	case "PP":
		return "passport"
	}
	return ""
}

// pairOf finds the pair of short codes that a list has, in the column of a name, if only one
// fits.
func pairOf(s slot, name string, present map[string]bool) map[string]string {
	if fitting := pairsIn(s, name, present); len(fitting) == 1 {
		return fitting[0]
	}
	return nil
}

// pairsIn are all of them that fit.
func pairsIn(s slot, name string, present map[string]bool) []map[string]string {
	list := slices.Clone(pairs[s])
	for _, foreign := range foreignPairs {
		in := func(word string) bool { return strings.Contains(name, word) }
		if s == slotGender && slices.ContainsFunc(foreign.names, in) {
			list = append(list, foreign.pair)
		}
	}
	return slices.DeleteFunc(list, func(pair map[string]string) bool { return !hasPair(present, pair) })
}

// hasPair reports whether a list has the codes of a pair, and none that must be absent.
func hasPair(present map[string]bool, pair map[string]string) bool {
	for c := range pair {
		if without, not := strings.CutPrefix(c, "-"); present[without] == not {
			return false
		}
	}
	return true
}

// marriages are words for whether somebody is married, which no country and no sex is called.
var marriages = wordSet("single married divorced widowed widow widower separated soltero soltera casado casada divorciado divorciada viudo viuda solteiro solteira viuvo viuva celibe coniugato coniugata nubile celibataire marie mariee divorce divorcee veuf veuve ledig verheiratet geschieden verwitwet ongehuwd gehuwd gescheiden weduwe kawaler panna zonaty zamezna rozwiedziony wdowa svobodny zenaty vdana rozvedeny notlen hazas elvalt ozvegy necasatorit casatorit divortat vaduv neozenjen ozenjen udata bekar evli bosanmis dul холост женат замужем разведен вдова lajang kawin menikah cerai bujang berkahwin 미혼 기혼 未婚 已婚 離異 离异 独身 既婚 αγαμος εγγαμος أعزب متزوج")

// ofMarriage reports whether most values are words of a marital status.
func ofMarriage(values []inspect.Value) bool {
	words, all := int64(0), int64(0)
	for _, v := range values {
		all += v.Rows
		if marriages[joined(v.Value)] {
			words += v.Rows
		}
	}
	return all > 0 && 2*words > all
}
