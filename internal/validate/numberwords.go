package validate

// numberWords are what people write in place of a number: that there is none, that it
// is not known, that it is to come or was seen, and what the column is called.
const numberWords = "expired|stolen|cancelled|canceled|revoked|void|blank|empty|awaiting|awaited|to follow|to be provided|to be confirmed|to be advised|tbc|not known|not on file|" +
	"not seen|seen|original seen|copy on file|as per file|as above|same as above|see notes|see file|see above|verbal|not issued|no number|no passport|no id|no document|without number|" +
	"none on file|refused|withheld|confidential|hidden|redacted|masked|n|no|x|id|number|passport number|passport no|document number|doc no|id number|id card|licence|license|driving licence|" +
	"ninguno|ninguna|no tiene|no consta|sin número|sin documento|sin datos|no disponible|no informado|ver archivo|pendiente|vencido|caducado|perdido|extraviado|en trámite|en tramite|" +
	"não consta|nao consta|não tem|nao tem|não possui|nao possui|não informada|nao informada|desconhecido|em branco|pendente|vencido|perdido|" +
	"non disponibile|non disponible|nd|n.d.|n.d|nessuno|nessun numero|mancante|assente|scaduto|smarrito|in rinnovo|" +
	"néant|neant|aucun|aucune|sans|sans numéro|non renseigné|non renseigne|non communiqué|non communique|à compléter|a completer|manquant|perdu|périmé|expiré|" +
	"keine|keiner|kein ausweis|entfällt|entfaellt|fehlt|nicht vorhanden|nicht bekannt|nicht angegeben|nicht verfügbar|ohne|ohne nummer|liegt nicht vor|folgt|abgelaufen|verloren|" +
	"nvt|n.v.t.|n.v.t|geen|niet bekend|niet van toepassing|ontbreekt|verlopen|saknas|finns ej|uppgift saknas|ej angivet|mangler|ikke oppgitt|ikke kjent|ikke oplyst|ingen|" +
	"ei ole|puuttuu|ei tiedossa|ei tietoa|puudub|pole|tundmatu|nav|nezināms|nėra|nežinomas|nieznany|nie dotyczy|nie podano|brak danych|b.d.|bd|" +
	"není|neznámé|neuvedeno|nemá|nie je|neuvedené|nincs|nincs adat|nem ismert|nema|nema podataka|nepoznat|nepoznato|ni podatka|neznano|nu are|lipsă|lipsa|fără|fara|necunoscut|" +
	"nuk ka|δεν υπάρχει|δεν εχει|δεν έχει|άγνωστο|αγνωστο|αγνωστος|άγνωστος|нема|няма|не е посочено|неизвестен|непознато|непознат|нема податак|нет|б/н|без номера|нет номера|отсутствует|" +
	"неприменимо|утерян|утрачен|пусто|прочерк|немає|немає даних|відсутній|невідомо|белгісіз|жоқ|нет сведений|" +
	"yok|belirtilmemiş|belirtilmemis|belirsiz|mevcut değil|mevcut degil|bilinmiyor|kayıp|kayip|لا يوجد|لا ينطبق|بدون|مفقود|منتهي|نہیں|نامعلوم|ندارد|نامشخص|אין|אין מספר|חסר|לא רלוונטי|" +
	"不适用|不適用|未提供|无号码|空|空白|待补|待補|暂无|暫無|没有|沒有|遗失|미등록|미확인|미제출|없슴|분실|만료|未登録|該当なし|未記入|不所持|期限切れ|紛失|" +
	"ไม่ระบุ|หมดอายุ|không|chưa có|chua co|khong co|belum ada|belum|tidak tersedia|kosong|hilang|tiada|wala|hakuna"
