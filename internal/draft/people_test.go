package draft

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// person makes the cells of one row. Everything in them is invented.
type person struct {
	r     *rand.Rand
	i     int
	lang  string
	kept  map[string]string
	paper int // which document the person has
}

var given = map[string][]string{
	"en": strings.Fields("Oliver Amelia Jack Isla Harry Ava Noah Emily Leo Grace Arthur Freya Oscar Sofia George Ivy Henry Lily Alfie Rosie"),
	"ko": strings.Fields("민준 서연 도윤 지우 서준 하은 예준 서윤 시우 지민 주원 수아 하준 지아 지호 다은 준서 채원 건우 소율"),
	"ja": strings.Fields("太郎 花子 翔太 美咲 大輔 陽菜 健一 結衣 拓也 彩 直樹 優子 誠 真由美 和也 千尋 亮 恵子 修 麻衣"),
	"zh": strings.Fields("伟 芳 娜 敏 静 丽 强 磊 洋 勇 艳 杰 娟 涛 明 超 秀英 霞 平 刚"),
	"de": strings.Fields("Jürgen Anna Lukas Käthe Felix Lena Jonas Mia Paul Emma Björn Greta Max Clara Moritz Ida Karl Frieda Otto Ute"),
	"es": strings.Fields("José María Carlos Lucía Javier Sofía Miguel Martina Pablo Julia Andrés Elena Diego Carmen Luis Rosa Álvaro Inés Raúl Pilar"),
	"ru": strings.Fields("Иван Анна Пётр Мария Сергей Ольга Дмитрий Елена Алексей Наталья Андрей Юлия Николай Вера Олег Нина Павел Лидия Егор Зоя"),
	"vi": strings.Fields("Anh Hương Minh Lan Dũng Mai Tuấn Hoa Hùng Linh Nam Trang Sơn Thảo Long Hà Quân Yến Phúc Ngọc"),
	"th": strings.Fields("สมชาย สมหญิง ประเสริฐ มาลี วิชัย สุดา อนันต์ กมล ธนา พร สุรชัย นภา ชัย รัตนา มานะ ปิติ วีระ ดวงใจ อรุณ จันทร์"),
	"ar": strings.Fields("محمد فاطمة أحمد عائشة علي مريم عمر نور خالد سارة يوسف هدى حسن ليلى سعيد أمل كريم سلمى طارق ريم"),
}

var family = map[string][]string{
	"en": strings.Fields("Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Wright Evans Thomas Walker White Green Hall Wood Harris Martin Clark"),
	"ko": strings.Fields("김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 류 홍"),
	"ja": strings.Fields("佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 斎藤 清水"),
	"zh": strings.Fields("王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 林 高 罗"),
	"de": strings.Fields("Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Krüger"),
	"es": strings.Fields("García Fernández González Rodríguez López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández Díaz Moreno Álvarez Romero Navarro Torres Vázquez"),
	"ru": strings.Fields("Иванов Смирнова Кузнецов Попова Васильев Петрова Соколов Михайлова Новиков Фёдорова Морозов Волкова Алексеев Лебедева Семёнов Егорова Павлов Козлова Степанов Орлова"),
	"vi": strings.Fields("Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trịnh Mai Tô"),
	"th": strings.Fields("ศรีสุข แก้วดี ทองคำ บุญมา สุขใจ วงศ์ใหญ่ ใจดี รักไทย พงษ์ไทย จันทร์งาม มั่นคง สายทอง เจริญ พันธ์ดี ชัยชนะ ศักดิ์ดี อินทร์ ปานทอง ดีงาม สมบูรณ์"),
	"ar": strings.Fields("العتيبي القحطاني الشهري الغامدي الحربي الزهراني الدوسري المطيري العنزي السبيعي البلوي الشمري الرشيد النجار الخطيب المصري الحداد البكري الهاشمي الصالح"),
}

