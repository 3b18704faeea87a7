package validate

import (
	"strings"
	"unicode/utf8"

	"kycmigrate/internal/text"
)

// farOdd looks for titles and companies in names whose words are not set apart: those of
// East Asia, Thailand, Arabia and Israel.
func farOdd(s string) string {
	if farCompany(s) || farCompanyWord(s) {
		return ofCompany
	}
	if detail := farEnd(s, lastRune(s)); detail != "" {
		return detail
	}
	if s[0] != 0xE0 {
		return ""
	}
	for _, t := range thaiTitles {
		if rest, found := strings.CutPrefix(s, t); found && thaiStart(rest) {
			return titleInName
		}
	}
	return ""
}

// farEnd looks for what stands behind such a name.
func farEnd(s string, last rune) string {
	letters := func() int { return utf8.RuneCountInString(s) }
	honoured := false
	switch last {
	case '生', '士', '姐', '太':
		for _, t := range [...]string{"先生", "女士", "小姐", "太太"} {
			honoured = honoured || strings.HasSuffix(s, t) && letters() >= 3
		}
	case '様':
		honoured = true
	case '씨', '님':
		honoured = letters() >= 4
	case 'ん':
		name, found := strings.CutSuffix(s, "さん")
		honoured = found && letters() >= 4 && text.ScriptOf(lastRune(name)) == text.Han
	case '하':
		honoured = strings.HasSuffix(s, " 귀하")
	case '某':
		return "; it has been made unknown"
	case '인':
		if strings.HasSuffix(s, " 외 1인") {
			return "; it seems to name more than one person"
		}
	}
	if honoured {
		return titleInName
	}
	return ""
}

// What is said of titles, of remarks, of marks of the dead and of companies.
const (
	titleInName  = "; a title is no part of it"
	remarkInName = "; a remark is no part of it"
	saysDead     = "; it says that the person is dead"
	ofCompany    = "; it seems to be a company's"
)

// farCompany reports whether a name begins or ends with one of companyWords.
func farCompany(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	if companyFirsts[first>>6&63]>>(first&63)&1 == 0 && companyLasts[last>>6&63]>>(last&63)&1 == 0 {
		return false
	}
	for _, w := range companyWords {
		if strings.HasPrefix(s, w) || strings.HasSuffix(s, w) {
			return true
		}
	}
	return strings.Contains(s, "จำกัด")
}

// farCompanyWord reports whether a name has a company behind a space, as where it is the last name.
func farCompanyWord(s string) bool {
	at := strings.LastIndexByte(s, ' ')
	return at >= 0 && s[len(s)-1] >= utf8.RuneSelf && farCompany(s[at+1:])
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// thaiTitles stand before a Thai name, mostly without a space.
var thaiTitles = [...]string{"นางสาว", "นาย", "นาง", "น.ส.", "ด.ช.", "ด.ญ.", "เด็กชาย", "เด็กหญิง", "คุณ ", "ดร.", "พ.ต.", "ร.ต.", "ผศ.", "รศ.", "ว่าที่"}

// thaiStart reports whether a word can begin so: not with a vowel that goes with the
// consonant before it, as in นายิกา.
func thaiStart(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, " "))
	return r >= 0x0E01 && r <= 0x0E2E || r >= 0x0E40 && r <= 0x0E44
}

// companyWords begin or end the names of companies of scripts whose words are not set
// apart; companyFirsts and companyLasts tell by the lower bits of a character
// that none of them begins or ends with it.
var (
	companyWords = [...]string{"株式会社", "有限会社", "合同会社", "(株)", "（株）", "㈱", "(有)", "医療法人", "学校法人", "宗教法人", "社会福祉法人", "一般社団法人", "一般財団法人", "公益財団法人", "公益社団法人", "公司", "集团", "集團", "合作社", "事务所", "事務所",
		"(주)", "（주）", "㈜", "주식회사", "유한회사", "(유)", "재단법인", "사단법인", "학교법인", "บริษัท", "หจก", "ห้างหุ้นส่วน", "จำกัด", "มหาชน)"}
	companyFirsts, companyLasts = func() (firsts, lasts [64]uint64) {
		for _, w := range companyWords {
			first, _ := utf8.DecodeRuneInString(w)
			last := lastRune(w)
			firsts[first>>6&63] |= 1 << (first & 63)
			lasts[last>>6&63] |= 1 << (last & 63)
		}
		return firsts, lasts
	}()
)
