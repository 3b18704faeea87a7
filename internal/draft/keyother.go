package draft

import "slices"

// things are the concepts of which one in the name of a number says that it is that of
// something, or of somebody, that a customer may have several of or share with others.
var things = []concept{"account", "contract", "event", "staff", "organisation", "thing", "house", "address", "amount", "secondary", "former", "state", "city", "country", "zip"}

// numbersOther reports whether the name of a column in which every row has a number of its own
// says that it is the number of something else than the customer, or of the row only.
func (d *decision) numbersOther(c *candidate) bool {
	h := &c.header
	switch {
	case h.any(things...):
		return !c.called(wallets)
	case h.any("user", "login", "external"):
		return false
	case h.any("kyc", "vendor") || c.called(thingWords):
		return true
	}
	return !h.has["id"] && rowNumber(c)
}

// wallets are accounts of which a customer has one, and is known by it.
var wallets = wordSet("wallet wallets billetera monedero dompet carteira portmone")

// rowNumber reports whether a column is called what numbers the rows of a list.
func rowNumber(c *candidate) bool {
	return slices.Contains(rowNames, joined(c.name))
}

// rowNames are those, in many languages, as joined has them.
var rowNames = []string{
	"number", "nummer", "numer", "numero", "número", "номер", "numara", "broj", "број", "cislo", "numri", "numar", "szam", "αριθμοσ", "מספר", "رقم", "nomor", "so", "номерпп", "เลขที่", "หมายเลข", "番号", "编号", "編號", "नंबर", "নম্বর",
	"na", "no", "nr", "nro", "lp", "sn", "sno", "slno", "srno", "sl", "sr", "rowno", "rownum", "rownumber", "row", "line", "lineno", "seq", "seqno", "recno", "rowid", "stt", "lfdnr", "laufendenummer", "poradovecislo", "porc", "porcislo", "nrcrt", "redbr", "rednibroj",
	"sorszam", "sirano", "sira", "номерпп", "nпп", "пп", "nopp", "ппно", "αα", "aa", "번호", "순번", "연번", "序号", "序號", "连番", "連番", "順番", "項番", "ลําดับ", "ลําดับที่", "م", "مسلسل", "رديف", "ردیف", "מסד", "क्रसं", "ক্রমিকনং", "nomorurut", "nourut", "nambari",
}

// thingWords are words for what has numbers, and is no customer, that are of no concept.
var thingWords = wordSet("policy police polizze poliza apolice polizza polis polisa polisy полис поліс 保单 保單 보험증권 สัญญา กรมธรรม์ portfolio depot depa depo depotnummer depotnr folio property נכס iban ibans card kart karty karte kartennummer tarjeta cartao carte 카드 卡号 卡號 บัตร loan lan kredit kredyt darlehen prestamo emprestimo pret عقد قرض ссуда заявка anfrage antrag antragsnummer solicitud solicitacao demande wniosek заявление session inquiry verification verificationid ident identid vorgang vorgangsnummer case ticket transaction msisdn simkarte meter contador licznik счетчик")