var cities = map[string][]string{
	"en": strings.Fields("London Leeds Bristol Manchester Cardiff York Bath Derby"), "ko": strings.Fields("서울 부산 인천 대구 광주 대전 울산 수원"),
	"ja": strings.Fields("新宿区 横浜市 大阪市 名古屋市 札幌市 福岡市 京都市 神戸市"), "zh": strings.Fields("北京 上海 广州 深圳 杭州 成都 南京 武汉"),
	"de": strings.Fields("Berlin München Köln Hamburg Bremen Dresden Leipzig Mainz"), "es": strings.Fields("Madrid Sevilla Bilbao Valencia Lima Bogotá Quito Toledo"),
	"ru": strings.Fields("Москва Казань Самара Омск Пермь Томск Тула Сочи"), "vi": {"Hà Nội", "Đà Nẵng", "Huế", "Cần Thơ"},
	"th": strings.Fields("กรุงเทพ เชียงใหม่ ขอนแก่น ภูเก็ต"), "ar": {"الرياض", "جدة", "مكة", "الدمام"},
}

var streets = map[string]string{
	"en": "%d High Street", "ko": "테헤란로 %d", "ja": "西新宿%d丁目", "zh": "人民路%d号", "de": "Hauptstraße %d", "es": "Calle Mayor %d",
	"ru": "ул. Ленина, д. %d", "vi": "%d Đường Lê Lợi", "th": "ถนนสุขุมวิท %d", "ar": "شارع الملك فهد %d",
}

func (p *person) pick(list []string) string { return list[p.r.IntN(len(list))] }

func (p *person) day(from, to int) (y, m, d int) {
	return from + p.r.IntN(to-from+1), 1 + p.r.IntN(12), 1 + p.r.IntN(28)
}

func (p *person) date(from, to int, form string) string {
	y, m, d := p.day(from, to)
	months := strings.Fields("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")
	switch form {
	case "dmy":
		return fmt.Sprintf("%02d/%02d/%d", d, m, y)
	case "mdy":
		return fmt.Sprintf("%02d/%02d/%d", m, d, y)
	case "dot":
		return fmt.Sprintf("%02d.%02d.%d", d, m, y)
	case "compact":
		return fmt.Sprintf("%d%02d%02d", y, m, d)
	case "named":
		return fmt.Sprintf("%02d-%s-%d", d, months[m-1], y)
	case "slash":
		return fmt.Sprintf("%d/%02d/%02d", y, m, d)
	case "time":
		return fmt.Sprintf("%d-%02d-%02d %02d:%02d:%02d", y, m, d, p.r.IntN(24), p.r.IntN(60), p.r.IntN(60))
	case "rfc":
		return fmt.Sprintf("%d-%02d-%02dT%02d:%02d:%02dZ", y, m, d, p.r.IntN(24), p.r.IntN(60), p.r.IntN(60))
	case "open":
		return fmt.Sprintf("%02d/%02d/%d", 1+p.r.IntN(12), m, y)
	case "hangul":
		return fmt.Sprintf("%d년 %d월 %d일", y, m, d)
	case "short":
		return fmt.Sprintf("%02d%02d%02d", y%100, m, d)
	case "buddhist":
		return fmt.Sprintf("%02d/%02d/%d", d, m, y+543)
	case "minguo":
		return fmt.Sprintf("%03d/%02d/%02d", y-1911, m, d)
	case "minguo7":
		return fmt.Sprintf("%03d%02d%02d", y-1911, m, d)
	case "heisei":
		return fmt.Sprintf("平成%d年%d月%d日", 1+p.r.IntN(30), m, d)
	case "last8":
		return fmt.Sprintf("%02d%02d%d", d, m, y)
	case "dmmmyy":
		return fmt.Sprintf("%02d-%s-%02d", d, strings.ToUpper(months[m-1]), y%100)
	case "sas":
		return fmt.Sprintf("%02d%s%d", d, strings.ToUpper(months[m-1]), y)
	case "ene":
		return fmt.Sprintf("%02d-%s-%02d", d, strings.Fields("ENE FEB MAR ABR MAY JUN JUL AGO SEP OCT NOV DIC")[m-1], y%100)
	case "janvier":
		return fmt.Sprintf("%d %s %d", d, strings.Fields("janvier février mars avril mai juin juillet août septembre octobre novembre décembre")[m-1], y)
	case "sastime":
		return fmt.Sprintf("%02d%s%d:00:00:00", d, strings.ToUpper(months[m-1]), y)
	case "access":
		return fmt.Sprintf("%d/%d/%d 0:00:00", m, d, y)
	case "century": // as an AS/400 writes it
		return fmt.Sprintf("%d%02d%02d%02d", y/100-19, y%100, m, d)
	}
	return fmt.Sprintf("%d-%02d-%02d", y, m, d)
}

