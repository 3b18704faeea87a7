package validate

import (
	"strings"
)

// remark reports whether a text is words that clerks and the post write beside an
// address or in its place, or begins or ends with two of them.
func remark(s string, l *placeLook) bool {
	if l.last < 0 {
		return loneRemarks.has(bareWord(s))
	}
	if end := bareWord(l.tail(s)); !isNumber(end) && remarkWords.has(end) {
		before := s[:l.last]
		if word := bareWord(before[strings.LastIndexByte(before, ' ')+1:]); remarkPair(word, end) || remarkWords.has(word) && markBefore(before) {
			return true
		}
	}
	head := bareWord(l.head(s))
	if isNumber(head) || !remarkWords.has(head) {
		return false
	}
	second, _, _ := strings.Cut(s[l.first+1:], " ")
	return remarkPair(head, bareWord(second)) || remarkAlone(s)
}

// markBefore reports whether the last word but one of a text is the mark of a remark: RETURN TO, of
// which the rest has been seen.
func markBefore(s string) bool {
	at := strings.LastIndexByte(s, ' ')
	if at < 0 {
		return false
	}
	return remarkMarks.has(bareWord(s[strings.LastIndexByte(s[:at], ' ')+1 : at]))
}

// isNumber reports whether a word begins as numbers do, and no remark does.
func isNumber(word string) bool { return word != "" && isDigit(word[0]) }

// notedPlace reports whether a remark stands before a part of an address, or in brackets
// behind it: OLD: 3 Mill Lane, 3 Mill Lane (moved 2019).
func notedPlace(s string) bool {
	if s[len(s)-1] == ')' {
		at := strings.LastIndexByte(s, '(')
		if at <= 0 {
			return false
		}
		first, _, _ := strings.Cut(s[at+1:len(s)-1], " ")
		return notedMarks.has(bareWord(first))
	}
	head, _, ok := strings.Cut(s, ": ")
	return ok && len(head) <= longestWord && notedMarks.has(head)
}

// notedMarks are words that remarks begin with, and no names of places.
var notedMarks = newWordSet(remarkMarks.list, deaths, "falsch|false|faux|falso|errato|błędny|chybný|hibás|yanlış|неверно|wrong|sic|old|former|formerly|previous|previously|temporary|temp|until|since|ehemals|früher|vorher|vorübergehend|bis|seit|ancien|ancienne|ancienne adresse|temporaire|depuis|antiguo|antigua|anterior|temporal|desde|hasta|antigo|antiga|temporário|vecchio|vecchia|precedente|temporaneo|oud|voormalig|tijdelijk|vorig|sinds|gammal|tidigare|tillfällig|gammel|tidligere|midlertidig|vanha|entinen|"+
	"stary|stara|dawny|były|poprzedni|tymczasowy|starý|stará|bývalý|dočasná|régi|ideiglenes|volt|vechi|veche|fost|temporar|stari|bivši|privremena|eski|geçici|önceki|старый|бывший|временный|прежний|старий|колишній|тимчасовий|стар|бивш|παλιά|πρώην")

// remarkPair reports whether two words that follow one another are those of a remark.
func remarkPair(a, b string) bool {
	return remarkWords.has(a) && remarkWords.has(b) && (remarkMarks.has(a) || remarkMarks.has(b))
}

// remarkAlone reports whether a text is words of remarks and numbers, and nothing else.
func remarkAlone(s string) bool {
	marks, words, dead := 0, 0, false
	for word := range strings.FieldsSeq(s) {
		word = bareWord(word)
		switch {
		case word == "" || isDigits(word) || isDigit(word[0]) && dated(word):
			continue
		case remarkMarks.has(word):
			marks++
		case deadWords.has(word):
			marks, dead = marks+1, true
		case !remarkWords.has(word):
			return false
		}
		words++
	}
	return marks > 0 && (words > 1 || dead)
}

// bareWord is a word without the signs around it.
func bareWord(s string) string {
	from, to := 0, len(s)
	for from < to && bareSigns[s[from]] {
		from++
	}
	for to > from && bareSigns[s[to-1]] {
		to--
	}
	return s[from:to]
}

var bareSigns = func() (t [256]bool) {
	for _, c := range []byte(`.,:;!?()[]*#"-=/`) {
		t[c] = true
	}
	return t
}()

