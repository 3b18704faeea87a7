package main

import (
	"math/rand/v2"
	"strings"
)

// locale is a country's pool of names and places. A name is "native/latin",
// the second part being what its owner would use in an e-mail address.
type locale struct {
	alpha2, alpha3, english string
	men, women, families    []string
	cities                  []string
	streets                 []string // with the house number as %d
}

// spell writes the country in one of the ways that decades of clerks did.
func (l *locale) spell(r *rand.Rand) string {
	switch r.IntN(5) {
	case 0:
		return l.english
	case 1, 2:
		return l.alpha3
	case 3:
		return strings.ToLower(l.alpha2)
	default:
		return l.alpha2
	}
}

func words(s string) []string { return strings.Fields(s) }

func lines(s string) []string { return strings.Split(s, "|") }

var locales = []locale{
	{
		"KR", "KOR", "South Korea",
		words("민준/minjun 도윤/doyun 서준/seojun 지호/jiho 현우/hyunwoo 성민/sungmin"),
		words("서연/seoyeon 지우/jiwoo 하은/haeun 수빈/subin 은정/eunjung 미경/mikyung"),
		words("김/kim 이/lee 박/park 최/choi 정/jung 강/kang 윤/yoon"),
		lines("서울특별시|부산광역시|대전광역시|인천광역시"),
		lines("테헤란로 %d|중앙대로 %d번길|한밭대로 %d"),
	},
	{
		"JP", "JPN", "Japan",
		words("翔太/shota 健一/kenichi 大輔/daisuke 浩/hiroshi 蓮/ren"),
		words("美咲/misaki 陽子/yoko さくら/sakura 恵子/keiko 葵/aoi"),
		words("佐藤/sato 鈴木/suzuki 高橋/takahashi 田中/tanaka 渡辺/watanabe 髙﨑/takasaki"),
		lines("東京都|大阪市|札幌市|福岡市"),
		lines("千代田区丸の内%d丁目|中央区本町%d番地|北区梅田%d-3"),
	},
	{
		"DE", "DEU", "Germany",
		words("Jürgen/juergen Lukas Björn/bjoern Matthias Uwe Felix"),
		words("Käthe/kaethe Anna Jördis/joerdis Sabine Lea Ulrike"),
		words("Müller/mueller Groß/gross Schäfer/schaefer Weber Böhm/boehm Krüger/krueger"),
		lines("München|Köln|Leipzig|Frankfurt am Main"),
		lines("Goethestraße %d|Am Mühlbach %d|Lindenallee %d a"),
	},
	{
		"FR", "FRA", "France",
		words("Jérôme/jerome Étienne/etienne François/francois Lucas Noël/noel"),
		words("Zoé/zoe Hélène/helene Camille Anaïs/anais Françoise/francoise"),
		words("Lefèvre/lefevre D'Aubigné/daubigne Moreau Béranger/beranger Durand"),
		lines("Paris|Orléans|Saint-Étienne|Besançon"),
		lines("%d rue de l'Église|%d, boulevard Voltaire|%d bis, allée des Chênes"),
	},
	{
		"ES", "ESP", "Spain",
		words("José/jose Ángel/angel Íñigo/inigo Manuel Andrés/andres"),
		words("Lucía/lucia Begoña/begona María/maria Inés/ines Carmen"),
		words("Núñez/nunez García/garcia Peña/pena Ibáñez/ibanez Ruiz"),
		lines("A Coruña|Málaga|Bilbao|Cádiz"),
		lines("Calle Mayor, %d|Avenida de América %d, 3º B|Plaza de España %d"),
	},
	{
		"PL", "POL", "Poland",
		words("Łukasz/lukasz Michał/michal Stanisław/stanislaw Paweł/pawel Jan"),
		words("Małgorzata/malgorzata Zofia Agnieszka Bożena/bozena Ewa"),
		words("Wójcik/wojcik Kowalczyk Dąbrowska/dabrowska Źdźbło/zdzblo Nowak"),
		lines("Łódź|Kraków|Gdańsk|Poznań"),
		lines("ul. Piotrkowska %d|ul. Świętojańska %d m. 4|al. Jana Pawła II %d"),
	},
	{
		"CZ", "CZE", "Czech Republic",
		words("Jiří/jiri Tomáš/tomas Ondřej/ondrej Petr"),
		words("Kateřina/katerina Eliška/eliska Jana Zdeňka/zdenka"),
		words("Dvořák/dvorak Němec/nemec Růžička/ruzicka Svoboda"),
		lines("Praha|Brno|Plzeň|České Budějovice"),
		lines("Náměstí Míru %d|Vinohradská %d|U Řeky %d"),
	},
	{
		"BG", "BGR", "Bulgaria",
		words("Георги/georgi Димитър/dimitar Иван/ivan Стефан/stefan"),
		words("Мария/maria Елена/elena Десислава/desislava Йорданка/yordanka"),
		words("Петров/petrov Иванов/ivanov Христов/hristov Щерев/shterev"),
		lines("София|Пловдив|Варна|Русе"),
		lines("бул. Витоша %d|ул. Раковски %d|ул. Шипка %d, вх. Б"),
	},
	{
		"KZ", "KAZ", "Kazakhstan",
		words("Нұрлан/nurlan Ерлан/yerlan Әлихан/alikhan Санжар/sanzhar"),
		words("Айгүл/aigul Гүлнар/gulnar Мәдина/madina Жанар/zhanar"),
		words("Әбдірахман/abdirakhman Сейтқали/seitkali Ким/kim Оспанов/ospanov"),
		lines("Алматы|Астана|Шымкент|Қарағанды"),
		lines("Абай даңғылы %d|Достық көшесі %d|ул. Сатпаева %d"),
	},
	{
		"EG", "EGY", "Egypt",
		words("أحمد/ahmed محمود/mahmoud يوسف/youssef كريم/karim"),
		words("فاطمة/fatma نورهان/nourhan مريم/mariam سلمى/salma"),
		words("حسن/hassan عبدالله/abdallah السيد/elsayed منصور/mansour"),
		lines("القاهرة|الإسكندرية|الجيزة|أسوان"),
		lines("%d شارع التحرير|شارع النيل %d|%d ميدان طلعت حرب"),
	},
	{
		"AE", "ARE", "United Arab Emirates",
		words("خالد/khalid راشد/rashid سعيد/saeed عمر/omar"),
		words("عائشة/aisha حصة/hessa لطيفة/latifa نورة/noura"),
		words("المنصوري/almansoori الشامسي/alshamsi النعيمي/alnuaimi الكعبي/alkaabi"),
		lines("أبوظبي|دبي|الشارقة|العين"),
		lines("شارع الشيخ زايد %d|شارع الكورنيش %d|P.O. Box %d"),
	},
	{
		"TH", "THA", "Thailand",
		words("สมชาย/somchai ณัฐพล/nattapon ธนากร/thanakorn วิชัย/wichai"),
		words("สุดารัตน์/sudarat พิมพ์ชนก/pimchanok อรุณี/arunee มาลี/malee"),
		words("แสงทอง/saengthong ศรีสุข/srisuk วงศ์ใหญ่/wongyai ใจดี/jaidee"),
		lines("กรุงเทพมหานคร|เชียงใหม่|ขอนแก่น|ภูเก็ต"),
		lines("ถนนสุขุมวิท %d|ถนนพหลโยธิน ซอย %d|%d ถนนราชดำเนิน"),
	},
	{
		"VN", "VNM", "Viet Nam",
		words("Đức/duc Hùng/hung Quân/quan Tuấn/tuan"),
		words("Hương/huong Thảo/thao Ngọc/ngoc Trang"),
		words("Nguyễn/nguyen Trần/tran Phạm/pham Đặng/dang"),
		lines("Hà Nội|Đà Nẵng|Thành phố Hồ Chí Minh"),
		lines("%d phố Hàng Bạc|%d đường Lê Lợi|ngõ %d Kim Mã"),
	},
	{
		"GB", "GBR", "United Kingdom",
		words("Oliver James Seán/sean Rhys Mohammed"),
		words("Amelia Siân/sian Niamh Grace Chloë/chloe"),
		words("O'Neill/oneill Smith-Jones Llewellyn MacDonald Patel"),
		lines("London|Caernarfon|Newcastle upon Tyne|Belfast"),
		lines("%d High Street|Flat 2, %d Queen's Road|%d St. Mary's Close"),
	},
	{
		"BR", "BRA", "Brazil",
		words("João/joao Luís/luis Antônio/antonio Caio"),
		words("Conceição/conceicao Júlia/julia Letícia/leticia Ana"),
		words("Gonçalves/goncalves Assunção/assuncao Araújo/araujo Silva"),
		lines("São Paulo|Belém|Maceió|Brasília"),
		lines("Rua das Flores, %d|Avenida São João, %d|Praça da Sé, %d"),
	},
	{
		"US", "USA", "United States of America",
		words("Michael DeShawn Tyler William Jesús/jesus"),
		words("Emily Ashley Renée/renee Madison Grace"),
		words("Johnson Washington Garcia-Lopez McCarthy Nguyen"),
		lines("Springfield|Baton Rouge|Coeur d'Alene|St. Louis"),
		lines("%d Main St|%d Elm Ave, Apt 4C|%d N 5th St"),
	},
}