func (p *person) digits(n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte('0' + p.r.IntN(10))
	}
	if n > 0 && b[0] == '0' {
		b[0] = '7'
	}
	return string(b)
}

var countryForms = map[string][]string{
	"a2": strings.Fields("GB DE FR KR JP US VN TH SA PL"), "a3": strings.Fields("GBR DEU FRA KOR JPN USA VNM THA SAU POL"),
	"num": strings.Fields("826 276 250 410 392 840 704 764 682 616"), "name": strings.Fields("Germany France Japan Poland Vietnam Thailand Spain Italy Norway Canada"),
	"ko": strings.Fields("대한민국 미국 일본 중국 베트남"), "zh": strings.Fields("中国 美国 日本 韩国 德国"), "de": strings.Fields("Deutschland Österreich Schweiz Frankreich Polen"),
}

var codeForms = map[string]string{
	"MF": "M F", "mf": "male female", "남여": "남 여", "男女": "男 女", "MW": "M W", "HM": "H M", "12": "1 2", "МЖ": "М Ж", "NN": "Nam Nữ", "ชญ": "ชาย หญิง", "ar": "ذكر أنثى", "LP": "L P", "EK": "E K",
	"AR": "A A A R", "appr": "APPROVED APPROVED REJECTED", "green": "GREEN GREEN RED", "clear": "approved declined", "승인": "승인 승인 거절", "通过": "通过 通过 拒绝", "承認": "承認 承認 否認", "genehmigt": "genehmigt genehmigt abgelehnt",
	"pend": "Approved Rejected Pending", "active": "ACTIVE CLOSED DORMANT", "stage": "complete complete initiated", "одобрено": "Одобрено Отклонено", "aprob": "Aprobado Rechazado", "duyet": "Đã duyệt|Từ chối", "อนุมัติ": "อนุมัติ ปฏิเสธ", "ar ok": "مقبول مرفوض", "yn": "Y N", "num": "1 2 3",
	"PP": "PP DL ID", "words": "passport drivers_license national_id", "veriff": "PASSPORT ID_CARD DRIVERS_LICENSE RESIDENCE_PERMIT", "여권": "여권 운전면허증 주민등록증", "护照": "护照 身份证", "パス": "パスポート 運転免許証 在留カード", "Pass": "Reisepass Personalausweis Führerschein", "паспорт": "Паспорт|Водительское удостоверение", "pasaporte": "Pasaporte DNI Cédula", "hc": "CCCD|Hộ chiếu", "ar id": "جواز سفر|هوية",
	"mode": "PAPER EKYC AGENT", "123": "1 2 3", "veri": "Verified|Verified|Not Verified|Pending", "clearhit": "Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Hit", "snp": "S S S N P", "kps": "BAŞARILI|BAŞARILI|BİLGİ UYUŞMAZLIĞI|SERVİS HATASI", "ghana": "Ghana Card|Voter ID|Passport", "nok": "OK OK SV NOK",
	"Herr": "Herr Frau", "via": "Calle Avenida Plaza", "มี": "บัตรประชาชน หนังสือเดินทาง",
	"wni": "WNI WNI WNA", "idw": "Passport|Driving Licence|National ID",
	"vnpaper": "CCCD CMND HO_CHIEU", "vnstatus": "DA_XAC_THUC DA_XAC_THUC TU_CHOI", "passfail": "PASS PASS PASS FAIL", "nz": "NZDL NZPP OSPP", "fi": "HYV HYV HYL KESKEN", "fipaper": "HKORTTI AJOK PASSI", "cobis": "CEDU PASA", "peoples": "01 02 05 14", "match": "MATCH CHANGE NEW", "idnow": "SUCCESS SUCCESS ABORTED",
	"cars": "D D A CH", "means": "Passport|Driver Licence|Driver Licence|Clan Letter", "ja": "ja ja nein offen", "risk": "LOW MEDIUM HIGH", "YN": "Y N N", "marital": "Single Married Divorced", "seg": "RETAIL PREMIUM", "acct": "SAVINGS CURRENT",
}