// deaths are words for somebody who has died.
const deaths = "verstorben|gestorben|décédé|décédée|decede|decedee|fallecido|fallecida|difunto|difunta|falecido|falecida|deceduto|deceduta|overleden|avliden|avdød|afdød|kuollut|surnud|miris|mirusi|mirė|zmarł|zmarła|zmarły|zemřel|zemřela|zemřelý|zomrel|zomrela|" +
	"elhunyt|meghalt|preminuo|preminula|umro|umrla|decedat|decedată|vefat|умер|умерла|умершая|умерший|померла|починал|починала|преминуо|απεβίωσε|αποβιώσας|متوفى|متوفاة|المتوفى|נפטר|נפטרה|已故|死亡|사망|meninggal"

// What remarks are made of: words that stand in no name of a street, and others that
// stand beside them.
var (
	remarkMarks = newWordSet("address|adress|addressee|addr|unknown|moved|wrong|incorrect|invalid|returned|undeliverable|undelivered|remarks|comments|mail|post|customer|incomplete|unverified|verify|forwarding|deceased|return|rts|" + //nolint:misspell // words of other languages
		"adresse|anschrift|unbekannt|verzogen|unzustellbar|falsche|ungültige|empfänger|unvollständig|unvollständige|bemerkung|bemerkungen|anmerkung|anmerkungen|wohnhaft|" +
		"destinataire|inconnu|inconnue|déménagé|demenage|retour|erronée|erronee|manquante|incomplète|remarques|observations|l'adresse|n'habite|d'adresse|l’adresse|n’habite|d’adresse|" +
		"dirección|direccion|domicilio|desconocido|desconocida|errónea|erronea|incorrecta|incorrecto|inexistente|devuelto|devuelta|observaciones|" +
		"endereço|endereco|desconhecido|desconhecida|mudou-se|mudou|errado|incorreto|insuficiente|observações|observacoes|cadastrado|" +
		"indirizzo|sconosciuto|sconosciuta|trasferito|trasferita|irreperibile|errato|destinatario|osservazioni|" +
		"adres|onbekend|verhuisd|vertrokken|onjuist|onjuiste|verkeerd|geadresseerde|opmerking|opmerkingen|" + //nolint:misspell // words of other languages
		"okänd|avflyttad|felaktig|saknas|ukjent|ukendt|fraflyttet|forkert|anmärkning|merknad|bemærkning|bemærkninger|osoite|osoitetta|tuntematon|muuttanut|" +
		"adresu|adresat|nieznany|nieznanego|wyprowadził|wyprowadzil|błędny|bledny|nieaktualny|niekompletny|adresa|adresy|adresát|neznámá|neznámý|neznámy|odstěhoval|odstěhovala|odsťahoval|odsťahovala|poznámka|poznámky|" + //nolint:misspell // words of other languages
		"cím|címe|címzett|ismeretlen|elköltözött|hiányzik|megjegyzés|adresă|necunoscută|necunoscuta|necunoscut|greșită|gresita|incompletă|observații|" + //nolint:misspell // words of other languages
		"nepoznata|nepoznat|nepoznato|odselio|odselila|preselio|pogrešna|pogresna|napomena|napomene|адреса|непозната|одселио|" +
		"adresi|adresini|bilinmiyor|taşındı|tasindi|bulunamadı|açıklama|адрес|адресат|неизвестен|неизвестно|выбыл|выбыла|переехал|переехала|неверный|уточняется|отсутствует|указан|указана|примечание|примечания|" +
		"невідома|невідомий|вибув|вибула|переїхав|переїхала|відсутня|неизвестна|διεύθυνση|διευθυνση|άγνωστη|αγνωστη|άγνωστος|μετακόμισε|عنوان|العنوان|مجهول|כתובת|הכתובת|alamat|diketahui|pindah|lengkap")
	remarkWords = newWordSet(remarkMarks.list, deaths, "see|hold|all|at|c/o|to|follow|follows|new|no|not|known|given|away|gone|abroad|this|is|has|his|her|notes|note|comment|remark|file|branch|service|services|desk|centre|center|department|update|updated|pending|confirm|confirmed|from|"+
		"bad|old|current|for|only|do|send|sender|please|collect|pickup|counter|missing|returns|"+
		"keine|nicht|neue|neu|folgt|siehe|vorhanden|mehr|zurück|fehlt|filiale|nach|unter|dieser|bei|lagern|abholung|"+
		"voir|pas|plus|parti|partie|sans|laisser|nouvelle|suivre|à|a|expéditeur|expediteur|l'expéditeur|l’expéditeur|courrier|garder|conserver|agence|indiquée|indiquee|fausse|"+
		"sin|nueva|nuevo|se|mudó|tiene|correo|retener|sucursal|cliente|actualizar|falta|pendiente|ver|notas|ausente|"+
		"sem|novo|não|nao|agência|agencia|reter|informado|recusado|senza|nuovo|vedi|mancante|trattenere|posta|presso|"+
		"geen|nieuw|nieuwe|volgt|niet|bekend|waarheen|zie|naar|kantoor|ny|ingen|ikke|inte|finns|finnes|følger|följer|mangler|ei|uusi|puuttuu|"+
		"brak|nowy|się|sie|patrz|uwagi|podano|bez|nová|nova|nové|viz|sa|chybí|chýba|nincs|új|lásd|fără|fara|vezi|nu|noua|s-a|mutat|lipsă|lipsa|"+
		"nema|vidi|je|bilgisi|yok|yeni|bkz|yanlış|yanlis|eksik|нет|не|новый|новая|см|без|немає|непълен|няма|нова|χωρίς|νέα|λάθος|"+
		"غير|معروف|لا|يوجد|بدون|جديد|خاطئ|אין|לא|ידועה|ללא|חסרה|חדשה|שגויה|tidak|ada|belum|tanpa|lihat|catatan|salah|walang|tirahan")

	// deadWords are told with a date behind them, too.
	deadWords = newWordSet("deceased", deaths)

	// loneRemarks stand in place of an address alone.
	loneRemarks = newWordSet("deceased", deaths, "npai|rts|nhpa|verzogen|unzustellbar|postlagernd|moved|undeliverable|undelivered|irreperibile|déménagé|mudou-se|verhuisd|avflyttad|fraflyttet|muuttanut|wyprowadzony|elköltözött|taşındı|выбыл|"+
		"adres|adresse|adress|endereço|indirizzo|dirección|direccion|domicilio|anschrift|адрес|адреса|adresa|osoite|διεύθυνση|alamat|العنوان|כתובת") //nolint:misspell // words of other languages
)

