package validate

import (
	"strings"

	"kycmigrate/internal/kyc"
)

// familyName reports whether a name of one word is a family name in the country of the
// person and no first name: by its end, or as one of the most common.
func familyName(rec *kyc.Record, s string) bool {
	known := familyNames.of(home(rec))
	if known == nil || strings.IndexByte(s, ' ') >= 0 {
		return false
	}
	return known.have(s)
}

// have reports whether a word is one of them.
func (known *families) have(s string) bool {
	for _, end := range known.ends {
		if len(s) > len(end)+1 && strings.HasSuffix(s, end) {
			return true
		}
	}
	return known.common != nil && known.common.has(s)
}

// families are the family names of a country.
type families struct {
	ends   []string
	common *wordSet
}

var familyNames = newByCountry(map[string]*families{
	"HUN":                             {common: newWordSet("nagy|kovács|tóth|szabó|horváth|varga|kiss|molnár|németh|balogh|papp|takács|juhász|lakatos|mészáros|oláh|fekete|rácz|szilágyi|török|fehér|szűcs|kocsis|pintér|szalai|sipos|bíró|katona|boros|fazekas|somogyi|orosz|veres|hegedűs|deák|budai|pásztor|szőke|vörös|gulyás|csonka|bodnár|halász|szántó|hajdu|kerekes|szekeres|vincze|bognár|kozma|soós|székely")},
	"POL":                             {ends: []string{"owski", "owska", "ewski", "ewska", "iński", "ińska", "alski", "alska", "icki", "icka", "ecki", "ecka", "wicz", "czyk"}, common: newWordSet("nowak|wójcik|woźniak|mazur|kaczmarek|krawczyk|zając|wieczorek|wróbel|stępień|dudek|pawlak|sikora|walczak|michalak")},
	"CZE SVK":                         {ends: []string{"ová"}, common: newWordSet("novák|svoboda|novotný|dvořák|černý|procházka|kučera|veselý|horák|němec|pokorný|hájek|král|růžička|beneš|fiala|sedláček|doležal|zeman|kolář|navrátil|čermák|kováč|horváth|tóth|nagy|varga")},
	"HRV SRB BIH MNE MKD SVN":         {ends: []string{"ović", "ević", "ovski", "ovska", "evski", "evska"}, common: newWordSet("horvat|kovač|zupančič|krajnc")},
	"LTU":                             {ends: []string{"auskas", "auskienė", "avičius", "evičius", "ienė", "aitė"}},
	"ISL":                             {ends: []string{"dóttir"}},
	"ARM":                             {ends: []string{"yan", "յան"}},
	"GEO":                             {ends: []string{"shvili", "შვილი"}},
	"GRC CYP":                         {ends: []string{"όπουλος", "οπούλου", "opoulos", "opoulou"}},
	"ROU MDA":                         {ends: []string{"escu"}},
	"TUR":                             {ends: []string{"oğlu"}, common: newWordSet("öztürk|özdemir|kılıç|koç")},
	"RUS BLR UKR KAZ KGZ":             {ends: []string{"овский", "евский", "овская", "енко", "enko", "швили"}, common: newWordSet("иванов|иванова|петров|петрова|смирнов|смирнова|кузнецов|кузнецова|попов|попова|васильев|васильева|соколов|соколова|михайлов|михайлова|новиков|новикова|фёдоров|фёдорова|морозов|морозова|волков|волкова|алексеев|алексеева|лебедев|лебедева|ivanov|ivanova|petrov|petrova|smirnov|smirnova|kuznetsov|kuznetsova|popov|popova|sokolov|sokolova")},
	"ESP MEX COL ARG PER CHL VEN ECU": {common: newWordSet("garcía|gonzález|rodríguez|fernández|lópez|martínez|sánchez|pérez|gómez|hernández|ramírez|díaz|gutiérrez|álvarez|domínguez|vázquez|jiménez|muñoz|suárez|núñez|ibáñez|garcia|gonzalez|rodriguez|fernandez|lopez|martinez|sanchez|perez|gomez|hernandez|ramirez|diaz|jimenez")},
	"PRT BRA":                         {common: newWordSet("ferreira|oliveira|pereira|rodrigues|fernandes|gonçalves|marques|carvalho|almeida|ribeiro|teixeira|moreira|correia|nunes|monteiro")},
	"DEU AUT CHE":                     {common: newWordSet("müller|schmidt|schneider|fischer|weber|meyer|wagner|becker|schulz|hoffmann|schäfer|bauer|schröder|neumann|zimmermann|hofmann|krüger|schmitz|schmitt|gruber|steiner|moser|maier|mayer|keller|brunner|baumann")},
	"ITA":                             {common: newWordSet("esposito|bianchi|ricci|rizzo|lombardi|moretti|mancini|barbieri|ferrari|russo")},
	"VNM":                             {common: newWordSet("nguyễn|trần|phạm|huỳnh|bùi|nguyen")},
	"SWE NOR DNK":                     {ends: []string{"sson", "qvist", "ström"}, common: newWordSet("hansen|johansen|olsen|larsen|andersen|pedersen|nilsen|kristiansen|jensen|nielsen|christensen|rasmussen|sørensen|jørgensen")},
	"FIN":                             {ends: []string{"nen"}, common: newWordSet("virtanen|korhonen|mäkinen|nieminen|mäkelä|hämäläinen|laine|heikkinen|koskinen|järvinen")},
	"JPN":                             {common: newWordSet("佐藤|鈴木|高橋|田中|伊藤|渡辺|渡邊|渡邉|山本|中村|小林|加藤|吉田|山田|佐々木|山口|松本|井上|木村|斎藤|齋藤|斉藤|清水|山崎|阿部|橋本|池田|石川|前田|藤田|岡田|後藤|長谷川|石井|村上|近藤|坂本|遠藤|青木|藤井|西村|福田|太田|三浦|岡本|松田|中島|小野|藤原|中野|竹内|金子|和田|中山|石田|上田|森田|柴田|酒井|工藤|横山|宮崎|宮本|内田|高木|安藤|谷口|大野|丸山|今井|藤本|武田|村田|上野|杉山|増田|平野|大塚|久保|松井|小島|岩崎|野口|松尾|野村|木下|佐野|大西|杉本|新井|浜田|suzuki|takahashi|tanaka|watanabe|yamamoto|nakamura|kobayashi|yoshida|yamada|sasaki|yamaguchi|matsumoto|kimura|hashimoto|ikeda|ishikawa|hasegawa|fujita|murakami|sakamoto|nishimura")},
	"CHN TWN HKG MAC":                 {common: newWordSet("王|李|张|張|刘|劉|陈|陳|赵|趙|吴|吳|郑|鄭|谢|謝|邓|鄧|曹|彭|蒋|蔣|蔡|魏|薛|潘|欧阳|歐陽|司马|司馬|诸葛|諸葛")},
	"KOR":                             {common: newWordSet("김|박|최|황|남궁|제갈")},
	"NLD":                             {common: newWordSet("jansen|bakker|janssen|visser|smit|meijer|mulder|peters|hendriks|dekker|dijkstra|hoekstra|veenstra")},
})

// familyIn reports whether a word of a name is a family name in the country of the person.
func familyIn(rec *kyc.Record, s string) bool {
	known := familyNames.of(home(rec))
	for word := range strings.SplitSeq(s, " ") {
		if known.have(word) {
			return true
		}
	}
	return false
}
