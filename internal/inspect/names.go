package inspect

import (
	"strings"
	"unicode"
)

// hints is what the name of a column lets expect of it. A hint alone is never
// a finding.
type hints struct {
	date     bool // days
	key      bool // different in every row
	person   bool // names of people, addresses: its values are never shown
	document bool // numbers of documents
	country  bool
	contact  bool // several people may share them: telephones, houses, accounts
	padded   bool // codes of one length that may begin with a nought
}

// hintWords are parts of names, in small letters. Those of three letters or
// fewer count as whole words only.
var hintWords = []struct {
	set   func(*hints)
	words []string
}{
	{func(h *hints) { h.date = true }, []string{
		"dob", "birth", "date", "day", "dt", "expir", "valid", "issued", "geburt", "datum", "fecha", "nasc", "naiss", "joined",
		"생년", "생일", "일자", "날짜", "만료", "발급", "生年", "日期", "日付", "期限", "дата",
	}},
	{func(h *hints) { h.key = true }, []string{
		"id", "no", "nr", "num", "number", "key", "ref", "reference", "uid", "uuid", "userid", "customerid", "email", "mail", "identifier", "cod", "code", "codigo", "nro", "numero", "nummer", "번호", "아이디", "이메일", "編號", "番号", "номер",
	}},
	{func(h *hints) { h.person = true }, []string{
		"name", "vorname", "nachname", "surname", "family", "given", "first", "last", "middle", "nombre", "apellido", "street", "address", "addr", "adresse", "city", "town",
		"email", "mail", "phone", "mobile", "tel", "employer", "note", "comment", "성명", "이름", "성함", "주소", "전화", "휴대", "氏名", "姓名", "住所", "地址", "фамил", "имя",
	}},
	{func(h *hints) { h.document = true }, []string{
		"passport", "licence", "license", "document", "doc", "permit", "ssn", "여권", "면허", "주민", "護照", "证件", "паспорт",
	}},
	{func(h *hints) { h.country = true }, []string{
		"country", "nation", "citizen", "land", "pais", "pays", "국가", "국적", "国", "國", "страна", "гражд",
	}},
	{func(h *hints) { h.contact = true }, []string{
		"phone", "mobile", "tel", "fax", "house", "street", "zip", "postal", "postcode", "plz", "branch", "bank", "account", "전화", "휴대", "우편",
	}},
	{func(h *hints) { h.padded = true }, []string{
		"zip", "postal", "postcode", "plz", "ssn", "우편", "주민", "郵便", "邮编",
	}},
}

// hintsOf reads the name of a column.
func hintsOf(name string) hints {
	var h hints
	low := unlike.Replace(strings.ToLower(name))
	parts := wordsOf(name)
	for _, hint := range hintWords {
		for _, w := range hint.words {
			if contains(low, parts, w) {
				hint.set(&h)
				break
			}
		}
	}
	h.key = h.key || len(parts) == 1 && people[parts[0]]
	return h
}

// people are words for the customers; a column that is called nothing but one of them has their numbers, and
// with another word it has what the other one says.
var people = words("customer|customers|client|clients|cliente|kunde|kunden|persona|socio|member")

// unlike takes words away that have another one in them by chance.
var unlike = strings.NewReplacer("candidate", "", "mandate", "", "update", "", "validate", "", "holiday", "")

const shortWord = 3

func contains(low string, parts []string, word string) bool {
	if len(word) > shortWord {
		return strings.Contains(low, word)
	}
	for _, p := range parts {
		if p == word {
			return true
		}
	}
	return false
}

// wordsOf cuts a name where its letters end and where capitals begin: userId
// and user_id are the words user and id.
func wordsOf(name string) []string {
	var list []string
	var word []rune
	end := func() {
		if len(word) > 0 {
			list = append(list, strings.ToLower(string(word)))
			word = word[:0]
		}
	}
	lower := false
	for _, r := range name {
		if !unicode.IsLetter(r) {
			end()
			lower = false
			continue
		}
		if unicode.IsUpper(r) && lower {
			end()
		}
		lower = unicode.IsLower(r)
		word = append(word, r)
	}
	end()
	return list
}
