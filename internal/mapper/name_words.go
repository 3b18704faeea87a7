package mapper

import (
	"strings"

	"kycmigrate/internal/text"
)

// The lists that names are read by. They are closed: what is not in them is a
// word like any other. docs/MAPPING.md shows them.

// frontHonorifics stand before a name, endHonorifics behind it, both as words
// of their own, without regard to case and full stops. Words that are names as
// well (Don, Sir, Pan, Bay) are in neither.
const (
	frontHonorifics = "mr mrs ms miss mx dr prof professor rev " +
		"herr frau fräulein dipl-ing monsieur madame mademoiselle mme mlle " +
		"señor señora señorita sr sra srta signor signora sig sigra dott dottssa dhr mevr mevrouw " +
		"shri smt г-н г-жа นาย นาง นางสาว นส"
	endHonorifics = "esq phd 씨 님 귀하 선생님 様 さん 殿 氏 先生 女士 小姐"
)

var (
	atFront = wordSet(frontHonorifics)
	atEnd   = wordSet(endHonorifics)
)

// safeParticles stand before a family name and are no names themselves.
// innerParticles are particles only behind one of those, as in "de la Cruz".
var (
	safeParticles  = wordSet("de del della dos van von")
	innerParticles = wordSet("der den dem la las los lo 't und zu")
)

// vietnameseSurnames make a "van" the middle name Văn.
var vietnameseSurnames = wordSet("nguyen nguyễn tran trần le lê pham phạm huynh huỳnh hoang hoàng phan vu vũ vo võ dang đặng bui bùi do đỗ ho hồ ngo ngô duong dương ly lý")

// suffixes tell generations; they belong to no part of a name.
var suffixes = wordSet("jr sr ii iii iv")

var romanGenerations = map[string]bool{"II": true, "III": true, "IV": true}

// vowelless are words of two letters that are names and no initials.
var vowelless = map[string]bool{"NG": true, "MD": true, "ST": true}

// koreanSurnames are the family names of Koreans in Hangul, but for a few that
// next to nobody has, and those of two syllables.
var koreanSurnames = wordSet("가 간 갈 감 강 견 경 계 고 공 곽 구 국 권 금 기 길 김 나 남 노 담 당 도 동 두 라 려 련 류 마 맹 명 모 목 문 민 박 반 방 배 백 범 변 복 봉 부 빈 사 서 석 선 설 성 소 손 송 승 시 신 심 안 양 어 엄 여 연 염 엽 예 오 옥 온 왕 용 우 원 위 유 육 윤 은 음 이 인 임 장 전 정 제 조 좌 주 지 진 차 창 채 천 초 최 추 탁 탄 태 판 팽 편 평 표 피 하 한 함 허 현 형 호 홍 화 황 " +
	"남궁 동방 독고 망절 사공 서문 선우 소봉 어금 장곡 제갈 황보")

func wordSet(list string) map[string]bool {
	set := make(map[string]bool)
	for word := range strings.FieldsSeq(list) {
		set[word] = true
	}
	return set
}

var stops = strings.NewReplacer(".", "", ",", "")

// bareWord is a word as the lists have it.
func bareWord(word string) string { return strings.ToLower(stops.Replace(word)) }

// in reports whether a list has the word. It makes no copy of a plain one.
func in(set map[string]bool, word string) bool {
	var space [32]byte
	bare := space[:0]
	if len(word) > len(space) || !text.IsASCIIString(word) {
		return set[bareWord(word)]
	}
	for i := range len(word) {
		switch c := word[i]; {
		case c == '.', c == ',':
		case c >= 'A' && c <= 'Z':
			bare = append(bare, c+'a'-'A')
		default:
			bare = append(bare, c)
		}
	}
	return set[string(bare)]
}

func isSuffix(word string) bool { return in(suffixes, word) && !isInitials(word) }

// isHonorificInFront: Mr. and MR are titles, M.R. are the initials of a name.
func isHonorificInFront(word string) bool { return in(atFront, word) && !isInitials(word) }

// isInitials reports whether a word is Latin letters with a stop behind each, or
// behind each but the last: J.R., which is no Jr., and M.S, which is no Ms.
func isInitials(word string) bool {
	word = strings.TrimSuffix(strings.TrimRight(word, ","), ".")
	for i := range len(word) {
		if letter := i%2 == 0; letter != asciiLetter(word[i]) || !letter && word[i] != '.' {
			return false
		}
	}
	return len(word) > 2 && len(word)%2 == 1
}

// isParticle reports whether the word at a place is a particle that belongs to
// what follows.
func isParticle(words []string, at int) bool {
	word := bareWord(words[at])
	switch {
	case isInitials(words[at]):
		return false // of D.E. Smith
	case innerParticles[word]:
		return at > 0 && isParticle(words, at-1)
	case word == "van":
		return !vietnameseSurnames[bareWord(words[0])] && !vietnameseSurnames[bareWord(words[len(words)-1])]
	}
	return safeParticles[word]
}

// dropHonorifics leaves out honorifics at both ends of a tidy text, but never
// all of it.
func dropHonorifics(s string) string {
	for {
		first, rest, more := strings.Cut(s, " ")
		if !more || !isHonorificInFront(first) {
			break
		}
		s = rest
	}
	for {
		at := strings.LastIndexByte(s, ' ')
		if at < 0 || !in(atEnd, s[at+1:]) {
			return s
		}
		before := strings.TrimRight(s[:at], ", ")
		if before == "" {
			return s
		}
		s = before
	}
}

func onlyHonorifics(s string) bool {
	for word := range strings.FieldsSeq(s) {
		if !isHonorificInFront(word) && !in(atEnd, word) {
			return false
		}
	}
	return s != ""
}
