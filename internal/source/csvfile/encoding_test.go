package csvfile_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"

	"kycmigrate/internal/source"
	"kycmigrate/internal/source/all"
)

// encodingTexts are the cells of files in legacy encodings.
var encodingTexts = map[string]string{
	"euc-kr":       "김민수|이서연|박지훈|최영희|서울특별시 강남구 테헤란로 152|부산광역시 해운대구|대한민국|정우성|한국은행|경기도 성남시 분당구",
	"shift_jis":    "佐藤 健|鈴木一郎|高橋美咲|東京都千代田区丸の内1丁目|大阪府大阪市北区梅田|日本|サトウ ケン|神奈川県横浜市|田中太郎|スズキ イチロウ",
	"gb18030":      "王小明|李娜|张伟|北京市朝阳区建国路88号|上海市浦东新区|中国|刘洋|广东省深圳市南山区|陈静|杨帆",
	"big5":         "王小明|李美玲|張偉|台北市信義區市府路45號|高雄市左營區|中華民國|劉德華|新北市板橋區|陳靜宜|楊大明",
	"windows-1251": "Иванов Иван|Кузнецова Мария|Смирнов|Москва, улица Ленина|Санкт-Петербург|Россия|Екатеринбург|Попов Алексей|Новосибирск|Соколова Анна",
	"koi8-r":       "Иванов Иван|Кузнецова Мария|Смирнов|Москва, улица Ленина|Санкт-Петербург|Россия|Екатеринбург|Попов Алексей|Новосибирск|Соколова Анна",
	"windows-1252": "José García|Müller|François|Königstraße|Málaga|Åse Sørensen|Zoë|Nuñez|Élodie Lefèvre|O’Connor",
	"windows-1250": "Wiśniewska|Łódź|Kraków|Zażółć|Świętokrzyska|Müller|Kowalczyk Józef|Wąsik",
	"windows-1253": "Παπαδόπουλος|Γεώργιος|Αθήνα|Ελλάδα|Θεσσαλονίκη|Μαρία|Νικόλαος",
	"windows-1254": "Yılmaz|Şahin|Öztürk|İstanbul|Çelik|Iğdır|Türkiye|Gülşen",
}

func TestEncodingIsToldByItsBytes(t *testing.T) {
	for name, cells := range encodingTexts {
		t.Run(name, func(t *testing.T) {
			var in strings.Builder
			in.WriteString("id;name;born\r\n")
			for i, c := range strings.Split(cells, "|") {
				fmt.Fprintf(&in, "%d;\"%s\";1980-01-%02d\r\n", i, encodeWith(t, name, c), i+1)
			}
			r := open(t, write(t, "in.csv", in.String()))
			for i, row := range readAll(t, r) {
				if want := strings.Split(cells, "|")[i]; row.Fault != nil || row.Cells[1] != want {
					t.Errorf("row %d reads %q, want %q", i, row.Cells, want)
				}
			}
			if notes := strings.Join(r.Warnings(), ""); !strings.Contains(notes, "taken for "+name+":") {
				t.Errorf("warnings %q", notes)
			}
		})
	}
}

func encodeWith(t testing.TB, name, text string) string {
	t.Helper()
	var enc encoding.Encoding = charmap.CodePage850
	if name != "cp850" {
		enc = must(htmlindex.Get(name))
	}
	return must(enc.NewEncoder().String(text))
}