// cityNothings stand for no town: the word for one, and the rest of a list to choose from.
var (
	cityNothings = newWordSet("town|ciudad|cidade|città|ville|stadt|ort|plaats|miasto|miejscowość|město|grad|oraș|oras|şehir|ilçe|город|місто|населений пункт|населенный пункт|населено място|πόλη|مدينة|المدينة|עיר|市|城市|都市|도시|thành phố|kota|เมือง|จังหวัด|kaupunki|város|település|linn|pilsēta|miestas|stad|postort|wohnort|localidad|localidade|localité|località|comune|municipio|município|" +
		"other|others|other city|otro|otra|otros|otra ciudad|autre|autres|autre ville|andere|anderer ort|sonstige|sonstiges|altro|altra|altra città|outro|outra|outros|outra cidade|inny|inne|ostatní|egyéb|diğer|другой|другое|прочее|прочие|інше|друго|ostalo|drugo|άλλο|أخرى|אחר|lain-lain|lainnya|khác|其他|其它|その他|기타|overig|overige|muu|" +
		"abroad|overseas|ausland|extranjero|étranger|etranger|estero|zagranica|zahraničí|külföld|yurtdışı|yurt dışı|заграница|за границей|inozemstvo|buitenland|utomlands|utlandet|udlandet|海外|国外|해외")

	// townsOf are those of them, and other words for a town, that are towns in a country all the same.
	townsOf = map[string]*wordSet{
		"THA": newWordSet("nan"), "ITA": newWordSet("none"), "GBR": newWordSet("street"), "FRA": newWordSet("ville|by"), "AUT": newWordSet("ort"), "NOR": newWordSet("stad"), "IND": newWordSet("kota"), "SVN": newWordSet("grad"), "EST": newWordSet("linn|muu"), "USA": newWordSet("linn|estero|atlantis"), "DEU": newWordSet("linn"), "CHE": newWordSet("ort"), "PHL": newWordSet("oras"), "NLD": newWordSet("plaats"), "SWE": newWordSet("by"), "LBY": newWordSet("brak"), "AUS": newWordSet("city"), "ZAF": newWordSet("atlantis"),
	}
)