// make returns the value of a kind, "" where the person has none.
func (p *person) make(kind string) string {
	name, form, _ := strings.Cut(kind, ":")
	if v, ok := p.kept[name]; ok && (name == "first" || name == "last" || name == "city") {
		return v
	}
	keep := func(v string) string { p.kept[name] = v; return v }
	switch name {
	case "first":
		return keep(p.pick(given[p.lang]))
	case "last":
		return keep(p.pick(family[p.lang]))
	case "letter":
		return p.pick([]string{"A", "T.", "", "Q"})
	case "void":
		return p.pick([]string{"N/A", "-", "NMN", "none", p.pick(given[p.lang])})
	case "infix":
		return p.pick([]string{"", "", "van", "de", "van der"})
	case "middle":
		return p.pick(given[p.lang])
	case "full":
		switch p.lang {
		case "ko", "zh", "ja":
			return p.make("last") + p.make("first")
		case "vi":
			return p.make("last") + " Văn " + p.make("first")
		}
		return p.make("first") + " " + p.make("last")
	case "latin":
		return strings.ToUpper(p.pick(family["en"]) + " " + p.pick(given["en"]))
	case "someone":
		return p.pick(given[p.lang]) + " " + p.pick(family[p.lang])
	case "email":
		return fmt.Sprintf("user%d%s@%s", p.i, p.digits(2), p.pick([]string{"example.com", "mail.example.org", "post.example.net"}))
	case "mail2":
		return fmt.Sprintf("kontakt%s@%s", p.digits(4), p.pick([]string{"work.example.com", "corp.example.org"}))
	case "dob":
		return p.date(1945, 2004, form)
	case "issue":
		return p.date(2015, 2025, form)
	case "exp":
		if form == "never" && p.i%4 == 0 {
			return "9999-12-31" // some papers are valid for ever
		}
		if form == "never8" {
			return p.pick([]string{"00000000", p.date(2025, 2036, "last8"), p.date(2025, 2036, "last8")})
		}
		return p.date(2025, 2036, form)
	case "ends": // some never do
		return p.pick([]string{"长期", p.date(2025, 2036, form), p.date(2025, 2036, form)})
	case "created":
		return p.date(2021, 2026, form)
	case "phone":
		return "+" + p.digits(11)
	case "phone0":
		return "0" + p.digits(9)
	case "zip":
		return p.digits(5)
	case "city":
		return keep(p.pick(cities[p.lang]))
	case "street":
		return fmt.Sprintf(streets[p.lang], 1+p.r.IntN(200))
	case "streetname":
		return p.pick([]string{"Hauptstraße", "Bahnhofstraße", "Gartenweg", "Lindenallee", "Am Markt"})
	case "house":
		return fmt.Sprint(1 + p.r.IntN(150))
	case "flat":
		return p.pick([]string{"", "Flat 2", "Floor 3", "Apt 4B"})
	case "box":
		return p.pick([]string{"P.O. Box ", "PO Box ", "Private Bag "}) + p.digits(4) + ", " + p.make("city")
	case "address":
		return fmt.Sprintf(streets[p.lang], 1+p.r.IntN(200)) + ", " + p.make("city")
	case "state":
		return p.pick([]string{"Bayern", "Hessen", "Sachsen", "Berlin", "Bremen"})
	case "country":
		return p.pick(countryForms[form])
	case "codes":
		text := codeForms[form]
		if strings.Contains(text, "|") {
			return p.pick(strings.Split(text, "|"))
		}
		return p.pick(strings.Fields(text))
	case "passport":
		return p.pick([]string{"M", "P", "C"}) + p.digits(8)
	case "doc":
		return p.pick([]string{"AB", "CD", "XY"}) + p.digits(7)
	case "one": // only persons with that paper have the number
		if fmt.Sprint(p.paper) == form {
			return p.pick([]string{"L", "N"}) + p.digits(8)
		}
		return ""
	case "nid":
		return p.digits(11)
	case "rrn":
		return p.date(1950, 1999, "short") + "-" + p.digits(7)
	case "cust":
		return fmt.Sprintf("%s%06d", form, 100000+p.i)
	case "seq":
		return fmt.Sprint(p.i + 1)
	case "gaps": // some of the rows were taken out
		return fmt.Sprint(p.i + 1 + p.i/40)
	case "place":
		return p.pick([]string{"Ashford", "Barrow", "Crewe", "Dover", "Ely", "Goole", "Hove"})
	case "member": // of a branch, by the year
		return fmt.Sprintf("%s/%d/%05d", p.pick([]string{"VH", "WS", "AK"}), 13+p.r.IntN(10), 100+p.i)
	case "dv":
		return p.pick(strings.Fields("0 1 2 3 4 5 6 7 8 9 K"))
	case "letra":
		return p.pick(strings.Fields("T R W A G M Y F P D X B N J Z S Q V H L C K E"))
	case "era": // a day of the Hijra
		return fmt.Sprintf("%d/%02d/%02d", 1365+p.r.IntN(60), 1+p.r.IntN(12), 1+p.r.IntN(28))
	case "few": // most have shown no paper
		if p.i%12 > 0 {
			return "NULL"
		}
		if form == "exp" {
			return p.date(2027, 2034, "iso")
		}
		return p.make("passport")
	case "roman":
		return p.pick(strings.Fields("I II III IV V VI VII VIII IX RM"))
	case "uuid":
		return fmt.Sprintf("%08x-%04x-4%03x-a%03x-%012x", p.r.Uint32(), p.r.IntN(65536), p.r.IntN(4096), p.r.IntN(4096), p.r.Int64N(1<<47))
	case "acct":
		return p.digits(12)
	case "ip":
		return fmt.Sprintf("%d.%d.%d.%d", 1+p.r.IntN(220), p.r.IntN(256), p.r.IntN(256), 1+p.r.IntN(250))
	case "img":
		return fmt.Sprintf("%s/%06d.jpg", form, p.i)
	case "winimg":
		return fmt.Sprintf("%s\\%06d.jpg", form, p.i)
	case "pdf":
		return fmt.Sprintf("%s/%06d.pdf", form, p.i)
	case "file":
		return fmt.Sprintf("https://cdn.example.com/%x/%s_%x.jpg", 70000+p.i, form, 90000+p.i)
	case "url":
		return fmt.Sprintf("https://cdn.example.com/%s/%d.jpg", form, p.i)
	case "company":
		return p.pick([]string{"Acme Ltd", "Globex Corp", "Initech GmbH", "Umbrella SA"})
	case "branch":
		return p.pick([]string{"North Branch", "City Centre", "Harbour"})
	case "money":
		return fmt.Sprintf("%d.%02d", p.r.IntN(100000), p.r.IntN(100))
	case "note":
		return p.pick([]string{"", "called on Monday", "docs were blurry; asked again", "ok"})
	case "login":
		return fmt.Sprintf("%s%d", p.pick([]string{"sky", "moon_", "kim.", "river"}), 1000+p.i)
	case "mail7": // seven in ten have one
		return p.pick([]string{"NO TIENE", "NO TIENE", p.make("email"), p.make("email"), p.make("email"), p.make("email"), p.make("email"), p.make("email")})
	case "mnemonic": // of the name, as banks give one
		first, last := []rune(p.make("first")+"XXX"), []rune(p.make("last")+"XXX")
		return strings.ToUpper(string(first[:4])+string(last[:3])) + fmt.Sprintf("%03d", p.i)
	case "old": // when accounts were opened
		return p.date(1988, 2010, form)
	case "masked":
		return "XXXX-XXXX-" + p.digits(4)
	case "desk":
		return p.pick([]string{"anna@bank.example", "joe@bank.example", "kim@bank.example"})
	case "moment":
		return p.date(2021, 2026, "compact") + fmt.Sprintf("%02d%02d%02d", p.r.IntN(24), p.r.IntN(60), p.r.IntN(60))
	case "year":
		return fmt.Sprint(1950 + p.r.IntN(50))
	case "const":
		return form
	case "empty":
		return ""
	}
	panic("no such kind: " + kind)
}