// TestPlainFileBesideALegacyOne: a file of ASCII alone is in every encoding.
func TestPlainFileBesideALegacyOne(t *testing.T) {
	path := write(t, "1.csv", "id,name\n1,"+strings.Join(strings.Split(encodeWith(t, "euc-kr", encodingTexts["euc-kr"]), "|"), "\n1,")+"\n")
	if err := os.WriteFile(filepath.Join(filepath.Dir(path), "2.csv"), []byte("id,name\n2,Smith\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	rows := readAll(t, open(t, filepath.Join(filepath.Dir(path), "*.csv")))
	if len(rows) != 11 || rows[0].Cells[1] != "김민수" || rows[10].Cells[1] != "Smith" {
		t.Errorf("read as\n%s", show(rows))
	}
}

// TestEncodingIsNeverGuessedWrong: some cells of a file may be too few to tell,
// but what is told is right.
func TestEncodingIsNeverGuessedWrong(t *testing.T) {
	texts := maps.Clone(encodingTexts)
	for name, cells := range map[string]string{
		"windows-1255": "כהן|לוי|תל אביב|ירושלים|ישראל|דוד|שרה מזרחי", "windows-1256": "محمد|أحمد علي|القاهرة|مصر|فاطمة|عبد الله|الرياض",
		"windows-874": "สมชาย|กรุงเทพมหานคร|ประเทศไทย|สุดารัตน์|เชียงใหม่|วิชัย", "euc-jp": "佐藤 健|鈴木一郎|高橋美咲|東京都千代田区|大阪府大阪市|サトウ ケン",
		"iso-8859-2": "Wiśniewska|Łódź|Kraków|Zażółć|Świętokrzyska|Müller|Wąsik", "iso-8859-5": "Иванов Иван|Кузнецова Мария|Смирнов|Москва|Россия",
		"cp850": "José García|Müller|François|Königstraße|Nuñez|Élodie Lefèvre",
	} {
		texts[name] = cells
	}
	told, random := map[string]int{}, rand.New(rand.NewPCG(1, 2))
	const rounds = 20
	for name, cells := range texts {
		all := strings.Split(cells, "|")
		for range rounds {
			some := all[:1+random.IntN(len(all))]
			random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
			in := "id,name\n"
			for _, c := range some {
				in += "1,\"" + encodeWith(t, name, c) + "\"\n"
			}
			r, err := openText(t, in)
			if err != nil {
				continue
			}
			told[name]++
			for i, row := range readAll(t, r) {
				if row.Fault != nil || row.Cells[1] != some[i] {
					t.Errorf("%s: %q is read as %q: %q", name, some, row.Cells, r.Warnings())
					break
				}
			}
		}
	}
	t.Logf("told, of %d: %v", rounds, told)
}

// TestLongFilesAreToldOrAsked: with some hundred cells the Arabic of Windows is told,
// which one detector alone knows, and Japanese whose addresses are full of wide signs.
// Other languages in the same bytes are never taken for these.
func TestLongFilesAreToldOrAsked(t *testing.T) {
	for _, f := range []struct{ encoding, want, cells string }{
		{"windows-1256", "windows-1256", "محمد إبراهيم الشافعي|أحمد علي المصري|القاهرة|الإسكندرية|فاطمة الزهراء|عبد الرحمن|الجيزة شارع الهرم|بطاقة الرقم القومي|مصري|أنثى"},
		{"windows-1256", "", "محمد رضايي|زهرا کريمي|تهران خيابان|شيراز|مهدي حسيني|فرهاد مرادي|گرگان|پريسا"},
		{"shift_jis", "shift_jis", "東京都千代田区丸の内１－２－３　グランドハイツ１０３|大阪府大阪市北区梅田２－４－６|ｻﾄｳ ｹﾝ|サトー　ケーン|神奈川県横浜市西区みなとみらい１－１"},
		{"shift_jis", "shift_jis", "ｻﾄｳ ｹﾞﾝｺﾞ|ﾀﾅｶ ｼﾞﾛｳ|ﾌｸｵｶｹﾝ ﾌｸｵｶｼ ﾊｶﾀｸ|ｽｽﾞｷ ｷﾐｺ|ｲｼｶﾜｹﾝ ｶﾅｻﾞﾜｼ|ｸﾄﾞｳ ﾍﾞﾆｺ|ﾄﾝﾌﾟｿﾝ ｼﾞｮﾝ|ﾜﾀﾅﾍﾞ ﾋﾃﾞｵ|ｼﾝｼﾞｭｸｸ ﾆｼｼﾝｼﾞｭｸ"},
		{"windows-1252", "", "José García Málaga|Sebastián Núñez|Ávila|Cáceres|María Ángeles|São João|Conceição|Açúcar"},
		{"macintosh", "", "ÉVREUX|ORLÉANS|HÉLÈNE LEFÈVRE|JOSÉ|CRÉTEIL|ÉTIENNE|BÉZIERS"},
		{"windows-1257", "", "TÕNU ÖÖ|JÕESUU|VÕRU|PÕLVA TÄNAV|ÜLLE KÕIV|SÕLE"},
		{"windows-1250", "windows-1250", "MěÚ Plzeň|Dvořák Jiří|Kučerová Zdeňka|MěÚ Hradec Králové|Škoda Šimon|Žďár nad Sázavou"},
		{"windows-1251", "windows-1251", "Иванов Иван|Кузнецова Мария|Москва, улица Ленина|Санкт-Петербург|Злата Зайцева|Азиза Зубарева"},
		{"windows-1253", "windows-1253", "Παπαδόπουλος Γεώργιος|Αθήνα Αττική|Μαρία Αλεξάνδρα|Νικόλαος Αναγνωστόπουλος|Ηράκλειο"},
		{"windows-1253", "windows-1253", "Άδεια οδήγησης|Άννα Παπαδοπούλου|Ταυτότητα|ΆΡΗΣ|Γεώργιος|Άγιος Νικόλαος"},
		{"iso-8859-7", "iso-8859-7", "Άδεια οδήγησης|Άννα Παπαδοπούλου|Ταυτότητα|ΆΡΗΣ|Γεώργιος|Άγιος Νικόλαος|απ’ την Αθήνα"},
		{"windows-1255", "windows-1255", "כהן אברהם|לוי שרה|תל אביב|ירושלים|ראשון לציון|מזרחי דוד|פתח תקווה"},
	} {
		in := "id,name\n"
		cells := strings.Split(f.cells, "|")
		for i := range 100 {
			in += fmt.Sprintf("%d,\"%s\"\n", i, encodeWith(t, f.encoding, cells[i%len(cells)]))
		}
		r, err := openText(t, in)
		if err != nil {
			if f.want != "" || !strings.Contains(err.Error(), "state its encoding") {
				t.Errorf("%s: %v", f.encoding, err)
			}
			continue
		}
		for i, row := range readAll(t, r) {
			if row.Fault != nil || row.Cells[1] != cells[i%len(cells)] {
				t.Errorf("%s: %q is read as %q: %q", f.encoding, cells[i%len(cells)], row.Cells, r.Warnings())
				break
			}
		}
	}
}

func openText(t *testing.T, in string) (source.Reader, error) {
	return all.Open(t.Context(), source.Spec{Path: write(t, "in.csv", in)})
}

// TestDoubtfulEncodingIsAsked: what may be one encoding or another is never read
// in one of them.
func TestDoubtfulEncodingIsAsked(t *testing.T) {
	for name, want := range map[string]struct{ encoding, cells, candidate string }{
		"Hungarian or western": {"windows-1250", "Győr|Szabó|Kőszeg|Szűcs|Tóth|Erdős", "windows-1250"},
		"Czech or western":     {"windows-1250", "Dvořák|Černá|Černý|Horáček", "windows-1250"},
		"a neighbour's name":   {"windows-1250", "László Győző|Szűcs Ágnes|Tóth Éva|Erdős József|Petrović", "windows-1250"},
		"few Chinese names":    {"gb18030", "王小明|李娜", "gb18030"},
		"Icelandic or Turkish": {"windows-1254", "Şen|Gül|Özgül|Şükrü", "windows-1254"},
	} {
		var in strings.Builder
		in.WriteString("id,name\n")
		for _, c := range strings.Split(want.cells, "|") {
			in.WriteString("1," + encodeWith(t, want.encoding, c) + "\n")
		}
		r, err := all.Open(t.Context(), source.Spec{Path: write(t, "in.csv", in.String())})
		if err != nil {
			if !strings.Contains(err.Error(), "first on line 2; state its encoding") || !strings.Contains(err.Error(), want.candidate) {
				t.Errorf("%s: %v", name, err)
			}
			continue
		}
		for i, row := range readAll(t, r) {
			if row.Cells[1] != strings.Split(want.cells, "|")[i] {
				t.Errorf("%s: read silently as %q, %q", name, row.Cells[1], r.Warnings())
			}
		}
	}
}

func TestStatedEncodingAgainstTheBytes(t *testing.T) {
	korean := "id,name\n" + strings.Repeat("1,"+encodeAs("cp949", "김민수")+"\n", 10)
	utf8 := "id,name\n" + strings.Repeat("1,김민수\n", 10)
	utf16 := must(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder().String(utf8))
	tests := []struct{ name, in, encoding, want string }{
		{"UTF-8 that is not", korean, "utf-8", "says utf-8, but the file is not, first on line 2"},
		{"UTF-16 that is not", utf8, "utf-16le", "no zero bytes"},
		{"UTF-16 of the other order", utf16, "utf-16be", "bytes are those of utf-16le"},
		{"single bytes that are UTF-16", utf16, "windows-1252", "bytes are those of utf-16le"},
		{"legacy that is UTF-8", utf8, "cp949", "the file is UTF-8"},
		{"mark says otherwise", "\ufeff" + utf8, "cp949", "mark of utf-8"},
	}
	for _, tt := range tests {
		_, err := all.Open(t.Context(), source.Spec{Path: write(t, "in.csv", tt.in), Options: map[string]string{"encoding": tt.encoding}})
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got %v, want one with %q", tt.name, err, tt.want)
		}
	}
	r := open(t, write(t, "in.csv", utf16))
	if got := table(t, r); !strings.Contains(got, "김민수") || !strings.Contains(strings.Join(r.Warnings(), ""), "utf-16le") {
		t.Errorf("UTF-16 without a mark reads\n%s%q", got, r.Warnings())
	}
}

// TestNamesOfNeighbours: a file of one language has some names of others, and is
// told all the same.
func TestNamesOfNeighbours(t *testing.T) {
	for name, file := range map[string]struct{ encoding, cells string }{
		"Polish and Czech": {"windows-1250", strings.Repeat("Wiśniewska|Łódź|Kraków|Zażółć|Świętokrzyska|Wąsik|Kowalczyk Józef|Jabłoński|", 20) + "Dvořák|Černá"},
		// Both encodings read it the same: the usual one is told.
		"German and Slovenian": {"windows-1252", strings.Repeat("Müller|Königstraße|Jäger|Groß|", 20) + "Šimac|Žižek"},
		"Bulgarian capitals":   {"windows-1251", strings.Repeat("ГЕОРГИ ДИМИТРОВ|СОФИЯ|БУЛ. ВИТОША 15|МАРИЯ ПЕТРОВА|ПЛОВДИВ|НИКОЛАЙ СТОЯНОВ|УЛ. ШИПКА 4|ЕЛЕНА ХРИСТОВА|", 12) + "ВАРНА"},
		"Spanish addresses":    {"windows-1252", "José García|Málaga|Nuñez|Calle Mayor nº 5, 2º A|Avda. de la Constitución 14, 3ª dcha.|Íñigo Ibáñez|1º izq."},
	} {
		t.Run(name, func(t *testing.T) {
			cells := strings.Split(file.cells, "|")
			var in strings.Builder
			in.WriteString("id;name\n")
			for i, c := range cells {
				fmt.Fprintf(&in, "%d;\"%s\"\n", i, encodeWith(t, file.encoding, c))
			}
			r := open(t, write(t, "in.csv", in.String()))
			for i, row := range readAll(t, r) {
				if row.Fault != nil || row.Cells[1] != cells[i] {
					t.Fatalf("row %d reads %q, want %q", i, row.Cells, cells[i])
				}
			}
			if notes := strings.Join(r.Warnings(), ""); !strings.Contains(notes, "taken for "+file.encoding+":") {
				t.Errorf("warnings %q", notes)
			}
		})
	}
}
