package draft

import (
	"slices"
	"strings"
)

// Closed accounts are seldom to go: a column with the states of accounts is told at the end of a
// draft, with the rule that leaves their rows out, and is never the outcome of a check unasked.

// closedStates are words for accounts that are closed or sleep, as joined has them; openStates
// are those for the others.
var (
	closedStates = joinedSet("closed|close|inactive|dormant|terminated|deactivated|deleted|deceased|liquidated|written off|churned|disabled|cancelled|encerrado|encerrada|inativo|inativa|baixado|baixada|cancelado|cancelada|cerrado|cerrada|inactivo|inactiva|dado de baja|cancelada|fallecido|ferme|fermee|cloture|cloturee|inactif|inactive|radie|resilie|geschlossen|inaktiv|erloschen|beendet|gekuendigt|gekündigt|ruhend|verstorben|aufgelöst|chiuso|chiusa|estinto|estinta|inattivo|cessato|cessata|gesloten|opgeheven|inactief|beëindigd|zamkniety|zamknięty|zamknieta|zamknięta|nieaktywny|nieaktywna|zlikwidowany|uzavreny|uzavřený|zruseny|zrušený|neaktivni|neaktivní|zatvoren|ugasen|neaktivan|затворен|угашен|закрыт|закрытый|неактивен|неактивный|неактивна|закрито|закрит|kapali|kapalı|kapandi|pasif|megszunt|megszűnt|inaktiv|inchis|închis|inactiv|radiat|κλειστος|κλειστός|ανενεργος|ανενεργός|סגור|לא פעיל|مغلق|مغلقة|غير نشط|خامل|خاملة|tutup|ditutup|tidak aktif|nonaktif|đã đóng cửa|đã đóng|ngung hoat dong|ngừng hoạt động|ปิด|ปิดบัญชี|ไม่เคลื่อนไหว|해지|휴면|탈퇴|폐쇄|정지|销户|注销|已注销|休眠|註銷|結清|静止|解約|休眠|閉鎖|退会|imefungwa|stängt|avslutad|avsluttet|lukket|suljettu|suletud|uždaryta|slēgts|avslutat")
	openStates   = joinedSet("blocked|frozen|gesperrt|冻结|zárolt|موقوف|停止|active|open|opened|live|normal|current|activo|activa|vigente|ativo|ativa|actif|active|ouvert|aktiv|offen|attivo|attiva|aperto|actief|open|aktywny|aktywna|otwarty|aktivni|aktivní|aktivan|активен|активан|активный|активна|открыт|відкритий|aktif|acik|açık|aktív|élő|activ|ενεργος|ενεργός|פעיל|نشط|مفتوح|hoat dong|hoạt động|ใช้งาน|ปกติ|정상|활동|正常|有效|通常|利用中|aktiivne|aktyvi|aktīvs|hai|inatumika")
)

// joinedSet is the set of phrases behind strokes, as joined has them.
func joinedSet(list string) map[string]bool {
	set := map[string]bool{}
	for phrase := range strings.SplitSeq(list, "|") {
		set[joined(phrase)] = true
	}
	return set
}

// accountState reports whether a column has states of accounts: words for closed or sleeping
// ones beside others, or a few codes under a name that speaks of the record's state and of no
// check. closed is a value of a closed one, "" where only codes are there.
func (c *candidate) accountState() (closed string, is bool) {
	const few = 12
	values := c.detail.Values
	if len(values) < 2 || len(values) > few || c.header.any("other", "staff", "marital", "document", "email", "phone", "contract", "risk", "reason") {
		return "", false
	}
	outcomes := 0
	for _, v := range values {
		switch state := joined(v.Value); {
		case closedStates[state]:
			closed = v.Value
		case openStates[state]:
		case meaningTable()[slotStatus][state] != "":
			outcomes++
		}
	}
	if closed != "" {
		return closed, outcomes <= 1
	}
	return "", c.namesState()
}

// recordStates are names of columns with the state of a record or of an account, as joined has
// them, whose values are codes.
var recordStates = joinedSet("sit relacion|sit rel|situacion relacion|situacion de la relacion|estado relacion|est relacion|kayit drm|kayit durum|kayit durumu|hesap durumu|hesap drm|musteri durumu|musteri drm|situacao cadastral|sit cadastral|situacao cliente|situacao conta|sit conta|sit cta|estado cuenta|estado cliente|est cuenta|est cliente|situacion cliente|account status|acct status|acc status|a c status|acct stat|customer status|cust status|cust stat|client status|record status|record stat|rec stat|kontostatus|kundenstatus|statut compte|statut client|etat compte|stato conto|stato cliente|stato rapporto|status rachunku|status klienta|status konta|stav uctu|stav klienta|статус счета|статус клиента|статус рахунку|статус клієнта|статус комитента|status klijenta|status racuna|stare cont|stare client|κατασταση πελατη|κατασταση λογαριασμου|حالة الحساب|حالة العميل|status rekening|status nasabah|trang thai tk|trang thai tai khoan|trang thai kh|สถานะบัญชี|สถานะลูกค้า|계좌상태|고객상태|회원상태|账户状态|客户状态|帳戶狀態|客戶狀態|口座状態|会員状態|顧客状態")

// namesState reports whether a name is one of those, or ends with one.
func (c *candidate) namesState() bool {
	_, last := cutPath(c.name)
	return recordStates[joined(c.name)] || recordStates[joined(last)]
}

// stateOfAccount reports whether what is taken for the outcome of a check has states of accounts.
func (d *decision) stateOfAccount(_ slot, ch *choice) bool {
	closed, is := ch.columns[0].accountState()
	return is && (closed != "" || !ch.columns[0].header.has["kyc"])
}

// leaveOut tells of columns with the states of accounts, and how rows of closed ones are left out.
func (w *writer) leaveOut() {
	const most = 3
	told := 0
	for _, c := range w.columns {
		closed, is := c.accountState()
		if status := w.by[slotStatus]; !is || !c.usable || told == most || status != nil && status.todo == "" && slices.Contains(status.columns, c) {
			continue
		}
		told++
		if closed == "" || oneLine(closed) != closed || strings.ContainsAny(closed, `'"\`) { // which would end the expression, or the comment
			closed = "CODE"
		}
		rule := `{code: closed_account, when: "` + cell(c) + ` == '` + closed + `'"}`
		if len(w.draft.Exclude) > 0 {
			w.line("# %s looks like the state of the account: rows of closed accounts can be left out with a further line of exclude, above:", Shown(c.name))
			w.line("#   - %s", rule)
			continue
		}
		w.line("# %s looks like the state of the account: rows of closed accounts can be left out with exclude:", Shown(c.name))
		w.line("#   exclude: [%s]", rule)
	}
}

// cell is how an expression names a column; COLUMN where its name has signs that would end it.
func cell(c *candidate) string {
	if Shown(c.name) != c.name || strings.ContainsAny(c.name, `'"\`) {
		return "row['COLUMN']"
	}
	return "row['" + c.name + "']"
}
